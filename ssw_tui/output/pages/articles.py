"""The articles of law: what each says in one sentence, and what rests on it."""

from collections.abc import Iterator

from ssw_tui.output.page import Block, Heading, Item, Page, Pair, Paragraph, Tone
from ssw_tui.output.pages.common import say_time, sources
from ssw_tui.reader import Reader
from ssw_tui.records.article import Article, Law, Reading
from ssw_tui.records.deadline import Deadline
from ssw_tui.records.risk import Risk
from ssw_tui.records.rule import Rule

READING_WORD = {
    Reading.READ: "The text of this article was read.",
    Reading.IN_PART: "Only a part of its text was read, or others quote it.",
    Reading.NOT_READ: "Its text was not read. What is said here comes from others.",
}


def cite(reader: Reader, article: Article) -> str:
    """Cite an article: "Immigration Act art. 19-16"."""
    law = reader.library.all(Law)[article.law].short
    if article.number is None:
        return law
    return f"{law} art. {article.number}" if article.number[0].isdigit() else f"{law}, {article.number}"


def law_of(reader: Reader, article: Article) -> str:
    """Name the law of an article."""
    return reader.library.all(Law)[article.law].name


def resting_on(reader: Reader, article: Article) -> tuple[Risk | Deadline | Rule, ...]:
    """Give what rests on an article: risks, days, rules."""
    library = reader.library
    risks = [
        risk
        for risk in library.all(Risk).values()
        if risk.id in article.risks or any(article.id in penalty.articles for penalty in risk.penalties)
    ]
    deadlines = [library.all(Deadline)[deadline] for deadline in article.deadlines]
    return (*risks, *deadlines, *(library.all(Rule)[rule] for rule in article.rules))


def article_page(reader: Reader, article: Article) -> Page:
    """Give one article with what rests on it."""
    return Page(title=f"{cite(reader, article)}: {reader.say(article.title)}", blocks=tuple(_article(reader, article)))


def _article(reader: Reader, article: Article) -> Iterator[Block]:
    law = reader.library.all(Law)[article.law]
    yield Paragraph(reader.say(article.text, article), Tone.STRONG)
    if article.penalty:
        yield Pair("Penalty", reader.say(article.penalty, article), Tone.WARNING)
    yield Pair("Law", f"{law.name} ({law.name_ja}, {law.kana})")
    if when := say_time(article):
        yield Pair("Time", when)
    if article.note:
        yield Pair("Note", reader.say(article.note, article))
    yield from _resting(reader, article)
    yield Heading("How it was read")
    yield Paragraph(f"{READING_WORD[article.reading]} {law.how_read}")
    if article.later:
        yield Paragraph(reader.say(article.later, article), Tone.WARNING)
    yield from sources(reader, [article])


def _resting(reader: Reader, article: Article) -> Iterator[Block]:
    resting = resting_on(reader, article)
    for kind, name, heading in (
        (Risk, "risk", "Risks"),
        (Deadline, None, "Days not to miss"),
        (Rule, "rule", "Rules"),
    ):
        if found := [one for one in resting if isinstance(one, kind)]:
            yield Heading(f"{heading} that rest on it")
            yield from (Item(reader.say(one.title), opens=(name, one.id) if name else None) for one in found)
