"""One day, typed in any of the ways people write it."""

from datetime import date

from textual.widgets import Input

from ssw_tui.advice.days import parse_day
from ssw_tui.ui.dialogs.line import LineDialog


class DayDialog(LineDialog[date]):
    """Gives the day that was typed."""

    keys = "enter: use it   escape: leave it"

    def __init__(self, title: str, question: str) -> None:
        super().__init__(question, Input(placeholder="2027-04-01"))
        self.heading = title

    def read(self, text: str) -> date:
        """Read a day."""
        return parse_day(text)
