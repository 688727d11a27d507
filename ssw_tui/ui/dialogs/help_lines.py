"""Whom to call, in which language, at what hours."""

from textual import on
from textual.app import ComposeResult
from textual.containers import Container
from textual.widgets import OptionList, Static

from ssw_tui.output.pages import risks as pages
from ssw_tui.records.risk import HelpLine
from ssw_tui.ui.dialogs.frame import Dialog
from ssw_tui.ui.session import Session
from ssw_tui.ui.widgets.choice_list import ChoiceList, Row
from ssw_tui.ui.widgets.page_view import PageView


class HelpLinesDialog(Dialog[None]):
    """The help lines, each with its page."""

    DEFAULT_CSS = """
    HelpLinesDialog ChoiceList { height: 40%; }
    HelpLinesDialog PageView { height: 1fr; border-top: solid $panel; }
    HelpLinesDialog PageView:focus { border-top: thick $accent; }
    """

    def __init__(self, session: Session, first: str | None = None) -> None:
        super().__init__()
        self.session = session
        self.first = first
        self.list = ChoiceList((None, 16))
        self.page = PageView(session.look)

    def compose(self) -> ComposeResult:
        """Lay out the list over the page."""
        with Container(classes="box") as box:
            box.border_title = "Whom to call"
            yield self.list
            yield self.page
            yield Static("tab: read the page   escape: close", classes="quiet")

    def on_mount(self) -> None:
        """Fill the list."""
        lines = self.session.library.all(HelpLine).values()
        self.list.set_rows([Row(id=line.id, cells=(line.name, line.number)) for line in lines], self.first)
        self.list.focus()
        self.call_after_refresh(self._show)

    def _show(self) -> None:
        if self.list.chosen:
            line = self.session.library.all(HelpLine)[self.list.chosen]
            self.page.show(pages.help_line_page(self.session.reader, line))

    @on(OptionList.OptionHighlighted)
    def _changed(self) -> None:
        self._show()

    @on(OptionList.OptionSelected)
    def _read(self) -> None:
        self.page.focus()
