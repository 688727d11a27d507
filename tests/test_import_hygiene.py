"""What each way into the program loads: measured in a process of its own, since tests load everything."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

SCREEN = {"textual", "rich", "asyncio"}
CONTENT = {"attr", "attrs", "cattr", "cattrs", "tomllib", "sqlite3", "argparse", "typing"}
MEASURE = """
import json, sys
before = set(sys.modules)
sys.argv = ["ssw-tui", *{words!r}]
import io
said, sys.stdout = sys.stdout, io.StringIO()
try:
    from ssw_tui.__main__ import main
    status = main()
except SystemExit as end:
    status = end.code
said.write(json.dumps([status, sorted({{name.partition(".")[0] for name in set(sys.modules) - before}})]))
"""


def loaded_by(*words: str, folder: Path) -> set[str]:
    """Give the packages that a call loads; it has to succeed."""
    environment = {**os.environ, "SSW_TUI_DATA_DIR": str(folder)}
    code = MEASURE.format(words=list(words))
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    status, names = json.loads(done.stdout)
    assert status in (0, None), done.stderr
    return set(names)


@pytest.mark.parametrize(
    "call",
    [
        (),
        ("--help",),
        ("overview",),
        ("fields",),
        ("fields", "railway", "--format", "json"),
        ("search", "lost", "card"),
        ("content", "check"),
        ("status",),
        ("card", "list"),
    ],
    ids=" ".join,
)
def test_no_command_loads_what_draws_the_app(call: tuple[str, ...], tmp_path: Path) -> None:
    assert loaded_by(*call, folder=tmp_path) & SCREEN == set()


def test_importing_the_command_line_loads_neither_the_app_nor_the_content() -> None:
    code = "import sys, ssw_tui.cli; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    loaded = {name.partition(".")[0] for name in done.stdout.split()}
    assert loaded & (SCREEN | CONTENT - {"typing"}) == set()


def test_the_version_loads_nothing_but_the_package(tmp_path: Path) -> None:
    loaded = loaded_by("--version", folder=tmp_path)
    assert "ssw_tui" in loaded
    assert loaded & (SCREEN | CONTENT) == set()


def test_a_mistake_in_the_call_is_said_without_reading_the_content(tmp_path: Path) -> None:
    code = MEASURE.format(words=["feilds"])
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, check=True, encoding="utf-8")
    status, names = json.loads(done.stdout)
    assert status == 2
    assert {"cattrs", "tomllib", "sqlite3"} & set(names) == set()


def test_a_list_of_fields_loads_no_store_and_no_fuzzy_search(tmp_path: Path) -> None:
    assert loaded_by("fields", folder=tmp_path) & {"sqlite3", "rapidfuzz", "jpholiday"} == set()
