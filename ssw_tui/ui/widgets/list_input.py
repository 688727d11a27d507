"""A line of text over a list: up and down move in the list while one types."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import Input

from ssw_tui.ui.widgets.choice_list import ChoiceList


class ListInput(Input):
    """Keeps the keys, and lends the list its up and down."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "move(1)", show=False, priority=True),
        Binding("up", "move(-1)", show=False, priority=True),
    ]

    def __init__(self, below: ChoiceList, value: str = "", placeholder: str = "") -> None:
        super().__init__(value, placeholder)
        self.below = below

    def action_move(self, step: int) -> None:
        """Move in the list; its ends hold."""
        if self.below.rows:
            place = (self.below.highlighted or 0) + step
            self.below.highlighted = min(max(place, 0), len(self.below.rows) - 1)
