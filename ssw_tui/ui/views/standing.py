"""Where the person stands, from their own data."""

import json
from collections.abc import Iterator

from ssw_tui.errors import DataUnavailableError
from ssw_tui.output.page import Block, Heading, Item, Page, Paragraph, Tone
from ssw_tui.output.pages.cards import standing_page
from ssw_tui.output.pages.common import say_day
from ssw_tui.ui.session import Session


def standing(session: Session) -> Page:
    """Give the page, or say why the data cannot be read."""
    try:
        lines = tuple(_last_quiz(session))
        return standing_page(session.reader, session.card_files(), lines, session.settings.reminder_days)
    except DataUnavailableError as error:
        return Page(title="Where you stand", blocks=(Paragraph(str(error), Tone.WARNING),))


def _last_quiz(session: Session) -> Iterator[Block]:
    """Give what was said of the last quiz when it was saved; the questions are not read again for that."""
    run = session.tracker.last_quiz()
    if run is None:
        return
    said = json.loads(run.result)
    yield Heading("Your last quiz")
    yield Item(
        f"{said['goal']}: {said['title'].lower()}",
        note=f"by the rules as of {say_day(run.day)}; 3 Quiz shows it by those of today",
    )
