"""The form of a card: what is printed on it; only the end of the stay is needed."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, ClassVar

from attrs import frozen
from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Horizontal
from textual.widgets import Button, Input, Label, Static

from ssw_tui.advice.days import parse_day
from ssw_tui.output.pages.common import say_day
from ssw_tui.records.field import Field
from ssw_tui.tracker.printed import card_number, period
from ssw_tui.tracker.records import Card, CardStatus
from ssw_tui.ui.dialogs.choose import ChooseDialog
from ssw_tui.ui.dialogs.frame import Dialog
from ssw_tui.ui.session import Session
from ssw_tui.ui.widgets.choice_list import Row
from ssw_tui.ui.widgets.fault_line import FaultLine
from ssw_tui.ui.widgets.form_line import FormLine

STATUS_NAME = {
    CardStatus.SSW1: "Specified Skilled Worker No.1 (特定技能1号)",
    CardStatus.SSW2: "Specified Skilled Worker No.2 (特定技能2号)",
    CardStatus.OTHER: "another status",
    CardStatus.NONE: "no card yet",
}


@frozen
class Entry:
    """A line of the form."""

    id: str
    """The card's key it fills."""
    label: str
    """What stands before it."""
    help: str
    """What is said while it has the focus."""
    choice: bool = False
    """Whether enter opens a list instead of taking text."""


ENTRIES = (
    Entry("label", "Name", "A name for this card; only you see it."),
    Entry("status", "Status", "What the card says under Status (在留資格). Enter opens the list.", choice=True),
    Entry(
        "expires", "Stay ends", "The last day of your period of stay (在留期間の満了日): 2027-03-15 or 令和9年3月15日."
    ),
    Entry("field", "Field", "Your field of work. Enter opens the list. It may be left empty.", choice=True),
    Entry("granted", "Granted on", "The day of the permission (許可年月日). It may be left empty."),
    Entry("period", "Period", "The period of stay: 1y, 3y or 6m. It may be left empty."),
    Entry(
        "no1_since",
        "No.1 since",
        "Since when you hold No.1 without a break, in any field. Earlier stays: w records them.",
    ),
    Entry("employer", "Employer", "Your employer's name, for a caseload. It may be left empty."),
    Entry("note", "Note", "A line to remember; only you see it. It may be left empty."),
    Entry(
        "in_japan_since",
        "In Japan since",
        "The first day of your time in Japan without a break, on any status. It may be left empty.",
    ),
    Entry("no2_since", "No.2 since", "Your first day as No.2. It may be left empty."),
    Entry("number", "Card number", "Twelve letters and digits; shown masked, kept only here. It may be left empty."),
)
DAYS = ("expires", "granted", "no1_since", "no2_since", "in_japan_since")


class Choice(Label, can_focus=True):
    """A line of the form that is filled from a list."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "screen.choose", show=False),
        Binding("backspace,delete", "screen.clear_choice", show=False),
    ]
    DEFAULT_CSS = """
    Choice { width: 1fr; background: $panel; }
    Choice:focus { color: $accent; text-style: bold; }
    """

    def on_click(self) -> None:
        """Open the list."""
        self.screen.call_later(self.screen.run_action, "choose")


class CardDialog(Dialog[Mapping[str, Any]]):
    """Asks for a card; gives its values, checked, under the card's own keys."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", show=False),
        Binding("down", "app.focus_next", show=False),
        Binding("up", "app.focus_previous", show=False),
    ]
    DEFAULT_CSS = """
    CardDialog .line { height: 1; }
    CardDialog .lines { height: 45vh; max-height: 11; overflow-y: auto;
                        scrollbar-size-vertical: 1; scrollbar-gutter: stable; }
    CardDialog .name { width: 15; color: $quiet; }
    CardDialog FormLine { width: 1fr; }
    CardDialog #help { height: 2; margin-top: 1; }
    CardDialog .buttons { height: 1; margin-top: 1; }
    CardDialog Button { min-width: 10; margin-right: 2; background: $panel; }
    CardDialog Button:focus { text-style: bold reverse; }
    """
    keys = "down, up or tab: next line   enter: save   escape: cancel"

    def __init__(self, session: Session, card: Card | None = None, first: str = "label") -> None:
        """Show the form.

        Args:
            session: what the views share.
            card: the card to change; None: a new one.
            first: the line that has the focus first.
        """
        super().__init__()
        self.heading = "Another card" if card is None else "Change the card"
        self.first = first
        self.session = session
        self.card = card
        draft = session.drafts.get(self._draft_key, {})
        self.choices: dict[str, str | None] = {
            "status": draft.get("status") or (card.status.value if card else CardStatus.SSW1.value),
            "field": draft.get("field", (card.field or "") if card else "") or None,
        }
        self.lines = {e.id: FormLine(self._given(e.id), id=e.id) for e in ENTRIES if not e.choice}
        self.labels = {e.id: Choice("", id=e.id, markup=False) for e in ENTRIES if e.choice}
        self.fault = FaultLine()
        self.wrong: str | None = None
        self.help_text = Static("", id="help", classes="quiet", markup=False)

    @property
    def _draft_key(self) -> str | None:
        return self.card.id if self.card else None

    def action_close(self) -> None:
        """Close without saving; what was typed is there again when the form is opened next."""
        self._keep_draft()
        super().action_close()

    def _keep_draft(self) -> None:
        typed = {key: line.value for key, line in self.lines.items()}
        self.session.drafts[self._draft_key] = typed | {key: value or "" for key, value in self.choices.items()}

    def _given(self, key: str) -> str:
        draft = self.session.drafts.get(self._draft_key, {})
        if key in draft:
            return draft[key]
        if self.card is None:
            return ""
        value = getattr(self.card, key)
        return "" if value is None else str(value)

    def body(self) -> ComposeResult:
        """Lay out the form."""
        with Container(classes="lines"):
            for entry in ENTRIES:
                with Horizontal(classes="line"):
                    yield Static(entry.label, classes="name", markup=False)
                    yield self.labels[entry.id] if entry.choice else self.lines[entry.id]
        yield self.help_text
        yield self.fault
        with Horizontal(classes="buttons"):
            yield Button("Save", id="save", compact=True)
            yield Button("Cancel", id="cancel", compact=True)

    def on_mount(self) -> None:
        """Begin with the name, or the line that was named."""
        self._show_choices()
        self.lines[self.first].focus()

    def _show_choices(self) -> None:
        fields = self.session.library.all(Field)
        field = fields.get(self.choices["field"] or "")
        self.labels["field"].update(f"{field.name}  {field.name_ja}" if field else "(enter chooses)")
        self.labels["status"].update(STATUS_NAME[CardStatus(self.choices["status"] or "none")])

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Say what the line wants."""
        self.help_text.update(next((e.help for e in ENTRIES if e.id == event.widget.id), ""))

    async def action_choose(self) -> None:
        """Open the list of the line in focus."""
        key = self.focused.id if self.focused else None
        if key == "status":
            rows = [Row(id=status.value, cells=(word,)) for status, word in STATUS_NAME.items()]
            await self.app.push_screen(ChooseDialog("Status", rows, self.choices[key]), partial(self._take_choice, key))
        elif key == "field":
            fields = self.session.library.all(Field).values()
            rows = [Row(id=f.id, cells=(f"{f.name}  {f.name_ja}",)) for f in fields if f.merged_into is None]
            await self.app.push_screen(
                ChooseDialog("Field of work", rows, self.choices[key]), partial(self._take_choice, key)
            )

    def _take_choice(self, key: str, value: str | None) -> None:
        """Put what was chosen into its line."""
        if value is not None:
            self.choices[key] = value
            self._show_choices()
            self.focus_next()

    def action_clear_choice(self) -> None:
        """Empty the field line."""
        if self.focused is self.labels["field"]:
            self.choices["field"] = None
            self._show_choices()

    @on(Input.Submitted)
    @on(Button.Pressed, "#save")
    def action_save(self) -> None:
        """Check the lines; give the card, or say what is wrong and go there."""
        values: dict[str, Any] = {
            "field": self.choices["field"],
            "status": CardStatus(self.choices["status"] or "none"),
        }
        for key, line in self.lines.items():
            try:
                values[key] = _read(key, line.value.strip())
            except ValueError as error:
                self._complain(key, str(error))
                return
        try:
            Card(id="draft", **values)
        except ValueError as error:
            self._complain("expires", str(error))
            return
        self._keep_draft()
        self.dismiss(values)

    def _complain(self, key: str, text: str) -> None:
        self.fault.complain(text)
        self.wrong = key
        self.lines[key].focus()

    @on(Button.Pressed, "#cancel")
    def _cancel(self) -> None:
        self.action_close()

    @on(Input.Blurred)
    def _check_line(self, event: Input.Blurred) -> None:
        """Say at once what is wrong with a line that was left."""
        key, value = event.input.id or "", event.value.strip()
        try:
            read = _read(key, value) if value else None
        except ValueError as error:
            self.fault.complain(error)
            return
        if self.wrong in (None, key):
            self.wrong = None
            self.fault.clear()
        if key in DAYS and read is not None:
            event.input.value = read.isoformat()
            self.help_text.update(f"Read as {say_day(read)}.")


def _read(key: str, text: str) -> Any:  # noqa: ANN401 - text, a day, or nothing
    """Read a line of the form.

    Raises:
        ValueError: with a sentence that says what is wrong.
    """
    if key == "label":
        if not text:
            raise ValueError("the card needs a name; it is only for you")
        return text
    if not text:
        return None
    if key in DAYS:
        return parse_day(text)
    readers: Mapping[str, Callable[[str], str]] = {"period": period, "number": card_number}
    return readers.get(key, str)(text)
