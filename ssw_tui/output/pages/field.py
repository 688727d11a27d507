"""One field of work: its page in parts, and the whole."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum

from ssw_tui.advice.fullness import Fullness, fullness
from ssw_tui.folding import fold
from ssw_tui.output.field_list import figures_of
from ssw_tui.output.page import Bar, Block, Heading, Item, Page, Pair, Paragraph, Sign, Tone
from ssw_tui.output.pages.common import facts, say_day, sources
from ssw_tui.reader import Reader
from ssw_tui.records.field import Field, Intake
from ssw_tui.records.field_detail import FieldDetail, FieldEvent, FieldFigure, Measure, SkillsTest, WorkCategory
from ssw_tui.records.risk import HelpLine
from ssw_tui.records.statement import Statement, the_one_holding

INTAKE_WORD = {
    Intake.OPEN: "open",
    Intake.NOT_OPEN: "not open yet",
    Intake.UNCONFIRMED: "not confirmed",
    Intake.STOPPED: "stopped",
    Intake.NOT_A_FIELD: "no field",
}
INTAKE_SIGN = {
    Intake.OPEN: Sign.MET,
    Intake.NOT_OPEN: Sign.ATTENTION,
    Intake.UNCONFIRMED: Sign.UNKNOWN,
    Intake.STOPPED: Sign.MISSING,
    Intake.NOT_A_FIELD: Sign.MISSING,
}
MEASURE_WORD = {
    Measure.CEILING_NO1: "Ceiling No.1",
    Measure.CEILING_SKILL_DEVELOPMENT: "Ceiling Employment for Skill Development",
    Measure.RESIDENTS_NO1: "No.1 workers in Japan",
    Measure.RESIDENTS_NO2: "No.2 workers in Japan",
}
EVERY_SOURCE = 1000


class Part(StrEnum):
    """A part of a field's page; the app shows one at a time."""

    WORK = "work"
    TESTS = "tests"
    CONDITIONS = "conditions"
    FIGURES = "figures"
    HISTORY = "history"
    SOURCES = "sources"


PART_TITLE = {
    Part.WORK: "Work",
    Part.TESTS: "Tests",
    Part.CONDITIONS: "Conditions",
    Part.FIGURES: "Figures",
    Part.HISTORY: "History",
    Part.SOURCES: "Sources",
}


def title(field: Field) -> str:
    """Name a field in English, Japanese and kana."""
    kana = f"（{field.name_kana}）" if field.name_kana != field.name_ja else ""
    return f"{field.name}  {field.name_ja}{kana}"


def summary(reader: Reader, field: Field) -> Page:
    """Give the short page of a field: what it is in a sentence, and how intake stands."""
    detail = reader.library.one(FieldDetail, field.id)
    text = (Paragraph(reader.say(detail.summary)),) if detail else ()
    return Page(title=field.name, blocks=(*text, *_state(reader, field)))


def page(reader: Reader, field: Field) -> Page:
    """Give everything that is known of a field on the reader's day."""
    detail = reader.library.one(FieldDetail, field.id)
    if detail is None:
        return Page(title=title(field), blocks=tuple(_state(reader, field)))
    parts = (_work, _tests, _conditions, _figures, _history, _unknown)
    blocks = (block for part in parts for block in part(reader, field, detail))
    return Page(title=title(field), blocks=(*blocks, *sources(reader, _all_statements(reader, field, detail))))


def part_page(reader: Reader, field: Field, part: Part, words: str = "") -> Page:
    """Give one part of a field's page; of its work, what the words name comes first."""
    detail = reader.library.one(FieldDetail, field.id)
    if detail is None:
        return summary(reader, field)
    match part:
        case Part.WORK:
            blocks = _work(reader, field, detail, words)
        case Part.TESTS:
            blocks = _tests(reader, field, detail)
        case Part.CONDITIONS:
            blocks = _conditions(reader, field, detail)
        case Part.FIGURES:
            blocks = _figures(reader, field, detail)
        case Part.HISTORY:
            blocks = _history(reader, field, detail)
        case Part.SOURCES:
            blocks = _sources(reader, field, detail)
    known = tuple(blocks)
    return Page(title=title(field), blocks=known or (_nothing_known(reader, part),))


def _nothing_known(reader: Reader, part: Part) -> Item:
    return Item(f"{PART_TITLE[part]}: nothing is known for {say_day(reader.day)}.", Sign.UNKNOWN)


def _state(reader: Reader, field: Field) -> Iterator[Block]:
    day = reader.day
    intake = field.intake_on(day)
    span = the_one_holding(field.intake, day)
    share = fullness(figures_of(reader.library, field), day).share if intake is not Intake.NOT_A_FIELD else None
    full = f", {share:.0%} full" if share is not None else ""
    yield Item(f"No.1: {INTAKE_WORD[intake]}{full}", INTAKE_SIGN[intake], note=reader.say(span.text) if span else "")
    no2 = the_one_holding(field.no2, day)
    word, sign = ("yes", Sign.MET) if field.has_no2_on(day) else ("no", Sign.MISSING)
    yield Item(f"No.2: {word}", sign, note=reader.say(no2.text) if no2 else "")


def _work(reader: Reader, field: Field, detail: FieldDetail, words: str = "") -> Iterator[Block]:
    held = reader.holding(detail.categories)
    places = {category.place for category in held if category.place}
    told_once = places.pop() if len(places) == 1 else ""
    meant = [category for category in held if _is_meant(reader, category, words)]
    yield Paragraph(reader.say(detail.summary))
    yield from (_category(reader, category, told_once) for category in meant)
    yield from _state(reader, field)
    others = [category for category in held if category not in meant]
    if others:
        yield Heading("Other work in this field" if meant else "The work")
    yield from (_category(reader, category, told_once) for category in others)
    if told_once:
        yield Paragraph(f"In force by: {told_once}", Tone.QUIET)
    yield Heading("About the field")
    yield Pair("Ministry", f"{detail.ministry} {detail.ministry_ja}")
    if detail.former_names:
        yield Pair("Earlier names", "; ".join(detail.former_names))
    if detail.official_page:
        yield Pair("Official page", detail.official_page, address=detail.official_page)


def _is_meant(reader: Reader, category: WorkCategory, words: str) -> bool:
    """Whether every word typed stands in what a category is called, or in what is done in it."""
    if not words.strip():
        return False
    said = fold(f"{category.name} {category.name_ja} {reader.say(category.work)}")
    return all(word in said for word in fold(words).split())


def _category(reader: Reader, category: WorkCategory, told_once: str) -> Item:
    """Say what a kind of work is; `told_once` is the place in a source that is the same for all kinds."""
    open_to = " and ".join(name for name, is_open in (("No.1", category.no1), ("No.2", category.no2)) if is_open)
    planned = "planned, not yet law" if category.planned else None
    place = category.place if category.place != told_once else None
    note = "; ".join(filter(None, (f"for {open_to or 'neither'}", planned, place)))
    return Item(f"{category.name} {category.name_ja}: {reader.say(category.work)}", note=note)


def _tests(reader: Reader, field: Field, detail: FieldDetail) -> Iterator[Block]:
    if field.intake_on(reader.day) is not Intake.NOT_A_FIELD:
        yield Heading("Skills test for No.1")
        yield from _skills_tests(reader, detail.no1_tests)
    if field.has_no2_on(reader.day):
        yield Heading("Skills test for No.2")
        yield from _skills_tests(reader, detail.no2_tests)
    japanese_no2 = detail.japanese_no2 if field.has_no2_on(reader.day) else ()
    for heading, statements in (
        ("Japanese for No.1", detail.japanese_no1),
        ("Japanese for No.2", japanese_no2),
        ("Who is exempt from tests", detail.exemptions),
    ):
        shown = reader.showing(statements)
        if shown:
            yield Heading(heading)
            yield from facts(reader, shown, with_place=True)


def _skills_tests(reader: Reader, tests: tuple[SkillsTest, ...]) -> Iterator[Block]:
    held = reader.holding(tests)
    for test in held:
        yield from _test(test)
    if not held:
        yield Item("No test was found for this day. Ask the ministry in charge of the field.", Sign.UNKNOWN)


def _test(test: SkillsTest) -> Iterator[Block]:
    yield Item(f"{test.name} {test.name_ja}", note=test.place or "")
    held = ", ".join(test.held_in) + (f" (as of {test.held_as_of})" if test.held_as_of else "")
    for label, text in (
        ("held by", test.operator),
        ("how", test.form),
        ("language", test.languages),
        ("where", f"{held}; there may be more" if test.held_in else None),
        ("fee", test.fee),
        ("also accepted", "; ".join(test.accepted_instead) or None),
        ("experience", test.experience),
    ):
        if text:
            yield Pair(f"  {label}", text)
    if test.address:
        yield Pair("  page", test.address, address=test.address)


def _conditions(reader: Reader, _: Field, detail: FieldDetail) -> Iterator[Block]:
    for heading, statements in (
        ("Employment", detail.employment),
        ("What the employer must do", detail.conditions),
    ):
        shown = reader.showing(statements)
        if shown:
            yield Heading(heading)
            yield from facts(reader, shown, with_place=True)


def say_fullness(full: Fullness) -> str:
    """Say in words how full a field is, with the day of the count."""
    if full.ceiling is None:
        return "no ceiling is known for this day"
    ceiling = f"{full.ceiling.people:,}"
    if full.residents is None or full.share is None or full.residents.since is None:
        return f"of {ceiling}: no count of workers yet"
    return f"{full.share:.0%}: {full.residents.people:,} of {ceiling}, counted {say_day(full.residents.since)}"


def _figures(reader: Reader, field: Field, _: FieldDetail) -> Iterator[Block]:
    figures = figures_of(reader.library, field)
    shown = [figure for figure in figures if figure.since is None or figure.since <= reader.day]
    if not shown:
        return
    if field.intake_on(reader.day) is not Intake.NOT_A_FIELD:
        full = fullness(figures, reader.day)
        yield Heading("How full the field is")
        yield Bar("No.1 workers", full.share or 0.0, say_fullness(full))
    for measure in Measure:
        of_it = [figure for figure in shown if figure.measure is measure]
        if of_it:
            yield Heading(MEASURE_WORD[measure])
        yield from map(_figure, sorted(of_it, key=_day_of, reverse=True))


def _day_of(figure: FieldFigure) -> str:
    return figure.since.isoformat() if figure.since else ""


def _figure(figure: FieldFigure) -> Item:
    when = say_day(figure.since) if figure.since else "date not known"
    since = when if figure.measure in (Measure.RESIDENTS_NO1, Measure.RESIDENTS_NO2) else f"since {when}"
    until = f", before {say_day(figure.until)}" if figure.until and since != when else ""
    return Item(f"{figure.people:,}  ({since}{until})", note=figure.note or "")


def _history(reader: Reader, _: Field, detail: FieldDetail) -> Iterator[Block]:
    shown = [event for event in reader.showing(detail.history) if _is_told(event, reader.day)]
    if shown:
        yield Heading("History, newest first")
    for event in reversed(shown):
        when = f"{say_day(event.since)}: " if event.since else ""
        coming = "planned: " if event.planned else "" if event.holds_on(reader.day) else "to come: "
        yield Item(when + coming + reader.say(event.text, event))


def _is_told(event: FieldEvent, day: date) -> bool:
    """Whether somebody on that day knew of it: it had happened, or was still to come when it was last checked."""
    return event.holds_on(day) or (event.since is not None and event.since > event.checked)


def _unknown(reader: Reader, _: Field, detail: FieldDetail) -> Iterator[Block]:
    if not detail.unknown:
        return
    line = reader.library.all(HelpLine)[detail.ask]
    yield Heading("Not known")
    yield from (Item(reader.say(text), Sign.UNKNOWN) for text in detail.unknown)
    yield Paragraph(f"Ask: {line.name}, {line.number}", Tone.QUIET)


def _sources(reader: Reader, field: Field, detail: FieldDetail) -> Iterator[Block]:
    yield from _unknown(reader, field, detail)
    for part, statements in _statements(reader, field, detail).items():
        yield from sources(reader, statements, most=EVERY_SOURCE, heading=f"Sources: {PART_TITLE[part].lower()}")


def _statements(reader: Reader, field: Field, detail: FieldDetail) -> dict[Part, tuple[Statement, ...]]:
    return {
        Part.WORK: (*field.intake, *field.no2, *detail.categories),
        Part.TESTS: (
            *detail.no1_tests,
            *detail.no2_tests,
            *detail.japanese_no1,
            *detail.japanese_no2,
            *detail.exemptions,
        ),
        Part.CONDITIONS: (*detail.employment, *detail.conditions),
        Part.FIGURES: figures_of(reader.library, field),
        Part.HISTORY: detail.history,
    }


def _all_statements(reader: Reader, field: Field, detail: FieldDetail) -> tuple[Statement, ...]:
    return tuple(statement for part in _statements(reader, field, detail).values() for statement in part)
