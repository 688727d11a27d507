"""What must survive: a program that is killed while it writes, and two that write at once."""

import os
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from ssw_tui.tracker.records import CardStatus
from ssw_tui.tracker.store import STORE_NAME
from ssw_tui.tracker.tracker import Tracker

KILLS = 20
WRITES = 50
WRITER = """
import sys
from datetime import date
from pathlib import Path
from ssw_tui.tracker.records import EventKind
from ssw_tui.tracker.tracker import Tracker

folder, card, writes = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
with Tracker(folder) as tracker:
    for _ in range(writes):
        print(tracker.add_event(card, EventKind.MOVED, date(2026, 11, 1)).id, flush=True)
"""
FIRST_WRITER = """
import sys
from pathlib import Path
from ssw_tui.tracker.records import CardStatus
from ssw_tui.tracker.tracker import Tracker

with Tracker(Path(sys.argv[1])) as tracker:
    print(tracker.add_card(label="A", status=CardStatus.NONE).id)
"""


def start(program: str, *words: object) -> "subprocess.Popen[str]":
    return subprocess.Popen([sys.executable, "-c", program, *map(str, words)], stdout=subprocess.PIPE, text=True)


def a_card(folder: Path) -> str:
    with Tracker(folder) as tracker:
        return tracker.add_card(label="Lan", status=CardStatus.SSW1, expires=date(2027, 3, 15)).id


def kept(folder: Path, card: str) -> dict[str, int]:
    with Tracker(folder) as tracker:
        return {event.id: event.number for event in tracker.file(card).events}


@pytest.mark.skipif(os.name == "nt", reason="Windows cannot kill this way")
def test_what_was_written_survives_being_killed(data_folder: Path) -> None:
    card = a_card(data_folder)
    said: list[str] = []

    for number in range(KILLS):
        with start(WRITER, data_folder, card, 1_000_000) as writer:
            assert writer.stdout is not None
            said.append(writer.stdout.readline().strip())
            time.sleep(0.002 * number)
            writer.kill()
            said += [line.strip() for line in writer.stdout if line.endswith("\n")]
    found = kept(data_folder, card)

    assert len(said) >= KILLS
    assert set(said) <= set(found)
    assert len(found) <= len(said) + KILLS, "a kill can lose what was said of one change, not of more"
    assert sorted(found.values()) == list(range(1, len(found) + 1))
    with closing(sqlite3.connect(data_folder / STORE_NAME)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        changes = connection.execute("SELECT count(*), max(number) FROM history").fetchone()
    assert changes[1] == len(found) + 1


def test_two_programs_that_write_at_once_lose_nothing(data_folder: Path) -> None:
    card = a_card(data_folder)

    writers = [start(WRITER, data_folder, card, WRITES) for _ in range(2)]
    said = [line for writer in writers for line in writer.communicate(timeout=60)[0].split()]
    found = kept(data_folder, card)

    assert [writer.returncode for writer in writers] == [0, 0]
    assert set(said) == set(found)
    assert sorted(found.values()) == list(range(1, 2 * WRITES + 1))


def test_programs_that_make_the_store_at_once_make_one(data_folder: Path) -> None:
    writers = [start(FIRST_WRITER, data_folder) for _ in range(4)]
    said = [writer.communicate(timeout=60)[0].strip() for writer in writers]

    with Tracker(data_folder) as tracker:
        assert sorted(card.id for card in tracker.cards()) == sorted(said)
    assert [path.name for path in data_folder.iterdir()] == [STORE_NAME]
