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
from ssw_tui.tracker.records import CardFile
from ssw_tui.ui.session import Session
from ssw_tui.ui.views import card_rows
from ssw_tui.ui.views.card_changes import CardChanges
from ssw_tui.ui.views.card_rows import DAY, ENTRY, WHOLE, YEARS, Turns
from ssw_tui.ui.widgets.choice_list import Row
from ssw_tui.ui.widgets.key_bar import KeyHint

FEW = 7
"""Up to so many cards need no filter."""
RESTORE, ERASE = "+restore", "+erase"
"""Rows where the data cannot be read."""


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
    filter_hint = "f: a name, a field, an employer"

    def __init__(self, session: Session, view_id: str) -> None:
        super().__init__(session, view_id)
        self.by_turn = True
        self.unavailable: DataUnavailableError | None = None
        self._turns: Turns | None = None
        self._columns: tuple[int | None, ...] = (None,)

    # What is shown

    def load(self) -> None:
        """Read the cards, and forget what was counted for them."""
        try:
            self.files = {file.card.id: file for file in self.session.card_files()}
            self.unavailable = None
        except DataUnavailableError as error:
            self.files, self.unavailable = {}, error
        self._turns = Turns(self.files.values(), schedule_of(self.session.reader))
        if self.opened not in self.files:
            self.opened = None

    def refresh_day(self) -> None:
        """Read the cards again and show them."""
        self.load()
        self._arrange()
        self.refresh_rows()

    def _arrange(self) -> None:
        file = self.files.get(self.opened or "")
        self.title = f"My card: {file.card.label}" if file else type(self).title
        self.set_class(file is None or not self.is_wide, "-stacked")
        self.filter.display = file is None and len(self.files) > FEW
        is_table = file is None and self.unavailable is None
        self._columns = card_rows.columns(self.size.width) if is_table else (None,)
        self.list.set_columns(self._columns)

    def on_resize(self, _: events.Resize) -> None:
        """Choose the layout and the columns for the new width."""
        before = self._columns
        self._arrange()
        if self._columns != before and self._turns is not None:
            self.refresh_rows()

    def rows(self, words: str) -> Sequence[Row]:
        """Give the cards that fit the words, or what the open card holds."""
        if self.unavailable or self._turns is None:
            return (
                Row(id=RESTORE, cells=("Put a copy back that was kept",)),
                Row(id=ERASE, cells=("Erase all personal data and begin anew",)),
            )
        file = self.files.get(self.opened or "")
        if file:
            return self._rows_of(file)
        found = card_rows.fitting(self.files.values(), words if self.filter.display else "")
        in_order = self._turns.in_order(found) if self.by_turn else found
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
            case "+restore" | "+erase":
                return self._unavailable_page()
            case "+more":
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
                Item("You have no card yet? That is fine: enter, then ctrl+n. Steps can be ticked off for you too."),
                Paragraph(f"Days are counted from {say_day(self.session.day)}, Japan's calendar day.", Tone.QUIET),
            ),
        )

    @property
    def hints(self) -> Sequence[KeyHint]:
        """What can be done with a card, or with a day of it."""
        event, add, files = KeyHint("w", "event", "event"), KeyHint("a", "add", "new"), KeyHint("x", "files", "files")
        if self.unavailable:
            return (KeyHint("enter", "choose", "choose"), files)
        if not self.files:
            return (add, files)
        if self.opened:
            return (
                KeyHint("space", "done", "done"),
                event,
                KeyHint("e", "change", "edit"),
                KeyHint("u", "undo", "undo"),
            )
        sort = KeyHint("s", "sort", "sort")
        return (KeyHint("enter", "days", "choose"), event, *((sort, add) if len(self.files) > 1 else (add, files)))

    @property
    def keys_help(self) -> Sequence[tuple[str, str, str]]:
        """The keys of cards, and those of lists."""
        inside = (("space", "Mark the day as done, or take that back.", "done"),) if self.opened else ()
        return (
            *inside,
            ("w", "What happened: I moved, I left the job, I lost my card.", "event"),
            ("t", "The five years of No.1, and how they are counted.", "years"),
            ("a", "Add a card.", "new"),
            ("e", "Change the card.", "edit"),
            ("r", "Remove the card, or what was recorded; undo brings it back.", "remove"),
            ("u", "Take the last change back.", "undo"),
            ("U", "Make it again.", "redo"),
            ("x", "Files: a calendar, all data, a copy put back, erase.", "files"),
            ("s", "Sort: whose turn it is first, or as they were added.", "sort"),
            *super().keys_help,
        )

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
            case "+restore":
                self.ask_which_copy()
            case "+erase":
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
        self.open_card(file.card.id, YEARS)
        if self.list.chosen == YEARS:
            self.action_read()
        else:
            self.app.notify('The card gives no "No.1 since" day yet; e adds it.', markup=False)

    def action_filter(self) -> None:
        """Go to the filter, where there is one."""
        if self.filter.display:
            super().action_filter()

    def action_sort(self) -> None:
        """Put the card first whose turn it is, or the cards in the order in which they were added."""
        if self.opened or self.unavailable:
            return
        self.by_turn = not self.by_turn
        self.refresh_rows()
        self.list.action_first()
        said = "Sorted: whose turn it is first." if self.by_turn else "Sorted: as they were added."
        self.app.notify(said, markup=False)

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
        """Leave the space bar to the page where one is read."""
        if action == "done":
            return self.list.has_focus and self.list.chosen in self.days and self.opened is not None
        return super().check_action(action, parameters)
