from datetime import date

import pytest
from attrs import evolve

from ssw_tui.library import Library
from ssw_tui.output.card_words import schedule_of
from ssw_tui.output.cards import what_is_due
from ssw_tui.output.page import Bar, Heading, Item, Page, Paragraph, Road, Sign, Tone
from ssw_tui.output.pages.standing import MOST, many_page, standing_page
from ssw_tui.reader import Reader
from ssw_tui.tracker.records import Card, CardFile, CardStatus, Event, EventKind, Spell, SpellKind
from tests.conftest import TODAY


@pytest.fixture
def reader(library: Library) -> Reader:
    return Reader(library, TODAY)


def card_file(number: int = 1, expires: date = date(2027, 3, 15)) -> CardFile:
    since = date(2023, 4, 10)
    card = Card(id=f"card-{number}", label=f"Card {number}", status=CardStatus.SSW1, expires=expires, no1_since=since)
    moved = Event(id="moved", card=card.id, kind=EventKind.MOVED, on=date(2026, 11, 1), number=1)
    return CardFile(card=card, events=[moved])


def items(shown: Page) -> list[Item]:
    return [block for block in shown.blocks if isinstance(block, Item)]


def many(reader: Reader, files: list[CardFile], days: int = 30) -> Page:
    return many_page(reader, len(files), what_is_due(files, schedule_of(reader), days), (), days)


def test_a_card_is_given_with_what_is_overdue_what_comes_next_and_the_five_years(reader: Reader) -> None:
    shown = standing_page(reader, [card_file()], ())

    (overdue,) = [item for item in items(shown) if item.sign is Sign.ATTENTION]
    assert overdue.text == "15 Nov 2026: Notify your new address [overdue by 7 days]"
    assert overdue.note.startswith("Hand in the notice of your new address")
    assert "15 Dec 2026: First day to apply for an extension [in 23 days]" in [item.text for item in items(shown)]
    [road] = [block for block in shown.blocks if isinstance(block, Road)]
    assert road.text == "1 year, 4 months and 19 days left of the 5 years, until 10 Apr 2028"


@pytest.mark.parametrize(("days", "count"), [(14, 1), (30, 2), (90, 2), (120, 3)])
def test_how_far_ahead_it_looks_is_for_the_person_to_say(reader: Reader, days: int, count: int) -> None:
    shown = items(standing_page(reader, [card_file()], (), days))
    assert len([item for item in shown if item.sign in (Sign.ATTENTION, Sign.BULLET)]) == count


@pytest.mark.parametrize(
    ("status", "no1_since", "here", "text"),
    [
        (CardStatus.SSW1, date(2023, 4, 10), 0, "1 year, 4 months and 19 days left of the 5 years, until 10 Apr 2028"),
        (CardStatus.SSW1, date(2021, 11, 1), 0, "the 5 years were used up on 1 Nov 2026"),
        (CardStatus.SSW1, None, 0, "your first day on it is not saved"),
        (CardStatus.SSW2, None, 1, "all stays together: no limit"),
    ],
)
def test_the_road_says_where_on_it_the_person_is(
    reader: Reader, status: CardStatus, no1_since: date | None, here: int, text: str
) -> None:
    file = card_file()
    card = evolve(file.card, status=status, no1_since=no1_since)
    [road] = [block for block in standing_page(reader, [evolve(file, card=card)], ()).blocks if isinstance(block, Road)]

    assert (road.here, road.text) == (here, text)
    assert (road.share is not None) is (no1_since is not None)


def test_a_stay_on_no1_that_has_ended_is_not_counted_on(reader: Reader) -> None:
    file = card_file()
    ended = Spell(id="s", card=file.card.id, kind=SpellKind.NO1, first=date(2023, 4, 10), last=date(2025, 4, 9))
    file = evolve(file, card=evolve(file.card, no1_since=None), spells=[ended])
    [road] = [block for block in standing_page(reader, [file], ()).blocks if isinstance(block, Road)]

    assert (road.share, road.text) == (None, "your last stay on it ended on 9 Apr 2025")


def test_another_status_is_not_on_the_road(reader: Reader) -> None:
    file = card_file()
    shown = standing_page(reader, [evolve(file, card=evolve(file.card, status=CardStatus.OTHER))], ())
    assert not any(isinstance(block, Road) for block in shown.blocks)


def test_before_the_status_began_there_is_no_road(library: Library) -> None:
    shown = standing_page(Reader(library, date(2018, 1, 1)), [card_file()], ())
    assert not any(isinstance(block, Road) for block in shown.blocks)


def test_with_several_cards_each_has_its_five_years_and_there_is_no_road(reader: Reader) -> None:
    shown = standing_page(reader, [card_file(1), card_file(2)], ()).blocks
    bars = [block.text for block in shown if isinstance(block, Bar)]
    assert bars == ["505 days left, until 10 Apr 2028"] * 2
    assert not any(isinstance(block, Road) for block in shown)


def test_without_a_card_it_says_where_to_begin(reader: Reader) -> None:
    shown = standing_page(reader, [], [Heading("Your last quiz")])

    assert shown.blocks[0] == Paragraph("No card is saved yet.", Tone.STRONG)
    assert shown.blocks[-1] == Heading("Your last quiz")


def test_of_many_cards_only_what_is_near_is_listed(reader: Reader) -> None:
    files = [card_file(number) for number in range(5)]
    shown = many(reader, files)

    assert shown.blocks[0] == Heading("5 cards")
    assert [item.text for item in items(shown)] == [
        f"Card {number}, 15 Nov 2026: Notify your new address [overdue by 7 days]" for number in range(5)
    ]


def test_of_very_many_days_the_first_are_listed_and_the_others_counted(reader: Reader) -> None:
    shown = many(reader, [card_file(number) for number in range(MOST + 3)])

    assert len(items(shown)) == MOST
    assert any(isinstance(block, Paragraph) and "and 3 more days" in block.text for block in shown.blocks)


def test_where_nothing_is_near_that_is_said(reader: Reader) -> None:
    files = [CardFile(card=card_file(number).card) for number in range(5)]

    assert Paragraph("Nothing is due within 14 days.") in many(reader, files, 14).blocks
