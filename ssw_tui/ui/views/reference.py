"""What is looked up, in tabs."""

from collections.abc import Iterator, Sequence
from typing import Any, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget

from ssw_tui.folding import fold
from ssw_tui.output.page import Page
from ssw_tui.ui.dialogs.between import Between, BetweenDialog
from ssw_tui.ui.session import Session
from ssw_tui.ui.views.browse import BrowseView
from ssw_tui.ui.views.tabs import CHANGES, TAB_NAMED, TABS
from ssw_tui.ui.widgets.choice_list import Row
from ssw_tui.ui.widgets.key_bar import KeyHint
from ssw_tui.ui.widgets.tab_line import TabLine

READING = Page(title="Reading the records ...", blocks=())


class ReferenceView(BrowseView):
    """Questions, words, topics, changes, the guide, rules, links and sources."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,l", "next_tab", show=False),
        Binding("left", "previous_tab", show=False),
        Binding("b", "between", show=False),
        Binding("v", "open_told", show=False),
    ]
    title = "Reference"
    filter_hint = "f: filter this list"

    def __init__(self, session: Session, view_id: str) -> None:
        super().__init__(session, view_id)
        self.tab = TABS[0]
        self._reads = False
        self.tab_line = TabLine({tab.id: tab.title for tab in TABS})

    def above(self) -> Sequence[Widget]:
        """Give the line of tabs."""
        return (self.tab_line,)

    def rows(self, words: str) -> Sequence[Row]:
        """Give the records of the tab that fit the words."""
        if self._reads:
            return ()
        wanted = fold(words).split()
        lines = [(record, key, self.tab.line(record)) for key, record in self.tab.records(self.session).items()]
        found = [(r, Row(id=key, cells=(line,))) for r, key, line in lines if all(w in fold(line) for w in wanted)]
        return list(self._under_headings(found))

    def _under_headings(self, found: Sequence[tuple[Any, Row]]) -> Iterator[Row]:
        group = self.tab.group
        heading = ""
        for record, row in found:
            if group is not None and (here := group(self.session.reader, record)) != heading:
                heading = here
                yield Row(id=f"heading-{heading}", cells=(heading,), heading=True)
            yield row

    def page_for(self, row_id: str) -> Page:
        """Give the page of a record."""
        return self.tab.page(self.session.reader, self.tab.records(self.session)[row_id])

    def nothing_found(self, words: str) -> Page:
        """Say so, or that the records are being read."""
        return READING if self._reads else super().nothing_found(words)

    @property
    def hints(self) -> Sequence[KeyHint]:
        """Changing the tab comes first."""
        arrows = KeyHint("←→" if self.session.look.full == "█" else "left/right", "tab", "next_tab")
        return (arrows, *super().hints, *((KeyHint("b", "between", "between"),) if self.tab is CHANGES else ()))

    @property
    def keys_help(self) -> Sequence[tuple[str, str, str]]:
        """The keys of the tabs, and those of lists."""
        return (
            ("right", "The next tab.", "next_tab"),
            ("left", "The tab before.", "previous_tab"),
            *(_CHANGES_HELP if self.tab is CHANGES else ()),
            *super().keys_help,
        )

    def show_tab(self, tab_id: str, record_id: str | None = None) -> None:
        """Open a tab, at a record where one is named."""
        self.tab = TAB_NAMED[tab_id]
        self.tab_line.current = tab_id
        self.filter.value = ""
        self.remove_class("-reading")
        if self.tab.slow and not self.session.has_history:
            self._reads = True
            self.run_worker(self._read_history, thread=True, exclusive=True)
        first = self._newest_in_force if self.tab is CHANGES and not self._reads else None
        self.refresh_rows(keep=record_id or first or "")
        if record_id is None and first is None and self.list.rows:
            self.list.highlighted = 0
        self.list.focus()
        self.post_message(self.Changed())

    def _read_history(self) -> None:
        self.tab.records(self.session)
        self.app.call_from_thread(self._history_read)

    def _history_read(self) -> None:
        self._reads, self.session.has_history = False, True
        self.refresh_rows(keep=self._newest_in_force)

    @property
    def _newest_in_force(self) -> str | None:
        """The newest change that is not still to come: where somebody begins to read."""
        day = self.session.day
        return next((key for key, change in CHANGES.records(self.session).items() if change.date <= day), None)

    def action_between(self) -> None:
        """Ask between which days changes are listed."""
        if self.tab is CHANGES:
            self.app.push_screen(BetweenDialog(*self.session.changes_between), self._set_between)

    def _set_between(self, between: Between | None) -> None:
        if between is not None:
            self.session.changes_between = between
            self.refresh_rows()

    def action_open_told(self) -> None:
        """Open the record in which a change is told."""
        change = CHANGES.records(self.session).get(self.list.chosen or "") if self.tab is CHANGES else None
        if change is not None:
            self.post_message(self.Opened(change.kind, change.id))

    def action_next_tab(self) -> None:
        """Open the next tab."""
        self.show_tab(self.tab_line.beside(1))

    def action_previous_tab(self) -> None:
        """Open the tab before."""
        self.show_tab(self.tab_line.beside(-1))

    @on(TabLine.Chosen)
    def _tab_clicked(self, event: TabLine.Chosen) -> None:
        event.stop()
        self.show_tab(event.tab)


_CHANGES_HELP = (
    ("b", "Choose between which days changes are listed.", "between"),
    ("v", "Open the field or rule in which this change is told.", "open_told"),
)
