import json
import shlex
import subprocess
import sys
from datetime import date
from io import BytesIO, StringIO, TextIOWrapper
from pathlib import Path
from typing import Any, Protocol

import pytest

from ssw_tui.advice.answers import GOAL, Answer
from ssw_tui.advice.eligibility import Quiz
from ssw_tui.cli.conversation import LONGEST_LINE, MOST_FAULTS, Conversation, InputEnded
from ssw_tui.library import Library
from ssw_tui.output.quiz import result_data
from ssw_tui.reader import Reader
from ssw_tui.records.quiz import Question, QuestionKind
from ssw_tui.tracker.tracker import Tracker
from tests.advice.people import FOR_GOAL, TODAY, person
from tests.cli.calling import Call, Said
from tests.lines import wider

AS_OF = ("--as-of", "2026-11-22")
KEYS = "b back, w why, r result, q quit:"
SIDE_JOB = ("10", "2", "4", "2", "n")
"""A second job, in Japan, on No.1, at one's own employer; no question that changes only what is listed."""
EXTENDS = ("6", "2", "4", "agriculture", "LK", "1")
"""An extension, in Japan, on No.1, up to the question for the end of the stay."""


class Types(Protocol):
    """Calls the plain quiz, and types lines at it."""

    def __call__(self, *lines: str, options: tuple[str, ...] = ()) -> Said:
        """Give what it said."""
        ...


@pytest.fixture(autouse=True)
def _content_read_once(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    """Give every call the same content, which is what takes its time."""
    monkeypatch.setattr("ssw_tui.cli.options.Library", lambda _: library)


@pytest.fixture
def types(say: Call, data_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Types:
    def types(*lines: str, options: tuple[str, ...] = ()) -> Said:
        typed = "".join(f"{line}\n" for line in lines).encode()
        monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(typed)))
        return say("quiz", "--plain", "--data-dir", str(data_folder), *AS_OF, *options)

    return types


@pytest.fixture(scope="module")
def quiz(library: Library) -> Quiz:
    return Quiz.of(library)


def told(said: Said) -> str:
    """Give what was said on one line, so that it does not matter where lines are broken."""
    return " ".join(said.out.split())


def test_a_whole_quiz_gives_the_result_and_offers_to_save_it(types: Types, data_folder: Path) -> None:
    said = types(*SIDE_JOB, "n")

    assert (said.status, said.err) == (0, "")
    assert "Question 1. What do you want to do?\n1 Get Specified Skilled Worker No.1" in said.out
    assert "\n10 Take a second job\n0 I don't know\nAnswer 1 to 10, 0 I don't know, " + KEYS + " 10\n" in said.out
    assert (
        "What you want: Take a second job\n\nQuestion 2 of at most 4. Where are you now?\n1 Outside Japan\n" in said.out
    )
    assert "Result: Conditions met\n" in said.out
    assert said.out.endswith("Save this result? y yes, n no, b back to the questions: n\nNothing was saved.\n")
    assert not data_folder.exists()


def test_nothing_is_drawn_and_no_line_is_longer_than_eighty_cells(types: Types) -> None:
    said = types("1", "w", "1", "l", "1", "", "r", "q", "n")

    assert "\x1b" not in said.out
    assert not set("•✓✗█░─│[]") & set(said.out)
    assert wider(said.out, 80) == []


def test_the_ascii_look_and_another_day(types: Types) -> None:
    said = types(*SIDE_JOB, "n", options=("--ascii", "--as-of", "2027-04-01"))

    assert "Quiz, by the rules as of 1 Apr 2027.\n" in said.out
    assert "by the rules as of 1 Apr 2027." in said.out.partition("Result: ")[2]


def as_typed(question: Question, answer: Answer) -> str:
    """Give the answer as somebody types it."""
    if question.kind in (QuestionKind.COUNTRY, QuestionKind.FIELD, QuestionKind.CATEGORY, QuestionKind.NUMBER):
        return str(answer)
    return answer.strftime("%Y/%m/%d") if isinstance(answer, date) else str(place_of(question, str(answer)))


def place_of(question: Question, answer: str) -> int:
    return [option.id for option in question.options].index(answer) + 1


def asked_of(quiz: Quiz, everything: dict[str, Answer]) -> dict[str, Answer]:
    """Give the answers of somebody that are asked for, in order."""
    answers: dict[str, Answer] = {}
    while question := quiz.next_question(answers, TODAY):
        answers[question.id] = everything[question.id]
    return answers


@pytest.mark.parametrize("goal", ["no1", "no2", *sorted(FOR_GOAL.keys() - {"no2"})])
def test_the_same_answers_give_the_same_result(types: Types, quiz: Quiz, library: Library, goal: str) -> None:
    answers = asked_of(quiz, person(goal, {"dues": "owing", "agency": "unclear", "years-in-japan": 9.5}))
    lines = [as_typed(quiz.questions[name], answer) for name, answer in answers.items()]
    said = types(*lines, "n", "n", options=("--format", "json"))

    expected = result_data(quiz.evaluate(answers, TODAY), library.edition().version, Reader(library, TODAY).say)
    assert said.status == 0
    assert said.data == json.loads(json.dumps(expected))
    assert said.data["verdict"] != "check"


def test_with_json_only_the_result_is_on_standard_output(types: Types) -> None:
    said = types(*SIDE_JOB, "n", options=("--format", "json"))

    assert said.data["verdict"] == "meets"
    assert "Question 1. What do you want to do?" in said.err
    assert "Result:" not in said.err


def written(file: Path, answers: dict[str, Answer]) -> str:
    """Write answers to a file and give its name."""
    plain = {name: answer.isoformat() if isinstance(answer, date) else answer for name, answer in answers.items()}
    file.write_text(json.dumps(plain, default=float), encoding="utf-8")
    return str(file)


ORDER = (
    *("Missing", "Stands against it", "Not known", "Met", "Ways", "Look out for", "Good to know"),
    *("The smallest way", "Go on with", "Your answers", "Sources"),
)


@pytest.mark.parametrize(
    ("answers", "missing"),
    [
        ({"japanese": "n5", "deposit": "yes", "passport": "VN", "health": "unknown"}, {"Ways", "Go on with"}),
        ({"japanese": "n5", "health": "not-checked"}, {"Stands against it", "Not known", "Ways"}),
        ({}, {"Missing", "Stands against it", "Not known", "The smallest way"}),
    ],
)
def test_the_result_comes_in_the_order_in_which_it_is_best_heard(
    types: Types, tmp_path: Path, answers: dict[str, Answer], missing: set[str]
) -> None:
    said = types("n", options=("--answers", written(tmp_path / "a.json", person("no1", answers))))

    assert said.out.index("Result: ") < said.out.index("Your answers")
    heard = [line for line in said.out.splitlines() if line in ORDER]
    assert heard == [heading for heading in ORDER if heading in heard]
    assert missing.isdisjoint(heard)
    assert {"Met", "Your answers", "Sources"} <= set(heard)


def test_every_question_may_stay_open(types: Types, quiz: Quiz) -> None:
    count = len(quiz.questions)
    said = types("1", *("u",) * count, options=("--format", "json"))

    assert said.data["verdict"] == "check"
    assert said.data["checks"]
    assert "Where you are: not known" in said.err


@pytest.mark.parametrize(
    ("lines", "told_then"),
    [
        (("6", "2", ""), "Type 1 to 15, or 0 for I don't know."),
        (("6", "2", "0"), "Your status of residence: not known"),
        (("6", "2", "4", "0"), "Your field now: not known"),
        (("6", "2", "4", ""), "Your field now: not known"),
        ((*EXTENDS, ""), "End of your stay: not known"),
        ((*EXTENDS, "0"), "End of your stay: not known"),
        ((*EXTENDS, "u"), "End of your stay: not known"),
        ((*EXTENDS, "2027/3/15"), "End of your stay: 2027-03-15"),
        ((*EXTENDS, "令和9年3月15日"), "End of your stay: 2027-03-15"),
    ],
)
def test_an_empty_line_or_a_sign_leaves_a_question_open(types: Types, lines: tuple[str, ...], told_then: str) -> None:
    assert told_then in told(types(*lines))


def test_zero_is_a_number_where_a_number_is_asked(types: Types) -> None:
    said = types("7", "2", "4", "0")

    assert "Months, such as 18 or 4.5; empty I don't know, " + KEYS + " 0\n" in said.out
    assert "Months without work: 0 months" in said.out


@pytest.mark.parametrize(
    ("lines", "sentence"),
    [
        (("x",), '"x" is no answer here. Type 1 to 10, or 0 for I don\'t know.'),
        (("11",), "There is no answer 11. Type 1 to 10, or 0 for I don't know."),
        (("99999999999999999999",), "There is no answer 99999999999999999999."),
        (("",), "Type 1 to 10, or 0 for I don't know."),
        (("-1",), '"-1" is no answer here.'),
        (("r",), "There is no result before the first answer."),
        (("b",), "This is the first question."),
        (("6", "2", "4", "2"), "There is no answer 2. Type 1, or 0 for I don't know."),
        ((*EXTENDS, "31.12.2026"), '"31.12.2026" is no day; write it as 2027-03-15'),
        ((*EXTENDS, "2026-02-30"), "There is no 30 February 2026."),
        (("7", "2", "4", "two"), '"two" is no number; write it in digits, such as 18 or 4.5.'),
        (("7", "2", "4", "-3"), "Write a number from 0 to 1200."),
        ((*SIDE_JOB, "maybe"), "Type y for yes or n for no."),
        (("1" * 5000,), "There is no answer 1111111111"),
        (("\x1b[31mred",), '" [31mred" is no answer here.'),
    ],
)
def test_a_wrong_line_gets_one_sentence_and_the_question_is_asked_again(
    types: Types, lines: tuple[str, ...], sentence: str
) -> None:
    said = types(*lines)

    assert (said.status, said.err) == (0, "")
    assert sentence in told(said)
    assert "\x1b" not in said.out
    before, _, after = told(said).partition(sentence)
    assert after.count(KEYS) + after.count("y yes") >= 1, after
    assert before


def test_letters_of_any_width_are_understood(types: Types) -> None:
    said = types("１０", "ｂ", "", "２", "SSW1", "Same-Employer", "Ｎ", "Ｎ")

    assert "Result: Conditions met" in said.out
    assert said.out.endswith("Nothing was saved.\n")


def test_what_is_no_text_is_a_wrong_line(say: Call, data_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(b"\xef\xbb\xbf1\n\xff\xfe\n\0\n"), encoding="ascii"))
    said = say("quiz", "--plain", "--data-dir", str(data_folder), *AS_OF)

    assert said.status == 0
    assert "What you want: Get Specified Skilled Worker No.1" in said.out
    assert said.out.count("is no answer here.") == 2


def test_back_keeps_the_answers_and_enter_takes_them_again(types: Types) -> None:
    said = types("10", "2", "4", "b", "b", "", "", "2", "n", "n")

    assert "Your answer now: In Japan. Enter keeps it." in said.out
    assert "Your answer now: Specified Skilled Worker No.1" in said.out
    assert "Result: Conditions met" in said.out


def test_a_kept_number_or_field_can_be_left_open_again(types: Types) -> None:
    said = types("7", "2", "4", "3", "b", "u", options=("--format", "json"))

    assert "Your answer now: 3 months. Enter keeps it.\nMonths, such as 18 or 4.5; u I don't know, " in said.err
    assert "Months without work: not known" in said.err


def test_from_the_result_back_to_the_questions(types: Types) -> None:
    said = types(*SIDE_JOB, "b", "1", "n", "n")

    assert [line for line in said.out.splitlines() if line.startswith("Result: ")] == [
        "Result: Conditions met",
        "Result: Not possible",
    ]


def test_why_gives_the_reason_the_rules_and_the_sources(types: Types) -> None:
    said = told(types("1", "w"))

    assert "Why we ask From abroad the way is a certificate of eligibility and a visa." in said
    assert " Rules - " in said
    assert " Sources - " in said
    assert "https://www.moj.go.jp/" in said
    assert said.count("Where are you now?") == 2


def test_result_so_far_is_short_and_the_question_is_asked_again(types: Types) -> None:
    said = told(types("1", "1", "farm", "1", "r", "q", "n"))

    assert "Result: Find out first" in said
    assert "The result can still be: ask first or not possible or not yet or conditions met." in said
    assert " Met - A field of the ordinance - " in said
    assert "Sources" not in said
    assert said.count("Which country issued your passport, and is it valid?") == 2


@pytest.mark.parametrize("lines", [("q",), ("1", "1", "q", "n"), ("1", "quit", "q"), ("1", "q")])
def test_who_leaves_without_saving_leaves_nothing_behind(
    types: Types, data_folder: Path, lines: tuple[str, ...]
) -> None:
    said = types(*lines)

    assert said.status == 0
    assert said.out.endswith("Nothing was saved.\n")
    assert "Result: " not in said.out
    assert not data_folder.exists()


# Long lists


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("farm", "Agriculture 農業"),
        ("やさい", "Agriculture 農業"),
        ("FOOD SERVICE", "Food Service Industry 外食業"),
        ("foodservice", "Food Service Industry 外食業"),
        ("agriculure", "Agriculture 農業"),
        ("l", "Nursing Care 介護"),
    ],
)
def test_a_field_is_found_by_words(types: Types, words: str, found: str) -> None:
    said = told(types("1", "1", words))

    assert found in said
    assert "Another field, not in the list" in said.partition(words)[2]


def test_a_field_named_whole_is_taken_at_once(types: Types) -> None:
    for name in ("agriculture", "Agriculture", "農業"):
        assert "Field of work: Agriculture\n" in types("1", "1", name).out


def test_work_in_no_field_is_told_with_what_is_near(types: Types) -> None:
    said = told(types("1", "1", "conbini", "1"))

    assert "In no field: Convenience store コンビニ" in said
    assert "What is near, or can be answered: 1 Manufacture of Food and Beverages" in said
    assert "Field of work: Manufacture of Food and Beverages" in said


def test_a_field_of_another_day_is_told(types: Types) -> None:
    said = told(types("1", "1", "forestry", options=("--as-of", "2024-09-29")))

    assert "Forestry 林業: a field from 30 Sep 2024 on" in said


@pytest.mark.parametrize(
    ("words", "found"),
    [("vietnam", "1 Viet Nam"), ("indo", "1 Indonesia"), ("phillipines", "1 Philippines"), ("qqq", "No country fits")],
)
def test_a_country_is_found_by_its_name(types: Types, words: str, found: str) -> None:
    assert found in told(types("1", "1", "agriculture", words))


def test_a_country_by_its_code_or_whole_name_is_taken_at_once(types: Types) -> None:
    for name in ("VN", "vn", "Viet Nam"):
        assert "Passport: Viet Nam\n" in types("1", "1", "agriculture", name).out


def test_after_a_search_an_empty_line_takes_nothing(types: Types) -> None:
    said = told(types("1", "1", "agriculture", "viet", "", "1"))

    assert "Type 1 to 2, or 0 for I don't know. Words, or 1 to 2; 0 I don't know, " in said
    assert "Passport: Viet Nam" in said


# What can change only the lists


def test_questions_that_change_only_the_lists_are_offered(types: Types, tmp_path: Path) -> None:
    answers = person("lost-job", {"status": "ssw1"})
    del answers["contract-ended-by"]
    file = written(tmp_path / "a.json", answers)

    for reply, asked in (("n", 0), ("y", 1)):
        said = types(reply, *("2",) * asked, "n", options=("--answers", file))
        assert "1 more question can change only what is listed beside the result." in said.out
        assert said.out.count("Who ended the contract?") == asked
        assert said.out.count("\nResult: ") == 1


def test_it_starts_from_a_file(types: Types, tmp_path: Path) -> None:
    said = types(
        "b",
        "",
        "4",
        "2",
        "n",
        options=("--answers", written(tmp_path / "a.json", {GOAL: "side-job", "location": "in-japan"})),
    )

    assert "It starts with 2 answers.\n\nQuestion 3 of at most 4. What does your residence card" in said.out
    assert "Your answer now: In Japan. Enter keeps it." in said.out
    assert "Result: Conditions met" in said.out


# The end of the input


@pytest.mark.parametrize("count", range(len(SIDE_JOB) + 1))
def test_the_end_of_the_input_gives_the_result_so_far(types: Types, data_folder: Path, count: int) -> None:
    said = types(*SIDE_JOB[:count])

    assert (said.status, said.err) == (0, "")
    assert said.out.count("\nResult: ") == 1
    assert said.out.endswith("Nothing was saved.\n")
    assert not data_folder.exists()


def test_the_end_of_the_input_gives_json_too(types: Types) -> None:
    assert types("10", "2", options=("--format", "json")).data["checks"] == ["status", "second-workplace"]


def test_no_input_at_all(say: Call, data_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", None)
    said = say("quiz", "--plain", "--data-dir", str(data_folder), *AS_OF)

    assert (said.status, said.err) == (0, "")
    assert "Result: Find out first" in said.out


def test_wrong_lines_do_not_go_on_for_ever(types: Types) -> None:
    said = types(*("x",) * (MOST_FAULTS + 5))

    assert said.status == 2
    assert said.err == f"ssw-tui: quiz --plain: {MOST_FAULTS} wrong lines in a row; nothing was saved\n"


class Typed:
    """Something typed, not at a terminal."""

    def isatty(self) -> bool:
        return False


class Endless(Typed):
    def readline(self, size: int, /) -> str:
        return "x" * size


def test_a_line_without_end_is_the_end_of_the_input() -> None:
    with pytest.raises(InputEnded):
        Conversation(out=StringIO(), lines=Endless()).ask("?")


def test_what_is_too_long_for_a_line_is_not_read() -> None:
    talk = Conversation(out=StringIO(), lines=StringIO("a" * 10 * LONGEST_LINE + "\nb\n"))

    assert talk.ask("?") == "a" * LONGEST_LINE
    assert talk.ask("?") == "b"


class Broken(Typed):
    def readline(self, size: int, /) -> str:
        raise IsADirectoryError(21, "Is a directory")


def test_input_that_cannot_be_read(say: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", Broken())
    said = say("quiz", "--plain", *AS_OF)

    assert (said.status, said.err) == (2, "ssw-tui: standard input: it cannot be read (Is a directory)\n")


class Interrupted(Typed):
    def readline(self, size: int, /) -> str:
        raise KeyboardInterrupt


def test_ctrl_c_leaves_with_one_line(say: Call, data_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", Interrupted())
    said = say("quiz", "--plain", "--data-dir", str(data_folder), *AS_OF)

    assert (said.status, said.err) == (130, "\nssw-tui: left with Ctrl-C. Nothing was saved.\n")
    assert not data_folder.exists()


# Saving


def test_what_is_saved_is_printed_again_by_the_command_that_is_named(
    types: Types, say: Call, data_folder: Path
) -> None:
    said = types(*SIDE_JOB, "y")

    *_, saved, command = said.out.splitlines()
    assert saved == "Saved. This prints it again:"
    assert said.status == 0
    again = say(*shlex.split(command)[1:])
    assert again.status == 0
    assert again.out.startswith("Conditions met\n")
    assert "Take a second job, by the rules as of 22 Nov 2026." in again.out
    with Tracker(data_folder) as tracker:
        assert [run.answers for run in tracker.quizzes()] == [
            {"goal": "side-job", "location": "in-japan", "status": "ssw1", "second-workplace": "same-employer"}
        ]


def test_who_leaves_can_save_and_go_on_later(types: Types) -> None:
    assert "Save the answers so far? y yes, n no: y\nSaved." in types("10", "2", "q", "y").out

    said = types("4", "2", "n", "n", options=("--saved",))
    assert "It starts with 2 answers." in said.out
    assert "Result: Conditions met" in said.out


def test_a_store_that_cannot_be_written_is_told_after_the_result(types: Types, data_folder: Path) -> None:
    data_folder.mkdir()
    (data_folder / "ssw-tui.sqlite3").write_bytes(b"no database" * 500)
    said = types(*SIDE_JOB, "y")

    assert said.status == 3
    assert said.err.count("\n") == 1
    assert "damaged" in said.err
    assert "Result: Conditions met" in said.out


# The window


class Window(StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("columns", "width"), [("40", 40), ("200", 80), ("5", 20)])
def test_lines_are_as_wide_as_the_window(monkeypatch: pytest.MonkeyPatch, columns: str, width: int) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    out = Window()
    Conversation(out=out, lines=Window("1\n")).say("word " * 100)

    assert max(map(len, out.getvalue().splitlines())) in (width, width - 1, width - 2, width - 3, width - 4)


def test_what_is_typed_is_repeated_only_where_no_terminal_shows_it() -> None:
    piped, shown = StringIO(), Window()
    Conversation(out=piped, lines=StringIO("yes\n")).ask("Sure?")
    Conversation(out=shown, lines=Window("yes\n")).ask("Sure?")

    assert (piped.getvalue(), shown.getvalue()) == ("Sure? yes\n", "Sure? ")


def test_it_loads_nothing_that_draws(tmp_path: Path) -> None:
    program = (
        "import sys; from ssw_tui.cli import run;"
        f"status = run(['quiz', '--plain', '--data-dir', {str(tmp_path)!r}, '--as-of', '2026-11-22'], print);"
        "heavy = {'textual', 'rich', 'asyncio', 'readline', 'jpholiday'} & set(sys.modules);"
        "sys.exit(f'{status} {heavy}' if status or heavy else 0)"
    )
    ended: Any = subprocess.run(
        [sys.executable, "-c", program], input="1\n\n", capture_output=True, text=True, check=False, timeout=60
    )

    assert ended.returncode == 0, ended.stderr
