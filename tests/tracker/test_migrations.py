"""Stores that earlier versions wrote, made here by the statements of those versions."""

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from ssw_tui.tracker.plans import ChoiceKind
from ssw_tui.tracker.records import CardStatus, TickKind
from ssw_tui.tracker.schema import MIGRATIONS
from ssw_tui.tracker.store import STORE_NAME
from ssw_tui.tracker.tracker import Tracker

DEPARTURE = date(2027, 5, 1)

VERSION_1 = """
PRAGMA journal_mode = WAL;
CREATE TABLE cards (
    id TEXT PRIMARY KEY, position INTEGER NOT NULL, label TEXT NOT NULL, status TEXT NOT NULL, field TEXT,
    expires TEXT, granted TEXT, period TEXT, number TEXT, no1_since TEXT, employer TEXT);
CREATE TABLE events (
    id TEXT PRIMARY KEY, card TEXT NOT NULL, kind TEXT NOT NULL, day TEXT NOT NULL, number INTEGER NOT NULL);
CREATE INDEX events_of_card ON events (card, kind, number);
CREATE TABLE spells (
    id TEXT PRIMARY KEY, card TEXT NOT NULL, kind TEXT NOT NULL, first TEXT NOT NULL, last TEXT);
CREATE INDEX spells_of_card ON spells (card);
CREATE TABLE leaves (
    id TEXT PRIMARY KEY, card TEXT NOT NULL, kind TEXT NOT NULL, first TEXT NOT NULL, last TEXT NOT NULL,
    notified INTEGER NOT NULL);
CREATE INDEX leaves_of_card ON leaves (card);
CREATE TABLE done (
    card TEXT NOT NULL, deadline TEXT NOT NULL, anchor TEXT NOT NULL, day TEXT NOT NULL,
    PRIMARY KEY (card, deadline, anchor));
CREATE TABLE ticks (card TEXT NOT NULL, kind TEXT NOT NULL, key TEXT NOT NULL, PRIMARY KEY (card, kind, key));
CREATE TABLE quiz_runs (
    id TEXT PRIMARY KEY, position INTEGER NOT NULL, day TEXT NOT NULL, goal TEXT NOT NULL,
    answers TEXT NOT NULL, result TEXT NOT NULL);
CREATE TABLE history (
    number INTEGER PRIMARY KEY AUTOINCREMENT, what TEXT NOT NULL, card TEXT, before TEXT NOT NULL,
    after TEXT NOT NULL, undone INTEGER NOT NULL DEFAULT 0);
INSERT INTO cards VALUES ('lan-0001', 1, 'Lan', 'ssw1', 'agriculture', '2027-03-15', NULL, '1y', NULL, NULL, NULL);
INSERT INTO events VALUES ('e1', 'lan-0001', 'moved', '2026-11-01', 1);
INSERT INTO ticks VALUES ('lan-0001', 'step', 'extension-of-stay/plan'), ('', 'document', 'extension-of-stay/photo');
INSERT INTO history (what, card, before, after) VALUES (
    'step ticked off', 'lan-0001', '{}',
    '{"ticks": [{"card": "lan-0001", "kind": "step", "key": "extension-of-stay/plan"}]}');
PRAGMA user_version = 1;
"""


@pytest.fixture
def of_version_1(data_folder: Path) -> Path:
    data_folder.mkdir()
    with closing(sqlite3.connect(data_folder / STORE_NAME)) as connection:
        connection.executescript(VERSION_1)
    return data_folder


def _version(folder: Path) -> int:
    with closing(sqlite3.connect(folder / STORE_NAME)) as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


def test_a_store_of_version_1_is_read_whole_and_takes_plans(of_version_1: Path) -> None:
    with Tracker(of_version_1) as tracker:
        [file] = tracker.files()
        assert (file.card.label, file.status, file.expires) == ("Lan", CardStatus.SSW1, date(2027, 3, 15))
        assert (file.card.no2_since, file.card.note) == (None, None)
        assert [event.kind for event in file.events] == ["moved"]
        assert [tick.key for tick in tracker.ticks("lan-0001")] == ["extension-of-stay/plan"]
        assert [tick.kind for tick in tracker.ticks(None)] == [TickKind.DOCUMENT]
        assert tracker.plans("lan-0001") == []
        tracker.set_plan("lan-0001", "leaving-japan", {"departure": DEPARTURE})
        tracker.set_choice(None, ChoiceKind.FIELD, "fishery")

    with Tracker(of_version_1) as tracker:
        assert [plan.on for plan in tracker.plans("lan-0001")] == [DEPARTURE]
        assert tracker.choices(None) == {ChoiceKind.FIELD: "fishery"}
    assert _version(of_version_1) == len(MIGRATIONS)


def test_what_version_1_changed_can_still_be_taken_back(of_version_1: Path) -> None:
    with Tracker(of_version_1) as tracker:
        change = tracker.undo()

        assert change is not None
        assert change.what == "step ticked off"
        assert tracker.ticks("lan-0001") == []


def test_the_statements_of_version_1_are_never_changed() -> None:
    def tables(script: str) -> list[str]:
        with closing(sqlite3.connect(":memory:")) as connection:
            connection.executescript(script)
            return [
                " ".join(sql.split()) for (sql,) in connection.execute("SELECT sql FROM sqlite_master WHERE sql != ''")
            ]

    assert tables(";\n".join(MIGRATIONS[0])) == tables(VERSION_1)
