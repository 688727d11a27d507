"""The line under the navigation: what this is, and for which day it speaks."""

from textual import events
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from ssw_tui.output.cells import cells


class StatusLine(Widget):
    """The view's title on the left, the date of the rules on the right; a click on it asks for another date."""

    DEFAULT_CSS = "StatusLine { height: 1; padding: 0 1; text-wrap: nowrap; }"

    title: reactive[str] = reactive("")
    date_text: reactive[str] = reactive("")
    loud: reactive[bool] = reactive(False)

    def render(self) -> Content:
        """Draw both ends."""
        room = self.size.width - cells(self.title) - cells(self.date_text)
        gap = " " * max(1, room)
        return Content.assemble((self.title, "bold"), gap, (self.date_text, "bold $warning" if self.loud else "$quiet"))

    async def on_click(self, event: events.Click) -> None:
        """Ask for a date."""
        if event.x >= self.size.width - cells(self.date_text):
            await self.run_action("app.date")
