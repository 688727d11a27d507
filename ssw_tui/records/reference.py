"""What is looked up: answers, words, links, the guide's statements, the overview."""

from enum import StrEnum

from attrs import field, frozen

from ssw_tui.records.statement import Fact, Statement, refers_to


class Theme(StrEnum):
    """What a question is about, what cannot wait first."""

    TROUBLE = "trouble"
    """Something went wrong and must be seen to at once."""
    JOB = "job"
    """The job, the employer and the support."""
    STAY = "stay"
    """The stay, the card and applications."""
    FIVE_YEARS = "five-years"
    """The total time as No.1."""
    LIFE = "life"
    """Family, health and life in Japan."""
    DUES = "dues"
    """Tax, insurance and pension."""
    BEGIN = "begin"
    """How one comes to this status."""
    ONWARD = "onward"
    """What comes after No.1."""


class TermGroup(StrEnum):
    """What a word belongs to."""

    STATUS = "status"
    """The status, its fields and the training before it."""
    STAY = "stay"
    """Permissions, cards and certificates."""
    COMING = "coming"
    """Leaving Japan and coming back, and one's own country."""
    WORK = "work"
    """The employer and the support."""
    TESTS = "tests"
    """Tests and what stands in their place."""
    NOTICES = "notices"
    """Notices and the city hall."""
    DUES = "dues"
    """Tax, insurance, pension and fees."""
    OFFICES = "offices"
    """Offices and helpers."""
    LAW = "law"
    """What the law threatens."""


@frozen(kw_only=True)
class Answer(Fact):
    """A question that people ask and its answer (the text)."""

    id: str
    """Stable, kebab-case."""
    question: str
    """As a person would ask it."""
    theme: Theme
    """What it is about; the file keeps those of a theme together."""
    from_guide: str | None = None
    """The guide's own number for it (Q1 ...)."""
    rules: tuple[str, ...] = field(default=(), metadata=refers_to("rule"))
    """The rules that the answer rests on."""
    guide_statements: tuple[str, ...] = field(default=(), metadata=refers_to("guide-statement"))
    """What the guide said about it."""
    procedures: tuple[str, ...] = field(default=(), metadata=refers_to("procedure"))
    """How to do what it says."""
    risks: tuple[str, ...] = field(default=(), metadata=refers_to("risk"))
    """What can go wrong here."""
    deadlines: tuple[str, ...] = field(default=(), metadata=refers_to("deadline"))
    """The days not to miss."""
    help_lines: tuple[str, ...] = field(default=(), metadata=refers_to("help-line"))
    """Whom to call."""
    support_duties: tuple[str, ...] = field(default=(), metadata=refers_to("support-duty"))
    """What of the support is owed here."""


@frozen(kw_only=True)
class Term(Statement):
    """A word of the field."""

    id: str
    """Stable, kebab-case."""
    name: str
    """English."""
    name_ja: str
    """Japanese, as printed on papers."""
    kana: str
    """How to say it."""
    romaji: str
    """The same in Latin letters."""
    about: TermGroup
    """What it belongs to; the file keeps those of a group together."""
    definition: str
    """What it means, in one or two sentences."""


class LinkState(StrEnum):
    """What is known of a link."""

    SEEN = "seen"
    """The page's own text was read, in a stored copy."""
    CITED = "cited"
    """Others cite it; it was not opened."""
    MOVED = "moved"
    """It has another address now."""
    NOT_FOUND = "not-found"
    """No trace of it was found."""


@frozen(kw_only=True)
class Link(Statement):
    """A page worth knowing."""

    id: str
    """Stable, kebab-case."""
    title: str
    """What it is."""
    address: str
    """Where it is."""
    publisher: str
    """Whose it is."""
    languages: tuple[str, ...]
    """ISO 639-1 codes."""
    what_for: str
    """What one finds there."""
    state: LinkState
    """What is known of it."""
    last_seen: str | None = None
    """When it was last seen, as exact as known."""
    note: str | None = None
    """What must be said beside it."""
    from_guide: bool = False
    """Whether the guide names it."""


class Verdict(StrEnum):
    """How a statement of the guide stands up."""

    RIGHT = "right"
    IMPRECISE = "imprecise"
    """Right in part, or right with something important missing."""
    OUTDATED = "outdated"
    """It was the rule once."""
    WRONG = "wrong"
    """It was never the rule."""


@frozen(kw_only=True)
class GuideStatement(Statement):
    """One statement of the guide of 2026-01-12 and the rule beside it; `since` is when the rule began."""

    id: str
    """Stable, kebab-case."""
    section: str
    """The guide's section and item: "4 step 3", "5 Q1" ..."""
    text: str
    """What the guide says, shortened, as its statement."""
    verdict: Verdict
    """How it stands up."""
    rule: str
    """What the rule is, in one or two sentences."""
    rules: tuple[str, ...] = field(default=(), metadata=refers_to("rule"))
    """The rules behind it."""


@frozen(kw_only=True)
class ComparisonRow(Statement):
    """One line of No.1 and No.2 side by side."""

    topic: str
    """What is compared."""
    no1: str
    """How it is for No.1."""
    no2: str
    """How it is for No.2."""


@frozen(kw_only=True)
class OverviewSection:
    """A part of the overview page."""

    id: str
    """Stable, kebab-case."""
    title: str
    """Its heading."""
    facts: tuple[Fact, ...] = ()
    """What it says, in order."""
    comparison: tuple[ComparisonRow, ...] = ()
    """No.1 and No.2 side by side, where the section compares them."""


@frozen(kw_only=True)
class Topic:
    """A related topic of the guide, with a short page of its own."""

    id: str
    """Stable, kebab-case."""
    title: str
    """English."""
    title_ja: str
    """Japanese."""
    kana: str
    """How to say it."""
    facts: tuple[Fact, ...]
    """What to know, in order."""
    terms: tuple[str, ...] = field(default=(), metadata=refers_to("term"))
    """Words that belong to it."""
    links: tuple[str, ...] = field(default=(), metadata=refers_to("link"))
    """Where to read on."""
    procedures: tuple[str, ...] = field(default=(), metadata=refers_to("procedure"))
    """How to do it."""


@frozen(kw_only=True)
class SearchWords:
    """What people type who look for some records, beside the words of the records themselves."""

    id: str
    """Stable, kebab-case."""
    words: tuple[str, ...]
    """Words and short phrases, in any language and script; lower case."""
    answers: tuple[str, ...] = field(default=(), metadata=refers_to("answer"))
    """The questions they lead to."""
    risks: tuple[str, ...] = field(default=(), metadata=refers_to("risk"))
    """The risks they lead to."""
    procedures: tuple[str, ...] = field(default=(), metadata=refers_to("procedure"))
    """The procedures they lead to."""
    help_lines: tuple[str, ...] = field(default=(), metadata=refers_to("help-line"))
    """The help lines they lead to."""
    terms: tuple[str, ...] = field(default=(), metadata=refers_to("term"))
    """The terms they lead to."""
    support_duties: tuple[str, ...] = field(default=(), metadata=refers_to("support-duty"))
    """The parts of the support they lead to."""
    counter_cards: tuple[str, ...] = field(default=(), metadata=refers_to("counter-card"))
    """The cards to show at a counter they lead to."""
