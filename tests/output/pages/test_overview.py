from collections.abc import Sequence
from datetime import date, timedelta

import pytest

from ssw_tui.library import Library
from ssw_tui.output.page import Block, Heading, Item, Paragraph
from ssw_tui.output.pages.overview import CHANGES, lately
from ssw_tui.reader import SOON_DAYS, Reader
from ssw_tui.records.reference import OverviewSection
from ssw_tui.timeline import changes_between
from tests.conftest import TODAY


def told(library: Library, seen: date | None, day: date = TODAY) -> Sequence[Block]:
    return tuple(lately(Reader(library, day), seen))


def days(blocks: Sequence[Block]) -> list[str]:
    return [block.opens[1] for block in blocks if isinstance(block, Item) and block.opens]


@pytest.mark.parametrize("seen", [None, TODAY, date(2026, 10, 1)])
def test_without_anything_new_the_newest_changes_are_told(library: Library, seen: date | None) -> None:
    blocks = told(library, seen)

    assert blocks[0] == Heading("Changed lately")
    assert days(blocks) == ["2026-10-01", "2026-10-01", "2026-08-20"]


def test_what_changed_after_the_last_look_is_told_and_nothing_older(library: Library) -> None:
    blocks = told(library, date(2026, 9, 30))

    assert blocks[0] == Heading("Changed since you last looked, on 30 Sep 2026")
    assert days(blocks) == ["2026-10-01", "2026-10-01"]


def test_of_very_much_that_is_new_the_newest_are_told_and_the_rest_counted(library: Library) -> None:
    blocks = told(library, date(2026, 1, 31))

    assert len(days(blocks)) == 3
    assert isinstance(blocks[-1], Paragraph)
    assert blocks[-1].text.startswith("and 4 more; ")


def test_what_is_still_to_come_is_not_told_as_changed(library: Library) -> None:
    assert all(day <= "2026-12-31" for day in days(told(library, None, date(2026, 12, 31))))


def test_before_the_first_change_that_is_known_nothing_is_told(library: Library) -> None:
    assert told(library, None, date(2019, 1, 1)) == ()


def test_each_day_that_is_told_has_its_changes_in_the_reference(library: Library) -> None:
    facts = library.all(OverviewSection)[CHANGES].facts
    listed = {change.date for change in changes_between(library, date.min, TODAY + timedelta(days=SOON_DAYS))}
    assert {fact.since for fact in facts} <= listed
