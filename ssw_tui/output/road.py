"""A road drawn in characters: its places in a line, and the one where somebody is."""

from collections.abc import Iterator

from ssw_tui.output.cells import cells
from ssw_tui.output.day_line import LineLook, Piece
from ssw_tui.output.page import Road, Sign, Tone

SHORTEST, LONGEST = 4, 24
"""The cells of a way from one place to the next."""


def draw_road(road: Road, width: int, look: LineLook) -> Iterator[Piece]:
    """Give the line of the picture; nothing where there is no room for one."""
    ways = len(road.stations) - 1
    names = sum(map(cells, road.stations)) + 2 * ways
    if width < names + ways * SHORTEST:
        return
    way = min(LONGEST, (width - names) // ways)
    yield from _line(road, way, look)


def _line(road: Road, way: int, look: LineLook) -> Iterator[Piece]:
    for place, name in enumerate(road.stations):
        yield name, Tone.STRONG if place == road.here else Tone.QUIET
        if place < len(road.stations) - 1:
            yield " ", Tone.NORMAL
            yield from _way(road, place, way, look)
            yield " ", Tone.NORMAL


def _way(road: Road, place: int, length: int, look: LineLook) -> Iterator[Piece]:
    """Draw the way from a place to the next: behind, under way, or still to come."""
    passed = look.stretches[0]
    if place != road.here:
        yield (passed if place < road.here else look.line) * length, Tone.QUIET
        return
    done = int(min(1.0, max(0.0, road.share or 0.0)) * (length - 1))
    yield passed * done, Tone.NORMAL
    yield look.marks[Sign.TODAY], Tone.STRONG
    yield look.line * (length - 1 - done), Tone.QUIET
