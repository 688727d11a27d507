from datetime import date
from pathlib import Path

import pytest

from ssw_tui.errors import UserError
from ssw_tui.library import Library
from ssw_tui.output.own_steps import OwnSteps, read_own
from ssw_tui.output.pages.steps import own_step_page, plan_page
from ssw_tui.output.text import as_text
from ssw_tui.reader import Reader
from ssw_tui.records.document import Document
from ssw_tui.records.procedure import Procedure
from ssw_tui.tracker.plans import ChoiceKind
from ssw_tui.tracker.records import CardStatus, EventKind, TickKind
from ssw_tui.tracker.tracker import Tracker
from tests.conftest import TODAY
from tests.sample import end_of_id, seed

DEPARTURE = date(2027, 5, 1)


@pytest.fixture
def reader(library: Library) -> Reader:
    return Reader(library, TODAY)


@pytest.fixture
def tracker(data_folder: Path) -> Tracker:
    return Tracker(data_folder, end_of_id)


def save_quiz(tracker: Tracker, **answers: str) -> None:
    tracker.save_quiz(day=TODAY, goal="no1", answers={"goal": "no1", **answers}, result="{}")


def test_without_a_store_there_is_nothing_and_none_is_made(tracker: Tracker, reader: Reader, data_folder: Path) -> None:
    with tracker:
        assert read_own(tracker, None, reader) == OwnSteps()
    assert not data_folder.exists()


def test_what_is_kept_of_a_card_is_read(tracker: Tracker, reader: Reader) -> None:
    with tracker:
        card = seed(tracker)
        tracker.set_plan(card.id, "leaving-japan", {"departure": DEPARTURE})
        tracker.set_choice(card.id, ChoiceKind.HOME_COUNTRY, "nepal")
        own = read_own(tracker, card.id, reader)

    assert own.holder is not None
    assert own.holder.card == card
    assert own.ticked == {("step", "extension-of-stay/plan"), ("document", "extension-of-stay/leave-statement")}
    assert own.planned == {"leaving-japan": {"departure": DEPARTURE}}
    assert (own.field, own.country, own.others) == ("agriculture", "nepal", 0)


def test_a_card_that_does_not_exist_is_named(tracker: Tracker, reader: Reader) -> None:
    with tracker, pytest.raises(UserError, match="nobody"):
        read_own(tracker, "nobody", reader)


def test_a_choice_goes_before_the_card_and_the_card_before_the_quiz(tracker: Tracker, reader: Reader) -> None:
    with tracker:
        save_quiz(tracker, field="fishery-aquaculture", passport="VN")
        own = read_own(tracker, None, reader)
        assert (own.field, own.country) == ("fishery-aquaculture", "viet-nam")

        card = seed(tracker)
        assert read_own(tracker, card.id, reader).field == "agriculture"

        tracker.set_choice(card.id, ChoiceKind.FIELD, "forestry")
        assert read_own(tracker, card.id, reader).field == "forestry"


@pytest.mark.parametrize(
    ("answers", "field", "country"),
    [
        ({"field": "unknown", "passport": "none"}, None, None),
        ({"field": "forestry", "passport": "PH"}, "forestry", "philippines"),
        ({"passport": "FR"}, None, "other-country"),
        ({}, None, None),
    ],
)
def test_of_a_quiz_only_what_names_a_field_or_a_country_is_taken(
    tracker: Tracker, reader: Reader, answers: dict[str, str], field: str | None, country: str | None
) -> None:
    with tracker:
        save_quiz(tracker, **answers)
        own = read_own(tracker, None, reader)

    assert (own.field, own.country) == (field, country)


def test_with_several_cards_no_quiz_is_taken_for_anybodys(tracker: Tracker, reader: Reader) -> None:
    with Tracker(tracker._store.folder) as several:
        save_quiz(several, field="forestry", passport="VN")
        first, _ = (several.add_card(label=label, status=CardStatus.NONE) for label in ("A", "B"))
        own = read_own(several, first.id, reader)

    assert (own.field, own.country, own.others) == (None, None, 1)


def test_what_the_content_does_not_know_any_more_is_left_out(tracker: Tracker, reader: Reader) -> None:
    with tracker:
        tracker.set_choice(None, ChoiceKind.FIELD, "a-field-of-later")
        tracker.set_plan(None, "leaving-japan", {"an-anchor-of-later": DEPARTURE})
        own = read_own(tracker, None, reader)

    assert own.field is None
    assert {day.on for day in own.days(reader, reader.library.all(Procedure)["leaving-japan"])} == {None}


def test_progress_counts_steps_and_each_paper_once(reader: Reader) -> None:
    procedure = reader.library.all(Procedure)["extension-of-stay"]
    own = OwnSteps(ticked=frozenset({("step", "extension-of-stay/plan"), ("document", "extension-of-stay/passport")}))

    progress = own.progress(reader, procedure)

    assert (progress.steps_done, progress.steps, progress.papers_done) == (1, 4, 1)
    assert progress.papers == len(
        {paper.id for step in procedure.steps for paper in own.papers(reader, procedure, step)}
    )
    assert progress.next is not None
    assert progress.next.step.id == "filing"


def test_with_everything_ticked_off_nothing_comes_next(reader: Reader) -> None:
    procedure = reader.library.all(Procedure)["permanent-residence"]
    own = OwnSteps(ticked=frozenset(("step", f"permanent-residence/{step.id}") for step in procedure.steps))

    assert own.progress(reader, procedure).next is None


def test_papers_of_other_fields_are_left_out(reader: Reader) -> None:
    extension = reader.library.all(Procedure)["extension-of-stay"]
    filing = next(step for step in extension.steps if step.id == "filing")
    for field in ("construction", None):
        papers = OwnSteps(field=field).papers(reader, extension, filing)
        assert all(not paper.fields or field in paper.fields for paper in papers)
        assert any(paper.fields for paper in papers) == (field is not None)


@pytest.mark.parametrize(
    ("status", "procedure", "asked"),
    [
        (CardStatus.SSW1, "extension-of-stay", False),
        (CardStatus.SSW2, "extension-of-stay", True),
        (CardStatus.NONE, "extension-of-stay", True),
        (CardStatus.SSW1, "no1-to-no2", True),
    ],
)
def test_the_pledge_about_no2_work_is_asked_of_nobody_who_stays_on_no1(
    tracker: Tracker, reader: Reader, status: CardStatus, procedure: str, asked: bool
) -> None:
    with tracker:
        card = tracker.add_card(label="Lan", status=status, expires=DEPARTURE)
        own = read_own(tracker, card.id, reader)
    whole = reader.library.all(Procedure)[procedure]
    papers = {paper.id for step in whole.steps for paper in own.papers(reader, whole, step)}

    assert ("no2-pledge" in papers) == asked


def test_what_is_marked_as_done_on_the_card_is_not_overdue_among_the_steps(tracker: Tracker, reader: Reader) -> None:
    ended = date(2026, 11, 1)
    procedure = reader.library.all(Procedure)["change-of-employer-or-field"]
    step = next(step for step in procedure.steps if step.id == "notify-end")
    with tracker:
        card = tracker.add_card(label="Lan", status=CardStatus.SSW1, expires=DEPARTURE)
        tracker.add_event(card.id, EventKind.CONTRACT_ENDED, ended)
        before = read_own(tracker, card.id, reader)
        tracker.set_done(card.id, "organisation-end", ended, TODAY)
        after = read_own(tracker, card.id, reader)

    assert "overdue: by 15 Nov 2026" in as_text(plan_page(reader, procedure, before))
    said = as_text(own_step_page(reader, procedure, step, after))
    assert "by 15 Nov 2026, marked as done on My card" in said
    assert "overdue" not in said
    assert not after.has_done(procedure, step)
    assert step.id not in {day.step.id for own in (after,) if (day := own.progress(reader, procedure).next)}


def test_no_support_plan_is_asked_of_no2(tracker: Tracker, reader: Reader) -> None:
    with tracker:
        card = tracker.add_card(label="Lan", status=CardStatus.SSW2, expires=DEPARTURE)
        own = read_own(tracker, card.id, reader)
    extension = reader.library.all(Procedure)["extension-of-stay"]
    papers = {paper.id for step in extension.steps for paper in own.papers(reader, extension, step)}

    assert papers.isdisjoint({"support-plan", "leave-statement", "sixth-year-statement"})


def test_a_paper_counts_once_for_its_whole_procedure(reader: Reader) -> None:
    own = OwnSteps(ticked=frozenset({("document", "extension-of-stay/passport")}))
    passport = reader.library.all(Document)["passport"]

    assert own.has(reader.library.all(Procedure)["extension-of-stay"], passport)
    assert not own.has(reader.library.all(Procedure)["leaving-japan"], passport)


def test_ticks_of_support_do_not_count_as_steps(tracker: Tracker, reader: Reader) -> None:
    with tracker:
        tracker.set_tick(None, TickKind.SUPPORT, "extension-of-stay/plan", ticked=True)
        own = read_own(tracker, None, reader)

    assert own.progress(reader, reader.library.all(Procedure)["extension-of-stay"]).steps_done == 0
