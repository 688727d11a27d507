"""The five years once more, day by day and by no shared line of code: what the quick sum is compared with."""

from calendar import monthrange
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple, Protocol

SINCE = date(2025, 9, 30)
"""The first day on which leave can be left out."""
CAP_MONTHS = {"sick": 12, "work-accident": 36}
YEARS_AHEAD = 12


class Stay(Protocol):
    """A time as No.1."""

    @property
    def first(self) -> date:
        """Its first day."""

    @property
    def last(self) -> date | None:
        """Its last day."""


class Leave(Protocol):
    """A time off work."""

    @property
    def kind(self) -> str:
        """Its kind."""

    @property
    def first(self) -> date:
        """Its first day."""

    @property
    def last(self) -> date:
        """Its last day."""

    @property
    def notified(self) -> bool:
        """Whether the employer notified it."""


class Slow(NamedTuple):
    """What a walk over every single day finds."""

    ends: date
    counted: int
    excluded: int
    """Days of leave before the day that do not count."""
    excluded_ever: int
    between: int
    """Days before the day that lie between two stays."""


def months_later(day: date, months: int) -> date:
    """Walk month by month; where the last month is too short, its last day."""
    year, month = day.year, day.month
    for _ in range(months):
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def slow_years(stays: Sequence[Stay], leaves: Sequence[Leave], day: date) -> Slow:
    """Walk over every day from the first one on."""
    last_year = max(
        one.year for one in (day, SINCE, *(end for stay in stays for end in (stay.first, stay.last) if end))
    )
    last_day = date(last_year + YEARS_AHEAD, 1, 1)
    stayed = {one for stay in stays for one in days(stay.first, stay.last or last_day)}
    left_out = {one for kind in ("parental", "sick", "work-accident") for one in _left_out(kind, leaves, stayed)}
    first = min(stayed)
    before = range(first, day.toordinal())
    last_start = max(one for one in stayed if one - 1 not in stayed)
    return Slow(
        ends=_walk(first, stayed.union(range(last_start, last_day.toordinal())), left_out),
        counted=sum(one in stayed and one not in left_out for one in before),
        excluded=sum(one in stayed and one in left_out for one in before),
        excluded_ever=len(stayed & left_out),
        between=sum(one not in stayed and one < last_start for one in before),
    )


def days(first: date, last: date) -> range:
    """Give every day from a first to a last one, as numbers."""
    return range(first.toordinal(), last.toordinal() + 1)


def _walk(first: int, stayed: set[int], left_out: set[int]) -> date:
    begins = date.fromordinal(first)
    to_go = (months_later(begins, 60) - begins).days
    day = first
    while to_go:
        to_go -= day in stayed and day not in left_out
        day += 1
    return date.fromordinal(day)


def _left_out(kind: str, leaves: Iterable[Leave], stayed: set[int]) -> set[int]:
    known = [leave for leave in leaves if leave.kind == kind and leave.notified]
    off = {one for leave in known for one in days(leave.first, leave.last)}
    since = SINCE.toordinal()
    if kind == "parental":
        return {one for one in off & stayed if one >= since}
    long = {one for run in _runs(off) if _is_long(run) for one in run}
    starts = [max(leave.first, SINCE) for leave in known if leave.first.toordinal() in long and leave.last >= SINCE]
    cap = max(((months_later(start, CAP_MONTHS[kind]) - start).days for start in starts), default=0)
    return set(sorted(one for one in long & stayed if one >= since)[:cap])


def _runs(off: set[int]) -> Iterator[list[int]]:
    run: list[int] = []
    for one in sorted(off):
        if run and one != run[-1] + 1:
            yield run
            run = []
        run.append(one)
    if run:
        yield run


def _is_long(run: Sequence[int]) -> bool:
    """Whether a run of days goes on after its first month."""
    first = date.fromordinal(run[0])
    same_day = months_later(first, 1)
    month_ends = same_day.toordinal() - (same_day.day == first.day)
    return run[-1] > month_ends
