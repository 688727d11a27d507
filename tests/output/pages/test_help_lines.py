from datetime import datetime

from ssw_tui.clock import TOKYO
from ssw_tui.library import Library
from ssw_tui.output.pages import help_lines as pages
from ssw_tui.output.text import as_text
from ssw_tui.reader import Reader
from ssw_tui.records.risk import HelpLine
from tests.conftest import TODAY


def test_without_a_wish_the_lines_keep_their_order(library: Library) -> None:
    assert [line.id for line in pages.in_order(Reader(library, TODAY))] == list(library.all(HelpLine))


def test_who_speaks_a_language_comes_first(library: Library) -> None:
    lines = pages.in_order(Reader(library, TODAY), language="vi")
    speak = ["vi" in line.languages for line in lines]
    assert speak == sorted(speak, reverse=True)
    assert any(speak)
    assert len(lines) == len(library.all(HelpLine))


def test_the_named_ones_come_first_and_among_them_who_speaks_the_language(library: Library) -> None:
    reader = Reader(library, TODAY)
    named = ("police", "fresc", "isa-info")
    assert [line.id for line in pages.in_order(reader, named)][:3] == list(named)
    assert [line.id for line in pages.in_order(reader, named, "ne")][:4] == [
        "isa-info",
        "police",
        "fresc",
        "fresc-helpdesk",
    ]


def test_every_language_that_some_line_speaks_can_be_chosen_by_its_name(library: Library) -> None:
    spoken = pages.spoken(Reader(library, TODAY))
    names = [pages.LANGUAGES[code].name for code in spoken]
    assert names == sorted(names)
    assert set(spoken) == {code for line in library.all(HelpLine).values() for code in line.languages}


def test_a_line_says_how_to_ask_for_the_language_and_where_it_is_not_on_its_list(library: Library) -> None:
    reader, lines = Reader(library, TODAY), library.all(HelpLine)
    spoken = as_text(pages.help_line_page(reader, lines["isa-info"], "vi"))
    assert "ベトナム語で話せますか。" in spoken
    assert "is not on the list" not in spoken
    assert "Vietnamese is not on the list of this line." in as_text(pages.help_line_page(reader, lines["police"], "vi"))
    assert "話せますか" not in as_text(pages.help_line_page(reader, lines["police"], "ja"))


def test_a_page_gives_the_sentences_to_say(library: Library) -> None:
    text = as_text(pages.help_line_page(Reader(library, TODAY), library.all(HelpLine)["police"]))
    assert "What to say" in text
    assert "警察に来てほしいです。" in text
    assert "けいさつにきてほしいです。 I want the police to come." in text


def test_it_is_said_whether_a_line_is_open_now_and_what_time_it_is_in_japan(library: Library) -> None:
    reader, lines = Reader(library, TODAY), library.all(HelpLine)
    sunday, tuesday = _at("2026-11-22 19:40"), _at("2026-11-24 10:05")

    page = as_text(pages.help_line_page(reader, lines["isa-info"], None, sunday))
    assert "closed until Tuesday 24 Nov 2026, 08:30, by these hours (in Japan it is Sunday, 19:40)" in " ".join(
        page.split()
    )
    assert pages.say_open(lines["isa-info"], tuesday) == (
        "open until 17:15, by these hours (in Japan it is Tuesday, 10:05)"
    )
    assert pages.say_open(lines["police"], sunday) == "open, day and night"
    assert pages.say_open(lines["otit"], tuesday).startswith("not known from these hours")
    assert pages.say_open(lines["houterasu"], _at("2026-11-23 10:00")).endswith("next Tuesday 24 Nov 2026, 09:00")
    assert pages.say_line(lines["isa-info"], "id", tuesday).endswith("(Indonesian, open now)")
    assert "Now" not in as_text(pages.help_line_page(reader, lines["isa-info"]))


def _at(moment: str) -> datetime:
    return datetime.fromisoformat(moment).replace(tzinfo=TOKYO)
