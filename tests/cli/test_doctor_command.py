"""What the program sees of the machine, and what it keeps to itself."""

from pathlib import Path

import pytest

from tests.cli.calling import Call


def test_it_names_versions_terminal_and_folders(say: Call, tmp_path: Path) -> None:
    data = say("doctor", "--format", "json", "--data-dir", str(tmp_path)).data
    assert {"versions", "terminal", "folders", "advice"} == set(data)
    assert data["versions"]["textual"].startswith("8.")
    assert data["terminal"]["output"] == "no terminal"


def test_it_names_no_folder_and_nothing_of_a_card(say: Call, tmp_path: Path) -> None:
    folder = tmp_path / "lan-tran"
    add = ("card", "add", "--label", "Lan", "--status", "ssw1", "--expires", "2027-03-15", "--number", "AB12345678CD")
    say(*add, "--data-dir", str(folder))
    said = say("doctor", "--data-dir", str(folder))
    assert said.status == 0
    assert not any(word in said.out for word in ("lan-tran", "Lan", "AB12345678CD", str(Path.home())))


def test_it_says_what_to_do_where_others_can_open_the_data(say: Call, tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    assert "chmod 700" in say("doctor", "--data-dir", str(tmp_path)).out


def test_a_settings_file_that_cannot_be_used_is_said_without_its_words(say: Call, tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text("secret-word = 1\n", encoding="utf-8")
    said = say("doctor", "--data-dir", str(tmp_path))
    assert said.status == 0
    assert "settings file cannot be used" in said.out
    assert "secret-word" not in said.out


def test_a_dumb_terminal_is_sent_to_the_commands(say: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "dumb")
    assert "prints it as text" in say("doctor", "--data-dir", str(tmp_path)).out
