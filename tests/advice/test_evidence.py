"""Better evidence never makes a verdict worse, and every row can strike."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ssw_tui.advice.answers import GOAL, Answer, Verdict
from ssw_tui.advice.diagram import FALSE
from ssw_tui.advice.eligibility import Quiz
from ssw_tui.advice.waiting import days_of_change
from ssw_tui.library import Library
from ssw_tui.locations import content_folder
from tests.advice.people import TODAY, anybody, person

QUIZ = Quiz.of(Library(content_folder()))
FROM_WORSE_TO_BETTER = [Verdict.NOT_POSSIBLE, Verdict.WAIT, Verdict.NOT_YET, Verdict.MEETS]
"""The others are not compared."""
LADDERS: dict[str, list[str]] = {
    "japanese": ["none", "n5", "jft-a1", "jft-a2-1", "jft-a2-2", "n4", "n3", "n2-or-n1"],
    "skills-test": ["not-passed", "passed"],
    "care-japanese": ["not-passed", "passed"],
    "care-background": ["none", "care-school"],
    "training-length": ["none", "under-2y10m"],
    "training-result": ["neither", "good-report"],
    "training-related": ["no", "yes"],
    "no2-test": ["not-taken", "passed"],
    "no2-experience": ["no", "yes"],
    "no2-duties": ["no", "yes"],
    "age": ["under-18", "turns-18-in-time", "18-or-over"],
    "health": ["not-checked", "fit"],
    "dues": ["owing", "paid"],
    "offer": ["none", "direct"],
    "terms": ["no", "yes"],
    "deposit": ["yes", "no"],
    "agency": ["unclear", "agreed"],
    "home-steps": ["not-done", "done"],
    "sixth-year-pledges": ["no", "yes"],
    "application-pending": ["no", "yes"],
    "card-period": ["shorter", "1-year", "2-years", "3-years", "5-years"],
    "searching": ["no", "yes"],
}


def better(one: Verdict, other: Verdict) -> bool:
    """Whether the second verdict is at least as good as the first, as far as they are compared."""
    compared = {one, other} <= set(FROM_WORSE_TO_BETTER)
    return not compared or FROM_WORSE_TO_BETTER.index(one) <= FROM_WORSE_TO_BETTER.index(other)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(
    st.sampled_from(QUIZ.goals).flatmap(lambda goal: anybody(QUIZ, goal)),
    st.sampled_from([date(2024, 10, 1), TODAY, date(2027, 4, 1)]),
)
def test_a_step_up_never_makes_a_verdict_worse(answers: dict[str, Answer], day: date) -> None:
    for name, ladder in LADDERS.items():
        verdicts = [QUIZ.evaluate({**answers, name: step}, day, changes=False).verdict for step in ladder]
        assert all(better(one, other) for one, other in pairwise(verdicts)), (name, verdicts)


@pytest.mark.parametrize("goal", [goal for goal in QUIZ.goals if goal != "family"])
def test_with_the_best_evidence_the_conditions_are_met(goal: str) -> None:
    best: dict[str, Answer] = {name: ladder[-1] for name, ladder in LADDERS.items()}

    assert QUIZ.evaluate({**person(goal), **best, GOAL: goal}, TODAY).verdict is Verdict.MEETS


def test_every_row_can_strike_for_each_of_its_goals_on_some_day() -> None:
    days = days_of_change(QUIZ.vocabulary, QUIZ.rows.values())
    striking = {
        (goal, one.row.id)
        for goal in QUIZ.goals
        for day in days
        for one in QUIZ.plan(goal, day).rows
        if one.strikes != FALSE
    }

    assert striking == {(goal, row.id) for row in QUIZ.rows.values() for goal in row.goals}
