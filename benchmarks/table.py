"""The figures that the program is held to, and how a run compares with them."""

from collections.abc import Callable, Sequence
from typing import Any, Protocol

from attrs import frozen

from benchmarks.rounds import Samples, middle

MEGABYTE = 1 << 20
OK, OVER = "ok", "over"


class Row(Protocol):
    """A line of the table."""

    @property
    def name(self) -> str:
        """What --only calls it."""
        ...

    @property
    def what(self) -> str:
        """What is measured, for people."""
        ...

    @property
    def jobs(self) -> tuple[str, ...]:
        """The jobs whose numbers it needs."""
        ...

    def read(self, samples: Samples) -> "Line":
        """Compare what was measured with the limit."""
        ...


@frozen(kw_only=True)
class Line:
    """What came out for a row."""

    name: str
    """The row."""
    what: str
    """What was measured."""
    measured: float
    """In the unit of the limit."""
    limit: float
    """What it may be at most."""
    unit: str
    """x (times as much), or ms."""
    note: str
    """The numbers behind it."""

    @property
    def verdict(self) -> str:
        """Whether the limit is kept."""
        return OK if self.measured <= self.limit else OVER


@frozen(kw_only=True)
class Ratio:
    """A row that compares two medians of one run."""

    name: str
    what: str
    limit: float
    """So many times as much."""
    of: str
    """The number that is compared."""
    to: str
    """The number that it is compared with."""
    jobs: tuple[str, ...]
    say: Callable[[float], str] = lambda value: f"{value * 1000:.0f} ms"
    """Says one of the numbers."""

    def read(self, samples: Samples) -> Line:
        """Compare the medians."""
        of, to = middle(samples[self.of]), middle(samples[self.to])
        note = f"{self.say(of)} to {self.say(to)}"
        return Line(name=self.name, what=self.what, measured=of / to, limit=self.limit, unit="x", note=note)


@frozen(kw_only=True)
class Time:
    """A row that holds times to milliseconds: of several, the longest counts."""

    name: str
    what: str
    limit: float
    """Milliseconds."""
    of: tuple[str, ...]
    """The numbers; of names such as "first visit: quiz" the end says which it was."""
    jobs: tuple[str, ...]
    share: Callable[[Sequence[float]], float] = middle
    """What counts of many samples: the median, or what nearly all of them keep."""

    def read(self, samples: Samples) -> Line:
        """Take the longest."""
        times = {name: self.share(samples[name]) * 1000 for name in self.of}
        longest = max(times, key=times.__getitem__)
        note = longest.rpartition(": ")[2] if len(times) > 1 else ""
        return Line(name=self.name, what=self.what, measured=times[longest], limit=self.limit, unit="ms", note=note)


def megabytes(size: float) -> str:
    """Say a size of memory."""
    return f"{size / MEGABYTE:.1f} MB"


def as_text(lines: Sequence[Line]) -> str:
    """Give the table for people."""
    cells = [("what", "measured", "limit", "", ""), *(_cells(line) for line in lines)]
    widths = [max(len(row[column]) for row in cells) for column in range(4)]
    said = [
        "  ".join([*(cell.ljust(width) for cell, width in zip(row, widths, strict=False)), row[4]]) for row in cells
    ]
    return "\n".join(line.rstrip() for line in said) + "\n"


def _cells(line: Line) -> tuple[str, str, str, str, str]:
    return line.what, f"{line.measured:.2f} {line.unit}", f"{line.limit:g} {line.unit}", line.verdict, line.note


def as_data(line: Line) -> dict[str, Any]:
    """Give a line for programs."""
    return {
        "name": line.name,
        "what": line.what,
        "measured": round(line.measured, 4),
        "limit": line.limit,
        "unit": line.unit,
        "verdict": line.verdict,
        "note": line.note,
    }
