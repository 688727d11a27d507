"""My card: the cards and what comes next on each; one of them, day by day."""

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType

from ssw_tui.errors import DataUnavailableError
from ssw_tui.output.card_words import days_of, schedule_of
from ssw_tui.output.page import Item, Page, Paragraph, Tone
from ssw_tui.output.pages import card_days, cards
from ssw_tui.output.pages.common import say_day
from ssw_tui.records.field import Field
from ssw_tui.tracker.records import CardFile
from ssw_tui.ui.session import Session
from ssw_tui.ui.views import card_rows
from ssw_tui.ui.views.card_changes import CardChanges
from ssw_tui.ui.views.card_rows import DAY, ENTRY, WHOLE, YEARS, Order, Turns
from ssw_tui.ui.widgets.choice_list import Row
from ssw_tui.ui.widgets.key_bar import KeyHint

FEW = 7
"""Up to so many cards need no filter."""
OF_CARDS = ("done", "event", "years", "new", "edit", "remove", "undo", "redo", "sort")
"""What can be done only where the data can be read."""


class CardView(CardChanges):
    """The cards above the page of the one in focus; enter opens one, and its days can be marked as done."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("s", "sort", show=False),
        Binding("t", "years", show=False),
    ]
    DEFAULT_CSS = """
    CardView.-stacked ChoiceList { height: auto; max-height: 50%; }
    CardView.-stacked.-reading ChoiceList { display: none; }
    """
    title = "My card"
    filter_hint = "f: a name, a field, an employer, overdue"

    def __init__(self, session: Session, view_id: str) -> None:
        super().__init__(session, view_id)
        self.order = Order.TURN
        self.unavailable: DataUnavailableError | None = None
        self._turns: Turns | None = None
        self._fitting = 0
        """How many cards fit the words in the filter."""
        self._columns: tuple[int | None, ...] = (None,)

    # What is shown

    def load(self) -> None:
        """Read the cards, and forget what was counted for them."""
        try:
            self.files = {file.card.id: file for file in self.session.card_files()}
            self.unavailable = None
        except DataUnavailableError as error:
            self.files, self.unavailable = {}, error
        reader = self.session.reader
        self._turns = Turns(self.files.values(), schedule_of(reader), reader.library.all(Field))
        if self.opened not in self.files:
            self.opened = None

    def refresh_day(self) -> None:
        """Read the cards again and show them."""
        self.load()
        self._arrange()
        self.refresh_rows()

    def _arrange(self) -> None:
        file = self.files.get(self.opened or "")
        self.set_class(file is None or not self.is_wide, "-stacked")
        self.filter.display = file is None and len(self.files) > FEW
        turns = self._turns if file is None and self.unavailable is None else None
        self._columns = card_rows.columns(self.size.width, turns) if turns else (None,)
        self.list.set_columns(self._columns)

    def on_resize(self, _: events.Resize) -> None:
        """Choose the layout and the columns for the new width."""
        before = self._columns
        self._arrange()
        if self._columns != before and self._turns is not None:
            self.refresh_rows()

    def refresh_rows(self, keep: str | None = None) -> None:
        """Fill the list with what fits the filter, and say how much that is."""
        if self.is_typing and self.list.chosen == card_rows.NEW:
            # Words look for a card: the row that adds one keeps the focus only where none fits.
            self.list.highlighted = None
        super().refresh_rows(keep)
        self.title = self._title()
        self.post_message(self.Changed())

    def _title(self) -> str:
        """Name the open card, or say how many cards there are, and how many of them fit or have something due."""
        if file := self.files.get(self.opened or ""):
            return f"My card: {file.card.label}"
        if self._turns is None or len(self.files) < 2:
            return type(self).title
        if self._fitting < len(self.files):
            return f"My cards: {self._fitting:,} of {len(self.files):,}"
        due = f", {self._turns.now()} due" if self._turns.is_exact else ""
        return f"My {len(self.files):,} cards{due}"

    def rows(self, words: str) -> Sequence[Row]:
        """Give the cards that fit the words, or what the open card holds."""
        if self.unavailable or self._turns is None:
            return (
                Row(id=card_rows.RESTORE, cells=("Put a copy back that was kept",)),
                Row(id=card_rows.ERASE, cells=("Erase all personal data and begin anew",)),
            )
        file = self.files.get(self.opened or "")
        if file:
            return self._rows_of(file)
        found = self._turns.fitting(words if self.filter.display else "")
        self._fitting = len(found)
        in_order = self._turns.in_order(found, self.order)
        return card_rows.card_rows(in_order, self._turns, self.size.width)

    def _rows_of(self, file: CardFile) -> Sequence[Row]:
        days = days_of(self.session.reader, file)
        self.days = {f"{DAY}{due.id}": due for due in days}
        return list(card_rows.day_rows(self.session.reader, file, days, self.session.look))

    def page_for(self, row_id: str) -> Page:
        """Give a card, a part of it, or what a row is good for."""
        reader, file = self.session.reader, self.chosen_file
        if row_id in self.days and self.opened:
            return card_days.day_page(reader, self.days[row_id])
        if row_id == YEARS and file:
            return cards.years_page(reader, file)
        if file and (row_id in (WHOLE, file.card.id) or row_id.startswith(ENTRY)):
            return cards.page(reader, file, self.session.look.mask)
        return self._page_of_row(row_id)

    def _page_of_row(self, row_id: str) -> Page:
        match row_id:
            case card_rows.RESTORE | card_rows.ERASE:
                return self._unavailable_page()
            case card_rows.MORE:
                text = f"Not all {len(self.files):,} cards are listed. Press f and write a part of a name."
                return Page(title="More cards", blocks=(Paragraph(text),))
            case _:
                return self._new_page()

    def _unavailable_page(self) -> Page:
        return Page(
            title="Your data cannot be read",
            blocks=(
                Paragraph(str(self.unavailable), Tone.WARNING),
                Item("Put a copy back: enter on the first row lists the copies. What it replaces is kept aside."),
                Item("Erase: enter on the second row removes all personal data for good, after a question."),
                Paragraph("Everything else in this program works without your data.", Tone.QUIET),
            ),
        )

    def _new_page(self) -> Page:
        return Page(
            title="Add a card",
            blocks=(
                Paragraph("Press enter. Only the last day of your stay is needed; it stands on your card."),
                Item("You see how many days are left, and the day from which you can apply for an extension."),
                Item("You see the days that must not be missed, and what happens otherwise."),
                Item("All data stay on this computer. The card number is not needed."),
                Item("You look after several people? x takes a table of cards in (.csv)."),
                Item("You have no card yet? That is fine: enter, then ctrl+n. Steps can be ticked off for you too."),
                Paragraph(f"Days are counted from {say_day(self.session.day)}, Japan's calendar day.", Tone.QUIET),
            ),
        )

    @property
    def list_hints(self) -> Sequence[KeyHint]:
        """What can be done with a card, or with a day of it."""
        event, add, files = KeyHint("w", "event", "event"), KeyHint("a", "add", "new"), KeyHint("x", "files", "files")
        change = KeyHint("e", "change", "edit")
        if self.unavailable:
            return (KeyHint("enter", "choose", "choose"), files)
        if not self.files:
            return (add, files)
        if self.opened:
            return (self._row_hint, event, change, KeyHint("u", "undo", "undo"))
        sort = KeyHint("s", "sort", "sort")
        days, done = KeyHint("enter", "days", "choose"), KeyHint("space", "done", "done")
        return (days, done, event, sort) if len(self.files) > 1 else (days, event, change, files)

    @property
    def _row_hint(self) -> KeyHint:
        """What is done with the row in focus of an open card."""
        row_id = self.list.chosen or ""
        if row_id in self.days:
            return KeyHint("space", "done", "done")
        return KeyHint("r", "remove", "remove") if row_id.startswith(ENTRY) else KeyHint("enter", "read", "read")

    @property
    def keys_help(self) -> Sequence[tuple[str, str, str]]:
        """The keys of cards, and those of lists."""
        said = "Mark the day as done, or take that back." if self.opened else "Mark what is due on the card as done."
        own = (
            ("space", said, "done"),
            ("w", "What happened: I moved, I left the job, I lost my card.", "event"),
            ("t", "The five years of No.1, and how they are counted.", "years"),
            ("a", "Add a card.", "new"),
            ("e", "Change the card.", "edit"),
            ("r", "Remove the card, or what was recorded; undo brings it back.", "remove"),
            ("u", "Take the last change back.", "undo"),
            ("U", "Make it again.", "redo"),
            ("x", "Files: a calendar, all data, a copy put back, erase.", "files"),
            ("s", "Sort: whose turn it is, the end of the stay, the name, as they were added.", "sort"),
        )
        shown = tuple(key for key in own if not self.unavailable or key[2] not in OF_CARDS)
        return (*shown, *(key for key in super().keys_help if key[0] != "f" or self.filter.display))

    # Going around

    def action_choose(self) -> None:
        """Do what enter does on the row in focus."""
        if self.list.chosen is not None:
            self.selected(self.list.chosen)

    def selected(self, row_id: str) -> None:
        """Open a card, read a page of it, or do what the row says."""
        match row_id:
            case card_rows.NEW:
                self.action_new()
            case card_rows.MORE:
                self.action_filter()
            case card_rows.RESTORE:
                self.ask_which_copy()
            case card_rows.ERASE:
                self.ask_erase()
            case card_id if card_id in self.files:
                self.open_card(card_id)
            case _:
                self.action_read()

    def open_card(self, card_id: str, row_id: str | None = None) -> None:
        """Show what a card holds, at a row: the first thing to do, unless one is named."""
        self.opened = self.session.opened_card = card_id
        self.remove_class("-reading")
        self._arrange()
        self.refresh_rows(keep=row_id or self._first_day(card_id))
        self.list.focus()
        self.post_message(self.DataChanged())

    def _first_day(self, card_id: str) -> str:
        rows = self._rows_of(self.files[card_id])
        return next((row.id for row in rows if row.id in self.days), WHOLE)

    def action_years(self) -> None:
        """Show how the five years are counted."""
        file = self.chosen_file
        if file is None:
            return
        if not file.stays and not file.past_stays:
            self.edit(file, first="no1_since")
            return
        self.open_card(file.card.id, YEARS)
        self.action_read()

    def action_filter(self) -> None:
        """Go to the filter, where there is one."""
        if self.filter.display:
            super().action_filter()

    def action_sort(self) -> None:
        """Put the cards in the next order: whose turn it is, the end of the stay, the name, as they were added."""
        if self.opened or self.unavailable:
            return
        self.order = self.order.following
        self.refresh_rows()
        self.list.action_first()
        self.app.notify(f"Sorted: {self.order}.", markup=False)

    def back(self) -> bool:
        """Leave the page, then the card."""
        if super().back():
            return True
        if self.opened is None:
            return False
        closed, self.opened = self.opened, None
        self._arrange()
        self.refresh_rows(keep=closed)
        return True

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave the space bar to the page where one is read, and the data alone where they cannot be read."""
        if self.unavailable and action in OF_CARDS:
            return False
        if action == "done":
            return self.list.has_focus and self.list.chosen in (self.files if self.opened is None else self.days)
        return super().check_action(action, parameters)
