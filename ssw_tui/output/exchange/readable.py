"""All personal data for people to read: a list of the cards, a page a card, what was planned, the quizzes kept."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import chain, takewhile

from ssw_tui.advice.deadlines import upcoming
from ssw_tui.output.card_words import days_of, say_state
from ssw_tui.output.markdown import as_markdown
from ssw_tui.output.page import Block, Heading, Item, Page, Pair, Sign, Table
from ssw_tui.output.pages.cards import page as card_page
from ssw_tui.output.pages.cards import rests_on
from ssw_tui.output.pages.common import say_day, sources
from ssw_tui.reader import Reader
from ssw_tui.records.document import Document
from ssw_tui.records.field import Field
from ssw_tui.records.procedure import Procedure
from ssw_tui.records.source import Source
from ssw_tui.tracker.everything import Choice, Everything
from ssw_tui.tracker.plans import ChoiceKind, PlannedDay
from ssw_tui.tracker.records import Card, CardFile, QuizRun, Tick, TickKind

COLUMNS = ("Name", "Field", "Employer", "Stay ends", "What comes next")
SOURCES = Heading("Sources")
"""They stand once, at the end, not under every card."""


def readable(reader: Reader, everything: Everything, files: Sequence[CardFile], *, reveal: bool) -> str:
    """Give all personal data as Markdown.

    Args:
        reader: the content as of the day.
        everything: the data.
        files: the cards among them, each with what is recorded about it.
        reveal: whether card numbers are whole.
    """
    title = f"Personal data in ssw-tui, as of {say_day(reader.day)}"
    pages = [Page(title=title, blocks=(_list(reader, files),) if files else ())]
    pages += [_card(reader, everything, file, reveal=reveal) for file in files]
    if rest := tuple(_steps(reader, everything, None)):
        pages.append(Page(title="Steps, for no card", blocks=rest))
    if everything.quiz_runs:
        pages.append(Page(title="Quizzes kept", blocks=tuple(map(_quiz, everything.quiz_runs))))
    pages += _sources(reader, files)
    return "\n".join(map(as_markdown, pages))


def _list(reader: Reader, files: Iterable[CardFile]) -> Table:
    """Give the cards in a row each, the one whose turn it is first."""
    rows = (_row(reader, file) for file in files)
    return Table(COLUMNS, tuple(row for _, row in sorted(rows)), (0,) * len(COLUMNS))


def _row(reader: Reader, file: CardFile) -> tuple[date, tuple[str, ...]]:
    card, coming = file.card, upcoming(days_of(reader, file))
    field = reader.library.all(Field).get(card.field or "")
    ends = say_day(card.expires) if card.expires else "no card yet"
    said = f"{say_day(coming.on)}, {say_state(coming)}: {coming.deadline.title}" if coming else "nothing is due"
    return (
        coming.on if coming else date.max,
        (card.label, field.name if field else card.field or "", card.employer or "", ends, said),
    )


def _card(reader: Reader, everything: Everything, file: CardFile, *, reveal: bool) -> Page:
    whole = card_page(reader, file, "" if reveal else "*")
    kept = takewhile(lambda block: block != SOURCES, whole.blocks)
    return Page(title=whole.title, blocks=(*kept, *_also_kept(file.card), *_steps(reader, everything, file.card.id)))


def _also_kept(card: Card) -> Iterator[Block]:
    """Give what the page of a card does not say of it."""
    yield Heading("Also kept")
    yield Pair("Id", card.id)
    days = {"No.1 since": card.no1_since, "No.2 since": card.no2_since, "In Japan since": card.in_japan_since}
    yield from (Pair(name, say_day(day)) for name, day in days.items() if day)


def _sources(reader: Reader, files: Iterable[CardFile]) -> Iterator[Page]:
    """Give the sources of all pages, each once; no page where nothing was said that rests on one."""
    statements = chain.from_iterable(rests_on(reader, file, days_of(reader, file)) for file in files)
    listed = sources(reader, statements, most=len(reader.library.all(Source)))
    if blocks := tuple(block for block in listed if block != SOURCES):
        yield Page(title=SOURCES.text, blocks=blocks)


def _steps(reader: Reader, everything: Everything, card: str | None) -> Iterator[Block]:
    planned: list[Block] = [_plan(reader, plan) for plan in everything.plans if plan.card == card]
    planned += (_choice(reader, choice) for choice in everything.choices if choice.card == card)
    ticked: list[Block] = [_tick(reader, tick) for tick in everything.ticks if tick.card == card]
    for title, blocks in (("Planned", planned), ("Ticked off", ticked)):
        if blocks:
            yield Heading(title)
            yield from blocks


def _plan(reader: Reader, plan: PlannedDay) -> Item:
    return Item(f"{_title(reader, plan.procedure)}: {plan.anchor.replace('-', ' ')} on {say_day(plan.on)}")


def _choice(reader: Reader, choice: Choice) -> Pair:
    field = reader.library.all(Field).get(choice.value) if choice.what is ChoiceKind.FIELD else None
    return Pair(choice.what.replace("-", " ").capitalize(), field.name if field else choice.value)


def _tick(reader: Reader, tick: Tick) -> Item:
    procedure, _, key = tick.key.rpartition("/")
    name = key
    match tick.kind:
        case TickKind.DOCUMENT:
            document = reader.library.all(Document).get(key)
            name = reader.say(document.name, document) if document else key
        case TickKind.STEP if procedure in reader.library.all(Procedure):
            steps = reader.library.all(Procedure)[procedure].steps
            name = next((reader.say(step.title, step) for step in steps if step.id == key), key)
    return Item(f"{_title(reader, procedure)}: {name}" if procedure else name, Sign.TICKED)


def _title(reader: Reader, procedure_id: str) -> str:
    procedure = reader.library.all(Procedure).get(procedure_id)
    return reader.say(procedure.title, procedure) if procedure else procedure_id


def _quiz(run: QuizRun) -> Item:
    answers = "; ".join(f"{key}: {value}" for key, value in run.answers.items())
    return Item(f"{say_day(run.day)}: {run.in_words}", note=answers)
