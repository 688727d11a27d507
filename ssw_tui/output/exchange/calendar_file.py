"""The days of all cards for a calendar program (RFC 5545): days in Japan, with alarms, without card numbers.

The id of an entry is made from the card and the deadline, not from its date: brought in again it makes no double, and
where a date has moved the entry moves, with its alarms. How often the data were changed counts the entry's revisions.
"""

from collections.abc import Iterable, Iterator
from datetime import timedelta

from ssw_tui.advice.days import in_words
from ssw_tui.advice.deadlines import SETTLED, DueDay, State, due_days
from ssw_tui.output.card_words import schedule_of
from ssw_tui.reader import Reader
from ssw_tui.records.deadline import Effect
from ssw_tui.tracker.records import Card, CardFile

LONGEST_LINE = 75
"""Bytes; a longer line is folded."""
RINGS_AT = 9
"""The hour of alarms."""
SHORT, LONG = (7, 1), (30, 7, 1)
"""How many days ahead an alarm rings, for times of up to a month and for longer ones."""
MONTH = 30
SETTLED_WORD = {State.DONE: "Done: ", State.MOOT: "No longer needed: "}
COUNTED_BY = "Counted by ssw-tui from what was recorded, by the rules of {day}. The immigration office decides."


def calendar_file(reader: Reader, files: Iterable[CardFile], revision: int) -> str:
    """Give the worker's own days of all cards as a calendar.

    What is dealt with stays in it while its day is to come, without an alarm, so that an entry brought in before falls
    silent.

    Args:
        reader: the content as of the day.
        files: the cards with all that is recorded about them.
        revision: how often the data were changed.
    """
    rules = schedule_of(reader)
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//ssw-tui//ssw-tui//EN", "CALSCALE:GREGORIAN"]
    lines += ["X-WR-CALNAME:ssw-tui", "X-WR-TIMEZONE:Asia/Tokyo"]
    for file in files:
        for due in due_days(file, rules):
            if due.is_own and (due.state not in SETTLED or due.on >= reader.day):
                lines += _entry(reader, file.card, due, revision)
    lines.append("END:VCALENDAR")
    return "".join(f"{folded}\r\n" for line in lines for folded in _folded(line))


def _entry(reader: Reader, card: Card, due: DueDay, revision: int) -> Iterator[str]:
    rule = due.deadline
    title = f"{SETTLED_WORD.get(due.state, '')}{card.label}: {reader.say(rule.title, rule)}"
    closes_early = rule.effect is Effect.CLOSES and due.counter_day != due.on
    summary = f"{title} (last office day {in_words(due.counter_day)})" if closes_early else title
    yield "BEGIN:VEVENT"
    yield f"UID:{card.id}.{due.id.replace(':', '.')}@ssw-tui"
    yield f"DTSTAMP:{reader.day:%Y%m%d}T000000Z"
    yield f"SEQUENCE:{revision}"
    yield f"DTSTART;VALUE=DATE:{due.on:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{due.on + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_text(summary)}"
    yield f"DESCRIPTION:{_text(_description(reader, due))}"
    yield f"LOCATION:{_text(reader.say(rule.where, rule))}"
    yield "CLASS:PRIVATE"
    yield "TRANSP:TRANSPARENT"
    if due.state not in SETTLED:
        yield from _alarms(due, summary)
    yield "END:VEVENT"


def _description(reader: Reader, due: DueDay) -> str:
    rule = due.deadline
    said = [reader.say(rule.do, rule)]
    if rule.effect is Effect.CLOSES:
        said.append(f"Last day on which the office is open: {in_words(due.counter_day)}.")
    said.append(f"If missed: {reader.say(rule.if_missed, rule)}")
    if rule.note:
        said.append(reader.say(rule.note, rule))
    said += [f"Basis: {reader.say(rule.basis, rule)}", COUNTED_BY.format(day=in_words(reader.day))]
    return "\n".join(said)


def _alarms(due: DueDay, summary: str) -> Iterator[str]:
    """Ring so many days before the last one on which the office is open."""
    early = (due.on - due.counter_day).days if due.deadline.effect is Effect.CLOSES else 0
    for days in _leads(due):
        hours = RINGS_AT - 24 * (days + early)
        yield "BEGIN:VALARM"
        yield "ACTION:DISPLAY"
        yield f"DESCRIPTION:{_text(summary)}"
        yield f"TRIGGER:{'-' if hours < 0 else ''}PT{abs(hours)}H"
        yield "END:VALARM"


def _leads(due: DueDay) -> tuple[int, ...]:
    rule = due.deadline
    if rule.effect is Effect.OPENS:
        return (0,)
    return SHORT if not rule.months and 0 < rule.days <= MONTH else LONG


def _text(text: str) -> str:
    """Escape what the format would read as its own."""
    for sign, written in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        text = text.replace(sign, written)
    return text


def _folded(line: str) -> Iterator[str]:
    """Break a line after so many bytes, never inside a character; each further piece begins with a space."""
    rest = line.encode()
    while len(rest) > LONGEST_LINE:
        cut = LONGEST_LINE
        while rest[cut] & 0xC0 == 0x80:
            cut -= 1
        yield rest[:cut].decode()
        rest = b" " + rest[cut:]
    yield rest.decode()
