"""What to avoid, and whom to call."""

from enum import StrEnum

from attrs import field, frozen

from ssw_tui.records.actor import Actor
from ssw_tui.records.counter import Sentence
from ssw_tui.records.statement import Statement, refers_to


class Severity(StrEnum):
    """How much is at stake, worst first."""

    CRITICAL = "critical"
    """The status, or a prison sentence."""
    HIGH = "high"
    """The next permission, or a fine."""
    MEDIUM = "medium"
    """Money, time, or trouble with an application."""
    LOW = "low"
    """Worth knowing."""


@frozen(kw_only=True)
class Penalty(Statement):
    """What the law threatens."""

    act: str
    """For what."""
    text: str
    """What follows."""
    article: str
    """Where that stands, as it is cited."""
    articles: tuple[str, ...] = field(default=(), metadata=refers_to("article"))
    """The pages of these articles."""


@frozen(kw_only=True)
class Risk(Statement):
    """Something that can cost the status, money or freedom."""

    id: str
    """Stable, kebab-case."""
    title: str
    """What it is, in a few words."""
    severity: Severity
    """How much is at stake."""
    who: tuple[Actor, ...]
    """Who can do wrong here."""
    what_happens: str
    """What it is and what follows."""
    penalties: tuple[Penalty, ...] = ()
    """What the law threatens."""
    how_to_avoid: str
    """How to stay clear of it."""
    if_already: str
    """What to do when it has happened."""
    consult: tuple[str, ...] = field(metadata=refers_to("help-line"))
    """Whom to call."""
    rules: tuple[str, ...] = field(default=(), metadata=refers_to("rule"))
    """The rules behind it."""
    support_duties: tuple[str, ...] = field(default=(), metadata=refers_to("support-duty"))
    """What of the support is owed here."""
    note: str | None = None
    """What is uncertain."""


class KindOfDay(StrEnum):
    """What kind of day it is, as far as hours go by that."""

    WEEKDAY = "weekday"
    """Monday to Friday, and none of the others."""
    WEEKEND = "weekend"
    """Saturday or Sunday."""
    HOLIDAY = "holiday"
    """A national holiday from Monday to Friday."""
    NEW_YEAR = "new-year"
    """29 December to 3 January, also where it is a weekend or a holiday."""


@frozen(kw_only=True)
class OpenHours:
    """A time of the day at which somebody answers, on some kinds of days."""

    on: tuple[KindOfDay, ...]
    """The kinds of days."""
    opens: str
    """HH:MM in Japan."""
    closes: str
    """HH:MM in Japan; 24:00 is the end of the day."""


@frozen(kw_only=True)
class HelpLine(Statement):
    """Somebody to call."""

    id: str
    """Stable, kebab-case."""
    name: str
    """English name."""
    name_ja: str | None = None
    """Japanese name."""
    number: str
    """Telephone number in Japan."""
    number_abroad: str | None = None
    """Number for IP telephones or from abroad."""
    languages: tuple[str, ...]
    """ISO 639-1 codes, and fil."""
    languages_note: str | None = None
    """How sure the languages are, or on which days which is spoken."""
    hours: str
    """When somebody answers, Japanese time."""
    open: tuple[OpenHours, ...] = ()
    """The same to count with; empty: the hours are not known well enough for that."""
    open_not_known_on: tuple[KindOfDay, ...] = ()
    """The kinds of days of which the hours say nothing; on all others without hours it is closed."""
    what_for: str
    """What they help with."""
    note: str | None = None
    """What must be said beside it."""
    sentences: tuple[Sentence, ...] = ()
    """What to say on the telephone."""
