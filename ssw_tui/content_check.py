"""What must hold across content files: references, spans of time, figures that texts quote, what is sure enough."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations
from typing import Any

from attrs import fields, has

from ssw_tui.advice.eligibility import Quiz
from ssw_tui.advice.quiz_check import problems as quiz_problems
from ssw_tui.kinds import KIND_NAMED, KINDS, Kind, kind_of
from ssw_tui.library import ContentError, Fault, Library
from ssw_tui.records.article import Article
from ssw_tui.records.deadline import Deadline
from ssw_tui.records.document import Document
from ssw_tui.records.fee import Fee
from ssw_tui.records.field import IntakeSpan, No2Span
from ssw_tui.records.field_detail import FieldEvent, FieldFigure, SkillsTest, WorkCategory
from ssw_tui.records.figure import PLACEHOLDER, Figure, FigureValue
from ssw_tui.records.home_country import HomeStep
from ssw_tui.records.other_work import OtherWork
from ssw_tui.records.procedure import Procedure, Step
from ssw_tui.records.quiz import Definition, Effect, Quantity, Row
from ssw_tui.records.reference import Answer, ComparisonRow, GuideStatement, Link, Term
from ssw_tui.records.risk import HelpLine, Penalty, Risk
from ssw_tui.records.rule import Rule
from ssw_tui.records.statement import Confidence, Fact, Statement
from ssw_tui.records.support import EmployerNotice, SupportDuty
from ssw_tui.timeline.check import problems as change_problems

Matter = Callable[[Any], tuple[object, ...]]
"""Gives what a record speaks of, part by part."""
SURE = frozenset({Confidence.HIGH, Confidence.MEDIUM})
"""The confidences on which a decision may rest."""
UNDECIDED = frozenset({Effect.ASK, Effect.WARNING, Effect.NOTE})
"""What an unsure or planned rule may lead to: nothing that reads as a fact."""
LONGEST_MONTHS = 60
"""No period of stay is granted for longer; fees do not go by more."""
SAYS_PLANNED = re.compile(r"(?i)\b(plan|plans|planned|draft)\b")


def _by(*names: str) -> Matter:
    return lambda record: tuple(getattr(record, name) for name in names)


def _of_a_fee(fee: Fee) -> tuple[object, ...]:
    amounts = {"counter": fee.counter_yen, "online": fee.online_yen}
    channels = tuple(channel for channel, yen in amounts.items() if yen is not None)
    months = tuple(filter(fee.covers, range(LONGEST_MONTHS + 1))) if fee.goes_by_period else ()
    return fee.applications, months, channels


MATTER_OF: Mapping[type[Statement], Matter] = {
    IntakeSpan: _by(),
    No2Span: _by(),
    FigureValue: _by(),
    FieldFigure: _by("measure"),
    WorkCategory: _by("name"),
    SkillsTest: _by("name"),
    FieldEvent: _by("text"),
    Fact: _by("text"),
    Penalty: _by("act", "article"),
    ComparisonRow: _by("topic"),
    Step: _by("id"),
    HomeStep: _by("title", "people_in"),
    OtherWork: _by("name"),
    Rule: _by("title"),
    Procedure: _by("title"),
    Document: _by("name_ja"),
    Fee: _of_a_fee,
    Deadline: _by("title", "statuses"),
    Risk: _by("title"),
    HelpLine: _by("number"),
    Article: _by("law", "number"),
    SupportDuty: _by("name_ja"),
    EmployerNotice: _by("title"),
    Answer: _by("question"),
    Term: _by("name_ja"),
    Link: _by("address"),
    GuideStatement: _by("section", "text"),
    Row: _by("goals", "subject", "effect", "code", "title", "applies"),
}
"""What makes two records of a list, or two of a kind, records of one thing: no two of those may hold on one day.

A part that is a tuple is the same as another when they share an item, or when one is empty, which means any.
"""


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
    if not faults:
        faults += (_fault(library, *found) for found in _across_files(library))
    if not faults:
        faults += (_fault(library, *found) for found in _in_the_quiz(library))
        faults += (_fault(library, *found) for found in _in_the_changes(library))
    return counts, tuple(sorted(faults))


Found = tuple[Kind, str, str, str]
"""The kind and id of a record, the place inside it, and what is wrong there."""


def _fault(library: Library, kind: Kind, record_id: str, path: str, problem: str) -> Fault:
    return Fault(library.file_of(kind, record_id), f'{kind.name} "{record_id}"{path}', problem)


def _across_files(library: Library) -> Iterator[Found]:
    figures = library.all(Figure)
    for kind in KINDS:
        records = library.all(kind.record)
        for record_id, record in records.items():
            yield from ((kind, record_id, path, problem) for path, problem in _problems(record, library, figures))
        if issubclass(kind.record, Statement):
            yield from ((kind, one.id, "", problem) for one, problem in overlaps(tuple(records.values())))
    yield from _replaced_and_still_there(library)
    yield from _unsaid_plans(library)
    yield from _unsure_decisions(library)


def _in_the_quiz(library: Library) -> Iterator[Found]:
    """Find names in the quiz's conditions that mean nothing, and rows that contradict each other."""
    for problem in quiz_problems(Quiz.of(library), library.edition().checked):
        yield KIND_NAMED[problem.kind], problem.id, "", problem.text


def _in_the_changes(library: Library) -> Iterator[Found]:
    """Find changes that name what is of another day, and days of which no change tells."""
    for problem in change_problems(library):
        yield KIND_NAMED[problem.kind], problem.id, "", problem.text


def _problems(record: object, library: Library, figures: Mapping[str, Figure]) -> Iterator[tuple[str, str]]:
    for path, value, metadata in _walk(record, ""):
        kind = KIND_NAMED.get(metadata.get("refers-to", ""))
        if kind is not None:
            yield from ((path, f'no {kind.name} "{wrong}"') for wrong in _missing(value, kind, library))
        for text in _texts(value):
            unknown = [name for name in PLACEHOLDER.findall(text) if name not in figures]
            yield from ((path, f'no figure "{name}"') for name in unknown)
        if isinstance(value, tuple) and value and isinstance(value[0], Statement):
            yield from ((path, problem) for _, problem in overlaps(value))


def _walk(record: Any, path: str) -> Iterator[tuple[str, Any, Mapping[str, str]]]:  # noqa: ANN401
    for attribute in fields(type(record)):
        value = getattr(record, attribute.name)
        here = f"{path}.{attribute.name}"
        yield here, value, attribute.metadata
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


# Time


def overlaps(records: Sequence[Statement]) -> Iterator[tuple[Any, str]]:
    """Find records of one thing that hold on one day.

    Args:
        records: records of one class, one beside the other.

    Returns:
        The earlier of two such records, and what is wrong.
    """
    if not records:
        return
    matter_of = MATTER_OF[type(records[0])]
    for (matter, one), (other_matter, other) in combinations([(matter_of(record), record) for record in records], 2):
        if _is_one_thing(matter, other_matter) and _meet(one, other):
            earlier, later = sorted((one, other), key=_first_day)
            day = later.since or "the first day"
            yield earlier, f"two hold on {day}{_named(earlier, later)}; the earlier one needs until"


def _is_one_thing(one: tuple[object, ...], other: tuple[object, ...]) -> bool:
    return all(map(_is_one_part, one, other))


def _is_one_part(one: object, other: object) -> bool:
    if isinstance(one, tuple) and isinstance(other, tuple):
        return not one or not other or not set(one).isdisjoint(other)
    return one == other


def _first_day(span: Statement) -> date:
    return span.since or date.min


def _meet(one: Statement, other: Statement) -> bool:
    """Whether two statements hold on one day."""
    earlier, later = sorted((one, other), key=_first_day)
    return earlier.until is None or _first_day(later) < earlier.until


def _named(*records: Statement) -> str:
    """Name records by what stands first of an id, a name, a topic ..., where they have any."""
    names = ("id", "name", "topic", "measure", "act")
    found = [next((getattr(record, name) for name in names if hasattr(record, name)), None) for record in records]
    said = " and ".join(f'"{name}"' for name in dict.fromkeys(found) if name)
    return f" ({said})" if said else ""


def _replaced_and_still_there(library: Library) -> Iterator[Found]:
    rules = library.all(Rule)
    for rule in rules.values():
        for old in rule.replaces:
            if old in rules and _meet(rules[old], rule):
                problem = (
                    f'"{rule.id}" replaces it from {rule.since or "the first day"} on: it needs until, by that day'
                )
                yield kind_of(Rule), old, "", problem


# How sure


def _unsaid_plans(library: Library) -> Iterator[Found]:
    """Find what is planned and, where it is quoted alone, would read as law."""
    stated: tuple[Rule | Row, ...] = (*library.all(Rule).values(), *library.all(Row).values())
    for one in stated:
        if one.planned and not SAYS_PLANNED.search(f"{one.title}. {one.text}"):
            problem = 'it is planned: its title or text must say "plan", "planned" or "draft"'
            yield kind_of(type(one)), one.id, ".text", problem


def _unsure_decisions(library: Library) -> Iterator[Found]:
    """Find what decides in the quiz and rests on nothing that is sure and in force."""
    rules = library.all(Rule)
    for row in library.all(Row).values():
        if row.effect in UNDECIDED:
            continue
        if not _is_sure(row):
            yield kind_of(Row), row.id, ".effect", f"it is planned or of low confidence: it cannot be {row.effect}"
        elif not any(_meet(rule, row) for rule in _sure_rules(row.rules, rules)):
            yield kind_of(Row), row.id, ".rules", f"none is sure and in force while it holds: it cannot be {row.effect}"
    used: tuple[Definition | Quantity, ...] = (*library.all(Definition).values(), *library.all(Quantity).values())
    for one in used:
        if one.rules and not any(_sure_rules(one.rules, rules)):
            yield kind_of(type(one)), one.id, ".rules", "none is sure and law: no decision can rest on it"


def _sure_rules(named: Iterable[str], rules: Mapping[str, Rule]) -> Iterator[Rule]:
    return (rules[rule] for rule in named if rule in rules and _is_sure(rules[rule]))


def _is_sure(statement: Statement) -> bool:
    return statement.confidence in SURE and not statement.planned
