from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
from attrs import fields, has, resolve_types

from ssw_tui.content_check import check
from ssw_tui.kinds import KIND_NAMED, KINDS
from ssw_tui.library import Library

Edited = Callable[[str, str, str], tuple[str, ...]]


@pytest.fixture
def edited(library: Library, tmp_path: Path) -> Edited:
    """Check a copy of the content in which one text of one file is another."""

    def edited(file: str, old: str, new: str) -> tuple[str, ...]:
        folder = copytree(library.root, tmp_path / "content")
        text = (folder / file).read_text(encoding="utf-8")
        assert old in text, f"{file} no longer holds {old!r}"
        (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")
        _, faults = check(Library(folder))
        return tuple(map(str, faults))

    return edited


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
