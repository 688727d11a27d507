"""`python -m benchmarks.kill_writes`: kills programs while they write, lets others write at once, and counts the loss.

A program that is killed may lose the change that it had not acknowledged, never one that it had. Exit status 1: one is
lost, half of one is there, or a store or a copy of it is damaged.
"""

import argparse
import json
import os
import signal
import sqlite3
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from datetime import date, timedelta
from itertools import count
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from attrs import asdict, define

from ssw_tui.tracker.everything import Everything
from ssw_tui.tracker.records import Card, CardStatus, EventKind
from ssw_tui.tracker.store import STORE_NAME
from ssw_tui.tracker.tracker import Tracker

DAY = date(2026, 11, 22)
KILLS, WRITERS, WRITES = 1000, 4, 250
LONGEST_WAIT = 0.03
"""Seconds from a program's first acknowledged change to its death, at most: some ten changes."""
FROM_NOTHING = 10
"""Each so many-th program is killed while it makes a store where there is none."""
BATCH = 5
"""Cards that are imported at once: all are there, or none."""
BATCH_EVERY = 8
"""Each so many-th change is an import, and keeps a copy of the store before."""


@define(kw_only=True)
class Figures:
    """What came out."""

    kills: int = 0
    acknowledged: int = 0
    """Changes of which a killed program had said that they are kept."""
    found: int = 0
    """Those of them that are there."""
    kept_unsaid: int = 0
    """Changes that are there though their program died before it said so."""
    halves: int = 0
    """Imports of which only a part is there."""
    copies: int = 0
    """Copies that were kept on the way."""
    damaged: int = 0
    """Stores and copies that are damaged."""
    writes: int = 0
    """Changes of programs that wrote at once."""
    writes_found: int = 0
    """Those of them that are there, each with a number of its own."""
    seconds: float = 0

    @property
    def is_good(self) -> bool:
        """Whether nothing was lost or damaged."""
        is_all_there = (self.found, self.writes_found) == (self.acknowledged, self.writes)
        return is_all_there and self.kept_unsaid <= self.kills and not self.halves + self.damaged


def kill_writers(folder: Path, kills: int, figures: Figures) -> None:
    """Kill one program after the other while it writes into the same store, then look what it holds."""
    random = Random(1)  # noqa: S311 - the same waits in every run
    folder.mkdir()
    said: list[str] = []
    card = _add_card(folder / "store")
    for number in range(kills):
        if number % FROM_NOTHING == FROM_NOTHING - 1:
            _killed(_maker(folder / f"new-{number}"), random.uniform(0, LONGEST_WAIT), waits=False)
            continue
        day = DAY + timedelta(days=number)
        writer = _writer(folder / "store", card, day, f"batch-{number}")
        said += _killed(writer, random.uniform(0, LONGEST_WAIT), waits=True)
    figures.kills += kills
    _look(folder / "store", card, said, figures)
    for store in folder.glob("new-*"):
        with Tracker(store) as tracker:
            figures.halves += len(tracker.cards()) > 1
    _check_files(folder, figures)


def write_at_once(folder: Path, writers: int, writes: int, figures: Figures) -> None:
    """Let programs write into the same store at once, then look what it holds."""
    card = _add_card(folder)
    started = [_forked(_events(folder, card, writes)) for _ in range(writers)]
    said = [line for pid, reading in started for line in _rest(pid, reading)]
    with Tracker(folder) as tracker:
        kept = {event.id: event.number for event in tracker.file(card).events}
    figures.writes += writers * writes
    figures.writes_found += len(set(said) & set(kept)) if sorted(kept.values()) == [*range(1, len(kept) + 1)] else 0
    _check_files(folder, figures)


Say = Callable[[str], None]


def _add_card(folder: Path) -> str:
    with Tracker(folder, today=lambda: DAY) as tracker:
        return tracker.add_card(label="Example card", status=CardStatus.SSW1, expires=date(2027, 3, 15)).id


def _maker(folder: Path) -> Callable[[Say], None]:
    return lambda say: say(_add_card(folder))


def _writer(folder: Path, card: str, day: date, name: str) -> Callable[[Say], None]:
    def write(say: Say) -> None:
        with Tracker(folder, today=lambda: day) as tracker:
            for number in count(1):
                if number % BATCH_EVERY:
                    say(tracker.add_event(card, EventKind.MOVED, day).id)
                else:
                    cards = tuple(_batch(f"{name}-{number}"))
                    tracker.take_in(lambda _, cards=cards: Everything(cards=cards))  # type: ignore[misc]
                    say(f"{name}-{number}")

    return write


def _batch(name: str) -> Iterable[Card]:
    for number in range(BATCH):
        yield Card(id=f"{name}-of-{number}", label=name, status=CardStatus.NONE)


def _events(folder: Path, card: str, writes: int) -> Callable[[Say], None]:
    def write(say: Say) -> None:
        with Tracker(folder, today=lambda: DAY) as tracker:
            for _ in range(writes):
                say(tracker.add_event(card, EventKind.MOVED, DAY).id)

    return write


def _forked(run: Callable[[Say], None]) -> tuple[int, int]:
    """Run something in a process of its own; give its id and where to read what it says."""
    reading, writing = os.pipe()
    pid = os.fork()
    if pid:
        os.close(writing)
        return pid, reading
    status = 1
    try:
        run(lambda line: _say(writing, line))
        status = 0
    finally:
        os._exit(status)


def _say(writing: int, line: str) -> None:
    os.write(writing, f"{line}\n".encode())


def _killed(run: Callable[[Say], None], wait: float, *, waits: bool) -> list[str]:
    """Start something, wait until it says something where that is wanted, then a time, and kill it."""
    pid, reading = _forked(run)
    begun = os.read(reading, 1) if waits else b""
    time.sleep(wait)
    os.kill(pid, signal.SIGKILL)
    return _rest(pid, reading, begun)


def _rest(pid: int, reading: int, begun: bytes = b"") -> list[str]:
    """Give the whole lines that a process said until its end."""
    with os.fdopen(reading, "rb") as stream:
        said = begun + stream.read()
    os.waitpid(pid, 0)
    return said.decode().split("\n")[:-1]


def _look(folder: Path, card: str, said: Sequence[str], figures: Figures) -> None:
    with Tracker(folder) as tracker:
        there = {event.id for event in tracker.file(card).events}
        batches: dict[str, int] = {}
        for other in tracker.cards():
            if other.id != card:
                batches[other.label] = batches.get(other.label, 0) + 1
    there |= batches.keys()
    figures.acknowledged += len(said)
    figures.found += len(there.intersection(said))
    figures.kept_unsaid += len(there.difference(said))
    figures.halves += sum(size != BATCH for size in batches.values())


def _check_files(folder: Path, figures: Figures) -> None:
    copies = list(folder.rglob("backups/*.sqlite3"))
    figures.copies += len(copies)
    for file in (*copies, *folder.rglob(STORE_NAME)):
        with closing(sqlite3.connect(file)) as connection:
            figures.damaged += connection.execute("PRAGMA integrity_check").fetchone()[0] != "ok"


def main(argv: Sequence[str]) -> int:
    """Kill, write, look, and print the figures."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.kill_writes", description=(__doc__ or "").split("\n")[2]
    )
    parser.add_argument("--kills", type=int, default=KILLS)
    parser.add_argument("--writers", type=int, default=WRITERS)
    parser.add_argument("--writes", type=int, default=WRITES, help="of each writer")
    arguments = parser.parse_args(argv)
    figures, started = Figures(), time.perf_counter()
    with TemporaryDirectory(prefix="ssw-tui-kills-") as folder:
        kill_writers(Path(folder) / "kills", arguments.kills, figures)
        write_at_once(Path(folder) / "at-once", arguments.writers, arguments.writes, figures)
    figures.seconds = round(time.perf_counter() - started, 1)
    sys.stdout.write(json.dumps(asdict(figures), indent=1) + "\n")
    return 0 if figures.is_good else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
