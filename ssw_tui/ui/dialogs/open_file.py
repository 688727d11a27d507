"""A file that is there, to be read."""

from pathlib import Path

from textual import on
from textual.app import ComposeResult
from textual.containers import Container
from textual.widgets import Input, Static

from ssw_tui.ui.dialogs.frame import Dialog


class OpenFileDialog(Dialog[Path]):
    """Asks for the name of a file; gives it when there is one."""

    def __init__(self, title: str, question: str, suggestion: str = "~/") -> None:
        super().__init__()
        self.heading = title
        self.question = question
        self.input = Input(suggestion, select_on_focus=False)
        self.fault = Static("", classes="fault", markup=False)

    def compose(self) -> ComposeResult:
        """Lay out the question."""
        with Container(classes="box small") as box:
            box.border_title = self.heading
            yield Static(self.question, markup=False)
            yield self.input
            yield self.fault
            yield Static("enter: go on   escape: leave all as it is", classes="quiet")

    @on(Input.Submitted)
    def _take(self, event: Input.Submitted) -> None:
        event.stop()
        try:
            path = Path(event.value.strip()).expanduser()
            is_file = path.is_file()
        except (OSError, ValueError, RuntimeError):
            is_file = False
        if is_file:
            self.dismiss(path)
        else:
            self.fault.update("There is no such file.")
