"""What cards and their days are called, in the app and on the command line."""

from collections.abc import Mapping
from datetime import date

from ssw_tui.advice.days import add_months, in_words
from ssw_tui.advice.deadlines import DueDay, Schedule, State, due_days, schedule
from ssw_tui.advice.five_years import FiveYears, five_years, limits_of
from ssw_tui.advice.leave import Limits
from ssw_tui.reader import Reader
from ssw_tui.records.deadline import Deadline
from ssw_tui.records.figure import Figure
from ssw_tui.tracker.records import Card, CardFile, CardStatus, Event, EventKind, Leave, LeaveKind, Spell, SpellKind

STATUS_WORD: Mapping[str, str] = {
    CardStatus.SSW1: "No.1 (特定技能1号)",
    CardStatus.SSW2: "No.2 (特定技能2号)",
    CardStatus.OTHER: "another status",
    CardStatus.NONE: "no card yet",
}
EVENT_WORD: Mapping[str, str] = {
    EventKind.MOVED: "I moved to another home",
    EventKind.CONTRACT_ENDED: "I left the job, or the contract ended",
    EventKind.CONTRACT_SIGNED: "I signed a new work contract",
    EventKind.APPLICATION_FILED: "I applied for an extension or a change of status",
    EventKind.DECISION_RECEIVED: "I got the answer to my application",
    EventKind.LEFT_JAPAN: "I left Japan for a visit",
    EventKind.RETURNED: "I came back to Japan",
    EventKind.CARD_LOST: "I lost my residence card",
    EventKind.NAME_CHANGED: "My name, birth date, sex or nationality changed",
    EventKind.EMPLOYER_CHANGED: "My employer got a new name or address, or closed",
    EventKind.COE_ISSUED: "My certificate of eligibility was issued",
    EventKind.ADDRESS_DECIDED: "I found my first home in Japan",
    EventKind.CARD_REPLACED: "I got a new card in place of an old one",
    EventKind.EXCHANGE_ORDERED: "Immigration ordered me to replace my card",
    EventKind.STATUS_REVOKED: "My status was taken away",
    EventKind.LEFT_FOR_GOOD: "I leave Japan for good",
    EventKind.CHILD_BORN: "A child was born",
    EventKind.LEAVE_STARTED: "My leave from work began",
    EventKind.LEAVE_ENDED: "My leave from work ended",
}
SPELL_WORD: Mapping[str, str] = {
    SpellKind.NO1: "a stay as No.1",
    SpellKind.PREPARATION: "a stay that prepares No.1 (特定活動, とくていかつどう)",
}
LEAVE_WORD: Mapping[str, str] = {
    LeaveKind.PARENTAL: "leave for a birth or a child",
    LeaveKind.SICK: "sick leave",
    LeaveKind.WORK_ACCIDENT: "leave after a work accident",
}
NOW = (State.OVERDUE, State.DUE)
LATER = (State.OPEN, State.COMING)


def limits_on(reader: Reader) -> Limits:
    """Give by which limits the five years are counted on the reader's day."""
    return limits_of(reader.library.all(Figure), reader.day)


def schedule_of(reader: Reader) -> Schedule:
    """Give the deadlines that hold on the reader's day."""
    return schedule(reader.library.all(Deadline).values(), limits_on(reader), reader.day)


def days_of(reader: Reader, file: CardFile) -> tuple[DueDay, ...]:
    """Give every deadline of a card on the reader's day."""
    return due_days(file, schedule_of(reader))


def years_of(reader: Reader, file: CardFile) -> FiveYears | None:
    """Give the five years of a card; None where no stay as No.1 is known."""
    return five_years(file.stays, file.leaves, reader.day, limits_on(reader))


def say_left(days: int) -> str:
    """Say how many days are left, or how many have passed."""
    count = abs(days)
    unit = "day" if count == 1 else "days"
    if days == 0:
        return "today"
    return f"{count} {unit} left" if days > 0 else f"{count} {unit} ago"


def say_in(days: int) -> str:
    """Say in how many days something comes."""
    return f"in {days} day{'s' if days != 1 else ''}" if days else "today"


def say_months(months: int) -> str:
    """Give some months in years and months.

    >>> say_months(48), say_months(57)
    ('4 years', '4 years and 9 months')
    """
    years, more = divmod(months, 12)
    return f"{years} years and {more} months" if more else f"{years} years"


def say_time_left(today: date, last: date) -> str:
    """Say how long it is to a day, in whole months and days.

    >>> say_time_left(date(2026, 11, 22), date(2027, 9, 22)), say_time_left(date(2026, 11, 22), date(2028, 1, 1))
    ('10 months', '1 year, 1 month and 10 days')
    """
    months = (last.year - today.year) * 12 + last.month - today.month
    if add_months(today, months) > last:
        months -= 1
    years, more = divmod(months, 12)
    days = (last - add_months(today, months)).days
    parts = [
        f"{count} {unit}{'s' if count != 1 else ''}"
        for count, unit in ((years, "year"), (more, "month"), (days, "day"))
    ]
    *first, final = [part for part in parts if not part.startswith("0 ")] or ["0 days"]
    return f"{', '.join(first)} and {final}" if first else final


def say_short_day(day: date, today: date) -> str:
    """Give a day in few characters, without its year where that is this one.

    >>> say_short_day(date(2027, 3, 15), date(2026, 11, 22)), say_short_day(date(2026, 12, 1), date(2026, 11, 22))
    ('15 Mar 2027', '1 Dec')
    """
    return in_words(day).removesuffix(f" {today.year}")


def say_end(reader: Reader, card: Card) -> str:
    """Say when the stay of a card ends, and how many days are left."""
    if card.expires is None:
        return "no end of stay yet"
    return f"{in_words(card.expires)} ({say_left((card.expires - reader.day).days)})"


def say_state(due: DueDay) -> str:
    """Say how a deadline stands, with its days."""
    match due.state:
        case State.OVERDUE:
            return f"overdue by {-due.days} day{'s' if due.days != -1 else ''}"
        case State.DUE | State.COMING:
            return say_in(due.days)
        case State.OPEN:
            return "may be done now"
        case state:
            return state.value


def say_entry(entry: Event | Spell | Leave) -> str:
    """Say what was recorded: an event, a stay, a leave."""
    match entry:
        case Event():
            return f"{in_words(entry.on)}: {EVENT_WORD[entry.kind]}"
        case Spell():
            return f"{_span(entry.first, entry.last)}: {SPELL_WORD[entry.kind]}"
        case Leave():
            notified = "the employer notified it" if entry.notified else "the employer did not notify it"
            return f"{_span(entry.first, entry.last)}: {LEAVE_WORD[entry.kind]}; {notified}"


def _span(first: date, last: date | None) -> str:
    return f"{in_words(first)} to {in_words(last)}" if last else f"since {in_words(first)}"
