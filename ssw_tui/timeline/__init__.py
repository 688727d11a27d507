"""What changed between two dates, from the records themselves: since when each holds, and until when."""

from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from ssw_tui.library import Library
from ssw_tui.timeline.ceilings import ceiling_changes
from ssw_tui.timeline.change import Change
from ssw_tui.timeline.fields import field_changes
from ssw_tui.timeline.likeness import put_together
from ssw_tui.timeline.rules import (
    deadline_changes,
    fee_changes,
    figure_changes,
    paper_changes,
    penalty_changes,
    rule_changes,
)
from ssw_tui.timeline.summaries import summary_changes
from ssw_tui.timeline.wording import grouped

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
    days = grouped(_told(library), lambda change: change.date)
    newest_first = sorted(days.values(), key=lambda changes: changes[0].date, reverse=True)
    return tuple(change for changes in newest_first for change in put_together(changes))


def _told(library: Library) -> Iterator[Change]:
    """Give every change as each record tells it."""
    yield from field_changes(library)
    yield from ceiling_changes(library)
    yield from rule_changes(library)
    yield from fee_changes(library)
    yield from paper_changes(library)
    yield from deadline_changes(library)
    yield from penalty_changes(library)
    yield from figure_changes(library)
    yield from summary_changes(library)
