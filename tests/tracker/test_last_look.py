from datetime import date
from pathlib import Path

import pytest

from ssw_tui.tracker.last_look import NAME, keep_look, seen_until
from ssw_tui.tracker.store import STORE_NAME

DAY, CHECKED = date(2026, 12, 10), date(2026, 11, 22)


@pytest.fixture
def used(data_folder: Path) -> Path:
    """A folder with personal data, in which the last look was kept."""
    data_folder.mkdir()
    (data_folder / STORE_NAME).touch()
    keep_look(data_folder, DAY, CHECKED)
    return data_folder


def test_it_is_kept_for_its_owner_alone(used: Path) -> None:
    assert seen_until(used, CHECKED) == DAY
    assert (used / NAME).stat().st_mode & 0o077 == 0


def test_newer_content_can_tell_of_changes_from_before_the_last_look(used: Path) -> None:
    assert seen_until(used, date(2027, 1, 15)) == CHECKED


def test_where_nothing_personal_is_kept_it_is_not_kept_either(data_folder: Path) -> None:
    keep_look(data_folder, DAY, CHECKED)

    assert not data_folder.exists()
    assert seen_until(data_folder, CHECKED) is None


@pytest.mark.parametrize(
    "text", ["", "day = 1", "day = 2026-12-10", "no toml", "day = 2026-12-10T00:00:00\nchecked = 1"]
)
def test_a_file_that_makes_no_sense_is_as_if_there_were_none(used: Path, text: str) -> None:
    (used / NAME).write_text(text)

    assert seen_until(used, CHECKED) is None


def test_a_look_that_cannot_be_kept_disturbs_nobody(used: Path) -> None:
    (used / NAME).unlink()
    (used / NAME).mkdir()

    keep_look(used, DAY, CHECKED)

    assert seen_until(used, CHECKED) is None
