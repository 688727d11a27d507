"""The small language in which content says when something holds.

    japanese in [none n5 jft-a1 jft-a2-1] and not good-completion
    field.no2 and field.intake not in [stopped not-open]
    no1-months >= 60 or used-months.uncapped < 60
    stay-ends + 2 months < today
    current-field = field

A bare name is a definition or a fact that is true or false; `not` binds closer than `and`, `and` closer than `or`.
What the names mean is for the vocabulary to say; here they are only read.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from operator import eq, ge, gt, le, lt
from typing import Any, NamedTuple

from attrs import Attribute

WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9.-]*")
SIGN = re.compile(r"<=|>=|!=|[=<>+\-()\[\]]")
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
NUMBER = re.compile(r"\d+(\.\d+)?")
KEYWORDS = frozenset({"and", "or", "not", "in", "always", "today", "months", "days"})
SIGNS = ("=", "!=", "<", "<=", ">", ">=")

_COMPARE: Mapping[str, Callable[[Any, Any], bool]] = {"=": eq, "<": lt, "<=": le, ">": gt, ">=": ge}


def compares(operator: str, one: date | Decimal, other: date | Decimal) -> bool:
    """Whether two days, or two numbers, stand to each other as an operator of a comparison says."""
    return _COMPARE[operator](one, other)


class ConditionError(ValueError):
    """A condition that cannot be read: what was expected, where, and what stood there."""


class Shift(NamedTuple):
    """A span of time that is added to a day."""

    months: int = 0
    """Months; negative: before it."""
    days: int = 0
    """Days; negative: before it."""


NO_SHIFT = Shift()


class Today(NamedTuple):
    """The day for which the question is asked, moved by a span."""

    shift: Shift = NO_SHIFT
    """How far it is moved."""


Value = str | Decimal | date | Today


# Plain classes, told apart by identity: they are keys of dictionaries, and every start of the program defines them.


class Always:
    """Holds whatever the answers are."""

    __slots__ = __match_args__ = ()


class Named:
    """A definition ("good-completion"), or a fact that is true or false ("field.no2")."""

    __slots__ = __match_args__ = ("name",)

    def __init__(self, name: str) -> None:
        self.name = name


class Comparison:
    """An answer, a fact ("field.intake") or a quantity compared with one value, or with several ("in").

    The operator is one of = < <= > >= in; != is read as "not" and =. A date is moved by the shift before.
    """

    __slots__ = __match_args__ = ("operator", "shift", "subject", "values")

    def __init__(self, subject: str, operator: str, values: tuple[Value, ...], shift: Shift = NO_SHIFT) -> None:
        self.subject = subject
        self.operator = operator
        self.values = values
        self.shift = shift


class Not:
    """Holds when its part does not."""

    __slots__ = __match_args__ = ("part",)

    def __init__(self, part: "Condition") -> None:
        self.part = part


class All:
    """Holds when every part does."""

    __slots__ = __match_args__ = ("parts",)

    def __init__(self, parts: tuple["Condition", ...]) -> None:
        self.parts = parts


class Either:
    """Holds when at least one part does."""

    __slots__ = __match_args__ = ("parts",)

    def __init__(self, parts: tuple["Condition", ...]) -> None:
        self.parts = parts


Condition = Always | Named | Comparison | Not | All | Either


@cache
def parse(text: str) -> Condition:
    """Read a condition.

    Raises:
        ConditionError: when it is none; the message names what was expected and the character.
    """
    reader = _Reader(text)
    condition = reader.either()
    reader.finish()
    return condition


def is_condition(_: object, attribute: "Attribute[str]", text: str) -> None:
    """Validate a record's field that holds a condition.

    Raises:
        ValueError: when the text is none.
    """
    try:
        parse(text)
    except ConditionError as error:
        raise ValueError(f'a condition in "{attribute.name}": {error}') from None


def parts_of(condition: Condition) -> Iterator[Condition]:
    """Give a condition and everything inside it."""
    yield condition
    match condition:
        case Not(part=part):
            yield from parts_of(part)
        case All(parts=parts) | Either(parts=parts):
            for part in parts:
                yield from parts_of(part)


class _Token(NamedTuple):
    text: str
    position: int
    is_word: bool


def _tokens(text: str) -> Iterator[_Token]:
    position = 0
    while position < len(text):
        if text[position].isspace():
            position += 1
            continue
        found = WORD.match(text, position) or SIGN.match(text, position)
        if found is None:
            raise ConditionError(f"character {position + 1}: {text[position]!r} means nothing here")
        yield _Token(found.group(), position, found.re is WORD)
        position = found.end()


class _Reader:
    """Reads one condition by recursive descent."""

    def __init__(self, text: str) -> None:
        self._tokens = (*_tokens(text), _Token("", len(text), False))
        self._next = 0

    def either(self) -> Condition:
        parts = [self._all()]
        while self._take("or"):
            parts.append(self._all())
        return parts[0] if len(parts) == 1 else Either(tuple(parts))

    def finish(self) -> None:
        if self._token.text:
            raise self._expected('"and", "or" or the end')

    def _all(self) -> Condition:
        parts = [self._one()]
        while self._take("and"):
            parts.append(self._one())
        return parts[0] if len(parts) == 1 else All(tuple(parts))

    def _one(self) -> Condition:
        if self._take("not"):
            return Not(self._one())
        if self._take("("):
            inner = self.either()
            self._need(")")
            return inner
        if self._take("always"):
            return Always()
        return self._comparison()

    def _comparison(self) -> Condition:
        subject = self._name()
        shift = self._shift()
        if self._take("in"):
            return Comparison(subject, "in", self._list(), shift)
        if self._token.text == "not" and self._following.text == "in":
            self._next += 2
            return Not(Comparison(subject, "in", self._list(), shift))
        if self._token.text in SIGNS:
            operator = self._advance().text
            if operator == "!=":
                return Not(Comparison(subject, "=", (self._value(),), shift))
            return Comparison(subject, operator, (self._value(),), shift)
        if shift != NO_SHIFT:
            raise self._expected(f"one of {' '.join(SIGNS)}")
        return Named(subject)

    def _list(self) -> tuple[Value, ...]:
        self._need("[")
        values = [self._value()]
        while self._token.text != "]":
            values.append(self._value())
        self._need("]")
        return tuple(values)

    def _value(self) -> Value:
        if self._take("today"):
            return Today(self._shift())
        token = self._token
        if not token.is_word or token.text in KEYWORDS:
            raise self._expected("an option, a number or a day")
        self._next += 1
        if DAY.fullmatch(token.text):
            return self._day(token)
        return Decimal(token.text) if NUMBER.fullmatch(token.text) else token.text

    def _day(self, token: _Token) -> date:
        try:
            return date.fromisoformat(token.text)
        except ValueError:
            raise ConditionError(f"character {token.position + 1}: there is no day {token.text}") from None

    def _shift(self) -> Shift:
        if self._token.text not in ("+", "-"):
            return NO_SHIFT
        sign = 1 if self._advance().text == "+" else -1
        if not self._token.text.isdecimal():
            raise self._expected("a whole number")
        amount = sign * int(self._advance().text)
        if self._take("months"):
            return Shift(months=amount)
        self._need("days", '"months" or "days"')
        return Shift(days=amount)

    def _name(self) -> str:
        token = self._token
        if not token.is_word or token.text in KEYWORDS or not token.text[0].islower():
            raise self._expected("a question, a fact or a definition")
        return self._advance().text

    @property
    def _token(self) -> _Token:
        return self._tokens[self._next]

    @property
    def _following(self) -> _Token:
        return self._tokens[min(self._next + 1, len(self._tokens) - 1)]

    def _advance(self) -> _Token:
        self._next += 1
        return self._tokens[self._next - 1]

    def _take(self, text: str) -> bool:
        taken = self._token.text == text
        self._next += taken
        return taken

    def _need(self, text: str, words: str | None = None) -> None:
        if not self._take(text):
            raise self._expected(words or f'"{text}"')

    def _expected(self, what: str) -> ConditionError:
        token = self._token
        found = f'"{token.text}"' if token.text else "the end"
        return ConditionError(f"character {token.position + 1}: expected {what}, not {found}")
