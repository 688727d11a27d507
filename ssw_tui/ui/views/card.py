"""My card: the cards, what is due, add, change, remove, undo."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import Binding, BindingType

from ssw_tui.errors import DataUnavailableError, UserError
from ssw_tui.output.page import Item, Page, Paragraph, Tone
from ssw_tui.output.pages import cards as pages
from ssw_tui.output.pages.common import say_day
from ssw_tui.tracker.records import CardFile
from ssw_tui.ui.views.browse import BrowseView
from ssw_tui.ui.widgets.choice_list import Row
from ssw_tui.ui.widgets.key_bar import KeyHint

if TYPE_CHECKING:
    from ssw_tui.tracker.history import Change

NEW = "+new"


class CardView(BrowseView):
    """The cards beside their days."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a,insert", "new", show=False),
        Binding("e", "edit", show=False),
        Binding("delete,r", "remove", show=False),
        Binding("u,ctrl+z", "undo", show=False),
        Binding("U,ctrl+y", "redo", show=False),
    ]
    DEFAULT_CSS = "CardView.-stacked ChoiceList { height: auto; max-height: 6; }"
    title = "My card"

    def rows(self, words: str) -> Sequence[Row]:
        """Give the cards, and a row that adds one."""
        try:
            files = self.session.card_files()
        except DataUnavailableError as error:
            self._unavailable: DataUnavailableError | None = error
            self._files: dict[str, CardFile] = {}
            return []
        self._unavailable = None
        self._files = {file.card.id: file for file in files}
        reader = self.session.reader
        lines = [Row(id=f.card.id, cells=(f"{f.card.label}\t{pages.say_end(reader, f.card)}",)) for f in files]
        return [*lines, Row(id=NEW, cells=("+ Add a card",))]

    def nothing_found(self, words: str) -> Page:
        """Say why the data cannot be read."""
        text = str(self._unavailable) if self._unavailable else ""
        return Page(title="Your data cannot be read", blocks=(Paragraph(text, Tone.WARNING),))

    def page_for(self, row_id: str) -> Page:
        """Give a card, or what adding one is good for."""
        if row_id in self._files:
            return pages.page(self.session.reader, self._files[row_id], self.session.look.mask)
        return Page(
            title="Add a card",
            blocks=(
                Paragraph("Press enter. Only the last day of your stay is needed; it stands on your card."),
                Item("You see how many days are left, and the day from which you can apply for an extension."),
                Item("You see the days that must not be missed, and what happens otherwise."),
                Item("All data stay on this computer. The card number is not needed."),
                Item('You have no card yet? Choose the status "no card yet"; steps can be ticked off for you too.'),
                Paragraph(f"Days are counted from {say_day(self.session.day)}, Japan's calendar day.", Tone.QUIET),
            ),
        )

    @property
    def hints(self) -> Sequence[KeyHint]:
        """Adding, changing, taking away, undoing."""
        if len(self.list.rows) < 2:
            return (KeyHint("a", "add", "new"),)
        return (KeyHint("a", "add", "new"), KeyHint("e", "change", "edit"), KeyHint("u", "undo", "undo"))

    @property
    def keys_help(self) -> Sequence[tuple[str, str, str]]:
        """The keys of cards, and those of lists."""
        return (
            ("a", "Add a card.", "new"),
            ("e", "Change the card.", "edit"),
            ("r", "Remove the card; undo brings it back.", "remove"),
            ("u", "Take the last change back.", "undo"),
            ("U", "Make it again.", "redo"),
            *super().keys_help,
        )

    def selected(self, row_id: str) -> None:
        """Add a card, or read one."""
        if row_id == NEW:
            self.action_new()
        else:
            self.session.opened_card = row_id
            self.post_message(self.DataChanged())
            self.action_read()

    def action_new(self) -> None:
        """Ask for a new card."""
        from ssw_tui.ui.dialogs.card import CardDialog

        self.app.push_screen(CardDialog(self.session), self._add)

    def _add(self, values: Mapping[str, Any] | None) -> None:
        if values is not None:
            self._change(lambda: self.session.tracker.add_card(**values).id)

    def action_edit(self) -> None:
        """Ask for changes to the card in focus."""
        from ssw_tui.ui.dialogs.card import CardDialog

        file = self._files.get(self.list.chosen or "")
        if file is not None:
            self.app.push_screen(CardDialog(self.session, file.card), _Then(self._edited, file.card.id))

    def _edited(self, card_id: str, values: Mapping[str, Any] | None) -> None:
        if values is not None:
            self._change(lambda: self.session.tracker.change_card(card_id, **values).id)

    def action_remove(self) -> None:
        """Ask whether to remove the card in focus."""
        from ssw_tui.ui.dialogs.confirm import ConfirmDialog

        file = self._files.get(self.list.chosen or "")
        if file is not None:
            question = f'Remove "{file.card.label}" with all that was recorded for it? u (undo) brings it back.'
            dialog = ConfirmDialog("Remove a card", question, "Remove it", "Keep it")
            self.app.push_screen(dialog, _Then(self._removed, file.card.id))

    def _removed(self, card_id: str, yes: bool | None) -> None:
        if yes:
            self._change(lambda: self.session.tracker.remove_card(card_id))

    def action_undo(self) -> None:
        """Take the last change back."""
        self._change(lambda: self._say("Taken back", self.session.tracker.undo()))

    def action_redo(self) -> None:
        """Make the change again that was taken back."""
        self._change(lambda: self._say("Done again", self.session.tracker.redo()))

    def _say(self, done: str, change: "Change | None") -> None:
        """Tell what was taken back or done again, check marks and quiz results too."""
        self.app.notify(
            f"{done}: {change.what}." if change else "There is nothing to take back or do again.", markup=False
        )

    def _change(self, change: Callable[[], object]) -> None:
        """Change the data and show them, or say why it was not done."""
        try:
            done = change()
        except DataUnavailableError as error:
            self.post_message(self.Failed(error))
            return
        except UserError as error:
            self.app.notify(str(error), markup=False)
            return
        self.refresh_rows(keep=done if isinstance(done, str) else None)
        self.list.focus()
        self.post_message(self.DataChanged())


class _Then:
    """Hands a dialog's answer on, with the card it was asked about."""

    def __init__(self, take: Callable[[str, Any], None], card_id: str) -> None:
        self.take = take
        self.card_id = card_id

    def __call__(self, answer: Any) -> None:  # noqa: ANN401 - whatever the dialog gives
        self.take(self.card_id, answer)
