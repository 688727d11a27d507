"""Two days, between which something is listed."""

from datetime import date

from textual import on
from textual.app import ComposeResult
from textual.containers import Container
from textual.widgets import Input, Static

from ssw_tui.advice.days import parse_day
from ssw_tui.ui.dialogs.frame import Dialog

Between = tuple[date, date | None]
"""A first day, and a last one where one was named."""


class BetweenDialog(Dialog[Between]):
    """Asks for a first and a last day; an empty one sets no bound."""

    def __init__(self, first: date, last: date | None) -> None:
        super().__init__()
        shown = "" if first == date.min else first.isoformat()
        self.first = Input(shown, placeholder="2026-01-01; empty: from the beginning")
        self.last = Input(last.isoformat() if last else "", placeholder="2026-12-31; empty: up to a year ahead")
        self.fault = Static("", classes="fault", markup=False)

    def compose(self) -> ComposeResult:
        """Lay out both days."""
        with Container(classes="box small") as box:
            box.border_title = "What changed between which days?"
            yield Static("First day")
            yield self.first
            yield Static("Last day")
            yield self.last
            yield self.fault
            yield Static("enter: the next line, then use them   escape: leave them as they are", classes="quiet")

    @on(Input.Submitted)
    def _take(self, event: Input.Submitted) -> None:
        event.stop()
        if event.input is self.first:
            self.last.focus()
            return
        try:
            first, last = self._day(self.first) or date.min, self._day(self.last)
        except ValueError as error:
            self.fault.update(str(error))
            return
        if last and first > last:
            self.fault.update("The first day comes after the last one.")
            return
        self.dismiss((first, last))

    @staticmethod
    def _day(line: Input) -> date | None:
        return parse_day(line.value) if line.value.strip() else None
