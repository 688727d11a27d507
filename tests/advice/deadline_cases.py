"""Cases for deadlines, read from deadline_cases.toml, and what a deadline of the content makes of them."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from attrs import field, frozen

from ssw_tui.advice.deadlines import FISCAL_YEAR_END, NO1_SINCE, DueDay, due_days, schedule
from ssw_tui.advice.leave import Leave, Limits
from ssw_tui.records.deadline import Deadline, Effect
from ssw_tui.tracker.printed import months_of
from ssw_tui.tracker.records import CardStatus

CASES: Mapping[str, Mapping[str, Any]] = tomllib.loads(
    Path(__file__).with_name("deadline_cases.toml").read_text(encoding="utf-8")
)
LIMITS = Limits(limit_months=60, caps={"sick": 12, "work-accident": 36}, leave_since=date(2025, 9, 30))
APPLIED_BEFORE = timedelta(days=40)
"""So long before the end of stay the application was filed, where a deadline needs one."""
END_OF_STAY = "end-of-stay"
ABSENT = "absent"


class Event(NamedTuple):
    """Something that happened."""

    kind: str
    on: date
    number: int = 1


class Stay(NamedTuple):
    """A time as No.1."""

    first: date
    last: date | None = None


@frozen(kw_only=True)
class Person:
    """Somebody with a card."""

    status: str = "ssw1"
    expires: date | None = None
    granted: date | None = None
    period_months: int | None = None
    stays: Sequence[Stay] = ()
    leaves: Sequence[Leave] = ()
    events: Sequence[Event] = ()
    done: frozenset[tuple[str, date]] = field(factory=frozenset)


def person(rule: Deadline, case: Mapping[str, Any], anchor: date, extras: Sequence[str], status: str) -> Person:
    """Make somebody to whom a deadline comes, counted from a day, and to whom more has happened."""
    kind = case["counted_from"]
    period = next((months_of(extra.split()[1]) for extra in extras if extra.startswith("period ")), None)
    events = [Event(kind, anchor)] if kind not in (END_OF_STAY, NO1_SINCE, FISCAL_YEAR_END) else []
    if case.get("applied") and "not applied" not in extras:
        events.append(Event("application-filed", anchor - APPLIED_BEFORE))
    for extra in extras:
        name, _, day = extra.partition(" ")
        if day[:1].isdigit() and name != "period":
            events.append(Event(name, date.fromisoformat(day), 1 + sum(event.kind == name for event in events)))
    return Person(
        status=status,
        expires=anchor if kind == END_OF_STAY else None,
        period_months=period,
        stays=[Stay(anchor)] if kind == NO1_SINCE else (),
        events=events,
        done=frozenset({(rule.id, anchor)}) if "done" in extras else frozenset(),
    )


def found(
    rule: Deadline, anchor: date, today: date, extras: Sequence[str] = (), status: str = "ssw1", *others: Deadline
) -> DueDay | None:
    """Give what the deadline is on a day, or None where there is no such day."""
    somebody = person(rule, CASES[rule.id], anchor, extras, status)
    days = due_days(somebody, schedule([rule, *others], LIMITS, today))
    return next((due for due in days if due.deadline is rule), None)


def wrong(rule: Deadline) -> Iterator[str]:
    """Name every case of a deadline that does not come out as it is written."""
    case = CASES[rule.id]
    if (rule.counted_from, rule.effect is Effect.OPENS) != (case["counted_from"], case.get("opens", False)):
        yield "what it is counted from, or what it does"
    yield from _wrong_days(rule, case["days"])
    yield from _wrong_states(rule, case)
    yield from _wrong_statuses(rule, case)


def _wrong_days(rule: Deadline, rows: Sequence[tuple[date, date, date, str]]) -> Iterator[str]:
    for anchor, day, counter_day, name in rows:
        due = found(rule, anchor, day)
        if due is None or (due.on, due.counter_day, due.anchor) != (day, counter_day, anchor):
            yield f"{name}: counted from {anchor} it is {due and (due.on, due.counter_day)}"


def _wrong_states(rule: Deadline, case: Mapping[str, Any]) -> Iterator[str]:
    for today, state, *extras in case["states"]:
        due = found(rule, case["from"], today, extras)
        if (due.state.value if due else ABSENT) != state:
            yield f"{state} on {today} {extras}: it is {due and due.state}"


def _wrong_statuses(rule: Deadline, case: Mapping[str, Any]) -> Iterator[str]:
    meant = case.get("statuses", list(CardStatus))
    for status in CardStatus:
        due = found(rule, case["from"], case["days"][0][1], (), status)
        if (due is not None) is not (status in meant):
            yield f"for a card of {status}"
        if due and due.is_own is bool(case.get("employer")):
            yield "who has to act"
