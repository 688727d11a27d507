"""A question with yes or no."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import OptionList, Static

from ssw_tui.ui.dialogs.frame import Dialog
from ssw_tui.ui.widgets.choice_list import ChoiceList, Row


class ConfirmDialog(Dialog[bool]):
    """Asks before something is taken away; gives whether to do it. The safe answer has the focus."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y,1", "answer(True)", show=False),
        Binding("n,2", "answer(False)", show=False),
    ]
    DEFAULT_CSS = "ConfirmDialog ChoiceList { height: 2; margin: 1 0; }"
    keys = "1, 2 or enter: answer   escape: change nothing"

    def __init__(self, title: str, question: str, yes: str, no: str) -> None:
        super().__init__()
        self.heading = title
        self.question = question
        self.answers = (Row(id="yes", cells=(f"1  {yes}",)), Row(id="no", cells=(f"2  {no}",)))
        self.list = ChoiceList()

    def body(self) -> ComposeResult:
        """Lay out the question."""
        yield Static(self.question, markup=False)
        yield self.list

    def on_mount(self) -> None:
        """Put the focus on the safe answer."""
        self.list.set_rows(self.answers, "no")
        self.list.focus()

    def action_answer(self, yes: bool) -> None:
        """Give the answer."""
        self.dismiss(yes)

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option.id == "yes")
