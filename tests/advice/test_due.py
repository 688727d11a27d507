"""Who can have something due: nobody outside the horizon ever has."""

from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ssw_tui.advice.days import add_months
from ssw_tui.advice.deadlines import SETTLED, Schedule, due_days, schedule, upcoming
from ssw_tui.advice.due import Horizon, due_within, horizon, next_day, own_days
from ssw_tui.library import Library
from ssw_tui.records.deadline import Deadline, Effect
from ssw_tui.tracker.records import EventKind
from tests.advice.deadline_cases import LIMITS, Event, Person, Stay
from tests.advice.test_deadlines import MOVE, RETURN, rule
from tests.conftest import TODAY

DAYS = st.dates(date(2019, 1, 1), date(2034, 1, 1))
PEOPLE = st.builds(
    Person,
    status=st.sampled_from(["ssw1", "ssw2", "other", "none"]),
    expires=st.none() | DAYS,
    granted=st.none() | DAYS,
    period_months=st.none() | st.sampled_from([4, 6, 12, 36]),
    stays=st.lists(st.builds(Stay, DAYS), max_size=2),
    events=st.lists(st.builds(Event, st.sampled_from(list(EventKind)), DAYS), max_size=3),
)


@pytest.fixture(scope="module")
def rules(library: Library) -> Sequence[Deadline]:
    return tuple(library.all(Deadline).values())


def is_near(person: Person, near: Horizon) -> bool:
    """Whether somebody lies within a horizon, as the store looks for them."""
    return (
        (person.expires is not None and person.expires <= near.ends)
        or any(event.on <= near.events for event in person.events)
        or any(stay.first <= near.stays for stay in person.stays)
    )


def due_ids(person: Person, on: Schedule, within: int) -> set[str]:
    return {due.id for _, due in due_within([person], on, within)}


@given(PEOPLE, st.dates(date(2024, 1, 1), date(2030, 1, 1)), st.integers(0, 3660))
def test_nobody_outside_the_horizon_has_something_due(
    rules: Sequence[Deadline], person: Person, today: date, within: int
) -> None:
    on = schedule(rules, LIMITS, today)
    near = horizon(on, within)

    assert near is not None
    assert is_near(person, near) or not due_ids(person, on, within)


@given(
    PEOPLE,
    st.lists(
        st.builds(
            lambda anchor, months, days, cut: rule("x", anchor, months=months, days=days, no_later_than=cut),
            st.sampled_from(["end-of-stay", "moved", "returned", "no1-since"]),
            st.integers(-30, 70),
            st.integers(-60, 60),
            st.sampled_from([None, None, "end-of-stay", "returned"]),
        ),
        min_size=1,
        max_size=4,
    ),
    st.integers(0, 900),
)
def test_that_holds_for_rules_of_every_kind(person: Person, rules: list[Deadline], within: int) -> None:
    on = schedule(rules, LIMITS, TODAY)
    near = horizon(on, within)

    assert near is not None
    assert is_near(person, near) or not due_ids(person, on, within)


@given(PEOPLE, st.integers(0, 3660))
def test_what_is_due_is_every_day_up_to_then_that_must_be_kept(
    rules: Sequence[Deadline], person: Person, within: int
) -> None:
    on = schedule(rules, LIMITS, TODAY)

    shown = {
        due.id
        for due in due_days(person, on)
        if due.days <= within and due.deadline.effect is Effect.CLOSES and due.is_own and due.state not in SETTLED
    }

    assert due_ids(person, on, within) == shown


@given(PEOPLE, st.dates(date(2024, 1, 1), date(2030, 1, 1)))
def test_the_next_day_is_the_first_of_all_that_waits_for_the_worker(
    rules: Sequence[Deadline], person: Person, today: date
) -> None:
    on = schedule(rules, LIMITS, today)

    assert next_day(person, own_days(on)) == upcoming(due_days(person, on))


def test_a_horizon_is_no_wider_than_it_must_be(rules: Sequence[Deadline]) -> None:
    near = horizon(schedule(rules, LIMITS, TODAY), 30)

    assert near is not None
    until = TODAY + timedelta(days=30)
    assert until <= near.ends <= until + timedelta(days=6)
    assert until <= near.events <= until + timedelta(days=6)
    assert add_months(until, -57) <= near.stays <= add_months(until, -57) + timedelta(days=6)


def test_nothing_is_near_by_what_no_rule_counts_from() -> None:
    near = horizon(schedule([MOVE], LIMITS, TODAY), 30)

    assert near is not None
    assert (near.ends, near.stays) == (date.min, date.min)
    assert near.events == TODAY + timedelta(days=30 - 14 + 6)


def test_what_cuts_a_time_short_is_near_on_its_own_day() -> None:
    near = horizon(schedule([RETURN], LIMITS, TODAY), 30)

    assert near is not None
    assert near.ends == near.events == TODAY + timedelta(days=30)


def test_a_yearly_duty_of_the_worker_concerns_every_card() -> None:
    yearly = rule("yearly", "fiscal-year-end", months=2)

    assert horizon(schedule([yearly], LIMITS, TODAY), 30) is None
