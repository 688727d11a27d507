"""The fields of work: one whole, and the list of them."""

from collections.abc import Iterator
from datetime import date

from ssw_tui.output.page import Block, Gap, Heading, Item, Page, Pair, Paragraph, Sign, Table, Tone
from ssw_tui.output.pages.common import facts, say_day, sources
from ssw_tui.reader import Reader
from ssw_tui.records.field import Field, FieldDetail, FieldFigure, Intake, Measure, SkillsTest
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


def fields_on(reader: Reader) -> tuple[Field, ...]:
    """Give the fields of the ordinance in force on the reader's day."""
    every = reader.library.all(Field).values()
    return tuple(field for field in every if field.intake_on(reader.day) is not Intake.NOT_A_FIELD)


def matching(fields: tuple[Field, ...], words: str) -> tuple[Field, ...]:
    """Give the fields whose name or work words hold every word typed, in any script; all where nothing is typed."""
    wanted = words.lower().split()
    return tuple(field for field in fields if all(_knows(field, word) for word in wanted))


def _knows(field: Field, word: str) -> bool:
    names = (field.name.lower(), field.name_ja, field.name_kana, field.id)
    return any(word in name for name in (*names, *field.work_words))


def list_page(reader: Reader, words: str = "") -> Page:
    """Give the list of fields as a table."""
    found = matching(fields_on(reader), words)
    rows = tuple(
        (f.name, INTAKE_WORD[f.intake_on(reader.day)], "yes" if f.has_no2_on(reader.day) else "no", f.name_ja)
        for f in found
    )
    return Page(
        title=f"Fields of Specified Skilled Worker on {say_day(reader.day)}: {len(found)}",
        blocks=(Table(("Field", "No.1", "No.2", "Japanese"), rows, (34, 13, 4, 0)),),
    )


def summary(reader: Reader, field: Field) -> Page:
    """Give the short page of a field: how intake stands, and what it is in a sentence."""
    detail = reader.library.one(FieldDetail, field.id)
    text = (Paragraph(reader.say(detail.summary)),) if detail else ()
    return Page(title=field.name, blocks=(*_state(reader, field), *text))


def page(reader: Reader, field: Field) -> Page:
    """Give everything that is known of a field on the reader's day."""
    detail = reader.library.one(FieldDetail, field.id)
    blocks = (*_state(reader, field), *(_detail(reader, field, detail) if detail else ()))
    kana = f"（{field.name_kana}）" if field.name_kana != field.name_ja else ""
    return Page(title=f"{field.name}  {field.name_ja}{kana}", blocks=blocks)


def _state(reader: Reader, field: Field) -> Iterator[Block]:
    day = reader.day
    intake = field.intake_on(day)
    span = the_one_holding(field.intake, day)
    yield Item(f"No.1: {INTAKE_WORD[intake]}", INTAKE_SIGN[intake], note=reader.say(span.text) if span else "")
    no2 = the_one_holding(field.no2, day)
    has_no2 = field.has_no2_on(day)
    word, sign = ("yes", Sign.MET) if has_no2 else ("no", Sign.MISSING)
    yield Item(f"No.2: {word}", sign, note=reader.say(no2.text) if no2 else "")


def _detail(reader: Reader, field: Field, detail: FieldDetail) -> Iterator[Block]:
    day = reader.day
    yield Gap()
    yield Paragraph(reader.say(detail.summary))
    yield Pair("Ministry", f"{detail.ministry} {detail.ministry_ja}")
    if detail.former_names:
        yield Pair("Earlier names", "; ".join(detail.former_names))
    yield from _work(reader, detail)
    for title, tests in (("Skills test for No.1", detail.no1_tests), ("Skills test for No.2", detail.no2_tests)):
        held = reader.holding(tests)
        if held:
            yield Heading(title)
        for test in held:
            yield from _test(test)
    for title, statements in (
        ("Japanese for No.1", detail.japanese_no1),
        ("Japanese for No.2", detail.japanese_no2 if field.has_no2_on(day) else ()),
        ("Who is exempt from tests", detail.exemptions),
        ("Employment", detail.employment),
        ("What the employer must do", detail.conditions),
    ):
        shown = reader.showing(statements)
        if shown:
            yield Heading(title)
            yield from facts(reader, shown)
    yield from _figures(detail.figures, day)
    yield from _history(reader, detail)
    yield from _unknown(reader, detail)
    yield from sources(reader, _statements(field, detail))


def _work(reader: Reader, detail: FieldDetail) -> Iterator[Block]:
    held = reader.holding(detail.categories)
    if held:
        yield Heading("The work")
    for category in held:
        open_to = " and ".join(name for name, is_open in (("No.1", category.no1), ("No.2", category.no2)) if is_open)
        text = f"{category.name} {category.name_ja}: {reader.say(category.work)}"
        yield Item(text, note=f"for {open_to or 'neither'}")


def _test(test: SkillsTest) -> Iterator[Block]:
    yield Item(f"{test.name} {test.name_ja}")
    held = ", ".join(test.held_in) + (f" (as of {test.held_as_of})" if test.held_as_of else "")
    for label, text in (
        ("held by", test.operator),
        ("how", test.form),
        ("language", test.languages),
        ("where", held if test.held_in else None),
        ("fee", test.fee),
        ("also accepted", "; ".join(test.accepted_instead) or None),
        ("experience", test.experience),
        ("page", test.address),
    ):
        if text:
            yield Pair(f"  {label}", text)


def _figures(figures: tuple[FieldFigure, ...], day: date) -> Iterator[Block]:
    shown = [figure for figure in figures if figure.since is None or figure.since <= day]
    if not shown:
        return
    yield Heading("People")
    for figure in sorted(shown, key=lambda figure: (list(Measure).index(figure.measure), figure.since or date.min)):
        note = f" ({figure.note})" if figure.note else ""
        when = say_day(figure.since) if figure.since else "date not known"
        yield Item(f"{MEASURE_WORD[figure.measure]}: {figure.people:,} on {when}{note}")


def _history(reader: Reader, detail: FieldDetail) -> Iterator[Block]:
    shown = [event for event in reader.showing(detail.history) if event.planned or event.holds_on(reader.day)]
    if shown:
        yield Heading("History")
    for event in shown:
        when = f"{say_day(event.since)}: " if event.since else ""
        yield Item(when + ("planned: " if event.planned else "") + reader.say(event.text, event))


def _unknown(reader: Reader, detail: FieldDetail) -> Iterator[Block]:
    if not detail.unknown:
        return
    line = reader.library.all(HelpLine)[detail.ask]
    yield Heading("Not known")
    yield from (Item(reader.say(text), Sign.UNKNOWN) for text in detail.unknown)
    yield Paragraph(f"Ask: {line.name}, {line.number}", Tone.QUIET)


def _statements(field: Field, detail: FieldDetail) -> tuple[Statement, ...]:
    return (
        *field.intake,
        *field.no2,
        *detail.categories,
        *detail.no1_tests,
        *detail.no2_tests,
        *detail.japanese_no1,
        *detail.japanese_no2,
        *detail.exemptions,
        *detail.employment,
        *detail.conditions,
        *detail.figures,
        *detail.history,
    )
