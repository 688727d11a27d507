"""On which days the rules change, and whether waiting for one of them can help."""

from collections.abc import Iterable
from datetime import date

from ssw_tui.advice.vocabulary import UNCAPPED, Vocabulary
from ssw_tui.records.condition import Comparison, Condition, Named, parse, parts_of
from ssw_tui.records.quiz import InForce, Row
from ssw_tui.records.statement import Statement


def days_of_change(vocabulary: Vocabulary, rows: Iterable[Row]) -> tuple[date, ...]:
    """Give the days on which some row, definition, quantity or fact of a field begins or ends to hold."""
    spans: list[InForce | Statement] = [*vocabulary.definitions.values(), *vocabulary.quantities.values(), *rows]
    for field in vocabulary.fields.values():
        spans += [*field.intake, *field.no2]
    return tuple(sorted({day for span in spans for day in (span.since, span.until) if day}))


def may_lapse(vocabulary: Vocabulary, row: Row) -> bool:
    """Whether a row that strikes may stop to strike on a later day, with the same answers."""
    return row.until is not None or any(_depends_on_day(vocabulary, parse(text)) for text in (row.applies, row.when))


def _depends_on_day(vocabulary: Vocabulary, condition: Condition) -> bool:
    return any(_changes(vocabulary, part) for part in parts_of(condition))


def _changes(vocabulary: Vocabulary, part: Condition) -> bool:
    match part:
        case Named(name=name) if name in vocabulary.definitions:
            definition = vocabulary.definitions[name]
            return _has_end(definition) or _depends_on_day(vocabulary, parse(definition.when))
        case Named():
            return True
        case Comparison(subject=subject):
            quantity = vocabulary.quantities.get(subject.removesuffix(UNCAPPED))
            return "." in subject if quantity is None else _has_end(quantity)
        case _:
            return False


def _has_end(span: InForce) -> bool:
    return span.since is not None or span.until is not None
