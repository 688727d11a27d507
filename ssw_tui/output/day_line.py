"""A line of days drawn in characters: months above it, marks on it, and what each mark is under it."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import Literal

from attrs import evolve, frozen

from ssw_tui.advice.days import add_months, in_words
from ssw_tui.output.cells import cells
from ssw_tui.output.page import DayLine, DayMark, Sign, Tone

NARROWEST = 40
"""On fewer cells nothing is drawn."""
YEAR = 12
EVERY = (1, 3, 6, YEAR)
"""Every so many months one is named, as many as there is room for."""
NAME_CELLS = 5
"""What the name of a month takes, with a space after it; January bears the year too."""
ROWS = 6
"""The most rows of labels."""
APART = 2
"""Cells between two labels."""

Piece = tuple[str, Tone]
"""A run of text in one tone."""


@frozen
class LineLook:
    """The characters to draw a line of days with."""

    line: str
    tick: str
    stretches: tuple[str, ...]
    """The fillings of stretches, in their order."""
    leader: str
    """From a mark down to its label."""
    right: str
    """Where a leader turns right to its label."""
    left: str
    """Where it turns left."""
    marks: dict[Sign, str]
    """One character for each sign that a mark can have."""


UNICODE_LINE = LineLook(
    line="─",
    tick="┬",
    stretches=("━", "▒", "░"),
    leader="│",
    right="└",
    left="┘",
    marks={Sign.ATTENTION: "!", Sign.TODAY: "▼", Sign.OPENS: "▶", Sign.DAY: "◆"},
)
ASCII_LINE = LineLook(
    line="-",
    tick="+",
    stretches=("=", "#", ":"),
    leader="|",
    right="`",
    left="'",
    marks={Sign.ATTENTION: "!", Sign.TODAY: "v", Sign.OPENS: ">", Sign.DAY: "*"},
)


@frozen
class _Placed:
    """A label in its row."""

    mark: DayMark
    column: int
    """Where its mark is."""
    row: int
    start: int
    """Where the label begins, with the turn of its leader."""
    text: str

    @property
    def end(self) -> int:
        return self.start + cells(self.text)


def draw(days: DayLine, width: int, look: LineLook) -> Iterator[list[Piece]]:
    """Give the lines of the picture; nothing where there is no room for one."""
    if width < NARROWEST:
        return
    found = _place(_merged(days, width), width, look)
    yield [(_months(days, width), Tone.QUIET)]
    yield _axis(days, found, width, look)
    for row in range(1 + max((one.row for one in found), default=-1)):
        yield _labels([one for one in found if one.row >= row], row, look)
    if days.stretches:
        yield [(_legend(days, look), Tone.QUIET)]


def _column(days: DayLine, day: date, width: int) -> int:
    whole = max(1, (days.last - days.first).days)
    return min(width - 1, max(0, (day - days.first).days * (width - 1) // whole))


def _firsts(days: DayLine) -> Iterator[date]:
    first = days.first.replace(day=1)
    while first <= days.last:
        if first >= days.first:
            yield first
        first = add_months(first, 1)


def _every(days: DayLine, width: int) -> int:
    """Give how many months there are from one that is named to the next."""
    count = sum(1 for _ in _firsts(days))
    return next((every for every in EVERY if width * every >= count * NAME_CELLS), EVERY[-1])


def _named(days: DayLine, width: int) -> list[tuple[int, date]]:
    """Give the first days of the months that are named and ticked, with their columns."""
    every = _every(days, width)
    return [(_column(days, first, width), first) for first in _firsts(days) if (first.month - 1) % every == 0]


def _months(days: DayLine, width: int) -> str:
    """Name the months; the first one and each January bear the year where there is room for it."""
    line, named, every = "", _named(days, width), _every(days, width)
    ends = [*(column for column, _ in named[1:]), width]
    for (column, first), end in zip(named, ends, strict=True):
        dated = in_words(first).removeprefix("1 ")
        in_full = every < YEAR and (first.month == 1 or not line) and column + len(dated) < end
        text = dated if in_full else str(first.year) if first.month == 1 else dated[:3]
        if len(line) <= column and column + len(text) <= width:
            line = f"{line:<{column}}{text} "
    return line.rstrip()


def _axis(days: DayLine, found: Sequence[_Placed], width: int, look: LineLook) -> list[Piece]:
    drawn = [(look.line, Tone.QUIET)] * width
    for column, _ in _named(days, width):
        drawn[column] = (look.tick, Tone.QUIET)
    for filling, stretch in zip(look.stretches, days.stretches, strict=False):
        for column in range(_column(days, stretch.first, width), _column(days, stretch.last, width) + 1):
            drawn[column] = (filling, Tone.NORMAL)
    for one in found:
        drawn[one.column] = (look.marks[one.mark.sign], _tone(one.mark))
    return [("".join(text for text, _ in run), tone) for tone, run in groupby(drawn, key=lambda cell: cell[1])]


def _tone(mark: DayMark) -> Tone:
    return Tone.WARNING if mark.sign is Sign.ATTENTION else Tone.STRONG


def _merged(days: DayLine, width: int) -> list[tuple[int, DayMark, str]]:
    """Give the marks from left to right with their columns and labels; of those on one cell the first one."""
    merged: dict[int, list[DayMark]] = {}
    for mark in days.marks:
        merged.setdefault(_column(days, mark.on, width), []).append(mark)
    return [(column, marks[0], "; ".join(mark.label for mark in marks)) for column, marks in sorted(merged.items())]


def _place(marks: Sequence[tuple[int, DayMark, str]], width: int, look: LineLook) -> list[_Placed]:
    """Find a row for each label, with or without its year: the way that keeps what must be done, then the most."""
    ways = [_arranged(marks, width, look, without_year=without_year) for without_year in (False, True)]
    return max(ways, key=lambda way: (sum(one.mark.sign is Sign.ATTENTION for one in way), len(way)))


def _arranged(
    marks: Sequence[tuple[int, DayMark, str]], width: int, look: LineLook, *, without_year: bool
) -> list[_Placed]:
    """Put each label right of its leader, or left of it where the edge or another leader is near.

    Where there is no room for the label of all marks on a cell, the first one keeps its own, then without the year. A
    label for which there is no room either way is left out with its mark.
    """
    placed: list[_Placed] = []
    turned: list[tuple[int, DayMark]] = []
    limit = width
    for column, first, joined in reversed(marks):
        short = first.label.removesuffix(f" {first.on.year}") if without_year else first.label
        label = next((label for label in (joined, first.label, short) if _room(label, column, limit)), "")
        mark = evolve(first, label=label)
        match _room(label, column, limit) if label else None:
            case "right":
                text = f"{look.right} {mark.label}"
                near = (one for one in placed if one.start < column + cells(text) + APART)
                placed.append(_Placed(mark, column, _below(near), column, text))
            case "left":
                turned.append((column, mark))
                limit = column - 1
            case None:
                pass
    for column, mark in reversed(turned):
        text = f"{mark.label} {look.left}"
        start = column + 1 - cells(text)
        near = (one for one in placed if one.start < column + APART and one.end > start - APART)
        placed.append(_Placed(mark, column, _below(near), start, text))
    return [one for one in placed if one.row < ROWS]


def _room(label: str, column: int, limit: int) -> Literal["right", "left"] | None:
    """Say on which side of its leader a label has room."""
    wide = cells(label) + 2
    if column + wide <= limit:
        return "right"
    return "left" if column + 1 >= wide else None


def _below(near: Iterable[_Placed]) -> int:
    """Give the first row under some labels."""
    return 1 + max((one.row for one in near), default=-1)


def _labels(found: Sequence[_Placed], row: int, look: LineLook) -> list[Piece]:
    line: list[Piece] = []
    at = 0
    for one in sorted(found, key=lambda one: one.start if one.row == row else one.column):
        start, text = (one.start, one.text) if one.row == row else (one.column, look.leader)
        line += [(" " * (start - at), Tone.NORMAL), (text, _tone(one.mark) if one.row == row else Tone.QUIET)]
        at = start + cells(text)
    return line


def _legend(days: DayLine, look: LineLook) -> str:
    fillings = zip(look.stretches, days.stretches, strict=False)
    return "   ".join(f"{filling * 2} {stretch.label}" for filling, stretch in fillings)
