"""One invented card with what belongs to it: what pictures and tests of a filled app show."""

from datetime import date

from ssw_tui.tracker.records import Card, CardStatus, EventKind, TickKind
from ssw_tui.tracker.tracker import Tracker

LABEL = "Example card"
END_OF_ID = "2345"
PROCEDURE = "extension-of-stay"
STEP = f"{PROCEDURE}/plan"
PAPER = f"{PROCEDURE}/leave-statement"


def end_of_id() -> str:
    """End the id of the card always in the same way; a Tracker takes this."""
    return END_OF_ID


def seed(tracker: Tracker) -> Card:
    """Fill a store with a card, a move, a step and a paper that are ticked off."""
    card = tracker.add_card(
        label=LABEL,
        status=CardStatus.SSW1,
        field="agriculture",
        granted=date(2026, 3, 16),
        expires=date(2027, 3, 15),
        period="1y",
        no1_since=date(2023, 4, 10),
    )
    tracker.add_event(card.id, EventKind.MOVED, date(2026, 11, 1))
    tracker.set_tick(card.id, TickKind.STEP, STEP, ticked=True)
    tracker.set_tick(card.id, TickKind.DOCUMENT, PAPER, ticked=True)
    return card
