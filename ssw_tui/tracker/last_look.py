"""When the app was last opened, and with which content: so that it can tell what has changed since."""

import tomllib
from contextlib import suppress
from datetime import date
from pathlib import Path

from ssw_tui.private_files import write
from ssw_tui.tracker.store import STORE_NAME

NAME = "last-look.toml"
"""The file, beside the store."""


def seen_until(folder: Path, checked: date) -> date | None:
    """Give the day up to which the person has seen what changed; None: it is not known.

    Content that was checked later than the content of the last look can tell of changes from before that look.

    Args:
        folder: the data folder.
        checked: the day on which the content of now was checked.
    """
    try:
        values = tomllib.loads((folder / NAME).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    day, before = values.get("day"), values.get("checked")
    if type(day) is not date or type(before) is not date:
        return None
    return day if checked <= before else min(day, before)


def keep_look(folder: Path, day: date, checked: date) -> None:
    """Keep that the app was opened, beside a store; where there is none, or nothing can be written, do nothing.

    Args:
        folder: the data folder.
        day: today.
        checked: the day on which the content was checked.
    """
    with suppress(OSError):
        if (folder / STORE_NAME).exists():
            write(folder / NAME, f"day = {day}\nchecked = {checked}\n".encode())
