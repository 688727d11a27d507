"""The rules of law and practice that reasons point to."""

from enum import StrEnum

from attrs import field, frozen

from ssw_tui.records.statement import Fact, refers_to


class Status(StrEnum):
    """The two statuses of residence a rule can concern."""

    NO1 = "no1"
    NO2 = "no2"


@frozen(kw_only=True)
class Rule(Fact):
    """One rule, stated in one or two sentences."""

    id: str
    """Stable, kebab-case."""
    title: str
    """A few words to list it by."""
    topic: str
    """What it is about: person, test, period, fee, job-change ..."""
    applies_to: tuple[Status, ...]
    """Which status it concerns; empty: neither alone (permanent residence, the procedure in general)."""
    legal_basis: str | None = None
    """Act, ordinance or notice, with article."""
    guideline_place: str | None = None
    """Chapter and page of the agency's operating guideline (April 2026) where it was confirmed."""
    previously: str | None = None
    """What held before, in words."""
    note: str | None = None
    """What is uncertain, or must be said beside it."""
    replaces: tuple[str, ...] = field(default=(), metadata=refers_to("rule"))
    """Earlier rules that this one takes over from on the day it starts."""
