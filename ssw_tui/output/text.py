"""Pages as plain text: for pipes, for bare terminals, for screen readers."""

from attrs import evolve

from ssw_tui.output.cells import printable
from ssw_tui.output.layout import UNICODE, Look, lay_out
from ssw_tui.output.page import Page, without_pictures

WIDTH = 80


def as_text(page: Page, width: int = WIDTH, look: Look = UNICODE) -> str:
    """Give a page as text of at most this many cells a line, without colour."""
    lines = lay_out(evolve(page, blocks=without_pictures(page.blocks)), width, look)
    return "".join(f"{printable(''.join(span.text for span in line)).rstrip()}\n" for line in lines)
