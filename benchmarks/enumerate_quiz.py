"""`python -m benchmarks.enumerate_quiz`: the long run of tests/advice/test_enumeration.py.

Walks what the suite leaves out: every day on which a rule changes and the day before it, every pair of factors on
each, every combination of every row, and with --triples three factors at once today. The engine, the plain reading of
the rows and the rulings must agree on each sheet. Exit status 1: they do not somewhere.
"""

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from time import perf_counter

from attrs import frozen

from ssw_tui.advice.waiting import days_of_change
from tests.advice.classes import Sheet, Table
from tests.advice.people import TODAY
from tests.advice.rulings_reading import expected, settled
from tests.advice.walks import GOALS, QUIZ, base, by_engine, by_rows, products, together

SHOWN = 5
"""So many differences are printed for a walk."""


@frozen
class Walk:
    """What one walk came to."""

    goal: str
    """The goal."""
    day: date
    """The day."""
    sheets: int
    """How many sheets were walked."""
    seconds: float
    """How long it took."""
    differences: tuple[str, ...]
    """The sheets on which two readings differ: which, and what of the base was changed."""


def main(argv: Sequence[str]) -> int:
    """Walk, print a line a walk, and say by the exit status whether all readings agree."""
    arguments = parse(argv)
    walked = 0
    differing = 0
    started = perf_counter()
    for goal in arguments.goal or GOALS:
        for walk in _walks(goal, arguments.day or tuple(_days()), triples=arguments.triples):
            walked += walk.sheets
            differing += len(walk.differences)
            sys.stdout.write(_line(walk))
            sys.stdout.flush()
    sys.stdout.write(f"{walked:,} sheets, {differing} differences, {perf_counter() - started:.0f} s\n")
    return 1 if differing else 0


def parse(argv: Sequence[str]) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.enumerate_quiz")
    parser.add_argument("--goal", action="append", choices=GOALS, help="one goal; may be repeated")
    parser.add_argument("--day", action="append", type=date.fromisoformat, help="one day; may be repeated")
    parser.add_argument("--triples", action="store_true", help="today three factors at once, not two (long)")
    return parser.parse_args(argv)


def _days() -> Iterator[date]:
    changes = days_of_change(QUIZ.vocabulary, QUIZ.rows.values())
    around = {day + timedelta(days=step) for day in changes for step in (-1, 0)}
    yield from sorted(around | {TODAY})


def _walks(goal: str, days: Iterable[date], *, triples: bool) -> Iterator[Walk]:
    for day in days:
        table = Table(QUIZ, goal, day)
        number = 3 if triples and day == TODAY else 2
        yield _walk(table, (sheet for chosen in together(table, number) for sheet in products(chosen)))
        yield _walk(table, (sheet for name in table.rows for sheet in products(table.factors([name]))))


def _walk(table: Table, changes: Iterable[Sheet]) -> Walk:
    start, started = base(table.goal), perf_counter()
    sheets = 0
    found: list[str] = []
    for changed in changes:
        sheets += 1
        sheet = {**start, **changed}
        engine = by_engine(QUIZ.evaluate(sheet, table.day, changes=False))
        if engine != by_rows(table, sheet):
            found.append(f"engine and rows: {changed}")
        if settled(engine) != expected(table.goal, sheet, table.day):
            found.append(f"engine and rulings: {changed}")
    return Walk(table.goal, table.day, sheets, perf_counter() - started, tuple(found))


def _line(walk: Walk) -> str:
    differences = "".join(f"    {text}\n" for text in walk.differences[:SHOWN])
    counts = f"{walk.sheets:>9,} sheets {len(walk.differences):>5} differences {walk.seconds:>6.1f} s"
    return f"{walk.goal:<20} {walk.day} {counts}\n{differences}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
