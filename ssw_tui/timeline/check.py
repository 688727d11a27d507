"""What must hold among the named changes and what else is dated: each tells of its day, and no day goes untold."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import permutations

from attrs import frozen

from ssw_tui.library import Library
from ssw_tui.records.change import FieldList, NamedChange
from ssw_tui.records.figure import Figure
from ssw_tui.records.reference import Answer, OverviewSection, Topic
from ssw_tui.records.rule import Rule
from ssw_tui.timeline import changes_between
from ssw_tui.timeline.change import Place
from ssw_tui.timeline.named import fields_of, in_lists, named_records

TELL_AGAIN = ("topic", "answer")
"""The kinds of record that can tell more than one change of a day."""


@frozen(order=True)
class Problem:
    """Something wrong with how a change is named or told."""

    kind: str
    """The kind of record: change, topic, answer, overview-section, figure."""
    id: str
    """Which one."""
    text: str
    """What is wrong."""


def problems(library: Library) -> tuple[Problem, ...]:
    """Find changes that name what does not begin on their day, and what begins on a day of which no change tells."""
    named = [Problem("change", change.id, text) for change in _changes(library) for text in _wrong(library, change)]
    return tuple(sorted((*named, *_named_twice(library), *_untold(library))))


def _changes(library: Library) -> Iterable[NamedChange]:
    return library.all(NamedChange).values()


def _wrong(library: Library, change: NamedChange) -> Iterator[str]:
    if any(fact.since != change.day for fact in change.facts):
        yield f"its facts need since = {change.day}"
    in_fields = {Place("field", name): tuple(in_lists(library, change, name)) for name in fields_of(library, change)}
    named = {**in_fields, **named_records(library, change)}
    begins = {place: any(one.since == change.day for one in named[place]) for place in named}
    if not change.facts and not any(begins[place] for place in named if place.kind not in TELL_AGAIN):
        yield f"nothing that it names begins on {change.day}, and it has no facts of its own"
    for place in named:
        if not begins[place] and not _may_differ(library, change, place):
            yield f'{place.kind} "{place.id}": nothing begins there on {change.day}'


def _may_differ(library: Library, change: NamedChange, place: Place) -> bool:
    """Whether a record may be named that tells of another day: to read on, or because every field is meant."""
    if place.kind == "field":
        return not change.fields
    rule = library.all(Rule)[place.id] if place.kind == "rule" else None
    return rule is not None and (rule.since is None or rule.previously is not None)


def _named_twice(library: Library) -> Iterator[Problem]:
    """Find what two changes of one day name, so that one of them goes without it."""
    for one, other in permutations(_changes(library), 2):
        if one.day == other.day:
            both = _taken_in(library, one) & _taken_in(library, other)
            yield from (Problem("change", one.id, f'it and "{other.id}" both name {told}') for told in both)


def _taken_in(library: Library, change: NamedChange) -> set[str]:
    """Name what a change takes in, so that no other of its day can."""
    records = named_records(library, change).items()
    begun = {f'{kind} "{name}"' for (kind, name), ones in records if any(one.since == change.day for one in ones)}
    lists = {f'{part} of field "{name}"' for name in fields_of(library, change) for part in _lists(change)}
    return {told for told in begun if not told.startswith(TELL_AGAIN)} | lists


def _lists(change: NamedChange) -> Iterable[str]:
    return change.field_lists or FieldList


def _untold(library: Library) -> Iterator[Problem]:
    """Find days that a record which only sums up gives, and of which no change tells."""
    changes = changes_between(library, date.min, date.max)
    days = {change.date for change in changes}
    told = {(change.date, *place) for change in changes for place in change.places}
    for kind, name, day in _told_again(library):
        if (day, kind, name) not in told:
            yield Problem(kind, name, f"no change of {day} names it")
    for kind, name, day in _summed_up(library):
        if day not in days:
            yield Problem(kind, name, f"no change of {day} is told")


def _told_again(library: Library) -> Iterator[tuple[str, str, date]]:
    for topic in library.all(Topic).values():
        yield from (("topic", topic.id, fact.since) for fact in topic.facts if fact.since)
    for answer in library.all(Answer).values():
        if answer.since:
            yield "answer", answer.id, answer.since


def _summed_up(library: Library) -> Iterator[tuple[str, str, date]]:
    for section in library.all(OverviewSection).values():
        dated = (*section.facts, *section.comparison)
        yield from (("overview-section", section.id, one.since) for one in dated if one.since)
    for figure in library.all(Figure).values():
        earlier = {value.until for value in figure.values}
        yield from (("figure", figure.id, one.since) for one in figure.values if one.since and one.since in earlier)
