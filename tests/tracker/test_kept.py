"""The copies that are kept by themselves."""

import os
import sqlite3
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from ssw_tui.errors import DataUnavailableError
from ssw_tui.tracker.kept import MONTHS, NEWEST, kept
from ssw_tui.tracker.schema import MIGRATIONS
from ssw_tui.tracker.store import STORE_NAME, Store

DAY = date(2026, 11, 22)


def write(folder: Path, card: str, day: date = DAY, *, keeps_copy: bool = False) -> None:
    with closing(Store(folder, today=lambda: day)) as store, store.writing(keeps_copy=keeps_copy) as connection:
        connection.execute("INSERT INTO cards (id, position, label, status) VALUES (?, 1, 'A', 'none')", (card,))


def cards_in(file: Path) -> list[str]:
    with closing(sqlite3.connect(file)) as connection:
        return sorted(row[0] for row in connection.execute("SELECT id FROM cards"))


def test_a_copy_is_kept_before_the_first_change_of_a_day(data_folder: Path) -> None:
    write(data_folder, "a")
    assert kept(data_folder) == []

    for card in ("b", "c"):
        write(data_folder, card, DAY + timedelta(days=1))
    write(data_folder, "d", DAY + timedelta(days=2))

    assert [(file.name, cards_in(file)) for file in kept(data_folder)] == [
        ("2026-11-24.sqlite3", ["a", "b", "c"]),
        ("2026-11-23.sqlite3", ["a"]),
    ]


def test_a_program_that_runs_over_midnight_keeps_one_too(data_folder: Path) -> None:
    days = iter([DAY, DAY, DAY + timedelta(days=1)])
    with closing(Store(data_folder, today=lambda: next(days))) as store:
        for card in "abcd":
            with store.writing() as connection:
                connection.execute(
                    "INSERT INTO cards (id, position, label, status) VALUES (?, 1, 'A', 'none')", (card,)
                )

    assert [(file.name, cards_in(file)) for file in kept(data_folder)] == [
        ("2026-11-23.sqlite3", ["a", "b", "c"]),
        ("2026-11-22.sqlite3", ["a"]),
    ]


def test_reading_keeps_no_copy(data_folder: Path) -> None:
    write(data_folder, "a")
    with closing(Store(data_folder, today=lambda: DAY)) as store, store.reading() as connection:
        assert connection is not None

    assert kept(data_folder) == []


def test_one_more_of_the_day_is_kept_where_that_is_asked_for(data_folder: Path) -> None:
    for card in "abcd":
        write(data_folder, card, keeps_copy=True)

    assert [(file.name, cards_in(file)) for file in kept(data_folder)] == [
        ("2026-11-22-3.sqlite3", ["a", "b", "c"]),
        ("2026-11-22-2.sqlite3", ["a", "b"]),
        ("2026-11-22.sqlite3", ["a"]),
    ]


def test_the_newest_stay_and_one_of_each_month(data_folder: Path) -> None:
    write(data_folder, "a")
    backups = data_folder / "backups"
    backups.mkdir()
    days = [DAY - timedelta(days=number) for number in range(1, 500)]
    for day in days:
        (backups / f"{day}.sqlite3").write_bytes(b"x")

    write(data_folder, "b")

    found = [file.stem for file in kept(data_folder)]
    assert found[:NEWEST] == [str(day) for day in [DAY, *days][:NEWEST]]
    assert found[NEWEST:] == [
        *("2026-10-31", "2026-09-30", "2026-08-31", "2026-07-31", "2026-06-30", "2026-05-31"),
        *("2026-04-30", "2026-03-31", "2026-02-28", "2026-01-31", "2025-12-31"),
    ]
    assert len({name[:7] for name in found}) == MONTHS


def test_what_others_put_into_the_folder_stays(data_folder: Path) -> None:
    write(data_folder, "a")
    backups = data_folder / "backups"
    backups.mkdir()
    others = ["my-own.sqlite3", "notes.txt", ".2026-11-22.sqlite3.0123abcd"]
    for name in (*others, ".2026-11-21.sqlite3.0123abcd"):
        (backups / name).write_bytes(b"x")

    write(data_folder, "b")

    assert sorted(file.name for file in backups.iterdir()) == sorted([*others, "2026-11-22.sqlite3"])


def test_a_damaged_store_is_never_copied_and_lets_no_copy_go(data_folder: Path) -> None:
    write(data_folder, "a")
    backups = data_folder / "backups"
    backups.mkdir()
    for number in range(1, 40):
        (backups / f"{DAY - timedelta(days=number)}.sqlite3").write_bytes(b"x")
    file = data_folder / STORE_NAME
    damaged = bytearray(file.read_bytes())
    damaged[2 * 4096 :] = b"\xff" * (len(damaged) - 2 * 4096)
    file.write_bytes(damaged)

    with pytest.raises(DataUnavailableError):
        write(data_folder, "b")

    assert len(kept(data_folder)) == 39
    assert file.read_bytes() == bytes(damaged)


def test_an_older_store_is_copied_before_it_is_brought_up(data_folder: Path) -> None:
    write(data_folder, "a")
    newer = (*MIGRATIONS, ("ALTER TABLE cards ADD COLUMN colour TEXT",))

    with closing(Store(data_folder, newer, today=lambda: DAY)) as store, store.reading() as connection:
        assert connection is not None

    [copy] = kept(data_folder)
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone()[0] == len(MIGRATIONS)
    assert cards_in(copy) == ["a"]


def test_where_no_copy_can_be_kept_nothing_is_changed(data_folder: Path) -> None:
    write(data_folder, "a")
    (data_folder / "backups").write_text("in the way")

    with pytest.raises(DataUnavailableError, match="cannot be read or written"):
        write(data_folder, "b")

    assert cards_in(data_folder / STORE_NAME) == ["a"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no file modes")
@pytest.mark.parametrize("mask", [0, 0o077])
def test_copies_are_for_their_owners_eyes_alone(data_folder: Path, mask: int) -> None:
    before = os.umask(mask)
    try:
        for card in "ab":
            write(data_folder, card)
    finally:
        os.umask(before)

    assert (data_folder / "backups").stat().st_mode & 0o777 == 0o700
    assert {file.stat().st_mode & 0o777 for file in kept(data_folder)} == {0o600}
