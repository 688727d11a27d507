"""A line of tabs, the open one in brackets; a click opens one."""

from collections.abc import Mapping

from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from ssw_tui.output.layout import ASCII, Look


def arrow_keys(look: Look) -> str:
    """Name the keys that change the tab, as the footer shows them."""
    return "left/right" if look is ASCII else "←→"


class TabLine(Widget):
    """Names tabs, in several rows where they do not fit in one; the view that owns it changes `current`."""

    DEFAULT_CSS = "TabLine { height: auto; text-wrap: nowrap; }"

    current: reactive[str] = reactive("")

    class Chosen(Message):
        """A tab was clicked."""

        def __init__(self, tab: str) -> None:
            super().__init__()
            self.tab = tab

    def __init__(self, titles: Mapping[str, str]) -> None:
        super().__init__()
        self.titles = titles
        self.current = next(iter(titles))

    def beside(self, step: int) -> str:
        """Give the tab so many places from the open one, around the end."""
        tabs = list(self.titles)
        return tabs[(tabs.index(self.current) + step) % len(tabs)]

    def _rows(self, width: int) -> list[list[tuple[str, str]]]:
        """Give each tab with its label, in as many rows as they need; spaces are the first to go."""
        whole = sum(len(title) + 2 for title in self.titles.values())
        gap = " " if whole <= width else ""
        rows: list[list[tuple[str, str]]] = [[]]
        for tab, title in self.titles.items():
            label = f"[{title}]" if tab == self.current else f"{gap}{title} "
            # The brackets of the open tab take a cell more; where a row ends must not change with the tab.
            if rows[-1] and sum(len(one) for _, one in rows[-1]) + len(title) + 2 > width:
                rows.append([])
            rows[-1].append((tab, label))
        return rows

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Take as many rows as the tabs need."""
        return len(self._rows(width))

    def render(self) -> Content:
        """Draw the tabs."""
        return Content("\n").join(
            Content.assemble(*((label, "bold $accent" if tab == self.current else "") for tab, label in row))
            for row in self._rows(self.size.width)
        )

    def on_click(self, event: events.Click) -> None:
        """Tell which tab is under the pointer."""
        rows = self._rows(self.size.width)
        place = event.x - self.gutter.left
        for tab, label in rows[min(event.y, len(rows) - 1)]:
            place -= len(label)
            if place < 0:
                self.post_message(self.Chosen(tab))
                return
