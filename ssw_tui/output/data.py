"""Records as plain data for programs: ISO dates, lists, no objects."""

import json
from collections.abc import Iterator
from datetime import date
from enum import Enum
from typing import Any

import attrs

from ssw_tui.reader import Reader
from ssw_tui.records.field import Field, Intake
from ssw_tui.records.statement import Statement

TITLE_OF = {"Answer": "question", "Term": "name", "HelpLine": "name", "Document": "name", "GuideStatement": "text"}


def as_json(data: object) -> str:
    """Give data as one JSON object, UTF-8, a key a line."""
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def as_data(reader: Reader, record: Any) -> dict[str, Any]:  # noqa: ANN401 - any record
    """Give a record whole, with the figures of the day in its texts and every source it rests on."""
    filled: dict[str, Any] = attrs.asdict(record, value_serializer=lambda owner, _, value: _plain(reader, owner, value))
    title = filled.get(TITLE_OF.get(type(record).__name__, "title"), filled.get("name", ""))
    named = list(dict.fromkeys(sources_of(record))) if attrs.has(type(record)) else []
    return {"id": filled.get("id"), "title": title, **filled, **({"sources": named} if named else {})}


def _plain(reader: Reader, owner: object, value: object) -> object:
    match value:
        case Enum():
            return value.value
        case date():
            return value.isoformat()
        case str():
            return reader.say(value, owner if isinstance(owner, Statement) else None)
        case tuple():
            return list(value)
        case _:
            return value


def sources_of(record: Any) -> Iterator[str]:  # noqa: ANN401 - any record
    """Give the sources that a record and everything inside it rest on, as often as they are named."""
    if isinstance(record, Statement):
        yield from record.sources
    for attribute in attrs.fields(type(record)):
        value = getattr(record, attribute.name)
        for inner in value if isinstance(value, tuple) else (value,):
            if attrs.has(type(inner)):
                yield from sources_of(inner)


def field_line(reader: Reader, field: Field) -> dict[str, Any]:
    """Give a field as the list of fields shows it."""
    intake: Intake = field.intake_on(reader.day)
    return {
        "id": field.id,
        "name": field.name,
        "name_ja": field.name_ja,
        "name_kana": field.name_kana,
        "no1": intake.value,
        "no2": field.has_no2_on(reader.day),
        "no1_from": field.no1_from.isoformat() if field.no1_from else None,
        "no2_from": field.no2_from.isoformat() if field.no2_from else None,
        "dispatch": field.dispatch,
    }
