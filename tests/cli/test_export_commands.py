import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from ssw_tui.tracker.tracker import Tracker
from tests.cli.calling import Call
from tests.tracker.everybody import EVERYTHING, LAN, NUMBER

KINDS = ("json", "ics", "markdown", "csv")


@pytest.fixture
def stored(data_folder: Path) -> Path:
    """A data folder with something of every kind in it."""
    with Tracker(data_folder) as tracker:
        tracker.take_in(lambda _: EVERYTHING)
    return data_folder


def everything(folder: Path) -> object:
    with Tracker(folder) as tracker:
        return tracker.everything()


def test_json_depends_on_the_data_alone(say: Call, stored: Path, tmp_path: Path) -> None:
    first = say("export", "json", "--data-dir", str(stored), "--as-of", "2026-11-22")
    (tmp_path / "export").write_text(first.out)
    assert say("import", str(tmp_path / "export"), "--data-dir", str(tmp_path / "new")).status == 0
    again = say("export", "json", "--data-dir", str(tmp_path / "new"), "--as-of", "2027-06-01", "--format", "json")

    assert (first.status, again.out) == (0, first.out)
    assert json.loads(first.out)["cards"][0]["id"] == LAN.id
    assert everything(tmp_path / "new") == everything(stored)


def test_whole_numbers_are_warned_of(say: Call, stored: Path, data_folder: Path) -> None:
    assert "whole card numbers" in say("export", "json", "--data-dir", str(stored)).err
    assert say("card", "edit", LAN.id, "--number", "", "--data-dir", str(stored)).status == 0
    assert say("export", "json", "--data-dir", str(stored)).err == ""


@pytest.mark.parametrize("kind", ["markdown", "csv"])
def test_only_reveal_gives_whole_numbers(say: Call, stored: Path, kind: str) -> None:
    assert NUMBER not in say("export", kind, "--data-dir", str(stored)).out
    assert NUMBER in say("export", kind, "--reveal", "--data-dir", str(stored)).out


def test_a_calendar_never_holds_numbers(say: Call, stored: Path) -> None:
    said = say("export", "ics", "--reveal", "--data-dir", str(stored))
    assert (said.status, said.err.count("\n")) == (2, 1)
    assert NUMBER not in say("export", "ics", "--data-dir", str(stored)).out


@pytest.mark.skipif(os.name == "nt", reason="Windows has no file modes")
@pytest.mark.parametrize("kind", KINDS)
def test_a_file_is_new_and_for_its_owners_eyes_alone(say: Call, stored: Path, tmp_path: Path, kind: str) -> None:
    file = tmp_path / "export"
    before = os.umask(0)
    try:
        said = say("export", kind, "-o", str(file), "--data-dir", str(stored), "--as-of", "2026-11-22")
    finally:
        os.umask(before)
    held = file.read_bytes()
    again = say("export", kind, "-o", str(file), "--data-dir", str(stored))

    assert (said.status, said.out) == (0, f"{file}\n")
    assert file.stat().st_mode & 0o777 == 0o600
    assert (again.status, "is there already" in again.err) == (2, True)
    assert file.read_bytes() == held
    printed = say("export", kind, "--data-dir", str(stored), "--as-of", "2026-11-22").out
    assert held.decode("utf-8-sig") == printed


def test_a_file_for_spreadsheets_says_how_it_is_written_and_comes_back(say: Call, stored: Path, tmp_path: Path) -> None:
    file = tmp_path / "cards.csv"
    before = everything(stored)
    say("export", "csv", "-o", str(file), "--data-dir", str(stored))

    assert file.read_bytes().startswith(b"\xef\xbb\xbfid,label,")
    assert say("import", str(file), "--data-dir", str(stored)).out.startswith("Nothing new")
    assert everything(stored) == before


@pytest.mark.parametrize("kind", KINDS)
def test_an_export_in_the_data_folder_is_erased_with_the_rest(say: Call, stored: Path, kind: str) -> None:
    assert say("export", kind, "-o", str(stored / "export"), "--data-dir", str(stored)).status == 0
    assert say("erase", "--yes", "--data-dir", str(stored)).status == 0

    assert list(stored.iterdir()) == []


def test_a_folder_that_is_not_there_is_said_so(say: Call, stored: Path, tmp_path: Path) -> None:
    said = say("export", "json", "-o", str(tmp_path / "no" / "file"), "--data-dir", str(stored))
    assert (said.status, said.err.count("\n")) == (3, 1)


def test_without_data_there_is_an_empty_export_but_no_calendar(say: Call, data_folder: Path) -> None:
    assert json.loads(say("export", "json", "--data-dir", str(data_folder)).out)["cards"] == []
    assert say("export", "csv", "--data-dir", str(data_folder)).out.count("\n") == 1
    assert say("export", "ics", "--data-dir", str(data_folder)).status == 2
    assert not data_folder.exists()


def test_what_was_taken_in_is_counted_and_can_be_taken_back(say: Call, stored: Path, tmp_path: Path) -> None:
    (tmp_path / "cards.csv").write_text(f"id,label,status\n{LAN.id},Lan 2,ssw1\n,New,none\n")
    before = everything(stored)

    said = say("import", str(tmp_path / "cards.csv"), "--data-dir", str(stored), "--format", "json")

    assert said.data == {"added": {"cards": 1}, "changed": {"cards": 1}, "namesakes": 0}
    assert say("card", "undo", "--data-dir", str(stored)).out == "Taken back: data imported.\n"
    assert everything(stored) == before


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b'{"format": 1, "cards": [{"id": "a", "label": "A", "status": "x"}]}', "cards[0].status: it must be one of"),
        (b'{"format": 1, "events": [{"id": "a", "card": "b", "kind": "moved", "on": "2026-01-01", "number": 1}]}',
         "events[0].card: there is no such card"),
        (b"id,label,status\na,A,x\n", "line 2, status"),
        (b"id,label,status\na,\xff,none\n", "line 2 is no UTF-8 text"),
        (b"", "line 1: it must name the columns"),
        (b"SQLite format 3\x00", "ssw-tui restore puts it back"),
        (b"PK\x03\x04", "it is a workbook"),
        (b"BEGIN:VCALENDAR\r\n", "a calendar cannot be taken in"),
        (b"# Personal data", "a readable export cannot be taken in"),
        (b"\x00" * 100, "line 1"),
    ],
)  # fmt: skip
def test_a_file_that_is_wrong_changes_nothing(
    say: Call, stored: Path, tmp_path: Path, content: bytes, said: str
) -> None:
    file = tmp_path / "file"
    file.write_bytes(content)
    before = everything(stored)
    call = say("import", str(file), "--data-dir", str(stored))

    assert (call.status, call.out, call.err.count("\n")) == (2, "", 1)
    assert call.err.startswith(f"ssw-tui: {file}: ")
    assert said in call.err
    assert everything(stored) == before
    assert say("import", str(file), "--data-dir", str(tmp_path / "new")).status == 2
    assert not (tmp_path / "new").exists()


def test_a_file_that_is_too_large_is_not_read(
    say: Call, stored: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ssw_tui.output.exchange.taking.LARGEST", 1 << 20)
    (tmp_path / "file").write_bytes(b"{" * ((1 << 20) + 1))

    assert "larger than 1 MB" in say("import", str(tmp_path / "file"), "--data-dir", str(stored)).err


@pytest.mark.parametrize("file", ["nothing", "", "\0"])
def test_a_file_that_cannot_be_read_is_named(say: Call, stored: Path, file: str) -> None:
    said = say("import", file, "--data-dir", str(stored))
    assert (said.status, said.err.count("\n")) == (2, 1)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only some systems have a device that is always full")
def test_a_full_disk_behind_standard_output_is_said_in_a_line(stored: Path) -> None:
    call = [sys.executable, "-m", "ssw_tui", "export", "json", "--data-dir", str(stored)]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(call, stdout=full, stderr=subprocess.PIPE, check=False, encoding="utf-8")

    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert "No space left" in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only some systems have a device that is always full")
@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("card", "add", "--label", "x", "--status", "none"), "The change was made, but the output cannot be written"),
        (("card", "undo"), "The change was made, but the output cannot be written"),
        (("import", "{csv}"), "The change was made, but the output cannot be written"),
        (("export", "json", "-o", "{new}"), "The file was written, but the output cannot be written"),
        (("backup", "-o", "{new}"), "The file was written, but the output cannot be written"),
    ],
)
def test_a_change_of_which_the_word_is_lost_is_done_and_said_to_be(
    stored: Path, tmp_path: Path, words: tuple[str, ...], said: str, unbuffered: str
) -> None:
    (tmp_path / "csv").write_text("label,status\nNew,none\n")
    named = [word.format(csv=tmp_path / "csv", new=tmp_path / "new") for word in words]
    before = everything(stored)
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "ssw_tui", *named, "--data-dir", str(stored)],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            encoding="utf-8",
            env=os.environ | {"PYTHONUNBUFFERED": unbuffered},
        )

    assert done.returncode == 0
    assert f"ssw-tui: {said} (No space left on device)." in done.stderr.splitlines()
    assert (everything(stored) != before) != (tmp_path / "new").exists()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only some systems have a device that is always full")
def test_a_command_that_only_reads_has_failed_where_its_output_is_lost(stored: Path) -> None:
    with Path("/dev/full").open("w") as full:
        call = [sys.executable, "-m", "ssw_tui", "card", "list", "--data-dir", str(stored)]
        done = subprocess.run(call, stdout=full, stderr=subprocess.PIPE, check=False, encoding="utf-8")

    assert (done.returncode, done.stderr) == (2, "ssw-tui: The output cannot be written (No space left on device).\n")
