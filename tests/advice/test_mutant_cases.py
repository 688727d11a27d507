"""Cases that tell single faults in the rows apart: what each answer adds to a plain case and what it takes away.

Of every case the whole result is expected: the verdict and each list, notes and next steps too.
"""

import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import product
from pathlib import Path
from typing import Any

import attrs
import pytest

from ssw_tui.advice.answers import STOPS, State, Verdict
from ssw_tui.advice.eligibility import Quiz, Result
from ssw_tui.library import Library
from ssw_tui.records.rule import Rule
from tests.advice.people import TODAY, codes, person

FILE = tomllib.loads((Path(__file__).parent / "mutant_cases.toml").read_text(encoding="utf-8"))
LISTS = ("gaps", "blocks", "asks", "outcomes", "warnings", "notes", "next")
NOT_BESIDE_STOPS = ("OK-", "ROUTE-", "BRIDGE-6M", "EXTEND")
"""How the outcomes begin that are not listed beside a block, a question to an office, a wait or "not needed"."""
Shown = dict[str, set[str]]


@attrs.frozen(kw_only=True)
class Case:
    """Complete answers on a day, and the whole result that is expected."""

    name: str
    goal: str
    answers: dict[str, Any]
    day: date
    shown: Shown
    met: frozenset[str]
    not_met: frozenset[str]
    rests: Mapping[str, set[str]]


def _cases(number: int, case: Mapping[str, Any]) -> Iterator[Case]:
    for base in case["bases"]:
        for chosen in _choices(case):
            for day in case.get("days", [TODAY]):
                yield _case(number, base, case, chosen, day)


def _choices(case: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    each = case.get("each", {})
    return (dict(zip(each, values, strict=True)) for values in product(*each.values()))


def _case(number: int, base: str, case: Mapping[str, Any], chosen: Mapping[str, Any], day: date) -> Case:
    plain = FILE["base"][base]
    words = ", ".join(map(str, (*chosen.values(), *([day] if day != TODAY else []))))
    return Case(
        name=f"{number}: {base}: {case['why']} {words}".strip(),
        goal=plain["goal"],
        answers={**plain.get("answers", {}), **case.get("answers", {}), **chosen},
        day=day,
        shown=_expected(plain, case),
        met=frozenset(case.get("met", [])),
        not_met=frozenset(case.get("not_met", [])),
        rests={row: set(questions) for row, questions in case.get("rests", {}).items()},
    )


def _expected(plain: Mapping[str, Any], case: Mapping[str, Any]) -> Shown:
    verdict = case.get("verdict", plain["verdict"])
    adds, drops = case.get("adds", {}), case.get("drops", {})
    lists = {name: set(plain.get(name, [])) - set(drops.get(name, [])) | set(adds.get(name, [])) for name in LISTS}
    if Verdict(verdict) in STOPS:
        lists["outcomes"] = {code for code in lists["outcomes"] if not code.startswith(NOT_BESIDE_STOPS)}
        lists["next"] = set()
    return {"verdict": {verdict}, **lists}


def shown(result: Result) -> Shown:
    """Give the verdict and every list of a result."""
    rows = {name: codes(getattr(result, name)) for name in LISTS if name != "next"}
    return {"verdict": {result.verdict.value}, **rows, "next": set(result.next)}


CASES = {number: tuple(_cases(number, case)) for number, case in enumerate(FILE["case"], start=1)}


def otherwise(quiz: Quiz, case: Case) -> dict[str, object]:
    """Give what comes out otherwise than a case expects: of each list what was found."""
    result = quiz.evaluate(person(case.goal, case.answers), case.day, changes=False)
    found: dict[str, object] = {name: codes for name, codes in shown(result).items() if codes != case.shown[name]}
    met = {reason.row.id for reason in result.reasons if reason.state is State.MET}
    if not case.met <= met or case.not_met & met:
        found["met"] = met
    shown_by = {reason.row.id: set(reason.answers) for reason in result.reasons}
    if not all(questions <= shown_by.get(row, set()) for row, questions in case.rests.items()):
        found["rests"] = shown_by
    return found


@pytest.mark.parametrize("number", CASES, ids=[f"{number}: {FILE['case'][number - 1]['why']}" for number in CASES])
def test_a_case_comes_out_as_written(quiz: Quiz, number: int) -> None:
    for case in CASES[number]:
        assert otherwise(quiz, case) == {}, case.name


def test_every_case_names_the_rules_it_follows_from(library: Library) -> None:
    for case in FILE["case"]:
        assert case["why"]
        assert case["rules"]
        assert set(case["rules"]) <= set(library.all(Rule)), case["why"]
