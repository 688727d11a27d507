"""What is looked up, in tabs."""

from collections.abc import Sequence
from datetime import date
from typing import ClassVar

from textual.binding import Binding, BindingType

from ssw_tui.output.page import Page
from ssw_tui.output.resting import rests_on
from ssw_tui.records.counter import CounterCard
from ssw_tui.ui.dialogs.between import Between, BetweenDialog
from ssw_tui.ui.session import Session
from ssw_tui.ui.views.tabbed import TabbedView
from ssw_tui.ui.views.tabs import CHANGES, COUNTER, SLOW, TABS
from ssw_tui.ui.widgets.choice_list import Row
from ssw_tui.ui.widgets.key_bar import KeyHint

READING = Page(title="Reading the records ...", blocks=())


class ReferenceView(TabbedView):
    """Questions, words, topics, changes, the guide, rules, links and sources."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("b", "between", show=False),
        Binding("c", "show_card", show=False),
    ]
    title = "Reference"

    def __init__(self, session: Session, view_id: str) -> None:
        super().__init__(session, view_id, TABS)
        self._reads = False
        self._wanted: str | None = None

    def rows(self, words: str) -> Sequence[Row]:
        """Give the records of the tab that fit the words; none while they are being read."""
        return () if self._is_waiting else super().rows(words)

    def nothing_found(self, words: str) -> Page:
        """Say so, or that the records are being read."""
        return READING if self._is_waiting else super().nothing_found(words)

    @property
    def _is_waiting(self) -> bool:
        return self._reads and self.tab in SLOW

    @property
    def list_hints(self) -> Sequence[KeyHint]:
        """The keys of tabs and lists, and what the tab has besides: else opening what a page names."""
        return (*super().list_hints, _OWN_HINTS.get(self.tab.id, KeyHint("v", "open", "open_named")))

    @property
    def reading_hints(self) -> Sequence[KeyHint]:
        """The way back, showing a card in the whole window, and what the page can open."""
        back, *more = super().reading_hints
        return (back, _OWN_HINTS[self.tab.id], *more) if self.tab is COUNTER else (back, *more)

    @property
    def keys_help(self) -> Sequence[tuple[str, str, str]]:
        """The keys of changes or of cards for the counter, then those of tabs and lists."""
        if self.tab is COUNTER:
            return (*_COUNTER_HELP, *super().keys_help)
        if self.tab is not CHANGES:
            return super().keys_help
        return (*_CHANGES_HELP, *(key for key in super().keys_help if key[2] != "open_named"))

    def switch_tab(self, tab_id: str) -> None:
        """Make a tab the open one; what takes long to read is read beside the screen."""
        super().switch_tab(tab_id)
        if self.tab in SLOW and not self.session.has_read_all:
            self._reads = True
            self.run_worker(self._read_all, thread=True, exclusive=True)

    def show_tab(self, tab_id: str, row_id: str | None = None) -> None:
        """Open a tab, at a row where one is named; changes else at the newest in force."""
        self._wanted = row_id
        super().show_tab(tab_id, row_id)
        if self.tab is CHANGES and not self._reads and (first := self._first_change):
            self.list.choose(first)

    def open_found(self, kind: str, record_id: str) -> None:
        """Show a record in the tab of its kind, or a day of changes, whatever days were chosen before."""
        if kind == "change-day":
            self.session.changes_between = (date.min, None)
        super().open_found(kind, record_id)

    def _read_all(self) -> None:
        CHANGES.records(self.session)
        rests_on(self.session.library)
        self.app.call_from_thread(self._all_read)

    def _all_read(self) -> None:
        self._reads, self.session.has_read_all = False, True
        if self.tab in SLOW:
            self.refresh_rows(keep=self._first_change if self.tab is CHANGES else self._wanted)

    @property
    def _first_change(self) -> str | None:
        """Where somebody begins to read: the day that was asked for, else the newest that is not still to come."""
        day = date.fromisoformat(self._wanted) if self._wanted else self.session.day
        return next((key for key, change in CHANGES.records(self.session).items() if change.date <= day), None)

    def action_between(self) -> None:
        """Ask between which days changes are listed."""
        if self.tab is CHANGES:
            self.app.push_screen(BetweenDialog(*self.session.changes_between), self._set_between)

    def _set_between(self, between: Between | None) -> None:
        if between is not None:
            self.session.changes_between = between
            self.refresh_rows()

    def action_open_named(self) -> None:
        """Open the record in which a change is told; in the other tabs one that the page names."""
        if self.tab is not CHANGES:
            super().action_open_named()
        elif not self._reads and (change := CHANGES.records(self.session).get(self.list.chosen or "")):
            self.post_message(self.Opened(change.kind, change.id))

    def action_show_card(self) -> None:
        """Show the card in focus in the whole window, with those that are listed beside it."""
        if self.tab is not COUNTER or self.list.chosen is None:
            return
        from ssw_tui.ui.dialogs.counter import CounterDialog

        every = self.session.library.all(CounterCard)
        listed = [every[row.id] for row in self.list.rows if not row.heading]
        self.app.push_screen(CounterDialog(self.session, listed, self.list.chosen))


_OWN_HINTS = {
    CHANGES.id: KeyHint("b", "between", "between"),
    COUNTER.id: KeyHint("c", "show", "show_card"),
}
"""The key that a tab alone has, by the tab."""
_COUNTER_HELP = (("c", "Show this card in the whole window, to turn it to the clerk.", "show_card"),)
_CHANGES_HELP = (
    ("b", "Choose between which days changes are listed.", "between"),
    ("v", "Open the field or rule in which this change is told.", "open_named"),
)
