"""Records to rows of the store and back."""

import json
import sqlite3
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, TypeVar

from attrs import fields

from ssw_tui.tracker.history import Row
from ssw_tui.tracker.records import (
    Card,
    CardStatus,
    Event,
    EventKind,
    Leave,
    LeaveKind,
    QuizRun,
    Spell,
    SpellKind,
    Tick,
    TickKind,
)
from ssw_tui.tracker.store import DamagedError

T = TypeVar("T")


def load(read: Callable[[sqlite3.Row], T], rows: Iterable[sqlite3.Row]) -> list[T]:
    """Read rows as records.

    Raises:
        DamagedError: when a row is no such record.
    """
    try:
        return [read(row) for row in rows]
    except (ValueError, TypeError, IndexError) as error:
        raise DamagedError(type(error).__name__) from error


def card(row: sqlite3.Row) -> Card:
    """Read a card."""
    return Card(
        id=row["id"],
        label=row["label"],
        status=CardStatus(row["status"]),
        field=row["field"],
        granted=_day(row["granted"]),
        period=row["period"],
        number=row["number"],
        no1_since=_day(row["no1_since"]),
        employer=row["employer"],
        expires=_day(row["expires"]),
    )


def event(row: sqlite3.Row) -> Event:
    """Read an event."""
    day = date.fromisoformat(row["day"])
    return Event(id=row["id"], card=row["card"], kind=EventKind(row["kind"]), on=day, number=row["number"])


def spell(row: sqlite3.Row) -> Spell:
    """Read a spell."""
    return Spell(
        id=row["id"],
        card=row["card"],
        kind=SpellKind(row["kind"]),
        first=date.fromisoformat(row["first"]),
        last=_day(row["last"]),
    )


def leave(row: sqlite3.Row) -> Leave:
    """Read a leave."""
    return Leave(
        id=row["id"],
        card=row["card"],
        kind=LeaveKind(row["kind"]),
        first=date.fromisoformat(row["first"]),
        last=date.fromisoformat(row["last"]),
        notified=bool(row["notified"]),
    )


def done(row: sqlite3.Row) -> tuple[str, str, date, date]:
    """Read a deadline that is dealt with: its card, its id, the day it is counted from, the day it was done."""
    return row["card"], row["deadline"], date.fromisoformat(row["anchor"]), date.fromisoformat(row["day"])


def tick(row: sqlite3.Row) -> Tick:
    """Read a tick."""
    return Tick(card=row["card"] or None, kind=TickKind(row["kind"]), key=row["key"])


def quiz_run(row: sqlite3.Row) -> QuizRun:
    """Read a saved quiz."""
    return QuizRun(
        id=row["id"],
        day=date.fromisoformat(row["day"]),
        goal=row["goal"],
        answers=json.loads(row["answers"]),
        result=row["result"],
    )


def row_of(record: Card | Event | Spell | Leave | Tick, **more: Any) -> Row:  # noqa: ANN401 - column values
    """Write a record as a row; what a record calls "on" is the column "day"."""
    names = (attribute.name for attribute in fields(type(record)))
    return {("day" if name == "on" else name): _plain(getattr(record, name)) for name in names} | more


def row_of_quiz(run: QuizRun, position: int) -> Row:
    """Write a saved quiz as a row."""
    return {
        "id": run.id,
        "position": position,
        "day": run.day.isoformat(),
        "goal": run.goal,
        "answers": json.dumps(dict(run.answers), ensure_ascii=False, default=date.isoformat),
        "result": run.result,
    }


def _plain(value: object) -> str | int | None:
    match value:
        case date():
            return value.isoformat()
        case bool() | int():
            return int(value)
        case None:
            return None
        case _:
            return str(value)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
