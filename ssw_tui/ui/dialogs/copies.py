"""The copies of the personal data that were kept: one is chosen to be put back."""

from collections.abc import Sequence
from pathlib import Path

from textual import on
from textual.app import ComposeResult
from textual.widgets import OptionList, Static

from ssw_tui.output.pages.common import say_day
from ssw_tui.tracker.copies import Copy
from ssw_tui.ui.dialogs.frame import Dialog
from ssw_tui.ui.widgets.choice_list import ChoiceList, Row

OTHER = "+file"
"""The row for a copy that lies elsewhere."""


class CopiesDialog(Dialog[Path | str]):
    """Gives the file of the copy that was chosen, or that another file is to be named."""

    DEFAULT_CSS = "CopiesDialog ChoiceList { height: auto; max-height: 16; margin: 1 0; }"
    heading = "Put a copy back"
    keys = "enter: put it back, after a question   escape: leave all as it is"

    def __init__(self, copies: Sequence[Copy]) -> None:
        super().__init__()
        self.files = {str(copy.file): copy.file for copy in copies if copy.cards is not None}
        self.rows = [_row(copy) for copy in copies]
        self.list = ChoiceList()

    def body(self) -> ComposeResult:
        """Lay out the list."""
        if self.rows:
            yield Static("Copies that this program kept by itself, the newest first.", markup=False)
        else:
            yield Static("This program has not kept a copy yet.", markup=False)
        yield self.list

    def on_mount(self) -> None:
        """Fill the list."""
        self.list.set_rows([*self.rows, Row(id=OTHER, cells=("A copy in another file",))])
        self.list.focus()

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if event.option.id == OTHER:
            self.dismiss(OTHER)
        elif event.option.id in self.files:
            self.dismiss(self.files[event.option.id])


def _row(copy: Copy) -> Row:
    when = f"of {say_day(copy.day)}" if copy.day else f"replaced before: {copy.file.name}"
    what = "it cannot be read" if copy.cards is None else f"{copy.cards} card{'s' if copy.cards != 1 else ''}"
    return Row(
        id=str(copy.file), cells=(f"{when}; {what}; {max(1, copy.size // 1024):,} KB",), heading=copy.cards is None
    )
