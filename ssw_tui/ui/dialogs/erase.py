"""All personal data removed for good: only a typed word does it."""

from textual.widgets import Input

from ssw_tui.ui.dialogs.line import LineDialog

WORD = "erase"


class EraseDialog(LineDialog[bool]):
    """Gives True when the word was typed."""

    heading = "Erase all personal data"
    keys = "enter: erase   escape: leave all as it is"

    def __init__(self) -> None:
        question = (
            "This removes all cards, check marks, saved quizzes and the copies of them on this computer, for good. "
            "Files that you exported stay where they are. Undo does not bring it back.\n"
            f"Type the word {WORD} to do it."
        )
        super().__init__(question, Input())

    def read(self, text: str) -> bool:
        """Take the word, and nothing else."""
        if text.lower() != WORD:
            raise ValueError(f"nothing was removed: that is not the word {WORD}")
        return True
