"""The days that must not be missed: what the rules make of one person's card and of what happened to them."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from attrs import field, frozen

from ssw_tui.advice.days import add_months, after, counter_day, fiscal_year_end
from ssw_tui.advice.five_years import count
from ssw_tui.advice.holder import Event, Holder
from ssw_tui.advice.leave import Limits
from ssw_tui.records.actor import Actor
from ssw_tui.records.deadline import Deadline, Effect
from ssw_tui.records.statement import holding

END_OF_STAY = "end-of-stay"
NO1_SINCE = "no1-since"
FISCAL_YEAR_END = "fiscal-year-end"
APPLICATION, DECISION = "application-filed", "decision-received"
DUE_DAYS = 30
"""So many days before it, and on it, a day is due."""
OWN = (Actor.WORKER, Actor.BOTH)
"""Whose deadlines are the worker's own."""


class State(StrEnum):
    """How a day stands."""

    COMING = "coming"
    OPEN = "open"
    """It has come, and opened something: it may be done now."""
    DUE = "due"
    OVERDUE = "overdue"
    DONE = "done"
    """Marked as dealt with."""
    MOOT = "moot"
    """Something else has settled it."""


SETTLED = (State.DONE, State.MOOT)


@frozen
class Schedule:
    """The deadlines that hold on a day."""

    day: date
    """The day."""
    limits: Limits
    """What the five years allow on it."""
    counted_from: Mapping[str, Sequence[Deadline]]
    """The deadlines by what they are counted from."""
    fiscal_year_end: date
    """The end of the fiscal year whose deadlines are next."""
    shortest_stay_months: int
    """How long a period of stay is at least whose length is not known."""
    _found: dict[tuple[str, str], tuple[Deadline, ...]] = field(factory=dict, init=False, repr=False, eq=False)

    def found(self, anchor: str, status: str) -> tuple[Deadline, ...]:
        """Give the deadlines that a card of this status has, counted from something."""
        if (anchor, status) not in self._found:
            rules = self.counted_from.get(anchor, ())
            self._found[anchor, status] = tuple(each for each in rules if not each.statuses or status in each.statuses)
        return self._found[anchor, status]


@frozen(kw_only=True)
class DueDay:
    """One deadline of one card."""

    id: str
    """The deadline's id; the second of a kind of event has ":2" after it."""
    deadline: Deadline
    """The rule behind it."""
    anchor: date
    """The day it is counted from."""
    on: date
    """The day itself."""
    days: int
    """How many days away it is; negative: past."""
    state: State
    """How it stands."""

    @property
    def counter_day(self) -> date:
        """The last day up to it on which the office is open."""
        return counter_day(self.on)

    @property
    def is_own(self) -> bool:
        """Whether the worker has to act, not the employer."""
        return self.deadline.who in OWN


class _Found(NamedTuple):
    deadline: Deadline
    number: int
    anchor: date
    day: date


def schedule(deadlines: Iterable[Deadline], limits: Limits, day: date) -> Schedule:
    """Sort the deadlines that hold on a day; what is only planned is left out."""
    rules = [rule for rule in holding(deadlines, day) if not rule.planned]
    by_anchor = by_anchors(rules)
    shortest = max((rule.shortest_stay_months for rule in rules), default=0)
    return Schedule(day, limits, by_anchor, _next_fiscal_year_end(by_anchor.get(FISCAL_YEAR_END, ()), day), shortest)


def due_days(holder: Holder, schedule: Schedule, until: date = date.max) -> tuple[DueDay, ...]:
    """Give the deadlines of a card, in the order of their days; every one, or those up to a day."""
    days = (_due_day(holder, schedule, found) for found in _found(holder, schedule, until))
    return tuple(sorted(days, key=lambda due: (due.on, due.id)))


def upcoming(days: Iterable[DueDay]) -> DueDay | None:
    """Give the first of the worker's own days that is overdue, due or coming; the days are in order."""
    awaited = (State.OVERDUE, State.DUE, State.COMING)
    return next((due for due in days if due.is_own and due.state in awaited), None)


def by_anchors(rules: Iterable[Deadline]) -> Mapping[str, Sequence[Deadline]]:
    """Sort deadlines by what they are counted from."""
    sorted_by: dict[str, list[Deadline]] = {}
    for rule in rules:
        sorted_by.setdefault(rule.counted_from, []).append(rule)
    return sorted_by


def _next_fiscal_year_end(rules: Sequence[Deadline], day: date) -> date:
    """Give the last fiscal year's end while something counted from it is not past, else this year's."""
    this = fiscal_year_end(day)
    last = add_months(this, -12)
    return last if any(after(last, rule.months, rule.days) >= day for rule in rules) else this


def _found(holder: Holder, schedule: Schedule, until: date) -> Iterator[_Found]:
    """Give the days of a holder up to one; thousands of holders come through here, hence the plain loops."""
    status = holder.status
    for kind, number, anchor in _anchors(holder, schedule):
        for rule in schedule.found(kind, status):
            day = after(anchor, rule.months, rule.days)
            if rule.no_later_than:
                day = min([day, *_cuts(holder, schedule, rule.no_later_than, anchor)])
            if day <= until:
                found = _Found(rule, number, anchor, day)
                if _applies(holder, schedule, found):
                    yield found
    yield from _found_by_years(holder, schedule, until)


def _anchors(holder: Holder, schedule: Schedule) -> Iterator[tuple[str, int, date]]:
    """Give what days are counted from: its kind, which one of its kind, the day."""
    if end := holder.expires:
        yield END_OF_STAY, 1, end
    yield FISCAL_YEAR_END, 1, schedule.fiscal_year_end
    for event in holder.events:
        yield event.kind, event.number, event.on


def _found_by_years(holder: Holder, schedule: Schedule, until: date) -> Iterator[_Found]:
    """Count from the end of the five years, which breaks and leave move, not from the plain first day."""
    rules = schedule.found(NO1_SINCE, holder.status)
    stays = holder.stays if rules else ()
    if not stays:
        return
    first = min(stay.first for stay in stays)
    # Breaks and leave only make it later; by way of short months it can come three days sooner.
    if until < date.max and min(add_months(first, rule.months) for rule in rules) > until + timedelta(days=3):
        return
    counted = count(stays, holder.leaves, schedule.limits)
    if not counted or counted.stopped(schedule.day):
        return
    ends = counted.ends
    for rule in rules:
        day = after(ends, rule.months - schedule.limits.limit_months, rule.days)
        if day <= until:
            yield _Found(rule, 1, counted.first, day)


def _applies(holder: Holder, schedule: Schedule, found: _Found) -> bool:
    """Whether a holder has a day at all: their stay is long enough for it, and what it takes has happened."""
    rule = found.deadline
    if rule.shortest_stay_months and not _is_long_enough(holder, rule.shortest_stay_months):
        return False
    return not rule.only_after or _happened(holder, schedule, found, rule.only_after)


def _is_long_enough(holder: Holder, months: int) -> bool:
    if holder.period_months is not None:
        return holder.period_months >= months
    if holder.granted and holder.expires:
        return holder.expires >= add_months(holder.granted, months)
    return True


def _cuts(holder: Holder, schedule: Schedule, kind: str, since: date) -> Iterator[date]:
    """Give the days that cut a time short which began on a day."""
    if kind == END_OF_STAY and holder.expires:
        yield _stay_ends(holder, schedule, holder.expires, since)
    yield from (event.on for event in holder.events if event.kind == kind and event.on >= since)


def _stay_ends(holder: Holder, schedule: Schedule, end: date, since: date) -> date:
    """Give the last day of the stay: an application that was open on a day carries it on until it is decided."""
    filed = _waits_since(holder, schedule, end)
    if filed is None or filed > since:
        return end
    carried = (rule for rule in schedule.found(END_OF_STAY, holder.status) if APPLICATION in rule.only_after)
    return max([end, *(after(end, rule.months, rule.days) for rule in carried)])


def _waits_since(holder: Holder, schedule: Schedule, end: date) -> date | None:
    """Give the day of the last application for the stay with this end, while it waits for its decision.

    A decision is on all that was filed up to its day. What it was is not known: the card says so, by its new end.
    """
    up_to_today = [event for event in holder.events if event.on <= schedule.day]
    decided = max((event.on for event in up_to_today if event.kind == DECISION), default=date.min)
    filed = (event for event in up_to_today if event.kind == APPLICATION and event.on > decided)
    return max((event.on for event in filed if _concerns_stay(holder, schedule, end, event)), default=None)


def _is_settled(holder: Holder, schedule: Schedule, found: _Found) -> bool:
    """Whether something else has settled a deadline.

    While an application waits, an earlier decision does not settle the special period; and once it is decided, it does
    not settle the end of the stay any longer, as long as the card has the old one.
    """
    kinds = found.deadline.settled_by
    if found.deadline.counted_from == END_OF_STAY:
        says_nothing = DECISION if _waits_since(holder, schedule, found.anchor) else APPLICATION
        kinds = tuple(kind for kind in kinds if kind != says_nothing)
    return bool(kinds) and _happened(holder, schedule, found, kinds)


def _happened(holder: Holder, schedule: Schedule, found: _Found, kinds: Collection[str]) -> bool:
    """Whether something of these kinds happened up to today that concerns the deadline."""
    return any(
        event.kind in kinds and event.on <= schedule.day and _concerns(holder, schedule, found, event)
        for event in holder.events
    )


def _concerns(holder: Holder, schedule: Schedule, found: _Found, event: Event) -> bool:
    """Whether an event concerns a deadline: what comes too late, or concerned an earlier stay, settles nothing."""
    rule = found.deadline
    if rule.effect is Effect.CLOSES and event.on > found.day:
        return False
    if rule.counted_from == END_OF_STAY:
        return _concerns_stay(holder, schedule, found.anchor, event)
    if rule.counted_from == NO1_SINCE:
        return event.on >= max(stay.first for stay in holder.stays)
    if rule.counted_from == FISCAL_YEAR_END:
        return True
    is_itself = (event.kind, event.number) == (rule.counted_from, found.number)
    return event.on >= found.anchor and not is_itself and not _answers_earlier(holder, event, found.anchor)


def _answers_earlier(holder: Holder, event: Event, day: date) -> bool:
    """Whether an event is the decision on an application that was filed before a day."""
    if event.kind != DECISION:
        return False
    filed = max(
        (other.on for other in holder.events if other.kind == APPLICATION and other.on <= event.on), default=day
    )
    return filed < day


def _concerns_stay(holder: Holder, schedule: Schedule, end: date, event: Event) -> bool:
    """Whether an event concerns the period of stay with this end: the application for the one before does not."""
    match event.kind:
        case "application-filed":
            return _begins(holder, end, schedule.shortest_stay_months) <= event.on <= end
        case "decision-received":
            applied = (other for other in holder.events if other.kind == "application-filed" and other.on <= event.on)
            return any(_concerns_stay(holder, schedule, end, application) for application in applied)
        case _:
            return event.on >= _begins(holder, end, 0)


def _begins(holder: Holder, end: date, shortest: int) -> date:
    """Give the first day that surely lies in the stay with this end; where nothing tells it, any from `shortest` on.

    Who changes the end of a card may leave the day of its permission as it was: then the period tells more.
    """
    months = holder.period_months or (0 if holder.granted else shortest)
    by_period = add_months(end, -months) + timedelta(days=1) if months else date.min
    return max(holder.granted or date.min, by_period)


def _due_day(holder: Holder, schedule: Schedule, found: _Found) -> DueDay:
    rule = found.deadline
    number = f":{found.number}" if found.number > 1 else ""
    return DueDay(
        id=rule.id + number,
        deadline=rule,
        anchor=found.anchor,
        on=found.day,
        days=(found.day - schedule.day).days,
        state=_state(holder, schedule, found, rule.id + number),
    )


def _state(holder: Holder, schedule: Schedule, found: _Found, due_id: str) -> State:
    if (due_id, found.anchor) in holder.done:
        return State.DONE
    if _is_settled(holder, schedule, found):
        return State.MOOT
    away = (found.day - schedule.day).days
    if found.deadline.effect is Effect.OPENS:
        return _state_of_opening(schedule, found, away)
    if away < 0:
        return State.OVERDUE
    return State.DUE if away <= DUE_DAYS else State.COMING


def _state_of_opening(schedule: Schedule, found: _Found, away: int) -> State:
    """Say how a day that opens something stands: what it opened before the end of stay ends with it."""
    if away > 0:
        return State.COMING
    is_over = found.day < found.anchor < schedule.day
    return State.MOOT if is_over else State.OPEN
