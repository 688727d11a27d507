import pytest

from ssw_tui.ui.dialogs.choose import LONG, ChooseDialog
from ssw_tui.ui.session import Session
from ssw_tui.ui.widgets.choice_list import Row
from tests.ui.opened import Opened, opened

FEW = tuple(Row(id=f"row-{number}", cells=(f"Choice {number}",)) for number in range(4))
MANY = tuple(Row(id=f"row-{number}", cells=(f"Choice {number}  選択",)) for number in range(LONG + 5))


async def _ask(run: Opened, rows: tuple[Row, ...], current: str | None = None) -> list[str | None]:
    given: list[str | None] = []
    await run.app.push_screen(ChooseDialog("One of these", rows, current), given.append)
    await run.settle()
    return given


@pytest.mark.parametrize("rows", [FEW, MANY], ids=["few", "many"])
async def test_it_begins_at_what_was_chosen_before(session: Session, rows: tuple[Row, ...]) -> None:
    async with opened(session) as run:
        given = await _ask(run, rows, "row-2")
        assert run.marked[0].startswith("Choice 2")

        await run.press("enter")
        assert given == ["row-2"]


async def test_a_long_list_is_filtered_as_one_types_while_arrows_move_in_it(session: Session) -> None:
    async with opened(session) as run:
        given = await _ask(run, MANY)
        await run.type("選択 1")
        await run.press("down", "down", "up", "enter")

        assert given == ["row-10"]


async def test_what_begins_as_it_was_typed_comes_before_what_only_has_the_words(session: Session) -> None:
    fields = (Row(id="made", cells=("Manufacture of Food and Beverages",)), Row(id="served", cells=("Food Service",)))
    async with opened(session) as run:
        given = await _ask(run, (*fields, *MANY))
        await run.type("food s")
        await run.press("enter")

        assert given == ["served"]


async def test_where_nothing_fits_enter_takes_nothing(session: Session) -> None:
    async with opened(session) as run:
        given = await _ask(run, MANY)
        await run.type("xyzzy")
        await run.press("down", "enter")

        assert given == []
        await run.press("escape")
        assert given == [None]


async def test_a_click_takes_a_row(session: Session) -> None:
    async with opened(session) as run:
        given = await _ask(run, FEW)
        await run.click("Choice 3")

        await run.until(lambda: given == ["row-3"])
