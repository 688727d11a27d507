"""What goes wrong is said without a label, an employer or a number, whatever the command and whatever the fault."""

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from ssw_tui.output.exchange.data_file import data_file
from ssw_tui.tracker.everything import Everything
from ssw_tui.tracker.records import Card, CardStatus
from ssw_tui.tracker.store import STORE_NAME
from ssw_tui.tracker.tracker import Tracker
from tests.cli.calling import Call
from tests.conftest import TODAY

SECRETS = ("Zyxwvut", "QX11223344ZK", "Qwertz Farm")
LABEL, NUMBER, EMPLOYER = SECRETS
CARD = Card(
    id="card-1", label=LABEL, status=CardStatus.SSW1, number=NUMBER, employer=EMPLOYER, expires=TODAY, period="1y"
)
PERSONAL = (
    ("status",),
    ("card", "list"),
    ("card", "show", CARD.id),
    ("card", "show", "nobody"),
    ("card", "add", "--label", "x", "--status", "ssw1"),
    ("card", "edit", CARD.id, "--expires", "2027-02-30"),
    ("card", "edit", CARD.id, "--status", "none"),
    ("card", "remove", CARD.id),
    ("card", "undo"),
    ("card", "redo"),
    ("card", "event", CARD.id, "moved", "--on", "2026-11-10"),
    ("card", "event", CARD.id, "danced", "--on", "2026-11-10"),
    ("card", "done", CARD.id, "nothing"),
    ("card", "spell", CARD.id, "--from", "2026-11-10", "--to", "2026-11-01"),
    ("card", "leave", CARD.id, "--from", "2026-11-10", "--to", "2026-11-01", "--kind", "sick"),
    ("quiz", "--saved"),
    ("export", "json"),
    ("export", "ics"),
    ("export", "markdown"),
    ("export", "csv"),
    ("import", "FOLDER/whole.json"),
    ("import", "FOLDER/shifted.csv"),
    ("import", "FOLDER/broken.json"),
    ("import", "FOLDER/nothing"),
    ("backup", "-o", "FOLDER/copy"),
    ("backup", "-o", "FOLDER/no/copy"),
    ("backups",),
    ("restore", "FOLDER/shifted.csv"),
    ("restore", "nothing"),
    ("paths",),
    ("doctor",),
    ("erase",),
)
"""Calls of every command that has to do with personal data."""


@pytest.fixture
def stored(data_folder: Path, tmp_path: Path) -> Path:
    """A data folder with the card, and files beside it that hold the same."""
    everything = Everything(cards=(CARD,))
    with Tracker(data_folder) as tracker:
        tracker.take_in(lambda _: everything)
        tracker.change_card(CARD.id, label=f"{LABEL} again")
    text = data_file(everything)
    (tmp_path / "whole.json").write_text(text)
    (tmp_path / "broken.json").write_text(text[:-20])
    (tmp_path / "shifted.csv").write_text(f"id,label,status,number,expires\n,ssw1,{LABEL},2027-01-01,{NUMBER}\n")
    return data_folder


def damage(folder: Path) -> None:
    file = folder / STORE_NAME
    content = bytearray(file.read_bytes())
    content[4096:8192] = content[8192:12288]
    file.write_bytes(content)


def cut(folder: Path) -> None:
    file = folder / STORE_NAME
    file.write_bytes(file.read_bytes()[:5000])


def make_newer(folder: Path) -> None:
    connection = sqlite3.connect(folder / STORE_NAME)
    connection.execute("PRAGMA user_version = 99")
    connection.close()


def break_rows(folder: Path) -> None:
    connection = sqlite3.connect(folder / STORE_NAME)
    connection.execute("UPDATE cards SET status = label, period = number")
    connection.execute("UPDATE history SET before = after || 'x', after = before || 'x'")
    connection.commit()
    connection.close()


def leave(folder: Path) -> None:
    """Leave the store as it is."""


@pytest.mark.parametrize("fault", [leave, damage, cut, make_newer, break_rows], ids=lambda fault: fault.__name__)
def test_no_error_names_anybody(say: Call, stored: Path, tmp_path: Path, fault: Callable[[Path], None]) -> None:
    fault(stored)
    for words in PERSONAL:
        call = [word.replace("FOLDER", str(tmp_path)) for word in words]
        said = say(*call, "--data-dir", str(stored), "--as-of", str(TODAY))

        assert said.status in (0, 1, 2, 3)
        assert not any(secret in said.err for secret in SECRETS), words
    assert list(stored.glob("logs/*")) == []


def test_what_sqlite_says_of_a_row_is_not_repeated(say: Call, stored: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> Iterator[Any]:
        raise sqlite3.IntegrityError(f"UNIQUE constraint failed: {LABEL} {NUMBER}")

    monkeypatch.setattr("ssw_tui.tracker.history._swap", refuse)
    said = say("card", "edit", CARD.id, "--label", "y", "--data-dir", str(stored))

    assert said.status == 3
    assert not any(secret in said.err for secret in SECRETS)
