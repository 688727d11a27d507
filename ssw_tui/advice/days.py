"""The one place that counts days: months, office days, and the ways in which people write a day."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import cache, lru_cache
from unicodedata import normalize

ERAS = {"令和": date(2019, 5, 1), "平成": date(1989, 1, 8), "昭和": date(1926, 12, 25)}
"""The Japanese eras that a paper can name, and their first days."""
FIRST_YEAR, LAST_YEAR = 1900, 2099
"""The years that are taken: before and after them a slip of the pen is likelier than a meaning."""
FISCAL_YEAR_END = (3, 31)
"""Month and day on which a Japanese fiscal year ends."""

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
# Patterns stay texts: compiling them here would cost every command a millisecond.
_WESTERN = r"(\d{4})(?:-(\d{1,2})-(\d{1,2})|/(\d{1,2})/(\d{1,2})|年(\d{1,2})月(\d{1,2})日)"
_IN_WORDS = r"(\d{1,2})([A-Za-z]{3,9})(\d{4})"
_JAPANESE = r"(令和|平成|昭和)(元|\d{1,2})年(\d{1,2})月(\d{1,2})日"


def add_months(day: date, months: int) -> date:
    """Give the same day of the month so many months later, or that month's last day where there is none.

    >>> add_months(date(2026, 11, 30), 3)
    datetime.date(2027, 2, 28)
    """
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return date(year, month, day.day if day.day <= 28 else min(day.day, _last_of(year, month)))


def _last_of(year: int, month: int) -> int:
    """Give the number of days of a month."""
    return 31 if month == 12 else (date(year, month + 1, 1) - timedelta(days=1)).day


@lru_cache(maxsize=4096)
def after(day: date, months: int = 0, days: int = 0) -> date:
    """Give the last day of a time of months, then days, counted from the day after; negative ones go back."""
    return add_months(day, months) + timedelta(days=days)


def fiscal_year_end(day: date) -> date:
    """Give the last day of the fiscal year that a day lies in."""
    end = date(day.year, *FISCAL_YEAR_END)
    return end if day <= end else end.replace(year=day.year + 1)


@cache
def is_holiday(day: date) -> bool:
    """Whether a day is a Japanese national holiday, one in lieu or one between two others included."""
    from jpholiday import is_holiday as listed

    return bool(listed(day))


def in_new_year(day: date) -> bool:
    """Whether a day is one of those between 29 December and 3 January on which public offices are closed."""
    return (day.month, day.day) >= (12, 29) or (day.month, day.day) <= (1, 3)


def is_open(day: date, holidays: Callable[[date], bool] = is_holiday) -> bool:
    """Whether Japanese offices are open: no weekend, no holiday, not between 29 December and 3 January."""
    return day.weekday() < 5 and not in_new_year(day) and not holidays(day)


def counter_day(day: date, holidays: Callable[[date], bool] = is_holiday) -> date:
    """Give the last day up to this one on which the office is open."""
    while not is_open(day, holidays):
        day -= timedelta(days=1)
    return day


def in_words(day: date) -> str:
    """Write a day so that no country reads it the wrong way round: 22 Nov 2026."""
    return f"{day.day} {_MONTHS[day.month - 1][:3]} {day.year}"


def parse_day(text: str) -> date:
    """Read a day: 2027-03-15, 2027/3/15, 2027年3月15日 or 令和9年3月15日, and as this program writes it: 15 Mar 2027.

    Raises:
        ValueError: with a sentence that says what is wrong with it.
    """
    written = "".join(normalize("NFKC", text).split())
    if found := re.fullmatch(_WESTERN, written):
        year, month, day = (int(part) for part in found.groups() if part)
        return _a_day(year, month, day)
    if (found := re.fullmatch(_IN_WORDS, written)) and (number := _month(found[2])):
        return _a_day(int(found[3]), number, int(found[1]))
    if found := re.fullmatch(_JAPANESE, written):
        era, count, *rest = found.groups()
        return _a_day_of_era(era, 1 if count == "元" else int(count), *map(int, rest))
    raise ValueError(f'"{text}" is no day; write it as 2027-03-15, 2027/3/15, 2027年3月15日 or 令和9年3月15日')


def _month(word: str) -> int | None:
    """Give the number of a month by its name, or by the first three letters or more of it."""
    named = (number for number, name in enumerate(_MONTHS, start=1) if name.lower().startswith(word.lower()))
    return next(named, None)


def _a_day_of_era(era: str, number: int, month: int, day: int) -> date:
    if not number:
        raise ValueError(f"there is no year 0 of {era}; its first year is {era}元年")
    first = ERAS[era]
    found = _a_day(first.year + number - 1, month, day)
    if found < first:
        raise ValueError(f"{era} began on {in_words(first)}, after {in_words(found)}")
    return found


def _a_day(year: int, month: int, day: int) -> date:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueError(f"the year {year} is not between {FIRST_YEAR} and {LAST_YEAR}")
    if not 1 <= month <= 12:
        raise ValueError(f"there is no month {month}; a year has the months 1 to 12")
    if not 1 <= day <= _last_of(year, month):
        raise ValueError(f"there is no {day} {_MONTHS[month - 1]} {year}")
    return date(year, month, day)
