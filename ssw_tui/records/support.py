"""The support plan: what the employer owes a No.1 worker, and the check list of what was received."""

from attrs import field, frozen

from ssw_tui.records.actor import Actor
from ssw_tui.records.statement import Fact, Statement, refers_to


@frozen(kw_only=True)
class SupportQuestion:
    """A question of the check list: did I get this?"""

    id: str
    """Stable, kebab-case, unique among all questions of the check list; ticks are kept under it."""
    title: str
    """What was received, in a few words, to list it by."""
    text: str
    """The question, as one asks oneself."""
    only_if: str | None = None
    """In which case alone it matters: "only if ..."; None: for everybody with No.1."""
    demand: str
    """What one may ask for where the answer is no."""
    say: str
    """A sentence to ask for it, in English."""
    say_ja: str
    """The same in Japanese, to say or to show."""
    say_kana: str
    """How to say the Japanese sentence."""


@frozen(kw_only=True)
class SupportList:
    """A list under a heading of its own."""

    title: str
    """The heading."""
    items: tuple[str, ...]
    """What stands under it, in order."""


@frozen(kw_only=True)
class SupportDuty(Statement):
    """One of the supports that the ordinance lists by letter; a letter with two halves has a record for each."""

    id: str
    """Stable, kebab-case."""
    name: str
    """English."""
    name_ja: str
    """Japanese, as the support guideline calls it."""
    kana: str
    """How to say it."""
    number: int
    """Its place among the ten of the ordinance, from 1."""
    letter: str
    """Its letter in the ordinance."""
    half: str | None = None
    """Which half of the letter it is, where the letter has two."""
    heading: int
    """Under which of the guideline's nine headings it stands."""
    what: str
    """What it is, in one or two sentences."""
    when: str | None = None
    """When it is due."""
    hours: str | None = None
    """How long or how often."""
    language: str | None = None
    """In which language."""
    how: str | None = None
    """In which way it must be given, and by whom."""
    who_pays: str
    """Who bears which cost."""
    records: str | None = None
    """Which paper is signed or kept."""
    choice: SupportList | None = None
    """The ways it can be done, where there are several."""
    must_contain: tuple[str, ...] = ()
    """What may not be missing."""
    more: tuple[SupportList, ...] = ()
    """What else is laid down."""
    not_included: tuple[str, ...] = ()
    """What does not belong to it."""
    optional: tuple[str, ...] = ()
    """What is only desired; once it stands in the plan it must be done."""
    note: str | None = None
    """What must be said beside it."""
    legal_basis: str
    """Ordinance, with article and letter."""
    words: tuple[str, ...] = ()
    """What people type who look for it, in any language and script."""
    questions: tuple[SupportQuestion, ...]
    """The check list."""


@frozen(kw_only=True)
class SupportPart:
    """Something that holds for the support as a whole: the plan, who pays, whom to ask ..."""

    id: str
    """Stable, kebab-case."""
    title: str
    """Its heading."""
    title_ja: str | None = None
    """Japanese, where there is a word to recognise."""
    kana: str | None = None
    """How to say that."""
    after_duties: bool = False
    """Whether it is told after the duties, and not before them."""
    words: tuple[str, ...] = ()
    """What people type who look for it, in any language and script."""
    facts: tuple[Fact, ...]
    """What it says, in order."""
    questions: tuple[SupportQuestion, ...] = ()
    """The check list, where something of it is received like a duty."""


@frozen(kw_only=True)
class EmployerNotice(Statement):
    """A notice or report to an authority about a worker, their contract or their support."""

    id: str
    """Stable, kebab-case."""
    title: str
    """What it is for, in a few words."""
    who: Actor
    """Who files it."""
    form: str
    """The number or name of the form."""
    due: str
    """Within which time, counted from what."""
    what: tuple[str, ...]
    """What it is filed for."""
    attach: str | None = None
    """What goes with it."""
    note: str | None = None
    """What must be said beside it."""
    documents: tuple[str, ...] = field(default=(), metadata=refers_to("document"))
    """The same papers in the list of documents."""
