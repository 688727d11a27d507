import io
import json
import subprocess
import sys
import time
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ssw_tui.library import Library
from ssw_tui.locations import content_folder
from ssw_tui.tracker.tracker import Tracker
from tests.advice.people import person
from tests.cli.calling import Call
from tests.lines import wider

AS_OF = ("--as-of", "2026-11-22")


@pytest.fixture(autouse=True)
def _content_read_once(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    """Give every call the same content, which is what takes its time."""
    monkeypatch.setattr("ssw_tui.cli.options.Library", lambda _: library)


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    """An answers file of somebody who lacks one test."""
    file = tmp_path / "answers.json"
    file.write_text(json.dumps(person("no1", {"japanese": "jft-a2-1"}), default=plain), encoding="utf-8")
    return file


def plain(value: Any) -> Any:  # noqa: ANN401 - any answer
    return value.isoformat() if hasattr(value, "isoformat") else float(value)


def test_a_result_as_json(say: Call, answers: Path) -> None:
    said = say("quiz", "--answers", str(answers), "--format", "json", *AS_OF)

    assert (said.status, said.err) == (0, "")
    assert said.data["as_of"] == "2026-11-22"
    assert said.data["verdict"] == "not-yet"
    assert [gap["id"] for gap in said.data["gaps"]] == ["japanese-a2"]
    assert said.data["changes"][0]["set"] == [{"question": "japanese", "to": "jft-a2-2"}]


def test_a_result_to_read_never_promises(say: Call, answers: Path) -> None:
    said = say("quiz", "--answers", str(answers), *AS_OF)

    assert said.status == 0
    for words in ("Not yet", "The immigration office decides each case", "Missing", "JLPT N4", "Met", "A2.2"):
        assert " ".join(words.split()).lower() in " ".join(said.out.split()).lower()
    assert wider(said.out, 80) == []


def test_a_result_to_read_names_the_answers_and_leads_to_the_own_country(say: Call, tmp_path: Path) -> None:
    file = tmp_path / "a.toml"
    file.write_text('goal = "no1"\nlocation = "abroad"\npassport = "VN"\nhome-steps = "not-done"\n')

    said = say("quiz", "--answers", str(file), *AS_OF)

    assert "ssw-tui home-countries viet-nam" in said.out
    assert "Your answers" in said.out


def test_the_day_decides_which_rules_apply(say: Call, tmp_path: Path) -> None:
    file = tmp_path / "a.toml"
    file.write_text('goal = "no2"\nfield = "agriculture"\n')
    day = {
        day: say("quiz", "--answers", str(file), "--format", "json", "--as-of", day).data
        for day in ("2023-08-30", "2023-08-31")
    }

    assert [block["id"] for block in day["2023-08-30"]["blocks"]] == ["no2-field"]
    assert day["2023-08-31"]["blocks"] == []


def test_standard_input(say: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b'goal = "side-job"\nlocation = "abroad"')))

    said = say("quiz", "--answers", "-", "--format", "json", *AS_OF)

    assert said.data["verdict"] == "ask"


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ('japanes = "n4"', ["japanes", "japanese"]),
        ('japanese = "n44"', ["n44", "n4"]),
        ("age = 18", ["age"]),
        ('stay-ends = "2026-02-30"', ["2026-02-30"]),
        ("]", ["TOML"]),
    ],
)
def test_a_wrong_answer_is_told_in_one_line_and_nothing_is_printed(
    say: Call, tmp_path: Path, text: str, named: list[str]
) -> None:
    file = tmp_path / "a.toml"
    file.write_text(text)

    said = say("quiz", "--answers", str(file), "--format", "json", *AS_OF)

    assert (said.status, said.out) == (2, "")
    assert said.err.count("\n") == 1
    assert all(word in said.err for word in named)


def test_the_questions(say: Call) -> None:
    said = say("quiz", "--questions", "--format", "json", *AS_OF)

    assert said.status == 0
    assert said.data["questions"][0]["id"] == "goal"
    assert say("quiz", "--questions", *AS_OF).out.count("id: ") == len(said.data["questions"])


def test_the_next_question_until_there_is_none(say: Call, tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    everything = json.loads(json.dumps(person("family", {"status": "ssw1"}), default=plain))
    given: dict[str, Any] = {}
    asked = []
    while True:
        file.write_text(json.dumps(given))
        question = say("quiz", "--next", "--answers", str(file), "--format", "json", *AS_OF).data["question"]
        if question is None:
            break
        asked.append(question["id"])
        given[question["id"]] = everything[question["id"]]

    assert asked == ["goal", "location", "status", "family-case"]
    assert "No open answer can change the result" in say("quiz", "--next", "--answers", str(file), *AS_OF).out


def test_the_next_question_to_read(say: Call) -> None:
    said = say("quiz", "--next", *AS_OF)

    assert "What do you want to do?" in said.out
    assert "I don't know" in said.out


def test_without_answers_the_way_out_is_named(say: Call) -> None:
    said = say("quiz", *AS_OF)

    assert said.status == 2
    assert "--answers" in said.err


def test_the_quiz_loads_no_detail_and_no_app(tmp_path: Path) -> None:
    file = tmp_path / "a.toml"
    file.write_text('goal = "no1"')
    program = (
        "import sys; from ssw_tui.cli import run;"
        f"status = run(['quiz', '--answers', {str(file)!r}, '--format', 'json', '--as-of', '2026-11-22'], print);"
        "heavy = {'textual', 'rich', 'asyncio', 'sqlite3', 'jpholiday'} & set(sys.modules);"
        "sys.exit(f'{status} {heavy}' if status or heavy else 0)"
    )

    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False, timeout=60)

    assert ended.returncode == 0, ended.stderr
    assert content_folder().is_dir()


# What differs between two days


def test_the_difference_between_two_days_as_json(say: Call, tmp_path: Path) -> None:
    file = tmp_path / "a.toml"
    file.write_text('goal = "no2"\nfield = "agriculture"\n')
    said = say("quiz", "--diff", "2023-08-30", "2023-08-31", "--answers", str(file), "--format", "json", *AS_OF)

    assert (said.status, said.err) == (0, "")
    assert (said.data["from"], said.data["to"], said.data["goal"]) == ("2023-08-30", "2023-08-31", "no2")
    (block,) = (entry for entry in said.data["changed"] if entry["what"] == "block")
    assert (block["id"], block["to"]) == ("no2-field", None)
    assert block["from"]
    assert "No longer stands against it:" in block["text"]
    assert "Agriculture: No.2 can be given." in block["text"]
    assert block["rules"]
    assert block["sources"]


def test_the_difference_to_read(say: Call, tmp_path: Path) -> None:
    file = tmp_path / "a.toml"
    file.write_text('goal = "no2"\nfield = "agriculture"\n')
    said = say("quiz", "--diff", "2023/8/30", "2023年8月31日", "--answers", str(file), *AS_OF)

    assert said.out.startswith("What differs between 30 Aug 2023 and 31 Aug 2023\n")
    for words in ("Since 31 Aug 2023: Agriculture: No.2 can be given.", "What stands against it", "Sources"):
        assert words in said.out
    assert "─" not in say("quiz", "--diff", "2023-08-30", "2023-08-31", "--answers", str(file), "--ascii").out


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (("--diff", "2026-11-22", "2026-11-21"), "--diff: 2026-11-22 is after 2026-11-21; name the earlier day first"),
        (("--diff", "2026-11-22", "2026-02-30"), "--diff: there is no 30 February 2026"),
        (("--diff", "yesterday", "2026-02-28"), '--diff: "yesterday" is no day'),
        (("--diff", "2026-11-22"), "expected 2 arguments"),
        (("--diff", "2026-11-21", "2026-11-22", "--next"), "quiz: --next and --diff do not go together"),
        (("--plain", "--questions"), "quiz: --questions and --plain do not go together"),
        (("--plain", "--answers", "-"), "the answers cannot come from there; name a file"),
        (("--answers", "a.toml", "--saved"), "quiz: --answers and --saved do not go together"),
        (("--answers", ""), '--answers: name a file, or "-" for standard input'),
    ],
)
def test_a_wrong_call_is_told_in_one_line(say: Call, answers: Path, words: tuple[str, ...], named: str) -> None:
    rest = () if "--answers" in words or "--plain" in words else ("--answers", str(answers))
    said = say("quiz", *words, *rest, *AS_OF)

    assert (said.status, said.out) == (2, "")
    assert named in said.err
    assert said.err.count("\n") == 1


def test_a_difference_needs_answers(say: Call) -> None:
    said = say("quiz", "--diff", "2023-08-30", "2023-08-31")

    assert said.status == 2
    assert "--answers FILE" in said.err


# What was saved


def test_the_answers_that_were_saved_last(say: Call, data_folder: Path) -> None:
    where = ("--data-dir", str(data_folder), *AS_OF)
    said = say("quiz", "--saved", *where)
    assert (said.status, said.out) == (2, "")
    assert "no quiz is saved yet" in said.err
    assert not data_folder.exists()

    with Tracker(data_folder) as tracker:
        for goal in ("no2", "extend"):
            answers = {"goal": goal, "no1-months": "4.5", "stay-ends": "2027-03-15", "age": "unknown"}
            tracker.save_quiz(day=date(2026, 11, 22), goal=goal, answers=answers, result="{}")
    assert say("quiz", "--saved", *where, "--format", "json").data["goal"] == "extend"
    question = say("quiz", "--saved", "--next", *where, "--format", "json").data["question"]["id"]
    assert question == "location"
    changed = say("quiz", "--saved", "--diff", "2026-11-22", "2027-03-16", *where, "--format", "json").data["changed"]
    assert {entry["what"] for entry in changed} >= {"check"}


@pytest.mark.parametrize(
    "kept",
    [{"moon": "full"}, {"japanese": "n9"}, {"no1-months": "many"}, {"stay-ends": "2027-02-30"}],
    ids=lambda kept: next(iter(kept)),
)
def test_saved_answers_of_another_version_are_told(say: Call, data_folder: Path, kept: dict[str, str]) -> None:
    with Tracker(data_folder) as tracker:
        tracker.save_quiz(day=date(2026, 11, 22), goal="no1", answers={"goal": "no1", **kept}, result="{}")
    said = say("quiz", "--saved", "--data-dir", str(data_folder))

    assert (said.status, said.out) == (2, "")
    assert "the questions have changed" in said.err


def test_a_damaged_store_is_out_of_reach(say: Call, data_folder: Path) -> None:
    data_folder.mkdir()
    (data_folder / "ssw-tui.sqlite3").write_bytes(b"no database" * 500)

    assert say("quiz", "--saved", "--data-dir", str(data_folder)).status == 3


# Bad files

BAD: dict[str, bytes] = {
    "ten million bytes of junk": b"\xfe\x00\x1b[" * 2_500_000,
    "ten million bytes of text": b"a = 1\n" * 1_700_000,
    "binary": bytes(range(256)),
    "another encoding": 'goal = "no1"'.encode("utf-16"),
    "deep lists": b"x = " + b"[" * 90_000,
    "deep tables": b'{"a":' * 15_000,
    "a key in thousands of parts": b"a" + b".a" * 45_000 + b" = 1",
    "a list": b'["no1"]',
    "a table in the table": b'[no1]\ngoal = "no1"',
    "a key twice": b'goal = "no1"\ngoal = "no2"',
    "a key twice in JSON": b'{"goal": "no1", "goal": "no2"}',
    "a number as text": b'no1-months = "12"',
    "no number": b"no1-months = nan",
    "without end": b"no1-months = inf",
    "below zero": b"no1-months = -0.5",
    "too many digits": b"no1-months = " + b"9" * 5000,
    "too many hexadecimal digits": b"no1-months = 0x" + b"f" * 90_000,
    "a huge power": b"no1-months = 1e999999999",
    "a day with a time": b"stay-ends = 2026-11-22T10:00:00",
    "a day that is none": b'stay-ends = "2026-02-30"',
    "an unknown question": b'japanes = "n4"',
    "an unknown option": b'japanese = "n44"',
    "control characters": b'"\\u001b[31m\\n" = 1',
    "half of a pair": b'{"\\ud800": "\\udfff"}',
}
NAMED = {
    "a key twice": "goal",
    "a key twice in JSON": "goal",
    "a number as text": "no1-months",
    "no number": "no1-months",
    "too many digits": "no1-months",
    "a day with a time": "stay-ends",
    "an unknown question": 'the nearest is "japanese"',
    "an unknown option": 'japanese has no option "n44"; the nearest is "n4"',
}


@pytest.mark.parametrize("case", BAD)
@pytest.mark.parametrize("piped", [False, True], ids=["file", "stdin"])
def test_a_bad_file_is_refused_at_once_in_one_line(
    say: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, case: str, piped: bool
) -> None:
    file = tmp_path / "answers"
    file.write_bytes(BAD[case])
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(BAD[case])))
    began = time.process_time()
    said = say("quiz", "--answers", "-" if piped else str(file), *AS_OF)

    assert (said.status, said.out) == (2, "")
    assert time.process_time() - began < 2
    assert said.err.startswith(f"ssw-tui: {'standard input' if piped else file}: ")
    assert said.err.count("\n") == 1
    assert said.err.rstrip("\n").isprintable()
    assert len(said.err) < 250 + len(str(file))
    assert NAMED.get(case, "") in said.err


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits memory like this")
def test_a_bad_file_costs_no_memory(tmp_path: Path) -> None:
    file = tmp_path / "junk"
    with file.open("wb") as stream:
        stream.truncate(300_000_000)
    program = (
        "import resource, sys; resource.setrlimit(resource.RLIMIT_AS, (250_000_000, 250_000_000));"
        f"from ssw_tui.cli import run; sys.exit(run(['quiz', '--answers', {str(file)!r}], print))"
    )
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False, timeout=60)

    assert ended.returncode == 2, ended.stderr
    assert "it is larger than 100,000 bytes" in ended.stderr
