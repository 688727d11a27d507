"""What a card says of permanent residence."""

from datetime import date
from typing import Any

import pytest

from ssw_tui.library import Library
from ssw_tui.output.page import Heading, Item, Pair, Paragraph
from ssw_tui.output.residence import residence_blocks, residence_data, residence_of, residence_rules, say_earliest
from ssw_tui.reader import Reader
from ssw_tui.records.rule import Rule
from ssw_tui.records.source import Source
from ssw_tui.tracker.records import Card, CardFile, CardStatus
from tests.conftest import TODAY

END = date(2028, 3, 15)


@pytest.fixture
def reader(library: Library) -> Reader:
    return Reader(library, TODAY)


def card(status: CardStatus = CardStatus.SSW2, **days: date | None) -> CardFile:
    return CardFile(card=Card(id="lan", label="Lan", status=status, **{"expires": END, **days}))  # type: ignore[arg-type]


def said(reader: Reader, file: CardFile) -> str:
    found = residence_of(reader, file)
    assert found is not None
    return say_earliest(found, reader.day)


def test_the_earliest_day_says_what_it_rests_on(reader: Reader) -> None:
    known: dict[str, Any] = {"in_japan_since": date(2014, 5, 1), "no2_since": date(2024, 4, 1)}
    full: dict[str, Any] = {"in_japan_since": date(2010, 5, 1), "no2_since": date(2021, 4, 1)}
    on_no1: dict[str, Any] = {"in_japan_since": date(2010, 5, 1)}

    assert said(reader, card(**known)) == "1 Apr 2029"
    assert said(reader, card(no2_since=date(2024, 4, 1))) == "1 Apr 2034, as far as this card tells"
    assert said(reader, card(**full)) == "1 Apr 2026: by this count the years are full"
    assert said(reader, card(CardStatus.SSW1, **on_no1)) == "22 Nov 2031, if No.2 began today"
    planned = card(CardStatus.SSW1, no2_since=date(2027, 4, 1), **on_no1)
    assert said(reader, planned) == "1 Apr 2032, if No.2 began on 1 Apr 2027"


@pytest.mark.parametrize("status", [CardStatus.OTHER, CardStatus.NONE])
def test_other_cards_say_nothing_of_it(reader: Reader, status: CardStatus) -> None:
    assert list(residence_blocks(reader, card(status, in_japan_since=date(2010, 1, 1)))) == []


def test_the_page_tells_a_holder_of_no2_what_else_is_asked_for_and_a_holder_of_no1_where_to_read_on(
    reader: Reader,
) -> None:
    no2, no1 = list(residence_blocks(reader, card())), list(residence_blocks(reader, card(CardStatus.SSW1)))

    assert no2[0] == Heading("Permanent residence, by the years")
    assert isinstance(no2[1], Pair)
    assert Paragraph("Asked for beside the years:") in no2
    assert any(isinstance(block, Item) and "longest period of your status" in block.text for block in no2)
    assert Paragraph("Asked for beside the years:") not in no1
    assert isinstance(no1[-1], Item)
    assert no1[-1].opens == ("topic", "permanent-residence")


def test_the_rules_are_those_of_the_day(library: Library) -> None:
    def rules(day: date) -> list[str]:
        reader = Reader(library, day)
        found = residence_of(reader, card())
        assert found is not None
        return [rule.id for rule in residence_rules(reader, found)]

    assert rules(TODAY) == ["pr-10-years", "pr-longest-period", "pr-2027-guideline", "pr-law-2027"]
    assert rules(date(2027, 4, 1)) == ["pr-10-years", "pr-2027-guideline", "pr-law-2027"]
    assert rules(date(2025, 1, 1)) == ["pr-10-years"]


def test_before_the_rule_on_the_years_nothing_is_counted(library: Library) -> None:
    assert residence_of(Reader(library, date(2019, 5, 30)), card()) is None
    assert residence_of(Reader(library, date(2019, 5, 31)), card()) is not None


def test_as_data_it_names_its_rule_whose_sources_can_be_opened(reader: Reader) -> None:
    found = residence_of(reader, card(in_japan_since=date(2014, 5, 1), no2_since=date(2024, 4, 1)))
    assert found is not None

    data = residence_data(found)

    assert (data["earliest"], data["in_japan"]["full"], data["work"]["full"]) == (
        "2029-04-01",
        "2024-05-01",
        "2029-04-01",
    )
    [rule] = data["rules"]
    assert set(reader.library.all(Rule)[rule].sources) <= reader.library.all(Source).keys()
