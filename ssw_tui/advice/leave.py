"""Which leave is left out of the five years of No.1, and why other leave counts."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from enum import StrEnum
from typing import Protocol

from attrs import frozen

from ssw_tui.advice.days import add_months
from ssw_tui.advice.spans import Span, inside, merged, span

CAPPED = {"sick": "sick-leave-cap-months", "work-accident": "work-accident-cap-months"}
"""The kinds of leave that are left out only in long stretches and up to a longest time, and the figure that sets it."""
SHORT_MONTHS = 1
"""A stretch of these kinds must be longer than this."""


class Leave(Protocol):
    """A time off work; both days are inside."""

    @property
    def kind(self) -> str:
        """One of parental, sick, work-accident."""

    @property
    def first(self) -> date:
        """Its first day."""

    @property
    def last(self) -> date:
        """Its last day."""

    @property
    def notified(self) -> bool:
        """Whether the employer notified it when it began."""


@frozen(kw_only=True)
class Limits:
    """What the rules of a day allow."""

    limit_months: int
    """The longest time as No.1 in all."""
    caps: Mapping[str, int]
    """Kind of leave to the months that are left out at most; a kind that is not named has no such limit."""
    leave_since: date | None
    """The first day on which leave can be left out; None: on no day."""


class Reason(StrEnum):
    """Why leave is left out or not."""

    LEFT_OUT = "left-out"
    NOT_NOTIFIED = "not-notified"
    EARLY = "early"
    """Before the first day on which leave can be left out: an open question."""
    SHORT = "short"
    """In a stretch that is too short."""
    BEYOND_CAP = "beyond-cap"
    """Beyond the longest time: an open question."""


@frozen
class Finding:
    """What holds for some days of leave."""

    kind: str
    """The kind of leave."""
    days: Span
    """The days."""
    reason: Reason
    """What holds for them."""


def findings(leaves: Iterable[Leave], stays: Sequence[Span], limits: Limits) -> Iterator[Finding]:
    """Go through leave by kind and day; only days inside the stays use up a longest time."""
    ordered = sorted(leaves, key=lambda leave: (leave.kind, leave.first, leave.last, leave.notified))
    for leave in ordered:
        if not leave.notified:
            yield Finding(leave.kind, span(leave.first, leave.last), Reason.NOT_NOTIFIED)
    for kind in dict.fromkeys(leave.kind for leave in ordered if leave.notified):
        notified = [leave for leave in ordered if leave.notified and leave.kind == kind]
        stretches = merged(span(leave.first, leave.last) for leave in notified)
        if kind not in CAPPED:
            for stretch in stretches:
                yield from _by_time(kind, stretch, limits)
            continue
        yield from (Finding(kind, days, Reason.SHORT) for days in stretches if not _is_long(days))
        yield from _up_to_the_cap(kind, [days for days in stretches if _is_long(days)], notified, stays, limits)


def _by_time(kind: str, stretch: Span, limits: Limits) -> Iterator[Finding]:
    """Split a stretch at the first day on which leave can be left out."""
    start, end = stretch
    since = limits.leave_since.toordinal() if limits.leave_since else end
    if start < since:
        yield Finding(kind, (start, min(end, since)), Reason.EARLY)
    if since < end:
        yield Finding(kind, (max(start, since), end), Reason.LEFT_OUT)


def _up_to_the_cap(
    kind: str, stretches: Sequence[Span], leaves: Iterable[Leave], stays: Sequence[Span], limits: Limits
) -> Iterator[Finding]:
    pieces = [finding for stretch in stretches for finding in _by_time(kind, stretch, limits)]
    yield from (piece for piece in pieces if piece.reason is Reason.EARLY)
    left = _cap_in_days(stretches, leaves, limits, limits.caps.get(kind, 0))
    for start, end in inside((piece.days for piece in pieces if piece.reason is Reason.LEFT_OUT), stays):
        taken = min(left, end - start)
        left -= taken
        if taken:
            yield Finding(kind, (start, start + taken), Reason.LEFT_OUT)
        if start + taken < end:
            yield Finding(kind, (start + taken, end), Reason.BEYOND_CAP)


def _is_long(stretch: Span) -> bool:
    """Whether a stretch is longer than a month: it reaches the same day of the next month, or the day after its end."""
    first = date.fromordinal(stretch[0])
    same_day = add_months(first, SHORT_MONTHS)
    month_is_over = same_day if same_day.day == first.day else same_day + timedelta(days=1)
    return stretch[1] > month_is_over.toordinal()


def _cap_in_days(stretches: Sequence[Span], leaves: Iterable[Leave], limits: Limits, months: int) -> int:
    """Give the cap in days, counted from that start of leave from which it is longest.

    Months differ in length; were it always counted from the first start, longer leave could leave out a day less.
    """
    since = limits.leave_since or date.max
    starts = {
        max(leave.first, since)
        for leave in leaves
        if any(start <= leave.first.toordinal() < end for start, end in stretches) and leave.last >= since
    }
    return max(((add_months(start, months) - start).days for start in starts), default=0)
