"""Where the person stands, from their own data."""

import json
from collections.abc import Iterator

from ssw_tui.advice.due import horizon
from ssw_tui.errors import DataUnavailableError
from ssw_tui.output.card_words import schedule_of
from ssw_tui.output.cards import Due, what_is_due
from ssw_tui.output.page import Block, Heading, Item, Page, Paragraph, Tone
from ssw_tui.output.pages.common import say_day
from ssw_tui.output.pages.standing import WHOLE, many_page, standing_page
from ssw_tui.ui.session import Session


def standing(session: Session) -> Page:
    """Give the page, or say why the data cannot be read."""
    try:
        lines = tuple(_last_quiz(session))
        count = len(session.tracker.cards())
        if count <= WHOLE:
            return standing_page(session.reader, session.card_files(), lines, session.settings.reminder_days)
        return many_page(session.reader, count, _near(session), lines, session.settings.reminder_days)
    except DataUnavailableError as error:
        said = Paragraph(str(error), Tone.WARNING)
        way_out = Paragraph("6 My card puts a copy back, or erases all.")
        return Page(title="Where you stand", blocks=(said, way_out))


def _near(session: Session) -> list[Due]:
    """Give what comes within the days that the person wants to be reminded of, without reading all the other cards."""
    rules, days = schedule_of(session.reader), session.settings.reminder_days
    near = horizon(rules, days)
    tracker = session.tracker
    files = tracker.files_near(ends=near.ends, events=near.events, stays=near.stays) if near else tracker.files()
    return what_is_due(files, rules, days)


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
