"""Copies of the store: one made, one put back, and everything removed."""

import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from ssw_tui.errors import DataUnavailableError, UserError
from ssw_tui.private_files import make_beside, make_folder
from ssw_tui.tracker.schema import MIGRATIONS
from ssw_tui.tracker.store import STORE_NAME, Store

BESIDE = ("-wal", "-shm")
"""What SQLite keeps beside a store that is open."""
ASIDE = f"{STORE_NAME}.replaced"
BACKUPS = "backups"


def backup(folder: Path, to: Path) -> None:
    """Write a copy of the store to a new file.

    Raises:
        UserError: when there is no store yet, or the file is there already.
        DataUnavailableError: when the store cannot be read or the copy cannot be written.
    """
    if to.exists():
        raise UserError(f"{to} is there already; name a new file")
    store = Store(folder)
    try:
        with store.reading() as connection:
            if connection is None:
                raise UserError("There is nothing to copy yet: no personal data are saved.")
            connection.execute("ROLLBACK")
            _copy(connection, to)
    except OSError as error:
        raise DataUnavailableError(f"The copy {to} cannot be written ({error.strerror}).") from error
    finally:
        store.close()


def restore(folder: Path, source: Path) -> Path | None:
    """Put a copy in the place of the store; what it replaces is kept aside.

    Returns:
        Where the replaced store lies now; None: there was none.

    Raises:
        UserError: when the file is no copy of a store of this program.
        DataUnavailableError: when the folder cannot be written.
    """
    new: Path | None = None
    try:
        with closing(_opened_copy(source)) as connection:
            make_folder(folder)
            new = make_beside(folder / STORE_NAME)
            _copy(connection, new, into_new=False)
        aside = _set_aside(folder)
        new.replace(folder / STORE_NAME)
    except OSError as error:
        raise DataUnavailableError(f"The data folder {folder} cannot be written ({error.strerror}).") from error
    finally:
        if new is not None:
            new.unlink(missing_ok=True)
    return aside


def erase(folder: Path) -> int:
    """Remove the store, what was kept aside and every copy in the folder.

    Returns:
        How many files were removed.

    Raises:
        DataUnavailableError: when a file cannot be removed.
    """
    found = [
        file for pattern in (f"{STORE_NAME}*", f".{STORE_NAME}.*", f"{BACKUPS}/*") for file in folder.glob(pattern)
    ]
    try:
        for file in found:
            file.unlink(missing_ok=True)
    except OSError as error:
        raise DataUnavailableError(f"{error.filename} cannot be removed ({error.strerror}).") from error
    with suppress(OSError):
        (folder / BACKUPS).rmdir()
    return len(found)


def _opened_copy(source: Path) -> sqlite3.Connection:
    wrong = UserError(f"{source} is no copy of the personal data that this version can read; nothing was changed")
    try:
        connection = sqlite3.connect(f"{source.absolute().as_uri()}?mode=ro", uri=True, isolation_level=None)
    except sqlite3.Error as error:
        raise wrong from error
    try:
        sound = connection.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok"
        version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    except sqlite3.Error as error:
        connection.close()
        raise wrong from error
    if not sound or not 0 < version <= len(MIGRATIONS):
        connection.close()
        raise wrong
    return connection


def _copy(connection: sqlite3.Connection, to: Path, *, into_new: bool = True) -> None:
    """Copy a store page by page; the copy comes to its place whole."""
    new = make_beside(to) if into_new else to
    try:
        with closing(sqlite3.connect(new, isolation_level=None)) as copy:
            connection.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")
        if into_new:
            new.rename(to)
    finally:
        if into_new:
            new.unlink(missing_ok=True)


def _set_aside(folder: Path) -> Path | None:
    store = folder / STORE_NAME
    if not store.exists():
        return None
    number = 1 + sum(1 for _ in folder.glob(f"{ASIDE}-*"))
    aside = folder / f"{ASIDE}-{number}"
    store.rename(aside)
    for ending in BESIDE:
        with suppress(FileNotFoundError):
            (folder / f"{STORE_NAME}{ending}").rename(folder / f"{aside.name}{ending}")
    return aside
