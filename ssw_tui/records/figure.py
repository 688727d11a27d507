"""Numbers and dates that texts quote: they stand once, with their time, and texts name them as {id}."""

import re
from datetime import date

from attrs import frozen

from ssw_tui.records.statement import Statement, the_one_holding

PLACEHOLDER = re.compile(r"\{([a-z0-9-]+)\}")
"""How a text quotes a figure."""


@frozen(kw_only=True)
class FigureValue(Statement):
    """What a figure is during some time."""

    value: int
    """The number, in the figure's unit."""


@frozen(kw_only=True)
class Figure:
    """A number that texts quote."""

    id: str
    """Stable, kebab-case; texts quote it as {id}."""
    title: str
    """What it is, in a few words."""
    unit: str
    """years, months, days, yen, percent, people ..."""
    values: tuple[FigureValue, ...]
    """Its values over time; no two on one day."""

    def on(self, day: date) -> FigureValue | None:
        """Its value on a day, or None where none is known."""
        return the_one_holding(self.values, day)
