"""The cards, what happened to them, and which of their days are dealt with."""

import sqlite3
from datetime import date
from typing import TypedDict, Unpack

from attrs import evolve

from ssw_tui.tracker import history, queries, rows
from ssw_tui.tracker.changes import Changes
from ssw_tui.tracker.history import Change
from ssw_tui.tracker.ids import card_id as new_card_id
from ssw_tui.tracker.ids import entry_id
from ssw_tui.tracker.records import (
    Card,
    CardFile,
    CardStatus,
    Event,
    EventKind,
    Leave,
    LeaveKind,
    Spell,
    SpellKind,
)
from ssw_tui.tracker.schema import OF_A_CARD


class CardValues(TypedDict, total=False):
    """What a card can be given; the fields of Card with their meaning."""

    label: str
    status: CardStatus
    field: str | None
    granted: date | None
    period: str | None
    number: str | None
    no1_since: date | None
    no2_since: date | None
    in_japan_since: date | None
    employer: str | None
    note: str | None
    expires: date | None


class Cards(Changes):
    """The cards among the personal data."""

    def cards(self) -> list[Card]:
        """Give all cards, in the order in which they were added."""
        with self._store.reading() as connection:
            return queries.cards(connection) if connection else []

    def card(self, card_id: str) -> Card:
        """Give one card."""
        with self._store.reading() as connection:
            return queries.card(connection, card_id)

    def files(self) -> list[CardFile]:
        """Give all cards with everything recorded about them."""
        with self._store.reading() as connection:
            return queries.files(connection, "") if connection else []

    def files_near(self, *, ends: date, events: date, stays: date) -> list[CardFile]:
        """Give, with everything recorded about them, the cards that can have something due.

        Args:
            ends: up to this day ends of stay are near.
            events: up to this day events are.
            stays: up to this day first days as No.1 are.
        """
        with self._store.reading() as connection:
            if not connection:
                return []
            return queries.files_of(connection, queries.cards_near(connection, ends, events, stays))

    def file(self, card_id: str) -> CardFile:
        """Give one card with everything recorded about it."""
        with self._store.reading() as connection:
            return queries.files(connection, card_id)[0] if connection else queries.no_card(card_id)

    def add_card(self, **values: Unpack[CardValues]) -> Card:
        """Add a card; label and status are needed. The first one takes over what was ticked off and planned before."""
        wanted = Card(id="", **values)
        with self._store.writing() as connection:
            card = evolve(wanted, id=self._new_id(connection, wanted.label))
            before = {} if queries.cards(connection) else queries.of_nobody(connection)
            after = {table: [{**row, "card": card.id} for row in found] for table, found in before.items()}
            after["cards"] = [rows.row_of(card, position=queries.next_position(connection, "cards"))]
            history.make(connection, Change("card added", card.id), before, after)
        return card

    def change_card(self, card_id: str, **values: Unpack[CardValues]) -> Card:
        """Change some values of a card."""
        with self._changing(card_id) as connection:
            card = evolve(queries.card(connection, card_id), **values)
            before = queries.raw(connection, "cards", "id", card_id)
            after = [rows.row_of(card, position=before[0]["position"])]
            history.make(connection, Change("card changed", card_id), {"cards": before}, {"cards": after})
        return card

    def remove_card(self, card_id: str) -> Card:
        """Remove a card and everything recorded about it."""
        with self._changing(card_id) as connection:
            card = queries.card(connection, card_id)
            before = {table: queries.raw(connection, table, "card", card_id) for table in OF_A_CARD}
            before["cards"] = queries.raw(connection, "cards", "id", card_id)
            history.make(connection, Change("card removed", card_id), before, {})
        return card

    # What happened

    def add_event(self, card_id: str, kind: EventKind, on: date) -> Event:
        """Record something that happened, or is going to."""
        with self._changing(card_id) as connection:
            counted = connection.execute(
                "SELECT coalesce(max(number), 0) FROM events WHERE card = ? AND kind = ?", (card_id, kind)
            )
            event = Event(id=entry_id(), card=card_id, kind=kind, on=on, number=counted.fetchone()[0] + 1)
            history.make(connection, Change("event recorded", card_id), {}, {"events": [rows.row_of(event)]})
        return event

    def add_spell(self, card_id: str, kind: SpellKind, first: date, last: date | None) -> Spell:
        """Record a time that counts towards the five years."""
        spell = Spell(id=entry_id(), card=card_id, kind=kind, first=first, last=last)
        self._add(card_id, Change("stay recorded", card_id), {"spells": [rows.row_of(spell)]})
        return spell

    def add_leave(self, card_id: str, kind: LeaveKind, first: date, last: date, *, notified: bool) -> Leave:
        """Record leave."""
        leave = Leave(id=entry_id(), card=card_id, kind=kind, first=first, last=last, notified=notified)
        self._add(card_id, Change("leave recorded", card_id), {"leaves": [rows.row_of(leave)]})
        return leave

    def remove_entry(self, entry: Event | Spell | Leave) -> None:
        """Remove an event, a spell or a leave."""
        table, what = {Event: ("events", "event"), Spell: ("spells", "stay"), Leave: ("leaves", "leave")}[type(entry)]
        with self._store.writing() as connection:
            before = queries.raw(connection, table, "id", entry.id)
            if before:
                history.make(connection, Change(f"{what} removed", entry.card), {table: before}, {})

    def set_done(self, card_id: str, deadline: str, anchor: date, on: date | None) -> None:
        """Mark a deadline, counted from a day, as dealt with on a day, or as open again (None)."""
        key = {"card": card_id, "deadline": deadline, "anchor": anchor.isoformat()}
        after = [{**key, "day": on.isoformat()}] if on else []
        what = "deadline marked as done" if on else "deadline opened again"
        self._set(card_id, Change(what, card_id), "done", key, after)

    def _new_id(self, connection: sqlite3.Connection, label: str) -> str:
        return new_card_id(label, lambda made: bool(queries.raw(connection, "cards", "id", made)), self._end_of_id)
