"""The self-check: each question, and what the answers point to."""

from collections.abc import Iterator, Mapping

from ssw_tui.advice.self_check import Concern, Outcome, outcome
from ssw_tui.output.page import Block, Gap, Heading, Item, Page, Pair, Paragraph, Sign, Tone
from ssw_tui.output.pages.risks import SEVERITY_WORD, whom_to_call
from ssw_tui.reader import Reader
from ssw_tui.records.risk import Risk
from ssw_tui.records.self_check import Reply, SelfCheckQuestion

REPLY_WORD = {Reply.YES: "yes", Reply.NO: "no", Reply.UNSURE: "I do not know"}
NOT_KEPT = "These answers are kept nowhere: they are gone when the program ends."
Replies = Mapping[str, Reply]
"""What was answered, by the ids of the questions."""


def outcome_of(reader: Reader, replies: Replies) -> Outcome:
    """Give what the answers come to."""
    library = reader.library
    return outcome(library.all(SelfCheckQuestion).values(), library.all(Risk), replies)


def question_page(reader: Reader, question: SelfCheckQuestion, reply: Reply | None = None) -> Page:
    """Give one question, with its answer where there is one."""
    risks = [reader.library.all(Risk)[risk] for risk in question.risks]
    blocks: tuple[Block, ...] = (
        Paragraph(reader.say(question.text), Tone.STRONG),
        Pair("Your answer", REPLY_WORD[reply] if reply else "none yet", Tone.STRONG if reply else Tone.QUIET),
        Gap(),
        Heading("If you do not know"),
        Paragraph(reader.say(question.find_out)),
        Heading(f'What "{question.worry}" can mean'),
        *(Item(risk.title, note=SEVERITY_WORD[risk.severity], opens=("risk", risk.id)) for risk in risks),
        Gap(),
        Paragraph(NOT_KEPT, Tone.QUIET),
    )
    return Page(title=question.title, blocks=blocks)


def questions_page(reader: Reader) -> Page:
    """Give every question with the risks that it leads to."""
    blocks: list[Block] = [Paragraph("Answer yes, no, or that you do not know. It takes about two minutes.")]
    for question in reader.library.all(SelfCheckQuestion).values():
        risks = ", ".join(reader.library.all(Risk)[risk].title for risk in question.risks)
        note = f"id: {question.id}; {question.worry} can mean: {risks}"
        blocks.append(Item(reader.say(question.text), note=note))
    return Page(title="Self-check: what may concern you?", blocks=tuple(blocks))


def result_page(reader: Reader, replies: Replies) -> Page:
    """Give what the answers point to: the risks, worst first, what to do today, whom to call, what to find out."""
    return Page(title="Self-check: your result", blocks=tuple(_result(reader, outcome_of(reader, replies))))


def say_result(found: Outcome) -> str:
    """Give the result in a few words."""
    parts = [f"{len(found.concerns)} {'risk' if len(found.concerns) == 1 else 'risks'}"]
    if found.unsure:
        parts.append(f"{len(found.unsure)} to find out")
    if found.open:
        parts.append(f"{len(found.open)} open")
    return ", ".join(parts)


def _result(reader: Reader, found: Outcome) -> Iterator[Block]:
    yield Paragraph(_summary(found), Tone.STRONG)
    for concern in found.concerns:
        yield from _concern(reader, concern)
    if found.unsure:
        yield Heading("What you did not know: find it out")
        for question in found.unsure:
            risks = ", ".join(reader.library.all(Risk)[risk].title for risk in question.risks)
            yield Item(f"{question.title}: {reader.say(question.find_out)}", Sign.UNKNOWN, note=f"It can be: {risks}")
    if found.open:
        yield Heading("Not answered yet")
        yield from (Item(question.title, Sign.OPEN) for question in found.open)
    yield Gap()
    yield Paragraph("If somebody threatens or hurts you: call the police, 110.", Tone.WARNING)
    yield Paragraph(f"A yes or no says little about a case. Ask before you decide. {NOT_KEPT}", Tone.QUIET)


def _summary(found: Outcome) -> str:
    if found.concerns:
        return "Your answers point to these, worst first. Read each in Risks."
    if found.unsure:
        return "Nothing that you know points to a risk of the list. Find out what you did not know."
    return "No answer so far points to a risk of the list." if found.open else "No answer points to a risk of the list."


def _concern(reader: Reader, concern: Concern) -> Iterator[Block]:
    risk = concern.risk
    asked = ", ".join(question.title for question in concern.questions)
    note = f"{SEVERITY_WORD[risk.severity]}; because of your answer about: {asked}"
    yield Gap()
    yield Item(risk.title, Sign.ATTENTION, note=note, tone=Tone.STRONG, opens=("risk", risk.id))
    yield Pair("Today", reader.say(risk.if_already))
    yield Pair("Call", "; ".join(item.text for item in whom_to_call(reader, risk)))
