"""The first start: what this program is, and what to do first."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import OptionList

from ssw_tui.output.layout import lay_out
from ssw_tui.output.pages.welcome import welcome_page
from ssw_tui.ui.dialogs.frame import Dialog
from ssw_tui.ui.session import Session
from ssw_tui.ui.widgets.choice_list import ChoiceList, Row
from ssw_tui.ui.widgets.page_view import PageView

CHOICES = (
    ("app.go('quiz')", "1  Find out whether I can get it: the quiz"),
    ("app.first_card", "2  I have a card: write down the day my stay ends"),
    ("", "3  Just look around (escape)"),
)
"""The action of each choice, and its words; an empty action only closes."""
WIDEST = 78
"""Cells from frame to frame."""
BESIDE, UNDER = 6, 7
"""The cells beside the text, and the lines over and under it: the frame, the choices, the bar that scrolls."""


class WelcomeDialog(Dialog[str]):
    """Gives the action of what was chosen; empty, or none at all: look around."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(words[0], f"take({action!r})", show=False) for action, words in CHOICES),
        Binding("slash", "take('app.search')", show=False),
        Binding("question_mark,f1", "take('app.keys')", show=False),
        Binding("q", "take('app.quit')", show=False),
    ]
    DEFAULT_CSS = f"""
    WelcomeDialog > .box {{ width: 100%; max-width: {WIDEST}; height: auto; max-height: 100%; }}
    WelcomeDialog PageView {{ padding: 0; }}
    WelcomeDialog ChoiceList {{ height: 3; margin: 1 0; }}
    """

    is_small = False

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.text = welcome_page(session.data_folder, session.greeting)
        self.heading = self.text.title
        self.page = PageView(session.look, with_title=False)
        self.list = ChoiceList()

    def body(self) -> ComposeResult:
        """Lay out the text over the choices."""
        yield self.page
        yield self.list

    def on_mount(self) -> None:
        """Put the focus on the first choice."""
        self.list.set_rows(Row(id=words[0], cells=(words,)) for _, words in CHOICES)
        self.list.focus()
        self.page.show(self.text)
        self._fit()

    def on_resize(self) -> None:
        """Fit the text into the new size."""
        self._fit()

    def _fit(self) -> None:
        """Give the text the lines that it needs, if the choices leave so many."""
        width, height = self.app.size
        lines = lay_out(self.text, min(width, WIDEST) - BESIDE, self.session.look, title=False)
        self.page.styles.height = min(len(lines), height - UNDER)

    def action_take(self, action: str) -> None:
        """Give an action."""
        self.dismiss(action)

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(CHOICES[event.option_index][0])
