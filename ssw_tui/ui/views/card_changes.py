"""What changes the cards: added, changed, removed, what happened, what is done; all of it can be taken back."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import Binding, BindingType

from ssw_tui.advice.deadlines import DueDay, State, upcoming
from ssw_tui.output.card_words import EVENT_WORD, LEAVE_WORD, NOW, SPELL_WORD, days_of, say_entry
from ssw_tui.output.pages.common import say_day
from ssw_tui.tracker.records import Card, CardFile, Event, EventKind, LeaveKind, SpellKind
from ssw_tui.ui.views.card_files import CardFiles
from ssw_tui.ui.views.card_rows import DAY, ENTRY, WHOLE, YEARS, entries

if TYPE_CHECKING:
    from datetime import date

    from ssw_tui.tracker.history import Change
    from ssw_tui.ui.dialogs.event import Happened
    from ssw_tui.ui.dialogs.span import Span

NO_CARD = "Add a card first: a, then the last day of your stay."
NOTIFIED = (
    "Did your employer send the notice about this leave (form 3-4) without delay when it began? "
    "Only then can it be left out of the five years."
)


class CardChanges(CardFiles):
    """Makes changes to the cards."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a,insert", "new", show=False),
        Binding("e", "edit", show=False),
        Binding("r,delete", "remove", show=False),
        Binding("w", "event", show=False),
        Binding("space", "done", show=False),
        Binding("u,ctrl+z", "undo", show=False),
        Binding("U,ctrl+y", "redo", show=False),
    ]

    # Cards

    def action_new(self) -> None:
        """Ask for a new card: for the first one only the end of the stay."""
        from ssw_tui.ui.dialogs.card import CardDialog
        from ssw_tui.ui.dialogs.first_card import FirstCardDialog

        self.ask(CardDialog(self.session) if self.files else FirstCardDialog(self.session), self._add)

    def _add(self, values: Mapping[str, Any]) -> None:
        self.opened = None
        self.change(lambda: self.session.tracker.add_card(**values), self._added)

    def _added(self, card: Card) -> None:
        """Forget what was typed, which is saved now, and show the card."""
        self.session.drafts.pop(None, None)
        self.refresh_rows(keep=card.id)

    def action_edit(self) -> None:
        """Ask for changes to the card."""
        if file := self.chosen_file:
            self.edit(file)

    def edit(self, file: CardFile, first: str = "label") -> None:
        """Ask for changes to a card, beginning at a line of the form."""
        from ssw_tui.ui.dialogs.card import CardDialog

        self.ask(CardDialog(self.session, file.card, first), partial(self._edit, file.card.id))

    def _edit(self, card_id: str, values: Mapping[str, Any]) -> None:
        self.change(
            lambda: self.session.tracker.change_card(card_id, **values),
            lambda _: self.session.drafts.pop(card_id, None),
        )

    def action_remove(self) -> None:
        """Remove what was recorded, or ask whether to remove the card."""
        file, row_id = self.chosen_file, self.list.chosen or ""
        if file is None:
            return
        if row_id.startswith(ENTRY):
            self._remove_entry(file, row_id.removeprefix(ENTRY))
        elif self.opened is None or row_id == WHOLE:
            self._ask_remove(file)
        else:
            self.say("A day is counted, so it cannot be removed; space marks it as done.")

    def _ask_remove(self, file: CardFile) -> None:
        from ssw_tui.ui.dialogs.confirm import ConfirmDialog

        question = f'Remove "{file.card.label}" with all that was recorded for it? u (undo) brings it back.'
        dialog = ConfirmDialog("Remove a card", question, "Remove it", "Keep it")
        self.ask(dialog, lambda yes: self._remove(file.card.id) if yes else None)

    def _remove(self, card_id: str) -> None:
        self.change(lambda: self.session.tracker.remove_card(card_id), lambda _: None)

    def _remove_entry(self, file: CardFile, entry_id: str) -> None:
        entry = entries(file)[entry_id]
        said = f"Removed: {say_entry(entry)}. u brings it back."
        self.change(partial(self.session.tracker.remove_entry, entry), lambda _: self.say(said))

    # What happened, and what is done

    def action_event(self) -> None:
        """Ask what happened."""
        from ssw_tui.ui.dialogs.event import EventDialog

        file = self.chosen_file
        if file is None:
            self.say(NO_CARD if not self.files else "Go to a card first; then w records what happened to it.")
            return
        dialog = EventDialog(file.card.label, file.card.status, self.session.today)
        self.ask(dialog, partial(self._happened, file.card.id))

    def _happened(self, card_id: str, happened: "Happened") -> None:
        match happened.kind:
            case EventKind() if happened.on:
                self._record_event(card_id, happened.kind, happened.on)
            case LeaveKind():
                self._ask_span(card_id, happened.kind, LEAVE_WORD[happened.kind], goes_on=False)
            case SpellKind():
                self._ask_span(card_id, happened.kind, SPELL_WORD[happened.kind], goes_on=True)

    def _record_event(self, card_id: str, kind: EventKind, on: "date") -> None:
        self.change(partial(self.session.tracker.add_event, card_id, kind, on), self._event_recorded)

    def _event_recorded(self, event: Event) -> None:
        """Show the first day that follows from it."""
        following = self._following(event)
        self.open_card(event.card, f"{DAY}{following[0].id}" if following else f"{ENTRY}{event.id}")
        self.say(
            f"Recorded: {EVENT_WORD[event.kind]}, {say_day(event.on)}. {_say_following(following)} u takes it back."
        )

    def _following(self, event: Event) -> list[DueDay]:
        """Give the worker's own days that follow from something that happened."""
        days = days_of(self.session.reader, self.files[event.card])
        return [d for d in days if d.deadline.counted_from == event.kind and d.anchor == event.on and d.is_own]

    def _ask_span(self, card_id: str, kind: LeaveKind | SpellKind, word: str, *, goes_on: bool) -> None:
        from ssw_tui.ui.dialogs.span import SpanDialog

        dialog = SpanDialog(f"{word[0].upper()}{word[1:]}", goes_on=goes_on)
        self.ask(dialog, partial(self._span_given, card_id, kind))

    def _span_given(self, card_id: str, kind: LeaveKind | SpellKind, span: "Span") -> None:
        from ssw_tui.ui.dialogs.confirm import ConfirmDialog

        first, last = span
        if isinstance(kind, SpellKind):
            self._record(card_id, lambda: self.session.tracker.add_spell(card_id, kind, first, last))
        elif last is not None:
            dialog = ConfirmDialog("The employer's notice", NOTIFIED, "Yes, it did", "No, or I don't know")
            self.ask(dialog, partial(self._leave_given, card_id, kind, first, last))

    def _leave_given(self, card_id: str, kind: LeaveKind, first: "date", last: "date", notified: bool) -> None:
        self._record(card_id, lambda: self.session.tracker.add_leave(card_id, kind, first, last, notified=notified))

    def _record(self, card_id: str, record: Callable[[], object]) -> None:
        """Record what counts for the five years, and show how they stand."""

        def show(_: object) -> None:
            self.open_card(card_id, YEARS)
            self.say("Recorded. The five years are counted anew.")

        self.change(record, show)

    def action_done(self) -> None:
        """Mark the day in focus as done, or as open again; of a card in the list what is due on it."""
        if self.opened is None:
            self._done_on_card()
            return
        due, row_id = self.days.get(self.list.chosen or ""), self.list.chosen or ""
        if due is None:
            return
        is_done = due.state is State.DONE
        on = None if is_done else self.session.today
        following = row_id if is_done else self._after(row_id)
        said = f"Open again: {due.deadline.title}." if is_done else f"Done: {due.deadline.title}. u takes it back."

        def show(_: object) -> None:
            self.refresh_rows(keep=following)
            self.say(said)

        self.change(partial(self.session.tracker.set_done, self.opened, due.id, due.anchor, on), show)

    def _done_on_card(self) -> None:
        """Mark what is due on the card in focus as done, and go to the next card."""
        file = self.chosen_file
        if file is None:
            return
        due = upcoming(days_of(self.session.reader, file))
        if due is None or due.state not in NOW:
            self.say(f"Nothing is due on {file.card.label} yet; enter shows its days.")
            return
        places = [row.id for row in self.list.rows]
        following = places[places.index(file.card.id) + 1]
        said = f"Done for {file.card.label}: {due.deadline.title}. u takes it back."

        def show(_: object) -> None:
            self.refresh_rows(keep=following)
            self.say(said)

        self.change(partial(self.session.tracker.set_done, file.card.id, due.id, due.anchor, self.session.today), show)

    def _after(self, row_id: str) -> str:
        """Give the row of the next day in the list, or the first row."""
        places = [row.id for row in self.list.rows if row.id in self.days]
        return next(iter(places[places.index(row_id) + 1 :]), WHOLE)

    # Taking back

    def action_undo(self) -> None:
        """Take the last change back."""
        self._go("Taken back", "U brings it back", self.session.tracker.undo)

    def action_redo(self) -> None:
        """Make the change again that was taken back."""
        self._go("Done again", "u takes it back", self.session.tracker.redo)

    def _go(self, done: str, key: str, step: "Callable[[], Change | None]") -> None:
        """Go through the changes, and tell which it was: check marks and quiz results too."""

        def tell(change: "Change | None") -> None:
            self.say(f"{done}: {change.what}. {key}." if change else "There is nothing to take back or do again.")

        self.change(step, tell)


def _say_following(days: Sequence[DueDay]) -> str:
    match days:
        case ():
            return "No new day follows from it."
        case (only,):
            return f"One day follows from it: {say_day(only.on)}."
        case (first, *_):
            return f"{len(days)} days follow from it, the first is {say_day(first.on)}."
    raise AssertionError(days)
