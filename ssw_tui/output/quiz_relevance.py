"""Which parts of a row's conditions a person's answers leave open: what they settle for every day is left out."""

from collections.abc import Iterator
from decimal import Decimal

from ssw_tui.advice.answers import Answer, Answers
from ssw_tui.advice.three_values import every, negated
from ssw_tui.advice.vocabulary import UNCAPPED, Vocabulary
from ssw_tui.records.condition import All, Always, Comparison, Condition, Either, Named, Not, Value, compares, parse
from ssw_tui.records.quiz import Definition, InForce, Quantity, Row

Part = Definition | Quantity | Named | Comparison
"""Something that can differ from day to day: what is dated, a fact of a field, a comparison."""


class Relevance:
    """What can matter to somebody with these answers."""

    def __init__(self, vocabulary: Vocabulary, answers: Answers) -> None:
        self._vocabulary = vocabulary
        self._answers = answers

    def parts(self, row: Row) -> Iterator[Part]:
        """Give the parts of a row's conditions on which it can depend, definitions and what is inside them."""
        yield from self._walk(All((parse(row.applies), parse(row.when))))

    def _walk(self, condition: Condition) -> Iterator[Part]:
        if self._settled(condition) is not None:
            return
        match condition:
            case Not(part=part):
                yield from self._walk(part)
            case All(parts=parts) | Either(parts=parts):
                for part in parts:
                    yield from self._walk(part)
            case Named(name=name) if name in self._vocabulary.definitions:
                definition = self._vocabulary.definitions[name]
                yield definition
                yield from self._walk(parse(definition.when))
            case Comparison(subject=subject) if subject.removesuffix(UNCAPPED) in self._vocabulary.quantities:
                quantity = self._vocabulary.quantities[subject.removesuffix(UNCAPPED)]
                if self._settled(parse(quantity.when)) is not False:
                    yield quantity
                yield from self._walk(parse(quantity.when))
            case Named() | Comparison():
                yield condition

    def _settled(self, condition: Condition) -> bool | None:
        """Say whether a condition holds on every day, or on none; None: that depends on the day or on open answers."""
        match condition:
            case Always():
                return True
            case Not(part=part):
                return negated(self._settled(part))
            case All(parts=parts):
                return every(map(self._settled, parts))
            case Either(parts=parts):
                return negated(every(negated(self._settled(part)) for part in parts))
            case Named(name=name):
                definition = self._vocabulary.definitions.get(name)
                return None if definition is None else self._by_definition(definition)
            case Comparison():
                return self._compared(condition)

    def _by_definition(self, definition: Definition) -> bool | None:
        inner = self._settled(parse(definition.when))
        return None if inner and _is_dated(definition) else inner

    def _compared(self, comparison: Comparison) -> bool | None:
        answer = self._answers.get(comparison.subject)
        if isinstance(answer, Decimal) and isinstance(comparison.values[0], Decimal):
            return compares(comparison.operator, answer, comparison.values[0])
        if not isinstance(answer, str):
            return None
        values = [self._value(comparison.subject, value) for value in comparison.values]
        return None if None in values else answer in values

    def _value(self, subject: str, value: Value) -> Answer | None:
        """Give an option, or the answer to another question that is named in its place."""
        if isinstance(value, str) and value not in self._vocabulary.options(subject):
            return self._answers.get(value) if value in self._vocabulary.questions else value
        return value if isinstance(value, str) else None


def _is_dated(span: InForce) -> bool:
    return span.since is not None or span.until is not None
