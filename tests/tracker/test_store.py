import os
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from ssw_tui.errors import DataUnavailableError
from ssw_tui.tracker.schema import MIGRATIONS
from ssw_tui.tracker.store import STORE_NAME, Store

POSIX = pytest.mark.skipif(os.name == "nt", reason="Windows has no file modes")


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def write_one(folder: Path, card_id: str = "a") -> None:
    store = Store(folder)
    with store.writing() as connection:
        connection.execute("INSERT INTO cards (id, position, label, status) VALUES (?, 1, 'A', 'none')", (card_id,))
    store.close()


def count(folder: Path) -> int:
    store = Store(folder)
    with store.reading() as connection:
        assert connection is not None
        found = int(connection.execute("SELECT count(*) FROM cards").fetchone()[0])
    store.close()
    return found


@contextmanager
def umask(value: int) -> Iterator[None]:
    before = os.umask(value)
    try:
        yield
    finally:
        os.umask(before)


def test_reading_before_anything_was_written_makes_nothing(data_folder: Path) -> None:
    with Store(data_folder).reading() as connection:
        assert connection is None

    assert not data_folder.exists()


@POSIX
@pytest.mark.parametrize("mask", [0, 0o022, 0o077])
def test_only_the_owner_may_read_the_store_whatever_the_umask(data_folder: Path, mask: int) -> None:
    nested = data_folder / "deeper" / "still"
    with umask(mask):
        store = Store(nested)
        with store.writing() as connection:
            connection.execute("INSERT INTO cards (id, position, label, status) VALUES ('a', 1, 'A', 'none')")
        files = {path.name: mode(path) for path in nested.iterdir()}
        store.close()

    assert files == dict.fromkeys((STORE_NAME, f"{STORE_NAME}-wal", f"{STORE_NAME}-shm"), 0o600)
    assert {mode(folder) for folder in (data_folder, data_folder / "deeper", nested)} == {0o700}


def test_a_change_that_fails_is_not_kept(data_folder: Path) -> None:
    write_one(data_folder)
    store = Store(data_folder)

    def change_of_mind() -> None:
        with store.writing() as connection:
            connection.execute("INSERT INTO cards (id, position, label, status) VALUES ('b', 2, 'B', 'none')")
            raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        change_of_mind()
    store.close()

    assert count(data_folder) == 1


def test_the_store_keeps_a_write_ahead_log_and_a_version(data_folder: Path) -> None:
    write_one(data_folder)

    connection = sqlite3.connect(data_folder / STORE_NAME)
    found = [connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("journal_mode", "user_version")]
    connection.close()

    assert found == ["wal", len(MIGRATIONS)]


# What is wrong


def make_damaged(file: Path, how: str) -> None:
    data = bytearray(file.read_bytes())
    match how:
        case "no store at all":
            data = bytearray(b"this is no database, it is a letter\n" * 200)
        case "cut off":
            data = data[: len(data) // 2]
        case "overwritten":
            data[4096:] = os.urandom(len(data) - 4096)
        case "header gone":
            data[:100] = bytes(100)
        case "a byte":
            data = bytearray(b"x")
        case "empty":
            data = bytearray()
    file.write_bytes(data)


@pytest.mark.parametrize("how", ["no store at all", "cut off", "overwritten", "header gone", "a byte", "empty"])
@pytest.mark.parametrize("use", [count, write_one])
def test_a_damaged_store_stays_as_it_is(data_folder: Path, how: str, use: Callable[[Path], object]) -> None:
    write_one(data_folder)
    file = data_folder / STORE_NAME
    make_damaged(file, how)
    before = file.read_bytes()

    with pytest.raises(DataUnavailableError, match=r"ssw-tui restore FILE.*ssw-tui erase --yes") as raised:
        use(data_folder)

    assert str(file) in str(raised.value)
    assert "\n" not in str(raised.value)
    assert file.read_bytes() == before


def test_a_database_of_another_program_stays_as_it_is(data_folder: Path) -> None:
    data_folder.mkdir()
    file = data_folder / STORE_NAME
    other = sqlite3.connect(file)
    other.execute("CREATE TABLE recipes (name TEXT)")
    other.commit()
    other.close()
    before = file.read_bytes()

    with pytest.raises(DataUnavailableError, match="damaged"):
        write_one(data_folder)

    assert file.read_bytes() == before


@pytest.mark.parametrize("use", [count, write_one])
def test_a_store_of_a_newer_version_stays_as_it_is(data_folder: Path, use: Callable[[Path], object]) -> None:
    write_one(data_folder)
    file = data_folder / STORE_NAME
    newer = sqlite3.connect(file)
    newer.execute("PRAGMA user_version = 99")
    newer.close()
    before = file.read_bytes()

    with pytest.raises(DataUnavailableError, match=r"newer ssw-tui \(schema 99.*restore.*erase"):
        use(data_folder)

    assert file.read_bytes() == before


def test_a_data_folder_that_is_a_file_is_named(data_folder: Path) -> None:
    data_folder.write_text("in the way")

    for use in (Store(data_folder).reading, Store(data_folder).writing):
        with pytest.raises(DataUnavailableError, match="--data-dir") as raised, use():
            pass
        assert str(data_folder) in str(raised.value)

    assert data_folder.read_text() == "in the way"


def test_a_store_that_is_a_folder_is_named(data_folder: Path) -> None:
    (data_folder / STORE_NAME).mkdir(parents=True)

    with pytest.raises(DataUnavailableError, match="cannot be read or written"):
        write_one(data_folder)


def test_a_store_in_use_for_too_long_is_said_to_be(data_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ssw_tui.tracker.store.WAIT_SECONDS", 0.05)
    write_one(data_folder)
    busy = sqlite3.connect(data_folder / STORE_NAME, isolation_level=None)
    busy.execute("BEGIN IMMEDIATE")

    with pytest.raises(DataUnavailableError, match="in use by another program"):
        write_one(data_folder, "b")
    busy.close()

    assert count(data_folder) == 1


# Older and replaced stores


def test_an_older_store_is_brought_up_to_date_with_what_it_holds(data_folder: Path) -> None:
    write_one(data_folder)
    newer = (*MIGRATIONS, ("ALTER TABLE cards ADD COLUMN colour TEXT", "UPDATE cards SET colour = 'green'"))

    store = Store(data_folder, newer)
    with store.reading() as connection:
        assert connection is not None
        rows = [tuple(row) for row in connection.execute("SELECT id, colour FROM cards")]
    store.close()

    assert rows == [("a", "green")]
    with pytest.raises(DataUnavailableError, match="newer"):
        count(data_folder)


def test_a_store_that_another_program_brought_up_meanwhile_is_left_alone(data_folder: Path) -> None:
    write_one(data_folder)
    store = Store(data_folder)
    with store.reading():
        pass
    another = sqlite3.connect(data_folder / STORE_NAME)
    another.execute("PRAGMA user_version = 99")
    another.close()

    with pytest.raises(DataUnavailableError, match="newer"), store.writing():
        pass


def test_a_migration_that_fails_leaves_the_store_as_it_was(data_folder: Path) -> None:
    write_one(data_folder)
    broken = (*MIGRATIONS, ("ALTER TABLE cards ADD COLUMN colour TEXT", "nonsense"))

    with pytest.raises(DataUnavailableError), Store(data_folder, broken).reading():
        pass

    assert count(data_folder) == 1


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps an open file in its place")
def test_a_store_put_in_its_place_by_another_program_is_opened_anew(data_folder: Path, tmp_path: Path) -> None:
    write_one(data_folder)
    write_one(tmp_path / "other", "b")
    store = Store(data_folder)
    with store.reading():
        pass

    (tmp_path / "other" / STORE_NAME).replace(data_folder / STORE_NAME)
    with store.reading() as connection:
        assert connection is not None
        found = [row["id"] for row in connection.execute("SELECT id FROM cards")]
    (data_folder / STORE_NAME).unlink()
    with store.reading() as connection:
        gone = connection is None
    store.close()

    assert (found, gone) == (["b"], True)


def test_the_store_needs_nothing_heavy() -> None:
    program = (
        "import sys; import ssw_tui.tracker.tracker\n"
        "heavy = {'textual', 'rich', 'asyncio', 'cattrs', 'hashlib', 'secrets', 'tempfile'} & set(sys.modules)\n"
        "assert not heavy, heavy\n"
    )

    subprocess.run([sys.executable, "-c", program], check=True)


def test_a_new_store_is_whole_though_its_log_is_never_written_back(
    data_folder: Path,
) -> None:
    """While another connection is open SQLite writes no log back; on a full disk it fails to without a word."""
    others: list[sqlite3.Connection] = []

    class Watched(Store):
        def _migrate(self, connection: sqlite3.Connection) -> None:
            super()._migrate(connection)
            others.append(sqlite3.connect(connection.execute("PRAGMA database_list").fetchone()[2]))
            others[-1].execute("SELECT count(*) FROM cards").fetchone()

    with closing(Watched(data_folder)) as store, store.writing() as connection:
        connection.execute("INSERT INTO cards (id, position, label, status) VALUES ('a', 1, 'A', 'none')")
    for other in others:
        other.close()

    assert count(data_folder) == 1


def test_a_new_store_that_came_out_damaged_is_not_put_in_its_place(
    data_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ssw_tui.tracker.kept.is_sound", lambda _: False)

    with pytest.raises(DataUnavailableError, match="cannot be read or written"), Store(data_folder).writing():
        pass

    assert list(data_folder.iterdir()) == []
