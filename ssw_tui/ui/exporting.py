"""The personal data as the text of a file."""

from ssw_tui.output.exchange.giving import export_file
from ssw_tui.ui.session import Session


def text_of(kind: str, session: Session) -> str:
    """Give the personal data as a calendar (ics), Markdown, a table of cards (csv) or JSON.

    Raises:
        UserError: when there is nothing for a calendar.
        DataUnavailableError: when the data cannot be read.
    """
    return export_file(kind, session.reader, session.tracker).decode()
