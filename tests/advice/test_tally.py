"""The bands of several numbers at once, against many points of a fine grid."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from ssw_tui.advice.ranges import Cut, band, common, exactly, minus, plus
from ssw_tui.advice.tally import Tally
from ssw_tui.records.quiz import Quantity, Reduction

QUANTITY = Quantity(
    id="used",
    title="Used",
    total="total",
    less=(
        Reduction(question="free"),
        Reduction(question="short", more_than=1, at_most=2),
        Reduction(question="long", more_than=1, at_most=3),
    ),
)
NAMES = ("total", "free", "short", "long")


def below(number: int) -> Cut:
    return Decimal(number), 0


def up_to(number: int) -> Cut:
    return Decimal(number), 1


CUTS: dict[str, list[Cut]] = {
    "total": [below(2)],
    "free": [up_to(0)],
    "used": [up_to(1), below(2)],
    "used.uncapped": [below(2)],
}
HALVES = [Decimal(step) / 2 for step in range(5)]
STEPS = [*(Decimal(step) / 8 for step in range(77)), Decimal(40)]
"""From 0 to 9.5 by eighths, and far off: with two numbers known by halves, a point in every cell."""


def used(total: Decimal, free: Decimal, short: Decimal, long: Decimal, *, capped: bool) -> Decimal:
    short, long = (number if number > 1 else Decimal(0) for number in (short, long))
    return total - free - (min(short, Decimal(2)) + min(long, Decimal(3)) if capped else short + long)


def known(point: tuple[Decimal, ...]) -> dict[str, Decimal]:
    return dict(zip(NAMES, point, strict=True))


def grid(fixed: dict[str, Decimal]) -> Iterator[tuple[Decimal, ...]]:
    return product(*([fixed[name]] if name in fixed else STEPS for name in NAMES))


TALLY = Tally(QUANTITY, CUTS)


@given(st.tuples(*(st.decimals(0, 9, places=1) for _ in NAMES)))
def test_complete_numbers_lie_in_one_cell_that_tells_every_cut(point: tuple[Decimal, ...]) -> None:
    cell = TALLY.mask(known(point))

    capped, uncapped = used(*point, capped=True), used(*point, capped=False)
    assert cell.bit_count() == 1
    assert bool(cell & TALLY.below("used", up_to(1))) is (capped <= 1)
    assert bool(cell & TALLY.below("used", below(2))) is (capped < 2)
    assert bool(cell & TALLY.below("used.uncapped", below(2))) is (uncapped < 2)
    assert bool(cell & TALLY.below("total", below(2))) is (point[0] < 2)
    assert bool(cell & TALLY.below("free", up_to(0))) is (point[1] <= 0)


PARTLY = st.dictionaries(st.sampled_from(NAMES), st.sampled_from(HALVES), min_size=2, max_size=3)


@settings(max_examples=15, deadline=None, derandomize=True)
@given(PARTLY)
def test_the_cells_that_can_occur_are_those_of_some_numbers(fixed: dict[str, Decimal]) -> None:
    seen = 0
    for point in grid(fixed):
        seen |= TALLY.mask(known(point))

    assert TALLY.mask(fixed) == seen


@settings(max_examples=15, deadline=None, derandomize=True)
@given(PARTLY, st.integers(0, 2**12))
def test_moves_tell_whether_a_function_of_the_cells_depends_on_a_number(fixed: dict[str, Decimal], drawn: int) -> None:
    chosen = drawn * 0x9E3779B97F4A7C15
    colour = {1 << bit: chosen >> bit & 1 for bit in range(TALLY.full.bit_length())}
    points = {point: colour[TALLY.mask(known(point))] for point in grid(fixed)}

    for place, name in enumerate(NAMES):
        if name in fixed:
            continue
        lines: dict[tuple[Decimal, ...], set[int]] = {}
        for point, value in points.items():
            lines.setdefault((*point[:place], *point[place + 1 :]), set()).add(value)
        told_apart = any(colour[cell] != colour[end] for cell, end in TALLY.moves(fixed, name))
        assert told_apart is any(len(values) > 1 for values in lines.values()), name


def test_every_cell_can_occur() -> None:
    assert TALLY.mask({}) == TALLY.full


def test_a_band_ends_where_its_cut_says() -> None:
    cuts = [below(3), up_to(3), below(5)]

    assert common(band(cuts, 0), exactly(Decimal(3))) is None
    assert common(band(cuts, 1), exactly(Decimal(3))) == exactly(Decimal(3))
    assert common(band(cuts, 2), exactly(Decimal(3))) is None
    assert common(band(cuts, 2), exactly(Decimal(5))) is None
    assert common(band(cuts, 3), exactly(Decimal(5))) == exactly(Decimal(5))


def test_sums_and_differences_keep_open_ends() -> None:
    over_one_to_two = band([up_to(1), up_to(2)], 1)

    assert plus(over_one_to_two, exactly(Decimal(3))) == ((Decimal(4), 1), (Decimal(5), 0))
    assert minus(exactly(Decimal(3)), over_one_to_two) == ((Decimal(1), 0), (Decimal(2), -1))
