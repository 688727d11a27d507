"""Who the advice is for: what it needs to know of a person and their card, wherever that is kept."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Protocol

from ssw_tui.advice.five_years import Stay
from ssw_tui.advice.leave import Leave


class Event(Protocol):
    """Something that happened, or is going to."""

    @property
    def kind(self) -> str:
        """What happened."""

    @property
    def on(self) -> date:
        """The day."""

    @property
    def number(self) -> int:
        """Which one of its kind it is, from 1."""


class Holder(Protocol):
    """Somebody with a card, or without one yet, and what is known of them."""

    @property
    def status(self) -> str:
        """One of ssw1, ssw2, other, none."""

    @property
    def expires(self) -> date | None:
        """The last day of the period of stay."""

    @property
    def granted(self) -> date | None:
        """The day of the permission."""

    @property
    def period_months(self) -> int | None:
        """The length of the period of stay."""

    @property
    def stays(self) -> Sequence[Stay]:
        """The times as No.1."""

    @property
    def leaves(self) -> Sequence[Leave]:
        """The leave taken."""

    @property
    def events(self) -> Sequence[Event]:
        """What happened."""

    @property
    def done(self) -> Collection[tuple[str, date]]:
        """Deadlines that are dealt with: their id and the day they are counted from."""


class Resident(Holder, Protocol):
    """A holder whose way through Japan is asked for, not only the card."""

    @property
    def in_japan_since(self) -> date | None:
        """The first day of the time in Japan that has gone on since."""

    @property
    def no2_since(self) -> date | None:
        """The first day as No.2."""

    @property
    def past_stays(self) -> Sequence[Stay]:
        """The times as No.1, whatever the status is today."""
