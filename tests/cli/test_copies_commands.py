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


def test_the_copies_that_are_kept_are_listed_and_one_is_put_back_by_its_name(say: Call, stored: Path) -> None:
    at = ("--data-dir", str(stored))
    assert say("backups", *at).out == "No copies yet: one is kept before a day's changes.\n"
    assert say("card", "add", "--label", "y", "--status", "none", *at).status == 0

    [copy] = say("backups", *at, "--format", "json").data["backups"]
    assert copy.keys() == {"file", "day", "cards", "size"}
    assert copy["cards"] == 1
    assert Path(copy["file"]).stat().st_size == copy["size"]
    assert say("backups", *at).out.startswith(f"{copy['day']}.sqlite3  1 card, ")

    for name in (copy["day"], f"{copy['day']}.sqlite3", copy["file"], "ssw-tui.sqlite3.replaced-1"):
        assert say("restore", name, *at).status == 0
    assert len(say("card", "list", *at, "--format", "json").data["cards"]) == 2


def test_the_log_of_faults_is_erased_too(say: Call, stored: Path) -> None:
    (stored / "logs").mkdir()
    (stored / "logs" / "fault.log").write_text("Traceback")

    assert say("erase", "--yes", "--data-dir", str(stored)).status == 0
    assert list(stored.iterdir()) == []
