"""A first and a last day of something that was."""

from datetime import date

from textual import on
from textual.app import ComposeResult
from textual.containers import Container
from textual.widgets import Input, Static

from ssw_tui.advice.days import parse_day
from ssw_tui.ui.dialogs.frame import Dialog

Span = tuple[date, date | None]
"""A first day, and a last one where it is over."""


class SpanDialog(Dialog[Span]):
    """Asks for a first and a last day, both inside; the last one can be left out where it goes on."""

    def __init__(self, title: str, *, goes_on: bool) -> None:
        super().__init__()
        self.heading = title
        self.goes_on = goes_on
        self.first = Input(placeholder="2025-04-01")
        self.last = Input(placeholder="2026-03-31; empty: it goes on" if goes_on else "2026-03-31")
        self.fault = Static("", classes="fault", markup=False)

    def compose(self) -> ComposeResult:
        """Lay out both days."""
        with Container(classes="box small") as box:
            box.border_title = self.heading
            yield Static("First day")
            yield self.first
            yield Static("Last day")
            yield self.last
            yield self.fault
            yield Static("enter: the next line, then record it   escape: record nothing", classes="quiet")

    @on(Input.Submitted)
    def _take(self, event: Input.Submitted) -> None:
        event.stop()
        if event.input is self.first:
            self.last.focus()
            return
        try:
            first = parse_day(self.first.value)
            last = None if self.goes_on and not self.last.value.strip() else parse_day(self.last.value)
        except ValueError as error:
            self.fault.update(str(error))
            return
        if last and first > last:
            self.fault.update("The first day comes after the last one.")
            return
        self.dismiss((first, last))
