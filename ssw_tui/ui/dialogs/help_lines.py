"""Whom to call, in which language, at what hours."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import OptionList

from ssw_tui.output.pages import help_lines as pages
from ssw_tui.reader import Reader
from ssw_tui.records.risk import HelpLine
from ssw_tui.ui.dialogs.choose import ChooseDialog
from ssw_tui.ui.dialogs.frame import Dialog
from ssw_tui.ui.session import Session
from ssw_tui.ui.widgets.choice_list import ChoiceList, Row
from ssw_tui.ui.widgets.page_view import PageView


def language_rows(reader: Reader) -> list[Row]:
    """Give the languages to choose from; the first row, with an empty id, is any language."""
    spoken = [Row(id=code, cells=(pages.LANGUAGES[code].name,)) for code in pages.spoken(reader)]
    return [Row(id="", cells=("any language",)), *spoken]


class HelpLinesDialog(Dialog[None]):
    """The help lines, each with its page."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("s", "language", show=False)]
    DEFAULT_CSS = """
    HelpLinesDialog ChoiceList { height: 40%; }
    HelpLinesDialog PageView { height: 1fr; border-top: solid $panel; }
    HelpLinesDialog PageView:focus { border-top: thick $accent; }
    """
    heading = "Whom to call"
    keys = "tab: read   s: your language   escape: close"
    is_small = False

    def __init__(self, session: Session, first: str | None = None, named: Sequence[str] = ()) -> None:
        """Show the lines.

        Args:
            session: what the views share.
            first: the line that has the focus; None: the first one.
            named: the lines that come first, since what is open names them.
        """
        super().__init__()
        self.session = session
        self.first = first
        self.named = tuple(named)
        self.list = ChoiceList((None, 16))
        self.page = PageView(session.look)

    def body(self) -> ComposeResult:
        """Lay out the list over the page."""
        yield self.list
        yield self.page

    def on_mount(self) -> None:
        """Fill the list."""
        self.list.set_rows(self._rows(), self.first)
        self.list.focus()
        self.call_after_refresh(self._show)

    def _rows(self) -> Iterator[Row]:
        reader, language, now = self.session.reader, self.session.language, self.session.now
        lines = pages.in_order(reader, self.named, language)
        for place, line in enumerate(lines):
            if self.named and place in (0, len(self.named)):
                heading = "The others" if place else "For what you were reading"
                yield Row(id=f"heading-{place}", cells=(heading, ""), heading=True)
            yield Row(id=line.id, cells=(pages.say_line(line, language, now), line.number))

    def _show(self) -> None:
        if self.list.chosen:
            session = self.session
            line = session.library.all(HelpLine)[self.list.chosen]
            self.page.show(pages.help_line_page(session.reader, line, session.language, session.now))

    def action_language(self) -> None:
        """Ask which language a line should speak."""
        rows = language_rows(self.session.reader)
        self.app.push_screen(ChooseDialog("Who speaks", rows, self.session.language), self._set_language)

    def _set_language(self, chosen: str | None) -> None:
        if chosen is not None:
            self.session.language = chosen or None
            self.first = None
            rows = tuple(self._rows())
            self.list.set_rows(rows, next(row.id for row in rows if not row.heading))
            self._show()

    @on(OptionList.OptionHighlighted)
    def _changed(self) -> None:
        self._show()

    @on(OptionList.OptionSelected)
    def _read(self) -> None:
        self.page.focus()
