from attrs import evolve

from ssw_tui.library import Library
from ssw_tui.output.exchange.readable import readable
from ssw_tui.reader import Reader
from ssw_tui.tracker.everything import Everything
from ssw_tui.tracker.records import CardFile, QuizRun
from tests.conftest import TODAY
from tests.tracker.everybody import AUNG, EVERYTHING, LAN, NUMBER

FILES = [CardFile(card=LAN, events=list(EVERYTHING.events)), CardFile(card=AUNG)]


def text_of(library: Library, everything: Everything = EVERYTHING, *, reveal: bool = False) -> str:
    return readable(Reader(library, TODAY), everything, FILES, reveal=reveal)


def test_everything_can_be_read(library: Library) -> None:
    text = text_of(library)

    assert text.startswith("# Personal data in ssw-tui, as of 22 Nov 2026\n")
    for said in (
        "# Aung",
        "- No1 since: 10 Apr 2023",
        "- [x] Extension of your stay: ",
        "Passport",
        "departure on 1 May 2027",
        "- Field: Agriculture",
        "- 1 Nov 2026: No.1: You meet it",
        "no1-months: 12.5",
    ):
        assert said in text


def test_numbers_are_masked_unless_they_are_revealed(library: Library) -> None:
    assert NUMBER not in text_of(library)
    assert text_of(library, reveal=True).count(NUMBER) == 1


def test_a_result_that_makes_no_sense_is_left_out(library: Library) -> None:
    for result in ("", "7", "[]"):
        run = QuizRun(id="q", day=TODAY, goal="no1", answers={}, result=result)
        assert "22 Nov 2026: no1" in text_of(library, evolve(EVERYTHING, quiz_runs=(run,)))
