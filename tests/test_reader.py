from datetime import date, timedelta
from pathlib import Path

import pytest

from ssw_tui.library import Library
from ssw_tui.reader import Reader
from ssw_tui.records.statement import Confidence, Statement

CHANGE = date(2026, 10, 1)
ONE_DAY = timedelta(days=1)
FIGURES = """
checked = 2026-11-22
[[figure]]
id = "fee"
title = "A fee"
unit = "yen"
[[figure.values]]
value = 6000
since = 2025-04-01
until = 2026-10-01
confidence = "high"
sources = ["isa"]
[[figure.values]]
value = 10000
since = 2026-10-01
confidence = "high"
sources = ["isa"]
"""


@pytest.fixture
def figures(tmp_path: Path) -> Library:
    """Content that holds one figure."""
    (tmp_path / "figures.toml").write_text(FIGURES, encoding="utf-8")
    return Library(tmp_path)


def statement(since: date | None = None, until: date | None = None) -> Statement:
    return Statement(confidence=Confidence.HIGH, checked=CHANGE, sources=("isa",), since=since, until=until)


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2025, 3, 31), "It costs ¥(not known for this day)."),
        (CHANGE - ONE_DAY, "It costs ¥6,000."),
        (CHANGE, "It costs ¥10,000."),
    ],
)
def test_a_figure_in_a_text_is_that_of_the_day(figures: Library, day: date, said: str) -> None:
    assert Reader(figures, day).say("It costs ¥{fee}.") == said


def test_a_text_without_figures_is_said_as_it_is_without_reading_any(tmp_path: Path) -> None:
    assert Reader(Library(tmp_path), CHANGE).say("Go there.") == "Go there."


def test_the_figure_of_what_is_still_to_come_is_that_of_its_first_day(figures: Library) -> None:
    reader = Reader(figures, CHANGE - ONE_DAY)
    assert reader.say("{fee}", statement(since=CHANGE)) == "10,000"
    assert reader.say("{fee}", statement()) == "6,000"


def test_the_figure_of_what_has_begun_is_that_of_the_day(figures: Library) -> None:
    assert Reader(figures, CHANGE).say("{fee}", statement(since=date(2025, 4, 1))) == "10,000"


@pytest.mark.parametrize(
    ("since", "until", "shown"),
    [
        (None, None, True),
        (CHANGE, None, True),
        (CHANGE + ONE_DAY, None, True),
        (CHANGE + timedelta(days=365), None, True),
        (CHANGE + timedelta(days=366), None, False),
        (None, CHANGE, False),
        (None, CHANGE + ONE_DAY, True),
    ],
)
def test_it_shows_what_holds_and_what_begins_within_a_year(
    figures: Library, since: date | None, until: date | None, shown: bool
) -> None:
    spans = (statement(since, until),)
    assert Reader(figures, CHANGE).showing(spans) == (spans if shown else ())


def test_holding_leaves_out_what_is_still_to_come(figures: Library) -> None:
    assert Reader(figures, CHANGE).holding((statement(since=CHANGE + ONE_DAY),)) == ()
