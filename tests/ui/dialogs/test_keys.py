from ssw_tui.commands import COMMANDS, VIEWS
from ssw_tui.ui.dialogs.date import DateDialog
from ssw_tui.ui.dialogs.keys import KeysDialog
from ssw_tui.ui.session import Session
from tests.ui.opened import Opened, opened


async def test_it_lists_the_keys_of_every_view_and_those_that_work_everywhere(session: Session) -> None:
    async with opened(session) as run:
        for view in VIEWS:
            await run.go(view.id)
            await run.press("question_mark")

            dialog = run.dialog(KeysDialog)
            shown = {row.cells[1] for row in dialog.list.rows if not row.heading}
            assert shown == {text for _, text, _ in run.view.keys_help} | {command.help for command in COMMANDS}
            assert "In this view" in run.text
            await run.press("escape")


async def test_enter_runs_a_key_of_the_view(session: Session) -> None:
    async with opened(session) as run:
        await run.press("2", "question_mark")
        dialog = run.dialog(KeysDialog)
        dialog.list.choose(next(row.id for row in dialog.list.rows if row.cells[-1] == "The next row."))
        await run.press("enter")

        await run.until(lambda: not run.has_dialog)
        assert run.chosen == run.row_ids[1]


async def test_enter_runs_a_command(session: Session) -> None:
    async with opened(session) as run:
        await run.press("question_mark")
        run.dialog(KeysDialog).list.choose("go-risks")
        await run.press("enter")
        await run.until(lambda: run.view.id == "risks" and not run.has_dialog)

        await run.press("f1")
        run.dialog(KeysDialog).list.choose("date")
        await run.press("enter")
        await run.until(lambda: isinstance(run.app.screen, DateDialog))


def _keys_of_views(run: Opened) -> list[str]:
    """Give the keys that the list names for opening views, in their order."""
    return [row.cells[0] for row in run.dialog(KeysDialog).list.rows if row.id.startswith("go-")]


async def test_a_digit_that_answers_is_named_for_no_view_and_the_row_opens_it_all_the_same(session: Session) -> None:
    async with opened(session) as run:
        await run.press("3", "question_mark")
        assert _keys_of_views(run) == [""] * 7
        run.dialog(KeysDialog).list.choose("go-risks")
        await run.press("enter")
        await run.until(lambda: run.view.id == "risks" and not run.has_dialog)

        await run.press("question_mark")
        assert _keys_of_views(run) == list("1234567")
        await run.press("escape", "right", "question_mark")
        assert _keys_of_views(run) == ["", "", *"34567"]


async def test_escape_closes_it_and_runs_nothing(session: Session) -> None:
    async with opened(session) as run:
        await run.press("2", "question_mark", "down", "escape")

        assert not run.has_dialog
        assert run.view.id == "fields"
        assert run.browse.list.has_focus
