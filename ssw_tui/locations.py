"""Where things lie: the content, the personal data, the settings, the log."""

import os
from functools import cache
from pathlib import Path

APP_NAME = "ssw-tui"
DATA_DIR_VARIABLE = "SSW_TUI_DATA_DIR"
FAULT_LOG = "fault.log"
"""The file in the log folder that tells of the last fault."""


@cache
def content_folder() -> Path:
    """Give the folder of the content: inside the package when installed, in the checkout when editable."""
    package = Path(__file__).parent
    installed = package / "content"
    return installed if installed.is_dir() else package.parent / "content"


def data_folder(chosen: str | None = None) -> Path:
    """Give the folder of the personal data: the one chosen, the variable's, or the platform's."""
    named = chosen or os.environ.get(DATA_DIR_VARIABLE)
    if named:
        return Path(named).expanduser()
    from platformdirs import user_data_path

    return user_data_path(APP_NAME, appauthor=False)


def settings_file(chosen: str | None = None) -> Path:
    """Give the settings file: in the chosen data folder, else in the platform's configuration folder."""
    named = chosen or os.environ.get(DATA_DIR_VARIABLE)
    if named:
        return Path(named).expanduser() / "settings.toml"
    from platformdirs import user_config_path

    return user_config_path(APP_NAME, appauthor=False) / "settings.toml"


def log_folder(chosen: str | None = None) -> Path:
    """Give the folder for the log of faults: in the chosen data folder, else the platform's."""
    named = chosen or os.environ.get(DATA_DIR_VARIABLE)
    if named:
        return Path(named).expanduser() / "logs"
    from platformdirs import user_log_path

    return user_log_path(APP_NAME, appauthor=False)
