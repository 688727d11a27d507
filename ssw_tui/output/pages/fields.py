"""The list of fields, fields side by side, and what is said where no field fits."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from ssw_tui.output.field_list import Wanted, chosen, fullness_of, on_other_days, other_work
from ssw_tui.output.page import Block, Gap, Heading, Item, Page, Paragraph, Sign, Table, Tone
from ssw_tui.output.pages.common import facts, say_day, sources
from ssw_tui.output.pages.field import INTAKE_WORD, say_fullness
from ssw_tui.reader import Reader
from ssw_tui.records.field import Field
from ssw_tui.records.field_detail import FieldDetail
from ssw_tui.records.other_work import OtherWork
from ssw_tui.records.statement import Fact, Statement


def list_page(reader: Reader, wanted: Wanted = Wanted()) -> Page:  # noqa: B008 - frozen
    """Give the list of fields as a table, and what the words name that is in no field."""
    found = chosen(reader, wanted)
    rows = tuple(
        (
            field.name,
            INTAKE_WORD[field.intake_on(reader.day)],
            "yes" if field.has_no2_on(reader.day) else "no",
            _percent(reader, field),
            field.name_ja,
        )
        for field in found
    )
    table = (Table(("Field", "No.1", "No.2", "Full", "Japanese"), rows, (32, 13, 4, 4, 0)),) if rows else ()
    return Page(
        title=f"Fields of Specified Skilled Worker on {say_day(reader.day)}: {len(found)}",
        blocks=(*table, *_beside(reader, wanted.words, any_found=bool(found))),
    )


def _percent(reader: Reader, field: Field) -> str:
    share = fullness_of(reader, field).share
    return "?" if share is None else f"{share:.0%}"


def _beside(reader: Reader, words: str, *, any_found: bool) -> Iterator[Block]:
    outside = other_work(reader, words)
    for one in outside:
        yield Gap()
        yield from _other_work(reader, one)
    if not any_found and not outside:
        yield from _nothing(reader, words)


def nothing_page(reader: Reader, words: str) -> Page:
    """Say plainly that there is no such field, and where to go on."""
    return Page(title="No field found", blocks=tuple(_nothing(reader, words)))


def _nothing(reader: Reader, words: str) -> Iterator[Block]:
    if not words.strip():
        yield Paragraph(f"No field fits on {say_day(reader.day)}. Show all of them, or choose another day.")
        return
    yield Paragraph(f'No field of Specified Skilled Worker on {say_day(reader.day)} fits "{words}".')
    for field in on_other_days(reader, words):
        yield Item(f"{field.name} {field.name_ja}: {_when(field, reader)}", Sign.ATTENTION)
    yield Gap()
    yield Paragraph(
        "That no field fits these words does not mean that there is none for the work. Try another word for it, in "
        "English or Japanese. Or ask the company: which field, and which category of work in it "
        "(業務区分, ぎょうむくぶん)?",
        Tone.QUIET,
    )


def _when(field: Field, reader: Reader) -> str:
    begin = field.no1_from
    if begin and begin > reader.day:
        return f"a field from {say_day(begin)} on"
    merged = f"; its work is now in {reader.library.all(Field)[field.merged_into].name}" if field.merged_into else ""
    return f"no field any more on this day{merged}"


def other_work_page(reader: Reader, work: OtherWork) -> Page:
    """Give work that is in no field, with the fields that are near."""
    blocks = (*_other_work(reader, work), *sources(reader, [work]))
    return Page(title=f"{work.name}  {work.name_ja}", blocks=blocks)


def _other_work(reader: Reader, work: OtherWork) -> Iterator[Block]:
    yield Item(f"In no field: {work.name} {work.name_ja}", Sign.MISSING, tone=Tone.STRONG)
    yield from facts(reader, [work])
    if work.near:
        yield Heading("What is near")
    for near in work.near:
        field = reader.library.all(Field)[near]
        detail = reader.library.one(FieldDetail, near)
        yield Item(f"{field.name} {field.name_ja}", note=reader.say(detail.summary) if detail else "")


MOST_COMPARED = 3
LABELS = 13


def compare_page(reader: Reader, fields: Sequence[Field]) -> Page:
    """Put two or three fields side by side."""
    rows = tuple((label, *(say(reader, field) for field in fields)) for label, say in COMPARED.items())
    table = Table(("", *(field.name for field in fields)), rows, (LABELS, *(0 for _ in fields)))
    return Page(title=" / ".join(field.name for field in fields), blocks=(table,))


def _detail(reader: Reader, field: Field) -> FieldDetail:
    return reader.library.all(FieldDetail)[field.id]


def _lines(texts: Sequence[str], otherwise: str = "not known") -> str:
    return "\n".join(f"- {text}" for text in texts) if len(texts) > 1 else "".join(texts) or otherwise


def _texts(reader: Reader, statements: Sequence[Fact]) -> str:
    return _lines([f"{_plan(fact)}{reader.say(fact.text, fact)}" for fact in reader.holding(statements)])


def _plan(statement: Statement) -> str:
    return "Planned, not yet law: " if statement.planned else ""


def _japanese_no2(reader: Reader, field: Field) -> str:
    return _texts(reader, _detail(reader, field).japanese_no2) if field.has_no2_on(reader.day) else "no No.2"


def _tests_no1(reader: Reader, field: Field) -> str:
    return _lines([f"{test.name} {test.name_ja}" for test in reader.holding(_detail(reader, field).no1_tests)])


def _tests_no2(reader: Reader, field: Field) -> str:
    if not field.has_no2_on(reader.day):
        return "no No.2"
    tests = reader.holding(_detail(reader, field).no2_tests)
    return _lines([f"{test.name}; {test.experience or 'experience: see the field'}" for test in tests])


def _work(reader: Reader, field: Field) -> str:
    return _lines([f"{_plan(one)}{one.name}" for one in reader.holding(_detail(reader, field).categories)])


COMPARED: Mapping[str, Callable[[Reader, Field], str]] = {
    "Japanese": lambda reader, field: f"{field.name_ja}\n{field.name_kana}",
    "No.1": lambda reader, field: INTAKE_WORD[field.intake_on(reader.day)],
    "No.2": lambda reader, field: "yes" if field.has_no2_on(reader.day) else "no",
    "How full": lambda reader, field: say_fullness(fullness_of(reader, field)),
    "Dispatch": lambda reader, field: "possible" if field.dispatch else "no, direct employment",
    "Skills test": _tests_no1,
    "Language No.1": lambda reader, field: _texts(reader, _detail(reader, field).japanese_no1),
    "Test No.2": _tests_no2,
    "Language No.2": _japanese_no2,
    "Work": _work,
}
"""What fields are compared by, and how it is said."""
