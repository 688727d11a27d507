"""Folders and files for their owner's eyes alone, whatever the umask."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from errno import EEXIST
from pathlib import Path

CRUMBS = 64 << 10
"""Bytes; what SQLite shares between the programs that read a store takes half of it."""


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


def has_no_room(folder: Path) -> bool:
    """Whether the disk of a folder, which need not be there yet, is full but for crumbs that no store could live on."""
    from shutil import disk_usage  # it loads much, and few disks are full

    there = next((place for place in (folder, *folder.absolute().parents) if place.is_dir()), None)
    try:
        return there is not None and disk_usage(there).free < CRUMBS
    except OSError:
        return False


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
    with _written_beside(file, data) as new:
        new.replace(file)


def write_new(file: Path, data: bytes) -> None:
    """Write a whole file into a folder that is there, unless the name is taken.

    Raises:
        FileExistsError: when it is taken.
        OSError: when it cannot be written.
    """
    with _written_beside(file, data) as new:
        move_to_new(new, file)


def move_to_new(file: Path, place: Path) -> None:
    """Give a file a new name in its folder, unless the name is taken, even by somebody faster.

    Raises:
        FileExistsError: when it is taken; the file stays where it is.
        OSError: when it cannot be moved.
    """
    try:
        os.link(file, place)
    except FileExistsError:
        raise
    except OSError as error:
        # Some file systems have no links.
        if os.path.lexists(place):
            raise FileExistsError(EEXIST, os.strerror(EEXIST), str(place)) from error
        file.rename(place)
    else:
        file.unlink()


@contextmanager
def _written_beside(file: Path, data: bytes) -> Iterator[Path]:
    new = make_beside(file)
    try:
        with new.open("r+b") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        yield new
    finally:
        new.unlink(missing_ok=True)
