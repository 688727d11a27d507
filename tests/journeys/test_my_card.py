"""Somebody keeps their days in My card, in a real terminal, from one start to the next."""

import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminal of this kind")

if sys.platform != "win32":
    from tests.journeys.terminal import ENTER, started


def test_somebody_records_a_move_marks_the_notice_as_done_and_finds_both_again(data_folder: Path) -> None:
    with started(data_folder) as terminal:
        terminal.looks_around()
        terminal.press("6", ENTER)
        terminal.sees("Until which day may you stay?")
        terminal.press(*"2027-03-15", ENTER)
        terminal.sees("Stay ends 15 Mar 2027 (113 days left)")

        terminal.press("w")
        terminal.sees("1 I moved to another home")
        terminal.press("1")
        terminal.sees("on which day?")
        terminal.press(ENTER)
        terminal.sees("> [ ] 6 Dec 2026, in 14 days: Notify your new address")
        terminal.press(" ")
        terminal.sees("Done: Notify your new address")
        terminal.press("q")
        assert terminal.ends() == 0

    with started(data_folder) as terminal:
        terminal.sees("My card: No.1")
        terminal.press("6")
        terminal.sees("until 15 Mar 2027")
        terminal.press(ENTER)
        terminal.sees("[x] 6 Dec 2026, done: Notify your new address")
        terminal.press("u")
        terminal.sees("> [ ] 15 Dec 2026", "[ ] 6 Dec 2026, in 14 days")
        terminal.press("q")
        assert terminal.ends() == 0
