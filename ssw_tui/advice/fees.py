"""What an application costs, by the day on which it is received and the period of stay that is granted."""

from collections.abc import Iterable
from datetime import date

from ssw_tui.records.fee import Fee


def fees_for(fees: Iterable[Fee], application: str, received: date, months: int | None) -> tuple[Fee, ...]:
    """Give the fees that an application can cost.

    Args:
        fees: all of them.
        application: extension, change, permanent-residence ...
        received: the day on which the office receives it; the day of the decision does not matter.
        months: the period of stay that is granted, where it is known.

    Returns:
        One where the fee is certain; several where it goes by the period and that is not known, the shortest period
        first; none where no fee is known for the day.
    """
    named = [fee for fee in fees if application in fee.applications and fee.holds_on(received)]
    found = [fee for fee in named if months is None or fee.covers(months)]
    return tuple(sorted(found, key=lambda fee: fee.least_months or 0))
