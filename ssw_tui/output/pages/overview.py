"""The overview: what the status is, for whom, what changed, and what this program is not."""

from collections.abc import Iterator
from datetime import date

from attrs import evolve

from ssw_tui.output.page import Block, Gap, Heading, Item, Page, Paragraph, Table, Tone
from ssw_tui.output.pages.common import facts, say_day, sources
from ssw_tui.reader import Reader
from ssw_tui.records.reference import GuideStatement, OverviewSection, Verdict
from ssw_tui.records.statement import Fact

CHANGES = "what-changed-lately"
"""The section that tells of changes."""
MOST_CHANGES = 3
"""So many of them are told where the person stands."""


def section_page(reader: Reader, section: OverviewSection) -> Page:
    """Give one section as of the reader's day."""
    return Page(title=section.title, blocks=tuple(_blocks(reader, section)))


def whole_page(reader: Reader) -> Page:
    """Give every section on one page."""
    blocks: list[Block] = [Paragraph(f"Rules as of {say_day(reader.day)}.", Tone.QUIET)]
    for section in reader.library.all(OverviewSection).values():
        said = tuple(_said(reader, section))
        blocks += (Heading(section.title), *said) if said else ()
    blocks += (Heading("The guide and the rules"), Paragraph(guide_sentence(reader)))
    return Page(title="Specified Skilled Worker 特定技能（とくていぎのう）", blocks=tuple(blocks))


def guide_sentence(reader: Reader) -> str:
    """Say in how many places the guide and the rules differ."""
    statements = reader.library.all(GuideStatement).values()
    differ = sum(statement.verdict is not Verdict.RIGHT for statement in statements)
    day = say_day(reader.library.edition().guide_date)
    return (
        f"A guide of {day} is widely read. Of its {len(statements)} statements, {differ} are imprecise, outdated or "
        "wrong. Reference, Guide, shows each beside the rule."
    )


def on_the_day(reader: Reader, section: OverviewSection) -> OverviewSection:
    """Give a section with what it says on the reader's day: what holds, and what comes within a year."""
    return evolve(section, facts=reader.showing(section.facts), comparison=reader.holding(section.comparison))


def _blocks(reader: Reader, section: OverviewSection) -> Iterator[Block]:
    held = on_the_day(reader, section)
    yield from _said(reader, section)
    yield Gap()
    yield from sources(reader, (*held.facts, *held.comparison))


def _said(reader: Reader, section: OverviewSection) -> Iterator[Block]:
    held = on_the_day(reader, section)
    if held.comparison:
        cells = tuple((reader.say(row.topic), reader.say(row.no1), reader.say(row.no2)) for row in held.comparison)
        yield Table(("", "No.1", "No.2"), cells, (14, 0, 0))
    if section.id == CHANGES:
        yield from _changes(reader, held.facts)
    else:
        yield from facts(reader, held.facts, with_time=False)


def _changes(reader: Reader, changes: tuple[Fact, ...]) -> Iterator[Block]:
    for fact in _newest_first(reader, changes):
        yield Item(_dated(reader, fact, reader.say(fact.text, fact)))


def _newest_first(reader: Reader, changes: tuple[Fact, ...]) -> list[Fact]:
    return sorted(changes, key=lambda fact: fact.since or reader.day, reverse=True)


def _dated(reader: Reader, fact: Fact, text: str) -> str:
    day = say_day(fact.since) if fact.since else ""
    when = "planned: " if fact.planned else "to come: " if fact.since and fact.since > reader.day else ""
    return f"{day}: {when}{text}"


def lately(reader: Reader, seen: date | None) -> Iterator[Block]:
    """Give the newest changes in a sentence each: those since the person last looked, else those of lately.

    Args:
        reader: the content as of a day.
        seen: the day up to which the person has seen what changed; None: it is not known.
    """
    told = reader.library.all(OverviewSection)[CHANGES].facts
    held = [fact for fact in _newest_first(reader, reader.showing(told)) if fact.since and fact.since <= reader.day]
    new = [fact for fact in held if seen and fact.since and fact.since > seen]
    if not held:
        return
    yield Heading(f"Changed since you last looked, on {say_day(seen)}" if seen and new else "Changed lately")
    for fact in (new or held)[:MOST_CHANGES]:
        first_sentence = reader.say(fact.text, fact).partition(". ")[0].removesuffix(".")
        yield Item(_dated(reader, fact, first_sentence), opens=("change-day", str(fact.since)))
    more = f"and {len(new) - MOST_CHANGES} more; " if len(new) > MOST_CHANGES else ""
    yield Paragraph(f"{more}Changed lately tells each in full; Reference, Changes lists all", Tone.QUIET)
