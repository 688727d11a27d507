"""The picture of a stay: today, its end, and the days that come until then, over a line of months."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from ssw_tui.advice.days import add_months
from ssw_tui.advice.deadlines import DueDay, State
from ssw_tui.output.card_words import LATER, NOW, say_short_day, say_state
from ssw_tui.output.page import DayLine, DayMark, DayStretch, Sign
from ssw_tui.output.pages.common import say_day
from ssw_tui.reader import Reader
from ssw_tui.records.deadline import Effect
from ssw_tui.tracker.records import CardFile

MOST = 7
"""So many days are marked at most, the nearest ones."""
BACK, AHEAD = 3, 24
"""Months: how far back days are shown, and how far ahead of somebody whose stay has no end yet."""
LEAST_MONTHS = 4
APPLY, SPECIAL = "extension-open", "special-period-end"


def day_line(reader: Reader, file: CardFile, days: Sequence[DueDay]) -> DayLine | None:
    """Give the picture of a card; None where nothing but today is known."""
    marks = list(_marks(reader, file, days))
    if not marks:
        return None
    today = reader.day
    marks.insert(0, DayMark(today, f"today {say_short_day(today, today)}", f"{say_day(today)}: today", Sign.TODAY))
    marks.sort(key=lambda mark: (mark.sign is not Sign.ATTENTION, mark.sign is not Sign.TODAY, mark.on))
    first = min(mark.on for mark in marks).replace(day=1)
    last = max(*(mark.on for mark in marks), add_months(first, LEAST_MONTHS))
    end = add_months(last.replace(day=1), 1) - timedelta(days=1)
    return DayLine(first, end, tuple(marks), tuple(_stretches(file, days, first, end)))


def _marks(reader: Reader, file: CardFile, days: Sequence[DueDay]) -> Iterator[DayMark]:
    ends = file.expires
    horizon = add_months(ends if ends and ends > reader.day else reader.day, LEAST_MONTHS if ends else AHEAD)
    earliest = add_months(reader.day, -BACK)
    if ends and earliest <= ends:
        text = f"{say_day(ends)}: your stay ends"
        yield DayMark(ends, f"stay ends {say_short_day(ends, reader.day)}", text, Sign.DAY)
    shown = [due for due in days if due.is_own and due.state in (*NOW, *LATER) and earliest <= due.on <= horizon]
    for due in [due for due in shown if due.on != ends or due.deadline.counted_from != "end-of-stay"][:MOST]:
        yield _mark(reader, due)


def _mark(reader: Reader, due: DueDay) -> DayMark:
    title = reader.say(due.deadline.title, due.deadline)
    opens = due.deadline.effect is Effect.OPENS
    sign = Sign.ATTENTION if due.state in NOW else Sign.OPENS if opens else Sign.DAY
    label = f"{due.deadline.mark or title} {say_short_day(due.on, reader.day)}"
    return DayMark(due.on, label, f"{say_day(due.on)}: {title} [{say_state(due)}]", sign)


def _stretches(file: CardFile, days: Sequence[DueDay], first: date, last: date) -> Iterator[DayStretch]:
    ends = file.expires
    if not ends or ends < first:
        return
    yield DayStretch(max(first, file.granted or first), ends, "your stay")
    found = {due.deadline.id: due.on for due in days if due.deadline.id != SPECIAL or due.state is not State.MOOT}
    if APPLY in found and found[APPLY] < ends:
        yield DayStretch(max(first, found[APPLY]), ends, "time to apply for more")
        if SPECIAL in found:
            yield DayStretch(ends + timedelta(days=1), min(last, found[SPECIAL]), "special period")
