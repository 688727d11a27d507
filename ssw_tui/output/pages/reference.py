"""What is looked up: answers, words, topics, the guide beside the rules, links, sources."""

from collections.abc import Iterator

from ssw_tui.output.page import Block, Gap, Heading, Item, Page, Pair, Paragraph, Sign, Tone
from ssw_tui.output.pages.common import SPEAKER, facts, say_day, say_time, sources
from ssw_tui.output.pages.risks import say_languages
from ssw_tui.reader import Reader
from ssw_tui.records.procedure import Procedure
from ssw_tui.records.reference import Answer, GuideStatement, Link, LinkState, Term, Topic, Verdict
from ssw_tui.records.rule import Rule
from ssw_tui.records.source import Source

VERDICT_SIGN = {
    Verdict.RIGHT: Sign.MET,
    Verdict.IMPRECISE: Sign.UNKNOWN,
    Verdict.OUTDATED: Sign.ATTENTION,
    Verdict.WRONG: Sign.MISSING,
}
LINK_WORD = {
    LinkState.SEEN: "its text was read in a stored copy",
    LinkState.CITED: "others cite it; it was not opened",
    LinkState.MOVED: "it has moved",
    LinkState.NOT_FOUND: "not found: do not rely on it",
}


def answer_page(reader: Reader, answer: Answer) -> Page:
    """Give a question and its answer."""
    return Page(title=answer.question, blocks=tuple(_answer(reader, answer)))


def _answer(reader: Reader, answer: Answer) -> Iterator[Block]:
    yield Paragraph(reader.say(answer.text))
    rules = [reader.library.all(Rule)[rule] for rule in answer.rules]
    if rules:
        yield Heading("The rules behind it")
        yield from (Item(f"{rule.title}: {reader.say(rule.text, rule)}", note=rule_note(rule)) for rule in rules)
    told = [reader.library.all(GuideStatement)[statement] for statement in answer.guide_statements]
    if told:
        day = say_day(reader.library.edition().guide_date)
        yield Heading(f"What the guide of {day} says")
        for statement in told:
            yield Item(f'"{statement.text}": {statement.verdict}', VERDICT_SIGN[statement.verdict])
    yield from sources(reader, [answer])


def rule_note(rule: Rule) -> str:
    """Say since when a rule holds and where it stands."""
    return "; ".join(part for part in (say_time(rule), rule.legal_basis) if part)


def rule_page(reader: Reader, rule: Rule) -> Page:
    """Give one rule whole."""
    blocks: tuple[Block | None, ...] = (
        Paragraph(reader.say(rule.text, rule)),
        Gap(),
        Pair("Time", say_time(rule)) if say_time(rule) else None,
        Pair("Law", rule.legal_basis) if rule.legal_basis else None,
        Pair("Guideline", rule.guideline_place) if rule.guideline_place else None,
        Pair("Before", reader.say(rule.previously)) if rule.previously else None,
        Pair("Note", reader.say(rule.note)) if rule.note else None,
        *sources(reader, [rule]),
    )
    return Page(title=rule.title, blocks=tuple(block for block in blocks if block))


def term_page(reader: Reader, term: Term) -> Page:
    """Give a word with how to say it."""
    blocks = (
        Paragraph(f"{term.name_ja}  {term.kana}", Tone.STRONG),
        Paragraph(term.romaji, Tone.QUIET),
        Gap(),
        Paragraph(reader.say(term.definition)),
        *sources(reader, [term]),
    )
    return Page(title=term.name, blocks=blocks)


def topic_page(reader: Reader, topic: Topic) -> Page:
    """Give a related topic."""
    library = reader.library
    links = [library.all(Link)[i] for i in topic.links]
    named = (
        ("How to do it (Steps)", [Item(library.all(Procedure)[i].title) for i in topic.procedures]),
        ("Words", [Item(f"{library.all(Term)[i].name} {library.all(Term)[i].name_ja}") for i in topic.terms]),
        ("Links", [Item(f"{link.title}: {link.address}", address=link.address) for link in links]),
    )
    blocks: list[Block] = [*facts(reader, reader.showing(topic.facts))]
    for heading, items in named:
        if items:
            blocks += (Heading(heading), *items)
    return Page(
        title=f"{topic.title}  {topic.title_ja}（{topic.kana}）", blocks=(*blocks, *sources(reader, topic.facts))
    )


def guide_page(reader: Reader, statement: GuideStatement) -> Page:
    """Give a statement of the guide beside the rule."""
    day = say_day(reader.library.edition().guide_date)
    blocks = (
        Heading("The rule says"),
        Paragraph(reader.say(statement.rule, statement), Tone.STRONG),
        *([Paragraph(say_time(statement), Tone.QUIET)] if say_time(statement) else []),
        Heading(f"The guide of {day} says (section {statement.section})"),
        Paragraph(f'"{statement.text}"'),
        Item(f"This is {statement.verdict}.", VERDICT_SIGN[statement.verdict]),
        *sources(reader, [statement]),
    )
    return Page(title="The guide and the rule", blocks=blocks)


def link_page(reader: Reader, link: Link) -> Page:
    """Give a link and what is known of it."""
    blocks: tuple[Block | None, ...] = (
        Paragraph(link.address, Tone.STRONG),
        Gap(),
        Pair("Publisher", link.publisher),
        Pair("Languages", say_languages(link.languages)) if link.languages else None,
        Pair("For", link.what_for),
        Pair("State", LINK_WORD[link.state], Tone.WARNING if link.state is LinkState.NOT_FOUND else Tone.NORMAL),
        Pair("Last seen", link.last_seen) if link.last_seen else None,
        Pair("In the guide", "yes") if link.from_guide else None,
        Pair("Note", reader.say(link.note)) if link.note else None,
        *sources(reader, [link]),
    )
    return Page(title=link.title, blocks=tuple(block for block in blocks if block), address=link.address)


def source_page(reader: Reader, source: Source) -> Page:
    """Give a source."""
    blocks: tuple[Block | None, ...] = (
        Paragraph(source.address, Tone.STRONG),
        Gap(),
        Pair("Publisher", source.publisher),
        Pair("Kind", SPEAKER[source.kind]),
        Pair("Page date", source.page_date) if source.page_date else None,
        Pair("How read", source.how_read),
    )
    return Page(title=source.title, blocks=tuple(block for block in blocks if block), address=source.address)
