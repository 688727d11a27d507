"""Small faults put into the quiz's rows, definitions and quantities, each alone, to see whether a test notices.

Every fault is one that a person could make when typing: a condition turned round or forgotten, "or" for "and", an
option too many or too few, a number or a day off by one, the wrong effect, a goal or an exception left out.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Any

import attrs

from ssw_tui.advice.eligibility import Quiz
from ssw_tui.records.condition import (
    All,
    Always,
    Comparison,
    Condition,
    Either,
    Named,
    Not,
    Shift,
    Today,
    Value,
    parse,
)
from ssw_tui.records.quiz import Definition, Effect, Quantity, QuestionKind, Reduction, Row
from tests.advice.written_conditions import named, written

Mutable = Row | Definition | Quantity


class Fault(StrEnum):
    """What is wrong."""

    NEGATED = "negated"
    DROPPED = "dropped"
    AND_OR = "and for or"
    OPTION_REMOVED = "option removed"
    OPTION_ADDED = "option added"
    NUMBER = "number shifted"
    EDGE = "edge moved"
    DATE = "date shifted"
    DATE_REMOVED = "date removed"
    EFFECT = "effect changed"
    GOAL = "goal dropped"
    EXCEPTION = "exception dropped"
    BESIDE = "beside dropped"
    STOPS = "stands beside stops turned round"
    REDUCTION = "reduction dropped"


NEIGHBOUR = {
    Effect.GAP: Effect.BLOCK,
    Effect.BLOCK: Effect.GAP,
    Effect.WARNING: Effect.NOTE,
    Effect.NOTE: Effect.WARNING,
    Effect.ASK: Effect.GAP,
    Effect.WAIT: Effect.BLOCK,
    Effect.NOT_NEEDED: Effect.ASK,
    Effect.OUTCOME: Effect.NOTE,
    Effect.NEXT: Effect.NOTE,
}
"""The effect that is put in the place of each."""
EDGES = {"<": "<=", "<=": "<", ">": ">=", ">=": ">"}
COUNTRIES = ("KH", "TH", "VN", "PH", "ID", "NP", "MM", "MN", "IR", "LK", "none")
"""The countries that rows name, one that none names, and no passport."""


@attrs.frozen
class Mutant:
    """One fault in one record."""

    record: Mutable
    """The record with the fault."""
    fault: Fault
    """What kind of fault it is."""
    what: str
    """Where in the record: the part of the condition, the option, the day."""

    @property
    def id(self) -> str:
        """Name it: the kind of record, the record, the fault and where."""
        return f"{self.kind} {self.record.id}: {self.fault}: {self.what}"

    @property
    def kind(self) -> str:
        """The kind of record."""
        return type(self.record).__name__.lower()

    def quiz(self, quiz: Quiz) -> Quiz:
        """Give the quiz with the fault."""
        words, name, record = quiz.vocabulary, self.record.id, self.record
        definitions, quantities, rows = dict(words.definitions), dict(words.quantities), dict(quiz.rows)
        match record:
            case Row():
                rows[name] = record
            case Definition():
                definitions[name] = record
            case Quantity():
                quantities[name] = record
        return type(quiz)(quiz.questions, definitions, quantities, rows, words.fields)


def mutants_of(quiz: Quiz) -> tuple[Mutant, ...]:
    """Give every fault in every row, definition and quantity, in the order of the content."""
    records: list[Mutable] = [
        *quiz.vocabulary.definitions.values(),
        *quiz.vocabulary.quantities.values(),
        *quiz.rows.values(),
    ]
    return tuple(mutant for record in records for mutant in _numbered(_Faults(quiz, record).all()))


def _numbered(mutants: Iterator[Mutant]) -> Iterator[Mutant]:
    """Tell faults at several places with the same words apart by a number."""
    seen: dict[str, int] = {}
    for mutant in mutants:
        seen[mutant.id] = number = seen.get(mutant.id, 0) + 1
        yield mutant if number == 1 else attrs.evolve(mutant, what=f"{mutant.what} #{number}")


class _Faults:
    """The faults of one record."""

    def __init__(self, quiz: Quiz, record: Mutable) -> None:
        self._quiz = quiz
        self._record = record

    def all(self) -> Iterator[Mutant]:
        """Give them."""
        yield from self._of_conditions()
        yield from self._of_dates()
        match self._record:
            case Row() as row:
                yield from self._of_row(row)
            case Quantity() as quantity:
                yield from self._of_reductions(quantity)

    def _changed(self, fault: Fault, what: str, **fields: Any) -> Mutant:  # noqa: ANN401 - any field of the record
        return Mutant(attrs.evolve(self._record, **fields), fault, what)

    def _of_conditions(self) -> Iterator[Mutant]:
        names = ("applies", "when") if isinstance(self._record, Row) else ("when",)
        for name in names:
            condition = parse(getattr(self._record, name))
            for fault, what, changed in self._variants(condition):
                text = "always" if changed is None else written(changed)
                yield self._changed(fault, f"{name}, {what}", **{name: text})

    def _variants(self, condition: Condition) -> Iterator[tuple[Fault, str, Condition | None]]:
        """Give a condition with each fault; None where nothing is left of it."""
        match condition:
            case Always():
                if not isinstance(self._record, Row):
                    yield Fault.NEGATED, "always", Not(condition)
            case Not(part=part):
                for fault, what, changed in self._variants(part):
                    yield fault, what, None if changed is None else Not(changed)
            case All(parts=parts):
                yield Fault.AND_OR, _brief(condition), Either(parts)
                for fault, what, left in self._within(parts):
                    yield fault, what, left[0] if len(left) == 1 else All(left)
            case Either(parts=parts):
                yield Fault.AND_OR, _brief(condition), All(parts)
                for fault, what, left in self._within(parts):
                    yield fault, what, left[0] if len(left) == 1 else Either(left)
            case Comparison() | Named():
                yield Fault.NEGATED, written(condition), Not(condition)
                yield Fault.DROPPED, written(condition), None
                if isinstance(condition, Comparison):
                    yield from self._of_comparison(condition)

    def _within(self, parts: tuple[Condition, ...]) -> Iterator[tuple[Fault, str, tuple[Condition, ...]]]:
        for place, part in enumerate(parts):
            for fault, what, changed in self._variants(part):
                kept = () if changed is None else (changed,)
                yield fault, what, (*parts[:place], *kept, *parts[place + 1 :])

    def _of_comparison(self, one: Comparison) -> Iterator[tuple[Fault, str, Condition]]:
        text, values, first = written(one), one.values, one.values[0]
        if one.operator == "in":
            for place, value in enumerate(values):
                if len(values) > 1:
                    left = (*values[:place], *values[place + 1 :])
                    yield Fault.OPTION_REMOVED, f"{value} from {text}", Comparison(one.subject, "in", left)
            for value in self._others(one.subject, values):
                yield Fault.OPTION_ADDED, f"{value} to {text}", Comparison(one.subject, "in", (*values, value))
        elif isinstance(first, Decimal):
            for step in (-1, 1) if first else (1,):  # the language has no numbers below 0
                yield Fault.NUMBER, f"{step:+} in {text}", self._with(one, first + step)
        elif isinstance(first, Today):
            for step in (-1, 1):
                moved = Today(Shift(first.shift.months, first.shift.days + step))
                yield Fault.NUMBER, f"{step:+} days in {text}", self._with(one, moved)
                if one.shift.months:
                    shift = Shift(one.shift.months + step)
                    changed = Comparison(one.subject, one.operator, values, shift)
                    yield Fault.NUMBER, f"{step:+} months in {text}", changed
        elif one.operator == "=":
            for value in self._others(one.subject, values)[:1]:
                yield Fault.OPTION_ADDED, f"{value} to {text}", Comparison(one.subject, "in", (first, value))
        if one.operator in EDGES:
            edge = EDGES[one.operator]
            yield Fault.EDGE, f"{edge} in {text}", Comparison(one.subject, edge, values, one.shift)

    @staticmethod
    def _with(one: Comparison, value: Value) -> Comparison:
        return Comparison(one.subject, one.operator, (value,), one.shift)

    def _others(self, subject: str, values: Sequence[Value]) -> list[str]:
        """Give the other options: those after the last that is named come first."""
        question = self._quiz.questions.get(subject)
        if question is None:
            return []
        country = question.kind is QuestionKind.COUNTRY
        options = COUNTRIES if country else self._quiz.vocabulary.options(subject)
        if any(value not in options for value in values):
            return []
        last = max(options.index(str(value)) for value in values) + 1
        return [option for option in (*options[last:], *options[:last]) if option not in values]

    def _of_dates(self) -> Iterator[Mutant]:
        for name in ("since", "until"):
            day: date | None = getattr(self._record, name)
            if day is None:
                continue
            for step in (-1, 1):
                yield self._changed(Fault.DATE, f"{name}, {step:+} day", **{name: day + timedelta(days=step)})
            yield self._changed(Fault.DATE_REMOVED, name, **{name: None})

    def _of_row(self, row: Row) -> Iterator[Mutant]:
        effect = NEIGHBOUR[row.effect]
        yield self._changed(Fault.EFFECT, f"{effect} for {row.effect}", effect=effect)
        yield self._changed(Fault.STOPS, row.effect, stands_beside_stops=not row.stands_beside_stops)
        for fault, name in ((Fault.GOAL, "goals"), (Fault.EXCEPTION, "exceptions"), (Fault.BESIDE, "beside")):
            values: tuple[str, ...] = getattr(row, name)
            for value in values:
                yield self._changed(fault, value, **{name: tuple(one for one in values if one != value)})

    def _of_reductions(self, quantity: Quantity) -> Iterator[Mutant]:
        for place, reduction in enumerate(quantity.less):
            before, after = quantity.less[:place], quantity.less[place + 1 :]
            yield self._changed(Fault.REDUCTION, reduction.question, less=(*before, *after))
            for what, changed in _reductions(reduction):
                yield self._changed(Fault.NUMBER, f"{reduction.question}, {what}", less=(*before, changed, *after))


def _reductions(reduction: Reduction) -> Iterator[tuple[str, Reduction]]:
    for step in (-1, 1):
        if reduction.more_than + step >= 0:
            yield f"{step:+} in more than", attrs.evolve(reduction, more_than=reduction.more_than + step)
        if reduction.at_most is not None:
            yield f"{step:+} in at most", attrs.evolve(reduction, at_most=reduction.at_most + step)
    if reduction.at_most is not None:
        yield "no at most", attrs.evolve(reduction, at_most=None)


def _brief(condition: All | Either) -> str:
    return f'in "{written(condition)}"'


def goals_of(quiz: Quiz, mutant: Mutant) -> frozenset[str]:
    """Give the goals for which a fault can show."""
    return frozenset(goal for row in rows_of(quiz, mutant) for goal in row.goals)


def rows_of(quiz: Quiz, mutant: Mutant) -> tuple[Row, ...]:
    """Give the sound row of a fault, or every row that rests on the record."""
    if isinstance(mutant.record, Row):
        return (quiz.rows[mutant.record.id],)
    names = resting_on(quiz, mutant.record.id)
    return tuple(row for row in quiz.rows.values() if names & (named(parse(row.applies)) | named(parse(row.when))))


def resting_on(quiz: Quiz, name: str) -> set[str]:
    """Give a definition or quantity, and every definition that rests on it, through others too."""
    records = quiz.vocabulary.definitions
    found = {name}
    while more := {one for one, record in records.items() if found & named(parse(record.when))} - found:
        found |= more
    return found
