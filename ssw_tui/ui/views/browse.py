"""A list and the page of the row in focus: side by side, or one above the other where the window is narrow."""

from collections.abc import Sequence
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.widget import Widget
from textual.widgets import Input, OptionList

from ssw_tui.output.page import Item, Page
from ssw_tui.ui import links, pointers
from ssw_tui.ui.session import Session
from ssw_tui.ui.views.base import Spot, View
from ssw_tui.ui.widgets.choice_list import ChoiceList, Row
from ssw_tui.ui.widgets.key_bar import KeyHint
from ssw_tui.ui.widgets.page_view import PageView
from ssw_tui.ui.widgets.plain import Plain

NOTHING_FITS = (
    Item("Every word must fit: try fewer words, or only the beginning of one."),
    Item("Escape empties the filter. / searches everything, also other words for the same."),
)


class FilterInput(Input):
    """Filters the list below it; down or enter goes to the list, escape clears it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("down,enter", "to_list", show=False, priority=True)]

    async def action_to_list(self) -> None:
        """Go to the list."""
        next(node for node in self.ancestors if isinstance(node, BrowseView)).action_to_list()


class Pane(Container, Plain):
    """A part of the view that holds others."""


class BrowseView(View):
    """A list, with a filter where it is long, and a page."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f", "filter", show=False),
        Binding("n", "next_row", show=False),
        Binding("p", "previous_row", show=False),
        Binding("o", "open_link", show=False),
        Binding("y", "copy_link", show=False),
        Binding("v", "open_named", show=False),
    ]
    DEFAULT_CSS = """
    BrowseView { layout: vertical; }
    BrowseView > .panes { layout: horizontal; height: 1fr; }
    BrowseView ChoiceList { width: 40%; height: 1fr; }
    BrowseView .reading { width: 1fr; height: 1fr; border-left: solid $panel; }
    BrowseView .reading:focus-within { border-left: thick $accent; }
    BrowseView PageView { height: 1fr; }
    BrowseView FilterInput { height: 1; border: none; padding: 0 1; background: $panel; }
    BrowseView FilterInput:focus { border: none; }
    BrowseView.-stacked > .panes { layout: vertical; }
    BrowseView.-stacked ChoiceList { width: 100%; height: 50%; }
    BrowseView.-stacked .reading { width: 100%; border-left: none; border-top: solid $panel; }
    BrowseView.-stacked .reading:focus-within { border-left: none; border-top: thick $accent; }
    BrowseView.-stacked.-reading ChoiceList { display: none; }
    BrowseView.-stacked.-reading .reading { border-top: none; }
    """

    columns: tuple[int | None, ...] = (None,)
    """The widths of the list's columns."""
    filter_hint: str | None = None
    """What stands in the empty filter; None: no filter."""
    stacks: bool = True
    """Whether a narrow window puts the page under the list instead of beside it."""

    def __init__(self, session: Session, view_id: str) -> None:
        super().__init__(session, view_id)
        self.list = ChoiceList(self.columns)
        self.page = PageView(session.look)
        self.filter = FilterInput(placeholder=self.filter_hint or "", select_on_focus=False)

    def compose(self) -> ComposeResult:
        """Lay out the filter, the list and the page."""
        yield from self.above()
        if self.filter_hint is not None:
            yield self.filter
        yield from self.below_filter()
        yield Pane(self.list, Pane(*self.over_page(), self.page, classes="reading"), classes="panes")

    def above(self) -> Sequence[Widget]:
        """Give what stands above everything."""
        return ()

    def below_filter(self) -> Sequence[Widget]:
        """Give what stands between the filter and the list."""
        return ()

    def over_page(self) -> Sequence[Widget]:
        """Give what stands over the page, beside or under the list."""
        return ()

    def on_mount(self) -> None:
        """Fill the list."""
        self._arrange()
        self.refresh_day()

    def on_resize(self, _: events.Resize) -> None:
        """Choose the layout for the new width."""
        self._arrange()

    def _arrange(self) -> None:
        self.set_class(self.stacks and not self.is_wide, "-stacked")

    def rows(self, words: str) -> Sequence[Row]:
        """Give the rows of the list that fit the words in the filter."""
        raise NotImplementedError

    def page_for(self, row_id: str) -> Page:
        """Give the page of a row."""
        raise NotImplementedError

    def nothing_found(self, words: str) -> Page:
        """Give the page that stands where no row fits."""
        return Page(title=f'Nothing found for "{words}"' if words else "Nothing found", blocks=NOTHING_FITS)

    @property
    def first_focus(self) -> Widget | None:
        """The list."""
        return self.list

    @property
    def hints(self) -> Sequence[KeyHint]:
        """What works where the focus is: in the list, on the page that is read, or in the filter."""
        if self.is_typing:
            return (KeyHint("enter", "to the list", "to_list"), KeyHint("esc", "empty it", "app.back"))
        return self.reading_hints if self.page.has_focus else self.list_hints

    @property
    def is_typing(self) -> bool:
        """Whether keys go into the filter."""
        return self.filter.has_focus

    @property
    def reading_hints(self) -> Sequence[KeyHint]:
        """The way back, what the page can open, and the next page."""
        page = self.page.page
        named = (KeyHint("v", "open", "open_named"),) if page and page.pointers else ()
        link = (KeyHint("o", "link", "open_link"),) if page and page.links else ()
        return (KeyHint("esc", "back", "app.back"), *named, *link, KeyHint("n", "next", "next_row"))

    @property
    def list_hints(self) -> Sequence[KeyHint]:
        """Reading, and filtering where there is a filter."""
        read = KeyHint("enter", "read", "read")
        return (read, KeyHint("f", "filter", "filter")) if self.filter_hint is not None else (read,)

    @property
    def keys_help(self) -> Sequence[tuple[str, str, str]]:
        """The keys of a list with pages."""
        keys = [("enter", "Read the page of this row; escape goes back.", "read")]
        if self.filter_hint is not None:
            keys.append(("f", "Filter the list as you type.", "filter"))
        if self.page.page and self.page.page.links:
            keys += [
                ("o", "Open a link of this page in the browser.", "open_link"),
                ("y", "Copy a link of this page.", "copy_link"),
            ]
        if self.page.page and self.page.page.pointers:
            keys.append(("v", "Open what this page names: steps, risks, rules, sources.", "open_named"))
        return (*keys, ("n", "The next row.", "next_row"), ("p", "The row before.", "previous_row"))

    def refresh_day(self) -> None:
        """Fill the list and the page again, keeping the row in focus."""
        self.refresh_rows()

    def refresh_rows(self, keep: str | None = None) -> None:
        """Fill the list with what fits the filter."""
        rows = self.rows(self.filter.value)
        self.list.set_rows(rows, keep)
        if not self.stacks:
            self.list.fit_width()
        if self.list.chosen is None:
            self.page.show(self.nothing_found(self.filter.value))
        else:
            self.page.show(self.page_for(self.list.chosen))

    def open(self, row_id: str) -> None:
        """Show a row that was named elsewhere, without a filter in its way."""
        self.filter.value = ""
        self.refresh_rows(keep=row_id)
        self.list.focus()

    def open_found(self, kind: str, record_id: str) -> None:
        """Show the row of a record."""
        self.open(record_id)

    @on(Input.Changed)
    def _filter_changed(self, event: Input.Changed) -> None:
        if event.input is self.filter:
            event.stop()
            self.refresh_rows()

    @on(OptionList.OptionHighlighted)
    def _row_changed(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        if event.option_list is self.list and event.option.id and event.option.id == self.list.chosen:
            self.page.show(self.page_for(event.option.id))
            self.post_message(self.Changed())

    @on(OptionList.OptionSelected)
    def _row_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if event.option_list is self.list and event.option.id and self.list.shows(event.option):
            self.selected(event.option.id)

    def selected(self, row_id: str) -> None:
        """Answer enter on a row: read its page."""
        self.action_read()

    def action_read(self) -> None:
        """Go to the page; in a narrow window it takes the whole view."""
        self.add_class("-reading")
        self.page.focus()

    def action_filter(self) -> None:
        """Go to the filter."""
        if self.filter_hint is not None:
            self.remove_class("-reading")
            self.filter.focus()

    def action_to_list(self) -> None:
        """Go from the filter to the list."""
        self.list.focus()

    def action_next_row(self) -> None:
        """Go to the next row."""
        self.list.action_cursor_down()

    def action_previous_row(self) -> None:
        """Go to the row before."""
        self.list.action_cursor_up()

    def action_open_link(self) -> None:
        """Open a link of the page in the browser."""
        links.choose(self.app, self.page.page, "Open which link?", links.open_in_browser)

    def action_copy_link(self) -> None:
        """Copy a link of the page through the terminal."""
        links.choose(self.app, self.page.page, "Copy which link?", links.copy)

    def action_open_named(self) -> None:
        """Open a record that the page names."""
        pointers.choose(
            self.app, self.page.page, lambda kind, record_id: self.post_message(self.Opened(kind, record_id))
        )

    def back(self) -> bool:
        """Leave the page, then the filter."""
        if self.page.has_focus or self.has_class("-reading"):
            self.remove_class("-reading")
            if self.has_class("-stacked"):
                self.page.scroll_home(animate=False)
            self.list.focus()
            return True
        if self.filter.value or self.filter.has_focus:
            self.filter.value = ""
            self.list.focus()
            return True
        return False

    def on_descendant_focus(self, _: events.DescendantFocus) -> None:
        """Give the list its room back when the focus returns to it."""
        if not self.page.has_focus:
            self.remove_class("-reading")
        self.post_message(self.Changed())

    @property
    def within(self) -> str | None:
        """What the list is of, where it changes: a tab, or something that is open."""
        return None

    def go_within(self, within: str | None) -> None:
        """List what `within` says; the rows are still to be shown."""

    @property
    def spot(self) -> Spot:
        """What is shown now."""
        return Spot(self.within, self.filter.value, self.list.chosen, self.page.has_focus)

    def return_to(self, spot: Spot) -> None:
        """Show again what was shown."""
        self.go_within(spot.within)
        self.filter.value = spot.words
        self.refresh_rows(keep=spot.row)
        self.list.focus()
        if spot.reads:
            self.action_read()
