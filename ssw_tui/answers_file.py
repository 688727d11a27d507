"""Answers from a file that a person or a program wrote: TOML or JSON, a flat table of question and answer."""

import json
import re
import sys
import tomllib
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, time
from decimal import Decimal
from errno import EBADF
from pathlib import Path
from typing import BinaryIO

from ssw_tui.advice.answers import UNKNOWN, Answer
from ssw_tui.advice.vocabulary import Vocabulary
from ssw_tui.errors import UserError
from ssw_tui.records.quiz import Question, QuestionKind

STANDARD_INPUT = "-"
LARGEST = 100_000
"""Bytes; every question answered takes a thirtieth of it, the rest is for comments."""
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
LARGEST_NUMBER = 1_000_000
"""No count of months, years or percent comes near it."""
_MOST_BITS = 64
"""Of a whole number; writing one of millions out would take seconds."""
_SHOWN = 40
_LONGEST_NUMBER = 4300
"""Digits; Python reads no longer whole number."""
_DOTTED = re.compile(r"""(?<![\w"'-])(?:(?:[\w-]+|"[^"\n]*"|'[^'\n]*')[ \t]*\.[ \t]*){16}""")
"""A key in sixteen parts: it is no answer, and TOML takes minutes to read one in thousands."""
_NESTED = "it is nested too deeply; answers are a flat table of question and answer"


def read_answers(source: str, vocabulary: Vocabulary, stdin: BinaryIO | None = None) -> dict[str, Answer]:
    """Read answers from a file, or from standard input where the source is "-".

    Raises:
        UserError: when it cannot be read, is no flat table, or names something that does not exist.
    """
    if not source:
        raise UserError('--answers: name a file, or "-" for standard input')
    place = "standard input" if source == STANDARD_INPUT else source
    content = _content(source, place, stdin)
    return answers_from(_table(content, source, place), vocabulary, place)


def answers_from(table: Mapping[str, object], vocabulary: Vocabulary, place: str) -> dict[str, Answer]:
    """Check a table of answers against the questions.

    Raises:
        UserError: at the first answer that is wrong; it names the question and the nearest that exists.
    """
    return {name: _answer(name, value, vocabulary, place) for name, value in table.items()}


def _content(source: str, place: str, stdin: BinaryIO | None) -> str:
    try:
        data = _start_of(source, stdin)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else "it is no path"
        raise UserError(f"{place}: it cannot be read ({reason})") from error
    if len(data) > LARGEST:
        raise UserError(f"{place}: it is larger than {LARGEST:,} bytes; answers are a short table of question = answer")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UserError(f"{place}: it is no UTF-8 text (byte {error.start + 1}); save it as UTF-8") from error


def _start_of(source: str, stdin: BinaryIO | None) -> bytes:
    """Give the file, or so much of it that it is seen to be too large."""
    if source != STANDARD_INPUT:
        with Path(source).open("rb") as stream:
            return stream.read(LARGEST + 1)
    if stdin is None and sys.stdin is None:
        raise OSError(EBADF, "it is closed")
    return (stdin or sys.stdin.buffer).read(LARGEST + 1)


def _table(content: str, source: str, place: str) -> Mapping[str, object]:
    is_json = source.lower().endswith(".json") or content.lstrip().startswith("{") or _is_list(content)
    try:
        table = _from_json(content) if is_json else _from_toml(content)
    except (ValueError, ArithmeticError) as error:
        raise UserError(f"{place}: it is no {'JSON' if is_json else 'TOML'}: {_one_line(str(error))}") from error
    except RecursionError as error:
        raise UserError(f"{place}: {_NESTED}") from error
    if not isinstance(table, dict):
        raise UserError(f"{place}: it is {_kind_of(table)}; answers are a flat table of question and answer")
    return table


def _is_list(content: str) -> bool:
    """Whether it is a list in JSON; the head of a table in TOML begins like one."""
    if not content.lstrip().startswith("["):
        return False
    try:
        _from_json(content)
    except (ValueError, ArithmeticError, RecursionError):
        return False
    return True


def _from_toml(content: str) -> object:
    if _DOTTED.search(content):
        raise RecursionError
    try:
        return tomllib.loads(content, parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        raise _second_answer(content, str(error)) or error from error
    except ValueError as error:
        raise _long_number(content) or error from error


def _second_answer(content: str, told: str) -> ValueError | None:
    found = re.fullmatch(r"Cannot overwrite a value \(at (?:line (\d+), column \d+|end of document)\)", told)
    if found is None:
        return None
    line = content.split("\n")[int(found[1] or 0) - 1]
    return ValueError(f'"{_short(_key(line))}" stands there twice')


def _long_number(content: str) -> ValueError | None:
    for line in content.split("\n"):
        if sum(map(str.isdecimal, line)) > _LONGEST_NUMBER:
            return ValueError(f'"{_short(_key(line))}": a number of more than {_LONGEST_NUMBER:,} digits')
    return None


def _key(line: str) -> str:
    return line.partition("=")[0].strip().strip("\"'")


def _from_json(content: str) -> object:
    return json.loads(
        content, parse_int=Decimal, parse_float=Decimal, parse_constant=Decimal, object_pairs_hook=_without_doubles
    )


def _without_doubles(pairs: Iterable[tuple[str, object]]) -> dict[str, object]:
    table: dict[str, object] = {}
    for name, value in pairs:
        if name in table:
            raise ValueError(f'"{_short(name)}" stands there twice')
        table[name] = value
    return table


def _answer(name: str, value: object, vocabulary: Vocabulary, place: str) -> Answer:
    question = vocabulary.questions.get(name)
    if question is None and isinstance(value, dict):
        raise UserError(f'{place}: "{_short(name)}" is a table; answers are a flat table of question and answer')
    if question is None:
        nearest = _nearest(name, _same(vocabulary.questions))
        raise UserError(f'{place}: there is no question "{_short(name)}"; {nearest}')
    if value == UNKNOWN:
        return UNKNOWN
    return _READERS[question.kind](question, value, vocabulary, place)


def _number(question: Question, value: object, _: Vocabulary, place: str) -> Answer:
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise _wrong_kind(place, question, f"a number of {question.unit} such as 12 or 2.5", value)
    if isinstance(value, int) and value.bit_length() > _MOST_BITS:
        raise UserError(f"{place}: {question.id}: a number from 0 is needed, not one of so many digits")
    number = Decimal(value)
    if not number.is_finite() or not 0 <= number <= LARGEST_NUMBER:
        raise UserError(f"{place}: {question.id}: a number from 0 is needed, not {_short(str(number))}")
    return number


def _day(question: Question, value: object, _: Vocabulary, place: str) -> Answer:
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    if not isinstance(value, str) or not DAY.fullmatch(value):
        raise _wrong_kind(place, question, "a day such as 2026-11-22", value)
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise UserError(f"{place}: {question.id}: there is no day {value}") from error


def _choice(question: Question, value: object, vocabulary: Vocabulary, place: str) -> Answer:
    known = (*vocabulary.options(question.id), *question.countries)
    if not isinstance(value, str):
        what = "a country such as VN" if question.kind is QuestionKind.COUNTRY else f'an option such as "{known[0]}"'
        raise _wrong_kind(place, question, what, value)
    if value not in known:
        called = _called(question, known, vocabulary)
        raise UserError(f'{place}: {question.id} has no option "{_short(value)}"; {_nearest(value, called)}')
    return value


def _called(question: Question, known: Iterable[str], vocabulary: Vocabulary) -> dict[str, str]:
    """Give the answers to a question by everything that people call them: ids, names, words for the work."""
    called = _same(known) | {name: code for code, name in question.countries.items()}
    if question.kind is QuestionKind.FIELD:
        for field in vocabulary.fields.values():
            called |= dict.fromkeys((field.name, field.name_ja, *field.work_words), field.id)
    return called


def _same(names: Iterable[str]) -> dict[str, str]:
    return {name: name for name in names}


_READERS: Mapping[QuestionKind, Callable[[Question, object, Vocabulary, str], Answer]] = {
    QuestionKind.NUMBER: _number,
    QuestionKind.DATE: _day,
    QuestionKind.CHOICE: _choice,
    QuestionKind.CATEGORY: _choice,
    QuestionKind.COUNTRY: _choice,
    QuestionKind.FIELD: _choice,
}


def _wrong_kind(place: str, question: Question, wanted: str, value: object) -> UserError:
    return UserError(f'{place}: {question.id}: {wanted} or "{UNKNOWN}" is needed, not {_kind_of(value)}')


def _kind_of(value: object) -> str:
    match value:
        case bool():
            return "true or false"
        case str():
            return f'the text "{_short(value)}"'
        case int() | Decimal():
            return "a number"
        case datetime():
            return "a day with a time"
        case date():
            return "a day"
        case time():
            return "a time of day"
        case list():
            return "a list"
        case dict():
            return "a table"
        case None:
            return "null"
        case _:
            return "something else"


def _nearest(name: str, called: Mapping[str, str]) -> str:
    from difflib import SequenceMatcher

    wanted = name[:_SHOWN].lower()
    best = max(called, key=lambda other: SequenceMatcher(None, wanted, other.lower()).ratio())
    return f'the nearest is "{called[best]}"'


def _short(text: str) -> str:
    line = _one_line(text)
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN]}..."


def _one_line(text: str) -> str:
    return "".join(character if character.isprintable() else " " for character in text)
