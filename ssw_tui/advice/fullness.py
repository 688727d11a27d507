"""How full a field is: the workers counted last, against the ceiling of the day."""

from collections.abc import Iterable
from datetime import date

from attrs import frozen

from ssw_tui.records.field_detail import FieldFigure, Measure
from ssw_tui.records.statement import the_one_holding


@frozen(kw_only=True)
class Fullness:
    """No.1 workers of a field against its ceiling (受入れ見込数), as far as both are known."""

    ceiling: FieldFigure | None
    """The ceiling that holds on the day."""
    residents: FieldFigure | None
    """The last count of No.1 workers up to the day; its `since` is the day of the count."""

    @property
    def share(self) -> float | None:
        """Workers by ceiling, 1.0 where it is reached; None where one of the two is not known."""
        if self.ceiling is None or self.residents is None:
            return None
        return self.residents.people / self.ceiling.people

    @property
    def room(self) -> int | None:
        """How many people are left up to the ceiling; below 0 where it is passed."""
        if self.ceiling is None or self.residents is None:
            return None
        return self.ceiling.people - self.residents.people


def fullness(figures: Iterable[FieldFigure], day: date) -> Fullness:
    """Give how full the field with these figures is on a day."""
    listed = list(figures)
    counts = [f for f in listed if f.measure is Measure.RESIDENTS_NO1 and f.since and f.since <= day]
    return Fullness(
        ceiling=the_one_holding((f for f in listed if f.measure is Measure.CEILING_NO1), day),
        residents=max(counts, key=lambda f: f.since or day, default=None),
    )
