"""What is read from the store, inside one transaction."""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NoReturn

from ssw_tui.errors import UserError
from ssw_tui.tracker import rows
from ssw_tui.tracker.history import Row
from ssw_tui.tracker.records import Card, CardFile, QuizRun
from ssw_tui.tracker.schema import KEYS, OF_A_CARD
from ssw_tui.tracker.store import DamagedRowError

ORDER = {"events": "day, kind, number", "spells": "first, id", "leaves": "first, id", "done": "day"}
"""In which order entries come."""
NEAR = (
    "expires <= :ends OR date(expires, '+0 days') IS NOT expires"
    " OR no1_since <= :stays OR date(no1_since, '+0 days') IS NOT no1_since"
    " OR id IN (SELECT card FROM events WHERE day <= :events OR date(day, '+0 days') IS NOT day)"
    " OR id IN (SELECT card FROM spells WHERE first <= :stays OR date(first, '+0 days') IS NOT first)"
)
"""Which cards can have something due."""


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


def cards_near(connection: sqlite3.Connection, ends: date, events: date, stays: date) -> list[Card]:
    """Give the cards whose stay ends up to a day, or to which an event or a stay up to another belongs.

    What is no day is taken for near, so that a damaged row is found by whoever reads it.
    """
    days = {"ends": ends.isoformat(), "events": events.isoformat(), "stays": stays.isoformat()}
    return rows.load(rows.card, connection.execute(f"SELECT * FROM cards WHERE {NEAR} ORDER BY position, id", days))  # noqa: S608


def files(connection: sqlite3.Connection, card_id: str) -> list[CardFile]:
    """Read everything about one card, or about all with an empty id: a query a table, however many cards there are."""
    if card_id:
        return with_entries(connection, [card(connection, card_id)], "WHERE card = ?", card_id)
    return with_entries(connection, cards(connection))


def files_of(connection: sqlite3.Connection, chosen: Sequence[Card]) -> list[CardFile]:
    """Read everything about some cards; an entry without its card is found too."""
    which = "WHERE card IN (SELECT value FROM json_each(?)) OR card NOT IN (SELECT id FROM cards)"
    return with_entries(connection, chosen, which, json.dumps([card.id for card in chosen]))


def with_entries(
    connection: sqlite3.Connection, chosen: Iterable[Card], which: str = "", *values: str
) -> list[CardFile]:
    """Read what is recorded about cards, from the rows of every table that a condition chooses.

    Raises:
        DamagedRowError: for an entry of another card.
    """
    by_id = {card.id: CardFile(card=card) for card in chosen}

    def found(table: str) -> Iterable[sqlite3.Row]:
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
        raise DamagedRowError("an entry without its card") from error
    return list(by_id.values())


def of_card(connection: sqlite3.Connection, table: str, card_id: str | None) -> Iterable[sqlite3.Row]:
    """Give the rows of a card, or of nobody in particular, in the order of their keys."""
    order = ", ".join(KEYS[table])
    return connection.execute(f"SELECT * FROM {table} WHERE card = ? ORDER BY {order}", (card_id or "",))  # noqa: S608


def of_nobody(connection: sqlite3.Connection) -> dict[str, list[Row]]:
    """Give what belongs to no card, by table, as it is stored."""
    return {table: raw(connection, table, "card", "") for table in OF_A_CARD}


def quizzes(connection: sqlite3.Connection | None, most: int = -1) -> list[QuizRun]:
    """Give the quizzes that were kept, newest first; with -1 all of them."""
    if not connection:
        return []
    found = connection.execute("SELECT * FROM quiz_runs ORDER BY position DESC LIMIT ?", (most,))
    return rows.load(rows.quiz_run, found)


def raw(connection: sqlite3.Connection, table: str, column: str, value: str) -> list[Row]:
    """Give the rows of a table that have a value in a column, as they are stored."""
    found = connection.execute(f"SELECT * FROM {table} WHERE {column} = ?", (value,))  # noqa: S608 - own names
    return [dict(row) for row in found]


def next_position(connection: sqlite3.Connection, table: str) -> int:
    """Give the position after the last one."""
    query = f"SELECT coalesce(max(position), 0) + 1 FROM {table}"  # noqa: S608 - own names
    return int(connection.execute(query).fetchone()[0])
