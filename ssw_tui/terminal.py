"""Asks the terminal how wide it draws a sign of which fonts disagree, while the program goes on starting."""

import os
import re
import sys
import time
from collections.abc import Callable
from functools import partial
from types import TracebackType

SIGN = "•"
"""A sign that some terminals draw one cell wide, others two (East Asian ambiguous width)."""
REPLY = re.compile(rb"\x1b\[\d+;(\d+)R")
LONGEST_WAIT = 0.1
"""Seconds: a terminal that has not answered by then is taken not to answer at all."""


class WidthQuestion:
    """Asked when it is opened, answered later; the terminal says where its cursor stands after the sign.

    It asks only where both ends are a terminal of a system with termios; elsewhere the answer is not known.
    """

    def __init__(self) -> None:
        self._ends: tuple[int, int] | None = None
        self._give_back: Callable[[], None] | None = None
        self._width: int | None = None

    def __enter__(self) -> "WidthQuestion":
        """Ask."""
        if os.environ.get("TERM", "dumb") == "dumb" or not (sys.stdin.isatty() and sys.stdout.isatty()):
            return self
        try:
            import termios
            import tty
        except ImportError:
            return self
        self._ends = sys.stdin.fileno(), sys.stdout.fileno()
        mode = termios.tcgetattr(self._ends[0])
        self._give_back = partial(termios.tcsetattr, self._ends[0], termios.TCSANOW, mode)
        tty.setcbreak(self._ends[0], termios.TCSANOW)
        os.write(self._ends[1], f"\r{SIGN}\x1b[6n".encode())
        return self

    def __exit__(
        self, error: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Take the sign away again, and give the terminal its ways back."""
        if self._ends is None or self._give_back is None:
            return
        os.write(self._ends[1], b"\r\x1b[K")
        self._give_back()
        self._ends = None

    @property
    def width(self) -> int | None:
        """How many cells the sign took; None: the terminal does not say, or cannot be asked."""
        if self._ends is not None and self._width is None:
            column = _column(self._ends[0])
            self._width = column - 1 if column else None
        return self._width


def _column(end: int) -> int | None:
    from select import select

    said = b""
    until = time.monotonic() + LONGEST_WAIT
    while (left := until - time.monotonic()) > 0 and select([end], [], [], left)[0]:
        said += os.read(end, 64)
        if found := REPLY.search(said):
            return int(found[1])
    return None
