"""Every change as rows before and after it, so that it can be taken back and done again."""

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import Any

from attrs import frozen

from ssw_tui.tracker.schema import KEYS
from ssw_tui.tracker.store import DamagedError

Row = dict[str, Any]
Rows = Mapping[str, Sequence[Row]]
"""Rows by their table."""
KEPT = 1000
"""So many changes can be taken back."""


@frozen
class Change:
    """A change that was made, taken back or done again."""

    what: str
    """What it did, in a few words: "card added"."""
    card: str | None
    """The id of the card it concerned."""

    def __str__(self) -> str:
        """In words."""
        return f"{self.what} ({self.card})" if self.card else self.what


def make(connection: sqlite3.Connection, change: Change, before: Rows, after: Rows) -> None:
    """Put the rows after a change in the place of those before it, and remember both."""
    _swap(connection, before, after)
    connection.execute("DELETE FROM history WHERE undone")
    cursor = connection.execute(
        "INSERT INTO history (what, card, before, after) VALUES (?, ?, ?, ?)",
        (change.what, change.card, _text(before), _text(after)),
    )
    connection.execute("DELETE FROM history WHERE number <= ?", ((cursor.lastrowid or 0) - KEPT,))


def undo(connection: sqlite3.Connection) -> Change | None:
    """Take the last change back; None where there is nothing to take back."""
    row = connection.execute("SELECT * FROM history WHERE NOT undone ORDER BY number DESC LIMIT 1").fetchone()
    return _go(connection, row, "after", "before") if row else None


def redo(connection: sqlite3.Connection) -> Change | None:
    """Do again what was taken back last; None where there is nothing."""
    row = connection.execute("SELECT * FROM history WHERE undone ORDER BY number LIMIT 1").fetchone()
    return _go(connection, row, "before", "after") if row else None


def count(connection: sqlite3.Connection) -> int:
    """Count the changes that were ever made, those that took one back or did it again too; it only grows."""
    found = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = 'history'").fetchone()
    return int(found[0]) if found else 0


def _go(connection: sqlite3.Connection, row: sqlite3.Row, away: str, back: str) -> Change:
    _swap(connection, _rows(row[away]), _rows(row[back]))
    connection.execute("UPDATE history SET undone = ? WHERE number = ?", (back == "before", row["number"]))
    connection.execute("UPDATE sqlite_sequence SET seq = seq + 1 WHERE name = 'history'")
    return Change(row["what"], row["card"])


def _swap(connection: sqlite3.Connection, away: Rows, back: Rows) -> None:
    for table, keys in KEYS.items():
        named = " AND ".join(f"{key} = :{key}" for key in keys)
        connection.executemany(f"DELETE FROM {table} WHERE {named}", away.get(table, ()))  # noqa: S608 - own names
        _insert(connection, table, back.get(table, ()))


def _insert(connection: sqlite3.Connection, table: str, rows: Iterable[Row]) -> None:
    for row in rows:
        columns, places = ", ".join(row), ", ".join(f":{name}" for name in row)
        connection.execute(f"INSERT INTO {table} ({columns}) VALUES ({places})", row)  # noqa: S608 - own names


def _rows(text: str) -> Rows:
    """Read what `_text` wrote.

    Raises:
        DamagedError: when it is something else.
    """
    try:
        found = {table: [dict(row) for row in rows] for table, rows in json.loads(text).items()}
    except (ValueError, TypeError, AttributeError) as error:
        raise DamagedError("a change that makes no sense") from error
    if not found.keys() <= KEYS.keys() or not all(map(str.isidentifier, chain(*chain(*found.values())))):
        raise DamagedError("a change of something unknown")
    return found


def _text(rows: Rows) -> str:
    return json.dumps({table: list(found) for table, found in rows.items() if found}, ensure_ascii=False)
