"""Which characters not every terminal draws equally wide."""

from unicodedata import east_asian_width


def drawn_signs(text: str) -> set[str]:
    """Give what is neither ASCII nor as wide as a kanji on every terminal, the yen sign apart."""
    return {char for char in text if not char.isascii() and char != "¥" and east_asian_width(char) not in "WF"}
