"""How many terminal cells a text takes; from the standard library, since wcwidth costs 30 ms to import."""

from functools import lru_cache
from unicodedata import category, east_asian_width

STEERING = frozenset(("Cc", "Cf", "Cs", "Zl", "Zp"))
"""The classes of characters that are no letters or signs but commands: to the terminal, or to what lays out text."""


@lru_cache(maxsize=8192)
def _char_cells(char: str) -> int:
    if category(char) in ("Mn", "Mc", "Me", "Cf", "Cc"):
        return 0
    return 2 if east_asian_width(char) in "WF" else 1


def cells(text: str) -> int:
    """Count the terminal cells that a text takes; ambiguous characters count as one."""
    return len(text) if text.isascii() else sum(map(_char_cells, text))


def printable(text: str) -> str:
    """Give a text without what would steer the terminal: a space in place of control characters and line separators."""
    if text.isprintable():
        return text
    return "".join(" " if category(char) in STEERING else char for char in text)


def fit(text: str, width: int) -> str:
    """Pad a text with spaces to a number of cells, or cut it there with two dots."""
    taken = cells(text)
    if taken <= width:
        return text + " " * (width - taken)
    kept = start(text, width - 2)
    return kept + ".." + " " * (width - 2 - cells(kept))


def start(text: str, width: int) -> str:
    """Give as much of the start of a text as fits into a number of cells, at least one character."""
    end = 1
    while end < len(text) and cells(text[: end + 1]) <= width:
        end += 1
    return text[:end]
