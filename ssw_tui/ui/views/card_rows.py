"""The rows of My card: a table of cards, and what one card holds, day by day."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property

from ssw_tui.advice.deadlines import DUE_DAYS, DueDay, Schedule, State, due_days, upcoming
from ssw_tui.advice.due import due_within
from ssw_tui.folding import fold
from ssw_tui.output.card_words import LATER, NOW, say_entry, say_state
from ssw_tui.output.cells import fit
from ssw_tui.output.layout import Look
from ssw_tui.output.page import Sign, Tone
from ssw_tui.output.pages.common import say_day
from ssw_tui.reader import Reader
from ssw_tui.tracker.records import CardFile, Event, Leave, Spell
from ssw_tui.ui.widgets.choice_list import Row

NEW, MORE, WHOLE, YEARS = "+new", "+more", "+whole", "+years"
"""Rows that stand for no card and no day."""
MOST = 100
"""So many cards are listed; words narrow them down."""
EXACT = 500
"""Of so many cards at most the next day of each is counted to sort them."""
NARROW, WIDE = 90, 120
LABEL_CELLS = {NARROW: 16, WIDE: 22}
"""How wide the column of names is in windows up to a width."""
WIDEST_LABEL = 34
END_CELLS = 18
DAY, ENTRY = "day:", "entry:"


class Turns:
    """What comes next on each card, counted when it is asked for and kept for the day."""

    def __init__(self, files: Iterable[CardFile], schedule: Schedule) -> None:
        self.files = tuple(files)
        self.schedule = schedule
        self._found: dict[str, DueDay | None] = {}

    def next_of(self, file: CardFile) -> DueDay | None:
        """Give the first of the worker's own days that is overdue, due or coming."""
        key = file.card.id
        if key not in self._found:
            self._found[key] = upcoming(due_days(file, self.schedule))
        return self._found[key]

    def in_order(self, files: Sequence[CardFile]) -> list[CardFile]:
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


def columns(width: int) -> tuple[int | None, ...]:
    """Give the columns of the table of cards: the name, the end of the stay, what comes next."""
    label = next((cells for up_to, cells in LABEL_CELLS.items() if width < up_to), WIDEST_LABEL)
    return (label, END_CELLS, None)


def fitting(files: Iterable[CardFile], words: str) -> list[CardFile]:
    """Give the cards that all the words fit: their names, fields, employers."""
    wanted = fold(words).split()
    if not wanted:
        return list(files)
    return [file for file in files if all(word in _searched(file) for word in wanted)]


def _searched(file: CardFile) -> str:
    card = file.card
    return fold(f"{card.label} {card.field or ''} {card.employer or ''} {card.status}")


def card_rows(files: Sequence[CardFile], turns: Turns, width: int) -> list[Row]:
    """Give a row a card, a row for those that are too many, and one that adds a card."""
    label_cells = columns(width)[0] or WIDEST_LABEL
    rows = [_card_row(file, turns.next_of(file), label_cells) for file in files[:MOST]]
    if len(files) > MOST:
        rows.append(Row(id=MORE, lead="  ", cells=("More: f filters", "", f"{len(files) - MOST:,} more cards")))
    return [*rows, Row(id=NEW, lead="+ ", cells=("Add a card", "", ""))]


def _card_row(file: CardFile, coming: DueDay | None, label_cells: int) -> Row:
    is_now = coming is not None and coming.state in NOW
    name = fit(file.card.label, label_cells).rstrip()
    until = f"until {say_day(file.card.expires)}" if file.card.expires else "no card yet"
    return Row(
        id=file.card.id,
        lead="! " if is_now else "  ",
        cells=(name, until, _coming(coming)),
        tone=Tone.WARNING if is_now else Tone.NORMAL,
    )


def _coming(coming: DueDay | None) -> str:
    if coming is None:
        return "nothing is due"
    days = -coming.days
    late = f"overdue {days} day{'s' if days != 1 else ''}"
    when = late if coming.state is State.OVERDUE else say_state(coming)
    return f"{when:<15}\t{coming.deadline.mark or coming.deadline.title}"


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
