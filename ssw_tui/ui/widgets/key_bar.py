"""The footer: at most seven keys, those of the view first."""

from attrs import frozen
from textual import events
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

MOST = 7
EVERY_KEY = "app.keys"
"""The action that lists every key."""


@frozen
class KeyHint:
    """A key the footer shows."""

    shown: str
    """The key."""
    label: str
    """What it does, in a word or two."""
    action: str
    """What a click on it runs, in the app's namespace."""


class KeyBar(Widget):
    """Shows as many hints as fit; a click runs one."""

    DEFAULT_CSS = "KeyBar { height: 1; dock: bottom; background: $panel; padding: 0 1; text-wrap: nowrap; }"

    hints: reactive[tuple[KeyHint, ...]] = reactive(())

    def _fitting(self) -> list[KeyHint]:
        """Give the hints that fit, the first ones; the one that lists all keys stays to the last."""
        kept = list(self.hints[:MOST])
        if every := [hint for hint in self.hints[MOST:] if hint.action == EVERY_KEY]:
            kept[-1:] = every
        while kept and sum(map(self._length, kept)) - 2 > self.content_size.width:
            others = [hint for hint in kept if hint.action != EVERY_KEY]
            kept.remove(others[-1] if others else kept[-1])
        return kept

    @staticmethod
    def _length(hint: KeyHint) -> int:
        return len(hint.shown) + 1 + len(hint.label) + 2

    def render(self) -> Content:
        """Draw the hints."""
        parts: list[str | tuple[str, str]] = []
        for hint in self._fitting():
            parts += [(hint.shown, "bold $accent"), f" {hint.label}  "]
        return Content.assemble(*parts)

    class Pressed(Message):
        """A hint was clicked."""

        def __init__(self, action: str) -> None:
            super().__init__()
            self.action = action

    def on_click(self, event: events.Click) -> None:
        """Tell which hint is under the pointer."""
        place = event.x - self.gutter.left
        for hint in self._fitting():
            place -= self._length(hint)
            if place < 0:
                self.post_message(self.Pressed(hint.action))
                return
