"""Pages: what is said, in order, without a width, a colour or a glyph; the app and the command line both show them."""

from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum

from attrs import evolve, frozen

LONGEST_LABEL = 100
"""The most characters of an item that are its label; of a longer one the words before its colon are."""


class Tone(StrEnum):
    """How a line is said."""

    NORMAL = "normal"
    QUIET = "quiet"
    """Beside the point: sources, dates."""
    STRONG = "strong"
    WARNING = "warning"
    """Something to act on."""
    GOOD = "good"
    """A sign of something met."""
    BAD = "bad"
    """A sign of something missing."""
    TITLE = "title"


class Sign(StrEnum):
    """A sign before an item; a word always stands beside it."""

    BULLET = "bullet"
    MET = "met"
    MISSING = "missing"
    UNKNOWN = "unknown"
    ATTENTION = "attention"
    TICKED = "ticked"
    OPEN = "open"
    NUMBER = "number"
    TODAY = "today"
    DAY = "day"
    """A day to come."""
    OPENS = "opens"
    """A day from which something may be done."""


@frozen
class Heading:
    """A heading inside a page."""

    text: str


@frozen
class Paragraph:
    """Running text."""

    text: str
    tone: Tone = Tone.NORMAL


@frozen
class Item:
    """An item of a list."""

    text: str
    sign: Sign = Sign.BULLET
    note: str = ""
    """A second, quiet line under it."""
    tone: Tone = Tone.NORMAL
    indent: int = 0
    """How many steps to the right."""
    address: str | None = None
    """The page on the network that it speaks of; its words name it already."""
    opens: tuple[str, str] | None = None
    """The kind and id of the record that it names, where that has a place of its own."""
    command: str = ""
    """What gives more about it in a terminal, or the id to use there: a line that the app leaves out."""


@frozen
class Pair:
    """A label and what it stands for."""

    label: str
    text: str
    tone: Tone = Tone.NORMAL
    address: str | None = None
    """The page on the network that it speaks of; its words name it already."""


@frozen
class Table:
    """Cells in columns."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...]
    """Terminal cells for each column; columns of 0 share what is left."""


@frozen
class Gap:
    """An empty line."""


@frozen
class Bar:
    """A share of a whole, drawn as a bar with its words beside it."""

    label: str
    share: float
    """From 0 to 1; more is drawn as full."""
    text: str
    """The same in words."""


@frozen
class DayMark:
    """A day on a line of days."""

    on: date
    label: str
    """What it is, in a few words, with its day."""
    text: str
    """The same in whole words, for a list."""
    sign: Sign
    """ATTENTION, TODAY, OPENS or DAY."""


@frozen
class DayStretch:
    """A time on a line of days; both days are inside."""

    first: date
    last: date
    label: str
    """What it is, in a few words."""


@frozen
class DayLine:
    """Days and times over a line of months; where nothing can be drawn, the days are a list."""

    first: date
    last: date
    """Where the line ends."""
    marks: tuple[DayMark, ...]
    """The most important first."""
    stretches: tuple[DayStretch, ...]
    """At most three; later ones lie over earlier ones."""


@frozen
class Road:
    """Places that one comes to one after the other, and the one where somebody is; else they are a list."""

    stations: tuple[str, ...]
    """Their names, in a few characters each."""
    here: int
    """The number of the one where somebody is."""
    share: float | None
    """How much of the time there is over, from 0 to 1; None: it is not counted."""
    text: str
    """How far on the way to the next one somebody is, in words."""


@frozen
class Link:
    """A page on the network that a page names."""

    label: str
    address: str


@frozen
class Pointer:
    """A record that a page names."""

    label: str
    kind: str
    id: str


Block = Heading | Paragraph | Item | Pair | Table | Gap | Bar | DayLine | Road


@frozen(kw_only=True)
class Page:
    """Something to read."""

    title: str
    """What it is."""
    blocks: tuple[Block, ...]
    """What it says, in order."""
    address: str | None = None
    """The page on the network that it is about, where it is about one."""

    @property
    def links(self) -> tuple[Link, ...]:
        """The page on the network that it is about, else those that it names, each once, in their order."""
        if self.address:
            return (Link(self.title, self.address),)
        named: dict[str, Link] = {}
        for block in self.blocks:
            if isinstance(block, Item | Pair) and block.address:
                named.setdefault(block.address, Link(_label(block), block.address))
        return tuple(named.values())

    @property
    def pointers(self) -> tuple[Pointer, ...]:
        """The records that it names, each once, in their order."""
        named: dict[tuple[str, str], Pointer] = {}
        for block in self.blocks:
            if isinstance(block, Item) and block.opens:
                named.setdefault(block.opens, Pointer(_heading(block), *block.opens))
        return tuple(named.values())


def listed(picture: DayLine | Road) -> Iterator[Item]:
    """Give what a picture shows as a list: days in their order, places in theirs."""
    match picture:
        case DayLine(marks=marks):
            for mark in sorted(marks, key=lambda mark: mark.on):
                yield Item(mark.text, Sign.ATTENTION if mark.sign is Sign.ATTENTION else Sign.BULLET)
        case Road(stations, here, _, text):
            for place, name in enumerate(stations):
                sign = Sign.TICKED if place < here else Sign.TODAY if place == here else Sign.OPEN
                yield Item(f"You are here: {name}, {text}" if place == here else name, sign)


def without_pictures(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Give blocks with lists in the place of what is drawn: for files, pipes and screen readers."""
    return tuple(one for block in blocks for one in (listed(block) if isinstance(block, DayLine | Road) else (block,)))


def without_commands(page: Page) -> Page:
    """Give a page without what is meant for a terminal: for the app, where keys open what is named."""
    blocks = (evolve(block, command="") if isinstance(block, Item) else block for block in page.blocks)
    return evolve(page, blocks=tuple(blocks))


def _heading(item: Item) -> str:
    return item.text if len(item.text) <= LONGEST_LABEL else item.text.partition(": ")[0]


def _label(block: Item | Pair) -> str:
    return block.label.strip() if isinstance(block, Pair) else block.text
