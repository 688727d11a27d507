"""The rows of My card: a table of cards, and what one card holds, day by day."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum
from functools import cached_property

from ssw_tui.advice.days import in_words
from ssw_tui.advice.deadlines import DUE_DAYS, DueDay, Schedule, State, due_days, upcoming
from ssw_tui.advice.due import due_within
from ssw_tui.folding import fold
from ssw_tui.output.card_words import LATER, NOW, STATUS_WORD, say_entry, say_state
from ssw_tui.output.cells import cells, fit
from ssw_tui.output.layout import Look
from ssw_tui.output.page import Sign, Tone
from ssw_tui.output.pages.common import say_day
from ssw_tui.reader import Reader
from ssw_tui.records.deadline import Effect
from ssw_tui.records.field import Field
from ssw_tui.tracker.records import CardFile, Event, Leave, Spell
from ssw_tui.ui.widgets.choice_list import Row

NEW, MORE, WHOLE, YEARS = "+new", "+more", "+whole", "+years"
"""Rows that stand for no card and no day."""
RESTORE, ERASE = "+restore", "+erase"
"""Rows where the data cannot be read."""
MOST = 100
"""So many cards are listed; words narrow them down."""
EXACT = 500
"""Of so many cards at most the next day of each is counted to sort them."""
END_CELLS = 17
WHEN_CELLS, FEW_WHEN_CELLS = 16, 14
"""How wide what is said of the time is: with "next in 365 days", and in a narrow window with "due in 30 days"."""
WHEN_WORD: Mapping[State, str] = {State.DUE: "due ", State.COMING: "next "}
"""Without it "until 20 Jun 2027  in 118 days" reads as if the stay ended in 118 days."""
NARROWEST_LABEL = 14
AROUND, GAP = 7, 2
"""The cells of a row that are in no column: the mark, the sign, the bar; and those between two columns."""
COLUMNS: Mapping[int, tuple[int, ...]] = {
    90: (NARROWEST_LABEL, END_CELLS),
    120: (22, END_CELLS),
    160: (24, END_CELLS, 26),
}
"""The columns in windows up to a width: the name, the end of the stay, the field; what comes next has the rest."""
WIDEST = (30, END_CELLS, 29, 28)
"""Those in wider ones: the employer too."""
DAY, ENTRY = "day:", "entry:"


class Order(StrEnum):
    """How the cards are sorted, each as it is said."""

    TURN = "whose turn it is first"
    END = "the first end of stay first"
    NAME = "by name"
    ADDED = "as they were added"

    @property
    def following(self) -> "Order":
        """The order after this one, after the last one the first."""
        orders = list(Order)
        return orders[(orders.index(self) + 1) % len(orders)]


class Turns:
    """The cards with what comes next on each, counted when it is asked for and kept for the day."""

    def __init__(self, files: Iterable[CardFile], schedule: Schedule, fields: Mapping[str, Field]) -> None:
        self.files = tuple(files)
        self.schedule = schedule
        self.fields = fields
        self._found: dict[str, DueDay | None] = {}
        self._texts: dict[str, str] = {}

    def next_of(self, file: CardFile) -> DueDay | None:
        """Give the first of the worker's own days that is overdue, due or coming."""
        key = file.card.id
        if key not in self._found:
            self._found[key] = upcoming(due_days(file, self.schedule))
        return self._found[key]

    @property
    def is_exact(self) -> bool:
        """Whether there are so few cards that the next day of each can be counted."""
        return len(self.files) <= EXACT

    def now(self) -> int:
        """Count the cards on which something is due or overdue."""
        return sum(is_now(self.next_of(file)) for file in self.files)

    def in_order(self, files: Sequence[CardFile], order: Order) -> list[CardFile]:
        """Give the cards in an order."""
        match order:
            case Order.TURN:
                return self._by_turn(files)
            case Order.END:
                return sorted(files, key=_end)
            case Order.NAME:
                return sorted(files, key=lambda file: fold(file.card.label))
            case Order.ADDED:
                return list(files)

    def fitting(self, words: str) -> list[CardFile]:
        """Give the cards that all the words fit: their names, fields, employers, and what is due of few cards."""
        wanted = fold(words).split()
        if not wanted:
            return list(self.files)
        return [file for file in self.files if all(map(self._searched(file).__contains__, wanted))]

    @cached_property
    def used(self) -> tuple[bool, bool, bool, bool]:
        """Whether a card has a name, an end of the stay, a field, an employer: each in the order of the columns."""
        return True, True, any(map(self.field_of, self.files)), any(file.card.employer for file in self.files)

    def field_of(self, file: CardFile) -> str:
        """Name the field of a card."""
        field = self.fields.get(file.card.field or "")
        return field.name if field else ""

    def _searched(self, file: CardFile) -> str:
        """Give what words are looked for in, put together once a card."""
        if file.card.id not in self._texts:
            self._texts[file.card.id] = self._text(file)
        return self._texts[file.card.id]

    def _text(self, file: CardFile) -> str:
        card, field = file.card, self.fields.get(file.card.field or "")
        said = [
            card.label,
            card.employer or "",
            card.note or "",
            card.status,
            STATUS_WORD[card.status],
            card.field or "",
        ]
        said += [field.name, field.name_ja] if field else []
        coming = self.next_of(file) if self.is_exact else None
        said += [coming.state, _what(coming)] if coming else []
        return " ".join(map(fold, said))

    def _by_turn(self, files: Sequence[CardFile]) -> list[CardFile]:
        """Give the cards, the one whose turn it is first; of very many those that are not near by the end of stay."""
        if len(files) <= EXACT:
            return sorted(files, key=lambda file: coming.on if (coming := self.next_of(file)) else date.max)
        near = self._near
        return sorted(files, key=lambda file: (file.card.id not in near, near.get(file.card.id, _end(file))))

    @cached_property
    def _near(self) -> Mapping[str, date]:
        """The first day of each card that has one soon."""
        near: dict[str, date] = {}
        for file, due in due_within(self.files, self.schedule, DUE_DAYS):
            near[file.card.id] = min(due.on, near.get(file.card.id, due.on))
        return near


def _end(file: CardFile) -> date:
    return file.expires or date.max


def columns(width: int, turns: Turns) -> tuple[int | None, ...]:
    """Give the columns of the table of cards, without those in which no card has anything."""
    return (*filter(None, _cells(width, turns)), None)


def _cells(width: int, turns: Turns) -> tuple[int, ...]:
    """Give how wide the columns are, the name with what the others leave free; 0 is one that is left out."""
    every = next((wide for up_to, wide in COLUMNS.items() if width < up_to), WIDEST)
    name, *others = (wide * is_used for wide, is_used in zip(every, turns.used, strict=False))
    rest = width - AROUND - sum(wide + GAP for wide in (name, *others) if wide)
    return (name + _missing(name, rest, turns, _when_cells(width)), *others)


def _missing(name: int, rest: int, turns: Turns, when_cells: int) -> int:
    """Give how many cells more the longest name needs, as far as what comes next needs none of them itself."""
    if not turns.is_exact:
        return 0
    longest = max((cells(file.card.label) for file in turns.files), default=0)
    coming = (_coming(turns.next_of(file), when_cells).partition("\t") for file in turns.files)
    ends = [(cells(when.rstrip()), cells(when) + GAP + cells(what)) for when, _, what in coming]
    taken = max((whole if whole <= rest else short for short, whole in ends), default=rest)
    return max(0, min(longest - name, rest - taken))


def _when_cells(width: int) -> int:
    return FEW_WHEN_CELLS if width < min(COLUMNS) else WHEN_CELLS


def card_rows(files: Sequence[CardFile], turns: Turns, width: int) -> list[Row]:
    """Give a row a card, a row for those that are too many, and one that adds a card."""
    widths = _cells(width, turns)
    rows = [_card_row(file, turns, widths, _when_cells(width)) for file in files[:MOST]]
    empty = ("",) * (len(columns(width, turns)) - 2)
    if len(files) > MOST:
        rows.append(Row(id=MORE, lead="  ", cells=("More: f filters", *empty, f"{len(files) - MOST:,} more cards")))
    return [*rows, Row(id=NEW, lead="+ ", cells=("Add a card", *empty, ""))]


def _card_row(file: CardFile, turns: Turns, widths: Sequence[int], when_cells: int) -> Row:
    coming = turns.next_of(file)
    until = f"until {say_day(file.card.expires)}" if file.card.expires else "no card yet"
    said = (file.card.label, until, turns.field_of(file), file.card.employer or "")
    known = (fit(text, wide).rstrip() for text, wide in zip(said, widths, strict=False) if wide)
    return Row(
        id=file.card.id,
        lead="! " if is_now(coming) else "  ",
        cells=(*known, _coming(coming, when_cells)),
        tone=Tone.WARNING if is_now(coming) else Tone.NORMAL,
    )


def is_now(coming: DueDay | None) -> bool:
    """Whether what comes next is due or overdue."""
    return coming is not None and coming.state in NOW


def _coming(coming: DueDay | None, when_cells: int) -> str:
    if coming is None:
        return "nothing is due"
    late = -coming.days
    when = (
        f"{late} day{'s' if late != 1 else ''} late"
        if coming.state is State.OVERDUE
        else f"{WHEN_WORD.get(coming.state, '')}{say_state(coming)}"
    )
    day = f" {in_words(coming.on).rpartition(' ')[0]}" if coming.deadline.effect is Effect.OPENS else ""
    return f"{when:<{when_cells}}\t{_what(coming)}{day}"


def _what(coming: DueDay) -> str:
    return coming.deadline.mark or coming.deadline.title


def day_rows(reader: Reader, file: CardFile, days: Sequence[DueDay], look: Look) -> Iterator[Row]:
    """Give the rows of one card: the whole of it, its days under headings, the five years, what was recorded."""
    yield Row(id=WHOLE, cells=("The whole card, with a picture of the stay",))
    own = [due for due in days if due.is_own]
    groups = (
        ("Do now", [due for due in own if due.state in NOW]),
        ("You can do this now", [due for due in own if due.state is State.OPEN]),
        ("Next", [due for due in own if due.state is State.COMING]),
        ("Your employer must", [due for due in days if not due.is_own and due.state in (*NOW, *LATER)]),
        ("Done", [due for due in days if due.state is State.DONE]),
    )
    for title, group in groups:
        if group:
            yield Row(id=f"heading-{title}", cells=(title,), heading=True)
        yield from (_day_row(reader, due, look) for due in group)
    if file.stays or file.past_stays:
        yield Row(id="heading-years", cells=("Years",), heading=True)
        yield Row(id=YEARS, cells=("The five years of No.1, and how they are counted",))
    if entries(file):
        yield Row(id="heading-recorded", cells=("Recorded",), heading=True)
    yield from (Row(id=f"{ENTRY}{key}", cells=(say_entry(entry),)) for key, entry in entries(file).items())


def _day_row(reader: Reader, due: DueDay, look: Look) -> Row:
    title = reader.say(due.deadline.title, due.deadline)
    return Row(
        id=f"{DAY}{due.id}",
        lead=f"{look.signs[Sign.TICKED if due.state is State.DONE else Sign.OPEN]} ",
        cells=(f"{say_day(due.on)}, {say_state(due)}: {title}",),
        tone=Tone.WARNING if due.state in NOW else Tone.NORMAL,
    )


def entries(file: CardFile) -> Mapping[str, Event | Spell | Leave]:
    """Give what was recorded for a card, by its id."""
    recorded: list[Event | Spell | Leave] = [*file.events, *file.spells, *file.leaves]
    return {entry.id: entry for entry in recorded}
