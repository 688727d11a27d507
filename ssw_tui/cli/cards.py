"""Commands about the person's own cards: what is recorded, what is due, where it lies."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from ssw_tui.advice.deadlines import SETTLED, DueDay
from ssw_tui.advice.due import Horizon, horizon, next_day, own_days
from ssw_tui.cli import DONE, DUE
from ssw_tui.cli.card_values import card_values, kind_of, meant, sentence
from ssw_tui.cli.days import day_of
from ssw_tui.cli.options import Options
from ssw_tui.errors import UserError
from ssw_tui.output import cards as output
from ssw_tui.output.card_words import days_of, schedule_of, years_of
from ssw_tui.tracker.records import CardFile, EventKind, LeaveKind, SpellKind
from ssw_tui.tracker.tracker import Tracker

if TYPE_CHECKING:
    from argparse import Namespace


def run(arguments: "Namespace", options: Options) -> int:
    """Run a command as it was read from the command line."""
    given = vars(arguments)
    match arguments.command:
        case "status":
            return status(options, given["within"])
        case "paths":
            return paths(options)
        case _:
            return _run_card(given, options)


def _run_card(given: Mapping[str, Any], options: Options) -> int:
    card_id = given.get("id", "")
    match given["action"]:
        case "add":
            return add(options, given)
        case "edit":
            return edit(options, card_id, given)
        case "show":
            return show(options, card_id, reveal=given["reveal"], to=given["to"])
        case "event":
            return event(options, card_id, given["kind"], given["on"])
        case "done":
            return done(options, card_id, given["deadline"], given["on"])
        case "spell":
            return spell(options, card_id, given["first"], given["last"], given["kind"])
        case "leave":
            return leave(options, card_id, given["first"], given["last"], given["kind"], notified=given["notified"])
        case "remove":
            return remove(options, card_id)
        case action:
            return {"list": show_list, "undo": undo, "redo": redo}[action](options)


# Cards


def add(options: Options, given: Mapping[str, str | None]) -> int:
    """Add a card and print its id."""
    values = card_values(options.library, given)
    with _tracker(options) as tracker:
        card = tracker.add_card(**values)
    return options.say({"id": card.id}, card.id)


def edit(options: Options, card_id: str, given: Mapping[str, str | None]) -> int:
    """Change what is given; an empty text takes a value away."""
    values = card_values(options.library, given)
    if not values:
        raise UserError("Nothing to change: name at least one option, such as --expires 2028-03-15.")
    with _tracker(options) as tracker:
        tracker.change_card(card_id, **values)
    return options.say({"id": card_id, "changed": sorted(values)}, f"Changed {card_id}.")


def remove(options: Options, card_id: str) -> int:
    """Remove a card with everything recorded about it."""
    with _tracker(options) as tracker:
        tracker.remove_card(card_id)
    return options.say({"id": card_id, "removed": True}, f"Removed {card_id}. ssw-tui card undo brings it back.")


def show_list(options: Options) -> int:
    """Print every card with the day that comes next."""
    with _tracker(options) as tracker:
        files = tracker.files()
    own = own_days(schedule_of(options.reader))
    listed = [(file.card, next_day(file, own)) for file in files]
    if options.json:
        return options.say({"cards": [output.list_entry(card, coming) for card, coming in listed]}, "")
    for card, coming in listed:
        said = f"{coming.on} {coming.deadline.title} ({output.say_when(coming)})" if coming else "nothing is due"
        ends = f"until {card.expires}" if card.expires else "no end of stay"
        options.write(f"{card.id}  {card.label}, {card.status}, {ends}; {said}\n")
    if not listed:
        options.write("No cards yet. Add one: ssw-tui card add --label NAME --status ssw1 --expires 2027-03-15\n")
    return DONE


def show(options: Options, card_id: str, *, reveal: bool = False, to: str | None = None) -> int:
    """Print one card with its days and the five years, also as a file to keep or to print."""
    with _tracker(options) as tracker:
        file = tracker.file(card_id)
    if options.json:
        return options.say(_data(options, file, reveal=reveal), "")
    from ssw_tui.cli.files import page_text
    from ssw_tui.output.pages.cards import page

    options.write(page_text(options, page(options.reader, file, "" if reveal else options.look.mask), to))
    if to is None:
        _say_markable(options, file)
    return DONE


def _say_markable(options: Options, file: CardFile) -> None:
    from ssw_tui.output.page import Page, Pair

    markable = [due for due in days_of(options.reader, file) if due.is_own and due.state not in SETTLED]
    if markable:
        options.write("\n")
        pairs = tuple(Pair(due.id, f"{due.on}  {due.deadline.title}") for due in markable)
        options.show(
            Page(title=f"To mark a day as dealt with: ssw-tui card done {file.card.id} DEADLINE", blocks=pairs)
        )


def _data(options: Options, file: CardFile, *, reveal: bool) -> dict[str, Any]:
    reader = options.reader
    data = output.card_data(reader, file, days_of(reader, file), years_of(reader, file), reveal=reveal)
    return {"as_of": options.day.isoformat(), **data}


# What happened


def event(options: Options, card_id: str, kind: str, on: str) -> int:
    """Record something that happened, or is going to, and print the days that follow from it."""
    wanted, day = kind_of(EventKind, kind, "KIND"), day_of("--on", on)
    with _tracker(options) as tracker:
        tracker.add_event(card_id, wanted, day)
        file = tracker.file(card_id)
    days = days_of(options.reader, file)
    following = [due for due in days if due.deadline.counted_from == wanted and due.anchor == day]
    lines = [f"{due.on}  {due.deadline.title} ({due.id}, {output.say_when(due)})" for due in following]
    if wanted is EventKind.DECISION_RECEIVED and file.expires:
        lines.append(f"If you have a new card, enter its last day: ssw-tui card edit {card_id} --expires YYYY-MM-DD")
    data = {"id": card_id, "event": {"kind": wanted.value, "on": day.isoformat()}, "deadlines": _ids(following)}
    return options.say(data, "\n".join([f"Recorded for {card_id}: {wanted} on {day}.", *lines]))


def done(options: Options, card_id: str, deadline: str, on: str | None) -> int:
    """Mark a deadline of a card as dealt with."""
    day = day_of("--on", on) if on else options.day
    with _tracker(options) as tracker:
        days = {due.id: due for due in days_of(options.reader, tracker.file(card_id))}
        if deadline not in days:
            raise UserError(f'This card has no deadline "{deadline}"{meant(deadline, days)}')
        tracker.set_done(card_id, deadline, days[deadline].anchor, day)
    data = {"id": card_id, "deadline": deadline, "done": day.isoformat()}
    return options.say(data, f"Done on {day}: {days[deadline].deadline.title} ({deadline}).")


def spell(options: Options, card_id: str, first: str, last: str | None, kind: str | None) -> int:
    """Record a time that counts towards the five years."""
    wanted = kind_of(SpellKind, kind or SpellKind.NO1, "--kind")
    start, end = day_of("--from", first), day_of("--to", last) if last else None
    with _tracker(options) as tracker:
        tracker.add_spell(card_id, wanted, start, end)
        return _say_years(options, tracker.file(card_id))


def leave(options: Options, card_id: str, first: str, last: str, kind: str, *, notified: bool) -> int:
    """Record leave."""
    wanted = kind_of(LeaveKind, kind, "--kind")
    start, end = day_of("--from", first), day_of("--to", last)
    with _tracker(options) as tracker:
        tracker.add_leave(card_id, wanted, start, end, notified=notified)
        return _say_years(options, tracker.file(card_id))


def _say_years(options: Options, file: CardFile) -> int:
    years = years_of(options.reader, file)
    data = {"id": file.card.id, "five_years": output.years_data(years) if years else None}
    said = f"{years.counted_days} days used, {years.left_days} left (an estimate)" if years else "not counted for it"
    return options.say(data, f"Recorded for {file.card.id}. The five years of No.1: {said}.")


# Taking back, and what is due


def undo(options: Options) -> int:
    """Take the last change back."""
    with _tracker(options) as tracker:
        change = tracker.undo()
    if not change:
        raise UserError("There is nothing to take back.")
    return options.say({"undone": change.what, "card": change.card}, f"Taken back: {change}.")


def redo(options: Options) -> int:
    """Do again what was taken back last."""
    with _tracker(options) as tracker:
        change = tracker.redo()
    if not change:
        raise UserError("There is nothing to do again.")
    return options.say({"redone": change.what, "card": change.card}, f"Done again: {change}.")


def status(options: Options, within: int) -> int:
    """Print what is due on every card.

    Returns:
        0 when nothing is, 1 when something is due or overdue.
    """
    rules = schedule_of(options.reader)
    with _tracker(options) as tracker:
        files = _near(tracker, horizon(rules, within))
    found = output.what_is_due(files, rules, within)
    options.say(output.status_data(found, options.day, within), output.status_text(found, within))
    return DUE if found else DONE


def _near(tracker: Tracker, near: Horizon | None) -> list[CardFile]:
    """Read the cards that can have something due, without looking at all the others."""
    return tracker.files_near(ends=near.ends, events=near.events, stays=near.stays) if near else tracker.files()


def paths(options: Options) -> int:
    """Print where the personal data, the settings and the log lie."""
    from ssw_tui.locations import log_folder, settings_file
    from ssw_tui.tracker.store import STORE_NAME

    places = {
        "store": options.data_folder / STORE_NAME,
        "backups": options.data_folder / "backups",
        "settings": settings_file(options.data_dir),
        "logs": log_folder(options.data_dir),
    }
    lines = [f"{name:<9} {place}" for name, place in places.items()]
    return options.say({name: str(place) for name, place in places.items()}, "\n".join(lines))


@contextmanager
def _tracker(options: Options) -> Iterator[Tracker]:
    """Open the personal data; a value that cannot be is the caller's mistake."""
    with Tracker(options.data_folder) as tracker:
        try:
            yield tracker
        except ValueError as error:
            raise UserError(f"{sentence(error)}.") from error


def _ids(days: Iterable[DueDay]) -> list[str]:
    return [due.id for due in days]
