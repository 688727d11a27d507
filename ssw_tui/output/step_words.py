"""The day of a step in words: in a row of a list, and with how it is counted on its page."""

from collections.abc import Iterator
from datetime import date

from ssw_tui.advice.step_days import Origin, State, StepDay
from ssw_tui.output.page import Block, Pair, Tone
from ssw_tui.output.pages.common import say_day
from ssw_tui.output.pages.procedures import ANCHOR_WORD, say_timing
from ssw_tui.records.procedure import Bound

ORIGIN_WORD = {
    Origin.CARD: "from the card",
    Origin.PLAN: "your plan",
    Origin.CALENDAR: "by the calendar",
    Origin.STEP: "the last or likely day of that step, since no day is set for it",
}
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def say_away(days: int) -> str:
    """Say how far away a day is: "in 3 days", "today", "3 days ago"."""
    count = f"{abs(days)} day{'' if abs(days) == 1 else 's'}"
    if days == 0:
        return "today"
    return f"in {count}" if days > 0 else f"{count} ago"


def _say(day: date | None) -> str:
    return say_day(day) if day else ""


def say_step_day(day: StepDay, *, done: bool = False, settled: bool = False) -> str:
    """Say in a few words when a step is to be done; nothing where nothing is counted for it.

    Args:
        day: the step's day.
        done: whether the step is ticked off.
        settled: whether its day is marked as done on the card.
    """
    if settled and not done:
        return f"{_which(day)}, marked as done on My card" if day.on else "marked as done on My card"
    if day.on is None:
        return f"{say_timing(day.step.when)} (day not set)" if day.step.when and not done else ""
    if done:
        return _which(day)
    overdue = "overdue: " if is_overdue(day) else ""
    return f"{overdue}{_which(day)}, {say_away(day.days or 0)}{_until(day)}{_misfit(day)}"


def say_window(day: StepDay) -> str:
    """Say between which days a step can be done: "from 15 Dec 2026 until 15 Mar 2027"."""
    first, last = (f"{word} {_say(on)}" for word, on in (("from", day.first), ("until", day.last)))
    return " ".join(text for text, on in ((first, day.first), (last, day.last)) if on)


def is_overdue(day: StepDay) -> bool:
    """Whether the last day that a rule sets for a step has passed."""
    return day.state is State.PASSED and day.anchor is not None and not day.own and day.last is not None


def _which(day: StepDay) -> str:
    if day.own:
        return f"{_say(day.plan)} on the card" if day.own is Origin.CARD else f"your plan: {_say(day.plan)}"
    if day.first and day.on == day.first:
        return f"{'from' if day.anchor else 'after'} {_say(day.first)}"
    if day.last:
        word = "possible until" if day.first else "by" if day.anchor else "before"
        return f"{word} {_say(day.last)}"
    return f"about {_say(day.plan)}"


def _until(day: StepDay) -> str:
    """Say when the time ends that has not begun yet."""
    return f", until {_say(day.last)}" if day.last and day.first == day.on and not day.own else ""


def _misfit(day: StepDay) -> str:
    if day.is_too_early:
        return f"; too early, it is possible from {_say(day.first)}"
    return f"; too late, the last day is {_say(day.last)}" if day.is_too_late else ""


def day_blocks(day: StepDay, *, done: bool, settled: bool = False) -> Iterator[Block]:
    """Give the day of a step on its page, and how it is counted."""
    if day.on is None:
        if day.missing:
            yield Pair("Your day", f"not known yet; it is counted from {ANCHOR_WORD[day.missing]}")
        return
    is_near = day.state in (State.DUE, State.PASSED) and not done and not settled
    yield Pair("Your day", say_step_day(day, done=done, settled=settled), Tone.WARNING if is_near else Tone.STRONG)
    if day.own and (day.first or day.last):
        yield Pair("Possible", say_window(day))
    if how := _how(day):
        yield Pair("Counted", how)
    if day.unsure:
        yield Pair("But", f"earlier if {ANCHOR_WORD[day.unsure]} comes first; that day is not known")
    if day.last and day.counter_day and day.counter_day != day.last and day.step.where:
        at = f"{WEEKDAYS[day.counter_day.weekday()]} {say_day(day.counter_day)}"
        yield Pair("Open offices", f"offices are closed on {_say(day.last)}; the last day they are open is {at}")


def _how(day: StepDay) -> str:
    when = day.step.when
    if when and day.counted:
        from_day = f"{say_day(day.counted.on)} ({ORIGIN_WORD[day.counted.origin]})"
        plan_only = ". It is a sensible day; no rule sets it" if when.bound is Bound.ABOUT else ""
        return f"{say_timing(when)}, which is {from_day}{plan_only}"
    if day.counted:
        return f"no rule counts a day; it comes {'before' if day.last else 'after'} {say_day(day.counted.on)}"
    return ""
