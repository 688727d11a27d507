"""Everything removed for good: the store, what lies beside it, every copy and export in its folder."""

import os
import re
from collections.abc import Iterator
from contextlib import nullcontext, suppress
from pathlib import Path

from ssw_tui.errors import DataUnavailableError
from ssw_tui.locations import FAULT_LOG
from ssw_tui.tracker import kept, last_look
from ssw_tui.tracker.guard import guarded
from ssw_tui.tracker.store import STORE_NAME

BESIDE = tuple(f"{hidden}{name}" for name in (STORE_NAME, last_look.NAME) for hidden in ("", "."))
"""How the files begin that are the store, lie beside it, or were left half made."""
SQLITE = b"SQLite format 3\x00"
EXPORTS = re.compile(
    rb"(?:\xef\xbb\xbf)?(?:"
    rb'\{\s*"format": \d+,\s*"cards": \[|'
    rb"id,label,status,field,|"
    rb"BEGIN:VCALENDAR\r\nVERSION:2\.0\r\nPRODID:-//ssw-tui//|"
    rb"# Personal data in ssw-tui)"
)
"""How files begin that this program exports."""
STORES = (b"CREATE TABLE cards (", b"CREATE TABLE quiz_runs (", b"CREATE TABLE history (")
"""What a copy of the store says of its tables near its beginning."""
BEGINNING = 1 << 16


def erase(folder: Path, logs: Path | None = None) -> int:
    """Remove all personal data in a folder; a file is overwritten first, so that no tool brings it back easily.

    Files of other programs stay, and so do settings.

    Args:
        folder: the data folder.
        logs: the folder of the log of faults, which goes too.

    Returns:
        How many files were removed.

    Raises:
        DataUnavailableError: when one cannot be removed.
    """
    log = [logs / FAULT_LOG] if logs and (logs / FAULT_LOG).exists() else []
    try:
        with guarded(folder, alone=True) if folder.is_dir() else nullcontext():
            found = [*_personal(folder), *log]
            for file in found:
                _remove(file)
    except OSError as error:
        raise DataUnavailableError(f"{error.filename} cannot be removed ({error.strerror}).") from error
    for emptied in (folder / kept.BACKUPS, logs):
        with suppress(OSError):
            if emptied:
                emptied.rmdir()
    return len(found)


def _personal(folder: Path) -> Iterator[Path]:
    for file in sorted(folder.iterdir()) if folder.is_dir() else ():
        if file.is_dir() and not file.is_symlink():
            continue
        if file.name.startswith(BESIDE) or _is_export(file):
            yield file
    backups = folder / kept.BACKUPS
    if backups.is_dir():
        yield from (file for file in sorted(backups.iterdir()) if not file.is_dir())


def _is_export(file: Path) -> bool:
    """Whether a file was exported or copied by this program."""
    if not file.is_file():
        return False
    try:
        with file.open("rb") as stream:
            start = stream.read(BEGINNING)
    except OSError:
        return False
    return bool(EXPORTS.match(start)) or (start.startswith(SQLITE) and all(table in start for table in STORES))


def _remove(file: Path) -> None:
    if file.is_file():
        _overwrite(file)
    file.unlink(missing_ok=True)


def _overwrite(file: Path) -> None:
    # What cannot be overwritten can still be removed.
    with suppress(OSError), file.open("r+b") as stream:
        size = os.fstat(stream.fileno()).st_size
        while size > 0:
            size -= stream.write(bytes(min(size, 1 << 20)))
        stream.flush()
        os.fsync(stream.fileno())
