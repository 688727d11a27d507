"""What the app and the commands do with the personal data; every change can be taken back."""

import sqlite3
from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from ssw_tui.tracker import history, queries, rows
from ssw_tui.tracker.cards import Cards
from ssw_tui.tracker.history import Change
from ssw_tui.tracker.ids import entry_id
from ssw_tui.tracker.plans import ChoiceKind, PlannedDay
from ssw_tui.tracker.records import Card, QuizRun, Tick, TickKind

# What few commands need is loaded when they do.
if TYPE_CHECKING:
    from ssw_tui.tracker.everything import Everything
    from ssw_tui.tracker.merging import Plan, Taken


class Tracker(Cards):
    """All personal data of one data folder: the cards, what is ticked off and planned, the quizzes.

    What it raises is said where it is opened (`Changes`).
    """

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

    def _plan(
        self, connection: sqlite3.Connection | None, make: Callable[[Mapping[str, Card]], "Everything"]
    ) -> "Plan":
        from ssw_tui.tracker.merging import plan

        cards = queries.cards(connection) if connection else []
        return plan(connection, make({card.id: card for card in cards}), self._end_of_id)
