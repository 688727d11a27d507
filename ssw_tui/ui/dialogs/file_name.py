"""Where a file is to be written."""

from pathlib import Path

from textual import on
from textual.app import ComposeResult
from textual.containers import Container
from textual.widgets import Input, Static

from ssw_tui.ui.dialogs.frame import Dialog


class FileNameDialog(Dialog[Path]):
    """Asks for the name of a new file; one that is there already is never written over."""

    def __init__(self, title: str, suggestion: Path) -> None:
        super().__init__()
        self.heading = title
        self.input = Input(str(suggestion), select_on_focus=False)
        self.fault = Static("", classes="fault", markup=False)

    def compose(self) -> ComposeResult:
        """Lay out the question."""
        with Container(classes="box small") as box:
            box.border_title = self.heading
            yield Static("The file (~ is your home folder). Only you can read it.")
            yield self.input
            yield self.fault
            yield Static("enter: write it   escape: write nothing", classes="quiet")

    @on(Input.Submitted)
    def _take(self, event: Input.Submitted) -> None:
        event.stop()
        name = event.value.strip()
        path = Path(name).expanduser()
        if not name or path.is_dir():
            self.fault.update("Name a file, for example quiz.md.")
        elif path.exists():
            self.fault.update(f"{path} is there already; choose another name.")
        elif not path.parent.is_dir():
            self.fault.update(f"There is no folder {path.parent}.")
        else:
            self.dismiss(path)
