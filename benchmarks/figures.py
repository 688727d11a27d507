"""The figures that the program is held to."""

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

from benchmarks.app import EVERY, OTHERS, App
from benchmarks.processes import PROGRAM, PYTHON, environment, seconds
from benchmarks.rounds import Job, Samples, nearly_all
from benchmarks.stores import ANSWERS, MANY, many_cards, one_card
from benchmarks.table import Ratio, Row, Time, megabytes
from benchmarks.warm import WORDS, Warm
from ssw_tui.clock import today_in_japan
from ssw_tui.library import Library
from ssw_tui.locations import content_folder

CARDS = f"{MANY:,} cards"
ROWS: tuple[Row, ...] = (
    Ratio(
        name="version",
        what="ssw-tui --version / python -c pass",
        limit=4,
        of="run: --version",
        to="run: pass",
        jobs=("--version", "pass"),
    ),
    Ratio(
        name="first-text",
        what="start to first text / bare app",
        limit=1.3,
        of="first text: app",
        to="first text: bare app",
        jobs=("start",),
    ),
    Time(
        name="key",
        what="key to first change, a view visited before",
        limit=50,
        of=tuple(f"visited: {view}" for view in EVERY),
        jobs=("keys",),
    ),
    Time(
        name="first-visit",
        what="key to first change, first visit",
        limit=150,
        of=tuple(f"first visit: {view}" for view in OTHERS),
        jobs=("keys",),
    ),
    Time(
        name="block",
        what="longest block of the event loop, visited before",
        limit=50,
        of=tuple(f"block: visited: {view}" for view in EVERY),
        jobs=("keys",),
    ),
    Time(
        name="first-block",
        what="longest block of the event loop, first visit",
        limit=150,
        of=tuple(f"block: first visit: {view}" for view in OTHERS),
        jobs=("keys",),
    ),
    Ratio(
        name="status",
        what="ssw-tui status, one card / import textual.app",
        limit=0.6,
        of="run: status",
        to="run: import textual.app",
        jobs=("status", "import textual.app"),
    ),
    Ratio(
        name="quiz",
        what="ssw-tui quiz --answers / import textual.app",
        limit=0.8,
        of="run: quiz",
        to="run: import textual.app",
        jobs=("quiz", "import textual.app"),
    ),
    Time(
        name="complete",
        what="evaluation, every answer given",
        limit=1,
        of=("evaluate: complete",),
        jobs=("complete answers",),
    ),
    Time(
        name="possible",
        what="evaluation, any number open: what is possible",
        limit=20,
        of=("evaluate: possible",),
        jobs=("open answers",),
    ),
    Time(
        name="possible-95",
        what="  the slowest but 5 in 100",
        limit=20,
        of=("evaluate: possible",),
        jobs=("open answers",),
        share=nearly_all,
    ),
    Time(
        name="questions",
        what="evaluation, with the questions that matter",
        limit=50,
        of=("evaluate: questions",),
        jobs=("open answers",),
    ),
    Time(
        name="questions-95",
        what="  the slowest but 5 in 100",
        limit=50,
        of=("evaluate: questions",),
        jobs=("open answers",),
        share=nearly_all,
    ),
    Time(
        name="search",
        what="search over all content",
        limit=10,
        of=tuple(f"search: {words}" for words in WORDS),
        jobs=("search",),
    ),
    Ratio(
        name="many-status",
        what=f"{CARDS}: ssw-tui status / one card",
        limit=3,
        of=f"run: status, {CARDS}",
        to="run: status",
        jobs=(f"status, {CARDS}", "status"),
    ),
    Ratio(
        name="many-open",
        what=f"{CARDS}: opening My card / one card",
        limit=3,
        of=f"My card: {CARDS}",
        to="My card: one",
        jobs=("My card",),
    ),
    Ratio(
        name="memory",
        what="peak memory, every view visited / bare app",
        limit=1.5,
        of="memory: app",
        to="memory: bare app",
        jobs=("memory",),
        say=megabytes,
    ),
)


def jobs(folder: Path) -> tuple[Job, ...]:
    """Give everything that rows need.

    Args:
        folder: an empty folder for invented personal data; nothing outside it is written.
    """
    today = today_in_japan()
    variables = environment(folder / "home")
    (folder / "home").mkdir()
    one, many = one_card(folder / "one", today), many_cards(folder / "many", today)
    calls = {
        "pass": [PYTHON, "-c", "pass"],
        "--version": [PROGRAM, "--version"],
        "import textual.app": [PYTHON, "-c", "import textual.app"],
        "status": [PROGRAM, "--data-dir", str(one), "status"],
        f"status, {CARDS}": [PROGRAM, "--data-dir", str(many), "status"],
        "quiz": [PROGRAM, "quiz", "--answers", str(ANSWERS)],
    }
    app, full_app = App(variables, one), App(variables, many)
    warm = Warm(Library(content_folder()), today)
    return (
        *(Job(name, partial(_run, name, call, variables)) for name, call in calls.items()),
        Job("start", app.first_text),
        Job("keys", app.keys),
        Job("memory", app.memory),
        Job("My card", lambda: {**app.open_cards("My card: one"), **full_app.open_cards(f"My card: {CARDS}")}),
        Job("complete answers", warm.complete_answers),
        Job("open answers", warm.open_answers),
        Job("search", warm.searches),
    )


def _run(name: str, call: Sequence[str], variables: Mapping[str, str]) -> Samples:
    return {f"run: {name}": [seconds(call, variables)]}
