"""Days as they are given on the command line."""

from datetime import date

from ssw_tui.advice.days import parse_day
from ssw_tui.errors import UserError


def day_of(option: str, text: str) -> date:
    """Read a day.

    Raises:
        UserError: when it is none, naming the option.
    """
    try:
        return parse_day(text)
    except ValueError as error:
        raise UserError(f"{option}: {error}") from error
