"""What all tests share: the content, a fixed day, and folders that are nobody's home."""

import os
from collections.abc import Iterator
from datetime import date
from itertools import count
from pathlib import Path

import pytest

from ssw_tui.library import Library
from ssw_tui.locations import content_folder

TODAY = date(2026, 11, 22)

os.environ.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")
os.environ["TEXTUAL_ANIMATIONS"] = "none"
for variable in ("NO_COLOR", "COLORTERM", "SSW_TUI_DATA_DIR"):
    os.environ.pop(variable, None)


@pytest.fixture(scope="session")
def _homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Homes that do not exist yet: pytest would look through all earlier ones for the number of the next."""
    folder = tmp_path_factory.mktemp("homes")
    return (folder / str(number) for number in count())


@pytest.fixture(autouse=True)
def _nobodys_home(_homes: Iterator[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep every test away from the real home folder."""
    home = next(_homes)
    home.mkdir()
    for variable in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "APPDATA"):
        monkeypatch.setenv(variable, str(home))


@pytest.fixture(scope="session")
def library() -> Library:
    """The real content."""
    return Library(content_folder())


@pytest.fixture
def data_folder(tmp_path: Path) -> Path:
    """A folder for personal data that does not exist yet."""
    return tmp_path / "data"
