"""What only the overview, a topic or an answer tells of: it sums up, so it counts where nothing else says the same."""

from collections.abc import Iterator, Sequence

from ssw_tui.library import Library
from ssw_tui.reader import Reader
from ssw_tui.records.reference import Answer, ComparisonRow, OverviewSection, Topic
from ssw_tui.records.statement import Fact
from ssw_tui.timeline.change import Change, Place, Rank
from ssw_tui.timeline.whereabouts import nearest
from ssw_tui.timeline.wording import first_sentence

CHANGES = "what-changed-lately"
"""The section of the overview that is about changes."""


def summary_changes(library: Library) -> Iterator[Change]:
    """Give what the overview says of changes and compares, then the dated sentences of topics, then of answers."""
    for section in library.all(OverviewSection).values():
        yield from _rows(library, section.comparison)
        if section.id == CHANGES:
            for fact in section.facts:
                yield from _said(library, fact, Rank.OVERVIEW, None)
    for topic in library.all(Topic).values():
        for fact in topic.facts:
            yield from _said(library, fact, Rank.TOPIC, Place("topic", topic.id))
    for answer in library.all(Answer).values():
        yield from _said(library, answer, Rank.ANSWER, Place("answer", answer.id))


def _said(library: Library, fact: Fact, rank: Rank, place: Place | None) -> Iterator[Change]:
    if fact.since is None:
        return
    headline, rest = first_sentence(Reader(library, fact.since).say(fact.text))
    title = fact.question if isinstance(fact, Answer) else headline
    yield Change(
        date=fact.since,
        title=title,
        text=Reader(library, fact.since).say(fact.text) if isinstance(fact, Answer) else rest,
        rank=rank,
        places=(place or nearest(library, fact, fact.since, fact.text),),
        statements=(fact,),
    )


def _rows(library: Library, rows: Sequence[ComparisonRow]) -> Iterator[Change]:
    for row in rows:
        earlier = next((old for old in rows if old.topic == row.topic and old.until == row.since), None)
        if row.since is None:
            continue
        yield Change(
            date=row.since,
            title=f"{row.topic}: {_sides(library, row, earlier)}",
            before=_sides(library, earlier, row) if earlier else "",
            rank=Rank.OVERVIEW,
            places=(nearest(library, row, row.since, f"{row.topic} {row.no1} {row.no2}"),),
            statements=(row,),
        )


def _sides(library: Library, row: ComparisonRow, other: ComparisonRow | None) -> str:
    """Say what a row says of No.1 and of No.2, leaving out what another one says too."""
    say = Reader(library, row.since).say if row.since else str
    sides = (("No.1", row.no1, other and other.no1), ("No.2", row.no2, other and other.no2))
    return "; ".join(f"{status}: {say(text)}" for status, text, same in sides if text != same)
