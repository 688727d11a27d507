import re
import subprocess
import sys
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ssw_tui.advice.days import add_months, after, counter_day, fiscal_year_end, in_words, is_open, parse_day

DAYS = st.dates(date(1950, 1, 1), date(2090, 12, 31))


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2026, 11, 22), 0, date(2026, 11, 22)),
        (date(2027, 3, 15), -3, date(2026, 12, 15)),
        (date(2026, 10, 31), 1, date(2026, 11, 30)),
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2027, 11, 30), 3, date(2028, 2, 29)),
        (date(2027, 5, 31), -3, date(2027, 2, 28)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2028, 2, 29), 48, date(2032, 2, 29)),
        (date(2028, 2, 29), -12, date(2027, 2, 28)),
        (date(2026, 12, 31), 2, date(2027, 2, 28)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
        (date(2027, 1, 15), -1, date(2026, 12, 15)),
        (date(2023, 4, 10), 60, date(2028, 4, 10)),
    ],
)
def test_months_end_on_the_same_day_or_on_the_last_of_the_month(day: date, months: int, expected: date) -> None:
    assert add_months(day, months) == expected


@given(DAYS, st.integers(-120, 120))
def test_months_never_end_in_another_month_or_on_a_later_day(day: date, months: int) -> None:
    ended = add_months(day, months)

    assert ended.year * 12 + ended.month == day.year * 12 + day.month + months
    assert ended.day == day.day or (ended.day < day.day and (ended + timedelta(days=1)).day == 1)


@pytest.mark.parametrize(
    ("event", "months", "days", "expected"),
    [
        (date(2020, 10, 26), 0, 14, date(2020, 11, 9)),
        (date(2026, 12, 20), 0, 14, date(2027, 1, 3)),
        (date(2028, 2, 20), 0, 14, date(2028, 3, 5)),
        (date(2020, 10, 12), 12, 0, date(2021, 10, 12)),
        (date(2026, 11, 22), 0, -14, date(2026, 11, 8)),
        (date(2026, 1, 31), 1, 1, date(2026, 3, 1)),
    ],
)
def test_days_count_from_the_day_after_and_follow_the_months(
    event: date, months: int, days: int, expected: date
) -> None:
    assert after(event, months, days) == expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 11, 20), date(2026, 11, 20)),
        (date(2026, 11, 15), date(2026, 11, 13)),
        (date(2026, 11, 23), date(2026, 11, 20)),
        (date(2026, 5, 6), date(2026, 5, 1)),
        (date(2027, 3, 22), date(2027, 3, 19)),
        (date(2026, 9, 23), date(2026, 9, 18)),
        (date(2026, 12, 28), date(2026, 12, 28)),
        (date(2026, 12, 29), date(2026, 12, 28)),
        (date(2027, 1, 1), date(2026, 12, 28)),
        (date(2027, 1, 3), date(2026, 12, 28)),
        (date(2027, 1, 4), date(2027, 1, 4)),
        (date(2028, 2, 29), date(2028, 2, 29)),
    ],
)
def test_the_counter_day_skips_weekends_holidays_those_in_lieu_and_new_year(day: date, expected: date) -> None:
    assert counter_day(day) == expected


@given(DAYS)
def test_the_counter_day_is_open_and_no_open_day_lies_between(day: date) -> None:
    found = counter_day(day)

    assert found <= day
    assert is_open(found)
    assert not any(is_open(found + timedelta(days=n)) for n in range(1, (day - found).days + 1))


def test_holidays_can_be_given_by_the_caller() -> None:
    thursday = date(2026, 11, 19)

    assert counter_day(thursday, holidays=lambda day: day == thursday) == date(2026, 11, 18)


@pytest.mark.parametrize(
    ("day", "end"),
    [
        (date(2026, 3, 31), date(2026, 3, 31)),
        (date(2026, 4, 1), date(2027, 3, 31)),
        (date(2027, 1, 1), date(2027, 3, 31)),
    ],
)
def test_a_fiscal_year_ends_on_31_march(day: date, end: date) -> None:
    assert fiscal_year_end(day) == end


@pytest.mark.parametrize(
    "text",
    [
        "2027-03-15",
        "2027-3-15",
        "2027/3/15",
        "2027/03/15",
        "2027年3月15日",
        "2027年 3月 15日",
        "２０２７年３月１５日",
        "令和9年3月15日",
        "令和９年３月１５日",
        "㋿9年3月15日",
        "၂၀၂၇-၀၃-၁၅",
        "२०२७/३/१५",
        "平成39年3月15日",
        "  2027-03-15 ",
        "15 Mar 2027",
        "15 march 2027",
    ],
)
def test_a_day_is_read_in_every_way_people_write_it(text: str) -> None:
    assert parse_day(text) == date(2027, 3, 15)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("令和元年5月1日", date(2019, 5, 1)),
        ("平成31年4月30日", date(2019, 4, 30)),
        ("昭和64年1月7日", date(1989, 1, 7)),
        ("2028-02-29", date(2028, 2, 29)),
    ],
)
def test_first_and_last_days_of_eras_are_read(text: str, expected: date) -> None:
    assert parse_day(text) == expected


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("2027-02-30", "there is no 30 February 2027"),
        ("2027-02-29", "there is no 29 February 2027"),
        ("2027/4/31", "there is no 31 April 2027"),
        ("2027-13-01", "there is no month 13"),
        ("2027-00-01", "there is no month 0"),
        ("2027-01-00", "there is no 0 January 2027"),
        ("9999-01-01", "the year 9999 is not between 1900 and 2099"),
        ("令和0年1月1日", "there is no year 0 of 令和"),
        ("令和元年4月30日", "令和 began on 1 May 2019, after 30 Apr 2019"),
        ("15/03/2027", '"15/03/2027" is no day; write it as 2027-03-15'),
        ("2027-03/15", "is no day"),
        ("15 Mrz 2027", "is no day"),
        ("30 Feb 2027", "there is no 30 February 2027"),
        ("tomorrow", '"tomorrow" is no day'),
        ("20270315", "is no day"),
        ("", "is no day"),
    ],
)
def test_a_wrong_day_is_answered_with_what_is_wrong(text: str, complaint: str) -> None:
    with pytest.raises(ValueError, match=re.escape(complaint)):
        parse_day(text)


@given(DAYS)
def test_a_day_survives_being_written_and_read(day: date) -> None:
    written = (
        day.isoformat(),
        in_words(day),
        f"{day.year}/{day.month}/{day.day}",
        f"{day.year}年{day.month}月{day.day}日",
    )

    assert {parse_day(text) for text in written} == {day}


def test_a_day_in_words_cannot_be_read_the_wrong_way_round() -> None:
    assert in_words(date(2027, 3, 5)) == "5 Mar 2027"


def test_counting_days_loads_the_holidays_only_when_they_are_asked_for() -> None:
    heavy = "{'textual', 'rich', 'asyncio', 'numpy', 'pandas', 'dateutil'}"
    program = (
        "import sys\n"
        "from datetime import date\n"
        "from ssw_tui.advice.days import counter_day, is_open\n"
        "is_open(date(2026, 11, 22))\n"
        "assert 'jpholiday' not in sys.modules, 'a Sunday needs no calendar of holidays'\n"
        "counter_day(date(2026, 11, 23))\n"
        "assert 'jpholiday' in sys.modules\n"
        f"assert not {heavy} & set(sys.modules), {heavy} & set(sys.modules)\n"
    )

    subprocess.run([sys.executable, "-c", program], check=True)
