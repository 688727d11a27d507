"""The date whose rules apply, for this run."""

from textual.widgets import Input

from ssw_tui.advice.days import parse_day
from ssw_tui.output.pages.common import say_day
from ssw_tui.ui.dialogs.line import LineDialog
from ssw_tui.ui.session import Session


class DateDialog(LineDialog[bool]):
    """Asks for a date, and makes it the session's; gives whether it did."""

    heading = "Rules of which day?"
    keys = "enter: use it   escape: leave it as it is"

    def __init__(self, session: Session) -> None:
        question = (
            f"Today in Japan is {say_day(session.today)}. Write another day to see the rules of that day, in "
            "this run only; what is due on a card follows it too. Leave it empty to return to today."
        )
        super().__init__(question, Input(placeholder="2027-04-01", id="date"))
        self.session = session

    def read(self, text: str) -> bool:
        """Read a day; without one it is today again."""
        self.session.chosen_day = parse_day(text) if text else None
        return True
