"""What to do: a procedure, one of its steps, a paper, a fee."""

from collections.abc import Iterator, Sequence

from ssw_tui.output.page import Block, Gap, Heading, Item, Page, Pair, Paragraph, Sign, Tone
from ssw_tui.output.pages.common import say_day, say_time, say_yen, sources
from ssw_tui.reader import Reader
from ssw_tui.records.actor import Actor
from ssw_tui.records.procedure import Anchor, Bound, Document, Fee, Phase, Procedure, Step, Timing

PHASE_WORD = {
    Phase.PREPARE: "1 Preparation",
    Phase.APPLY: "2 Application",
    Phase.AFTER: "3 Decision and after",
}
ACTOR_WORD = {
    Actor.WORKER: "you",
    Actor.EMPLOYER: "the employer",
    Actor.SUPPORT_ORGANISATION: "the registered support organisation",
    Actor.BOTH: "you and the employer",
}

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


def page(reader: Reader, procedure: Procedure, ticked: frozenset[str] = frozenset()) -> Page:
    """Give a procedure with all its steps; `ticked` holds what is done, as "procedure/step"."""
    return Page(title=procedure.title, blocks=tuple(_procedure(reader, procedure, ticked)))


def step_page(reader: Reader, procedure: Procedure, step: Step) -> Page:
    """Give one step with its papers, its cost and what goes wrong."""
    return Page(title=step.title, blocks=tuple(_step(reader, step)))


def document_page(reader: Reader, document: Document) -> Page:
    """Give one paper."""
    blocks: tuple[Block | None, ...] = (
        Pair("Japanese", document.name_ja + (f"（{document.name_kana}）" if document.name_kana else "")),
        Pair("Form", document.form) if document.form else None,
        Pair("Brought by", ACTOR_WORD[document.provided_by]),
        Pair("Issued by", document.issued_by) if document.issued_by else None,
        Pair("Valid", reader.say(document.validity)) if document.validity else None,
        Paragraph(reader.say(document.note)) if document.note else None,
        *sources(reader, [document]),
    )
    return Page(title=document.name, blocks=tuple(block for block in blocks if block))


def _procedure(reader: Reader, procedure: Procedure, ticked: frozenset[str]) -> Iterator[Block]:
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
            done = f"{procedure.id}/{step.id}" in ticked
            text = f"{step.title}: {reader.say(step.text)}"
            yield Item(text, Sign.TICKED if done else Sign.OPEN, note=f"who: {ACTOR_WORD[step.who]}")
            papers = [reader.library.all(Document)[paper] for paper in step.documents]
            yield from (Item(f"{paper.name} {paper.name_ja}", indent=2, tone=Tone.QUIET) for paper in papers)
    yield from sources(reader, (procedure, *procedure.steps))


def _step(reader: Reader, step: Step) -> Iterator[Block]:
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
    if step.documents:
        yield Heading("Papers")
        papers = [reader.library.all(Document)[paper] for paper in step.documents]
        yield from (Item(f"{paper.name} {paper.name_ja}", note=_paper_note(reader, paper)) for paper in papers)
    if step.pitfalls:
        yield Heading("What goes wrong here")
        yield from (Item(reader.say(text), Sign.ATTENTION) for text in step.pitfalls)
    yield from sources(reader, [step])


def _paper_note(reader: Reader, paper: Document) -> str:
    parts = (f"from {ACTOR_WORD[paper.provided_by]}", paper.form and f"form {paper.form}", paper.validity)
    return reader.say("; ".join(part for part in parts if part))


def fees_page(reader: Reader, fees: Sequence[Fee], *, online: bool) -> Page:
    """Give what an application received on the reader's day costs.

    Args:
        reader: the content as of that day.
        fees: one, or several where the fee goes by the period of stay that is granted; at least one.
        online: whether it is made online.
    """
    amounts = [fee.online_yen if online else fee.counter_yen for fee in fees]
    how = "made online" if online else "made at the counter"
    blocks: list[Block] = [Paragraph(f"Received on {say_day(reader.day)}, {how}.", Tone.QUIET)]
    for fee, yen in zip(fees, amounts, strict=True):
        charge = f", and {say_yen(fee.online_charge_yen)} for paying online" if online and fee.online_charge_yen else ""
        blocks.append(Pair(_of_period(fee), f"{say_yen(yen or 0)}{charge}", Tone.STRONG))
    texts = dict.fromkeys(reader.say(fee.text, fee) for fee in fees)
    blocks += (Gap(), *map(Paragraph, texts), *sources(reader, fees))
    return Page(title=fees[0].title.split(",")[0] if len(fees) > 1 else fees[0].title, blocks=tuple(blocks))


def _of_period(fee: Fee) -> str:
    if not fee.goes_by_period:
        return "Any period"
    if fee.least_months == fee.most_months:
        return _say_months(fee.least_months or 0)
    if fee.most_months is None:
        return f"{_say_months(fee.least_months or 0)} or more"
    return f"up to {_say_months(fee.most_months)}"


def _say_months(months: int) -> str:
    years, left = divmod(months, 12)
    return f"{months} months" if left or not years else f"{years} year{'s' if years > 1 else ''}"


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
