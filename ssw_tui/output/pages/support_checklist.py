"""The check list of the support: what was received, and what to do about the rest."""

from collections.abc import Iterator, Mapping

from attrs import frozen

from ssw_tui.output.page import Block, Gap, Heading, Item, Page, Pair, Paragraph, Sign, Tone
from ssw_tui.output.pages.common import facts, sources
from ssw_tui.output.pages.support import statements_of
from ssw_tui.reader import Reader
from ssw_tui.records.support import SupportDuty, SupportPart, SupportQuestion

WHOM_TO_ASK, CONSEQUENCES = "whom-to-ask", "what-happens-to-employer"
"""The parts that the check list ends with."""
HOW_TO_USE = (
    "Tick what you have received. For the rest this page says what you may ask for, what to say and whom to ask first. "
    "Leave open what is for certain cases only and not for you."
)
FOR_NO2 = "Your card says No.2: the support is owed to No.1 workers only, so nobody owes you what stands here."


@frozen(kw_only=True)
class Asked:
    """A question of the check list and what it belongs to."""

    question: SupportQuestion
    owner: SupportDuty | SupportPart


def every_question(reader: Reader) -> Mapping[str, Asked]:
    """Give the questions by their ids: those of the plan first, then those of each duty."""
    library = reader.library
    owners: list[SupportPart | SupportDuty] = [*library.all(SupportPart).values(), *library.all(SupportDuty).values()]
    return {one.id: Asked(question=one, owner=owner) for owner in owners for one in owner.questions}


def progress(reader: Reader, ticked: frozenset[str]) -> str:
    """Say how much was received: "7 of 20 received; 1 of 15 that are for certain cases only"."""
    every = [asked.question for asked in every_question(reader).values()]
    always, sometimes = ([one.id for one in every if bool(one.only_if) is special] for special in (False, True))
    done, more = (sum(key in ticked for key in keys) for keys in (always, sometimes))
    return f"{done} of {len(always)} received; {more} of {len(sometimes)} that are for certain cases only"


def checklist_page(reader: Reader, ticked: frozenset[str], *, is_no2: bool) -> Page:
    """Give the check list.

    Args:
        reader: the content as of a day.
        ticked: the ids of the questions whose answer is "I got this".
        is_no2: whether it is shown to somebody with No.2, to whom the support is not owed.
    """
    return Page(title="Did I get this? The support that I am owed", blocks=tuple(_checklist(reader, ticked, is_no2)))


def question_page(reader: Reader, question: SupportQuestion, *, received: bool) -> Page:
    """Give one question: what one may ask for, what to say, and whom to ask."""
    return Page(title=reader.say(question.title), blocks=tuple(_question(reader, question, received)))


def _checklist(reader: Reader, ticked: frozenset[str], is_no2: bool) -> Iterator[Block]:
    every = every_question(reader)
    if is_no2:
        yield Paragraph(FOR_NO2, Tone.WARNING)
    yield Paragraph(progress(reader, ticked), Tone.STRONG)
    yield Paragraph(HOW_TO_USE)
    got = [asked.question for asked in every.values() if asked.question.id in ticked]
    if got:
        yield Heading("Received")
        yield from (Item(reader.say(question.text), Sign.TICKED) for question in got)
    left = [asked.question for asked in every.values() if asked.question.id not in ticked]
    yield from _open(reader, "Not ticked: ask for it", [one for one in left if not one.only_if])
    yield from _open(reader, "Not ticked, and for certain cases only", [one for one in left if one.only_if])
    yield from _what_to_do(reader)
    owners = {asked.owner.id: asked.owner for asked in every.values()}.values()
    yield from sources(reader, (one for owner in owners for one in statements_of(owner)))
    yield from _sources_of_the_rest(reader)


def _open(reader: Reader, heading: str, questions: list[SupportQuestion]) -> Iterator[Block]:
    if questions:
        yield Heading(heading)
    for question in questions:
        yield Item(reader.say(question.text), Sign.OPEN, note=question.only_if or "")
        yield Item(f"Ask for: {reader.say(question.demand)}", Sign.NUMBER, indent=2)
        yield Item(f"Say: {question.say_ja}", Sign.NUMBER, note=question.say_kana, indent=2)


def _question(reader: Reader, question: SupportQuestion, received: bool) -> Iterator[Block]:
    owner = every_question(reader)[question.id].owner
    state = ("You ticked this: received.", Sign.TICKED) if received else ("Not ticked yet.", Sign.OPEN)
    yield Paragraph(reader.say(question.text), Tone.STRONG)
    yield Item(*state)
    if question.only_if:
        yield Pair("When it counts", question.only_if)
    yield _belongs_to(owner)
    yield Heading("What you may ask for")
    yield Paragraph(reader.say(question.demand))
    yield Heading("What to say, or to show")
    yield Paragraph(question.say_ja, Tone.STRONG)
    yield Paragraph(question.say_kana)
    yield Paragraph(f'"{question.say}"', Tone.QUIET)
    yield Gap()
    yield from _what_to_do(reader)
    yield from sources(reader, statements_of(owner))
    yield from _sources_of_the_rest(reader)


def _belongs_to(owner: SupportDuty | SupportPart) -> Block:
    if isinstance(owner, SupportDuty):
        return Item(f"It belongs to: {owner.name}", opens=("support-duty", owner.id))
    return Item(f"It belongs to: {owner.title}", opens=("support-part", owner.id))


def _what_to_do(reader: Reader) -> Iterator[Block]:
    for part_id in (WHOM_TO_ASK, CONSEQUENCES):
        part = reader.library.all(SupportPart)[part_id]
        yield Heading(part.title)
        yield from facts(reader, reader.showing(part.facts))


def _sources_of_the_rest(reader: Reader) -> Iterator[Block]:
    for part_id in (WHOM_TO_ASK, CONSEQUENCES):
        part = reader.library.all(SupportPart)[part_id]
        yield from sources(reader, part.facts, heading=f"Sources: {part.title[0].lower()}{part.title[1:]}")
