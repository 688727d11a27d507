from datetime import date, timedelta

import pytest

from ssw_tui.advice.fees import fees_for
from ssw_tui.library import Library
from ssw_tui.records.fee import Fee

DAY = timedelta(days=1)
LAST_OLD, FIRST_NEW = date(2026, 9, 30), date(2026, 10, 1)
BANDS = (
    (range(1, 4), 10_000, 10_000),
    (range(4, 7), 18_000, 15_000),
    (range(7, 12), 25_000, 21_000),
    (range(12, 13), 33_000, 27_000),
    (range(13, 36), 48_000, 42_000),
    (range(36, 60), 64_000, 56_000),
    (range(60, 61), 75_000, 65_000),
)


@pytest.mark.parametrize("application", ["extension", "change"])
@pytest.mark.parametrize(("months", "counter", "online"), BANDS)
def test_since_october_2026_the_fee_goes_by_the_period_granted(
    library: Library, application: str, months: range, counter: int, online: int
) -> None:
    for length in months:
        (fee,) = fees_for(library.all(Fee).values(), application, FIRST_NEW, length)
        assert (fee.counter_yen, fee.online_yen) == (counter, online), length


@pytest.mark.parametrize("application", ["extension", "change"])
@pytest.mark.parametrize(
    ("day", "counter", "online"),
    [
        (date(2019, 4, 1), 4_000, 4_000),
        (date(2025, 3, 31), 4_000, 4_000),
        (date(2025, 4, 1), 6_000, 5_500),
        (date(2025, 4, 2), 6_000, 5_500),
        (LAST_OLD, 6_000, 5_500),
    ],
)
def test_before_it_was_one_fee_for_every_period(
    library: Library, application: str, day: date, counter: int, online: int
) -> None:
    for months in (None, 1, 12, 36, 60):
        (fee,) = fees_for(library.all(Fee).values(), application, day, months)
        assert (fee.counter_yen, fee.online_yen) == (counter, online), months


@pytest.mark.parametrize(
    ("day", "yen"),
    [
        (date(2025, 3, 31), 8_000),
        (date(2025, 4, 1), 10_000),
        (LAST_OLD, 10_000),
        (FIRST_NEW, 200_000),
        (FIRST_NEW + DAY, 200_000),
    ],
)
def test_permanent_residence_has_one_fee_a_day_at_the_counter(library: Library, day: date, yen: int) -> None:
    (fee,) = fees_for(library.all(Fee).values(), "permanent-residence", day, None)
    assert (fee.counter_yen, fee.online_yen) == (yen, None)


def test_without_a_period_every_band_is_given_the_shortest_first(library: Library) -> None:
    fees = fees_for(library.all(Fee).values(), "extension", FIRST_NEW, None)
    assert [fee.counter_yen for fee in fees] == [counter for _, counter, _ in BANDS]


def test_what_nobody_knows_costs_nothing_known(library: Library) -> None:
    assert fees_for(library.all(Fee).values(), "a-wish", FIRST_NEW, None) == ()
