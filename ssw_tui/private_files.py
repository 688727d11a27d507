"""Folders and files for their owner's eyes alone, whatever the umask."""

import os
from contextlib import suppress
from pathlib import Path


def make_folder(folder: Path) -> None:
    """Make a folder; one that is there and empty is taken to be made for this, another keeps its mode.

    Raises:
        OSError: when it cannot be made.
    """
    missing = [place for place in (folder, *folder.parents) if not place.exists()]
    for place in reversed(missing):
        with suppress(FileExistsError):
            place.mkdir(mode=0o700)
    if missing or not any(folder.iterdir()):
        folder.chmod(0o700)


def make_beside(file: Path) -> Path:
    """Make an empty file with a name of its own in the same folder.

    Raises:
        OSError: when it cannot be made.
    """
    new = file.with_name(f".{file.name}.{os.urandom(4).hex()}")
    os.close(os.open(new, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    new.chmod(0o600)
    return new


def write(file: Path, data: bytes) -> None:
    """Write a whole file into a folder that is there; what was there before stays until the new one is on the disk.

    Raises:
        OSError: when it cannot be written.
    """
    new = make_beside(file)
    try:
        with new.open("r+b") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        new.replace(file)
    finally:
        new.unlink(missing_ok=True)
