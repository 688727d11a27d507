"""What the palette offers: the keys of the open view, what other views do, the commands and the settings."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from attrs import frozen

from ssw_tui.commands import COMMANDS
from ssw_tui.ui.views.base import View

if TYPE_CHECKING:
    from ssw_tui.search import Entry


@frozen(kw_only=True)
class Offer:
    """Something that the palette does."""

    title: str
    """Its name, with the key that does the same."""
    help: str
    """A sentence under it."""
    action: str
    """The action to run, in Textual's form."""
    view: str | None = None
    """The view to open first; None: the action runs where one is."""
    words: tuple[str, ...] = ()
    """What newcomers type who look for it."""


def _tab(view: str, tab: str, title: str, *words: str) -> Offer:
    """Offer a tab of a view, with what newcomers type who look for it."""
    return Offer(title=title, help=f"In {view.title()}.", action=f"app.open('{view}', '{tab}')", words=words)


def _of_cards(action: str, title: str, *words: str) -> Offer:
    """Offer what My card does, with what newcomers type who look for it."""
    return Offer(title=title, help="In My card.", view="card", action=action, words=words)


ELSEWHERE = (
    _of_cards("new", "Add a card (a)", "my visa", "remind me"),
    _of_cards(
        *("event", "What happened: I moved, I left the job, I lost my card (w)"),
        *("new address", "new job", "fired"),
    ),
    _of_cards(
        *("files", "Files: a calendar, a copy of all data, a copy put back, erase (x)"),
        *("backup", "back up", "save", "export", "import", "restore", "csv", "json", "ics", "phone calendar", "excel"),
        *("delete my data", "delete all", "remove everything", "privacy", "reset", "new computer", "print"),
    ),
    _of_cards("years", "The five years of No.1 (t)", "how long can I stay", "5 years"),
    _tab("risks", "self-check", "Self-check: am I safe?", "check myself", "am I legal", "test"),
    _tab("risks", "support", "What you are owed: the support", "support plan", "my rights", "check list"),
    _tab(
        *("risks", "help-lines", "Help lines by language"),
        *("language", "phone number", "telephone", "interpreter", "hotline", "lawyer"),
    ),
    _tab("risks", "articles", "Articles of the law"),
    _tab("reference", "answers", "Questions and answers", "faq", "help"),
    _tab(
        *("reference", "terms", "Words in Japanese, with how to say them"),
        *("language", "dictionary", "glossary", "translate", "kanji", "romaji"),
    ),
    _tab(
        *("reference", "counter", "Sentences to show at the counter, in Japanese"),
        *("language", "speak", "say", "translate", "city hall", "immigration office"),
    ),
    _tab("reference", "changes", "Changes of the rules", "news", "new rules", "what is new", "update"),
    _tab("reference", "countries", "What home countries ask for", "my country", "embassy", "nationality"),
    _tab("reference", "guide", "The guide beside the rules", "wrong", "old rules"),
    _tab("reference", "rules", "Rules", "law"),
    _tab("reference", "topics", "Topics"),
    _tab("reference", "links", "Links: official pages", "website", "url", "form", "download"),
    _tab("reference", "sources", "Sources: where everything comes from", "proof", "who says so"),
)
"""What the views do and show, from wherever one is."""
ALSO: Mapping[str, tuple[str, ...]] = {
    "search": ("find", "look for"),
    "help": ("keyboard", "shortcuts", "keys"),
    "help-lines": ("phone number", "telephone", "emergency", "police", "ambulance", "call", "sos"),
    "date": ("another day", "future", "tomorrow", "time travel", "old rules"),
    "quit": ("exit", "close", "bye", "stop"),
    "go-card": ("my visa", "deadlines", "calendar"),
    "go-quiz": ("am I eligible", "can I get it", "check"),
    "go-fields": ("jobs", "industries", "tests"),
    "go-steps": ("papers", "documents", "how to apply", "renew", "checklist"),
    "go-reference": ("faq", "questions", "dictionary"),
    "go-overview": ("home", "start", "fees", "cost"),
}
"""What newcomers type for a command, by its id."""
WELCOME = Offer(
    title="Welcome",
    help="What this program is, and what to do first.",
    action="app.welcome",
    words=("about", "introduction", "begin", "first start", "tour"),
)
"""What is shown at the first start."""
SETTINGS: tuple[tuple[str, str | int, str, tuple[str, ...]], ...] = (
    ("theme", "dark", "Change the colours.", ("dark mode", "night", "black")),
    ("theme", "light", "Change the colours.", ("light mode", "white", "bright", "day")),
    ("theme", "high-contrast", "Change the colours.", ("contrast", "eyes", "easy to read")),
    ("look", "unicode", "The signs to draw with, from the next start on.", ("symbols", "lines")),
    ("look", "ascii", "The signs to draw with, from the next start on.", ("plain", "broken characters", "boxes")),
    *(
        ("reminder_days", days, "How far ahead the overview reminds you.", ("reminder", "notification", "alarm"))
        for days in (14, 30, 60, 90)
    ),
)
"""What can be set: key, value, what it does, what newcomers type."""


def offers(view: View | None) -> tuple[Offer, ...]:
    """Give everything that the palette offers while a view is open."""
    own = tuple(_of_view(view)) if view else ()
    done = {offer.action for offer in own}
    here = view.id if view else None
    elsewhere = tuple(offer for offer in ELSEWHERE if offer.view != here or offer.action not in done)
    return (*own, *elsewhere, *_everywhere(), WELCOME, *_settings())


def fitting(offered: tuple[Offer, ...], typed: str) -> tuple[Offer, ...]:
    """Give the offers that fit what was typed, best first."""
    from ssw_tui.search import find

    return tuple(offered[int(hit.id)] for hit in find(_entries(offered), typed))


@lru_cache(maxsize=1)
def _entries(offered: tuple[Offer, ...]) -> tuple["Entry", ...]:
    """Give the offers as they are searched; they stay the same while somebody types."""
    from ssw_tui.search import Entry

    return tuple(
        Entry(kind="offer", id=str(place), title=offer.title, phrases=offer.words, text=offer.help)
        for place, offer in enumerate(offered)
    )


def search_for(typed: str) -> Offer:
    """Offer to look in everything that the content says for what no command may be about."""
    return Offer(
        title=f'Search everything for "{typed}" (/)', help="Answers, words, risks.", action=f"app.search({typed!r})"
    )


def _of_view(view: View) -> Iterator[Offer]:
    words = {offer.action: offer.words for offer in ELSEWHERE if offer.view == view.id}
    for key, text, action in view.keys_help:
        yield Offer(title=f"{text} ({key})", help="In this view.", action=action, words=words.get(action, ()))


def _everywhere() -> Iterator[Offer]:
    for command in COMMANDS:
        if command.id not in ("palette", "back"):
            title, words = f"{command.label} ({command.shown})", ALSO.get(command.id, ())
            yield Offer(title=title, help=command.help, action=f"app.{command.action}", words=words)


def _settings() -> Iterator[Offer]:
    for key, value, text, words in SETTINGS:
        title, action = f"setting: {key.replace('_', ' ')} {value}", f"app.set('{key}', {value!r})"
        yield Offer(title=title, help=text, action=action, words=words)
