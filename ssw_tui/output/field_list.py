"""Which fields a person looks at, in which order: by words in any script, No.2, open now, dispatch."""

from collections.abc import Iterable, Sequence
from enum import StrEnum

from attrs import frozen

from ssw_tui.advice.fullness import Fullness, fullness
from ssw_tui.folding import fold
from ssw_tui.library import Library
from ssw_tui.reader import Reader
from ssw_tui.records.field import Field, Intake
from ssw_tui.records.field_detail import FieldFigure, FieldPeople
from ssw_tui.records.other_work import OtherWork


class Order(StrEnum):
    """What the list of fields goes by."""

    ORDINANCE = "ordinance"
    """As the ministerial ordinance lists them; a field of which the words are a whole name comes first."""
    NAME = "name"
    """By their English names."""
    WORKERS = "workers"
    """The most No.1 workers first."""
    ROOM = "room"
    """The most room up to the ceiling first."""


@frozen(kw_only=True)
class Wanted:
    """What somebody looks for in the list of fields."""

    words: str = ""
    """Words for the work or the field, in any script; each must fit."""
    with_no2: bool = False
    """Only fields that have No.2."""
    open_now: bool = False
    """Only fields that take new No.1 workers."""
    dispatch: bool = False
    """Only fields in which a dispatch business may send workers."""
    order: Order = Order.ORDINANCE
    """What the list goes by."""


def fields_on(reader: Reader) -> tuple[Field, ...]:
    """Give the fields of the ordinance in force on the reader's day."""
    every = reader.library.all(Field).values()
    return tuple(field for field in every if field.intake_on(reader.day) is not Intake.NOT_A_FIELD)


def figures_of(library: Library, field: Field) -> tuple[FieldFigure, ...]:
    """Give the ceilings of a field and the counts of its workers; nothing where none are known."""
    people = library.all(FieldPeople).get(field.id)
    return people.figures if people else ()


def fullness_of(reader: Reader, field: Field) -> Fullness:
    """Give how full a field is on the reader's day."""
    return fullness(figures_of(reader.library, field), reader.day)


def chosen(reader: Reader, wanted: Wanted) -> tuple[Field, ...]:
    """Give the fields of the day that fit, in the order asked for."""
    day = reader.day
    fitting = [
        field
        for field in matching(fields_on(reader), wanted.words)
        if (not wanted.with_no2 or field.has_no2_on(day))
        and (not wanted.open_now or field.intake_on(day) is Intake.OPEN)
        and (not wanted.dispatch or field.dispatch)
    ]
    return tuple(_ordered(reader, fitting, wanted))


def _ordered(reader: Reader, fields: list[Field], wanted: Wanted) -> Sequence[Field]:
    match wanted.order:
        case Order.ORDINANCE:
            return sorted(fields, key=lambda field: not _is_called(field, wanted.words))
        case Order.NAME:
            return sorted(fields, key=lambda field: field.name)
        case Order.WORKERS:
            return sorted(fields, key=lambda field: -_workers(fullness_of(reader, field)))
        case Order.ROOM:
            return sorted(fields, key=lambda field: _most_room_first(fullness_of(reader, field)))


def _is_called(field: Field, words: str) -> bool:
    """Whether the words are a whole name of the field's work: "truck" is one of transport, in repair only a part."""
    return bool(words.strip()) and fold(words.strip()) in map(fold, _names(field))


def _workers(full: Fullness) -> int:
    return full.residents.people if full.residents else -1


def _most_room_first(full: Fullness) -> tuple[bool, int]:
    return (full.room is None, -(full.room or 0))


def matching(fields: Iterable[Field], words: str) -> tuple[Field, ...]:
    """Give the fields whose name or work words hold every word typed, in any script; all where nothing is typed."""
    wanted = fold(words).split()
    return tuple(field for field in fields if all(_knows(_names(field), word) for word in wanted))


def _names(field: Field) -> tuple[str, ...]:
    return (field.name, field.name_ja, field.name_kana, field.id, *field.work_words)


def other_work(reader: Reader, words: str) -> tuple[OtherWork, ...]:
    """Give the work outside all fields that the words name; none where nothing is typed."""
    wanted = fold(words).split()
    every = reader.library.all(OtherWork).values() if wanted else ()
    return tuple(one for one in every if all(_knows((one.name, one.name_ja, *one.words), word) for word in wanted))


def on_other_days(reader: Reader, words: str) -> tuple[Field, ...]:
    """Give the fields that fit the words and are in the ordinance on other days than the reader's."""
    every = matching(reader.library.all(Field).values(), words) if words.strip() else ()
    return tuple(field for field in every if field.intake_on(reader.day) is Intake.NOT_A_FIELD)


def _knows(names: Iterable[str], word: str) -> bool:
    return any(word in fold(name) for name in names)
