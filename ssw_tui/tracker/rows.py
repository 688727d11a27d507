"""Records to rows of the store and back."""

import json
import sqlite3
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, TypeVar

from attrs import AttrsInstance, fields

from ssw_tui.tracker.checks import as_one_line
from ssw_tui.tracker.history import Row
from ssw_tui.tracker.plans import ChoiceKind, PlannedDay
from ssw_tui.tracker.printed import is_written_period
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
from ssw_tui.tracker.store import DamagedRowError

T = TypeVar("T")
FIRST_YEAR, LAST_YEAR = 1900, 2199
"""The years of days that can be stored."""


def load(read: Callable[[sqlite3.Row], T], rows: Iterable[sqlite3.Row]) -> list[T]:
    """Read rows as records.

    Raises:
        DamagedRowError: when a row is no such record.
    """
    try:
        return [read(row) for row in rows]
    except (ValueError, TypeError, IndexError) as error:
        raise DamagedRowError(type(error).__name__) from error


def card(row: sqlite3.Row) -> Card:
    """Read a card."""
    return Card(
        id=_text(row["id"]),
        label=as_one_line(_text(row["label"])),
        status=CardStatus(row["status"]),
        field=_text_or_none(row["field"]),
        granted=_day_or_none(row["granted"]),
        period=_period(row["period"]),
        number=_text_or_none(row["number"]),
        no1_since=_day_or_none(row["no1_since"]),
        no2_since=_day_or_none(row["no2_since"]),
        in_japan_since=_day_or_none(row["in_japan_since"]),
        employer=_line_or_none(row["employer"]),
        note=_line_or_none(row["note"]),
        expires=_day_or_none(row["expires"]),
    )


def event(row: sqlite3.Row) -> Event:
    """Read an event."""
    return Event(
        id=_text(row["id"]),
        card=_text(row["card"]),
        kind=EventKind(row["kind"]),
        on=_day(row["day"]),
        number=_whole(row["number"]),
    )


def spell(row: sqlite3.Row) -> Spell:
    """Read a spell."""
    return Spell(
        id=_text(row["id"]),
        card=_text(row["card"]),
        kind=SpellKind(row["kind"]),
        first=_day(row["first"]),
        last=_day_or_none(row["last"]),
    )


def leave(row: sqlite3.Row) -> Leave:
    """Read a leave."""
    return Leave(
        id=_text(row["id"]),
        card=_text(row["card"]),
        kind=LeaveKind(row["kind"]),
        first=_day(row["first"]),
        last=_day(row["last"]),
        notified=bool(_whole(row["notified"])),
    )


def done(row: sqlite3.Row) -> tuple[str, str, date, date]:
    """Read a deadline that is dealt with: its card, its id, the day it is counted from, the day it was done."""
    return _text(row["card"]), _text(row["deadline"]), _day(row["anchor"]), _day(row["day"])


def tick(row: sqlite3.Row) -> Tick:
    """Read a tick."""
    return Tick(card=_text(row["card"]) or None, kind=TickKind(row["kind"]), key=_text(row["key"]))


def planned_day(row: sqlite3.Row) -> PlannedDay:
    """Read a day that was set for a procedure."""
    return PlannedDay(
        card=_text(row["card"]) or None,
        procedure=_text(row["procedure"]),
        anchor=_text(row["anchor"]),
        on=_day(row["day"]),
    )


def choice(row: sqlite3.Row) -> tuple[ChoiceKind, str]:
    """Read what was chosen for the steps."""
    return ChoiceKind(row["what"]), _text(row["value"])


def quiz_run(row: sqlite3.Row) -> QuizRun:
    """Read a saved quiz."""
    return QuizRun(
        id=_text(row["id"]),
        day=_day(row["day"]),
        goal=_text(row["goal"]),
        answers=dict(json.loads(row["answers"])),
        result=_text(row["result"]),
    )


def row_of(record: AttrsInstance, **more: Any) -> Row:  # noqa: ANN401 - column values
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


def _text(value: object) -> str:
    if type(value) is not str:
        raise TypeError
    return value


def _text_or_none(value: object) -> str | None:
    return None if value is None else _text(value)


def _line_or_none(value: object) -> str | None:
    return None if value is None else as_one_line(_text(value))


def _whole(value: object) -> int:
    if type(value) is not int or value < 0:
        raise TypeError
    return value


def _period(text: str | None) -> str | None:
    if text is not None and not is_written_period(text):
        raise ValueError
    return text


def _day(text: str) -> date:
    """Read a day; one in a year that nobody lives in would break what counts from it."""
    day = date.fromisoformat(text)
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise ValueError
    return day


def _day_or_none(text: str | None) -> date | None:
    return None if text is None else _day(text)
