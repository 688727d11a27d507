"""The days of a card in words: what to do now, what comes, and one of them whole."""

from collections.abc import Iterable, Iterator, Sequence

from ssw_tui.advice.deadlines import DueDay, State, upcoming
from ssw_tui.output.card_words import EVENT_WORD, NOW, say_state, years_of
from ssw_tui.output.page import Block, Heading, Item, Page, Pair, Paragraph, Sign, Tone
from ssw_tui.output.pages.articles import cite
from ssw_tui.output.pages.common import say_day, sources
from ssw_tui.reader import Reader
from ssw_tui.records.article import Article
from ssw_tui.records.counter import CounterCard
from ssw_tui.records.deadline import Deadline, Effect
from ssw_tui.records.document import Document
from ssw_tui.records.procedure import Procedure
from ssw_tui.tracker.records import CardFile

FIVE_YEARS = "no1-five-years"
"""The day on which the total on No.1 is full."""
COUNTED_FROM = {
    "end-of-stay": "the end of your stay",
    "no1-since": "your first day as No.1",
    "fiscal-year-end": "the end of the fiscal year",
}
"""What a day is counted from that is no event."""


def day_page(reader: Reader, due: DueDay) -> Page:
    """Give one day of a card whole: what to do, where, with what, and what follows otherwise."""
    return Page(title=reader.say(due.deadline.title, due.deadline), blocks=tuple(_day(reader, due)))


def years_first(reader: Reader, file: CardFile) -> Iterator[Item]:
    """Say so where the five years of No.1 end before the stay that the card names, and what that means."""
    years = years_of(reader, file)
    if years is None or years.stopped or file.expires is None or not reader.day < years.ends <= file.expires:
        return
    rule = reader.library.all(Deadline)[FIVE_YEARS]
    text = f"The five years end first, on {say_day(years.ends)}. {reader.say(rule.do, rule)}"
    yield Item(text, Sign.ATTENTION, note=reader.say(rule.if_missed, rule), tone=Tone.WARNING)


def do_now(reader: Reader, days: Sequence[DueDay]) -> Iterator[Block]:
    """Give what the worker has to do now, in words, or what comes first; the days are in order."""
    own = [due for due in days if due.is_own]
    now = [due for due in own if due.state in NOW]
    yield Heading("Do now")
    for due in now:
        yield Item(_headline(reader, due), Sign.ATTENTION, note="\n".join(_advice(reader, due)), tone=Tone.WARNING)
    if not now:
        yield Paragraph("Nothing is due within 30 days, as far as this card tells.")
        if following := upcoming(own):
            yield Paragraph(f"What comes first: {_headline(reader, following)}.")
    possible = [due for due in own if due.state is State.OPEN]
    if possible:
        yield Heading("You can do this now")
    yield from (_brief(reader, due) for due in possible)


def further(reader: Reader, days: Sequence[DueDay]) -> Iterator[Block]:
    """Give what comes next, what the employer has to do, and what is done."""
    own = [due for due in days if due.is_own]
    waiting = (*NOW, State.OPEN, State.COMING)
    groups = (
        ("Next", [due for due in own if due.state is State.COMING]),
        ("Your employer must", [due for due in days if not due.is_own and due.state in waiting]),
        ("Done", [due for due in own if due.state is State.DONE]),
    )
    for title, group in groups:
        if group:
            yield Heading(title)
        yield from (_brief(reader, due) for due in group)


def assumed(days: Iterable[DueDay]) -> Iterator[Block]:
    """Say what is taken for granted where the card gives no length of the stay."""
    months = max((due.deadline.shortest_stay_months for due in days), default=0)
    if months:
        yield Paragraph(
            f"The card gives no length of your stay (在留期間, ざいりゅうきかん): {months} months or more are assumed. "
            "A shorter stay has no first day to apply.",
            Tone.QUIET,
        )


def _headline(reader: Reader, due: DueDay) -> str:
    word = "from" if due.deadline.effect is Effect.OPENS else "by"
    return f"{reader.say(due.deadline.title, due.deadline)}: {word} {say_day(due.on)}, {say_state(due)}"


def _brief(reader: Reader, due: DueDay) -> Item:
    """Give a day in a line, with what to do under it."""
    rule = due.deadline
    text = f"{say_day(due.on)}: {reader.say(rule.title, rule)} [{say_state(due)}]"
    note = f"{reader.say(rule.do, rule)} Where: {reader.say(rule.where, rule)}{_counter(due)}."
    return Item(text, Sign.TICKED if due.state is State.DONE else Sign.BULLET, note=note)


def _counter(due: DueDay) -> str:
    closes = due.deadline.effect is Effect.CLOSES and due.counter_day != due.on
    return f"; last day at the counter {say_day(due.counter_day)}" if closes else ""


def _advice(reader: Reader, due: DueDay) -> Iterator[str]:
    rule = due.deadline
    yield reader.say(rule.do, rule)
    yield f"Where: {reader.say(rule.where, rule)}{_counter(due)}."
    if papers := _bring(reader, due):
        yield f"Bring: {papers}."
    yield f"If missed: {reader.say(rule.if_missed, rule)}"


def _bring(reader: Reader, due: DueDay) -> str:
    """Name the papers for the likeliest counter."""
    cards, documents = reader.library.all(CounterCard), reader.library.all(Document)
    papers = next((cards[card_id].bring for card_id in due.deadline.counter_cards if cards[card_id].bring), ())
    return ", ".join(f"{documents[paper].name} ({documents[paper].name_ja})" for paper in papers)


def _day(reader: Reader, due: DueDay) -> Iterator[Block]:
    rule = due.deadline
    opens = rule.effect is Effect.OPENS
    yield Pair(
        "From" if opens else "By",
        f"{say_day(due.on)} [{say_state(due)}]",
        Tone.WARNING if due.state in NOW else Tone.STRONG,
    )
    if not opens and due.counter_day != due.on:
        yield Pair("At the counter", f"last open on {say_day(due.counter_day)}")
    yield Pair("What", reader.say(rule.do, rule))
    yield Pair("Where", reader.say(rule.where, rule))
    if papers := _bring(reader, due):
        yield Pair("Bring", papers)
    yield Pair("If missed", reader.say(rule.if_missed, rule))
    if rule.note:
        yield Pair("Also", reader.say(rule.note, rule))
    yield Pair("Counted from", f"{_anchor(due)}, {say_day(due.anchor)}")
    yield Pair("Basis", reader.say(rule.basis, rule))
    yield from _places(reader, due)
    yield from _law(reader, due)
    yield from sources(reader, (rule,))


def _anchor(due: DueDay) -> str:
    kind = due.deadline.counted_from
    return COUNTED_FROM.get(kind) or f'"{EVENT_WORD[kind]}"'


def _places(reader: Reader, due: DueDay) -> Iterator[Block]:
    """Name how it is done and what to say there, each to be opened."""
    procedures, cards = reader.library.all(Procedure), reader.library.all(CounterCard)
    steps = [Item(f"Steps: {procedures[one].title}", opens=("procedure", one)) for one in due.deadline.procedures]
    shown = [Item(f"To show: {cards[one].title}", opens=("counter-card", one)) for one in due.deadline.counter_cards]
    if steps or shown:
        yield Heading("How to do it")
    yield from (*steps, *shown)


def _law(reader: Reader, due: DueDay) -> Iterator[Block]:
    """Name the articles that the day rests on, each to be opened."""
    resting = [article for article in reader.library.all(Article).values() if due.deadline.id in article.deadlines]
    if resting:
        yield Heading("The law")
    yield from (Item(f"{cite(reader, one)}: {reader.say(one.title)}", opens=("article", one.id)) for one in resting)
