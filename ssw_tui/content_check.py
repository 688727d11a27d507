"""What must hold across content files: references, spans of time, figures that texts quote."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import combinations
from typing import Any

from attrs import fields, has

from ssw_tui.advice.eligibility import Quiz
from ssw_tui.advice.quiz_check import problems
from ssw_tui.kinds import KIND_NAMED, KINDS, Kind
from ssw_tui.library import ContentError, Fault, Library
from ssw_tui.records.field import Field
from ssw_tui.records.figure import PLACEHOLDER, Figure
from ssw_tui.records.statement import Statement


def check(library: Library) -> tuple[dict[str, int], tuple[Fault, ...]]:
    """Read every kind and check it against the others.

    Returns:
        How many records there are of each kind, and every fault that was found.
    """
    counts: dict[str, int] = {}
    faults: list[Fault] = []
    try:
        library.edition()
    except ContentError as error:
        faults += error.faults
    for kind in KINDS:
        try:
            counts[kind.name] = len(library.all(kind.record))
        except ContentError as error:
            faults += error.faults
    if faults:
        return counts, tuple(sorted(faults))
    figures = library.all(Figure)
    for kind in KINDS:
        for record_id, record in library.all(kind.record).items():
            key = f'{kind.name} "{record_id}"'
            file = library.file_of(kind, record_id)
            faults += (Fault(file, key + path, problem) for path, problem in _problems(record, library, figures))
    return counts, tuple(sorted(faults or _quiz_faults(library)))


def _quiz_faults(library: Library) -> Iterator[Fault]:
    """Find names in the quiz's conditions that mean nothing, and rows that contradict each other."""
    for problem in problems(Quiz.of(library), library.edition().checked):
        kind = KIND_NAMED[problem.kind]
        yield Fault(library.file_of(kind, problem.id), f'{kind.name} "{problem.id}"', problem.text)


def _problems(record: object, library: Library, figures: Mapping[str, Figure]) -> Iterator[tuple[str, str]]:
    for path, owner, name, value, metadata in _walk(record, ""):
        kind = KIND_NAMED.get(metadata.get("refers-to", ""))
        if kind is not None:
            yield from ((path, f'no {kind.name} "{wrong}"') for wrong in _missing(value, kind, library))
        for text in _texts(value):
            unknown = [name for name in PLACEHOLDER.findall(text) if name not in figures]
            yield from ((path, f'no figure "{name}"') for name in unknown)
        if _is_history(owner, name, value):
            yield from ((path, problem) for problem in _overlaps(value))


def _walk(record: Any, path: str) -> Iterator[tuple[str, object, str, Any, Mapping[str, str]]]:  # noqa: ANN401
    for attribute in fields(type(record)):
        value = getattr(record, attribute.name)
        here = f"{path}.{attribute.name}"
        yield here, record, attribute.name, value, attribute.metadata
        items: Iterable[tuple[str, Any]] = (
            [(f"{here}[{i}]", inner) for i, inner in enumerate(value)] if isinstance(value, tuple) else [(here, value)]
        )
        for inner_path, inner in items:
            if has(type(inner)):
                yield from _walk(inner, inner_path)


def _missing(value: str | tuple[str, ...] | None, kind: Kind, library: Library) -> list[str]:
    wanted = (value,) if isinstance(value, str) else value or ()
    known = library.all(kind.record)
    return [record_id for record_id in wanted if record_id not in known]


def _texts(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    return tuple(item for item in value if isinstance(item, str)) if isinstance(value, tuple) else ()


def _is_history(owner: object, name: str, value: object) -> bool:
    """Whether the values are one thing over time, so that no two may hold on one day."""
    return (isinstance(owner, Field) and name in ("intake", "no2")) or (isinstance(owner, Figure) and name == "values")


def _overlaps(spans: Iterable[Statement]) -> Iterator[str]:
    for one, other in combinations(spans, 2):
        first, second = sorted((one, other), key=lambda span: span.since or date.min)
        if first.until is None or (second.since or date.min) < first.until:
            yield f"two hold on {second.since or 'the first day'}; the earlier one needs until"
