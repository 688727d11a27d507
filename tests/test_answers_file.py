import json
from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ssw_tui.advice.answers import UNKNOWN
from ssw_tui.advice.eligibility import Quiz
from ssw_tui.advice.vocabulary import Vocabulary
from ssw_tui.answers_file import LARGEST, read_answers
from ssw_tui.errors import UserError
from ssw_tui.library import Library
from ssw_tui.locations import content_folder

WORDS: Vocabulary = Quiz.of(Library(content_folder())).vocabulary


def from_stdin(text: str | bytes) -> dict[str, object]:
    data = text.encode() if isinstance(text, str) else text
    return dict(read_answers("-", WORDS, BytesIO(data)))


def fault(text: str | bytes) -> str:
    with pytest.raises(UserError) as raised:
        from_stdin(text)
    message = str(raised.value)
    assert "\n" not in message
    assert len(message) < 300
    return message.removeprefix("standard input: ")


EXPECTED = {
    "goal": "no1",
    "passport": "VN",
    "field": "agriculture",
    "stay-ends": date(2027, 3, 15),
    "no1-months": Decimal("57.3"),
    "years-in-japan": Decimal(4),
    "age": UNKNOWN,
}


@pytest.mark.parametrize(
    "text",
    [
        'goal = "no1"\npassport = "VN"\nfield = "agriculture"\nstay-ends = 2027-03-15\nno1-months = 57.3\n'
        'years-in-japan = 4\nage = "unknown"\n',
        'goal = "no1"\npassport = "VN"\nfield = "agriculture"\nstay-ends = "2027-03-15"\nno1-months = 57.3\n'
        'years-in-japan = 4\nage = "unknown"\n',
        '{"goal": "no1", "passport": "VN", "field": "agriculture", "stay-ends": "2027-03-15", "no1-months": 57.3,'
        ' "years-in-japan": 4, "age": "unknown"}',
    ],
)
def test_toml_and_json_say_the_same(text: str) -> None:
    assert from_stdin(text) == EXPECTED


def test_a_number_is_kept_exactly() -> None:
    answers = from_stdin("no1-months = 57.3\nleave-sick-months = 2.3")

    months, leave = answers["no1-months"], answers["leave-sick-months"]
    assert isinstance(months, Decimal)
    assert isinstance(leave, Decimal)
    assert months - leave == 55


@pytest.mark.parametrize(
    ("name", "text"), [("a.toml", 'goal = "no1"'), ("a.json", '{"goal": "no1"}'), ("a.txt", '{"goal": "no1"}')]
)
def test_a_file_is_read(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(f"\ufeff{text}", encoding="utf-8")

    assert read_answers(str(tmp_path / name), WORDS) == {"goal": "no1"}


def test_an_empty_file_leaves_everything_open() -> None:
    assert from_stdin("") == from_stdin("{}") == {}


NESTED = "it is nested too deeply; answers are a flat table of question and answer"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('japanes = "n4"', 'there is no question "japanes"; the nearest is "japanese"'),
        ('japanese = "N4"', 'japanese has no option "N4"; the nearest is "n4"'),
        ('japanese = "jft-a2"', 'japanese has no option "jft-a2"; the nearest is "jft-a2-1"'),
        ('passport = "vn"', 'passport has no option "vn"; the nearest is "VN"'),
        ('passport = "Iran"', 'passport has no option "Iran"; the nearest is "IR"'),
        ('passport = "Vietnam"', 'passport has no option "Vietnam"; the nearest is "VN"'),
        ('field = "農業"', 'field has no option "農業"; the nearest is "agriculture"'),
        ('field = "farming"', 'field has no option "farming"; the nearest is "agriculture"'),
        ("age = 18", 'age: an option such as "18-or-over" or "unknown" is needed, not a number'),
        ("leave-notified = true", 'leave-notified: an option such as "yes" or "unknown" is needed, not true or false'),
        ("passport = 84", 'passport: a country such as VN or "unknown" is needed, not a number'),
        ('japanese = ["n4"]', 'japanese: an option such as "none" or "unknown" is needed, not a list'),
        (
            'no1-months = "12"',
            'no1-months: a number of months such as 12 or 2.5 or "unknown" is needed, not the text "12"',
        ),
        (
            "no1-months = true",
            'no1-months: a number of months such as 12 or 2.5 or "unknown" is needed, not true or false',
        ),
        ("no1-months = -1", "no1-months: a number from 0 is needed, not -1"),
        ("no1-months = nan", "no1-months: a number from 0 is needed, not NaN"),
        ("no1-months = inf", "no1-months: a number from 0 is needed, not Infinity"),
        ("no1-months = 1e300", "no1-months: a number from 0 is needed, not 1E+300"),
        ("stay-ends = 5", 'stay-ends: a day such as 2026-11-22 or "unknown" is needed, not a number'),
        ('stay-ends = "2026-02-30"', "stay-ends: there is no day 2026-02-30"),
        (
            'stay-ends = "22.11.2026"',
            'stay-ends: a day such as 2026-11-22 or "unknown" is needed, not the text "22.11.2026"',
        ),
        (
            'stay-ends = "20261122"',
            'stay-ends: a day such as 2026-11-22 or "unknown" is needed, not the text "20261122"',
        ),
        (
            "stay-ends = 2026-11-22T10:00:00",
            'stay-ends: a day such as 2026-11-22 or "unknown" is needed, not a day with a time',
        ),
        ('[answers]\ngoal = "no1"', '"answers" is a table; answers are a flat table of question and answer'),
        ("[age]\nyears = 20", 'age: an option such as "18-or-over" or "unknown" is needed, not a table'),
        ('{"age": null}', 'age: an option such as "18-or-over" or "unknown" is needed, not null'),
        ('{"goal": "no1", "goal": "no2"}', 'it is no JSON: "goal" stands there twice'),
        ('{"no1-months": NaN}', "no1-months: a number from 0 is needed, not NaN"),
        ('{"no1-months": -Infinity}', "no1-months: a number from 0 is needed, not -Infinity"),
        ('{"no1-months": 18446744073709551616}', "no1-months: a number from 0 is needed, not 18446744073709551616"),
        ("no1-months = 0x" + "f" * 90_000, "no1-months: a number from 0 is needed, not one of so many digits"),
        ("no1-months = " + "9" * 5000, 'it is no TOML: "no1-months": a number of more than 4,300 digits'),
        ('goal = "no1"\ngoal = "no2"\n', 'it is no TOML: "goal" stands there twice'),
        ('goal = "no1"\ngoal = "no2"', 'it is no TOML: "goal" stands there twice'),
        (
            "stay-ends = 10:00:00",
            'stay-ends: a day such as 2026-11-22 or "unknown" is needed, not a time of day',
        ),
        ('{"goal": "no1"', "it is no JSON: Expecting ',' delimiter: line 1 column 15 (char 14)"),
        ("goal", "it is no TOML: Expected '=' after a key in a key/value pair (at end of document)"),
        ("stay-ends = 2026-02-30", "it is no TOML: Invalid date or datetime (at line 1, column 13)"),
        (b"\xff\xfe\x00", "it is no UTF-8 text (byte 1); save it as UTF-8"),
        ('goal = "no1"'.encode("utf-16"), "it is no UTF-8 text (byte 1); save it as UTF-8"),
        ("x" * (LARGEST + 1), "it is larger than 100,000 bytes; answers are a short table of question = answer"),
        ("a" + ".a" * 49_000 + " = 1", NESTED),
        ("a" + ' . "a"' * 10_000 + " = 1", NESTED),
        ("x = {" + "a." * 49_000 + "a = 1}", NESTED),
        ("x = " + "[" * 90_000, NESTED),
        ('{"a":' + "[" * 90_000, NESTED),
        ('{"age": ' + "9" * 5000 + "}", None),
        (f'"{"x" * 200}" = 1', None),
        ('"a\\nb" = 1', None),
    ],
)
def test_a_wrong_file_is_told_in_one_line(text: str | bytes, message: str | None) -> None:
    assert message is None or fault(text) == message
    assert fault(text)


def test_a_list_where_a_table_is_due(tmp_path: Path) -> None:
    file = tmp_path / "answers.json"
    file.write_text(json.dumps(["no1"]))

    with pytest.raises(UserError, match=r"it is a list; answers are a flat table of question and answer"):
        read_answers(str(file), WORDS)


@pytest.mark.parametrize("text", ['["no1"]', '[{"goal": "no1"}]', " []"])
def test_a_list_on_standard_input_is_no_table(text: str) -> None:
    assert fault(text) == "it is a list; answers are a flat table of question and answer"


@pytest.mark.parametrize("name", ["missing.toml", ".", "a\0b"])
def test_a_file_that_cannot_be_read(tmp_path: Path, name: str) -> None:
    with pytest.raises(UserError, match="it cannot be read"):
        read_answers(f"{tmp_path}/{name}", WORDS)


def test_no_name_is_no_file() -> None:
    with pytest.raises(UserError, match='--answers: name a file, or "-" for standard input'):
        read_answers("", WORDS)


def test_standard_input_that_is_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", None)

    with pytest.raises(UserError, match="standard input: it cannot be read"):
        read_answers("-", WORDS)


def test_no_more_than_the_largest_file_is_read() -> None:
    data = BytesIO(b"\xff" * 10 * LARGEST)

    with pytest.raises(UserError, match="it is larger than"):
        read_answers("-", WORDS, data)
    assert data.tell() == LARGEST + 1


def told(data: bytes) -> str:
    """Read answers and give the sentence that says what is wrong, or nothing."""
    try:
        read_answers("-", WORDS, BytesIO(data))
    except UserError as error:
        return str(error)
    return ""


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_junk_never_gives_anything_but_a_sentence(data: bytes) -> None:
    assert "\n" not in told(data)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=4), inner, max_size=2),
    max_leaves=4,
)


@settings(max_examples=200, deadline=None)
@given(st.dictionaries(st.sampled_from(sorted(WORDS.questions)) | st.text(max_size=6), JSON, max_size=3))
def test_any_table_is_taken_or_told(table: dict[str, object]) -> None:
    try:
        answers = read_answers("-", WORDS, BytesIO(json.dumps(table).encode()))
    except UserError:
        return
    assert answers.keys() == table.keys()
