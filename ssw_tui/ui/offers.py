"""What the palette offers: the keys of the open view, what other views do, the commands and the settings."""

from collections.abc import Iterator, Mapping

from attrs import frozen

from ssw_tui.commands import COMMANDS
from ssw_tui.ui.views.base import View


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


ELSEWHERE = (
    Offer(title="Add a card (a)", help="In My card.", view="card", action="new", words=("my visa", "remind me")),
    Offer(
        title="What happened: I moved, I left the job, I lost my card (w)",
        help="In My card.",
        view="card",
        action="event",
        words=("new address", "new job", "fired"),
    ),
    Offer(
        title="Files: a calendar, a copy of all data, a copy put back, erase (x)",
        help="In My card.",
        view="card",
        action="files",
        words=(
            *("backup", "back up", "save", "export", "import", "restore", "csv", "json", "ics", "phone calendar"),
            *(
                "delete my data",
                "delete all",
                "remove everything",
                "privacy",
                "reset",
                "new computer",
                "excel",
                "print",
            ),
        ),
    ),
    Offer(
        title="The five years of No.1 (t)",
        help="In My card.",
        view="card",
        action="years",
        words=("how long can I stay", "5 years"),
    ),
    Offer(
        title="Self-check: am I safe?",
        help="In Risks.",
        action="app.open('risks', 'self-check')",
        words=("check myself", "am I legal", "test"),
    ),
    Offer(
        title="What you are owed: the support",
        help="In Risks.",
        action="app.open('risks', 'support')",
        words=("support plan", "my rights", "check list"),
    ),
    Offer(
        title="Help lines by language",
        help="In Risks.",
        action="app.open('risks', 'help-lines')",
        words=("language", "phone number", "telephone", "interpreter", "hotline", "lawyer"),
    ),
    Offer(title="Articles of the law", help="In Risks.", action="app.open('risks', 'articles')"),
    Offer(
        title="Questions and answers",
        help="In Reference.",
        action="app.open('reference', 'answers')",
        words=("faq", "help"),
    ),
    Offer(
        title="Words in Japanese, with how to say them",
        help="In Reference.",
        action="app.open('reference', 'terms')",
        words=("language", "dictionary", "glossary", "translate", "kanji", "romaji"),
    ),
    Offer(
        title="Sentences to show at the counter, in Japanese",
        help="In Reference.",
        action="app.open('reference', 'counter')",
        words=("language", "speak", "say", "translate", "city hall", "immigration office"),
    ),
    Offer(
        title="Changes of the rules",
        help="In Reference.",
        action="app.open('reference', 'changes')",
        words=("news", "new rules", "what is new", "update"),
    ),
    Offer(
        title="What home countries ask for",
        help="In Reference.",
        action="app.open('reference', 'countries')",
        words=("my country", "embassy", "nationality"),
    ),
    Offer(
        title="The guide beside the rules",
        help="In Reference.",
        action="app.open('reference', 'guide')",
        words=("wrong", "old rules"),
    ),
    Offer(title="Rules", help="In Reference.", action="app.open('reference', 'rules')", words=("law",)),
    Offer(title="Topics", help="In Reference.", action="app.open('reference', 'topics')"),
    Offer(
        title="Links: official pages",
        help="In Reference.",
        action="app.open('reference', 'links')",
        words=("website", "url", "form", "download"),
    ),
    Offer(
        title="Sources: where everything comes from",
        help="In Reference.",
        action="app.open('reference', 'sources')",
        words=("proof", "who says so"),
    ),
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
    from ssw_tui.search import Entry, find

    entries = [
        Entry(kind="offer", id=str(place), title=offer.title, phrases=offer.words, text=offer.help)
        for place, offer in enumerate(offered)
    ]
    return tuple(offered[int(hit.id)] for hit in find(entries, typed))


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
