from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ssw_tui.advice.deadlines import DueDay, State, due_days, schedule, upcoming
from ssw_tui.advice.due import due_within
from ssw_tui.advice.five_years import limits_of
from ssw_tui.library import Library
from ssw_tui.records.actor import Actor
from ssw_tui.records.deadline import Deadline, Effect
from ssw_tui.records.figure import Figure
from ssw_tui.records.statement import Confidence
from ssw_tui.tracker.records import CardStatus, EventKind
from tests.advice.deadline_cases import LIMITS, Person
from tests.advice.deadline_cases import Event as E
from tests.advice.deadline_cases import Stay as A

TODAY = date(2026, 11, 22)
END = date(2027, 3, 15)


class L(NamedTuple):
    """Leave."""

    kind: str
    first: date
    last: date
    notified: bool = True


def rule(deadline_id: str, counted_from: str, **values: Any) -> Deadline:  # noqa: ANN401 - a deadline's fields
    given_values: dict[str, Any] = {
        "id": deadline_id,
        "title": "Something to do",
        "counted_from": counted_from,
        "who": Actor.WORKER,
        "do": "Do it.",
        "where": "City hall",
        "if_missed": "A fine.",
        "basis": "Act, Art. 1",
        "confidence": Confidence.HIGH,
        "checked": TODAY,
        "sources": ("law",),
    }
    return Deadline(**given_values | values)


OPEN = rule(
    "open", "end-of-stay", months=-3, effect=Effect.OPENS, shortest_stay_months=6, settled_by=("application-filed",)
)
CLOSE = rule("close", "end-of-stay", settled_by=("application-filed", "left-for-good"))
SPECIAL = rule("special", "end-of-stay", months=2, only_after=("application-filed",), settled_by=("decision-received",))
MOVE = rule("move", "moved", days=14)
RETURN = rule("return", "left-japan", months=12, settled_by=("returned",), no_later_than="end-of-stay")


def days(person: Person, *rules: Deadline, on: date = TODAY) -> dict[str, DueDay]:
    return {due.id: due for due in due_days(person, schedule(rules, LIMITS, on))}


def states(person: Person, *rules: Deadline, on: date = TODAY) -> dict[str, State]:
    return {due_id: due.state for due_id, due in days(person, *rules, on=on).items()}


# Counting


def test_a_deadline_counts_months_back_from_the_end_of_stay() -> None:
    due = days(Person(expires=END), OPEN)["open"]

    assert (due.on, due.days, due.anchor, due.state) == (date(2026, 12, 15), 23, END, State.COMING)


def test_a_deadline_counts_days_from_the_day_after_an_event() -> None:
    due = days(Person(events=[E("moved", date(2026, 11, 1))]), MOVE)["move"]

    assert (due.on, due.counter_day, due.state, due.days) == (date(2026, 11, 15), date(2026, 11, 13), State.OVERDUE, -7)


def test_the_second_event_of_a_kind_has_its_number() -> None:
    moved = Person(events=[E("moved", date(2026, 11, 1)), E("moved", date(2026, 11, 20), 2)])

    assert {due_id: due.on for due_id, due in days(moved, MOVE).items()} == {
        "move": date(2026, 11, 15),
        "move:2": date(2026, 12, 4),
    }


def test_days_come_in_their_order() -> None:
    person = Person(expires=END, events=[E("moved", date(2026, 11, 1))])

    assert [due.id for due in due_days(person, schedule([CLOSE, OPEN, MOVE], LIMITS, TODAY))] == [
        "move",
        "open",
        "close",
    ]


def test_somebody_without_a_card_has_only_what_events_bring() -> None:
    assert days(Person(status="none"), OPEN, CLOSE, MOVE) == {}


def test_a_deadline_for_other_statuses_is_left_out() -> None:
    only_no1 = rule("only", "moved", statuses=("ssw1",))
    moved = [E("moved", TODAY)]

    assert "only" in days(Person(status="ssw1", events=moved), only_no1)
    assert "only" not in days(Person(status="other", events=moved), only_no1)


def test_a_deadline_holds_only_in_its_time_and_not_while_it_is_planned() -> None:
    moved = Person(events=[E("moved", TODAY)])
    later = rule("later", "moved", since=date(2026, 12, 1))
    past = rule("past", "moved", until=TODAY)
    planned = rule("planned", "moved", planned=True)

    assert days(moved, later, past, planned) == {}
    assert set(days(moved, later, on=date(2026, 12, 1))) == {"later"}


def test_a_day_comes_no_later_than_what_cuts_it_short() -> None:
    left = [E("left-japan", date(2026, 6, 1))]

    assert days(Person(expires=END, events=left), RETURN)["return"].on == END
    assert days(Person(expires=date(2028, 1, 1), events=left), RETURN)["return"].on == date(2027, 6, 1)
    assert days(Person(events=left), RETURN)["return"].on == date(2027, 6, 1)


@pytest.mark.parametrize(
    ("today", "due_on", "state"),
    [
        (date(2026, 11, 22), date(2027, 5, 31), State.COMING),
        (date(2027, 3, 31), date(2027, 5, 31), State.COMING),
        (date(2027, 5, 31), date(2027, 5, 31), State.DUE),
        (date(2027, 6, 1), date(2028, 5, 31), State.COMING),
    ],
)
def test_a_yearly_report_is_the_next_one_and_never_overdue(today: date, due_on: date, state: State) -> None:
    yearly = rule("yearly", "fiscal-year-end", months=2, who=Actor.EMPLOYER)

    due = days(Person(), yearly, on=today)["yearly"]

    assert (due.on, due.state, due.is_own) == (due_on, state, False)


# The five years

LAST = rule("last", "no1-since", months=60, statuses=("ssw1",))
ASK = rule("ask", "no1-since", months=57, statuses=("ssw1",))


def test_the_five_years_are_counted_with_breaks_and_leave() -> None:
    person = Person(
        stays=[A(date(2022, 4, 10), date(2023, 4, 9)), A(date(2023, 7, 19))],
        leaves=[L("parental", date(2026, 1, 1), date(2026, 1, 10))],
    )

    found = days(person, LAST, ASK)

    assert found["last"].on == date(2027, 4, 10) + timedelta(days=100 + 10)
    assert found["ask"].on == date(2027, 4, 29)
    assert found["last"].anchor == date(2022, 4, 10)


def test_the_five_years_have_no_day_while_no_stay_runs() -> None:
    assert days(Person(stays=[A(date(2020, 4, 1), date(2022, 3, 31))]), LAST) == {}


# States


@pytest.mark.parametrize(
    ("today", "state"),
    [
        (date(2027, 2, 12), State.COMING),
        (date(2027, 2, 13), State.DUE),
        (date(2027, 3, 15), State.DUE),
        (date(2027, 3, 16), State.OVERDUE),
    ],
)
def test_a_closing_day_is_due_thirty_days_ahead(today: date, state: State) -> None:
    assert states(Person(expires=END), CLOSE, on=today) == {"close": state}


@pytest.mark.parametrize(
    ("today", "state"),
    [
        (date(2026, 12, 1), State.COMING),
        (date(2026, 12, 14), State.COMING),
        (date(2026, 12, 15), State.OPEN),
        (date(2027, 3, 15), State.OPEN),
        (date(2027, 3, 16), State.MOOT),
    ],
)
def test_an_opening_day_is_never_due_or_overdue(today: date, state: State) -> None:
    assert states(Person(expires=END), OPEN, on=today) == {"open": state}


@given(st.dates(date(2020, 1, 1), date(2035, 1, 1)), st.dates(date(2020, 1, 1), date(2035, 1, 1)))
def test_no_opening_day_is_ever_due(today: date, end: date) -> None:
    assert states(Person(expires=end), OPEN, on=today)["open"] in (State.COMING, State.OPEN, State.MOOT)


def test_what_is_done_is_done_for_the_day_it_was_counted_from() -> None:
    done = frozenset({("close", END)})

    assert states(Person(expires=END, done=done), CLOSE) == {"close": State.DONE}
    assert states(Person(expires=date(2028, 3, 15), done=done), CLOSE) == {"close": State.COMING}


def test_coming_back_settles_the_return() -> None:
    left = E("left-japan", date(2026, 6, 1))

    back = Person(expires=END, events=[left, E("returned", date(2026, 7, 1))])
    before = Person(expires=END, events=[left, E("returned", date(2026, 5, 1))])
    planned = Person(expires=END, events=[left, E("returned", date(2026, 12, 24))])

    assert states(back, RETURN)["return"] is State.MOOT
    assert states(before, RETURN)["return"] is State.COMING
    assert states(planned, RETURN)["return"] is State.COMING


def test_coming_back_too_late_settles_nothing() -> None:
    late = Person(events=[E("left-japan", date(2025, 6, 1)), E("returned", date(2026, 7, 1))])

    assert states(late, RETURN) == {"return": State.OVERDUE}


# The extension


@pytest.mark.parametrize(
    ("person", "has_opening"),
    [
        (Person(expires=END), True),
        (Person(expires=END, period_months=6), True),
        (Person(expires=END, period_months=4), False),
        (Person(expires=END, granted=date(2026, 9, 15)), True),
        (Person(expires=END, granted=date(2026, 11, 15)), False),
    ],
)
def test_only_a_long_enough_stay_has_a_first_day_for_the_extension(person: Person, has_opening: bool) -> None:
    assert ("open" in days(person, OPEN)) is has_opening


def test_an_application_settles_the_extension_and_opens_the_special_period() -> None:
    filed = Person(expires=END, events=[E("application-filed", date(2026, 12, 20))])

    on = date(2027, 1, 10)

    assert states(filed, OPEN, CLOSE, SPECIAL, on=on) == {
        "open": State.MOOT,
        "close": State.MOOT,
        "special": State.COMING,
    }
    assert days(filed, SPECIAL, on=on)["special"].on == date(2027, 5, 15)


def test_without_an_application_there_is_no_special_period() -> None:
    assert "special" not in days(Person(expires=END), SPECIAL)
    assert "special" not in days(Person(expires=END, events=[E("application-filed", date(2027, 1, 10))]), SPECIAL)


def test_an_application_after_the_end_of_stay_opens_no_special_period() -> None:
    late = Person(expires=END, events=[E("application-filed", date(2027, 3, 16))])

    assert states(late, CLOSE, SPECIAL, on=date(2027, 3, 20)) == {"close": State.OVERDUE}


def test_a_decision_ends_the_special_period() -> None:
    decided = Person(
        expires=END, events=[E("application-filed", date(2027, 3, 1)), E("decision-received", date(2027, 4, 2))]
    )

    assert states(decided, SPECIAL, on=date(2027, 4, 3)) == {"special": State.MOOT}


@pytest.mark.parametrize(
    ("on", "expected"),
    [(date(2027, 2, 20), State.MOOT), (date(2027, 3, 2), State.DUE), (date(2027, 3, 16), State.OVERDUE)],
)
def test_after_a_decision_the_end_of_the_stay_counts_as_long_as_the_card_has_it(on: date, expected: State) -> None:
    decided = Person(
        expires=END, events=[E("application-filed", date(2027, 1, 10)), E("decision-received", date(2027, 3, 1))]
    )

    assert states(decided, CLOSE, on=on) == {"close": expected}


def test_an_application_after_a_refusal_carries_the_stay_on_until_it_is_decided_too() -> None:
    refused = [E("application-filed", date(2027, 1, 10)), E("decision-received", date(2027, 2, 1))]
    again = Person(expires=END, events=[*refused, E("application-filed", date(2027, 3, 10), 2)])
    decided = Person(expires=END, events=[*again.events, E("decision-received", date(2027, 4, 2), 2)])

    assert states(again, CLOSE, SPECIAL, on=date(2027, 3, 20)) == {"close": State.MOOT, "special": State.COMING}
    assert states(again, CLOSE, SPECIAL, on=date(2027, 5, 16)) == {"close": State.MOOT, "special": State.OVERDUE}
    assert states(decided, CLOSE, SPECIAL, on=date(2027, 4, 3)) == {"close": State.OVERDUE, "special": State.MOOT}


NO_WORK = rule("no-work", "contract-ended", months=3, settled_by=("decision-received", "left-for-good"))


@pytest.mark.parametrize(
    ("applications", "expected"),
    [((), State.MOOT), ((date(2026, 9, 10),), State.MOOT), ((date(2026, 9, 9),), State.DUE)],
)
def test_a_decision_on_what_was_filed_before_the_job_ended_puts_nobody_back_to_work(
    applications: Sequence[date], expected: State
) -> None:
    person = Person(
        expires=END,
        events=[
            E("contract-ended", date(2026, 9, 10)),
            *(E("application-filed", on) for on in applications),
            E("decision-received", date(2026, 10, 20)),
        ],
    )

    assert states(person, NO_WORK) == {"no-work": expected}


@pytest.mark.parametrize(
    ("left", "expected"), [(date(2023, 5, 1), State.COMING), (date(2026, 4, 1), State.MOOT)], ids=["before", "during"]
)
def test_a_departure_before_the_stay_began_does_not_settle_its_end(left: date, expected: State) -> None:
    person = Person(expires=END, period_months=12, events=[E("left-for-good", left)])

    assert states(person, CLOSE) == {"close": expected}


@pytest.mark.parametrize(
    "known",
    [
        Person(expires=date(2028, 3, 15)),
        Person(expires=date(2028, 3, 15), period_months=12),
        Person(expires=date(2028, 3, 15), granted=date(2027, 2, 10)),
        Person(expires=date(2028, 3, 15), granted=date(2026, 3, 16), period_months=12),
        Person(expires=date(2027, 9, 15), period_months=6),
    ],
)
def test_the_application_for_the_stay_before_settles_nothing(known: Person) -> None:
    person = Person(
        expires=known.expires,
        granted=known.granted,
        period_months=known.period_months,
        events=[E("application-filed", date(2027, 1, 10)), E("decision-received", date(2027, 2, 10))],
    )

    found = states(person, OPEN, CLOSE, SPECIAL, on=date(2027, 4, 1))

    assert found == {"open": State.COMING, "close": State.COMING}


# What is due


def test_only_what_the_worker_must_do_counts_as_due() -> None:
    by_employer = rule("by-employer", "moved", days=3, who=Actor.EMPLOYER)
    by_both = rule("by-both", "moved", days=4, who=Actor.BOTH)
    opens = rule("opens", "moved", days=5, effect=Effect.OPENS)
    person = Person(events=[E("moved", date(2026, 11, 20))])

    found = due_within([person], schedule([by_employer, by_both, opens], LIMITS, TODAY), 30)

    assert [due.id for _, due in found] == ["by-both"]


@pytest.mark.parametrize(("within", "found"), [(22, 0), (23, 1), (365, 1)])
def test_what_is_due_lies_within_the_days_asked_for(within: int, found: int) -> None:
    person = Person(expires=TODAY + timedelta(days=23))

    assert len(list(due_within([person], schedule([CLOSE], LIMITS, TODAY), within))) == found


def test_what_is_overdue_is_always_due_and_what_is_settled_never() -> None:
    overdue = Person(events=[E("moved", date(2020, 1, 1))])
    done = Person(events=overdue.events, done=frozenset({("move", date(2020, 1, 1))}))

    found = list(due_within([overdue, done], schedule([MOVE], LIMITS, TODAY), 0))

    assert [(holder, due.state) for holder, due in found] == [(overdue, State.OVERDUE)]


@given(
    st.dates(date(2018, 1, 1), date(2030, 1, 1)),
    st.none() | st.dates(date(2018, 1, 1), date(2030, 1, 1)),
    st.integers(0, 2500),
)
def test_what_is_due_is_what_the_card_shows(no1_since: date, end: date | None, within: int) -> None:
    person = Person(
        expires=end,
        stays=[A(no1_since)],
        leaves=[L("sick", date(2026, 1, 1), date(2026, 5, 31))],
        events=[E("moved", no1_since), E("left-japan", date(2026, 10, 1))],
    )
    rules = schedule([OPEN, CLOSE, SPECIAL, MOVE, RETURN, LAST, ASK], LIMITS, TODAY)

    shown = {
        due.id
        for due in due_days(person, rules)
        if due.days <= within and due.deadline.effect is Effect.CLOSES and due.state not in (State.MOOT, State.DONE)
    }

    assert {due.id for _, due in due_within([person], rules, within)} == shown


def test_the_next_day_is_the_first_one_that_waits_for_the_worker() -> None:
    person = Person(expires=END, events=[E("moved", date(2026, 11, 10)), E("moved", date(2026, 11, 20), 2)])
    done = Person(expires=END, events=person.events, done=frozenset({("move", date(2026, 11, 10))}))
    rules = schedule([OPEN, CLOSE, MOVE], LIMITS, TODAY)

    assert [getattr(upcoming(due_days(who, rules)), "id", None) for who in (person, done, Person())] == [
        "move",
        "move:2",
        None,
    ]


# The content


@pytest.fixture(scope="module")
def rules(library: Library) -> Sequence[Deadline]:
    return tuple(library.all(Deadline).values())


def test_the_content_counts_only_from_what_is_known(rules: Sequence[Deadline]) -> None:
    known = {"end-of-stay", "no1-since", "fiscal-year-end", *EventKind}

    assert {each.counted_from for each in rules} <= known
    assert {each.no_later_than for each in rules if each.no_later_than} <= known
    assert {kind for each in rules for kind in (*each.settled_by, *each.only_after)} <= set(EventKind)
    assert {status for each in rules for status in each.statuses} <= set(CardStatus)


def test_the_content_gives_the_days_of_a_card(rules: Sequence[Deadline], library: Library) -> None:
    person = Person(
        expires=END,
        stays=[A(date(2023, 4, 10))],
        events=[
            E("moved", date(2026, 11, 1)),
            E("contract-ended", date(2026, 10, 31)),
            E("child-born", date(2026, 11, 1)),
        ],
    )

    found = due_days(person, schedule(rules, limits_of(library.all(Figure), TODAY), TODAY))

    assert {due.id: due.on.isoformat() for due in found} == {
        "employer-14days": "2026-11-14",
        "national-pension-gap": "2026-11-14",
        "organisation-end": "2026-11-14",
        "address-move": "2026-11-15",
        "child-status": "2026-12-01",
        "extension-open": "2026-12-15",
        "no-activity": "2027-01-31",
        "extension-close": "2027-03-15",
        "employer-annual": "2027-05-31",
        "no1-exclusion-request": "2028-01-10",
        "no1-five-years": "2028-04-10",
    }


def test_every_kind_of_event_with_a_legal_time_has_its_deadline(rules: Sequence[Deadline], library: Library) -> None:
    expected = {
        "address-decided": ("address-first", "2026-12-06"),
        "name-changed": ("name-change", "2026-12-06"),
        "card-lost": ("card-lost", "2026-12-06"),
        "exchange-ordered": ("card-damaged-order", "2026-12-06"),
        "contract-signed": ("organisation-new", "2026-12-06"),
        "employer-changed": ("organisation-changed", "2026-12-06"),
        "left-japan": ("reentry-return", "2027-11-22"),
        "status-revoked": ("revoked-departure", "2026-12-22"),
        "coe-issued": ("coe-use", "2027-02-22"),
        "left-for-good": ("pension-lumpsum", "2028-11-22"),
    }
    limits = limits_of(library.all(Figure), TODAY)

    for kind, (deadline_id, day) in expected.items():
        found = due_days(Person(events=[E(kind, TODAY)]), schedule(rules, limits, TODAY))
        assert {due.id: due.on.isoformat() for due in found}.get(deadline_id) == day, kind
