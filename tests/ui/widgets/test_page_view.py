from textual.widgets import Static

from ssw_tui.output.cells import cells
from ssw_tui.output.layout import ASCII, lay_out
from ssw_tui.output.page import Heading, Item, Page, Paragraph, Sign
from ssw_tui.ui.session import Session
from ssw_tui.ui.widgets.page_view import WIDEST, as_content
from tests.ui.opened import Opened, opened

LONG = Page(title="A long page", blocks=tuple(Paragraph(f"Line {number}") for number in range(100)))


async def _read(run: Opened) -> None:
    """Put a long page into the fields view and go to it."""
    await run.press("2", "enter")
    run.browse.page.show(LONG)
    await run.settle()


def test_a_page_keeps_its_words_and_reads_nothing_as_markup() -> None:
    page = Page(title="[b]x[/b]", blocks=(Heading("[/]"), Item("[red]y", Sign.MET, note="[@click=app.quit]z[/]")))

    shown = as_content(lay_out(page, 40, ASCII)).plain

    for text in ("[b]x[/b]", "[/]", "[red]y", "[@click=app.quit]z[/]"):
        assert text in shown


async def test_a_page_scrolls_with_the_keys_of_a_reader(session: Session) -> None:
    async with opened(session) as run:
        await _read(run)
        page = run.browse.page
        for key, place in (("j", 1), ("j", 2), ("k", 1), ("g", 0), ("down", 1), ("home", 0)):
            await run.press(key)
            await run.until(lambda place=place: page.scroll_offset.y == place)  # type: ignore[misc]

        await run.press("G")
        await run.until(lambda: page.scroll_offset.y == page.max_scroll_y)
        await run.sees("Line 99")
        await run.press("g", "pagedown")
        await run.until(lambda: page.scroll_offset.y > 5)


async def test_another_page_begins_at_its_top(session: Session) -> None:
    async with opened(session) as run:
        await _read(run)
        await run.press("G")
        await run.until(lambda: run.browse.page.scroll_offset.y)
        run.browse.page.show(LONG)

        await run.until(lambda: run.browse.page.scroll_offset.y == 0)


async def test_a_page_is_laid_out_anew_for_another_width(session: Session) -> None:
    text = "some words to wrap " * 20
    async with opened(session) as run:
        await _read(run)
        run.browse.page.show(Page(title="Wrapped", blocks=(Paragraph(text),)))
        await run.settle()
        count = sum("words" in line for line in run.lines)

        await run.resize(60, 24)
        await run.until(lambda: sum("words" in line for line in run.lines) > count)


async def test_lines_stay_short_enough_to_read_in_a_wide_window(session: Session) -> None:
    async with opened(session, (200, 50)) as run:
        await run.press("2")
        lines = str(run.browse.page.query_one(Static).content).split("\n")

        assert 80 < max(cells(line) for line in lines) <= WIDEST
