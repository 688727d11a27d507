"""The file that holds the personal data: who may read it, how it is opened, what is wrong with it."""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from datetime import date
from errno import EDQUOT, EIO, ENOSPC
from pathlib import Path
from threading import RLock

from ssw_tui.clock import today_in_japan
from ssw_tui.errors import DataUnavailableError
from ssw_tui.private_files import has_no_room, make_folder, move_to_new
from ssw_tui.tracker import kept
from ssw_tui.tracker.guard import guarded
from ssw_tui.tracker.schema import MIGRATIONS

STORE_NAME = "ssw-tui.sqlite3"
WAIT_SECONDS = 10.0
"""How long to wait for another program that is writing."""
WAYS_OUT = "put a copy back with `ssw-tui restore FILE`, or remove everything with `ssw-tui erase --yes`"
UNDO = "take the last change back with `ssw-tui card undo`"
NO_ACCESS = (sqlite3.SQLITE_PERM, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_FULL)
NO_ACCESS_EITHER = (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_AUTH, sqlite3.SQLITE_NOLFS)
SMALLEST = 512
"""The smallest size of a store, in bytes."""
UNREADABLE = (sqlite3.Error, UnicodeDecodeError)
"""What SQLite raises; of a damaged file even its own words can be no text."""
NO_ROOM = (ENOSPC, EDQUOT)
BUSY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


class DamagedError(sqlite3.DatabaseError):
    """The store makes no sense, whatever SQLite says of it."""


class DamagedRowError(DamagedError):
    """A row of the store makes no sense; the change that put it there can be taken back."""


class Store:
    """The store of one data folder; opened at the first use, created at the first change.

    Before the first change of a day, and before an older store is brought up, a copy of it is kept. Every use raises
    DataUnavailableError when the store is damaged, from a newer version, in use for too long, or cannot be read or
    written; it then stays as it is.
    """

    def __init__(
        self,
        folder: Path,
        migrations: Sequence[Sequence[str]] = MIGRATIONS,
        today: Callable[[], date] = today_in_japan,
    ) -> None:
        self.folder = folder
        self.file = folder / STORE_NAME
        self._migrations = migrations
        self._today = today
        self._connection: sqlite3.Connection | None = None
        self._opened: tuple[int, int] | None = None
        self._sound = False
        self._lock = RLock()

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection | None]:
        """Give a connection that sees one moment of the store, or None where there is no store yet."""
        with self._lock, self._explaining():
            connection = self._open()
            if not connection:
                yield None
                return
            connection.execute("BEGIN")
            try:
                yield connection
            finally:
                _end(connection, "ROLLBACK")

    @contextmanager
    def writing(self, *, keeps_copy: bool = False) -> Iterator[sqlite3.Connection]:
        """Give a connection for one change: all of it is kept, or nothing when it raises.

        Args:
            keeps_copy: whether to keep a copy of the store as it is, whatever was kept today.
        """
        with self._lock, self._explaining():
            connection = self._begin(keeps_copy=keeps_copy)
            try:
                yield connection
                connection.execute("COMMIT")
            finally:
                _end(connection, "ROLLBACK")

    @contextmanager
    def copying(self) -> Iterator[sqlite3.Connection | None]:
        """Give a connection to a sound store outside of any transaction, or None where there is no store yet."""
        with self._lock, self._explaining():
            connection = self._open()
            if connection:
                self._make_sure(connection)
            yield connection

    def close(self) -> None:
        """Let go of the file; the next use opens it again."""
        with self._lock:
            if self._connection:
                self._connection.close()
            self._connection, self._opened, self._sound = None, None, False

    def _open(self) -> sqlite3.Connection | None:
        """Open the file, also anew where another program has put a new one in its place."""
        if self._connection and self._opened == self._identity():
            self._check(self._connection)
            return self._connection
        self.close()
        if not self._identity():
            return None
        with guarded(self.folder, alone=False):
            return self._open_anew()

    def _open_anew(self) -> sqlite3.Connection | None:
        self._opened = self._identity()
        if not self._opened:
            return None
        if self.file.is_file() and self.file.stat().st_size < SMALLEST:
            raise DamagedError("SQLite would take it for a new one")
        self._connection = self._connect()
        self._check(self._connection)
        return self._connection

    def _identity(self) -> tuple[int, int] | None:
        """Say which file the store is now; None: there is none."""
        try:
            found = self.file.stat()
        except FileNotFoundError:
            return None
        return found.st_dev, found.st_ino

    def _begin(self, *, keeps_copy: bool) -> sqlite3.Connection:
        """Begin a change in the file that is the store now, also where it was replaced while this waited its turn."""
        while True:
            connection = self._open()
            is_new = connection is None
            connection = connection or self._create()
            self._make_sure(connection)
            if not is_new:
                kept.keep(connection, self.folder, self._today(), anew=keeps_copy)
            connection.execute("BEGIN IMMEDIATE")
            if self._opened == self._identity():
                return connection
            connection.execute("ROLLBACK")

    def _connect(self) -> sqlite3.Connection:
        address = f"{self.file.absolute().as_uri()}?mode=rw"
        connection = sqlite3.connect(
            address, uri=True, isolation_level=None, timeout=WAIT_SECONDS, check_same_thread=False
        )
        connection.row_factory = sqlite3.Row
        return connection

    def _check(self, connection: sqlite3.Connection) -> None:
        """Refuse a store of a newer version, and a file that is no store of this program; bring up an older one.

        Another program can have brought it up since the last use, so this is looked at each time.
        """
        version, latest = _version(connection), len(self._migrations)
        if version > latest:
            raise DataUnavailableError(
                f"The store {self.file} was written by a newer ssw-tui (schema {version}; this one knows {latest}) and "
                f"stays as it is: update ssw-tui, {WAYS_OUT}."
            )
        if not version:
            raise DamagedError("no version")
        if version < latest:
            self._make_sure(connection)
            kept.keep(connection, self.folder, self._today(), anew=False)
            self._migrate(connection)

    def _create(self) -> sqlite3.Connection:
        """Make the store beside its place and move it there whole, so that an empty file is never a store."""
        make_folder(self.folder)
        with kept.half_made(self.file) as new:
            self._make(new)
            # Another program that is faster has made the same.
            with guarded(self.folder, alone=True), suppress(FileExistsError):
                move_to_new(new, self.file)
        return self._open() or self._connect()

    def _make(self, new: Path) -> None:
        """Make an empty store of an empty file; all of it lies in that file, nothing in a log beside it.

        Raises:
            sqlite3.Error, OSError: when it cannot be written, or came out damaged.
        """
        with closing(sqlite3.connect(new, isolation_level=None)) as connection:
            self._migrate(connection)
            # In a log the tables would reach the file only at the end, where SQLite does not say that there is no room.
            connection.execute("PRAGMA journal_mode = WAL")
        with closing(sqlite3.connect(f"{new.absolute().as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
            if _version(connection) != len(self._migrations) or not kept.is_sound(connection):
                raise OSError(EIO, "what was written came out damaged")

    def _make_sure(self, connection: sqlite3.Connection) -> None:
        """Before the first change, look whether the whole file is sound."""
        if not self._sound and not kept.is_sound(connection):
            raise DamagedError("quick_check")
        self._sound = True

    def _migrate(self, connection: sqlite3.Connection) -> None:
        connection.execute("BEGIN IMMEDIATE")
        try:
            for statements in self._migrations[_version(connection) :]:
                for statement in statements:
                    connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {len(self._migrations)}")
            connection.execute("COMMIT")
        finally:
            _end(connection, "ROLLBACK")

    @contextmanager
    def _explaining(self) -> Iterator[None]:
        try:
            yield
        except DataUnavailableError:
            self.close()
            raise
        except UNREADABLE as error:
            self.close()
            raise DataUnavailableError(self._explain(error)) from error
        except OSError as error:
            self.close()
            is_full = error.errno in NO_ROOM
            raise DataUnavailableError(self._no_access(error.strerror or str(error), is_full=is_full)) from error

    def _explain(self, error: sqlite3.Error | UnicodeDecodeError) -> str:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if code in BUSY:
            return f"The store {self.file} is in use by another program; nothing was changed, try again."
        if code in NO_ACCESS + NO_ACCESS_EITHER:
            return self._no_access(str(error), is_full=code == sqlite3.SQLITE_FULL)
        undo = f"{UNDO}, " if isinstance(error, DamagedRowError) else ""
        return f"The store {self.file} is damaged and stays as it is: {undo}{WAYS_OUT}."

    def _no_access(self, reason: str, *, is_full: bool) -> str:
        if is_full or has_no_room(self.folder):
            return (
                f"The disk of the data folder {self.folder} is full, so the data cannot be read or written: "
                "make room on it, or choose another folder with --data-dir."
            )
        return (
            f"The data folder {self.folder} cannot be read or written ({reason}); "
            "give access to it, or choose another folder with --data-dir."
        )


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _end(connection: sqlite3.Connection, how: str) -> None:
    if connection.in_transaction:
        connection.execute(how)
