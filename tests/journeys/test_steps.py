"""Somebody works through a procedure: steps, papers, days, a card to show, and finds it all again."""

import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminal of this kind")

if sys.platform != "win32":
    from tests.journeys.terminal import DOWN, ENTER, ESCAPE, started


def test_somebody_plans_a_departure_leaves_and_finds_it_again(data_folder: Path) -> None:
    with started(data_folder, 100, 30) as terminal:
        terminal.looks_around()
        terminal.press("4")
        terminal.sees("Leaving Japan")
        terminal.press(*[DOWN] * 7, ENTER)
        terminal.sees("0 of 9 steps", "next: For good: notify the end of the contract")
        terminal.press("t")
        terminal.sees("Days: Leaving Japan", "They go to your first card.")
        terminal.press(*"2027-05-01", ENTER)
        terminal.closes("Days: Leaving Japan")
        terminal.press("n")
        terminal.sees("before 1 May 2027, in 160 days")
        terminal.press(" ")
        terminal.sees("1 of 9 steps")
        terminal.press("n", "c")
        terminal.sees("escape: close")
        terminal.closes("Overview")
        terminal.press(ESCAPE)
        terminal.sees("[4 Steps]")
        terminal.press("q")
        assert terminal.ends() == 0

    with started(data_folder, 100, 30) as terminal:
        terminal.sees("Where you stand")
        terminal.press("4")
        terminal.sees("1 of 9 steps")
        terminal.press(*[DOWN] * 7, ENTER)
        terminal.sees("[x] For good: arrange the flight", "1 of 9 steps")
        terminal.press("n", "n")
        terminal.sees("about 17 Apr 2027, in 146 days")
        terminal.press("u", "u")
        terminal.sees("0 of 9 steps", "not known yet; it is counted from")
        terminal.press("q")
        assert terminal.ends() == 0
