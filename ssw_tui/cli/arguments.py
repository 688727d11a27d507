"""The tree of commands and options."""

import argparse
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import NoReturn

from ssw_tui import __version__
from ssw_tui.errors import UserError

DESCRIPTION = "Where you stand with Japan's Specified Skilled Worker status (特定技能), offline and in private."
EPILOG = "Without a command it opens the app. It never promises a permission: the immigration office decides each case."

EXPORT = (
    "All personal data as a file. json is the whole of it, card numbers included, and import takes it back without "
    "loss. csv has the cards alone, for a spreadsheet. ics has the days not to miss, with the labels of your cards and "
    "alarms, without card numbers: brought in again it makes no doubles. In markdown and csv card numbers are masked."
)
IMPORT = (
    "Takes an export as JSON, or cards as CSV: adds what is new and changes what has the same id, never removes, all "
    "or nothing; card undo takes it back. In CSV the columns are named like the options of card add, with id first; a "
    "line without an id is a new card, an empty cell takes a value away, a column left out leaves it, and a masked "
    "number leaves the number as it is."
)
LISTS = {
    "fields": "the fields of work on a day",
    "procedures": "what to do, step by step",
    "counter-cards": "what to say at a counter: Japanese to show, with kana",
    "home-countries": "what your own country asks for",
    "risks": "what to avoid",
    "faq": "questions and answers",
    "terms": "words, with kana and romaji",
    "topics": "related topics, each on a short page",
    "links": "pages worth knowing",
    "rules": "the rules that reasons point to",
    "sources": "where the statements come from",
    "help-lines": "whom to call",
    "articles": "the articles of law, each in one sentence",
    "support": "what the employer owes a No.1 worker: the support plan",
    "guide": "each statement of the guide beside the rule",
}
Add = Callable[..., "Parser"]
"""Adds a command by its name and what it is for; those of a command are added to its own tree."""
PLANS = ("markdown", "html")
EXPORTS = ("json", "ics", "markdown", "csv")
APPLICATIONS = ("extension", "change", "permanent-residence")
ORDERS = ("ordinance", "name", "workers", "room")
SHELLS = ("bash", "zsh", "fish")
ACTORS = ("worker", "employer", "support-organisation")
STATUSES = ("ssw1", "ssw2", "other", "none")


class Parser(argparse.ArgumentParser):
    """Says what is wrong in one line, and takes no option by half its name."""

    @property
    def commands(self) -> "Mapping[str, Parser]":
        """The parsers of its commands by their names."""
        trees = [action for action in self._actions if isinstance(action, argparse._SubParsersAction)]
        return trees[0].choices if trees else {}

    def option(self, name: str) -> argparse.Action | None:
        """Give the option of this name; None: what was named is no option.

        Raises:
            UserError: when it is an option that the command does not have, with the nearest that it has.
        """
        option = self._option_string_actions.get(name)
        if not option and name.startswith("--") and " " not in name:
            near = _nearest(name, self._option_string_actions)
            self.error(f'there is no option "{name}"' + (f'; did you mean "{near}"?' if near else ""))
        return option

    def error(self, message: str) -> NoReturn:
        """Raise instead of printing the usage."""
        raise UserError(f"{message} (see {self.prog} --help)")

    def _check_value(self, action: argparse.Action, value: object) -> None:
        if action.choices is None or value in action.choices:
            return
        near = _nearest(str(value), map(str, action.choices))
        meant = f'; did you mean "{near}"?' if near else f"; there are {', '.join(map(str, action.choices))}"
        raise argparse.ArgumentError(action, f'there is no "{value}"{meant}')


def _nearest(name: str, names: Iterable[str]) -> str | None:
    from difflib import get_close_matches

    return next(iter(get_close_matches(name, list(names), n=1)), None)


def everywhere(*, default: object) -> Parser:
    """Give the options that are accepted before and after the subcommand.

    Args:
        default: None for the place before the subcommand, argparse.SUPPRESS after it, so that neither loses one.
    """
    options = Parser(add_help=False, argument_default=default)
    options.add_argument("--as-of", metavar="YYYY-MM-DD", help="the day whose rules apply (today in Japan)")
    options.add_argument("--data-dir", metavar="DIR", help="where the personal data lie")
    options.add_argument("--format", choices=("text", "json"), help="text for people, json for programs")
    options.add_argument("--ascii", action="store_true", default=default, help="draw with ASCII alone")
    return options


def build_parser(words: Collection[str] | None = None) -> Parser:
    """Make the tree: all of it, or only the commands that stand among some words, since making all takes long."""
    parser = Parser("ssw-tui", description=DESCRIPTION, epilog=EPILOG, parents=[everywhere(default=None)])
    parser.add_argument("--version", action="version", version=f"ssw-tui {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", parser_class=Parser)
    after = everywhere(default=argparse.SUPPRESS)

    def add(name: str, help: str, tree: "argparse._SubParsersAction[Parser]" = commands) -> Parser:
        return tree.add_parser(name, help=help, description=help, parents=[after])

    for name, (help_text, fill) in COMMANDS.items():
        if words is None or name in words:
            fill(add(name, help_text), add)
    return parser


def _add_nothing(_: Parser, __: Add) -> None:
    """Add nothing: the command takes the options that are accepted everywhere."""


def _add_id(listed: Parser, _: Add) -> None:
    listed.add_argument("id", nargs="?", help="one of them, whole")


def _add_search(search: Parser, _: Add) -> None:
    search.add_argument("words", nargs="+")


def _add_completions(completions: Parser, _: Add) -> None:
    completions.add_argument("shell", choices=SHELLS, help="which shell")


def _add_changes(changes: Parser, _: Add) -> None:
    changes.add_argument("--since", required=True, metavar="D", help="the first day")
    changes.add_argument("--until", metavar="D", help="the last day, also one to come; left out: the day of --as-of")


def _add_content(content: Parser, add: Add) -> None:
    add("check", "check every content file", content.add_subparsers(dest="action", required=True, parser_class=Parser))


def _add_status(status: Parser, _: Add) -> None:
    status.add_argument("--within", type=int, default=30, metavar="DAYS")


def _add_export(export: Parser, _: Add) -> None:
    export.description = EXPORT
    export.add_argument("kind", choices=EXPORTS, help="json: all of it; ics: a calendar; markdown; csv: cards alone")
    export.add_argument("-o", dest="to", metavar="FILE", help="a new file for your eyes alone; left out: printed")
    export.add_argument("--reveal", action="store_true", help="whole card numbers in markdown and csv")


def _add_import(take_in: Parser, _: Add) -> None:
    take_in.description = IMPORT
    take_in.add_argument("file", metavar="FILE", help="an export as JSON, or cards as CSV")


def _add_backup(backup: Parser, _: Add) -> None:
    backup.add_argument("-o", dest="to", metavar="FILE", help="a new file")


def _add_restore(restore: Parser, _: Add) -> None:
    restore.add_argument("file", metavar="NAME|FILE", help="a name that ssw-tui backups lists, or a file")


def _add_erase(erase: Parser, _: Add) -> None:
    erase.add_argument("--yes", action="store_true", help="yes, all of them")


def _add_fields(fields: Parser, add: Add) -> None:
    _add_id(fields, add)
    fields.add_argument("--words", metavar="WORDS", help="only fields whose work fits the words, in any script")
    fields.add_argument("--no2", action="store_true", help="only fields with No.2")
    fields.add_argument("--open", action="store_true", help="only fields that take new workers on the day")
    fields.add_argument("--dispatch", action="store_true", help="only fields with dispatch")
    fields.add_argument("--sort", choices=ORDERS, default=ORDERS[0], help="what the list goes by")
    fields.add_argument("--compare", nargs="+", metavar="ID", help="two or three of them side by side")


def _add_risks(risks: Parser, add: Add) -> None:
    _add_id(risks, add)
    risks.add_argument("--who", choices=ACTORS, help="only risks in which this side can do wrong")
    risks.add_argument("--check", nargs="*", metavar="ID=ANSWER", help="the self-check: its questions, or answers")


def _add_fees(fees: Parser, _: Add) -> None:
    fees.add_argument("--for", dest="application", choices=APPLICATIONS, required=True, help="which application")
    fees.add_argument("--granted", metavar="PERIOD", help="the period of stay granted: 6m, 1y, 3y ...")
    fees.add_argument("--online", action="store_true", help="made online")


def _add_procedures(procedures: Parser, add: Add) -> None:
    _add_id(procedures, add)
    procedures.add_argument("--field", metavar="ID", help="with the papers of this field; see ssw-tui fields")
    procedures.add_argument("--country", metavar="CODE", help="with the steps of this home country: PH, VN, nepal ...")
    procedures.add_argument("--card", metavar="ID", help="with the check marks and days of this card")
    procedures.add_argument("--to", choices=PLANS, help="as a file: Markdown, or a page to print")


def _add_quiz(quiz: Parser, _: Add) -> None:
    quiz.add_argument("--answers", metavar="FILE", help="answers in TOML or JSON; - is standard input")
    quiz.add_argument("--questions", action="store_true", help="the questions")
    quiz.add_argument("--saved", action="store_true", help="the answers that were saved last, in place of a file")
    quiz.add_argument("--next", action="store_true", help="with --answers: the next question to ask")
    quiz.add_argument("--plain", action="store_true", help="ask line by line: for screen readers and bare terminals")
    quiz.add_argument("--diff", nargs=2, metavar=("D1", "D2"), help="what differs in the result between two days")


def _add_cards(card: Parser, add: Add) -> None:
    cards = card.add_subparsers(dest="action", required=True, parser_class=Parser)
    _card_options(add("add", "add a card and print its id", cards), required=True)
    edit = add("edit", "change a card", cards)
    edit.add_argument("id")
    _card_options(edit, required=False)
    add("list", "every card", cards)
    show = add("show", "one card with its days", cards)
    show.add_argument("id")
    show.add_argument("--reveal", action="store_true", help="print the whole card number")
    add("remove", "remove a card", cards).add_argument("id")
    _add_history(add, cards)
    add("undo", "take the last change back", cards)
    add("redo", "make it again", cards)


def _add_history(add: Add, cards: object) -> None:
    event = add("event", "record something that happened, or is going to", cards)
    event.add_argument("id")
    event.add_argument("kind", metavar="KIND", help="moved, contract-ended, application-filed ...")
    event.add_argument("--on", required=True, metavar="D", help="the day")
    done = add("done", "mark a deadline as dealt with", cards)
    done.add_argument("id")
    done.add_argument("deadline", metavar="DEADLINE", help="its id, as card show names it")
    done.add_argument("--on", metavar="D", help="the day; today where it is left out")
    spell = add("spell", "record a time as No.1, for the five years", cards)
    spell.add_argument("id")
    spell.add_argument("--from", dest="first", required=True, metavar="D", help="its first day")
    spell.add_argument("--to", dest="last", metavar="D", help="its last day; left out: it goes on")
    spell.add_argument("--kind", metavar="KIND", help="no1 (usual) or preparation")
    leave = add("leave", "record leave that may not count towards the five years", cards)
    leave.add_argument("id")
    leave.add_argument("--from", dest="first", required=True, metavar="D", help="its first day")
    leave.add_argument("--to", dest="last", required=True, metavar="D", help="its last day")
    leave.add_argument("--kind", required=True, metavar="KIND", help="parental, sick or work-accident")
    leave.add_argument("--notified", action="store_true", help="the employer notified it when it began")


def _card_options(parser: Parser, *, required: bool) -> None:
    parser.add_argument("--label", required=required, help="a name for the card; it is only for you")
    parser.add_argument("--status", choices=STATUSES, required=required, help="none: no card yet")
    parser.add_argument("--expires", metavar="D", help="the last day of the period of stay")
    parser.add_argument("--field", metavar="ID", help="a field id; see ssw-tui fields")
    parser.add_argument("--granted", metavar="D", help="the day the period was granted")
    parser.add_argument("--period", metavar="P", help="the period granted: 6m, 1y, 3y ...")
    parser.add_argument("--number", metavar="N", help="the card number; optional, masked wherever it is shown")
    parser.add_argument("--no1-since", metavar="D", help="the first day on No.1")
    parser.add_argument("--no2-since", metavar="D", help="the first day on No.2")
    parser.add_argument("--in-japan-since", metavar="D", help="the first day in Japan, on any status, without a break")
    parser.add_argument("--employer", metavar="NAME", help="the employer's name; optional")


OPTIONS_OF: Mapping[str, Callable[[Parser, Add], None]] = {
    "fields": _add_fields,
    "procedures": _add_procedures,
    "risks": _add_risks,
}
"""What adds the options of the lists that have any beside an id."""
COMMANDS: Mapping[str, tuple[str, Callable[[Parser, Add], None]]] = {
    "overview": ("what the status is, and what changed lately", _add_nothing),
    **{name: (help_text, OPTIONS_OF.get(name, _add_id)) for name, help_text in LISTS.items()},
    "search": ("search everything", _add_search),
    "changes": ("what changed between two dates, newest first", _add_changes),
    "fees": ("what an application costs, by the day it is received (--as-of)", _add_fees),
    "keys": ("the keys of the app", _add_nothing),
    "content": ("the content files", _add_content),
    "completions": ("a script by which a shell completes commands and ids", _add_completions),
    "doctor": ("what the program sees of this machine, without personal data", _add_nothing),
    "quiz": ("what you have and what is missing", _add_quiz),
    "card": ("residence cards", _add_cards),
    "status": ("what is due on every card", _add_status),
    "paths": ("where the personal data lie", _add_nothing),
    "export": ("all personal data as a file", _add_export),
    "import": ("take an export back, or cards from a spreadsheet", _add_import),
    "backup": ("a copy of the personal data", _add_backup),
    "backups": ("the copies that are kept by themselves", _add_nothing),
    "restore": ("put a copy back; what it replaces is kept aside", _add_restore),
    "erase": ("remove all personal data for good", _add_erase),
}
"""The commands by their names: what each is for, and what adds its own options."""


def parse(argv: Sequence[str]) -> argparse.Namespace:
    """Read the command line.

    Raises:
        UserError: when it is wrong.
        SystemExit: after --help and --version.
    """
    if not {"-h", "--help"} & set(argv):
        try:
            return _parse(build_parser(argv), argv)
        except UserError:
            pass  # what is wrong is said by the whole tree, which knows what else could have been meant
    return _parse(build_parser(), argv)


def _parse(parser: Parser, argv: Sequence[str]) -> argparse.Namespace:
    _refuse_unknown_options(parser, argv)
    return parser.parse_args(argv)


def _refuse_unknown_options(parser: Parser, argv: Sequence[str]) -> None:
    # By itself argparse takes the value of an unknown option for a command, and complains of that.
    words = iter(argv)
    for word in words:
        if word == "--":
            return
        if word in parser.commands:
            parser = parser.commands[word]
            continue
        name, has_value, _ = word.partition("=")
        option = parser.option(name)
        if option and option.nargs != 0 and not has_value:
            next(words, None)
