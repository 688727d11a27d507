import json
import stat
from datetime import date
from pathlib import Path

import pytest

from ssw_tui.tracker.copies import backup, copies
from ssw_tui.tracker.records import CardStatus
from ssw_tui.tracker.store import STORE_NAME
from ssw_tui.ui.dialogs.choose import ChooseDialog
from ssw_tui.ui.dialogs.copies import CopiesDialog
from ssw_tui.ui.dialogs.file_name import FileNameDialog
from ssw_tui.ui.dialogs.open_file import OpenFileDialog
from ssw_tui.ui.session import Session
from tests.sample import LABEL
from tests.ui.opened import Opened, opened


async def _closed(run: Opened) -> None:
    await run.until(lambda: not run.has_dialog)
    await run.settle()


async def _choose(run: Opened, row_id: str) -> None:
    await run.press("6", "x")
    run.dialog(ChooseDialog).list.choose(row_id)
    await run.settle()
    await run.press("enter")


async def _write(run: Opened, kind: str, to: Path) -> str:
    await _choose(run, kind)
    run.dialog(FileNameDialog).input.value = str(to)
    await run.press("enter")
    await _closed(run)
    assert "Written" in " ".join(notice.title for notice in run.app._notifications)
    return _private_text(to)


def _private_text(file: Path) -> str:
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    return file.read_text(encoding="utf-8")


def _stores(folder: Path) -> list[Path]:
    return list(folder.rglob("*.sqlite3*"))


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("ics", "SUMMARY:Example card: Notify your new address"),
        ("markdown", "# Example card"),
        ("csv", "Example card"),
        ("json", '"label": "Example card"'),
    ],
)
async def test_the_data_are_written_as_a_file_that_only_its_owner_can_read(
    seeded: Session, tmp_path: Path, kind: str, said: str
) -> None:
    async with opened(seeded) as run:
        text = await _write(run, kind, tmp_path / f"out.{kind}")

        assert said in text.replace("\r\n ", "")


async def test_the_suggested_name_bears_the_day_and_the_ending(seeded: Session) -> None:
    async with opened(seeded) as run:
        await _choose(run, "ics")

        assert run.dialog(FileNameDialog).input.value.endswith("ssw-tui-2026-11-22.ics")


async def test_without_a_day_there_is_no_calendar_and_that_is_said(session: Session, tmp_path: Path) -> None:
    async with opened(session) as run:
        await _choose(run, "ics")
        run.dialog(FileNameDialog).input.value = str(tmp_path / "out.ics")
        await run.press("enter")
        await _closed(run)

        assert "No card has a day for a calendar yet" in run.notices
        assert not (tmp_path / "out.ics").exists()


async def test_a_folder_that_cannot_be_written_is_said(
    seeded: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("ssw_tui.private_files.write_new", full)
    async with opened(seeded) as run:
        await _choose(run, "json")
        run.dialog(FileNameDialog).input.value = str(tmp_path / "out.json")
        await run.press("enter")
        await _closed(run)

        assert "No space left on device" in run.notices


async def test_a_file_is_taken_in_and_that_is_taken_back(seeded: Session, tmp_path: Path) -> None:
    file = tmp_path / "data.json"
    async with opened(seeded) as run:
        data = json.loads(await _write(run, "json", file))
        data["cards"][0]["label"] = "From the file"
        file.write_text(json.dumps(data), encoding="utf-8")
        await _choose(run, "take-in")
        run.dialog(OpenFileDialog).input.value = str(file)
        await run.press("enter")
        await _closed(run)
        assert "From the file" in run.text

        await run.press("u")
        assert LABEL in run.text


@pytest.mark.parametrize(("text", "said"), [("{", "line 1"), ("[]", "no export of this program")])
async def test_a_file_that_is_something_else_changes_nothing(
    seeded: Session, tmp_path: Path, text: str, said: str
) -> None:
    file = tmp_path / "data.json"
    file.write_text(text, encoding="utf-8")
    before = seeded.card_files()
    async with opened(seeded) as run:
        await _choose(run, "take-in")
        run.dialog(OpenFileDialog).input.value = str(file)
        await run.press("enter")
        await _closed(run)

        assert said in run.notices
        assert seeded.card_files() == before


async def test_a_file_that_is_not_there_is_said_at_once(seeded: Session, tmp_path: Path) -> None:
    async with opened(seeded) as run:
        await _choose(run, "take-in")
        for name in (str(tmp_path / "missing.json"), "", "~nobody-at-all/x", "\0", str(tmp_path)):
            run.dialog(OpenFileDialog).input.value = name
            await run.press("enter")
            assert "There is no such file" in run.text


def _damage(folder: Path) -> bytes:
    store = folder / STORE_NAME
    for beside in folder.glob(f"{STORE_NAME}-*"):
        beside.unlink()
    store.write_bytes(b"this is no database at all" * 100)
    return store.read_bytes()


async def test_a_damaged_store_is_replaced_by_a_copy_and_kept_aside(
    seeded: Session, data_folder: Path, tmp_path: Path
) -> None:
    backup(data_folder, tmp_path / "copy.sqlite3")
    damage = _damage(data_folder)
    async with opened(seeded) as run:
        await run.press("6", "enter")
        run.dialog(CopiesDialog).list.choose("+file")
        await run.settle()
        await run.press("enter")
        run.dialog(OpenFileDialog).input.value = str(tmp_path / "copy.sqlite3")
        await run.press("enter", "1")
        await _closed(run)
        await run.sees(LABEL, "The copy is put back")

    assert (data_folder / f"{STORE_NAME}.replaced-1").read_bytes() == damage


async def test_a_copy_that_was_kept_is_put_back_after_a_question(seeded: Session, data_folder: Path) -> None:
    with_card = seeded.card_files()
    async with opened(seeded) as run:
        await run.press("6", "r", "y")
        await _closed(run)
        kept = [copy for copy in copies(data_folder) if copy.cards]
        if not kept:
            pytest.fail("no copy was kept before the change")
        await _choose(run, "restore")
        assert "1 card" in run.words
        run.dialog(CopiesDialog).list.choose(str(kept[0].file))
        await run.settle()
        await run.press("enter", "enter")
        await _closed(run)
        assert seeded.card_files() == []

        await _choose(run, "restore")
        run.dialog(CopiesDialog).list.choose(str(kept[0].file))
        await run.settle()
        await run.press("enter", "1")
        await _closed(run)
        assert [file.card.label for file in seeded.card_files()] == [file.card.label for file in with_card]


async def test_a_file_that_is_no_copy_replaces_nothing(seeded: Session, tmp_path: Path) -> None:
    (tmp_path / "x").write_text("no copy", encoding="utf-8")
    before = seeded.card_files()
    async with opened(seeded) as run:
        await _choose(run, "restore")
        run.dialog(CopiesDialog).list.choose("+file")
        await run.settle()
        await run.press("enter")
        run.dialog(OpenFileDialog).input.value = str(tmp_path / "x")
        await run.press("enter", "1")
        await _closed(run)

        assert "is no copy" in run.notices
        assert seeded.card_files() == before


async def test_all_is_erased_only_when_the_word_is_typed(seeded: Session, data_folder: Path) -> None:
    async with opened(seeded) as run:
        await _choose(run, "erase")
        for word in ("", "yes", "eras"):
            await run.type(word)
            await run.press("enter")
            assert "Nothing was removed" in run.text
            assert len(seeded.card_files()) == 1

        await run.press(*("backspace",) * 8)
        await run.type("Erase")
        await run.press("enter")
        await _closed(run)
        assert "All personal data are removed" in run.notices
        assert run.marked == ["+ Add a card"]
    assert _stores(data_folder) == []


async def test_a_damaged_store_can_be_erased_to_begin_anew(damaged: Session) -> None:
    async with opened(damaged) as run:
        await run.press("6", "down", "enter")
        await run.type("erase")
        await run.press("enter")
        await _closed(run)
        assert run.marked == ["+ Add a card"]

        await run.press("a")
        await run.type("2027-03-15")
        await run.press("enter")
        await _closed(run)
        assert [file.card.status for file in damaged.card_files()] == [CardStatus.SSW1]
        assert damaged.card_files()[0].card.expires == date(2027, 3, 15)
