"""A first and a last day: of something that was, or between which something is listed."""

from datetime import date

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input, Static

from ssw_tui.advice.days import parse_day
from ssw_tui.ui.dialogs.frame import Dialog
from ssw_tui.ui.widgets.fault_line import FaultLine

Span = tuple[date, date | None]
"""A first day, and a last one where there is one."""


class TwoDaysDialog(Dialog[Span]):
    """Asks for a first and a last day, both inside."""

    def __init__(self, first: Input, last: Input) -> None:
        super().__init__()
        self.first = first
        self.last = last
        self.fault = FaultLine()

    def body(self) -> ComposeResult:
        """Lay out both days."""
        yield Static("First day")
        yield self.first
        yield Static("Last day")
        yield self.last
        yield self.fault

    def read(self) -> Span:
        """Read both lines.

        Raises:
            ValueError: when one of them is no day, with a sentence that says so.
        """
        raise NotImplementedError

    @on(Input.Submitted)
    def _take(self, event: Input.Submitted) -> None:
        event.stop()
        if event.input is self.first:
            self.last.focus()
            return
        try:
            first, last = self.read()
        except ValueError as error:
            self.fault.complain(error)
            return
        if last and first > last:
            self.fault.complain("The first day comes after the last one.")
            return
        self.dismiss((first, last))


class SpanDialog(TwoDaysDialog):
    """Asks when something was; the last day can be left out where it goes on."""

    keys = "enter: the next line, then record it   escape: record nothing"

    def __init__(self, title: str, *, goes_on: bool) -> None:
        last = "2026-03-31; empty: it goes on" if goes_on else "2026-03-31"
        super().__init__(Input(placeholder="2025-04-01"), Input(placeholder=last))
        self.heading = title
        self.goes_on = goes_on

    def read(self) -> Span:
        """Read both lines; only a last day can be missing, and only where it may go on."""
        open_end = self.goes_on and not self.last.value.strip()
        return parse_day(self.first.value), None if open_end else parse_day(self.last.value)
