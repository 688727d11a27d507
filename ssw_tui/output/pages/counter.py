"""What to say at a counter: a card to show, and all cards."""

from collections.abc import Iterable, Iterator

from ssw_tui.output.page import Block, Gap, Heading, Item, Page, Pair, Paragraph, Tone
from ssw_tui.output.pages.common import facts, sources
from ssw_tui.reader import Reader
from ssw_tui.records.counter import CounterCard, Sentence
from ssw_tui.records.document import Document
from ssw_tui.records.procedure import Procedure


def counter_page(reader: Reader, card: CounterCard) -> Page:
    """Give a card to show: first the Japanese, how to say it and what it means, then what one may hear and bring."""
    return Page(title=card.title, blocks=tuple(_card(reader, card)))


def counter_cards_page(reader: Reader) -> Page:
    """Give every card by its counter."""
    blocks: list[Block] = []
    place = ""
    for card in reader.library.all(CounterCard).values():
        if card.counter_ja != place:
            place = card.counter_ja
            blocks.append(Heading(f"{card.counter} {place}"))
        blocks.append(Item(card.title, command=f"id: {card.id}", opens=("counter-card", card.id)))
    return Page(title="What to say at the counter", blocks=tuple(blocks))


def named(reader: Reader, cards: Iterable[str], *, indent: int = 0) -> Iterator[Block]:
    """Name some cards, each with its place in the list of all."""
    for card_id in cards:
        card = reader.library.all(CounterCard)[card_id]
        command = f"ssw-tui counter-cards {card.id}"
        yield Item(f"To show: {card.title}", command=command, indent=indent, opens=("counter-card", card.id))


def _card(reader: Reader, card: CounterCard) -> Iterator[Block]:
    for sentence in card.sentences:
        yield from _sentence(sentence)
    yield Pair("Counter", f"{card.counter} {card.counter_ja}（{card.counter_kana}）")
    if card.answers:
        yield Heading("What you may hear")
        yield from (Item(answer.ja, note=f"{answer.kana}\n{answer.english}") for answer in card.answers)
    if card.bring:
        yield Heading("Bring")
        papers = (reader.library.all(Document)[paper] for paper in card.bring)
        yield from (Item(f"{paper.name} {paper.name_ja}（{paper.name_kana}）") for paper in papers)
    shown = reader.showing(card.facts)
    if shown:
        yield Heading("Good to know")
        yield from facts(reader, shown)
    yield from _where_it_belongs(reader, card)
    yield from sources(reader, shown)


def _sentence(sentence: Sentence) -> Iterator[Block]:
    yield Paragraph(sentence.ja, Tone.STRONG)
    yield Paragraph(sentence.kana, Tone.QUIET)
    yield Paragraph(sentence.english)
    yield Gap()


def _where_it_belongs(reader: Reader, card: CounterCard) -> Iterator[Block]:
    """Name the steps that lead to the counter."""
    steps = [
        Item(f"{procedure.title}: {step.title}", opens=("procedure", procedure.id))
        for procedure in reader.library.all(Procedure).values()
        for step in procedure.steps
        if card.id in step.counter_cards
    ]
    if steps:
        yield Heading("Where it belongs (Steps)")
        yield from steps
