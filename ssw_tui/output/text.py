"""Pages as plain text: for pipes, for bare terminals, for screen readers."""

from ssw_tui.output.cells import printable
from ssw_tui.output.layout import UNICODE, Look, lay_out
from ssw_tui.output.page import Page

WIDTH = 80


def as_text(page: Page, width: int = WIDTH, look: Look = UNICODE) -> str:
    """Give a page as text of at most this many cells a line, without colour."""
    lines = (printable("".join(span.text for span in line)).rstrip() for line in lay_out(page, width, look))
    return "\n".join(lines) + "\n"
