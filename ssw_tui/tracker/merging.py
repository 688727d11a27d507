"""An import: what it brings is put beside what is there; nothing is removed."""

import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence

from attrs import evolve, frozen

from ssw_tui.tracker.everything import ORDERED, Done, Everything, Personal, as_row
from ssw_tui.tracker.history import Row, Rows
from ssw_tui.tracker.ids import card_id
from ssw_tui.tracker.records import Card, Event
from ssw_tui.tracker.schema import KEYS

Key = tuple[object, ...]


@frozen(kw_only=True)
class Taken:
    """What an import did."""

    added: Mapping[str, int]
    """By table, how many rows came."""
    changed: Mapping[str, int]
    """By table, how many rows are different now."""
    namesakes: int
    """How many of the new cards are called like one that was there: the same people twice, as a rule."""

    @property
    def is_nothing(self) -> bool:
        """Whether all of it was there already."""
        return not any((*self.added.values(), *self.changed.values()))

    def in_words(self) -> str:
        """Say it in a sentence."""
        if self.is_nothing:
            return "Nothing new: all of it was there already."
        cards = _said("cards", self.added.get("cards", 0), self.changed.get("cards", 0))
        new, changed = (sum(counts.values()) - counts.get("cards", 0) for counts in (self.added, self.changed))
        others = f"; {_said('other entries', new, changed)}" if new or changed else ""
        return f"Taken in: {cards}{others}.{self._warning}"

    @property
    def _warning(self) -> str:
        if not self.namesakes:
            return ""
        return (
            f" {self.namesakes} of the new ones are called like a card that was there. If they are the same people, "
            "take it back, export csv, and change the cards there: the id of a line says which card it is."
        )


def _said(what: str, new: int, changed: int) -> str:
    return f"{what}: {new} new, {changed} changed"


@frozen(kw_only=True)
class Plan:
    """What an import is going to do."""

    before: Rows
    """The rows that are different afterwards."""
    after: Rows
    """What stands in their place, and what is new."""
    namesakes: int
    """How many of the new cards are called like one that is there."""

    @property
    def taken(self) -> Taken:
        """How much that is."""
        changed = {table: len(found) for table, found in self.before.items()}
        added = {table: len(found) - changed.get(table, 0) for table, found in self.after.items()}
        return Taken(added=added, changed=changed, namesakes=self.namesakes)


def plan(connection: sqlite3.Connection | None, brought: Everything, end_of_id: Callable[[], str]) -> Plan:
    """Compare what is brought with what is there.

    Args:
        connection: the store, inside a transaction; None: there is none yet.
        brought: what to take in; cards without an id are new ones.
        end_of_id: gives the end of an id that is made.

    Raises:
        ValueError: when something is brought twice, or belongs to a card that exists nowhere; it names the place.
    """
    there = {table: _rows(connection, table) for table in KEYS}
    labels = {str(row["label"]) for row in there["cards"].values()}
    # An id that no card has may be one that was mistyped.
    namesakes = sum((card.id,) not in there["cards"] and card.label in labels for card in brought.cards)
    brought = evolve(brought, cards=tuple(_named(brought.cards, there["cards"], end_of_id)))
    _check(brought, {str(key[0]) for key in there["cards"]})
    brought = _renumbered(brought, there["events"].values())
    before: dict[str, list[Row]] = {}
    after: dict[str, list[Row]] = {}
    for table, records in brought.tables():
        for old, new in _differing(table, records, there[table]):
            after.setdefault(table, []).append(new)
            if old:
                before.setdefault(table, []).append(old)
    return Plan(before=before, after=after, namesakes=namesakes)


def _rows(connection: sqlite3.Connection | None, table: str) -> dict[Key, Row]:
    if not connection:
        return {}
    found = map(dict, connection.execute(f"SELECT * FROM {table}"))  # noqa: S608 - own names
    return {_key(table, row): row for row in found}


def _key(table: str, row: Row) -> Key:
    return tuple(row[name] for name in KEYS[table])


def _named(cards: Sequence[Card], there: Iterable[Key], end_of_id: Callable[[], str]) -> Iterable[Card]:
    """Give cards without an id one that no other has."""
    taken = {str(key[0]) for key in there} | {card.id for card in cards}
    for card in cards:
        named = card if card.id else evolve(card, id=card_id(card.label, taken.__contains__, end_of_id))
        taken.add(named.id)
        yield named


def _check(brought: Everything, cards: set[str]) -> None:
    cards |= {card.id for card in brought.cards}
    for table, records in brought.tables():
        seen: set[Key] = set()
        for number, record in enumerate(records):
            key = _key(table, as_row(record))
            if key in seen:
                raise ValueError(f"{table}[{number}]: it is there twice")
            seen.add(key)
            card = getattr(record, "card", None)
            if card is not None and card not in cards:
                raise ValueError(f"{table}[{number}].card: there is no such card, neither here nor among yours")


def _differing(table: str, records: Iterable[Personal], there: Mapping[Key, Row]) -> Iterable[tuple[Row | None, Row]]:
    """Give the rows that change something, each with what it replaces; new ones come after those that are there."""
    last = max((row["position"] for row in there.values()), default=0) if table in ORDERED else 0
    for record in records:
        row = as_row(record)
        old = there.get(_key(table, row))
        if table in ORDERED:
            last += not old
            row["position"] = old["position"] if old else last
        if row != old:
            yield old, row


def _renumbered(brought: Everything, there: Iterable[Row]) -> Everything:
    """Give events another number where theirs is taken by an event recorded elsewhere; what is done follows."""
    own = {event.id for event in brought.events}
    taken = {(row["card"], row["kind"], row["number"]) for row in there if row["id"] not in own}
    events: list[Event] = []
    moved: dict[tuple[object, ...], str] = {}
    for event in brought.events:
        number = event.number
        while (event.card, event.kind, number) in taken:
            number += 1
        taken.add((event.card, event.kind, number))
        events.append(evolve(event, number=number))
        if number != event.number:
            moved[event.card, event.on, _ending(event.number)] = _ending(number)
    done = tuple(_following(mark, moved) for mark in brought.done) if moved else brought.done
    return evolve(brought, events=tuple(events), done=done)


def _following(mark: Done, moved: Mapping[tuple[object, ...], str]) -> Done:
    name, colon, number = mark.deadline.partition(":")
    ending = moved.get((mark.card, mark.anchor, colon + number))
    return mark if ending is None else evolve(mark, deadline=name + ending)


def _ending(number: int) -> str:
    return f":{number}" if number > 1 else ""
