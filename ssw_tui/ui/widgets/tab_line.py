"""A line of tabs, the open one in brackets; a click opens one."""

from collections.abc import Mapping

from textual import events
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget


class TabLine(Widget):
    """Names tabs; the view that owns it changes `current`, and the open one stays in sight where not all fit."""

    DEFAULT_CSS = "TabLine { height: 1; text-wrap: nowrap; }"

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

    def _labels(self) -> list[tuple[str, str]]:
        """Give each tab with its label: with a space on both sides, or on one where the line is too narrow."""
        whole = sum(len(title) + 2 for title in self.titles.values())
        gap = " " if whole <= self.size.width else ""
        labels = [(tab, f"[{t}]" if tab == self.current else f"{gap}{t} ") for tab, t in self.titles.items()]
        while sum(len(label) for _, label in labels) > self.size.width and labels[0][0] != self.current:
            labels.pop(0)
        return labels

    def render(self) -> Content:
        """Draw the tabs."""
        return Content.assemble(
            *((label, "bold $accent" if tab == self.current else "") for tab, label in self._labels())
        )

    def on_click(self, event: events.Click) -> None:
        """Tell which tab is under the pointer."""
        place = event.x - self.gutter.left
        for tab, label in self._labels():
            place -= len(label)
            if place < 0:
                self.post_message(self.Chosen(tab))
                return
