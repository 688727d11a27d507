"""What to do, step by step, with check marks and days that are kept."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Static

from ssw_tui.output.page import Page
from ssw_tui.output.pages import procedures as pages
from ssw_tui.output.pages.counter import counter_cards_page, counter_page
from ssw_tui.output.pages.home_countries import countries_page, country_page
from ssw_tui.output.pages.steps import field_choice_page, own_procedure_page, own_step_page, say_progress
from ssw_tui.records.counter import CounterCard
from ssw_tui.records.document import Document
from ssw_tui.records.home_country import HomeCountry
from ssw_tui.records.procedure import Procedure, Step
from ssw_tui.tracker.plans import ChoiceKind
from ssw_tui.ui.session import Session
from ssw_tui.ui.views.own_steps import OwnStepsView
from ssw_tui.ui.views.step_rows import ALL_CARDS, ASK, COUNTRY, Place, StepRows
from ssw_tui.ui.widgets.choice_list import Row
from ssw_tui.ui.widgets.key_bar import KeyHint


class StepsView(OwnStepsView):
    """First the procedures; enter opens one, and its steps and papers can be ticked off."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "tick", show=False, priority=True),
        Binding("c", "counter", show=False),
    ]
    DEFAULT_CSS = """
    StepsView > .progress { height: auto; padding: 0 1; color: $quiet; }
    StepsView.-stacked.-reading > .progress { display: none; }
    """
    title = "Steps: what to do"

    def __init__(self, session: Session, view_id: str) -> None:
        super().__init__(session, view_id)
        self.progress = Static("", classes="progress", markup=False)
        self.found: str | None = None
        """A paper that was looked for: it has its row also where it is one of another field."""
        self.arrived: str | None = None
        """The procedure that was opened from elsewhere, where escape leads back to."""

    def above(self) -> Sequence[Widget]:
        """Give the line that says how much is done, and whose it is."""
        return (self.progress,)

    def rows(self, words: str) -> Sequence[Row]:
        """Give the procedures, or the steps of the one that is open."""
        self.read_own()
        self._say_progress()
        made = StepRows(reader=self.session.reader, own=self.own, look=self.session.look, found=self.found)
        return made.procedures() if self.procedure is None else list(made.steps(self.procedure))

    def _say_progress(self) -> None:
        said = []
        if self.own.others and self.own.holder:
            said.append(f"Check marks of: {self.own.holder.card.label} (w: another card)")
        if self.procedure is not None:
            progress = self.own.progress(self.session.reader, self.procedure)
            following = progress.next.step.title if progress.next else "nothing, every step is ticked off"
            said.append(f"{say_progress(progress)} done; next: {following}")
        elif field := self.own.field_of(self.session.reader):
            said.append(f"With the papers of: {field.name} (f: another field)")
        self.progress.update("\n".join(said))
        self.progress.display = bool(said)

    def page_for(self, row_id: str) -> Page:
        """Give the page of a procedure, a step, or what stands under it."""
        reader, place = self.session.reader, Place.of(row_id)
        library = reader.library
        match place.kind:
            case _ if row_id == ALL_CARDS:
                return counter_cards_page(reader)
            case "":
                return self._own_page(place)
            case "paper":
                return pages.document_page(reader, library.all(Document)[place.id])
            case "show":
                return counter_page(reader, library.all(CounterCard)[place.id])
            case "country":
                return country_page(reader, library.all(HomeCountry)[place.id])
            case _:
                return countries_page(reader) if place.id == COUNTRY else field_choice_page(reader)

    def _own_page(self, place: Place) -> Page:
        reader = self.session.reader
        procedure = reader.library.all(Procedure)[place.procedure]
        if not place.step:
            return own_procedure_page(reader, procedure, self.own)
        return own_step_page(reader, procedure, _step(procedure, place.step), self.own)

    def show_chosen(self, kind: ChoiceKind, asked: str | None) -> None:
        """Go from the question for a country to its steps, from that for a field to the step that has its papers."""
        place = Place.of(asked or "")
        if place.kind == ASK and kind is ChoiceKind.HOME_COUNTRY and self.own.country:
            self.list.choose(f"{place.procedure}/{place.step}/{COUNTRY}:{self.own.country}")
        elif place.kind == ASK and kind is ChoiceKind.FIELD:
            self.list.choose(f"{place.procedure}/{place.step}")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave space to the page that is read: there it scrolls."""
        return not (action == "tick" and self.page.has_focus)

    @property
    def list_hints(self) -> Sequence[KeyHint]:
        """Opening a procedure, or what the row in focus is for."""
        if self.procedure is None:
            return (KeyHint("enter", "open", "open_chosen"),)
        return (self._row_hint, *self._own_hints, KeyHint("esc", "back", "app.back"))

    @property
    def reading_hints(self) -> Sequence[KeyHint]:
        """The way back, and what goes beside reading."""
        back, *more = super().reading_hints
        return (back, self._own_hints[0], *more) if self.procedure else (back, *more)

    @property
    def _own_hints(self) -> tuple[KeyHint, ...]:
        return KeyHint("t", "days", "days"), KeyHint("x", "export", "export")

    @property
    def _row_hint(self) -> KeyHint:
        match Place.of(self.list.chosen or ""):
            case Place(kind="show"):
                return KeyHint("enter", "show", "open_chosen")
            case Place(kind="ask"):
                return KeyHint("enter", "choose", "open_chosen")
            case Place(kind="country"):
                return KeyHint("enter", "read", "open_chosen")
            case _:
                return KeyHint("space", "done", "tick")

    @property
    def keys_help(self) -> Sequence[tuple[str, str, str]]:
        """Ticking off, days, choices, and the keys of lists."""
        everywhere = (
            ("w", "Whose check marks and days to show, where there are several cards.", "whose"),
            ("f", "Choose the field whose papers are listed.", "field"),
            ("u", "Take the last change back.", "undo"),
            ("U", "Make it again.", "redo"),
            *(key for key in super().keys_help if key[0] not in "np"),
            ("n", "The next step.", "next_row"),
            ("p", "The step before.", "previous_row"),
        )
        if self.procedure is None:
            return everywhere
        return (
            ("space", "Tick the step or the paper off, or take the tick back.", "tick"),
            ("t", "Set the days from which the steps are counted.", "days"),
            ("c", "Show what to say at the counter of this step, in Japanese.", "counter"),
            ("x", "Write this procedure to a file, to print or to keep.", "export"),
            *everywhere,
        )

    def selected(self, row_id: str) -> None:
        """Open a procedure, show a card, choose something, or read the page of a step."""
        match Place.of(row_id):
            case _ if row_id == ALL_CARDS:
                self.action_counter()
            case Place(kind="show"):
                self.action_counter()
            case Place(kind="ask", id="country"):
                self.action_country()
            case Place(kind="ask"):
                self.action_field()
            case _ if self.procedure is None:
                self.open_procedure(row_id)
            case _:
                self.action_read()

    def action_open_chosen(self) -> None:
        """Do what enter does on the row in focus."""
        if self.list.chosen:
            self.selected(self.list.chosen)

    def open_procedure(self, procedure_id: str, row_id: str | None = None) -> None:
        """Show the steps of a procedure, at the row that is named, else at the first step that is not done."""
        self.procedure = self.session.library.all(Procedure)[procedure_id]
        self.title = self.procedure.title
        self.remove_class("-reading")
        self.read_own()
        self.refresh_rows(keep=row_id or self._next_row(self.procedure))
        self.list.focus()
        self.post_message(self.Changed())

    def _next_row(self, procedure: Procedure) -> str:
        done = self.own.progress(self.session.reader, procedure)
        return f"{procedure.id}/{(done.next.step if done.next else procedure.steps[0]).id}"

    def open_found(self, kind: str, record_id: str) -> None:
        """Show what was named elsewhere: a procedure, or a paper under the first step that needs it."""
        if kind == "procedure":
            self.open_procedure(record_id)
        else:
            self._open_paper(record_id)
        self.arrived = self.within

    def _open_paper(self, record_id: str) -> None:
        self.found = record_id
        for procedure in self.session.library.all(Procedure).values():
            for step in procedure.steps:
                if record_id in step.documents:
                    self.open_procedure(procedure.id, f"{procedure.id}/{step.id}/{record_id}")
                    return

    def action_counter(self) -> None:
        """Show the cards of the step in focus, or all of them, in the whole window."""
        place = Place.of(self.list.chosen or "")
        if self.procedure is None:
            self._choose_card()
            return
        cards = _step(self.procedure, place.step).counter_cards
        if cards:
            self._show_cards(cards, place.id)
        else:
            self.app.notify("No counter belongs to this step.", markup=False)

    def _choose_card(self) -> None:
        """Ask which of all cards to show; the others are beside it then."""
        from ssw_tui.ui.dialogs.choose import ChooseDialog

        every = self.session.library.all(CounterCard)
        rows = [Row(id=card.id, cells=(card.title,)) for card in every.values()]

        def show(chosen: str | None) -> None:
            if chosen is not None:
                self._show_cards(list(every), chosen)

        self.app.push_screen(ChooseDialog("At which counter?", rows), show)

    def _show_cards(self, card_ids: Sequence[str], first: str) -> None:
        from ssw_tui.ui.dialogs.counter import CounterDialog

        every = self.session.library.all(CounterCard)
        self.app.push_screen(CounterDialog(self.session, [every[card_id] for card_id in card_ids], first))

    def action_next_row(self) -> None:
        """Go to the next step."""
        self._go_to_step(1)

    def action_previous_row(self) -> None:
        """Go to the step before."""
        self._go_to_step(-1)

    def _go_to_step(self, direction: int) -> None:
        """Go past the papers and cards to a step; in the list of procedures every row counts."""
        rows, place = self.list.rows, self.list.highlighted or 0
        beyond = rows[place + 1 :] if direction > 0 else rows[:place][::-1]
        wanted = (row.id for row in beyond if not row.heading and not Place.of(row.id).kind)
        if row_id := next(wanted, None):
            self.list.choose(row_id)

    def action_tick(self) -> None:
        """Tick the row off, or take the tick back."""
        tick = Place.of(self.list.chosen or "").tick
        if tick is not None and self.procedure is not None:
            kind, key = tick
            self.change(lambda: self.session.set_tick(kind, key, ticked=tick not in self.own.ticked))

    @property
    def within(self) -> str | None:
        """The procedure that is open."""
        return self.procedure.id if self.procedure else None

    def go_within(self, within: str | None) -> None:
        """Open a procedure again, or close it."""
        self.procedure = self.session.library.all(Procedure)[within] if within else None
        self.title = self.procedure.title if self.procedure else type(self).title

    def back(self) -> bool:
        """Leave the page, then the procedure."""
        if super().back():
            return True
        arrived, self.arrived = self.arrived, None
        if self.procedure is None or self.procedure.id == arrived:
            return False
        closed, self.found = self.procedure.id, None
        self.go_within(None)
        self.refresh_rows(keep=closed)
        return True


def _step(procedure: Procedure, step_id: str) -> Step:
    return next(step for step in procedure.steps if step.id == step_id)
