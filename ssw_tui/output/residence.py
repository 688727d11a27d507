"""What a card says of permanent residence, by the years that count: as blocks of its page and as data."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from ssw_tui.advice.permanent_residence import PermanentResidence, Years, permanent_residence, years_needed
from ssw_tui.output.page import Block, Heading, Item, Pair, Paragraph, Tone
from ssw_tui.output.pages.common import facts, say_day
from ssw_tui.reader import Reader
from ssw_tui.records.figure import Figure
from ssw_tui.records.rule import Rule

if TYPE_CHECKING:
    from ssw_tui.tracker.records import CardFile

YEARS = "pr-10-years"
"""The rule that asks for the years."""
OTHERS = ("pr-longest-period", "pr-2027-guideline", "pr-law-2027")
"""The rules that ask for more than years."""


def residence_of(reader: Reader, file: "CardFile") -> PermanentResidence | None:
    """Count the years of a card; None for a card of neither No.1 nor No.2, and for a day whose rules are not known."""
    rules = reader.library.all(Rule)
    needed = years_needed(reader.library.all(Figure), reader.day)
    if needed is None or not rules[YEARS].holds_on(reader.day):
        return None
    return permanent_residence(file, reader.day, needed)


def residence_blocks(reader: Reader, file: "CardFile") -> Iterator[Block]:
    """Give what the page of a card says of it."""
    found = residence_of(reader, file)
    if found is None:
        return
    yield Heading("Permanent residence, by the years")
    yield Pair("Earliest day", say_earliest(found, reader.day), Tone.STRONG)
    yield from (Item(step) for step in found.steps)
    if more := residence_rules(reader, found)[1:]:
        yield Paragraph("Asked for beside the years:")
        yield from facts(reader, more)
    yield Item("More: Permanent Residence", opens=("topic", "permanent-residence"))


def residence_rules(reader: Reader, found: PermanentResidence) -> tuple[Rule, ...]:
    """Give the rules behind it: the years, and for who is on the way to them what else is asked for."""
    rules = reader.library.all(Rule)
    others = reader.showing(rules[rule_id] for rule_id in OTHERS) if found.work.begun else ()
    return (rules[YEARS], *others)


def say_earliest(found: PermanentResidence, day: date) -> str:
    """Say from which day the years are full, and what that rests on."""
    said = say_day(found.earliest)
    if found.earliest <= day:
        return f"{said}: by this count the years are full"
    if not found.work.begun:
        return f"{said}, if No.2 began {'today' if found.work.since == day else f'on {say_day(found.work.since)}'}"
    return said if found.in_japan.known and found.work.known else f"{said}, as far as this card tells"


def residence_data(found: PermanentResidence) -> dict[str, Any]:
    """Give it as data."""
    return {
        "earliest": found.earliest.isoformat(),
        "in_japan": _years_data(found.in_japan),
        "work": _years_data(found.work),
        "steps": list(found.steps),
        "rules": [YEARS],
    }


def _years_data(years: Years) -> Mapping[str, Any]:
    return {
        "since": years.since.isoformat(),
        "full": years.full.isoformat(),
        "known": years.known,
        "begun": years.begun,
    }
