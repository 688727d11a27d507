"""The check across content files, on copies of the content in which one thing is wrong."""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from shutil import copyfile, copytree
from typing import Any, TypeVar

import pytest
from attrs import evolve, fields, has, resolve_types

from ssw_tui.content_check import MATTER_OF, check, overlaps
from ssw_tui.kinds import KIND_NAMED, KINDS, Kind, kind_of
from ssw_tui.library import Library
from ssw_tui.records.deadline import Deadline
from ssw_tui.records.edition import Edition
from ssw_tui.records.fee import Fee
from ssw_tui.records.field import IntakeSpan
from ssw_tui.records.field_detail import WorkCategory
from ssw_tui.records.statement import Statement

R = TypeVar("R")
Edited = Callable[[str, str, str], tuple[str, ...]]
A_DAY = date(2026, 4, 1)
PLAN = re.compile(r"(?i)\b(planned|plan|draft)\b")


class Copy(Library):
    """The content with one kind read anew from another folder."""

    def __init__(self, content: Library, kind: Kind, root: Path) -> None:
        super().__init__(root)
        self._content = content
        self._kind = kind

    def all(self, record: type[R]) -> Mapping[str, R]:
        return super().all(record) if kind_of(record) is self._kind else self._content.all(record)

    def one(self, record: type[R], record_id: str) -> R | None:
        return self.all(record).get(record_id)

    def file_of(self, kind: Kind, record_id: str) -> str:
        return super().file_of(kind, record_id) if kind is self._kind else self._content.file_of(kind, record_id)

    def edition(self) -> Edition:
        return self._content.edition()


@pytest.fixture(scope="module")
def known(library: Library) -> frozenset[str]:
    """What the check finds in the content as it is; a test of the whole content sees to it that it is nothing."""
    return frozenset(map(str, check(library)[1]))


@pytest.fixture
def edited(library: Library, known: frozenset[str], tmp_path: Path) -> Edited:
    """Give the faults that a copy of the content has more, in which one text of one file is another."""

    def edited(file: str, old: str, new: str) -> tuple[str, ...]:
        kind = next(kind for kind in KINDS if file == kind.place or file.startswith(f"{kind.place}/"))
        original, path = library.root / kind.place, tmp_path / file
        path.parent.mkdir(parents=True, exist_ok=True)
        if original.is_dir():
            copytree(original, tmp_path / kind.place, dirs_exist_ok=True)
        else:
            copyfile(original, path)
        text = path.read_text(encoding="utf-8")
        assert old in text, f"{file} no longer holds {old!r}"
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        _, faults = check(Copy(library, kind, tmp_path))
        return tuple(fault for fault in map(str, faults) if fault not in known)

    return edited


def record_in(library: Library, file: str, record_id: str) -> str:
    """Give the lines of a record in a file of several."""
    text = (library.root / file).read_text(encoding="utf-8")
    found = re.search(rf'^\[\[[a-z-]+\]\]\nid = "{record_id}"\n(.*\n)*?(?=\[\[[a-z-]+\]\]|\Z)', text, re.MULTILINE)
    assert found, f"{file} no longer holds {record_id}"
    return found.group()


def test_every_kind_is_counted(library: Library) -> None:
    counts, _ = check(library)
    assert list(counts) == [kind.name for kind in KINDS]
    assert counts["field"] == len(library.all(KIND_NAMED["field"].record))


@pytest.mark.parametrize(
    ("file", "old", "new", "fault"),
    [
        (
            "terms.toml",
            'sources = ["',
            'sources = ["no-such-page", "',
            'terms.toml: term "ssw".sources: no source "no-such-page"',
        ),
        (
            "fields/agriculture.toml",
            'id = "agriculture"',
            'id = "agriculture"\nask = "nobody"',
            'fields/agriculture.toml: field-detail "agriculture".ask: no help-line "nobody"',
        ),
        (
            "risks.toml",
            'rules = ["',
            'rules = ["no-such-rule", "',
            'risks.toml: risk "work-outside-permission".rules: no rule "no-such-rule"',
        ),
        (
            "procedures/extension-of-stay.toml",
            'documents = ["',
            'documents = ["no-such-paper", "',
            'no document "no-such-paper"',
        ),
    ],
)
def test_a_reference_to_what_is_not_there_is_a_fault(edited: Edited, file: str, old: str, new: str, fault: str) -> None:
    (only,) = edited(file, old, new)
    assert only.endswith(fault)
    assert only.startswith(file)


def test_a_fault_inside_a_folder_of_lists_names_the_file(edited: Edited) -> None:
    (only,) = edited("rules/renewal.toml", 'sources = ["', 'sources = ["no-such-page", "')
    assert only.startswith('rules/renewal.toml: rule "')


def test_a_fault_inside_a_record_names_the_place(edited: Edited) -> None:
    (only,) = edited("procedures/extension-of-stay.toml", 'documents = ["', 'documents = ["no-such-paper", "')
    assert ".steps[" in only
    assert "].documents: " in only


@pytest.mark.parametrize("file", ["terms.toml", "fields/agriculture.toml"])
def test_a_figure_that_a_text_quotes_and_that_is_not_there_is_a_fault(edited: Edited, file: str) -> None:
    old = {"terms.toml": 'definition = "', "fields/agriculture.toml": 'summary = "'}[file]
    (only,) = edited(file, old, old + "{no-such-figure} ")
    assert only.endswith(': no figure "no-such-figure"')


def test_a_figure_in_a_list_of_texts_is_looked_for_too(edited: Edited) -> None:
    (only,) = edited("procedures/extension-of-stay.toml", "pitfalls = [", 'pitfalls = ["Wait {no-such-figure} days.", ')
    assert only.endswith('.pitfalls: no figure "no-such-figure"')


def test_two_values_of_a_figure_on_one_day_are_a_fault(edited: Edited) -> None:
    (only,) = edited("figures.toml", "until = 2022-05-25\n", "until = 2022-05-26\n")
    assert only == 'figures.toml: figure "no1-fields".values: two hold on 2022-05-25; the earlier one needs until'


def test_two_states_of_a_field_on_one_day_are_a_fault(edited: Edited) -> None:
    (only,) = edited("fields.toml", "until = 2026-04-13\n", "")
    assert only.endswith(".intake: two hold on 2026-04-13; the earlier one needs until")


def test_two_values_without_any_day_are_a_fault(edited: Edited) -> None:
    value = '[[figure.values]]\nvalue = 1\nconfidence = "unconfirmed"\nsources = []\n'
    figure = f'[[figure]]\nid = "twice"\ntitle = "t"\nunit = "days"\n{value}{value}\n'
    (only,) = edited("figures.toml", "[[figure]]", figure + "[[figure]]")
    assert only == 'figures.toml: figure "twice".values: two hold on the first day; the earlier one needs until'


def test_values_that_follow_each_other_are_none(edited: Edited) -> None:
    assert edited("figures.toml", "until = 2022-05-25\n", "until = 2022-05-24\n") == ()


# Time


def inside(record: object) -> Iterator[object]:
    """Give a record and every record in it."""
    yield record
    for attribute in fields(type(record)):  # type: ignore[arg-type]
        value = getattr(record, attribute.name)
        for inner in value if isinstance(value, tuple) else (value,):
            if has(type(inner)):
                yield from inside(inner)


@pytest.fixture(scope="module")
def one_of(library: Library) -> dict[type[object], Any]:
    """One record of each class, without a time."""
    every = (one for kind in KINDS for whole in library.all(kind.record).values() for one in inside(whole))
    found = {type(one): one for one in every if isinstance(one, Statement)}
    return {record: evolve(one, since=None, until=None) for record, one in found.items()}


def test_every_kind_of_statement_says_what_it_speaks_of(one_of: dict[type[object], Any]) -> None:
    assert set(one_of) == set(MATTER_OF)


@pytest.mark.parametrize("record", MATTER_OF, ids=lambda record: record.__name__)
class TestTwoOfOneThing:
    """A record and the same record again, a part of it apart in time."""

    def test_hold_on_no_day_together_when_one_ends_as_the_other_begins(
        self, one_of: dict[type[object], Any], record: type[Statement]
    ) -> None:
        one = one_of[record]
        assert not list(overlaps((evolve(one, until=A_DAY), evolve(one, since=A_DAY))))
        assert not list(overlaps((evolve(one, since=A_DAY), evolve(one, until=A_DAY))))

    def test_are_a_fault_when_one_day_is_in_both(
        self, one_of: dict[type[object], Any], record: type[Statement]
    ) -> None:
        one = one_of[record]
        earlier, later = evolve(one, until=A_DAY + timedelta(days=1)), evolve(one, since=A_DAY)
        for pair in ((earlier, later), (later, earlier)):
            ((found, problem),) = overlaps(pair)
            assert found is earlier
            assert problem.startswith("two hold on 2026-04-01")

    def test_are_a_fault_when_neither_has_a_day(self, one_of: dict[type[object], Any], record: type[Statement]) -> None:
        one = one_of[record]
        ((_, problem),) = overlaps((one, one))
        assert problem.startswith("two hold on the first day")


@pytest.mark.parametrize(
    ("record", "other"),
    [
        (WorkCategory, {"name": "Other work"}),
        (Fee, {"applications": ("certificate-of-another-kind",)}),
        (Deadline, {"title": "Another day"}),
    ],
)
def test_two_of_different_things_may_hold_on_one_day(
    one_of: dict[type[object], Any], record: type[Statement], other: dict[str, Any]
) -> None:
    one = one_of[record]
    assert not list(overlaps((one, evolve(one, **other))))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ({"least_months": 12, "most_months": 35}, {"least_months": 36}, False),
        ({"least_months": 12, "most_months": 36}, {"least_months": 36}, True),
        ({}, {"least_months": 36, "most_months": 36}, True),
        ({"online_yen": None}, {"counter_yen": None}, False),
        ({"online_yen": None}, {}, True),
        ({"online_yen": None, "counter_yen": None}, {}, True),
    ],
)
def test_two_fees_are_one_when_application_period_and_channel_can_be_the_same(
    one_of: dict[type[object], Any], one: dict[str, Any], other: dict[str, Any], same: bool
) -> None:
    fee = evolve(one_of[Fee], counter_yen=1, online_yen=1)
    assert bool(list(overlaps((evolve(fee, **one), evolve(fee, **other))))) is same


def test_of_three_that_hold_on_one_day_every_two_are_a_fault(one_of: dict[type[object], Any]) -> None:
    span = one_of[IntakeSpan]
    assert len(list(overlaps((span, span, span)))) == 3


@pytest.mark.parametrize(
    ("file", "old", "new", "fault"),
    [
        (
            "field-people.toml",
            "until = 2026-01-23\n",
            "until = 2026-01-24\n",
            'field-people "nursing-care".figures: two hold on 2026-01-23 ("ceiling-no1")',
        ),
        (
            "fields/agriculture.toml",
            'name = "Livestock farming"',
            'name = "Crop farming"',
            'field-detail "agriculture".categories: two hold on the first day ("Crop farming")',
        ),
        (
            "overview.toml",
            "until = 2025-09-30\n",
            "",
            'overview-section "compare".comparison: two hold on 2025-09-30 ("One permission")',
        ),
        (
            "procedures/extension-of-stay.toml",
            'id = "filing"',
            'id = "plan"',
            'procedure "extension-of-stay".steps: two hold on the first day ("plan")',
        ),
        (
            "fees.toml",
            "until = 2025-04-01\n",
            "until = 2025-04-02\n",
            'fee "change-extension-to-2025-03": two hold on 2025-04-01',
        ),
        (
            "quiz/rows/permanent-residence.toml",
            'until = 2027-04-01\nrules = ["pr-longest-period"]\n',
            'rules = ["pr-longest-period"]\n',
            'row "pr-period": two hold on 2027-04-01',
        ),
    ],
)
def test_what_is_to_end_and_does_not_is_a_fault(edited: Edited, file: str, old: str, new: str, fault: str) -> None:
    found = edited(file, old, new)
    assert found
    assert all(one.startswith(f"{file}: {fault}") and one.endswith("; the earlier one needs until") for one in found)


@pytest.mark.parametrize(
    ("file", "record_id"),
    [
        ("rules/person.toml", "age-18"),
        ("fees.toml", "coe"),
        ("deadlines.toml", "address-move"),
        ("documents.toml", "no2-pledge"),
        ("risks.toml", "overstay"),
        ("help-lines.toml", "police"),
        ("answers.toml", "fired"),
        ("terms.toml", "ssw"),
        ("links.toml", "isa-card"),
        ("guide.toml", "q2-family"),
        ("quiz/rows/person.toml", "age"),
    ],
)
def test_a_record_that_is_there_again_under_another_id_is_a_fault(
    edited: Edited, library: Library, file: str, record_id: str
) -> None:
    record = record_in(library, file, record_id)
    (only,) = edited(file, record, record + record.replace(f'id = "{record_id}"', 'id = "again"', 1))
    assert only.startswith(f"{file}: ")
    assert "two hold on " in only
    assert '"again"' in only


def test_a_rule_that_another_replaces_ends_by_that_day(edited: Edited) -> None:
    new = 'id = "age-18"\nreplaces = ["passport-cooperating-government"]\n'
    (only,) = edited("rules/person.toml", 'id = "age-18"\n', new)
    assert 'rule "passport-cooperating-government": "age-18" replaces it from 2019-04-01 on' in only


def test_a_rule_that_another_replaces_may_end_on_that_day(edited: Edited, library: Library) -> None:
    ended = re.sub(
        r"(?m)^since = .*$", "until = 2019-04-01", record_in(library, "rules/person.toml", "age-18"), count=1
    )
    new = ended.replace('"age-18"', '"age-20"').replace('title = "Age"', 'title = "Age until 2019"')
    old = 'id = "age-18"\n'
    assert edited("rules/person.toml", f"[[rule]]\n{old}", f'{new}[[rule]]\n{old}replaces = ["age-20"]\n') == ()


# How sure


WEAK = ['confidence = "low"\n', 'confidence = "unconfirmed"\n', 'confidence = "high"\nplanned = true\n']
"""What a rule or row is that no decision may rest on."""


@pytest.mark.parametrize("weak", WEAK)
def test_what_decides_and_rests_on_a_weak_rule_alone_is_a_fault(edited: Edited, library: Library, weak: str) -> None:
    rule = record_in(library, "rules/person.toml", "age-18")
    said = rule.replace('title = "Age"', 'title = "Plan: age"').replace('confidence = "high"\n', weak)
    (only,) = edited("rules/person.toml", rule, said)
    assert only == (
        'quiz/rows/person.toml: row "age".rules: none is sure and in force while it holds: it cannot be gap'
    )


@pytest.mark.parametrize("weak", WEAK)
def test_a_row_that_is_weak_itself_decides_nothing(edited: Edited, library: Library, weak: str) -> None:
    row = record_in(library, "quiz/rows/person.toml", "age")
    said = row.replace('title = "', 'title = "Planned: ').replace('confidence = "high"\n', weak)
    (only,) = edited("quiz/rows/person.toml", row, said)
    assert only == 'quiz/rows/person.toml: row "age".effect: it is planned or of low confidence: it cannot be gap'


@pytest.mark.parametrize("effect", ["block", "wait", "gap", "outcome", "not-needed", "next"])
def test_nothing_that_reads_as_a_fact_rests_on_one_weak_report(edited: Edited, library: Library, effect: str) -> None:
    row = record_in(library, "quiz/rows/person.toml", "asylum-seeker")
    found = edited("quiz/rows/person.toml", row, row.replace('effect = "ask"', f'effect = "{effect}"'))
    assert f'row "asylum-seeker".effect: it is planned or of low confidence: it cannot be {effect}' in " ".join(found)


@pytest.mark.parametrize("effect", ["warning", "note"])
def test_a_weak_rule_may_warn_and_tell(edited: Edited, library: Library, effect: str) -> None:
    row = record_in(library, "quiz/rows/person.toml", "asylum-seeker")
    assert edited("quiz/rows/person.toml", row, row.replace('effect = "ask"', f'effect = "{effect}"')) == ()


def test_a_sure_rule_beside_a_weak_one_is_enough(edited: Edited) -> None:
    new = 'rules = ["change-refugee-applicant", "age-18"]'
    assert edited("quiz/rows/person.toml", 'rules = ["age-18"]', new) == ()


def test_a_rule_that_ends_before_the_row_begins_is_not_enough(edited: Edited, library: Library) -> None:
    row = record_in(library, "quiz/rows/permanent-residence.toml", "pr-period")
    later = row.replace("until = 2027-04-01", "since = 2027-04-01").replace('title = "', 'title = "Once more: ')
    found = edited("quiz/rows/permanent-residence.toml", row, later)
    assert [one for one in found if 'row "pr-period".rules: none is sure and in force while it holds' in one]


def test_a_definition_rests_on_a_sure_rule(edited: Edited, library: Library) -> None:
    text = (library.root / "quiz" / "definitions.toml").read_text(encoding="utf-8")
    found = re.search(r"^rules = \[.*\]$", text, re.MULTILINE)
    assert found
    (only,) = edited("quiz/definitions.toml", found.group(), 'rules = ["change-refugee-applicant"]')
    assert only.endswith(".rules: none is sure and law: no decision can rest on it")


@pytest.mark.parametrize(
    ("file", "record_id"),
    [("rules/period.toml", "no2-period-5-draft"), ("quiz/rows/no2.toml", "no2-five-years-planned")],
)
def test_what_is_planned_says_so(edited: Edited, library: Library, file: str, record_id: str) -> None:
    record = record_in(library, file, record_id)
    said = re.sub(r"(?m)^(title|text) = .*", lambda line: PLAN.sub("new", line[0]), record)
    (only,) = edited(file, record, said)
    assert only.endswith(f'"{record_id}".text: it is planned: its title or text must say "plan", "planned" or "draft"')


# Together


def test_faults_inside_the_files_are_all_said_together(library: Library, tmp_path: Path) -> None:
    folder = copytree(library.root, tmp_path / "content")
    (folder / "edition.toml").write_text('version = "1"\nchecked = 2026-11-22\n', encoding="utf-8")
    (folder / "terms.toml").unlink()
    (folder / "links.toml").write_text("[[link]]\nid = 3\n", encoding="utf-8")
    counts, faults = check(Library(folder))
    assert {fault.file for fault in faults} == {"edition.toml", "terms.toml", "links.toml"}
    assert "term" not in counts
    assert counts["rule"] > 0


def _record_classes(record: type[Any]) -> Iterator[type[Any]]:
    yield record
    resolve_types(record)
    for attribute in fields(record):
        for inner in (attribute.type, *getattr(attribute.type, "__args__", ())):
            if has(inner):
                yield from _record_classes(inner)


def test_every_reference_names_a_kind_that_exists() -> None:
    named = {
        attribute.metadata["refers-to"]
        for kind in KINDS
        for record in _record_classes(kind.record)
        for attribute in fields(record)
        if "refers-to" in attribute.metadata
    }
    assert {"source", "help-line", "document"} <= named <= set(KIND_NAMED)
