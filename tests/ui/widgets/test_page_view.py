import pytest
from attrs import evolve
from textual.app import App
from textual.content import Content
from textual.geometry import Region

from ssw_tui.output.cells import cells
from ssw_tui.output.layout import ASCII, lay_out
from ssw_tui.output.page import Heading, Item, Page, Pair, Paragraph, Sign
from ssw_tui.ui import links
from ssw_tui.ui.session import Session
from ssw_tui.ui.widgets import page_view
from ssw_tui.ui.widgets.page_view import WIDEST, Row, as_content, rows_of
from tests.ui.opened import Opened, opened

LONG = Page(title="A long page", blocks=tuple(Paragraph(f"Line {number}") for number in range(100)))


async def _read(run: Opened) -> None:
    """Put a long page into the fields view and go to it."""
    await run.press("2", "enter")
    run.browse.page.show(LONG)
    await run.settle()


def test_a_page_keeps_its_words_and_reads_nothing_as_markup() -> None:
    page = Page(title="[b]x[/b]", blocks=(Heading("[/]"), Item("[red]y", Sign.MET, note="[@click=app.quit]z[/]")))

    shown = "\n".join(as_content(row).plain for line in lay_out(page, 40, ASCII) for row in rows_of(line, 40))

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


async def test_what_is_read_stays_at_the_top_when_the_window_changes(session: Session) -> None:
    numbered = Page(title="", blocks=tuple(Paragraph(f"<{number}> " + "and more of it " * 20) for number in range(40)))
    async with opened(session, (60, 24)) as run:
        await _read(run)
        page = run.browse.page
        page.show(numbered)
        await run.settle()
        row = page.text.split("\n").index(next(line for line in page.text.split("\n") if line.startswith("<20>")))
        page.scroll_to(y=row, animate=False)
        await run.until(lambda: page.scroll_offset.y == row)

        for size in ((90, 24), (60, 40), (150, 24), (60, 24)):
            await run.resize(*size)
            top = page.text.split("\n")[page.scroll_offset.y]

            assert top.startswith("<20>"), size
        assert page.scroll_offset.y == row


async def test_lines_stay_short_enough_to_read_in_a_wide_window(session: Session) -> None:
    async with opened(session, (200, 50)) as run:
        await run.press("2")
        lines = run.browse.page.text.split("\n")

        assert 80 < max(cells(line) for line in lines) <= WIDEST


@pytest.mark.parametrize(
    ("width", "rows"),
    [
        (60, ["Official page   https://www.moj.go.jp/isa/page.html"]),
        (40, ["Official page", "https://www.moj.go.jp/isa/page.html"]),
        (30, ["Official page", "https://www.moj.go.jp/isa/page", ".html"]),
    ],
)
def test_an_address_is_whole_where_it_fits_and_every_part_of_it_is_a_link(width: int, rows: list[str]) -> None:
    address = "https://www.moj.go.jp/isa/page.html"
    page = Page(title="", blocks=(Pair("Official page", address),))

    found = [row for line in lay_out(page, width, ASCII, title=False) for row in rows_of(line, width)]

    assert [row.text.strip() for row in found if row.text.strip()] == rows
    linked = [row for row in found if row.address]
    assert "".join(row.text.removeprefix("Official page").strip() for row in linked) == address
    assert all(row.address == address for row in linked)


@pytest.mark.parametrize(
    "text", ["See https://www.moj.go.jp/isa/.", "(https://www.moj.go.jp/isa/)", "頁https://www.moj.go.jp/isa/。"]
)
def test_what_stands_around_an_address_is_no_part_of_it(text: str) -> None:
    [line] = lay_out(Page(title="", blocks=(Paragraph(text),)), 60, ASCII, title=False)
    [row] = rows_of(line, 60)

    assert row.address == "https://www.moj.go.jp/isa/"
    [link] = [span for span in as_content(row).spans if getattr(span.style, "link", None)]
    assert as_content(row).plain[link.start : link.end] == row.address


async def test_an_address_is_opened_where_it_is_clicked_and_nothing_beside_it(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(App, "open_url", lambda _, url: asked.append(url))
    monkeypatch.setattr(links, "has_browser", lambda: True)
    async with opened(session) as run:
        await _read(run)
        run.browse.page.show(Page(title="Links", blocks=(Paragraph("beside"), Paragraph("https://www.moj.go.jp/isa/"))))
        await run.sees("https://www.moj.go.jp/isa/")
        await run.click("beside")
        assert not asked

        await run.click("www.moj")
        await run.until(lambda: asked == ["https://www.moj.go.jp/isa/"])


async def test_an_address_that_is_marked_with_the_mouse_is_not_opened(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(App, "open_url", lambda _, url: asked.append(url))
    monkeypatch.setattr(links, "has_browser", lambda: True)
    async with opened(session) as run:
        await _read(run)
        run.browse.page.show(Page(title="Links", blocks=(Paragraph("https://www.moj.go.jp/isa/"),)))
        await run.sees("https://www.moj.go.jp/isa/")
        row = next(number for number, line in enumerate(run.lines) if "www.moj" in line)
        column = cells(run.lines[row].partition("www.moj")[0])
        await run.drag((column, row), (column + 10, row))
        assert run.app.screen.get_selected_text() == "www.moj.go."
        assert not asked

        await run.click_at(column, row)
        await run.until(lambda: asked == ["https://www.moj.go.jp/isa/"])
        await run.click_at(column, row)
        await run.settle()
        assert len(asked) == 1


async def test_lines_marked_with_the_mouse_are_drawn_so_and_copied_also_further_down(session: Session) -> None:
    async with opened(session) as run:
        await _read(run)
        page = run.browse.page
        await run.press("down", "down", "down")
        await run.until(lambda: page.scroll_offset.y == 3)
        row = next(number for number, line in enumerate(run.lines) if "Line 4" in line)
        column = cells(run.lines[row].partition("Line 4")[0])
        before = page.render_lines(Region(0, 0, *page.size))

        await run.drag((column + 2, row), (column + 4, row + 2))

        assert run.app.screen.get_selected_text() == "ne 4\nLine 5\nLine "
        assert page.render_lines(Region(0, 0, *page.size)) != before


async def test_only_the_lines_in_sight_are_drawn(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    async with opened(session) as run:
        await _read(run)
        drawn: list[Row] = []

        def draw(row: Row) -> Content:
            drawn.append(row)
            return as_content(row)

        monkeypatch.setattr(page_view, "as_content", draw)
        run.browse.page.show(evolve(LONG, title="Another long page"))
        await run.sees("Another long page")

        assert 0 < len(drawn) <= 2 * run.browse.page.size.height
