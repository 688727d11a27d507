"""Where a file is to be written."""

from pathlib import Path

from textual.widgets import Input

from ssw_tui.ui.dialogs.line import LineDialog


class FileNameDialog(LineDialog[Path]):
    """Asks for the name of a new file; one that is there already is never written over."""

    keys = "enter: write it   escape: write nothing"

    def __init__(self, title: str, suggestion: Path) -> None:
        question = "The file (~ is your home folder). Only you can read it."
        super().__init__(question, Input(str(suggestion), select_on_focus=False))
        self.heading = title

    def read(self, text: str) -> Path:
        """Read the name of a file that is not there yet, in a folder that is."""
        try:
            path = Path(text).expanduser()
            is_folder, is_there, has_folder = path.is_dir(), path.exists(), path.parent.is_dir()
        except (OSError, RuntimeError) as error:
            raise ValueError("this cannot be the name of a file") from error
        if not text or "\0" in text or is_folder:
            raise ValueError("name a file, for example quiz.md")
        if is_there:
            raise ValueError(f"{path} is there already; choose another name")
        if not has_folder:
            raise ValueError(f"there is no folder {path.parent}")
        return path
