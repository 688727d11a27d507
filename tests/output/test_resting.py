from collections import Counter

from ssw_tui.kinds import KINDS
from ssw_tui.library import Library
from ssw_tui.output.data import sources_of
from ssw_tui.output.kind_words import KIND_NAMES, KIND_WORD
from ssw_tui.output.page import Heading, Item, Paragraph
from ssw_tui.output.pages.reference import MOST_RESTING, source_page
from ssw_tui.output.resting import SHOWN_AS, Resting, resting_data, rests_on
from ssw_tui.reader import Reader
from ssw_tui.records.rule import Rule
from ssw_tui.records.source import Source
from tests.conftest import TODAY

GUIDELINE = "isa-001460079-pdf"


def test_whatever_names_a_source_rests_on_it(library: Library) -> None:
    found = {
        (source, one.kind, one.id) for source, kinds in rests_on(library).items() for one in sum(kinds.values(), ())
    }
    named = {
        (source, SHOWN_AS.get(kind.name, kind.name), record.id)
        for kind in KINDS
        for record in library.all(kind.record).values()
        for source in sources_of(record)
    }
    assert found == named


def test_a_record_that_names_a_source_twice_rests_on_it_once(library: Library) -> None:
    for kinds in rests_on(library).values():
        for listed in kinds.values():
            assert max(Counter(listed).values()) == 1


def test_every_kind_that_rests_on_a_source_has_a_name_and_every_record_a_title(library: Library) -> None:
    names = {name for kinds in rests_on(library).values() for name in kinds}
    assert names <= set(KIND_NAMES.values())
    assert all(one.title for kinds in rests_on(library).values() for listed in kinds.values() for one in listed)


def test_a_part_of_a_field_is_listed_as_the_field(library: Library) -> None:
    listed = rests_on(library)[GUIDELINE]["Fields"]
    assert Resting("field", "agriculture", "Agriculture") in listed


def test_a_page_names_the_first_of_each_kind_and_counts_the_others(library: Library) -> None:
    reader = Reader(library, TODAY)
    page = source_page(reader, library.all(Source)[GUIDELINE])
    rules = rests_on(library)[GUIDELINE]["Rules"]
    start = page.blocks.index(
        next(b for b in page.blocks if isinstance(b, Paragraph) and b.text == f"Rules ({len(rules)})")
    )
    shown = page.blocks[start + 1 : start + 1 + MOST_RESTING]
    assert [block.text for block in shown if isinstance(block, Item)] == [one.title for one in rules[:MOST_RESTING]]
    after = page.blocks[start + 1 + MOST_RESTING]
    assert isinstance(after, Paragraph)
    assert after.text == f"and {len(rules) - MOST_RESTING} more"
    total = sum(map(len, rests_on(library)[GUIDELINE].values()))
    assert Heading(f"What rests on it: {total}") in page.blocks


def test_what_has_a_place_can_be_opened_from_the_page(library: Library) -> None:
    page = source_page(Reader(library, TODAY), library.all(Source)[GUIDELINE])
    assert {one.kind for one in page.pointers} <= set(KIND_WORD)
    assert ("rule", next(one.id for one in rests_on(library)[GUIDELINE]["Rules"])) in [
        (p.kind, p.id) for p in page.pointers
    ]


def test_data_give_the_ids_of_all_of_them_by_kind(library: Library) -> None:
    data = resting_data(Reader(library, TODAY), library.all(Source)[GUIDELINE])["supports"]
    assert data["rule"] == [rule.id for rule in library.all(Rule).values() if GUIDELINE in rule.sources]
