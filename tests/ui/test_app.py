from collections.abc import Callable
from datetime import date

import pytest
from textual.app import ComposeResult
from textual.command import CommandPalette

from ssw_tui.commands import COMMANDS, VIEWS, Command
from ssw_tui.output.layout import lay_out
from ssw_tui.settings import load
from ssw_tui.ui.app import AdvisorApp
from ssw_tui.ui.dialogs.date import DateDialog
from ssw_tui.ui.dialogs.help_lines import HelpLinesDialog
from ssw_tui.ui.dialogs.keys import KeysDialog
from ssw_tui.ui.dialogs.search import SearchDialog
from ssw_tui.ui.session import Session
from ssw_tui.ui.views.fields import FieldsView
from ssw_tui.ui.views.tabbed import TabbedView
from ssw_tui.ui.widgets.page_view import PageView
from tests.ui.conftest import NewSession
from tests.ui.opened import Opened, opened

DIALOGS = {
    "search": SearchDialog,
    "help": KeysDialog,
    "palette": CommandPalette,
    "help-lines": HelpLinesDialog,
    "date": DateDialog,
}
KEYS = [(command, key) for command in COMMANDS for key in command.keys if command.id != "quit"]
VIEW_IDS = [view.id for view in VIEWS]


def _done(run: Opened, command: Command) -> Callable[[], bool]:
    """Give what shows that a command did what it says, after it ran in the fields view with a page being read."""
    match command.id:
        case "back":
            return lambda: run.browse.list.has_focus
        case dialog if dialog in DIALOGS:
            return lambda: isinstance(run.app.screen, DIALOGS[dialog])
        case go:
            return lambda: run.view.id == go.removeprefix("go-")


async def test_every_command_does_what_it_says_by_each_of_its_keys(session: Session) -> None:
    async with opened(session) as run:
        for command, key in KEYS:
            await run.go("risks" if command.id == "go-fields" else "fields")
            await run.act("read")

            await run.press(key)
            await run.until(_done(run, command))

            while run.has_dialog:
                await run.press("escape")


async def test_q_leaves_from_every_view(new_session: NewSession) -> None:
    for view_id in ("overview", "quiz", "reference"):
        async with opened(new_session()) as run:
            await run.go(view_id)
            await run.press("q")

            await run.until(lambda run=run: not run.app.is_running)  # type: ignore[misc]
            assert run.app.return_code == 0


async def test_the_first_view_is_the_overview(session: Session) -> None:
    async with opened(session) as run:
        assert run.view.id == "overview"
        assert "[1 Overview]" in run.navigation


async def test_the_focus_is_on_something_visible_in_every_view_that_opens(session: Session) -> None:
    async with opened(session) as run:
        for view_id in VIEW_IDS:
            await run.go(view_id)
            await run.until(lambda: run.app.focused is not None and run.view in run.app.focused.ancestors)

            focused = run.app.focused
            assert focused is not None
            assert focused.region.area > 0, view_id
            assert run.app.screen.region.contains_region(focused.region), view_id


async def test_the_focus_comes_back_to_something_visible_when_views_are_changed_while_reading(session: Session) -> None:
    async with opened(session) as run:
        await run.press("2", "enter")
        assert run.browse.page.has_focus

        await run.press("5", "2")

        assert run.browse.list.has_focus
        assert run.browse.list.region.area > 0


async def test_every_key_that_a_view_names_is_bound_and_has_an_action(seeded: Session) -> None:
    async with opened(seeded) as run:
        for view_id in VIEW_IDS:
            await run.go(view_id)
            if view_id == "steps":
                await run.press("enter")
            keys = [key for shown, _, _ in run.view.keys_help for key in _bound(shown)]

            assert keys, view_id
            assert set(keys) <= set(run.app.screen.active_bindings), view_id
            for _, _, action in run.view.keys_help:
                assert _has_action(run, action), action


async def test_every_hint_of_the_footer_has_an_action_and_fits_with_the_way_out(seeded: Session) -> None:
    async with opened(seeded) as run:
        for view_id in VIEW_IDS:
            await run.go(view_id)
            _assert_footer(run)
            if view_id == "steps":
                await run.press("enter")
                _assert_footer(run)


def _assert_footer(run: Opened) -> None:
    assert run.view.hints
    for hint in run.view.hints:
        assert _has_action(run, hint.action), hint
    assert "q quit" in run.footer
    assert "? keys" in run.footer
    assert ".." not in run.footer


def _bound(shown: str) -> list[str]:
    return [str(digit) for digit in range(10)] if shown == "0-9" else [shown]


def _has_action(run: Opened, action: str) -> bool:
    name = action.partition("(")[0]
    owner = run.app if name.startswith("app.") else run.view
    return hasattr(owner, f"action_{name.removeprefix('app.')}")


async def test_escape_at_the_top_of_a_view_changes_nothing(session: Session) -> None:
    async with opened(session) as run:
        before = run.text

        await run.press("escape")

        assert run.text == before
        assert run.app.is_running


async def test_a_window_that_is_measured_before_it_is_drawn_has_no_view_yet(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    found: list[object] = []
    compose = AdvisorApp.compose

    def looking(app: AdvisorApp) -> ComposeResult:
        found.append(app.view)
        yield from compose(app)

    monkeypatch.setattr(AdvisorApp, "compose", looking)
    async with opened(session):
        assert found == [None]


async def test_a_key_quicker_than_the_first_view_is_not_undone_by_it(session: Session) -> None:
    async with opened(session) as run:
        await run.go("risks")

        await run.app._open_first()

        assert run.view.id == "risks"


async def test_without_letters_one_reaches_every_key_of_a_view(seeded: Session) -> None:
    async with opened(seeded) as run:
        await run.press("6", "f1")
        keys = run.dialog(KeysDialog)
        while not run.marked[0].startswith("r "):
            await run.press("down")
        await run.press("enter")
        await run.until(lambda: run.app.screen is not keys)
        await run.press("up", "enter")
        await run.until(lambda: not run.has_dialog)

        assert seeded.card_files() == []


async def test_f1_and_the_palette_open_from_a_text_field_and_give_it_back(session: Session) -> None:
    async with opened(session) as run:
        await run.press("2", "f")
        await run.type("hotel")
        for key, dialog in (("f1", KeysDialog), ("ctrl+p", CommandPalette)):
            await run.press(key)
            await run.until(lambda dialog=dialog: isinstance(run.app.screen, dialog))  # type: ignore[misc]
            await run.press("escape")
            await run.until(lambda: not run.has_dialog)

            assert run.browse.filter.has_focus
            assert run.browse.filter.value == "hotel"


async def test_every_page_can_be_shown_on_any_day(seeded: Session) -> None:
    async with opened(seeded) as run:
        for day in (date(1900, 1, 1), date(2019, 4, 1), date(2027, 4, 1), date(2099, 12, 31)):
            seeded.chosen_day = day
            run.app.refresh_views()
            await run.settle()
            for view_id in ("overview", "fields", "steps", "risks", "card"):
                await run.go(view_id)
                for row in run.row_ids:
                    assert lay_out(run.browse.page_for(row), 78), row


async def test_escape_takes_notices_away_and_goes_back_as_ever(session: Session) -> None:
    async with opened(session) as run:
        await run.press("5", "enter")
        run.app.notify("Something was said")
        await run.sees("Something was said")
        await run.press("escape")

        assert not run.notices
        assert "Something was said" not in run.text
        assert run.browse.list.has_focus


async def test_ctrl_c_says_which_key_leaves(session: Session) -> None:
    async with opened(session) as run:
        await run.press("ctrl+c", "ctrl+c")
        assert run.notices == "Press q to leave."


@pytest.mark.parametrize("key", [None, "h"])
async def test_ctrl_c_copies_what_is_marked_and_says_so(session: Session, key: str | None) -> None:
    async with opened(session) as run:
        if key:
            await run.press(key)
        await run.press("tab")
        page = run.app.screen.query_one(PageView)
        await run.drag((page.region.x + 1, page.region.y + 1), (page.region.x + 20, page.region.y + 3))
        marked = run.app.screen.get_selected_text()
        assert marked
        await run.press("ctrl+c")

        assert run.app.clipboard == marked
        assert " ".join(marked.split()) in run.notices
        assert "Sent to the terminal's clipboard" in run.text


# The palette


async def test_the_palette_runs_a_command(session: Session) -> None:
    async with opened(session) as run:
        await run.press("ctrl+p")
        await run.type("Risks (5)")
        await run.sees("Risks (5)", "what to avoid")
        await run.press("enter")

        await run.until(lambda: run.view.id == "risks" and not run.has_dialog)


async def test_the_palette_leads_out_of_a_dialog(session: Session) -> None:
    async with opened(session) as run:
        await run.press("slash", "ctrl+p")
        await run.type("Risks (5)")
        await run.sees("Risks (5)", "what to avoid")
        await run.press("enter")

        await run.until(lambda: run.view.id == "risks" and not run.has_dialog)
        assert run.browse.list.has_focus


async def test_the_palette_runs_a_key_of_the_open_view(session: Session) -> None:
    async with opened(session) as run:
        await run.press("2", "ctrl+p")
        await run.type("The next row")
        await run.sees("The next row. (n)")
        await run.press("enter")

        await run.until(lambda: run.chosen == run.row_ids[1])


async def test_a_theme_chosen_in_the_palette_is_kept(session: Session, new_session: NewSession) -> None:
    async with opened(session) as run:
        await run.press("ctrl+p")
        await run.type("theme light")
        await run.sees("setting: theme light")
        await run.press("enter")
        await run.until(lambda: run.app.theme == "ssw-light")

    again = new_session()
    assert again.settings_file is not None
    again.settings = load(again.settings_file)
    async with opened(again) as run:
        assert run.app.theme == "ssw-light"


async def test_every_setting_of_the_palette_can_be_set(session: Session) -> None:
    async with opened(session) as run:
        await run.act("app.set('reminder_days', 90)")
        await run.act("app.set('look', 'ascii')")
        await run.act("app.set('theme', 'high-contrast')")

        assert (run.session.settings.reminder_days, run.session.settings.look) == (90, "ascii")
        assert run.app.theme == "ssw-high-contrast"


async def test_a_setting_that_cannot_be_kept_is_said_and_nothing_crashes(session: Session) -> None:
    assert session.settings_file is not None
    session.settings_file.write_text("theme = 3", encoding="utf-8")
    async with opened(session) as run:
        await run.act("app.set('theme', 'light')")

        await run.until(lambda: "theme must be dark, light or high-contrast" in run.notices)
        assert run.app.theme == "ssw-dark"


# Too small


async def test_a_window_that_is_too_small_says_so_and_comes_back(session: Session) -> None:
    async with opened(session) as run:
        await run.press("2", "down", "down")
        for place, size in enumerate(((20, 5), (59, 20), (60, 19)), start=2):
            assert run.chosen == run.row_ids[place]
            await run.resize(*size)
            await run.sees("too small", "60x20")
            assert "Nursing" not in run.text

            await run.resize(80, 24)
            await run.sees("Fields of work", "q quit")
            assert run.chosen == run.row_ids[place]
            await run.press("down")
            assert run.chosen == run.row_ids[place + 1]


async def test_a_start_in_a_window_that_is_too_small_says_so_and_q_leaves(session: Session) -> None:
    async with opened(session, (20, 5)) as run:
        await run.sees("too small", "q leaves")

        await run.press("q")

        assert not run.app.is_running


async def test_the_smallest_window_that_is_large_enough_shows_the_view(session: Session) -> None:
    async with opened(session, (60, 20)) as run:
        assert "too small" not in run.text
        assert "Where you stand" in run.text


async def test_a_dialog_waits_under_what_is_said_of_a_window_that_is_too_small(session: Session) -> None:
    async with opened(session) as run:
        await run.press("slash")
        await run.type("tax")
        await run.resize(20, 5)
        await run.sees("too small")
        await run.press("x", "escape", "1")

        await run.resize(80, 24)
        await run.until(lambda: isinstance(run.app.screen, SearchDialog))
        assert run.dialog(SearchDialog).input.value == "tax"


async def test_keys_do_nothing_behind_what_is_said_of_a_window_that_is_too_small(session: Session) -> None:
    async with opened(session) as run:
        await run.press("2")
        await run.resize(20, 5)
        await run.sees("too small")
        await run.press("5", "slash", "d", "down", "enter", "tab", "question_mark", "ctrl+p")

        await run.resize(80, 24)
        await run.until(lambda: not run.has_dialog)
        assert (run.view.id, run.chosen) == ("fields", "nursing-care")
        assert run.browse.list.has_focus


# Without colours


async def test_without_colours_the_focus_is_marked(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with opened(session) as run:
        await run.press("2")
        before = run.marked
        assert len(before) == 1

        await run.press("down")
        assert len(run.marked) == 1
        assert run.marked != before

        unfocused = run.text
        await run.press("tab")
        assert run.browse.page.has_focus
        assert run.text != unfocused


# What goes wrong


async def test_a_fault_is_remembered_without_values_and_words(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(view: FieldsView) -> None:
        number = view.id and "AB" + "12345678CD"
        raise RuntimeError(f"a fault of {number}")

    monkeypatch.setattr(FieldsView, "action_next_row", fail)
    apps: list[AdvisorApp] = []
    with pytest.raises(RuntimeError, match="a fault"):
        await _open_fields_and_go_on(session, apps)

    fault = apps[0].fault
    assert fault is not None
    assert fault.startswith("Traceback")
    assert fault.endswith("\nRuntimeError\n")
    assert "in fail\n" in fault
    assert "AB12345678CD" not in fault


async def _open_fields_and_go_on(session: Session, apps: list[AdvisorApp]) -> None:
    async with opened(session) as run:
        apps.append(run.app)
        await run.press("2", "n")


async def test_escape_leads_back_to_where_something_was_opened_from(session: Session) -> None:
    async with opened(session) as run:
        await run.press("7", "down", "enter", "v", "enter")
        assert (run.view.id, run.chosen) == ("risks", "passport-confiscation")

        await run.press("escape")
        assert (run.view.id, run.chosen) == ("reference", "passport-kept")
        assert run.browse.page.has_focus
        assert run.footer.strip().startswith("esc back")

        await run.press("escape", "escape")
        assert run.view.id == "reference"
        assert run.browse.list.has_focus


async def test_escape_leads_back_from_a_tab_to_another_and_out_of_a_procedure(session: Session) -> None:
    async with opened(session) as run:
        await run.act("app.open('reference', 'terms')")
        await run.act("app.open('rule', 'special-period-2-months')")
        await run.act("app.open('procedure', 'extension-of-stay')")
        await run.press("escape")
        assert run.chosen == "special-period-2-months"
        await run.press("escape")
        assert "[Words]" in run.text
        await run.press("escape")
        assert run.view.id == "overview"


async def test_a_view_that_was_opened_by_its_digit_leads_nowhere_back(session: Session) -> None:
    async with opened(session) as run:
        await run.act("app.open('procedure', 'extension-of-stay')")
        await run.press("7", "escape")
        assert run.view.id == "reference"

        await run.press("4", "escape")
        assert run.view.title == "Steps: what to do"


async def test_while_one_types_the_footer_names_no_letters(session: Session) -> None:
    async with opened(session) as run:
        await run.press("5", "f")
        assert run.footer.split() == ["enter", "to", "the", "list", "esc", "empty", "it", "F1", "keys"]

        await run.press("enter")
        assert "/ search" in run.footer


@pytest.mark.parametrize("view_id", ["risks", "reference"])
async def test_every_key_of_the_footer_and_the_list_works_in_every_tab(seeded: Session, view_id: str) -> None:
    async with opened(seeded) as run:
        await run.go(view_id)
        view = run.view_as(TabbedView)
        for tab_id in view.tabs:
            view.show_tab(tab_id)
            await run.until(lambda: run.row_ids)
            await run.press("end")
            for action in (*(hint.action for hint in view.hints), *(action for _, _, action in view.keys_help)):
                assert _has_action(run, action), (tab_id, action)
            keys = {key for shown, _, _ in view.keys_help for key in _bound(shown)}
            keys |= {key for hint in view.hints for key in _bound(hint.shown) if len(key) == 1}
            assert keys <= set(run.app.screen.active_bindings), tab_id
