"""Runs the program and writes down what held its event loop for long.

`python -m benchmarks.watched FILE [ARGUMENT ...]` writes a JSON list of [when it began, how many seconds it took].
"""

import asyncio
import json
import sys
from pathlib import Path
from time import perf_counter

LONG = 0.002
"""Seconds; what takes less is not written down."""


def watch() -> list[tuple[float, float]]:
    """Begin to write down what holds event loops; give the list that it is written to."""
    found: list[tuple[float, float]] = []
    run = asyncio.Handle._run

    def timed(handle: asyncio.Handle) -> None:
        began = perf_counter()
        run(handle)
        taken = perf_counter() - began
        if taken >= LONG:
            found.append((began, taken))

    asyncio.Handle._run = timed  # type: ignore[assignment, method-assign]
    return found


def main() -> int:
    """Run the program with the other arguments."""
    file = Path(sys.argv.pop(1))
    found = watch()
    from ssw_tui.__main__ import main as run

    status = run()
    file.write_text(json.dumps(found), encoding="utf-8")
    return status


if __name__ == "__main__":
    sys.exit(main())
