"""The commands about the personal data: cards, what is due, files out and in, copies."""

import re
from argparse import ArgumentTypeError
from collections.abc import Callable, Mapping

from ssw_tui.cli.parser import Parser, Tree

STATUSES = ("ssw1", "ssw2", "other", "none")
EXPORTS = ("json", "ics", "markdown", "csv")
PAGES = ("markdown", "html")
LONGEST_WITHIN = 3660
"""Ten years, in days: no deadline is counted further ahead."""
EXPORT = (
    "json is the whole of it, card numbers included, and import takes it back without loss. csv has the cards alone, "
    "for a spreadsheet. ics has the days not to miss, with the labels of your cards and alarms, without card numbers: "
    "brought in again it makes no doubles. In markdown and csv card numbers are masked."
)
IMPORT = """\
It adds what is new and changes what has the same id, never removes, all or nothing; card undo takes it back.
In CSV (UTF-8) the first line names the columns, in any order, of these:
  id label status expires field employer note
  granted period no1-since no2-since in-japan-since number
A new card needs label, status and expires, and no id. A line with the id of a card changes that card: an empty cell \
takes a value away, a column that is left out leaves it, and a masked number leaves the number as it is.
A table can look like this; ssw-tui export csv gives an empty one, or the cards that are there:
  label,status,expires,field,no1-since,employer
  Lan,ssw1,2027-03-15,nursing-care,2024-03-16,Green Home
  Budi,特定技能2号,2028/6/30,農業,,Yama Farm"""


def _card(tree: Tree) -> None:
    card = tree.add(
        "card",
        "residence cards",
        "card add --label Lan --status ssw1 --expires 2027-03-15",
        "card list",
        more="Many at once: ssw-tui import takes a table.",
    )
    cards = tree.under(card, "action")
    _values(
        cards.add(
            "add",
            "add a card and print its id",
            "card add --label Lan --status ssw1 --expires 2027-03-15 --period 1y",
        ),
        required=True,
    )
    edit = cards.add(
        "edit",
        "change a card",
        "card edit ID --expires 2028-03-15 --granted 2027-03-01 --period 1y",
        'card edit ID --employer ""',
        more="What is not named stays; an empty text takes a value away.",
    )
    _id(edit)
    _values(edit, required=False)
    cards.add("list", "every card with the day that comes next", "card list", "card list --format json")
    _show(cards)
    _id(cards.add("remove", "remove a card", "card remove ID", more="card undo brings it back."))
    _event(cards)
    _done(cards)
    _spell(cards)
    _leave(cards)
    cards.add("undo", "take the last change back", "card undo", more="Called again, it takes the one before back.")
    cards.add("redo", "make the change again that was taken back", "card redo")


def _id(parser: Parser) -> None:
    parser.add_argument("id", metavar="ID", help="the card, as card list names it")


def _values(parser: Parser, *, required: bool) -> None:
    parser.add_argument("--label", required=required, help="a name for the card; it is only for you")
    parser.add_argument("--status", choices=STATUSES, required=required, help="none: no card yet")
    parser.add_argument("--expires", metavar="D", help="the last day of the period of stay")
    parser.add_argument("--field", metavar="ID", help="a field id; see ssw-tui fields")
    parser.add_argument("--granted", metavar="D", help="the day the period was granted")
    parser.add_argument("--period", metavar="P", help="the period granted: 6m, 1y, 3y ...")
    parser.add_argument("--number", metavar="N", help="the card number; optional, masked wherever it is shown")
    parser.add_argument(
        "--no1-since", metavar="D", help="since when No.1 is held without a break; card spell records earlier stays"
    )
    parser.add_argument("--no2-since", metavar="D", help="the first day on No.2")
    parser.add_argument("--in-japan-since", metavar="D", help="the first day in Japan, on any status, without a break")
    parser.add_argument("--employer", metavar="NAME", help="the employer's name; optional")
    parser.add_argument("--note", metavar="TEXT", help="a line to remember; it is in no calendar")


def _show(cards: Tree) -> None:
    show = cards.add("show", "one card with its days", "card show ID", "card show ID --to html > lan.html")
    _id(show)
    show.add_argument("--reveal", action="store_true", help="print the whole card number")
    show.add_argument("--to", choices=PAGES, help="as a file: Markdown, or a page to print")


def _event(cards: Tree) -> None:
    event = cards.add(
        "event",
        "record something that happened, or is going to",
        "card event ID moved --on 2026-11-20",
        more="The days that follow from it are printed.",
    )
    _id(event)
    event.add_argument("kind", metavar="KIND", help="moved, contract-ended, application-filed ...")
    event.add_argument("--on", required=True, metavar="D", help="the day")


def _done(cards: Tree) -> None:
    done = cards.add("done", "mark a deadline as dealt with", "card done ID extension-close --on 2026-11-20")
    _id(done)
    done.add_argument("deadline", metavar="DEADLINE", help="its id, as card show and status name it")
    done.add_argument("--on", metavar="D", help="the day; today where it is left out")


def _spell(cards: Tree) -> None:
    spell = cards.add(
        "spell", "record a time as No.1, for the five years", "card spell ID --from 2021-04-01 --to 2022-03-31"
    )
    _id(spell)
    spell.add_argument("--from", dest="first", required=True, metavar="D", help="its first day")
    spell.add_argument("--to", dest="last", metavar="D", help="its last day; left out: it goes on")
    spell.add_argument("--kind", metavar="KIND", help="no1 (usual) or preparation")


def _leave(cards: Tree) -> None:
    leave = cards.add(
        "leave",
        "record leave that may not count towards the five years",
        "card leave ID --from 2026-01-05 --to 2026-04-30 --kind sick --notified",
    )
    _id(leave)
    leave.add_argument("--from", dest="first", required=True, metavar="D", help="its first day")
    leave.add_argument("--to", dest="last", required=True, metavar="D", help="its last day")
    leave.add_argument("--kind", required=True, metavar="KIND", help="parental, sick or work-accident")
    leave.add_argument("--notified", action="store_true", help="the employer notified it when it began")


def _status(tree: Tree) -> None:
    status = tree.add(
        "status",
        "what is due on every card",
        "status --within 90",
        "status > due.txt",
        more="A line a deadline. For scripts it ends with 0 when nothing is due, and with 1 when something is.",
    )
    status.add_argument("--within", type=_within, default=30, metavar="DAYS", help="how far ahead to look (30)")


def _within(text: str) -> int:
    if not re.fullmatch("[0-9]{1,4}", text) or int(text) > LONGEST_WITHIN:
        raise ArgumentTypeError(f'"{text}" is no number of days from 0 to {LONGEST_WITHIN}')
    return int(text)


def _paths(tree: Tree) -> None:
    tree.add("paths", "where the personal data lie", "paths")


def _export(tree: Tree) -> None:
    export = tree.add(
        "export",
        "all personal data as a file",
        "export csv -o cards.csv",
        "export ics -o days.ics",
        "export json -o for-the-other-computer.json",
        more=EXPORT,
    )
    export.add_argument("kind", choices=EXPORTS, help="json: all of it; ics: a calendar; markdown; csv: cards alone")
    export.add_argument("-o", dest="to", metavar="FILE", help="a new file for your eyes alone; left out: printed")
    export.add_argument("--reveal", action="store_true", help="whole card numbers in markdown and csv")


def _import(tree: Tree) -> None:
    take_in = tree.add("import", "take an export back, or cards from a spreadsheet", "import cards.csv", more=IMPORT)
    take_in.add_argument("file", metavar="FILE", help="an export as JSON, or cards as CSV")


def _backup(tree: Tree) -> None:
    backup = tree.add("backup", "a copy of the personal data", "backup", "backup -o /media/stick/ssw-tui.sqlite3")
    backup.add_argument("-o", dest="to", metavar="FILE", help="a new file; left out: one here, named by the day")


def _backups(tree: Tree) -> None:
    tree.add("backups", "the copies that are kept by themselves", "backups", more="One a day, and before an import.")


def _restore(tree: Tree) -> None:
    restore = tree.add(
        "restore",
        "put a copy back",
        "restore 2026-11-22",
        "restore /media/stick/ssw-tui.sqlite3",
        more="What it replaces is kept aside.",
    )
    restore.add_argument("file", metavar="NAME|FILE", help="a name that ssw-tui backups lists, or a file")


def _erase(tree: Tree) -> None:
    erase = tree.add(
        "erase",
        "remove all personal data for good",
        "erase --yes",
        more="History and copies in the data folder go too; what was exported elsewhere stays.",
    )
    erase.add_argument("--yes", action="store_true", help="yes, all of them")


CARD_COMMANDS: Mapping[str, Callable[[Tree], None]] = {
    "card": _card,
    "status": _status,
    "paths": _paths,
    "export": _export,
    "import": _import,
    "backup": _backup,
    "backups": _backups,
    "restore": _restore,
    "erase": _erase,
}
"""What adds each command to the tree."""
