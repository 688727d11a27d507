"""A conversation in lines: something is said, a line is typed; for terminals, pipes and braille displays."""

from shutil import get_terminal_size
from typing import TYPE_CHECKING, Protocol, TextIO
from unicodedata import normalize

from attrs import define

from ssw_tui.errors import UserError
from ssw_tui.output.cells import cells, printable
from ssw_tui.output.layout import ASCII, Look, wrap
from ssw_tui.output.page import Sign
from ssw_tui.output.text import WIDTH, as_text

if TYPE_CHECKING:
    from ssw_tui.output.page import Page

HEARD = Look(
    signs={sign: ASCII.signs[sign] if sign in (Sign.TICKED, Sign.OPEN, Sign.NUMBER) else "-" for sign in Sign},
    full="",
    empty="",
    rule="",
    mask="*",
)
"""Draws nothing; what a sign would say stands in the heading."""
LONGEST_LINE = 200
"""Characters; what is typed after them is not read."""
LONGEST_STRETCH = 10_000
"""So many times that is thrown away before the input counts as ended."""
MOST_FAULTS = 50
"""After so many wrong lines without a right one nobody reads what is said."""
NARROWEST = 20
"""The fewest cells a line is given."""


class InputEnded(Exception):
    """Nothing more can be typed."""


class Lines(Protocol):
    """Where lines are typed."""

    def readline(self, size: int, /) -> str:
        """Give the next line with its end, or as much of it as is wanted; nothing where the input has ended."""
        ...

    def isatty(self) -> bool:
        """Whether it is a terminal, which shows what is typed."""
        ...


@define
class Conversation:
    """Says lines, and takes one line at a time."""

    out: TextIO
    lines: Lines | None
    """Where lines are typed; None: nowhere."""
    faults: int = 0
    """The wrong lines since the last right one."""

    @property
    def width(self) -> int:
        """How many cells a line has: those of the window, or of the braille display that it is as wide as."""
        columns = get_terminal_size().columns if self.out.isatty() else WIDTH
        return min(WIDTH, max(columns, NARROWEST))

    def say(self, *lines: str) -> None:
        """Say some lines; long ones go on, a little further in, without a word being broken."""
        self.out.write("".join(f"{self._wrapped(line)}\n" for line in lines))

    def _wrapped(self, line: str) -> str:
        shown = printable(line)
        return shown if cells(shown) <= self.width else "\n  ".join(wrap(shown, self.width - 2))

    def say_whole(self, line: str) -> None:
        """Say a line that is to be copied: it is not broken, however long it is."""
        self.out.write(f"{printable(line)}\n")

    def show(self, page: "Page") -> None:
        """Say a page."""
        self.out.write(f"\n{as_text(page, self.width, HEARD)}")

    def fault(self, sentence: str) -> None:
        """Say what was wrong with a line.

        Raises:
            UserError: when that happens again and again.
        """
        self.faults += 1
        if self.faults >= MOST_FAULTS:
            raise UserError(f"quiz --plain: {MOST_FAULTS} wrong lines in a row; nothing was saved")
        self.say(f"{sentence[:1].upper()}{sentence[1:].removesuffix('.')}.")

    def ask(self, prompt: str) -> str:
        """Give the line that is typed after a prompt, without spaces around it, full-width letters as plain ones.

        Raises:
            InputEnded: when there is none.
        """
        self.out.write(f"{self._wrapped(prompt)} ")
        self.out.flush()
        line = normalize("NFKC", self._line()).strip().removeprefix("\ufeff")
        if self.lines is not None and not self.lines.isatty():
            self.say(line)  # a terminal shows itself what is typed
        return line

    def _line(self) -> str:
        line = self._part()
        if not line:
            raise InputEnded
        part = line
        for _ in range(LONGEST_STRETCH):
            if part.endswith("\n") or len(part) < LONGEST_LINE:
                return line
            part = self._part()
        raise InputEnded

    def _part(self) -> str:
        try:
            return self.lines.readline(LONGEST_LINE) if self.lines is not None else ""
        except OSError as error:
            raise UserError(f"standard input: it cannot be read ({error.strerror})") from error
