"""The support plan: each duty of the employer, what holds for all of them, and who files which notice."""

from collections.abc import Callable, Iterator

from ssw_tui.output.page import Block, Gap, Heading, Item, Page, Pair, Paragraph, Sign, Tone
from ssw_tui.output.pages.common import ACTOR_WORD, facts, say_day, say_time, sources
from ssw_tui.reader import Reader
from ssw_tui.records.document import Document
from ssw_tui.records.statement import Statement
from ssw_tui.records.support import EmployerNotice, SupportDuty, SupportPart, SupportQuestion

TITLE = "The support plan: what the employer owes a No.1 worker"
CHECKLIST = "checklist"
"""The part that stands for the check list."""
Head = Callable[[str], Block]
"""Makes the heading of a list."""


def whole_page(reader: Reader) -> Page:
    """Give the plan, every duty, what to do without them, and every notice on one page."""
    return Page(title=TITLE, blocks=tuple(_whole(reader)))


def duty_page(reader: Reader, duty: SupportDuty) -> Page:
    """Give one duty whole."""
    blocks = (*_duty(reader, duty, Heading), *sources(reader, [duty]))
    return Page(title=duty.name, blocks=blocks)


def part_page(reader: Reader, part: SupportPart) -> Page:
    """Give one part that holds for the support as a whole."""
    told = reader.showing(part.facts)
    return Page(title=part.title, blocks=(*_part(reader, part), *sources(reader, told)))


def notice_page(reader: Reader, notice: EmployerNotice) -> Page:
    """Give one notice: who files it, on which form, by when and for what."""
    blocks = (*_notice(reader, notice), *sources(reader, [notice]))
    return Page(title=notice.title, blocks=blocks)


def owed(reader: Reader, duties: tuple[str, ...]) -> Iterator[Block]:
    """Give what another page says of the support: the duties that it names, and the check list."""
    if not duties:
        return
    yield Heading("What you are owed (Risks)")
    named = (reader.library.all(SupportDuty)[duty] for duty in duties)
    yield from (Item(f"{duty.name} {duty.name_ja}", opens=("support-duty", duty.id)) for duty in named)
    checklist = reader.library.all(SupportPart)[CHECKLIST]
    yield Item(checklist.title, opens=("support-part", checklist.id))


def place_of(duty: SupportDuty) -> str:
    """Say where a duty stands: "3 (ハ, first half) of the ordinance's ten; heading 3 of the guideline's nine"."""
    letter = f"{duty.letter}, {duty.half}" if duty.half else duty.letter
    return f"{duty.number} ({letter}) of the ordinance's ten; heading {duty.heading} of the guideline's nine"


def _whole(reader: Reader) -> Iterator[Block]:
    library = reader.library
    parts, duties = library.all(SupportPart).values(), library.all(SupportDuty).values()
    notices = reader.showing(library.all(EmployerNotice).values())
    yield Paragraph(f"Rules as of {say_day(reader.day)}.", Tone.QUIET)
    yield from _parts(reader, (part for part in parts if not part.after_duties))
    for duty in duties:
        yield Heading(f"{duty.number} ({duty.letter}) {duty.name}")
        yield from _duty(reader, duty, _small)
    yield from _parts(reader, (part for part in parts if part.after_duties))
    for notice in notices:
        yield Heading(f"Notice: {notice.title}")
        yield from _notice(reader, notice)
    told = [fact for part in parts for fact in reader.showing(part.facts)]
    yield from sources(reader, (*duties, *told, *notices))


def _parts(reader: Reader, parts: Iterator[SupportPart]) -> Iterator[Block]:
    for part in parts:
        yield Heading(part.title)
        yield from _part(reader, part)


def _small(title: str) -> Block:
    return Paragraph(title if title.endswith("?") else f"{title}:", Tone.QUIET)


def _part(reader: Reader, part: SupportPart) -> Iterator[Block]:
    if part.title_ja:
        yield Paragraph(f"{part.title_ja}（{part.kana}）")
    yield from facts(reader, reader.showing(part.facts), with_place=True)
    yield from asked(reader, part.questions)


def _duty(reader: Reader, duty: SupportDuty, head: Head) -> Iterator[Block]:
    yield Paragraph(f"{duty.name_ja}（{duty.kana}）")
    yield Paragraph(reader.say(duty.what))
    yield Gap()
    yield from _conditions(reader, duty)
    if duty.choice:
        yield from _list(reader, head(duty.choice.title), duty.choice.items)
    yield from _list(reader, head("It must contain"), duty.must_contain)
    for more in duty.more:
        yield from _list(reader, head(more.title), more.items)
    yield from _list(reader, head("Not part of it"), duty.not_included)
    yield from _list(reader, head("Only desired; a duty once it stands in the plan"), duty.optional)
    yield head("Did you get it?")
    yield from asked(reader, duty.questions)


def _conditions(reader: Reader, duty: SupportDuty) -> Iterator[Block]:
    said = (
        ("When", duty.when),
        ("Time", duty.hours),
        ("Language", duty.language),
        ("How", duty.how),
        ("Who pays", duty.who_pays),
        ("Papers", duty.records),
        ("Note", duty.note),
        ("Its place", place_of(duty)),
        ("Law", duty.legal_basis),
        ("Stands in", duty.place),
    )
    yield from (Pair(label, reader.say(text)) for label, text in said if text)


def _list(reader: Reader, head: Block, items: tuple[str, ...]) -> Iterator[Block]:
    if items:
        yield head
        yield from (Item(reader.say(text)) for text in items)


def asked(reader: Reader, questions: tuple[SupportQuestion, ...]) -> Iterator[Block]:
    """Give questions of the check list to be ticked by hand."""
    for question in questions:
        only = f" ({question.only_if})" if question.only_if else ""
        yield Item(f"{reader.say(question.text)}{only}", Sign.OPEN)


def _notice(reader: Reader, notice: EmployerNotice) -> Iterator[Block]:
    papers = [reader.library.all(Document)[paper] for paper in notice.documents]
    said = (
        ("Filed by", ACTOR_WORD[notice.who]),
        ("Form", notice.form),
        ("When", notice.due),
        ("With it", notice.attach),
        ("Note", notice.note),
        ("Time", say_time(notice)),
        ("Stands in", notice.place),
    )
    yield from (Pair(label, reader.say(text, notice)) for label, text in said if text)
    yield Paragraph("It is filed for:", Tone.QUIET)
    yield from (Item(reader.say(text, notice)) for text in notice.what)
    if papers:
        yield Paragraph("The paper:", Tone.QUIET)
        yield from (Item(f"{paper.name}: {paper.name_ja}", opens=("document", paper.id)) for paper in papers)


def statements_of(owner: SupportDuty | SupportPart) -> tuple[Statement, ...]:
    """Give what a question of the check list rests on: the duty, or the facts of the part that it belongs to."""
    return (owner,) if isinstance(owner, SupportDuty) else owner.facts
