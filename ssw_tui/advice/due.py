"""What workers must do soon, among thousands of them: which can have something due, and what it is."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple, TypeVar

from attrs import evolve

from ssw_tui.advice.days import add_months
from ssw_tui.advice.deadlines import (
    END_OF_STAY,
    FISCAL_YEAR_END,
    NO1_SINCE,
    OWN,
    SETTLED,
    DueDay,
    Schedule,
    by_anchors,
    due_days,
    upcoming,
)
from ssw_tui.advice.holder import Holder
from ssw_tui.records.deadline import Deadline, Effect

SLACK = timedelta(days=6)
"""Months end on the last day of a short month: there and back, a day can move by three days each way."""

NEAR = timedelta(days=365)
"""So far ahead the next day of most cards lies: looking no further spares counting the five years."""

Someone = TypeVar("Someone", bound=Holder)


class Horizon(NamedTuple):
    """How far ahead something on a card can be and still bring a day that comes soon; what is later brings none."""

    ends: date
    """The last end of stay."""
    events: date
    """The last day of an event."""
    stays: date
    """The last first day of a stay as No.1."""


def duties(schedule: Schedule) -> Schedule:
    """Keep only what a worker must do by a day."""
    rules = (rule for rules in schedule.counted_from.values() for rule in rules)
    own = by_anchors(rule for rule in rules if rule.effect is Effect.CLOSES and rule.who in OWN)
    return evolve(schedule, counted_from=own)


def own_days(schedule: Schedule) -> Schedule:
    """Keep only the days of the worker's own: what must be done, and what may be."""
    rules = (rule for rules in schedule.counted_from.values() for rule in rules)
    return evolve(schedule, counted_from=by_anchors(rule for rule in rules if rule.who in OWN))


def next_day(holder: Holder, own: Schedule) -> DueDay | None:
    """Give the first of a worker's own days that is overdue, due or coming; what is far ahead is looked at last.

    Args:
        holder: whose days.
        own: the deadlines, as `own_days` gives them.
    """
    for until in (own.day + NEAR, date.max):
        if found := upcoming(due_days(holder, own, until)):
            return found
    return None


def due_within(holders: Iterable[Someone], schedule: Schedule, days: int) -> Iterator[tuple[Someone, DueDay]]:
    """Give what holders must do within so many days, and what is overdue, holder by holder."""
    until, own = schedule.day + timedelta(days=days), duties(schedule)
    for holder in holders:
        for due in due_days(holder, own, until):
            if due.state not in SETTLED:
                yield holder, due


def horizon(schedule: Schedule, days: int) -> Horizon | None:
    """Say which cards can have a duty within so many days, or one that is overdue; None: every card can."""
    until, own = schedule.day + timedelta(days=days), duties(schedule).counted_from
    if FISCAL_YEAR_END in own:
        return None
    kinds = own.keys() - {END_OF_STAY, NO1_SINCE}
    # What cuts a time short brings its own day.
    cut = until if any(rule.no_later_than for rules in own.values() for rule in rules) else date.min
    return Horizon(
        ends=max(cut, _latest(own.get(END_OF_STAY, ()), until)),
        events=max(cut, _latest((rule for kind in kinds for rule in own[kind]), until)),
        stays=_latest(own.get(NO1_SINCE, ()), until),
    )


def _latest(rules: Iterable[Deadline], until: date) -> date:
    """Give the last day from which one of the rules comes to a day up to this one."""
    back = (add_months(until - timedelta(days=rule.days), -rule.months) + SLACK for rule in rules)
    return max(back, default=date.min)
