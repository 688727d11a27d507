"""Runs of days: put together, cut, added up."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

Span = tuple[int, int]
"""Days as ordinals: the first one, and the first one that is no longer in."""
FOR_EVER = date.max.toordinal()


def span(first: date, last: date | None) -> Span:
    """Give the days from a first to a last one, both inside; without a last one they go on."""
    return first.toordinal(), last.toordinal() + 1 if last else FOR_EVER


def merged(spans: Iterable[Span]) -> list[Span]:
    """Put spans in order, those that overlap or touch as one.

    >>> merged([(5, 7), (1, 3), (3, 4)])
    [(1, 4), (5, 7)]
    """
    result: list[Span] = []
    for start, end in sorted(spans):
        if result and start <= result[-1][1]:
            result[-1] = (result[-1][0], max(end, result[-1][1]))
        else:
            result.append((start, end))
    return result


def inside(spans: Iterable[Span], frame: Sequence[Span]) -> list[Span]:
    """Give what of the spans lies in the frame.

    >>> inside([(1, 9)], [(0, 2), (4, 6)])
    [(1, 2), (4, 6)]
    """
    cuts = ((max(start, begin), min(end, stop)) for start, end in spans for begin, stop in frame)
    return [(start, end) for start, end in cuts if start < end]


def without(spans: Iterable[Span], holes: Sequence[Span]) -> Iterator[Span]:
    """Give the spans without some days; the holes are in order and do not overlap.

    >>> list(without([(1, 9)], [(0, 2), (4, 6)]))
    [(2, 4), (6, 9)]
    """
    for start, end in spans:
        for begin, stop in holes:
            if start < begin < end:
                yield start, begin
            if begin < end and start < stop:
                start = max(start, stop)
        if start < end:
            yield start, end


def total(spans: Iterable[Span]) -> int:
    """Add up the days."""
    return sum(end - start for start, end in spans)
