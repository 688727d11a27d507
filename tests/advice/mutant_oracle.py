"""Which test notices a fault: the suite's own cases, called one by one on the quiz with the fault."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from inspect import signature
from itertools import product
from types import ModuleType
from typing import Any

import attrs

from ssw_tui.advice.answers import GOAL, Answer, Answers, given
from ssw_tui.advice.eligibility import Quiz, Result
from ssw_tui.advice.waiting import days_of_change
from ssw_tui.records.condition import parse
from ssw_tui.records.quiz import Definition, Quantity, Row
from tests.advice.mutants import Fault, Mutant
from tests.advice.plain_reading import PlainReading

MODULES = (
    "test_worked_cases",
    "test_more_cases",
    "test_mutant_cases",
    "test_every_id",
    "test_rulings",
    "test_dated_rules",
)
"""The test modules whose cases are written by hand from the rules: what they expect is right or wrong by itself."""
Sheet = tuple[Mapping[str, Answer], date]
"""Answers, and the day for which they are read."""


class WithoutChanges(Quiz):
    """The quiz without the search for smallest changes, which no fault in a row makes wrong."""

    def evaluate(self, answers: Answers, day: date, *, changes: bool = True) -> Result:
        return super().evaluate(answers, day, changes=False and changes)


class Recording(WithoutChanges):
    """A quiz that keeps what it is asked."""

    sheets: list[Sheet]

    def evaluate(self, answers: Answers, day: date, *, changes: bool = True) -> Result:
        if GOAL in answers:
            self.sheets.append((given(answers), day))
        return super().evaluate(answers, day, changes=changes)


@attrs.frozen
class Check:
    """One case of a test."""

    name: str
    """The test and the number of its case."""
    run: Callable[[Quiz], None]
    """Raises AssertionError where the quiz is not as expected."""
    sheets: tuple[int, ...]
    """What it asks the quiz: numbers of sheets."""


def _cases(module: ModuleType) -> Iterator[tuple[str, Callable[[Quiz], None]]]:
    """Give every case of a module's tests of the quiz."""
    for name, function in vars(module).items():
        if not name.startswith("test_") or getattr(function, "__module__", "") != module.__name__:
            continue
        marks = [mark for mark in getattr(function, "pytestmark", []) if mark.name == "parametrize"]
        tables = [[_named(mark.args[0], values) for values in mark.args[1]] for mark in marks]
        free = set(signature(function).parameters) - {key for table in tables for key in table[0]}
        if free == {"quiz"}:
            for number, chosen in enumerate(product(*tables)):
                arguments = {key: value for one in chosen for key, value in one.items()}
                yield f"{module.__name__}.{name}[{number}]", partial(_call, function, arguments)


def _named(names: str | Sequence[str], values: Any) -> dict[str, Any]:  # noqa: ANN401 - whatever a test takes
    values = getattr(values, "values", values) if type(values).__name__ == "ParameterSet" else values
    if isinstance(names, str):
        names = [name.strip() for name in names.split(",")]
        values = values if len(names) > 1 or type(values) is tuple and len(values) == 1 else (values,)
    return dict(zip(names, values, strict=True))


def _call(function: Callable[..., None], arguments: Mapping[str, Any], quiz: Quiz) -> None:
    function(quiz=quiz, **arguments)


class Oracle:
    """Every case, ready to be asked whether it notices a fault."""

    def __init__(self, quiz: Quiz) -> None:
        self.quiz = quiz
        self.sheets: list[Sheet] = []
        self._numbers: dict[tuple[object, ...], int] = {}
        self.checks = tuple(self._recorded())
        self._readings = [PlainReading(quiz, dict(answers), day) for answers, day in self.sheets]
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
        for name, run in self._all():
            recording.sheets = []
            if _holds(run, recording):
                yield Check(name, run, tuple(dict.fromkeys(self._number(sheet) for sheet in recording.sheets)))

    @staticmethod
    def _all() -> Iterator[tuple[str, Callable[[Quiz], None]]]:
        for name in MODULES:
            path = f"{__package__}.{name}"
            if find_spec(path) is not None:
                yield from _cases(import_module(path))

    def _number(self, sheet: Sheet) -> int:
        answers, day = sheet
        number = self._numbers.setdefault((day, *sorted(answers.items())), len(self.sheets))
        if number == len(self.sheets):
            self.sheets.append(sheet)
        return number

    def noticed_by(self, mutant: Mutant) -> str | None:
        """Give the name of a case that notices a fault, or None where none does."""
        words = self.quiz.vocabulary
        plain = WithoutChanges(words.questions, words.definitions, words.quantities, self.quiz.rows, words.fields)
        broken = mutant.quiz(plain)
        for check in self._candidates(mutant):
            if not _holds(check.run, broken):
                return check.name
        return "contradictions" if self._contradicts(mutant, broken) else None

    def _candidates(self, mutant: Mutant) -> Iterator[Check]:
        """Give the cases that could notice it, the likeliest first: the fault must make a difference to an answer."""
        seen: set[str] = set()
        for check in self._in_question(mutant):
            if check.name not in seen:
                seen.add(check.name)
                yield check

    def _in_question(self, mutant: Mutant) -> Iterator[Check]:
        touched = [number for number, complete in enumerate(self._complete) if complete and self._touched(mutant, number)]
        yield from sorted(
            (check for number in touched for check in self._by_sheet[number]), key=lambda check: len(check.sheets)
        )
        yield from (check for check in self.checks if not all(self._complete[number] for number in check.sheets))
        yield from (check for check in self.checks if not check.sheets)

    def _touched(self, mutant: Mutant, number: int) -> bool:
        """Whether the record with the fault says anything else of these complete answers."""
        (answers, day), reading = self.sheets[number], self._readings[number]
        match mutant.record:
            case Row() as row:
                was = self.quiz.rows[row.id]
                return answers[GOAL] in was.goals and _says(row, reading, answers, day) != _says(was, reading, answers, day)
            case Definition() as definition:
                known = self.quiz.vocabulary.definitions[definition.id]
                return any(
                    reading.holds(parse(one.when)) is not reading.holds(parse(other.when))
                    for one, other in [(known, definition)]
                ) or known.holds_on(day) is not definition.holds_on(day)
            case Quantity():
                return True

    def _contradicts(self, mutant: Mutant, broken: Quiz) -> bool:
        """Whether the check of the content notices rows that contradict each other."""
        from ssw_tui.advice.quiz_check import contradictions

        if mutant.fault not in (Fault.EXCEPTION, Fault.BESIDE):
            return False
        return any(contradictions(broken, day) for day in days_of_change(broken.vocabulary, broken.rows.values()))


def _says(row: Row, reading: PlainReading, answers: Mapping[str, Answer], day: date) -> tuple[object, ...] | None:
    """Give what a row makes of complete answers; None: it does not count."""
    if answers[GOAL] not in row.goals or not row.holds_on(day):
        return None
    if not reading.holds(parse(row.applies)):
        return None
    strikes = reading._strikes(row)  # noqa: SLF001
    return (strikes, row.effect, row.stands_beside_stops) if strikes else (strikes, row.effect)


def _holds(run: Callable[[Quiz], None], quiz: Quiz) -> bool:
    try:
        run(quiz)
    except AssertionError:
        return False
    return True


def survivors(oracle: Oracle, mutants: Iterable[Mutant]) -> Iterator[Mutant]:
    """Give the faults that no case notices."""
    return (mutant for mutant in mutants if oracle.noticed_by(mutant) is None)
