"""The content as a whole."""

from datetime import date

from attrs import frozen


@frozen(kw_only=True)
class Edition:
    """The content as a whole."""

    version: str
    """Year, month and day of this edition: 2026.11.22."""
    checked: date
    """The day on which the content was last compared with its sources."""
    guide_date: date
    """The date of the guide that the content takes apart."""
