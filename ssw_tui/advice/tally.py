"""Several numbers that decide together: which bands they can lie in, as one variable.

A total, less some numbers of which each counts only above a floor and up to a ceiling. What rows can tell apart are
bands: of each number, of what is left, and of what would be left without the ceilings. A cell is one choice of bands;
which cells can occur depends on the numbers that are known.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, MutableMapping, Sequence
from decimal import Decimal
from itertools import product
from typing import Any, NamedTuple

from ssw_tui.advice.ranges import ANY_AMOUNT, NOTHING, Cut, Range, band, common, exactly, minus, plus
from ssw_tui.records.quiz import Quantity, Reduction

Cell = tuple[int, ...]
"""The band of each number in order, then of what is left, then of what is left without ceilings."""
ZERO = exactly(NOTHING)
REMEMBERED = 1_000
"""So many sets of known numbers are kept."""


class Piece(NamedTuple):
    """A part of one number's line on which it lies in one band and is taken off in one way."""

    band: int
    """The band of the number itself."""
    taken: Range
    """What is taken off, the ceiling applied; of the total: the total."""
    excess: Range = ZERO
    """What lies above the ceiling."""


class Tally:
    """A quantity and the bands that rows tell apart."""

    def __init__(self, quantity: Quantity, cuts: Mapping[str, Sequence[Cut]]) -> None:
        """Take the cuts of each question, of the quantity by its id, and by its id with ".uncapped"."""
        self.quantity = quantity
        self.inputs = (quantity.total, *(reduction.question for reduction in quantity.less))
        names = (*self.inputs, quantity.id, f"{quantity.id}.uncapped")
        self._cuts = tuple(sorted(set(cuts.get(name, ()))) for name in names)
        self._left_bands = tuple(band(self._cuts[-2], number) for number in range(len(self._cuts[-2]) + 1))
        self._place = {name: place for place, name in enumerate(names)}
        self._known: dict[tuple[Decimal | None, ...], int] = {}
        self._moves: dict[tuple[int | Decimal | None, ...], frozenset[tuple[int, int]]] = {}
        self._bit: dict[Cell, int] = {}
        for cell in self._cells(self._pieces({})):
            self._bit.setdefault(cell, 1 << len(self._bit))

    @property
    def full(self) -> int:
        """Every cell, as a bit mask."""
        return (1 << len(self._bit)) - 1

    def below(self, name: str, cut: Cut) -> int:
        """Give the cells in which a question, the quantity, or it without ceilings, lies below a cut."""
        place = self._place[name]
        number = self._cuts[place].index(cut)
        return sum(bit for cell, bit in self._bit.items() if cell[place] <= number)

    def mask(self, answers: Mapping[str, Decimal]) -> int:
        """Give the cells that can occur with what is known."""
        key = tuple(answers.get(name) for name in self.inputs)
        if key not in self._known:
            _make_room(self._known)
            mask = 0
            for cell in self._cells(self._pieces(answers)):
                mask |= self._bit[cell]
            self._known[key] = mask
        return self._known[key]

    def moves(self, answers: Mapping[str, Decimal], question: str) -> frozenset[tuple[int, int]]:
        """Give pairs of cells that differ by one open number alone, which in the second is as large as can be.

        A function of the cells depends on that number exactly if it tells the two cells of some pair apart.
        """
        place = self._place[question]
        key = (place, *(answers.get(name) for name in self.inputs))
        if key not in self._moves:
            _make_room(self._moves)
            ceiling = self.quantity.less[place - 1].at_most if place else None
            self._moves[key] = frozenset(
                (self._bit[cell], self._bit[end])
                for chosen in product(*self._pieces(answers))
                for cell, end in self._moved(chosen, place, ceiling)
            )
        return self._moves[key]

    def _moved(self, chosen: Sequence[Piece], place: int, ceiling: int | None) -> Iterator[tuple[Cell, Cell]]:
        bands = [piece.band for piece in chosen]
        bands[place] = len(self._cuts[place])
        if ceiling is None:
            last = (len(self._cuts[-2]), len(self._cuts[-1])) if place == 0 else (0, 0)
            yield from ((cell, (*bands, *last)) for cell in self._left(chosen))
            return
        others = self._without(chosen, place)
        more = exactly(Decimal(ceiling))
        for number in _reached(self._cuts[-2], minus(others, more)):
            started = common(plus(self._left_bands[number], more), others)
            if started is not None:
                yield from (
                    (cell, (*bands, number, 0)) for cell in self._left_of(chosen, minus(started, chosen[place].taken))
                )

    def _without(self, chosen: Sequence[Piece], place: int) -> Range:
        left = chosen[0].taken
        for number, piece in enumerate(chosen[1:], start=1):
            left = left if number == place else minus(left, piece.taken)
        return left

    def _pieces(self, answers: Mapping[str, Decimal]) -> list[list[Piece]]:
        total = self.quantity.total
        first = [Piece(number, span) for number, span in _bands(self._cuts[0], answers.get(total), ())]
        rest = [
            [_reduced(reduction, number, span) for number, span in _bands(cuts, answers.get(name), _turns(reduction))]
            for name, cuts, reduction in zip(self.inputs[1:], self._cuts[1:], self.quantity.less, strict=False)
        ]
        return [first, *rest]

    def _cells(self, pieces: Sequence[Sequence[Piece]]) -> Iterator[Cell]:
        for chosen in product(*pieces):
            yield from self._left(chosen)

    def _left(self, chosen: Sequence[Piece]) -> Iterator[Cell]:
        return self._left_of(chosen, self._without(chosen, -1))

    def _left_of(self, chosen: Sequence[Piece], left: Range) -> Iterator[Cell]:
        excess = ZERO
        for piece in chosen:
            if piece.excess is not ZERO:
                excess = plus(excess, piece.excess)
        bands = tuple(piece.band for piece in chosen)
        for number in _reached(self._cuts[-2], left):
            inside = common(left, self._left_bands[number])
            for other in _reached(self._cuts[-1], minus(inside, excess)) if inside else ():
                yield (*bands, number, other)


def _make_room(known: MutableMapping[Any, Any]) -> None:
    if len(known) >= REMEMBERED:
        known.clear()


def _reached(cuts: Sequence[Cut], span: Range) -> Iterable[int]:
    """Give the numbers of the bands in which some number of a range lies."""
    return range(bisect_right(cuts, span[0]), bisect_right(cuts, span[1]) + 1)


def _bands(cuts: Sequence[Cut], known: Decimal | None, turns: Sequence[Cut]) -> Iterator[tuple[int, Range]]:
    """Divide a number's line at its cuts and turns; give each part with the number of its band by the cuts."""
    if known is not None:
        yield bisect_right(cuts, (known, 0)), exactly(known)
        return
    places = sorted({*cuts, *turns})
    for number in range(len(places) + 1):
        part = common(band(places, number), ANY_AMOUNT)
        if part is not None:
            yield bisect_right(cuts, places[number - 1]) if number else 0, part


def _turns(reduction: Reduction) -> tuple[Cut, ...]:
    limits = (reduction.more_than, reduction.at_most)
    return tuple((Decimal(limit), 1) for limit in limits if limit)


def _reduced(reduction: Reduction, number: int, part: Range) -> Piece:
    if part[1] <= (Decimal(reduction.more_than), 0):
        return Piece(number, ZERO)
    if reduction.at_most is None or part[1] <= (Decimal(reduction.at_most), 0):
        return Piece(number, part)
    ceiling = exactly(Decimal(reduction.at_most))
    return Piece(number, ceiling, minus(part, ceiling))
