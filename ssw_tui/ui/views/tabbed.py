"""A list and a page with tabs over them: right and left change the tab."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, ClassVar, Protocol

from attrs import frozen
from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget

from ssw_tui.folding import fold
from ssw_tui.output.page import Page
from ssw_tui.reader import Reader
from ssw_tui.ui.places import PLACES
from ssw_tui.ui.session import Session
from ssw_tui.ui.views.browse import BrowseView
from ssw_tui.ui.widgets.choice_list import Row
from ssw_tui.ui.widgets.key_bar import KeyHint
from ssw_tui.ui.widgets.tab_line import TabLine, arrow_keys

Records = Callable[[Session], Mapping[str, Any]]


class Tab(Protocol):
    """One tab: what it lists, and the page of each row."""

    @property
    def id(self) -> str:
        """Stable, kebab-case."""
        ...

    @property
    def title(self) -> str:
        """What the line of tabs calls it."""
        ...

    @property
    def filter_hint(self) -> str:
        """What stands in the empty filter."""
        ...

    def rows(self, session: Session, words: str) -> Sequence[Row]:
        """Give the rows that fit the words in the filter."""
        ...

    def page_of(self, session: Session, row_id: str) -> Page:
        """Give the page of a row."""
        ...


@frozen(kw_only=True)
class RecordTab:
    """A tab of records of a kind: how a line of it reads, and the page of one."""

    id: str
    title: str
    records: Records
    line: Callable[[Any], str]
    page: Callable[[Reader, Any], Page]
    group: Callable[[Reader, Any], str] | None = None
    """Under which heading a record stands; None: the list has no headings."""
    filter_hint: str = "f: filter this list"

    def rows(self, session: Session, words: str) -> Sequence[Row]:
        """Give the records that fit the words, under their headings."""
        wanted = fold(words).split()
        lines = [(record, key, self.line(record)) for key, record in self.records(session).items()]
        found = [(r, Row(id=key, cells=(line,))) for r, key, line in lines if all(w in fold(line) for w in wanted)]
        return list(self._under_headings(session.reader, found))

    def _under_headings(self, reader: Reader, found: Sequence[tuple[Any, Row]]) -> Iterator[Row]:
        heading = ""
        for record, row in found:
            if self.group is not None and (here := self.group(reader, record)) != heading:
                heading = here
                yield Row(id=f"heading-{row.id}", cells=(heading,), heading=True)
            yield row

    def page_of(self, session: Session, row_id: str) -> Page:
        """Give the page of a record."""
        return self.page(session.reader, self.records(session)[row_id])


class TabbedView(BrowseView):
    """Tabs, each with a list and the page of the row in focus."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right", "next_tab", show=False),
        Binding("left", "previous_tab", show=False),
    ]
    filter_hint = "f: filter this list"

    def __init__(self, session: Session, view_id: str, tabs: Sequence[Tab]) -> None:
        super().__init__(session, view_id)
        self.tabs = {tab.id: tab for tab in tabs}
        self.tab = tabs[0]
        self.filter.placeholder = self.tab.filter_hint
        self.tab_line = TabLine({tab.id: tab.title for tab in tabs})

    def above(self) -> Sequence[Widget]:
        """Give the line of tabs."""
        return (self.tab_line,)

    def rows(self, words: str) -> Sequence[Row]:
        """Give what the tab lists and fits the words."""
        return self.tab.rows(self.session, words)

    def page_for(self, row_id: str) -> Page:
        """Give the page of a row of the tab."""
        return self.tab.page_of(self.session, row_id)

    @property
    def list_hints(self) -> Sequence[KeyHint]:
        """Changing the tab comes first."""
        arrows = KeyHint(arrow_keys(self.session.look), "tab", "next_tab")
        return (arrows, *super().list_hints)

    @property
    def keys_help(self) -> Sequence[tuple[str, str, str]]:
        """The keys of the tabs, and those of lists."""
        return (
            ("right", "The next tab.", "next_tab"),
            ("left", "The tab before.", "previous_tab"),
            *super().keys_help,
        )

    def show_tab(self, tab_id: str, row_id: str | None = None) -> None:
        """Open a tab, at a row where one is named."""
        self.switch_tab(tab_id)
        self.refresh_rows(keep=row_id or "")
        if row_id is None:
            self.list.action_first()
        self.list.focus()
        self.post_message(self.Changed())

    def open_found(self, kind: str, record_id: str) -> None:
        """Show a record in the tab of its kind, or a tab that was named itself."""
        tab = PLACES[kind].tab
        if tab is None:
            self.show_tab(record_id)
        else:
            self.show_tab(tab, record_id)

    def switch_tab(self, tab_id: str) -> None:
        """Make a tab the open one, without a filter in its way; its rows are still to be shown."""
        self.tab = self.tabs[tab_id]
        self.tab_line.current = tab_id
        self.filter.value = ""
        self.filter.placeholder = self.tab.filter_hint
        self.remove_class("-reading")

    @property
    def within(self) -> str | None:
        """The open tab."""
        return self.tab.id

    def go_within(self, within: str | None) -> None:
        """Make a tab the open one."""
        if within is not None:
            self.switch_tab(within)

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
