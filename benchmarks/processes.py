"""How long a whole process takes, from its start to its end."""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from time import perf_counter

ROOT = Path(__file__).parent.parent
PYTHON = sys.executable
PROGRAM = str(Path(PYTHON).parent / "ssw-tui")
"""The program as it is installed beside Python."""
DONE_OR_DUE = (0, 1)
"""`ssw-tui status` ends with 1 when something is due."""


def environment(home: Path) -> dict[str, str]:
    """Give the variables of a plain terminal in a home that is nobody's.

    Python keeps its compiled modules there, whatever it is told to do here: so it is for people after the first start.
    """
    own = ("TEXTUAL", "SSW_TUI", "XDG_", "PYTHON")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(own)}
    for name in ("COLUMNS", "LINES", "NO_COLOR"):
        kept.pop(name, None)
    plain = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"}
    return {**kept, **plain, "HOME": str(home), "PYTHONPYCACHEPREFIX": str(home / "compiled")}


def seconds(call: Sequence[str], variables: Mapping[str, str]) -> float:
    """Run a call to its end and give how long that took.

    Raises:
        RuntimeError: when it fails: what fails is not fast.
    """
    started = perf_counter()
    done = subprocess.run(  # noqa: S603 - a call of this program, or of Python
        call, env=variables, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False
    )
    taken = perf_counter() - started
    if done.returncode not in DONE_OR_DUE:
        raise RuntimeError(f"{' '.join(call)} failed with {done.returncode}: {done.stderr.decode(errors='replace')}")
    return taken
