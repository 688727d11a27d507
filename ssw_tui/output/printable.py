"""Pages as a web page of its own: without scripts, without anything from the network, made to be printed."""

from collections.abc import Iterator
from html import escape
from itertools import groupby

from ssw_tui.output.markdown import SIGN_WORD
from ssw_tui.output.page import Bar, Block, Gap, Heading, Item, Page, Pair, Paragraph, Table, Tone, without_pictures

STYLE = """
body { font: 11pt/1.5 "Noto Sans", "Noto Sans JP", "Noto Sans CJK JP", "Hiragino Sans", "Yu Gothic", sans-serif;
       max-width: 46em; margin: 2em auto; padding: 0 1em; color: #000; background: #fff; }
h1 { font-size: 16pt; line-height: 1.3; } h2 { font-size: 12.5pt; border-bottom: 1px solid #000; margin-top: 1.6em; }
ul { list-style: none; padding: 0; margin: 0; } li { display: flex; margin: .3em 0; break-inside: avoid; }
.note, .quiet { font-size: 9.5pt; color: #333; white-space: pre-line; }
.strong, .warning { font-weight: bold; } h2, .strong { break-after: avoid; }
.box { font-family: monospace; white-space: pre; }
dl { display: grid; grid-template-columns: 11em 1fr; gap: .2em 1em; margin: .6em 0; }
dt { color: #333; } dd { margin: 0; }
table { border-collapse: collapse; } td, th { border: 1px solid #000; padding: .2em .5em; text-align: left; }
@page { margin: 18mm; } @media print { body { margin: 0; max-width: none; } }
"""


def as_html(page: Page) -> str:
    """Give a page as a whole HTML file."""
    body = "\n".join(_blocks(without_pictures(page.blocks)))
    title = escape(page.title)
    return (
        f'<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>{title}</title>\n'
        f'<meta name="viewport" content="width=device-width">\n<style>{STYLE}</style>\n</head>\n'
        f"<body>\n<h1>{title}</h1>\n{body}\n</body>\n</html>\n"
    )


def _blocks(blocks: tuple[Block, ...]) -> Iterator[str]:
    for kind, run in groupby(blocks, _kind):
        match kind:
            case "items":
                yield "<ul>\n" + "\n".join(_item(block) for block in run if isinstance(block, Item)) + "\n</ul>"
            case "pairs":
                yield "<dl>\n" + "\n".join(_pair(block) for block in run if isinstance(block, Pair | Bar)) + "\n</dl>"
            case _:
                for block in run:
                    yield from _block(block)


def _kind(block: Block) -> str:
    match block:
        case Item():
            return "items"
        case Pair() | Bar():
            return "pairs"
        case _:
            return "others"


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading(text):
            yield f"<h2>{escape(text)}</h2>"
        case Paragraph(text, tone):
            yield f"<p{_class(tone)}>{escape(text)}</p>"
        case Table(header, rows):
            yield _table(header, rows)
        case Gap() | _:
            return


def _item(item: Item) -> str:
    sign = SIGN_WORD.get(item.sign, "").strip()
    box = f'<span class="box">{escape(sign)} </span>' if sign else ""
    note = f'<div class="note">{escape(item.note)}</div>' if item.note else ""
    margin = f' style="margin-left: {1.6 * item.indent:g}em"' if item.indent else ""
    return f"<li{margin}>{box}<div><span{_class(item.tone)}>{escape(item.text)}</span>{note}</div></li>"


def _pair(block: Pair | Bar) -> str:
    tone = block.tone if isinstance(block, Pair) else Tone.NORMAL
    return f"<dt>{escape(block.label.strip())}</dt><dd{_class(tone)}>{escape(block.text)}</dd>"


def _table(header: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> str:
    head = "".join(f"<th>{escape(cell)}</th>" for cell in header)
    body = "".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in rows)
    return f"<table><tr>{head}</tr>{body}</table>"


def _class(tone: Tone) -> str:
    return "" if tone is Tone.NORMAL else f' class="{tone}"'
