"""Texts as they are compared: any width, case, kana, mark and long vowel reads alike."""

import re
import unicodedata
from functools import lru_cache

LONG_VOWELS = re.compile(r"ou|oo|oh(?=[^aeiou]|$)|uu|aa")
PLAIN_LETTER = {katakana: katakana - 0x60 for katakana in range(0x30A1, 0x30F7)} | {ord("đ"): "d"}


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Give a text as it is compared: full and half width, hiragana and katakana alike, no case, marks, long vowels."""
    plain = unicodedata.normalize("NFKC", text).lower()
    if not plain.isascii():
        letters = (c for c in unicodedata.normalize("NFD", plain) if not ("\u0300" <= c <= "\u036f"))
        plain = unicodedata.normalize("NFC", "".join(letters)).translate(PLAIN_LETTER)
    return LONG_VOWELS.sub(lambda found: found[0][0], plain)
