"""Search over everything, as one types."""

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Container
from textual.widgets import Input, OptionList, Static

from ssw_tui.commands import VIEWS
from ssw_tui.output.findable import entries
from ssw_tui.output.kind_words import KIND_WORD
from ssw_tui.search import Hit, find
from ssw_tui.ui.dialogs.frame import Dialog
from ssw_tui.ui.places import PLACES
from ssw_tui.ui.session import Session
from ssw_tui.ui.widgets.choice_list import ChoiceList, Row


class SearchInput(Input):
    """Where one types; up and down move in the list below."""

    BINDINGS = [  # noqa: RUF012 - Textual declares it so
        Binding("down", "screen.move(1)", show=False, priority=True),
        Binding("up", "screen.move(-1)", show=False, priority=True),
    ]


class SearchDialog(Dialog[tuple[str, str]]):
    """Finds records; gives the kind and id of the one to open."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.input = SearchInput(placeholder="lost card, boss has my passport, 介護, zairyu card ...")
        self.list = ChoiceList((9, None, 9))
        self.excerpt = Static("", classes="quiet", markup=False)
        self.hits: tuple[Hit, ...] = ()

    def compose(self) -> ComposeResult:
        """Lay out the input over the hits."""
        with Container(classes="box") as box:
            box.border_title = "Search"
            yield self.input
            yield self.list
            yield self.excerpt
            yield Static("arrows choose, enter opens, escape closes", classes="quiet")

    def on_mount(self) -> None:
        """Read what can be found while the person types."""
        self.input.focus()
        self.look_up("")

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
            self.excerpt.update(f'Nothing found for "{words}". Try one word, in English or Japanese.')

    def _show_excerpt(self) -> None:
        place = self.list.highlighted
        self.excerpt.update(self.hits[place].excerpt if place is not None and place < len(self.hits) else "")

    def action_move(self, step: int) -> None:
        """Move in the list while the input keeps the keys."""
        if self.hits:
            place = (self.list.highlighted or 0) + step
            self.list.highlighted = min(max(place, 0), len(self.hits) - 1)

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
