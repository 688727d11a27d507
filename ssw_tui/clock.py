"""Today and now, in Japan: the only place that reads a clock for them."""

from datetime import date, datetime, timedelta, timezone

# Japan has kept this time, without summer time, since 1952. A database of time zones takes longer to load than many
# a command takes to run, and not every system has one.
TOKYO = timezone(timedelta(hours=9))


def today_in_japan() -> date:
    """Give the calendar day in Japan, wherever the machine stands."""
    return datetime.now(TOKYO).date()


def now_in_japan() -> datetime:
    """Give what clocks in Japan show, wherever the machine stands."""
    return datetime.now(TOKYO)
