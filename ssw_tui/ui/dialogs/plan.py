"""The days that the steps of a procedure are counted from: what is known of them, and a line for each of the others."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Input, Static

from ssw_tui.advice.days import parse_day
from ssw_tui.advice.step_days import BEGIN, NOT_PLANNED, KnownDay, Origin, anchors_of, spreads
from ssw_tui.output.pages.common import say_day
from ssw_tui.output.step_words import ORIGIN_WORD
from ssw_tui.records.procedure import Anchor, Procedure
from ssw_tui.ui.dialogs.frame import Dialog
from ssw_tui.ui.widgets.fault_line import FaultLine
from ssw_tui.ui.widgets.form_line import FormLine

LABELS: Mapping[str, tuple[str, str]] = {
    BEGIN: ("Begin", "The day you want to begin. What you prepare is spread from it to the day above."),
    Anchor.START: ("First day of work", "The day you plan to start the work, or started it."),
    Anchor.END_OF_STAY: ("Stay ends", "The last day of your period of stay (在留期間の満了日). My card keeps it."),
    Anchor.FIVE_YEARS_END: ("No.1 time used up", "The day your total time on No.1 ends. My card counts it."),
    Anchor.FILING: ("Application", "The day you want to hand the application in, or did."),
    Anchor.CERTIFICATE_ISSUED: (
        "Certificate issued",
        "The day of issue that stands on the certificate.",
    ),
    Anchor.LANDING: ("Landing in Japan", "The day you land in Japan."),
    Anchor.ADDRESS_DECIDED: ("Home decided on", "The day you decided on your home in Japan."),
    Anchor.MOVING_IN: ("Moving in", "The day you move into your home."),
    Anchor.ADDRESS_ENDED: ("Address ends", "The day from which you have no address in Japan any more."),
    Anchor.NEW_CONTRACT: ("New contract", "The day you sign the new contract, or signed it."),
    Anchor.CONTRACT_CHANGE: ("Contract changed", "The day the contract was changed."),
    Anchor.CONTRACT_END: ("Old contract ends", "The last day of the old contract."),
    Anchor.PERMISSION: ("Decision", "The day of the decision."),
    Anchor.DEPARTURE: ("Departure", "The day you leave Japan."),
}
"""What a line is called, and what it wants."""


class PlanDialog(Dialog[Mapping[str, date]]):
    """Asks for days; gives those that were set, by what they are."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "app.focus_next", show=False),
        Binding("up", "app.focus_previous", show=False),
    ]
    DEFAULT_CSS = """
    PlanDialog .line { height: 1; }
    PlanDialog .name { width: 19; color: $quiet; }
    PlanDialog .known { width: 1fr; }
    PlanDialog FormLine { width: 1fr; }
    PlanDialog #help { height: 2; margin-top: 1; }
    """
    keys = "down, up or tab: next line   enter: use them   escape: leave them"

    def __init__(
        self, procedure: Procedure, known: Mapping[Anchor, KnownDay], planned: Mapping[str, date], whose: str
    ) -> None:
        super().__init__()
        self.heading = f"Days: {procedure.title}"
        self.procedure = procedure
        self.known = known
        self.whose = whose
        self.lines = {name: self._line(name, planned.get(name)) for name in _asked(procedure, known)}
        self.help_text = Static("", id="help", classes="quiet", markup=False)
        self.fault = FaultLine()
        self.wrong: str | None = None

    def _line(self, name: str, planned: date | None) -> FormLine:
        known = self.known.get(Anchor(name)) if name != BEGIN else None
        example = "not set; for example 2027-04-01"
        if known and known.origin is Origin.CARD:
            example = f"{known.on.isoformat()} {ORIGIN_WORD[known.origin]}"
        return FormLine(planned.isoformat() if planned else "", placeholder=example, id=name)

    def body(self) -> ComposeResult:
        """Lay out a line for each day."""
        yield Static(f"The steps are counted from these days. {self.whose} All may stay empty.", markup=False)
        yield from map(self._row, self._names)
        yield self.help_text
        yield self.fault

    @property
    def _names(self) -> Iterator[str]:
        """Give what is asked, then what is known."""
        known = (anchor for anchor in anchors_of(self.procedure) if anchor in self.known)
        return iter(dict.fromkeys([*self.lines, *known]))

    def _row(self, name: str) -> Widget:
        label = Static(LABELS[name][0], classes="name", markup=False)
        if name in self.lines:
            return Horizontal(label, self.lines[name], classes="line")
        known = self.known[Anchor(name)]
        text = f"{say_day(known.on)}, {ORIGIN_WORD[known.origin]}"
        return Horizontal(label, Static(text, classes="known", markup=False), classes="line")

    def on_mount(self) -> None:
        """Begin at the first line."""
        next(iter(self.lines.values())).focus()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Say what the line wants."""
        self.help_text.update(LABELS.get(event.widget.id or "", ("", ""))[1])

    @on(Input.Blurred)
    def _left(self, event: Input.Blurred) -> None:
        """Say at once how a day was read, or what is wrong with it."""
        name, text = event.input.id, event.value.strip()
        try:
            event.input.value = parse_day(text).isoformat() if text else ""
        except ValueError as error:
            self.fault.complain(error)
            return
        if self.wrong in (None, name):
            self.wrong = None
            self.fault.clear()

    @on(Input.Submitted)
    def _take(self, event: Input.Submitted) -> None:
        event.stop()
        days: dict[str, date] = {}
        for name, line in self.lines.items():
            try:
                if text := line.value.strip():
                    days[name] = parse_day(text)
            except ValueError as error:
                self._complain(name, error)
                return
        if fault := self._order_fault(days):
            self._complain(BEGIN, fault)
            return
        self.dismiss(days)

    def _order_fault(self, days: Mapping[str, date]) -> str:
        """Say so where somebody wants to begin after the end."""
        first, *_ = anchors_of(self.procedure)
        end = days.get(first) or (self.known[first].on if first in self.known else None)
        if BEGIN not in days or end is None or days[BEGIN] < end:
            return ""
        return f"You want to begin on {say_day(days[BEGIN])}, but the day it leads to is {say_day(end)}."

    def _complain(self, name: str, fault: ValueError | str) -> None:
        self.wrong = name
        self.lines[name].focus()
        self.fault.complain(fault)


def _asked(procedure: Procedure, known: Mapping[Anchor, KnownDay]) -> list[str]:
    """Give what a person can set: not what their card or the calendar gives."""
    fixed = [Anchor.FISCAL_YEAR_END, *(a for a in NOT_PLANNED if a in known and known[a].origin is Origin.CARD)]
    first, *others = (str(anchor) for anchor in anchors_of(procedure) if anchor not in fixed)
    return [first, *([BEGIN] if spreads(procedure) else []), *others]
