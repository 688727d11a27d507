"""The changes that the content names: all that is told of one is one change."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date

from attrs import evolve

from ssw_tui.library import Library
from ssw_tui.reader import Reader
from ssw_tui.records.change import FieldList, NamedChange
from ssw_tui.records.document import Document
from ssw_tui.records.fee import Fee
from ssw_tui.records.field import Field
from ssw_tui.records.field_detail import FieldDetail
from ssw_tui.records.procedure import Procedure
from ssw_tui.records.reference import Answer, Topic
from ssw_tui.records.rule import Rule
from ssw_tui.records.statement import Statement
from ssw_tui.timeline.change import OVERVIEW, Change, Place, Rank
from ssw_tui.timeline.wording import ONE_DAY, first_sentence, grouped

IN_THE_FIELD = frozenset({FieldList.INTAKE, FieldList.NO2})
"""The lists that stand in a field's own record; the others stand in its detail."""
READ_FIRST = ("rule", "topic", "answer", "procedure", "document", "risk", "field")
"""The kinds of record in the order in which a change about more than one field leads to them."""
ListOfDay = tuple[str, str, date]
"""A field's id, one of its lists, and a day."""


def named_lists(library: Library) -> Mapping[ListOfDay, str]:
    """Give the change that takes in what a field's list says of a day, where there is one."""
    return {
        (field, part, change.day): change.id
        for change in library.all(NamedChange).values()
        for field in fields_of(library, change)
        for part in change.field_lists or FieldList
    }


def put_together(library: Library, told: Iterable[Change]) -> Iterator[Change]:
    """Give every change: as one what belongs to a named change, the rest as it is told.

    Args:
        library: the content.
        told: the changes as each record tells it; of those that are one, the first says it.
    """
    changes = library.all(NamedChange)
    name_of = {(one, change.day): change.id for change in changes.values() for one in begun(library, change)}
    # What no change names is in a group of its own, so that all stay in their order.
    groups = grouped(told, lambda one: one.part_of or name_of.get((one.statements[0], one.date)) or id(one))
    for name, ones in groups.items():
        yield from _as_one(library, changes[name], ones) if isinstance(name, str) else ones
    for change in changes.values():
        if change.id not in groups:
            yield from _as_one(library, change, ())


def begun(library: Library, change: NamedChange) -> tuple[Statement, ...]:
    """Give what begins on a change's day of all that it names, apart from the lists of fields."""
    return tuple(one for ones in named_records(library, change).values() for one in ones if one.since == change.day)


def named_records(library: Library, change: NamedChange) -> Mapping[Place, Sequence[Statement]]:
    """Give the statements, of any day, of each record that a change names, apart from fields."""
    every: dict[str, tuple[Iterable[str], Callable[[str], Sequence[Statement]]]] = {
        "rule": (change.rules, lambda name: (library.all(Rule)[name],)),
        "fee": (change.fees, lambda name: (library.all(Fee)[name],)),
        "procedure": (change.procedures, lambda name: library.all(Procedure)[name].steps),
        "document": (change.documents, lambda name: (library.all(Document)[name],)),
        "topic": (change.topics, lambda name: library.all(Topic)[name].facts),
        "answer": (change.answers, lambda name: (library.all(Answer)[name],)),
    }
    return {Place(kind, name): statements(name) for kind, (names, statements) in every.items() for name in names}


def fields_of(library: Library, change: NamedChange) -> Iterable[str]:
    """Give the ids of the fields that a change names, one by one or by their lists."""
    return change.fields or (library.all(Field) if change.field_lists else ())


def in_lists(library: Library, change: NamedChange, field: str) -> Iterator[Statement]:
    """Give the statements, of any day, of the lists of a field that a change names."""
    for part in change.field_lists or FieldList:
        record = library.all(Field)[field] if part in IN_THE_FIELD else library.one(FieldDetail, field)
        yield from getattr(record, part, ())


def _as_one(library: Library, change: NamedChange, told: Sequence[Change]) -> Iterator[Change]:
    """Give a change as its own facts say it, else as the first that tells it does; nothing where nothing tells it."""
    rank = min((one.rank for one in told), default=Rank.RULE)
    ones = (*_own(library, change, rank), *told)
    if not ones:
        return
    lead, *others = ones
    fields = [field for field in library.all(Field).values() if any(field.id in one.fields for one in ones)]
    told_by = (statement for one in ones for statement in one.statements)
    yield evolve(
        lead,
        before=lead.before or next((one.before for one in others if one.before and one.rank <= Rank.FEE), ""),
        details=(*lead.details, *_lines(lead, others, fields)),
        places=_places(lead, (*_read_on(change), *(place for one in ones for place in one.places))),
        fields=tuple(field.id for field in fields),
        statements=tuple(dict.fromkeys((*told_by, *begun(library, change)))),
    )


def _lines(lead: Change, others: Iterable[Change], fields: Sequence[Field]) -> Iterator[str]:
    """Give what others say as lines, without what is said already, and without the field's name where it is one."""
    said = f"{lead.title}. {lead.text}"
    name = f"{fields[0].name}: " if len(fields) == 1 else ""
    for one in others:
        for line in one.lines or (f"{one.title}. {one.text}" if one.text else one.title, *one.details):
            if line.removeprefix(name).removesuffix(".") not in said:
                yield line.removeprefix(name)


def _own(library: Library, change: NamedChange, rank: Rank) -> Iterator[Change]:
    """Give a change as its own facts say it, where it has any."""
    if not change.facts:
        return
    title, rest = first_sentence(Reader(library, change.day).say(" ".join(fact.text for fact in change.facts)))
    yield Change(
        date=change.day,
        title=title,
        text=rest,
        before=Reader(library, change.day - ONE_DAY).say(change.before or ""),
        rank=rank,
        places=(),
        statements=change.facts,
    )


def _read_on(change: NamedChange) -> Iterator[Place]:
    for kind, names in (("rule", change.rules), ("topic", change.topics), ("answer", change.answers)):
        yield from (Place(kind, name) for name in names)


def _places(lead: Change, places: Iterable[Place]) -> tuple[Place, ...]:
    """Give each place once: a change in one field leads to its page, another to what is about all of them."""
    own = lead.places if len(lead.fields) == 1 else ()
    pages = sorted((place for place in places if place != OVERVIEW), key=lambda place: READ_FIRST.index(place.kind))
    return tuple(dict.fromkeys((*own, *pages))) or (OVERVIEW,)
