"""The five years of No.1: an estimate of what is used, what is left, and when it ends."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple, Protocol

from attrs import frozen

from ssw_tui.advice.days import add_months, in_words
from ssw_tui.advice.leave import CAPPED, Finding, Leave, Limits, Reason, findings
from ssw_tui.advice.spans import FOR_EVER, Span, inside, merged, span, total, without
from ssw_tui.records.figure import Figure

LEAVE_WORDS = {"parental": "Parental leave", "sick": "Sick leave", "work-accident": "Leave after a work accident"}
ASK = "Ask the regional immigration office."
MARKS = {
    12: "The last year has begun: plan what comes after No.1, such as the exams for No.2.",
    6: "The last half year has begun: find out now what you can apply for before the end.",
    3: "The last three months have begun: now is the time to ask for long leave to be left out, or for a sixth year.",
}
"""So many months before the end there is a warning; these points are this program's choice, not the law's."""


class Stay(Protocol):
    """A time as No.1, or on the designated activities that prepare it; both days are inside."""

    @property
    def first(self) -> date:
        """Its first day."""

    @property
    def last(self) -> date | None:
        """Its last day; None: it goes on."""


class Mark(NamedTuple):
    """A point shortly before the end."""

    used_months: int
    """The months that are used up then."""
    on: date
    """The day, counted back from the end."""
    is_past: bool
    """Whether it has come."""
    text: str
    """What it is time for."""


@frozen(kw_only=True)
class FiveYears:
    """How the five years stand on a day; an estimate."""

    limit_months: int
    """The longest time as No.1 in all."""
    ends: date
    """The day on which it is used up, if the last stay goes on until then."""
    counted_days: int
    """Days used before this day."""
    left_days: int
    """Days not used yet."""
    excluded_days: int
    """Days of leave that are left out."""
    stopped: date | None
    """The last day of the last stay where that is over: nothing has been used up since."""
    between_days: int
    """Days between stays, before this day."""
    marks: tuple[Mark, ...]
    """Points before the end to be warned at, in order; none where the last stay is over."""
    steps: tuple[str, ...]
    """How it was counted, what is open, and whom to ask."""

    @property
    def warning(self) -> Mark | None:
        """The last point that has come."""
        return next((mark for mark in reversed(self.marks) if mark.is_past), None)


@frozen
class Count:
    """The sum behind the five years."""

    stays: Sequence[Span]
    """The stays in order, without overlaps; at least one."""
    limits: Limits
    """What the rules allow."""
    findings: Sequence[Finding]
    """What holds for each piece of leave."""
    left_out: Sequence[Span]
    """The days of leave inside the stays that do not count, in order."""

    @property
    def first(self) -> date:
        """The first day of the first stay."""
        return date.fromordinal(self.stays[0][0])

    @property
    def full_days(self) -> int:
        """How many days the limit allows."""
        return (add_months(self.first, self.limits.limit_months) - self.first).days

    @property
    def ends(self) -> date:
        """The day on which the limit is reached, if the last stay goes on until then."""
        *earlier, (start, _) = self.stays
        left = self.full_days
        for begin, end in without([*earlier, (start, FOR_EVER)], self.left_out):
            if end - begin >= left:
                return date.fromordinal(begin + left)
            left -= end - begin
        return date.max

    def stopped(self, day: date) -> date | None:
        """The last day of the last stay, where that is before this day."""
        end = self.stays[-1][1]
        return date.fromordinal(end - 1) if end <= day.toordinal() else None

    def counted_before(self, day: date) -> int:
        """How many days were used before this day."""
        return total(without(inside(self.stays, [(0, day.toordinal())]), self.left_out))

    def left_out_before(self, day: date) -> int:
        """How many days of leave before this day do not count; those after the last stay are in, had it gone on."""
        return total(inside(self.left_out, [(0, day.toordinal())]))

    def between_before(self, day: date) -> int:
        """How many days before this day lie between stays."""
        gaps = ((earlier[1], later[0]) for earlier, later in pairwise(self.stays))
        return total(inside(gaps, [(0, day.toordinal())]))


def limits_of(figures: Mapping[str, Figure], day: date) -> Limits:
    """Read the limits of a day from the figures; before the status began, its first limit is taken."""
    total_stay = figures["no1-total-years"]
    years = total_stay.on(day) or total_stay.values[0]
    caps = {kind: value for kind, name in CAPPED.items() if (value := figures[name].on(day))}
    return Limits(
        limit_months=12 * years.value,
        caps={kind: cap.value for kind, cap in caps.items()},
        leave_since=min((cap.since for cap in caps.values() if cap.since), default=None),
    )


def count(stays: Iterable[Stay], leaves: Iterable[Leave], limits: Limits) -> Count | None:
    """Add up stays and leave; None where there is no stay."""
    spans = merged(span(stay.first, stay.last) for stay in stays)
    if not spans:
        return None
    found = tuple(findings(leaves, spans, limits))
    left_out = merged(finding.days for finding in found if finding.reason is Reason.LEFT_OUT)
    return Count(spans, limits, found, inside(left_out, spans))


def days_held(stays: Iterable[Stay], day: date) -> tuple[date, int] | None:
    """Give the first day of the first stay, and how many days before this day lie in a stay, leave too.

    None where none does.
    """
    spans = inside(merged(span(stay.first, stay.last) for stay in stays), [(0, day.toordinal())])
    return (date.fromordinal(spans[0][0]), total(spans)) if spans else None


def five_years(stays: Iterable[Stay], leaves: Iterable[Leave], day: date, limits: Limits) -> FiveYears | None:
    """Estimate how the five years stand on a day; None where there is no stay.

    The guideline gives no formula for adding stays up, so this is an estimate, and its steps say so.
    """
    every = tuple(stays)
    counted = count(every, leaves, limits)
    if not counted:
        return None
    used = counted.counted_before(day)
    return FiveYears(
        limit_months=limits.limit_months,
        ends=counted.ends,
        counted_days=used,
        left_days=max(0, counted.full_days - used),
        excluded_days=total(counted.left_out),
        stopped=counted.stopped(day),
        between_days=counted.between_before(day),
        marks=tuple(_marks(counted, day)),
        steps=(*_about_doubles(every), *_steps(counted, day)),
    )


def _about_doubles(stays: Sequence[Stay]) -> Iterator[str]:
    """Name the stays that lie inside one that goes on: whoever was away between them gave too early a day for it."""
    goes_on = min((stay.first for stay in stays if stay.last is None), default=date.max)
    for first, last in sorted((stay.first, stay.last) for stay in stays if stay.last):
        if first >= goes_on:
            yield (
                f"The stay from {in_words(first)} to {in_words(last)} lies inside the one since "
                f"{in_words(goes_on)} and adds nothing. If you did not hold No.1 all the time since, change that day "
                "to the first day of the stay that goes on now."
            )


def _marks(counted: Count, day: date) -> Iterator[Mark]:
    if counted.stopped(day):
        return
    for months, text in MARKS.items():
        on = add_months(counted.ends, -months)
        yield Mark(used_months=counted.limits.limit_months - months, on=on, is_past=on <= day, text=text)


def _steps(counted: Count, day: date) -> Iterator[str]:
    limit = counted.limits.limit_months
    plain = add_months(counted.first, limit)
    yield (
        f"Your first day was {in_words(counted.first)}. {limit} months from then end on {in_words(plain)}: "
        f"{counted.full_days:,} days."
    )
    yield from _about_stays(counted)
    yield from (_about(finding, counted.limits) for finding in counted.findings)
    yield from _about_several(counted)
    yield from _about_sum(counted, plain, day)
    yield "Days abroad on a re-entry permit and days without work count, except inside leave that is left out."
    if stopped := counted.stopped(day):
        yield (
            f"Your last stay ended on {in_words(stopped)}, and nothing has been used up since. The end given here "
            "would hold had that stay gone on; it comes later by each day until your next stay begins."
        )
    if counted.counted_before(day) >= counted.full_days:
        yield f"By this count the {limit} months are used up. {ASK}"
    yield (
        "This is an estimate: the official guideline gives no formula for adding the stays up. For the official "
        "record, ask the Immigration Services Agency for your entries and exits "
        "(出入国記録の開示請求, しゅつにゅうこくきろくのかいじせいきゅう) and write on the form that it is to check "
        "your total stay (通算在留期間の確認のため, つうさんざいりゅうきかんのかくにんのため)."
    )


def _about_stays(counted: Count) -> Iterator[str]:
    """List several stays, and the days between them."""
    if len(counted.stays) == 1:
        return
    for start, end in counted.stays:
        first = in_words(date.fromordinal(start))
        if end == FOR_EVER:
            yield f"Stay since {first}."
        else:
            yield f"Stay from {first} to {in_words(date.fromordinal(end - 1))}: {_days(end - start)}."
    between = counted.between_before(date.max)
    yield f"Between your stays: {_days(between)}. They do not count."


def _about_sum(counted: Count, plain: date, day: date) -> Iterator[str]:
    """Say what moves the end, and how much is used; the parts make the whole."""
    ends = counted.ends
    parts = {"between stays": counted.between_before(ends), "of leave": counted.left_out_before(ends)}
    if moved := [f"{_days(days)} {what}" for what, days in parts.items() if days]:
        yield f"{in_words(plain)}, plus {' and '.join(moved)}: the end is on {in_words(ends)}."
    used = counted.counted_before(day)
    left = max(0, counted.full_days - used)
    yield f"Used before {in_words(day)}: {used:,} of {_days(counted.full_days)}. Left: {left:,}."


def _days(count: int) -> str:
    return f"{count:,} day{'' if count == 1 else 's'}"


def _about(finding: Finding, limits: Limits) -> str:
    start, end = finding.days
    first, last = (in_words(date.fromordinal(day)) for day in (start, end - 1))
    leave = f"{LEAVE_WORDS[finding.kind]} from {first} to {last}"
    match finding.reason:
        case Reason.LEFT_OUT:
            return f"{leave}: {end - start} days. They are left out if the office accepts the proof."
        case Reason.NOT_NOTIFIED:
            return f"{leave} counts: leave is left out only when the employer notified it when it began."
        case Reason.EARLY if limits.leave_since:
            since = in_words(limits.leave_since)
            return f"{leave} counts here: whether leave before {since} can be left out is not known. {ASK}"
        case Reason.EARLY:
            return f"{leave} counts: on the day whose rules are used here, no leave was left out."
        case Reason.SHORT:
            return f"{leave} counts: only a stretch of more than one month without a break is left out."
        case Reason.BEYOND_CAP:
            months = limits.caps[finding.kind]
            return f"{leave} counts here: it is beyond the {months} months that are left out in principle. {ASK}"


def _about_several(counted: Count) -> Iterator[str]:
    left_out = [finding for finding in counted.findings if finding.reason is Reason.LEFT_OUT]
    for kind in CAPPED:
        if sum(finding.kind == kind for finding in left_out) > 1:
            yield f"{LEAVE_WORDS[kind]}: how several stretches add up is not written down. {ASK}"
    if (listed := total(finding.days for finding in left_out)) > (days := total(counted.left_out)):
        yield (
            f"Of these {_days(listed)} of leave {_days(days)} are left out: a day with two kinds of leave counts once, "
            "and a day outside your stays has nothing to be left out of."
        )
