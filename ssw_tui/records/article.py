"""The articles of law that penalties, days and rules rest on."""

from enum import StrEnum

from attrs import field, frozen

from ssw_tui.records.statement import Statement, refers_to


class Reading(StrEnum):
    """How an article was read."""

    READ = "read"
    """Its own text was read."""
    IN_PART = "in-part"
    """A part of its text was read, or others quote it."""
    NOT_READ = "not-read"
    """Its text was not read: what is said of it comes from others."""


@frozen(kw_only=True)
class Law:
    """An Act or an ordinance."""

    id: str
    """Stable, kebab-case."""
    name: str
    """English name."""
    short: str
    """What citations call it."""
    name_ja: str
    """Japanese name."""
    kana: str
    """How to say it."""
    how_read: str
    """Which text of it was read, in a sentence."""


@frozen(kw_only=True)
class Article(Statement):
    """An article of a law, or some paragraphs and items of one."""

    id: str
    """Stable, kebab-case."""
    law: str = field(metadata=refers_to("law"))
    """The law it stands in."""
    number: str | None = None
    """Its number as it is cited: "19-16", "22-4(1)(v)-(vii)"; None: the law as a whole."""
    title: str
    """What it is about, in a few words."""
    text: str
    """What it says, in one plain sentence."""
    penalty: str | None = None
    """What follows where it is broken, with the article that says so."""
    reading: Reading
    """How it was read."""
    later: str | None = None
    """What changed after the text that was read, or is going to."""
    note: str | None = None
    """What must be said beside it."""
    risks: tuple[str, ...] = field(default=(), metadata=refers_to("risk"))
    """The risks it matters for, beside those whose penalties name it."""
    deadlines: tuple[str, ...] = field(default=(), metadata=refers_to("deadline"))
    """The days that rest on it."""
    rules: tuple[str, ...] = field(default=(), metadata=refers_to("rule"))
    """The rules that rest on it."""
