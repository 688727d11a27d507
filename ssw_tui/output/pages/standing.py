"""Where a person stands: what is near on their cards, and what the last quiz came to."""

from collections.abc import Iterable, Iterator, Sequence

from ssw_tui.advice.deadlines import DueDay, upcoming
from ssw_tui.advice.five_years import FiveYears
from ssw_tui.output.card_words import (
    LATER,
    NOW,
    STATUS_WORD,
    days_of,
    say_end,
    say_months,
    say_state,
    say_time_left,
    years_of,
)
from ssw_tui.output.cards import Due
from ssw_tui.output.page import Bar, Block, Heading, Item, Page, Pair, Paragraph, Road, Sign, Tone
from ssw_tui.output.pages.card_days import years_first
from ssw_tui.output.pages.common import say_day
from ssw_tui.reader import Reader
from ssw_tui.records.reference import OverviewSection
from ssw_tui.tracker.records import CardFile, CardStatus

WHOLE = 3
"""Up to so many cards are given with their days; of more only what is near is."""
STATIONS = {CardStatus.SSW1: "No.1", CardStatus.SSW2: "No.2"}
"""The statuses on the road, in its order; permanent residence comes after them."""
END = "Permanent residence"
IN_ALL = "All stays together"
"""The row of the comparison that says how long a status may be held in all."""
BEGINNINGS = (
    ("6 My card: save your card's last day, and see each day that must not be missed.", "ssw-tui card add --help"),
    ("3 Quiz: answer some questions and see what you have and what is missing.", "ssw-tui quiz --plain"),
    ("4 Steps: what to do, in order, with the papers.", "ssw-tui procedures"),
)
"""Where to begin without a card, in the app and on the command line."""
MOST = 8
"""So many near days of many cards at most."""


def standing_page(
    reader: Reader, files: Iterable[CardFile], quiz_lines: Iterable[Block], reminder_days: int = 30
) -> Page:
    """Give where the person stands: the days of each card that are near, or the next one, and the last quiz.

    Args:
        reader: the content as of a day.
        files: the cards.
        quiz_lines: what is said of the last quiz.
        reminder_days: how many days ahead days count as near.
    """
    cards = tuple(files)
    if len(cards) == 1:
        blocks = [*_card(reader, cards[0], reminder_days), *_road(reader, cards[0])]
    else:
        blocks = [block for file in cards for block in (*_card(reader, file, reminder_days), *_bar(reader, file))]
    return Page(title="Where you stand", blocks=(*(blocks or _no_card()), *quiz_lines))


def many_page(reader: Reader, count: int, near: Sequence[Due], quiz_lines: Iterable[Block], reminder_days: int) -> Page:
    """Give what is near on many cards, the first day first, and the last quiz.

    Args:
        reader: the content as of a day.
        count: how many cards there are.
        near: cards with their days, in the order of the days.
        quiz_lines: what is said of the last quiz.
        reminder_days: how many days ahead days count as near.
    """
    blocks: list[Block] = [Heading(f"{count} cards")]
    if not near:
        blocks.append(Paragraph(f"Nothing is due within {reminder_days} days."))
    for card, due in near[:MOST]:
        sign = Sign.ATTENTION if due.state in NOW else Sign.BULLET
        title = reader.say(due.deadline.title, due.deadline)
        blocks.append(Item(f"{card.label}, {say_day(due.on)}: {title} [{say_state(due)}]", sign))
    if len(near) > MOST:
        blocks.append(Paragraph(f"and {len(near) - MOST} more days within {reminder_days} days", Tone.QUIET))
    blocks.append(Paragraph("6 My card lists the cards, the one whose turn it is first.", Tone.QUIET))
    return Page(title="Where you stand", blocks=(*blocks, *quiz_lines))


def _card(reader: Reader, file: CardFile, reminder_days: int) -> Iterator[Block]:
    yield Heading(f"{file.card.label}: {STATUS_WORD[file.card.status]}")
    yield Pair("Stay ends", say_end(reader, file.card), Tone.STRONG)
    yield from years_first(reader, file)
    own = [due for due in days_of(reader, file) if due.is_own]
    first = upcoming(own)
    shown = [due for due in own if due.state in NOW or due is first or _is_near(due, reminder_days)]
    yield from (_line(reader, due) for due in shown)


def _is_near(due: DueDay, reminder_days: int) -> bool:
    return due.state in LATER and due.days <= reminder_days


def _line(reader: Reader, due: DueDay) -> Item:
    title = reader.say(due.deadline.title, due.deadline)
    text = f"{say_day(due.on)}: {title} [{say_state(due)}]"
    if due.state not in NOW:
        return Item(text)
    return Item(text, Sign.ATTENTION, note=reader.say(due.deadline.do, due.deadline), tone=Tone.WARNING)


def _bar(reader: Reader, file: CardFile) -> Iterator[Block]:
    years = years_of(reader, file)
    if years and not years.stopped:
        yield Bar("Five years", _share(years), f"{years.left_days} days left, until {say_day(years.ends)}")


def _road(reader: Reader, file: CardFile) -> Iterator[Block]:
    """Give the way from No.1 to permanent residence, with the place where the holder of this card is."""
    status = file.card.status
    section = reader.library.all(OverviewSection)["the-road"]
    if status not in STATIONS or not reader.showing(section.facts):
        yield from _bar(reader, file)
        return
    years = years_of(reader, file) if status is CardStatus.SSW1 else None
    share = _share(years) if years and not years.stopped else None
    yield Heading(section.title)
    yield Road((*STATIONS.values(), END), list(STATIONS).index(status), share, _along(reader, status, years))


def _share(years: FiveYears) -> float:
    return years.counted_days / max(1, years.counted_days + years.left_days)


def _along(reader: Reader, status: str, years: FiveYears | None) -> str:
    """Say how far somebody is on the way to the next place."""
    if status != CardStatus.SSW1:
        return _in_all(reader)
    if years is None:
        return "your first day on it is not saved"
    if years.stopped:
        return f"your last stay on it ended on {say_day(years.stopped)}"
    whole = f"the {say_months(years.limit_months)}"
    if not years.left_days:
        return f"{whole} were used up on {say_day(years.ends)}"
    return f"{say_time_left(reader.day, years.ends)} left of {whole}, until {say_day(years.ends)}"


def _in_all(reader: Reader) -> str:
    """Say how long all stays on No.2 may be, as the comparison of the two statuses has it."""
    compared = reader.holding(reader.library.all(OverviewSection)["compare"].comparison)
    return next((f"{row.topic}: {row.no2}".lower() for row in compared if row.topic == IN_ALL), "")


def _no_card() -> Iterator[Block]:
    yield Paragraph("No card is saved yet.", Tone.STRONG)
    yield from (Item(text, command=command) for text, command in BEGINNINGS)
