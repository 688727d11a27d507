"""The copies of the store that are kept by themselves: one a day, before its first change, and before an import."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import date
from pathlib import Path

from ssw_tui.private_files import make_beside, make_folder, move_to_new

BACKUPS = "backups"
"""The folder of the copies, in the folder of the store."""
BESIDE = ("-wal", "-shm", "-journal")
"""What SQLite keeps beside a store that is open."""
NEWEST, MONTHS = 20, 12
"""So many of the newest copies stay, and the newest one of each of so many months."""
NAME = re.compile(r"(\d{4}-\d{2}-\d{2})(?:-(\d+))?\.sqlite3")
HALF_MADE = re.compile(r"\.(\d{4}-\d{2}-\d{2}).*\.sqlite3\.[0-9a-f]{8}")
"""What a program leaves behind that is killed while it copies."""


def keep(connection: sqlite3.Connection, folder: Path, day: date, *, anew: bool) -> None:
    """Keep a copy of a sound store, unless there is one of the day, and let the oldest go.

    Args:
        connection: the store, outside of a transaction.
        folder: the folder that the store lies in.
        day: today.
        anew: whether to keep another one of the day.

    Raises:
        sqlite3.Error, OSError: when it cannot be written; nothing was let go.
    """
    backups = folder / BACKUPS
    place = backups / f"{day}.sqlite3"
    if place.exists():
        if not anew:
            return
        place = backups / f"{day}-{1 + max(number for of, number, _ in _found(folder) if of == str(day))}.sqlite3"
    make_folder(backups)
    # Another program that is faster has kept the same.
    with suppress(FileExistsError):
        copy_store(connection, place)
    _let_go(folder, day)


def kept(folder: Path) -> list[Path]:
    """Give the copies, newest first."""
    return [file for _, _, file in sorted(_found(folder), reverse=True)]


def day_of(copy: Path) -> date | None:
    """Give the day of a copy that was kept by itself; None: it is none."""
    found = NAME.fullmatch(copy.name)
    return date.fromisoformat(found[1]) if found else None


def copy_store(connection: sqlite3.Connection, to: Path) -> None:
    """Copy a store page by page to a new file; the copy comes to its place whole.

    Raises:
        FileExistsError: when the name is taken.
        sqlite3.Error, OSError: when it cannot be written, or came out damaged.
    """
    with half_made(to) as new:
        copy_into(connection, new, "DELETE")
        move_to_new(new, to)


def copy_into(connection: sqlite3.Connection, new: Path, journal: str) -> None:
    """Copy a store page by page into an empty file.

    Raises:
        sqlite3.Error: when it cannot be written, or came out damaged.
    """
    with closing(sqlite3.connect(new, isolation_level=None)) as copy:
        connection.backup(copy)
        copy.execute(f"PRAGMA journal_mode = {journal}")
        if not is_sound(copy):
            raise sqlite3.DatabaseError("the copy is damaged")


@contextmanager
def half_made(place: Path) -> Iterator[Path]:
    """Give an empty file beside a place, to make a store in and move it there; what is left of it goes at the end.

    Raises:
        OSError: when it cannot be made.
    """
    new = make_beside(place)
    try:
        yield new
    finally:
        for ending in ("", *BESIDE):
            Path(f"{new}{ending}").unlink(missing_ok=True)


def is_sound(connection: sqlite3.Connection) -> bool:
    """Whether a whole file makes sense to SQLite."""
    return bool(connection.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok")


def _found(folder: Path) -> Iterator[tuple[str, int, Path]]:
    """Give the copies with their days and which one of the day each is."""
    for file in (folder / BACKUPS).glob("*.sqlite3"):
        if found := NAME.fullmatch(file.name):
            yield found[1], int(found[2] or 1), file


def _let_go(folder: Path, today: date) -> None:
    copies = kept(folder)
    newest_of_month = {file.name[:7]: file for file in reversed(copies)}
    months = sorted(newest_of_month, reverse=True)[:MONTHS]
    stays = {*copies[:NEWEST], *(newest_of_month[month] for month in months)}
    for file in copies:
        if file not in stays:
            file.unlink(missing_ok=True)
    for file in (folder / BACKUPS).glob(".*"):
        if (found := HALF_MADE.fullmatch(file.name)) and found[1] != str(today):
            file.unlink(missing_ok=True)
