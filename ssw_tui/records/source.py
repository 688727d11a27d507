"""Where statements come from."""

import re
from collections.abc import Callable
from enum import StrEnum
from typing import Any

from attrs import Attribute, field, frozen
from attrs.validators import optional


class SourceKind(StrEnum):
    """Who speaks, best first."""

    OFFICIAL = "official"
    """A ministry, an agency, a test operator, a municipality, or the law itself."""
    OFFICIAL_COPY = "official-copy"
    """An official text read in somebody's copy."""
    LAW_OFFICE = "law-office"
    """A lawyer, administrative scrivener or labour consultant."""
    TRADE = "trade"
    """A support organisation, cooperative, recruiter or other party of the field."""
    NEWS = "news"
    """A newspaper or news agency."""
    OTHER = "other"
    """Anything else that a reader can open."""


def _written_as(pattern: str, words: str) -> Callable[["Source", "Attribute[Any]", str], None]:
    def check(_: "Source", attribute: "Attribute[Any]", value: str) -> None:
        if not re.fullmatch(pattern, value):
            raise ValueError(f"{attribute.name} to be {words}, not {value!r}")

    return check


@frozen(kw_only=True)
class Source:
    """A page or document that a reader can open."""

    id: str
    """Stable, kebab-case."""
    publisher: str
    """Who speaks."""
    title: str
    """The page's own title, in its own language."""
    address: str = field(validator=_written_as(r"https?://\S+", "an http or https address"))
    """Where a reader opens it."""
    kind: SourceKind
    """Who speaks, as a class: official before law office before news."""
    page_date: str | None = field(
        default=None, validator=optional(_written_as(r"\d{4}(-\d{2}){0,2}", "a year, month or day such as 2026-08"))
    )
    """The page's own date, as exact as it is known: 2026, 2026-08 or 2026-08-20; None: it bears none."""
    how_read: str
    """How it was read, in a word or a sentence: "read", "read in a stored copy", "second-hand: ..."."""
