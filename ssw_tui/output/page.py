"""Pages: what is said, in order, without a width, a colour or a glyph; the app and the command line both show them."""

from enum import StrEnum

from attrs import frozen


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
class Link:
    """A page on the network that a page names."""

    label: str
    address: str


Block = Heading | Paragraph | Item | Pair | Table | Gap | Bar


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


def _label(block: Item | Pair) -> str:
    return block.label.strip() if isinstance(block, Pair) else block.text
