"""Cards as plain data for programs, and what is due as lines for people."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from ssw_tui.advice.deadlines import DueDay, Schedule, State
from ssw_tui.advice.due import due_within
from ssw_tui.advice.five_years import FiveYears
from ssw_tui.reader import Reader
from ssw_tui.tracker.printed import masked
from ssw_tui.tracker.records import Card, CardFile, Event, Leave, Spell

Due = tuple[Card, DueDay]


def what_is_due(files: Iterable[CardFile], schedule: Schedule, days: int) -> list[Due]:
    """Give what is overdue or comes within so many days on all cards, the first day first."""
    found = [(file.card, due) for file, due in due_within(files, schedule, days)]
    return sorted(found, key=lambda entry: (entry[1].on, entry[0].id, entry[1].id))


def status_data(found: Iterable[Due], day: date, days: int) -> dict[str, Any]:
    """Give what is due as data."""
    lines = [{"card": card.id, "label": card.label, **_line_data(due, key="deadline")} for card, due in found]
    return {"as_of": day.isoformat(), "within": days, "due": lines}


def status_text(found: Iterable[Due], days: int) -> str:
    """Give what is due in a line each."""
    lines = [
        f"{due.on}  {say_when(due):<18}  {card.label}: {due.deadline.title} ({card.id} {due.id})" for card, due in found
    ]
    return "\n".join(lines) or f"Nothing is due within {days} day{'' if days == 1 else 's'}."


def say_when(due: DueDay) -> str:
    """Say how far away a day is."""
    count = abs(due.days)
    unit = "day" if count == 1 else "days"
    if due.state is State.OVERDUE:
        return f"overdue by {count} {unit}"
    return f"in {count} {unit}" if count else "today"


def list_entry(card: Card, coming: DueDay | None) -> dict[str, Any]:
    """Give a card as the list of cards has it."""
    return {
        "id": card.id,
        "label": card.label,
        "status": card.status.value,
        "field": card.field,
        "expires": _iso(card.expires),
        "next": _line_data(coming) if coming else None,
    }


def card_data(
    reader: Reader, file: CardFile, days: Iterable[DueDay], years: FiveYears | None, *, reveal: bool = False
) -> dict[str, Any]:
    """Give a card with everything recorded about it; its number is masked unless it is to be revealed."""
    from ssw_tui.output.residence import residence_data, residence_of

    card, residence = file.card, residence_of(reader, file)
    number = card.number if reveal or card.number is None else masked(card.number)
    return {
        "id": card.id,
        "label": card.label,
        "status": card.status.value,
        "field": card.field,
        "employer": card.employer,
        "note": card.note,
        "expires": _iso(card.expires),
        "granted": _iso(card.granted),
        "period": card.period,
        "no1_since": _iso(card.no1_since),
        "no2_since": _iso(card.no2_since),
        "in_japan_since": _iso(card.in_japan_since),
        "number": number,
        "events": [_event_data(event) for event in file.events],
        "spells": [_time_data(spell) for spell in file.spells],
        "leaves": [{**_time_data(leave), "notified": leave.notified} for leave in file.leaves],
        "deadlines": [due_data(reader, due) for due in days],
        "five_years": years_data(years) if years else None,
        "permanent_residence": residence_data(residence) if residence else None,
    }


def due_data(reader: Reader, due: DueDay) -> dict[str, Any]:
    """Give a deadline of a card with what to do about it."""
    rule = due.deadline
    said = {
        name: reader.say(getattr(rule, name) or "", rule)
        for name in ("title", "do", "where", "if_missed", "basis", "note")
    }
    return {
        **_line_data(due),
        "counter_day": due.counter_day.isoformat(),
        "effect": rule.effect.value,
        "who": rule.who.value,
        **said,
        "confidence": rule.confidence.value,
        "sources": list(rule.sources),
    }


def years_data(years: FiveYears) -> dict[str, Any]:
    """Give the five years as data."""
    return {
        "limit_months": years.limit_months,
        "ends": years.ends.isoformat(),
        "counted_days": years.counted_days,
        "left_days": years.left_days,
        "excluded_days": years.excluded_days,
        "stopped": _iso(years.stopped),
        "between_days": years.between_days,
        "marks": [
            {"months": mark.used_months, "date": mark.on.isoformat(), "past": mark.is_past, "text": mark.text}
            for mark in years.marks
        ],
        "steps": list(years.steps),
    }


def _line_data(due: DueDay, key: str = "id") -> dict[str, Any]:
    return {
        key: due.id,
        "date": due.on.isoformat(),
        "days": due.days,
        "state": due.state.value,
        "title": due.deadline.title,
    }


def _event_data(event: Event) -> Mapping[str, Any]:
    return {"kind": event.kind.value, "on": event.on.isoformat(), "number": event.number}


def _time_data(time: Spell | Leave) -> Mapping[str, Any]:
    return {"kind": time.kind.value, "from": time.first.isoformat(), "to": _iso(time.last)}


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
