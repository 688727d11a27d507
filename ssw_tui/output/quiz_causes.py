"""What makes the rows of the quiz say something else on a later day: dated rules, facts of fields, days that pass."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from attrs import frozen

from ssw_tui.advice.answers import Answers
from ssw_tui.advice.days import after
from ssw_tui.advice.eligibility import Quiz
from ssw_tui.library import Library
from ssw_tui.output.pages.common import say_day
from ssw_tui.output.pages.field import INTAKE_WORD
from ssw_tui.output.quiz_relevance import Relevance
from ssw_tui.reader import Reader
from ssw_tui.records.condition import Comparison, Named, Shift, Today, compares
from ssw_tui.records.field import Field, Intake, IntakeSpan, No2Span
from ssw_tui.records.figure import PLACEHOLDER, Figure
from ssw_tui.records.quiz import Definition, InForce, Quantity, Question, Row
from ssw_tui.records.rule import Rule
from ssw_tui.records.statement import Statement

NEAR = 5
"""Days: so far a month's end can move a day that is counted in months."""
MOST_NAMED = 3
"""So many fields are named in a sentence."""


@frozen(kw_only=True)
class Cause:
    """Something that is different from a day on."""

    day: date
    """The first day on which it is different."""
    title: str
    """What it is about, as a sentence ends."""
    rules: tuple[str, ...]
    """The rules behind it."""
    statement: Statement
    """Where it stands, and how sure it is."""
    ends: bool = False
    """Whether it holds no longer then, and nothing takes its place."""

    @property
    def text(self) -> str:
        """What is different, in a sentence."""
        planned = ", planned, not yet law" if self.statement.planned else ""
        return f"{'Only before' if self.ends else 'Since'} {say_day(self.day)}{planned}: {self.title}"


class Causes:
    """The causes that a person's answers leave, for one row after the other."""

    def __init__(self, library: Library, quiz: Quiz, answers: Answers) -> None:
        self._library = library
        self._quiz = quiz
        self._answers = answers
        self._relevance = Relevance(quiz.vocabulary, answers)
        self._known: dict[str, tuple[Cause, ...]] = {}

    def of(self, rows: Iterable[Row], first: date, last: date) -> tuple[Cause, ...]:
        """Give what is different for some rows after the first day, up to the last, each once and in order."""
        return each_once(cause for row in rows for cause in self._once(row) if first < cause.day <= last)

    def _once(self, row: Row) -> tuple[Cause, ...]:
        if row.id not in self._known:
            self._known[row.id] = tuple(self._of(row))
        return self._known[row.id]

    def _of(self, row: Row) -> Iterator[Cause]:
        yield from self._by_time(row, row)
        yield from self._by_figures(row)
        for part in self._relevance.parts(row):
            match part:
                case Definition() | Quantity():
                    yield from self._by_time(row, part)
                case Named(name=subject):
                    yield from self._by_fact(row, subject)
                case Comparison(subject=subject) if "." in subject:
                    yield from self._by_fact(row, subject)
                case Comparison():
                    yield from self._by_passing(row, part)

    def _by_time(self, row: Row, span: Row | InForce) -> Iterator[Cause]:
        """Give the days on which a row, a definition or a quantity begins and ends."""
        rules = span.rules if isinstance(span, Row | Definition | Quantity) else ()
        titles = [self._library.all(Rule)[rule].title for rule in rules[:1]]
        title = f"{titles[0] if titles else row.title}."
        if span.since:
            yield Cause(day=span.since, title=title, rules=rules, statement=row)
        if span.until:
            yield Cause(day=span.until, title=title, rules=rules, statement=row, ends=True)

    def _by_figures(self, row: Row) -> Iterator[Cause]:
        for name in PLACEHOLDER.findall(row.text):
            figure = self._library.all(Figure)[name]
            days = {value.since for value in figure.values}
            for value in figure.values:
                title = f"{figure.title}: {value.value:,} {figure.unit}."
                if value.since:
                    yield Cause(day=value.since, title=title, rules=row.rules, statement=value)
                if value.until and value.until not in days:
                    yield Cause(day=value.until, title=title, rules=row.rules, statement=value, ends=True)

    def _by_fact(self, row: Row, subject: str) -> Iterator[Cause]:
        """Give the days on which a fact of a field changes: of the field answered, else of all together."""
        question, _, fact = subject.partition(".")
        answer = self._answers.get(question)
        every = self._library.all(Field)
        fields = list(every.values()) if answer is None else [every[name] for name in every if name == answer]
        by_day: dict[date, list[tuple[Field, Cause]]] = {}
        for field in fields:
            for cause in self._of_field(row, field, fact):
                by_day.setdefault(cause.day, []).append((field, cause))
        for found in by_day.values():
            yield found[0][1] if len(found) == 1 else _together(found)

    def _of_field(self, row: Row, field: Field, fact: str) -> Iterator[Cause]:
        spans: dict[str, tuple[IntakeSpan | No2Span, ...]] = {"intake": field.intake, "no2": field.no2}
        days = {span.since for span in spans.get(fact, ())}
        for span in spans.get(fact, ()):
            state = _state(field, span)
            if span.since:
                said = Reader(self._library, span.since).say(f"{state} {span.text}", span)
                yield Cause(day=span.since, title=said, rules=row.rules, statement=span)
            if span.until and span.until not in days:
                yield Cause(day=span.until, title=state, rules=row.rules, statement=span, ends=True)

    def _by_passing(self, row: Row, comparison: Comparison) -> Iterator[Cause]:
        """Give the day on which a day that was answered passes, or comes near."""
        answer = self._answers.get(comparison.subject)
        if not isinstance(answer, date) or not isinstance(comparison.values[0], Today):
            return
        try:
            day = next(_flips(comparison, answer, comparison.values[0].shift), None)
        except (OverflowError, ValueError):  # a day so far away never comes
            return
        if day:
            title = _passing(self._quiz.questions[comparison.subject], answer, _both(comparison))
            yield Cause(day=day, title=title, rules=row.rules, statement=row)


def each_once(causes: Iterable[Cause]) -> tuple[Cause, ...]:
    """Give causes in the order of their days, each once; what begins anew on the day it ends has not ended."""
    by_end = sorted(causes, key=lambda cause: cause.ends, reverse=True)
    found = {(cause.day, cause.title): cause for cause in by_end}
    return tuple(found[key] for key in sorted(found))


def _both(comparison: Comparison) -> Shift:
    """Give by how much a day that was answered is moved against today."""
    own, (value,) = comparison.shift, comparison.values
    ahead = value.shift if isinstance(value, Today) else Shift()
    return Shift(own.months - ahead.months, own.days - ahead.days)


def _flips(comparison: Comparison, answer: date, ahead: Shift) -> Iterator[date]:
    """Give the days on which a comparison of a day with today becomes true or false."""
    moved = after(answer, *comparison.shift)
    about = after(answer, *_both(comparison))
    near = [about + timedelta(days=days) for days in range(-NEAR, NEAR + 1)]
    holds = [compares(comparison.operator, moved, after(day, *ahead)) for day in near]
    yield from (day for day, then, now in zip(near[1:], holds, holds[1:], strict=False) if then != now)


def _passing(question: Question, answer: date, shift: Shift) -> str:
    count, unit = (abs(shift.months), "month") if shift.months else (abs(shift.days), "day")
    span = f"{count} {unit}{'' if count == 1 else 's'}"
    if shift.months < 0 or shift.days < 0:
        return f"{question.title}: {say_day(answer)} is {span} away or less."
    return (
        f"{question.title}: {f'{span} after ' if count else ''}{say_day(answer)} {'have' if count else 'has'} passed."
    )


def _state(field: Field, span: IntakeSpan | No2Span) -> str:
    match span:
        case IntakeSpan(state=Intake.NOT_A_FIELD):
            return f"{field.name} is no field."
        case IntakeSpan(state=state):
            return f"{field.name}: intake of No.1 is {INTAKE_WORD[state]}."
        case No2Span(available=available):
            return f"{field.name}: No.2 {'can' if available else 'cannot'} be given."


def _together(found: list[tuple[Field, Cause]]) -> Cause:
    """Say in one sentence what changes for several fields on a day."""
    names = [field.name for field, _ in found]
    more = f" and {len(names) - MOST_NAMED} more" if len(names) > MOST_NAMED else ""
    title = f"another state of {len(names)} fields: {', '.join(names[:MOST_NAMED])}{more}."
    first = found[0][1]
    return Cause(day=first.day, title=title, rules=first.rules, statement=first.statement)
