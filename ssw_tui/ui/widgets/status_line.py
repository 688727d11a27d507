"""The line under the navigation: what this is, and for which day it speaks."""

from textual import events
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from ssw_tui.output.cells import cells, fit

LEAST_TITLE = 8
"""With fewer cells than this beside the day no title is shown."""


class StatusLine(Widget):
    """The view's title on the left, the date of the rules on the right; a click on it asks for another date."""

    DEFAULT_CSS = "StatusLine { height: 1; padding: 0 1; text-wrap: nowrap; }"

    title: reactive[str] = reactive("")
    date_text: reactive[str] = reactive("")
    short_date_text: reactive[str] = reactive("")
    """The same in fewer words, for where the whole does not fit beside the title; empty: there is no shorter one."""
    loud: reactive[bool] = reactive(False)

    @property
    def _date(self) -> str:
        fits = cells(self.title) + 1 + cells(self.date_text) <= self.size.width
        return self.date_text if fits else self.short_date_text or self.date_text

    def render(self) -> Content:
        """Draw both ends; the day is always whole, the title gives way."""
        room = self.size.width - cells(self._date)
        title = fit(self.title, room - 1) + " " if room > LEAST_TITLE else " " * max(0, room)
        return Content.assemble((title, "bold"), (self._date, "bold $warning" if self.loud else "$quiet"))

    async def on_click(self, event: events.Click) -> None:
        """Ask for a date."""
        if event.x >= self.size.width - cells(self._date):
            await self.run_action("app.date")
