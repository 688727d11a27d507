"""The personal data as the text of a file, whatever kind of file is wanted."""

from ssw_tui.errors import UserError
from ssw_tui.reader import Reader
from ssw_tui.tracker.tracker import Tracker

CALENDAR, SHEET, DATA, READABLE = "ics", "csv", "json", "markdown"
"""The kinds of file, as the command names them."""
BYTE_ORDER_MARK = "\ufeff"
"""Without it spreadsheets take UTF-8 in a file for something else."""


def export_text(kind: str, reader: Reader, tracker: Tracker, *, reveal: bool = False) -> str:
    """Give the personal data as a calendar, a table of cards, all data or a readable page, as a program reads it.

    Raises:
        UserError: when there is nothing for a calendar.
        DataUnavailableError: when the data cannot be read.
    """
    if kind == CALENDAR:
        return _calendar(reader, tracker)
    if kind == SHEET:
        from ssw_tui.output.exchange.card_sheet import card_sheet

        return card_sheet(tracker.everything().cards, reveal=reveal)
    if kind == READABLE:
        from ssw_tui.output.exchange.readable import readable

        return readable(reader, tracker.everything(), tracker.files(), reveal=reveal)
    from ssw_tui.output.exchange.data_file import data_file

    return data_file(tracker.everything())


def export_file(kind: str, reader: Reader, tracker: Tracker, *, reveal: bool = False) -> bytes:
    """Give the same as the bytes of a file.

    Raises:
        UserError: when there is nothing for a calendar.
        DataUnavailableError: when the data cannot be read.
    """
    mark = BYTE_ORDER_MARK if kind == SHEET else ""
    return f"{mark}{export_text(kind, reader, tracker, reveal=reveal)}".encode()


def _calendar(reader: Reader, tracker: Tracker) -> str:
    from ssw_tui.output.exchange.calendar_file import calendar_file

    text = calendar_file(reader, tracker.files(), tracker.count_changes())
    if "BEGIN:VEVENT" not in text:
        raise UserError("No card has a day for a calendar yet.")
    return text
