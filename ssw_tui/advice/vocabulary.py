"""What the names in conditions mean: questions and their options, facts of fields, definitions, quantities."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

from attrs import field, frozen

from ssw_tui.advice.days import after
from ssw_tui.advice.ranges import Cut
from ssw_tui.records.condition import Comparison, ConditionError, Named, Shift, Today, Value
from ssw_tui.records.field import Field, Intake
from ssw_tui.records.quiz import Definition, Quantity, Question, QuestionKind

UNCAPPED = ".uncapped"
FACTS: Mapping[str, Callable[[Field, date], str]] = {
    "intake": lambda field, day: field.intake_on(day).value,
    "no2": lambda field, day: _truth(field.has_no2_on(day)),
    "dispatch": lambda field, _: _truth(field.dispatch),
}
"""What a condition can ask of a field of work: "field.no2" or "field.intake in [stopped]"."""
_VALUES = {"intake": tuple(Intake), "no2": ("yes", "no"), "dispatch": ("yes", "no")}
_OF_NO_FIELD = {"intake": Intake.NOT_A_FIELD.value, "no2": "no", "dispatch": "no"}


class Within(NamedTuple):
    """An answer is one of some options."""

    question: str
    options: frozenset[str]


class Between(NamedTuple):
    """A number, a day or a quantity lies at or above one cut and below another."""

    name: str
    low: Cut | None
    high: Cut | None


class Alike(NamedTuple):
    """Two questions have the same answer."""

    one: str
    other: str


Meaning = Within | Between | Alike


@frozen(kw_only=True)
class Vocabulary:
    """Everything that a condition can name."""

    questions: Mapping[str, Question]
    definitions: Mapping[str, Definition]
    quantities: Mapping[str, Quantity]
    fields: Mapping[str, Field]
    _options: dict[str, tuple[str, ...]] = field(factory=dict, init=False)

    def options(self, question: str) -> tuple[str, ...]:
        """Give what can be answered to a question by name; the countries of a country question are left out."""
        if question not in self._options:
            record = self.questions[question]
            fields = tuple(self.fields) if record.kind is QuestionKind.FIELD else ()
            self._options[question] = (*fields, *(option.id for option in record.options))
        return self._options[question]

    def meaning(self, comparison: Comparison, day: date) -> Meaning:
        """Say what a comparison means on a day.

        Raises:
            ConditionError: when it names something that does not exist or cannot be compared like this.
        """
        if comparison.subject.removesuffix(UNCAPPED) in self.quantities:
            return _on_a_line(comparison, self._number(comparison.values))
        if "." in comparison.subject:
            return self._by_fact(comparison, day)
        question = self._question(comparison.subject)
        match question.kind:
            case QuestionKind.NUMBER:
                return _on_a_line(comparison, self._number(comparison.values))
            case QuestionKind.DATE:
                return _on_the_calendar(comparison, day)
            case _:
                return self._by_option(comparison, question)

    def fact(self, named: Named, day: date) -> Within:
        """Say what a bare fact of a field means: "field.no2"."""
        return self._by_fact(Comparison(named.name, "=", ("yes",)), day)

    def _question(self, name: str) -> Question:
        if name not in self.questions:
            raise ConditionError(f'there is no question, definition or quantity "{name}"')
        return self.questions[name]

    def _by_fact(self, comparison: Comparison, day: date) -> Within:
        name, _, fact = comparison.subject.partition(".")
        question = self._question(name)
        if question.kind is not QuestionKind.FIELD or fact not in FACTS:
            raise ConditionError(f'there is no fact "{comparison.subject}"; facts are {", ".join(FACTS)} of a field')
        wanted = {self._among(value, _VALUES[fact], comparison.subject) for value in comparison.values}
        holding = {name for name, record in self.fields.items() if FACTS[fact](record, day) in wanted}
        if _OF_NO_FIELD[fact] in wanted:
            holding |= {option.id for option in question.options}
        return Within(question.id, _chosen(comparison, holding))

    def _by_option(self, comparison: Comparison, question: Question) -> Within | Alike:
        first = comparison.values[0]
        known = self.options(question.id)
        if isinstance(first, str) and first not in known and self._is_like(question, first):
            if comparison.operator != "=":
                raise ConditionError(f'"{comparison.subject}" and "{first}" can only be compared with =')
            return Alike(question.id, first)
        wanted = {self._among(value, (*known, *question.countries), question.id) for value in comparison.values}
        return Within(question.id, _chosen(comparison, wanted))

    def _is_like(self, question: Question, name: str) -> bool:
        return name in self.questions and self.questions[name].kind is question.kind is QuestionKind.FIELD

    @staticmethod
    def _among(value: Value, known: Iterable[str], subject: str) -> str:
        if not isinstance(value, str) or value not in known:
            raise ConditionError(f'"{subject}" has no option "{value}"')
        return value

    @staticmethod
    def _number(values: tuple[Value, ...]) -> Decimal:
        if len(values) != 1 or not isinstance(values[0], Decimal):
            raise ConditionError("a number is compared with one number")
        return values[0]


def _truth(value: bool) -> str:
    return "yes" if value else "no"


def _chosen(comparison: Comparison, wanted: Iterable[str]) -> frozenset[str]:
    if comparison.operator not in ("=", "in"):
        raise ConditionError(f'"{comparison.subject}" has options; compare it with =, != or in')
    return frozenset(wanted)


def _on_a_line(comparison: Comparison, number: Decimal) -> Between:
    name, below, past = comparison.subject, (number, 0), (number, 1)
    match comparison.operator:
        case "<":
            return Between(name, None, below)
        case "<=":
            return Between(name, None, past)
        case ">":
            return Between(name, past, None)
        case ">=":
            return Between(name, below, None)
        case "=":
            return Between(name, below, past)
    raise ConditionError(f'"{name}" is a number or a day; compare it with <, <=, >, >= or =')


def _on_the_calendar(comparison: Comparison, day: date) -> Between:
    value = comparison.values[0]
    if len(comparison.values) != 1 or not isinstance(value, date | Today):
        raise ConditionError(f'"{comparison.subject}" is a day; compare it with one day or with today')
    wanted = value if isinstance(value, date) else _moved(day, value.shift)
    first = (Decimal(_first_from(wanted, comparison.shift).toordinal()), 0)
    then = (Decimal(_first_from(wanted + timedelta(days=1), comparison.shift).toordinal()), 0)
    match comparison.operator:
        case "<":
            return Between(comparison.subject, None, first)
        case "<=":
            return Between(comparison.subject, None, then)
        case ">":
            return Between(comparison.subject, then, None)
        case ">=":
            return Between(comparison.subject, first, None)
        case "=":
            return Between(comparison.subject, first, then)
    raise ConditionError(f'"{comparison.subject}" is a day; compare it with <, <=, >, >= or =')


def _moved(day: date, shift: Shift) -> date:
    return after(day, shift.months, shift.days)


def _first_from(wanted: date, shift: Shift) -> date:
    """Give the first day that, moved, comes to the wanted one or later."""
    day = _moved(wanted, Shift(-shift.months, -shift.days)) - timedelta(days=5)
    while _moved(day, shift) < wanted:
        day += timedelta(days=1)
    return day
