"""A file that is taken in: which kind it is, how it is read, what it came to."""

from collections.abc import Callable, Mapping
from pathlib import Path

from ssw_tui.errors import UserError
from ssw_tui.library import Library
from ssw_tui.records.field import Field
from ssw_tui.tracker.everything import Everything
from ssw_tui.tracker.merging import Taken
from ssw_tui.tracker.records import Card
from ssw_tui.tracker.tracker import Tracker

LARGEST = 64 << 20
"""Bytes; ten thousand cards with all that is recorded about them take a tenth."""
OTHERS = {
    b"SQLite format 3\x00": "it is a copy of the store; ssw-tui restore puts it back",
    b"BEGIN:VCALENDAR": "a calendar cannot be taken in; take an export as JSON, or cards as CSV",
    b"PK\x03\x04": "it is a workbook; save it in the spreadsheet as CSV (UTF-8), and take that",
    b"# ": "a readable export cannot be taken in; take an export as JSON, or cards as CSV",
}
"""What can be mistaken for something to take in, by how it begins."""
Make = Callable[[Mapping[str, Card]], Everything]


def taken_in(tracker: Tracker, library: Library, file: Path) -> Taken:
    """Take a file in: an export as JSON, or cards as CSV.

    Raises:
        UserError: when it cannot be read or is something else; nothing was changed.
        DataUnavailableError: when the personal data cannot be read or written.
    """
    text = _read(file)
    try:
        return tracker.take_in(_maker(text, library))
    except ValueError as error:
        raise UserError(f"{file}: {error}; nothing was changed") from error


def _maker(text: str, library: Library) -> Make:
    if text.lstrip().startswith(("{", "[")):
        from ssw_tui.output.exchange.data_file import read_data_file

        everything = read_data_file(text)
        return lambda _: everything
    from ssw_tui.output.exchange.card_sheet import cards_of, read_card_sheet

    lines = read_card_sheet(text, library.all(Field).values())
    return lambda there: Everything(cards=tuple(cards_of(lines, there)))


def _read(file: Path) -> str:
    try:
        with file.open("rb") as stream:
            data = stream.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is no path"
        raise UserError(f"{file}: it cannot be read ({reason})") from error
    if len(data) > LARGEST:
        raise UserError(f"{file}: it is larger than {LARGEST >> 20} MB; nothing was changed")
    for beginning, said in OTHERS.items():
        if data.startswith(beginning):
            raise UserError(f"{file}: {said}")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise UserError(
            f"{file}: line {line} is no UTF-8 text; a spreadsheet saves it as CSV UTF-8; nothing was changed"
        ) from error
