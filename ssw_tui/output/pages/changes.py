"""What changed between two dates: the list of changes, and one of them whole."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby
from typing import Any

from ssw_tui.kinds import KIND_NAMED
from ssw_tui.output.page import Block, Gap, Heading, Item, Page, Pair, Paragraph, Sign, Tone
from ssw_tui.output.pages.common import SURENESS, say_day, sources
from ssw_tui.reader import Reader
from ssw_tui.records.field import Field
from ssw_tui.records.source import Source
from ssw_tui.records.statement import Confidence
from ssw_tui.timeline import Change
from ssw_tui.timeline.change import Place
from ssw_tui.timeline.wording import MOST_NAMES, sentence

MOST_PUBLISHERS = 2
"""The most publishers that a line of the list names."""


def list_page(reader: Reader, changes: Iterable[Change], since: date, until: date) -> Page:
    """Give changes day by day, in their order.

    Args:
        reader: the content and the day from which "to come" is told.
        changes: what changed in the time.
        since: the first day of the time.
        until: its last day.
    """
    listed = list(changes)
    title = f"Changes from {say_day(since)} to {say_day(until)}: {len(listed)}"
    return Page(title=title, blocks=tuple(_blocks(reader, listed, until)))


def _blocks(reader: Reader, changes: list[Change], until: date) -> Iterator[Block]:
    if not changes:
        yield Paragraph("No change is known between these days.")
    for day, of_the_day in groupby(changes, lambda change: change.date):
        yield Heading(say_change_day(reader, day))
        for change in of_the_day:
            yield Item(change.title, change_sign(change), note="\n".join(_notes(reader, change)))
    checked = reader.library.edition().checked
    if until > checked:
        yield Gap()
        yield Paragraph(
            f"The content was last checked on {say_day(checked)}. Later changes may be missing.", Tone.QUIET
        )


def say_change_day(reader: Reader, day: date) -> str:
    """Give the day of a change, and whether it is still to come."""
    return f"{say_day(day)} (to come)" if day > reader.day else say_day(day)


def change_sign(change: Change) -> Sign:
    """Give the sign of a change in a list: what is planned or unsure has one of its own."""
    unsure = change.planned or change.confidence in (Confidence.LOW, Confidence.UNCONFIRMED)
    return Sign.UNKNOWN if unsure else Sign.BULLET


def _notes(reader: Reader, change: Change) -> Iterator[str]:
    said = (change.text,) if change.text else change.details
    yield from said
    if change.before:
        yield say_before(change)
    if len(change.fields) > MOST_NAMES and not all(name in "\n".join(said) for name in _names(reader, change)):
        yield f"Fields: {'; '.join(_names(reader, change))}."
    yield from say_status(change)
    yield f"{change.kind} {change.id}; {_publishers(reader, change)}"


def say_before(change: Change) -> str:
    """Say what held before a change, with a word that says so."""
    return change.before if change.before.startswith("Before") else f"Before: {change.before}"


def say_status(change: Change) -> Iterator[str]:
    """Say what must be said before anybody relies on a change."""
    if change.planned:
        yield "Planned, not yet law."
    if change.confidence in (Confidence.LOW, Confidence.UNCONFIRMED):
        yield f"Confidence: {SURENESS[change.confidence]}."


def _names(reader: Reader, change: Change) -> list[str]:
    return [reader.library.all(Field)[field].name for field in change.fields]


def _publishers(reader: Reader, change: Change) -> str:
    every = reader.library.all(Source)
    named = list(dict.fromkeys(every[source].publisher for source in change.sources))
    if not named:
        return "no source that can be opened"
    more = f" and {len(named) - MOST_PUBLISHERS} more" if len(named) > MOST_PUBLISHERS else ""
    return f"source: {', '.join(named[:MOST_PUBLISHERS])}{more}"


def change_data(change: Change) -> dict[str, Any]:
    """Give a change as plain data for programs."""
    return {
        "date": change.date.isoformat(),
        "title": change.title,
        "kind": change.kind,
        "id": change.id,
        "sources": list(change.sources),
        "text": change.text,
        "before": change.before,
        "details": list(change.details),
        "fields": list(change.fields),
        "planned": change.planned,
        "ends": change.ends,
        "confidence": change.confidence.value,
        "records": [place._asdict() for place in change.places],
    }


def change_page(reader: Reader, change: Change) -> Page:
    """Give one change whole."""
    return Page(title=change.title, blocks=tuple(_change(reader, change)))


def _change(reader: Reader, change: Change) -> Iterator[Block]:
    if change.text:
        yield Paragraph(change.text)
        yield Gap()
    yield Pair("Until" if change.ends else "Since", say_change_day(reader, change.date))
    if change.before:
        yield Pair("Before", change.before)
    if change.fields:
        yield Pair("Fields", "; ".join(_names(reader, change)))
    for status in say_status(change):
        yield Paragraph(status, Tone.WARNING)
    if change.details:
        yield Heading("In detail")
        yield from map(Item, change.details)
    yield Heading("Where it is told")
    for place in [place for place in change.places if place.kind != "field"] or change.places[:1]:
        yield Item(_title(reader, place), note=f"{place.kind} {place.id}")
    yield from sources(reader, change.statements)


def _title(reader: Reader, place: Place) -> str:
    if place.kind not in KIND_NAMED:
        return sentence(place.id)
    record = reader.library.all(KIND_NAMED[place.kind].record)[place.id]
    return next(str(getattr(record, name)) for name in ("title", "question", "name") if hasattr(record, name))
