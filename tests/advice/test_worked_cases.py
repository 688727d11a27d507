import tomllib
from pathlib import Path
from typing import Any

import pytest

from ssw_tui.advice.eligibility import Quiz
from tests.advice.people import TODAY, codes, gist, person

CASES = tomllib.loads((Path(__file__).parent / "worked_cases.toml").read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=[f"{case['number']}: {case['who']}" for case in CASES])
def test_a_worked_case_comes_out_as_written(quiz: Quiz, case: dict[str, Any]) -> None:
    result = quiz.evaluate(person(case["goal"], case["answers"]), case.get("day", TODAY))

    assert gist(result) == (case["verdict"], set(case.get("gaps", [])), set(case.get("blocks", [])))
    assert set(case.get("outcomes", [])) <= codes(result.outcomes)
    assert codes(result.outcomes).isdisjoint(case.get("never", []))
    assert set(case.get("warnings", [])) <= codes(result.warnings)


def test_every_case_is_there() -> None:
    assert {case["number"] for case in CASES} == set(range(1, 26))
