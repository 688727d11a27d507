"""How changes are worded: fields in a title, the first sentence of a text, texts that differ in brackets alone."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import timedelta
from typing import TypeVar

from ssw_tui.records.field import Field

K = TypeVar("K")
T = TypeVar("T")
ONE_DAY = timedelta(days=1)
MOST_NAMES = 3
"""The most fields that a title names; more are counted."""
# Patterns stay texts: compiling them here would cost the command a millisecond.
_IN_BRACKETS = r"\s*\([^)]*\)"
_SENTENCE_END = r"(?<=[.!?]) (?=[A-Z])"


def grouped(values: Iterable[T], key: Callable[[T], K]) -> Mapping[K, list[T]]:
    """Give values by what they have in common, in the order of the first of each."""
    groups: dict[K, list[T]] = {}
    for value in values:
        groups.setdefault(key(value), []).append(value)
    return groups


def names(fields: Iterable[Field]) -> str:
    """Name fields in a sentence.

    >>> names([])
    ''
    """
    every = [field.name for field in fields]
    mark = "; " if any("," in name for name in every) else ", "
    return " and ".join(filter(None, (mark.join(every[:-1]), *every[-1:])))


def subject(fields: Sequence[Field]) -> str:
    """Name fields in a title, or count them where they are many."""
    return names(fields) if len(fields) <= MOST_NAMES else f"{len(fields)} fields"


def first_sentence(text: str) -> tuple[str, str]:
    """Give the first sentence of a text, without its full stop, and the rest.

    >>> first_sentence("No.2 opens. It is for all.")
    ('No.2 opens', 'It is for all.')
    """
    first, *rest = re.split(_SENTENCE_END, text, maxsplit=1)
    return first.removesuffix("."), " ".join(rest)


def sentence(text: str) -> str:
    """Give a text with a capital at its start."""
    return text[0].upper() + text[1:]


def without_brackets(text: str) -> str:
    """Give a text without what stands in brackets: the Japanese words there can differ from field to field."""
    return re.sub(_IN_BRACKETS, "", text)
