import pytest

from ssw_tui.commands import VIEWS
from ssw_tui.ui.session import Session
from ssw_tui.ui.views.browse import BrowseView
from ssw_tui.ui.views.quiz import QuizView
from ssw_tui.ui.views.tabs import TABS
from tests.ui.opened import Opened, opened

SIZES = ((60, 20), (80, 24), (100, 30), (120, 36), (240, 60))
BROWSED = [view.id for view in VIEWS if view.id != "quiz"]


def _assert_in_place(run: Opened) -> None:
    """Check that list and page lie side by side or above each other, inside the screen, and both say something."""
    view = run.browse
    below = view.region
    for widget in (view.list, view.page):
        assert below.contains_region(widget.region)
        assert widget.region.width >= 15
        assert widget.region.height >= 1
        shown = [line[widget.region.x : widget.region.right] for line in run.lines]
        assert "".join(shown[widget.region.y : widget.region.bottom]).strip()
    assert not view.list.region.overlaps(view.page.region)
    assert len(run.marked) == 1


def _assert_bars_whole(run: Opened) -> None:
    assert all(view.title in run.navigation for view in VIEWS)
    assert run.navigation.count("[") == run.navigation.count("]") == 1
    for line in (run.navigation, run.footer):
        assert ".." not in line
    assert "? keys" in run.footer
    assert "Rules as of 22 Nov 2026" in run.status


@pytest.mark.parametrize("view_id", BROWSED)
async def test_every_size_shows_the_list_and_the_page_of_a_view_and_keeps_the_row(
    seeded: Session, view_id: str
) -> None:
    async with opened(seeded) as run:
        await run.go(view_id)
        await run.press(*["down"] * 14)
        chosen = run.chosen
        assert chosen

        for size in (SIZES[-1], *SIZES):
            await run.resize(*size)
            assert run.chosen == chosen
            _assert_in_place(run)
            _assert_bars_whole(run)


async def test_every_size_shows_the_steps_of_a_procedure_and_keeps_the_row(seeded: Session) -> None:
    async with opened(seeded) as run:
        await run.go("steps")
        await run.press("enter", "down", "down", "down")
        chosen = run.chosen
        for size in SIZES:
            await run.resize(*size)
            assert run.chosen == chosen
            _assert_in_place(run)


async def test_every_size_shows_the_question_of_the_quiz_and_its_options(session: Session) -> None:
    async with opened(session) as run:
        await run.go("quiz")
        view = run.view_as(QuizView)
        for size in SIZES:
            await run.resize(*size)
            _assert_bars_whole(run)
            for widget in (view.asking.prompt, view.list, view.asking.why):
                assert view.region.contains_region(widget.region)
                assert widget.region.area > 0
            assert not view.list.region.overlaps(view.asking.why.region)
            assert len(run.marked) == 1


async def test_every_size_shows_the_tabs_of_the_reference_whole(session: Session) -> None:
    async with opened(session) as run:
        for tab in (TABS[0], TABS[-1]):
            await run.act(f"app.open('reference', '{tab.id}')")
            for size in SIZES:
                await run.resize(*size)
                tabs = " ".join(run.lines[2:4] if size[0] < 76 else run.lines[2:3])
                assert f"[{tab.title}]" in tabs
                assert all(other.title in tabs for other in TABS)


async def test_another_size_keeps_what_is_read(session: Session) -> None:
    async with opened(session) as run:
        await run.press("2", "down", "enter")
        title = run.page_title
        for size in SIZES:
            await run.resize(*size)

            assert run.browse.page.has_focus
            assert run.page_title == title
            assert title.split("（")[0] in run.text


async def test_list_and_page_stand_side_by_side_from_a_hundred_columns_on(session: Session) -> None:
    async with opened(session) as run:
        await run.go("fields")
        view = run.view_as(BrowseView)
        assert view.page.region.y > view.list.region.y

        await run.resize(100, 30)
        await run.until(lambda: view.page.region.x >= view.list.region.right)
        assert view.page.region.y < view.list.region.y + 2
        assert view.page.region.x >= view.list.region.right

        await run.resize(99, 30)
        await run.until(lambda: view.page.region.y >= view.list.region.bottom)
