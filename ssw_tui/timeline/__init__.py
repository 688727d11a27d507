"""What changed between two dates, from the records themselves: since when each holds, and until when."""

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from operator import attrgetter

from ssw_tui.library import Library
from ssw_tui.timeline.ceilings import ceiling_changes
from ssw_tui.timeline.change import Change
from ssw_tui.timeline.fields import field_changes
from ssw_tui.timeline.named import put_together
from ssw_tui.timeline.rules import (
    deadline_changes,
    fee_changes,
    paper_changes,
    penalty_changes,
    rule_changes,
)

__all__ = ["Change", "changes_between"]


def changes_between(library: Library, since: date, until: date) -> tuple[Change, ...]:
    """Give what changed, newest first.

    Args:
        library: the content.
        since: the first day to look at.
        until: the last day to look at; it may lie ahead.
    """
    return tuple(change for change in _history(library) if since <= change.date <= until)


@lru_cache(maxsize=2)
def _history(library: Library) -> tuple[Change, ...]:
    in_order = attrgetter("rank", "ends")
    changes = sorted(put_together(library, sorted(_told(library), key=in_order)), key=in_order)
    return tuple(sorted(changes, key=attrgetter("date"), reverse=True))


def _told(library: Library) -> Iterator[Change]:
    """Give every change as each record tells it."""
    yield from field_changes(library)
    yield from ceiling_changes(library)
    yield from rule_changes(library)
    yield from fee_changes(library)
    yield from paper_changes(library)
    yield from deadline_changes(library)
    yield from penalty_changes(library)
