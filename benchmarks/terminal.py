"""A program in a pseudo-terminal: what it writes is stamped as it comes, and drawn only when it has become quiet."""

import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import termios
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter
from typing import Self

import pyte
from attrs import frozen

COLUMNS, ROWS = 80, 24
QUIET = 0.2
"""Seconds without a byte after which a program has drawn what it had to draw."""
PATIENCE = 60.0
"""Seconds to wait for a text before giving up."""
QUERIES = {b"\x1b[?2026$p": b"\x1b[?2026;2$y", b"\x1b[6n": b"\x1b[1;2R"}
"""What terminals of today are asked and answer: yes, this one can draw a whole frame at once; the cursor is there."""
PRIVATE = re.compile(rb"\x1b\[[<>=?][0-9;]*[ -/]*[u-zpq]|\x1b\[[0-9;]*\$[a-z]|\x1bP.*?\x1b\\|\x1b_.*?\x1b\\", re.S)
"""Sequences that the drawn screen would take for text."""


class NeverShownError(Exception):
    """The program did not show what it was expected to show."""


@frozen
class Change:
    """A moment at which the screen changed."""

    at: float
    """When, on the clock of perf_counter."""
    cells: int
    """How many characters it showed then, spaces apart."""


class Window:
    """A program that runs in a terminal of its own."""

    def __init__(self, call: Sequence[str], variables: Mapping[str, str], folder: Path) -> None:
        """Start it.

        Args:
            call: its command line.
            variables: its environment.
            folder: where it starts.
        """
        self._screen = pyte.Screen(COLUMNS, ROWS)
        self._stream = pyte.ByteStream(self._screen)
        self._pending: list[tuple[float, bytes]] = []
        self._end, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        self.started = perf_counter()
        self.process = subprocess.Popen(  # noqa: S603 - a call of this program, or of Python
            call, env=dict(variables), cwd=folder, stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True
        )
        os.close(theirs)

    @classmethod
    @contextmanager
    def open(cls, call: Sequence[str], variables: Mapping[str, str], folder: Path) -> Iterator[Self]:
        """Start a program that is ended at the end, whatever happens."""
        window = cls(call, variables, folder)
        try:
            yield window
        finally:
            window.process.kill()
            window.process.wait()
            os.close(window._end)

    @property
    def words(self) -> str:
        """What it shows, in single spaces."""
        # The second cell of a wide character holds nothing, also where its first one was written over.
        rows = (self._screen.buffer[row] for row in range(ROWS))
        return " ".join(" ".join("".join(row[x].data for x in range(COLUMNS)) for row in rows).split())

    def press(self, key: str) -> float:
        """Press a key; give when."""
        pressed = perf_counter()
        os.write(self._end, key.encode())
        return pressed

    def shows(self, text: str) -> list[Change]:
        """Wait until it shows a text and has become quiet; give how the screen changed since the last time.

        Raises:
            NeverShownError: when it does not.
        """
        changes: list[Change] = []
        give_up = perf_counter() + PATIENCE
        while perf_counter() < give_up and self._read_until_quiet(give_up):
            changes += self._drawn()
            if changes and text in self.words:
                return changes
        raise NeverShownError(f"{text!r} was never shown, but: {self.words}")

    def memory(self) -> float:
        """Give the most memory that it has held so far, in bytes.

        Raises:
            OSError: where the system does not tell.
        """
        status = Path(f"/proc/{self.process.pid}/status").read_text(encoding="utf-8")
        lines = (line.split() for line in status.splitlines())
        return next(float(words[1]) * 1024 for words in lines if words[0] == "VmHWM:")

    def leave(self) -> None:
        """Leave it with q, and wait until it has ended."""
        self.press("q")
        give_up = perf_counter() + PATIENCE
        while self.process.poll() is None and perf_counter() < give_up:
            self._read(QUIET)

    def _read_until_quiet(self, give_up: float) -> bool:
        """Take what comes until nothing comes any more; False when it has ended."""
        while perf_counter() < give_up:
            came = self._read(QUIET)
            if came is None:
                return bool(self._pending)
            if not came:
                return True
        return False

    def _read(self, wait: float) -> bool | None:
        """Take what has come, if anything comes within so many seconds; None when the program has ended."""
        if not select.select([self._end], [], [], wait)[0]:
            return False
        try:
            found = os.read(self._end, 1 << 16)
        except OSError:
            return None
        self._pending.append((perf_counter(), found))
        for query, answer in QUERIES.items():
            if query in found:
                os.write(self._end, answer)
        return True

    def _drawn(self) -> Iterator[Change]:
        before = self._cells()
        for stamp, found in self._pending:
            self._stream.feed(PRIVATE.sub(b"", found))
            after = self._cells()
            if after != before:
                yield Change(stamp, sum(not cell.data.isspace() for row in after for cell in row if cell.data))
            before = after
        self._pending.clear()

    def _cells(self) -> list[list[pyte.screens.Char]]:
        rows = (self._screen.buffer[row] for row in range(ROWS))
        return [[row[column] for column in range(COLUMNS)] for row in rows]
