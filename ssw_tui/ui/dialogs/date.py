"""The date whose rules apply, for this run."""

from textual import on
from textual.app import ComposeResult
from textual.containers import Container
from textual.widgets import Input, Static

from ssw_tui.advice.days import parse_day
from ssw_tui.output.pages.common import say_day
from ssw_tui.ui.dialogs.frame import Dialog
from ssw_tui.ui.session import Session


class DateDialog(Dialog[bool]):
    """Asks for a date; gives whether it was changed."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.input = Input(placeholder="2027-04-01", id="date")
        self.fault = Static("", classes="fault", markup=False)

    def compose(self) -> ComposeResult:
        """Lay out the question."""
        with Container(classes="box small") as box:
            box.border_title = "Rules of which day?"
            yield Static(
                f"Today in Japan is {say_day(self.session.today)}. Write another day to see the rules of that day, in "
                "this run only; what is due on a card follows it too. Leave it empty to return to today.",
                markup=False,
            )
            yield Static("")
            yield self.input
            yield self.fault
            yield Static("enter: use it   escape: leave it as it is", classes="quiet")

    @on(Input.Submitted)
    def _take(self, event: Input.Submitted) -> None:
        event.stop()
        if not event.value.strip():
            self.session.chosen_day = None
            self.dismiss(True)
            return
        try:
            self.session.chosen_day = parse_day(event.value)
        except ValueError as error:
            self.fault.update(str(error))
            return
        self.dismiss(True)
