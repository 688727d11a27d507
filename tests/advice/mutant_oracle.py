"""Which test notices a fault: the suite's own cases, called one by one on the quiz with the fault."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from copy import copy
from datetime import date
from enum import Enum
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from inspect import signature
from itertools import product
from types import ModuleType
from typing import Any

import attrs
import pytest

from ssw_tui.advice.answers import GOAL, STOPS, Answer, Answers, Verdict, given
from ssw_tui.advice.eligibility import Quiz, Result
from ssw_tui.advice.plan import RANK_OF
from ssw_tui.advice.quiz_check import contradictions
from ssw_tui.advice.vocabulary import Vocabulary
from ssw_tui.advice.waiting import days_of_change
from ssw_tui.records.condition import Condition, parse
from ssw_tui.records.quiz import Definition, Effect, Row
from tests.advice.mutants import Fault, Mutant, rows_of
from tests.advice.plain_reading import PlainReading
from tests.advice.test_mutant_cases import CASES, Case, otherwise

MODULES = (
    "test_worked_cases",
    "test_more_cases",
    "test_every_id",
    "test_rulings",
    "test_dated_rules",
)
"""The test modules whose cases are written by hand from the rules: what they expect is right or wrong by itself."""
PARAMETERS = type(pytest.param())
Sheet = tuple[Mapping[str, Answer], date]
"""Answers, and the day for which they are read."""


Said = tuple[bool, Effect | None] | None
"""Whether a row strikes, and as what; None: nothing is shown of it."""
UNMENTIONED: Said = (False, None)
"""A row that does not strike: it is a met condition among the reasons, and in no list."""


class Touch(Enum):
    """What a fault changes in a result."""

    NOTHING = 0
    REASON = 1
    LIST = 2


class Remembering(PlainReading):
    """The plain reading, which reads each condition of the content once."""

    def __init__(self, quiz: Quiz, answers: Mapping[str, Answer], day: date, sound: Set[Condition]) -> None:
        super().__init__(quiz, dict(answers), day)
        self._sound = sound
        self._read: dict[Condition, bool] = {}

    def with_words(self, words: Vocabulary) -> "Remembering":
        """Give the same answers read with a fault in the words, with nothing remembered."""
        other = copy(self)
        other._words, other._read = words, {}
        return other

    def whole(self, condition: Condition) -> bool:
        """Say whether a whole condition holds; those with a fault are not kept."""
        if condition not in self._sound:
            return self.holds(condition)
        if condition not in self._read:
            self._read[condition] = self.holds(condition)
        return self._read[condition]

    def strikes(self, row: Row) -> bool:
        """Say whether a row strikes."""
        instead = (self._rows[other] for other in row.exceptions if other in self._rows)
        return self.whole(parse(row.applies)) and self.whole(parse(row.when)) and not any(map(self.strikes, instead))


class WithoutChanges(Quiz):
    """The quiz without the search for smallest changes, which no fault in a row makes wrong."""

    def evaluate(self, answers: Answers, day: date, *, changes: bool = True) -> Result:
        return super().evaluate(answers, day, changes=False)


class Recording(WithoutChanges):
    """A quiz that keeps what it is asked."""

    asked: list[tuple[Sheet, Verdict]]

    def evaluate(self, answers: Answers, day: date, *, changes: bool = True) -> Result:
        result = super().evaluate(answers, day, changes=changes)
        if GOAL in answers:
            self.asked.append(((given(answers), day), result.verdict))
        return result


@attrs.frozen
class Check:
    """One case of a test."""

    name: str
    """The test and the number of its case."""
    run: Callable[[Quiz], None]
    """Raises AssertionError where the quiz is not as expected."""
    sheets: tuple[int, ...]
    """What it asks the quiz: numbers of sheets."""
    sees_more: bool
    """Whether it looks at the answers that a reason rests on."""


def _cases(module: ModuleType) -> Iterator[tuple[str, Callable[[Quiz], None]]]:
    """Give every case of a module's tests of the quiz."""
    for name, function in vars(module).items():
        if not name.startswith("test_") or getattr(function, "__module__", "") != module.__name__:
            continue
        marks = [mark for mark in getattr(function, "pytestmark", []) if mark.name == "parametrize"]
        tables = [[_arguments(mark.args[0], row) for row in mark.args[1]] for mark in marks]
        free = set(signature(function).parameters) - {key for table in tables for key in table[0]}
        if free == {"quiz"}:
            for number, chosen in enumerate(product(*tables)):
                arguments = {key: value for one in chosen for key, value in one.items()}
                yield f"{module.__name__}.{name}[{number}]", partial(_call, function, arguments)


def _arguments(names: str | Sequence[str], row: Any) -> dict[str, Any]:  # noqa: ANN401 - whatever a test takes
    """Give the arguments that one row of a table of cases means."""
    names = [name.strip() for name in names.split(",")] if isinstance(names, str) else names
    if isinstance(row, PARAMETERS):
        return dict(zip(names, row.values, strict=True))
    return dict(zip(names, (row,) if len(names) == 1 else row, strict=True))


def _case(case: Case, quiz: Quiz) -> None:
    if otherwise(quiz, case):
        raise AssertionError(case.name)


def _call(function: Callable[..., None], arguments: Mapping[str, Any], quiz: Quiz) -> None:
    function(quiz=quiz, **arguments)


class Oracle:
    """Every case, ready to be asked whether it notices a fault."""

    def __init__(self, quiz: Quiz) -> None:
        self.quiz = quiz
        self.sheets: list[Sheet] = []
        self._stopped: list[bool] = []
        self._known: dict[tuple[str, int], Said] = {}
        self._numbers: dict[tuple[object, ...], int] = {}
        self.checks = tuple(self._recorded())
        sound = {parse(text) for row in quiz.rows.values() for text in (row.applies, row.when)}
        sound |= {parse(definition.when) for definition in quiz.vocabulary.definitions.values()}
        self._readings = [Remembering(quiz, answers, day, sound) for answers, day in self.sheets]
        complete = set(quiz.questions)
        self._complete = [complete <= answers.keys() for answers, _ in self.sheets]
        self._by_sheet: dict[int, list[Check]] = {}
        for check in sorted(self.checks, key=lambda check: len(check.sheets)):
            for number in check.sheets:
                self._by_sheet.setdefault(number, []).append(check)

    def _recorded(self) -> Iterator[Check]:
        """Give the cases that hold without any fault; those that do not are the business of their own tests."""
        words = self.quiz.vocabulary
        recording = Recording(words.questions, words.definitions, words.quantities, self.quiz.rows, words.fields)
        for name, run, rests in self._all():
            recording.asked = []
            if _holds(run, recording):
                numbers = dict.fromkeys(self._number(sheet, verdict) for sheet, verdict in recording.asked)
                yield Check(name, run, tuple(numbers), rests)

    @staticmethod
    def _all() -> Iterator[tuple[str, Callable[[Quiz], None], bool]]:
        for cases in CASES.values():
            for number, case in enumerate(cases):
                yield f"{case.name}[{number}]", partial(_case, case), bool(case.rests)
        for name in MODULES:
            path = f"{__package__}.{name}"
            if find_spec(path) is not None:
                yield from ((*case, False) for case in _cases(import_module(path)))

    def _number(self, sheet: Sheet, verdict: Verdict) -> int:
        answers, day = sheet
        number = self._numbers.setdefault((day, *sorted(answers.items())), len(self.sheets))
        if number == len(self.sheets):
            self.sheets.append(sheet)
            self._stopped.append(verdict in STOPS)
        return number

    def noticed_by(self, mutant: Mutant) -> str | None:
        """Give the name of a case that notices a fault, or None where none does."""
        words = self.quiz.vocabulary
        plain = WithoutChanges(words.questions, words.definitions, words.quantities, self.quiz.rows, words.fields)
        broken = mutant.quiz(plain)
        seen: set[str] = set()
        for check in self._candidates(mutant, broken):
            if check.name not in seen and not _holds(check.run, broken):
                return check.name
            seen.add(check.name)
        return "contradictions" if self._contradicts(mutant, broken) else None

    def _candidates(self, mutant: Mutant, broken: Quiz) -> Iterator[Check]:
        """Give the cases that could notice it, the quickest first: the fault must say anything else of an answer."""
        others: list[Check] = []
        rows = rows_of(self.quiz, mutant)
        for number, checks in self._by_sheet.items():
            touch = self._touch(mutant, rows, broken, number) if self._complete[number] else Touch.NOTHING
            if touch is Touch.LIST:
                yield from (check for check in checks if len(check.sheets) == 1)
            if touch is not Touch.NOTHING:
                others += checks
        yield from sorted(others, key=lambda check: len(check.sheets))
        yield from (check for check in self.checks if self._sees_more(check))

    def _sees_more(self, check: Check) -> bool:
        """Whether a case can notice what makes no difference to any of its complete answers."""
        return check.sees_more or not check.sheets or not all(self._complete[number] for number in check.sheets)

    def _touch(self, mutant: Mutant, rows: Iterable[Row], broken: Quiz, number: int) -> Touch:
        """Say what a fault changes in what rows say of complete answers."""
        goal = self.sheets[number][0][GOAL]
        here = [row for row in rows if goal in row.goals]
        if not here or (isinstance(mutant.record, Definition) and not self._differs(mutant.record, number)):
            return Touch.NOTHING
        sound = self._readings[number]
        faulty = sound if isinstance(mutant.record, Row) else sound.with_words(broken.vocabulary)
        touch = Touch.NOTHING
        for row in here:
            was, now = self._said(row, number), self._says(broken.rows[row.id], faulty, number)
            if was != now and {was, now} != {None, UNMENTIONED}:
                return Touch.LIST
            touch = touch if was == now else Touch.REASON
        return touch

    def _differs(self, definition: Definition, number: int) -> bool:
        day, reading = self.sheets[number][1], self._readings[number]
        known = self.quiz.vocabulary.definitions[definition.id]
        was, now = (one.holds_on(day) and reading.whole(parse(one.when)) for one in (known, definition))
        return was is not now

    def _said(self, row: Row, number: int) -> Said:
        """Give what a result shows of a row without any fault."""
        key = row.id, number
        if key not in self._known:
            self._known[key] = self._says(row, self._readings[number], number)
        return self._known[key]

    def _says(self, row: Row, reading: Remembering, number: int) -> Said:
        """Give what a result shows of a row for complete answers; None: nothing."""
        answers, day = self.sheets[number]
        if answers[GOAL] not in row.goals or not row.holds_on(day) or not reading.whole(parse(row.applies)):
            return None
        if not row.stands_beside_stops and self._stopped[number]:
            return None
        if reading.strikes(row):
            return True, row.effect
        return UNMENTIONED if row.effect in RANK_OF else None

    def _contradicts(self, mutant: Mutant, broken: Quiz) -> bool:
        """Whether the check of the content notices rows that contradict each other."""
        if mutant.fault not in (Fault.EXCEPTION, Fault.BESIDE):
            return False
        return any(contradictions(broken, day) for day in days_of_change(broken.vocabulary, broken.rows.values()))


def _holds(run: Callable[[Quiz], None], quiz: Quiz) -> bool:
    try:
        run(quiz)
    except AssertionError:
        return False
    return True
