"""A file that is there, to be read."""

from pathlib import Path

from textual.widgets import Input

from ssw_tui.ui.dialogs.line import LineDialog


class OpenFileDialog(LineDialog[Path]):
    """Asks for the name of a file; gives it when there is one."""

    keys = "enter: go on   escape: leave all as it is"

    def __init__(self, title: str, question: str, suggestion: str = "~/") -> None:
        super().__init__(question, Input(suggestion, select_on_focus=False))
        self.heading = title

    def read(self, text: str) -> Path:
        """Read the name of a file that is there."""
        try:
            path = Path(text).expanduser()
            is_file = path.is_file()
        except (OSError, RuntimeError):
            is_file = False
        if not is_file:
            raise ValueError("there is no such file")
        return path
