"""One change of the rules, as the records tell it."""

from datetime import date
from enum import IntEnum
from typing import NamedTuple

from attrs import frozen

from ssw_tui.records.statement import Confidence, Statement


class Rank(IntEnum):
    """What tells a change; the changes of a day come in this order, and of what tells one change the first leads."""

    FIELDS = 0
    """Fields that start, open, stop or end."""
    RULE = 1
    FEE = 2
    CEILING = 3
    EVENT = 4
    """Something in the history of fields."""
    FACT = 5
    """A condition, a test or another statement about fields; a penalty."""
    PAPER = 6
    """A paper, a step or a deadline."""


class Place(NamedTuple):
    """A record that can be opened."""

    kind: str
    """field, rule, procedure, document, risk, topic, answer; or "view" for a view of the app."""
    id: str
    """Its id."""


OVERVIEW = Place("view", "overview")
"""Where what has no page of its own leads."""


@frozen(kw_only=True)
class Change:
    """Something that is otherwise from a day on."""

    date: date
    """The first day on which it is so, in Japan."""
    title: str
    """What changed, and in which field or rule."""
    text: str = ""
    """What is said from that day on, with the figures of that day; empty where the title or the details say it all."""
    before: str = ""
    """What held until then, where that is known."""
    details: tuple[str, ...] = ()
    """The same more exactly, a line each: field by field, fee by fee."""
    rank: Rank
    """What tells it."""
    places: tuple[Place, ...]
    """The records that tell it, the one to open first."""
    fields: tuple[str, ...] = ()
    """The ids of the fields that it names, in the order of the list of fields."""
    statements: tuple[Statement, ...]
    """What it rests on, the one that counts most first."""
    ends: bool = False
    """Whether something stopped being so, and nothing came in its place."""
    lines: tuple[str, ...] = ()
    """What it comes to in a change that takes it in; empty: its title, text and details."""
    part_of: str | None = None
    """The named change that takes it in, where that is known already."""

    @property
    def kind(self) -> str:
        """The kind of the record to open."""
        return self.places[0].kind

    @property
    def id(self) -> str:
        """The id of the record to open."""
        return self.places[0].id

    @property
    def planned(self) -> bool:
        """Whether it is announced, but not yet law."""
        return self.statements[0].planned

    @property
    def confidence(self) -> Confidence:
        """How sure it is."""
        return self.statements[0].confidence

    @property
    def sources(self) -> tuple[str, ...]:
        """Where it stands, each source once, best first."""
        return tuple(dict.fromkeys(source for statement in self.statements for source in statement.sources))
