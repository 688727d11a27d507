"""What is looked up: answers, words, topics, the guide beside the rules, links, sources."""

from collections.abc import Iterator

from ssw_tui.output.kind_words import KIND_WORD
from ssw_tui.output.page import Block, Gap, Heading, Item, Page, Pair, Paragraph, Sign, Tone
from ssw_tui.output.pages.common import SPEAKER, SURENESS, facts, out_of_time, say_day, say_time, sources
from ssw_tui.output.pages.help_lines import say_languages
from ssw_tui.output.pages.support import owed
from ssw_tui.output.resting import rests_on
from ssw_tui.reader import Reader
from ssw_tui.records.deadline import Deadline
from ssw_tui.records.procedure import Procedure
from ssw_tui.records.reference import Answer, GuideStatement, Link, LinkState, Term, TermGroup, Theme, Topic, Verdict
from ssw_tui.records.risk import HelpLine, Risk
from ssw_tui.records.rule import Rule
from ssw_tui.records.source import Source
from ssw_tui.records.statement import Confidence

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

THEME_WORD = {
    Theme.TROUBLE: "Something went wrong",
    Theme.JOB: "Job, employer, support",
    Theme.STAY: "Stay, card, applications",
    Theme.FIVE_YEARS: "The five years",
    Theme.LIFE: "Family, health, life",
    Theme.DUES: "Tax, insurance, pension",
    Theme.BEGIN: "How to begin: fields, tests, papers",
    Theme.ONWARD: "After No.1",
}
GROUP_WORD = {
    TermGroup.STATUS: "The status and training",
    TermGroup.STAY: "Permissions and cards",
    TermGroup.COMING: "Leaving and coming back",
    TermGroup.WORK: "Employer and support",
    TermGroup.TESTS: "Tests",
    TermGroup.NOTICES: "Notices and the city hall",
    TermGroup.DUES: "Tax, insurance, pension, fees",
    TermGroup.OFFICES: "Offices and helpers",
    TermGroup.LAW: "What the law threatens",
}
RULE_TOPIC_WORD = {
    "admissibility": "Conduct",
    "bridging": "Until the papers are ready",
    "change-of-status": "Change of status",
    "contract": "Forbidden contracts, language",
    "cost": "Who pays what",
    "employment": "Work and pay",
    "exemption": "Tests that are waived",
    "exit-procedure": "The rules of your own country",
    "family": "Family",
    "fee": "Fees",
    "field": "Fields",
    "ikusei": "Employment for Skill Development",
    "insurance": "Insurance",
    "job-change": "Another job",
    "nationality": "Nationality",
    "no2": "No.2",
    "notification": "Notices",
    "penalty": "Penalties",
    "period": "How long",
    "person": "You yourself",
    "pr": "Permanent residence",
    "procedure": "Applications",
    "renewal": "What an extension looks at",
    "support": "Support",
    "test": "Tests",
    "unemployed": "Without a job",
}
SHORT_STATE = {
    LinkState.SEEN: "read",
    LinkState.CITED: "cited, not opened",
    LinkState.MOVED: "moved",
    LinkState.NOT_FOUND: "NOT FOUND",
}
HOW_TO = "How to do it (Steps)"
MOST_RESTING = 10
"""The most records of a kind that a source's page names."""


def answer_page(reader: Reader, answer: Answer) -> Page:
    """Give a question and its answer."""
    return Page(title=answer.question, blocks=tuple(_answer(reader, answer)))


def _answer(reader: Reader, answer: Answer) -> Iterator[Block]:
    yield from out_of_time(reader, answer)
    yield Paragraph(reader.say(answer.text, answer))
    if answer.confidence in (Confidence.LOW, Confidence.UNCONFIRMED):
        yield Paragraph(f"Confidence: {SURENESS[answer.confidence]}.", Tone.WARNING)
    yield from _what_to_do(reader, answer)
    yield from _whom_to_call(reader, answer)
    yield from owed(reader, answer.support_duties)
    rules = [reader.library.all(Rule)[rule] for rule in answer.rules]
    if rules:
        yield Heading("The rules behind it")
    for rule in rules:
        text = f"{rule.title}: {reader.say(rule.text, rule)}"
        yield Item(text, note=rule_note(rule), opens=("rule", rule.id))
    told = [reader.library.all(GuideStatement)[statement] for statement in answer.guide_statements]
    if told:
        day = say_day(reader.library.edition().guide_date)
        yield Heading(f"What the guide of {day} says")
        for statement in told:
            opens = ("guide-statement", statement.id)
            yield Item(f'"{statement.text}": {statement.verdict}', VERDICT_SIGN[statement.verdict], opens=opens)
    yield from sources(reader, [answer])


def _what_to_do(reader: Reader, answer: Answer) -> Iterator[Block]:
    of = reader.library.all
    days = [of(Deadline)[i] for i in answer.deadlines]
    parts = (
        (HOW_TO, [Item(of(Procedure)[i].title, opens=("procedure", i)) for i in answer.procedures]),
        ("Days not to miss (My card counts them)", [Item(day.title, note=reader.say(day.do, day)) for day in days]),
        ("What can go wrong (Risks)", [Item(of(Risk)[i].title, opens=("risk", i)) for i in answer.risks]),
    )
    for heading, items in parts:
        if items:
            yield Heading(heading)
            yield from items


def _whom_to_call(reader: Reader, answer: Answer) -> Iterator[Block]:
    named = dict.fromkeys((*answer.help_lines, *((answer.ask,) if answer.ask else ())))
    if named:
        yield Heading("Whom to call")
    for line in (reader.library.all(HelpLine)[i] for i in named):
        yield Item(f"{line.name}: {line.number}", note=line.hours, opens=("help-line", line.id))


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
    steps, words = library.all(Procedure), library.all(Term)
    named = (
        (HOW_TO, [Item(steps[i].title, opens=("procedure", i)) for i in topic.procedures]),
        ("Words", [Item(f"{words[i].name} {words[i].name_ja}", opens=("term", i)) for i in topic.terms]),
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
        *([Heading("The rules behind it")] if statement.rules else []),
        *(Item(reader.library.all(Rule)[i].title, opens=("rule", i)) for i in statement.rules),
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
    """Give a source with what rests on it."""
    blocks: tuple[Block | None, ...] = (
        Paragraph(source.address, Tone.STRONG),
        Gap(),
        Pair("Publisher", source.publisher),
        Pair("Kind", SPEAKER[source.kind]),
        Pair("Page date", source.page_date) if source.page_date else None,
        Pair("How read", source.how_read),
        *_resting(reader, source),
    )
    return Page(title=source.title, blocks=tuple(block for block in blocks if block), address=source.address)


def _resting(reader: Reader, source: Source) -> Iterator[Block]:
    supported = rests_on(reader.library).get(source.id, {})
    if supported:
        yield Heading(f"What rests on it: {sum(map(len, supported.values()))}")
    for name, listed in supported.items():
        yield Paragraph(f"{name} ({len(listed)})", Tone.STRONG)
        for one in listed[:MOST_RESTING]:
            yield Item(reader.say(one.title), opens=(one.kind, one.id) if one.kind in KIND_WORD else None)
        if len(listed) > MOST_RESTING:
            yield Paragraph(f"and {len(listed) - MOST_RESTING} more", Tone.QUIET)
