"""Presses 2,000 random keys in every view, with one size of the window and with many: does the app live?"""

import asyncio
import sys
import tempfile
from itertools import product
from pathlib import Path
from time import perf_counter
from unittest.mock import patch

from ssw_tui.commands import VIEWS
from ssw_tui.library import Library
from ssw_tui.locations import content_folder
from ssw_tui.tracker.tracker import Tracker
from ssw_tui.ui.app import AdvisorApp
from ssw_tui.ui.session import Session
from tests.conftest import TODAY
from tests.sample import end_of_id, seed
from tests.ui.test_random_keys import press_at_random

PRESSED = 2_000


async def _stay(_: AdvisorApp) -> None:
    """Do not leave."""


async def _press(library: Library, view_id: str, *, resizes: bool) -> None:
    with tempfile.TemporaryDirectory() as folder:
        with Tracker(Path(folder), end_of_id) as tracker:
            seed(tracker)
        session = Session(library=library, today=TODAY, data_folder=Path(folder))
        await press_at_random(session, view_id, PRESSED, resizes=resizes)


def main() -> int:
    """Press them; what goes wrong is raised."""
    library = Library(content_folder())
    with patch("webbrowser.open"), patch.object(AdvisorApp, "action_quit", _stay):
        for view, resizes in product(VIEWS, (False, True)):
            began = perf_counter()
            asyncio.run(_press(library, view.id, resizes=resizes))
            how = "many sizes" if resizes else "one size"
            sys.stdout.write(f"{view.id}, {how}: {PRESSED} keys, {perf_counter() - began:.1f} s\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
