import os
from datetime import date
from pathlib import Path

import pytest

from ssw_tui.errors import DataUnavailableError
from ssw_tui.tracker.copies import backup, restore
from ssw_tui.tracker.erasing import erase
from ssw_tui.tracker.last_look import keep_look
from ssw_tui.tracker.records import CardStatus
from ssw_tui.tracker.store import STORE_NAME
from ssw_tui.tracker.tracker import Tracker

NUMBER, LABEL, EMPLOYER = "QX12345678ZK", "Zyxwvut", "Qwertz Farm"


@pytest.fixture
def full(data_folder: Path) -> Path:
    """A folder in which personal data lie in every way that there is."""
    for _ in range(3):
        with Tracker(data_folder) as tracker:
            values = {"number": NUMBER, "employer": EMPLOYER, "expires": date(2027, 3, 15)}
            card = tracker.add_card(label=LABEL, status=CardStatus.SSW1, **values)  # type: ignore[arg-type]
            tracker.remove_card(card.id)
            tracker.undo()
    backup(data_folder, data_folder / "backups" / "of my own")
    backup(data_folder, data_folder / "a copy in the same folder")
    restore(data_folder, data_folder / "backups" / "of my own")
    (data_folder / STORE_NAME).with_name(f"{STORE_NAME}-wal").write_text(LABEL)
    (data_folder / f".{STORE_NAME}.0123abcd").write_text(NUMBER)
    keep_look(data_folder, date(2026, 11, 22), date(2026, 11, 22))
    return data_folder


def bytes_in(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in folder.rglob("*") if file.is_file())


def test_no_byte_of_personal_data_is_left(full: Path) -> None:
    before = bytes_in(full)
    assert all(text.encode() in before for text in (NUMBER, LABEL, EMPLOYER))

    assert erase(full) > 5

    assert bytes_in(full) == b""
    assert list(full.iterdir()) == []
    with Tracker(full) as tracker:
        assert tracker.cards() == []


def test_what_is_removed_was_overwritten_before(full: Path, tmp_path: Path) -> None:
    # A second name keeps the bytes of a file that is removed.
    os.link(full / STORE_NAME, tmp_path / "kept")
    size = (tmp_path / "kept").stat().st_size

    erase(full)

    assert (tmp_path / "kept").read_bytes() == bytes(size)


@pytest.mark.parametrize(
    "export",
    [
        '{\n  "format": 1,\n  "cards": [\n    {"label": "Zyxwvut"}]}',
        "id,label,status,field,granted\r\nx,Zyxwvut,ssw1\r\n",
        "\ufeffid,label,status,field,granted\r\nx,Zyxwvut,ssw1\r\n",
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//ssw-tui//ssw-tui//EN\r\nSUMMARY:Zyxwvut",
        "# Personal data in ssw-tui, as of 22 Nov 2026\n\n# Zyxwvut\n",
    ],
)
def test_exports_in_the_folder_go_too(full: Path, export: str) -> None:
    (full / "an export").write_bytes(export.encode())

    erase(full)

    assert list(full.iterdir()) == []


def test_the_log_of_faults_goes_too(full: Path, tmp_path: Path) -> None:
    logs = tmp_path / "logs"
    logs.mkdir()
    (logs / "fault.log").write_text("Traceback")

    erase(full, logs)

    assert not logs.exists()


def test_files_of_others_and_settings_stay(full: Path) -> None:
    (full / "settings.toml").write_text('theme = "light"\n')
    (full / "letter.csv").write_text("id,amount\n")
    (full / "photos").mkdir()
    (full / "photos" / "cat.jpg").write_bytes(b"cat")

    erase(full)

    assert sorted(file.name for file in full.iterdir()) == ["letter.csv", "photos", "settings.toml"]
    assert (full / "photos" / "cat.jpg").read_bytes() == b"cat"


def test_a_damaged_store_can_be_erased(data_folder: Path) -> None:
    data_folder.mkdir()
    (data_folder / STORE_NAME).write_bytes(b"garbage")

    assert erase(data_folder) == 1


def test_without_a_folder_there_is_nothing_to_erase(data_folder: Path) -> None:
    assert erase(data_folder) == 0
    assert not data_folder.exists()


def test_a_program_that_has_the_store_open_finds_none_afterwards(data_folder: Path) -> None:
    with Tracker(data_folder) as tracker:
        tracker.add_card(label=LABEL, status=CardStatus.NONE)
        erase(data_folder)

        assert tracker.cards() == []
        tracker.add_card(label="new", status=CardStatus.NONE)
        assert [card.label for card in tracker.cards()] == ["new"]


def test_what_cannot_be_removed_is_named(full: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(file: Path, *, missing_ok: bool = False) -> None:
        raise PermissionError(13, "Permission denied", str(file))

    monkeypatch.setattr(Path, "unlink", refuse)

    with pytest.raises(DataUnavailableError, match=r"cannot be removed \(Permission denied\)"):
        erase(full)
