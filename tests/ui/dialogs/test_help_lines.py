from ssw_tui.commands import VIEWS
from ssw_tui.records.risk import HelpLine
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
