"""What to avoid, what to do after it, what one is owed, and whom to call."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType

from ssw_tui.errors import DataUnavailableError
from ssw_tui.ui.session import Session
from ssw_tui.ui.views.risk_tabs import AnsweringTab, risk_tabs
from ssw_tui.ui.views.tabbed import TabbedView
from ssw_tui.ui.widgets.key_bar import KeyHint


class RisksView(TabbedView):
    """The risks, worst first, and what belongs to them, in tabs."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "answer('space')", show=False),
    ]
    title = "Risks: what to avoid"

    def __init__(self, session: Session, view_id: str) -> None:
        super().__init__(session, view_id, risk_tabs())

    @property
    def _answering(self) -> AnsweringTab | None:
        return self.tab if isinstance(self.tab, AnsweringTab) else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave the keys of answers to others where nothing is answered, or where the page is read."""
        if action != "answer":
            return True
        tab = self._answering
        return tab is not None and self.list.has_focus and parameters[0] in {key for key, _ in tab.answer_keys}

    def action_answer(self, key: str) -> None:
        """Answer the row in focus, or tick it off."""
        tab, row_id = self._answering, self.list.chosen
        if tab is None or row_id is None:
            return
        try:
            goes_on = tab.answer(self.session, row_id, key)
        except DataUnavailableError as error:
            self.post_message(self.Failed(error))
            return
        self.refresh_rows(keep=row_id)
        if goes_on:
            self.action_next_row()

    @property
    def hints(self) -> Sequence[KeyHint]:
        """What answers a row, where rows are answered."""
        tab = self._answering
        keys = tab.answer_keys[:1] if tab else ()
        return (*(KeyHint(key, text, f"answer('{key}')") for key, text in keys), *super().hints)
