"""Keeps programs apart while a store is made, opened or replaced; those that write in one SQLite keeps apart."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows moves no file that somebody has open, so nothing can be replaced under them.
    fcntl = None  # type: ignore[assignment]


@contextmanager
def guarded(folder: Path, *, alone: bool) -> Iterator[None]:
    """Hold a folder: alone while files in it change places, with others while one of them is opened.

    Raises:
        OSError: when the folder cannot be opened.
    """
    if fcntl is None:
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        # Some file systems know no locks: then it goes as it went before there were any.
        with suppress(OSError):
            fcntl.flock(handle, fcntl.LOCK_EX if alone else fcntl.LOCK_SH)
        yield
    finally:
        os.close(handle)
