"""All personal data as JSON and back, without loss; the text depends on the data alone."""

import json
import re
from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from functools import cache
from math import isfinite
from typing import Any, NoReturn, get_origin

from attrs import evolve, has
from cattrs import ClassValidationError, Converter, transform_error
from cattrs.errors import ForbiddenExtraKeysError
from cattrs.gen import make_dict_unstructure_fn

from ssw_tui.advice.days import parse_day
from ssw_tui.output.data import as_json
from ssw_tui.output.exchange.wrong import unquoted
from ssw_tui.tracker.everything import Everything
from ssw_tui.tracker.printed import card_number, period
from ssw_tui.tracker.records import Card

FORMAT = 1
"""Raised when a file could be misread by an older program."""
ID = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")
LONGEST = 10_000
"""Characters of a text; a result of the quiz takes a tenth of it."""
NO_TABLE = "it must be a table, in { }"
NOT_TEXT = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029]")
"""What a terminal or the store would trip over."""


def data_file(everything: Everything) -> str:
    """Give all personal data as JSON; card numbers are whole."""
    tables = {table: [_writer().unstructure(record) for record in records] for table, records in everything.tables()}
    return as_json({"format": FORMAT, **tables})


def read_data_file(text: str) -> Everything:
    """Read what `data_file` wrote.

    Raises:
        ValueError: when it is something else, with the line or the key; no value is repeated.
    """
    data = _parsed(text)
    if not isinstance(data, dict) or type(data.get("format")) is not int:
        raise ValueError('it is no export of this program: there is no "format"')
    if (number := data.pop("format")) != FORMAT:
        raise ValueError(f"it has the format {number}, this program reads {FORMAT}; a newer ssw-tui wrote it")
    try:
        everything = _reader().structure(data, Everything)
    except (ClassValidationError, ValueError, RecursionError) as error:
        raise ValueError(_first_problem(error)) from error
    _check_ids(everything)
    return everything


def _parsed(text: str) -> object:
    try:
        return json.loads(text, parse_constant=_refuse)
    except json.JSONDecodeError as error:
        raise ValueError(f"line {error.lineno}, column {error.colno}: it is no JSON ({error.msg})") from error
    except RecursionError as error:
        raise ValueError("it is nested too deeply") from error
    except ValueError as error:
        raise ValueError("a number in it is none that this program writes") from error


def _refuse(_: str) -> NoReturn:
    raise ValueError


def _check_ids(everything: Everything) -> None:
    for table, records in everything.tables():
        for number, record in enumerate(records):
            for name in ("id", "card"):
                value = getattr(record, name, None)
                if value is not None and not ID.fullmatch(value):
                    raise ValueError(f"{table}[{number}].{name}: an id has small letters, digits and hyphens")


# Writing


@cache
def _writer() -> Converter:
    converter = Converter()
    converter.register_unstructure_hook(date, date.isoformat)
    converter.register_unstructure_hook_factory(
        has, lambda record: make_dict_unstructure_fn(record, converter, _cattrs_omit_if_default=True)
    )
    return converter


# Reading


@cache
def _reader() -> Converter:
    converter = Converter(forbid_extra_keys=True, detailed_validation=True)
    converter.register_structure_hook(str, _text)
    converter.register_structure_hook(int, _exactly(int, "it must be a whole number"))
    converter.register_structure_hook(bool, _exactly(bool, "it must be true or false"))
    converter.register_structure_hook(date, _day)
    converter.register_structure_hook(StrEnum, _kind)
    converter.register_structure_hook_func(_is_mapping, _answers)
    converter.register_structure_hook_func(_is_list, _list(converter))
    converter.register_structure_hook_factory(has, lambda record: _table(converter, record))
    return converter


def _text(value: object, _: object) -> str:
    if type(value) is not str or len(value) > LONGEST or NOT_TEXT.search(value):
        raise ValueError("it must be one line of text")
    return value


def _exactly(wanted: type[Any], words: str) -> Callable[[object, object], object]:
    def check(value: object, _: object) -> object:
        if type(value) is not wanted:
            raise ValueError(words)
        return value

    return check


def _day(value: object, _: object) -> date:
    text = _text(value, None)
    try:
        return parse_day(text)
    except ValueError as error:
        raise ValueError(unquoted(error, text)) from error


def _kind(value: object, wanted: type[StrEnum]) -> StrEnum:
    found = next((kind for kind in wanted if kind == value), None)
    if found is None:
        raise ValueError(f"it must be one of {', '.join(wanted)}")
    return found


def _is_mapping(wanted: Any) -> bool:  # noqa: ANN401 - any annotation can come
    return get_origin(wanted) is Mapping


def _is_list(wanted: Any) -> bool:  # noqa: ANN401 - any annotation can come
    return get_origin(wanted) is tuple


def _answers(value: object, _: object) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise ValueError(NO_TABLE)
    return {_text(key, None): _answer(answer) for key, answer in value.items()}


def _answer(value: object) -> str | int | float:
    match value:
        case int():
            return value
        case float() if isfinite(value):
            return value
        case _:
            return _text(value, None)


def _list(converter: Converter) -> Callable[[object, Any], tuple[Any, ...]]:
    def check(value: object, wanted: Any) -> tuple[Any, ...]:  # noqa: ANN401 - tuple[X, ...] for any X
        if not isinstance(value, list):
            raise ValueError("it must be a list, in [ ]")
        inner: Any = list[wanted.__args__[0]]
        return tuple(converter.structure(value, inner))

    return check


def _table(converter: Converter, record: type[Any]) -> Callable[[object, Any], Any]:
    structure = converter.gen_structure_attrs_fromdict(record)

    def check(value: object, wanted: Any) -> Any:  # noqa: ANN401 - any record class
        if not isinstance(value, dict):
            raise ValueError(NO_TABLE)
        made = structure(value, wanted)
        return _as_printed(made) if isinstance(made, Card) else made

    return check


def _as_printed(card: Card) -> Card:
    """Refuse a period and a number that could not have been typed in."""
    if card.period is not None:
        card = evolve(card, period=_read("period", period, card.period))
    return card if card.number is None else evolve(card, number=_read("number", card_number, card.number))


def _read(name: str, read: Callable[[str], str], text: str) -> str:
    try:
        return read(text)
    except ValueError as error:
        raise ValueError(f"{name}: {unquoted(error, text)}") from error


def _first_problem(error: BaseException) -> str:
    problems = transform_error(error, "", _problem)
    problem, _, place = problems[0].rpartition(" @ ")
    more = f" (and {len(problems) - 1} more)" if len(problems) > 1 else ""
    return f"{place.lstrip('.') or 'the file'}: {problem}{more}"


def _problem(error: BaseException, _: object) -> str:
    match error:
        case KeyError():
            return "it is missing"
        case ForbiddenExtraKeysError():
            return f"unknown: {', '.join(sorted(error.extra_fields))[:80]}"
        case ValueError():
            return str(error)
        case _:
            return "it cannot be read"
