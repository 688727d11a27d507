"""What a person records: their cards and what happened, what is ticked off, what they answered."""

import json
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Any

from attrs import Attribute, define, frozen
from attrs import field as attribute

from ssw_tui.tracker.checks import countable, one_line
from ssw_tui.tracker.printed import months_of


class CardStatus(StrEnum):
    """The status of residence on a card."""

    SSW1 = "ssw1"
    """Specified Skilled Worker No.1."""
    SSW2 = "ssw2"
    """Specified Skilled Worker No.2."""
    OTHER = "other"
    """Another status."""
    NONE = "none"
    """No card yet."""


class EventKind(StrEnum):
    """What can happen."""

    MOVED = "moved"
    NAME_CHANGED = "name-changed"
    CARD_LOST = "card-lost"
    CONTRACT_ENDED = "contract-ended"
    CONTRACT_SIGNED = "contract-signed"
    EMPLOYER_CHANGED = "employer-changed"
    """The employer's name or address changed, or it ceased to exist."""
    APPLICATION_FILED = "application-filed"
    DECISION_RECEIVED = "decision-received"
    LEFT_JAPAN = "left-japan"
    LEFT_FOR_GOOD = "left-for-good"
    RETURNED = "returned"
    LEAVE_STARTED = "leave-started"
    LEAVE_ENDED = "leave-ended"
    COE_ISSUED = "coe-issued"
    CHILD_BORN = "child-born"
    ADDRESS_DECIDED = "address-decided"
    EXCHANGE_ORDERED = "exchange-ordered"
    STATUS_REVOKED = "status-revoked"
    CARD_REPLACED = "card-replaced"


class SpellKind(StrEnum):
    """A time that counts towards the five years."""

    NO1 = "no1"
    PREPARATION = "preparation"
    """The designated activities that prepare the move to No.1."""


class LeaveKind(StrEnum):
    """Leave that can be left out of the five years."""

    PARENTAL = "parental"
    SICK = "sick"
    WORK_ACCIDENT = "work-accident"


class TickKind(StrEnum):
    """What can be ticked off."""

    STEP = "step"
    DOCUMENT = "document"
    SUPPORT = "support"
    """An item of the support that an employer owes a worker."""


def _not_before_first(time: "Spell | Leave", _: "Attribute[Any]", last: date | None) -> None:
    if last and last < time.first:
        raise ValueError(f"the last day {last} is before the first day {time.first}")


def _ends_after_it_begins(card: "Card", _: "Attribute[Any]", expires: date | None) -> None:
    if expires is None and card.status is not CardStatus.NONE:
        raise ValueError('the end of stay is missing; only a card with the status "none" has no end')
    if expires and card.granted and expires < card.granted:
        raise ValueError(f"the stay ends on {expires}, before it was granted on {card.granted}")


@frozen(kw_only=True)
class Card:
    """A residence card, or a person who has none yet.

    Raises:
        ValueError: without an end of stay (unless the status is none), with one before the permission, or with
            a label, an employer or a note that is not one line of text.
    """

    id: str
    """Short, kebab-case, unique."""
    label: str = attribute(validator=one_line)
    """What its owner calls it."""
    status: CardStatus
    """The status of residence."""
    field: str | None = None
    """The id of the field of work."""
    granted: date | None = None
    """The day of the permission."""
    period: str | None = None
    """The length of the period of stay: 1y, 6m ..."""
    number: str | None = attribute(default=None, repr=False)
    """The card number, never shown whole unless asked for."""
    no1_since: date | None = None
    """The first day as No.1; it begins a spell that is still open."""
    no2_since: date | None = None
    """The first day as No.2."""
    in_japan_since: date | None = None
    """The first day of the time in Japan that has gone on since, on any status."""
    employer: str | None = attribute(default=None, repr=False, validator=one_line)
    """The employer's name."""
    note: str | None = attribute(default=None, repr=False, validator=one_line)
    """What its owner wants to remember; it is in no calendar."""
    expires: date | None = attribute(default=None, validator=_ends_after_it_begins)
    """The last day of the period of stay; None only with the status none."""


@frozen(kw_only=True)
class Event:
    """Something that happened, or is going to.

    Raises:
        ValueError: when its number is none that can be counted to.
    """

    id: str
    card: str
    """The card it belongs to."""
    kind: EventKind
    on: date
    """The day."""
    number: int = attribute(validator=countable)
    """Which one of its kind it is for this card, from 1, in the order of recording."""


@frozen(kw_only=True)
class Spell:
    """A time that counts towards the five years; both days are inside.

    Raises:
        ValueError: when it ends before it begins.
    """

    id: str
    card: str
    """The card it belongs to."""
    kind: SpellKind
    first: date
    last: date | None = attribute(validator=_not_before_first)
    """None: it goes on."""


@frozen(kw_only=True)
class Leave:
    """A time off work; both days are inside.

    Raises:
        ValueError: when it ends before it begins.
    """

    id: str
    card: str
    """The card it belongs to."""
    kind: LeaveKind
    first: date
    last: date = attribute(validator=_not_before_first)
    notified: bool
    """Whether the employer notified it when it began."""


@frozen(kw_only=True)
class Tick:
    """A step or a document that is ticked off."""

    card: str | None
    """The card it belongs to; None: nobody's in particular."""
    kind: TickKind
    key: str
    """A step as "procedure/step", a document by its id."""


@frozen(kw_only=True)
class QuizRun:
    """Answers that were saved, with what came out."""

    id: str
    day: date
    """The day whose rules applied."""
    goal: str
    answers: Mapping[str, Any] = attribute(repr=False)
    """Question id to value, as an answers file holds them."""
    result: str = attribute(repr=False)
    """The result as JSON text: the verdict, its title, the goal in words."""

    @property
    def in_words(self) -> str:
        """What was asked and what came out, as it was said then; only the goal's id where the result makes no sense."""
        try:
            said = json.loads(self.result)
        except (ValueError, RecursionError):  # an import brings whatever text a file has
            said = {}
        match said:
            case {"goal": str(goal), "title": str(title)}:
                return f"{goal}: {title.lower()}"
            case _:
                return self.goal


@define(kw_only=True)
class CardFile:
    """A card with everything recorded about it, in the shape that the advice asks for."""

    card: Card
    events: list[Event] = attribute(factory=list)
    """In the order of their days."""
    spells: list[Spell] = attribute(factory=list)
    leaves: list[Leave] = attribute(factory=list)
    done: dict[tuple[str, date], date] = attribute(factory=dict)
    """Deadline id with its number (address-move:2) and the day it is counted from, to the day it was dealt with.

    Counted from another day it is another deadline: what was done for one end of stay is not done for the next.
    """

    @property
    def status(self) -> CardStatus:
        """The status of residence."""
        return self.card.status

    @property
    def field(self) -> str | None:
        """The id of the field of work."""
        return self.card.field

    @property
    def expires(self) -> date | None:
        """The last day of the period of stay."""
        return self.card.expires

    @property
    def granted(self) -> date | None:
        """The day of the permission."""
        return self.card.granted

    @property
    def period_months(self) -> int | None:
        """The length of the period of stay."""
        return months_of(self.card.period) if self.card.period else None

    @property
    def in_japan_since(self) -> date | None:
        """The first day of the time in Japan that has gone on since."""
        return self.card.in_japan_since

    @property
    def no2_since(self) -> date | None:
        """The first day as No.2."""
        return self.card.no2_since

    @property
    def stays(self) -> list[Spell]:
        """The stays that the five years are counted from; none with No.2, which has no such limit."""
        return [] if self.status is CardStatus.SSW2 else self.past_stays

    @property
    def past_stays(self) -> list[Spell]:
        """The spells, and the one that is open since the first day as No.1."""
        since = self.card.no1_since
        if not since:
            return self.spells
        return [*self.spells, Spell(id="", card=self.card.id, kind=SpellKind.NO1, first=since, last=None)]
