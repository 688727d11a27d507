"""Two days, between which something is listed."""

from datetime import date

from textual.widgets import Input

from ssw_tui.advice.days import parse_day
from ssw_tui.ui.dialogs.span import Span, TwoDaysDialog

Between = Span
"""A first day, and a last one where one was named."""


class BetweenDialog(TwoDaysDialog):
    """Asks for a first and a last day; an empty one sets no bound."""

    heading = "What changed between which days?"
    keys = "enter: the next line, then use them   escape: leave them as they are"

    def __init__(self, first: date, last: date | None) -> None:
        shown = "" if first == date.min else first.isoformat()
        super().__init__(
            Input(shown, placeholder="2026-01-01; empty: from the beginning"),
            Input(last.isoformat() if last else "", placeholder="2026-12-31; empty: up to a year ahead"),
        )

    def read(self) -> Span:
        """Read both lines; each can be empty."""
        return _day(self.first) or date.min, _day(self.last)


def _day(line: Input) -> date | None:
    return parse_day(line.value) if line.value.strip() else None
