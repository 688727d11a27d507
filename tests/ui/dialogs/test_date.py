from datetime import date

from ssw_tui.commands import VIEWS
from ssw_tui.ui.dialogs.date import DateDialog
from ssw_tui.ui.session import Session
from tests.conftest import TODAY
from tests.ui.opened import Opened, opened


async def _choose(run: Opened, text: str) -> None:
    await run.press("d")
    await run.type(text)
    await run.press("enter")


async def test_a_day_is_taken_as_people_write_it(session: Session) -> None:
    async with opened(session) as run:
        for text in ("2019-04-01", "2019/4/1", "2019年4月1日", "平成31年4月1日"):
            session.chosen_day = None
            await _choose(run, text)
            await run.until(lambda: not run.has_dialog)
            assert session.day == date(2019, 4, 1), text


async def test_what_is_no_day_is_said_and_changes_nothing(session: Session) -> None:
    async with opened(session) as run:
        for text, said in (
            ("tomorrow", '"tomorrow" is no day'),
            ("2026-13-01", "There is no month 13"),
            ("2026-02-30", "There is no 30 February 2026"),
        ):
            await _choose(run, text)
            dialog = run.dialog(DateDialog)
            assert said in str(dialog.fault.content)
            assert said in run.words
            assert session.day == TODAY
            assert dialog.input.value == text
            await run.press("escape")


async def test_an_empty_line_returns_to_today(session: Session) -> None:
    async with opened(session) as run:
        await _choose(run, "2019-04-01")
        await run.until(lambda: not run.has_dialog)
        await run.press("d", "enter")
        await run.until(lambda: not run.has_dialog)

        assert session.day == TODAY
        assert "Rules as of 22 Nov 2026" in run.status
        assert "your choice" not in run.status


async def test_escape_leaves_the_day_as_it_is(session: Session) -> None:
    async with opened(session) as run:
        await run.press("d")
        await run.type("2019-04-01")
        await run.press("escape")

        assert session.day == TODAY
        assert not run.has_dialog


async def test_the_chosen_day_is_in_the_status_line_of_every_view(session: Session) -> None:
    async with opened(session) as run:
        await _choose(run, "2019-04-01")
        await run.until(lambda: not run.has_dialog)
        for view in VIEWS:
            await run.go(view.id)
            assert "Rules as of 1 Apr 2019 (your choice)" in run.status, view.id


async def test_a_day_long_after_the_last_check_is_said_loudly_and_whole(session: Session) -> None:
    session.chosen_day = date(2027, 6, 1)
    async with opened(session) as run:
        for view_id in ("overview", "risks"):
            await run.go(view_id)
            for width in (80, 60, 120):
                await run.resize(width, 24)
                assert "! " in run.status, width
                assert "1 Jun 2027" in run.status, width
                assert "ask before you act" in run.status, width


async def test_the_day_is_shown_whole_beside_the_longest_title(session: Session) -> None:
    async with opened(session) as run:
        await run.app.open_record("procedure", "coe-from-abroad")
        for width in (80, 60, 120):
            await run.resize(width, 24)
            assert "Rules as of 22 Nov 2026" in run.status, width


async def test_a_click_on_the_day_asks_for_another(session: Session) -> None:
    async with opened(session) as run:
        await run.click("Rules as of")

        assert isinstance(run.app.screen, DateDialog)


async def test_a_click_on_the_title_does_not(session: Session) -> None:
    async with opened(session) as run:
        await run.press("2")
        await run.click("Fields of work", on=1)

        assert not run.has_dialog
