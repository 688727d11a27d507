"""Whether somebody answers the telephone at a moment, by the hours that are known."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import NamedTuple

from ssw_tui.advice.days import in_new_year, is_holiday
from ssw_tui.records.risk import HelpLine, KindOfDay

DAYS_AHEAD = 14
"""So far the next opening is looked for: longer than any row of days on which offices are closed."""


class Answer(StrEnum):
    """What the hours say of a moment."""

    OPEN = "open"
    CLOSED = "closed"
    UNKNOWN = "unknown"
    """The hours that are known say nothing of such a day, or nothing exact at all."""


class Opening(NamedTuple):
    """Whether a line is open, and until when, or from when on again."""

    answer: Answer
    day: date | None = None
    """The day of `time`; None where nothing is known of one."""
    time: str | None = None
    """HH:MM: when it closes where it is open, else when it opens next."""


def opening(line: HelpLine, now: datetime, holidays: Callable[[date], bool] = is_holiday) -> Opening:
    """Say whether a line is open.

    Args:
        line: whom to call.
        now: the moment, as clocks in Japan show it.
        holidays: whether a day is a national holiday.
    """
    today, minute = now.date(), f"{now:%H:%M}"
    for hours in line.open:
        if _kind(today, holidays) in hours.on and hours.opens <= minute < hours.closes:
            return Opening(Answer.OPEN, today, hours.closes)
    is_known = line.open and _kind(today, holidays) not in line.open_not_known_on
    following = next((one for one in _openings(line, today, holidays) if one > (today, minute)), (None, None))
    return Opening(Answer.CLOSED if is_known else Answer.UNKNOWN, *following)


def _openings(line: HelpLine, first: date, holidays: Callable[[date], bool]) -> Iterator[tuple[date, str]]:
    """Give when a line opens, from a day on, in order."""
    for ahead in range(DAYS_AHEAD):
        day = first + timedelta(days=ahead)
        yield from ((day, hours.opens) for hours in line.open if _kind(day, holidays) in hours.on)


def _kind(day: date, holidays: Callable[[date], bool]) -> KindOfDay:
    if in_new_year(day):
        return KindOfDay.NEW_YEAR
    if day.weekday() >= 5:
        return KindOfDay.WEEKEND
    return KindOfDay.HOLIDAY if holidays(day) else KindOfDay.WEEKDAY
