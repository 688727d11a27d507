"""Every combination of answers that rows can tell apart, goal by goal, on days of different law.

The whole product of a large goal has billions of sheets. It falls apart: each row is walked in the whole product of
the classes that it reads (and is shown nothing else), so every combination is settled row by row; the verdict of a
sheet is the worst of the rows that strike, its lists are their codes. That the engine puts rows together like this is
walked in every pair of factors, and whole for small goals; benchmarks/enumerate_quiz.py walks more days and triples.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

import pytest

from ssw_tui.advice.answers import ORDER, STOPS, Verdict
from ssw_tui.library import Library
from ssw_tui.records.quiz import Effect
from ssw_tui.records.rule import Rule
from tests.advice.classes import Sheet, Table
from tests.advice.people import TODAY
from tests.advice.rulings_case import Case
from tests.advice.rulings_reading import BLOCKS, GAPS, OUTCOMES, WARNINGS, WAYS, expected, settled
from tests.advice.sums import LITTLE, sums
from tests.advice.walks import (
    DAYS,
    EACH,
    GOALS,
    QUIZ,
    base,
    by_engine,
    by_rows,
    is_no_worse,
    products,
    sheets,
    size,
    table,
    told,
    walked,
)

MANY = 5_000
"""No row has more combinations that does not name two ways at once."""
NO_WAIT = {*ORDER} - {Verdict.WAIT}
VERDICTS = {
    "no1": {*ORDER},
    "no2": NO_WAIT,
    "change-employer": NO_WAIT,
    "change-field": {*ORDER},
    "change-category": NO_WAIT,
    "extend": NO_WAIT,
    "lost-job": NO_WAIT - {Verdict.NOT_YET},
    "family": NO_WAIT - {Verdict.NOT_YET},
    "side-job": NO_WAIT - {Verdict.NOT_YET},
    "permanent-residence": NO_WAIT - {Verdict.NOT_NEEDED},
}
"""The verdicts that each goal has today."""
RULED: Mapping[str, tuple[set[Effect], set[str]]] = {
    "gaps": ({Effect.GAP}, {*GAPS}),
    "blocks": ({Effect.BLOCK}, {*BLOCKS}),
    "outcomes": ({Effect.OUTCOME, Effect.WAIT, Effect.NOT_NEEDED}, {*OUTCOMES, *WAYS}),
    "warnings": ({Effect.WARNING}, {*WARNINGS}),
}
"""For each list the effects whose codes it holds, and the ids that the rulings name."""


def walked_whole(rows: Table) -> list[str]:
    """Give the rows; one that names the ways to No.1 and to No.2 at once is left to the goals that walk each alone."""
    return [name for name in rows.rows if size(rows.factors([name])) <= MANY]


@EACH
def test_each_row_strikes_as_plainly_read_in_every_combination_of_what_it_reads(goal: str, day: date) -> None:
    plain, plan = table(goal, day), QUIZ.plan(goal, day)

    strikes = {one.row.id: one.strikes for one in plan.rows}
    assert list(strikes) == list(plain.rows)
    for name in walked_whole(plain):
        for sheet in products(plain.factors([name])):
            leaves = plan.diagrams.reached(strikes[name], plan.masks(sheet))
            assert leaves == {int(plain.is_struck(name, sheet))}, (name, sheet)


@pytest.mark.parametrize("goal", GOALS)
def test_each_row_says_what_the_rulings_say_in_every_combination_of_what_it_reads(goal: str) -> None:
    rows = table(goal, TODAY)

    for name in walked_whole(rows):
        for changed in products(rows.factors([name])):
            sheet = {**base(goal), **changed}
            assert settled(by_rows(rows, sheet)) == expected(goal, sheet, TODAY), changed


@EACH
def test_every_combination_has_the_verdict_and_the_lists_of_the_rows_that_strike(goal: str, day: date) -> None:
    rows = table(goal, day)

    for sheet, one in sheets(goal, day):
        assert one.engine.verdict in ORDER
        assert one.settled, told(sheet, goal)
        assert one.engine == by_rows(rows, sheet), told(sheet, goal)


@EACH
def test_every_combination_comes_to_what_the_rulings_say(goal: str, day: date) -> None:
    for sheet, one in sheets(goal, day):
        assert settled(one.engine) == expected(goal, sheet, day), told(sheet, goal)


def each_answer(rows: Table) -> Iterator[Sheet]:
    """Give every answer to each question: options, countries, fields, numbers and days on both sides of each bound."""
    for question in {name: None for reads in rows.reads.values() for name in reads}:
        yield from ({question: answer} for answer in rows.values(question, rows.comparisons))


def each_sum(rows: Table) -> Iterator[Sheet]:
    """Give totals on each bound and beside it, with every kind of leave, and every class of exam results."""
    (quantity,) = QUIZ.vocabulary.quantities.values()
    exams = next(factor for factor in rows.factors() if "no2-test" in factor.questions)
    for numbers in sums(quantity, map(Decimal, (54, 57, 60, 72)), (Decimal(0), LITTLE)):
        yield from ({**numbers, **results} for results in exams.classes)


@pytest.mark.parametrize("day", [date(2024, 10, 1), TODAY])
@pytest.mark.parametrize("goal", GOALS)
def test_no_answer_comes_to_something_else_than_its_class(goal: str, day: date) -> None:
    rows = table(goal, day)

    for changed in each_answer(rows):
        sheet = {**base(goal), **changed}
        gist = by_engine(QUIZ.evaluate(sheet, day, changes=False))
        assert gist == by_rows(rows, sheet), changed
        assert settled(gist) == expected(goal, sheet, day), changed


def test_the_months_that_are_used_are_counted_the_same_in_every_sum() -> None:
    rows = table("extend", TODAY)

    for changed in each_sum(rows):
        sheet = {**base("extend"), **changed}
        gist = by_engine(QUIZ.evaluate(sheet, TODAY, changes=False))
        assert settled(gist) == expected("extend", sheet, TODAY), changed


@pytest.mark.parametrize("goal", GOALS)
def test_each_verdict_of_a_goal_is_reached_and_no_other(goal: str) -> None:
    assert {one.engine.verdict for one in walked(goal, TODAY)} == VERDICTS[goal]
    assert {*QUIZ.evaluate({"goal": goal}, TODAY, changes=False).possible} == VERDICTS[goal]


@pytest.mark.parametrize("listed", RULED)
def test_every_code_of_the_content_is_reached_in_each_of_its_goals(listed: str) -> None:
    effects, _ = RULED[listed]
    named = {(goal, row.code) for row in QUIZ.rows.values() if row.effect in effects for goal in row.goals}
    reached = {
        (goal, code)
        for goal in GOALS
        for day in DAYS
        for one in walked(goal, day)
        for code in getattr(one.engine, listed)
    }

    assert sorted(named - reached) == []
    assert reached <= named


def strikes_once(goal: str, name: str) -> bool:
    """Whether a row strikes in some combination on one of the days."""
    tables = (table(goal, day) for day in DAYS)
    known = (rows for rows in tables if name in rows.rows)
    return any(rows.is_struck(name, sheet) for rows in known for sheet in products(rows.factors([name])))


def test_every_row_strikes_in_each_of_its_goals() -> None:
    named = [(goal, row.id) for row in QUIZ.rows.values() for goal in row.goals]

    assert [one for one in named if not strikes_once(*one)] == []


@pytest.mark.parametrize("listed", RULED)
def test_content_names_the_ids_that_other_programs_know(listed: str) -> None:
    effects, ids = RULED[listed]
    named = {row.code for row in QUIZ.rows.values() if row.effect in effects}

    assert ids <= named
    assert listed == "warnings" or named <= ids


def test_every_reason_names_a_rule_with_a_source(library: Library) -> None:
    rules = library.all(Rule)
    given = {name for goal in GOALS for day in DAYS for one in walked(goal, day) for name in one.reasons}

    assert given
    for name in given:
        assert any(rules[rule].sources for rule in QUIZ.rows[name].rules), name


@EACH
def test_each_row_that_decides_is_among_the_reasons(goal: str, day: date) -> None:
    rows = table(goal, day)

    for sheet, one in sheets(goal, day):
        against = {name for name in rows.deciding if rows.is_struck(name, sheet)}
        assert against <= one.reasons, told(sheet, goal)


@EACH
def test_no_way_stands_beside_a_stop(goal: str, day: date) -> None:
    for sheet, one in sheets(goal, day):
        gist = one.engine
        stopped = gist.blocks or gist.asks or gist.outcomes & {"WAIT-FIELD", "NOT-NEEDED"}
        assert bool(stopped) is (gist.verdict in STOPS), told(sheet, goal)
        assert not stopped or not gist.outcomes & WAYS.keys(), told(sheet, goal)
        assert not stopped or not gist.next, told(sheet, goal)


@EACH
def test_the_verdict_is_the_first_that_applies(goal: str, day: date) -> None:
    for sheet, one in sheets(goal, day):
        gist = one.engine
        applies = {
            Verdict.NOT_NEEDED: "NOT-NEEDED" in gist.outcomes,
            Verdict.ASK: gist.asks,
            Verdict.NOT_POSSIBLE: gist.blocks,
            Verdict.WAIT: "WAIT-FIELD" in gist.outcomes,
            Verdict.NOT_YET: gist.gaps,
            Verdict.MEETS: True,
        }
        assert gist.verdict is next(verdict for verdict in ORDER if applies[verdict]), told(sheet, goal)


@EACH
def test_what_meets_the_conditions_has_a_way_to_go_on(goal: str, day: date) -> None:
    for sheet, one in sheets(goal, day):
        if one.engine.verdict is Verdict.MEETS:
            assert one.engine.outcomes, told(sheet, goal)


@pytest.mark.parametrize("goal", ["no1", "change-employer", "change-field", "extend"])
def test_passing_what_was_failed_is_worse_only_where_the_narrow_fail_opened_the_sixth_year(goal: str) -> None:
    worse = set()
    for sheet, one in sheets(goal, TODAY):
        if sheet["no2-test"] == "failed":
            passed = table(goal, TODAY).verdict({**sheet, "no2-test": "passed"})
            if not is_no_worse(one.engine.verdict, passed):
                assert Case(goal, sheet, TODAY).is_lifted, told(sheet, goal)
                worse.add(passed)

    assert worse == {Verdict.NOT_POSSIBLE}


def test_only_a_row_of_two_ways_is_not_walked_whole() -> None:
    left = {(goal, *(table(goal, TODAY).rows.keys() - walked_whole(table(goal, TODAY)))) for goal in GOALS}

    assert {one for one in left if len(one) > 1} == {("change-field", "route-change")}
