"""What a person does with the steps: whose they are, their days, field and country, undo, and a file to keep."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from ssw_tui.errors import DataUnavailableError, UserError
from ssw_tui.output.own_steps import OwnSteps, read_own
from ssw_tui.records.field import Field
from ssw_tui.records.home_country import HomeCountry
from ssw_tui.records.procedure import Procedure
from ssw_tui.tracker.plans import ChoiceKind
from ssw_tui.ui.session import Session
from ssw_tui.ui.views.browse import BrowseView
from ssw_tui.ui.widgets.choice_list import Row

if TYPE_CHECKING:
    from ssw_tui.tracker.history import Change

NONE = "-"
"""The row that takes a choice back."""


class OwnStepsView(BrowseView):
    """Reads what is kept of the current card for the steps, and changes it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("t", "days", show=False),
        Binding("f", "field", show=False),
        Binding("w", "whose", show=False),
        Binding("x", "export", show=False),
        Binding("u,ctrl+z", "undo", show=False),
        Binding("U,ctrl+y", "redo", show=False),
    ]

    def __init__(self, session: Session, view_id: str) -> None:
        super().__init__(session, view_id)
        self.procedure: Procedure | None = None
        self.own = OwnSteps()

    def read_own(self) -> None:
        """Read what is kept; where it cannot be read the steps are shown without it."""
        try:
            self.own = read_own(self.session.tracker, self.session.current_card, self.session.reader)
        except DataUnavailableError:
            self.own = OwnSteps()

    @property
    def whose(self) -> str:
        """Say for whom check marks and days are kept."""
        holder = self.own.holder
        return f'They are kept for "{holder.card.label}".' if holder else "They go to your first card."

    def change(self, change: Callable[[], object]) -> None:
        """Change what is kept and show it, or say why it was not done."""
        try:
            change()
        except DataUnavailableError as error:
            self.post_message(self.Failed(error))
            return
        except UserError as error:
            self.app.notify(str(error), markup=False)
            return
        self.refresh_rows(keep=self.list.chosen)
        self.post_message(self.DataChanged())

    def action_days(self) -> None:
        """Ask for the days from which the steps are counted."""
        from ssw_tui.ui.dialogs.plan import PlanDialog

        if self.procedure is None:
            self.app.notify("Open a procedure first; its days are set there.", markup=False)
            return
        known = self.own.known(self.session.reader, self.procedure)
        planned = self.own.planned.get(self.procedure.id, {})
        dialog = PlanDialog(self.procedure, known, planned, self.whose)
        self.app.push_screen(dialog, self._set_days)

    def _set_days(self, days: Mapping[str, date] | None) -> None:
        procedure = self.procedure
        if days is not None and procedure is not None:
            self.change(lambda: self.session.tracker.set_plan(self.session.current_card, procedure.id, days))

    def action_field(self) -> None:
        """Ask for the field whose papers are listed."""
        every = self.session.library.all(Field).values()
        rows = [Row(id=f.id, cells=(f"{f.name}  {f.name_ja}",)) for f in every if f.merged_into is None]
        self._choose("Papers of which field?", ChoiceKind.FIELD, rows, self.own.field)

    def action_country(self) -> None:
        """Ask for the home country whose steps are listed."""
        every = self.session.library.all(HomeCountry).values()
        rows = [Row(id=country.id, cells=(f"{country.name}  {country.name_ja}",)) for country in every]
        self._choose("Steps of which country?", ChoiceKind.HOME_COUNTRY, rows, self.own.country)

    def _choose(self, title: str, kind: ChoiceKind, rows: list[Row], current: str | None) -> None:
        from ssw_tui.ui.dialogs.choose import ChooseDialog

        nothing = Row(id=NONE, cells=("No choice of mine: as the card or the last quiz says",))
        self.app.push_screen(ChooseDialog(title, [*rows, nothing], current), lambda chosen: self._chosen(kind, chosen))

    def _chosen(self, kind: ChoiceKind, chosen: str | None) -> None:
        if chosen is not None:
            value, asked = None if chosen == NONE else chosen, self.list.chosen
            self.change(lambda: self.session.tracker.set_choice(self.session.current_card, kind, value))
            self.show_chosen(kind, asked)

    def show_chosen(self, kind: ChoiceKind, asked: str | None) -> None:
        """Go to what a choice has brought; the row that asked for it may be gone."""

    def action_whose(self) -> None:
        """Ask whose check marks and days to show."""
        from ssw_tui.ui.dialogs.choose import ChooseDialog

        try:
            cards = self.session.tracker.cards()
        except DataUnavailableError as error:
            self.post_message(self.Failed(error))
            return
        if not cards:
            self.app.notify("There is no card yet: 6 adds one. What you tick off now goes to the first card.")
            return
        rows = [Row(id=card.id, cells=(card.label,)) for card in cards]
        self.app.push_screen(ChooseDialog("Whose steps?", rows, self.session.current_card), self._show_whose)

    def _show_whose(self, card_id: str | None) -> None:
        if card_id is not None:
            self.session.opened_card = card_id
            self.change(lambda: None)

    def action_undo(self) -> None:
        """Take the last change back."""
        self._go("Taken back", "U brings it back", self.session.tracker.undo)

    def action_redo(self) -> None:
        """Make the change again that was taken back."""
        self._go("Done again", "u takes it back", self.session.tracker.redo)

    def _go(self, done: str, key: str, step: "Callable[[], Change | None]") -> None:
        def go() -> None:
            found = step()
            text = f"{done}: {found.what}. {key}." if found else "There is nothing to take back or do again."
            self.app.notify(text, markup=False)

        self.change(go)

    def action_export(self) -> None:
        """Ask for a file, and write the procedure to it."""
        from ssw_tui.ui.dialogs.steps_file import ask

        if self.procedure is None:
            self.app.notify("Open a procedure first; it can be written to a file.", markup=False)
            return
        ask(self.app, self.session.reader, self.procedure, self.own)
