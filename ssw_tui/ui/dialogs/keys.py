"""The keys of the open view and those that work everywhere; enter runs one."""

from textual import on
from textual.app import ComposeResult
from textual.widgets import OptionList

from ssw_tui.commands import COMMANDS, VIEWS, Command
from ssw_tui.ui.dialogs.frame import Dialog
from ssw_tui.ui.views.base import View
from ssw_tui.ui.widgets.choice_list import ChoiceList, Row

TITLES = {view.id: view.title for view in VIEWS}


class KeysDialog(Dialog[str]):
    """Lists keys; gives the action to run."""

    keys = "enter: run it   escape: close   arrows, tab and enter reach all"
    is_small = False

    def __init__(self, view: View) -> None:
        super().__init__()
        self.heading = f"Keys: {TITLES[str(view.id)]}"
        self.view = view
        self.list = ChoiceList((10, None))
        self._own_digits = view.own_digits
        self._actions: dict[str, str] = {}

    def body(self) -> ComposeResult:
        """Lay out the list."""
        yield self.list

    def on_mount(self) -> None:
        """Fill the list, the view's own keys first."""
        rows = [Row(id="here", cells=("In this view",), heading=True)] if self.view.keys_help else []
        for number, (key, text, action) in enumerate(self.view.keys_help):
            rows.append(self._row(f"view-{number}", key, text, action))
        rows.append(Row(id="everywhere", cells=("Everywhere",), heading=True))
        rows += (self._row(c.id, self._shown(c), c.help, f"app.{c.action}") for c in COMMANDS)
        self.list.set_rows(rows)
        self.list.focus()

    def _shown(self, command: Command) -> str:
        """Name the keys of a command; none where they mean something else in the view."""
        return "" if command.shown in self._own_digits else ", ".join((command.shown, *_others(command.keys)))

    def _row(self, row_id: str, key: str, text: str, action: str) -> Row:
        self._actions[row_id] = action
        return Row(id=row_id, cells=(key, text))

    @on(OptionList.OptionSelected)
    def _run(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self._actions.get(event.option.id or ""))


def _others(keys: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(key.upper() for key in keys[1:])
