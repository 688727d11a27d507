from datetime import date

import pytest

from ssw_tui.library import Library
from ssw_tui.output.page import Page
from ssw_tui.output.pages.fields import fields_on, list_page, matching, page
from ssw_tui.output.text import as_text
from ssw_tui.reader import Reader
from ssw_tui.records.field import Field

TODAY = date(2026, 11, 22)


def field_page(library: Library, field_id: str, day: date) -> str:
    return as_text(page(Reader(library, day), library.all(Field)[field_id]), width=2000)


def test_what_came_later_is_not_told_on_an_earlier_day(library: Library) -> None:
    text = field_page(library, "automobile-transportation", date(2024, 10, 1))
    assert "! No.1: not open yet" in text
    assert "The Cabinet decided that A2.2 is enough" not in text
    assert "16 Dec 2024" not in text


def test_what_is_planned_is_told_with_its_day(library: Library) -> None:
    text = field_page(library, "agriculture", TODAY)
    assert "From 1 April 2027, Japanese at level B1" in text
    assert "since 1 Apr 2027, planned, not yet law" in text


def test_it_names_its_sources_and_how_sure_they_are(library: Library) -> None:
    text = field_page(library, "railway", TODAY)
    assert "\nSources\n" in text
    assert "Checked 22 Nov 2026." in text


@pytest.mark.parametrize(("day", "number"), [(date(2019, 3, 31), 0), (date(2022, 5, 25), 12), (TODAY, 19)])
def test_the_list_holds_the_fields_of_the_day(library: Library, day: date, number: int) -> None:
    listed: Page = list_page(Reader(library, day))
    assert listed.title.endswith(f": {number}")


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("介護", {"nursing-care"}),
        ("caregiver", {"nursing-care"}),
        ("RAILWAY", {"railway"}),
        ("food service", {"food-service"}),
        ("nothing of the kind", set()),
    ],
)
def test_fields_are_found_by_what_the_work_is_called(library: Library, words: str, found: set[str]) -> None:
    assert {field.id for field in matching(fields_on(Reader(library, TODAY)), words)} == found


def test_all_fields_are_found_where_nothing_is_typed(library: Library) -> None:
    every = fields_on(Reader(library, TODAY))
    assert matching(every, " ") == every
