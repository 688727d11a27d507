from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ssw_tui.advice.answers import GOAL, UNKNOWN, Answer, Verdict
from ssw_tui.advice.eligibility import Quiz
from ssw_tui.library import Library
from ssw_tui.locations import content_folder
from tests.advice.people import TODAY, anybody, person

QUIZ = Quiz.of(Library(content_folder()))
SOMEBODY = st.sampled_from(QUIZ.goals).flatmap(lambda goal: anybody(QUIZ, goal))


def interviewed(everything: dict[str, Answer]) -> dict[str, Answer]:
    """Answer every question that is asked, from complete answers."""
    answers: dict[str, Answer] = {}
    while question := QUIZ.next_question(answers, TODAY):
        assert question.id not in answers
        answers[question.id] = everything[question.id]
    return answers


@settings(max_examples=60, deadline=None, derandomize=True)
@given(SOMEBODY)
def test_the_interview_ends_with_the_verdict_of_all_answers_and_asks_nothing_in_vain(
    everything: dict[str, Answer],
) -> None:
    answers = interviewed(everything)

    assert QUIZ.evaluate(answers, TODAY).verdict is QUIZ.evaluate(everything, TODAY).verdict
    assert answers.keys() <= {question.id for question in QUIZ.questions_for(str(everything[GOAL]))}


@settings(max_examples=60, deadline=None, derandomize=True)
@given(SOMEBODY, st.randoms(use_true_random=False))
def test_only_a_question_that_can_change_the_verdict_is_asked(everything: dict[str, Answer], random: Random) -> None:
    kept = random.sample(sorted(everything), random.randint(0, len(everything)))
    answers = {name: everything[name] for name in {GOAL, *kept}}

    question = QUIZ.next_question(answers, TODAY)

    checks = QUIZ.evaluate(answers, TODAY).checks
    assert (question.id if question else None) == (checks[0] if checks else None)


def test_the_goal_comes_first() -> None:
    question = QUIZ.next_question({}, TODAY)

    assert question is not None
    assert question.id == GOAL


@pytest.mark.parametrize(("status", "asked"), [("student", 3), ("long-term", 3)])
def test_a_hard_stop_ends_the_interview(status: str, asked: int) -> None:
    assert len(interviewed(person("side-job", {"location": "in-japan", "status": status}))) == asked


def test_from_abroad_nothing_is_asked_about_a_stay_in_japan() -> None:
    asked = interviewed(person("no1"))

    assert not asked.keys() & {"status", "stay-ends", "dues", "attendance", "notices", "leave-sick-months", "category"}
    assert len(asked) < 20


def test_a_question_answered_with_unknown_is_not_asked_again() -> None:
    answers: dict[str, Answer] = {GOAL: "no1"}
    while question := QUIZ.next_question(answers, TODAY):
        answers[question.id] = UNKNOWN

    assert QUIZ.evaluate(answers, TODAY).verdict is Verdict.CHECK


def test_what_would_only_add_to_the_lists_is_optional() -> None:
    answers = interviewed(person("no1", {"location": "in-japan"}))

    result = QUIZ.evaluate(answers, TODAY)

    assert result.checks == ()
    assert {"notices", "papers-ready"} <= set(result.optional)


@pytest.mark.parametrize(
    ("goal", "always", "never"),
    [
        ("no1", {"location", "passport", "field", "skills-test", "no1-months"}, {"years-in-japan", "searching"}),
        ("no2", {"no2-test", "no2-experience", "no2-duties", "japanese"}, {"skills-test", "care-japanese"}),
        ("change-employer", {"employer-event", "current-field"}, {"field", "age", "health", "skills-test", "agency"}),
        ("change-category", {"location", "status", "skills-test"}, {"passport", "record", "field", "stay-ends"}),
        ("family", {"family-case"}, {"record", "passport"}),
        ("permanent-residence", {"card-period", "dues", "record"}, {"passport", "stay-ends", "japanese"}),
    ],
)
def test_the_questions_of_a_goal(goal: str, always: set[str], never: set[str]) -> None:
    asked = [question.id for question in QUIZ.questions_for(goal)]

    assert asked[0] == GOAL
    assert {*always} <= {*asked}
    assert never.isdisjoint(asked)
    assert asked == [name for name in QUIZ.questions if name in asked]


def test_each_question_is_for_some_goal() -> None:
    for question in QUIZ.questions:
        assert QUIZ.goals_of(question), question
    assert QUIZ.goals_of(GOAL) == QUIZ.goals
    assert QUIZ.goals_of("family-case") == ("family",)
