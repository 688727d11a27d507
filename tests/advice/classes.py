"""The classes of answers that rows can tell apart: one answer, or one set of answers, stands for a whole class.

Two values of a question are of one class when no condition of the goal's rows on the day is true for the one and
false for the other. Questions that conditions read together (where somebody is and on which status, the field and the
kind of work, the numbers of the total) form one factor, and its classes are those of the joint answers. Numbers and
days stand on both sides of each bound that a condition names. All of it comes from the text of the rows by the plain
reading alone; nothing of the engine takes part.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from functools import cached_property
from itertools import product
from operator import itemgetter
from typing import NamedTuple

from ssw_tui.advice.answers import GOAL, ORDER, Answer, Verdict
from ssw_tui.advice.days import add_months
from ssw_tui.advice.eligibility import Quiz
from ssw_tui.advice.plan import VERDICT_OF
from ssw_tui.records.condition import All, Always, Comparison, Condition, Either, Named, Not, Today, parse
from ssw_tui.records.quiz import Quantity, QuestionKind, Row
from tests.advice.plain_reading import PlainReading
from tests.advice.sums import LITTLE, sums

Sheet = dict[str, Answer]
YES = Always()
NO = Not(YES)
TOGETHER = (
    ("location", "status"),
    ("field", "category", "current-field"),
    ("stay-ends", "application-pending"),
    ("passport", "home-steps"),
    ("training-length", "training-result"),
    ("no2-test", "no2-test-lowest-percent", "sixth-year-pledges"),
    ("no1-months", "leave-parental-months", "leave-sick-months", "leave-work-accident-months", "leave-notified"),
)
"""Questions whose answers are taken as one; every other question is a factor of its own."""


class Factor(NamedTuple):
    """Questions that are answered together, with one set of answers for each class."""

    questions: tuple[str, ...]
    classes: tuple[Sheet, ...]


class _Reading(PlainReading):
    """The plain reading, shown other answers each time."""

    def read(self, condition: Condition, answers: Sheet) -> bool:
        self._answers = answers
        return self.holds(condition)


class Table:
    """The rows of one goal on one day, spelled out: without definitions and goals, with the exceptions inside."""

    def __init__(self, quiz: Quiz, goal: str, day: date) -> None:
        self.quiz = quiz
        self.goal = goal
        self.day = day
        self._reading = _Reading(quiz, {GOAL: goal}, day)
        self.rows = {row.id: row for row in quiz.rows.values() if goal in row.goals and row.holds_on(day)}
        self.deciding = tuple(name for name, row in self.rows.items() if row.effect in VERDICT_OF)
        self.strikes = {name: self._strikes(row) for name, row in self.rows.items()}
        self.reads = {name: tuple(sorted(self.questions_of(condition))) for name, condition in self.strikes.items()}
        self._key = {name: itemgetter(*reads) if reads else _nothing for name, reads in self.reads.items()}
        self._known: dict[str, dict[object, bool]] = {name: {} for name in self.rows}
        self._factors: dict[tuple[str, ...], tuple[Factor, ...]] = {}

    def striking(self, answers: Mapping[str, Answer]) -> list[Row]:
        """Give the rows that strike."""
        return [row for name, row in self.rows.items() if self.is_struck(name, answers)]

    def verdict(self, answers: Mapping[str, Answer], rows: Iterable[str] | None = None) -> Verdict:
        """Give the verdict of complete answers, or what some rows alone make of it."""
        ranks = [
            ORDER.index(VERDICT_OF[self.rows[name].effect])
            for name in (self.deciding if rows is None else rows)
            if self.is_struck(name, answers)
        ]
        return ORDER[min(ranks, default=len(ORDER) - 1)]

    def is_struck(self, name: str, answers: Mapping[str, Answer]) -> bool:
        """Read one row; it is shown no answer but to the questions that it names."""
        key = self._key[name](answers)
        known = self._known[name]
        if key not in known:
            shown = {question: answers[question] for question in self.reads[name]}
            known[key] = self.holds(self.strikes[name], shown)
        return known[key]

    def holds(self, condition: Condition, answers: Sheet) -> bool:
        """Read a spelled-out condition; it is shown these answers alone."""
        return self._reading.read(condition, answers)

    def _strikes(self, row: Row) -> Condition:
        instead = (Not(self._strikes(self.rows[name])) for name in row.exceptions if name in self.rows)
        return self._spelled(All((parse(row.applies), parse(row.when), *instead)))

    def _spelled(self, condition: Condition) -> Condition:
        definitions = self.quiz.vocabulary.definitions
        match condition:
            case Comparison(subject=subject, values=values) if subject == GOAL:
                return YES if self.goal in values else NO
            case Named(name=name) if name in definitions:
                definition = definitions[name]
                return self._spelled(parse(definition.when)) if definition.holds_on(self.day) else NO
            case Not(part=part):
                inner = self._spelled(part)
                return YES if inner is NO else NO if inner is YES else Not(inner)
            case All(parts=parts):
                return _joined(All, [self._spelled(part) for part in parts], neutral=YES, settles=NO)
            case Either(parts=parts):
                return _joined(Either, [self._spelled(part) for part in parts], neutral=NO, settles=YES)
            case _:
                return YES if isinstance(condition, Always) else condition

    def questions_of(self, condition: Condition) -> frozenset[str]:
        """Give the questions that a condition reads."""
        match condition:
            case Not(part=part):
                return self.questions_of(part)
            case All(parts=parts) | Either(parts=parts):
                return frozenset(name for part in parts for name in self.questions_of(part))
            case Named(name=name):
                return frozenset({name.partition(".")[0]})
            case Comparison():
                return self._questions_compared(condition)
            case _:
                return frozenset()

    def _questions_compared(self, comparison: Comparison) -> frozenset[str]:
        name = comparison.subject.partition(".")[0]
        quantity = self.quiz.vocabulary.quantities.get(name)
        if quantity:
            return self._questions_behind(quantity)
        known = self.quiz.vocabulary.options(name)
        others = (str(value) for value in comparison.values if value in self.quiz.questions and value not in known)
        return frozenset({name, *others})

    def _questions_behind(self, quantity: Quantity) -> frozenset[str]:
        if not quantity.holds_on(self.day):
            return frozenset({quantity.total})
        taken = (reduction.question for reduction in quantity.less)
        return frozenset({quantity.total, *taken}) | self.questions_of(self._spelled(parse(quantity.when)))

    def factors(self, rows: Iterable[str] | None = None) -> tuple[Factor, ...]:
        """Give the factors that some rows read, or all of them do, in the order in which they are asked."""
        names = tuple(self.rows if rows is None else rows)
        if names not in self._factors:
            self._factors[names] = self._factors_of([self.strikes[name] for name in names])
        return self._factors[names]

    def _factors_of(self, conditions: Sequence[Condition]) -> tuple[Factor, ...]:
        read = {name for condition in conditions for name in self.questions_of(condition)}
        found: dict[tuple[str, ...], None] = {}
        for question in self.quiz.questions:
            if question in read:
                together = next((names for names in TOGETHER if question in names), (question,))
                found.setdefault(tuple(name for name in together if name in read))
        return tuple(Factor(names, self._classes(names, conditions)) for names in found)

    def _classes(self, names: tuple[str, ...], conditions: Iterable[Condition]) -> tuple[Sheet, ...]:
        parts = {part: None for condition in conditions for part in self._parts_within(condition, frozenset(names))}
        truths = [_Truth(self, part) for part in parts]
        found: dict[tuple[bool, ...], Sheet] = {}
        for sheet in self.candidates(names, [atom for part in parts for atom in comparisons(part)]):
            found.setdefault(tuple([truth.of(sheet) for truth in truths]), sheet)
        return tuple(found.values())

    def _parts_within(self, condition: Condition, names: frozenset[str]) -> Iterator[Condition]:
        """Give the largest parts of a condition that read these questions and no others."""
        reads = self.questions_of(condition)
        if reads and reads <= names:
            yield condition
        elif reads & names:
            match condition:
                case Not(part=part):
                    yield from self._parts_within(part, names)
                case All(parts=parts) | Either(parts=parts):
                    inside = tuple(part for part in parts if self.questions_of(part) <= names)
                    if inside:
                        yield inside[0] if len(inside) == 1 else type(condition)(inside)
                    yield from (one for part in parts if part not in inside for one in self._parts_within(part, names))
                case _:
                    raise AssertionError(f"{sorted(reads)} are read together: name them in TOGETHER")

    @cached_property
    def comparisons(self) -> tuple[Comparison, ...]:
        """Every comparison in the rows."""
        return tuple({atom: None for condition in self.strikes.values() for atom in comparisons(condition)})

    def candidates(self, names: tuple[str, ...], atoms: Sequence[Comparison]) -> Iterator[Sheet]:
        """Give joint answers to some questions, among them some of each class that comparisons tell apart."""
        quantity = next((one for one in self.quiz.vocabulary.quantities.values() if one.total in names), None)
        if quantity and len(names) > 1:
            yield from sums(quantity, bounds(atoms), (Decimal(0), LITTLE))
            return
        for chosen in product(*(self.values(name, atoms) for name in names)):
            yield dict(zip(names, chosen, strict=True))

    def values(self, question: str, atoms: Iterable[Comparison]) -> list[Answer]:
        """Give answers to one question: every option, country or field; numbers and days around each bound."""
        record = self.quiz.questions[question]
        quantities = self.quiz.vocabulary.quantities
        match record.kind:
            case QuestionKind.NUMBER:
                about = (atom for atom in atoms if atom.subject == question or atom.subject in quantities)
                near = {bound + step for bound in bounds(about) for step in (-LITTLE, Decimal(0), LITTLE)}
                return [*sorted(number for number in {Decimal(0), *near} if number >= 0)]
            case QuestionKind.DATE:
                days = {day for atom in atoms if atom.subject == question for day in self._days_around(atom)}
                return [*sorted(days)]
            case _:
                return [*self.quiz.vocabulary.options(question), *record.countries]

    def _days_around(self, comparison: Comparison) -> Iterator[date]:
        (value,) = comparison.values
        bound = add_months(self.day, value.shift.months) if isinstance(value, Today) else value
        assert isinstance(bound, date)
        moved = add_months(bound, -comparison.shift.months)
        yield from (moved + timedelta(days=days) for days in range(-4, 5))


def _nothing(_: Mapping[str, Answer]) -> object:
    return ()


class _Truth:
    """Whether a part of a condition holds, read once for each set of answers that it sees."""

    def __init__(self, table: Table, part: Condition) -> None:
        self._table = table
        self._part = part
        self._names = table.questions_of(part)
        self._key = itemgetter(*self._names)
        self._known: dict[object, bool] = {}

    def of(self, sheet: Sheet) -> bool:
        key = self._key(sheet)
        if key not in self._known:
            self._known[key] = self._table.holds(self._part, {name: sheet[name] for name in self._names})
        return self._known[key]


def _joined(
    kind: type[All] | type[Either], parts: Sequence[Condition], *, neutral: Condition, settles: Condition
) -> Condition:
    if settles in parts:
        return settles
    left = [part for part in parts if part is not neutral]
    flat = [inner for part in left for inner in (part.parts if isinstance(part, kind) else (part,))]
    if not flat:
        return neutral
    return flat[0] if len(flat) == 1 else kind(tuple(flat))


def comparisons(condition: Condition) -> Iterator[Comparison]:
    """Give the comparisons in a spelled-out condition."""
    match condition:
        case Comparison():
            yield condition
        case Not(part=part):
            yield from comparisons(part)
        case All(parts=parts) | Either(parts=parts):
            yield from (one for part in parts for one in comparisons(part))


def bounds(atoms: Iterable[Comparison]) -> set[Decimal]:
    """Give the numbers that comparisons name."""
    return {value for atom in atoms for value in atom.values if isinstance(value, Decimal)}
