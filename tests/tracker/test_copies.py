import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path
from threading import Thread

import pytest

from ssw_tui.errors import DataUnavailableError, UserError
from ssw_tui.tracker.copies import backup, copies, restore
from ssw_tui.tracker.records import CardStatus
from ssw_tui.tracker.store import STORE_NAME
from ssw_tui.tracker.tracker import Tracker


def _add(folder: Path, label: str) -> None:
    with Tracker(folder) as tracker:
        tracker.add_card(label=label, status=CardStatus.SSW1, expires=date(2027, 3, 15))


def _labels(folder: Path) -> list[str]:
    with Tracker(folder) as tracker:
        return [card.label for card in tracker.cards()]


def test_a_copy_that_is_put_back_holds_what_was_there_when_it_was_made(data_folder: Path, tmp_path: Path) -> None:
    _add(data_folder, "first")
    backup(data_folder, tmp_path / "copy")
    _add(data_folder, "second")

    aside = restore(data_folder, tmp_path / "copy")

    assert _labels(data_folder) == ["first"]
    assert aside is not None
    assert aside.is_file()


def test_what_was_replaced_can_be_put_back_too(data_folder: Path, tmp_path: Path) -> None:
    _add(data_folder, "first")
    backup(data_folder, tmp_path / "copy")
    _add(data_folder, "second")
    aside = restore(data_folder, tmp_path / "copy")

    assert aside is not None
    restore(data_folder, aside)

    assert sorted(_labels(data_folder)) == ["first", "second"]


def test_copies_are_for_their_owners_eyes_alone(data_folder: Path, tmp_path: Path) -> None:
    _add(data_folder, "first")
    backup(data_folder, tmp_path / "copy")
    restore(data_folder, tmp_path / "copy")

    assert (tmp_path / "copy").stat().st_mode & 0o777 == 0o600
    assert (data_folder / STORE_NAME).stat().st_mode & 0o777 == 0o600


def test_a_copy_never_takes_the_place_of_a_file(data_folder: Path, tmp_path: Path) -> None:
    _add(data_folder, "first")
    (tmp_path / "copy").write_text("something else")

    with pytest.raises(UserError, match="there already"):
        backup(data_folder, tmp_path / "copy")
    assert (tmp_path / "copy").read_text() == "something else"


def test_without_data_there_is_nothing_to_copy(data_folder: Path, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="nothing to copy"):
        backup(data_folder, tmp_path / "copy")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", [b"", b"garbage" * 200])
def test_a_file_that_is_no_copy_changes_nothing(data_folder: Path, tmp_path: Path, content: bytes) -> None:
    _add(data_folder, "first")
    (tmp_path / "other").write_bytes(content)

    with pytest.raises(UserError, match="no copy"):
        restore(data_folder, tmp_path / "other")
    assert _labels(data_folder) == ["first"]


def test_a_damaged_store_gives_way_to_a_copy_and_is_kept_aside(data_folder: Path, tmp_path: Path) -> None:
    _add(data_folder, "first")
    backup(data_folder, tmp_path / "copy")
    (data_folder / STORE_NAME).write_bytes(b"garbage" * 200)
    with pytest.raises(DataUnavailableError):
        _labels(data_folder)

    aside = restore(data_folder, tmp_path / "copy")

    assert _labels(data_folder) == ["first"]
    assert aside is not None
    assert aside.read_bytes() == b"garbage" * 200


def test_a_store_that_is_damaged_is_not_copied(data_folder: Path, tmp_path: Path) -> None:
    _add(data_folder, "first")
    file = data_folder / STORE_NAME
    damaged = bytearray(file.read_bytes())
    damaged[2 * 4096 : 3 * 4096] = b"\xff" * 4096
    file.write_bytes(damaged)

    with pytest.raises(DataUnavailableError, match="restore FILE"):
        backup(data_folder, tmp_path / "copy")

    assert list(tmp_path.iterdir()) == [data_folder]


def test_a_store_of_another_program_is_no_copy(data_folder: Path, tmp_path: Path) -> None:
    _add(data_folder, "first")
    with closing(sqlite3.connect(tmp_path / "other")) as other:
        other.execute("CREATE TABLE recipes (name TEXT)")
        other.execute("PRAGMA user_version = 1")

    with pytest.raises(UserError, match="no copy"):
        restore(data_folder, tmp_path / "other")

    assert _labels(data_folder) == ["first"]


def test_a_copy_whose_rows_make_no_sense_is_not_put_back(data_folder: Path, tmp_path: Path) -> None:
    _add(data_folder, "first")
    backup(data_folder, tmp_path / "copy")
    with closing(sqlite3.connect(tmp_path / "copy", isolation_level=None)) as copy:
        copy.execute("UPDATE cards SET status = 'king'")

    with pytest.raises(UserError, match="no copy"):
        restore(data_folder, tmp_path / "copy")

    assert _labels(data_folder) == ["first"]


def test_a_store_that_is_put_back_is_written_ahead_like_any_other(data_folder: Path, tmp_path: Path) -> None:
    _add(data_folder, "first")
    backup(data_folder, tmp_path / "copy")
    restore(data_folder, tmp_path / "copy")

    with closing(sqlite3.connect(data_folder / STORE_NAME)) as store:
        assert store.execute("PRAGMA journal_mode").fetchone()[0] == "wal"


def test_a_program_that_has_the_store_open_goes_on_with_the_one_put_back(data_folder: Path, tmp_path: Path) -> None:
    _add(data_folder, "first")
    backup(data_folder, tmp_path / "copy")
    with Tracker(data_folder) as opened:
        opened.add_card(label="second", status=CardStatus.NONE)
        aside = restore(data_folder, tmp_path / "copy")
        opened.add_card(label="third", status=CardStatus.NONE)

        assert [card.label for card in opened.cards()] == ["first", "third"]
    assert _labels(data_folder) == ["first", "third"]
    assert aside is not None
    restore(data_folder, aside)
    assert _labels(data_folder) == ["first", "second"]


def test_a_change_that_waits_while_the_store_is_replaced_is_made_in_the_new_one(
    data_folder: Path, tmp_path: Path
) -> None:
    _add(data_folder, "first")
    backup(data_folder, tmp_path / "copy")
    busy = sqlite3.connect(data_folder / STORE_NAME, isolation_level=None, check_same_thread=False)
    busy.execute("BEGIN IMMEDIATE")
    writer = Thread(target=_add, args=(data_folder, "waited"))
    writer.start()
    # It gets as far as the lock of the store; when it is slower than this, it finds the new store at once.
    writer.join(0.3)
    assert writer.is_alive()

    restore(data_folder, tmp_path / "copy")
    busy.close()
    writer.join(30)

    assert _labels(data_folder) == ["first", "waited"]


def test_the_copies_are_listed_with_what_they_hold(data_folder: Path, tmp_path: Path) -> None:
    _add(data_folder, "first")
    backup(data_folder, tmp_path / "copy")
    restore(data_folder, tmp_path / "copy")
    for name in ("2026-11-20", "2026-11-21", "2026-11-21-2"):
        (data_folder / "backups").mkdir(exist_ok=True)
        (data_folder / "backups" / f"{name}.sqlite3").write_bytes((tmp_path / "copy").read_bytes())
    (data_folder / "backups" / "2026-11-21.sqlite3").write_bytes(b"garbage" * 200)

    found = [(copy.file.name, copy.day, copy.cards) for copy in copies(data_folder)]

    assert found == [
        ("2026-11-21-2.sqlite3", date(2026, 11, 21), 1),
        ("2026-11-21.sqlite3", date(2026, 11, 21), None),
        ("2026-11-20.sqlite3", date(2026, 11, 20), 1),
        (f"{STORE_NAME}.replaced-1", None, 1),
    ]
    assert copies(data_folder)[1].size == 1400


def test_a_folder_that_stands_where_the_store_belongs_is_set_aside(data_folder: Path, tmp_path: Path) -> None:
    _add(data_folder, "first")
    backup(data_folder, tmp_path / "copy")
    (data_folder / STORE_NAME).unlink()
    (data_folder / STORE_NAME).mkdir()

    restore(data_folder, tmp_path / "copy")

    assert _labels(data_folder) == ["first"]
