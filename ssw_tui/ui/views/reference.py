"""What is looked up, in tabs."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, ClassVar

from attrs import frozen
from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from ssw_tui.output.page import Page
from ssw_tui.output.pages import reference as pages
from ssw_tui.output.pages.common import SPEAKER
from ssw_tui.reader import Reader
from ssw_tui.records.reference import Answer, GuideStatement, Link, Term, Topic
from ssw_tui.records.rule import Rule
from ssw_tui.records.source import Source
from ssw_tui.search import fold
from ssw_tui.ui.session import Session
from ssw_tui.ui.views.browse import BrowseView
from ssw_tui.ui.widgets.choice_list import Row
from ssw_tui.ui.widgets.key_bar import KeyHint


@frozen(kw_only=True)
class Tab:
    """One tab: a kind of record, how it is listed, and its page."""

    id: str
    title: str
    record: type[Any]
    line: Callable[[Any], str]
    page: Callable[[Reader, Any], Page]


TABS = (
    Tab(id="answers", title="Questions", record=Answer, line=lambda r: r.question, page=pages.answer_page),
    Tab(
        id="terms",
        title="Words",
        record=Term,
        line=lambda r: f"{r.name}  {r.name_ja}  {r.kana}  {r.romaji}",
        page=pages.term_page,
    ),
    Tab(id="topics", title="Topics", record=Topic, line=lambda r: f"{r.title}  {r.title_ja}", page=pages.topic_page),
    Tab(
        id="guide",
        title="The guide",
        record=GuideStatement,
        line=lambda r: f"{r.verdict}: {r.text}",
        page=pages.guide_page,
    ),
    Tab(id="rules", title="Rules", record=Rule, line=lambda r: r.title, page=pages.rule_page),
    Tab(id="links", title="Links", record=Link, line=lambda r: f"{r.title}  ({r.publisher})", page=pages.link_page),
    Tab(
        id="sources",
        title="Sources",
        record=Source,
        line=lambda r: f"{SPEAKER[r.kind]}: {r.publisher}: {r.title}",
        page=pages.source_page,
    ),
)
TAB_NAMED: Mapping[str, Tab] = {tab.id: tab for tab in TABS}


class TabLine(Widget):
    """Names the tabs; a click opens one."""

    DEFAULT_CSS = "TabLine { height: 1; text-wrap: nowrap; }"

    current: reactive[str] = reactive(TABS[0].id)

    def render(self) -> Content:
        """Draw the tabs, the open one in brackets."""
        return Content.assemble(*((_label(tab, self.current), _style(tab, self.current)) for tab in TABS))

    async def on_click(self, event: events.Click) -> None:
        """Open the tab under the pointer."""
        place = event.x - self.gutter.left
        for tab in TABS:
            place -= len(_label(tab, self.current))
            if place < 0:
                await self.run_action(f"app.open_reference('{tab.id}')")
                return


def _label(tab: Tab, current: str) -> str:
    return f"[{tab.title}]" if tab.id == current else f" {tab.title} "


def _style(tab: Tab, current: str) -> str:
    return "bold $accent" if tab.id == current else ""


class ReferenceView(BrowseView):
    """Questions, words, topics, the guide, rules, links and sources."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,l", "next_tab", show=False),
        Binding("left", "previous_tab", show=False),
        Binding("o", "open_link", show=False),
        Binding("y", "copy_link", show=False),
    ]
    title = "Reference"
    filter_hint = "f: filter this list"

    def __init__(self, session: Session, view_id: str) -> None:
        super().__init__(session, view_id)
        self.tab = TABS[0]
        self.tab_line = TabLine()

    def above(self) -> Sequence[Widget]:
        """Give the line of tabs."""
        return (self.tab_line,)

    def rows(self, words: str) -> Sequence[Row]:
        """Give the records of the tab that fit the words."""
        wanted = fold(words).split()
        lines = [(key, self.tab.line(record)) for key, record in self.session.library.all(self.tab.record).items()]
        return [Row(id=key, cells=(line,)) for key, line in lines if all(word in fold(line) for word in wanted)]

    def page_for(self, row_id: str) -> Page:
        """Give the page of a record."""
        return self.tab.page(self.session.reader, self.session.library.all(self.tab.record)[row_id])

    @property
    def hints(self) -> Sequence[KeyHint]:
        """Changing the tab comes first."""
        return (KeyHint("←→" if self.session.look.full == "█" else "left/right", "tab", "next_tab"), *super().hints)

    @property
    def keys_help(self) -> Sequence[tuple[str, str, str]]:
        """The keys of the tabs, and those of lists."""
        return (
            ("right", "The next tab.", "next_tab"),
            ("left", "The tab before.", "previous_tab"),
            ("o", "Open the link of this page in the browser.", "open_link"),
            ("y", "Copy the link of this page.", "copy_link"),
            *super().keys_help,
        )

    def show_tab(self, tab_id: str, record_id: str | None = None) -> None:
        """Open a tab, at a record where one is named."""
        self.tab = TAB_NAMED[tab_id]
        self.tab_line.current = tab_id
        self.filter.value = ""
        self.remove_class("-reading")
        self.refresh_rows(keep=record_id or "")
        if record_id is None and self.list.rows:
            self.list.highlighted = 0
        self.list.focus()

    def action_next_tab(self) -> None:
        """Open the next tab."""
        self.show_tab(TABS[(TABS.index(self.tab) + 1) % len(TABS)].id)

    def action_previous_tab(self) -> None:
        """Open the tab before."""
        self.show_tab(TABS[(TABS.index(self.tab) - 1) % len(TABS)].id)

    @property
    def _address(self) -> str | None:
        record = self.session.library.all(self.tab.record).get(self.list.chosen or "")
        return getattr(record, "address", None)

    def action_open_link(self) -> None:
        """Open the page's link in the browser."""
        if self._address:
            self.app.open_url(self._address)
            self.app.notify(self._address, title="Asked the browser to open", markup=False)

    def action_copy_link(self) -> None:
        """Copy the page's link through the terminal."""
        if self._address:
            self.app.copy_to_clipboard(self._address)
            self.app.notify(self._address, title="Sent to the terminal's clipboard", markup=False)
