"""Ranges of numbers with open and closed ends, and the cuts that divide a line into bands."""

from collections.abc import Sequence
from decimal import Decimal

Cut = tuple[Decimal, int]
"""A place on the line: with 0 everything below the number lies below the cut, with 1 the number itself too."""
End = tuple[Decimal, int]
"""An end of a range: the number, and 1 for just above it, -1 for just below it, 0 for the number itself."""
Range = tuple[End, End]
"""Everything from one end to the other."""

INFINITE = Decimal("Infinity")
NOTHING = Decimal(0)
ANY_AMOUNT: Range = ((NOTHING, 0), (INFINITE, -1))
"""Every number from 0."""


def exactly(number: Decimal) -> Range:
    """Give the range of one number."""
    return (number, 0), (number, 0)


def band(cuts: Sequence[Cut], number: int) -> Range:
    """Give one of the bands that sorted cuts divide the line into; there is one more than cuts."""
    low = (-INFINITE, 1) if number == 0 else cuts[number - 1]
    if number == len(cuts):
        return low, (INFINITE, -1)
    value, side = cuts[number]
    return low, (value, side - 1)


def plus(one: Range, other: Range) -> Range:
    """Give the sums of a number of each range."""
    (low, low_side), (high, high_side) = one
    (other_low, other_low_side), (other_high, other_high_side) = other
    return (low + other_low, min(1, low_side + other_low_side)), (
        high + other_high,
        max(-1, high_side + other_high_side),
    )


def minus(one: Range, other: Range) -> Range:
    """Give the differences of a number of each range."""
    (low, low_side), (high, high_side) = other
    return plus(one, ((-high, -high_side), (-low, -low_side)))


def common(one: Range, other: Range) -> Range | None:
    """Give what lies in both ranges, or None where nothing does."""
    low, high = max(one[0], other[0]), min(one[1], other[1])
    return (low, high) if low <= high else None
