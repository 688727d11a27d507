import pytest

from ssw_tui.library import Library
from ssw_tui.output.cells import cells
from ssw_tui.output.page import Gap, Item, Paragraph, Tone
from ssw_tui.output.pages.counter import counter_cards_page, counter_page
from ssw_tui.output.text import as_text
from ssw_tui.reader import Reader
from ssw_tui.records.counter import CounterCard
from tests.conftest import TODAY


@pytest.fixture
def reader(library: Library) -> Reader:
    """Somebody who reads the real content today."""
    return Reader(library, TODAY)


def test_the_japanese_stands_first_then_how_to_say_it_then_what_it_means(reader: Reader) -> None:
    for card in reader.library.all(CounterCard).values():
        blocks = iter(counter_page(reader, card).blocks)
        for sentence in card.sentences:
            assert next(blocks) == Paragraph(sentence.ja, Tone.STRONG)
            assert next(blocks) == Paragraph(sentence.kana, Tone.QUIET)
            assert next(blocks) == Paragraph(sentence.english)
            assert next(blocks) == Gap()


@pytest.mark.parametrize("width", [40, 60])
def test_a_card_is_whole_in_a_narrow_window(reader: Reader, width: int) -> None:
    for card in reader.library.all(CounterCard).values():
        lines = as_text(counter_page(reader, card), width).splitlines()
        assert [line for line in lines if cells(line) > width and "http" not in line] == []
        text = "".join(lines)
        assert all(sentence.ja in text for sentence in card.sentences), card.id


def test_a_card_names_what_to_bring_and_the_steps_that_lead_there(reader: Reader) -> None:
    text = as_text(counter_page(reader, reader.library.all(CounterCard)["city-hall-moving-in"]))
    assert "在留カード（ざいりゅうカード）" in text
    assert "Register your address" in text
    assert "e-Gov" in text


def test_a_card_without_facts_names_no_sources(reader: Reader) -> None:
    text = as_text(counter_page(reader, reader.library.all(CounterCard)["city-hall-resident-record"]))
    assert "Sources" not in text


def test_all_cards_are_listed_by_their_counter(reader: Reader) -> None:
    page = counter_cards_page(reader)
    listed = [block.opens for block in page.blocks if isinstance(block, Item)]
    assert listed == [("counter-card", card) for card in reader.library.all(CounterCard)]
    assert "地方出入国在留管理局" in as_text(page)
