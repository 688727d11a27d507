"""Files out of and into My card: a calendar, all data, a copy put back, everything erased."""

from collections.abc import Mapping
from pathlib import Path
from typing import ClassVar

from textual.binding import Binding, BindingType

from ssw_tui.errors import DataUnavailableError, UserError
from ssw_tui.ui.views.card_store import CardStore
from ssw_tui.ui.widgets.choice_list import Row

EXPORTS: Mapping[str, tuple[str, str]] = {
    "ics": ("Calendar file: your days, with alarms (.ics)", "ics"),
    "markdown": ("All of it to read or print (.md)", "md"),
    "csv": ("A table of the cards, for a spreadsheet (.csv)", "csv"),
    "json": ("All data, to take in on another computer (.json)", "json"),
}
"""What can be written: how it is called, and the ending of its file."""
TAKE_IN, RESTORE, ERASE = "take-in", "restore", "erase"
OTHERS: Mapping[str, str] = {
    TAKE_IN: "Take a file in (.json or .csv): adds and changes, removes nothing",
    RESTORE: "Put a copy back that was kept",
    ERASE: "Erase all personal data",
}


class CardFiles(CardStore):
    """Writes and reads files of the personal data."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("x", "files", show=False)]

    def action_files(self) -> None:
        """Ask what is to be written, taken in, put back or erased."""
        from ssw_tui.ui.dialogs.choose import ChooseDialog

        rows = [
            Row(id="out", cells=("Write a file that only you can read",), heading=True),
            *(Row(id=kind, cells=(text,)) for kind, (text, _) in EXPORTS.items()),
            Row(id="in", cells=("Your data on this computer",), heading=True),
            *(Row(id=kind, cells=(text,)) for kind, text in OTHERS.items()),
        ]
        self.ask(ChooseDialog("Files", rows), self._chosen)

    def _chosen(self, kind: str) -> None:
        match kind:
            case "take-in":
                self._ask_what_to_take_in()
            case "restore":
                self.ask_which_copy()
            case "erase":
                self.ask_erase()
            case _:
                self._ask_where(kind)

    def _ask_where(self, kind: str) -> None:
        from ssw_tui.ui.dialogs.file_name import FileNameDialog

        text, ending = EXPORTS[kind]
        suggestion = Path.home() / f"ssw-tui-{self.session.today.isoformat()}.{ending}"
        self.ask(FileNameDialog(text, suggestion), lambda path: self._write(kind, path))

    def _write(self, kind: str, path: Path) -> None:
        from ssw_tui.output.exchange.giving import export_file
        from ssw_tui.ui.files import write_file

        try:
            data = export_file(kind, self.session.reader, self.session.tracker)
        except (UserError, DataUnavailableError) as error:
            self.say(str(error))
            return
        write_file(self.app, path, data, " It holds whole card numbers." if kind == "json" else "")

    def _ask_what_to_take_in(self) -> None:
        from ssw_tui.ui.dialogs.open_file import OpenFileDialog

        question = (
            "A .json file that this program wrote, or a table of cards (.csv), whose columns "
            "ssw-tui import --help names. It adds and changes, and removes nothing."
        )
        self.ask(OpenFileDialog("Take a file in", question), self._take_in)

    def _take_in(self, path: Path) -> None:
        from ssw_tui.output.exchange.taking import taken_in

        self.change(
            lambda: taken_in(self.session.tracker, self.session.library, path),
            lambda taken: self.say(f"{taken.in_words()} u takes it back."),
        )

    def ask_which_copy(self) -> None:
        """Ask which copy to put in the place of the data."""
        from ssw_tui.tracker.copies import copies
        from ssw_tui.ui.dialogs.copies import CopiesDialog

        try:
            found = copies(self.session.data_folder)
        except DataUnavailableError as error:
            self.post_message(self.Failed(error))
            return
        self.ask(CopiesDialog(found), self._copy_chosen)

    def _copy_chosen(self, chosen: Path | str) -> None:
        if isinstance(chosen, Path):
            self._ask_restore(chosen)
            return
        from ssw_tui.ui.dialogs.open_file import OpenFileDialog

        question = "The file of a copy that ssw-tui backup wrote."
        self.ask(OpenFileDialog("Put a copy back", question), self._ask_restore)

    def _ask_restore(self, copy: Path) -> None:
        from ssw_tui.ui.dialogs.confirm import ConfirmDialog

        question = f"Put {copy.name} in the place of your data? What is there now is kept aside and can be put back."
        dialog = ConfirmDialog("Put a copy back", question, "Put it back", "Leave all as it is")
        self.ask(dialog, lambda yes: self._restore(copy) if yes else None)

    def _restore(self, copy: Path) -> None:
        from ssw_tui.tracker.copies import restore

        self.session.tracker.close()
        said = "The copy is put back. What it replaced is kept aside."
        self.change(lambda: restore(self.session.data_folder, copy), lambda _: self.say(said))

    def ask_erase(self) -> None:
        """Ask whether to erase everything; a typed word does it."""
        from ssw_tui.ui.dialogs.erase import EraseDialog

        self.ask(EraseDialog(), lambda sure: self._erase() if sure else None)

    def _erase(self) -> None:
        from ssw_tui.tracker.erasing import erase

        self.session.tracker.close()
        self.session.drafts.clear()
        said = "All personal data are removed."
        self.change(lambda: erase(self.session.data_folder), lambda _: self.say(said))
