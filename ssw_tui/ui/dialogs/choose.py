"""A list to choose one thing from, filtered as one types where it is long."""

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input, OptionList

from ssw_tui.folding import fold
from ssw_tui.ui.dialogs.frame import Dialog
from ssw_tui.ui.widgets.choice_list import ChoiceList, Row
from ssw_tui.ui.widgets.list_input import ListInput

LONG = 12


class ChooseDialog(Dialog[str]):
    """Gives the id of the row that was chosen."""

    DEFAULT_CSS = "ChooseDialog ChoiceList { height: auto; max-height: 16; }"
    keys = "enter: take it   escape: leave it as it is"

    def __init__(self, title: str, rows: Sequence[Row], current: str | None = None) -> None:
        super().__init__()
        self.heading = title
        self.all_rows = tuple(rows)
        self.current = current
        self.list = ChoiceList()
        self.input = ListInput(self.list, placeholder="type to filter")

    def body(self) -> ComposeResult:
        """Lay out the list, with a filter where it is long."""
        if len(self.all_rows) > LONG:
            yield self.input
        yield self.list

    def on_mount(self) -> None:
        """Fill the list."""
        self.list.set_rows(self.all_rows, self.current)
        (self.input if len(self.all_rows) > LONG else self.list).focus()

    @on(Input.Changed)
    def _filter(self, event: Input.Changed) -> None:
        words = fold(event.value).split()
        texts = [(row, fold(row.cells[0])) for row in self.all_rows]
        found = [(row, text) for row, text in texts if all(word in text for word in words)]
        as_typed = " ".join(words)
        # Somebody who types "food s" means Food Service, not the manufacture of food and its s.
        found.sort(key=lambda one: f" {as_typed}" not in f" {one[1]}")
        self.list.set_rows([row for row, _ in found], found[0][0].id if found else None)

    @on(Input.Submitted)
    @on(OptionList.OptionSelected)
    def _take(self) -> None:
        if self.list.chosen is not None:
            self.dismiss(self.list.chosen)
