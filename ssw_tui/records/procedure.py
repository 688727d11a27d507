"""What to do: procedures, their steps, the papers they need and what they cost."""

from enum import StrEnum

from attrs import field, frozen

from ssw_tui.records.rule import Status
from ssw_tui.records.statement import Fact, Statement, refers_to


class Actor(StrEnum):
    """Who has to act."""

    WORKER = "worker"
    EMPLOYER = "employer"
    SUPPORT_ORGANISATION = "support-organisation"
    BOTH = "both"


class Anchor(StrEnum):
    """The day from which a step is counted."""

    START = "planned-start"
    """The first day of work."""
    END_OF_STAY = "end-of-stay"
    """The last day of the period of stay."""
    FILING = "filing"
    """The day the application is handed in."""
    LANDING = "landing"
    """The day of landing in Japan."""
    MOVING_IN = "moving-in"
    """The day of moving into a home."""
    CONTRACT_END = "contract-end"
    """The last day of the old contract."""
    PERMISSION = "permission"
    """The day of the decision."""


@frozen(kw_only=True)
class Timing:
    """When a step is due: so many months or days from an anchor; negative before it, positive after it."""

    anchor: Anchor
    """The day to count from."""
    months: int = 0
    """Months from the anchor."""
    days: int = 0
    """Days from the anchor."""


@frozen(kw_only=True)
class Step(Fact):
    """One step of a procedure."""

    id: str
    """Unique inside its procedure; ticked off as "procedure/step"."""
    title: str
    """What to do, in a few words."""
    who: Actor
    """Who has to act."""
    where: str | None = None
    """Where it is done."""
    when: Timing | None = None
    """When it is due, where the rules count a time."""
    takes: str | None = None
    """How long it takes: the standard time, or what is known."""
    documents: tuple[str, ...] = field(default=(), metadata=refers_to("document"))
    """The papers it needs."""
    fees: tuple[str, ...] = field(default=(), metadata=refers_to("fee"))
    """What it costs."""
    pitfalls: tuple[str, ...] = ()
    """What goes wrong here."""


@frozen(kw_only=True)
class Procedure(Statement):
    """A way from here to there, in steps."""

    id: str
    """Stable, kebab-case."""
    title: str
    """What it is, in a few words."""
    title_ja: str | None = None
    """What the application is called in Japanese."""
    title_kana: str | None = None
    """How to say it."""
    summary: str
    """Who needs it and what it leads to."""
    applies_to: tuple[Status, ...]
    """Which status it concerns."""
    steps: tuple[Step, ...]
    """In order."""


@frozen(kw_only=True)
class Document(Statement):
    """A paper that a procedure needs."""

    id: str
    """Stable, kebab-case."""
    name: str
    """English name."""
    name_ja: str
    """What the counter calls it."""
    form: str | None = None
    """The form's number."""
    provided_by: Actor
    """Who brings it."""
    issued_by: str | None = None
    """Who issues it."""
    validity: str | None = None
    """How old it may be."""
    note: str | None = None
    """What to look out for."""


@frozen(kw_only=True)
class Fee(Statement):
    """What an application costs, in yen, for applications received while it holds."""

    id: str
    """Stable, kebab-case."""
    title: str
    """For what."""
    applications: tuple[str, ...]
    """Which applications: extension, change, permanent-residence, certificate-of-eligibility, visa ..."""
    periods: tuple[str, ...] = ()
    """The periods of stay granted that it is for ("6m", "1y" ...); empty: any."""
    counter_yen: int | None = None
    """At the counter."""
    online_yen: int | None = None
    """Online, where that is cheaper or possible."""
    online_charge_yen: int | None = None
    """What paying online adds."""
    text: str
    """How it is set and paid."""
    legal_basis: str | None = None
    """Where it is laid down."""
