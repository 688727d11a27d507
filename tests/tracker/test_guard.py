import sys
from pathlib import Path
from threading import Event, Thread

import pytest

from ssw_tui.tracker.guard import guarded

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows needs no guard")


def enters(folder: Path, *, alone: bool) -> tuple[Thread, Event]:
    """Start somebody who wants to hold a folder; give them, and what tells that they do."""
    inside = Event()

    def hold() -> None:
        with guarded(folder, alone=alone):
            inside.set()

    thread = Thread(target=hold)
    thread.start()
    return thread, inside


@pytest.mark.parametrize(("held", "wanted"), [(True, True), (True, False), (False, True)])
def test_who_holds_a_folder_alone_waits_for_others_and_others_wait(tmp_path: Path, held: bool, wanted: bool) -> None:
    with guarded(tmp_path, alone=held):
        thread, inside = enters(tmp_path, alone=wanted)
        assert not inside.wait(0.1)
    thread.join(10)

    assert inside.is_set()


def test_those_who_open_do_not_wait_for_each_other(tmp_path: Path) -> None:
    with guarded(tmp_path, alone=False):
        thread, inside = enters(tmp_path, alone=False)
        assert inside.wait(10)
    thread.join(10)


def test_a_folder_that_is_not_there_cannot_be_held(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), guarded(tmp_path / "no", alone=True):
        pass
