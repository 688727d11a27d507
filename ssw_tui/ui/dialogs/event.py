"""What happened: one key for what, enter for today."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import ClassVar

from attrs import frozen
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.widgets import Input, OptionList, Static

from ssw_tui.advice.days import parse_day
from ssw_tui.output.card_words import EVENT_WORD, LEAVE_WORD, SPELL_WORD
from ssw_tui.output.pages.common import say_day
from ssw_tui.tracker.records import CardStatus, EventKind, LeaveKind, SpellKind
from ssw_tui.ui.dialogs.frame import Dialog
from ssw_tui.ui.widgets.choice_list import ChoiceList, Row
from ssw_tui.ui.widgets.fault_line import FaultLine

Kind = EventKind | LeaveKind | SpellKind
OFTEN, ARRIVING = "Often", "Coming to Japan"
GROUPS: Mapping[str, tuple[Kind, ...]] = {
    OFTEN: (
        EventKind.MOVED,
        EventKind.CONTRACT_ENDED,
        EventKind.CONTRACT_SIGNED,
        EventKind.APPLICATION_FILED,
        EventKind.DECISION_RECEIVED,
        EventKind.LEFT_JAPAN,
        EventKind.RETURNED,
        EventKind.CARD_LOST,
    ),
    "Also": (
        EventKind.NAME_CHANGED,
        EventKind.EMPLOYER_CHANGED,
        EventKind.CHILD_BORN,
        EventKind.CARD_REPLACED,
        EventKind.EXCHANGE_ORDERED,
        EventKind.STATUS_REVOKED,
        EventKind.LEFT_FOR_GOOD,
        EventKind.LEAVE_STARTED,
        EventKind.LEAVE_ENDED,
    ),
    "For the five years, with a first and a last day": (*LeaveKind, *SpellKind),
    ARRIVING: (EventKind.COE_ISSUED, EventKind.ADDRESS_DECIDED),
}
"""What can be recorded, the likeliest first."""
DIGITS = "1234567890"
KEYS_OF_LIST = "digit or enter: choose   escape: record nothing"
KEYS_OF_DAY = "enter: today, or the day you write   escape: back to the list"
WORDS = {**EVENT_WORD, **LEAVE_WORD, **SPELL_WORD}


@frozen
class Happened:
    """What happened, and the day where it has one day."""

    kind: Kind
    on: date | None


class EventDialog(Dialog[Happened]):
    """Asks what happened, then on which day; a leave or a stay is given without a day, since it has two."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding(digit, f"pick('{digit}')", show=False) for digit in DIGITS]
    DEFAULT_CSS = """
    EventDialog #day { display: none; height: auto; }
    EventDialog.-day #day { display: block; }
    EventDialog.-day ChoiceList { display: none; }
    EventDialog.-day > .box { height: auto; }
    """

    keys = KEYS_OF_LIST
    is_small = False

    def __init__(self, label: str, status: CardStatus, today: date) -> None:
        super().__init__()
        self.heading = f"What happened? {label}"
        self.today = today
        self.kind: Kind | None = None
        self.kinds: dict[str, Kind] = {}
        self.list = ChoiceList()
        self.input = Input(placeholder=f"today, {say_day(today)}")
        self.asked = Static("", markup=False)
        self.fault = FaultLine()
        arriving_first = status is CardStatus.NONE
        self.groups = sorted(GROUPS, key=lambda name: arriving_first and name != ARRIVING)

    def body(self) -> ComposeResult:
        """Lay out the list, and the line for the day that follows it."""
        yield self.list
        with Container(id="day"):
            yield self.asked
            yield self.input
            yield self.fault

    def on_mount(self) -> None:
        """Fill the list, with digits for the first kinds."""
        self.list.set_rows(self._rows())
        self.list.focus()

    def _rows(self) -> Iterable[Row]:
        digits = iter(DIGITS)
        for name in self.groups:
            yield Row(id=f"heading-{name}", cells=(name,), heading=True)
            for kind in GROUPS[name]:
                digit = next(digits, " ")
                row_id = f"{type(kind).__name__}:{kind}"
                self.kinds[row_id] = kind
                yield Row(id=row_id, lead=f"{digit} ", cells=(_said(kind),))

    def action_pick(self, digit: str) -> None:
        """Take the kind with a digit."""
        for row in self.list.rows:
            if row.lead == f"{digit} " and self.kind is None:
                self._take_kind(row.id)

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if event.option.id in self.kinds:
            self._take_kind(event.option.id)

    def _take_kind(self, row_id: str) -> None:
        kind = self.kinds[row_id]
        if not isinstance(kind, EventKind):
            self.dismiss(Happened(kind, None))
            return
        self.kind = kind
        self.asked.update(f"{_said(kind)}: on which day? A day to come is fine too.")
        self.say_keys(KEYS_OF_DAY)
        self.add_class("-day")
        self.input.focus()

    @on(Input.Submitted)
    def _take_day(self, event: Input.Submitted) -> None:
        event.stop()
        if self.kind is None:
            return
        try:
            day = parse_day(event.value) if event.value.strip() else self.today
        except ValueError as error:
            self.fault.complain(error)
            return
        self.dismiss(Happened(self.kind, day))

    def action_close(self) -> None:
        """Go back to the list, or close without an answer."""
        if self.kind is None:
            super().action_close()
            return
        self.kind = None
        self.input.value = ""
        self.fault.clear()
        self.say_keys(KEYS_OF_LIST)
        self.remove_class("-day")
        self.list.focus()


def _said(kind: Kind) -> str:
    return WORDS[kind][0].upper() + WORDS[kind][1:]
