"""What is due on many cards: reading only those that can have something due finds the same as reading all."""

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ssw_tui.advice.deadlines import Schedule, schedule
from ssw_tui.advice.due import horizon
from ssw_tui.advice.five_years import limits_of
from ssw_tui.errors import DataUnavailableError
from ssw_tui.library import Library
from ssw_tui.output.cards import what_is_due
from ssw_tui.records.deadline import Deadline
from ssw_tui.records.figure import Figure
from ssw_tui.tracker.records import CardFile, CardStatus, EventKind, LeaveKind, SpellKind
from ssw_tui.tracker.store import STORE_NAME
from ssw_tui.tracker.tracker import Tracker
from tests.conftest import TODAY

DAYS = st.dates(date(2020, 1, 1), date(2029, 12, 31))
SOMETIMES = st.none() | DAYS
CARDS = st.fixed_dictionaries(
    {"status": st.sampled_from(CardStatus), "expires": DAYS, "no1_since": SOMETIMES},
    optional={"period": st.sampled_from(["4m", "6m", "1y", "3y"])},
)
ENTRIES = st.fixed_dictionaries(
    {
        "events": st.lists(st.tuples(st.sampled_from(EventKind), DAYS), max_size=2),
        "spells": st.lists(DAYS, max_size=1),
        "leaves": st.lists(DAYS, max_size=1),
        "done": st.booleans(),
    }
)


@pytest.fixture(scope="module")
def rules(library: Library) -> Schedule:
    return schedule(library.all(Deadline).values(), limits_of(library.all(Figure), TODAY), TODAY)


def near_files(tracker: Tracker, rules: Schedule, within: int) -> list[CardFile]:
    near = horizon(rules, within)
    assert near is not None
    return tracker.files_near(ends=near.ends, events=near.events, stays=near.stays)


@given(st.lists(st.tuples(CARDS, ENTRIES), min_size=1, max_size=6), st.integers(0, 1200))
@settings(max_examples=12, deadline=None)
def test_reading_only_the_near_cards_finds_what_reading_all_finds(
    rules: Schedule, people: list[tuple[dict[str, object], dict[str, list[date]]]], within: int
) -> None:
    with TemporaryDirectory() as folder, Tracker(Path(folder)) as tracker:
        for values, entries in people:
            _record(tracker, rules, values, entries)
        everyone, near = tracker.files(), near_files(tracker, rules, within)

    assert what_is_due(near, rules, within) == what_is_due(everyone, rules, within)
    assert [file for file in everyone if file in near] == near


def _record(tracker: Tracker, rules: Schedule, values: dict[str, object], entries: dict[str, list[date]]) -> None:
    card = tracker.add_card(label="Somebody", **values)  # type: ignore[arg-type]
    for kind, on in entries["events"]:  # type: ignore[misc]
        tracker.add_event(card.id, kind, on)  # type: ignore[has-type]
    for first in entries["spells"]:
        tracker.add_spell(card.id, SpellKind.NO1, first, None)
    for first in entries["leaves"]:
        tracker.add_leave(card.id, LeaveKind.PARENTAL, first, first, notified=True)
    if entries["done"]:
        for file_card, due in what_is_due([tracker.file(card.id)], rules, 1200)[:1]:
            tracker.set_done(file_card.id, due.id, due.anchor, TODAY)


def test_cards_that_are_far_from_everything_are_not_read(data_folder: Path, rules: Schedule) -> None:
    with Tracker(data_folder) as tracker:
        near = tracker.add_card(label="Near", status=CardStatus.SSW1, expires=date(2026, 12, 1))
        tracker.add_card(label="Far", status=CardStatus.SSW1, expires=date(2029, 12, 1), no1_since=date(2026, 1, 1))

        assert [file.card for file in near_files(tracker, rules, 30)] == [near]


def test_nothing_is_near_where_there_is_no_store(data_folder: Path, rules: Schedule) -> None:
    with Tracker(data_folder) as tracker:
        assert near_files(tracker, rules, 30) == []
    assert not data_folder.exists()


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE cards SET expires = '2029-02-30'",
        "UPDATE cards SET expires = 'soon'",
        "UPDATE cards SET no1_since = '2029-13-01'",
        "INSERT INTO events SELECT 'x', id, 'moved', '9999-99-99', 1 FROM cards",
        "INSERT INTO spells SELECT 'x', id, 'no1', 'never', NULL FROM cards",
        "INSERT INTO events VALUES ('x', 'nobody', 'moved', '2026-11-01', 1)",
    ],
)
def test_a_day_that_is_none_and_an_entry_of_nobody_are_damage_and_not_far_away(
    data_folder: Path, rules: Schedule, damage: str
) -> None:
    with Tracker(data_folder) as tracker:
        tracker.add_card(label="Far", status=CardStatus.SSW1, expires=date(2029, 12, 1))
    with closing(sqlite3.connect(data_folder / STORE_NAME)) as connection, connection:
        connection.execute(damage)

    with Tracker(data_folder) as tracker, pytest.raises(DataUnavailableError, match="damaged"):
        near_files(tracker, rules, 30)
