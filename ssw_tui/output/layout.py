"""Pages to lines of a given width: wrapped by terminal cells, so that Japanese keeps its columns."""

import re
from collections.abc import Generator, Iterator
from functools import lru_cache

from attrs import frozen

from ssw_tui.output.cells import cells, fit, start
from ssw_tui.output.day_line import ASCII_LINE, UNICODE_LINE, LineLook, draw
from ssw_tui.output.page import (
    Bar,
    Block,
    DayLine,
    Gap,
    Heading,
    Item,
    Page,
    Pair,
    Paragraph,
    Road,
    Sign,
    Table,
    Tone,
    listed,
)
from ssw_tui.output.road import draw_road

LABEL_CELLS = 16
"""How wide the column of labels is."""
NARROWEST = 8
"""The fewest cells that a column of a table, or the text of an item, is given."""
OPENING = "(「『（【"
"""What no line ends with."""
NOT_FIRST = "。、，．）」』】！？：；ー〜・々ぁぃぅぇぉっゃゅょァィゥェォッャュョ"
"""What no line starts with."""
ADDRESS = re.compile(r"\(?https?://")
"""How the address of a page on the network begins."""


@frozen
class Span:
    """A run of text in one tone."""

    text: str
    """What it says."""
    tone: Tone = Tone.NORMAL
    """How it is said."""


Line = tuple[Span, ...]
PLAIN = str.maketrans("āēīōū→①②③④⑤⑥⑦⑧⑨", "aeiou>123456789")
"""What stands in texts for what some terminals draw wider than others, each as wide as what it stands for."""


@frozen(kw_only=True)
class Look:
    """The glyphs to draw with."""

    signs: dict[Sign, str]
    """What stands before an item, by its sign."""
    full: str
    """A cell of a bar that is filled."""
    empty: str
    """One that is not."""
    rule: str
    """A cell of a line across."""
    mask: str
    """What stands for each hidden character of a card number."""
    days: LineLook = ASCII_LINE
    """How a line of days is drawn."""
    plain: bool = False
    """Whether texts too are without what is not as wide on every terminal."""


UNICODE = Look(
    signs={
        Sign.BULLET: "•",
        Sign.MET: "✓",
        Sign.MISSING: "✗",
        Sign.UNKNOWN: "?",
        Sign.ATTENTION: "!",
        Sign.TICKED: "[x]",
        Sign.OPEN: "[ ]",
        Sign.NUMBER: "",
        **UNICODE_LINE.marks,
    },
    full="█",
    empty="░",
    rule="─",
    mask="•",
    days=UNICODE_LINE,
)
ASCII = Look(
    signs={
        Sign.BULLET: "-",
        Sign.MET: "+",
        Sign.MISSING: "x",
        Sign.UNKNOWN: "?",
        Sign.ATTENTION: "!",
        Sign.TICKED: "[x]",
        Sign.OPEN: "[ ]",
        Sign.NUMBER: "",
        **ASCII_LINE.marks,
    },
    full="#",
    empty=".",
    rule="-",
    mask="*",
    days=ASCII_LINE,
    plain=True,
)


def _pieces(text: str, whole_addresses: bool) -> Iterator[str]:
    """Split a text where a line may break: after spaces, and before a character of double width."""
    for word in re.split(r"(?<= )", text):
        if word.isascii() or (whole_addresses and ADDRESS.match(word)):
            yield word
            continue
        begin = 0
        for place in range(1, len(word)):
            if _may_break(word[place - 1], word[place]):
                yield word[begin:place]
                begin = place
        yield word[begin:]


def _may_break(before: str, after: str) -> bool:
    return cells(after) == 2 and before not in OPENING and after not in NOT_FIRST


@lru_cache(maxsize=4096)
def wrap(text: str, width: int, *, whole_addresses: bool = False) -> tuple[str, ...]:
    """Break a text into lines of at most this many cells; a longer word is broken where it must be.

    Args:
        text: what is said.
        width: in terminal cells.
        whole_addresses: whether a longer address stays whole on a line of its own, so that it can be copied.
    """
    lines: list[str] = []
    for paragraph in text.split("\n"):
        if cells(paragraph) <= width:
            lines.append(paragraph.rstrip())
            continue
        line = ""
        for piece in _pieces(paragraph, whole_addresses):
            if cells((line + piece).rstrip()) <= width:
                line += piece
                continue
            if line.strip():
                lines.append(line.rstrip())
            line = piece
            while cells(line.rstrip()) > width and not (whole_addresses and ADDRESS.match(line)):
                head = start(line, width)
                lines.append(head)
                line = line[len(head) :]
        lines.append(line.rstrip())
    return tuple(lines)


def lay_out(page: Page, width: int, look: Look = UNICODE, *, title: bool = True) -> tuple[Line, ...]:
    """Give the lines of a page.

    Args:
        page: what to show.
        width: in terminal cells.
        look: the glyphs to draw with.
        title: whether the page's title comes first.
    """
    lines: list[Line] = []
    if title:
        lines += [(Span(text, Tone.TITLE),) for text in wrap(page.title, width)]
        lines.append((Span(look.rule * min(width, cells(page.title)), Tone.QUIET),))
    for number, block in enumerate(page.blocks):
        if isinstance(block, Heading) and number and lines[-1]:
            lines.append(())
        lines += _block(block, width, look)
    return tuple(map(_plain, lines)) if look.plain else tuple(lines)


def _plain(line: Line) -> Line:
    return tuple(span if span.text.isascii() else Span(span.text.translate(PLAIN), span.tone) for span in line)


def _block(block: Block, width: int, look: Look) -> Iterator[Line]:
    match block:
        case Gap():
            yield ()
        case Heading(text):
            yield from ((Span(line, Tone.STRONG),) for line in wrap(text, width))
        case Paragraph(text, tone):
            yield from ((Span(line, tone),) for line in wrap(text, width, whole_addresses=True))
        case Item():
            yield from _item(block, width, look)
        case Pair(label, text, tone):
            yield from _pair(label, text, tone, width)
        case Table():
            yield from _table(block, width, look)
        case Bar(label, share, text):
            yield from _bar(label, share, text, width, look)
        case DayLine():
            yield from _day_line(block, width, look)
        case Road():
            yield from _road(block, width, look)


SIGN_TONE = {Sign.MET: Tone.GOOD, Sign.TICKED: Tone.GOOD, Sign.MISSING: Tone.BAD, Sign.ATTENTION: Tone.WARNING}


def _item(item: Item, width: int, look: Look) -> Iterator[Line]:
    sign = look.signs[item.sign]
    lead_cells = cells(sign) + 1 if sign else 0
    margin = "  " * min(item.indent, (width - lead_cells - NARROWEST) // 2)
    hang = len(margin) + lead_cells
    for number, line in enumerate(wrap(item.text, width - hang, whole_addresses=True)):
        lead = f"{margin}{sign} " if sign and not number else " " * hang
        yield (Span(lead, SIGN_TONE.get(item.sign, item.tone)), Span(line, item.tone))
    for note in filter(None, (item.note, item.command)):
        for line in wrap(note, width - hang, whole_addresses=True):
            yield (Span(" " * hang), Span(line, Tone.QUIET))


def _pair(label: str, text: str, tone: Tone, width: int) -> Iterator[Line]:
    if width < 2 * LABEL_CELLS + 8:
        yield from ((Span(line, Tone.QUIET),) for line in wrap(label, width))
        yield from ((Span("  "), Span(line, tone)) for line in wrap(text, width - 2, whole_addresses=True))
        return
    lead = yield from _lead(label, width)
    for line in wrap(text, width - LABEL_CELLS, whole_addresses=True):
        yield (Span(fit(lead, LABEL_CELLS), Tone.QUIET), Span(line, tone))
        lead = ""


def _lead(label: str, width: int) -> Generator[Line, None, str]:
    """Give what stands in the label's column: the label, or nothing where it is too long and had lines of its own."""
    if cells(label) < LABEL_CELLS:
        return label
    yield from ((Span(line, Tone.QUIET),) for line in wrap(label, width))
    return ""


def _table(table: Table, width: int, look: Look) -> Iterator[Line]:
    left = width - sum(table.widths) - 2 * (len(table.widths) - 1)
    share = left // max(1, table.widths.count(0))
    if left < 0 or (0 in table.widths and share < NARROWEST):
        yield from _stacked(table, width)
        return
    widths = tuple(fixed or share for fixed in table.widths)
    yield from _row(table.header, widths, Tone.QUIET)
    yield (Span(look.rule * width, Tone.QUIET),)
    for row in table.rows:
        yield from _row(row, widths, Tone.NORMAL)


def _stacked(table: Table, width: int) -> Iterator[Line]:
    """Give a table that is too wide row by row: the first cell as a heading, the others under it with their names."""
    for first, *others in table.rows:
        yield from ((Span(line, Tone.STRONG),) for line in wrap(first, width))
        for label, text in zip(table.header[1:], others, strict=True):
            yield from _pair(label, text, Tone.NORMAL, width)


def _row(row: tuple[str, ...], widths: tuple[int, ...], tone: Tone) -> Iterator[Line]:
    columns = [wrap(text, column) for text, column in zip(row, widths, strict=True)]
    for number in range(max(map(len, columns))):
        texts = [column[number] if number < len(column) else "" for column in columns]
        yield (Span("  ".join(fit(text, column) for text, column in zip(texts, widths, strict=True)).rstrip(), tone),)


def _bar(label: str, share: float, text: str, width: int, look: Look) -> Iterator[Line]:
    beside = width - LABEL_CELLS - 1 - cells(text)
    room = min(30, beside if beside >= 4 else width - LABEL_CELLS)
    filled = int(min(1.0, max(0.0, share)) * room)
    drawn = look.full * filled + look.empty * (room - filled)
    lead = yield from _lead(label, width)
    yield (Span(fit(lead, LABEL_CELLS), Tone.QUIET), Span(drawn), Span(f" {text}" if beside >= 4 else ""))
    if beside < 4:
        yield from ((Span("  "), Span(line)) for line in wrap(text, width - 2))


def _day_line(days: DayLine, width: int, look: Look) -> Iterator[Line]:
    drawn = [tuple(Span(text, tone) for text, tone in line) for line in draw(days, width, look.days)]
    yield from drawn or _list(days, width, look)


def _road(road: Road, width: int, look: Look) -> Iterator[Line]:
    drawn = tuple(Span(text, tone) for text, tone in draw_road(road, width, look.days))
    if not drawn:
        yield from _list(road, width, look)
        return
    yield drawn
    yield from ((Span(line),) for line in wrap(f"{road.stations[road.here]}: {road.text}", width))


def _list(picture: DayLine | Road, width: int, look: Look) -> Iterator[Line]:
    """Give a picture as a list, where there is no room to draw it."""
    for item in listed(picture):
        yield from _item(item, width, look)
