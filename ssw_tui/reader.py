"""The content as of a day: which records hold, and what texts say with the day's figures in them."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import TypeVar

from attrs import frozen

from ssw_tui.library import Library
from ssw_tui.records.figure import PLACEHOLDER, Figure
from ssw_tui.records.statement import Statement, Timed, holding

T = TypeVar("T", bound=Timed)
S = TypeVar("S", bound=Statement)
SOON_DAYS = 365
"""How far ahead what is still to come is shown."""


@frozen
class Reader:
    """Somebody who reads the library on a day."""

    library: Library
    """The content."""
    day: date
    """The day whose rules apply, in Japan."""

    def say(self, text: str, of: Statement | None = None) -> str:
        """Give a text with the day's figures in place of their {names}.

        Args:
            text: what is said.
            of: the statement it belongs to; the figures of one that is still to come are those of its first day.
        """
        if "{" not in text:
            return text
        figures = self.library.all(Figure)
        day = max(self.day, of.since) if of and of.since else self.day

        def value(name: str) -> str:
            figure = figures[name].on(day)
            return f"{figure.value:,}" if figure else "(not known for this day)"

        return PLACEHOLDER.sub(lambda found: value(found[1]), text)

    def holding(self, records: Iterable[T]) -> tuple[T, ...]:
        """Give those records that hold on the day."""
        return holding(records, self.day)

    def showing(self, statements: Iterable[S]) -> tuple[S, ...]:
        """Give those statements that hold on the day, and those that begin to within a year."""
        horizon = self.day + timedelta(days=SOON_DAYS)
        return tuple(
            one for one in statements if one.holds_on(self.day) or self.day < (one.since or date.min) <= horizon
        )
