"""Which record tells of something that has no page of its own: the one that rests on the same sources."""

from collections.abc import Iterator
from datetime import date

from ssw_tui.library import Library
from ssw_tui.records.reference import Answer, Topic
from ssw_tui.records.rule import Rule
from ssw_tui.records.statement import Statement
from ssw_tui.timeline.change import Place
from ssw_tui.timeline.likeness import words

OVERVIEW = Place("view", "overview")


def nearest(library: Library, statement: Statement, day: date | None, text: str) -> Place:
    """Give where a statement is told more fully.

    Args:
        library: the content.
        statement: what has no page of its own.
        day: the day it is about.
        text: what it says.

    Returns:
        Of the records that share a source with it the one that shares most sources, then most words: a topic, an
        answer or a rule of that very day where there is one, else any rule; the overview where there is none.
    """
    wanted = set(statement.sources)

    def shared(teller: tuple[Place, Statement, str]) -> tuple[int, int]:
        return len(wanted.intersection(teller[1].sources)), len(words(text) & words(teller[2]))

    of_the_day = [told for told in _told(library) if told[1].since == day]
    for tellers in (of_the_day, _rules(library)):
        best = max(tellers, key=shared, default=None)
        if best is not None and shared(best)[0]:
            return best[0]
    return OVERVIEW


def _rules(library: Library) -> list[tuple[Place, Statement, str]]:
    return [(Place("rule", rule.id), rule, f"{rule.title} {rule.text}") for rule in library.all(Rule).values()]


def _told(library: Library) -> Iterator[tuple[Place, Statement, str]]:
    yield from _rules(library)
    for topic in library.all(Topic).values():
        for fact in topic.facts:
            yield Place("topic", topic.id), fact, fact.text
    for answer in library.all(Answer).values():
        yield Place("answer", answer.id), answer, answer.text
