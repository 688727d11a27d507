from datetime import date
from typing import Any

import pytest

from ssw_tui.tracker.records import (
    Card,
    CardFile,
    CardStatus,
    Event,
    EventKind,
    Leave,
    LeaveKind,
    QuizRun,
    Spell,
    SpellKind,
)

NUMBER = "AB12345678CD"


def a_card(**values: Any) -> Card:  # noqa: ANN401 - a card's fields
    given: dict[str, Any] = {"id": "a", "label": "A", "status": CardStatus.SSW1, "expires": date(2027, 3, 15)}
    return Card(**given | values)


def test_the_card_number_the_employer_and_the_note_are_in_no_repr() -> None:
    card = a_card(number=NUMBER, employer="Green Farm", note="tax paper")

    said = repr(card) + repr(CardFile(card=card))

    assert NUMBER not in said
    assert "Green Farm" not in said
    assert "tax paper" not in said


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


@pytest.mark.parametrize("code", [0x202A, 0x202E, 0x2066, 0x2069])
def test_a_label_cannot_turn_the_direction_of_text(code: int) -> None:
    with pytest.raises(ValueError, match=rf"the label holds the hidden character U\+{code:04X}, .*; type it again"):
        a_card(label=f"Lan{chr(code)}naL")


@pytest.mark.parametrize("label", ["\u200b", "\u200b \ufeff", "\u3164", "\u2800\ufe0f", "\u200d"])
def test_a_label_needs_something_to_see(label: str) -> None:
    with pytest.raises(ValueError, match="the label needs a character that can be seen"):
        a_card(label=label)


@pytest.mark.parametrize("number", [-1, 0, 10_000, 10**22])
def test_an_event_has_a_number_that_can_be_counted_to(number: int) -> None:
    with pytest.raises(ValueError, match="the number of an event is a whole number from 1 to 9999"):
        Event(id="e", card="a", kind=EventKind.MOVED, on=date(2026, 1, 2), number=number)


@pytest.mark.parametrize(
    "label",
    [
        "Lan",
        "山田　太郎",
        "ကိုအောင်",
        "Nguyễn Thị Lan",
        "[b]x[/b]",
        "zero\u200dwidth",
        "می\u200cخواهم",
        "\U0001f468\u200d\U0001f33e",
    ],
)
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


@pytest.mark.parametrize("result", ["", "x", "7", "[]", "{}", '{"goal": 1, "title": "Not yet"}', "[" * 10_000])
def test_a_saved_result_that_makes_no_sense_is_called_by_its_goal(result: str) -> None:
    assert QuizRun(id="q", day=date(2026, 11, 1), goal="no1", answers={}, result=result).in_words == "no1"


def test_a_saved_result_is_called_by_what_was_asked_and_what_came_out() -> None:
    result = '{"goal": "Get No.1", "title": "Not yet"}'
    assert QuizRun(id="q", day=date(2026, 11, 1), goal="no1", answers={}, result=result).in_words == "Get No.1: not yet"


def test_with_no2_no_stay_counts_any_more() -> None:
    assert CardFile(card=a_card(status=CardStatus.SSW2, no1_since=date(2020, 1, 1))).stays == []
