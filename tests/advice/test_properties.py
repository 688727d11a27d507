"""What must hold whatever is answered: better evidence is never worse, the smallest changes do, waiting is true."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from itertools import combinations, product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ssw_tui.advice.answers import GOAL, UNKNOWN, Answer, Verdict
from ssw_tui.advice.changes import Change
from ssw_tui.advice.waiting import days_of_change
from tests.advice.blanks import fillings
from tests.advice.classes import Sheet, Table
from tests.advice.people import TODAY, anybody, without
from tests.advice.rulings_reading import expected, settled
from tests.advice.test_quiz_check import with_row
from tests.advice.walks import EACH, GOALS, QUIZ, base, by_engine, is_no_worse, read_by, some, table, told

APRIL_2027 = date(2027, 4, 1)
LADDERS: dict[str, tuple[Any, ...]] = {
    "japanese": ("none", "n5", "jft-a1", "jft-a2-1", "jft-a2-2", "n4", "n3", "n2-or-n1"),
    "skills-test": ("not-passed", "passed"),
    "care-japanese": ("not-passed", "passed"),
    "care-background": ("none", "care-school"),
    "training-length": ("none", "under-2y10m", "2y10m-or-more"),
    "training-result": ("neither", "good-report", "grade-3"),
    "training-related": ("no", "yes"),
    "no2-test": ("not-taken", "passed"),
    "no2-test-lowest-percent": (Decimal(0), Decimal(79), Decimal(80), Decimal(100)),
    "no2-experience": ("no", "yes"),
    "no2-duties": ("no", "yes"),
    "no1-months": tuple(map(Decimal, (73, 72, 71, 60, 59, 57, 56, 54, 0))),
    "leave-notified": ("no", "yes"),
    "leave-parental-months": (Decimal(0), Decimal(6)),
    "sixth-year-pledges": ("no", "yes"),
    "age": ("under-18", "turns-18-in-time", "18-or-over"),
    "health": ("not-checked", "fit"),
    "dues": ("owing", "paid"),
    "offer": ("none", "direct"),
    "terms": ("no", "yes"),
    "deposit": ("yes", "no"),
    "agency": ("unclear", "agreed"),
    "home-steps": ("not-done", "done"),
    "application-pending": ("no", "yes"),
    "years-in-japan": tuple(map(Decimal, (0, 9, 10, 30))),
    "counted-work-years": tuple(map(Decimal, (0, 4, 5, 30))),
    "card-period": ("shorter", "1-year", "2-years", "3-years", "5-years"),
    "months-without-work": tuple(map(Decimal, (12, 3, 2, 0))),
    "searching": ("no", "yes"),
}
"""Answers from worse to better evidence. A failed exam can open the sixth year: it has its own test."""
OF_FIVE_YEARS = frozenset({"no1-months", "leave-notified", "leave-parental-months"})
"""Ladders in the sums of months; the goals share the rows, so one goal is enough."""
LADDERS_OF_PR = frozenset({"years-in-japan", "counted-work-years", "card-period"})
"""Ladders of permanent residence alone, which only moves between asking and no answer from April 2027."""
CHANGEABLE = {
    *("status", "home-steps", "age", "health", "dues", "offer", "terms", "deposit", "agency", "notices"),
    *("skills-test", "japanese", "care-japanese", "no2-test", "no2-test-lowest-percent", "no2-experience"),
    *("no2-duties", "sixth-year-pledges", "card-period", "searching", "second-workplace"),
}
"""What a person, the employer or time can change."""
GIVEN = {
    *("location", "passport", "record", "stay-ends", "application-pending", "attendance", "family-case"),
    *("field", "category", "current-field", "employer-event", "contract-ended-by", "months-without-work"),
    *("training-length", "training-result", "training-related", "care-background", "papers-ready"),
    *("no1-months", "leave-parental-months", "leave-sick-months", "leave-work-accident-months", "leave-notified"),
    *("years-in-japan", "counted-work-years"),
}
"""What is past, given, or somebody's wish."""


# Evidence.


def with_better(rows: Table, question: str) -> Iterator[tuple[list[Verdict], Sheet]]:
    """Give the verdicts up a ladder, as far as the rows that read the question decide, for all other answers they read.

    What other rows make of it is the same on each step, so it can only hide a difference.
    """
    names = [name for name in rows.deciding if question in rows.reads[name]]
    around = [
        rows.candidates(factor.questions, rows.comparisons) if question in factor.questions else factor.classes
        for factor in rows.factors(names)
    ]
    seen = set()
    for chosen in product(*around) if names else ():
        sheet = {name: answer for part in chosen for name, answer in part.items()}
        others = tuple(answer for name, answer in sheet.items() if name != question)
        if others not in seen:
            seen.add(others)
            yield [rows.verdict({**sheet, question: step}, names) for step in LADDERS[question]], sheet


def rises(goal: str, question: str, day: date) -> int:
    """Hold that no step up the ladder makes a verdict worse; give how often one makes it better."""
    better = 0
    for verdicts, sheet in with_better(table(goal, day), question):
        assert all(is_no_worse(one, other) for one, other in combinations(verdicts, 2)), (goal, sheet, verdicts)
        better += len(set(verdicts)) > 1
    return better


@pytest.mark.parametrize("day", [TODAY, APRIL_2027])
@pytest.mark.parametrize("question", sorted(LADDERS.keys() - OF_FIVE_YEARS))
def test_better_evidence_never_makes_the_verdict_worse(question: str, day: date) -> None:
    better = sum(rises(goal, question, day) for goal in GOALS)

    assert better or (day == APRIL_2027 and question in LADDERS_OF_PR), "the ladder leads nowhere"


@pytest.mark.parametrize("question", sorted(OF_FIVE_YEARS))
def test_fewer_months_that_count_never_make_the_verdict_worse(question: str) -> None:
    assert rises("extend", question, TODAY)


# The smallest changes.


def reachable(question: str, now: Answer) -> list[Answer]:
    """Give the answers that the content says a person can bring about."""
    found: list[Answer] = []
    for way in QUIZ.questions[question].ways:
        if not way.leaving or str(now) in way.leaving:
            found += way.reaching
            found += [] if way.at_least is None else [Decimal(way.at_least)]
    return [answer for answer in found if answer != now]


def test_only_what_a_person_can_bring_about_is_ever_changed() -> None:
    assert {name for name, question in QUIZ.questions.items() if question.ways} == CHANGEABLE
    assert {name for goal in GOALS for name in read_by(table(goal, TODAY))} - CHANGEABLE == GIVEN


def steps(rows: Table, sheet: Sheet) -> list[tuple[str, Answer]]:
    """Give all changes of one answer that a person can bring about and that a row which decides reads."""
    read = {name for row in rows.deciding for name in rows.reads[row]}
    return [(name, answer) for name in sorted(read) for answer in reachable(name, sheet[name])]


def changed(sheet: Sheet, some_steps: tuple[tuple[str, Answer], ...]) -> Sheet:
    return {**sheet, **dict(some_steps)}


def smallest(rows: Table, sheet: Sheet, most: int) -> set[frozenset[str]]:
    """Give the questions of each smallest change up to a size, by trying all."""
    for number in range(1, most + 1):
        ways = (some_steps for some_steps in combinations(steps(rows, sheet), number))
        found = {
            frozenset(name for name, _ in way) for way in ways if rows.verdict(changed(sheet, way)) is Verdict.MEETS
        }
        if found:
            return found
    return set()


@pytest.mark.parametrize("goal", GOALS)
def test_the_smallest_changes_are_those_that_trying_all_of_them_finds(goal: str) -> None:
    rows = table(goal, TODAY)
    for sheet in some(rows, 60):
        changes = QUIZ.evaluate(sheet, TODAY).changes
        found = {frozenset(name for name, _ in change.set) for change in changes if change.set}
        small = {names for names in found if len(names) <= 2}
        if rows.verdict(sheet) is Verdict.MEETS:
            assert changes == (), told(sheet, goal)
        else:
            assert small == smallest(rows, sheet, 2), told(sheet, goal)
            assert len({len(names) for names in found}) <= 1, told(sheet, goal)


@pytest.mark.parametrize(
    ("when", "expected_sets"),
    [
        ("terms = no and skills-test = not-passed", [{"terms"}, {"skills-test"}]),
        ("terms = no and (skills-test = not-passed or care-japanese = not-passed)", [{"terms"}]),
        (
            "(terms = no or age = under-18) and (skills-test = not-passed or terms = no)",
            [{"terms", "age"}, {"terms", "skills-test"}],
        ),
    ],
)
def test_of_several_ways_all_that_are_smallest_are_given_and_no_longer_one(
    when: str, expected_sets: list[set[str]]
) -> None:
    """Today's rows leave one smallest way everywhere, so a row is put in that leaves several."""
    edited = with_row(QUIZ, "terms", when=when)
    start: Sheet = {"terms": "no", "skills-test": "not-passed", "care-japanese": "not-passed", "age": "under-18"}
    sheet = {**base("extend"), **start}

    changes = edited.evaluate(sheet, TODAY).changes

    found = {frozenset(name for name, _ in change.set) for change in changes}
    assert found == set(map(frozenset, expected_sets)) == smallest(Table(edited, "extend", TODAY), sheet, 2)


@EACH
def test_each_change_is_enough_and_nothing_of_it_can_be_left_out(goal: str, day: date) -> None:
    for sheet in some(table(goal, day), 40):
        for change in QUIZ.evaluate(sheet, day).changes:
            is_enough(goal, day, sheet, change)


def is_enough(goal: str, day: date, sheet: Sheet, change: Change) -> None:
    """Hold a change against the plain reading."""
    rows = table(goal, change.wait_until or day)
    assert rows.verdict(changed(sheet, change.set)) is Verdict.MEETS, (change, told(sheet, goal))
    assert all(answer in reachable(name, sheet[name]) for name, answer in change.set), change
    for number in range(len(change.set)):
        for fewer in combinations(change.set, number):
            assert rows.verdict(changed(sheet, fewer)) is not Verdict.MEETS, (fewer, told(sheet, goal))


@pytest.mark.parametrize("goal", GOALS)
def test_a_change_is_enough_however_other_open_answers_are_filled_in(goal: str) -> None:
    rows = table(goal, TODAY)
    for number, sheet in enumerate(some(rows, 12)):
        for question in read_by(rows)[number % 3 :: 3]:
            opened = without(sheet, question)
            for change in QUIZ.evaluate(opened, TODAY).changes:
                full = dict(change.set)
                assert all(answer in reachable(name, opened.get(name, UNKNOWN)) for name, answer in full.items())
                answers = [full[question]] if question in full else fillings(rows, sheet, question)
                for answer in answers:
                    filled_in = {**sheet, **full, question: answer}
                    assert rows.verdict(filled_in) is Verdict.MEETS, (question, answer, change, told(sheet, goal))


# Waiting.


def first_day_that_meets(goal: str, sheet: Sheet, after: date) -> date | None:
    """Give the first later day of new rules on which the same answers meet the conditions."""
    later = (day for day in days_of_change(QUIZ.vocabulary, QUIZ.rows.values()) if day > after)
    return next((day for day in later if table(goal, day).verdict(sheet) is Verdict.MEETS), None)


@EACH
def test_waiting_is_named_exactly_where_the_day_alone_does_it(goal: str, day: date) -> None:
    for sheet in some(table(goal, day), 60):
        waits = [change.wait_until for change in QUIZ.evaluate(sheet, day).changes if change.wait_until]
        met = table(goal, day).verdict(sheet) is Verdict.MEETS
        until = None if met else first_day_that_meets(goal, sheet, day)
        assert waits == ([until] if until else []), told(sheet, goal)
        for wait in waits:
            before = QUIZ.evaluate(sheet, wait - timedelta(days=1), changes=False)
            assert before.verdict is not Verdict.MEETS, told(sheet, goal)
            assert QUIZ.evaluate(sheet, wait, changes=False).verdict is Verdict.MEETS, told(sheet, goal)


# The rest, drawn.

SOMEBODY = st.sampled_from(GOALS).flatmap(lambda goal: anybody(QUIZ, goal))
ANY_DAY = st.dates(date(2019, 4, 1), date(2028, 12, 31))


@settings(max_examples=300, deadline=None, derandomize=True)
@given(SOMEBODY, ANY_DAY)
def test_anybody_on_any_day_comes_to_what_the_rulings_say(answers: Sheet, day: date) -> None:
    goal = str(answers[GOAL])

    gist = by_engine(QUIZ.evaluate(answers, day, changes=False))

    assert settled(gist) == expected(goal, answers, day)
