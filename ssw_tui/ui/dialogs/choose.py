"""A list to choose one thing from, filtered as one types where it is long."""

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Container
from textual.widgets import Input, OptionList, Static

from ssw_tui.ui.dialogs.frame import Dialog
from ssw_tui.ui.widgets.choice_list import ChoiceList, Row

LONG = 12


class ListInput(Input):
    """Filters the list below; up and down move in it."""

    BINDINGS = [  # noqa: RUF012 - Textual declares it so
        Binding("down", "screen.move(1)", show=False, priority=True),
        Binding("up", "screen.move(-1)", show=False, priority=True),
    ]


class ChooseDialog(Dialog[str]):
    """Gives the id of the row that was chosen."""

    DEFAULT_CSS = "ChooseDialog ChoiceList { height: auto; max-height: 16; }"

    def __init__(self, title: str, rows: Sequence[Row], current: str | None = None) -> None:
        super().__init__()
        self.heading = title
        self.all_rows = tuple(rows)
        self.current = current
        self.list = ChoiceList()
        self.input = ListInput(placeholder="type to filter")

    def compose(self) -> ComposeResult:
        """Lay out the list, with a filter where it is long."""
        with Container(classes="box small") as box:
            box.border_title = self.heading
            if len(self.all_rows) > LONG:
                yield self.input
            yield self.list
            yield Static("arrows choose, enter takes it, escape leaves it as it is", classes="quiet")

    def on_mount(self) -> None:
        """Fill the list."""
        self.list.set_rows(self.all_rows, self.current)
        (self.input if len(self.all_rows) > LONG else self.list).focus()

    def action_move(self, step: int) -> None:
        """Move in the list while the input keeps the keys."""
        if self.list.rows:
            place = (self.list.highlighted or 0) + step
            self.list.highlighted = min(max(place, 0), len(self.list.rows) - 1)

    @on(Input.Changed)
    def _filter(self, event: Input.Changed) -> None:
        words = event.value.lower().split()
        self.list.set_rows(row for row in self.all_rows if all(word in row.cells[0].lower() for word in words))

    @on(Input.Submitted)
    @on(OptionList.OptionSelected)
    def _take(self) -> None:
        if self.list.chosen is not None:
            self.dismiss(self.list.chosen)
