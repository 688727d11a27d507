"""The part that every statement shares: since when, until when, where it stands, how sure it is."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import Any, Protocol, TypeVar

from attrs import Attribute, field, frozen


class Confidence(StrEnum):
    """How sure a statement is."""

    HIGH = "high"
    """An official text says so, and it was read."""
    MEDIUM = "medium"
    """Reported by others, or an official text read second-hand."""
    LOW = "low"
    """One weak report; it can only lead to "ask"."""
    UNCONFIRMED = "unconfirmed"
    """No source that a reader can open; the office to ask is named."""


def refers_to(kind: str) -> dict[str, str]:
    """Metadata for a field that holds ids of another kind; the library checks that each of them exists.

    >>> refers_to("source")
    {'refers-to': 'source'}
    """
    return {"refers-to": kind}


def _needs_a_source(statement: "Statement", _: "Attribute[Any]", sources: tuple[str, ...]) -> None:
    if not sources and statement.confidence is not Confidence.UNCONFIRMED:
        raise ValueError('sources to name at least one, or confidence = "unconfirmed"')


def _starts_before_it_ends(statement: "Statement", _: "Attribute[Any]", until: date | None) -> None:
    if until and statement.since and until <= statement.since:
        raise ValueError(f"until to be a day after since ({statement.since})")


@frozen(kw_only=True)
class Statement:
    """Something that is stated, with its time and its sources.

    Raises:
        ValueError: without a source (unless unconfirmed), or when it ends before it starts.
    """

    confidence: Confidence
    """How sure it is."""
    checked: date
    """The day on which somebody last compared it with its sources."""
    sources: tuple[str, ...] = field(validator=_needs_a_source, metadata=refers_to("source"))
    """Where it stands, best first."""
    since: date | None = None
    """The first day on which it holds; None: as long as the sources go back."""
    until: date | None = field(default=None, validator=_starts_before_it_ends)
    """The first day on which it no longer holds (exclusive); None: no end is known."""
    planned: bool = False
    """Announced, not yet law: shown as planned even when its day has come."""
    place: str | None = None
    """Chapter and page of the agency's texts where it was confirmed: "guideline ch.2 s2-1 p.4; leaflet ... p.7"."""

    def holds_on(self, day: date) -> bool:
        """Whether it holds on this day in Japan."""
        return (self.since is None or self.since <= day) and (self.until is None or day < self.until)


@frozen(kw_only=True)
class Fact(Statement):
    """A statement in words."""

    text: str
    """One or two sentences for a reader with B1 English; no figure that stands in the data already."""
    ask: str | None = field(default=None, metadata=refers_to("help-line"))
    """Whom to ask where the text says that something is not known."""


class Timed(Protocol):
    """Anything that holds on some days and not on others."""

    def holds_on(self, day: date) -> bool:
        """Whether it holds on this day in Japan."""
        ...


T = TypeVar("T", bound=Timed)


def holding(records: Iterable[T], day: date) -> tuple[T, ...]:
    """Those of the records that hold on a day, in their order."""
    return tuple(record for record in records if record.holds_on(day))


def the_one_holding(records: Iterable[T], day: date) -> T | None:
    """Give the record that holds on a day, or None; the content check sees to it that there are never two."""
    return next((record for record in records if record.holds_on(day)), None)
