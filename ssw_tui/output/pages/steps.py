"""The steps of one person: a procedure with what is done and when the rest is due, one step, and all of it to keep."""

from collections.abc import Iterator

from ssw_tui.advice.step_days import StepDay, anchors_of
from ssw_tui.output.own_steps import OwnSteps, Progress
from ssw_tui.output.page import Bar, Block, Gap, Heading, Item, Page, Pair, Paragraph, Sign, Tone
from ssw_tui.output.pages import home_countries, procedures
from ssw_tui.output.pages.common import ACTOR_WORD, say_day, sources
from ssw_tui.output.step_words import ORIGIN_WORD, day_blocks, say_step_day, say_window
from ssw_tui.reader import Reader
from ssw_tui.records.counter import CounterCard
from ssw_tui.records.field import Field
from ssw_tui.records.procedure import Phase, Procedure, Step


def say_progress(progress: Progress) -> str:
    """Say how much is done: "3 of 9 steps, 5 of 21 papers"."""
    steps = f"{progress.steps_done} of {progress.steps} steps"
    return f"{steps}, {progress.papers_done} of {progress.papers} papers" if progress.papers else steps


def say_next(progress: Progress) -> str:
    """Say which step comes next, and when."""
    if progress.next is None:
        return "every step is done"
    when = say_step_day(progress.next)
    return f"{progress.next.step.title}: {when}" if when else progress.next.step.title


def own_procedure_page(reader: Reader, procedure: Procedure, own: OwnSteps) -> Page:
    """Give a procedure with how much of it is done and what comes next."""
    ticked = frozenset(key for kind, key in own.ticked if kind == "step")
    whole = procedures.page(reader, procedure, ticked, own.applicant(reader))
    return Page(title=whole.title, blocks=(*_bars(own.progress(reader, procedure)), *whole.blocks))


def own_step_page(reader: Reader, procedure: Procedure, step: Step, own: OwnSteps) -> Page:
    """Give a step with its day, and whether it and its papers are ticked off."""
    whole = procedures.step_page(reader, procedure, step, own.applicant(reader))
    done = own.has_done(procedure, step)
    [day] = (day for day in own.days(reader, procedure) if day.step is step)
    head = (*_marks(reader, procedure, step, own), *day_blocks(day, done=done, settled=own.has_settled(step)))
    return Page(title=whole.title, blocks=(*head, *([Gap()] if head else []), *whole.blocks))


def field_choice_page(reader: Reader) -> Page:
    """Give what choosing a field of work is good for."""
    fields = (field for field in reader.library.all(Field).values() if field.merged_into is None)
    blocks: tuple[Block, ...] = (
        Paragraph(procedures.CHOOSE_FIELD),
        Paragraph("Press enter or f. The choice is kept; a card with a field makes it for you.", Tone.QUIET),
        Heading("The fields"),
        *(Item(f"{field.name} {field.name_ja}", opens=("field", field.id)) for field in fields),
    )
    return Page(title="Papers of your field", blocks=blocks)


def plan_page(reader: Reader, procedure: Procedure, own: OwnSteps) -> Page:
    """Give a procedure with ticks, days, papers and what to say at the counters: to print, or to keep."""
    return Page(title=procedure.title, blocks=tuple(_plan(reader, procedure, own)))


def _bars(progress: Progress) -> Iterator[Block]:
    if not progress.steps_done and not progress.papers_done:
        return
    steps = f"{progress.steps_done} of {progress.steps} done"
    yield Bar("Steps", progress.steps_done / progress.steps, steps)
    if progress.papers:
        yield Bar("Papers", progress.papers_done / progress.papers, f"{progress.papers_done} of {progress.papers}")
    yield Pair("Next", say_next(progress), Tone.STRONG)
    yield Gap()


def _marks(reader: Reader, procedure: Procedure, step: Step, own: OwnSteps) -> Iterator[Block]:
    if not own.has_done(procedure, step):
        return
    missing = sum(not own.has(procedure, paper) for paper in own.papers(reader, procedure, step))
    papers = f"; {missing} of its papers not ticked off" if missing else ""
    yield Pair("Done", f"ticked off{papers}")


def _plan(reader: Reader, procedure: Procedure, own: OwnSteps) -> Iterator[Block]:
    if procedure.title_ja:
        yield Paragraph(procedure.title_ja)
    yield Paragraph(reader.say(procedure.summary))
    yield Paragraph(f"By the rules as of {say_day(reader.day)}.", Tone.QUIET)
    yield from _whose(reader, procedure, own)
    yield from _bars(own.progress(reader, procedure))
    days = own.days(reader, procedure)
    for phase in Phase:
        of_phase = [day for day in days if day.step.phase is phase]
        if of_phase:
            yield Heading(procedures.PHASE_WORD[phase])
        for day in of_phase:
            yield from _planned_step(reader, procedure, day, own)
    yield from _to_show(reader, procedure)
    yield from sources(reader, (procedure, *procedure.steps))


def _whose(reader: Reader, procedure: Procedure, own: OwnSteps) -> Iterator[Block]:
    if own.holder:
        yield Pair("For", own.holder.card.label)
    if field := own.field_of(reader):
        yield Pair("Field", f"{field.name} {field.name_ja}")
    known = own.known(reader, procedure)
    for anchor in anchors_of(procedure):
        if anchor in known:
            label = procedures.ANCHOR_WORD[anchor]
            yield Pair(
                label[0].upper() + label[1:], f"{say_day(known[anchor].on)}, {ORIGIN_WORD[known[anchor].origin]}"
            )


def _planned_step(reader: Reader, procedure: Procedure, day: StepDay, own: OwnSteps) -> Iterator[Block]:
    step = day.step
    done = own.has_done(procedure, step)
    yield Item(step.title, Sign.TICKED if done else Sign.OPEN, tone=Tone.STRONG)
    if when := say_step_day(day, done=done, settled=own.has_settled(step)):
        possible = f" (possible {say_window(day)})" if day.own and (day.first or day.last) else ""
        yield Item(f"When: {when}{possible}", indent=1)
    yield Item(f"Who: {ACTOR_WORD[step.who]}", indent=1)
    if step.where:
        yield Item(f"Where: {reader.say(step.where)}", indent=1)
    yield Item(reader.say(step.text, step), indent=1)
    for paper in own.papers(reader, procedure, step):
        sign = Sign.TICKED if own.has(procedure, paper) else Sign.OPEN
        name = procedures.paper_name(paper, procedures.status_for(procedure, own.status))
        yield Item(f"{name} {paper.name_ja}", sign, indent=2)
    if own.field is None and procedures.has_field_papers(reader, step):
        yield Item(procedures.CHOOSE_FIELD, Sign.UNKNOWN, indent=2)
    if step.by_country and (country := own.country_of(reader)):
        yield from home_countries.own_steps(reader, country, indent=2)


def _to_show(reader: Reader, procedure: Procedure) -> Iterator[Block]:
    """Give the sentences for the counters of all steps, each card once."""
    for card_id in dict.fromkeys(card for step in procedure.steps for card in step.counter_cards):
        card = reader.library.all(CounterCard)[card_id]
        yield Heading(f"To show: {card.title}")
        for sentence in card.sentences:
            yield Item(sentence.ja, tone=Tone.STRONG, note=f"{sentence.kana}\n{sentence.english}")
