"""Cards as a table that spreadsheets read and write (RFC 4180): the columns are named like the command's options."""

import csv
import re
from collections.abc import Callable, Iterable, Mapping
from difflib import get_close_matches
from io import StringIO
from typing import Any, TypeVar

from attrs import evolve, fields, frozen

from ssw_tui.advice.days import parse_day
from ssw_tui.folding import fold
from ssw_tui.output.exchange.data_file import ID
from ssw_tui.output.exchange.wrong import unquoted
from ssw_tui.records.field import Field
from ssw_tui.tracker.printed import card_number, masked, period
from ssw_tui.tracker.records import Card, CardStatus

T = TypeVar("T")
Made = TypeVar("Made")
Readers = Mapping[str, Callable[[str], object]]
"""How a column is read; one that is not named holds a day."""
NAMES = {attribute.name.replace("_", "-"): attribute.name for attribute in fields(Card)}
"""What a card has, by its column."""
COLUMNS = tuple(NAMES)
NEEDED = ("label", "status")
MEANT = {"name": "label", "company": "employer", "until": "expires", "end": "expires"}
"""What other tables call a column."""
SURELY_NAMES = 2
"""A first line with so many of the columns names columns and holds no card, so that it may be quoted."""
NEW_CARD = "a new card needs label and status, and expires unless its status is none"
FORMULA = re.compile(r"'*[=+\-@＝＋－＠\t\r]")
"""What a spreadsheet would run; an apostrophe before it makes it text, and is taken off again."""
MASKED = re.compile(r"[A-Z0-9]{2}[•*]{8}[A-Z0-9]{2}")
SEPARATORS = ",;\t"
"""What spreadsheets of different countries put between cells."""
SAYS_SEPARATOR = re.compile(r'(?P<blank>\s*)"?sep=(?P<separator>[,;\t])"?[,;\t ]*(?=[\r\n])', re.IGNORECASE)
"""A first line that Excel reads and writes."""
LONGEST_CELL = 10_000
LINES_NAMED = 5
"""Of so many further lines that are wrong the number is said."""
STATUS_WORDS: Mapping[CardStatus, tuple[str, ...]] = {
    CardStatus.SSW1: ("no.1", "特定技能1号", "specified skilled worker (i)"),
    CardStatus.SSW2: ("no.2", "特定技能2号", "specified skilled worker (ii)"),
}
"""What a status is called on cards and in other tables, beside its own word."""


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


def read_card_sheet(text: str, fields_of_work: Iterable[Field]) -> list[Line]:
    """Read a table of cards.

    Args:
        text: the file, as `card_sheet` or a spreadsheet wrote it.
        fields_of_work: which there are; a cell holds the id, the English or the Japanese name of one.

    Raises:
        ValueError: when it is something else, with the line and the column, and the other lines that are wrong; no
            value is repeated.
    """
    csv.field_size_limit(LONGEST_CELL)
    text, separator = _separated(text)
    rows = csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        filled = ((rows.line_num, cells) for cells in rows if any(map(str.strip, cells)))
        head, names = next(filled, (1, []))
        columns = [re.sub(r"[\s_]+", "-", name.strip().lower()) for name in _shortened(names, 0)]
        _check_columns(head, columns)
        below = [(number, _shortened(cells, len(columns))) for number, cells in filled]
    except csv.Error as error:
        raise ValueError(f"line {rows.line_num}: it is no CSV ({error})") from error
    readers = _readers(fields_of_work)
    lines = _each(below, lambda row: row[0], lambda row: _line(*row, columns, readers))
    _check_ids(lines)
    return lines


def cards_of(lines: Iterable[Line], there: Mapping[str, Card]) -> list[Card]:
    """Give the cards as the lines make them; a new one without an id has none yet.

    Raises:
        ValueError: when a value does not go with the others, or a new card lacks one, with the line.
    """
    return _each(lines, lambda line: line.number, lambda line: _card(line, there.get(line.id or "")))


def _card(line: Line, card: Card | None) -> Card:
    if not card and (missing := [name for name in NEEDED if name not in line.values]):
        unknown = "there is no card with this id, and " if line.id else ""
        raise ValueError(f"line {line.number}: {unknown}{missing[0]} is missing, which a new card needs")
    try:
        return evolve(card, **line.values) if card else Card(id=line.id or "", **line.values)
    except ValueError as error:
        raise ValueError(f"line {line.number}: {error}") from error


def _each(things: Iterable[T], number: Callable[[T], int], read: Callable[[T], Made]) -> list[Made]:
    """Read what stands in each line, and name every line that is wrong: a long table is mended in one go."""
    made: list[Made] = []
    wrong: list[tuple[int, ValueError]] = []
    for thing in things:
        try:
            made.append(read(thing))
        except ValueError as error:
            wrong.append((number(thing), error))
    if wrong:
        raise ValueError(_said(wrong)) from wrong[0][1]
    return made


def _said(wrong: list[tuple[int, ValueError]]) -> str:
    (_, error), *others = wrong
    numbers = [str(number) for number, _ in others[:LINES_NAMED]]
    more = f" and {len(others) - LINES_NAMED} more" if len(others) > LINES_NAMED else ""
    too = f"; wrong too: line{'s' if len(others) > 1 else ''} {', '.join(numbers)}{more}" if others else ""
    return f"{error}{too}"


def _cell(value: object) -> str:
    text = "" if value is None else str(value)
    return f"'{text}" if FORMULA.match(text) else text


def _separated(text: str) -> tuple[str, str]:
    """Give a table and what stands between its cells: what its first line says of that, or what is seen there most."""
    if found := SAYS_SEPARATOR.match(text):
        return f"{found['blank']}{text[found.end() :]}", found["separator"]
    first = next((line for line in text.split("\n") if line.strip(f'{SEPARATORS}" \r')), "")
    return text, max(SEPARATORS, key=first.count)


def _shortened(cells: list[str], least: int) -> list[str]:
    """Leave out empty cells at the end of a line, which spreadsheets write where somebody once wrote something."""
    last = max((place for place, cell in enumerate(cells, start=1) if cell.strip()), default=0)
    return cells[: max(last, least)]


def _check_columns(line: int, columns: list[str]) -> None:
    known = NAMES.keys() & set(columns)
    if len(known) < SURELY_NAMES and not known & {"id", "label"}:
        raise ValueError(f"line {line}: it must name the columns; there are {', '.join(COLUMNS)}; {NEW_CARD}")
    for name in filter(None, columns):
        if name not in NAMES:
            meant = [MEANT[name]] if name in MEANT else get_close_matches(name, COLUMNS, n=1)
            others = f'did you mean "{meant[0]}"?' if meant else f"there are {', '.join(COLUMNS)}"
            raise ValueError(f'line {line}: there is no column "{name[:40]}"; {others}')
        if columns.count(name) > 1:
            raise ValueError(f'line {line}: the column "{name}" is there twice')
    if not known & {"id", "label"}:
        raise ValueError(f"line {line}: there is no column label, the name of a card, and no id of a card that is here")


def _check_ids(lines: Iterable[Line]) -> None:
    seen: set[str] = set()
    for line in lines:
        if line.id in seen:
            raise ValueError(f"line {line.number}, id: another line has the same")
        seen |= {line.id} if line.id else set()


def _line(number: int, cells: list[str], columns: list[str], readers: Readers) -> Line:
    if len(cells) != len(columns):
        raise ValueError(f"line {number}: it has {len(cells)} cells, the first line has {len(columns)}")
    found: dict[str, Any] = {}
    for place, (column, cell) in enumerate(zip(columns, cells, strict=True), start=1):
        if not column:
            _check_empty(number, place, cell)
            continue
        text = (cell[1:] if cell.startswith("'") and FORMULA.match(cell) else cell).strip()
        if column == "number" and MASKED.fullmatch(text):
            continue
        try:
            found[NAMES[column]] = _value(column, text, readers)
        except ValueError as error:
            raise ValueError(f"line {number}, {column}: {unquoted(error, text)}") from error
    return Line(number, found.pop("id", None), found)


def _check_empty(number: int, place: int, cell: str) -> None:
    if cell.strip():
        raise ValueError(f"line {number}: column {place} has no name; name it in the first line, or empty it")


def _value(column: str, text: str, readers: Readers) -> object:
    if text:
        return readers.get(column, parse_day)(text)
    if column in NEEDED:
        raise ValueError("it cannot be empty")
    return None


def _id(text: str) -> str:
    if not ID.fullmatch(text):
        raise ValueError("an id has small letters, digits and hyphens; leave it empty for a new card")
    return text


def _named(names: Mapping[str, T], wrong: str) -> Callable[[str], T]:
    """Read what goes by several names."""

    def read(text: str) -> T:
        if (found := names.get(_plain(text))) is None:
            raise ValueError(wrong)
        return found

    return read


def _plain(name: str) -> str:
    """Give a name without what people write in several ways: case, width, spaces, hyphens."""
    return re.sub(r"[\s-]", "", fold(name))


def _readers(fields_of_work: Iterable[Field]) -> Readers:
    works = {_plain(name): work.id for work in fields_of_work for name in (work.id, work.name, work.name_ja)}
    statuses = {_plain(word): status for status in CardStatus for word in (status, *STATUS_WORDS.get(status, ()))}
    return {
        "label": str,
        "employer": str,
        "note": str,
        "id": _id,
        "field": _named(works, "there is no such field; write its name or its id, as ssw-tui fields lists them"),
        "status": _named(statuses, f"it is one of {', '.join(CardStatus)}"),
        "period": period,
        "number": card_number,
    }
