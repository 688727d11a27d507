"""All personal data at once: what is exported, and what an import brings."""

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from attrs import fields, frozen

from ssw_tui.tracker import rows
from ssw_tui.tracker.history import Row
from ssw_tui.tracker.plans import ChoiceKind, PlannedDay
from ssw_tui.tracker.records import Card, Event, Leave, QuizRun, Spell, Tick
from ssw_tui.tracker.schema import KEYS


@frozen(kw_only=True)
class Done:
    """A deadline that is dealt with."""

    card: str
    """The card it belongs to."""
    deadline: str
    """The deadline's id, with its number where it is not the first of its kind (address-move:2)."""
    anchor: date
    """The day it is counted from."""
    on: date
    """The day it was dealt with."""


@frozen(kw_only=True)
class Choice:
    """Something that was chosen for the steps."""

    card: str | None
    """The card it belongs to; None: nobody's in particular."""
    what: ChoiceKind
    value: str
    """The id of what was chosen."""


Entry = Event | Spell | Leave | Done | Tick | PlannedDay | Choice
Personal = Card | Entry | QuizRun


@frozen(kw_only=True)
class Everything:
    """All personal data, without the history of changes; each attribute is called like its table."""

    cards: tuple[Card, ...] = ()
    """In the order in which they were added."""
    events: tuple[Event, ...] = ()
    spells: tuple[Spell, ...] = ()
    leaves: tuple[Leave, ...] = ()
    done: tuple[Done, ...] = ()
    ticks: tuple[Tick, ...] = ()
    plans: tuple[PlannedDay, ...] = ()
    choices: tuple[Choice, ...] = ()
    quiz_runs: tuple[QuizRun, ...] = ()
    """In the order in which they were kept."""

    def tables(self) -> Iterator[tuple[str, tuple[Personal, ...]]]:
        """Give what there is, table by table."""
        for attribute in fields(type(self)):
            yield attribute.name, getattr(self, attribute.name)


def _done(row: sqlite3.Row) -> Done:
    card, deadline, anchor, on = rows.done(row)
    return Done(card=card, deadline=deadline, anchor=anchor, on=on)


def _choice(row: sqlite3.Row) -> Choice:
    what, value = rows.choice(row)
    return Choice(card=row["card"] or None, what=what, value=value)


READERS: Mapping[str, Callable[[sqlite3.Row], Personal]] = {
    "cards": rows.card,
    "events": rows.event,
    "spells": rows.spell,
    "leaves": rows.leave,
    "done": _done,
    "ticks": rows.tick,
    "plans": rows.planned_day,
    "choices": _choice,
    "quiz_runs": rows.quiz_run,
}


def read(connection: sqlite3.Connection) -> Everything:
    """Read everything, in an order that depends on nothing else: as it was added, or by what names a row.

    Raises:
        DamagedRowError: when a row makes no sense.
    """
    found: dict[str, Any] = {}
    for table, reader in READERS.items():
        order = ", ".join(("position", *KEYS[table]) if table in ORDERED else KEYS[table])
        query = f"SELECT * FROM {table} ORDER BY {order}"  # noqa: S608 - own names
        found[table] = tuple(rows.load(reader, connection.execute(query)))
    return Everything(**found)


ORDERED = ("cards", "quiz_runs")
"""The tables whose rows have a position."""


def as_row(record: Personal) -> Row:
    """Write a record as a row of its table, without a position."""
    match record:
        case QuizRun():
            row = rows.row_of_quiz(record, position=0)
            del row["position"]
            return row
        case Card():
            return rows.row_of(record)
        case _:
            return rows.row_of(record, card=record.card or "")
