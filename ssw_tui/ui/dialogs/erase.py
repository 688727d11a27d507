"""All personal data removed for good: only a typed word does it."""

from textual import on
from textual.app import ComposeResult
from textual.containers import Container
from textual.widgets import Input, Static

from ssw_tui.ui.dialogs.frame import Dialog

WORD = "erase"


class EraseDialog(Dialog[bool]):
    """Gives whether the word was typed."""

    def __init__(self) -> None:
        super().__init__()
        self.input = Input()
        self.fault = Static("", classes="fault", markup=False)

    def compose(self) -> ComposeResult:
        """Lay out the question."""
        with Container(classes="box small") as box:
            box.border_title = "Erase all personal data"
            yield Static(
                "This removes all cards, check marks, saved quizzes and the copies of them on this computer, for good. "
                "Files that you exported stay where they are. Undo does not bring it back.",
                markup=False,
            )
            yield Static(f"Type the word {WORD} to do it.", markup=False)
            yield self.input
            yield self.fault
            yield Static("enter: erase   escape: leave all as it is", classes="quiet")

    @on(Input.Submitted)
    def _take(self, event: Input.Submitted) -> None:
        event.stop()
        if event.value.strip().lower() == WORD:
            self.dismiss(True)
        else:
            self.fault.update(f"Nothing was removed: that is not the word {WORD}.")
