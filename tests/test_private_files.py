import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from ssw_tui.private_files import make_beside, make_folder, write

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no file modes")


@pytest.fixture(autouse=True, params=[0, 0o077])
def _umask(request: pytest.FixtureRequest) -> Iterator[None]:
    before = os.umask(request.param)
    yield
    os.umask(before)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_every_folder_that_is_made_is_private(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "b" / "c"

    make_folder(folder)

    assert {mode(place) for place in (folder, folder.parent, folder.parent.parent)} == {0o700}


def test_a_folder_in_use_for_something_else_keeps_its_mode(tmp_path: Path) -> None:
    shared, empty = tmp_path / "shared", tmp_path / "empty"
    for folder in (shared, empty):
        folder.mkdir()
        folder.chmod(0o755)
    (shared / "letter.txt").write_text("hello")

    make_folder(shared)
    make_folder(empty)

    assert (mode(shared), mode(empty)) == (0o755, 0o700)


def test_a_file_is_written_whole_and_private(tmp_path: Path) -> None:
    file = tmp_path / "notes.txt"
    for data in (b"first", b"second, longer", b""):
        write(file, data)
        assert file.read_bytes() == data

    assert mode(file) == 0o600
    assert [path.name for path in file.parent.iterdir()] == ["notes.txt"]


def test_a_file_that_cannot_be_replaced_leaves_nothing_behind(tmp_path: Path) -> None:
    in_the_way = tmp_path / "notes.txt"
    in_the_way.mkdir()

    with pytest.raises(OSError, match="notes"):
        write(in_the_way, b"x")

    assert list(tmp_path.iterdir()) == [in_the_way]


def test_a_file_beside_another_has_a_name_of_its_own(tmp_path: Path) -> None:
    beside = {make_beside(tmp_path / "notes.txt") for _ in range(5)}

    assert len(beside) == 5
    assert {mode(file) for file in beside} == {0o600}
    assert {file.parent for file in beside} == {tmp_path}
