from datetime import date

from ssw_tui.library import Library
from ssw_tui.output.page import Paragraph, Tone
from ssw_tui.output.pages.reference import answer_page
from ssw_tui.reader import Reader
from ssw_tui.records.reference import Answer


def first_words(library: Library, day: date) -> Paragraph:
    """Give the first block of an answer that holds since 1 October 2026."""
    reader = Reader(library, day)
    block = answer_page(reader, reader.library.all(Answer)["fee-rise"]).blocks[0]
    assert isinstance(block, Paragraph)
    return block


def test_an_answer_that_does_not_hold_on_the_day_says_so_first(library: Library) -> None:
    warning = first_words(library, date(2026, 9, 30))
    assert warning.tone is Tone.WARNING
    assert "1 Oct 2026" in warning.text
    assert "not yet on 30 Sep 2026" in warning.text


def test_an_answer_that_holds_begins_with_itself(library: Library) -> None:
    assert first_words(library, date(2026, 10, 1)).tone is not Tone.WARNING
