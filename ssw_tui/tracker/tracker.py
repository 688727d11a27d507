"""What the app and the commands do with the personal data; every change can be taken back."""

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, TypedDict, Unpack

from attrs import evolve

from ssw_tui.clock import today_in_japan
from ssw_tui.tracker import history, queries, rows
from ssw_tui.tracker.history import Change, Row, Rows
from ssw_tui.tracker.ids import card_id as new_card_id
from ssw_tui.tracker.ids import entry_id, random_end
from ssw_tui.tracker.plans import ChoiceKind, PlannedDay
from ssw_tui.tracker.records import (
    Card,
    CardFile,
    CardStatus,
    Event,
    EventKind,
    Leave,
    LeaveKind,
    QuizRun,
    Spell,
    SpellKind,
    Tick,
    TickKind,
)
from ssw_tui.tracker.schema import KEYS, OF_A_CARD
from ssw_tui.tracker.store import Store

# What few commands need is loaded when they do.
if TYPE_CHECKING:
    from ssw_tui.tracker.everything import Everything
    from ssw_tui.tracker.merging import Plan, Taken


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
    expires: date | None


class Tracker:
    """The personal data of one data folder.

    Reading makes no file. Everything raises DataUnavailableError when the data cannot be read or written, and
    UserError for a card that does not exist; changes raise ValueError with a sentence for values that cannot be.
    """

    def __init__(
        self,
        data_folder: Path,
        end_of_id: Callable[[], str] = random_end,
        today: Callable[[], date] = today_in_japan,
    ) -> None:
        self._store = Store(data_folder, today=today)
        self._end_of_id = end_of_id

    def __enter__(self) -> Self:
        """Use it in a with statement; it closes itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close it."""
        self.close()

    def close(self) -> None:
        """Let go of the store."""
        self._store.close()

    # Cards

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

    # What is ticked off, and what is planned

    def ticks(self, card_id: str | None) -> list[Tick]:
        """Give what is ticked off for a card, or for nobody in particular."""
        with self._store.reading() as connection:
            return rows.load(rows.tick, queries.of_card(connection, "ticks", card_id)) if connection else []

    def set_tick(self, card_id: str | None, kind: TickKind, key: str, *, ticked: bool) -> None:
        """Tick a step, a document or an item of support off, or take the tick away."""
        row = {"card": card_id or "", "kind": str(kind), "key": key}
        what = f"{kind} ticked off" if ticked else f"{kind} no longer ticked off"
        self._set(card_id, Change(what, card_id), "ticks", row, [row] if ticked else [])

    def plans(self, card_id: str | None) -> list[PlannedDay]:
        """Give the days set for procedures, of a card or of nobody in particular."""
        with self._store.reading() as connection:
            return rows.load(rows.planned_day, queries.of_card(connection, "plans", card_id)) if connection else []

    def set_plan(self, card_id: str | None, procedure: str, days: Mapping[str, date]) -> None:
        """Set the days from which the steps of a procedure are counted, by what they are, in the place of others."""
        key = {"card": card_id or "", "procedure": procedure}
        after = [{**key, "anchor": str(anchor), "day": on.isoformat()} for anchor, on in sorted(days.items())]
        self._set(card_id, Change("plan changed" if days else "plan removed", card_id), "plans", key, after)

    def choices(self, card_id: str | None) -> dict[ChoiceKind, str]:
        """Give what was chosen for the steps, for a card or for nobody in particular."""
        with self._store.reading() as connection:
            return dict(rows.load(rows.choice, queries.of_card(connection, "choices", card_id))) if connection else {}

    def set_choice(self, card_id: str | None, kind: ChoiceKind, value: str | None) -> None:
        """Choose something for the steps, or take the choice away (None)."""
        key = {"card": card_id or "", "what": str(kind)}
        what = f"{kind} chosen" if value else f"{kind} no longer chosen"
        self._set(card_id, Change(what, card_id), "choices", key, [{**key, "value": value}] if value else [])

    # The quiz

    def save_quiz(
        self, *, day: date, goal: str, answers: Mapping[str, Any], result: str, replaces: str | None = None
    ) -> QuizRun:
        """Keep answers and what came out, beside what was kept before or in the place of one of them."""
        run = QuizRun(id=entry_id(), day=day, goal=goal, answers=answers, result=result)
        with self._store.writing() as connection:
            before = queries.raw(connection, "quiz_runs", "id", replaces) if replaces else []
            row = rows.row_of_quiz(run, queries.next_position(connection, "quiz_runs"))
            history.make(connection, Change("quiz saved", None), {"quiz_runs": before}, {"quiz_runs": [row]})
        return run

    def remove_quiz(self, run_id: str) -> None:
        """Remove answers that were kept; nothing is remembered where there are none."""
        with self._store.writing() as connection:
            before = queries.raw(connection, "quiz_runs", "id", run_id)
            if before:
                history.make(connection, Change("quiz removed", None), {"quiz_runs": before}, {})

    def quizzes(self) -> list[QuizRun]:
        """Give what was kept, newest first."""
        with self._store.reading() as connection:
            return queries.quizzes(connection)

    def last_quiz(self) -> QuizRun | None:
        """Give what was kept last."""
        with self._store.reading() as connection:
            return next(iter(queries.quizzes(connection, most=1)), None)

    # All at once

    def everything(self) -> "Everything":
        """Give all personal data, as they are at one moment."""
        from ssw_tui.tracker.everything import Everything, read

        with self._store.reading() as connection:
            return read(connection) if connection else Everything()

    def take_in(self, make: Callable[[Mapping[str, Card]], "Everything"]) -> "Taken":
        """Add what is not there and change what is, by its id; nothing is removed, and it is one change.

        A copy of the store is kept before.

        Args:
            make: gives what to take in; it is given the cards that are there, by their ids. Cards without an id are
                new ones.

        Raises:
            ValueError: when something belongs to a card that exists nowhere, or is there twice.
        """
        with self._store.reading() as connection:
            plan = self._plan(connection, make)
        if not plan.after:
            return plan.taken
        with self._store.writing(keeps_copy=True) as connection:
            plan = self._plan(connection, make)
            history.make(connection, Change("data imported", None), plan.before, plan.after)
        return plan.taken

    def count_changes(self) -> int:
        """Count the changes that were ever made; it only grows."""
        with self._store.reading() as connection:
            return history.count(connection) if connection else 0

    # Taking back

    def undo(self) -> Change | None:
        """Take the last change back; None where there is none."""
        return self._go(history.undo)

    def redo(self) -> Change | None:
        """Do again what was taken back last; None where nothing was."""
        return self._go(history.redo)

    @contextmanager
    def _changing(self, card_id: str | None) -> Iterator[sqlite3.Connection]:
        """Begin a change to a card, unless there is no such card; looking first makes no store for nothing."""
        if card_id is not None:
            self.card(card_id)
        with self._store.writing() as connection:
            if card_id is not None:
                queries.card(connection, card_id)
            yield connection

    def _plan(
        self, connection: sqlite3.Connection | None, make: Callable[[Mapping[str, Card]], "Everything"]
    ) -> "Plan":
        from ssw_tui.tracker.merging import plan

        cards = queries.cards(connection) if connection else []
        return plan(connection, make({card.id: card for card in cards}), self._end_of_id)

    def _new_id(self, connection: sqlite3.Connection, label: str) -> str:
        return new_card_id(label, lambda made: bool(queries.raw(connection, "cards", "id", made)), self._end_of_id)

    def _go(self, step: Callable[[sqlite3.Connection], Change | None]) -> Change | None:
        with self._store.reading() as connection:
            if not connection:
                return None
        with self._store.writing() as connection:
            return step(connection)

    def _add(self, card_id: str, change: Change, after: Rows) -> None:
        with self._changing(card_id) as connection:
            history.make(connection, change, {}, after)

    def _set(self, card_id: str | None, change: Change, table: str, key: Row, after: list[Row]) -> None:
        """Put rows in the place of those that a key names; nothing is remembered where nothing changes."""
        named = " AND ".join(f"{name} = :{name}" for name in key)
        order = ", ".join(KEYS[table])
        with self._changing(card_id) as connection:
            found = connection.execute(f"SELECT * FROM {table} WHERE {named} ORDER BY {order}", key)  # noqa: S608
            before = [dict(row) for row in found]
            if before != after:
                history.make(connection, change, {table: before}, {table: after})
