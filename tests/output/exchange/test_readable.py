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
        "- No.1 since: 10 Apr 2023",
        "- [x] Extension of your stay: ",
        "Passport",
        "departure on 1 May 2027",
        "- Field: Agriculture",
        "- 1 Nov 2026: No.1: you meet it",
        "no1-months: 12.5",
    ):
        assert said in text


def test_it_begins_with_a_list_of_the_cards_whose_turn_it_is_first(library: Library) -> None:
    names = [line.split(" | ")[0] for line in text_of(library).splitlines() if line.startswith("|")]
    assert names == ["| Name", "| ---", f"| {LAN.label}", "| Aung"]


def test_it_names_the_same_thing_once(library: Library) -> None:
    lines = text_of(library).splitlines()
    about_lan = lines[lines.index(f"# {LAN.label}") : lines.index("## Planned")]
    labels = [line.partition(":")[0] for line in about_lan if line.startswith("- ") and ": " in line]
    assert len([label for label in labels if label in ("- Field", "- Status", "- Employer", "- Period")]) == 4
    assert sum(line == "# Sources" for line in lines) == 1
    assert "## Sources" not in lines


def test_numbers_are_masked_unless_they_are_revealed(library: Library) -> None:
    assert NUMBER not in text_of(library)
    assert text_of(library, reveal=True).count(NUMBER) == 1


def test_a_result_that_makes_no_sense_is_left_out(library: Library) -> None:
    run = QuizRun(id="q", day=TODAY, goal="no1", answers={}, result="x")
    assert "22 Nov 2026: no1" in text_of(library, evolve(EVERYTHING, quiz_runs=(run,)))


def test_somebody_without_a_card_who_has_no_day_yet_needs_no_sources(library: Library) -> None:
    text = readable(Reader(library, TODAY), Everything(cards=(AUNG,)), [CardFile(card=AUNG)], reveal=False)

    assert "# Aung" in text
    assert "# Sources" not in text
