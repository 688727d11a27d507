from datetime import date
from typing import Any

import pytest

from ssw_tui.tracker.records import (
    Card,
    CardFile,
    CardStatus,
    Leave,
    LeaveKind,
    Spell,
    SpellKind,
    card_number,
    masked,
    period,
)

NUMBER = "AB12345678CD"


def a_card(**values: Any) -> Card:  # noqa: ANN401 - a card's fields
    given: dict[str, Any] = {"id": "a", "label": "A", "status": CardStatus.SSW1, "expires": date(2027, 3, 15)}
    return Card(**given | values)


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


def test_the_card_number_and_the_employer_are_in_no_repr() -> None:
    card = a_card(number=NUMBER, employer="Green Farm")

    said = repr(card) + repr(CardFile(card=card))

    assert NUMBER not in said
    assert "Green Farm" not in said


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


@pytest.mark.parametrize(("written", "months"), [("1y", 12), ("6m", 6), ("18m", 18), ("3y", 36), (None, None)])
def test_a_period_has_its_months(written: str | None, months: int | None) -> None:
    assert CardFile(card=a_card(period=written)).period_months == months


def test_only_somebody_without_a_card_has_no_end_of_stay() -> None:
    with pytest.raises(ValueError, match="end of stay is missing"):
        a_card(expires=None)

    assert a_card(status=CardStatus.NONE, expires=None).expires is None


def test_a_stay_cannot_end_before_it_was_granted() -> None:
    with pytest.raises(ValueError, match="before it was granted on 2027-03-16"):
        a_card(granted=date(2027, 3, 16))


@pytest.mark.parametrize("label", ["", "  ", "two\nlines", "\x1b[31mred", "a\u2028b", "\udcff", "x" * 201])
def test_a_label_must_be_one_line_of_text(label: str) -> None:
    with pytest.raises(ValueError, match="the label"):
        a_card(label=label)


@pytest.mark.parametrize("label", ["Lan", "山田　太郎", "ကိုအောင်", "Nguyễn Thị Lan", "[b]x[/b]", "zero\u200dwidth"])
def test_a_label_can_be_any_line_of_text(label: str) -> None:
    assert a_card(label=label).label == label


def test_spells_and_leave_cannot_end_before_they_begin() -> None:
    day, before = date(2026, 1, 2), date(2026, 1, 1)

    with pytest.raises(ValueError, match="is before the first day"):
        Spell(id="s", card="a", kind=SpellKind.NO1, first=day, last=before)
    with pytest.raises(ValueError, match="is before the first day"):
        Leave(id="l", card="a", kind=LeaveKind.SICK, first=day, last=before, notified=True)

    assert Spell(id="s", card="a", kind=SpellKind.NO1, first=day, last=day).last == day


def test_the_first_day_as_no1_begins_a_stay_that_is_open() -> None:
    earlier = Spell(id="s", card="a", kind=SpellKind.NO1, first=date(2020, 1, 1), last=date(2021, 1, 1))
    file = CardFile(card=a_card(no1_since=date(2023, 4, 10)), spells=[earlier])

    assert [(stay.first, stay.last) for stay in file.stays] == [
        (date(2020, 1, 1), date(2021, 1, 1)),
        (date(2023, 4, 10), None),
    ]


def test_with_no2_no_stay_counts_any_more() -> None:
    assert CardFile(card=a_card(status=CardStatus.SSW2, no1_since=date(2020, 1, 1))).stays == []
