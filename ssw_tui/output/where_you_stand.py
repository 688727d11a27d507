"""Where a person stands, from their own data."""

from collections.abc import Iterator

from ssw_tui.advice.due import horizon
from ssw_tui.errors import DataUnavailableError
from ssw_tui.output.card_words import schedule_of
from ssw_tui.output.cards import Due, what_is_due
from ssw_tui.output.page import Block, Heading, Item, Page, Paragraph, Tone
from ssw_tui.output.pages.common import say_day
from ssw_tui.output.pages.standing import WHOLE, many_page, standing_page
from ssw_tui.reader import Reader
from ssw_tui.tracker.tracker import Tracker


def where_you_stand(reader: Reader, tracker: Tracker, reminder_days: int = 30) -> Page:
    """Give the page, or say why the data cannot be read.

    Args:
        reader: the content as of a day.
        tracker: the person's own data.
        reminder_days: how many days ahead days count as near.
    """
    try:
        lines = tuple(_last_quiz(tracker))
        count = len(tracker.cards())
        if count <= WHOLE:
            return standing_page(reader, tracker.files(), lines, reminder_days)
        return many_page(reader, count, _near(reader, tracker, reminder_days), lines, reminder_days)
    except DataUnavailableError as error:
        said = Paragraph(str(error), Tone.WARNING)
        way_out = Paragraph("6 My card puts a copy back, or erases all.")
        return Page(title="Where you stand", blocks=(said, way_out))


def _near(reader: Reader, tracker: Tracker, days: int) -> list[Due]:
    """Give what comes within the days that the person wants to be reminded of, without reading all the other cards."""
    rules = schedule_of(reader)
    near = horizon(rules, days)
    files = tracker.files_near(ends=near.ends, events=near.events, stays=near.stays) if near else tracker.files()
    return what_is_due(files, rules, days)


def _last_quiz(tracker: Tracker) -> Iterator[Block]:
    """Give what was said of the last quiz when it was saved; the questions are not read again for that."""
    run = tracker.last_quiz()
    if run is None:
        return
    yield Heading("Your last quiz")
    yield Item(run.in_words, note=f"by the rules as of {say_day(run.day)}; 3 Quiz shows it by those of today")
