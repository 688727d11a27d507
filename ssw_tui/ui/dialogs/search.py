"""Search over everything, as one types."""

from textual import on, work
from textual.app import ComposeResult
from textual.widgets import Input, OptionList, Static

from ssw_tui.commands import VIEWS
from ssw_tui.output.findable import entries
from ssw_tui.output.kind_words import KIND_WORD
from ssw_tui.search import Hit, find
from ssw_tui.ui.dialogs.frame import Dialog
from ssw_tui.ui.places import PLACES
from ssw_tui.ui.session import Session
from ssw_tui.ui.widgets.choice_list import ChoiceList, Row
from ssw_tui.ui.widgets.list_input import ListInput

NOTHING_FOUND = "Try one word, in English or Japanese. ctrl+p finds what the app itself does."


class SearchDialog(Dialog[tuple[str, str]]):
    """Finds records; gives the kind and id of the one to open."""

    heading = "Search"
    keys = "down, up: choose   enter: open it   escape: close"
    is_small = False

    def __init__(self, session: Session, words: str = "") -> None:
        super().__init__()
        self.session = session
        self.list = ChoiceList((9, None, 9))
        self.input = ListInput(self.list, words, placeholder="lost card, boss has my passport, 介護, zairyu card ...")
        self.excerpt = Static("", classes="quiet", markup=False)
        self.hits: tuple[Hit, ...] = ()

    def body(self) -> ComposeResult:
        """Lay out the input over the hits."""
        yield self.input
        yield self.list
        yield self.excerpt

    def on_mount(self) -> None:
        """Read what can be found while the person types."""
        self.input.focus()
        self.look_up(self.input.value)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self.look_up(event.value)

    @work(thread=True, exclusive=True)
    def look_up(self, words: str) -> None:
        """Find what fits, away from the event loop."""
        found = find(entries(self.session.reader), words)
        self.app.call_from_thread(self._show, words, found)

    def _show(self, words: str, found: tuple[Hit, ...]) -> None:
        if words != self.input.value or not self.is_attached:
            return
        self.hits = found
        rows = [
            Row(id=f"{hit.kind}:{hit.id}", cells=(KIND_WORD[hit.kind], hit.title, _where(hit.kind))) for hit in found
        ]
        self.list.set_rows(rows, rows[0].id if rows else None)
        self._show_excerpt()
        if words.strip() and not found:
            self.excerpt.update(f'Nothing found for "{words}". {NOTHING_FOUND}')

    def _show_excerpt(self) -> None:
        place = self.list.highlighted
        self.excerpt.update(self.hits[place].excerpt if place is not None and place < len(self.hits) else "")

    @on(OptionList.OptionHighlighted)
    def _moved(self) -> None:
        self._show_excerpt()

    @on(Input.Submitted)
    @on(OptionList.OptionSelected)
    def _open(self) -> None:
        place = self.list.highlighted
        if place is not None and place < len(self.hits):
            self.dismiss((self.hits[place].kind, self.hits[place].id))


def _where(kind: str) -> str:
    """Name the view in which a record of a kind opens."""
    return next((view.title for view in VIEWS if kind in PLACES and view.id == PLACES[kind].view), "Help")
