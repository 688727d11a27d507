import pytest

from ssw_tui.output.findable import entries
from ssw_tui.output.kind_words import KIND_WORD
from ssw_tui.search import Entry
from ssw_tui.ui.dialogs.help_lines import HelpLinesDialog
from ssw_tui.ui.dialogs.search import SearchDialog
from ssw_tui.ui.places import PLACES
from ssw_tui.ui.session import Session
from ssw_tui.ui.views.tabbed import TabbedView
from tests.ui.opened import Opened, opened


async def _search(run: Opened, words: str) -> SearchDialog:
    """Search, and wait until what was found is shown."""
    await run.press("slash")
    dialog = run.dialog(SearchDialog)
    await run.type(words)
    await run.until(lambda: dialog.hits or "Nothing found" in run.text)
    return dialog


async def test_it_finds_what_one_types_and_says_what_it_is(session: Session) -> None:
    async with opened(session) as run:
        dialog = await _search(run, "lost card")

        assert dialog.hits[0].kind == "answer"
        assert run.marked[0].startswith("question")
        assert dialog.hits[0].title in run.words
        assert dialog.hits[0].excerpt[:30] in run.words


@pytest.mark.parametrize(
    ("words", "view"), [("overstay", "Risks"), ("extension of your stay", "Steps"), ("agriculture", "Fields")]
)
async def test_it_says_in_which_view_a_hit_opens(session: Session, words: str, view: str) -> None:
    async with opened(session) as run:
        dialog = await _search(run, words)
        shown = [row for row in dialog.list.rows if row.cells[2] == view]
        assert shown
        assert {PLACES[hit.kind].view for hit in dialog.hits if hit.kind in PLACES} >= {view.lower()}
        assert any(line.endswith(f"{view} │") or f" {view} " in line for line in run.lines)


async def test_japanese_english_and_a_typo_find_the_same_field(session: Session) -> None:
    async with opened(session) as run:
        for words in ("介護", "nursing", "nursng"):
            dialog = await _search(run, words)
            assert ("field", "nursing-care") in [(hit.kind, hit.id) for hit in dialog.hits], words
            await run.press("escape")


async def test_arrows_move_in_the_list_while_one_types(session: Session) -> None:
    async with opened(session) as run:
        dialog = await _search(run, "passport")
        await run.press("down", "down", "up")

        assert dialog.list.highlighted == 1
        assert dialog.input.has_focus
        assert dialog.hits[1].excerpt[:20] in run.words
        await run.press("up", "up", "up")
        assert dialog.list.highlighted == 0


async def test_where_nothing_fits_it_says_so_and_enter_stays(session: Session) -> None:
    async with opened(session) as run:
        dialog = await _search(run, "xqzwvk")
        assert 'Nothing found for "xqzwvk".' in run.words

        await run.press("down", "enter")
        assert run.app.screen is dialog


async def test_an_emptied_search_shows_nothing(session: Session) -> None:
    async with opened(session) as run:
        dialog = await _search(run, "tax")
        dialog.input.value = ""

        await run.until(lambda: not dialog.list.rows)
        assert "Nothing found" not in run.text


async def test_escape_closes_it_and_leaves_the_view_as_it_was(session: Session) -> None:
    async with opened(session) as run:
        await run.press("2", "down", "down")
        chosen = run.chosen
        await _search(run, "tax")
        await run.press("escape")

        assert not run.has_dialog
        assert (run.view.id, run.chosen) == ("fields", chosen)
        assert run.browse.list.has_focus


async def test_enter_opens_what_was_found(session: Session) -> None:
    async with opened(session) as run:
        dialog = await _search(run, "railway")
        assert (dialog.hits[0].kind, dialog.hits[0].id) == ("field", "railway")
        await run.press("enter")

        await run.until(lambda: run.view.id == "fields" and not run.has_dialog)
        assert run.chosen == "railway"
        assert run.browse.list.has_focus


async def test_a_click_opens_what_was_found(session: Session) -> None:
    async with opened(session) as run:
        await _search(run, "railway")
        await run.click("Railway")

        await run.until(lambda: not run.has_dialog)
        assert run.chosen == "railway"


async def test_every_kind_that_is_found_opens_in_its_place(session: Session) -> None:
    first = {entry.kind: entry for entry in reversed(entries(session.reader))}
    assert set(KIND_WORD) - set(first) == {"change-day"}
    async with opened(session) as run:
        for entry in first.values():
            await run.go("overview")
            await run.act("app.search")
            run.dialog(SearchDialog).dismiss((entry.kind, entry.id))

            await run.until(lambda entry=entry: _shows(run, entry))  # type: ignore[misc]


def _shows(run: Opened, entry: Entry) -> bool:
    chosen = run.chosen or ""
    match entry.kind:
        case "help-line":
            return isinstance(run.app.screen, HelpLinesDialog) and run.app.screen.list.chosen == entry.id
        case "procedure":
            return run.view.id == "steps" and chosen.startswith(f"{entry.id}/")
        case "document":
            return run.view.id == "steps" and chosen.endswith(f"/{entry.id}")
        case kind:
            tab = run.view.tab.id if isinstance(run.view, TabbedView) else None
            return (run.view.id, tab) == PLACES[kind] and chosen == entry.id


@pytest.mark.parametrize("kind", ["field", "other-work", "document"])
async def test_everything_that_can_be_found_has_a_place(session: Session, kind: str) -> None:
    lost = []
    async with opened(session) as run:
        for entry in entries(session.reader):
            if entry.kind == kind:
                await run.app.visit("overview")
                await run.app.open_record(kind, entry.id)
                if not _shows(run, entry):
                    lost.append(entry.id)

    assert not lost
