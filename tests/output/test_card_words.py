from datetime import date

import pytest

from ssw_tui.output.card_words import say_time_left


@pytest.mark.parametrize(
    ("today", "last", "said"),
    [
        (date(2026, 11, 22), date(2027, 9, 22), "10 months"),
        (date(2026, 11, 22), date(2027, 9, 21), "9 months and 30 days"),
        (date(2026, 11, 22), date(2028, 1, 1), "1 year, 1 month and 10 days"),
        (date(2026, 11, 30), date(2027, 2, 28), "3 months"),
        (date(2026, 11, 22), date(2026, 11, 23), "1 day"),
        (date(2026, 11, 22), date(2026, 11, 22), "0 days"),
    ],
)
def test_a_time_is_said_in_whole_years_months_and_days(today: date, last: date, said: str) -> None:
    assert say_time_left(today, last) == said
