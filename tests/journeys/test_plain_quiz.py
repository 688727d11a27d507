import os
import subprocess
import sys
from pathlib import Path

import pytest

from ssw_tui.tracker.tracker import Tracker

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminal of this kind")

if sys.platform != "win32":
    from tests.journeys.terminal import ENTER, Terminal, command, environment, started

CTRL_C, CTRL_D = "\x03", "\x04"
PLAIN = ("quiz", "--plain")


def _type(terminal: Terminal, answer: str) -> None:
    terminal.press(*answer, ENTER)


def _answer_side_job(terminal: Terminal) -> None:
    """Answer for a second job at one's own employer, each question when it is asked."""
    for question, answer in (
        ("Question 1. What do you want to do?", "10"),
        ("Question 2 of at most 4. Where are you now?", "2"),
        ("Question 3 of at most 4. What does your residence card", "4"),
        ("Question 4 of at most 4. Whose workplace is the second one?", "2"),
        ("1 more question can change only what is listed beside the result. Ask? y yes, n no, b back:", "n"),
    ):
        terminal.sees(question)
        _type(terminal, answer)


def test_somebody_answers_hears_the_result_saves_it_and_prints_it_again(data_folder: Path) -> None:
    with started(data_folder, 80, 60, *PLAIN) as terminal:
        _answer_side_job(terminal)
        terminal.sees("Result: Conditions met", "Save this result? y yes, n no, b back to the questions:")
        _type(terminal, "y")
        terminal.sees("Saved. This prints it again:", "ssw-tui quiz --saved --data-dir")
        assert terminal.ends() == 0
        assert b"\x1b" not in terminal.written

    with Tracker(data_folder) as tracker:
        assert [run.goal for run in tracker.quizzes()] == ["side-job"]
    again = subprocess.run(
        command(data_folder, "quiz", "--saved"), check=True, capture_output=True, env=environment(), timeout=60
    )
    assert again.stdout.decode().startswith("Conditions met\n")


def test_a_whole_quiz_for_a_dumb_terminal_of_forty_columns(data_folder: Path) -> None:
    with started(data_folder, 40, 120, *PLAIN) as terminal:
        terminal.sees("0 I don't know Answer 1 to 10, 0 I don't know, b back, w why, r result, q quit:")
        _type(terminal, "7")
        terminal.sees("Question 2 of at most")
        _type(terminal, "x")
        terminal.sees('"x" is no answer here. Type 1 to 2, or 0 for I don\'t know.')
        _type(terminal, "2")
        terminal.sees("Question 3 of at most")
        _type(terminal, "4")
        terminal.sees("Months, such as 18 or 4.5; empty I don't know, b back, w why, r result, q quit:")
        _type(terminal, "2")
        terminal.sees("questions can change only what is listed beside the result.")
        _type(terminal, "n")
        terminal.sees("Save this result? y yes, n no, b back to the questions:")
        _type(terminal, "n")
        terminal.sees("Nothing was saved.")
        assert terminal.ends() == 0
        assert b"\x1b" not in terminal.written
    assert not data_folder.exists()


def test_words_find_a_field_and_back_keeps_the_answer(data_folder: Path) -> None:
    with started(data_folder, 80, 24, *PLAIN) as terminal:
        terminal.sees("Question 1.")
        _type(terminal, "1")
        terminal.sees("Question 2 of at most")
        _type(terminal, "1")
        terminal.sees("Question 3 of at most", "Type words for the work or the field")
        _type(terminal, "やさい")
        terminal.sees("1 Agriculture 農業")
        _type(terminal, "1")
        terminal.sees("Which country issued your passport")
        _type(terminal, "b")
        terminal.sees("Your answer now: Agriculture. Enter keeps it.")
        _type(terminal, "")
        terminal.sees("Field of work: Agriculture", "Question 4 of at most")
        _type(terminal, "q")
        terminal.sees("Save the answers so far? y yes, n no:")
        _type(terminal, "n")
        assert terminal.ends() == 0


def test_ctrl_c_leaves_with_one_line_and_no_traceback(data_folder: Path) -> None:
    with started(data_folder, 80, 24, *PLAIN) as terminal:
        terminal.sees("Question 1. What do you want to do?", "q quit:")
        terminal.press(CTRL_C)
        terminal.sees("ssw-tui: left with Ctrl-C. Nothing was saved.")
        assert terminal.ends() == 130
        assert b"Traceback" not in terminal.written
    assert not data_folder.exists()


def test_ctrl_d_ends_with_the_result_so_far(data_folder: Path) -> None:
    with started(data_folder, 80, 90, *PLAIN) as terminal:
        terminal.sees("Question 1. What do you want to do?")
        _type(terminal, "10")
        terminal.sees("Question 2 of at most 4.")
        terminal.press(CTRL_D)
        terminal.sees("Result: Find out first", "The input has ended; this is the result so far. Nothing was saved.")
        assert terminal.ends() == 0


def test_whoever_reads_no_further_is_no_mistake(data_folder: Path) -> None:
    done = subprocess.run(
        ["sh", "-c", '"$@" | head -n 1', "sh", *command(data_folder, *PLAIN)],
        check=False,
        capture_output=True,
        stdin=subprocess.DEVNULL,
        env=environment() | {"PATH": os.environ["PATH"]},
        timeout=60,
    )

    assert done.stderr == b""
    assert done.stdout.decode() == "Quiz, by the rules as of 22 Nov 2026.\n"
