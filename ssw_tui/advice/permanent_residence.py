"""Permanent residence: the day from which it could be asked for, by the years that count."""

from collections.abc import Iterator, Mapping
from datetime import date

from attrs import frozen

from ssw_tui.advice.days import add_months, in_words
from ssw_tui.advice.holder import Resident
from ssw_tui.advice.spans import FOR_EVER, Span, merged, span
from ssw_tui.records.figure import Figure

NO1, NO2 = "ssw1", "ssw2"
LEFT = "left-for-good"


@frozen(kw_only=True)
class YearsNeeded:
    """The years in a row that are asked for in principle."""

    in_japan: int
    """In Japan, on any status."""
    work: int
    """Of them on a work or residence status; technical intern training and No.1 do not count for these."""


@frozen(kw_only=True)
class Years:
    """One of the two counts of years."""

    since: date
    """The day it is counted from."""
    full: date
    """The day on which it is full."""
    known: bool
    """Whether the day it is counted from was recorded as such; else it is what the card tells."""
    begun: bool = True
    """Whether it has begun; else it is counted as if it began on that day."""


@frozen(kw_only=True)
class PermanentResidence:
    """When permanent residence could first be asked for, by the years alone."""

    earliest: date
    """The day on which both counts are full."""
    in_japan: Years
    """The years in Japan."""
    work: Years
    """The years of them on a work or residence status."""
    steps: tuple[str, ...]
    """How it was counted, and what is not known."""


def years_needed(figures: Mapping[str, Figure], day: date) -> YearsNeeded | None:
    """Read the years that are asked for on a day; None where they are not known for it."""
    in_japan, work = figures["pr-years"].on(day), figures["pr-work-years"].on(day)
    return YearsNeeded(in_japan=in_japan.value, work=work.value) if in_japan and work else None


def permanent_residence(person: Resident, day: date, needed: YearsNeeded) -> PermanentResidence | None:
    """Count the years towards permanent residence; None for who holds neither No.1 nor No.2.

    Nothing is assumed in the person's favour: what the card does not know can only make it sooner for a holder of
    No.2. For a holder of No.1, whose years on a work status have not begun, they are counted as if No.2 began today.
    """
    if person.status not in (NO1, NO2):
        return None
    in_japan = _in_japan(person, day, 12 * needed.in_japan)
    work = _work(person, day, 12 * needed.work)
    return PermanentResidence(
        earliest=max(in_japan.full, work.full),
        in_japan=in_japan,
        work=work,
        steps=tuple(_steps(person, day, needed, in_japan, work)),
    )


def _in_japan(person: Resident, day: date, months: int) -> Years:
    known = _unbroken(person, person.in_japan_since, day)
    since = known or _first_known_day(person, day)
    return Years(since=since, full=add_months(since, months), known=known is not None)


def _work(person: Resident, day: date, months: int) -> Years:
    """Count from the first day as No.2; where that is not known, from the permission, else from today."""
    if person.status == NO1:
        planned = person.no2_since if person.no2_since and person.no2_since > day else None
        return Years(since=planned or day, full=add_months(planned or day, months), known=False, begun=False)
    known = _unbroken(person, person.no2_since, day)
    since = known or _unbroken(person, person.granted, day) or day
    return Years(since=since, full=add_months(since, months), known=known is not None)


def _unbroken(person: Resident, since: date | None, day: date) -> date | None:
    """Give a first day, unless the person has left Japan for good since."""
    left = _left(person, day)
    return None if since is None or (left and since <= left) else since


def _left(person: Resident, day: date) -> date | None:
    """Give the last day up to today on which the person left Japan for good."""
    return max((event.on for event in person.events if event.kind == LEFT and event.on <= day), default=None)


def _first_known_day(person: Resident, day: date) -> date:
    """Give the first day of the run of days in Japan that the card knows and that reaches today."""
    left = _left(person, day) or date.min
    since_then = (person.granted, person.no2_since if person.status == NO2 else None)
    held = (span(first, None) for first in since_then if first and first <= day)
    known = (run for run in (*_past_stays(person), *held) if run[0] > left.toordinal())
    runs = merged([*known, span(day, None)])
    return next(date.fromordinal(start) for start, end in runs if start <= day.toordinal() < end)


def _past_stays(person: Resident) -> Iterator[Span]:
    """Give the stays as No.1; one that goes on ends where No.2 began."""
    for stay in person.past_stays:
        start, end = span(stay.first, stay.last)
        if end == FOR_EVER and person.status == NO2:
            end = max(start, person.no2_since.toordinal()) if person.no2_since else start + 1
        if start < end:
            yield start, end


def _steps(person: Resident, day: date, needed: YearsNeeded, in_japan: Years, work: Years) -> Iterator[str]:
    yield (
        f"In principle {needed.in_japan} years in a row in Japan are asked for, of which {needed.work} in a row on a "
        "work or residence status. Time as a technical intern and on No.1 counts for the first, not for the second."
    )
    if left := _left(person, day):
        yield f"You left Japan for good on {in_words(left)}. What was before does not count: both are years in a row."
    yield _about_japan(needed, in_japan)
    yield _about_work(person, day, needed, work)
    yield (
        "Time on another work or residence status right before No.2 counts as well. This card does not know of it, "
        "nor how long you were abroad. How absences count is for the regional immigration office to say."
    )
    yield (
        "These are the years alone, and an estimate. Other conditions come with them, and only the office can say "
        "whether they are met."
    )


def _about_japan(needed: YearsNeeded, years: Years) -> str:
    full = f"the {needed.in_japan} years are full on {in_words(years.full)}"
    if years.known:
        return f"In Japan since {in_words(years.since)}: {full}."
    return (
        "The card does not say since when you have been in Japan without a break. "
        f"Counted from {in_words(years.since)}, the first day that it knows, {full}. If you came earlier, it is sooner."
    )


def _about_work(person: Resident, day: date, needed: YearsNeeded, years: Years) -> str:
    full = f"the {needed.work} years on a work or residence status are full on {in_words(years.full)}"
    if person.status == NO1:
        begins = f"began on {in_words(years.since)}" if years.since > day else "began today"
        return f"You are on No.1, so the {needed.work} years have not begun. If No.2 {begins}, {full}."
    if years.known:
        return f"On No.2 since {in_words(years.since)}: {full}."
    counted = "today" if years.since == day else f"{in_words(years.since)}, the day of the permission"
    return (
        "The card does not say since when you have been on No.2. "
        f"Counted from {counted}, {full}. If No.2 began earlier, it is sooner."
    )
