"""Where a person stands: what is near on their cards, and what the last quiz came to."""

from collections.abc import Iterable, Iterator, Sequence

from ssw_tui.advice.deadlines import DueDay, upcoming
from ssw_tui.output.card_words import LATER, NOW, STATUS_WORD, days_of, say_end, say_state, years_of
from ssw_tui.output.cards import Due
from ssw_tui.output.page import Bar, Block, Heading, Item, Page, Pair, Paragraph, Sign, Tone
from ssw_tui.output.pages.common import say_day
from ssw_tui.reader import Reader
from ssw_tui.records.reference import OverviewSection
from ssw_tui.tracker.records import CardFile, CardStatus

WHOLE = 3
"""Up to so many cards are given with their days; of more only what is near is."""
STATIONS = (CardStatus.SSW1, CardStatus.SSW2)
"""The statuses on the road, in its order; permanent residence comes after them."""
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
    blocks = [block for file in cards for block in _card(reader, file, reminder_days)] if cards else list(_no_card())
    road = _road(reader, cards[0].card.status) if len(cards) == 1 else ()
    return Page(title="Where you stand", blocks=(*blocks, *quiz_lines, *road))


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
    own = [due for due in days_of(reader, file) if due.is_own]
    first = upcoming(own)
    shown = [due for due in own if due.state in NOW or due is first or _is_near(due, reminder_days)]
    yield from (_line(reader, due) for due in shown)
    years = years_of(reader, file)
    if years and not years.stopped:
        share = years.counted_days / max(1, years.counted_days + years.left_days)
        yield Bar("Five years", share, f"{years.left_days} days left, until {say_day(years.ends)}")


def _is_near(due: DueDay, reminder_days: int) -> bool:
    return due.state in LATER and due.days <= reminder_days


def _line(reader: Reader, due: DueDay) -> Item:
    title = reader.say(due.deadline.title, due.deadline)
    text = f"{say_day(due.on)}: {title} [{say_state(due)}]"
    if due.state not in NOW:
        return Item(text)
    return Item(text, Sign.ATTENTION, note=reader.say(due.deadline.do, due.deadline), tone=Tone.WARNING)


def _road(reader: Reader, status: CardStatus) -> Iterator[Block]:
    """Give the way from No.1 to permanent residence, with the place where somebody with this status is."""
    if status not in STATIONS:
        return
    section = reader.library.all(OverviewSection)["the-road"]
    here = STATIONS.index(status)
    stations = reader.showing(section.facts)
    if stations:
        yield Heading(section.title)
    for place, fact in enumerate(stations):
        sign = Sign.TICKED if place < here else Sign.TODAY if place == here else Sign.OPEN
        yield Item(f"{'You are here: ' if place == here else ''}{reader.say(fact.text, fact)}", sign)


def _no_card() -> Iterator[Block]:
    yield Paragraph("No card is saved yet.", Tone.STRONG)
    yield Item("6 My card: save your card's last day, and see each day that must not be missed.")
    yield Item("3 Quiz: answer some questions and see what you have and what is missing.")
    yield Item("4 Steps: what to do, in order, with the papers.")
