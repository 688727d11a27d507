"""The cards that My card shows, and how a change to them is made and shown."""

from collections.abc import Callable
from typing import TypeVar

from textual.screen import Screen

from ssw_tui.advice.deadlines import DueDay
from ssw_tui.errors import DataUnavailableError, UserError
from ssw_tui.tracker.records import CardFile
from ssw_tui.ui.session import Session
from ssw_tui.ui.views.browse import BrowseView

T = TypeVar("T")
SHORTEST_SECONDS, LETTERS_A_SECOND = 4, 20


class CardStore(BrowseView):
    """Holds the cards; what is shown of them is for the view to say."""

    def __init__(self, session: Session, view_id: str) -> None:
        super().__init__(session, view_id)
        self.files: dict[str, CardFile] = {}
        self.opened: str | None = None
        """The card whose days are listed; None: the cards are."""
        self.days: dict[str, DueDay] = {}
        """The days of the open card, by their rows."""

    @property
    def chosen_file(self) -> CardFile | None:
        """The card that is open, or in focus."""
        return self.files.get(self.opened or self.list.chosen or "")

    def open_card(self, card_id: str, row_id: str | None = None) -> None:
        """Show what a card holds, at a row."""
        raise NotImplementedError

    def ask(self, dialog: Screen[T], take: Callable[[T], None]) -> None:
        """Show a dialog, and hand its answer on where there is one."""

        def answered(answer: T | None) -> None:
            if answer is not None:
                take(answer)

        self.app.push_screen(dialog, answered)

    def change(self, change: Callable[[], T], then: Callable[[T], object]) -> None:
        """Change the data, show them and go on, or say why it was not done."""
        try:
            done = change()
        except DataUnavailableError as error:
            self.refresh_day()
            self.post_message(self.Failed(error))
            return
        except (UserError, ValueError) as error:
            self.refresh_day()
            self.say(str(error))
            return
        self.refresh_day()
        self.list.focus()
        then(done)
        self.post_message(self.DataChanged())
        self.post_message(self.Changed())

    def say(self, text: str) -> None:
        """Say something in the corner, for as long as it takes to read; it takes the place of what was said before."""
        self.app.clear_notifications()
        self.app.notify(text, markup=False, timeout=SHORTEST_SECONDS + len(text) / LETTERS_A_SECOND)
