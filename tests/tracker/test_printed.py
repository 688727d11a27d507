import pytest

from ssw_tui.tracker.printed import card_number, masked, period

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
    [("1y", "1y"), ("6m", "6m"), ("12m", "1y"), ("1y6m", "18m"), ("3Y", "3y"), (" 4m ", "4m"), ("３ｙ", "3y")],
)
def test_a_period_is_written_in_years_or_months(text: str, expected: str) -> None:
    assert period(text) == expected


@pytest.mark.parametrize("text", ["", "1", "y", "0y", "1d", "1 year", "-1y", "6m1y"])
def test_a_wrong_period_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="write 1y for one year"):
        period(text)
