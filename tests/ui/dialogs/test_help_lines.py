from ssw_tui.commands import VIEWS
from ssw_tui.records.risk import HelpLine, Risk
from ssw_tui.ui.dialogs.choose import ChooseDialog
from ssw_tui.ui.dialogs.help_lines import HelpLinesDialog
from ssw_tui.ui.session import Session
from tests.ui.opened import opened


async def test_h_shows_whom_to_call_in_every_view(session: Session) -> None:
    first = next(iter(session.library.all(HelpLine).values()))
    async with opened(session) as run:
        for view in VIEWS:
            await run.go(view.id)
            await run.until(lambda: run.app.focused is not None)
            await run.press("h")

            await run.sees("Whom to call", first.number)
            await run.press("escape")
            assert not run.has_dialog
            assert run.view.id == view.id


async def test_every_line_has_its_page(session: Session) -> None:
    async with opened(session) as run:
        await run.press("h")
        dialog = run.dialog(HelpLinesDialog)
        titles = []
        for row in dialog.list.rows:
            await run.until(lambda: dialog.page.page is not None)
            assert dialog.list.chosen == row.id
            assert dialog.page.page is not None
            titles.append(dialog.page.page.title)
            await run.pilot.press("down")

        assert titles == [line.name for line in session.library.all(HelpLine).values()]


async def test_tab_or_enter_reads_the_page(session: Session) -> None:
    async with opened(session) as run:
        for key in ("tab", "enter"):
            await run.press("h", key)
            assert run.dialog(HelpLinesDialog).page.has_focus
            await run.press("escape")


async def test_the_page_and_the_first_number_are_shown_in_the_smallest_window(session: Session) -> None:
    first = next(iter(session.library.all(HelpLine).values()))
    async with opened(session, (60, 20)) as run:
        await run.press("h")

        assert run.text.count(first.number) >= 2


async def test_a_risk_brings_the_lines_that_it_names_first(session: Session) -> None:
    async with opened(session, (100, 40)) as run:
        await run.press("5")
        for _ in range(4):
            risk = session.library.all(Risk)[run.chosen or ""]
            await run.press("h")
            rows = run.dialog(HelpLinesDialog).list.rows
            assert [row.id for row in rows if not row.heading][: len(risk.consult)] == list(risk.consult)
            assert [row.cells[0] for row in rows if row.heading] == ["For what you were reading", "The others"]
            assert len([row for row in rows if not row.heading]) == len(session.library.all(HelpLine))
            await run.sees(session.library.all(HelpLine)[risk.consult[0]].number)
            await run.press("escape", "down")


async def test_who_speaks_my_language_comes_first(session: Session) -> None:
    async with opened(session, (100, 40)) as run:
        await run.press("h", "s")
        await run.type("nepali")
        await run.press("enter")
        await run.until(lambda: isinstance(run.app.screen, HelpLinesDialog))
        rows = run.dialog(HelpLinesDialog).list.rows
        speak = ["ne" in session.library.all(HelpLine)[row.id].languages for row in rows]
        assert speak == sorted(speak, reverse=True)
        assert rows[0].cells[0].endswith("(Nepali)")
        await run.sees("ネパール語で話せますか。")

        await run.press("escape", "h", "s")
        assert run.dialog(ChooseDialog).list.chosen == "ne"
        await run.press(*["up"] * 20, "enter")
        await run.until(lambda: isinstance(run.app.screen, HelpLinesDialog))
        rows = run.dialog(HelpLinesDialog).list.rows
        assert [row.id for row in rows] == list(session.library.all(HelpLine))
