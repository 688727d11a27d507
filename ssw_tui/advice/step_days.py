"""When each step of a procedure is to be done, counted from the days that are known of a person or that they plan."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from enum import StrEnum

from attrs import evolve, frozen

from ssw_tui.advice.days import add_months, after, counter_day, fiscal_year_end
from ssw_tui.advice.deadlines import DUE_DAYS
from ssw_tui.advice.five_years import count
from ssw_tui.advice.holder import Event, Holder
from ssw_tui.advice.leave import Limits
from ssw_tui.records.procedure import Anchor, Bound, Phase, Procedure, Step, Timing

BEGIN = "begin"
"""The day on which a person wants to begin: the preparation that has no day of its own is spread from there on."""
EVENTS: Mapping[Anchor, Sequence[str]] = {
    Anchor.FILING: ("application-filed",),
    Anchor.CERTIFICATE_ISSUED: ("coe-issued",),
    Anchor.ADDRESS_DECIDED: ("address-decided",),
    Anchor.MOVING_IN: ("moved",),
    Anchor.ADDRESS_ENDED: ("left-for-good",),
    Anchor.NEW_CONTRACT: ("contract-signed",),
    Anchor.CONTRACT_END: ("contract-ended",),
    Anchor.PERMISSION: ("decision-received",),
    Anchor.DEPARTURE: ("left-japan", "left-for-good"),
}
"""What happened on which day, as a card records it."""
NOT_PLANNED = (Anchor.END_OF_STAY, Anchor.FIVE_YEARS_END, Anchor.FISCAL_YEAR_END)
"""What nobody chooses: where the card or the calendar gives it, that is the day."""


class Origin(StrEnum):
    """Where a day comes from."""

    CARD = "card"
    PLAN = "plan"
    """The person set it."""
    CALENDAR = "calendar"
    STEP = "step"
    """It is the last or the likely day of the step that sets it."""


class State(StrEnum):
    """How a step stands in time."""

    NO_DAY = "no-day"
    """Nothing is counted for it, or what it is counted from is not known."""
    COMING = "coming"
    OPEN = "open"
    """It may be done now."""
    DUE = "due"
    PASSED = "passed"


@frozen
class KnownDay:
    """A day that steps are counted from."""

    on: date
    origin: Origin


@frozen(kw_only=True)
class StepDay:
    """When a step is to be done."""

    step: Step
    today: date
    """The day from which it is seen."""
    first: date | None = None
    """The first day on which it can be done."""
    last: date | None = None
    """The last day on which it can be done."""
    plan: date | None = None
    """The day to plan with: the person's own, the one on the card, or a sensible one."""
    own: Origin | None = None
    """Where the day to plan with comes from, if it is the person's own: their plan or their card."""
    anchor: Anchor | None = None
    """What it is counted from; None: no rule counts it, and it only has its place before or after another step."""
    counted: KnownDay | None = None
    """That day."""
    missing: Anchor | None = None
    """What it is counted from and is not known."""
    unsure: Anchor | None = None
    """What would cut the time short and is not known."""

    @property
    def on(self) -> date | None:
        """The day that comes next for it, or the last one that has passed."""
        if self.own:
            return self.plan
        if self.first and (self.today < self.first or not self.last):
            return self.first
        return self.last or self.plan

    @property
    def days(self) -> int | None:
        """How many days away that day is; negative: past."""
        return (self.on - self.today).days if self.on else None

    @property
    def state(self) -> State:
        """How it stands."""
        if self.on is None:
            return State.NO_DAY
        if self.first == self.on and not self.own:
            return State.COMING if self.today < self.first else State.OPEN
        away = (self.on - self.today).days
        if away < 0:
            return State.PASSED
        if away <= DUE_DAYS:
            return State.DUE
        return State.OPEN if self.first and self.first <= self.today else State.COMING

    @property
    def is_too_early(self) -> bool:
        """Whether the person's own day is before the first one."""
        return bool(self.own and self.plan and self.first and self.plan < self.first)

    @property
    def is_too_late(self) -> bool:
        """Whether the person's own day is after the last one."""
        return bool(self.own and self.plan and self.last and self.plan > self.last)

    @property
    def counter_day(self) -> date | None:
        """The last day on which an office is open for it."""
        return counter_day(self.last) if self.last else None


def known_days(
    holder: Holder | None, planned: Mapping[str, date], limits: Limits, today: date
) -> dict[Anchor, KnownDay]:
    """Give the days that are known of somebody, and those that they set themselves, which go first where both are."""
    own = {Anchor(name): KnownDay(on, Origin.PLAN) for name, on in planned.items() if name in list(Anchor)}
    card = {anchor: KnownDay(on, Origin.CARD) for anchor, on in _of_card(holder, limits, today)} if holder else {}
    return card | own | {anchor: day for anchor, day in card.items() if anchor in NOT_PLANNED}


def anchors_of(procedure: Procedure) -> tuple[Anchor, ...]:
    """Give the days that a procedure's steps are counted from or set for others, in the order of the steps."""
    pivot = _pivot(procedure)
    found = [timing.anchor for step in procedure.steps if (timing := step.when)]
    found += [timing.no_later_than for step in procedure.steps if (timing := step.when) and timing.no_later_than]
    return tuple(dict.fromkeys([*([pivot.sets] if pivot and pivot.sets else []), *found]))


def spreads(procedure: Procedure) -> bool:
    """Whether a procedure has preparation without a day of its own, to be spread from the day on which one begins."""
    pivot = _pivot(procedure)
    before = procedure.steps[: procedure.steps.index(pivot)] if pivot else ()
    return any(step.when is None and step.sets is None for step in before)


def step_days(
    procedure: Procedure,
    known: Mapping[Anchor, KnownDay],
    today: date,
    *,
    begin: date | None = None,
    stay_months: int | None = None,
) -> tuple[StepDay, ...]:
    """Give the day of each step, in their order.

    Args:
        procedure: whose steps.
        known: the days to count from.
        today: the day from which they are seen.
        begin: the day on which the person wants to begin.
        stay_months: the length of the period of stay, where it is known.
    """
    every = {**dict(_set_by_steps(procedure, known, today)), **known}
    days = [_counted(step, every, today, stay_months) for step in procedure.steps]
    return tuple(_in_order(procedure, every, days, begin))


def _of_card(holder: Holder, limits: Limits, today: date) -> Iterator[tuple[Anchor, date]]:
    if holder.expires:
        yield Anchor.END_OF_STAY, holder.expires
    counted = count(holder.stays, holder.leaves, limits)
    if counted and not counted.stopped(today):
        yield Anchor.FIVE_YEARS_END, counted.ends
    for anchor, kinds in EVENTS.items():
        days = [event.on for event in _of_this_stay(holder) if event.kind in kinds]
        if days:
            yield anchor, max(days)


def _of_this_stay(holder: Holder) -> Iterator[Event]:
    """Give the events that concern the present stay: none from before it, and no departure that ended in a return."""
    back = max((event.on for event in holder.events if event.kind == "returned"), default=date.min)
    for event in holder.events:
        is_over = event.kind == "left-japan" and event.on <= back
        if event.on >= (holder.granted or date.min) and not is_over:
            yield event


def _pivot(procedure: Procedure) -> Step | None:
    """Give the step to which the others stand before or after: the application, or the departure."""
    return next((step for step in procedure.steps if step.sets and step.phase is not Phase.PREPARE), None)


def _set_by_steps(
    procedure: Procedure, known: Mapping[Anchor, KnownDay], today: date
) -> Iterator[tuple[Anchor, KnownDay]]:
    """Give the days that follow from the last or the likely day of the steps that set them."""
    for step in procedure.steps:
        day = _counted(step, known, today, None)
        on = day.last or day.plan
        if step.sets and on:
            yield step.sets, KnownDay(on, Origin.STEP)


def _counted(step: Step, known: Mapping[Anchor, KnownDay], today: date, stay_months: int | None) -> StepDay:
    """Count the day of a step by its rule, and take the person's own where there is one."""
    plain = StepDay(step=step, today=today)
    day = _by_rule(plain, step.when, known, stay_months) if step.when else plain
    own = known.get(step.sets) if step.sets else None
    if own is None or own.origin is Origin.STEP:
        return day
    return evolve(day, plan=own.on, own=own.origin)


def _by_rule(plain: StepDay, when: Timing, known: Mapping[Anchor, KnownDay], stay_months: int | None) -> StepDay:
    counted = _counted_from(when, known, plain.today)
    limit = known.get(when.no_later_than) if when.no_later_than else None
    unsure = when.no_later_than if limit is None else None
    if counted is None:
        return evolve(plain, anchor=when.anchor, missing=when.anchor, last=limit.on if limit else None)
    based = evolve(plain, anchor=when.anchor, counted=counted, unsure=unsure)
    day = after(counted.on, when.months, when.days)
    match when.bound:
        case Bound.ABOUT:
            return evolve(based, plan=day)
        case Bound.BY:
            return evolve(based, last=min(day, limit.on) if limit else day)
        case Bound.FROM:
            has_first = stay_months is None or stay_months >= when.shortest_stay_months
            return evolve(based, first=day if has_first else None, last=counted.on if day < counted.on else None)


def _counted_from(when: Timing, known: Mapping[Anchor, KnownDay], today: date) -> KnownDay | None:
    if when.anchor is not Anchor.FISCAL_YEAR_END:
        return known.get(when.anchor)
    this = fiscal_year_end(today)
    last = add_months(this, -12)
    return KnownDay(last if after(last, when.months, when.days) >= today else this, Origin.CALENDAR)


def _in_order(
    procedure: Procedure, known: Mapping[Anchor, KnownDay], days: Sequence[StepDay], begin: date | None
) -> Iterator[StepDay]:
    """Give the steps that no rule counts their place before or after the application or the departure."""
    pivot = _pivot(procedure)
    counted = known.get(pivot.sets) if pivot and pivot.sets else None
    if pivot is None or counted is None:
        yield from days
        return
    place = procedure.steps.index(pivot)
    # A day that others are counted from, such as that of giving notice, is set by the person or not at all.
    free = [day.step for day in days[:place] if _is_free(day) and not day.step.sets]
    spread = _spread(free, begin, counted.on)
    for number, day in enumerate(days):
        if not _is_free(day) or number == place:
            yield day
        elif number < place:
            plan = spread.get(day.step.id)
            yield evolve(day, counted=counted, last=counted.on, plan=plan, own=Origin.PLAN if plan else None)
        else:
            # What is only the last day of the application says nothing about the day after which the rest comes.
            yield day if counted.origin is Origin.STEP else evolve(day, counted=counted, first=counted.on)


def _is_free(day: StepDay) -> bool:
    return day.anchor is None and not day.own


def _spread(steps: Sequence[Step], begin: date | None, end: date) -> dict[str, date]:
    """Spread steps evenly from a day to another."""
    if begin is None or begin >= end:
        return {}
    span = (end - begin).days
    return {step.id: begin + timedelta(days=span * number // len(steps)) for number, step in enumerate(steps)}
