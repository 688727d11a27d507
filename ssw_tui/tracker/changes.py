"""The store in use: opened, changed so that it can be taken back, closed."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Self

from ssw_tui.clock import today_in_japan
from ssw_tui.tracker import history, queries
from ssw_tui.tracker.history import Change, Row, Rows
from ssw_tui.tracker.ids import random_end
from ssw_tui.tracker.schema import KEYS
from ssw_tui.tracker.store import Store


class Changes:
    """The personal data of one data folder, and how they are changed, whatever they are.

    Reading makes no file. Everything raises DataUnavailableError when the data cannot be read or written, and
    UserError for a card that does not exist; changes raise ValueError with a sentence for values that cannot be.
    """

    def __init__(
        self,
        data_folder: Path,
        end_of_id: Callable[[], str] = random_end,
        today: Callable[[], date] = today_in_japan,
    ) -> None:
        self._store = Store(data_folder, today=today)
        self._end_of_id = end_of_id

    def __enter__(self) -> Self:
        """Use it in a with statement; it closes itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close it."""
        self.close()

    def close(self) -> None:
        """Let go of the store."""
        self._store.close()

    def undo(self) -> Change | None:
        """Take the last change back; None where there is none."""
        return self._go(history.undo)

    def redo(self) -> Change | None:
        """Do again what was taken back last; None where nothing was."""
        return self._go(history.redo)

    def count_changes(self) -> int:
        """Count the changes that were ever made; it only grows."""
        with self._store.reading() as connection:
            return history.count(connection) if connection else 0

    @contextmanager
    def _changing(self, card_id: str | None) -> Iterator[sqlite3.Connection]:
        """Begin a change to a card, unless there is no such card; looking first makes no store for nothing."""
        if card_id is not None:
            with self._store.reading() as connection:
                queries.card(connection, card_id)
        with self._store.writing() as connection:
            if card_id is not None:
                queries.card(connection, card_id)
            yield connection

    def _go(self, step: Callable[[sqlite3.Connection], Change | None]) -> Change | None:
        """Go a step through the changes; where there is no store there are none, and none is made."""
        with self._store.reading() as connection:
            if not connection:
                return None
        with self._store.writing() as connection:
            return step(connection)

    def _add(self, card_id: str, change: Change, after: Rows) -> None:
        """Put rows beside those that a card has."""
        with self._changing(card_id) as connection:
            history.make(connection, change, {}, after)

    def _set(self, card_id: str | None, change: Change, table: str, key: Row, after: list[Row]) -> None:
        """Put rows in the place of those that a key names; nothing is remembered where nothing changes."""
        named = " AND ".join(f"{name} = :{name}" for name in key)
        order = ", ".join(KEYS[table])
        with self._changing(card_id) as connection:
            found = connection.execute(f"SELECT * FROM {table} WHERE {named} ORDER BY {order}", key)  # noqa: S608
            before = [dict(row) for row in found]
            if before != after:
                history.make(connection, change, {table: before}, {table: after})
