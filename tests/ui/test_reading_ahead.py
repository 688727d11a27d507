"""Reading ahead: all that the views need, in bites, and quietly where something cannot be read."""

import asyncio
from pathlib import Path

import pytest
from attrs import evolve

from ssw_tui.commands import VIEWS
from ssw_tui.library import Library
from ssw_tui.locations import content_folder
from ssw_tui.ui import reading_ahead
from ssw_tui.ui.reading_ahead import KINDS, MODULES, read_ahead
from ssw_tui.ui.session import Session
from tests.ui.opened import opened


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make the pauses short."""
    monkeypatch.setattr(reading_ahead, "PAUSE", 0)


async def test_opening_a_view_reads_nothing_that_was_not_read_ahead(seeded: Session) -> None:
    library = Library(content_folder())
    async with opened(evolve(seeded, library=library)) as run:
        await run.app.workers.wait_for_complete()
        read_before = set(library._loaded)
        for view in VIEWS:
            await run.go(view.id)
        read_by_views = {record.__name__ for record in set(library._loaded) - read_before}
    assert read_by_views == set()


async def test_others_have_their_turn_before_every_bite(library: Library) -> None:
    turns = 0

    async def take_turns() -> None:
        nonlocal turns
        while True:
            turns += 1
            await asyncio.sleep(0)

    others = asyncio.create_task(take_turns())
    await read_ahead(library)
    others.cancel()
    assert turns >= 2 * len(KINDS) + len(MODULES)


async def test_what_cannot_be_read_ahead_stops_nothing(tmp_path: Path) -> None:
    nothing = Library(tmp_path)
    await read_ahead(nothing)
    assert not nothing._loaded
