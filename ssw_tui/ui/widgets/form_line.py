"""A line of a form of several."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import Input


class FormLine(Input):
    """Leaves up and down to the form: they go to the line before and after."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "app.focus_next", show=False, priority=True),
        Binding("up", "app.focus_previous", show=False, priority=True),
    ]
