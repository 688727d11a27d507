"""What a person plans: the days from which steps are counted, and what decides which papers are theirs."""

from datetime import date
from enum import StrEnum

from attrs import frozen


class ChoiceKind(StrEnum):
    """What can be chosen for the steps."""

    FIELD = "field"
    """The field of work whose papers are listed, by its id."""
    HOME_COUNTRY = "home-country"
    """The country whose own steps are listed, by its id."""


@frozen(kw_only=True)
class PlannedDay:
    """A day from which the steps of a procedure are counted, set by the person."""

    card: str | None
    """The card it belongs to; None: nobody's in particular."""
    procedure: str
    """The id of the procedure."""
    anchor: str
    """What the day is, as steps name it: planned-start, departure ..."""
    on: date
    """The day."""
