"""What the sending countries ask for: one country, all of them, and their part of a step."""

from collections.abc import Iterator

from ssw_tui.output.page import Block, Gap, Heading, Item, Page, Pair, Paragraph, Sign, Tone
from ssw_tui.output.pages.common import ACTOR_WORD, facts, sources
from ssw_tui.reader import Reader
from ssw_tui.records.home_country import HomeCountry, HomeStep, Whereabouts
from ssw_tui.records.statement import Fact

PEOPLE_IN = {Whereabouts.ABROAD: "if you come from there", Whereabouts.JAPAN: "if you are already in Japan"}
IN_FILING = "Paper in the application in Japan"


def country_page(reader: Reader, country: HomeCountry) -> Page:
    """Give what a country asks of its people who go to work in Japan."""
    said = (country.in_filing, *country.steps, *filter(None, [country.not_known]))
    return Page(title=country.name, blocks=(*_country(reader, country), *sources(reader, said)))


def countries_page(reader: Reader) -> Page:
    """Give every country that is known of, with the paper that Japan asks for."""
    blocks: list[Block] = [Paragraph(f"{IN_FILING}, country by country.")]
    for country in reader.library.all(HomeCountry).values():
        steps = f"{len(country.steps)} steps" if country.steps else "its own steps are not known"
        opens = ("home-country", country.id)
        blocks.append(Item(_in_short(reader, country), note=steps, command=f"id: {country.id}", opens=opens))
    return Page(title="Home countries", blocks=tuple(blocks))


def for_step(reader: Reader, country: HomeCountry | None) -> Iterator[Block]:
    """Give what belongs to the step in which somebody follows the own country's rules: that country, or all of them."""
    if country is not None:
        yield Heading(f"Your country: {country.name}")
        yield from own_steps(reader, country)
        yield from sources(reader, (country.in_filing, *country.steps), heading=f"Sources: {country.name}")
        return
    yield Heading(f"Country by country: {IN_FILING[0].lower()}{IN_FILING[1:]}")
    for one in reader.library.all(HomeCountry).values():
        if one.steps:
            steps = "; ".join(step.title for step in one.steps)
            yield Item(_in_short(reader, one), note=steps, opens=("home-country", one.id))
    yield Item("Every other country: ask your embassy.", Sign.UNKNOWN)


def own_steps(reader: Reader, country: HomeCountry, *, indent: int = 0) -> Iterator[Block]:
    """Give the paper that Japan asks for and the country's steps, or that these are not known."""
    yield Item(f"{IN_FILING}: {reader.say(country.in_filing.text, country.in_filing)}", indent=indent)
    for number, step in enumerate(reader.holding(country.steps), start=1):
        text = f"{number}. {step.title}: {reader.say(step.text, step)}"
        yield Item(text, Sign.NUMBER, note=_note(step), indent=indent)
    if country.not_known:
        yield from _not_known(reader, country.not_known, indent)


def _country(reader: Reader, country: HomeCountry) -> Iterator[Block]:
    yield Pair("Japanese", country.name_ja)
    yield Heading(IN_FILING)
    yield Paragraph(reader.say(country.in_filing.text, country.in_filing), Tone.STRONG)
    held = reader.holding(country.steps)
    if held:
        yield Heading("The country's own steps, in order")
    for number, step in enumerate(held, start=1):
        yield Item(f"{number}. {step.title}", Sign.NUMBER, tone=Tone.STRONG)
        yield Item(reader.say(step.text, step), Sign.NUMBER, note=_note(step), indent=1)
    if country.not_known:
        yield Heading("Not known")
        yield from _not_known(reader, country.not_known)
    yield Gap()
    yield Paragraph("These steps are the country's own. Its embassy knows what holds today.", Tone.QUIET)


def _note(step: HomeStep) -> str:
    where = f"where: {step.where}" if step.where else ""
    people = PEOPLE_IN[step.people_in[0]] if len(step.people_in) == 1 else "wherever you are"
    return "; ".join(filter(None, (f"who: {ACTOR_WORD[step.who]}", where, people)))


def _not_known(reader: Reader, fact: Fact, indent: int = 0) -> Iterator[Block]:
    for block in facts(reader, [fact]):
        if isinstance(block, Item):
            yield Item(block.text, Sign.UNKNOWN, note=block.note, indent=indent)


def _in_short(reader: Reader, country: HomeCountry) -> str:
    return f"{country.name} {country.name_ja}: {reader.say(country.in_filing.text)}"
