"""What to do, step by step, with check marks that are kept."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType

from ssw_tui.errors import DataUnavailableError
from ssw_tui.output.page import Page, Sign, Tone
from ssw_tui.output.pages import procedures as pages
from ssw_tui.records.procedure import Document, Phase, Procedure
from ssw_tui.ui.session import Session
from ssw_tui.ui.views.browse import BrowseView
from ssw_tui.ui.widgets.choice_list import Row
from ssw_tui.ui.widgets.key_bar import KeyHint


class StepsView(BrowseView):
    """First the procedures; enter opens one, and its steps and papers can be ticked off."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "tick", show=False, priority=True),
        Binding("x", "tick", show=False),
    ]
    title = "Steps: what to do"

    def __init__(self, session: Session, view_id: str) -> None:
        super().__init__(session, view_id)
        self.procedure: Procedure | None = None
        self._ticked: frozenset[tuple[str, str]] = frozenset()

    def rows(self, words: str) -> Sequence[Row]:
        """Give the procedures, or the steps of the one that is open."""
        try:
            self._ticked = self.session.ticks()
        except DataUnavailableError:
            self._ticked = frozenset()
        if self.procedure is None:
            every = self.session.library.all(Procedure).values()
            return [Row(id=p.id, cells=(f"{p.title}  {self._progress(p)}",)) for p in every]
        return [*self._whose(), *self._steps(self.procedure)]

    def _whose(self) -> list[Row]:
        """Say whose check marks these are, where there are several cards."""
        try:
            files = self.session.card_files()
        except DataUnavailableError:
            return []
        labels = [file.card.label for file in files if file.card.id == self.session.current_card]
        return [Row(id="whose", cells=(f"Check marks of: {labels[0]}",), heading=True)] if len(files) > 1 else []

    def _progress(self, procedure: Procedure) -> str:
        done = sum(("step", f"{procedure.id}/{step.id}") in self._ticked for step in procedure.steps)
        return f"({done} of {len(procedure.steps)} done)" if done else f"({len(procedure.steps)} steps)"

    def _steps(self, procedure: Procedure) -> list[Row]:
        rows: list[Row] = []
        documents = self.session.library.all(Document)
        for phase in Phase:
            steps = [step for step in procedure.steps if step.phase is phase]
            if steps:
                rows.append(Row(id=f"phase-{phase}", cells=(pages.PHASE_WORD[phase],), heading=True))
            for step in steps:
                key = f"{procedure.id}/{step.id}"
                rows.append(Row(id=key, lead=self._sign(key) + " ", cells=(step.title,)))
                for paper in step.documents:
                    lead = f"    {self._sign(f'{key}/{paper}')} "
                    rows.append(Row(id=f"{key}/{paper}", lead=lead, cells=(documents[paper].name,), tone=Tone.QUIET))
        return rows

    def _sign(self, row_id: str) -> str:
        return self.session.look.signs[Sign.TICKED if _tick(row_id) in self._ticked else Sign.OPEN]

    def page_for(self, row_id: str) -> Page:
        """Give the page of a procedure, a step or a paper."""
        reader = self.session.reader
        match row_id.split("/"):
            case [procedure_id]:
                return pages.page(reader, reader.library.all(Procedure)[procedure_id], self._ticked_steps)
            case [procedure_id, step_id]:
                procedure = reader.library.all(Procedure)[procedure_id]
                step = next(step for step in procedure.steps if step.id == step_id)
                return pages.step_page(reader, procedure, step)
            case [_, _, paper]:
                return pages.document_page(reader, reader.library.all(Document)[paper])
        raise KeyError(row_id)

    @property
    def _ticked_steps(self) -> frozenset[str]:
        return frozenset(key for kind, key in self._ticked if kind == "step")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave space to the page that is read: there it scrolls."""
        return not (action == "tick" and self.page.has_focus)

    @property
    def hints(self) -> Sequence[KeyHint]:
        """Opening a procedure, or ticking off."""
        if self.procedure is None:
            return (KeyHint("enter", "open", "open_chosen"),)
        return (KeyHint("space", "done", "tick"), *super().hints, KeyHint("esc", "procedures", "app.back"))

    @property
    def keys_help(self) -> Sequence[tuple[str, str, str]]:
        """Ticking off, and the keys of lists."""
        return (("space", "Tick the step or the paper off, or take the tick back.", "tick"), *super().keys_help)

    def selected(self, row_id: str) -> None:
        """Open a procedure, or read the page of a step."""
        if self.procedure is None:
            self.open_procedure(row_id)
        else:
            self.action_read()

    def action_open_chosen(self) -> None:
        """Open the procedure in focus."""
        if self.procedure is None and self.list.chosen:
            self.open_procedure(self.list.chosen)

    def open_procedure(self, procedure_id: str, row_id: str | None = None) -> None:
        """Show the steps of a procedure, at a step or paper where one is named."""
        self.procedure = self.session.library.all(Procedure)[procedure_id]
        self.title = self.procedure.title
        self.remove_class("-reading")
        self.refresh_rows(keep=row_id or "")
        self.list.focus()
        self.post_message(self.Changed())

    def open_found(self, kind: str, record_id: str) -> None:
        """Show what a search found: a procedure, or the first step that needs a paper."""
        if kind == "procedure":
            self.open_procedure(record_id)
            return
        for procedure in self.session.library.all(Procedure).values():
            for step in procedure.steps:
                if record_id in step.documents:
                    self.open_procedure(procedure.id, f"{procedure.id}/{step.id}/{record_id}")
                    return

    def action_tick(self) -> None:
        """Tick the row off, or take the tick back."""
        row_id = self.list.chosen
        if self.procedure is None or row_id is None:
            return
        kind, key = _tick(row_id)
        try:
            self.session.set_tick(kind, key, ticked=(kind, key) not in self._ticked)
        except DataUnavailableError as error:
            self.post_message(self.Failed(error))
            return
        self.refresh_rows(keep=row_id)

    def back(self) -> bool:
        """Leave the page, then the procedure."""
        if super().back():
            return True
        if self.procedure is None:
            return False
        closed, self.procedure, self.title = self.procedure.id, None, type(self).title
        self.refresh_rows(keep=closed)
        return True


def _tick(row_id: str) -> tuple[str, str]:
    """Give the kind and key under which a row is ticked off: a paper counts once for its whole procedure."""
    match row_id.split("/"):
        case [procedure, _, paper]:
            return "document", f"{procedure}/{paper}"
        case _:
            return "step", row_id
