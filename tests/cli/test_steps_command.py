"""A procedure as one person does it, and as a file."""

from datetime import date
from pathlib import Path

import pytest

from ssw_tui.tracker.records import CardStatus, TickKind
from ssw_tui.tracker.tracker import Tracker
from tests.cli.calling import Call
from tests.sample import LABEL, end_of_id, seed

EXTENSION = ("procedures", "extension-of-stay")


@pytest.fixture
def here(say: Call, data_folder: Path) -> Call:
    """Call ssw-tui as of the day of the tests, with the data folder of the test."""
    return lambda *words: say(*words, "--as-of", "2026-11-22", "--data-dir", str(data_folder))


@pytest.fixture
def card(data_folder: Path) -> str:
    with Tracker(data_folder, end_of_id) as tracker:
        return seed(tracker).id


def test_with_a_card_its_days_and_check_marks_are_said(here: Call, card: str) -> None:
    said = here(*EXTENSION, "--card", card)

    assert said.status == 0
    assert "[x] Check your total time on No.1 and what is unpaid" in said.out
    assert "When: from 15 Dec 2026, in 23 days" in said.out
    assert LABEL in said.out


def test_as_json_the_days_of_each_step_are_given(here: Call, card: str) -> None:
    data = here(*EXTENSION, "--card", card, "--format", "json").data

    assert data["card"] == card
    assert data["done"] == {"steps": 1, "papers": 1}
    filing = next(day for day in data["days"] if day["step"] == "filing")
    assert filing == {
        "step": "filing",
        "done": False,
        "state": "coming",
        "days": 23,
        "first": "2026-12-15",
        "last": "2027-03-15",
        "plan": None,
        "counter_day": "2027-03-15",
        "missing": None,
    }
    assert [day["step"] for day in data["days"]] == [step["id"] for step in data["steps"]]


def test_days_that_were_set_are_counted_with(here: Call, data_folder: Path) -> None:
    with Tracker(data_folder) as tracker:
        new = tracker.add_card(label="Aung", status=CardStatus.NONE)
        tracker.set_plan(new.id, "leaving-japan", {"departure": date(2027, 5, 1)})
        tracker.set_tick(new.id, TickKind.STEP, "leaving-japan/flight", ticked=True)

    said = here("procedures", "leaving-japan", "--card", new.id).out

    assert "about 17 Apr 2027, in 146 days" in said
    assert "[x] For good: arrange the flight" in said


def test_it_can_be_had_as_markdown_or_as_a_page_to_print(here: Call, card: str) -> None:
    markdown = here(*EXTENSION, "--card", card, "--to", "markdown").out
    page = here(*EXTENSION, "--to", "html").out

    assert markdown.startswith("# Extension of your stay\n")
    assert "\n- [x] Check your total time on No.1" in markdown
    assert page.startswith("<!DOCTYPE html>")
    assert LABEL not in page
    assert "在留期間の更新をお願いします。" in page


def test_without_a_card_no_personal_data_are_read(here: Call, data_folder: Path) -> None:
    said = here(*EXTENSION, "--to", "markdown", "--field", "agriculture", "--country", "VN")

    assert said.status == 0
    assert "Field: Agriculture" in said.out
    assert not data_folder.exists()


@pytest.mark.parametrize(
    ("arguments", "fault"),
    [
        (("procedures", "--to", "html"), "--card and --to go with one procedure"),
        ((*EXTENSION, "--card", "nobody"), 'There is no card "nobody"'),
        (("procedures", "extension", "--to", "html"), 'there is no "extension"'),
        ((*EXTENSION, "--to", "pdf"), 'there is no "pdf"'),
    ],
)
def test_what_does_not_exist_is_named(here: Call, arguments: tuple[str, ...], fault: str) -> None:
    said = here(*arguments)

    assert said.status == 2
    assert fault in said.err
