from datetime import date
from itertools import pairwise

import pytest

from ssw_tui.library import Library
from ssw_tui.output.page import Bar, Heading, Item, Sign
from ssw_tui.output.pages.field import PART_TITLE, Part, page, part_page
from ssw_tui.output.text import as_text
from ssw_tui.reader import Reader
from ssw_tui.records.field import Field
from tests.conftest import TODAY


def field_page(library: Library, field_id: str, day: date, part: Part | None = None) -> str:
    reader, field = Reader(library, day), library.all(Field)[field_id]
    return as_text(part_page(reader, field, part) if part else page(reader, field), width=2000)


def test_what_came_later_is_not_told_on_an_earlier_day(library: Library) -> None:
    text = field_page(library, "automobile-transportation", date(2024, 10, 1))
    assert "! No.1: not open yet" in text
    assert "The Cabinet decided that A2.2 is enough" not in text
    assert "16 Dec 2024" not in text


def test_what_is_planned_is_told_with_its_day(library: Library) -> None:
    text = field_page(library, "agriculture", TODAY, Part.TESTS)
    assert "From 1 April 2027, Japanese at level B1" in text
    assert "since 1 Apr 2027, planned, not yet law" in text


def test_it_names_its_sources_and_how_sure_they_are(library: Library) -> None:
    text = field_page(library, "railway", TODAY)
    assert "\nSources\n" in text
    assert "Checked 22 Nov 2026." in text


def test_the_sources_stand_by_part_and_whole(library: Library) -> None:
    text = field_page(library, "nursing-care", TODAY, Part.SOURCES)
    for part in (Part.WORK, Part.TESTS, Part.CONDITIONS, Part.FIGURES, Part.HISTORY):
        assert f"Sources: {PART_TITLE[part].lower()}" in text
    assert "Not known" in text
    assert "ssw-tui sources" not in text


@pytest.mark.parametrize("part", [part for part in Part if part is not Part.SOURCES])
def test_the_parts_together_say_what_the_whole_page_says(library: Library, part: Part) -> None:
    reader = Reader(library, TODAY)
    for field in library.all(Field).values():
        whole = page(reader, field).blocks
        said = part_page(reader, field, part).blocks
        assert all(block in whole for block in said if block != nothing_known(part)), field.id


def nothing_known(part: Part) -> Item:
    return Item(f"{PART_TITLE[part]}: nothing is known for 22 Nov 2026.", Sign.UNKNOWN)


def test_the_work_that_was_looked_for_stands_before_what_is_said_of_the_whole_field(library: Library) -> None:
    reader, field = Reader(library, TODAY), library.all(Field)["industrial-product-manufacturing"]
    looked_for = as_text(part_page(reader, field, Part.WORK, "SEW"), width=2000)
    assert (
        looked_for.index("Sewing 縫製") < looked_for.index("No.1: open") < looked_for.index("Printing and bookbinding")
    )
    assert looked_for.count("Sewing 縫製") == 1


def test_a_part_of_which_nothing_is_known_says_so(library: Library) -> None:
    former = library.all(Field)["industrial-machinery"]
    assert part_page(Reader(library, TODAY), former, Part.TESTS).blocks == (nothing_known(Part.TESTS),)


def test_every_part_of_every_field_says_something_on_every_day(library: Library) -> None:
    for day in (date(2019, 4, 1), date(2024, 10, 1), TODAY, date(2027, 6, 1)):
        for field in library.all(Field).values():
            for part in Part:
                if field.intake_on(day).value != "not-a-field":
                    assert part_page(Reader(library, day), field, part).blocks, (day, field.id, part)


def test_a_field_without_a_known_test_says_so(library: Library) -> None:
    text = field_page(library, "linen-supply", TODAY, Part.TESTS)
    assert "? No test was found for this day." in text


def test_a_field_without_no2_has_no_heading_for_its_test(library: Library) -> None:
    assert "Skills test for No.2" not in field_page(library, "nursing-care", TODAY, Part.TESTS)
    assert "Skills test for No.2" in field_page(library, "agriculture", TODAY, Part.TESTS)


def test_the_figures_show_a_bar_with_the_day_of_the_count(library: Library) -> None:
    shown = part_page(Reader(library, TODAY), library.all(Field)["agriculture"], Part.FIGURES)
    assert Bar("No.1 workers", 37_952 / 73_300, "52%: 37,952 of 73,300, counted 31 Dec 2025") in shown.blocks
    before = part_page(Reader(library, date(2019, 4, 1)), library.all(Field)["agriculture"], Part.FIGURES)
    assert Bar("No.1 workers", 0.0, "of 36,500: no count of workers yet") in before.blocks


def test_the_newest_of_the_history_comes_first(library: Library) -> None:
    text = field_page(library, "agriculture", TODAY, Part.HISTORY)
    assert text.index("1 Apr 2027") < text.index("23 Jan 2026") < text.index("31 Aug 2023") < text.index("1 Apr 2019")


def test_no_heading_stands_without_what_it_heads(library: Library) -> None:
    reader = Reader(library, TODAY)
    for field in library.all(Field).values():
        for part in Part:
            blocks = part_page(reader, field, part).blocks
            pairs = list(pairwise((*blocks, Heading(""))))
            assert not [one for one, following in pairs if isinstance(one, Heading) and isinstance(following, Heading)]
