from datetime import date
from itertools import pairwise

import pytest

from ssw_tui.library import Library
from ssw_tui.output.field_list import Wanted
from ssw_tui.output.page import Page, Table
from ssw_tui.output.pages.fields import COMPARED, compare_page, list_page, nothing_page, other_work_page
from ssw_tui.output.text import as_text
from ssw_tui.reader import Reader
from ssw_tui.records.field import Field
from ssw_tui.records.other_work import OtherWork
from tests.conftest import TODAY


def said(page: Page) -> str:
    return as_text(page, width=2000)


@pytest.mark.parametrize(("day", "number"), [(date(2019, 3, 31), 0), (date(2022, 5, 25), 12), (TODAY, 19)])
def test_the_list_holds_the_fields_of_the_day(library: Library, day: date, number: int) -> None:
    assert list_page(Reader(library, day)).title.endswith(f": {number}")


def test_the_list_says_how_full_each_field_is(library: Library) -> None:
    text = as_text(list_page(Reader(library, TODAY)))
    line = next(line for line in text.split("\n") if line.startswith("Agriculture"))
    assert line.split() == ["Agriculture", "open", "yes", "52%", "農業"]


def test_work_of_no_field_is_said_to_be_in_none_with_what_is_near(library: Library) -> None:
    text = said(list_page(Reader(library, TODAY), Wanted(words="convenience store")))
    assert "✗ In no field: Convenience store" in text
    assert "What is near" in text
    assert "fits" not in text


def test_words_that_nobody_knows_are_answered_plainly(library: Library) -> None:
    text = said(nothing_page(Reader(library, TODAY), "astronaut"))
    assert 'No field of Specified Skilled Worker on 22 Nov 2026 fits "astronaut".' in text
    assert "does not mean that there is none" in text


def test_a_field_that_is_none_on_the_day_is_named_with_its_days(library: Library) -> None:
    early = said(nothing_page(Reader(library, date(2023, 1, 1)), "forestry"))
    assert "! Forestry 林業: a field from 30 Sep 2024 on" in early
    late = said(nothing_page(Reader(library, TODAY), "Industrial Machinery"))
    assert "no field any more on this day; its work is now in Industrial Product Manufacturing" in late


def test_a_list_that_switches_emptied_says_which_day_it_is_of(library: Library) -> None:
    assert "No field fits on 31 Mar 2019." in said(nothing_page(Reader(library, date(2019, 3, 31)), ""))


def test_every_work_of_no_field_has_a_page_with_its_sources(library: Library) -> None:
    for work in library.all(OtherWork).values():
        text = said(other_work_page(Reader(library, TODAY), work))
        assert "In no field" in text, work.id
        assert "Sources" in text, work.id


def test_fields_stand_side_by_side(library: Library) -> None:
    fields = [library.all(Field)[one] for one in ("agriculture", "nursing-care", "linen-supply")]
    shown = compare_page(Reader(library, TODAY), fields)
    (table,) = shown.blocks
    assert isinstance(table, Table)
    assert table.header == ("", "Agriculture", "Nursing Care", "Linen Supply")
    assert [row[0] for row in table.rows] == list(COMPARED)
    rows = {row[0]: row[1:] for row in table.rows}
    assert rows["No.1"] == ("open", "open", "not confirmed")
    assert rows["No.2"] == ("yes", "no", "no")
    assert rows["Dispatch"] == ("possible", "no, direct employment", "no, direct employment")
    assert rows["Skills test"][2] == "not known"
    assert rows["Test No.2"][1] == "no No.2"
    assert rows["Language No.2"][1] == "no No.2"
    assert rows["How full"][0].startswith("52%: 37,952 of 73,300")


def test_any_two_fields_can_be_compared_on_any_day(library: Library) -> None:
    every = list(library.all(Field).values())
    for day in (date(2019, 4, 1), date(2023, 8, 31), TODAY, date(2027, 6, 1)):
        for one, other in pairwise(every):
            assert as_text(compare_page(Reader(library, day), [one, other]))
