"""Copies of the store: one made, those that are there, one put back."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from datetime import date
from pathlib import Path

from attrs import frozen

from ssw_tui.errors import DataUnavailableError, UserError
from ssw_tui.private_files import make_folder, move_to_new
from ssw_tui.tracker import everything, kept
from ssw_tui.tracker.guard import guarded
from ssw_tui.tracker.schema import KEYS, MIGRATIONS
from ssw_tui.tracker.store import STORE_NAME, UNREADABLE, DamagedError, Store

ASIDE = f"{STORE_NAME}.replaced"
FIRST_TABLES = ("cards", "events", "history")
"""Tables that every version has."""


@frozen(kw_only=True)
class Copy:
    """A copy that can be put back."""

    file: Path
    """Where it lies."""
    day: date | None
    """The day of one that was kept by itself; None: a store that was replaced by another."""
    cards: int | None
    """How many cards it holds; None: it cannot be read."""
    size: int
    """In bytes."""


def backup(folder: Path, to: Path) -> None:
    """Write a copy of the store to a new file.

    Raises:
        UserError: when there is no store yet, or the file is there already.
        DataUnavailableError: when the store cannot be read or the copy cannot be written.
    """
    with closing(Store(folder)) as store, store.copying() as connection:
        if connection is None:
            raise UserError("There is nothing to copy yet: no personal data are saved.")
        try:
            kept.copy_store(connection, to)
        except FileExistsError as error:
            raise UserError(f"{to} is there already; name a new file") from error
        except (OSError, *UNREADABLE) as error:
            raise DataUnavailableError(f"The copy {to} cannot be written ({_reason(error)}).") from error


def copies(folder: Path) -> list[Copy]:
    """Give the copies in the folder of the store: those kept by themselves, newest first, then what was replaced.

    Raises:
        DataUnavailableError: when the folder cannot be read.
    """
    try:
        return [_described(file) for file in (*kept.kept(folder), *_replaced(folder))]
    except OSError as error:
        raise DataUnavailableError(f"The data folder {folder} cannot be read ({_reason(error)}).") from error


def restore(folder: Path, source: Path) -> Path | None:
    """Put a copy in the place of the store; what it replaces is kept aside.

    Returns:
        Where the replaced store lies now; None: there was none.

    Raises:
        UserError: when the file is no copy of a store of this program.
        DataUnavailableError: when the folder cannot be written.
    """
    try:
        with closing(_opened_copy(source)) as connection:
            make_folder(folder)
            with kept.half_made(folder / STORE_NAME) as new:
                kept.copy_into(connection, new, "WAL")
                with guarded(folder, alone=True):
                    return _put(folder, new)
    except (OSError, *UNREADABLE) as error:
        raise DataUnavailableError(f"The data folder {folder} cannot be written ({_reason(error)}).") from error


def _put(folder: Path, new: Path) -> Path | None:
    """Put a store in its place, whatever is there."""
    store = folder / STORE_NAME
    aside = _set_aside(store)
    while True:
        try:
            move_to_new(new, store)
        except FileExistsError:
            # Another program has made a store meanwhile: that is replaced too.
            aside = _set_aside(store) or aside
        else:
            return aside


def _set_aside(store: Path) -> Path | None:
    if not store.exists():
        return None
    number = 1 + max((_number(file) for file in _replaced(store.parent)), default=0)
    aside = store.with_name(f"{ASIDE}-{number}")
    store.rename(aside)
    for ending in kept.BESIDE:
        with suppress(FileNotFoundError):
            store.with_name(f"{STORE_NAME}{ending}").rename(f"{aside}{ending}")
    return aside


def _replaced(folder: Path) -> list[Path]:
    """Give the stores that were set aside, the last one first."""
    found = (file for file in folder.glob(f"{ASIDE}-*") if file.name.removeprefix(f"{ASIDE}-").isdecimal())
    return sorted(found, key=_number, reverse=True)


def _number(aside: Path) -> int:
    return int(aside.name.removeprefix(f"{ASIDE}-"))


def _described(file: Path) -> Copy:
    cards = None
    with suppress(UserError, *UNREADABLE), closing(_opened_copy(file)) as connection:
        cards = int(connection.execute("SELECT count(*) FROM cards").fetchone()[0])
    return Copy(file=file, day=kept.day_of(file), cards=cards, size=file.stat().st_size)


def _opened_copy(source: Path) -> sqlite3.Connection:
    """Open a file for reading, and make sure that it is a sound store of a version that this program can read."""
    wrong = UserError(f"{source} is no copy of the personal data that this version can read; nothing was changed")
    # A file that nobody has open is read without a trace beside it, also from a disk that may not be written.
    how = "mode=ro" if Path(f"{source}-wal").exists() else "mode=ro&immutable=1"
    try:
        connection = sqlite3.connect(f"{source.absolute().as_uri()}?{how}", uri=True, isolation_level=None)
    except sqlite3.Error as error:
        raise wrong from error
    connection.row_factory = sqlite3.Row
    try:
        _check(connection)
    except UNREADABLE as error:
        connection.close()
        raise wrong from error
    return connection


def _check(connection: sqlite3.Connection) -> None:
    """Look whether a file is a store that can be read.

    Raises:
        sqlite3.Error: when it is not.
    """
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    tables = set(_tables(connection))
    if not kept.is_sound(connection) or not 0 < version <= len(MIGRATIONS) or not tables.issuperset(FIRST_TABLES):
        raise DamagedError("no store")
    if version == len(MIGRATIONS):
        if not tables.issuperset(KEYS):
            raise DamagedError("a table is missing")
        everything.read(connection)


def _tables(connection: sqlite3.Connection) -> Iterator[str]:
    for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'"):
        yield row[0]


def _reason(error: OSError | sqlite3.Error | UnicodeDecodeError) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error)
