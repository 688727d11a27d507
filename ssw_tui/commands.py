"""One table of what the keys do: footer, `?` list, palette, `ssw-tui keys` and README come from it."""

from attrs import frozen

EVERYWHERE = "everywhere"


@frozen(kw_only=True)
class Command:
    """Something a key does."""

    id: str
    """Stable, kebab-case."""
    keys: tuple[str, ...]
    """Keys as Textual names them, the one to show first."""
    shown: str
    """The key as the footer shows it."""
    label: str
    """One or two words for the footer."""
    help: str
    """A sentence for the list of keys."""
    where: str = EVERYWHERE
    """The view it works in, or everywhere."""
    action: str
    """The action to run, in Textual's form."""
    footer: bool = False
    """Whether the footer shows it."""


@frozen(kw_only=True)
class ViewEntry:
    """A view and its place in the navigation."""

    id: str
    """Stable, kebab-case."""
    title: str
    """What the navigation calls it."""
    key: str
    """Its digit."""
    help: str
    """What one finds there."""


VIEWS = (
    ViewEntry(id="overview", title="Overview", key="1", help="Where you stand, what the status is"),
    ViewEntry(id="fields", title="Fields", key="2", help="The fields of work, tests, conditions"),
    ViewEntry(id="quiz", title="Quiz", key="3", help="What you have and what is missing"),
    ViewEntry(id="steps", title="Steps", key="4", help="What to do, in order, with the papers"),
    ViewEntry(id="risks", title="Risks", key="5", help="What to avoid, what to do after it"),
    ViewEntry(id="card", title="My card", key="6", help="Your card and the days not to miss"),
    ViewEntry(id="reference", title="Reference", key="7", help="Answers, words, the guide, links"),
)

COMMANDS = (
    *(
        Command(
            id=f"go-{view.id}",
            keys=(view.key,),
            shown=view.key,
            label=view.title,
            help=f"{view.title}: {view.help[0].lower()}{view.help[1:]}.",
            action=f"go('{view.id}')",
        )
        for view in VIEWS
    ),
    Command(
        id="search", keys=("slash",), shown="/", label="search", help="Search everything.", action="search", footer=True
    ),
    Command(
        id="help",
        keys=("question_mark", "f1"),
        shown="?",
        label="keys",
        help="The keys of this view; enter runs one.",
        action="keys",
        footer=True,
    ),
    Command(
        id="palette",
        keys=("ctrl+p",),
        shown="^p",
        label="palette",
        help="Find a command by its name.",
        action="command_palette",
    ),
    Command(id="quit", keys=("q",), shown="q", label="quit", help="Leave the app.", action="quit", footer=True),
    Command(
        id="help-lines",
        keys=("h",),
        shown="h",
        label="help",
        help="Whom to call, in which language, at what hours.",
        action="help_lines",
        footer=True,
    ),
    Command(
        id="back",
        keys=("escape",),
        shown="esc",
        label="back",
        help="One step back; at the top of a view, to where you opened it from.",
        action="back",
    ),
    Command(
        id="date",
        keys=("d",),
        shown="d",
        label="date",
        help="Choose the day whose rules apply.",
        action="date",
        footer=True,
    ),
)
