import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminal of this kind")

if sys.platform != "win32":
    from tests.journeys.terminal import (
        ALTERNATE_SCREEN,
        CURSOR,
        DOWN,
        ENTER,
        ESCAPE,
        Terminal,
        command,
        environment,
        running,
        started,
    )


def _leave(terminal: Terminal) -> None:
    """Leave with q, and check that the terminal is as it was."""
    assert terminal.is_on(ALTERNATE_SCREEN)
    terminal.press("q")
    assert terminal.ends() == 0
    assert not terminal.is_on(ALTERNATE_SCREEN)
    assert terminal.is_on(CURSOR)
    for mouse in ("?1000", "?1002", "?1003", "?1006", "?2004"):
        assert not terminal.is_on(mouse), mouse


def test_somebody_saves_a_card_leaves_and_finds_it_again(data_folder: Path) -> None:
    with started(data_folder) as terminal:
        terminal.sees("Welcome to ssw-tui", "This is no legal advice", str(data_folder.name))
        assert not data_folder.exists()
        terminal.press("2")
        terminal.sees("Your card", "Until which day may you stay?")
        terminal.press(*"2027-03-15", ENTER)
        terminal.sees("My card until 15 Mar 2027", "Stay ends 15 Mar 2027 (113 days left)")
        _leave(terminal)

    assert {file.stat().st_mode & 0o077 for file in [data_folder, *data_folder.iterdir()]} == {0}
    with started(data_folder) as terminal:
        terminal.sees("My card: No.1", "15 Mar 2027 (113 days left)")
        _leave(terminal)


def test_somebody_answers_the_quiz_closes_the_window_and_finds_the_answers_again(data_folder: Path) -> None:
    with started(data_folder) as terminal:
        terminal.sees("Welcome to ssw-tui")
        terminal.press(ENTER)
        terminal.sees("1. What do you want to do?")
        terminal.press("1")
        terminal.sees("2. Where are you now?")
        terminal.press("1")
        terminal.sees("3. In which field of work is the job")
        terminal.press(*"farm", ENTER)
        terminal.sees("4. ", "passport")
        terminal.press(*"viet", ENTER)
        terminal.sees("5. ")
        terminal.hangs_up()

    with started(data_folder) as terminal:
        terminal.sees("Your last quiz", "Get Specified Skilled Worker No.1")
        terminal.press("3")
        terminal.sees("The result can still be", "by the rules as of 22 Nov 2026")
        _leave(terminal)


def test_somebody_reads_a_page_searches_and_asks_for_help(data_folder: Path) -> None:
    with started(data_folder) as terminal:
        terminal.looks_around()
        terminal.press("2", DOWN, ENTER)
        terminal.sees("Building Cleaning Management ビルクリーニング")
        terminal.press(ESCAPE)
        terminal.sees("Nursing Care")
        terminal.press("/")
        terminal.sees("down, up: choose", "enter: open it", "escape: close")
        terminal.press(*"passport")
        terminal.sees("Passport or residence card taken away")
        terminal.press(ESCAPE)
        terminal.closes("Passport")
        terminal.press("?")
        terminal.sees("Keys: Fields")
        terminal.press(ESCAPE)
        terminal.closes("Keys: Fields")
        _leave(terminal)
    assert not data_folder.exists()


def test_without_a_terminal_the_overview_is_given_as_text(data_folder: Path) -> None:
    done = subprocess.run(
        command(data_folder),
        check=False,
        capture_output=True,
        stdin=subprocess.DEVNULL,
        env=environment(),
        timeout=60,
    )

    said = done.stdout.decode()
    assert done.returncode == 0
    assert done.stderr == b""
    assert "This is no terminal" in said
    assert "\x1b" not in said
    assert not data_folder.exists()


def test_a_window_that_is_too_small_says_so_and_works_when_it_is_larger(data_folder: Path) -> None:
    with started(data_folder, 20, 5) as terminal:
        terminal.sees("too small", "q leaves")
        terminal.resize(80, 24)
        terminal.looks_around()
        terminal.sees("Where you stand", "q quit")
        terminal.press("5")
        terminal.sees("Risks: what to avoid")
        terminal.resize(20, 5)
        terminal.sees("too small", "q leaves")
        _leave(terminal)


def test_a_damaged_store_is_told_and_left_as_it_is(data_folder: Path) -> None:
    data_folder.mkdir()
    store = data_folder / "ssw-tui.sqlite3"
    store.write_bytes(b"no database" * 500)
    with started(data_folder) as terminal:
        terminal.sees("damaged", "restore")
        terminal.press("6")
        terminal.sees("Your data cannot be read", "Put a copy back")
        _leave(terminal)

    assert store.read_bytes() == b"no database" * 500


def test_the_terminal_is_left_in_order_after_ctrl_q(data_folder: Path) -> None:
    with started(data_folder) as terminal:
        terminal.looks_around()
        terminal.press("\x11")

        assert terminal.ends() == 0
        assert not terminal.is_on(ALTERNATE_SCREEN)
        assert terminal.is_on(CURSOR)


WITH_A_FAULT = """
import os, sys
os.environ["TEXTUAL_DISABLE_KITTY_KEY"] = "1"
from ssw_tui.__main__ import main
from ssw_tui.ui.views.fields import FieldsView
def fail(view): raise RuntimeError("a" " fault")
FieldsView.action_next_row = fail
sys.exit(main())
"""


def test_a_fault_is_told_in_a_line_and_leaves_the_terminal_in_order(data_folder: Path) -> None:
    _, _, _, *arguments = command(data_folder)
    with running([sys.executable, "-c", WITH_A_FAULT, *arguments]) as terminal:
        terminal.looks_around()
        terminal.press("2")
        terminal.sees("Nursing Care")
        terminal.press("n")

        assert terminal.ends() == 1
        assert not terminal.is_on(ALTERNATE_SCREEN)
        assert terminal.is_on(CURSOR)
        assert "the app had to stop because of a fault in it. Your data are safe." in terminal.words
        assert b"Traceback" not in terminal.written

    log = data_folder / "logs" / "fault.log"
    told = log.read_text(encoding="utf-8")
    assert "action_next_row" in told or "fail" in told
    assert told.rstrip().endswith("RuntimeError")
    assert "a fault" not in told
    assert log.stat().st_mode & 0o077 == 0


def test_the_ascii_look_draws_no_lines(data_folder: Path) -> None:
    with started(data_folder, 80, 24, "--ascii") as terminal:
        terminal.sees("3 Just look around")
        assert not any(sign in terminal.text for sign in "╭─│█")
        terminal.looks_around()
        terminal.sees("Where you stand")

        assert not any(sign in terminal.text for sign in "•─│█━▼✓")
        _leave(terminal)


def test_what_two_programs_write_at_once_is_kept(data_folder: Path) -> None:
    with started(data_folder) as first, started(data_folder) as second:
        for terminal in (first, second):
            terminal.sees("Welcome to ssw-tui")
            terminal.press("2")
            terminal.sees("Until which day may you stay?")
        for terminal in (first, second):
            terminal.press(*"2027-03-15", ENTER)
            terminal.sees("113 days left")
        _leave(first)
        _leave(second)

    with sqlite3.connect(data_folder / "ssw-tui.sqlite3") as store:
        assert store.execute("SELECT count(*) FROM cards").fetchone() == (2,)
    store.close()


def test_a_terminal_that_draws_signs_wide_gets_plain_ones(data_folder: Path) -> None:
    with started(data_folder, sign_width=2) as terminal:
        terminal.sees("Welcome to ssw-tui", "plain signs are used")
        terminal.looks_around()
        assert not any(sign in terminal.text for sign in "•─│█✓")
        _leave(terminal)
