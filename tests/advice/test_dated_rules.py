from datetime import date, timedelta
from typing import Any

import pytest

from ssw_tui.advice.eligibility import Quiz
from tests.advice.people import codes, gist, person

YES: tuple[str, set[str], set[str]] = ("meets", set(), set())


@pytest.mark.parametrize(
    ("first", "goal", "answers", "before", "after"),
    [
        pytest.param(
            date(2026, 8, 20),
            "no2",
            {"field": "construction", "no2-duties": "no"},
            YES,
            ("not-yet", {"no2-duties"}, set()),
            id="No.2 work must include guiding",
        ),
        pytest.param(
            date(2026, 4, 13), "no1", {"field": "food-service"}, YES, ("wait", set(), set()), id="stop in food service"
        ),
        pytest.param(
            date(2027, 4, 1),
            "no2",
            {"field": "construction", "japanese": "n4"},
            YES,
            ("ask", set(), set()),
            id="B1 for No.2",
        ),
        pytest.param(
            date(2026, 1, 23),
            "no1",
            {"field": "automobile-transportation", "category": "taxi-driver", "japanese": "n4"},
            ("not-yet", {"japanese-n3"}, set()),
            ("ask", set(), set()),
            id="A2.2 for taxi drivers under conditions",
        ),
        pytest.param(
            date(2026, 1, 23),
            "no1",
            {"field": "automobile-transportation", "category": "bus-driver", "japanese": "jft-a2-1"},
            ("not-yet", {"japanese-n3"}, set()),
            ("not-yet", {"japanese-n3"}, set()),
            id="bus drivers below both levels",
        ),
        pytest.param(
            date(2023, 8, 31),
            "no2",
            {"field": "agriculture"},
            ("not-possible", set(), {"no2-field"}),
            YES,
            id="No.2 in more fields",
        ),
        pytest.param(
            date(2026, 4, 1),
            "no1",
            {"field": "resource-circulation"},
            ("not-possible", set(), {"not-listed"}),
            ("wait", set(), set()),
            id="a field decided but not open",
        ),
        pytest.param(
            date(2026, 4, 1),
            "no1",
            {"field": "linen-supply"},
            ("not-possible", set(), {"not-listed"}),
            ("ask", set(), set()),
            id="a field that is not confirmed",
        ),
        pytest.param(
            date(2022, 5, 25),
            "no1",
            {"field": "machine-parts-and-tooling"},
            YES,
            ("not-possible", set(), {"not-listed"}),
            id="a field that was merged",
        ),
        pytest.param(
            date(2025, 9, 30),
            "extend",
            {"no1-months": 66, "leave-parental-months": 8},
            ("not-possible", set(), {"five-years-used"}),
            YES,
            id="leave is left out of the total",
        ),
        pytest.param(
            date(2025, 9, 30),
            "extend",
            {"no1-months": 60, "no2-test": "failed", "no2-test-lowest-percent": 80},
            ("not-possible", set(), {"five-years-used"}),
            YES,
            id="the sixth year",
        ),
        pytest.param(
            date(2027, 4, 1), "permanent-residence", {}, YES, ("ask", {"longest-period"}, set()), id="the new guideline"
        ),
    ],
)
def test_a_rule_holds_from_its_first_day_and_not_before(
    quiz: Quiz,
    first: date,
    goal: str,
    answers: dict[str, Any],
    before: tuple[str, set[str], set[str]],
    after: tuple[str, set[str], set[str]],
) -> None:
    for day, expected in [
        (first - timedelta(days=1), before),
        (first, after),
        (first + timedelta(days=1), after),
    ]:
        assert gist(quiz.evaluate(person(goal, answers), day)) == expected, day


def test_a_day_that_equals_the_end_of_the_stay_has_not_passed(quiz: Quiz) -> None:
    answers = person("extend", {"stay-ends": date(2026, 11, 22)})

    assert gist(quiz.evaluate(answers, date(2026, 11, 22))) == YES
    assert gist(quiz.evaluate(answers, date(2026, 11, 23))) == ("not-possible", set(), {"no-status"})


@pytest.mark.parametrize(
    ("ends", "last"),
    [
        (date(2026, 9, 22), date(2026, 11, 22)),
        (date(2026, 12, 31), date(2027, 2, 28)),
        (date(2027, 2, 28), date(2027, 4, 28)),
    ],
)
def test_a_pending_application_holds_the_stay_open_for_two_months(quiz: Quiz, ends: date, last: date) -> None:
    answers = person("change-employer", {"stay-ends": ends, "application-pending": "yes"})

    held, lapsed = quiz.evaluate(answers, last), quiz.evaluate(answers, last + timedelta(days=1))

    assert gist(held) == YES
    assert "special-period" in codes(held.warnings)
    assert gist(lapsed) == ("not-possible", set(), {"no-status"})


@pytest.mark.parametrize(("day", "accepted"), [(date(2027, 3, 31), True), (date(2027, 4, 1), False)])
def test_three_years_count_as_the_longest_period_until_march_2027(quiz: Quiz, day: date, accepted: bool) -> None:
    result = quiz.evaluate(person("permanent-residence"), day)

    assert ("longest-period" not in codes(result.gaps)) is accepted
    assert ("OK-PR" in codes(result.outcomes)) is accepted
    assert ("planned-change" in codes(result.warnings)) is accepted
