"""Days that must not be missed, as rules; the dates of one person's card are computed from them."""

from enum import StrEnum

from attrs import field, frozen

from ssw_tui.records.actor import Actor
from ssw_tui.records.statement import Statement, refers_to


class Effect(StrEnum):
    """What the day does."""

    OPENS = "opens"
    """Something becomes possible; never due or overdue."""
    CLOSES = "closes"
    """Something must be done by then."""


@frozen(kw_only=True)
class Deadline(Statement):
    """A day counted from something on a card or from an event."""

    id: str
    """Stable, kebab-case."""
    title: str
    """What is due, in a few words."""
    mark: str | None = None
    """The same in three or four words, for a picture; None: its title is."""
    counted_from: str
    """"end-of-stay", "no1-since", "fiscal-year-end", or a kind of event ("moved", "contract-ended" ...)."""
    months: int = 0
    """Months from there; negative: before it."""
    days: int = 0
    """Days from there, counted from the day after; negative: before it."""
    effect: Effect = Effect.CLOSES
    """Whether the day opens or closes something."""
    only_after: tuple[str, ...] = ()
    """Kinds of event of which one must have happened, else there is no such day; empty: there always is."""
    settled_by: tuple[str, ...] = ()
    """Kinds of event that make the day moot when they happen by then ("returned", "decision-received" ...)."""
    no_later_than: str | None = None
    """What cuts the time short when it comes first, named as in `counted_from`."""
    statuses: tuple[str, ...] = ()
    """The cards it is for: ssw1, ssw2, other, none; empty: any."""
    shortest_stay_months: int = 0
    """The shortest period of stay that has this day; a period that is not known is taken to be long enough."""
    who: Actor
    """Who has to act."""
    do: str
    """What to do, in one sentence."""
    where: str
    """Where it is done."""
    if_missed: str
    """What happens otherwise."""
    basis: str
    """Act, ordinance or notice, with article."""
    note: str | None = None
    """What must be said beside it."""
    rules: tuple[str, ...] = field(default=(), metadata=refers_to("rule"))
    """The rules behind it."""
    procedures: tuple[str, ...] = field(default=(), metadata=refers_to("procedure"))
    """How to do it."""
    counter_cards: tuple[str, ...] = field(default=(), metadata=refers_to("counter-card"))
    """What to show and to bring at the counter, the likeliest first."""
