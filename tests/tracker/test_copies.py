from datetime import date
from pathlib import Path

import pytest

from ssw_tui.errors import DataUnavailableError, UserError
from ssw_tui.tracker.copies import backup, erase, restore
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


def test_erasing_leaves_no_file_with_personal_data(data_folder: Path, tmp_path: Path) -> None:
    _add(data_folder, "first")
    backup(data_folder, tmp_path / "copy")
    restore(data_folder, tmp_path / "copy")
    (data_folder / "settings.toml").write_text('theme = "light"\n')

    assert erase(data_folder) > 1

    assert [file.name for file in data_folder.iterdir()] == ["settings.toml"]
    assert _labels(data_folder) == []
