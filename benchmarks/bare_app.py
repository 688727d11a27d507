"""The app that ssw-tui's start and memory are compared with: Textual and one widget."""

from textual.app import App, ComposeResult
from textual.widgets import Static

TEXT = "A bare app of one widget with a line of text."


class BareApp(App[None]):
    """Shows a line."""

    def compose(self) -> ComposeResult:
        """Lay out the line."""
        yield Static(TEXT)


if __name__ == "__main__":
    BareApp().run()
