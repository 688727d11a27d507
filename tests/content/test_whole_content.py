"""What must hold for all of the content, and for every page that is made of it."""

import re
import tomllib
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from itertools import pairwise
from typing import Any

import attrs
import pytest

from ssw_tui.content_check import check
from ssw_tui.kinds import KINDS
from ssw_tui.library import Library
from ssw_tui.output.cells import cells
from ssw_tui.output.page import Heading, Item, Page, Pair, Tone
from ssw_tui.output.pages import fields, overview, procedures, reference, risks
from ssw_tui.output.text import as_text
from ssw_tui.reader import Reader
from ssw_tui.records.field import Field
from ssw_tui.records.procedure import Document, Procedure
from ssw_tui.records.reference import Answer, GuideStatement, Link, OverviewSection, Term, Topic
from ssw_tui.records.risk import HelpLine, Risk
from ssw_tui.records.rule import Rule
from ssw_tui.records.source import Source
from ssw_tui.records.statement import Confidence, Fact, Statement
from tests.conftest import TODAY

DAYS = (date(2019, 3, 31), date(2019, 4, 1), date(2023, 8, 30), date(2026, 9, 30), TODAY, date(2027, 4, 1))
PAGE_OF: Mapping[type[Any], Callable[[Reader, Any], Page]] = {
    Answer: reference.answer_page,
    Rule: reference.rule_page,
    Term: reference.term_page,
    Topic: reference.topic_page,
    GuideStatement: reference.guide_page,
    Link: reference.link_page,
    Source: reference.source_page,
    Risk: risks.page,
    HelpLine: risks.help_line_page,
    Document: procedures.document_page,
    OverviewSection: overview.section_page,
    Procedure: procedures.page,
    Field: fields.page,
}
ADDRESS = re.compile(r"https?://[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+(:\d+)?(/\S*)?")
CODE_HOSTS = re.compile(r"https?://([\w-]+\.)*(github|githubusercontent|gitlab|bitbucket|codeberg)\.")
BARE_NUMBER = re.compile(r"https?://\d+(\.\d+){3}")
A_DAY = re.compile(r"\d{1,2} [A-Z][a-z]{2} \d{4}: ")


@attrs.frozen(kw_only=True)
class Wrong:
    """Something that was the rule once, or never, and that no page states of today."""

    example: str
    pattern: str
    unless: str | None = None
    """What a sentence says that tells of the past, or denies it."""

    def is_in(self, sentence: str) -> bool:
        excused = self.unless and re.search(self.unless, sentence)
        return bool(re.search(self.pattern, sentence)) and not excused


WRONG = (
    Wrong(
        example="You can hold No.1 for five years per field.",
        pattern=r"\b(five|5)[ -]years?\b.{0,20}\b(per|in each|for each|in every|a) (industry |industrial )?field",
        unless=r"\bnot\b",
    ),
    Wrong(
        example="There are 14 industry fields.",
        pattern=r"\b(12|14|16|twelve|fourteen|sixteen)\b( \w+){0,2} fields",
        unless=r"\b(since|from|until|before|still listed)\b",
    ),
    Wrong(
        example="No.2 exists only in construction and shipbuilding.",
        pattern=r"\bonly (in|for) construction and shipbuilding",
    ),
    Wrong(
        example="A supervising organisation supports you.",
        pattern=r"(?i)supervising (organi[sz]ation|body|bodies)|監理団体",
        unless=r"training|not to|as such|can register",
    ),
    Wrong(
        example="An extension costs ¥4,000.",
        pattern=r"¥[46],000\b",
        unless=r"(?i)re-entry|\bvisas?\b|for one entry|a test|before|not today|old fee|until 30 sep",
    ),
    Wrong(
        example="Your employer sends a report every quarter.",
        pattern=r"(?i)\bquarter(s|ly)?\b|four times a year",
        unless=r"(?i)until|instead of|no longer",
    ),
    Wrong(
        example="You must join national health insurance.",
        pattern=r"(?i)\byou (must|have to|need to) (join|enrol in) national health insurance",
    ),
    Wrong(example="You cannot change your field.", pattern=r"(?i)\byou cannot change (your )?fields?\b"),
    Wrong(
        example="Then you will get the permission.",
        pattern=r"(?i)\byou (will|surely|certainly) (get|receive|be given) (it|the (status|permission|visa))\b",
    ),
    Wrong(example="You are eligible.", pattern=r"(?i)\byou are eligible\b|\bguaranteed\b"),
)


def parts(value: object) -> Iterator[object]:
    """Give a record and everything inside it."""
    yield value
    match value:
        case tuple() | list():
            inner: Iterable[object] = value
        case dict():
            inner = value.values()
        case _ if attrs.has(kind := type(value)):
            inner = (getattr(value, attribute.name) for attribute in attrs.fields(kind))
        case _:
            inner = ()
    for one in inner:
        yield from parts(one)


def everything(library: Library) -> Iterator[tuple[str, Any]]:
    for kind in KINDS:
        for record_id, record in library.all(kind.record).items():
            yield f"{kind.name} {record_id}", record


def statements(library: Library) -> Iterator[tuple[str, Statement]]:
    for name, record in everything(library):
        yield from ((name, part) for part in parts(record) if isinstance(part, Statement))


def pages(reader: Reader) -> Iterator[tuple[str, Page]]:
    """Give every page that can be printed."""
    library = reader.library
    for record, make in PAGE_OF.items():
        for record_id, one in library.all(record).items():
            yield f"{record.__name__} {record_id}", make(reader, one)
    for field in library.all(Field).values():
        yield f"summary of {field.id}", fields.summary(reader, field)
    for procedure in library.all(Procedure).values():
        for step in procedure.steps:
            yield f"step {procedure.id}/{step.id}", procedures.step_page(reader, procedure, step)
    yield "list of fields", fields.list_page(reader)
    yield "whole overview", overview.whole_page(reader)
    yield "help lines", risks.help_lines_page(reader)


def said_today(reader: Reader) -> Iterator[tuple[str, str]]:
    """Give what the pages say of today, sentence by sentence: no sources, no history, no words of the guide."""
    for name, page in pages(reader):
        if name.startswith("Source "):
            continue
        for block in (Heading(page.title), *page.blocks):
            history = isinstance(block, Pair) and block.label == "Before"
            if history or (isinstance(block, Item) and block.tone is Tone.QUIET):
                continue
            for text in parts(block):
                if isinstance(text, str) and not A_DAY.match(text) and not text.startswith('"'):
                    yield from ((name, sentence) for sentence in re.split(r"(?<=[.?!]) ", text))


@pytest.fixture(scope="module")
def today(library: Library) -> Reader:
    return Reader(library, TODAY)


# The files


def test_it_has_no_faults(library: Library) -> None:
    counts, faults = check(library)
    assert list(map(str, faults)) == []
    assert all(counts.values())


def test_every_statement_names_a_source_or_says_that_it_is_unconfirmed(library: Library) -> None:
    found = list(statements(library))
    assert len(found) > 1_500
    assert [name for name, one in found if not one.sources and one.confidence is not Confidence.UNCONFIRMED] == []


def test_every_fact_that_is_unconfirmed_names_whom_to_ask(library: Library) -> None:
    unconfirmed = [(name, one) for name, one in statements(library) if one.confidence is Confidence.UNCONFIRMED]
    assert unconfirmed
    assert [name for name, one in unconfirmed if isinstance(one, Fact) and one.ask is None] == []


def test_every_source_is_named_once_in_a_statement(library: Library) -> None:
    assert [name for name, one in statements(library) if len(set(one.sources)) < len(one.sources)] == []


def test_every_statement_was_checked_by_the_day_of_the_edition(library: Library) -> None:
    checked = library.edition().checked
    assert [name for name, one in statements(library) if type(one.checked) is not date or one.checked > checked] == []


def test_the_edition_is_called_after_its_day_or_an_earlier_one(library: Library) -> None:
    edition = library.edition()
    assert date.fromisoformat(edition.version.replace(".", "-")) >= edition.checked > edition.guide_date


def test_every_address_can_be_opened_by_a_reader(library: Library) -> None:
    addresses = [
        (name, text)
        for name, record in everything(library)
        for text in parts(record)
        if isinstance(text, str) and re.match(r"\w+://", text)
    ]
    assert len(addresses) > 300
    for name, address in addresses:
        assert ADDRESS.fullmatch(address), f"{name}: {address}"
        assert not CODE_HOSTS.match(address), f"{name}: {address}"
        assert not BARE_NUMBER.match(address), f"{name}: {address}"


@pytest.mark.parametrize("record", [Source, Link])
def test_every_source_and_link_has_an_address(library: Library, record: type[Source | Link]) -> None:
    assert [one.id for one in library.all(record).values() if not ADDRESS.fullmatch(one.address)] == []


def _is_allowed(char: str) -> bool:
    """Whether every terminal gives this character the same width, and every font has it."""
    if char.isascii():
        return char.isprintable() or char == "\n"
    if char == "¥" or unicodedata.category(char)[0] in "LM":
        return True
    return unicodedata.east_asian_width(char) in "WF" and unicodedata.category(char) not in ("So", "Sk", "Cn")


@pytest.mark.parametrize("char", "aZ~\n¥ōūéカ漢　。、「」（）ー・々1")
def test_letters_and_japanese_are_allowed(char: str) -> None:
    assert _is_allowed(char)


@pytest.mark.parametrize("char", "…—–“”‘’●•✓✗①③→■★°×§\t\r\x1b\u200b\u00a0🎌😀⚠")
def test_signs_of_no_certain_width_and_pictures_are_not(char: str) -> None:
    assert not _is_allowed(char)


def test_no_text_uses_a_sign_of_no_certain_width(library: Library) -> None:
    for path in sorted(library.root.rglob("*.toml")):
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        if path.name == "sources.toml":  # a page's title is quoted as it stands there
            data = {"source": [{**source, "title": ""} for source in data["source"]]}
        found = {char for text in parts(data) if isinstance(text, str) for char in text if not _is_allowed(char)}
        assert found == set(), path.name


def test_no_text_begins_or_ends_with_a_space_or_holds_two(library: Library) -> None:
    for name, record in everything(library):
        texts = [text for text in parts(record) if isinstance(text, str)]
        assert [text for text in texts if text != text.strip() or "  " in text] == [], name


# The pages


@pytest.mark.parametrize("day", DAYS)
def test_every_page_can_be_made_on_any_day_and_takes_no_more_than_its_width(library: Library, day: date) -> None:
    made = 0
    for name, page in pages(Reader(library, day)):
        for line in as_text(page).splitlines():
            assert cells(line) <= 80, f"{name}: {line}"
        made += 1
    assert made > 900


@pytest.mark.parametrize("day", [date(2019, 4, 1), TODAY])
def test_every_heading_has_something_under_it(library: Library, day: date) -> None:
    for name, page in pages(Reader(library, day)):
        kinds = [type(block) for block in page.blocks]
        if not name.startswith("whole overview"):
            assert (Heading, Heading) not in pairwise(kinds), name
        assert kinds, name
        assert kinds[-1] is not Heading, name


def test_no_page_shows_the_name_of_a_figure_in_place_of_its_value(today: Reader) -> None:
    for name, page in pages(today):
        assert not re.search(r"[{}]", as_text(page)), name


def test_every_page_says_its_figures_today(today: Reader) -> None:
    assert [name for name, page in pages(today) if "(not known for this day)" in as_text(page, 2000)] == []


@pytest.mark.parametrize("wrong", WRONG, ids=lambda wrong: wrong.example)
def test_no_page_states_as_the_rule_of_today_what_is_not(today: Reader, wrong: Wrong) -> None:
    assert [(name, sentence) for name, sentence in said_today(today) if wrong.is_in(sentence)] == []


@pytest.mark.parametrize("wrong", WRONG, ids=lambda wrong: wrong.example)
def test_what_is_looked_for_would_be_found(wrong: Wrong) -> None:
    assert wrong.is_in(wrong.example)
