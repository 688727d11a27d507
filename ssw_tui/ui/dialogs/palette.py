"""The palette: every command by its name."""

from typing import ClassVar

from textual import events
from textual.await_complete import AwaitComplete
from textual.command import CommandList, CommandPalette

from ssw_tui.ui.dialogs.frame import nothing_to_wait_for


class Palette(CommandPalette):
    """Textual's palette over an empty ground, where keys that come before the list is drawn do nothing."""

    DEFAULT_CSS: ClassVar[str] = """
    Palette { background: $background; }
    Palette > .command-palette--help-text { color: $foreground; text-style: none; }
    Palette SearchIcon { display: none; }
    """

    def __init__(self) -> None:
        super().__init__(placeholder="Find a command by its name")

    def on_mount(self, event: events.Mount) -> None:
        """Be nothing where a key that came at once closed it before it was there."""
        if self not in self.app.screen_stack:
            event.prevent_default()

    def dismiss(self, result: None = None) -> AwaitComplete:
        """Close; the second of two quick keys finds it closed already."""
        return super().dismiss(result) if self.is_active else nothing_to_wait_for()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave out what moves in a list that is not laid out yet."""
        return action != "command_list" or bool(self.query_one(CommandList).scrollable_content_region)
