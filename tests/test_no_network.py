"""No call of the program and no start of the app opens a connection, looks up a name or makes a socket for it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="asyncio wakes itself by a network socket on Windows")

WATCHED = """
import json, os, socket, sys

tried = []

def watch(event, arguments):
    family = arguments[1] if event == "socket.__new__" else None
    if event.startswith("socket.") and family != socket.AF_UNIX:
        tried.append(event)
        raise OSError("there is no network")

sys.addaudithook(watch)
"""
CALLS = """
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path

from ssw_tui.cli import run
from ssw_tui.cli.arguments import build_parser

folder = Path(sys.argv[1])
export = folder / "export.json"
export.write_text('{"format": 1, "cards": [{"id": "a", "label": "A", "status": "ssw1", "expires": "2027-03-15"}]}')
known = {
    "search": ["visa"], "changes": ["--since", "2026-01-01"], "content": ["check"], "completions": ["bash"],
    "fees": ["--for", "extension", "--granted", "1y"], "quiz": ["--questions"], "export": ["ics"],
    "import": [str(export)], "card": ["show", "a"], "backup": ["-o", str(folder / "copy")],
    "restore": [str(folder / "copy")],
}
statuses = {}
for name in ["import", *build_parser().commands]:
    with redirect_stdout(StringIO()), redirect_stderr(StringIO()):
        words = [*known.get(name, []), "--data-dir", str(folder / "data"), "--as-of", "2026-11-22"]
        statuses[name] = run([name, *words], lambda _: 99)
print(json.dumps([statuses, tried]))
"""
APP = """
import asyncio
from datetime import date
from pathlib import Path

from ssw_tui.library import Library
from ssw_tui.locations import content_folder
from ssw_tui.ui.app import AdvisorApp
from ssw_tui.ui.session import Session

async def go():
    session = Session(library=Library(content_folder()), today=date(2026, 11, 22), data_folder=Path(sys.argv[1]))
    app = AdvisorApp(session)
    async with app.run_test(size=(100, 30)) as pilot:
        for key in "1234567":
            await pilot.press(key)
            await pilot.pause()

asyncio.run(go())
print(json.dumps([{}, tried]))
"""
TRIED = """
try:
    socket.create_connection(("127.0.0.1", 9))
except OSError:
    pass
print(json.dumps([{}, tried]))
"""


def watched(program: str, folder: Path) -> tuple[dict[str, int], list[str]]:
    """Run a program in which the network is watched and blocked; give what it printed and what it tried."""
    environment = {**os.environ, "HOME": str(folder), "TERM": "xterm-256color"}
    done = subprocess.run(
        [sys.executable, "-c", WATCHED + program, str(folder)],
        capture_output=True,
        check=False,
        encoding="utf-8",
        env=environment,
    )
    assert done.returncode == 0, done.stderr
    statuses, tried = json.loads(done.stdout.splitlines()[-1])
    return statuses, tried


def test_no_command_goes_to_the_network(tmp_path: Path) -> None:
    statuses, tried = watched(CALLS, tmp_path)

    assert tried == []
    assert {name: status for name, status in statuses.items() if status} == {"erase": 2}
    assert len(statuses) > 25


def test_the_app_does_not_go_to_the_network(tmp_path: Path) -> None:
    assert watched(APP, tmp_path)[1] == []


def test_who_went_there_would_be_seen(tmp_path: Path) -> None:
    assert watched(TRIED, tmp_path)[1] != []
