"""Damage at every page of the store: it is said in a line, or the rows can still be read; the file stays as it is."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from random import Random

import pytest

from ssw_tui.tracker.copies import backup
from ssw_tui.tracker.records import CardStatus, EventKind, LeaveKind, SpellKind, TickKind
from ssw_tui.tracker.store import STORE_NAME
from ssw_tui.tracker.tracker import Tracker
from tests.cli.calling import Call
from tests.cli.conftest import say

__all__ = ["say"]

PAGE = 4096
ROUNDS = 3
COMMANDS = (
    ("status",),
    ("card", "list"),
    ("export", "json"),
    ("card", "undo"),
    ("card", "add", "--label", "new", "--status", "none"),
)


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The bytes of a store with something in every table."""
    folder = tmp_path_factory.mktemp("sound") / "data"
    with Tracker(folder) as tracker:
        for number in range(12):
            card = tracker.add_card(
                label=f"Person {number}",
                status=CardStatus.SSW1,
                expires=date(2027, 3, 15),
                period="1y",
                number="QX11223344ZK",
                no1_since=date(2023, 4, 10),
            )
            tracker.add_event(card.id, EventKind.MOVED, date(2026, 11, 10))
            tracker.add_spell(card.id, SpellKind.NO1, date(2020, 1, 1), date(2021, 1, 1))
            tracker.add_leave(card.id, LeaveKind.SICK, date(2024, 1, 1), date(2024, 5, 1), notified=True)
            tracker.set_done(card.id, "address-move", date(2026, 11, 10), date(2026, 11, 11))
            tracker.set_tick(card.id, TickKind.STEP, "extension-of-stay/collect", ticked=True)
        tracker.save_quiz(day=date(2026, 11, 1), goal="no1", answers={"goal": "no1"}, result="{}")
    return (folder / STORE_NAME).read_bytes()


def damaged(data: bytes, page: int, random: Random) -> bytes:
    """Change a few bytes of a page: in its head, where its rows begin, or at its end."""
    changed = bytearray(data)
    length = random.choice((1, 4, 40))
    start = page * PAGE + random.choice((0, 8, random.randrange(PAGE - length), PAGE - length))
    for place in range(start, start + length):
        changed[place] = random.choice((0, 255, changed[place] ^ 1 << random.randrange(8)))
    return bytes(changed)


def at_every_page(data: bytes) -> Iterator[bytes]:
    random = Random(20261122)  # noqa: S311 - the same damage in every run
    for page in range(len(data) // PAGE):
        for _ in range(ROUNDS):
            yield damaged(data, page, random)


def test_damage_at_any_page_is_said_in_a_line_and_the_file_stays(say: Call, data_folder: Path, sound: bytes) -> None:
    data_folder.mkdir()
    file = data_folder / STORE_NAME
    refused = 0
    for number, content in enumerate(at_every_page(sound)):
        for beside in data_folder.glob(f"{STORE_NAME}-*"):
            beside.unlink()
        file.write_bytes(content)
        command = COMMANDS[number % len(COMMANDS)]
        said = say(*command, "--data-dir", str(data_folder), "--as-of", "2026-11-22")

        if said.status == 3:
            refused += 1
            assert said.err.count("\n") == 1
            assert "restore" in said.err
            assert "erase" in said.err
            assert file.read_bytes() == content
        else:
            assert said.status in (0, 1)

    assert refused > ROUNDS


@pytest.mark.parametrize("size", [0, 1, 100, 511, 512, PAGE, PAGE + 1, 5 * PAGE, 9 * PAGE - 7])
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_store_that_is_cut_off_stays_as_it_is(
    say: Call, data_folder: Path, sound: bytes, size: int, command: tuple[str, ...]
) -> None:
    data_folder.mkdir()
    file = data_folder / STORE_NAME
    file.write_bytes(sound[:size])
    said = say(*command, "--data-dir", str(data_folder), "--as-of", "2026-11-22")

    assert (said.status, said.err.count("\n")) == (3, 1)
    assert file.read_bytes() == sound[:size]
    assert list(data_folder.glob("backups/*")) == []


def test_a_damaged_store_can_be_put_right_and_erased(
    say: Call, data_folder: Path, sound: bytes, tmp_path: Path
) -> None:
    data_folder.mkdir()
    file = data_folder / STORE_NAME
    file.write_bytes(sound)
    backup(data_folder, tmp_path / "copy")
    file.write_bytes(b"garbage" * 1000)
    at = ("--data-dir", str(data_folder))

    assert say("card", "list", *at).status == 3
    assert say("restore", str(tmp_path / "copy"), *at).status == 0
    assert len(say("card", "list", *at, "--format", "json").data["cards"]) == 12
    file.write_bytes(b"garbage" * 1000)
    assert say("erase", "--yes", *at).status == 0
    assert say("card", "list", *at).status == 0
    assert list(data_folder.iterdir()) == []
