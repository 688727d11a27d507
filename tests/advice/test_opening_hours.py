from datetime import date, datetime

import pytest

from ssw_tui.advice.opening_hours import Answer, Opening, opening
from ssw_tui.clock import TOKYO
from ssw_tui.library import Library
from ssw_tui.records.risk import HelpLine, KindOfDay

HOLIDAY = date(2026, 11, 23)
"""A Monday."""


@pytest.mark.parametrize(
    ("line", "now", "expected"),
    [
        ("isa-info", "2026-11-24 08:29", (Answer.CLOSED, date(2026, 11, 24), "08:30")),
        ("isa-info", "2026-11-24 08:30", (Answer.OPEN, date(2026, 11, 24), "17:15")),
        ("isa-info", "2026-11-24 17:14", (Answer.OPEN, date(2026, 11, 24), "17:15")),
        ("isa-info", "2026-11-24 17:15", (Answer.CLOSED, date(2026, 11, 25), "08:30")),
        ("isa-info", "2026-11-22 10:00", (Answer.CLOSED, date(2026, 11, 24), "08:30")),
        ("isa-info", "2026-11-23 10:00", (Answer.CLOSED, date(2026, 11, 24), "08:30")),
        ("isa-info", "2026-12-28 18:00", (Answer.CLOSED, date(2027, 1, 4), "08:30")),
        ("isa-info", "2026-12-30 10:00", (Answer.CLOSED, date(2027, 1, 4), "08:30")),
        ("labour-hotline-night", "2026-11-23 10:00", (Answer.OPEN, date(2026, 11, 23), "21:00")),
        ("labour-hotline-night", "2026-11-24 10:00", (Answer.CLOSED, date(2026, 11, 24), "17:00")),
        ("labour-hotline-night", "2027-01-02 10:00", (Answer.CLOSED, date(2027, 1, 4), "17:00")),
        ("houterasu", "2026-11-23 10:00", (Answer.UNKNOWN, date(2026, 11, 24), "09:00")),
        ("houterasu", "2026-11-22 10:00", (Answer.CLOSED, date(2026, 11, 24), "09:00")),
        ("houterasu", "2026-12-30 10:00", (Answer.UNKNOWN, date(2027, 1, 4), "09:00")),
        ("police", "2027-01-01 23:59", (Answer.OPEN, date(2027, 1, 1), "24:00")),
        ("otit", "2026-11-24 10:00", (Answer.UNKNOWN, None, None)),
    ],
)
def test_it_goes_by_the_hours_and_says_when_they_begin_or_end(
    library: Library, line: str, now: str, expected: tuple[Answer, date | None, str | None]
) -> None:
    at = datetime.fromisoformat(now).replace(tzinfo=TOKYO)

    assert opening(library.all(HelpLine)[line], at, {HOLIDAY}.__contains__) == Opening(*expected)


def test_the_hours_to_count_with_are_those_that_are_printed(library: Library) -> None:
    for line in library.all(HelpLine).values():
        for hours in line.open:
            assert hours.opens < hours.closes
            assert f"{hours.opens}-{hours.closes}" in line.hours or line.hours == "Always", line.id
        says_holidays = not line.open or "holidays" in line.hours or line.hours == "Always"
        assert (KindOfDay.HOLIDAY in line.open_not_known_on) != says_holidays, line.id
