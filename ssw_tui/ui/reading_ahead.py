"""Reads what the other views need while a person reads the first one, in bites so small that no key waits for them."""

import gc
import linecache
from asyncio import sleep
from importlib import import_module

from ssw_tui.kinds import KIND_NAMED
from ssw_tui.library import ContentError, Library

PAUSE = 0.03
"""Seconds between two bites, for keys and for drawing."""
KINDS = (
    *("field", "field-people", "question", "definition", "quantity", "row", "verdict", "rule", "source"),
    *("procedure", "document", "home-country", "risk", "help-line", "law", "article", "counter-card", "answer"),
    "guide-statement",
)
"""What views read when they are opened, in the order of the views."""
MODULES = (
    *("advice.plan", "advice.eligibility", "output.quiz_taken"),
    *(f"ui.views.{name}" for name in ("fields", "quiz", "steps", "risk_tabs", "risks", "card", "reference")),
)
"""What views are made of; parts of the largest come first, so that each is a small bite."""


async def read_ahead(library: Library) -> None:
    """Read, with a pause before each bite; what cannot be read is left to the view that shows it, which says so."""
    await sleep(PAUSE)
    _tidy()
    try:
        for name in KINDS:
            await sleep(PAUSE)
            record = KIND_NAMED[name].record
            await sleep(PAUSE)
            library.all(record)
    except ContentError:
        return
    for name in MODULES:
        await sleep(PAUSE)
        import_module(f"ssw_tui.{name}")
        linecache.clearcache()
    await sleep(PAUSE)
    _tidy()


def _tidy() -> None:
    """Let go of what starting and importing left over; what is left stays for the run and is not looked through again.

    Left over are above all the drafts of record classes, and their source, which attrs keeps for debuggers.
    """
    linecache.clearcache()
    gc.collect()
    gc.freeze()
