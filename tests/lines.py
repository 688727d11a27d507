"""How wide lines are."""

import re

from ssw_tui.output.cells import cells

ADDRESS_ALONE = re.compile(r"(\W |[\w ]+)? *\(?https?://\S+")
"""An address with nothing beside it but a sign or a label: it stays whole, however long it is."""


def wider(text: str, width: int) -> list[str]:
    """Give the lines of a text that are wider than this, other than an address that stands alone."""
    return [line for line in text.splitlines() if cells(line) > width and not ADDRESS_ALONE.fullmatch(line)]
