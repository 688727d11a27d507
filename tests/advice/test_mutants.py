"""A fault in a row, a definition or a quantity makes a case fail; those that no answers tell apart are listed.

Here every shifted day is tried, and in each record one fault of about every second kind. All faults, and the proof
that the listed ones cannot be seen on any day: python -m benchmarks.mutate_quiz
"""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from zlib import crc32

import pytest

from ssw_tui.advice.eligibility import Quiz
from ssw_tui.library import Library
from ssw_tui.locations import content_folder
from ssw_tui.records.condition import parse
from tests.advice.mutant_oracle import Oracle
from tests.advice.mutant_proof import differences
from tests.advice.mutants import Fault, Mutant, mutants_of
from tests.advice.people import TODAY
from tests.advice.written_conditions import written

QUIZ = Quiz.of(Library(content_folder()))
MUTANTS = {mutant.id: mutant for mutant in mutants_of(QUIZ)}
FILE = tomllib.loads((Path(__file__).parent / "survivors.toml").read_text(encoding="utf-8"))["survivor"]
LISTED = [fault for survivor in FILE for fault in survivor["faults"]]
FEW = 3
"""So many faults of one reason are proved here."""
WHOLE = {Fault.DATE, Fault.DATE_REMOVED}
"""The kinds of fault of which none is left out."""


def _sample() -> Mapping[Fault, list[Mutant]]:
    """Give the faults that are tried, by their kind; the same each time."""
    of_record: dict[tuple[str, str], dict[Fault, list[Mutant]]] = {}
    for mutant in MUTANTS.values():
        of_record.setdefault((mutant.kind, mutant.record.id), {}).setdefault(mutant.fault, []).append(mutant)
    tried: dict[Fault, list[Mutant]] = {fault: [] for fault in Fault}
    for (_, name), found in of_record.items():
        number = crc32(name.encode())
        kinds = [fault for fault in found if fault not in WHOLE]
        for fault in kinds[number % 2 :: 2] or kinds:
            tried[fault].append(found[fault][number // 2 % len(found[fault])])
        for fault in WHOLE & found.keys():
            tried[fault] += found[fault]
    return tried


SAMPLE = _sample()


@pytest.fixture(scope="module")
def oracle() -> Oracle:
    return Oracle(QUIZ)


@pytest.mark.parametrize("fault", Fault)
def test_a_fault_is_noticed_or_listed_with_the_reason(oracle: Oracle, fault: Fault) -> None:
    tried = SAMPLE[fault]

    unnoticed = [mutant.id for mutant in tried if oracle.noticed_by(mutant) is None]

    assert tried
    assert unnoticed == [mutant.id for mutant in tried if mutant.id in LISTED]


def test_every_record_is_among_them() -> None:
    records = [*QUIZ.vocabulary.definitions, *QUIZ.vocabulary.quantities, *QUIZ.rows]

    assert {mutant.record.id for tried in SAMPLE.values() for mutant in tried} == set(records)


def test_what_is_listed_exists_and_has_a_reason() -> None:
    assert set(LISTED) <= set(MUTANTS)
    assert len(LISTED) == len(set(LISTED))
    assert all(survivor["why"] for survivor in FILE)


@pytest.mark.parametrize("survivor", FILE, ids=[survivor["faults"][0] for survivor in FILE])
def test_no_answers_of_today_tell_a_listed_fault_apart(survivor: dict[str, list[str]]) -> None:
    for fault in survivor["faults"][:FEW]:
        assert list(differences(QUIZ, MUTANTS[fault], [TODAY])) == []


@pytest.mark.parametrize(
    "fault",
    [
        "definition a2-or-better: option removed: when, n4 from japanese in [jft-a2-2 n4 n3 n2-or-n1]",
        "row age: negated: when, age = under-18",
        "row ok-test: stands beside stops turned round: outcome",
        "row home-paper: goal dropped: no2",
    ],
)
def test_answers_that_tell_a_fault_apart_are_found(fault: str) -> None:
    assert list(differences(QUIZ, MUTANTS[fault], [TODAY]))


def test_a_condition_is_written_as_it_is_read() -> None:
    texts = {text for row in QUIZ.rows.values() for text in (row.applies, row.when)}
    texts |= {definition.when for definition in QUIZ.vocabulary.definitions.values()}

    for text in texts:
        assert written(parse(written(parse(text)))) == written(parse(text))
    assert written(parse("not (age = under-18 or not health != fit) and stay-ends - 3 months > today + 1 days")) == (
        "not (age = under-18 or not not health = fit) and stay-ends - 3 months > today + 1 days"
    )
