from datetime import date

import pytest
from attrs import evolve

from ssw_tui.library import Library
from ssw_tui.output.card_words import days_of
from ssw_tui.output.page import Block, Heading, Item, Page, Pair, Paragraph, Tone
from ssw_tui.output.pages.card_days import day_page, years_first
from ssw_tui.output.pages.cards import page, years_page
from ssw_tui.reader import Reader
from ssw_tui.tracker.records import Card, CardFile, CardStatus, Event, EventKind, Leave, LeaveKind, Spell, SpellKind
from tests.conftest import TODAY

CARD = Card(
    id="card",
    label="Example",
    status=CardStatus.SSW1,
    granted=date(2026, 3, 16),
    expires=date(2027, 3, 15),
    period="1y",
    no1_since=date(2023, 4, 10),
)
MOVED = Event(id="moved", card="card", kind=EventKind.MOVED, on=date(2026, 11, 1), number=1)


@pytest.fixture
def reader(library: Library) -> Reader:
    return Reader(library, TODAY)


def headings(shown: Page) -> list[str]:
    return [block.text for block in shown.blocks if isinstance(block, Heading)]


def under(shown: Page, heading: str) -> list[Block]:
    """Give the blocks that follow a heading."""
    start = 1 + shown.blocks.index(Heading(heading))
    end = next((n for n in range(start, len(shown.blocks)) if isinstance(shown.blocks[n], Heading)), len(shown.blocks))
    return list(shown.blocks[start:end])


def test_what_to_do_now_comes_first_with_where_what_to_bring_and_what_follows_otherwise(reader: Reader) -> None:
    shown = page(reader, CardFile(card=CARD, events=[MOVED]), "*")

    assert headings(shown)[:3] == ["Do now", "Your stay", "Next"]
    [item] = under(shown, "Do now")
    assert isinstance(item, Item)
    assert item.text == "Notify your new address: by 15 Nov 2026, overdue by 7 days"
    assert item.tone is Tone.WARNING
    lines = item.note.split("\n")
    assert lines[1] == "Where: City, town or village office of your new home; last day at the counter 13 Nov 2026."
    assert lines[2] == "Bring: Residence card (在留カード)."
    assert lines[3].startswith("If missed: A fine of up to ¥200,000.")


@pytest.mark.parametrize(
    ("no1_since", "warned"),
    [(date(2022, 3, 14), True), (date(2022, 3, 15), True), (date(2022, 3, 16), False), (date(2021, 11, 1), False)],
    ids=["day before", "same day", "day after", "full already"],
)
def test_where_the_five_years_end_before_the_stay_that_comes_first(
    reader: Reader, no1_since: date, warned: bool
) -> None:
    found = list(years_first(reader, CardFile(card=evolve(CARD, no1_since=no1_since))))

    assert bool(found) is warned
    assert all(item.text.startswith("The five years end first, on 1") and "No.2" in item.text for item in found)


def test_with_nothing_to_do_it_says_what_comes_first(reader: Reader) -> None:
    first, second = under(page(reader, CardFile(card=CARD), "*"), "Do now")

    assert isinstance(first, Paragraph)
    assert isinstance(second, Paragraph)
    assert first.text == "Nothing is due within 30 days, as far as this card tells."
    assert second.text == "What comes first: First day to apply for an extension: from 15 Dec 2026, in 23 days."


def test_what_may_be_done_now_stands_by_itself(reader: Reader) -> None:
    shown = page(reader, CardFile(card=evolve(CARD, expires=date(2027, 1, 31))), "*")

    [item] = under(shown, "You can do this now")
    assert isinstance(item, Item)
    assert item.text == "31 Oct 2026: First day to apply for an extension [may be done now]"


def test_what_is_taken_for_granted_is_said_where_the_card_gives_no_length_of_the_stay(reader: Reader) -> None:
    def says_so(card: Card) -> bool:
        blocks = page(reader, CardFile(card=card), "*").blocks
        return any(isinstance(block, Paragraph) and "6 months or more are assumed" in block.text for block in blocks)

    assert says_so(evolve(CARD, granted=None, period=None))
    assert not says_so(CARD)
    assert not says_so(evolve(CARD, granted=None))


def test_what_was_recorded_is_said_in_the_words_of_the_worker(reader: Reader) -> None:
    spell = Spell(id="spell", card="card", kind=SpellKind.NO1, first=date(2020, 4, 1), last=date(2021, 3, 31))
    leave = Leave(
        id="leave", card="card", kind=LeaveKind.SICK, first=date(2025, 10, 1), last=date(2025, 12, 31), notified=True
    )
    shown = page(reader, CardFile(card=CARD, events=[MOVED], spells=[spell], leaves=[leave]), "*")

    assert under(shown, "Recorded") == [
        Item("1 Nov 2026: I moved to another home"),
        Item("1 Apr 2020 to 31 Mar 2021: a stay as No.1"),
        Item("1 Oct 2025 to 31 Dec 2025: sick leave; the employer notified it"),
    ]


def test_somebody_without_a_card_sees_what_to_do_before(reader: Reader) -> None:
    shown = page(reader, CardFile(card=Card(id="card", label="Example", status=CardStatus.NONE)), "*")

    first, *_ = under(shown, "Before you have a card")
    assert isinstance(first, Item)
    assert first.opens == ("procedure", "coe-from-abroad")
    assert not any(isinstance(block, Pair) and block.label == "Stay ends" for block in shown.blocks)


def test_the_five_years_have_a_page_of_their_own_with_each_step(reader: Reader) -> None:
    shown = years_page(reader, CardFile(card=CARD))

    assert headings(shown)[0] == "How the five years were counted"
    assert any(isinstance(block, Paragraph) and "estimate" in block.text for block in shown.blocks)


def test_a_day_has_a_page_that_leads_to_its_steps_and_its_counter(reader: Reader) -> None:
    file = CardFile(card=CARD, events=[MOVED])
    [due] = [due for due in days_of(reader, file) if due.id == "address-move"]
    shown = day_page(reader, due)

    pairs = {block.label: block.text for block in shown.blocks if isinstance(block, Pair)}
    assert shown.title == "Notify your new address"
    assert pairs["By"] == "15 Nov 2026 [overdue by 7 days]"
    assert pairs["At the counter"] == "last open on 13 Nov 2026"
    assert pairs["Counted from"] == '"I moved to another home", 1 Nov 2026'
    assert pairs["Basis"].startswith("Immigration Act, Art. 19-9")
    assert [(pointer.kind, pointer.id) for pointer in shown.pointers][:2] == [
        ("procedure", "post-arrival"),
        ("counter-card", "city-hall-moving-home"),
    ]


def test_every_day_of_everybody_can_be_opened(reader: Reader) -> None:
    events = [Event(id=kind, card="card", kind=kind, on=date(2026, 11, 1), number=1) for kind in EventKind]
    for due in days_of(reader, CardFile(card=CARD, events=events)):
        labels = [block.label for block in day_page(reader, due).blocks if isinstance(block, Pair)]

        assert {"What", "Where", "If missed", "Counted from", "Basis"} <= set(labels), due.id
        assert labels[0] in ("By", "From"), due.id
