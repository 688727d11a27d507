"""What search looks through: every record that has a place in the app."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

import attrs

from ssw_tui.output.field_list import fields_on
from ssw_tui.reader import Reader
from ssw_tui.records.field import FieldDetail, OtherWork
from ssw_tui.records.procedure import Document, Procedure
from ssw_tui.records.reference import Answer, GuideStatement, Link, SearchWords, Term, Topic
from ssw_tui.records.risk import HelpLine, Risk
from ssw_tui.records.rule import Rule
from ssw_tui.search import Entry


@lru_cache(maxsize=2)
def entries(reader: Reader) -> tuple[Entry, ...]:
    """Give everything that can be found, as of the reader's day."""
    words = _typed(reader)
    return tuple(_with_typed(entry, words) for entry in _entries(reader))


def _typed(reader: Reader) -> Mapping[tuple[str, str], str]:
    """Give the words that people type who look for a record, by its kind and id."""
    words: dict[tuple[str, str], str] = {}
    lists = [attribute for attribute in attrs.fields(SearchWords) if "refers-to" in attribute.metadata]
    for searched in reader.library.all(SearchWords).values():
        for attribute in lists:
            for record_id in getattr(searched, attribute.name):
                place = (attribute.metadata["refers-to"], record_id)
                words[place] = " ".join((words.get(place, ""), *searched.words))
    return words


def _with_typed(entry: Entry, words: Mapping[tuple[str, str], str]) -> Entry:
    more = words.get((entry.kind, entry.id))
    return attrs.evolve(entry, words=f"{entry.words} {more}") if more else entry


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
        names = (field.name_ja, field.name_kana, *field.work_words, *(detail.former_names if detail else ()))
        text = say(detail.summary) if detail else ""
        yield Entry(kind="field", id=field.id, title=field.name, words=" ".join(names), text=text, weight=1.2)
    for work in of(OtherWork).values():
        words = " ".join((work.name_ja, *work.words))
        yield Entry(kind="other-work", id=work.id, title=f"{work.name}: in no field", words=words, text=say(work.text))
    for procedure in of(Procedure).values():
        words = f"{procedure.title_ja or ''} {procedure.title_kana or ''}"
        text = " ".join([say(procedure.summary), *(f"{s.title}: {say(s.text)}" for s in procedure.steps)])
        yield Entry(kind="procedure", id=procedure.id, title=procedure.title, words=words, text=text, weight=1.1)
    for line in of(HelpLine).values():
        text = f"{say(line.what_for)} {line.number}"
        yield Entry(kind="help-line", id=line.id, title=line.name, words=line.name_ja or "", text=text, weight=1.25)
    for topic in of(Topic).values():
        text = " ".join(say(fact.text) for fact in topic.facts)
        yield Entry(kind="topic", id=topic.id, title=topic.title, words=f"{topic.title_ja} {topic.kana}", text=text)
    for term in of(Term).values():
        words = f"{term.name_ja} {term.kana} {term.romaji}"
        yield Entry(kind="term", id=term.id, title=term.name, words=words, text=say(term.definition))
    needed = {paper for procedure in of(Procedure).values() for step in procedure.steps for paper in step.documents}
    for document in of(Document).values():
        if document.id not in needed:
            continue
        text = say(document.note or "")
        yield Entry(kind="document", id=document.id, title=document.name, words=document.name_ja, text=text, weight=0.8)
    for rule in of(Rule).values():
        weight = 0.7 if rule.holds_on(reader.day) else 0.4
        yield Entry(kind="rule", id=rule.id, title=rule.title, text=say(rule.text), weight=weight)
    for statement in of(GuideStatement).values():
        title = f'"{statement.text}" is {statement.verdict}'
        yield Entry(kind="guide-statement", id=statement.id, title=title, text=say(statement.rule), weight=0.5)
    for link in of(Link).values():
        yield Entry(kind="link", id=link.id, title=link.title, words=link.publisher, text=link.what_for, weight=0.7)
