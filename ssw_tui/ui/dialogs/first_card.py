"""The first card: only the last day of the stay is asked for; all else can come later."""

from collections.abc import Mapping
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widgets import Button, Input, Static

from ssw_tui.advice.days import parse_day
from ssw_tui.output.card_words import say_left
from ssw_tui.output.pages.common import say_day
from ssw_tui.tracker.records import CardStatus
from ssw_tui.ui.dialogs.frame import Dialog
from ssw_tui.ui.session import Session
from ssw_tui.ui.widgets.fault_line import FaultLine

LABEL = "My card"
"""What the first card is called until its owner calls it something else."""


class FirstCardDialog(Dialog[Mapping[str, Any]]):
    """Asks for the end of the stay; gives the values of a card, under the card's own keys."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+n", "no_card", show=False, priority=True),
        Binding("down", "app.focus_next", show=False),
        Binding("up", "app.focus_previous", show=False),
    ]
    DEFAULT_CSS = """
    FirstCardDialog .said { height: 1; }
    FirstCardDialog .buttons { height: 1; margin: 1 0; }
    FirstCardDialog Button { min-width: 10; margin-right: 2; background: $panel; }
    FirstCardDialog Button:focus { text-style: bold reverse; }
    """
    heading = "Your card"
    keys = "enter: save   ctrl+n: I have no card yet   escape: later"

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        typed = session.drafts.get(None, {}).get("expires", "")
        self.input = Input(typed, placeholder="2027-03-15", id="expires")
        self.fault = FaultLine()
        self.said = Static("", classes="said quiet", markup=False)

    def body(self) -> ComposeResult:
        """Lay out the question."""
        yield Static(
            "Until which day may you stay? It stands on your card at 在留期間（満了日） "
            "(ざいりゅうきかん, まんりょうび). Write 2027-03-15, 2027/3/15 or 令和9年3月15日.",
            markup=False,
        )
        yield self.input
        yield self.said
        yield self.fault
        with Horizontal(classes="buttons"):
            yield Button("Save", id="save", compact=True)
            yield Button("I have no card yet", id="none", compact=True)

    def on_mount(self) -> None:
        """Begin with the day."""
        self.input.focus()

    @on(Input.Changed)
    def _say_day(self, event: Input.Changed) -> None:
        """Say how a day is read as soon as it is one."""
        event.stop()
        self.fault.clear()
        try:
            day = parse_day(event.value)
        except ValueError:
            self.said.update("")
        else:
            self.said.update(f"{say_day(day)}: {say_left((day - self.session.day).days)}")

    @on(Input.Submitted)
    @on(Button.Pressed, "#save")
    def action_save(self) -> None:
        """Check the day and give the card, or say what is wrong."""
        if not self.input.value.strip():
            self.fault.complain("Write the last day of your stay, or press ctrl+n if you have no card yet.")
            self.input.focus()
            return
        try:
            day = parse_day(self.input.value)
        except ValueError as error:
            self.fault.complain(error)
            self.input.focus()
            return
        self._give(status=CardStatus.SSW1, expires=day)

    @on(Button.Pressed, "#none")
    def action_no_card(self) -> None:
        """Give a person who has no card yet."""
        self._give(status=CardStatus.NONE)

    def _give(self, **values: Any) -> None:  # noqa: ANN401 - a card's values
        self._keep_draft()
        self.dismiss({"label": LABEL, **values})

    def _keep_draft(self) -> None:
        self.session.drafts[None] = {"expires": self.input.value}

    def action_close(self) -> None:
        """Close without saving; what was typed is there again when it is opened next."""
        self._keep_draft()
        super().action_close()
