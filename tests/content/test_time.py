"""What holds on a day: how many fields there are, that nothing is said twice, and that every page can be read."""

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise
from typing import Any

import pytest

from ssw_tui.content_check import MATTER_OF
from ssw_tui.kinds import KINDS
from ssw_tui.library import Library
from ssw_tui.output.layout import ASCII
from ssw_tui.output.page import Block, Heading, Page, Table
from ssw_tui.output.text import as_text
from ssw_tui.reader import Reader
from ssw_tui.records.fee import Fee
from ssw_tui.records.field import Field
from ssw_tui.records.reference import Answer
from ssw_tui.records.risk import Risk
from ssw_tui.records.rule import Rule
from ssw_tui.records.statement import Statement
from tests.conftest import TODAY
from tests.content.made import pages, parts
from tests.content.printed import output_of
from tests.glyphs import drawn_signs
from tests.lines import wider

DAYS = (
    *(date(2019, 3, 31), date(2019, 4, 1), date(2023, 8, 30), date(2024, 10, 1), date(2026, 9, 30)),
    *(TODAY, date(2027, 4, 1), date(2027, 6, 1)),
)
"""Days of every kind of law there was, from the day before the first."""
FIELDS_ON = (
    *((date(2019, 3, 31), 0, 0), (date(2019, 4, 1), 14, 2)),
    *((date(2022, 5, 24), 14, 2), (date(2022, 5, 25), 12, 2)),
    *((date(2023, 8, 30), 12, 2), (date(2023, 8, 31), 12, 11)),
    *((date(2024, 9, 29), 12, 11), (date(2024, 9, 30), 16, 11)),
    *((date(2026, 3, 31), 16, 11), (date(2026, 4, 1), 19, 11)),
    *((date(2026, 4, 12), 19, 11), (date(2026, 4, 13), 19, 11)),
    (TODAY, 19, 11),
)
"""So many fields the ordinance has, and so many of them No.2, before and on each day on which it changed."""
DRAWN = "─•✓✗█░"
"""The glyphs that pages are drawn with."""
WRITTEN = "āīōū→③④"
"""Those of texts: romaji with long vowels, and titles of pages that are quoted as they stand."""
SAYS_PLANNED = re.compile(r"(?i)\bplan(s|ned)?\b|\bdraft\b|not yet law")


# The count of fields


@pytest.mark.parametrize(("day", "no1", "no2"), FIELDS_ON)
def test_the_command_gives_so_many_fields_and_so_many_with_no2(day: date, no1: int, no2: int) -> None:
    data = json.loads(output_of(("fields", "--as-of", day.isoformat(), "--format", "json")))
    assert data["as_of"] == day.isoformat()
    assert len({field["id"] for field in data["fields"]}) == len(data["fields"]) == no1
    assert sum(field["no2"] for field in data["fields"]) == no2


@pytest.mark.parametrize(("day", "no1", "no2"), FIELDS_ON)
def test_the_table_says_the_same(day: date, no1: int, no2: int) -> None:
    title, _, *table = output_of(("fields", "--as-of", day.isoformat())).splitlines()
    assert title.endswith(f": {no1}")
    column = table[0].find("No.2") if no1 else 0
    words = Counter(row[column : column + 3].strip() for row in table) if no1 else Counter()
    assert (words["yes"], words["no"]) == (no2, no1 - no2)


def test_the_counts_of_the_records(library: Library) -> None:
    fields = library.all(Field).values()
    assert len(fields) == 22
    assert len([field for field in fields if field.merged_into is None]) == 19
    assert len(library.all(Rule)) == 196
    assert len(library.all(Risk)) == 22


# One thing at a time


def lists_of(library: Library) -> Iterator[tuple[str, list[Statement]]]:
    """Give every list of statements, and all statements of each kind, with a name."""
    for kind in KINDS:
        records = library.all(kind.record)
        if issubclass(kind.record, Statement):
            yield kind.name, list(records.values())
        for record_id, record in records.items():
            for part in parts(record):
                if isinstance(part, tuple) and part and isinstance(part[0], Statement):
                    yield f"{kind.name} {record_id}", list(part)


def things_in(statement: Statement) -> Iterator[tuple[object, ...]]:
    """Give what a statement speaks of, each thing by itself: a fee for two applications speaks of two."""
    found: list[tuple[object, ...]] = [(type(statement),)]
    for part in MATTER_OF[type(statement)](statement):
        several = part if isinstance(part, tuple) and part else (part,)
        found = [(*thing, one) for thing in found for one in several]
    return iter(found)


def days_between(library: Library) -> list[date]:
    """Give each day on which something begins or ends, and the day before it."""
    every = [one for kind in KINDS for record in library.all(kind.record).values() for one in parts(record)]
    ends = {day for one in every if isinstance(one, Statement) for day in (one.since, one.until) if day}
    return sorted({day - timedelta(days=before) for day in ends for before in (0, 1)} | {TODAY})


def test_on_no_day_two_records_of_one_thing_hold(library: Library) -> None:
    lists = [(name, [(one, list(things_in(one))) for one in listed]) for name, listed in lists_of(library)]
    assert len(lists) > 200
    for day in days_between(library):
        for name, listed in lists:
            held = [thing for one, things in listed if one.holds_on(day) for thing in things]
            assert len(set(held)) == len(held), (name, day, [x for x, n in Counter(held).items() if n > 1])


def test_on_no_day_a_fee_for_any_period_stands_beside_one_for_some(library: Library) -> None:
    for day in days_between(library):
        kinds = defaultdict(set)
        for fee in library.all(Fee).values():
            for application in fee.applications if fee.holds_on(day) else ():
                kinds[application].add(fee.goes_by_period)
        assert [application for application, both in kinds.items() if len(both) > 1] == [], day


# Pages


@lru_cache(maxsize=3)
def pages_on(library: Library, day: date) -> tuple[tuple[str, Page, str], ...]:
    return tuple((name, page, as_text(page)) for name, page in pages(Reader(library, day)))


@pytest.fixture(scope="module", params=DAYS, ids=str)
def of_the_day(request: pytest.FixtureRequest, library: Library) -> tuple[tuple[str, Page, str], ...]:
    """Every page of one day, with its name and its text."""
    return pages_on(library, request.param)


def test_every_page_is_made_and_takes_no_more_than_its_width(
    library: Library, of_the_day: tuple[tuple[str, Page, str], ...]
) -> None:
    made = {name.split()[-1] for name, _, _ in of_the_day}
    assert len(of_the_day) > 1_000
    for kind in (Field, Rule, Risk, Answer):
        assert set(library.all(kind)) <= made
    assert [(name, line) for name, _, text in of_the_day for line in wider(text, 80)] == []


def test_no_page_shows_what_only_a_program_reads(of_the_day: tuple[tuple[str, Page, str], ...]) -> None:
    code = re.compile(r"[{}]|\[\]|\(\)|\bNone\b(?! [a-z])|<[A-Z]\w+|\b(True|False)\b(?! [a-z])")
    said = ((name, " ".join(text.split())) for name, _, text in of_the_day)
    assert [(name, found.group()) for name, text in said if (found := code.search(text))] == []


def test_every_heading_has_words_and_something_under_it(of_the_day: tuple[tuple[str, Page, str], ...]) -> None:
    for name, page, _ in of_the_day:
        assert page.title.strip(), name
        assert page.blocks, name
        empty = [one for one, after in pairwise((*page.blocks, None)) if _is_empty(one, after)]
        assert empty == [], name


def _is_empty(block: Block | None, after: Block | None) -> bool:
    return isinstance(block, Heading) and (not block.text.strip() or after is None or isinstance(after, Heading))


def test_today_every_figure_is_known(library: Library) -> None:
    said = ((name, " ".join(text.split())) for name, _, text in pages_on(library, TODAY))
    assert [name for name, text in said if "(not known for this day)" in text] == []


def test_every_glyph_of_a_page_is_listed_and_the_ascii_look_has_none(library: Library) -> None:
    drawn = {glyph for _, _, text in pages_on(library, TODAY) for glyph in drawn_signs(text)}
    assert drawn == {*DRAWN, *WRITTEN}
    for name, page, _ in pages_on(library, TODAY):
        assert not drawn_signs(as_text(page, look=ASCII)), name


@pytest.mark.parametrize("text", ["{no1-fields}", "[]", "None", "held by None, in None", "()", "<Intake.OPEN", "True"])
def test_what_only_a_program_reads_would_be_seen(text: str) -> None:
    page = ("p", Page(title="t", blocks=()), f"some text {text}\n")
    with pytest.raises(AssertionError):
        test_no_page_shows_what_only_a_program_reads((page,))


# Plans


def planned_texts(reader: Reader) -> dict[str, str]:
    """Give what each planned statement says, as it is printed, and where it stands."""
    found: dict[str, str] = {}
    for kind in KINDS:
        for record_id, record in reader.library.all(kind.record).items():
            for one in parts(record):
                if isinstance(one, Statement) and one.planned:
                    named = (getattr(one, name, None) for name in ("text", "work", "no2"))
                    found |= {
                        reader.say(text, one): f"{kind.name} {record_id}" for text in named if isinstance(text, str)
                    }
    return found


def lines_of(block: Block) -> Iterator[str]:
    """Give what is read together: a row of a table, another block whole."""
    rows: tuple[Any, ...] = block.rows if isinstance(block, Table) else (block,)
    for row in rows:
        yield " ".join(text for text in parts(row) if isinstance(text, str))


@pytest.mark.parametrize("day", [TODAY, date(2027, 6, 1)], ids=str)
def test_what_is_planned_says_so_wherever_it_is_printed_even_when_its_day_has_come(library: Library, day: date) -> None:
    texts = planned_texts(Reader(library, day))
    shown: set[str] = set()
    silent: set[tuple[str, str]] = set()
    for name, page, text in pages_on(library, day):
        if "Planned, not yet law." in text:
            continue
        for line in (line for block in page.blocks for line in lines_of(block)):
            here = {text for text in texts if text in line}
            shown |= here
            silent |= {(name, texts[text]) for text in here if not SAYS_PLANNED.search(line)}
    assert {one.id for one in library.all(Rule).values() if one.planned} <= {texts[text].split()[1] for text in shown}
    assert sorted(silent) == []
