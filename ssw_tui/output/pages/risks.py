"""What to avoid, and what to do after it."""

from collections.abc import Iterator

from ssw_tui.output.page import Block, Heading, Item, Page, Pair, Paragraph, Sign, Tone
from ssw_tui.output.pages.articles import cite
from ssw_tui.output.pages.common import SURENESS, say_time, sources
from ssw_tui.output.pages.support import owed
from ssw_tui.reader import Reader
from ssw_tui.records.actor import Actor
from ssw_tui.records.article import Article
from ssw_tui.records.risk import HelpLine, Penalty, Risk, Severity
from ssw_tui.records.rule import Rule
from ssw_tui.records.statement import Confidence

SEVERITY_WORD = {
    Severity.CRITICAL: "critical: your status or your freedom",
    Severity.HIGH: "high: the next permission, or a fine",
    Severity.MEDIUM: "medium: money, time, trouble",
    Severity.LOW: "low: good to know",
}
WHO_WORD = {
    Actor.WORKER: "you",
    Actor.EMPLOYER: "your employer",
    Actor.SUPPORT_ORGANISATION: "the support organisation",
}
"""Who can do wrong, as pages say it."""
NEW_PRISON = "penal-code-prison"
"""The article on what a prison sentence is called today."""


def risks_of(reader: Reader, who: Actor | None) -> tuple[Risk, ...]:
    """Give the risks in which somebody can do wrong, worst first; None: all."""
    risks = reader.library.all(Risk).values()
    found = [risk for risk in risks if who is None or who in risk.who]
    return tuple(sorted(found, key=lambda risk: list(Severity).index(risk.severity)))


def page(reader: Reader, risk: Risk) -> Page:
    """Give one risk whole."""
    return Page(title=risk.title, blocks=tuple(_risk(reader, risk)))


def whom_to_call(reader: Reader, risk: Risk) -> Iterator[Item]:
    """Give the lines that a risk names."""
    for line_id in risk.consult:
        line = reader.library.all(HelpLine)[line_id]
        yield Item(f"{line.name}: {line.number}", Sign.BULLET, note=line.hours, opens=("help-line", line.id))


def articles_of(reader: Reader, risk: Risk) -> tuple[Article, ...]:
    """Give the articles that its penalties name, each once, then the others that matter for it."""
    articles = reader.library.all(Article)
    named = [article for penalty in risk.penalties for article in penalty.articles]
    more = [article.id for article in articles.values() if risk.id in article.risks]
    return tuple(articles[article] for article in dict.fromkeys((*named, *more)))


def _penalties(reader: Reader, penalties: tuple[Penalty, ...]) -> Iterator[Block]:
    for penalty in penalties:
        notes = [penalty.article, say_time(penalty)]
        if penalty.confidence is not Confidence.HIGH:
            notes.append(SURENESS[penalty.confidence])
        text = f"{penalty.act}: {reader.say(penalty.text, penalty)}"
        yield Item(text, note="; ".join(filter(None, notes)))
    prison = reader.library.all(Article)[NEW_PRISON]
    if any("rison" in penalty.text for penalty in penalties) and prison.holds_on(reader.day):
        yield Paragraph(reader.say(prison.text), Tone.QUIET)


def _risk(reader: Reader, risk: Risk) -> Iterator[Block]:
    yield Pair("Severity", SEVERITY_WORD[risk.severity], Tone.WARNING)
    yield Pair("Who", ", ".join(WHO_WORD[who] for who in risk.who))
    yield Paragraph(reader.say(risk.what_happens))
    if risk.penalties:
        yield Heading("What the law says")
        yield from _penalties(reader, risk.penalties)
    yield Heading("How to avoid it")
    yield Paragraph(reader.say(risk.how_to_avoid))
    yield Heading("If it has already happened")
    yield Paragraph(reader.say(risk.if_already))
    yield Heading("Whom to call")
    yield from whom_to_call(reader, risk)
    yield from owed(reader, risk.support_duties)
    if risk.note:
        yield Heading("Not certain")
        yield Paragraph(reader.say(risk.note))
    yield from _behind(reader, risk)
    yield from sources(reader, (risk, *risk.penalties))


def _behind(reader: Reader, risk: Risk) -> Iterator[Block]:
    if articles := articles_of(reader, risk):
        yield Heading("The articles")
        for article in articles:
            text = f"{cite(reader, article)}: {reader.say(article.title)}"
            yield Item(text, tone=Tone.QUIET, opens=("article", article.id))
    if risk.rules:
        yield Heading("The rules behind it")
        rules = [reader.library.all(Rule)[rule] for rule in risk.rules]
        yield from (Item(rule.title, tone=Tone.QUIET, opens=("rule", rule.id)) for rule in rules)
