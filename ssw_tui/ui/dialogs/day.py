"""One day, typed in any of the ways people write it."""

from datetime import date

from textual import on
from textual.app import ComposeResult
from textual.containers import Container
from textual.widgets import Input, Static

from ssw_tui.advice.days import parse_day
from ssw_tui.ui.dialogs.frame import Dialog


class DayDialog(Dialog[date]):
    """Gives the day that was typed."""

    def __init__(self, title: str, question: str) -> None:
        super().__init__()
        self.heading = title
        self.question = question
        self.input = Input(placeholder="2027-04-01")
        self.fault = Static("", classes="fault", markup=False)

    def compose(self) -> ComposeResult:
        """Lay out the question."""
        with Container(classes="box small") as box:
            box.border_title = self.heading
            yield Static(self.question, markup=False)
            yield Static("")
            yield self.input
            yield self.fault
            yield Static("enter: use it   escape: leave it", classes="quiet")

    @on(Input.Submitted)
    def _take(self, event: Input.Submitted) -> None:
        event.stop()
        try:
            self.dismiss(parse_day(event.value))
        except ValueError as error:
            self.fault.update(str(error))
