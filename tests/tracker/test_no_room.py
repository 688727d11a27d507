"""A full disk, and folders that may not be written: said in a line, and nothing is half written."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest

from ssw_tui.errors import DataUnavailableError
from ssw_tui.tracker.copies import backup, copies, restore
from ssw_tui.tracker.erasing import erase
from ssw_tui.tracker.everything import Everything
from ssw_tui.tracker.records import Card, CardStatus
from ssw_tui.tracker.store import STORE_NAME
from ssw_tui.tracker.tracker import Tracker

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has neither such limits nor such modes")

NOBODY = 65534
LIMITED = """
import resource, sys
size = int(sys.argv.pop(1))
resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
from ssw_tui.__main__ import main
sys.exit(main())
"""
"""The program on a machine on which no file can grow beyond a size: that is how a full disk looks to it."""


def call(size: int, *words: object) -> "subprocess.CompletedProcess[str]":
    program = [sys.executable, "-B", "-c", LIMITED, str(size), *map(str, words)]
    return subprocess.run(program, capture_output=True, check=False, encoding="utf-8")


def files_in(folder: Path) -> dict[str, bytes]:
    found = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    return {name: path.read_bytes() for name, path in found.items() if not name.endswith(("-shm", "-wal"))}


def everything(folder: Path) -> Everything:
    with Tracker(folder) as tracker:
        return tracker.everything()


@pytest.fixture
def stored(data_folder: Path) -> Path:
    """A folder with a card in a store, and no copy of it yet."""
    with Tracker(data_folder) as tracker:
        tracker.add_card(label="Lan", status=CardStatus.SSW1, expires=date(2027, 3, 15))
    return data_folder


@pytest.mark.parametrize("size", [0, 1000, 4096, 20_000])
def test_the_first_change_on_a_full_disk_leaves_nothing(data_folder: Path, size: int) -> None:
    done = call(size, "card", "add", "--label", "x", "--status", "none", "--data-dir", data_folder)

    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (3, "", 1), done.stderr
    assert list(data_folder.iterdir()) == []


@pytest.mark.parametrize("size", [0, 4096, 50_000])
def test_a_change_on_a_full_disk_leaves_the_data_as_they_are(stored: Path, size: int) -> None:
    before, held = everything(stored), files_in(stored)

    for _ in range(2):
        done = call(size, "card", "add", "--label", "x", "--status", "none", "--data-dir", stored)
        assert (done.returncode, done.stderr.count("\n")) == (3, 1), done.stderr
        assert str(stored) in done.stderr
        assert files_in(stored) == held
    assert everything(stored) == before


def test_a_change_for_which_there_is_no_room_though_the_copy_is_kept(stored: Path) -> None:
    with Tracker(stored) as tracker:
        tracker.add_card(label="Aung", status=CardStatus.NONE)
    before, held = everything(stored), files_in(stored)

    done = call(0, "card", "add", "--label", "x" * 100, "--status", "none", "--data-dir", stored)

    assert (done.returncode, done.stderr.count("\n")) == (3, 1), done.stderr
    assert (everything(stored), files_in(stored)) == (before, held)


@pytest.mark.parametrize("words", [("export", "json", "-o"), ("export", "markdown", "-o"), ("backup", "-o")])
def test_a_file_for_which_there_is_no_room_is_not_left_half_written(
    stored: Path, tmp_path: Path, words: tuple[str, ...]
) -> None:
    (tmp_path / "new").mkdir()
    done = call(100, *words, tmp_path / "new" / "file", "--data-dir", stored)

    assert (done.returncode, done.stderr.count("\n")) == (3, 1), done.stderr
    assert list((tmp_path / "new").iterdir()) == []


def test_a_copy_for_which_there_is_no_room_replaces_nothing(stored: Path, tmp_path: Path) -> None:
    backup(stored, tmp_path / "copy")
    held = files_in(stored)
    done = call(4096, "restore", tmp_path / "copy", "--data-dir", stored)

    assert (done.returncode, done.stderr.count("\n")) == (3, 1), done.stderr
    assert files_in(stored) == held


# A disk that is full


SMALL_DISK = """
mount -t tmpfs -o size="$1"k tmpfs "$2" && cd "$2" || exit 77
"$3" -B -m ssw_tui card add --label x --status none --data-dir data; echo "add $?"
"$3" -B -m ssw_tui card list --data-dir data; echo "full $?"
mount -o remount,size=2m "$2"
"$3" -B -m ssw_tui card list --data-dir data; echo "roomy $?"
"$3" -B -m ssw_tui card add --label y --status none --data-dir data; echo "again $?"
"""
"""A first card on a disk of so many kilobytes, which grows afterwards."""


@pytest.mark.parametrize("size", [40, 124, 140, 160, 180, 200])
def test_a_store_begun_on_a_disk_that_is_nearly_full_is_sound_or_not_there(tmp_path: Path, size: int) -> None:
    if not shutil.which("unshare"):
        pytest.skip("only Linux mounts a small disk for one program alone")
    call = ["unshare", "-rm", "sh", "-c", SMALL_DISK, "sh", str(size), str(tmp_path), sys.executable]
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])}
    done = subprocess.run(call, capture_output=True, check=False, encoding="utf-8", env=environment)
    if "add " not in done.stdout:
        pytest.skip("this machine lets nobody mount a small disk")

    statuses = dict(line.split() for line in done.stdout.splitlines() if line.split()[-1].isdigit())
    assert (statuses["roomy"], statuses["again"]) == ("0", "0"), done.stderr
    assert "damaged" not in done.stderr
    assert "Traceback" not in done.stderr
    if statuses["add"] != "0":
        assert statuses["add"] == "3"
        assert "The disk of the data folder data is full" in done.stderr


def test_a_disk_that_is_full_is_named_whatever_sqlite_says_of_it(stored: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (stored / STORE_NAME).unlink()
    (stored / STORE_NAME).mkdir()
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=0))

    with Tracker(stored) as tracker, pytest.raises(DataUnavailableError, match=r"is full.*make room on it"):
        tracker.cards()


# Folders that may not be written


@contextmanager
def as_nobody() -> Iterator[None]:
    """Be somebody without special rights: root may write everywhere."""
    if os.geteuid():
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def closed() -> Iterator[Path]:
    """A folder with a store that its owner may read and not write; where nobody can reach it."""
    place = Path(tempfile.mkdtemp())
    folder = place / "data"
    with Tracker(folder) as tracker:
        tracker.add_card(label="Lan", status=CardStatus.NONE)
    (folder / STORE_NAME).chmod(0o400)
    folder.chmod(0o500)
    if not os.geteuid():
        for path in (place, folder, folder / STORE_NAME):
            os.chown(path, NOBODY, NOBODY)
    yield folder
    folder.chmod(0o700)
    shutil.rmtree(place)


def test_a_folder_that_may_not_be_written_is_named_and_stays_as_it_is(closed: Path, tmp_path: Path) -> None:
    held = files_in(closed)
    uses = (
        lambda: _add(closed),
        lambda: _take_in(closed),
        lambda: restore(closed, closed / STORE_NAME),
        lambda: erase(closed),
    )
    for use in uses:
        with as_nobody(), pytest.raises(DataUnavailableError, match="cannot be") as raised:
            use()
        assert str(closed) in str(raised.value)
        assert "\n" not in str(raised.value)
    with as_nobody():
        assert copies(closed) == []

    assert files_in(closed) == held


def _add(folder: Path) -> None:
    with Tracker(folder) as tracker:
        tracker.add_card(label="x", status=CardStatus.NONE)


def _take_in(folder: Path) -> None:
    with Tracker(folder) as tracker:
        tracker.take_in(lambda _: Everything(cards=(Card(id="a", label="A", status=CardStatus.NONE),)))
