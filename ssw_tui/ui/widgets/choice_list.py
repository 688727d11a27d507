"""A list of rows in columns, with a mark beside the row in focus, so that no colour is needed to see it."""

from collections.abc import Iterable, Sequence
from itertools import zip_longest
from typing import ClassVar

from attrs import frozen
from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from ssw_tui.output.cells import cells, fit
from ssw_tui.output.layout import wrap
from ssw_tui.output.page import Tone
from ssw_tui.ui.themes import STYLES

MARK = "> "


@frozen(kw_only=True)
class Row:
    """A row of a list."""

    id: str
    """What it stands for; unique in its list."""
    cells: tuple[str, ...]
    """Its columns; what stands after a tab in one is left out where it does not fit, and what stands after a
    vertical tab goes to the right, or on a line of its own."""
    lead: str = ""
    """A sign before the first column; what is wrapped hangs behind it."""
    tone: Tone = Tone.NORMAL
    """How it is said."""
    heading: bool = False
    """Whether it only groups the rows under it and cannot be chosen."""


class ChoiceList(OptionList):
    """Rows to choose from; the column without a width takes what is left."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j", "cursor_down", show=False),
        Binding("k", "cursor_up", show=False),
        Binding("g", "first", show=False),
        Binding("G", "last", show=False),
    ]
    DEFAULT_CSS = """
    ChoiceList { border: none; padding: 0; background: $background; scrollbar-size-vertical: 1;
                 scrollbar-gutter: stable; text-wrap: nowrap; }
    ChoiceList:focus { border: none; background: $background; }
    ChoiceList > .option-list--option { padding: 0 1 0 0; }
    ChoiceList > .option-list--option-highlighted { background: $panel; color: $foreground; text-style: none; }
    ChoiceList:focus > .option-list--option-highlighted { background: $panel; color: $accent; text-style: bold; }
    ChoiceList > .option-list--option-disabled { color: $quiet; text-style: bold; }
    """

    def __init__(self, columns: Sequence[int | None] = (None,), *, id: str | None = None) -> None:
        super().__init__(id=id, markup=False)
        self._columns = tuple(columns)
        self._rows: tuple[Row, ...] = ()
        self._marked: int | None = None
        self._drawn_width = 0

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows that are shown."""
        return self._rows

    @property
    def chosen(self) -> str | None:
        """The id of the row in focus."""
        return self._rows[self.highlighted].id if self.highlighted is not None and self._rows else None

    def set_columns(self, columns: Sequence[int | None]) -> None:
        """Change the widths of the columns; the rows that follow must have as many cells."""
        self._columns = tuple(columns)

    def fit_width(self) -> None:
        """Become as wide as the widest row of a single column needs."""
        self.styles.width = 4 + max((cells(row.cells[0]) for row in self._rows), default=10)

    def set_rows(self, rows: Iterable[Row], keep: str | None = None) -> None:
        """Show these rows, with the focus on the one named (or where it was, or on the first)."""
        wanted = keep or self.chosen
        self._rows = tuple(rows)
        self._marked = None
        self._drawn_width = self._room
        self.set_options(Option(self._prompt(row, False), row.id, row.heading) for row in self._rows)
        places = {row.id: place for place, row in enumerate(self._rows) if not row.heading}
        self.highlighted = places.get(wanted or "", min(places.values(), default=None))
        self._mark(self.highlighted)
        self.call_after_refresh(self.scroll_to_highlight)

    def shows(self, option: Option) -> bool:
        """Whether an option that was selected is still there: keys that come fast may have changed the list since."""
        return any(shown is option for shown in self.options)

    def choose(self, row_id: str) -> None:
        """Move the focus to a row."""
        for place, row in enumerate(self._rows):
            if row.id == row_id:
                self.highlighted = place

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave out what goes by pages while no line is laid out yet."""
        return action not in ("page_up", "page_down") or bool(self.scrollable_content_region)

    @property
    def _room(self) -> int:
        return max(10, self.scrollable_content_region.width - 1)

    def _prompt(self, row: Row, marked: bool) -> Content:
        if row.heading:
            return Content.styled("\n".join(wrap(row.cells[0], self._room)), "bold")
        mark, hang = MARK if marked else " " * len(MARK), "\n" + " " * (len(MARK) + cells(row.lead))
        return Content.assemble((mark + row.lead + hang.join(self._lines_of(row)), STYLES[row.tone]))

    def _lines_of(self, row: Row) -> list[str]:
        """Lay a row out; the column without a width is wrapped."""
        fixed = sum(width + 2 for width in self._columns if width is not None)
        rest = max(8, self._room - len(MARK) - cells(row.lead) - fixed)
        widths = [rest if width is None else width for width in self._columns]
        columns = [wrap(_whole(text, width), width) for text, width in zip(row.cells, widths, strict=True)]
        lines = zip_longest(*columns, fillvalue="")
        return ["  ".join(map(fit, line, widths)).rstrip() for line in lines]

    def _mark(self, place: int | None) -> None:
        for index, marked in ((self._marked, False), (place, True)):
            if index is not None and index < len(self._rows):
                self.replace_option_prompt_at_index(index, self._prompt(self._rows[index], marked))
        self._marked = place

    def watch_highlighted(self, highlighted: int | None) -> None:
        """Move the mark with the focus."""
        super().watch_highlighted(highlighted)
        if self._rows:
            self._mark(highlighted)

    def on_resize(self, _: events.Resize) -> None:
        """Lay the columns out for the new width; the row in focus stays in sight."""
        self.call_after_refresh(self.scroll_to_highlight)
        if self._rows and self._room != self._drawn_width:
            self._drawn_width = self._room
            for index, row in enumerate(self._rows):
                self.replace_option_prompt_at_index(index, self._prompt(row, index == self.highlighted))


def _whole(text: str, width: int) -> str:
    kept, has_more, under = text.partition("\v")
    if has_more:
        gap = width - cells(kept) - cells(under)
        return f"{kept}{' ' * gap}{under}" if gap >= 2 else f"{kept}\n{under}"
    kept, _, more = text.partition("\t")
    return f"{kept}  {more}" if more and cells(kept) + 2 + cells(more) <= width else kept
