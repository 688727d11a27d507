"""Every deadline on the days that are hard to count, in every state, and that a slip of a day would be noticed."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from attrs import evolve

from ssw_tui.advice.deadlines import State, due_days, schedule
from ssw_tui.library import Library
from ssw_tui.records.actor import Actor
from ssw_tui.records.deadline import Deadline, Effect
from tests.advice.deadline_cases import CASES, LIMITS, Event, Person, Stay, found, wrong

HARD = {"an open day", "new year", "holiday in lieu", "between holidays"}
"""Kinds of day that every deadline is tried on that does not come once a year."""
STATES = {"coming", "due", "overdue", "done"}
STATES_OF_OPENING = {"coming", "open", "moot", "done"}


@pytest.fixture(scope="module")
def rules(library: Library) -> dict[str, Deadline]:
    return dict(library.all(Deadline))


def test_there_are_cases_for_every_deadline(rules: dict[str, Deadline]) -> None:
    assert rules.keys() == CASES.keys()


@pytest.mark.parametrize("rule_id", CASES)
def test_a_deadline_comes_out_as_it_is_written(rule_id: str, rules: dict[str, Deadline]) -> None:
    assert list(wrong(rules[rule_id])) == []


@pytest.mark.parametrize("rule_id", sorted(set(CASES) - {"employer-annual"}))
def test_the_cases_cover_the_hard_days_and_every_state(rule_id: str, rules: dict[str, Deadline]) -> None:
    case, rule = CASES[rule_id], rules[rule_id]
    states = {row[1] for row in case["states"]}
    events = {extra.split()[0] for row in case["states"] for extra in row[2:]}

    assert {name for *_, name in case["days"]} >= HARD
    assert any("leap day" in name for *_, name in case["days"])
    assert states >= (STATES_OF_OPENING if rule.effect is Effect.OPENS else STATES)
    assert ("moot" in states) is (bool(rule.settled_by) or rule.effect is Effect.OPENS)
    assert events >= set(rule.settled_by)


# A slip would be noticed


def _slips(rule: Deadline) -> Iterator[tuple[str, Deadline]]:
    """Give the deadline with one thing wrong, each in turn."""
    for name in ("months", "days"):
        for step in (-1, 1):
            yield f"{name} {step:+}", evolve(rule, **{name: getattr(rule, name) + step})
    other = Effect.CLOSES if rule.effect is Effect.OPENS else Effect.OPENS
    yield "effect", evolve(rule, effect=other)
    yield "who", evolve(rule, who=Actor.WORKER if rule.who is Actor.EMPLOYER else Actor.EMPLOYER)
    yield "counted from", evolve(rule, counted_from="leave-started")
    yield "statuses", evolve(rule, statuses=() if rule.statuses else ("ssw2",))
    yield from (
        (f"not settled by {kind}", evolve(rule, settled_by=_but(rule.settled_by, kind))) for kind in rule.settled_by
    )
    changes: tuple[tuple[str, Any], ...] = (("only_after", ()), ("shortest_stay_months", 0))
    yield from ((name, evolve(rule, **{name: empty})) for name, empty in changes if getattr(rule, name) != empty)


def _but(kinds: tuple[str, ...], kind: str) -> tuple[str, ...]:
    return tuple(other for other in kinds if other != kind)


@pytest.mark.parametrize("rule_id", CASES)
def test_one_thing_wrong_with_a_deadline_is_noticed(rule_id: str, rules: dict[str, Deadline]) -> None:
    unnoticed = [name for name, slip in _slips(rules[rule_id]) if not list(wrong(slip))]

    assert unnoticed == []


# What cuts a time short, and what makes it longer


def _return(rules: dict[str, Deadline], *events: Event, ends: date, today: date) -> tuple[date, State]:
    somebody = Person(expires=ends, events=events)
    days = due_days(somebody, schedule(rules.values(), LIMITS, today))
    [due] = [due for due in days if due.deadline.id == "reentry-return"]
    return due.on, due.state


LEFT = Event("left-japan", date(2026, 10, 1))
FILED = Event("application-filed", date(2026, 9, 20))
END = date(2026, 11, 30)


def test_the_end_of_stay_cuts_the_re_entry_short(rules: dict[str, Deadline]) -> None:
    assert _return(rules, LEFT, ends=END, today=date(2026, 11, 22)) == (END, State.DUE)
    assert _return(rules, LEFT, ends=END, today=date(2026, 12, 1)) == (END, State.OVERDUE)
    assert _return(rules, LEFT, ends=date(2027, 10, 1), today=date(2026, 12, 1)) == (date(2027, 10, 1), State.COMING)
    assert _return(rules, LEFT, ends=date(2027, 10, 2), today=date(2026, 12, 1)) == (date(2027, 10, 1), State.COMING)


def test_who_left_with_an_application_open_has_the_special_period_to_come_back(rules: dict[str, Deadline]) -> None:
    today = date(2026, 12, 1)
    decided = Event("decision-received", date(2026, 11, 29))
    late = Event("application-filed", date(2026, 10, 5))

    assert _return(rules, LEFT, FILED, ends=END, today=today) == (date(2027, 1, 30), State.COMING)
    assert _return(rules, LEFT, FILED, decided, ends=END, today=today) == (END, State.OVERDUE)
    assert _return(rules, LEFT, late, ends=END, today=today) == (END, State.OVERDUE)


def test_an_application_for_the_stay_before_carries_this_one_nowhere(rules: dict[str, Deadline]) -> None:
    long_ago = Event("application-filed", date(2026, 1, 10))

    assert _return(rules, LEFT, long_ago, ends=END, today=date(2026, 12, 1)) == (END, State.OVERDUE)


def test_leaving_for_good_before_the_last_stay_began_does_not_settle_the_five_years(rules: dict[str, Deadline]) -> None:
    stays = [Stay(date(2020, 4, 1), date(2022, 3, 31)), Stay(date(2024, 4, 1))]
    before, after = Event("left-for-good", date(2022, 3, 31)), Event("left-for-good", date(2026, 11, 1), 2)
    today = schedule([rules["no1-five-years"]], LIMITS, date(2026, 11, 22))

    [due] = due_days(Person(stays=stays, events=[before]), today)
    [settled] = due_days(Person(stays=stays, events=[before, after]), today)

    assert (due.on, due.state, settled.state) == (date(2027, 4, 2), State.COMING, State.MOOT)


def test_the_exclusion_is_asked_for_three_months_before_the_end_that_leave_moves(rules: dict[str, Deadline]) -> None:
    due = found(rules["no1-exclusion-request"], date(2024, 2, 29), date(2026, 11, 22))

    assert due is not None
    assert due.on == date(2028, 11, 28)


# Once a year


@pytest.mark.parametrize("year", [2026, 2027, 2028])
def test_a_yearly_report_that_is_past_is_that_of_the_next_year(year: int, rules: dict[str, Deadline]) -> None:
    rule = rules["employer-annual"]
    last_day = date(year, 5, 31)

    on_it = found(rule, date(year, 3, 31), last_day)
    past = found(rule, date(year, 3, 31), last_day + timedelta(days=1))

    assert on_it is not None
    assert past is not None
    assert (on_it.on, on_it.state) == (last_day, State.DUE)
    assert (past.on, past.state) == (date(year + 1, 5, 31), State.COMING)
