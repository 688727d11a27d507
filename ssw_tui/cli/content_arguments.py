"""The commands about the status itself: rules, fields, procedures, fees, the quiz, the program."""

from collections.abc import Callable, Mapping

from ssw_tui.cli.parser import Parser, Tree

PLANS = ("markdown", "html")
APPLICATIONS = ("extension", "change", "permanent-residence")
ORDERS = ("ordinance", "name", "workers", "room")
SHELLS = ("bash", "zsh", "fish")
ACTORS = ("worker", "employer", "support-organisation")
LISTS: Mapping[str, tuple[str, str]] = {
    "counter-cards": ("what to say at a counter: Japanese to show, with kana", "any-counter"),
    "home-countries": ("what your own country asks for", "viet-nam"),
    "faq": ("questions and answers", "lost-card"),
    "terms": ("words, with kana and romaji", "ssw1"),
    "topics": ("related topics, each on a short page", "permanent-residence"),
    "links": ("pages worth knowing", "isa-en"),
    "rules": ("the rules that reasons point to", "landing-refusal"),
    "sources": ("where the statements come from", "asat-nca"),
    "help-lines": ("whom to call", "fresc"),
    "articles": ("the articles of law, each in one sentence", "immigration-19"),
    "support": ("what the employer owes a No.1 worker: the support plan", "airport-transfer"),
    "guide": ("each statement of the guide beside the rule", "overview-no1"),
}
"""Lists of which one can be named by its id: what each is for, and an id of it."""


def _overview(tree: Tree) -> None:
    tree.add("overview", "what the status is, and what changed lately", "overview", "overview --as-of 2027-04-01")


def _list(name: str, help: str, one: str) -> Callable[[Tree], None]:
    return lambda tree: _id(tree.add(name, help, name, f"{name} {one}"))


def _id(listed: Parser) -> None:
    listed.add_argument("id", nargs="?", help="one of them, whole; left out: all, a line each")


def _fields(tree: Tree) -> None:
    fields = tree.add(
        "fields",
        "the fields of work on a day",
        "fields --open --no2",
        'fields --words "care home"',
        "fields agriculture --as-of 2027-04-01",
        "fields --compare agriculture food-service",
    )
    _id(fields)
    fields.add_argument("--words", metavar="WORDS", help="only fields whose work fits the words, in any script")
    fields.add_argument("--no2", action="store_true", help="only fields with No.2")
    fields.add_argument("--open", action="store_true", help="only fields that take new workers on the day")
    fields.add_argument("--dispatch", action="store_true", help="only fields with dispatch")
    fields.add_argument("--sort", choices=ORDERS, default=ORDERS[0], help="what the list goes by")
    fields.add_argument("--compare", nargs="+", metavar="ID", help="two or three of them side by side")


def _procedures(tree: Tree) -> None:
    procedures = tree.add(
        "procedures",
        "what to do, step by step",
        "procedures extension-of-stay",
        "procedures coe-from-abroad --country nepal --field nursing-care",
        "procedures extension-of-stay --card ID --to html > steps.html",
    )
    _id(procedures)
    procedures.add_argument("--field", metavar="ID", help="with the papers of this field; see ssw-tui fields")
    procedures.add_argument("--country", metavar="CODE", help="with the steps of this home country: PH, VN, nepal ...")
    procedures.add_argument("--card", metavar="ID", help="with the check marks and days of this card")
    procedures.add_argument("--to", choices=PLANS, help="as a file: Markdown, or a page to print")


def _risks(tree: Tree) -> None:
    risks = tree.add(
        "risks",
        "what to avoid",
        "risks --who employer",
        "risks overstay",
        "risks --check",
    )
    _id(risks)
    risks.add_argument("--who", choices=ACTORS, help="only risks in which this side can do wrong")
    risks.add_argument("--check", nargs="*", metavar="ID=ANSWER", help="the self-check: its questions, or answers")


def _search(tree: Tree) -> None:
    search = tree.add(
        "search", "search everything", "search lost card", "search 在留カード", more="A typo does no harm."
    )
    search.add_argument("words", nargs="+", help="in English, Japanese, kana or romaji")


def _changes(tree: Tree) -> None:
    changes = tree.add(
        "changes", "what changed in the rules between two dates, newest first", "changes --since 2026-01-12"
    )
    changes.add_argument("--since", required=True, metavar="D", help="the first day")
    changes.add_argument("--until", metavar="D", help="the last day, also one to come; left out: the day of --as-of")


def _fees(tree: Tree) -> None:
    fees = tree.add(
        "fees",
        "what an application costs, by the day it is received (--as-of)",
        "fees",
        "fees --for extension --granted 1y --online",
    )
    fees.add_argument("--for", dest="application", choices=APPLICATIONS, help="which application; left out: all")
    fees.add_argument("--granted", metavar="PERIOD", help="with --for: the period of stay granted: 6m, 1y, 3y ...")
    fees.add_argument("--online", action="store_true", help="with --for: made online")


def _keys(tree: Tree) -> None:
    tree.add("keys", "the keys of the app", "keys")


def _content(tree: Tree) -> None:
    content = tree.add("content", "the content files", "content check", more="For who writes them.")
    tree.under(content, "action").add("check", "check every content file", "content check")


def _completions(tree: Tree) -> None:
    completions = tree.add(
        "completions",
        "a script by which a shell completes commands and ids",
        "completions bash > ~/.local/share/bash-completion/completions/ssw-tui",
    )
    completions.add_argument("shell", choices=SHELLS, help="which shell")


def _doctor(tree: Tree) -> None:
    tree.add("doctor", "what the program sees of this machine, without personal data", "doctor")


def _quiz(tree: Tree) -> None:
    quiz = tree.add(
        "quiz",
        "what you have and what is missing",
        "quiz --plain",
        "quiz --questions",
        "quiz --answers answers.toml",
        "quiz --answers answers.toml --diff 2026-11-22 2027-04-01",
    )
    quiz.add_argument("--answers", metavar="FILE", help="answers in TOML or JSON; - is standard input")
    quiz.add_argument("--questions", action="store_true", help="the questions")
    quiz.add_argument("--saved", action="store_true", help="the answers that were saved last, in place of a file")
    quiz.add_argument("--next", action="store_true", help="with --answers: the next question to ask")
    quiz.add_argument("--plain", action="store_true", help="ask line by line: for screen readers and bare terminals")
    quiz.add_argument("--diff", nargs=2, metavar=("D1", "D2"), help="what differs in the result between two days")


CONTENT_COMMANDS: Mapping[str, Callable[[Tree], None]] = {
    "overview": _overview,
    "fields": _fields,
    "procedures": _procedures,
    "risks": _risks,
    **{name: _list(name, *said) for name, said in LISTS.items()},
    "search": _search,
    "changes": _changes,
    "fees": _fees,
    "quiz": _quiz,
    "keys": _keys,
    "content": _content,
    "completions": _completions,
    "doctor": _doctor,
}
"""What adds each command to the tree."""
