"""TOML tables to record classes: what is right is taken here, what is not is left to cattrs, which says all about it.

cattrs alone would do, but importing it and writing its code for each class takes longer than reading the content.
"""

from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from functools import cache
from sys import intern
from types import NoneType, UnionType
from typing import Any, TypeVar, cast, get_args, get_origin

from attrs import fields, has

R = TypeVar("R")
Take = Callable[[Any], Any]
"""Gives a value as a record holds it; raises TypeError, ValueError or LookupError where it is none."""


class WrongError(Exception):
    """Something that is no such record, with every key that is wrong and what was expected."""

    def __init__(self, problems: tuple[tuple[str, str], ...]) -> None:
        super().__init__(*problems)
        self.problems = problems


def structure(data: object, record: type[R]) -> R:
    """Make a record of a table.

    Raises:
        WrongError: when a key is unknown, missing, or holds something else than was expected.
    """
    try:
        made: R = _taker(cast("Any", record))(data)
    except (TypeError, ValueError, LookupError):
        from ssw_tui.converting import convert

        return convert(data, record)
    return made


@cache
def _taker(wanted: Any) -> Take:  # noqa: ANN401 - any annotation of a record
    if has(wanted):
        return _record(wanted)
    if isinstance(wanted, type) and issubclass(wanted, StrEnum):
        return wanted
    if wanted is str:
        return _text
    if wanted in (int, bool, date):
        return _exactly(wanted)
    match get_origin(wanted), get_args(wanted):
        case origin, (inner, none) if origin is UnionType and none is NoneType:
            return _taker(inner)
        case origin, (inner, _) if origin is tuple:
            return _sequence(_taker(inner))
        case origin, (key, inner) if origin is Mapping:
            return _mapping(_taker(key), _taker(inner))
    raise TypeError(f"nothing is known of {wanted}")


def _record(record: type[Any]) -> Take:
    takers = {attribute.name: _taker(attribute.type) for attribute in fields(record)}

    def take(value: Any) -> Any:  # noqa: ANN401 - a table becomes a record
        return record(**{key: takers[key](inner) for key, inner in _exactly_a_dict(value).items()})

    return take


def _exactly(wanted: type[Any]) -> Take:
    def take(value: Any) -> Any:  # noqa: ANN401 - as it came
        if type(value) is not wanted:
            raise TypeError
        return value

    return take


def _text(value: Any) -> str:  # noqa: ANN401 - as it came
    """Give a text; what many records say, such as the id of a source, is kept once."""
    if type(value) is not str:
        raise TypeError
    return intern(value)


_exactly_a_dict, _exactly_a_list = _exactly(dict), _exactly(list)


def _sequence(take: Take) -> Take:
    return lambda value: tuple([take(inner) for inner in _exactly_a_list(value)])


def _mapping(take_key: Take, take: Take) -> Take:
    return lambda value: {take_key(key): take(inner) for key, inner in _exactly_a_dict(value).items()}
