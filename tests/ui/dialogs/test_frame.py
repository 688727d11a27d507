import pytest

from ssw_tui.ui.dialogs.confirm import ConfirmDialog
from ssw_tui.ui.session import Session
from tests.ui.opened import opened

OPENING = {"search": "slash", "keys": "question_mark", "help-lines": "h", "date": "d", "card": "a"}


async def test_a_click_beside_a_dialog_closes_it_and_one_inside_does_not(session: Session) -> None:
    async with opened(session) as run:
        await run.press("6")
        for name, key in OPENING.items():
            await run.press(key)
            box = run.app.screen.query_one(".box").region
            await run.click_at(box.x + box.width - 3, box.y + box.height - 2)
            assert run.has_dialog, name

            await run.click_at(0, 0)
            assert not run.has_dialog, name
            assert session.card_files() == []
            assert run.browse.list.has_focus, name


@pytest.mark.parametrize("size", [(60, 20), (80, 24)], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_every_dialog_lies_inside_the_window_and_gives_the_keys_back(
    session: Session, size: tuple[int, int]
) -> None:
    async with opened(session, size) as run:
        await run.press("6")
        for name, key in OPENING.items():
            await run.press(key)
            screen = run.app.screen
            assert screen.region.contains_region(screen.query_one(".box").region), name
            assert screen.focused is not None, name
            assert screen.region.contains_region(screen.focused.region), name
            assert screen.focused.region.area > 0, name

            await run.press("escape")
            assert not run.has_dialog, name
            assert run.browse.list.has_focus, name


async def test_keys_of_the_view_do_nothing_under_a_dialog(session: Session) -> None:
    async with opened(session) as run:
        await run.press("5", "question_mark", "2", "d", "f")

        assert run.view.id == "risks"
        assert len(run.app.screen_stack) == 2


async def test_going_to_a_view_closes_every_dialog(session: Session) -> None:
    async with opened(session) as run:
        await run.press("6", "a")
        await run.app.visit("risks")

        assert not run.has_dialog
        assert run.view.id == "risks"

        run.app.push_screen(ConfirmDialog("A title for which there is no room. " * 3, "Really?", "Yes", "No"))
        await run.sees(".. ─╮")
