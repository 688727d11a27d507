"""Pages as Markdown, for a file that is kept, printed or handed to somebody."""

import re
from collections.abc import Iterator

from ssw_tui.output.page import (
    Bar,
    Block,
    Gap,
    Heading,
    Item,
    Page,
    Pair,
    Paragraph,
    Sign,
    Table,
    Tone,
    without_pictures,
)

SIGN_WORD = {
    Sign.MET: "(met) ",
    Sign.MISSING: "(missing) ",
    Sign.UNKNOWN: "(?) ",
    Sign.ATTENTION: "(!) ",
    Sign.TICKED: "[x] ",
    Sign.OPEN: "[ ] ",
}
MEANING = re.compile(r"([\\`*_\[\]<>#|])")
"""What Markdown would read as a command."""


def as_markdown(page: Page) -> str:
    """Give a page as Markdown text, ended by a newline; no text of it is read as a command."""
    pieces = "".join(piece for block in without_pictures(page.blocks) for piece in _block(block))
    text = f"# {_plain(page.title)}\n\n{pieces}"
    return re.sub(r"\n{3,}", "\n\n", text).rstrip() + "\n"


def _plain(text: str) -> str:
    return MEANING.sub(r"\\\1", text)


def _block(block: Block) -> Iterator[str]:
    match block:
        case Gap():
            yield "\n"
        case Heading(text):
            yield f"\n## {_plain(text)}\n\n"
        case Paragraph(text, tone):
            said = _plain(text)
            yield f"\n{f'**{said}**' if tone in (Tone.STRONG, Tone.WARNING) else said}\n\n"
        case Item():
            yield from _item(block)
        case Pair(label, text):
            yield f"- {_plain(label.strip())}: {_plain(text)}\n"
        case Bar(label, _, text):
            yield f"- {_plain(label)}: {_plain(text)}\n"
        case Table(header, rows):
            yield from _table(header, rows)


def _item(item: Item) -> Iterator[str]:
    margin = "  " * item.indent
    yield f"{margin}- {SIGN_WORD.get(item.sign, '')}{_plain(item.text)}\n"
    for line in item.note.split("\n") if item.note else ():
        yield f"{margin}  {_plain(line)}\n"


def _table(header: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> Iterator[str]:
    yield "\n"
    for cells in (header, ("---",) * len(header), *rows):
        yield f"| {' | '.join(cell if cell == '---' else _cell(cell) for cell in cells)} |\n"
    yield "\n"


def _cell(text: str) -> str:
    return _plain(text).replace("\n", "<br>")
