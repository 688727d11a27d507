import pytest
from hypothesis import given
from hypothesis import strategies as st

from ssw_tui.tracker.printed import LONGEST_PERIOD, card_number, is_written_period, masked, months_of, period

NUMBER = "AB12345678CD"


@pytest.mark.parametrize(
    "text", [NUMBER, "ab12345678cd", "AB 1234 5678 CD", "AB12345678-CD", "ＡＢ１２３４５６７８ＣＤ"]
)
def test_a_card_number_is_read_as_printed(text: str) -> None:
    assert card_number(text) == NUMBER


@pytest.mark.parametrize("text", ["AB1234567CD", "AB123456789CD", "AB12345678C!", "在留カード12345678", ""])
def test_a_wrong_card_number_is_refused_without_repeating_it(text: str) -> None:
    with pytest.raises(ValueError, match="twelve letters and digits") as raised:
        card_number(text)

    assert not text or text not in str(raised.value)


def test_a_card_number_is_masked_but_for_its_ends() -> None:
    assert masked(NUMBER) == "AB••••••••CD"
    assert masked(NUMBER, "*") == "AB********CD"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1y", "1y"),
        ("6m", "6m"),
        ("12m", "1y"),
        ("1y6m", "18m"),
        ("3Y", "3y"),
        (" 4m ", "4m"),
        ("３ｙ", "3y"),
        ("8y4m", "100m"),
        ("100m", "100m"),
    ],
)
def test_a_period_is_written_in_years_or_months(text: str, expected: str) -> None:
    assert period(text) == expected


@pytest.mark.parametrize("text", ["", "1", "y", "0y", "1d", "1 year", "-1y", "6m1y"])
def test_a_wrong_period_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="write 1y for one year"):
        period(text)


@pytest.mark.parametrize("text", ["11y", "10y1m", "121m", "99y99m"])
def test_a_period_longer_than_any_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=f'"{text}" is too long; a period of stay can have 10 years at most'):
        period(text)


@given(text=st.from_regex(r"([0-9]{1,3}y)?([0-9]{1,4}m)?", fullmatch=True))
def test_a_period_that_is_taken_can_be_read_again(text: str) -> None:
    try:
        written = period(text)
    except ValueError:
        return
    assert is_written_period(written)
    assert period(written) == written
    assert 1 <= months_of(written) <= LONGEST_PERIOD
