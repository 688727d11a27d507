"""Ids of what is recorded: short, and different on two machines."""

import os
import re
from collections.abc import Callable
from unicodedata import normalize

CHARACTERS = "23456789bcdfghjkmnpqrstvwxz"
"""Characters of ids: none that is taken for another, no vowels that make words."""
LONGEST_SLUG = 16


def random_end() -> str:
    """Give the end of an id: people with the same label on two machines get different ones."""
    return "".join(CHARACTERS[byte % len(CHARACTERS)] for byte in os.urandom(4))


def card_id(label: str, is_taken: Callable[[str], bool], end: Callable[[], str] = random_end) -> str:
    """Make an id for a card that begins like its label."""
    ascii_letters = normalize("NFKD", label).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", ascii_letters)[:LONGEST_SLUG].strip("-") or "card"
    while True:
        made = f"{slug}-{end()}"
        if not is_taken(made):
            return made


def entry_id() -> str:
    """Make an id for an entry."""
    return os.urandom(6).hex()
