"""Cards as a table that spreadsheets read and write (RFC 4180): the columns are named like the command's options."""

import csv
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from io import StringIO
from typing import Any

from attrs import evolve, fields, frozen

from ssw_tui.advice.days import parse_day
from ssw_tui.output.exchange.data_file import ID
from ssw_tui.output.exchange.wrong import unquoted
from ssw_tui.tracker.records import Card, CardStatus, card_number, masked, period

NAMES = {attribute.name.replace("_", "-"): attribute.name for attribute in fields(Card)}
"""What a card has, by its column."""
COLUMNS = tuple(NAMES)
NEEDED = ("label", "status")
FORMULA = re.compile(r"'*[=+\-@＝＋－＠\t\r]")
"""What a spreadsheet would run; an apostrophe before it makes it text, and is taken off again."""
MASKED = re.compile(r"[A-Z0-9]{2}[•*]{8}[A-Z0-9]{2}")
SEPARATORS = ",;\t"
"""What spreadsheets of different countries put between cells."""
LONGEST_CELL = 10_000


@frozen
class Line:
    """A line of a sheet that was read."""

    number: int
    """Which one it is in the file."""
    id: str | None
    """The card it is about; None: a new one."""
    values: Mapping[str, Any]
    """What the card is given; what is not named stays as it is."""


def card_sheet(cards: Iterable[Card], *, reveal: bool) -> str:
    """Give cards as a table; their numbers are masked unless they are to be revealed."""
    text = StringIO()
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    for card in cards:
        shown = card if reveal or card.number is None else evolve(card, number=masked(card.number))
        writer.writerow(_cell(getattr(shown, name)) for name in NAMES.values())
    return text.getvalue()


def read_card_sheet(text: str, known_fields: Collection[str]) -> list[Line]:
    """Read a table of cards.

    Args:
        text: the file, as `card_sheet` or a spreadsheet wrote it.
        known_fields: the ids of the fields of work.

    Raises:
        ValueError: when it is something else, with the line and the column; no value is repeated.
    """
    csv.field_size_limit(LONGEST_CELL)
    rows = csv.reader(StringIO(text, newline=""), delimiter=_separator(text), strict=True)
    try:
        columns = [re.sub(r"[\s_]+", "-", name.strip().lower()) for name in next(rows, [])]
        _check_columns(columns)
        lines = [_line(rows.line_num, columns, cells, known_fields) for cells in rows if any(map(str.strip, cells))]
    except csv.Error as error:
        raise ValueError(f"line {rows.line_num}: it is no CSV ({error})") from error
    _check_ids(lines)
    return lines


def cards_of(lines: Iterable[Line], there: Mapping[str, Card]) -> Iterator[Card]:
    """Give the cards as the lines make them; a new one without an id has none yet.

    Raises:
        ValueError: when a value does not go with the others, or a new card lacks one, with the line.
    """
    for line in lines:
        card = there.get(line.id or "")
        if not card and (missing := [name for name in NEEDED if name not in line.values]):
            raise ValueError(f"line {line.number}: {missing[0]} is missing, which a new card needs")
        try:
            yield evolve(card, **line.values) if card else Card(id=line.id or "", **line.values)
        except ValueError as error:
            raise ValueError(f"line {line.number}: {error}") from error


def _cell(value: object) -> str:
    text = "" if value is None else str(value)
    return f"'{text}" if FORMULA.match(text) else text


def _separator(text: str) -> str:
    first = text.partition("\n")[0]
    return max(SEPARATORS, key=first.count)


def _check_columns(columns: list[str]) -> None:
    if not {"id", "label"} & set(columns):
        raise ValueError(f"line 1: it must name the columns; there are {', '.join(COLUMNS)}")
    for name in columns:
        if name not in NAMES:
            raise ValueError(f'line 1: there is no column "{name[:40]}"; there are {", ".join(COLUMNS)}')
        if columns.count(name) > 1:
            raise ValueError(f'line 1: the column "{name}" is there twice')


def _check_ids(lines: Iterable[Line]) -> None:
    seen: set[str] = set()
    for line in lines:
        if line.id in seen:
            raise ValueError(f"line {line.number}, id: another line has the same")
        seen |= {line.id} if line.id else set()


def _line(number: int, columns: list[str], cells: list[str], known_fields: Collection[str]) -> Line:
    if len(cells) != len(columns):
        raise ValueError(f"line {number}: it has {len(cells)} cells, the first line has {len(columns)}")
    found: dict[str, Any] = {}
    for column, cell in zip(columns, cells, strict=True):
        text = (cell[1:] if cell.startswith("'") and FORMULA.match(cell) else cell).strip()
        if column == "number" and MASKED.fullmatch(text):
            continue
        try:
            found[NAMES[column]] = _value(column, text, known_fields)
        except ValueError as error:
            raise ValueError(f"line {number}, {column}: {unquoted(error, text)}") from error
    return Line(number, found.pop("id", None), found)


def _value(column: str, text: str, known_fields: Collection[str]) -> object:
    if not text:
        if column in NEEDED:
            raise ValueError("it cannot be empty")
        return None
    if column == "field" and text not in known_fields:
        raise ValueError("there is no such field; ssw-tui fields lists their ids")
    return READERS.get(column, parse_day)(text)


def _id(text: str) -> str:
    if not ID.fullmatch(text):
        raise ValueError("an id has small letters, digits and hyphens; leave it empty for a new card")
    return text


def _status(text: str) -> CardStatus:
    if text not in list(CardStatus):
        raise ValueError(f"it is one of {', '.join(CardStatus)}")
    return CardStatus(text)


READERS: Mapping[str, Callable[[str], object]] = {
    **dict.fromkeys(("label", "employer", "field"), str),
    "id": _id,
    "status": _status,
    "period": period,
    "number": card_number,
}
"""How a column is read that holds no day."""
