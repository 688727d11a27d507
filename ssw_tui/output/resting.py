"""What rests on each source: the records that name it, by their kind."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from attrs import frozen

from ssw_tui.kinds import KINDS, Kind
from ssw_tui.library import Library
from ssw_tui.output.data import sources_of
from ssw_tui.output.kind_words import KIND_NAMES
from ssw_tui.reader import Reader
from ssw_tui.records.field import Field
from ssw_tui.records.reference import GuideStatement
from ssw_tui.records.source import Source

SHOWN_AS = {"field-detail": "field", "field-people": "field", "definition": "row", "quantity": "row", "verdict": "row"}
"""Kinds that are parts of something else, and as what they are listed."""


@frozen
class Resting:
    """A record that names a source."""

    kind: str
    """Its kind, or the one as which it is listed."""
    id: str
    """Which one."""
    title: str
    """What a list calls it."""


Supported = Mapping[str, tuple[Resting, ...]]
"""By the name of a kind what rests on a source."""


@lru_cache(maxsize=1)
def rests_on(library: Library) -> Mapping[str, Supported]:
    """Give by its id what rests on each source that is named at all; every kind of record is read for it."""
    found: dict[str, dict[str, dict[Resting, None]]] = {}
    for kind in KINDS:
        for record in library.all(kind.record).values():
            resting = _resting(library, kind, record)
            for source in sources_of(record):
                found.setdefault(source, {}).setdefault(resting.kind, {})[resting] = None
    return MappingProxyType({source: dict(_named(kinds)) for source, kinds in found.items()})


def _named(kinds: Mapping[str, Mapping[Resting, None]]) -> Iterator[tuple[str, tuple[Resting, ...]]]:
    for kind, listed in kinds.items():
        yield KIND_NAMES.get(kind) or f"{kind.replace('-', ' ').capitalize()}s", tuple(listed)


def _resting(library: Library, kind: Kind, record: Any) -> Resting:  # noqa: ANN401 - any record
    return Resting(SHOWN_AS.get(kind.name, kind.name), record.id, _title(library, kind, record))


def _title(library: Library, kind: Kind, record: Any) -> str:  # noqa: ANN401 - any record
    match record:
        case GuideStatement():
            return f'"{record.text}": {record.verdict}'
        case _ if SHOWN_AS.get(kind.name) == "field":
            return library.all(Field)[record.id].name
        case _:
            named = (getattr(record, name, None) for name in ("title", "question", "name", "prompt"))
            return next(filter(None, named), None) or str(record.id).replace("-", " ").capitalize()


def resting_data(reader: Reader, source: Source) -> dict[str, Any]:
    """Give what rests on a source as plain data: by kind, the ids of the records."""
    listed = [one for group in rests_on(reader.library).get(source.id, {}).values() for one in group]
    kinds = dict.fromkeys(one.kind for one in listed)
    return {"supports": {kind: [one.id for one in listed if one.kind == kind] for kind in kinds}}
