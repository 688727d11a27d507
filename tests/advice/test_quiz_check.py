from collections.abc import Mapping
from typing import Any

import attrs
import pytest

from ssw_tui.advice.eligibility import Quiz
from ssw_tui.advice.quiz_check import Problem, contradictions, problems
from ssw_tui.advice.waiting import days_of_change
from ssw_tui.records.quiz import Definition, Effect, QuestionKind, Way
from tests.advice.people import TODAY


def edited(quiz: Quiz, *, rows: Mapping[str, Any] | None = None, definitions: Mapping[str, Any] | None = None) -> Quiz:
    """Give the quiz with other rows or definitions beside its own."""
    words = quiz.vocabulary
    return Quiz(
        quiz.questions,
        {**words.definitions, **(definitions or {})},
        words.quantities,
        {**quiz.rows, **(rows or {})},
        words.fields,
    )


def with_row(quiz: Quiz, row_id: str, **changed: Any) -> Quiz:  # noqa: ANN401 - any field of a row
    return edited(quiz, rows={row_id: attrs.evolve(quiz.rows[row_id], **changed)})


def test_the_content_has_no_problem(quiz: Quiz) -> None:
    assert problems(quiz, TODAY) == ()


def test_no_rows_contradict_each_other_on_any_day(quiz: Quiz) -> None:
    for day in days_of_change(quiz.vocabulary, quiz.rows.values()):
        assert contradictions(quiz, day) == set(), day


@pytest.mark.parametrize(
    ("condition", "problem"),
    [
        ("helth = fit", 'there is no question, definition or quantity "helth"'),
        ("health = well", '"health" has no option "well"'),
        ("health in [fit well]", '"health" has no option "well"'),
        ("good-completed", 'there is no question, definition or quantity "good-completed"'),
        ("field = farming", '"field" has no option "farming"'),
        ("field.no3", 'there is no fact "field.no3"; facts are intake, no2, dispatch of a field'),
        ("field.intake = closed", '"field.intake" has no option "closed"'),
        ("health.no2", 'there is no fact "health.no2"; facts are intake, no2, dispatch of a field'),
        ("field = health", '"field" has no option "health"'),
        ("field != current-fields", '"field" has no option "current-fields"'),
        ("field in [current-field]", '"field" and "current-field" can only be compared with ='),
        ("health >= 3", '"health" has no option "3"'),
        ("no1-months = yes", "a number is compared with one number"),
        ("no1-months in [1 2]", "a number is compared with one number"),
        ("used-months in [60]", '"used-months" is a number or a day; compare it with <, <=, >, >= or ='),
        ("stay-ends < 60", '"stay-ends" is a day; compare it with one day or with today'),
        ("stay-ends in [today]", '"stay-ends" is a day; compare it with <, <=, >, >= or ='),
        ("passport = XX", '"passport" has no option "XX"'),
        ("japanese < n4", '"japanese" has options; compare it with =, != or in'),
    ],
)
def test_a_name_that_means_nothing_is_found(quiz: Quiz, condition: str, problem: str) -> None:
    broken = with_row(quiz, "age", when=condition)

    assert problems(broken, TODAY) == (Problem("row", "age", f'in "{condition}": {problem}'),)


def test_a_definition_by_itself_is_found(quiz: Quiz) -> None:
    one = Definition(id="one", title="One", when="age = under-18 or other")
    other = Definition(id="other", title="Other", when="not one")

    found = problems(edited(quiz, definitions={"one": one, "other": other}), TODAY)

    assert found == (
        Problem("definition", "one", "it is defined by itself"),
        Problem("definition", "other", "it is defined by itself"),
    )


def test_a_goal_that_does_not_exist_is_found(quiz: Quiz) -> None:
    broken = with_row(quiz, "age", goals=("no1", "no3"))

    assert problems(broken, TODAY) == (Problem("row", "age", 'there is no goal "no3"'),)


def test_rows_that_contradict_each_other_must_name_an_exception(quiz: Quiz) -> None:
    broken = with_row(quiz, "family-no1", exceptions=())

    (found,) = problems(broken, TODAY)

    assert found == Problem(
        "row",
        "family-no1",
        'it can strike together with "family-exception" for family: name one in "exceptions" or "beside"',
    )


def test_rows_that_may_stand_beside_each_other_say_so(quiz: Quiz) -> None:
    (found,) = problems(with_row(quiz, "category-test", beside=()), TODAY)

    assert found.id == "category-test"


def test_rows_of_other_subjects_or_of_the_same_effect_do_not_contradict(quiz: Quiz) -> None:
    twin = attrs.evolve(quiz.rows["family-no1"], id="twin", exceptions=("family-exception",))
    elsewhere = attrs.evolve(twin, id="elsewhere", subject="other", effect=Effect.ASK)

    assert problems(edited(quiz, rows={"twin": twin, "elsewhere": elsewhere}), TODAY) == ()


def test_a_way_to_an_option_that_does_not_exist_is_found(quiz: Quiz) -> None:
    health = attrs.evolve(quiz.questions["health"], ways=(Way(reaching=("well",)),))
    bare = attrs.evolve(quiz.questions["no1-months"], unit=None)
    assert bare.kind is QuestionKind.NUMBER
    words = quiz.vocabulary
    questions = {**quiz.questions, "health": health, "no1-months": bare}

    found = problems(Quiz(questions, words.definitions, words.quantities, quiz.rows, words.fields), TODAY)

    assert found == (
        Problem("question", "health", 'it has no option "well"'),
        Problem("question", "no1-months", "a choice needs options, a number a unit, a country its countries"),
    )
