"""True, false, and not known yet: None."""

from collections.abc import Iterable


def negated(value: bool | None) -> bool | None:
    """Give "not"; of what is not known nothing is known."""
    return None if value is None else not value


def every(known: Iterable[bool | None]) -> bool | None:
    """Give "and": one false is enough, however little is known of the others."""
    values = list(known)
    if False in values:
        return False
    return None if None in values else True
