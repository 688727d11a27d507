"""Which sheets of answers are walked, and what the engine and the plain reading say of each."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from itertools import combinations, product
from math import prod
from typing import NamedTuple

import pytest

from ssw_tui.advice.answers import GOAL, STOPS, Verdict
from ssw_tui.advice.eligibility import OUTCOMES, Quiz, Result
from ssw_tui.library import Library
from ssw_tui.locations import content_folder
from ssw_tui.records.quiz import Effect, Row
from tests.advice.classes import Factor, Sheet, Table
from tests.advice.people import TODAY, person

QUIZ = Quiz.of(Library(content_folder()))
"""The quiz of the content, for tests that need it to be collected."""
GOALS = QUIZ.goals
DAYS = (date(2023, 8, 30), date(2024, 10, 1), date(2025, 9, 29), date(2026, 11, 22), date(2027, 4, 1))
"""Days of different law: before No.2 in eleven fields, before leave and the sixth year counted, now, and after."""
OTHER_DAYS = tuple(day for day in DAYS if day != TODAY)
EACH = pytest.mark.parametrize(("goal", "day"), [(goal, day) for goal in GOALS for day in DAYS])
"""Every goal on every day."""
WHOLE = 2_000
"""Up to so many combinations are walked whole."""


class Gist(NamedTuple):
    """What a sheet comes to; lists by their codes."""

    verdict: Verdict
    outcomes: frozenset[str]
    gaps: frozenset[str]
    blocks: frozenset[str]
    asks: frozenset[str]
    warnings: frozenset[str]
    notes: frozenset[str]
    next: frozenset[str]


class Walked(NamedTuple):
    """A sheet that was walked."""

    changed: Sheet
    """What differs from the base."""
    engine: Gist
    reasons: frozenset[str]
    """The rows that the engine gave as reasons."""
    settled: bool
    """Whether one verdict is possible and no question left."""


@cache
def table(goal: str, day: date) -> Table:
    """Give the table of a goal on a day, made once."""
    return Table(QUIZ, goal, day)


def base(goal: str) -> Sheet:
    """Give somebody in Japan whom nothing stands in the way of, so that no condition is idle."""
    return person(goal, {"location": "in-japan"})


def products(factors: Iterable[Factor]) -> Iterator[Sheet]:
    """Give every combination of the classes of some factors."""
    for chosen in product(*(factor.classes for factor in factors)):
        yield {name: answer for part in chosen for name, answer in part.items()}


def size(factors: Iterable[Factor]) -> int:
    """Count them."""
    return prod(len(factor.classes) for factor in factors)


def walks(table: Table) -> Iterator[Sheet]:
    """Give what is walked for a goal, as differences from its base.

    Every combination of classes where there are few; else every combination of the classes of two factors, the rest
    as in the base. Two are enough beside the walk over each row in everything that it reads: what rows strike is
    settled there, and of rows that strike the verdict and the lists take the worst and the union, which see two rows
    at a time. Today every pair is walked, the other days share the pairs among them.
    """
    share = OTHER_DAYS.index(table.day) if table.day in OTHER_DAYS else None
    for number, chosen in enumerate(together(table, 2)):
        if share is None or len(chosen) > 2 or number % len(OTHER_DAYS) == share:
            yield from products(chosen)


def together(table: Table, number: int) -> Iterator[tuple[Factor, ...]]:
    """Give every choice of so many factors; all at once where they have few combinations."""
    factors = table.factors()
    yield from [factors] if size(factors) <= WHOLE else combinations(factors, number)


def by_engine(result: Result) -> Gist:
    """Give what the engine says."""
    return Gist(
        result.verdict,
        codes(result.outcomes),
        codes(result.gaps),
        codes(result.blocks),
        codes(result.asks),
        codes(result.warnings),
        codes(result.notes),
        frozenset(result.next),
    )


def by_rows(table: Table, sheet: Sheet) -> Gist:
    """Give what the plain reading says: the worst verdict, and the codes of all rows that strike."""
    verdict = table.verdict(sheet)
    stopped = verdict in STOPS
    by_effect: dict[Effect, list[Row]] = {effect: [] for effect in Effect}
    for row in table.striking(sheet):
        if row.stands_beside_stops or not stopped:
            by_effect[row.effect].append(row)
    return Gist(
        verdict,
        codes(row for effect in OUTCOMES for row in by_effect[effect]),
        codes(by_effect[Effect.GAP]),
        codes(by_effect[Effect.BLOCK]),
        codes(by_effect[Effect.ASK]),
        codes(by_effect[Effect.WARNING]),
        codes(by_effect[Effect.NOTE]),
        frozenset(procedure for row in by_effect[Effect.NEXT] if not stopped for procedure in row.procedures),
    )


def codes(rows: Iterable[Row]) -> frozenset[str]:
    """Give what results call some rows."""
    return frozenset([row.code for row in rows])


@cache
def walked(goal: str, day: date) -> tuple[Walked, ...]:
    """Give what the engine says of every sheet that is walked for a goal on a day; it is asked once."""
    start = base(goal)
    known: dict[Gist, Gist] = {}
    named: dict[frozenset[str], frozenset[str]] = {}
    found = []
    for changed in walks(table(goal, day)):
        result = QUIZ.evaluate({**start, **changed}, day, changes=False)
        gist = by_engine(result)
        reasons = frozenset(reason.row.id for reason in result.reasons)
        settled = result.possible == (result.verdict,) and not result.checks and not result.optional
        found.append(Walked(changed, known.setdefault(gist, gist), named.setdefault(reasons, reasons), settled))
    return tuple(found)


def sheets(goal: str, day: date) -> Iterator[tuple[Sheet, Walked]]:
    """Give every walked sheet whole, with what the engine says of it."""
    start = base(goal)
    yield from (({**start, **one.changed, GOAL: goal}, one) for one in walked(goal, day))


def told(sheet: Sheet, goal: str) -> Sheet:
    """Give what of a sheet differs from the base, to be read in a failure."""
    start = base(goal)
    return {name: answer for name, answer in sheet.items() if answer != start.get(name)}


def read_by(rows: Table) -> list[str]:
    """Give the questions that rows read."""
    return list(dict.fromkeys(name for reads in rows.reads.values() for name in reads))


def some(rows: Table, number: int) -> Iterator[Sheet]:
    """Give the base and so many sheets from all over the walk."""
    start = base(rows.goal)
    differences: list[Sheet] = [{}, *walks(rows)]
    yield from ({**start, **changed} for changed in differences[:: len(differences) // number + 1])


def is_no_worse(one: Verdict, other: Verdict) -> bool:
    """Whether the second verdict is at least as good as the first, as far as they are compared."""
    compared = {one, other} <= {*COMPARED}
    return not compared or COMPARED.index(one) <= COMPARED.index(other)


COMPARED = (Verdict.NOT_POSSIBLE, Verdict.WAIT, Verdict.NOT_YET, Verdict.MEETS)
"""From worse to better; the others are not compared."""
