"""What search looks through: every record that has a place in the app."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

import attrs

from ssw_tui.output.field_list import fields_on
from ssw_tui.reader import Reader
from ssw_tui.records.article import Article, Law
from ssw_tui.records.counter import CounterCard
from ssw_tui.records.document import Document
from ssw_tui.records.field_detail import FieldDetail
from ssw_tui.records.home_country import HomeCountry
from ssw_tui.records.other_work import OtherWork
from ssw_tui.records.procedure import Procedure
from ssw_tui.records.reference import Answer, GuideStatement, Link, SearchWords, Term, Topic
from ssw_tui.records.risk import HelpLine, Risk
from ssw_tui.records.rule import Rule
from ssw_tui.records.self_check import SelfCheckQuestion
from ssw_tui.records.source import Source
from ssw_tui.records.support import EmployerNotice, SupportDuty, SupportPart
from ssw_tui.search import Entry

JOB = "job"
"""What people type beside the name of some work: "hotel job"."""


@lru_cache(maxsize=2)
def entries(reader: Reader) -> tuple[Entry, ...]:
    """Give everything that can be found, as of the reader's day."""
    typed = _typed(reader)
    return tuple(_with_typed(entry, typed.get((entry.kind, entry.id), ())) for entry in _entries(reader))


def _typed(reader: Reader) -> Mapping[tuple[str, str], Sequence[str]]:
    """Give what people type who look for a record, by its kind and id."""
    typed: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    lists = [attribute for attribute in attrs.fields(SearchWords) if "refers-to" in attribute.metadata]
    for searched in reader.library.all(SearchWords).values():
        for attribute in lists:
            for record_id in getattr(searched, attribute.name):
                typed[attribute.metadata["refers-to"], record_id] += searched.words
    return typed


def _with_typed(entry: Entry, phrases: Sequence[str]) -> Entry:
    return attrs.evolve(entry, phrases=tuple(phrases)) if phrases else entry


def _entries(reader: Reader) -> Iterator[Entry]:
    of = reader.library.all
    say = reader.say
    for answer in of(Answer).values():
        yield Entry(kind="answer", id=answer.id, title=answer.question, text=say(answer.text), weight=1.3)
    for risk in of(Risk).values():
        text = f"{say(risk.what_happens)} {say(risk.how_to_avoid)} {say(risk.if_already)}"
        yield Entry(kind="risk", id=risk.id, title=risk.title, text=text, weight=1.1)
    for field in fields_on(reader):
        detail = reader.library.one(FieldDetail, field.id)
        names = (field.name_ja, field.name_kana, JOB, *field.work_words, *(detail.former_names if detail else ()))
        text = say(detail.summary) if detail else ""
        yield Entry(kind="field", id=field.id, title=field.name, words=" ".join(names), text=text, weight=1.2)
    for work in of(OtherWork).values():
        words = " ".join((work.name_ja, JOB, *work.words))
        yield Entry(kind="other-work", id=work.id, title=f"{work.name}: in no field", words=words, text=say(work.text))
    for procedure in of(Procedure).values():
        words = f"{procedure.title_ja or ''} {procedure.title_kana or ''}"
        text = " ".join([say(procedure.summary), *(f"{s.title}: {say(s.text)}" for s in procedure.steps)])
        yield Entry(kind="procedure", id=procedure.id, title=procedure.title, words=words, text=text, weight=1.1)
    for line in of(HelpLine).values():
        text = f"{say(line.what_for)} {line.number}"
        yield Entry(kind="help-line", id=line.id, title=line.name, words=line.name_ja or "", text=text, weight=1.25)
    yield from _support(reader)
    yield from _of_the_law(reader)
    yield from _words(reader)
    yield from _to_show(reader)
    yield from _papers(reader)
    yield from _behind(reader)


def _words(reader: Reader) -> Iterator[Entry]:
    """Give the related topics and the words."""
    of, say = reader.library.all, reader.say
    for topic in of(Topic).values():
        text = " ".join(say(fact.text) for fact in topic.facts)
        yield Entry(kind="topic", id=topic.id, title=topic.title, words=f"{topic.title_ja} {topic.kana}", text=text)
    for term in of(Term).values():
        words = f"{term.name_ja} {term.kana} {term.romaji} {term.romaji.replace(' ', '')}"
        yield Entry(kind="term", id=term.id, title=term.name, words=words, text=say(term.definition))


def _papers(reader: Reader) -> Iterator[Entry]:
    """Give the papers that some step asks for."""
    of, say = reader.library.all, reader.say
    needed = {paper for procedure in of(Procedure).values() for step in procedure.steps for paper in step.documents}
    for document in of(Document).values():
        if document.id not in needed:
            continue
        text = say(document.note or "")
        yield Entry(kind="document", id=document.id, title=document.name, words=document.name_ja, text=text, weight=0.8)


def _behind(reader: Reader) -> Iterator[Entry]:
    """Give what the rest is based on, or beside: rules, the guide, links, sources."""
    of, say = reader.library.all, reader.say
    for rule in of(Rule).values():
        weight = 0.7 if rule.holds_on(reader.day) else 0.4
        yield Entry(kind="rule", id=rule.id, title=rule.title, text=say(rule.text), weight=weight)
    for statement in of(GuideStatement).values():
        title = f'"{statement.text}" is {statement.verdict}'
        yield Entry(kind="guide-statement", id=statement.id, title=title, text=say(statement.rule), weight=0.5)
    for link in of(Link).values():
        yield Entry(kind="link", id=link.id, title=link.title, words=link.publisher, text=link.what_for, weight=0.7)
    for source in of(Source).values():
        yield Entry(kind="source", id=source.id, title=source.title, words=source.publisher, weight=0.3)


def _to_show(reader: Reader) -> Iterator[Entry]:
    """Give what is said at counters, and what home countries ask for."""
    of, say = reader.library.all, reader.say
    for card in of(CounterCard).values():
        sentences = (*card.sentences, *card.answers)
        words = " ".join((card.counter_ja, card.counter_kana, *(f"{one.ja} {one.kana}" for one in sentences)))
        text = " ".join((card.counter, *(one.english for one in sentences)))
        yield Entry(kind="counter-card", id=card.id, title=card.title, words=words, text=text, weight=0.9)
    for country in of(HomeCountry).values():
        words = " ".join((country.name_ja, country.code or "", *country.words))
        steps = (f"{step.title}: {say(step.text, step)}" for step in country.steps)
        text = " ".join((say(country.in_filing.text), *steps))
        title = f"{country.name}: what it asks of its people"
        yield Entry(kind="home-country", id=country.id, title=title, words=words, text=text)


def _of_the_law(reader: Reader) -> Iterator[Entry]:
    """Give the articles, by their numbers and their law's names too, and the questions of the self-check."""
    of, say = reader.library.all, reader.say
    for article in of(Article).values():
        law = of(Law)[article.law]
        words = " ".join(filter(None, (article.number, law.short, law.name_ja, law.kana)))
        text = say(" ".join(filter(None, (article.text, article.penalty))))
        yield Entry(kind="article", id=article.id, title=article.title, words=words, text=text, weight=0.6)
    for question in of(SelfCheckQuestion).values():
        text = say(question.text)
        yield Entry(kind="self-check-question", id=question.id, title=question.title, text=text, weight=0.65)


def _support(reader: Reader) -> Iterator[Entry]:
    """Give the support plan: its duties, what holds for all of them, the notices."""
    of, say = reader.library.all, reader.say
    for duty in of(SupportDuty).values():
        words = " ".join((duty.name_ja, duty.kana, *duty.words))
        text = say(" ".join((duty.what, *duty.must_contain, *(question.text for question in duty.questions))))
        yield Entry(kind="support-duty", id=duty.id, title=duty.name, words=words, text=text, weight=1.1)
    for part in of(SupportPart).values():
        words = " ".join((part.title_ja or "", part.kana or "", *part.words))
        text = say(" ".join(fact.text for fact in part.facts))
        yield Entry(kind="support-part", id=part.id, title=part.title, words=words, text=text, weight=1.12)
    for notice in of(EmployerNotice).values():
        text = say(" ".join(notice.what))
        yield Entry(kind="employer-notice", id=notice.id, title=notice.title, words=notice.form, text=text, weight=0.7)
