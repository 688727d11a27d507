"""Permanent residence by the years that count: tables, and what holds for everybody."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

import pytest
from attrs import evolve, frozen
from hypothesis import assume, given
from hypothesis import strategies as st

from ssw_tui.advice.days import add_months
from ssw_tui.advice.permanent_residence import PermanentResidence, YearsNeeded, permanent_residence, years_needed
from ssw_tui.library import Library
from ssw_tui.records.figure import Figure
from tests.conftest import TODAY

NEEDED = YearsNeeded(in_japan=10, work=5)


class A(NamedTuple):
    """A stay as No.1; both days are inside."""

    first: date
    last: date | None = None


class E(NamedTuple):
    """An event."""

    kind: str
    on: date
    number: int = 1


@frozen(kw_only=True)
class Person:
    """Somebody with a card."""

    status: str = "ssw2"
    expires: date | None = date(2028, 3, 15)
    granted: date | None = None
    period_months: int | None = None
    stays: Sequence[A] = ()
    past_stays: Sequence[A] = ()
    leaves: tuple[()] = ()
    events: Sequence[E] = ()
    done: frozenset[tuple[str, date]] = frozenset()
    in_japan_since: date | None = None
    no2_since: date | None = None


def count(person: Person, day: date = TODAY) -> PermanentResidence:
    found = permanent_residence(person, day, NEEDED)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("in_japan_since", "no2_since", "in_japan", "work", "earliest"),
    [
        # Three years of training, five of No.1, two of No.2: ten years are full, five are not.
        (date(2016, 11, 22), date(2024, 11, 22), date(2026, 11, 22), date(2029, 11, 22), date(2029, 11, 22)),
        # Straight to No.2: the ten years come last.
        (date(2024, 4, 1), date(2024, 4, 1), date(2034, 4, 1), date(2029, 4, 1), date(2034, 4, 1)),
        (date(2014, 5, 1), date(2021, 5, 1), date(2024, 5, 1), date(2026, 5, 1), date(2026, 5, 1)),
        # Leap days end on the last of February, where the year has no such day.
        (date(2016, 2, 29), date(2024, 2, 29), date(2026, 2, 28), date(2029, 2, 28), date(2029, 2, 28)),
        (date(2014, 2, 28), date(2023, 2, 28), date(2024, 2, 28), date(2028, 2, 28), date(2028, 2, 28)),
        (date(2018, 12, 31), date(2022, 12, 31), date(2028, 12, 31), date(2027, 12, 31), date(2028, 12, 31)),
    ],
)
def test_both_counts_end_on_the_same_day_years_later(
    in_japan_since: date, no2_since: date, in_japan: date, work: date, earliest: date
) -> None:
    found = count(Person(in_japan_since=in_japan_since, no2_since=no2_since))

    assert (found.in_japan.full, found.work.full, found.earliest) == (in_japan, work, earliest)
    assert found.in_japan.known
    assert found.work.known


@pytest.mark.parametrize("status", ["other", "none"])
def test_nobody_but_a_holder_of_no1_or_no2_is_counted_for(status: str) -> None:
    assert permanent_residence(Person(status=status, in_japan_since=date(2010, 1, 1)), TODAY, NEEDED) is None


def test_time_on_no1_counts_for_the_ten_years_alone() -> None:
    since = date(2019, 6, 1)
    found = count(Person(status="ssw1", stays=[A(since)], past_stays=[A(since)]))

    assert (found.in_japan.since, found.in_japan.full) == (since, date(2029, 6, 1))
    assert (found.work.since, found.work.full, found.earliest) == (TODAY, date(2031, 11, 22), date(2031, 11, 22))
    assert not found.work.known
    assert any("have not begun. If No.2 began today" in step for step in found.steps)


def test_a_planned_first_day_of_no2_is_counted_from_while_on_no1() -> None:
    found = count(Person(status="ssw1", in_japan_since=date(2020, 1, 1), no2_since=date(2027, 4, 1)))

    assert (found.work.since, found.earliest) == (date(2027, 4, 1), date(2032, 4, 1))
    assert any("If No.2 began on 1 Apr 2027" in step for step in found.steps)


def test_without_a_first_day_of_no2_the_permission_is_counted_from_else_today() -> None:
    granted = count(Person(granted=date(2025, 3, 16), in_japan_since=date(2015, 1, 1)))
    nothing = count(Person(in_japan_since=date(2015, 1, 1)))

    assert (granted.work.since, granted.work.known) == (date(2025, 3, 16), False)
    assert (nothing.work.since, nothing.work.known) == (TODAY, False)
    for found in (granted, nothing):
        assert any("If No.2 began earlier, it is sooner." in step for step in found.steps)


def test_without_a_first_day_in_japan_the_unbroken_run_that_the_card_knows_is_counted_from() -> None:
    person = Person(
        no2_since=date(2025, 4, 1), past_stays=[A(date(2019, 5, 1), date(2020, 4, 30)), A(date(2021, 8, 1))]
    )

    found = count(person)

    assert (found.in_japan.since, found.in_japan.known) == (date(2021, 8, 1), False)
    assert any("If you came earlier, it is sooner." in step for step in found.steps)


@pytest.mark.parametrize(
    ("last", "since"), [(date(2025, 3, 31), date(2021, 8, 1)), (date(2025, 3, 30), date(2025, 4, 1))]
)
def test_a_day_between_two_stays_breaks_the_row(last: date, since: date) -> None:
    found = count(Person(no2_since=date(2025, 4, 1), past_stays=[A(date(2021, 8, 1), last)]))

    assert found.in_japan.since == since


def test_an_open_stay_as_no1_proves_nothing_of_the_time_after_it_where_no2_has_no_first_day() -> None:
    found = count(Person(granted=date(2026, 1, 10), past_stays=[A(date(2021, 8, 1))]))

    assert found.in_japan.since == date(2026, 1, 10)


def test_nothing_known_is_counted_from_today() -> None:
    found = count(Person())

    assert (found.in_japan.since, found.work.since, found.earliest) == (TODAY, TODAY, date(2036, 11, 22))


@pytest.mark.parametrize(("left", "since"), [(date(2023, 5, 1), TODAY), (date(2027, 5, 1), date(2014, 4, 1))])
def test_leaving_for_good_begins_both_counts_anew_once_it_has_happened(left: date, since: date) -> None:
    person = Person(in_japan_since=date(2014, 4, 1), no2_since=date(2022, 1, 1), events=[E("left-for-good", left)])

    found = count(person)

    assert found.work.known is found.in_japan.known is (left > TODAY)
    assert found.in_japan.since == since
    assert any("You left Japan for good" in step for step in found.steps) is (left <= TODAY)


def test_what_began_after_leaving_for_good_counts_again() -> None:
    left = E("left-for-good", date(2015, 3, 1))
    person = Person(in_japan_since=date(2015, 9, 1), no2_since=date(2022, 1, 1), events=[left])

    assert count(person).earliest == date(2027, 1, 1)


def test_who_leaves_for_good_today_is_counted_from_today() -> None:
    found = count(Person(no2_since=date(2020, 1, 1), events=[E("left-for-good", TODAY)]))

    assert (found.in_japan.since, found.work.since) == (TODAY, TODAY)


def test_the_steps_promise_nothing_and_say_what_is_not_known() -> None:
    said = " ".join(count(Person()).steps)

    assert "an estimate" in said
    assert "only the office can say" in said
    assert "This card does not know of it" in said


def test_the_years_come_from_the_figures(library: Library) -> None:
    assert years_needed(library.all(Figure), TODAY) == NEEDED


DAYS = st.dates(date(2010, 1, 1), TODAY)
PEOPLE = st.builds(
    Person,
    status=st.sampled_from(["ssw1", "ssw2"]),
    granted=st.none() | DAYS,
    in_japan_since=st.none() | DAYS,
    no2_since=st.none() | DAYS,
    past_stays=st.lists(st.tuples(DAYS, DAYS).map(lambda days: A(min(days), max(days))), max_size=3),
    events=st.lists(DAYS.map(lambda day: E("left-for-good", day)), max_size=1),
)


@given(PEOPLE)
def test_the_earliest_day_is_the_later_of_two_that_are_counted_in_whole_years(person: Person) -> None:
    found = count(person)

    assert found.earliest == max(found.in_japan.full, found.work.full)
    assert found.in_japan.full == add_months(found.in_japan.since, 120)
    assert found.work.full == add_months(found.work.since, 60)
    assert found.in_japan.since <= TODAY


@given(PEOPLE, DAYS)
def test_what_is_learned_of_a_holder_of_no2_never_makes_it_later(person: Person, first: date) -> None:
    """What is assumed is never in the person's favour."""
    holder = evolve(person, status="ssw2", no2_since=None, in_japan_since=None)
    assume(not any(event.on >= first for event in holder.events))
    before = count(holder)
    assume(first <= before.work.since)
    assume(first <= before.in_japan.since)

    assert count(evolve(holder, no2_since=first)).earliest <= before.earliest
    assert count(evolve(holder, in_japan_since=first)).earliest <= before.earliest


@given(PEOPLE)
def test_the_first_known_day_in_japan_is_a_day_the_card_knows_or_today(person: Person) -> None:
    holder = evolve(person, in_japan_since=None)
    known = {holder.granted, holder.no2_since, TODAY, *(stay.first for stay in holder.past_stays)}
    since = count(holder).in_japan.since

    assert since in known
    assert all(since > event.on or since == TODAY for event in holder.events)
