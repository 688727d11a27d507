"""What is given about a card on the command line, checked at the border; messages never repeat a card number."""

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeVar, cast

from ssw_tui.advice.days import parse_day
from ssw_tui.errors import UserError
from ssw_tui.tracker.cards import CardValues
from ssw_tui.tracker.printed import card_number, period
from ssw_tui.tracker.records import CardStatus

if TYPE_CHECKING:
    from ssw_tui.library import Library

Kind = TypeVar("Kind", bound=StrEnum)
Value = TypeVar("Value")

DAYS = ("expires", "granted", "no1_since", "no2_since", "in_japan_since")
NAMES = ("label", "status", "field", "period", "number", "employer", "note", *DAYS)
"""What a card can be given; the option of no1_since is --no1-since."""
NEEDED = ("label", "status")


def card_values(library: "Library", given: Mapping[str, str | None]) -> CardValues:
    """Read the values of a card; those that are not given are left out, an empty text takes a value away.

    Raises:
        UserError: for a value that cannot be, naming the option.
    """
    readers: Mapping[str, Callable[[str], object]] = {
        "label": str.strip,
        "employer": str.strip,
        "note": str.strip,
        "status": lambda text: kind_of(CardStatus, text, "--status"),
        "field": lambda text: _field(library, text),
        "period": period,
        "number": card_number,
        **dict.fromkeys(DAYS, parse_day),
    }
    values: dict[str, Any] = {}
    for name in NAMES:
        text = given.get(name)
        if text is not None:
            values[name] = _read(f"--{name.replace('_', '-')}", readers[name], text, needed=name in NEEDED)
    return cast(CardValues, values)


def kind_of(kinds: type[Kind], text: str, option: str) -> Kind:
    """Read one of some words.

    Raises:
        UserError: when there is no such word, naming the nearest.
    """
    if text in list(kinds):
        return kinds(text)
    raise UserError(f'{option}: there is no "{text}"{meant(text, kinds)}')


def meant(text: str, names: Iterable[str]) -> str:
    """Name the word that may be meant, or all there are."""
    from ssw_tui.settings import nearest

    known = list(names)
    near = nearest(text, known)
    return f'; did you mean "{near}"?' if near else f"; there are {', '.join(known) or 'none'}"


def sentence(error: ValueError) -> str:
    """Give what is wrong as a sentence that can follow other words."""
    return str(error).rstrip(".")


def _read(option: str, read: Callable[[str], Value], text: str, *, needed: bool) -> Value | None:
    if text.strip():
        return _named(option, read, text)
    if needed:
        raise UserError(f"{option}: it cannot be empty.")
    return None


def _named(option: str, read: Callable[[str], Value], text: str) -> Value:
    try:
        return read(text)
    except ValueError as error:
        raise UserError(f"{option}: {sentence(error)}.") from error


def _field(library: "Library", text: str) -> str:
    from ssw_tui.records.field import Field

    fields = library.all(Field)
    if text not in fields:
        raise UserError(f'--field: there is no field "{text}"{meant(text, fields)}')
    return text
