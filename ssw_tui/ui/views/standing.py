"""Where the person stands, from their own data."""

from ssw_tui.errors import DataUnavailableError
from ssw_tui.output.page import Page, Paragraph, Tone
from ssw_tui.output.pages.cards import standing_page
from ssw_tui.ui.session import Session


def standing(session: Session) -> Page:
    """Give the page, or say why the data cannot be read."""
    try:
        return standing_page(session.reader, session.card_files(), ())
    except DataUnavailableError as error:
        return Page(title="Where you stand", blocks=(Paragraph(str(error), Tone.WARNING),))
