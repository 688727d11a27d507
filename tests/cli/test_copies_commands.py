from pathlib import Path

import pytest

from tests.cli.calling import Call


@pytest.fixture
def stored(say: Call, data_folder: Path) -> Path:
    """A data folder with one card in it."""
    card = ("--label", "x", "--status", "ssw1", "--expires", "2027-03-15")
    assert say("card", "add", *card, "--data-dir", str(data_folder)).status == 0
    return data_folder


def test_a_copy_is_made_and_put_back(say: Call, stored: Path, tmp_path: Path) -> None:
    copy = str(tmp_path / "copy")

    assert say("backup", "-o", copy, "--data-dir", str(stored)).out == f"{copy}\n"
    said = say("restore", copy, "--data-dir", str(stored), "--format", "json")

    assert said.status == 0
    assert said.data["replaced"].startswith(str(stored))


def test_nothing_is_erased_without_a_yes(say: Call, stored: Path) -> None:
    said = say("erase", "--data-dir", str(stored))

    assert said.status == 2
    assert "erase --yes" in said.err
    assert say("card", "list", "--data-dir", str(stored), "--format", "json").data["cards"]


def test_everything_is_erased_with_a_yes(say: Call, stored: Path) -> None:
    assert say("erase", "--yes", "--data-dir", str(stored)).status == 0
    assert list(stored.iterdir()) == []


def test_a_file_that_is_not_there_is_said_so(say: Call, stored: Path) -> None:
    said = say("restore", str(stored / "nothing"), "--data-dir", str(stored))

    assert said.status == 2
    assert said.err.count("\n") == 1
