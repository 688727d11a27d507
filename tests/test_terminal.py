"""Asking a terminal how wide it draws a sign: at the other end of a pty stands a terminal that answers as told."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

pty = pytest.importorskip("pty")

ASK = "from ssw_tui.terminal import WidthQuestion\nwith WidthQuestion() as q: width = q.width\nprint('width', width)"


def asked(answer: bytes | None, terminal: str = "xterm") -> str:
    """Run the question in a terminal that answers so, and give all that it was shown."""
    ours, theirs = pty.openpty()
    environment = {**os.environ, "TERM": terminal}
    call = subprocess.Popen([sys.executable, "-c", ASK], stdin=theirs, stdout=theirs, stderr=theirs, env=environment)
    os.close(theirs)
    shown = b""
    until = time.monotonic() + 20
    while time.monotonic() < until:
        try:
            shown += os.read(ours, 1000)
        except OSError:
            break
        if answer is not None and b"\x1b[6n" in shown:
            os.write(ours, answer)
            answer = None
    call.wait(timeout=20)
    os.close(ours)
    return shown.decode()


@pytest.mark.parametrize(("answer", "width"), [(b"\x1b[5;2R", 1), (b"\x1b[5;3R", 2), (b"typed\x1b[12;3R", 2)])
def test_the_place_of_the_cursor_says_how_wide_the_sign_was(answer: bytes, width: int) -> None:
    assert f"width {width}" in asked(answer)


def test_a_terminal_that_does_not_answer_is_not_waited_for() -> None:
    assert "width None" in asked(None)


def test_the_sign_is_taken_away_again() -> None:
    assert "\r\x1b[K" in asked(b"\x1b[1;2R")


def test_a_dumb_terminal_is_asked_nothing() -> None:
    shown = asked(None, terminal="dumb")
    assert "\x1b" not in shown
    assert "width None" in shown


def test_what_is_no_terminal_is_asked_nothing(tmp_path: Path) -> None:
    done = subprocess.run([sys.executable, "-c", ASK], stdin=subprocess.DEVNULL, capture_output=True, check=True)
    assert done.stdout == b"width None\n" or done.stdout == b"width None\r\n"
