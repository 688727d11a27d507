"""TOML tables to record classes by cattrs, which says of a wrong one all that is wrong with it; slow to import."""

from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar

from attrs import has
from cattrs import ClassValidationError, Converter, transform_error
from cattrs.errors import ForbiddenExtraKeysError

from ssw_tui.structuring import WrongError

R = TypeVar("R")


def convert(data: object, record: type[R]) -> R:
    """Make a record of a table.

    Raises:
        WrongError: when a key is unknown, missing, or holds something else than was expected.
    """
    try:
        return _converter().structure(data, record)
    except (ClassValidationError, ValueError) as error:
        lines = [line.rpartition(" @ ") for line in transform_error(error, "", _expected)]
        raise WrongError(tuple((key, problem) for problem, _, key in lines)) from error


def _expected(error: BaseException, wanted: type[Any] | None) -> str:
    match error:
        case KeyError():
            return f"missing: {error.args[0]}"
        case ForbiddenExtraKeysError():
            return f"unknown: {', '.join(sorted(error.extra_fields))}"
        case ValueError() if isinstance(wanted, type) and issubclass(wanted, StrEnum):
            return f"expected one of {', '.join(wanted)}"
        case ValueError():
            return f"expected {error}"
        case _:
            return f"unexpected: {error!r}"


def _exactly(wanted: type[Any], words: str) -> Any:  # noqa: ANN401 - a hook for any type
    def check(value: object, _: object) -> object:
        if type(value) is not wanted:
            raise ValueError(f"{words}, not {value!r}")
        return value

    return check


def _is_sequence(kind: Any) -> bool:  # noqa: ANN401 - any annotation can come
    return getattr(kind, "__origin__", None) is tuple


def _sequence(value: object, wanted: Any) -> tuple[Any, ...]:  # noqa: ANN401 - tuple[X, ...] for any X
    if not isinstance(value, list):
        raise ValueError(f"a list, not {value!r}")
    return tuple(_converter().structure(value, list[wanted.__args__[0]]))


def _table(structure: Callable[[Mapping[str, Any], Any], R]) -> Callable[[object, Any], R]:
    def check(value: object, wanted: Any) -> R:  # noqa: ANN401 - any record class
        if not isinstance(value, dict):
            raise ValueError(f"a table, not {value!r}")
        return structure(value, wanted)

    return check


@cache
def _converter() -> Converter:
    converter = Converter(forbid_extra_keys=True, detailed_validation=True)
    converter.register_structure_hook(str, _exactly(str, "text"))
    converter.register_structure_hook(int, _exactly(int, "a whole number"))
    converter.register_structure_hook(bool, _exactly(bool, "true or false"))
    converter.register_structure_hook(date, _exactly(date, "a day such as 2026-11-22, without quotes"))
    converter.register_structure_hook(StrEnum, lambda value, wanted: wanted(value))
    converter.register_structure_hook_func(_is_sequence, _sequence)
    converter.register_structure_hook_factory(
        has, lambda record: _table(converter.gen_structure_attrs_fromdict(record))
    )
    return converter
