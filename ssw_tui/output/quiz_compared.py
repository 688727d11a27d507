"""Two results of the quiz beside each other: what they do not have in common, and because of what."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise

from attrs import evolve, frozen

from ssw_tui.advice.answers import GOAL, Answers, given
from ssw_tui.advice.changes import Change
from ssw_tui.advice.eligibility import Quiz, Result
from ssw_tui.advice.plan import RANK_OF
from ssw_tui.library import Library
from ssw_tui.output.quiz import plain
from ssw_tui.output.quiz_causes import Cause, Causes
from ssw_tui.reader import Reader
from ssw_tui.records.quiz import Row

WAIT_UNTIL = "wait-until"
"""Names the day of a way that is to wait."""
Saying = Callable[[Row, date], str]
"""Gives what a row says on a day."""


class What(StrEnum):
    """What of a result differs."""

    VERDICT = "verdict"
    POSSIBLE = "possible"
    """A verdict that some way of filling in the open answers leads to."""
    BLOCK = "block"
    ASK = "ask"
    GAP = "gap"
    OUTCOME = "outcome"
    CHANGE = "change"
    """A smallest way to meet the conditions."""
    NEXT = "next"
    """A procedure to go on with."""
    WARNING = "warning"
    NOTE = "note"
    CHECK = "check"
    """An open question that can change the verdict."""
    OPTIONAL = "optional"
    """An open question that can change only what is listed."""
    REASON = "reason"
    """A condition, and whether it is met."""


Key = tuple[What, str]
ORDER = {what: place for place, what in enumerate(What)}


@frozen
class Told:
    """What a result says of something."""

    value: str | None = None
    """A verdict, a state, a text; None: nothing."""
    row: Row | None = None
    """The row that says it."""


@frozen(kw_only=True)
class Difference:
    """One thing that the results of two days do not have in common."""

    what: What
    id: str
    """Which one: a code, a question, a procedure, a verdict, the id of a row."""
    before: str | None
    """What the first result says of it: a verdict, a state, a text; None: nothing."""
    after: str | None
    """What the second says."""
    rows: tuple[Row, ...]
    """The rows that say it."""
    because: tuple[Cause, ...] = ()
    """Why, as far as it was looked into."""


@frozen(kw_only=True)
class Compared:
    """The results of two days beside each other."""

    before: Result
    after: Result
    differences: tuple[Difference, ...]
    """In the order of `What`."""


def as_written(row: Row, _: date) -> str:
    """Give what a row says, figures by their names."""
    return row.text


def difference(before: Result, after: Result, say: Saying = as_written) -> tuple[Difference, ...]:
    """Give what two results do not have in common.

    Args:
        before: the result of the first day.
        after: the result of the second.
        say: what rows say; with the figures of each day in it, a figure that changes is a difference too.
    """
    first, second = dict(_told(before, say)), dict(_told(after, say))
    keys = sorted(dict.fromkeys([*first, *second]), key=lambda key: ORDER[key[0]])
    pairs = [(key, first.get(key, Told()), second.get(key, Told())) for key in keys]
    return tuple(_difference(key, then, now) for key, then, now in pairs if then.value != now.value)


def _difference(key: Key, then: Told, now: Told) -> Difference:
    rows = tuple(dict.fromkeys(row for row in (then.row, now.row) if row))
    return Difference(what=key[0], id=key[1], before=then.value, after=now.value, rows=rows)


def _told(result: Result, say: Saying) -> Iterator[tuple[Key, Told]]:
    yield (What.VERDICT, "verdict"), Told(result.verdict.value)
    yield from (((What.POSSIBLE, verdict.value), Told(verdict.value)) for verdict in result.possible)
    for what, rows in _listed(result).items():
        yield from (((what, row.code), Told(say(row, result.day), row)) for row in rows)
    for what, names in ((What.NEXT, result.next), (What.CHECK, result.checks), (What.OPTIONAL, result.optional)):
        yield from (((what, name), Told(name)) for name in names)
    for change in result.changes:
        yield (What.CHANGE, _id_of(change)), Told(_id_of(change))
    for reason in result.reasons:
        yield (What.REASON, reason.row.id), Told(reason.state.value, reason.row)


def _listed(result: Result) -> Mapping[What, Sequence[Row]]:
    return {
        What.BLOCK: result.blocks,
        What.ASK: result.asks,
        What.GAP: result.gaps,
        What.OUTCOME: result.outcomes,
        What.WARNING: result.warnings,
        What.NOTE: result.notes,
    }


def _id_of(change: Change) -> str:
    """Name a way by the answers that it changes: japanese=n3+offer=direct."""
    wait = [f"{WAIT_UNTIL}={change.wait_until}"] if change.wait_until else []
    return "+".join([*(f"{name}={plain(answer)}" for name, answer in change.set), *wait])


def compared(library: Library, quiz: Quiz, answers: Answers, first: date, second: date) -> Compared:
    """Give what differs between the results of two days, and because of what.

    Args:
        library: the content.
        quiz: the quiz.
        answers: the same for both days.
        first: the earlier day.
        second: the later day.
    """
    before, after = quiz.evaluate(answers, first), quiz.evaluate(answers, second)
    say = _saying(library)
    found = difference(before, after, say)
    if found:
        goal = given(answers).get(GOAL)
        rows = [row for row in quiz.rows.values() if goal is None or goal in row.goals]
        causes = Causes(library, quiz, given(answers))
        days = sorted({cause.day for cause in causes.of(rows, first, second)})
        steps = _steps(quiz, answers, [first, *days], say)
        found = tuple(evolve(one, because=_because(one, steps, causes, rows)) for one in found)
    return Compared(before=before, after=after, differences=found)


Steps = Mapping[date, Sequence[Difference]]
"""What becomes different on each of some days."""


def _steps(quiz: Quiz, answers: Answers, days: Sequence[date], say: Saying) -> Steps:
    results = [quiz.evaluate(answers, day, changes=False) for day in days]
    return {now.day: difference(then, now, say) for then, now in pairwise(results)}


def _because(one: Difference, steps: Steps, causes: Causes, rows: Sequence[Row]) -> tuple[Cause, ...]:
    """Give the causes of the days on which it became different: its own rows', those of what changed then, or all."""
    found: list[Cause] = []
    for day, changed in steps.items():
        if (one.what, one.id) in {(other.what, other.id) for other in changed}:
            nearest = (one.rows, _deciding(one, changed), rows)
            found += next((known for some in nearest if (known := _on(day, some, causes))), ())
    return tuple(found)


def _on(day: date, rows: Iterable[Row], causes: Causes) -> tuple[Cause, ...]:
    return causes.of(rows, day - timedelta(days=1), day)


def _deciding(one: Difference, changed: Sequence[Difference]) -> list[Row]:
    """Give the rows that changed with it: of a verdict those that can decide, where there are any."""
    rows = [row for other in changed for row in other.rows]
    if one.what not in (What.VERDICT, What.POSSIBLE, What.CHECK):
        return rows
    return [row for row in rows if row.effect in RANK_OF] or rows


def _saying(library: Library) -> Saying:
    def say(row: Row, day: date) -> str:
        return Reader(library, day).say(row.text, row)

    return say
