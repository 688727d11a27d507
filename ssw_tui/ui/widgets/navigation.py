"""The line of views at the top."""

from textual import events
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from ssw_tui.commands import VIEWS, ViewEntry


class NavigationBar(Widget):
    """Names the views with their digits; a click opens one."""

    DEFAULT_CSS = "NavigationBar { height: 1; background: $panel; padding: 0 0 0 1; text-wrap: nowrap; }"

    current: reactive[str] = reactive("overview")

    def _label(self, view: ViewEntry) -> str:
        gap = "" if self.size.width < 66 else " "
        name = f"{view.key}{gap}{view.title}"
        return f"[{name}]" if view.id == self.current else f" {name} " if self.size.width >= 76 else f"{name} "

    def render(self) -> Content:
        """Draw the views, the open one in brackets."""
        return Content.assemble(
            *((self._label(view), "bold $accent" if view.id == self.current else "") for view in VIEWS)
        )

    async def on_click(self, event: events.Click) -> None:
        """Open the view under the pointer."""
        place = event.x - self.gutter.left
        for view in VIEWS:
            place -= len(self._label(view))
            if place < 0:
                await self.run_action(f"app.go('{view.id}')")
                return
