"""Somebody who looks after several people keeps them from a table, on the command line."""

import csv
from io import StringIO
from pathlib import Path

import pytest

from ssw_tui.cli import run
from tests.cli.calling import APP_OPENED, Call, Said

TABLE = """label,status,expires,field,employer,note
Lan,特定技能1号,2026/12/5,介護,みどり園,税の紙を待つ
Budi,No.1,2026/12/20,Agriculture,Yama Farm,
Maria,ssw1,2028/3/15,nursing-care,みどり園,
"""


@pytest.fixture
def ask(capsys: pytest.CaptureFixture[str], data_folder: Path) -> Call:
    """Call ssw-tui for one data folder, or for another that is named."""

    def ask(*words: str, folder: Path = data_folder) -> Said:
        status = run([*words, "--as-of", "2026-11-22", "--data-dir", str(folder)], lambda _: APP_OPENED)
        return Said(status, *capsys.readouterr())

    return ask


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """A table as a spreadsheet saves it."""
    file = tmp_path / "people.csv"
    file.write_text(TABLE, encoding="utf-8-sig")
    return file


def test_a_table_becomes_cards_that_are_worked_through(ask: Call, table: Path) -> None:
    assert ask("import", str(table)).out.startswith("Taken in: cards: 3 new, 0 changed.")
    due = ask("status", "--format", "json")
    assert (due.status, [line["label"] for line in due.data["due"]]) == (1, ["Lan", "Budi"])

    for line in due.data["due"]:
        assert ask("card", "done", line["card"], line["deadline"]).status == 0
    assert ask("status").status == 0
    ask("card", "undo")
    assert "Budi: Last day to apply" in ask("status").out

    assert "| Lan | Nursing Care | みどり園 | 5 Dec 2026 |" in ask("export", "markdown").out
    assert "SUMMARY:Budi: Last day to apply" in ask("export", "ics").out
    assert "税の紙を待つ" in ask("card", "show", due.data["due"][0]["card"], "--to", "html").out


def test_the_same_people_taken_in_twice_are_noticed_and_an_exported_table_changes_them(
    ask: Call, table: Path, tmp_path: Path
) -> None:
    ask("import", str(table))
    assert "3 of the new ones are called like a card that was there" in ask("import", str(table)).out
    assert ask("card", "undo").out == "Taken back: data imported.\n"

    rows = list(csv.DictReader(StringIO(ask("export", "csv").out)))
    rows[0] |= {"expires": "2027-12-05", "note": ""}
    with (tmp_path / "changed.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(rows)
    assert ask("import", str(tmp_path / "changed.csv")).out.startswith("Taken in: cards: 0 new, 1 changed.")
    assert [line["label"] for line in ask("status", "--format", "json").data["due"]] == ["Budi"]


def test_a_second_computer_takes_over_what_was_done_on_the_first(ask: Call, table: Path, tmp_path: Path) -> None:
    ask("import", str(table))
    [lan, budi] = ask("status", "--format", "json").data["due"]
    there = tmp_path / "there"
    for file in ("first.json", "second.json"):
        ask("export", "json", "-o", str(tmp_path / file))
        ask("import", str(tmp_path / file), folder=there)
        ask("card", "done", lan["card"], lan["deadline"])
    assert [line["card"] for line in ask("status", "--format", "json", folder=there).data["due"]] == [budi["card"]]
    assert ask("erase", "--yes", folder=there).status == 0
    assert "No cards yet" in ask("card", "list", folder=there).out
