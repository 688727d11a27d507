"""What several pages say in the same way: dates, money, sources, how sure something is."""

from collections.abc import Iterable, Iterator
from datetime import date

from ssw_tui.advice.days import in_words
from ssw_tui.output.page import Block, Heading, Item, Paragraph, Sign, Tone
from ssw_tui.reader import Reader
from ssw_tui.records.actor import Actor
from ssw_tui.records.source import Source, SourceKind
from ssw_tui.records.statement import Confidence, Fact, Statement

ACTOR_WORD = {
    Actor.WORKER: "you",
    Actor.EMPLOYER: "the employer",
    Actor.SUPPORT_ORGANISATION: "the registered support organisation",
    Actor.BOTH: "you and the employer",
}
SURENESS = {
    Confidence.HIGH: "official text",
    Confidence.MEDIUM: "medium: reported, or read second-hand",
    Confidence.LOW: "low: ask before you rely on it",
    Confidence.UNCONFIRMED: "not confirmed: ask",
}
SPEAKER = {
    SourceKind.OFFICIAL: "official",
    SourceKind.OFFICIAL_COPY: "copy of an official text",
    SourceKind.LAW_OFFICE: "law office",
    SourceKind.TRADE: "trade",
    SourceKind.NEWS: "news",
    SourceKind.OTHER: "other",
}


def say_day(day: date) -> str:
    """Give a day in words that no country reads the wrong way round: 22 Nov 2026."""
    return in_words(day)


def say_yen(amount: int) -> str:
    """Give an amount of money: ¥10,000."""
    return f"¥{amount:,}"


def say_time(statement: Statement) -> str:
    """Give since when and until when a statement holds, or nothing where neither is known."""
    parts = [f"since {say_day(statement.since)}"] if statement.since else []
    if statement.until:
        parts.append(f"before {say_day(statement.until)}")
    if statement.planned:
        parts.append("planned, not yet law")
    return ", ".join(parts)


def out_of_time(reader: Reader, statement: Statement) -> Iterator[Block]:
    """Say so where a statement does not hold on the reader's day, which is another than today's as a rule."""
    if statement.holds_on(reader.day):
        return
    since, day = statement.since, say_day(reader.day)
    if since is not None and reader.day < since:
        yield Paragraph(
            f"This holds since {say_day(since)}, so not yet on {day}. What held on that day is not told here.",
            Tone.WARNING,
        )
    elif statement.until is not None:
        yield Paragraph(f"This held before {say_day(statement.until)}, so no longer on {day}.", Tone.WARNING)


def say_source(reader: Reader, source_id: str) -> str:
    """Name a source in one line: who, what, when."""
    source = reader.library.all(Source)[source_id]
    when = f", {source.page_date}" if source.page_date else ""
    return f"{source.publisher}: {source.title}{when}"


def sources(
    reader: Reader, statements: Iterable[Statement], most: int = 8, *, heading: str = "Sources"
) -> Iterator[Block]:
    """Give the sources of some statements, each once, and when they were last checked."""
    listed = list(statements)
    named = list(dict.fromkeys(source for statement in listed for source in statement.sources))
    if not listed:
        return
    yield Heading(heading)
    for source_id in named[:most]:
        source = reader.library.all(Source)[source_id]
        note = f"{SPEAKER[source.kind]}; {source.address}"
        opens = ("source", source_id)
        yield Item(say_source(reader, source_id), note=note, tone=Tone.QUIET, address=source.address, opens=opens)
    if len(named) > most:
        yield Item(f"and {len(named) - most} more", tone=Tone.QUIET, command="ssw-tui sources")
    if not named:
        yield Paragraph("No source that can be opened was found. Ask before you rely on this.", Tone.WARNING)
    yield Paragraph(sureness(listed), Tone.QUIET)


def sureness(statements: Iterable[Statement]) -> str:
    """Say how sure the least sure of some statements is, and when all of them were last checked."""
    listed = list(statements)
    order = list(Confidence)
    least = max((statement.confidence for statement in listed), key=order.index)
    return f"Confidence: {SURENESS[least]}. Checked {say_day(min(s.checked for s in listed))}."


def _whom_to_ask(reader: Reader, name: str) -> str:
    from ssw_tui.records.risk import HelpLine

    line = reader.library.all(HelpLine)[name]
    return f"ask: {line.name}, {line.number}"


def facts(
    reader: Reader, statements: Iterable[Fact], *, with_time: bool = True, with_place: bool = False
) -> Iterator[Block]:
    """Give facts as a list, each with its time and place where wanted; what is planned or unsure says so always."""
    for fact in statements:
        notes = [say_time(fact)] if (with_time and (fact.since or fact.until)) or fact.planned else []
        if with_place and fact.place:
            notes.append(fact.place)
        if fact.confidence in (Confidence.LOW, Confidence.UNCONFIRMED):
            notes.append(SURENESS[fact.confidence])
        if fact.ask:
            notes.append(_whom_to_ask(reader, fact.ask))
        yield Item(reader.say(fact.text, fact), Sign.BULLET, note="; ".join(notes))
