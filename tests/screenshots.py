"""Draws the screens as SVG: `python -m tests.screenshots` writes them, a test compares them.

Rich gives a run of Japanese the width of as many single cells as it has characters; `straighten` corrects that.
"""

import asyncio
import re
import sys
import tempfile
from collections.abc import Awaitable, Callable, Iterator
from html import escape, unescape
from itertools import groupby
from pathlib import Path

from attrs import frozen
from textual.pilot import Pilot

from ssw_tui.library import Library
from ssw_tui.locations import content_folder
from ssw_tui.output.cells import cells
from ssw_tui.tracker.tracker import Tracker
from ssw_tui.ui.app import AdvisorApp
from ssw_tui.ui.session import Session
from tests.conftest import TODAY
from tests.sample import end_of_id, seed

FOLDER = Path(__file__).parent.parent / "screenshots"
CELL = 12.2
TEXT = re.compile(r'<text( class="[^"]*r\d+" )x="([\d.]+)"( y="[\d.]+" )textLength="[\d.]+"([^>]*)>([^<]*)</text>')
FONTS = "DejaVu Sans Mono, Menlo, Consolas, Noto Sans Mono CJK JP, monospace"
FONT_FACE = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)
Act = Callable[[Pilot[None]], Awaitable[None]]


@frozen
class Shot:
    """One picture of the app."""

    name: str
    keys: tuple[str, ...]
    size: tuple[int, int]

    @property
    def path(self) -> Path:
        """Where it lies."""
        return FOLDER / f"{self.name}-{self.size[0]}x{self.size[1]}.svg"


SMALL, LARGE = (80, 24), (120, 36)
FROM_ABROAD = ("3", "1", "1", *"care", "enter", *"nepal", "enter", "2", *"111111111", "0", "enter")
"""A whole interview: nursing care, from Nepal, whose own papers are still missing."""
SHOTS = (
    Shot("overview", (), LARGE),
    Shot("fields", ("2", "down", "down"), LARGE),
    Shot("quiz", ("3", "enter"), SMALL),
    Shot("result", FROM_ABROAD, SMALL),
    Shot("steps", ("4", "enter"), SMALL),
    Shot("counter", ("4", "end", "enter", "down", "down", "down", "down", "enter"), SMALL),
    Shot("risks", ("5",), SMALL),
    Shot("card", ("6",), LARGE),
    Shot("reference", ("7",), SMALL),
)
"""The pictures of the tour in README; each is drawn by a test, so they show the app as it is."""


def straighten(svg: str) -> str:
    """Give each run of text the place and width of its terminal cells, and no font from the network."""
    without_fonts = FONT_FACE.sub("", svg)
    return TEXT.sub(_in_cells, without_fonts).replace("Fira Code, monospace", FONTS).replace("Fira Code", FONTS)


def _in_cells(found: re.Match[str]) -> str:
    """Write a text as one element a run of equally wide characters, since a browser spreads a width evenly."""
    before, start, between, text = found[1], float(found[2]), found[4], unescape(found[5])
    drawn, at = "", 0
    for width, run in groupby(text, key=cells):
        characters = "".join(run)
        place, length = start + at * CELL, cells(characters) * CELL
        at += width * len(characters)
        shown = escape(characters).replace("\xa0", "&#160;")
        drawn += f'<text{before}x="{place:.1f}"{found[3]}textLength="{length:.1f}"{between}>{shown}</text>'
    return drawn


def _stable(svg: str) -> str:
    """Take out the number that Rich makes from the content, so that a changed word changes one line."""
    return re.sub(r"terminal-\d+", "terminal-0", svg)


async def _draw(shot: Shot) -> str:
    with tempfile.TemporaryDirectory() as folder:
        with Tracker(Path(folder), end_of_id) as tracker:
            seed(tracker)
        session = Session(library=Library(content_folder()), today=TODAY, data_folder=Path(folder))
        app = AdvisorApp(session)
        async with app.run_test(size=shot.size) as pilot:
            await pilot.pause()
            for key in shot.keys:
                await pilot.press(key)
                await pilot.pause()
            svg = app.export_screenshot(title=f"ssw-tui: {shot.name}")
        session.tracker.close()
    return _stable(straighten(svg))


def draw(shot: Shot) -> str:
    """Give the SVG of a picture."""
    return asyncio.run(_draw(shot))


def stale() -> Iterator[tuple[Shot, str]]:
    """Give the pictures that no longer show the app, each with its new SVG."""
    for shot in SHOTS:
        svg = draw(shot)
        if not shot.path.is_file() or shot.path.read_text(encoding="utf-8") != svg:
            yield shot, svg


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for shot, svg in stale():
        shot.path.write_text(svg, encoding="utf-8")
        sys.stdout.write(f"drawn again: {shot.path.name}\n")
