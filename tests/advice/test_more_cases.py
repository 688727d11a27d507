"""Further worked cases: the whole result as it follows from the rules, for complete and for partly open answers."""

import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from ssw_tui.advice.answers import GOAL
from ssw_tui.advice.eligibility import Quiz
from ssw_tui.library import Library
from ssw_tui.records.rule import Rule
from tests.advice.people import TODAY, codes, person
from tests.advice.test_worked_cases import CASES as WORKED_CASES

CASES = tomllib.loads((Path(__file__).parent / "more_cases.toml").read_text(encoding="utf-8"))["case"]
LISTS = ("outcomes", "gaps", "blocks", "warnings")


def _param(case: dict[str, Any]) -> Any:  # noqa: ANN401 - pytest names no public type for it
    """Give a case; one that differs must differ, so that it is seen when the content is put right."""
    marks = [pytest.mark.xfail(strict=True, reason=case["differs"])] if "differs" in case else []
    return pytest.param(case, marks=marks, id=f"{case['number']}: {case['who']}")


@pytest.mark.parametrize("case", [_param(case) for case in CASES])
def test_a_further_case_comes_out_as_written(quiz: Quiz, case: dict[str, Any]) -> None:
    result = quiz.evaluate(person(case["goal"], case["answers"]), case.get("day", TODAY), changes=False)

    found = {name: codes(getattr(result, name)) for name in LISTS}
    assert (result.verdict.value, found) == (case["verdict"], {name: set(case.get(name, [])) for name in LISTS})
    assert [verdict.value for verdict in result.possible] == case.get("possible", [case["verdict"]])
    assert set(result.checks) == set(case.get("checks", []))


def test_there_are_eighty_at_least_and_some_for_every_goal(quiz: Quiz) -> None:
    goals = Counter(case["goal"] for case in CASES)

    assert len(CASES) >= 80
    assert {goal: goals[goal] >= 4 for goal in quiz.goals} == dict.fromkeys(quiz.goals, True)


def test_numbers_follow_on_and_no_case_is_asked_twice() -> None:
    asked = [(case["goal"], case.get("day"), sorted(case["answers"].items())) for case in WORKED_CASES + CASES]

    assert [case["number"] for case in CASES] == list(range(26, 26 + len(CASES)))
    assert all(asked.count(one) == 1 for one in asked)


def test_a_case_names_what_exists_and_the_rules_it_follows_from(quiz: Quiz, library: Library) -> None:
    rules = library.all(Rule)

    for case in CASES:
        assert all(case[name] for name in ("who", "because", "rules")), case["number"]
        assert set(case["rules"]) <= rules.keys(), case["number"]
        assert case["answers"].keys() <= quiz.questions.keys() - {GOAL}, case["number"]
