"""Sessions for the app under test: a fixed day, a data folder of its own, and the real content."""

import gc
from collections.abc import Callable
from pathlib import Path

import pytest

from ssw_tui.library import Library
from ssw_tui.tracker.store import STORE_NAME
from ssw_tui.tracker.tracker import Tracker
from ssw_tui.ui.session import Session
from tests.conftest import TODAY
from tests.sample import end_of_id, seed
from tests.ui.thrift import be_thrifty

NewSession = Callable[[], Session]

# An app makes and drops many small objects; looking for cycles among them so often takes a fifth of the time.
gc.set_threshold(100_000, 50, 50)


@pytest.fixture(autouse=True)
def _thrifty(monkeypatch: pytest.MonkeyPatch) -> None:
    be_thrifty(monkeypatch)


@pytest.fixture
def new_session(library: Library, data_folder: Path, tmp_path: Path) -> NewSession:
    """Make sessions over one data folder: a second one is a second start of the app."""
    return lambda: Session(
        library=library, today=TODAY, data_folder=data_folder, settings_file=tmp_path / "settings.toml"
    )


@pytest.fixture
def session(new_session: NewSession) -> Session:
    """A session without personal data."""
    return new_session()


@pytest.fixture
def seeded(new_session: NewSession, data_folder: Path) -> Session:
    """A session with the sample card."""
    with Tracker(data_folder, end_of_id) as tracker:
        seed(tracker)
    return new_session()


@pytest.fixture
def damaged(new_session: NewSession, data_folder: Path) -> Session:
    """A session whose store is no store any more."""
    data_folder.mkdir()
    (data_folder / STORE_NAME).write_bytes(b"this is no database at all" * 100)
    return new_session()
