"""A question with yes or no."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
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

    def __init__(self, title: str, question: str, yes: str, no: str) -> None:
        super().__init__()
        self.heading = title
        self.question = question
        self.answers = (Row(id="yes", cells=(f"1  {yes}",)), Row(id="no", cells=(f"2  {no}",)))
        self.list = ChoiceList()

    def compose(self) -> ComposeResult:
        """Lay out the question."""
        with Container(classes="box small") as box:
            box.border_title = self.heading
            yield Static(self.question, markup=False)
            yield self.list
            yield Static("1 or 2, or enter; escape changes nothing", classes="quiet")

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
