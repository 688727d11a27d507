"""A card to show at a counter: the whole window, big and calm, to be turned to the clerk."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.widgets import Static

from ssw_tui.output.pages.counter import counter_page
from ssw_tui.records.counter import CounterCard
from ssw_tui.ui.dialogs.frame import Dialog
from ssw_tui.ui.session import Session
from ssw_tui.ui.widgets.page_view import PageView


class CounterDialog(Dialog[None]):
    """Shows one card at a time; right and left change it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,n", "turn(1)", show=False),
        Binding("left,p", "turn(-1)", show=False),
        Binding("c,q", "close", show=False),
    ]
    DEFAULT_CSS = """
    CounterDialog > .whole { width: 100%; height: 100%; background: $background; padding: 1 2 0 2; }
    CounterDialog PageView { height: 1fr; }
    """

    def __init__(self, session: Session, cards: Sequence[CounterCard], first: str) -> None:
        super().__init__()
        self.session = session
        self.cards = list(cards)
        self.place = next((place for place, card in enumerate(self.cards) if card.id == first), 0)
        self.page = PageView(session.look)

    def compose(self) -> ComposeResult:
        """Lay out the card."""
        with Container(classes="whole"):
            yield self.page
            yield Static("", classes="quiet keys", markup=False)

    def on_mount(self) -> None:
        """Show the card that was asked for."""
        self.page.focus()
        self.call_after_refresh(self._show)

    def _show(self) -> None:
        self.page.show(counter_page(self.session.reader, self.cards[self.place]))
        others = f"   right, left: the others ({self.place + 1} of {len(self.cards)})" if len(self.cards) > 1 else ""
        self.say_keys(f"escape: close   up, down: scroll{others}")

    def action_turn(self, step: int) -> None:
        """Show the card beside this one, around the end."""
        self.place = (self.place + step) % len(self.cards)
        self._show()
