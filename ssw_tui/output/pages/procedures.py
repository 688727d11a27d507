"""What to do: a procedure, one of its steps, a paper, the papers of a field."""

from collections.abc import Iterator
from typing import NamedTuple

from ssw_tui.output.page import Block, Gap, Heading, Item, Page, Pair, Paragraph, Sign, Tone
from ssw_tui.output.pages import counter, home_countries
from ssw_tui.output.pages.common import ACTOR_WORD, SURENESS, out_of_time, say_time, say_yen, sources
from ssw_tui.reader import Reader
from ssw_tui.records.document import Document
from ssw_tui.records.fee import Fee
from ssw_tui.records.field import Field
from ssw_tui.records.field_detail import FieldDetail
from ssw_tui.records.home_country import HomeCountry
from ssw_tui.records.procedure import Anchor, Bound, Phase, Procedure, Step, Timing
from ssw_tui.records.risk import HelpLine
from ssw_tui.records.rule import Status
from ssw_tui.records.statement import Confidence

PHASE_WORD = {
    Phase.PREPARE: "1 Preparation",
    Phase.APPLY: "2 Application",
    Phase.AFTER: "3 Decision and after",
}

CHOOSE_FIELD = "Papers that only some fields ask for are left out here: choose your field to see them."
CHOOSE_COUNTRY = "Each country has other steps: choose yours to see them."
OF_THE_FIELD, ASK = "field-papers", "isa-info"
"""The paper that stands for all papers of a field, and whom to ask about those of a field of which little is known."""
UNSURE = (Confidence.LOW, Confidence.UNCONFIRMED)
STATUS_WORD = {Status.NO1: "No.1", Status.NO2: "No.2"}
BOUND_WORD = {Bound.FROM: "from", Bound.BY: "by", Bound.ABOUT: "about"}
ANCHOR_WORD = {
    Anchor.START: "the first day of work",
    Anchor.END_OF_STAY: "the last day of the stay",
    Anchor.FIVE_YEARS_END: "the end of the five years",
    Anchor.FILING: "the application",
    Anchor.CERTIFICATE_ISSUED: "the issue of the certificate",
    Anchor.LANDING: "landing in Japan",
    Anchor.ADDRESS_DECIDED: "the day a home was decided on",
    Anchor.MOVING_IN: "moving in",
    Anchor.ADDRESS_ENDED: "the end of the address in Japan",
    Anchor.NEW_CONTRACT: "the new contract",
    Anchor.CONTRACT_CHANGE: "the change of the contract",
    Anchor.CONTRACT_END: "the end of the old contract",
    Anchor.PERMISSION: "the permission",
    Anchor.DEPARTURE: "leaving Japan",
    Anchor.FISCAL_YEAR_END: "the end of the fiscal year (31 March)",
}


class Applicant(NamedTuple):
    """For whom steps and papers are shown, as far as that is known."""

    field: Field | None = None
    """The field of work whose own papers are listed; None: those that only some fields ask for are left out."""
    country: HomeCountry | None = None
    """The home country whose steps are given; None: what every country asks for, in short."""
    status: Status | None = None
    """The status whose papers are listed; None: both, where the procedure is for both."""


ANYBODY = Applicant()
"""Somebody of whom nothing is known."""


def page(
    reader: Reader, procedure: Procedure, ticked: frozenset[str] = frozenset(), applicant: Applicant = ANYBODY
) -> Page:
    """Give a procedure with all its steps; `ticked` is what is done, as "procedure/step"."""
    own = _own(applicant, procedure)
    return Page(title=procedure.title, blocks=tuple(_procedure(reader, procedure, ticked, own)))


def step_page(reader: Reader, procedure: Procedure, step: Step, applicant: Applicant = ANYBODY) -> Page:
    """Give one step of a procedure with its papers, its cost, what to say at the counter and what goes wrong."""
    return Page(title=step.title, blocks=tuple(_step(reader, step, _own(applicant, procedure))))


def _own(applicant: Applicant, procedure: Procedure) -> Applicant:
    return applicant._replace(status=status_for(procedure, applicant.status))


def status_for(procedure: Procedure, status: Status | None) -> Status | None:
    """Give the status whose papers a procedure asks for: its only one, else that of the person; None: not known."""
    return procedure.applies_to[0] if len(procedure.applies_to) == 1 else status


def papers_of(
    reader: Reader, step: Step, field: Field | None = None, status: Status | None = None
) -> tuple[Document, ...]:
    """Give the papers of a step that hold on the day: those of every field and a named field's own, of one status."""
    named = reader.holding(reader.library.all(Document)[paper] for paper in step.documents)
    of_status = (paper for paper in named if None in (paper.status, status) or paper.status is status)
    return tuple(paper for paper in of_status if not paper.fields or (field is not None and field.id in paper.fields))


def paper_name(paper: Document, status: Status | None) -> str:
    """Name a paper; where nobody knows which status it is for, also the only one that asks for it."""
    return paper.name if paper.status in (None, status) else f"{paper.name} ({STATUS_WORD[paper.status]} only)"


def has_field_papers(reader: Reader, step: Step) -> bool:
    """Whether some fields ask for papers of their own in a step."""
    return any(reader.library.all(Document)[paper].fields for paper in step.documents)


def document_page(reader: Reader, document: Document) -> Page:
    """Give one paper."""
    blocks: tuple[Block | None, ...] = (
        Pair("Japanese", document.name_ja + (f"（{document.name_kana}）" if document.name_kana else "")),
        Pair("Form", document.form) if document.form else None,
        Pair("Brought by", ACTOR_WORD[document.provided_by]),
        Pair("Issued by", document.issued_by) if document.issued_by else None,
        Pair("Valid", reader.say(document.validity)) if document.validity else None,
        Pair("Only for", _only_for(reader, document)) if document.fields or document.status else None,
        Paragraph(reader.say(document.note)) if document.note else None,
        *sources(reader, [document]),
    )
    return Page(title=document.name, blocks=tuple(block for block in blocks if block))


def _only_for(reader: Reader, document: Document) -> str:
    fields = [reader.library.all(Field)[field].name for field in document.fields]
    return ", ".join([*fields, *([STATUS_WORD[document.status]] if document.status else [])])


def _procedure(reader: Reader, procedure: Procedure, ticked: frozenset[str], own: Applicant) -> Iterator[Block]:
    if procedure.title_ja:
        yield Paragraph(
            f"{procedure.title_ja}（{procedure.title_kana}）" if procedure.title_kana else procedure.title_ja
        )
    yield Paragraph(reader.say(procedure.summary))
    for phase in Phase:
        steps = [step for step in procedure.steps if step.phase is phase]
        if steps:
            yield Heading(PHASE_WORD[phase])
        for step in steps:
            sign = Sign.TICKED if f"{procedure.id}/{step.id}" in ticked else Sign.OPEN
            text = f"{step.title}: {reader.say(step.text)}"
            when = "" if step.holds_on(reader.day) else f"; {say_time(step)}, so not on the day of these rules"
            yield Item(text, sign, note=f"who: {ACTOR_WORD[step.who]}{when}")
            yield from _with_step(reader, procedure, step, own)
    yield from sources(reader, (procedure, *procedure.steps))


def _with_step(reader: Reader, procedure: Procedure, step: Step, own: Applicant) -> Iterator[Block]:
    """Give what belongs to a step of a procedure that is given whole: its papers, cards to show, a country's steps."""
    for paper in papers_of(reader, step, own.field, own.status):
        yield Item(f"{paper_name(paper, own.status)} {paper.name_ja}", indent=2, tone=Tone.QUIET)
    if own.field is None and has_field_papers(reader, step):
        command = f"ssw-tui procedures {procedure.id} --field FIELD"
        yield Item(CHOOSE_FIELD, Sign.UNKNOWN, command=command, indent=2, tone=Tone.QUIET)
    yield from counter.named(reader, step.counter_cards, indent=2)
    if step.by_country and own.country is None:
        yield Item(CHOOSE_COUNTRY, Sign.UNKNOWN, command=f"ssw-tui procedures {procedure.id} --country VN", indent=2)
    if step.by_country and own.country is not None:
        yield Item(f"Your country: {own.country.name}", indent=2, tone=Tone.STRONG)
        yield from home_countries.own_steps(reader, own.country, indent=3)


def _step(reader: Reader, step: Step, own: Applicant) -> Iterator[Block]:
    yield from out_of_time(reader, step)
    yield Paragraph(reader.say(step.text))
    yield Gap()
    yield Pair("Who", ACTOR_WORD[step.who])
    if step.where:
        yield Pair("Where", reader.say(step.where))
    if step.when:
        yield Pair("When", say_timing(step.when))
    if step.takes:
        yield Pair("Takes", reader.say(step.takes))
    for fee_id in step.fees:
        yield from _fee(reader, reader.library.all(Fee)[fee_id])
    yield from _papers(reader, step, own)
    if step.by_country:
        yield from home_countries.for_step(reader, own.country)
    if step.pitfalls:
        yield Heading("What goes wrong here")
        yield from (Item(reader.say(text), Sign.ATTENTION) for text in step.pitfalls)
    if step.counter_cards:
        yield Heading("What to say at the counter")
        yield from counter.named(reader, step.counter_cards)
    yield from sources(reader, [step])


def _papers(reader: Reader, step: Step, own: Applicant) -> Iterator[Block]:
    papers, field = papers_of(reader, step, own.field, own.status), own.field
    general = [paper for paper in papers if not paper.fields]
    if general:
        yield Heading("Papers")
        yield from (_paper(reader, paper, paper_name(paper, own.status)) for paper in general)
    if not has_field_papers(reader, step):
        return
    yield Heading("Papers of your field" + (f": {field.name}" if field else ""))
    if field is None:
        yield Item(CHOOSE_FIELD, Sign.UNKNOWN)
    else:
        yield from _field_papers(reader, [paper for paper in papers if paper.fields], field)


def _field_papers(reader: Reader, papers: list[Document], field: Field) -> Iterator[Block]:
    """Give the papers of a field, that the list may not be whole, and whom to ask."""
    yield from (_paper(reader, paper, paper.name, with_note=True) for paper in papers)
    if not papers:
        yield Item("No paper of this field alone is known.", Sign.UNKNOWN)
    whole = reader.library.all(Document)[OF_THE_FIELD]
    detail = reader.library.one(FieldDetail, field.id)
    line = reader.library.all(HelpLine)[detail.ask if detail else ASK]
    ministry = f"{detail.ministry} {detail.ministry_ja}; " if detail else ""
    yield Item(reader.say(whole.note or ""), Sign.UNKNOWN, note=f"ask: {ministry}{line.name}, {line.number}")


def _paper(reader: Reader, paper: Document, name: str, *, with_note: bool = False) -> Item:
    lines = [_paper_note(reader, paper), reader.say(paper.note) if with_note and paper.note else ""]
    if paper.confidence in UNSURE:
        lines.append(SURENESS[paper.confidence])
    return Item(f"{name} {paper.name_ja}", note="\n".join(filter(None, lines)), opens=("document", paper.id))


def _paper_note(reader: Reader, paper: Document) -> str:
    parts = (f"from {ACTOR_WORD[paper.provided_by]}", paper.form and f"form {paper.form}", paper.validity)
    return reader.say("; ".join(part for part in parts if part))


def _fee(reader: Reader, fee: Fee) -> Iterator[Block]:
    if not fee.holds_on(reader.day):
        return
    amounts = (
        say_yen(fee.counter_yen) + " at the counter" if fee.counter_yen is not None else "",
        _online(fee),
    )
    cost = ", ".join(amount for amount in amounts if amount) or reader.say(fee.text)
    yield Pair("Fee", f"{fee.title}: {cost}" + (f" ({say_time(fee)})" if fee.since else ""))


def _online(fee: Fee) -> str:
    if fee.online_yen is None:
        return ""
    charge = f" and {say_yen(fee.online_charge_yen)} for paying online" if fee.online_charge_yen else ""
    return f"{say_yen(fee.online_yen)} online{charge}"


def say_timing(timing: Timing) -> str:
    """Say when a step is due: "from 3 months before the end of your period of stay"."""
    parts = [
        f"{abs(count)} {unit}{'' if abs(count) == 1 else 's'}"
        for count, unit in ((timing.months, "month"), (timing.days, "day"))
        if count
    ]
    anchor = ANCHOR_WORD[timing.anchor]
    side = "before" if min(timing.months, timing.days) < 0 else "after"
    when = f"{' '.join(parts)} {side} {anchor}" if parts else anchor
    return f"{BOUND_WORD[timing.bound]} {when}"
