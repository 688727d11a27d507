"""A page that scrolls, laid out anew for each width."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate
from typing import ClassVar

from attrs import frozen
from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip
from textual.style import Style
from textual.visual import Visual

from ssw_tui.output.cells import cells
from ssw_tui.output.layout import Line, Look, Span, lay_out, wrap
from ssw_tui.output.page import Page, without_commands
from ssw_tui.ui.links import open_in_browser
from ssw_tui.ui.themes import STYLES

ADDRESS = re.compile(r"https?://[!-'*-~]+(?<![.,;])")
"""The address of a page on the network; a bracket around it and the end of its sentence are no part of it."""
WIDEST = 92
"""Longer lines are hard to read."""


@frozen
class Row:
    """A line of the page that is no wider than the page."""

    line: Line
    """What it says."""
    address: str = ""
    """The address on the network that it shows, maybe only a part of it; nothing: none."""

    @property
    def text(self) -> str:
        """What it says, in one."""
        return "".join(span.text for span in self.line)


def rows_of(line: Line, width: int) -> Iterator[Row]:
    """Give a laid-out line; an address that is wider than the page is broken, and begins in the first column."""
    whole = Row(line)
    found = ADDRESS.search(whole.text)
    if not found:
        yield whole
    elif cells(whole.text) <= width:
        yield Row(line, found[0])
    else:
        *lead, last = line
        if any(span.text.strip() for span in lead):
            yield Row(tuple(lead))
        yield from (Row((Span(part, last.tone),), found[0]) for part in wrap(last.text, width))


def as_content(row: Row) -> Content:
    """Give a row as Textual shows it, an address as a link; no text is read as markup."""
    content = Content.assemble(*((span.text, STYLES[span.tone]) for span in row.line))
    if not row.address:
        return content
    begin = max(0, row.text.find(row.address))
    return content.stylize(Style(link=row.address, underline=True), begin, begin + len(row.address))


class PageView(ScrollView, can_focus=True):
    """Shows one page at a time.

    Only the lines in sight are drawn: a page may be long, and every view keeps one.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j", "scroll_down", show=False),
        Binding("k", "scroll_up", show=False),
        Binding("space", "page_down", show=False),
        Binding("g", "scroll_home", show=False),
        Binding("G", "scroll_end", show=False),
    ]
    DEFAULT_CSS = """
    PageView { padding: 0 1; overflow-x: hidden; scrollbar-size-vertical: 1; scrollbar-gutter: stable; }
    """

    def __init__(self, look: Look, *, id: str | None = None, with_title: bool = True) -> None:
        super().__init__(id=id)
        self._look = look
        self._with_title = with_title
        self._rows: list[Row] = []
        self.page: Page | None = None

    @property
    def text(self) -> str:
        """What the page says, also where it is not in sight, line by line."""
        return "\n".join(row.text for row in self._rows)

    def show(self, page: Page, *, from_top: bool = True) -> None:
        """Show a page, from its top unless it is the same page again."""
        self.page = page
        self._draw()
        if from_top:
            self.scroll_home(animate=False)

    def render_line(self, y: int) -> Strip:
        """Draw a line of those in sight, where it is marked with the mouse as marked."""
        place = y + self.scroll_offset.y
        if place >= len(self._rows):
            return Strip.blank(self.size.width, self.rich_style)
        line = self._marked(place, as_content(self._rows[place]))
        [strip] = Visual.to_strips(
            self, line, max(self.size.width, line.cell_length), 1, self.visual_style, apply_selection=False, pad=True
        ) or [Strip.blank(self.size.width, self.rich_style)]
        return strip.apply_offsets(0, place)

    def get_selection(self, selection: Selection) -> tuple[str, str]:
        """Give the text that is marked with the mouse, and what follows it where more is marked."""
        return selection.extract(self.text), "\n"

    def selection_updated(self, selection: Selection | None) -> None:
        """Draw what is marked."""
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Open the address that is clicked; the end of marking, and the second of two quick clicks, open nothing."""
        if event.style.link and event.chain == 1 and not self.text_selection:
            open_in_browser(self.app, event.style.link)

    def on_resize(self, _: events.Resize) -> None:
        """Lay the page out for the new width; what was at the top stays there."""
        read = [0, *self._letters()][min(self.scroll_offset.y, len(self._rows))]
        self._draw()
        self.scroll_to(y=bisect_right(self._letters(), read), animate=False)

    def _letters(self) -> list[int]:
        """Count the letters up to the end of each row: at any width as many stand before the same word."""
        return list(accumulate(len("".join(row.text.split())) for row in self._rows))

    def _draw(self) -> None:
        width = min(self.scrollable_content_region.width - 1, WIDEST)
        if self.page is None or width < 1:
            return
        lines = lay_out(without_commands(self.page), width, self._look, title=self._with_title)
        self._rows = [row for line in lines for row in rows_of(line, width)]
        self.virtual_size = Size(width, len(self._rows))
        self.refresh()

    def _marked(self, place: int, line: Content) -> Content:
        """Give a line with what is marked of it."""
        span = self.text_selection.get_span(place) if self.text_selection else None
        if span is None:
            return line
        start, end = span
        style = Style.from_styles(self.screen.get_component_styles("screen--selection"))
        return line.stylize(style, start, None if end == -1 else end)
