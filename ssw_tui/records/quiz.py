"""The quiz as content: what is asked, what words mean, and the rows that decide."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from attrs import Factory, field, frozen

from ssw_tui.records.condition import is_condition
from ssw_tui.records.statement import Statement, refers_to


class QuestionKind(StrEnum):
    """What an answer is."""

    CHOICE = "choice"
    """One of the question's options."""
    COUNTRY = "country"
    """An ISO 3166-1 alpha-2 code, or one of the question's options."""
    DATE = "date"
    """A day."""
    NUMBER = "number"
    """A decimal number from 0, in the question's unit."""
    FIELD = "field"
    """A field of work, or one of the question's options."""
    CATEGORY = "category"
    """One of the options that belong to the field of work."""


@frozen(kw_only=True)
class Option:
    """One answer that can be chosen."""

    id: str
    """Stable, kebab-case; an answers file names it."""
    label: str
    """What a person reads."""
    hint: str | None = None
    """What to know before choosing it."""
    fields: tuple[str, ...] = field(default=(), metadata=refers_to("field"))
    """Of a category: the fields of work it belongs to; empty: every field."""


@frozen(kw_only=True)
class Way:
    """A change of an answer that a person can bring about."""

    leaving: tuple[str, ...] = ()
    """The options it starts from, "unknown" for an open question; empty: from any of them."""
    reaching: tuple[str, ...] = ()
    """The options it leads to, the easiest first."""
    at_least: int | None = None
    """Of a number: the value it can be raised to."""


@frozen(kw_only=True)
class Question:
    """Something that a person is asked; every question may stay open."""

    id: str
    """Stable, kebab-case; an answers file names it."""
    title: str
    """What it is about, in a few words, for lists of answers."""
    prompt: str
    """As a person is asked."""
    why: str
    """Why it is asked."""
    kind: QuestionKind
    """What an answer is."""
    page: str | None = None
    """Short questions that follow each other share a page where they have the same word here."""
    unit: str | None = None
    """Of a number: months, years, percent."""
    options: tuple[Option, ...] = ()
    """What can be chosen, in order; of a country or field: beside the countries or fields."""
    countries: Mapping[str, str] = Factory(dict)
    """Of a country: English names by ISO 3166-1 alpha-2 code."""
    ways: tuple[Way, ...] = ()
    """The changes of this answer that a person can bring about; none for what is past or given."""
    rules: tuple[str, ...] = field(default=(), metadata=refers_to("rule"))
    """The rules for which it is asked."""


@frozen(kw_only=True)
class InForce:
    """Something that holds from one day until another."""

    since: date | None = None
    """The first day on which it holds; None: from the start."""
    until: date | None = None
    """The first day on which it no longer holds; None: no end is known."""

    def holds_on(self, day: date) -> bool:
        """Whether it holds on this day in Japan."""
        return (self.since is None or self.since <= day) and (self.until is None or day < self.until)


@frozen(kw_only=True)
class Definition(InForce):
    """A condition with a name, for use in other conditions; outside its time it does not hold."""

    id: str
    """Stable, kebab-case; conditions name it."""
    title: str
    """What it means, in a few words."""
    when: str = field(validator=is_condition)
    """When it holds."""
    rules: tuple[str, ...] = field(default=(), metadata=refers_to("rule"))
    """The rules that lay it down."""


@frozen(kw_only=True)
class Reduction:
    """A number that is taken off a total."""

    question: str = field(metadata=refers_to("question"))
    """The question that gives it."""
    more_than: int = 0
    """Up to this it counts for nothing."""
    at_most: int | None = None
    """No more than this is taken off; None: all of it."""


@frozen(kw_only=True)
class Quantity(InForce):
    """A number that follows from several answers; outside its time nothing is taken off.

    Conditions name it, or it with ".uncapped" for the number without the upper limits.
    """

    id: str
    """Stable, kebab-case; conditions name it."""
    title: str
    """What it is, in a few words."""
    total: str = field(metadata=refers_to("question"))
    """The question that gives the number to start from."""
    less: tuple[Reduction, ...]
    """What is taken off it."""
    when: str = field(default="always", validator=is_condition)
    """On which condition anything is taken off."""
    rules: tuple[str, ...] = field(default=(), metadata=refers_to("rule"))
    """The rules that lay it down."""


class Effect(StrEnum):
    """What a row does when it strikes; the first six decide, best known first."""

    NOT_NEEDED = "not-needed"
    """The status held already allows it."""
    ASK = "ask"
    """Too uncertain for a program: somebody must be asked."""
    BLOCK = "block"
    """Not possible under the rules of the day."""
    WAIT = "wait"
    """Closed on that day."""
    GAP = "gap"
    """Something is still missing."""
    OUTCOME = "outcome"
    """A way that is open."""
    WARNING = "warning"
    """Something to look out for; it never decides."""
    NOTE = "note"
    """Something to know; it never decides."""
    NEXT = "next"
    """Points to procedures and says nothing itself."""


@frozen(kw_only=True)
class Row(Statement):
    """One row of the decision table."""

    id: str
    """Stable, kebab-case, unique among rows."""
    goals: tuple[str, ...]
    """The goals it is for: options of the question about the goal."""
    subject: str
    """What it decides about; rows of one subject must not contradict each other."""
    effect: Effect
    """What it does when it strikes."""
    code: str
    """What the result calls it: the id of a gap, a block, a warning, or an outcome; several rows may share one."""
    title: str
    """What is asked for, in a few words, as met: "18 or older"."""
    text: str
    """What is said when it strikes."""
    applies: str = field(default="always", validator=is_condition)
    """For whom it counts at all; for everybody else it is no reason."""
    when: str = field(default="always", validator=is_condition)
    """When it strikes, for those for whom it counts."""
    exceptions: tuple[str, ...] = field(default=(), metadata=refers_to("row"))
    """The rows that take its place when they strike."""
    beside: tuple[str, ...] = field(default=(), metadata=refers_to("row"))
    """The rows of the same subject, with another effect, that may stand beside it."""
    stands_beside_stops: bool = True
    """Of an outcome: whether it is listed beside a block, a question to an office, a wait or "not needed"."""
    rules: tuple[str, ...] = field(default=(), metadata=refers_to("rule"))
    """The legal rules behind it, the one that decides first."""
    procedures: tuple[str, ...] = field(default=(), metadata=refers_to("procedure"))
    """What to go on with."""


@frozen(kw_only=True)
class VerdictText:
    """What a verdict says."""

    id: str
    """meets, not-yet, wait, not-possible, ask, check, not-needed."""
    title: str
    """In one or two words."""
    text: str
    """In a sentence or two; it never promises a permission."""
