from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ssw_tui.advice.days import after
from ssw_tui.advice.eligibility import Quiz
from ssw_tui.advice.vocabulary import Between, Within
from ssw_tui.library import Library
from ssw_tui.locations import content_folder
from ssw_tui.records.condition import Comparison, ConditionError, Named, parse
from tests.advice.people import TODAY

QUIZ = Quiz.of(Library(content_folder()))


def comparison(text: str) -> Comparison:
    condition = parse(text)
    assert isinstance(condition, Comparison)
    return condition


def options(quiz: Quiz, text: str, day: date = TODAY) -> set[str]:
    meaning = quiz.vocabulary.meaning(comparison(text), day)
    assert isinstance(meaning, Within)
    return set(meaning.options)


def test_facts_of_fields_are_those_of_the_day(quiz: Quiz) -> None:
    assert options(quiz, "field.intake = stopped", date(2026, 4, 12)) == set()
    assert options(quiz, "field.intake = stopped", date(2026, 4, 13)) == {"food-service"}
    assert options(quiz, "current-field.dispatch = yes") == {"agriculture", "fishery-aquaculture"}
    assert len(options(quiz, "field.no2 = yes")) == 11
    assert len(options(quiz, "field.intake in [open stopped not-open unconfirmed]")) == 19
    named = parse("field.no2")
    assert isinstance(named, Named)
    assert quiz.vocabulary.fact(named, TODAY).options == frozenset(options(quiz, "field.no2 = yes"))


def test_no_field_has_no_fact(quiz: Quiz) -> None:
    assert "not-listed" in options(quiz, "field.intake = not-a-field")
    assert "not-listed" in options(quiz, "field.no2 = no")


@given(
    st.dates(date(2026, 1, 1), date(2028, 12, 31)),
    st.sampled_from([0, 1, 2, -3]),
    st.sampled_from([0, 14, -5]),
    st.integers(-120, 120),
)
def test_a_date_is_cut_where_the_comparison_turns(day: date, months: int, days: int, offset: int) -> None:
    answer = after(day, -months) + timedelta(days=offset)
    moved = after(answer, months) if months else answer + timedelta(days=days)
    shift = (
        f" {'+' if months > 0 else '-'} {abs(months)} months"
        if months
        else f" {'+' if days >= 0 else '-'} {abs(days)} days"
    )

    for operator, expected in [
        ("<", moved < day),
        ("<=", moved <= day),
        (">", moved > day),
        (">=", moved >= day),
        ("=", moved == day),
    ]:
        meaning = QUIZ.vocabulary.meaning(comparison(f"stay-ends{shift} {operator} today"), day)
        assert isinstance(meaning, Between)
        place = (answer.toordinal(), 0)
        inside = (meaning.low is None or meaning.low <= place) and (meaning.high is None or place < meaning.high)
        assert inside is expected, operator


def test_a_number_is_compared_with_a_number(quiz: Quiz) -> None:
    with pytest.raises(ConditionError, match="a number is compared with one number"):
        quiz.vocabulary.meaning(comparison("no1-months = yes"), TODAY)


def test_a_country_that_no_row_names_is_one_of_the_rest(quiz: Quiz) -> None:
    variable = next(one for one in quiz.plan("no1", TODAY).variables if one.questions == ("passport",))

    assert variable.mask({"passport": "LK"}) == variable.mask({"passport": "FR"})
    assert variable.mask({"passport": "LK"}) != variable.mask({"passport": "VN"})
    assert variable.mask({}).bit_count() == len(
        {"KH", "TH", "VN", "PH", "ID", "NP", "MM", "MN", "IR", "none", "the rest"}
    )
