from datetime import date

import pytest

from ssw_tui.library import Library
from ssw_tui.output.layout import ASCII, UNICODE, Look
from ssw_tui.output.page import Item, Pair, Sign
from ssw_tui.output.pages.changes import change_data, change_page, list_page
from ssw_tui.output.text import as_text
from ssw_tui.reader import Reader
from ssw_tui.timeline import Change, changes_between
from tests.lines import wider

TODAY = date(2026, 11, 22)
THEN = date(2026, 4, 12)


@pytest.fixture
def reader(library: Library) -> Reader:
    return Reader(library, TODAY)


def told(reader: Reader, since: date, until: date) -> str:
    return as_text(list_page(reader, changes_between(reader.library, since, until), since, until), width=2000)


def the(reader: Reader, day: date, record_id: str) -> Change:
    (change,) = [one for one in changes_between(reader.library, day, day) if one.id == record_id]
    return change


def whole(reader: Reader, day: date, record_id: str) -> str:
    return as_text(change_page(reader, the(reader, day, record_id)), width=2000)


class TestList:
    """The list of changes."""

    def test_its_title_names_both_days_and_the_number(self, reader: Reader) -> None:
        page = list_page(reader, changes_between(reader.library, THEN, TODAY), THEN, TODAY)
        number = sum(isinstance(block, Item) for block in page.blocks)
        assert page.title == f"Changes from 12 Apr 2026 to 22 Nov 2026: {number}"

    def test_a_day_stands_once_over_its_changes_newest_first(self, reader: Reader) -> None:
        lines = told(reader, THEN, TODAY).splitlines()
        days = [line for line in lines if line in ("1 Oct 2026", "28 Aug 2026", "20 Aug 2026", "13 Apr 2026")]
        assert days == ["1 Oct 2026", "28 Aug 2026", "20 Aug 2026", "13 Apr 2026"]

    def test_a_change_has_what_is_said_what_was_before_and_where_to_read_on(self, reader: Reader) -> None:
        text = told(reader, date(2026, 4, 13), date(2026, 4, 13))
        assert "• Food Service Industry: No.1 is stopped for newcomers\n" in text
        assert "\n  Before: One of the first 14 fields, open to new workers until 12 April 2026.\n" in text
        assert "\n  field food-service; source: " in text

    def test_what_lies_ahead_of_the_readers_day_is_to_come(self, library: Library) -> None:
        for day, heading in ((THEN, "13 Apr 2026 (to come)"), (date(2026, 4, 13), "13 Apr 2026")):
            assert heading in told(Reader(library, day), THEN, TODAY).splitlines()

    def test_what_is_planned_and_what_is_unsure_say_so_and_have_a_sign(self, reader: Reader) -> None:
        assert "? No.2 is to be granted for 5 years too" in told(reader, TODAY, date(2027, 1, 31))
        assert "\n  Planned, not yet law.\n" in told(reader, TODAY, date(2027, 1, 31))
        unsure = told(reader, date(2026, 6, 1), date(2026, 6, 1))
        assert "? Industrial Product Manufacturing: In June 2026" in unsure
        assert "Confidence: not confirmed: ask." in unsure
        assert "no source that can be opened" in unsure

    def test_fields_that_a_title_only_counts_are_named(self, reader: Reader) -> None:
        text = told(reader, date(2026, 8, 20), date(2026, 8, 20))
        assert "\n  Fields: Building Cleaning Management; Industrial Product Manufacturing; " in text

    def test_ceilings_are_told_field_by_field(self, reader: Reader) -> None:
        text = told(reader, date(2026, 1, 23), date(2026, 1, 23))
        assert "\n  Nursing Care: 126,900 people (before: 135,000)\n" in text

    def test_nothing_found_is_said(self, reader: Reader) -> None:
        text = told(reader, date(2026, 10, 2), TODAY)
        assert text.splitlines()[0].endswith(": 0")
        assert "No change is known between these days." in text

    @pytest.mark.parametrize(("until", "warned"), [(TODAY, False), (date(2026, 11, 23), True)])
    def test_after_the_day_of_the_last_check_it_says_that_changes_may_be_missing(
        self, reader: Reader, until: date, warned: bool
    ) -> None:
        assert ("last checked on 22 Nov 2026" in told(reader, THEN, until)) is warned

    @pytest.mark.parametrize("width", [40, 80])
    @pytest.mark.parametrize("look", [UNICODE, ASCII])
    def test_no_line_is_wider_than_the_window(self, reader: Reader, width: int, look: Look) -> None:
        changes = changes_between(reader.library, date.min, date.max)
        text = as_text(list_page(reader, changes, date(2019, 1, 1), TODAY), width=width, look=look)
        assert wider(text, width) == []


class TestOne:
    """One change whole."""

    def test_it_says_since_when_and_what_held_before(self, reader: Reader) -> None:
        page = change_page(reader, the(reader, date(2026, 10, 1), "fee-change-extension-2026"))
        pairs = {block.label: block.text for block in page.blocks if isinstance(block, Pair)}
        assert pairs["Since"] == "1 Oct 2026"
        assert pairs["Before"].startswith("From 2025-04-01 to 2026-09-30: ¥6,000")

    def test_it_tells_its_details_sources_and_how_sure_they_are(self, reader: Reader) -> None:
        text = whole(reader, date(2026, 10, 1), "fee-change-extension-2026")
        assert "• Change of status or extension, 1 year: ¥33,000, online ¥27,000\n" in text
        assert "\nSources\n" in text
        assert "Confidence: " in text
        assert "Checked 22 Nov 2026." in text

    def test_it_names_the_records_that_tell_it(self, reader: Reader) -> None:
        text = whole(reader, date(2026, 4, 13), "food-service")
        assert "\n• Food service is closed to newcomers\n  rule food-service-stop\n" in text

    def test_one_that_a_single_field_tells_names_that(self, reader: Reader) -> None:
        assert "\n• Automobile Repair and Maintenance\n  field automobile-repair\n" in whole(
            reader, date(2024, 7, 16), "automobile-repair"
        )

    def test_what_ends_has_a_last_day_and_no_first(self, reader: Reader) -> None:
        ended = [one for one in changes_between(reader.library, TODAY, date.max) if one.ends]
        for change in ended:
            labels = [block.label for block in change_page(reader, change).blocks if isinstance(block, Pair)]
            assert "Until" in labels
            assert "Since" not in labels
        assert ended

    def test_what_is_planned_says_so(self, reader: Reader) -> None:
        assert "Planned, not yet law." in whole(reader, date(2027, 6, 1), "kokuho-link-2027")

    def test_every_change_has_a_page_that_names_a_source_or_says_there_is_none(self, reader: Reader) -> None:
        for change in changes_between(reader.library, date.min, date.max):
            text = as_text(change_page(reader, change))
            assert "https://" in text or "http://" in text or "No source that can be opened" in text
            assert wider(text, 80) == []


def test_as_data_it_has_plain_values_alone(reader: Reader) -> None:
    data = change_data(the(reader, date(2026, 4, 13), "food-service"))
    assert list(data)[:5] == ["date", "title", "kind", "id", "sources"]
    assert (data["date"], data["fields"], data["planned"]) == ("2026-04-13", ["food-service"], False)
    assert {"kind": "rule", "id": "food-service-stop"} in data["records"]


def test_the_sign_of_a_change_tells_what_to_rely_on(reader: Reader) -> None:
    page = list_page(reader, changes_between(reader.library, TODAY, date(2027, 12, 31)), TODAY, date(2027, 12, 31))
    signs = {block.text: block.sign for block in page.blocks if isinstance(block, Item)}
    assert signs["Employment for Skill Development begins"] is Sign.BULLET
    assert next(sign for text, sign in signs.items() if "No.2 is to be granted" in text) is Sign.UNKNOWN
