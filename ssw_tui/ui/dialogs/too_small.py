"""What is shown where the window is too small for the views."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen
from textual.widgets import Static

LEAST_COLUMNS, LEAST_ROWS = 60, 20


class TooSmall(ModalScreen[None]):
    """Says that the window is too small; it lies over everything and goes when there is room again."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("q", "app.quit", show=False)]
    DEFAULT_CSS = "TooSmall { background: $background; } TooSmall > Static { width: 100%; height: auto; }"

    def compose(self) -> ComposeResult:
        """Say it in as few words as a very small window holds."""
        yield Static("", markup=False)

    def on_mount(self) -> None:
        """Say it for the size of the moment; the text takes the keys, so that none reaches what lies under it."""
        text = self.query_one(Static)
        text.can_focus = True
        text.focus()
        self._say()

    def on_resize(self) -> None:
        """Say it for the new size."""
        self._say()

    def _say(self) -> None:
        size = self.app.size
        text = f"Window {size.width}x{size.height} is too small: needs {LEAST_COLUMNS}x{LEAST_ROWS}. q leaves."
        self.query_one(Static).update(text)
