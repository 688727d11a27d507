"""The results that were saved: one is opened, or removed."""

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import OptionList, Static

from ssw_tui.output.pages.common import say_day
from ssw_tui.tracker.records import QuizRun
from ssw_tui.ui.dialogs.frame import Dialog
from ssw_tui.ui.widgets.choice_list import ChoiceList, Row


class SavedDialog(Dialog[QuizRun]):
    """Gives the saved result to open; r removes the one in focus."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("r,delete", "remove", show=False)]
    DEFAULT_CSS = "SavedDialog ChoiceList { height: auto; max-height: 16; margin-bottom: 1; }"
    heading = "Saved results"
    keys = "enter: open it   r: remove it   escape: leave them as they are"

    def __init__(self, runs: list[QuizRun], remove: Callable[[QuizRun], bool]) -> None:
        super().__init__()
        self.runs = runs
        self.remove_saved = remove
        self.list = ChoiceList((11, None))
        self.empty = Static("Nothing is saved. A result is saved when it is shown.", markup=False)

    def body(self) -> ComposeResult:
        """Lay out the list."""
        yield self.empty
        yield self.list

    def on_mount(self) -> None:
        """Fill the list, newest first."""
        self._fill()
        self.list.focus()

    def _fill(self) -> None:
        self.list.set_rows(Row(id=run.id, cells=(say_day(run.day), run.in_words)) for run in self.runs)
        self.list.display, self.empty.display = bool(self.runs), not self.runs

    @on(OptionList.OptionSelected)
    def _open(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.dismiss(next(run for run in self.runs if run.id == event.option.id))

    def action_remove(self) -> None:
        """Remove the result in focus."""
        run = next((run for run in self.runs if run.id == self.list.chosen), None)
        if run is not None and self.remove_saved(run):
            self.runs.remove(run)
            self._fill()
