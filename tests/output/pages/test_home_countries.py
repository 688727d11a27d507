import pytest

from ssw_tui.library import Library
from ssw_tui.output.page import Item
from ssw_tui.output.pages.home_countries import countries_page, country_page
from ssw_tui.output.text import as_text
from ssw_tui.reader import Reader
from ssw_tui.records.home_country import HomeCountry
from tests.conftest import TODAY


@pytest.fixture
def reader(library: Library) -> Reader:
    """Somebody who reads the real content today."""
    return Reader(library, TODAY)


def text_of(reader: Reader, country: str) -> str:
    return " ".join(as_text(country_page(reader, reader.library.all(HomeCountry)[country])).split())


def test_a_country_gives_its_paper_and_its_steps_in_order(reader: Reader) -> None:
    text = text_of(reader, "philippines")
    assert "Paper in the application in Japan No paper." in text
    assert text.index("1. Recruitment agreement") < text.index("4. Overseas Employment Certificate (OEC)")
    assert "who: the employer; where: Migrant Workers Office" in text
    assert "wherever you are" in text
    assert "Confidence: " in text


def test_what_is_not_known_of_a_country_is_said_with_whom_to_ask(reader: Reader) -> None:
    text = text_of(reader, "sri-lanka")
    assert "Not known ? The steps of Sri Lanka itself were not found. Ask the embassy" in text
    assert "0570-013904" in text
    assert "in order" not in text


def test_every_country_is_listed(reader: Reader) -> None:
    page = countries_page(reader)
    listed = [block for block in page.blocks if isinstance(block, Item)]
    assert [block.opens for block in listed] == [("home-country", one) for one in reader.library.all(HomeCountry)]
    assert "its own steps are not known" in listed[-1].note
