"""The field browser: narrowed as one types, ordered, read part by part, put side by side."""

from collections.abc import Sequence
from typing import Any, ClassVar

from attrs import evolve
from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget

from ssw_tui.output.field_list import Order, Wanted, chosen, fullness_of, on_other_days, other_work
from ssw_tui.output.page import Page, Tone
from ssw_tui.output.pages import field as field_pages
from ssw_tui.output.pages import fields as pages
from ssw_tui.output.pages.field import PART_TITLE, Part
from ssw_tui.records.field import Field, Intake
from ssw_tui.records.other_work import OtherWork
from ssw_tui.ui.session import Session
from ssw_tui.ui.views.browse import BrowseView
from ssw_tui.ui.widgets.choice_list import Row
from ssw_tui.ui.widgets.key_bar import KeyHint
from ssw_tui.ui.widgets.switch_line import Switch, SwitchLine
from ssw_tui.ui.widgets.tab_line import TabLine, arrow_keys

INTAKE_WORD = {
    Intake.OPEN: "open",
    Intake.NOT_OPEN: "not yet",
    Intake.UNCONFIRMED: "unsure",
    Intake.STOPPED: "stopped",
}
ORDER_WORD = {
    Order.ORDINANCE: "by law",
    Order.NAME: "by name",
    Order.WORKERS: "most workers",
    Order.ROOM: "most room",
}
BAR_CELLS = 6
ROOMY = 70
"""From so many columns on the line of switches has room for all of its words."""
NARROW_COLUMNS = (None, 12, 8, 12)
WIDE_COLUMNS = (None, 7, 4, 12)


class FieldsView(BrowseView):
    """All fields of the day's ordinance, and the work that is in none of them where somebody looks for it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right", "next_part", show=False),
        Binding("left", "previous_part", show=False),
        Binding("t", "narrow('with_no2')", show=False),
        Binding("i", "narrow('open_now')", show=False),
        Binding("b", "narrow('dispatch')", show=False),
        Binding("s", "order", show=False),
        Binding("c", "compare", show=False),
        Binding("e", "quiz", show=False),
    ]
    DEFAULT_CSS = """
    FieldsView ChoiceList { width: 46%; }
    FieldsView.-compared ChoiceList { display: none; }
    """
    title = "Fields of work"
    filter_hint = "f: your work, in any words: welding, hotel, 介護, やさい"

    def __init__(self, session: Session, view_id: str) -> None:
        super().__init__(session, view_id)
        self.wanted = Wanted()
        self.compared: tuple[str, ...] = ()
        self.parts = TabLine({part.value: title for part, title in PART_TITLE.items()})
        self.switches = SwitchLine(self._switches)

    def below_filter(self) -> Sequence[Widget]:
        """Give the switches that narrow the list."""
        return (self.switches,)

    def over_page(self) -> Sequence[Widget]:
        """Give the parts of a field's page."""
        return (self.parts,)

    @property
    def _switches(self) -> tuple[Switch, ...]:
        wanted = self.wanted
        sort = "sort: " if self.is_attached and self.app.size.width >= ROOMY else ""
        return (
            Switch(key="t", text="No.2", is_on=wanted.with_no2, action="narrow('with_no2')"),
            Switch(key="i", text="open", is_on=wanted.open_now, action="narrow('open_now')"),
            Switch(key="b", text="dispatch", is_on=wanted.dispatch, action="narrow('dispatch')"),
            Switch(key="s", text=f"{sort}{ORDER_WORD[wanted.order]}", is_on=None, action="order"),
        )

    def _arrange(self) -> None:
        super()._arrange()
        self.list.set_columns(WIDE_COLUMNS if self.is_wide else NARROW_COLUMNS)
        self.switches.switches = self._switches

    def rows(self, words: str) -> Sequence[Row]:
        """Give the fields that fit the words and the switches, then what the words name that is no field on the day."""
        reader = self.session.reader
        self.wanted = evolve(self.wanted, words=words)
        none = "none" if self.is_wide else "no field"
        outside: tuple[Field | OtherWork, ...] = (*on_other_days(reader, words), *other_work(reader, words))
        return (
            *(Row(id=f.id, cells=self._cells(f), lead=self._lead(f)) for f in chosen(reader, self.wanted)),
            *(Row(id=w.id, cells=(f"{w.name}\t{w.name_ja}", none, "", ""), tone=Tone.QUIET) for w in outside),
        )

    def _lead(self, field: Field) -> str:
        return "[c] " if field.id in self.compared else ""

    def _cells(self, field: Field) -> tuple[str, ...]:
        intake = INTAKE_WORD[field.intake_on(self.session.day)]
        no2 = "yes" if field.has_no2_on(self.session.day) else "no"
        name = f"{field.name}\t{field.name_ja}"
        if self.is_wide:
            return (name, intake, "No.2" if no2 == "yes" else "", self._bar(field))
        return (name, f"No.1 {intake}", f"No.2 {no2}", self._bar(field))

    def _bar(self, field: Field) -> str:
        share = fullness_of(self.session.reader, field).share
        if share is None:
            return f"{'':{BAR_CELLS}}    ?"
        look = self.session.look
        filled = int(min(share, 1.0) * BAR_CELLS)
        return f"{look.full * filled}{look.empty * (BAR_CELLS - filled)} {share:>4.0%}"

    def page_for(self, row_id: str) -> Page:
        """Give the open part of a field's page, fields side by side, or why the work is in no field."""
        reader = self.session.reader
        if self.has_class("-compared"):
            return pages.compare_page(reader, [reader.library.all(Field)[one] for one in self.compared])
        field = reader.library.all(Field).get(row_id)
        self.parts.display = field is not None
        if field is None:
            return pages.other_work_page(reader, reader.library.all(OtherWork)[row_id])
        return field_pages.part_page(reader, field, Part(self.parts.current), self.wanted.words)

    def nothing_found(self, words: str) -> Page:
        """Say plainly that there is no such field."""
        return pages.nothing_page(self.session.reader, words)

    @property
    def _parts_hint(self) -> KeyHint:
        return KeyHint(arrow_keys(self.session.look), "part", "next_part")

    @property
    def list_hints(self) -> Sequence[KeyHint]:
        """Changing the part, comparing, the quiz."""
        read, narrow = super().list_hints
        return (read, self._parts_hint, narrow, KeyHint("c", "compare", "compare"))

    @property
    def reading_hints(self) -> Sequence[KeyHint]:
        """The way back, the parts of a page that has some, and the quiz with this field."""
        back, *named, _ = super().reading_hints
        if self.has_class("-compared"):
            return (back,)
        quiz = (KeyHint("e", "quiz", "quiz"),) if self.list.chosen in self.session.library.all(Field) else ()
        return (back, self._parts_hint, *quiz, *named)

    @property
    def keys_help(self) -> Sequence[tuple[str, str, str]]:
        """The keys of the field browser."""
        return (
            ("right", "The next part: work, tests, conditions, figures, history, sources.", "next_part"),
            ("left", "The part before.", "previous_part"),
            ("t", "Only fields with No.2, or all again.", "narrow('with_no2')"),
            ("i", "Only fields that take new workers now, or all again.", "narrow('open_now')"),
            ("b", "Only fields with dispatch, or all again.", "narrow('dispatch')"),
            ("s", "Sort: as the law lists them, by name, most workers, most room.", "order"),
            ("c", "Compare: press it on two or three fields.", "compare"),
            ("e", "Start the quiz with this field.", "quiz"),
            *super().keys_help,
        )

    def refresh_rows(self, keep: str | None = None) -> None:
        """Fill the list, the switches and the page again."""
        super().refresh_rows(keep)
        self.switches.switches = self._switches

    def open(self, row_id: str) -> None:
        """Show a field or some work outside all fields, without anything in its way."""
        self._leave_comparison()
        self.wanted = Wanted()
        super().open(row_id)
        if self.list.chosen != row_id:
            outside = self.session.library.all(OtherWork).get(row_id) or self.session.library.all(Field)[row_id]
            self.filter.value = outside.name
            self.refresh_rows(keep=row_id)

    def show_part(self, part: str) -> None:
        """Open a part of the field's page."""
        self.parts.current = part
        if self.list.chosen:
            self.page.show(self.page_for(self.list.chosen))

    def action_next_part(self) -> None:
        """Open the next part."""
        self.show_part(self.parts.beside(1))

    def action_previous_part(self) -> None:
        """Open the part before."""
        self.show_part(self.parts.beside(-1))

    @on(TabLine.Chosen)
    def _part_clicked(self, event: TabLine.Chosen) -> None:
        event.stop()
        self.show_part(event.tab)

    def action_narrow(self, switch: str) -> None:
        """Turn one of the switches."""
        turned: Any = {switch: not getattr(self.wanted, switch)}
        self.wanted = evolve(self.wanted, **turned)
        self.refresh_rows()

    def action_order(self) -> None:
        """Sort by the next order."""
        orders = list(Order)
        following = orders[(orders.index(self.wanted.order) + 1) % len(orders)]
        self.wanted = evolve(self.wanted, order=following)
        self.refresh_rows()

    def action_compare(self) -> None:
        """Take the field in focus to those that are compared, and show them when there are two."""
        field = self.session.library.all(Field).get(self.list.chosen or "")
        if field is None or self.has_class("-compared"):
            return
        if self.compared == (field.id,):
            self._forget_compared()
        elif field.id not in self.compared:
            self.compared = (*self.compared, field.id)[-pages.MOST_COMPARED :]
        if len(self.compared) > 1:
            self._show_compared()
            return
        self.refresh_rows()
        if self.compared:
            self.app.notify("Now go to another field and press c there.", title=f"Compare {field.name}", markup=False)

    def _forget_compared(self) -> None:
        self.compared = ()
        self.app.clear_notifications()

    def _show_compared(self) -> None:
        self.app.clear_notifications()
        self.add_class("-compared", "-reading")
        self.parts.display = False
        self.refresh_rows()
        self.page.focus()

    def _leave_comparison(self) -> None:
        self.remove_class("-compared", "-reading")
        self.parts.display = True

    def action_quiz(self) -> None:
        """Start the quiz with the field in focus."""
        if self.list.chosen and self.list.chosen in self.session.library.all(Field):
            self.post_message(self.Opened("quiz-with-field", self.list.chosen))

    def back(self) -> bool:
        """Leave the comparison, then the page, then the filter and the switches."""
        if self.has_class("-compared"):
            self._leave_comparison()
            self.refresh_rows()
            self.list.focus()
            return True
        if super().back():
            return True
        if self.wanted == Wanted() and not self.compared:
            return False
        self.wanted = Wanted()
        self._forget_compared()
        self.refresh_rows()
        return True

    def action_filter(self) -> None:
        """Go to the filter."""
        self._leave_comparison()
        super().action_filter()

    def action_next_row(self) -> None:
        """Go to the next row, where the list is in sight."""
        if not self.has_class("-compared"):
            super().action_next_row()

    def action_previous_row(self) -> None:
        """Go to the row before, where the list is in sight."""
        if not self.has_class("-compared"):
            super().action_previous_row()
