from collections.abc import Sequence

from ssw_tui.output.page import Tone
from ssw_tui.ui.dialogs.choose import ChooseDialog
from ssw_tui.ui.session import Session
from ssw_tui.ui.widgets.choice_list import ChoiceList, Row
from tests.ui.opened import Opened, opened


async def _shown(run: Opened, rows: Sequence[Row], columns: Sequence[int | None] = (None,)) -> ChoiceList:
    """Put a list on the screen, in a dialog of its own."""
    dialog = ChooseDialog("A list", ())
    await run.app.push_screen(dialog)
    await run.settle()
    dialog.list.set_columns(columns)
    dialog.list.set_rows(rows)
    await run.settle()
    return dialog.list


def _rows(*texts: str) -> list[Row]:
    return [Row(id=f"row-{number}", cells=(text,)) for number, text in enumerate(texts)]


async def test_only_the_row_in_focus_bears_the_mark(session: Session) -> None:
    async with opened(session) as run:
        shown = await _shown(run, _rows("one", "two", "three"))
        for number, name in enumerate(("one", "two", "three")):
            shown.highlighted = number
            await run.settle()

            assert [line.split()[0] for line in run.marked] == [name]


async def test_columns_stand_under_each_other_also_with_japanese(session: Session) -> None:
    rows = [Row(id="a", cells=("介護", "open")), Row(id="b", cells=("Railway", "open"))]
    async with opened(session) as run:
        await _shown(run, rows, (None, 8))

        first, second = (line for line in run.lines if "open" in line)
        assert first.index("open") + 2 == second.index("open")


async def test_a_long_row_is_wrapped_under_its_text(session: Session) -> None:
    text = "a long line of words " * 6
    async with opened(session) as run:
        await _shown(run, [Row(id="a", lead="[ ] ", cells=(text.strip(),))])

        first, second = [line for line in run.lines if "words" in line][:2]
        assert first.index("a long") == second.index(second.strip("│ ")[:4])
        assert text.strip() in " ".join(run.words.replace("│", "").split())


async def test_what_stands_after_a_tab_is_left_out_where_it_does_not_fit(session: Session) -> None:
    async with opened(session) as run:
        await _shown(run, [Row(id="a", cells=("x" * 60 + "\tmore",)), Row(id="b", cells=("short\tmore",))])

        assert run.text.count("more") == 1
        assert "short  more" in run.text


async def test_what_stands_after_a_vertical_tab_goes_to_the_right_or_under_it(session: Session) -> None:
    async with opened(session) as run:
        await _shown(
            run, [Row(id="a", cells=("x" * 60 + "\v20 Jan 2027",)), Row(id="b", cells=("short\v21 Jan 2027",))]
        )

        under, beside = (next(line for line in run.lines if day in line) for day in ("20 Jan", "21 Jan"))
        assert "x" not in under
        assert beside.index("21 Jan 2027") > beside.index("short") + 20
        assert "\v" not in run.text


async def test_the_focus_stays_on_the_named_row_when_rows_change(session: Session) -> None:
    async with opened(session) as run:
        shown = await _shown(run, _rows("one", "two", "three"))
        shown.choose("row-2")
        shown.set_rows(reversed(_rows("one", "two", "three")))
        assert shown.chosen == "row-2"

        shown.set_rows(_rows("one"))
        assert shown.chosen == "row-0"
        shown.set_rows([])
        assert shown.chosen is None


async def test_headings_cannot_be_chosen(session: Session) -> None:
    rows = [Row(id="group", cells=("Group",), heading=True), *_rows("one", "two")]
    async with opened(session) as run:
        shown = await _shown(run, rows)

        assert shown.chosen == "row-0"
        await run.press("g")
        assert shown.chosen == "row-0"
        await run.press("k", "k", "k")
        assert shown.chosen in ("row-0", "row-1")


async def test_every_tone_can_be_drawn(session: Session) -> None:
    async with opened(session) as run:
        await _shown(run, [Row(id=tone, cells=(f"said-{tone}",), tone=tone) for tone in Tone])

        assert all(f"said-{tone}" in run.text for tone in Tone)


async def test_a_list_is_as_wide_as_its_widest_row_where_asked(session: Session) -> None:
    async with opened(session) as run:
        shown = await _shown(run, _rows("在留カード", "a"))
        shown.fit_width()
        await run.settle()

        assert shown.region.width == 4 + 10
