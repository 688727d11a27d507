"""What a text or a number that a person records can be; each check raises ValueError with a sentence."""

import re
from typing import TYPE_CHECKING, Any
from unicodedata import category

if TYPE_CHECKING:
    from attrs import Attribute

LONGEST_TEXT = 200
"""The most characters of a label, an employer's name or a note."""
MOST_EVENTS = 9999
"""The highest number of an event."""
TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Characters that turn the direction of whatever is shown after them."""
BLANK = frozenset(" \u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0") | {chr(code) for code in range(0xFE00, 0xFE10)}
"""Printable characters that show nothing; what else shows nothing is a space of another kind or a format character."""


def one_line(_: object, attribute: "Attribute[Any]", text: str | None) -> None:
    """Refuse what a terminal or the store would trip over, or nobody would see."""
    if text is None or (_is_plain(text) and len(text) <= LONGEST_TEXT):
        return
    if not text.strip() or any(category(char) in ("Cc", "Cs", "Zl", "Zp") for char in text):
        raise ValueError(f"the {attribute.name} must be one line of text")
    if len(text) > LONGEST_TEXT:
        raise ValueError(f"the {attribute.name} may have {LONGEST_TEXT} characters, not {len(text)}")
    if found := TURNING.search(text):
        raise ValueError(
            f"the {attribute.name} holds the hidden character U+{ord(found[0]):04X}, which turns the direction of "
            "text; type it again without it"
        )
    if not any(map(_is_seen, text)):
        raise ValueError(f"the {attribute.name} needs a character that can be seen")


def as_one_line(text: str) -> str:
    """Give a text as it can be recorded today; earlier versions took hidden characters in."""
    if _is_plain(text):
        return text
    kept = TURNING.sub("", text)
    return kept if any(map(_is_seen, kept)) or not text.strip() else "?"


def countable(_: object, __: "Attribute[Any]", number: int) -> None:
    """Refuse a number that no event of a person has."""
    if not 1 <= number <= MOST_EVENTS:
        raise ValueError(f"the number of an event is a whole number from 1 to {MOST_EVENTS}")


def _is_plain(text: str) -> bool:
    """Whether a text surely holds nothing hidden, found without a look at each character."""
    return text.isprintable() and not BLANK.issuperset(text)


def _is_seen(char: str) -> bool:
    return char not in BLANK and not char.isspace() and category(char) not in ("Cf", "Zs")
