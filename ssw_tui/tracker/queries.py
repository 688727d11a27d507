"""What is read from the store, inside one transaction."""

import sqlite3
from collections.abc import Iterable
from typing import NoReturn

from ssw_tui.errors import UserError
from ssw_tui.tracker import rows
from ssw_tui.tracker.history import Row
from ssw_tui.tracker.records import Card, CardFile
from ssw_tui.tracker.store import DamagedError

ORDER = {"events": "day, kind, number", "spells": "first, id", "leaves": "first, id", "done": "day"}
"""In which order entries come."""


def no_card(card_id: str) -> NoReturn:
    """Say that there is no such card."""
    raise UserError(f'There is no card "{card_id}"; `ssw-tui card list` shows the cards and their ids.')


def card(connection: sqlite3.Connection | None, card_id: str) -> Card:
    """Give one card.

    Raises:
        UserError: when there is no such card.
    """
    found = connection.execute("SELECT * FROM cards WHERE id = ?", (card_id,)) if connection else ()
    return next(iter(rows.load(rows.card, found)), None) or no_card(card_id)


def cards(connection: sqlite3.Connection) -> list[Card]:
    """Give all cards, in the order in which they were added."""
    return rows.load(rows.card, connection.execute("SELECT * FROM cards ORDER BY position, id"))


def files(connection: sqlite3.Connection, card_id: str) -> list[CardFile]:
    """Read everything about one card, or about all with an empty id: a query a table, however many cards there are."""
    chosen = [card(connection, card_id)] if card_id else cards(connection)
    by_id = {card.id: CardFile(card=card) for card in chosen}

    def found(table: str) -> Iterable[sqlite3.Row]:
        which, values = ("WHERE card = ?", (card_id,)) if card_id else ("", ())
        return connection.execute(f"SELECT * FROM {table} {which} ORDER BY {ORDER[table]}", values)  # noqa: S608

    try:
        for event in rows.load(rows.event, found("events")):
            by_id[event.card].events.append(event)
        for spell in rows.load(rows.spell, found("spells")):
            by_id[spell.card].spells.append(spell)
        for leave in rows.load(rows.leave, found("leaves")):
            by_id[leave.card].leaves.append(leave)
        for card_id, deadline, anchor, day in rows.load(rows.done, found("done")):
            by_id[card_id].done[deadline, anchor] = day
    except KeyError as error:
        raise DamagedError("an entry without its card") from error
    return list(by_id.values())


def raw(connection: sqlite3.Connection, table: str, column: str, value: str) -> list[Row]:
    """Give the rows of a table that have a value in a column, as they are stored."""
    found = connection.execute(f"SELECT * FROM {table} WHERE {column} = ?", (value,))  # noqa: S608 - own names
    return [dict(row) for row in found]


def next_position(connection: sqlite3.Connection, table: str) -> int:
    """Give the position after the last one."""
    query = f"SELECT coalesce(max(position), 0) + 1 FROM {table}"  # noqa: S608 - own names
    return int(connection.execute(query).fetchone()[0])
