"""A person's card: how long the stay goes on, what is due, the five years."""

from collections.abc import Iterable, Iterator
from datetime import date

from ssw_tui.advice.deadlines import DueDay, State, due_days, schedule
from ssw_tui.advice.five_years import FiveYears, five_years, limits_of
from ssw_tui.output.page import Bar, Block, Heading, Item, Page, Pair, Paragraph, Sign, Tone
from ssw_tui.output.pages.common import say_day, sources
from ssw_tui.reader import Reader
from ssw_tui.records.deadline import Deadline, Effect
from ssw_tui.records.field import Field
from ssw_tui.records.figure import Figure
from ssw_tui.tracker.records import Card, CardFile, CardStatus, SpellKind, masked

STATUS_WORD = {
    CardStatus.SSW1: "No.1 (特定技能1号)",
    CardStatus.SSW2: "No.2 (特定技能2号)",
    CardStatus.OTHER: "another status",
    CardStatus.NONE: "no card yet",
}
SPELL_WORD = {SpellKind.NO1: "No.1", SpellKind.PREPARATION: "preparation for No.1"}
NOW = (State.OVERDUE, State.DUE)
LATER = (State.OPEN, State.COMING)


def days_of(reader: Reader, file: CardFile) -> tuple[DueDay, ...]:
    """Give every deadline of a card on the reader's day."""
    limits = limits_of(reader.library.all(Figure), reader.day)
    return due_days(file, schedule(reader.library.all(Deadline).values(), limits, reader.day))


def years_of(reader: Reader, file: CardFile) -> FiveYears | None:
    """Give the five years of a card; None where no stay as No.1 is known."""
    limits = limits_of(reader.library.all(Figure), reader.day)
    return five_years(file.stays, file.leaves, reader.day, limits)


def say_left(days: int) -> str:
    """Say how many days are left, or how many have passed."""
    count = abs(days)
    unit = "day" if count == 1 else "days"
    if days == 0:
        return "today"
    return f"{count} {unit} left" if days > 0 else f"{count} {unit} ago"


def say_end(reader: Reader, card: Card) -> str:
    """Say when the stay of a card ends, and how many days are left."""
    if card.expires is None:
        return "no end of stay yet"
    return f"{say_day(card.expires)} ({say_left((card.expires - reader.day).days)})"


def say_state(due: DueDay) -> str:
    """Say how a deadline stands, with its days."""
    match due.state:
        case State.OVERDUE:
            return f"overdue by {-due.days} day{'s' if due.days != -1 else ''}"
        case State.DUE | State.COMING:
            return "today" if due.days == 0 else f"in {due.days} day{'s' if due.days != 1 else ''}"
        case State.OPEN:
            return "may be done now"
        case state:
            return state.value


def page(reader: Reader, file: CardFile, mask: str) -> Page:
    """Give a card whole; its number stays masked."""
    return Page(title=file.card.label, blocks=tuple(_card(reader, file, mask)))


def _card(reader: Reader, file: CardFile, mask: str) -> Iterator[Block]:
    card = file.card
    yield Pair("Status", STATUS_WORD[card.status])
    if card.field:
        field = reader.library.all(Field).get(card.field)
        yield Pair("Field", f"{field.name} {field.name_ja}" if field else card.field)
    yield Pair("Stay ends", say_end(reader, card), Tone.STRONG)
    if card.granted and card.expires and card.expires > card.granted:
        share = (reader.day - card.granted).days / (card.expires - card.granted).days
        yield Bar("This stay", share, f"since {say_day(card.granted)}")
    if card.employer:
        yield Pair("Employer", card.employer)
    if card.number:
        yield Pair("Card number", masked(card.number, mask))
    days = days_of(reader, file)
    yield from _days(days)
    yield from _years(reader, file)
    yield from _recorded(file)
    yield from sources(reader, [due.deadline for due in days])


def _days(days: tuple[DueDay, ...]) -> Iterator[Block]:
    own = [due for due in days if due.is_own]
    now = [due for due in own if due.state in NOW]
    yield Heading("Do now")
    yield from _items(now, Sign.ATTENTION, Tone.WARNING)
    if not now:
        yield Paragraph("Nothing is due within 30 days, as far as this card tells.")
    groups = (
        ("Next", [due for due in own if due.state in LATER]),
        ("Your employer must", [due for due in days if not due.is_own and due.state in (*NOW, *LATER)]),
        ("Done", [due for due in own if due.state is State.DONE]),
    )
    for title, group in groups:
        if group:
            yield Heading(title)
            yield from _items(group, Sign.TICKED if title == "Done" else Sign.BULLET, Tone.NORMAL)


def _items(days: Iterable[DueDay], sign: Sign, tone: Tone) -> Iterator[Block]:
    for due in days:
        closes = due.deadline.effect is Effect.CLOSES and due.counter_day != due.on
        counter = f"; last day at the counter {say_day(due.counter_day)}" if closes else ""
        text = f"{say_day(due.on)}: {due.deadline.title} [{say_state(due)}]"
        missed = f" If missed: {due.deadline.if_missed}" if sign is Sign.ATTENTION else ""
        yield Item(text, sign, note=f"{due.deadline.do} Where: {due.deadline.where}{counter}.{missed}", tone=tone)


def _years(reader: Reader, file: CardFile) -> Iterator[Block]:
    years = years_of(reader, file)
    if years is None:
        if file.card.status is CardStatus.SSW1:
            yield Heading("The five years of No.1")
            yield Paragraph('Not counted: the card gives no "No.1 since" day. Change the card to add it.')
        return
    whole = years.counted_days + years.left_days
    yield Heading("The five years of No.1")
    until = f"stopped on {say_day(years.stopped)}" if years.stopped else f"until {say_day(years.ends)}"
    yield Bar("Used", years.counted_days / max(1, whole), f"{years.left_days} days left, {until}")
    yield from (Item(step) for step in years.steps)


def _recorded(file: CardFile) -> Iterator[Block]:
    lines = [f"{say_day(event.on)}: {event.kind.replace('-', ' ')}" for event in file.events]
    lines += [f"{_span(spell.first, spell.last)}: {SPELL_WORD[spell.kind]}" for spell in file.spells]
    lines += [
        f"{_span(leave.first, leave.last)}: {leave.kind.replace('-', ' ')} leave"
        f" ({'notified' if leave.notified else 'not notified'} by the employer)"
        for leave in file.leaves
    ]
    if lines:
        yield Heading("Recorded")
    yield from map(Item, lines)


def _span(first: date, last: date | None) -> str:
    return f"{say_day(first)} to {say_day(last)}" if last else f"since {say_day(first)}"


def standing_page(
    reader: Reader, files: Iterable[CardFile], quiz_lines: Iterable[Block], reminder_days: int = 30
) -> Page:
    """Give where the person stands: the days of each card that are near, or the next two, and the last quiz.

    Args:
        reader: the content as of a day.
        files: the cards.
        quiz_lines: what is said of the last quiz.
        reminder_days: how many days ahead days count as near.
    """
    blocks: list[Block] = []
    for file in files:
        blocks.append(Heading(f"{file.card.label}: {STATUS_WORD[file.card.status]}"))
        blocks.append(Pair("Stay ends", say_end(reader, file.card), Tone.STRONG))
        own = [due for due in days_of(reader, file) if due.is_own]
        blocks += _items([due for due in own if due.state in NOW], Sign.ATTENTION, Tone.WARNING)
        later = [due for due in own if due.state in LATER]
        near = sum(due.days <= reminder_days for due in later)
        later = later[: max(2, near)]
        blocks += (Item(f"{say_day(due.on)}: {due.deadline.title} [{say_state(due)}]") for due in later)
    if not blocks:
        blocks = [
            Paragraph("No card is saved yet.", Tone.STRONG),
            Item("6 My card: save your card's last day, and see each day that must not be missed."),
            Item("3 Quiz: answer some questions and see what you have and what is missing."),
            Item("4 Steps: what to do, in order, with the papers."),
        ]
    return Page(title="Where you stand", blocks=(*blocks, *quiz_lines))
