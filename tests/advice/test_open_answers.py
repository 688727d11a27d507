"""Open answers: what is possible, certain and still to be found out is what all ways of filling them in come to.

The ways are tried one by one: each open question with every answer that rows can tell apart. Questions that no row
reads together are open side by side; the monotone walk opens all of them at once.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from itertools import combinations, product

import pytest

from ssw_tui.advice.answers import GOAL, Answer, Verdict
from tests.advice.blanks import filled
from tests.advice.classes import Sheet, Table
from tests.advice.people import TODAY, without
from tests.advice.walks import EACH, GOALS, QUIZ, base, by_engine, read_by, some, table, told


def agrees(rows: Table, sheet: Sheet, opened: list[str]) -> None:
    """Hold the engine's result for open answers against every way of filling them in."""
    result = QUIZ.evaluate(without(sheet, *opened), rows.day, changes=False)
    every = filled(rows, sheet, opened)
    shown = (opened, told(sheet, rows.goal))

    assert frozenset(result.possible) == every.possible, shown
    assert (result.verdict is Verdict.CHECK) is (len(every.possible) > 1), shown
    assert frozenset(result.checks) == every.checks, shown
    assert every.optional <= frozenset(result.optional), shown
    assert by_engine(result)[1:-1] == every.certain[:-1], shown


@EACH
def test_one_open_answer_is_what_all_ways_of_filling_it_in_come_to(goal: str, day: date) -> None:
    rows = table(goal, day)

    for sheet, question in product(some(rows, 4), read_by(rows)):
        agrees(rows, sheet, [question])


def pairs_read_together(rows: Table) -> set[tuple[str, str]]:
    """Give the questions that one row that decides reads together; others are open side by side."""
    pairs = {pair for name in rows.deciding for pair in combinations(rows.reads[name], 2)}
    return {pair for pair in pairs if not {*pair} <= MONTHS}


MONTHS = {"no1-months", "leave-parental-months", "leave-sick-months", "leave-work-accident-months", "leave-notified"}
"""They are open together in a test of their own, near the end of the five years."""


@pytest.mark.parametrize("goal", GOALS)
def test_two_open_answers_are_what_all_ways_of_filling_them_in_come_to(goal: str) -> None:
    rows = table(goal, TODAY)
    together = pairs_read_together(rows)
    apart = [pair for pair in combinations(read_by(rows), 2) if pair not in together]

    for pair in [*sorted(together), *apart[::25]]:
        agrees(rows, base(goal), list(pair))


@pytest.mark.parametrize(
    "known",
    [
        {"no1-months": Decimal(61), "leave-parental-months": Decimal("0.5")},
        {"no1-months": Decimal(61), "leave-parental-months": Decimal(3), "leave-notified": "no"},
        {"no1-months": Decimal(73), "leave-sick-months": Decimal(14)},
    ],
)
def test_months_in_all_and_leave_may_be_open_together(known: Sheet) -> None:
    rows = table("extend", TODAY)

    for pair in combinations(sorted(MONTHS), 2):
        agrees(rows, {**base("extend"), "no2-test": "not-taken", **known}, list(pair))


@EACH
def test_filling_in_an_open_answer_keeps_what_was_certain_and_possible(goal: str, day: date) -> None:
    rows = table(goal, day)

    for sheet in some(rows, 3):
        opened = read_by(rows)
        before = QUIZ.evaluate(without(sheet, *opened), day, changes=False)
        while opened:
            name = opened.pop(len(opened) // 2)
            after = QUIZ.evaluate(without(sheet, *opened), day, changes=False)
            assert {*after.possible} <= {*before.possible}, (name, told(sheet, goal))
            assert name in before.checks or after.possible == before.possible, (name, told(sheet, goal))
            for early, late in zip(by_engine(before)[1:-1], by_engine(after)[1:-1], strict=True):
                assert early <= late, (name, told(sheet, goal))
            before = after


def test_a_procedure_is_named_only_where_it_is_certain() -> None:
    result = QUIZ.evaluate(without(base("no1"), "location"), TODAY, changes=False)

    assert result.next == ()


# Which questions can change the verdict: those of the list that other programs rely on.

JOB = {"passport", "record", "stay-ends", "application-pending", "dues", "offer", "terms", "deposit"}
APPLICATION = JOB | {"location", "status", "field", "home-steps", "age", "health", "attendance", "agency"}
LEAVE = {"leave-parental-months", "leave-sick-months", "leave-work-accident-months", "leave-notified"}
AFTER_FIVE_YEARS = LEAVE | {"no2-test", "no2-test-lowest-percent", "sixth-year-pledges"}
NO1_TESTS = {"category", "skills-test", "japanese", "care-japanese", "care-background"}
TRAINING = {"training-length", "training-result", "training-related"}
NO2_TESTS = {"no2-test", "no2-experience", "no2-duties"}
CLOCK = {"no1-months"} | AFTER_FIVE_YEARS
OF_HOLDER = JOB | {"location", "status"}
ASKED: dict[str, set[str]] = {
    "no1": APPLICATION | NO1_TESTS | TRAINING | CLOCK | {"current-field"},
    "no2": APPLICATION | NO2_TESTS | {"japanese"},
    "change-employer": OF_HOLDER | CLOCK | {"employer-event", "current-field"},
    "change-field": OF_HOLDER | NO1_TESTS | TRAINING | CLOCK | NO2_TESTS | {"field", "current-field"},
    "change-category": {"location", "status", "skills-test"},
    "extend": OF_HOLDER | CLOCK | {"current-field"},
    "lost-job": {"location", "status", "months-without-work", "searching"},
    "family": {"location", "status", "family-case"},
    "side-job": {"location", "status", "second-workplace"},
    "permanent-residence": {
        *("location", "status", "record", "dues", "years-in-japan", "counted-work-years", "card-period"),
    },
}
ONLY_IN_JAPAN = {"status", "stay-ends", "application-pending", "dues", "attendance"}
J = {"location": "in-japan"}
NO1 = {**J, "status": "ssw1"}
NO2 = {**J, "status": "ssw2"}
RAIL, ROAD, CARE = {"field": "railway"}, {"field": "automobile-transportation"}, {"field": "nursing-care"}
FARM, FOOD = {"field": "agriculture"}, {"field": "food-service"}
LONG = {"training-length": "2y10m-or-more"}
OVER, UNDER = {"no1-months": Decimal(60)}, {"no1-months": Decimal("59.9")}


def checks(goal: str, known: Mapping[str, Answer], day: date = TODAY) -> set[str]:
    return {*QUIZ.evaluate({GOAL: goal, **known}, day, changes=False).checks}


@pytest.mark.parametrize("goal", GOALS)
def test_with_everything_open_exactly_these_questions_can_change_the_verdict(goal: str) -> None:
    assert checks(goal, {}) == ASKED[goal]


@pytest.mark.parametrize(
    ("goal", "questions", "known", "others"),
    [
        *(("no1", {question}, J, {"location": "abroad"}) for question in sorted(ONLY_IN_JAPAN)),
        *(("no2", {question}, J, {"location": "abroad"}) for question in sorted(ONLY_IN_JAPAN)),
        ("extend", {"stay-ends", "dues"}, NO1, {}),
        ("no1", {"application-pending"}, {**J, "stay-ends": date(2026, 9, 22)}, {"stay-ends": date(2026, 9, 21)}),
        (
            "extend",
            {"application-pending"},
            {**NO1, "stay-ends": date(2026, 11, 21)},
            {"stay-ends": date(2026, 11, 22)},
        ),
        ("no1", {"attendance"}, {**J, "status": "student"}, {"status": "other-status"}),
        ("no2", {"attendance"}, {**J, "status": "student"}, {"status": "ssw1"}),
        *(
            ("no1", {"home-steps"}, {"passport": code}, {"passport": "LK"})
            for code in ("KH", "TH", "VN", "PH", "ID", "NP", "MM", "MN")
        ),
        ("no2", {"home-steps"}, {"passport": "VN", **J, "status": "student"}, NO2),
        ("no1", {"home-steps"}, {"passport": "VN", "location": "abroad"}, NO1),
        ("no1", {"category"}, RAIL, FARM),
        ("no1", {"category"}, ROAD, CARE),
        ("no1", {"care-japanese", "care-background"}, CARE, FARM),
        ("change-field", {"care-japanese", "care-background"}, {**NO1, **CARE}, FARM),
        ("no1", {"training-result", "training-related"}, LONG, {"training-length": "under-2y10m"}),
        ("no1", AFTER_FIVE_YEARS, {**OVER, **FARM}, UNDER),
        ("change-employer", {*AFTER_FIVE_YEARS, "current-field"}, {**NO1, **OVER, "offer": "direct"}, UNDER),
        ("extend", {*AFTER_FIVE_YEARS, "current-field"}, {**NO1, **OVER, "offer": "direct"}, UNDER),
        ("extend", {"current-field"}, {**NO1, **UNDER, "offer": "dispatch"}, {"offer": "direct"}),
        ("change-employer", {"current-field"}, {**NO1, **UNDER, "offer": "dispatch"}, {"offer": "none"}),
        ("extend", {"no1-months"}, NO1, NO2),
        ("no1", {"current-field"}, {**NO1, **FOOD}, FARM),
        ("no1", {"current-field"}, {**NO1, **FOOD}, {"status": "student"}),
        ("no2", {"japanese"}, FOOD, FARM),
        ("no2", {"japanese"}, {"field": "fishery-aquaculture"}, {"field": "construction"}),
        ("change-field", {"skills-test", "training-length", "no1-months"}, NO1, NO2),
        ("change-field", {"no2-experience", "no2-duties"}, NO2, NO1),
        (
            "lost-job",
            {"searching"},
            {**NO1, "months-without-work": Decimal(3)},
            {"months-without-work": Decimal("2.9")},
        ),
        ("family", {"family-case"}, NO1, NO2),
        ("permanent-residence", {"dues", "status", "card-period"}, J, {"location": "abroad"}),
    ],
)
def test_a_question_matters_only_where_it_can_apply(
    goal: str, questions: set[str], known: Sheet, others: Sheet
) -> None:
    elsewhere = {**known, **others} if others else {**known, "location": "abroad"}

    assert questions <= checks(goal, known)
    assert not questions & checks(goal, elsewhere)


@pytest.mark.parametrize(("question", "first"), [("no2-duties", date(2026, 8, 20)), ("japanese", date(2027, 4, 1))])
def test_a_question_matters_from_the_day_of_its_rule(question: str, first: date) -> None:
    assert question not in checks("no2", FARM, first - timedelta(days=1))
    assert question in checks("no2", FARM, first)


@pytest.mark.parametrize("months", [57, Decimal("59.9")])
def test_near_the_end_of_the_five_years_the_exam_changes_what_is_listed_and_not_the_verdict(months: Decimal) -> None:
    known = without({**base("extend"), "no1-months": months}, *AFTER_FIVE_YEARS, "current-field")

    result = QUIZ.evaluate(known, TODAY, changes=False)

    assert result.verdict is Verdict.MEETS
    assert {"no2-test", "no2-test-lowest-percent", "sixth-year-pledges", "current-field"} <= {*result.optional}
