"""The line of views at the top."""

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from ssw_tui.commands import VIEWS, ViewEntry


class NavigationBar(Widget, can_focus=True):
    """Names the views with their digits; a click opens one, and with the focus (tab) the arrows and enter do."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "point(-1)", show=False),
        Binding("right", "point(1)", show=False),
        Binding("enter,space,down", "open", show=False),
    ]
    DEFAULT_CSS = "NavigationBar { height: 1; background: $panel; padding: 0 0 0 1; text-wrap: nowrap; }"

    current: reactive[str] = reactive("overview")
    pointed: reactive[int] = reactive(0)
    """The view that enter opens, while the line has the focus."""

    def on_focus(self) -> None:
        """Begin at the open view."""
        self.pointed = next(place for place, view in enumerate(VIEWS) if view.id == self.current)

    def action_point(self, step: int) -> None:
        """Point at the view beside."""
        self.pointed = (self.pointed + step) % len(VIEWS)

    async def action_open(self) -> None:
        """Open the view that is pointed at."""
        await self.run_action(f"app.go('{VIEWS[self.pointed].id}')")

    def _label(self, view: ViewEntry) -> str:
        gap = "" if self.size.width < 66 else " "
        name = f"{view.key}{gap}{view.title}"
        if self.has_focus and view is VIEWS[self.pointed]:
            return f">{name}<" if gap else f"{name}<"
        return f"[{name}]" if view.id == self.current else f" {name} " if self.size.width >= 76 else f"{name} "

    def _style(self, view: ViewEntry) -> str:
        if self.has_focus and view is VIEWS[self.pointed]:
            return "bold reverse"
        return "bold $accent" if view.id == self.current else ""

    def render(self) -> Content:
        """Draw the views, the open one in brackets, the one that is pointed at between arrows."""
        return Content.assemble(*((self._label(view), self._style(view)) for view in VIEWS))

    async def on_click(self, event: events.Click) -> None:
        """Open the view under the pointer."""
        place = event.x - self.gutter.left
        for view in VIEWS:
            place -= len(self._label(view))
            if place < 0:
                await self.run_action(f"app.go('{view.id}')")
                return
