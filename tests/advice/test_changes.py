from datetime import date
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ssw_tui.advice.answers import UNKNOWN, Answer, Verdict
from ssw_tui.advice.changes import Change
from ssw_tui.advice.eligibility import Quiz
from ssw_tui.library import Library
from ssw_tui.locations import content_folder
from tests.advice.people import TODAY, anybody, person, without

QUIZ = Quiz.of(Library(content_folder()))
GOALS = ["no1", "no2", "change-employer", "change-field", "extend", "permanent-residence"]


def reachable(name: str, now: Answer) -> list[Answer]:
    """Give the answers that the content says a person can bring about."""
    found: list[Answer] = []
    for way in QUIZ.questions[name].ways:
        if not way.leaving or str(now) in way.leaving:
            found += way.reaching
            found += [] if way.at_least is None else [way.at_least]
    return found


def meets(answers: dict[str, Answer], day: date = TODAY) -> bool:
    return QUIZ.evaluate(answers, day, changes=False).verdict is Verdict.MEETS


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.sampled_from(GOALS).flatmap(lambda goal: anybody(QUIZ, goal)))
def test_each_change_is_enough_and_nothing_of_it_can_be_left_out(answers: dict[str, Answer]) -> None:
    for change in QUIZ.evaluate(answers, TODAY).changes:
        day = change.wait_until or TODAY
        assert meets({**answers, **dict(change.set)}, day)
        for number in range(len(change.set)):
            assert not any(meets({**answers, **dict(some)}, day) for some in combinations(change.set, number))
        for name, answer in change.set:
            assert answer in reachable(name, answers.get(name, UNKNOWN))


@settings(max_examples=40, deadline=None, derandomize=True)
@given(st.sampled_from(GOALS).flatmap(lambda goal: anybody(QUIZ, goal)))
def test_there_is_a_change_where_one_or_two_steps_are_enough_and_none_is_longer(answers: dict[str, Answer]) -> None:
    result = QUIZ.evaluate(answers, TODAY)
    steps = [(name, other) for name, now in answers.items() for other in reachable(name, now) if other != now]
    fewest = next((n for n in range(3) for some in combinations(steps, n) if meets({**answers, **dict(some)})), None)

    found = {len(change.set) for change in result.changes if change.wait_until is None}
    if fewest:
        assert found == {fewest}
    else:
        assert not found or min(found) > 2 or fewest == 0


@pytest.mark.parametrize(
    ("goal", "answers", "sets"),
    [
        ("no1", {}, []),
        ("no1", {"japanese": "jft-a2-1"}, [{"japanese": "jft-a2-2"}]),
        (
            "no1",
            {"japanese": "none", "skills-test": "other-field"},
            [{"japanese": "jft-a2-2", "skills-test": "passed"}],
        ),
        ("no2", {"field": "food-service", "japanese": "n4"}, [{"japanese": "n3"}]),
        ("no1", {"location": "in-japan", "status": "trainee-unfinished"}, [{"status": "trainee-finished"}]),
        ("no1", {"age": "under-18"}, [{"age": "18-or-over"}]),
        ("no1", {"offer": "none", "dues": "owing"}, [{"offer": "direct"}]),
        ("no1", {"passport": "IR"}, []),
        ("no1", {"field": "food-service"}, []),
        ("no1", {"record": "has-record"}, []),
        ("no1", {"location": "in-japan", "status": "none"}, []),
        (
            "extend",
            {"no1-months": 60, "no2-test": "failed", "no2-test-lowest-percent": 70, "sixth-year-pledges": "no"},
            [{"no2-test-lowest-percent": 80, "sixth-year-pledges": "yes"}],
        ),
        ("side-job", {"second-workplace": "other-employer"}, [{"second-workplace": "same-employer"}]),
        ("permanent-residence", {"counted-work-years": 2}, []),
    ],
)
def test_the_smallest_changes_of_a_person(goal: str, answers: dict[str, Any], sets: list[dict[str, Any]]) -> None:
    changes = QUIZ.evaluate(person(goal, answers), TODAY).changes

    assert [dict(change.set) for change in changes] == sets
    assert all(change.wait_until is None for change in changes)


def test_an_open_answer_can_be_part_of_a_change() -> None:
    changes = QUIZ.evaluate(without(person("no1"), "japanese"), TODAY).changes

    assert changes == (Change(set=(("japanese", "jft-a2-2"),)),)


def test_an_open_answer_that_nobody_can_change_leaves_no_change() -> None:
    assert QUIZ.evaluate(without(person("no1"), "japanese", "record"), TODAY).changes == ()


def test_changes_are_left_out_where_they_are_not_wanted() -> None:
    assert QUIZ.evaluate(person("no1", {"japanese": "none"}), TODAY, changes=False).changes == ()


@pytest.mark.parametrize(
    ("goal", "answers", "day", "until"),
    [
        ("no2", {"field": "agriculture"}, date(2023, 8, 30), date(2023, 8, 31)),
        ("no1", {"field": "forestry"}, date(2024, 4, 1), date(2024, 9, 30)),
        ("no1", {"field": "industrial-product-manufacturing"}, date(2021, 1, 1), date(2022, 5, 25)),
        ("extend", {"no1-months": 66, "leave-parental-months": 8}, date(2025, 9, 1), date(2025, 9, 30)),
    ],
)
def test_waiting_is_a_way_where_the_day_alone_does_it(
    goal: str, answers: dict[str, Any], day: date, until: date
) -> None:
    change, *_ = QUIZ.evaluate(person(goal, answers), day).changes

    assert change == Change(wait_until=until)
    assert meets(person(goal, answers), until)


@pytest.mark.parametrize(
    ("goal", "answers", "day"),
    [
        ("no1", {"field": "forestry", "terms": "no"}, date(2024, 4, 1)),
        ("no1", {"field": "food-service"}, TODAY),
        ("no1", {"field": "forestry", "location": "in-japan", "stay-ends": date(2024, 6, 1)}, date(2024, 4, 1)),
        ("no2", {"field": "agriculture", "japanese": "n4"}, date(2027, 4, 1)),
    ],
)
def test_waiting_is_no_way_where_something_else_stands_against_it(
    goal: str, answers: dict[str, Any], day: date
) -> None:
    changes = QUIZ.evaluate(person(goal, answers), day).changes

    assert all(change.wait_until is None for change in changes)
