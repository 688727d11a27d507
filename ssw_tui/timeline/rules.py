"""What changed in rules, fees, papers, steps, deadlines and penalties."""

from collections.abc import Iterator

from attrs import evolve

from ssw_tui.library import Library
from ssw_tui.reader import Reader
from ssw_tui.records.deadline import Deadline
from ssw_tui.records.document import Document
from ssw_tui.records.fee import Fee
from ssw_tui.records.procedure import Procedure
from ssw_tui.records.reference import Answer
from ssw_tui.records.risk import Risk
from ssw_tui.records.rule import Rule
from ssw_tui.records.statement import Statement
from ssw_tui.timeline.change import OVERVIEW, Change, Place, Rank
from ssw_tui.timeline.wording import ONE_DAY, first_sentence

FEWEST_WORDS = 3
"""The fewest words of a title that needs no sentence beside it."""
LONGEST_SENTENCE = 150
"""The most characters of a sentence that fits into a title."""


def rule_changes(library: Library) -> Iterator[Change]:
    """Give the rules that begin, and those that end with no rule in their place."""
    rules, answers = library.all(Rule), library.all(Answer).values()
    replaced = {(old, rule.since) for rule in rules.values() for old in rule.replaces}
    for rule in rules.values():
        place = Place("rule", rule.id)
        if rule.since:
            again = [answer for answer in answers if rule.id in answer.rules and answer.since == rule.since]
            title, text = _titled(rule.title, Reader(library, rule.since).say(rule.text))
            before = rule.previously or " ".join(rules[old].text for old in rule.replaces)
            yield Change(
                date=rule.since,
                title=title,
                text=text,
                before=Reader(library, rule.since - ONE_DAY).say(before),
                rank=Rank.RULE,
                places=(place, *(Place("answer", answer.id) for answer in again)),
                statements=(rule,),
            )
        if rule.until and (rule.id, rule.until) not in replaced:
            yield Change(
                date=rule.until,
                title=f"No longer in force: {rule.title}",
                text=Reader(library, rule.until - ONE_DAY).say(rule.text),
                rank=Rank.RULE,
                places=(place,),
                statements=(rule,),
                ends=True,
            )


def _titled(title: str, text: str) -> tuple[str, str]:
    """Give a title that says something by itself, and what is left of the text."""
    if len(title.split()) >= FEWEST_WORDS:
        return title, text
    first, rest = first_sentence(text)
    return (f"{title}: {first}", rest) if len(first) <= LONGEST_SENTENCE else (title, text)


def fee_changes(library: Library) -> Iterator[Change]:
    """Give the fees that begin with an amount that was another one before."""
    fees = library.all(Fee).values()
    for fee in fees:
        before = [old for old in fees if old.until == fee.since and set(old.applications) & set(fee.applications)]
        if fee.since is None or fee_amount(fee) in {fee_amount(old) for old in before}:
            continue
        title = f"Fee: {fee.title}: {fee_amount(fee)}"
        yield Change(
            date=fee.since,
            title=title,
            text=Reader(library, fee.since).say(fee.text),
            before=fee_amount(before[0]) if len(before) == 1 else "",
            lines=(f"{fee.title}: {fee_amount(fee)}",),
            rank=Rank.FEE,
            places=(_place_of(library, fee),),
            statements=(fee,),
        )


def fee_amount(fee: Fee) -> str:
    """Say what a fee is, at the counter and online."""
    online = fee.online_yen is not None and fee.online_yen != fee.counter_yen
    parts = [f"¥{fee.counter_yen:,}"] if fee.counter_yen is not None else []
    return ", ".join([*parts, f"online ¥{fee.online_yen:,}"] if online else parts)


def _place_of(library: Library, fee: Fee) -> Place:
    """Give the first procedure with a step that costs it."""
    for procedure in library.all(Procedure).values():
        if any(fee.id in step.fees for step in procedure.steps):
            return Place("procedure", procedure.id)
    return OVERVIEW


def paper_changes(library: Library) -> Iterator[Change]:
    """Give the papers and steps that begin; a step names the papers that begin with it."""
    needed, with_a_step = set(), set()
    for procedure in library.all(Procedure).values():
        needed |= {paper for step in procedure.steps for paper in step.documents}
        for step in filter(lambda step: step.since, procedure.steps):
            papers = [paper for paper in map(library.all(Document).get, step.documents) if paper]
            new = [paper for paper in papers if paper.since == step.since]
            with_a_step |= {paper.id for paper in new}
            title = f"{procedure.title}: {step.title}"
            places = (Place("procedure", procedure.id), *(Place("document", paper.id) for paper in new))
            told = _begun(library, title, step, step.text, *places, details=tuple(map(_paper, new)))
            yield from (evolve(change, statements=(step, *new)) for change in told)
    for paper in library.all(Document).values():
        if paper.id not in with_a_step:
            title = f"New paper: {paper.name} {paper.name_ja}"
            text = " ".join(filter(None, (f"Form: {paper.form}." if paper.form else "", paper.note)))
            own = Place("document", paper.id) if paper.id in needed else OVERVIEW
            yield from _begun(library, title, paper, text, own)


def _paper(paper: Document) -> str:
    form = f" ({paper.form})" if paper.form else ""
    return f"{paper.name} {paper.name_ja}{form}"


def deadline_changes(library: Library) -> Iterator[Change]:
    """Give the deadlines that begin, but for those that follow from a rule with a day of its own."""
    rules = library.all(Rule)
    for deadline in library.all(Deadline).values():
        if any(rules[rule].since for rule in deadline.rules):
            continue
        places = (*(Place("rule", rule) for rule in deadline.rules), OVERVIEW)
        yield from _begun(library, f"Deadline: {deadline.title}", deadline, deadline.do, places[0])


def penalty_changes(library: Library) -> Iterator[Change]:
    """Give the penalties that begin."""
    for risk in library.all(Risk).values():
        for penalty in risk.penalties:
            title, text = f"New penalty: {risk.title}", f"{penalty.act}: {penalty.text}"
            yield from _begun(library, title, penalty, text, Place("risk", risk.id), rank=Rank.FACT)


def _begun(
    library: Library,
    title: str,
    statement: Statement,
    text: str,
    *places: Place,
    details: tuple[str, ...] = (),
    rank: Rank = Rank.PAPER,
) -> Iterator[Change]:
    if statement.since is None:
        return
    yield Change(
        date=statement.since,
        title=title,
        text=Reader(library, statement.since).say(text),
        details=details,
        rank=rank,
        places=places,
        statements=(statement,),
    )
