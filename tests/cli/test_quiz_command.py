import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from ssw_tui.locations import content_folder
from tests.advice.people import person
from tests.cli.calling import Call

AS_OF = ("--as-of", "2026-11-22")


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
    assert max(len(line) for line in said.out.splitlines()) <= 80


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
