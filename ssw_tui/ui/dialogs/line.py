"""One line of text asked for."""

from typing import TypeVar

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input, Static

from ssw_tui.ui.dialogs.frame import Dialog
from ssw_tui.ui.widgets.fault_line import FaultLine

R = TypeVar("R")


class LineDialog(Dialog[R]):
    """Asks for a line, and gives what it says; a line that makes no sense stays, with what is wrong under it."""

    DEFAULT_CSS = "LineDialog Input { margin-top: 1; }"

    def __init__(self, question: str, line: Input) -> None:
        super().__init__()
        self.question = question
        self.input = line
        self.fault = FaultLine()

    def body(self) -> ComposeResult:
        """Lay out the question over the line."""
        yield Static(self.question, markup=False)
        yield self.input
        yield self.fault

    def read(self, text: str) -> R:
        """Read what was typed, without the spaces around it.

        Raises:
            ValueError: when it makes no sense, with a sentence that says why.
        """
        raise NotImplementedError

    @on(Input.Submitted)
    def _take(self, event: Input.Submitted) -> None:
        event.stop()
        try:
            self.dismiss(self.read(event.value.strip()))
        except ValueError as error:
            self.fault.complain(error)
