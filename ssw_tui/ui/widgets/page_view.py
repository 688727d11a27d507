"""A page that scrolls, laid out anew for each width."""

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from ssw_tui.output.layout import Line, Look, lay_out
from ssw_tui.output.page import Page, Tone, without_commands
from ssw_tui.ui.widgets.plain import Plain

STYLES = {
    Tone.NORMAL: "",
    Tone.QUIET: "$quiet",
    Tone.STRONG: "bold",
    Tone.WARNING: "bold $warning",
    Tone.GOOD: "bold $success",
    Tone.BAD: "bold $error",
    Tone.TITLE: "bold $accent",
}

WIDEST = 92
"""Longer lines are hard to read."""


def as_content(lines: tuple[Line, ...]) -> Content:
    """Give laid-out lines as Textual shows them; no text is read as markup."""
    rows = (Content.assemble(*((span.text, STYLES[span.tone]) for span in line)) for line in lines)
    return Content("\n").join(rows)


class PageView(VerticalScroll, Plain, can_focus=True):
    """Shows one page at a time."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j", "scroll_down", show=False),
        Binding("k", "scroll_up", show=False),
        Binding("space", "page_down", show=False),
        Binding("g", "scroll_home", show=False),
        Binding("G", "scroll_end", show=False),
    ]
    DEFAULT_CSS = """
    PageView { padding: 0 1; scrollbar-size-vertical: 1; scrollbar-gutter: stable; }
    PageView > Static { width: 100%; height: auto; }
    """

    def __init__(self, look: Look, *, id: str | None = None, with_title: bool = True) -> None:
        super().__init__(id=id)
        self._look = look
        self._with_title = with_title
        self.page: Page | None = None

    def compose(self) -> ComposeResult:
        """Hold one text."""
        yield Static("", markup=False)

    def show(self, page: Page, *, from_top: bool = True) -> None:
        """Show a page, from its top unless it is the same page again."""
        self.page = page
        self._draw()
        if from_top:
            self.scroll_home(animate=False)

    def _draw(self) -> None:
        width = min(self.scrollable_content_region.width - 1, WIDEST)
        if self.page is None or width < 1:
            return
        lines = lay_out(without_commands(self.page), width, self._look, title=self._with_title)
        self.query_one(Static).update(as_content(lines))

    def on_resize(self, _: events.Resize) -> None:
        """Lay the page out for the new width."""
        self._draw()
