"""A person's card: what to do now, how the stay goes on, the five years, what was recorded."""

from collections.abc import Iterable, Iterator

from ssw_tui.advice.deadlines import NO1_SINCE, DueDay
from ssw_tui.advice.five_years import FiveYears
from ssw_tui.output.card_picture import day_line
from ssw_tui.output.card_words import (
    STATUS_WORD,
    days_of,
    say_end,
    say_entry,
    say_in,
    say_months,
    say_time_left,
    years_of,
)
from ssw_tui.output.page import Bar, Block, Heading, Item, Page, Pair, Paragraph, Tone
from ssw_tui.output.pages.card_days import assumed, do_now, further, years_first
from ssw_tui.output.pages.common import say_day, sources
from ssw_tui.output.residence import residence_blocks, residence_of, residence_rules
from ssw_tui.reader import Reader
from ssw_tui.records.field import Field
from ssw_tui.records.procedure import Procedure
from ssw_tui.records.statement import Statement
from ssw_tui.tracker.printed import masked
from ssw_tui.tracker.records import Card, CardFile, CardStatus, Event, Leave, Spell

FROM_ABROAD = "coe-from-abroad"
"""The steps of somebody who has no card yet."""


def page(reader: Reader, file: CardFile, mask: str) -> Page:
    """Give a card whole; its number is masked with a sign, or whole without one."""
    return Page(title=file.card.label, blocks=tuple(_card(reader, file, mask)))


def years_page(reader: Reader, file: CardFile) -> Page:
    """Give the five years of No.1 with each step of the count, and the years towards permanent residence."""
    return Page(title="The five years of No.1", blocks=tuple(_both_years(reader, file)))


def _card(reader: Reader, file: CardFile, mask: str) -> Iterator[Block]:
    days = days_of(reader, file)
    if file.expires or file.card.status is not CardStatus.NONE:
        yield Pair("Stay ends", say_end(reader, file.card), Tone.STRONG)
    if file.card.note:
        yield Pair("Note", file.card.note)
    if file.card.status is CardStatus.SSW1:
        yield Pair("Five years", _say_years(reader, years_of(reader, file)))
        yield from years_first(reader, file)
    yield from do_now(reader, days)
    if file.card.status is CardStatus.NONE:
        yield from _before_the_card(reader)
    if picture := day_line(reader, file, days):
        yield Heading("Your stay")
        yield picture
    yield from further(reader, days)
    if file.period_months is None and file.granted is None:
        yield from assumed(days)
    yield from _gauge(reader, file)
    yield from _recorded(file)
    yield from _on_the_card(reader, file.card, mask)
    yield from _steps(reader, file)
    yield from residence_blocks(reader, file)
    yield from _sources(reader, file, days)


def _before_the_card(reader: Reader) -> Iterator[Block]:
    """Say what can be done here without a card."""
    steps = reader.library.all(Procedure)[FROM_ABROAD]
    yield Heading("Before you have a card")
    yield Item(f"Steps: {steps.title}", note="They can be ticked off for you.", opens=("procedure", steps.id))
    yield Item("Record the day on which your certificate of eligibility was issued: the last day to land is counted.")
    yield Item("When you have the card, change this entry: its last day is all that is needed.")


def _both_years(reader: Reader, file: CardFile) -> Iterator[Block]:
    if file.card.status is not CardStatus.SSW1:
        yield Paragraph("This card is not on No.1, so no five years are running.")
    yield from _gauge(reader, file, heading=False)
    yield from _steps(reader, file)
    yield from residence_blocks(reader, file)
    yield from _sources(reader, file, [due for due in days_of(reader, file) if due.deadline.counted_from == NO1_SINCE])


def _on_the_card(reader: Reader, card: Card, mask: str) -> Iterator[Block]:
    yield Heading("The card")
    yield Pair("Status", STATUS_WORD[card.status])
    if card.field:
        field = reader.library.all(Field).get(card.field)
        yield Pair("Field", f"{field.name} {field.name_ja}" if field else card.field)
    if card.granted:
        yield Pair("Granted on", say_day(card.granted))
    if card.period:
        yield Pair("Period", card.period)
    if card.employer:
        yield Pair("Employer", card.employer)
    if card.number:
        yield Pair("Card number", masked(card.number, mask) if mask else card.number)


def rests_on(reader: Reader, file: CardFile, days: Iterable[DueDay]) -> list[Statement]:
    """Give the statements that a card's days and years rest on."""
    residence = residence_of(reader, file)
    rules = residence_rules(reader, residence) if residence else ()
    return [*(due.deadline for due in days), *rules]


def _sources(reader: Reader, file: CardFile, days: Iterable[DueDay]) -> Iterator[Block]:
    yield from sources(reader, rests_on(reader, file, days))


def _say_years(reader: Reader, years: FiveYears | None) -> str:
    """Say how much is left of the five years, or what is missing to count it."""
    if years is None:
        return 'not counted: the card gives no "No.1 since" day'
    if years.stopped:
        return f"stopped on {say_day(years.stopped)}, with {years.left_days} days left"
    if not years.left_days:
        return f"used up on {say_day(years.ends)}"
    return f"until {say_day(years.ends)}, {say_time_left(reader.day, years.ends)} left"


def _gauge(reader: Reader, file: CardFile, *, heading: bool = True) -> Iterator[Block]:
    """Give how much of the five years is used, in a bar and in words."""
    years = years_of(reader, file)
    if years is None:
        if file.card.status is CardStatus.SSW1:
            yield Heading("The five years of No.1")
            yield Paragraph('Not counted: the card gives no "No.1 since" day. Change the card to add it.')
        return
    if heading:
        yield Heading("The five years of No.1")
    whole = years.counted_days + years.left_days
    yield Bar("Used", years.counted_days / max(1, whole), f"{years.left_days} days left")
    yield Pair("In all", _say_years(reader, years))
    yield Paragraph("This is an estimate; below it stands how it was counted.", Tone.QUIET)
    yield from _marks(reader, years)


def _steps(reader: Reader, file: CardFile) -> Iterator[Block]:
    years = years_of(reader, file)
    if years:
        yield Heading("How the five years were counted")
        yield from (Item(step) for step in years.steps)


def _marks(reader: Reader, years: FiveYears) -> Iterator[Block]:
    """Warn at the last point that has come, and name those to come."""
    if years.warning and years.left_days:
        yield Paragraph(years.warning.text, Tone.WARNING)
    for mark in years.marks:
        if not mark.is_past:
            yield Item(
                f"{say_day(mark.on)}: {say_months(mark.used_months)} used [{say_in((mark.on - reader.day).days)}]"
            )


def _recorded(file: CardFile) -> Iterator[Block]:
    recorded: list[Event | Spell | Leave] = [*file.events, *file.spells, *file.leaves]
    if recorded:
        yield Heading("Recorded")
    yield from (Item(say_entry(entry)) for entry in recorded)
