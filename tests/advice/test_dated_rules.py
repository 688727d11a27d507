"""Every rule with a date is asked on the day before, on the day, and on the day after."""

import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from ssw_tui.advice.eligibility import Quiz, Result
from ssw_tui.library import Library
from ssw_tui.records.condition import Comparison, parse, parts_of
from ssw_tui.records.figure import PLACEHOLDER, Figure
from ssw_tui.records.quiz import Row
from ssw_tui.records.rule import Rule
from tests.advice.people import TODAY, codes, gist, person

YES: tuple[str, set[str], set[str]] = ("meets", set(), set())
DAY = timedelta(days=1)
DATED = tomllib.loads((Path(__file__).parent / "dated_cases.toml").read_text(encoding="utf-8"))
TURNS: list[dict[str, Any]] = DATED["turn"]
FIGURES: list[dict[str, Any]] = DATED["figure"]
NO_FIELD = {"no1": "not-a-field"}
FIELD_TURNS: list[tuple[str, date, dict[str, Any], dict[str, Any]]] = [
    (field["id"], after["day"], before, after)
    for field in DATED["field"]
    for before, after in zip([NO_FIELD, *field["history"]], field["history"], strict=False)
]
NOT_LISTED = {"verdict": "not-possible", "blocks": ["not-listed"]}
NO1_WHEN: dict[str, dict[str, Any]] = {
    "not-a-field": NOT_LISTED,
    "open": {"verdict": "meets", "outcomes": ["OK-TEST", "ROUTE-COE"], "warnings": ["field-may-be-full"]},
    "not-open": {"verdict": "wait", "outcomes": ["WAIT-FIELD"], "warnings": ["field-may-be-full"]},
    "stopped": {"verdict": "wait", "outcomes": ["WAIT-FIELD"], "warnings": ["field-may-be-full"]},
    "unconfirmed": {"verdict": "ask", "warnings": ["field-may-be-full"]},
}
NO2_WHEN: dict[bool | str | None, dict[str, Any]] = {
    None: NOT_LISTED,
    False: {"verdict": "not-possible", "blocks": ["no2-field"]},
    "in-part": {"verdict": "ask"},
    True: {"verdict": "meets", "outcomes": ["OK-NO2", "ROUTE-COE"]},
}
B1_PLANNED, B1_BEGINS = date(2026, 1, 23), date(2027, 4, 1)
"""While Japanese at B1 is planned for No.2, everybody who can have No.2 in the field is told."""
LISTS = ("outcomes", "gaps", "blocks", "warnings")


def whole(result: Result) -> dict[str, object]:
    """Give the verdict and the codes of every list."""
    return {"verdict": result.verdict.value, **{name: codes(getattr(result, name)) for name in LISTS}}


def expected(case: Mapping[str, Any], *more_warnings: str) -> dict[str, object]:
    """Give the same as it is written in a case; what is not named must not be there."""
    lists = {name: set(case.get(name, [])) for name in LISTS}
    return {"verdict": case["verdict"], **lists, "warnings": lists["warnings"] | set(more_warnings)}


def speaking(result: Result) -> set[str]:
    """Give the ids of the rows that say something."""
    lists = (result.outcomes, result.gaps, result.blocks, result.asks, result.warnings, result.notes)
    return {row.id for rows in lists for row in rows}


def turns_of(quiz: Quiz) -> Iterator[tuple[str, date]]:
    """Give every day on which a row, a definition or a quantity begins or ends to hold."""
    words = quiz.vocabulary
    kinds = {"row": quiz.rows, "definition": words.definitions, "quantity": words.quantities}
    for kind, records in kinds.items():
        for name, record in records.items():
            for edge in ("since", "until"):
                if day := getattr(record, edge):
                    yield f"{kind} {name} {edge}", day


def field_turns_of(quiz: Quiz) -> Iterator[tuple[str, date]]:
    """Give every day on which something that conditions ask of a field changes."""
    for field in quiz.vocabulary.fields.values():
        for span in (*field.intake, *field.no2):
            yield from ((field.id, day) for day in (span.since, span.until) if day)


def quoted_turns_of(rows: Mapping[str, Row], figures: Mapping[str, Figure]) -> Iterator[tuple[str, date]]:
    """Give every day on which a figure that a row quotes changes."""
    quoted = {name for row in rows.values() for name in PLACEHOLDER.findall(f"{row.title} {row.text}")}
    for name in quoted:
        for value in figures[name].values:
            yield from ((name, day) for day in (value.since, value.until) if day)


def numbers_of(quiz: Quiz) -> dict[str, set[int]]:
    """Give the numbers that conditions and quantities compare with, and the months by which they move a day."""
    words = quiz.vocabulary
    texts = [text for row in quiz.rows.values() for text in (row.applies, row.when)]
    texts += [record.when for records in (words.definitions, words.quantities) for record in records.values()]
    found: dict[str, set[int]] = defaultdict(set)
    for part in (part for text in texts for part in parts_of(parse(text)) if isinstance(part, Comparison)):
        found[part.subject] |= {int(value) for value in part.values if isinstance(value, Decimal)}
        found[part.subject] |= {part.shift.months} - {0}
    for less in (less for quantity in words.quantities.values() for less in quantity.less):
        found[less.question] |= {less.more_than, less.at_most or 0} - {0}
    return {subject: numbers for subject, numbers in found.items() if numbers}


@pytest.mark.parametrize("turn", TURNS, ids=[f"{turn['day']}: {turn['who']}" for turn in TURNS])
def test_a_rule_holds_from_its_first_day_and_not_before(quiz: Quiz, turn: dict[str, Any]) -> None:
    answers = person(turn["goal"], turn["answers"])
    before, on, after = (
        quiz.evaluate(answers, day, changes=False) for day in (turn["day"] - DAY, turn["day"], turn["day"] + DAY)
    )

    assert whole(before) == expected(turn["before"])
    assert whole(on) == whole(after) == expected(turn["after"])
    assert speaking(before) - speaking(on) == set(turn.get("silent", []))
    assert speaking(on) - speaking(before) == set(turn.get("speaks", []))
    assert speaking(on) == speaking(after)


def test_every_dated_record_has_its_turn_on_its_day(quiz: Quiz) -> None:
    assert {(name, turn["day"]) for turn in TURNS for name in turn["of"]} == set(turns_of(quiz))


def test_every_turn_names_rules_that_exist(library: Library) -> None:
    named = {rule for turn in TURNS for rule in turn["rules"]}

    assert all(turn["rules"] for turn in TURNS)
    assert named <= library.all(Rule).keys()


@pytest.mark.parametrize(("field", "day", "was", "now"), FIELD_TURNS, ids=[f"{one[0]} {one[1]}" for one in FIELD_TURNS])
def test_a_field_opens_and_closes_on_its_day(
    quiz: Quiz, field: str, day: date, was: dict[str, Any], now: dict[str, Any]
) -> None:
    for asked, state in [(day - DAY, was), (day, now), (day + DAY, now)]:
        no2, warnings = state.get("no2"), state.get("warnings", [])
        planned = ["planned-change"] if no2 is True and B1_PLANNED <= asked < B1_BEGINS else []
        for goal, says, more in [("no1", NO1_WHEN[state["no1"]], []), ("no2", NO2_WHEN[no2], planned)]:
            found = quiz.evaluate(person(goal, {"field": field}), asked, changes=False)
            assert whole(found) == expected(says, *warnings, *more), (goal, asked)


def test_every_day_on_which_a_field_changes_is_asked(quiz: Quiz) -> None:
    assert {(field, day) for field, day, _, _ in FIELD_TURNS} == set(field_turns_of(quiz))


@pytest.mark.parametrize(
    "answers", [{"field": "nursing-care", "category": "home-visit-care"}, {"field": "shipbuilding"}]
)
@pytest.mark.parametrize("goal", ["no1", "no2"])
def test_before_there_were_fields_nothing_is_said_of_the_work_in_one(
    quiz: Quiz, goal: str, answers: dict[str, Any]
) -> None:
    found = quiz.evaluate(person(goal, answers), date(2019, 3, 31), changes=False)

    assert {row.id for row in (*found.blocks, *found.asks)} == {"field-not-listed"}


@pytest.mark.parametrize(
    ("figure", "day", "was", "now"),
    [(one["id"], turn["day"], turn.get("before"), turn["after"]) for one in FIGURES for turn in one["turns"]],
)
def test_a_figure_that_a_row_quotes_changes_on_its_day(
    library: Library, figure: str, day: date, was: int | None, now: int
) -> None:
    values = [library.all(Figure)[figure].on(asked) for asked in (day - DAY, day, day + DAY)]

    assert [value and value.value for value in values] == [was, now, now]


def test_every_dated_figure_that_a_row_quotes_is_asked(quiz: Quiz, library: Library) -> None:
    turns = {(one["id"], turn["day"]) for one in FIGURES for turn in one["turns"]}

    assert turns == set(quoted_turns_of(quiz.rows, library.all(Figure)))


def test_the_numbers_in_conditions_are_the_figures_of_the_day(quiz: Quiz, library: Library) -> None:
    figures = {name: value.value for name, figure in library.all(Figure).items() if (value := figure.on(TODAY))}
    years, window = 12 * figures["no1-total-years"], figures["extension-window-months"]

    assert numbers_of(quiz) == {
        "used-months": {figures["bridge-limit-months"], years - window, years, years + 12},
        "used-months.uncapped": {years},
        "no2-test-lowest-percent": {figures["sixth-year-percent"]},
        "leave-parental-months": {0},
        "leave-sick-months": {1, figures["sick-leave-cap-months"]},
        "leave-work-accident-months": {1, figures["work-accident-cap-months"]},
        "months-without-work": {figures["unemployed-months"]},
        "years-in-japan": {figures["pr-years"]},
        "counted-work-years": {figures["pr-work-years"]},
        "stay-ends": {figures["special-period-months"], -window},
    }


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

    held, lapsed = quiz.evaluate(answers, last), quiz.evaluate(answers, last + DAY)

    assert gist(held) == YES
    assert "special-period" in codes(held.warnings)
    assert gist(lapsed) == ("not-possible", set(), {"no-status"})


@pytest.mark.parametrize(
    ("ends", "first"),
    [
        (date(2027, 2, 22), date(2026, 11, 22)),
        (date(2027, 5, 31), date(2027, 2, 28)),
        (date(2027, 3, 1), date(2026, 12, 1)),
    ],
)
def test_the_window_for_an_extension_opens_three_months_before_the_end(quiz: Quiz, ends: date, first: date) -> None:
    answers = person("extend", {"stay-ends": ends})

    for day, early in [(first - DAY, True), (first, False), (first + DAY, False)]:
        result = quiz.evaluate(answers, day)
        assert gist(result) == YES
        assert ("extension-window" in codes(result.warnings)) is early


@pytest.mark.parametrize(("day", "accepted"), [(date(2027, 3, 31), True), (date(2027, 4, 1), False)])
def test_three_years_count_as_the_longest_period_until_march_2027(quiz: Quiz, day: date, accepted: bool) -> None:
    result = quiz.evaluate(person("permanent-residence"), day)

    assert ("longest-period" not in codes(result.gaps)) is accepted
    assert ("OK-PR" in codes(result.outcomes)) is accepted
    assert ("planned-change" in codes(result.warnings)) is accepted
