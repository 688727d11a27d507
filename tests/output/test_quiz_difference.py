import json
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ssw_tui.advice.answers import GOAL, Answer
from ssw_tui.advice.eligibility import Quiz
from ssw_tui.advice.waiting import days_of_change
from ssw_tui.library import Library
from ssw_tui.output.quiz import result_data
from ssw_tui.output.quiz_compared import Compared, What, compared, difference
from ssw_tui.output.quiz_difference import difference_blocks, difference_data, difference_page
from ssw_tui.output.text import as_text
from ssw_tui.reader import Reader
from ssw_tui.records.figure import Figure
from ssw_tui.records.rule import Rule
from ssw_tui.records.source import Source
from tests.advice.people import TODAY, anybody, person, without
from tests.lines import wider

ONE_DAY = timedelta(days=1)


@pytest.fixture(scope="module")
def quiz(library: Library) -> Quiz:
    return Quiz.of(library)


@pytest.fixture(scope="module")
def reader(library: Library) -> Reader:
    return Reader(library, TODAY)


def between(quiz: Quiz, reader: Reader, answers: dict[str, Answer], first: date, second: date) -> Compared:
    return compared(reader.library, quiz, answers, first, second)


def changed(quiz: Quiz, reader: Reader, answers: dict[str, Answer], first: date, second: date) -> list[dict[str, Any]]:
    found = difference_data(reader, quiz, between(quiz, reader, answers, first, second))
    return list(json.loads(json.dumps(found))["changed"])


def the_one(entries: list[dict[str, Any]], what: str, name: str | None = None) -> dict[str, Any]:
    (found,) = (entry for entry in entries if entry["what"] == what and name in (None, entry["id"]))
    return found


def test_the_verdict_changes_on_the_day_of_a_rule(quiz: Quiz, reader: Reader) -> None:
    answers = person("no2", {"field": "construction", "no2-duties": "no"})
    entries = changed(quiz, reader, answers, date(2026, 8, 19), date(2026, 8, 20))

    verdict = the_one(entries, "verdict")
    assert (verdict["from"], verdict["to"]) == ("meets", "not-yet")
    assert verdict["text"] == (
        'The result changes from "Conditions met" to "Not yet". Since 20 Aug 2026: Work of a No.2 worker.'
    )
    assert verdict["rules"] == ["no2-duties-2026"]
    assert verdict["sources"]
    assert [cause["date"] for cause in verdict["because"]] == ["2026-08-20"]


def test_each_kind_of_difference_is_told(quiz: Quiz, reader: Reader) -> None:
    answers = person("no2", {"field": "construction", "no2-duties": "no"})
    entries = changed(quiz, reader, answers, date(2026, 8, 19), date(2026, 8, 20))

    gap = the_one(entries, "gap")
    assert (gap["id"], gap["from"]) == ("no2-duties", None)
    assert gap["to"].startswith("The job must be different from No.1")
    assert {(e["id"], e["to"]) for e in entries if e["what"] == "outcome"} == {("OK-NO2", None), ("ROUTE-COE", None)}
    assert [(e["from"], e["to"]) for e in entries if e["what"] == "possible"] == [("meets", None), (None, "not-yet")]
    assert {(e["id"], e["from"], e["to"]) for e in entries if e["what"] == "reason"} == {
        ("no2-duties", None, "unmet"),
        ("ok-no2", "met", None),
        ("route-coe", "met", None),
    }
    assert the_one(entries, "change")["to"] == "no2-duties=yes"


@pytest.mark.parametrize(
    ("goal", "answers", "day", "before", "after", "because"),
    [
        (
            "no2",
            {"field": "agriculture"},
            date(2023, 8, 31),
            "not-possible",
            "meets",
            "Agriculture: No.2 can be given.",
        ),
        ("no1", {"field": "food-service"}, date(2026, 4, 13), "meets", "wait", "intake of No.1 is stopped."),
        ("no2", {"japanese": "n4"}, date(2027, 4, 1), "meets", "ask", "planned, not yet law: Plan: Japanese for No.2."),
        (
            "extend",
            {"no1-months": 66, "leave-parental-months": 8},
            date(2025, 9, 30),
            "not-possible",
            "meets",
            "Since 30 Sep 2025: What is left out of the total.",
        ),
        (
            "extend",
            {"stay-ends": date(2026, 12, 15)},
            date(2026, 12, 16),
            "meets",
            "not-possible",
            "Since 16 Dec 2026: End of your stay: 15 Dec 2026 has passed.",
        ),
    ],
)
def test_a_verdict_names_the_dated_rule_behind_it(
    quiz: Quiz,
    reader: Reader,
    goal: str,
    answers: dict[str, Answer],
    day: date,
    before: str,
    after: str,
    because: str,
) -> None:
    everything = person(goal, answers)

    verdict = the_one(changed(quiz, reader, everything, day - ONE_DAY, day), "verdict")
    assert (verdict["from"], verdict["to"]) == (before, after)
    assert because in verdict["text"]
    assert {cause["date"] for cause in verdict["because"]} == {day.isoformat()}
    for first in (day - 2 * ONE_DAY, day):
        assert [e for e in changed(quiz, reader, everything, first, first + ONE_DAY) if e["what"] == "verdict"] == []


def test_what_cannot_matter_with_these_answers_is_no_cause(quiz: Quiz, reader: Reader) -> None:
    answers = person("extend", {"no1-months": 66, "leave-parental-months": 8, "no2-test": "passed"})

    verdict = the_one(changed(quiz, reader, answers, date(2025, 9, 29), date(2025, 9, 30)), "verdict")
    assert "sixth year" not in verdict["text"]

    narrowly = {**answers, "leave-parental-months": 0, "no2-test": "failed", "no2-test-lowest-percent": 90}
    verdict = the_one(
        changed(quiz, reader, person("extend", narrowly), date(2025, 9, 29), date(2025, 9, 30)), "verdict"
    )
    assert "Since 30 Sep 2025: A sixth year after a narrow fail." in verdict["text"]


def test_a_figure_that_changes_in_a_text_is_a_difference(quiz: Quiz, reader: Reader) -> None:
    *_, (first, day) = pairwise(value.since for value in reader.library.all(Figure)["pr-fee-yen"].values)
    assert first is not None
    assert day is not None
    answers = person("permanent-residence")
    (entry,) = [one for one in changed(quiz, reader, answers, day - ONE_DAY, day) if one["what"] == "outcome"]

    assert entry["id"] == "OK-PR"
    assert entry["from"] != entry["to"]
    assert entry["because"][0]["date"] == day.isoformat()
    before, after = (quiz.evaluate(answers, one) for one in (day - ONE_DAY, day))
    assert not [one for one in difference(before, after) if one.what is What.OUTCOME]


def test_nothing_differs_on_one_day(quiz: Quiz, reader: Reader) -> None:
    found = between(quiz, reader, person("no1"), TODAY, TODAY)

    assert found.differences == ()
    page = as_text(difference_page(reader, quiz, found))
    assert "On both days: Conditions met." in page
    assert "Nothing in the result differs." in page


def test_two_sets_of_answers_on_one_day_are_told_without_causes(quiz: Quiz, reader: Reader) -> None:
    before, after = (quiz.evaluate(person("no1", {"japanese": level}), TODAY) for level in ("n5", "n4"))
    found = difference(before, after)

    assert [one.what for one in found][:2] == [What.VERDICT, What.POSSIBLE]
    assert all(one.because == () for one in found)
    text = " ".join(str(block) for block in difference_blocks(reader, quiz, found))
    assert 'The result changes from "Not yet" to "Conditions met".' in text
    assert "No longer missing: Pass JFT-Basic" in text
    assert "Why" not in text


# Whatever the answers and the days are


GOALS = ("no1", "no2", "change-employer", "change-field", "extend", "permanent-residence")
DAYS = [date(2019, 3, 31), date(2022, 6, 1), date(2024, 10, 1), date(2026, 2, 1), TODAY, date(2027, 7, 1)]


def listed(result: dict[str, Any]) -> set[tuple[str, str, str]]:
    """Give all that a result says, as data."""
    rows = {"block": "blocks", "ask": "asks", "gap": "gaps", "warning": "warnings", "note": "notes"}
    said = {(what, row["id"], row["text"]) for what, key in rows.items() for row in result[key]}
    names = {"possible": "possible", "check": "checks", "optional": "optional", "next": "next", "outcome": "outcomes"}
    said |= {(what, name, "") for what, key in names.items() for name in result[key]}
    said |= {("reason", reason["id"], reason["state"]) for reason in result["reasons"]}
    said |= {("change", json.dumps(change), "") for change in result["changes"]}
    return said | {("verdict", "verdict", result["verdict"])}


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_everything_that_differs_is_told_and_nothing_else(quiz: Quiz, reader: Reader, data: st.DataObject) -> None:
    answers = data.draw(anybody(quiz, data.draw(st.sampled_from(GOALS))))
    answers = without(answers, *data.draw(st.sets(st.sampled_from(sorted(answers.keys() - {GOAL})), max_size=3)))
    first, second = sorted(data.draw(st.lists(st.sampled_from(DAYS), min_size=2, max_size=2, unique=True)))

    told = changed(quiz, reader, answers, first, second)
    said = [
        listed(result_data(quiz.evaluate(answers, day), "", Reader(reader.library, day).say)) for day in (first, second)
    ]
    kinds = {what for what, _, _ in said[0] ^ said[1]}
    assert {entry["what"] for entry in told} - {"outcome"} == kinds - {"outcome"}
    names = {(what, name) for what, name, _ in said[0] ^ said[1] if what != "change"}
    assert {(e["what"], e["id"]) for e in told if e["what"] != "change"} >= names
    for entry in told:
        assert entry["from"] != entry["to"]
        if entry["what"] == "change":
            continue
        assert entry["because"], entry
        assert entry["rules"], entry
        assert entry["sources"], entry
        assert all(first.isoformat() < cause["date"] <= second.isoformat() for cause in entry["because"])


def test_every_day_on_which_a_rule_changes_is_told_with_ids_that_exist(quiz: Quiz, reader: Reader) -> None:
    days = days_of_change(quiz.vocabulary, quiz.rows.values())
    told = 0
    for day in days:
        entries = [
            one
            for goal in ("no1", "no2", "permanent-residence")
            for one in changed(quiz, reader, {GOAL: goal}, day - ONE_DAY, day)
        ]
        assert {cause["date"] for one in entries for cause in one["because"]} <= {day.isoformat()}
        told += bool(entries)
        for entry in entries:
            assert set(entry["rules"]) <= set(reader.library.all(Rule))
            assert set(entry["sources"]) <= set(reader.library.all(Source))
            assert entry["text"].endswith((".", ")")), entry["text"]
            assert "{" not in entry["text"]
    assert told > len(days) // 2


@pytest.mark.parametrize("goal", ["no1", "no2", "extend", "permanent-residence"])
def test_the_page_is_as_wide_as_a_terminal(quiz: Quiz, reader: Reader, goal: str) -> None:
    every: tuple[dict[str, Answer], ...] = (person(goal), {GOAL: goal}, {})
    for answers in every:
        page = as_text(difference_page(reader, quiz, between(quiz, reader, answers, DAYS[0], DAYS[-1])))
        assert page.startswith("What differs between 31 Mar 2019 and 1 Jul 2027\n")
        assert wider(page, 80) == []
        assert page.count("\nWhy\n") == (0 if "Nothing in the result differs." in page else 1)
