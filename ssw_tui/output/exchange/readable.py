"""All personal data for people to read: a page a card, what is ticked off and planned, the quizzes that were kept."""

import json
from collections.abc import Iterable, Iterator
from datetime import date

from attrs import evolve, fields

from ssw_tui.output.markdown import as_markdown
from ssw_tui.output.page import Block, Heading, Item, Page, Pair, Sign
from ssw_tui.output.pages.cards import page as card_page
from ssw_tui.output.pages.common import say_day
from ssw_tui.reader import Reader
from ssw_tui.records.field import Field
from ssw_tui.records.procedure import Document, Procedure
from ssw_tui.tracker.everything import Choice, Everything
from ssw_tui.tracker.plans import ChoiceKind, PlannedDay
from ssw_tui.tracker.records import Card, CardFile, QuizRun, Tick, TickKind

NUMBER = "Card number"


def readable(reader: Reader, everything: Everything, files: Iterable[CardFile], *, reveal: bool) -> str:
    """Give all personal data as Markdown.

    Args:
        reader: the content as of the day.
        everything: the data.
        files: the cards among them, each with what is recorded about it.
        reveal: whether card numbers are whole.
    """
    pages = [_card(reader, everything, file, reveal=reveal) for file in files]
    if rest := tuple(_steps(reader, everything, None)):
        pages.append(Page(title="Steps, for no card", blocks=rest))
    if everything.quiz_runs:
        pages.append(Page(title="Quizzes kept", blocks=tuple(map(_quiz, everything.quiz_runs))))
    title = f"Personal data in ssw-tui, as of {say_day(reader.day)}"
    return "\n".join(map(as_markdown, (Page(title=title, blocks=()), *pages)))


def _card(reader: Reader, everything: Everything, file: CardFile, *, reveal: bool) -> Page:
    page = card_page(reader, file, "*")
    blocks = (_revealed(block, file.card.number) for block in page.blocks) if reveal else page.blocks
    return evolve(page, blocks=(*blocks, *_as_recorded(file.card), *_steps(reader, everything, file.card.id)))


def _as_recorded(card: Card) -> Iterator[Block]:
    """Give what the card itself holds; its label is the title, its number stands above."""
    yield Heading("On the card")
    for attribute in fields(Card):
        value = getattr(card, attribute.name)
        if value is not None and attribute.name not in ("label", "number"):
            shown = say_day(value) if isinstance(value, date) else str(value)
            yield Pair(attribute.name.replace("_", " ").capitalize(), shown)


def _revealed(block: Block, number: str | None) -> Block:
    match block:
        case Pair(label=label) if label == NUMBER and number:
            return Pair(NUMBER, number)
        case _:
            return block


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
    said = _said(run.result)
    answers = "; ".join(f"{key}: {value}" for key, value in run.answers.items())
    return Item(f"{say_day(run.day)}: {said.get('goal', run.goal)}: {said.get('title', '')}".rstrip(": "), note=answers)


def _said(result: str) -> dict[str, str]:
    try:
        said = json.loads(result)
    except ValueError:
        return {}
    return {str(key): str(value) for key, value in said.items()} if isinstance(said, dict) else {}
