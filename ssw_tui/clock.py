"""Today, in Japan: the only place that reads a clock for a date."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

TOKYO = ZoneInfo("Asia/Tokyo")


def today_in_japan() -> date:
    """Give the calendar day in Japan, wherever the machine stands."""
    return datetime.now(TOKYO).date()
