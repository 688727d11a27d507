"""The questions of the quiz that a card answers already, so that nobody has to type them again.

Only what is certain is given. What a card cannot know for sure stays open: which job is wanted by somebody who has one,
how leave counts, whether another work status came before No.2.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import ROUND_FLOOR, Decimal
from typing import Protocol

from ssw_tui.advice.answers import Answer
from ssw_tui.advice.days import add_months
from ssw_tui.advice.five_years import days_held
from ssw_tui.advice.holder import Resident
from ssw_tui.advice.permanent_residence import PermanentResidence

NO1 = "ssw1"
HOLDERS = (NO1, "ssw2")
GONE = ("left-for-good", "status-revoked")
"""After these the card says nothing of today."""
AT_WORK_AGAIN = ("contract-signed", "decision-received")
"""What can have ended a time without work."""
SHORTEST_PERIOD_MONTHS = 6
"""An application for the stay is not older than this, where nothing else is known of the stay's beginning."""
PERIODS = {60: "5-years", 36: "3-years", 24: "2-years", 12: "1-year"}
"""The options of card-period by their months."""
HUNDREDTH = Decimal("0.01")


class Known(Resident, Protocol):
    """Somebody with a card and all that it says."""

    @property
    def field(self) -> str | None:
        """The id of the field of work."""


def answers_from(person: Known, residence: PermanentResidence | None, day: date) -> dict[str, Answer]:
    """Give what a card answers for certain on a day, by the ids of the questions.

    Args:
        person: the card with what was recorded.
        residence: its years towards permanent residence, where they are counted.
        day: today; what is recorded for a later day has not happened.
    """
    if _last(person, day, *GONE):
        return {}
    return dict(_answers(person, residence, day))


def _answers(person: Known, residence: PermanentResidence | None, day: date) -> Iterator[tuple[str, Answer]]:
    if person.status == "none":
        if person.field:
            yield "field", person.field
    elif person.expires and (person.expires >= day or _is_pending(person, person.expires, day)):
        yield from _of_the_card(person, person.expires, day)
    if held := _held(person, day):
        first, days = held
        yield "no1-months", _months(first, first + timedelta(days=days))
    if residence and residence.in_japan.known:
        yield "years-in-japan", _years(residence.in_japan.since, day)
    if residence and residence.work.known and residence.work.full <= day:
        yield "counted-work-years", _years(residence.work.since, day)


def _held(person: Known, day: date) -> tuple[date, int] | None:
    """Give the first day on No.1 and the days held; None where a stay is open that another status has ended."""
    open_ended = any(stay.last is None for stay in person.past_stays)
    return None if open_ended and person.status != NO1 else days_held(person.past_stays, day)


def _of_the_card(person: Known, end: date, day: date) -> Iterator[tuple[str, Answer]]:
    """Give what the card itself says, while it is valid."""
    yield "stay-ends", end
    if not _is_abroad(person, day):
        yield "location", "in-japan"
    if _is_pending(person, end, day):
        yield "application-pending", "yes"
    if period := _period(person.period_months):
        yield "card-period", period
    if person.status not in HOLDERS:
        return
    yield "status", str(person.status)
    if person.field:
        yield "current-field", person.field
    ended, again = _last(person, day, "contract-ended"), _last(person, day, *AT_WORK_AGAIN)
    if ended and (again is None or again < ended):
        yield "months-without-work", _months(ended, day)


def _is_pending(person: Known, end: date, day: date) -> bool:
    """Whether an application for the stay with this end was filed in time and is not decided."""
    months = person.period_months or (0 if person.granted else SHORTEST_PERIOD_MONTHS)
    begins = max(person.granted or date.min, add_months(end, -months) if months else date.min)
    filed, decided = _last(person, min(day, end), "application-filed"), _last(person, day, "decision-received")
    return filed is not None and begins <= filed and (decided is None or decided < filed)


def _is_abroad(person: Known, day: date) -> bool:
    left, back = _last(person, day, "left-japan"), _last(person, day, "returned")
    return left is not None and (back is None or back < left)


def _last(person: Known, day: date, *kinds: str) -> date | None:
    return max((event.on for event in person.events if event.kind in kinds and event.on <= day), default=None)


def _period(months: int | None) -> str | None:
    if months is None:
        return None
    return "shorter" if months < min(PERIODS) else PERIODS.get(months)


def _months(first: date, day: date) -> Decimal:
    """Give the months from a first day to another, the last one in parts; never more than they are."""
    whole = 12 * (day.year - first.year) + day.month - first.month
    if add_months(first, whole) > day:
        whole -= 1
    begun, ends = add_months(first, whole), add_months(first, whole + 1)
    return (whole + Decimal((day - begun).days) / (ends - begun).days).quantize(HUNDREDTH, ROUND_FLOOR)


def _years(first: date, day: date) -> Decimal:
    return (_months(first, day) / 12).quantize(HUNDREDTH, ROUND_FLOOR)
