"""What must hold for all of the content: where it stands, how sure it is, and with which signs it is written."""

import re
import tomllib
import unicodedata
from collections.abc import Iterator
from datetime import date
from typing import Any
from urllib.parse import urlsplit

import pytest

from ssw_tui.content_check import check
from ssw_tui.kinds import KINDS
from ssw_tui.library import Library
from ssw_tui.output.findable import entries
from ssw_tui.output.kind_words import KIND_WORD
from ssw_tui.reader import Reader
from ssw_tui.records.quiz import Effect, Row
from ssw_tui.records.reference import GuideStatement, Link
from ssw_tui.records.rule import Rule
from ssw_tui.records.source import Source
from ssw_tui.records.statement import Confidence, Fact, Statement
from tests.conftest import TODAY
from tests.content.made import parts

ADDRESS = re.compile(r"https?://[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+(:\d+)?(/\S*)?")
CODE_HOSTS = (
    "github.com",
    "github.io",
    "githubusercontent.com",
    "gitlab.com",
    "bitbucket.org",
    "codeberg.org",
    "sr.ht",
)
SEARCH_INDEXES = (
    *(
        "google.com",
        "google.co.jp",
        "bing.com",
        "duckduckgo.com",
        "search.yahoo.co.jp",
        "search.yahoo.com",
        "baidu.com",
    ),
    *("yandex.com", "commoncrawl.org", "huggingface.co", "pinecone.io", "algolia.com"),
)
BARE_NUMBER = re.compile(r"[\d.]+|\[?[0-9a-f:]+\]?")
WEAK = (Confidence.LOW, Confidence.UNCONFIRMED)


def what_hinders(address: str) -> str:
    """Say why a reader cannot open an address as the page of a publisher, or nothing where none is known to hinder."""
    if not ADDRESS.fullmatch(address):
        return "no http or https address"
    host = urlsplit(address).hostname or ""
    if BARE_NUMBER.fullmatch(host):
        return "a bare number"
    for kind, hosts in (("a code host", CODE_HOSTS), ("a search index", SEARCH_INDEXES)):
        if any(host == one or host.endswith(f".{one}") for one in hosts):
            return kind
    return ""


def everything(library: Library) -> Iterator[tuple[str, Any]]:
    for kind in KINDS:
        for record_id, record in library.all(kind.record).items():
            yield f"{kind.name} {record_id}", record


def statements(library: Library) -> Iterator[tuple[str, Statement]]:
    for name, record in everything(library):
        yield from ((name, part) for part in parts(record) if isinstance(part, Statement))


# The files


def test_it_has_no_faults(library: Library) -> None:
    counts, faults = check(library)
    assert list(map(str, faults)) == []
    assert all(counts.values())


def test_no_statement_is_left_out_of_what_is_walked(library: Library) -> None:
    """Hold the walk against a count of the keys in the files themselves."""
    written = 0
    for path in library.root.rglob("*.toml"):
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        written += sum(isinstance(part, dict) and "confidence" in part for part in parts(data))
    assert len(list(statements(library))) == written > 1_500


def test_every_fact_has_a_source_that_can_be_opened_or_says_that_it_is_unconfirmed(library: Library) -> None:
    known = library.all(Source)
    for name, one in statements(library):
        hindered = [f"{source}: {why}" for source in one.sources if (why := what_hinders(known[source].address))]
        assert hindered == [], name
        assert one.sources or one.confidence is Confidence.UNCONFIRMED, name


def test_what_is_unconfirmed_is_little_and_a_fact_that_is_names_whom_to_ask(library: Library) -> None:
    unconfirmed = [(name, one) for name, one in statements(library) if one.confidence is Confidence.UNCONFIRMED]
    assert 0 < len(unconfirmed) < len(list(statements(library))) / 50
    assert [name for name, one in unconfirmed if isinstance(one, Fact) and one.ask is None] == []


def test_every_fact_has_a_confidence_and_the_day_of_its_check(library: Library) -> None:
    edition = library.edition()
    for name, one in statements(library):
        assert isinstance(one.confidence, Confidence), name
        assert type(one.checked) is date, name
        assert edition.guide_date < one.checked <= edition.checked, name


def test_every_source_is_named_once_in_a_statement(library: Library) -> None:
    assert [name for name, one in statements(library) if len(set(one.sources)) < len(one.sources)] == []


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
    assert [(name, address, why) for name, address in addresses if (why := what_hinders(address))] == []


@pytest.mark.parametrize("record", [Source, Link])
def test_every_source_and_link_has_an_address_that_can_be_opened(library: Library, record: type[Source | Link]) -> None:
    assert [one.id for one in library.all(record).values() if what_hinders(one.address)] == []


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("https://www.isa.go.jp/en/", ""),
        ("http://example.jp:8080/a?b=c", ""),
        ("https://mygithub.com.example.jp/", ""),
        ("ftp://www.isa.go.jp/", "no http or https address"),
        ("www.isa.go.jp", "no http or https address"),
        ("https://localhost/", "no http or https address"),
        ("https://www.isa.go.jp/a b", "no http or https address"),
        ("https://203.0.113.7/law.pdf", "a bare number"),
        ("http://203.0.113.7:80", "a bare number"),
        ("https://github.com/a/b", "a code host"),
        ("https://raw.githubusercontent.com/a/b", "a code host"),
        ("https://someone.github.io/law", "a code host"),
        ("https://www.google.com/search?q=a", "a search index"),
        ("https://huggingface.co/datasets/a", "a search index"),
        ("https://index.commoncrawl.org/a", "a search index"),
    ],
)
def test_what_no_reader_can_open_as_a_publishers_page_is_seen(address: str, why: str) -> None:
    assert what_hinders(address) == why


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


def test_everything_that_can_be_found_has_a_word_for_what_it_is(library: Library) -> None:
    assert {entry.kind for entry in entries(Reader(library, TODAY))} <= set(KIND_WORD)


# How sure


def test_there_are_thirty_statements_of_the_guide_and_more_and_each_stands_beside_a_rule(library: Library) -> None:
    told = library.all(GuideStatement).values()
    assert len(told) >= 30
    assert [one.id for one in told if not one.text.strip() or not one.rule.strip()] == []


def test_what_a_weak_rule_leads_to_in_the_quiz_is_a_question_to_an_office_or_a_word_of_warning(
    library: Library,
) -> None:
    """Hold every row against its rules, in the simplest way: the check of the content looks at their times too."""
    rules = library.all(Rule)
    weak = {rule.id for rule in rules.values() if rule.confidence in WEAK or rule.planned}
    resting = [row for row in library.all(Row).values() if row.rules and set(row.rules) <= weak]
    assert {row.effect for row in resting} >= {Effect.ASK, Effect.WARNING}
    assert [row.id for row in resting if row.effect not in (Effect.ASK, Effect.WARNING, Effect.NOTE)] == []


def test_every_row_that_decides_names_its_rules(library: Library) -> None:
    assert [row.id for row in library.all(Row).values() if not row.rules] == []


def test_a_weak_row_only_asks_warns_or_tells(library: Library) -> None:
    weak = [row for row in library.all(Row).values() if row.confidence in WEAK or row.planned]
    assert weak
    assert [row.id for row in weak if row.effect not in (Effect.ASK, Effect.WARNING, Effect.NOTE)] == []
