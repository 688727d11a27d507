from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ssw_tui.kinds import kind_of
from ssw_tui.library import ContentError, Fault, Library
from ssw_tui.records.field_detail import FieldDetail
from ssw_tui.records.figure import Figure
from ssw_tui.records.procedure import Procedure
from ssw_tui.records.reference import Term
from ssw_tui.records.rule import Rule
from ssw_tui.records.source import Source, SourceKind
from ssw_tui.records.statement import Confidence

CHECKED = "checked = 2026-11-22\n"
TERM = """
[[term]]
id = "residence-card"
name = "Residence card"
name_ja = "在留カード"
kana = "ざいりゅうカード"
romaji = "zairyū kādo"
about = "stay"
definition = "The card of people who stay for more than three months."
confidence = "high"
sources = ["isa"]
"""
RULE = """
[[rule]]
id = "age"
title = "From the age of 18"
topic = "person"
applies_to = ["no1"]
text = "You are 18 or older."
confidence = "high"
sources = ["isa"]
"""
PROCEDURE = """
id = "extension"
title = "Extension of stay"
summary = "You stay longer."
applies_to = ["no1"]
confidence = "high"
sources = ["isa"]

[[steps]]
id = "file"
title = "Hand it in"
text = "Hand in the papers."
phase = "apply"
who = "worker"
confidence = "high"
sources = ["isa"]
"""

Write = Callable[..., Library]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write files into a content folder."""

    def write(**files: str) -> Library:
        for name, text in files.items():
            path = tmp_path / (name.replace("__", "/").replace("_", "-") + ".toml")
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return Library(tmp_path)

    return write


def faults_of(library: Library, record: type[Any]) -> tuple[Fault, ...]:
    with pytest.raises(ContentError) as caught:
        library.all(record)
    return caught.value.faults


def test_a_list_file_gives_its_records_by_id_in_their_order(write: Write) -> None:
    second = TERM.replace('"residence-card"', '"another"')
    terms = write(terms=CHECKED + TERM + second).all(Term)
    assert list(terms) == ["residence-card", "another"]
    assert terms["residence-card"].kana == "ざいりゅうカード"


def test_a_folder_of_lists_is_read_file_by_file_in_the_order_of_names(write: Write) -> None:
    library = write(rules__b=CHECKED + RULE, rules__a=CHECKED + RULE.replace('"age"', '"fee"'))
    assert list(library.all(Rule)) == ["fee", "age"]


def test_every_value_becomes_its_own_type(write: Write) -> None:
    rule = write(rules__a=CHECKED + RULE + "since = 2019-04-01\nplanned = true\n").all(Rule)["age"]
    assert (rule.confidence, rule.since, rule.planned, rule.sources) == (
        Confidence.HIGH,
        date(2019, 4, 1),
        True,
        ("isa",),
    )


def test_a_text_that_several_records_say_is_kept_once(write: Write) -> None:
    other = TERM.replace('"residence-card"', '"another"')
    terms = write(terms=CHECKED + TERM + other).all(Term)
    assert terms["residence-card"].sources[0] is terms["another"].sources[0]


def test_the_check_day_of_the_file_is_that_of_each_statement_in_it(write: Write) -> None:
    procedure = write(procedures__extension=CHECKED + PROCEDURE).all(Procedure)["extension"]
    assert (procedure.checked, procedure.steps[0].checked) == (date(2026, 11, 22), date(2026, 11, 22))


def test_a_check_day_of_its_own_comes_before_that_of_the_file(write: Write) -> None:
    term = write(terms=CHECKED + TERM + "checked = 2027-01-05\n").all(Term)["residence-card"]
    assert term.checked == date(2027, 1, 5)


def test_what_is_no_statement_gets_no_check_day(write: Write) -> None:
    source = '[[source]]\nid = "isa"\npublisher = "ISA"\ntitle = "t"\naddress = "https://moj.go.jp"\n'
    library = write(sources=CHECKED + source + 'kind = "official"\nhow_read = "read"\n')
    assert library.all(Source)["isa"].kind is SourceKind.OFFICIAL


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (('confidence = "high"', 'confidence = "hihg"'), ".confidence: expected one of high, medium, low, unconfirmed"),
        (('title = "From the age of 18"', "title = 18"), ".title: expected text, not 18"),
        (('applies_to = ["no1"]', 'applies_to = ["no1", "no3"]'), ".applies_to[1]: expected one of no1, no2"),
        (('applies_to = ["no1"]', 'applies_to = "no1"'), ".applies_to: expected a list, not 'no1'"),
        (('topic = "person"\n', ""), ".topic: missing: topic"),
        (('topic = "person"', 'topik = "person"'), ": unknown: topik"),
        (
            ('sources = ["isa"]', "sources = []"),
            ': expected sources to name at least one, or confidence = "unconfirmed"',
        ),
        (("sources =", "planned = 1\nsources ="), ".planned: expected true or false, not 1"),
        (
            ("sources =", 'since = "2026-02-01"\nsources ='),
            ".since: expected a day such as 2026-11-22, without quotes, not '2026-02-01'",
        ),
        (
            ("sources =", "since = 2026-02-01T09:00:00\nsources ="),
            ".since: expected a day such as 2026-11-22, without quotes, not datetime.datetime(2026, 2, 1, 9, 0)",
        ),
        (
            ("sources =", "since = 2026-02-01\nuntil = 2026-02-01\nsources ="),
            ": expected until to be a day after since (2026-02-01)",
        ),
    ],
)
def test_a_wrong_value_is_said_with_file_key_and_what_was_expected(
    write: Write, change: tuple[str, str], fault: str
) -> None:
    library = write(rules__person=CHECKED + RULE.replace(*change))
    assert f'rules/person.toml: rule "age"{fault}' in map(str, faults_of(library, Rule))


def test_a_number_in_a_figure_is_a_whole_one(write: Write) -> None:
    value = 'value = 1.5\nconfidence = "high"\nsources = ["isa"]\n'
    figure = '[[figure]]\nid = "fee"\ntitle = "t"\nunit = "yen"\n[[figure.values]]\n'
    (fault,) = faults_of(write(figures=CHECKED + figure + value), Figure)
    assert str(fault) == 'figures.toml: figure "fee".values[0].value: expected a whole number, not 1.5'


@pytest.mark.parametrize("value", ["true", "3", '"text"'])
def test_what_should_be_a_table_and_is_none_is_said(write: Write, value: str) -> None:
    faults = faults_of(write(rules__a=f"rule = [{value}]"), Rule)
    assert [(fault.file, fault.key) for fault in faults] == [("rules/a.toml", "rule number 1")]
    assert faults[0].problem.startswith("expected a table, not ")


def test_what_should_be_a_table_inside_a_record_and_is_none_is_said(write: Write) -> None:
    broken = CHECKED + PROCEDURE.partition("[[steps]]")[0] + "steps = [7]\n"
    (fault,) = faults_of(write(procedures__extension=broken), Procedure)
    assert str(fault) == 'procedures/extension.toml: procedure "extension".steps[0]: expected a table, not 7'


def test_a_single_table_where_a_list_of_them_belongs_is_said(write: Write) -> None:
    (fault,) = faults_of(write(terms=CHECKED + TERM.replace("[[term]]", "[term]")), Term)
    assert str(fault) == "terms.toml: term: expected [[term]] tables"


def test_a_table_of_another_kind_is_said_with_what_the_file_holds(write: Write) -> None:
    (fault,) = faults_of(write(terms=CHECKED + TERM.replace("[[term]]", "[[word]]")), Term)
    assert str(fault) == 'terms.toml: word: unknown; the file holds "checked" and [[term]] tables'


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("checked = \n", "it is no TOML: Invalid value (at line 1, column 11)"),
        ("checked = 2026-02-30\n", "it is no TOML: Invalid date or datetime (at line 1, column 11)"),
        ('[[term]]\nid = "a"\nid = "b"\n', "it is no TOML: Cannot overwrite a value (at line 3, column 9)"),
    ],
)
def test_a_file_that_is_no_toml_is_said_with_the_place(write: Write, text: str, problem: str) -> None:
    assert faults_of(write(terms=text), Term) == (Fault("terms.toml", "file", problem),)


def test_a_file_that_is_no_utf8_is_said(write: Write, tmp_path: Path) -> None:
    library = write(terms=TERM)
    (tmp_path / "terms.toml").write_bytes("# ざいりゅう".encode("shift-jis"))
    (fault,) = faults_of(library, Term)
    assert fault.problem.startswith("it is no TOML: 'utf-8' codec can't decode")


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    assert faults_of(Library(tmp_path), Term) == (Fault("terms.toml", "file", "it is missing"),)


@pytest.mark.parametrize("record", [Rule, Procedure, FieldDetail])
def test_a_missing_folder_is_said(tmp_path: Path, record: type[Any]) -> None:
    (fault,) = faults_of(Library(tmp_path), record)
    assert (fault.key, fault.problem) == ("folder", "it is missing, or holds no file")


def test_a_file_that_may_not_be_opened_is_said(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    library = write(terms=CHECKED + TERM)
    monkeypatch.setattr(Path, "open", refuse)
    assert faults_of(library, Term) == (Fault("terms.toml", "file", "it cannot be read (Permission denied)"),)


def test_an_id_used_twice_is_said_where_it_comes_again(write: Write) -> None:
    library = write(rules__a=CHECKED + RULE, rules__b=CHECKED + RULE)
    assert faults_of(library, Rule) == (Fault("rules/b.toml", 'rule "age"', "this id is used twice"),)


def test_a_record_with_a_file_of_its_own_bears_the_id_of_the_file(write: Write) -> None:
    (fault,) = faults_of(write(procedures__renewal=CHECKED + PROCEDURE), Procedure)
    assert str(fault) == 'procedures/renewal.toml: id: expected "renewal", as the file is called'


def test_every_fault_of_every_file_is_said_at_once(write: Write) -> None:
    library = write(
        procedures__a="checked = \n",
        procedures__b=CHECKED + PROCEDURE,
        procedures__c=CHECKED + PROCEDURE.replace('"extension"', '"c"').replace('"apply"', '"applied"') + 'hue = "x"\n',
        procedures__d=PROCEDURE.replace('"extension"', '"d"').replace('title = "Extension of stay"\n', ""),
    )
    assert [(fault.file, fault.key, fault.problem.partition(":")[0]) for fault in faults_of(library, Procedure)] == [
        ("procedures/a.toml", "file", "it is no TOML"),
        ("procedures/b.toml", "id", 'expected "b", as the file is called'),
        ("procedures/c.toml", 'procedure "c".steps[0]', "unknown"),
        ("procedures/c.toml", 'procedure "c".steps[0].phase', "expected one of prepare, apply, after"),
        ("procedures/d.toml", 'procedure "d".checked', "missing"),
        ("procedures/d.toml", 'procedure "d".steps[0].checked', "missing"),
        ("procedures/d.toml", 'procedure "d".title', "missing"),
    ]


def test_the_error_reads_as_a_line_for_each_fault(write: Write) -> None:
    library = write(terms=TERM.replace('kana = "ざいりゅうカード"\n', ""))
    with pytest.raises(ContentError) as caught:
        library.all(Term)
    assert str(caught.value).splitlines() == [
        'terms.toml: term "residence-card".checked: missing: checked',
        'terms.toml: term "residence-card".kana: missing: kana',
    ]


class TestWhatIsRead:
    """Which files are opened, and when."""

    @pytest.fixture
    def opened(self, monkeypatch: pytest.MonkeyPatch) -> list[str]:
        """Note the name of every file that is opened."""
        names: list[str] = []
        really_open = Path.open

        def noting_open(path: Path, *args: Any, **options: Any) -> Any:  # noqa: ANN401 - as Path.open
            names.append(path.name)
            return really_open(path, *args, **options)

        monkeypatch.setattr(Path, "open", noting_open)
        return names

    def test_nothing_at_first(self, library: Library, opened: list[str]) -> None:
        Library(library.root)
        assert opened == []

    def test_the_file_of_the_kind_that_is_asked_for_and_that_once(self, library: Library, opened: list[str]) -> None:
        fresh = Library(library.root)
        assert fresh.all(Term) is fresh.all(Term)
        assert opened == ["terms.toml"]

    def test_one_file_for_one_record_of_a_kind_with_a_file_each(self, library: Library, opened: list[str]) -> None:
        detail = Library(library.root).one(FieldDetail, "agriculture")
        assert detail is not None
        assert detail.id == "agriculture"
        assert opened == ["agriculture.toml"]

    def test_no_file_for_a_record_when_the_whole_kind_was_read(self, library: Library, opened: list[str]) -> None:
        fresh = Library(library.root)
        every = fresh.all(FieldDetail)
        opened.clear()
        assert fresh.one(FieldDetail, "agriculture") is every["agriculture"]
        assert opened == []


@pytest.mark.parametrize("record_id", ["space-travel", "", "../fields/agriculture", "agriculture.toml", "."])
def test_a_record_that_is_not_there_is_none(library: Library, record_id: str) -> None:
    assert Library(library.root).one(FieldDetail, record_id) is None
    assert Library(library.root).one(Term, record_id) is None


def test_one_record_that_is_broken_says_so(write: Write) -> None:
    library = write(procedures__extension=CHECKED + PROCEDURE.replace('"apply"', '"applied"'))
    with pytest.raises(ContentError, match=r"steps\[0\]\.phase: expected one of prepare, apply, after"):
        library.one(Procedure, "extension")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('version = "2026.11.22"\nchecked = 2026-11-22\n', "edition.toml: edition.guide_date: missing: guide_date"),
        ("version", "edition.toml: file: it is no TOML: "),
    ],
)
def test_a_broken_edition_says_so(write: Write, text: str, problem: str) -> None:
    with pytest.raises(ContentError, match=problem):
        write(edition=text).edition()


def test_a_missing_edition_says_so(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match=r"edition\.toml: file: it is missing"):
        Library(tmp_path).edition()


@pytest.mark.parametrize(
    ("record", "record_id", "file"),
    [
        (Term, "residence-card", "terms.toml"),
        (Rule, "age", "rules/person.toml"),
        (Procedure, "extension", "procedures/extension.toml"),
    ],
)
def test_the_file_of_a_record_can_be_named(write: Write, record: type[Any], record_id: str, file: str) -> None:
    library = write(
        terms=CHECKED + TERM,
        rules__fee=CHECKED + RULE.replace('"age"', '"fee"'),
        rules__person=CHECKED + RULE,
        procedures__extension=CHECKED + PROCEDURE,
    )
    library.all(record)
    assert library.file_of(kind_of(record), record_id) == file


def test_records_that_have_a_place_come_in_its_order_and_others_in_that_of_the_files(write: Write) -> None:
    def procedure(name: str, position: int) -> str:
        return f"position = {position}\n{CHECKED}{PROCEDURE.replace('extension', name)}"

    library = write(procedures__a=procedure("a", 3), procedures__b=procedure("b", 1), procedures__c=procedure("c", 1))
    assert list(library.all(Procedure)) == ["b", "c", "a"]
