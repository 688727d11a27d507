"""What to do: procedures and their steps."""

from enum import StrEnum

from attrs import field, frozen

from ssw_tui.records.actor import Actor
from ssw_tui.records.rule import Status
from ssw_tui.records.statement import Fact, Statement, refers_to


class Phase(StrEnum):
    """The part of a procedure that a step belongs to: the three steps of the guide, in their order."""

    PREPARE = "prepare"
    """Preparation: tests, contract, papers, and the notices that fall due before the application."""
    APPLY = "apply"
    """Application and submission: what is handed in, and the notices that go with it."""
    AFTER = "after"
    """Review and confirmation: the decision, the card, arrival, and what follows from them."""


class Anchor(StrEnum):
    """The day from which a step is counted."""

    START = "planned-start"
    """The first day of work."""
    END_OF_STAY = "end-of-stay"
    """The last day of the period of stay."""
    FIVE_YEARS_END = "five-years-end"
    """The day on which the total time as No.1 is used up."""
    FILING = "filing"
    """The day the application is handed in."""
    CERTIFICATE_ISSUED = "certificate-issued"
    """The day the certificate of eligibility was issued."""
    LANDING = "landing"
    """The day of landing in Japan."""
    ADDRESS_DECIDED = "address-decided"
    """The day a home in Japan was decided on."""
    MOVING_IN = "moving-in"
    """The day of moving into a home."""
    ADDRESS_ENDED = "address-ended"
    """The day on which there is no longer an address in Japan."""
    NEW_CONTRACT = "new-contract"
    """The day a new contract was signed."""
    CONTRACT_CHANGE = "contract-change"
    """The day a contract was changed."""
    CONTRACT_END = "contract-end"
    """The last day of the old contract."""
    PERMISSION = "permission"
    """The day of the decision."""
    DEPARTURE = "departure"
    """The day of leaving Japan."""
    FISCAL_YEAR_END = "fiscal-year-end"
    """The last day of the Japanese fiscal year, 31 March."""


class Bound(StrEnum):
    """What a counted day means for a step."""

    FROM = "from"
    """Not before this day."""
    BY = "by"
    """No later than this day."""
    ABOUT = "about"
    """A sensible day to plan with; no rule sets it."""


@frozen(kw_only=True)
class Timing:
    """When a step is due: so many months or days from an anchor; negative before it, positive after it."""

    anchor: Anchor
    """The day to count from."""
    months: int = 0
    """Months from the anchor."""
    days: int = 0
    """Days from the anchor."""
    bound: Bound = Bound.BY
    """Whether that day is the first one, the last one, or only a plan."""
    no_later_than: Anchor | None = None
    """What cuts the time short when it comes first."""
    shortest_stay_months: int = 0
    """The shortest period of stay for which it is so counted, in months; 0: any."""


@frozen(kw_only=True)
class Step(Fact):
    """One step of a procedure."""

    id: str
    """Unique inside its procedure; ticked off as "procedure/step"."""
    title: str
    """What to do, in a few words."""
    phase: Phase
    """The part of the procedure it belongs to; a procedure's steps never go back to an earlier one."""
    who: Actor
    """Who has to act."""
    where: str | None = None
    """Where it is done."""
    when: Timing | None = None
    """When it is due, where the rules count a time."""
    sets: Anchor | None = None
    """The day that it is done on, where other steps are counted from it: to apply sets the day of the application."""
    takes: str | None = None
    """How long it takes: the standard time, or what is known."""
    documents: tuple[str, ...] = field(default=(), metadata=refers_to("document"))
    """The papers it needs."""
    fees: tuple[str, ...] = field(default=(), metadata=refers_to("fee"))
    """What it costs."""
    pitfalls: tuple[str, ...] = ()
    """What goes wrong here."""
    counter_cards: tuple[str, ...] = field(default=(), metadata=refers_to("counter-card"))
    """What to say there, where the worker goes to a counter."""
    deadlines: tuple[str, ...] = field(default=(), metadata=refers_to("deadline"))
    """The days of a card that are its last day too: what is marked as done there is not overdue here."""
    by_country: bool = False
    """Whether it is another one in each home country: the countries' own steps are shown with it."""


@frozen(kw_only=True)
class Procedure(Statement):
    """A way from here to there, in steps."""

    id: str
    """Stable, kebab-case."""
    position: int = 0
    """Its place among the procedures, in the order in which people need them; lower first."""
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
