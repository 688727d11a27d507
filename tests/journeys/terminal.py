"""A real terminal for the real program: a pseudo-terminal, and a screen that understands what is written to it."""

import os
import signal
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pexpect
import pyte
from attrs import define, field

PATIENCE = 30.0
"""Seconds to wait for a state before giving up; nothing waits for time to pass."""
ENTER, ESCAPE, DOWN, LEFT = "\r", "\x1b", "\x1b[B", "\x1b[D"
ALTERNATE_SCREEN, CURSOR = "?1049", "?25"
CURSOR_QUESTION = b"\x1b[6n"


@define
class Terminal:
    """The program in its window."""

    process: pexpect.spawn
    screen: pyte.Screen
    stream: pyte.ByteStream
    sign_width: int = 1
    """How many cells it draws a sign of which fonts disagree."""
    written: bytearray = field(factory=bytearray)
    """Everything the program wrote."""

    @property
    def text(self) -> str:
        """What the window shows."""
        # The second cell of a wide character holds nothing, also where its first one was written over.
        rows = (self.screen.buffer[row] for row in range(self.screen.lines))
        return "\n".join("".join(row[x].data for x in range(self.screen.columns)).rstrip() for row in rows)

    @property
    def words(self) -> str:
        """The same with single spaces, and without the second cell of wide characters."""
        return " ".join(self.text.split())

    def press(self, *keys: str) -> None:
        """Send keys as a terminal does."""
        for key in keys:
            self.process.send(key)

    def sees(self, *texts: str) -> None:
        """Wait until the window shows all the texts."""
        self._read_until(lambda: all(text in self.words for text in texts), f"never showed {texts}")

    def looks_around(self) -> None:
        """Pass what is shown at the first start."""
        self.sees("3 Just look around")
        self.press("3")
        self.closes("Just look around")

    def closes(self, *texts: str) -> None:
        """Wait until the window shows none of the texts any more."""
        self._read_until(lambda: not any(text in self.words for text in texts), f"still showed {texts}")

    def ends(self) -> int:
        """Wait until the program has left; give its exit status."""
        self._read_until(lambda: self.process.flag_eof, "did not leave")
        self.process.close()
        assert self.process.signalstatus is None
        return int(self.process.exitstatus)

    def hangs_up(self) -> None:
        """Close the window, and wait until the program has ended by that."""
        self.process.kill(signal.SIGHUP)
        self._read_until(lambda: self.process.flag_eof, "did not end")
        self.process.close()
        assert self.process.signalstatus == signal.SIGHUP

    def resize(self, columns: int, rows: int) -> None:
        """Give the window another size."""
        self.screen.resize(rows, columns)
        self.process.setwinsize(rows, columns)

    def is_on(self, mode: str) -> bool:
        """Whether the program last switched a mode of the terminal on."""
        on, off = self.written.rfind(f"\x1b[{mode}h".encode()), self.written.rfind(f"\x1b[{mode}l".encode())
        return on > off

    def _read_until(self, holds: Callable[[], object], otherwise: str) -> None:
        give_up = time.monotonic() + PATIENCE
        while not holds():
            if time.monotonic() > give_up or not self._read():
                assert holds(), f"{otherwise}:\n{self.text}"
                return

    def _read(self) -> bool:
        """Take what the program has written, if anything; False when it has left."""
        try:
            found = self.process.read_nonblocking(65536, timeout=0.2)
        except pexpect.TIMEOUT:
            return True
        except pexpect.EOF:
            return False
        half_read = len(CURSOR_QUESTION) - 1
        if CURSOR_QUESTION in self.written[-half_read:] + found:
            self.process.send(f"\x1b[1;{1 + self.sign_width}R")
        self.written += found
        self.stream.feed(found)
        return True


def environment() -> dict[str, str]:
    """Give the variables of a plain terminal; its size is its own."""
    plain = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"}
    return {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "LINES")} | plain


def command(data_folder: Path, *arguments: str) -> list[str]:
    """Give the call of the program, on a fixed day."""
    return [sys.executable, "-m", "ssw_tui", "--data-dir", str(data_folder), "--as-of", "2026-11-22", *arguments]


@contextmanager
def started(
    data_folder: Path, columns: int = 80, rows: int = 24, *arguments: str, sign_width: int = 1
) -> Iterator[Terminal]:
    """Start the program in a window; it is ended at the end, whatever happens."""
    with running(command(data_folder, *arguments), columns, rows, sign_width) as terminal:
        yield terminal


@contextmanager
def running(call: Sequence[str], columns: int = 80, rows: int = 24, sign_width: int = 1) -> Iterator[Terminal]:
    """Run a call in a window; it is ended at the end, whatever happens."""
    screen = pyte.Screen(columns, rows)
    process = pexpect.spawn(
        call[0],
        list(call[1:]),
        dimensions=(rows, columns),
        env=environment(),
        timeout=PATIENCE,
        preexec_fn=_hear_every_signal,
    )
    try:
        yield Terminal(process, screen, pyte.ByteStream(screen), sign_width)
    finally:
        process.close(force=True)


def _hear_every_signal() -> None:
    """Undo what the tests were started with: in the background a program is deaf to Ctrl-C, under nohup to SIGHUP."""
    for heard in (signal.SIGINT, signal.SIGHUP, signal.SIGTERM):
        signal.signal(heard, signal.SIG_DFL)
