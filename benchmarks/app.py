"""The app in a window, as a person has it: how soon it is there, how soon it answers a key, what memory it takes."""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from time import perf_counter

from benchmarks import bare_app
from benchmarks.processes import PROGRAM, PYTHON, ROOT
from benchmarks.rounds import Samples
from benchmarks.terminal import Change, Window
from ssw_tui.commands import VIEWS

FIRST_TEXT = 20
"""So many characters are a text."""
OTHERS = tuple(view.id for view in VIEWS[1:])
"""Every view but the one that is open at the start."""
EVERY = tuple(view.id for view in VIEWS)
TABS = {view.id: f"[{view.key} {view.title}]" for view in VIEWS}
"""How the line of views shows that one is open."""
KEYS = {view.id: view.key for view in VIEWS}
BARE = [PYTHON, "-P", str(ROOT / "benchmarks" / "bare_app.py")]


class App:
    """The app as it is measured."""

    def __init__(self, variables: Mapping[str, str], data_folder: Path) -> None:
        """Take the environment and the folder of the personal data."""
        self._variables = variables
        self._data = ["--data-dir", str(data_folder)]
        self._home = Path(variables["HOME"])

    def first_text(self) -> Samples:
        """Start it, and the bare app, until they show something."""
        samples = {}
        for name, call, text in (("app", [PROGRAM, *self._data], TABS["overview"]), ("bare app", BARE, bare_app.TEXT)):
            with Window.open(call, self._variables, self._home) as window:
                changes = window.shows(text)
                samples[f"first text: {name}"] = [_first_text(changes) - window.started]
                samples[f"whole: {name}"] = [changes[-1].at - window.started]
        return samples

    def memory(self) -> Samples:
        """Visit every view, and look up the most memory that it took, beside the bare app's."""
        with Window.open(BARE, self._variables, self._home) as window:
            window.shows(bare_app.TEXT)
            bare = window.memory()
        with Window.open([PROGRAM, *self._data], self._variables, self._home) as window:
            window.shows(TABS["overview"])
            for view in (*OTHERS, "overview"):
                window.press(KEYS[view])
                window.shows(TABS[view])
            return {"memory: app": [window.memory()], "memory: bare app": [bare]}

    def keys(self) -> Samples:
        """Press the key of every view, twice: how soon something changes, and what held the event loop longest."""
        blocks = self._home / "blocks.json"
        pressed: list[tuple[str, float, list[Change]]] = []
        call = [PYTHON, "-m", "benchmarks.watched", str(blocks), *self._data]
        with Window.open(call, self._variables, ROOT) as window:
            window.shows(TABS["overview"])
            for visit, views in (("first visit", OTHERS), ("visited", EVERY)):
                for view in views:
                    at = window.press(KEYS[view])
                    pressed.append((f"{visit}: {view}", at, window.shows(TABS[view])))
            ended = perf_counter()
            window.leave()
        samples = {name: [changes[0].at - at] for name, at, changes in pressed}
        spans = [(name, at, after) for (name, at, _), after in zip(pressed, _ends(pressed, ended), strict=True)]
        return {**samples, **_longest(spans, json.loads(blocks.read_text(encoding="utf-8")))}

    def open_cards(self, name: str) -> Samples:
        """Open My card: how long until all of it is there."""
        with Window.open([PROGRAM, *self._data], self._variables, self._home) as window:
            window.shows(TABS["overview"])
            at = window.press(KEYS["card"])
            return {name: [window.shows(TABS["card"])[-1].at - at]}


def _first_text(changes: Sequence[Change]) -> float:
    return next(change.at for change in changes if change.cells >= FIRST_TEXT)


def _ends(pressed: Sequence[tuple[str, float, list[Change]]], last: float) -> list[float]:
    """Give for each key when the next one was pressed."""
    return [*(at for _, at, _ in pressed[1:]), last]


def _longest(spans: Sequence[tuple[str, float, float]], blocks: Sequence[tuple[float, float]]) -> Samples:
    """Give for each key the longest time for which the event loop was held after it."""
    found: dict[str, list[float]] = defaultdict(list)
    for name, start, end in spans:
        found[f"block: {name}"] = [max((taken for began, taken in blocks if start <= began < end), default=0.0)]
    return found
