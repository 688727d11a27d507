"""What is printed on a card and typed from it: the period of stay, the card number."""

import re
from unicodedata import normalize

PERIOD = r"(?:([1-9]\d?)y)?(?:([1-9]\d{0,2})m)?"
LONGEST_PERIOD = 120
"""The most months of a period of stay that is typed in: twice what any card grants."""
WRITTEN_PERIOD = r"[1-9]\d{0,3}[ym]"
"""A period of stay as it is stored; earlier versions took longer ones in."""
CARD_NUMBER = r"[A-Z0-9]{12}"
SHOWN_ENDS = 2
"""So many characters stay visible at either end of a masked card number."""


def period(text: str) -> str:
    """Read a period of stay, and write it in whole years or in months.

    >>> period("12m"), period("1Y6M")
    ('1y', '18m')

    Raises:
        ValueError: with a sentence that says how to write one.
    """
    found = re.fullmatch(PERIOD, normalize("NFKC", text).strip().lower())
    if not found or not found[0]:
        raise ValueError(f'"{text}" is no period of stay; write 1y for one year, 6m for six months, 1y6m for both')
    months = 12 * int(found[1] or 0) + int(found[2] or 0)
    if months > LONGEST_PERIOD:
        raise ValueError(f'"{text}" is too long; a period of stay can have {LONGEST_PERIOD // 12} years at most')
    return f"{months}m" if months % 12 else f"{months // 12}y"


def is_written_period(text: str) -> bool:
    """Whether a text is a period of stay as `period` writes it."""
    return bool(re.fullmatch(WRITTEN_PERIOD, text, re.ASCII))


def months_of(length: str) -> int:
    """Give the months of a period of stay as `period` writes it.

    >>> months_of("3y"), months_of("18m")
    (36, 18)
    """
    return int(length[:-1]) * (12 if length[-1] == "y" else 1)


def card_number(text: str) -> str:
    """Read a card number as it is printed.

    Raises:
        ValueError: when it does not have twelve letters and digits; the message does not repeat it.
    """
    number = re.sub(r"[\s-]", "", normalize("NFKC", text)).upper()
    if not re.fullmatch(CARD_NUMBER, number):
        raise ValueError("a card number has twelve letters and digits, such as AB12345678CD")
    return number


def masked(number: str, mask: str = "•") -> str:
    """Give a card number with its middle hidden."""
    hidden = mask * (len(number) - 2 * SHOWN_ENDS)
    return number[:SHOWN_ENDS] + hidden + number[-SHOWN_ENDS:]
