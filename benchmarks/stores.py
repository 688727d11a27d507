"""Personal data to measure with: invented people in folders that are thrown away."""

import sqlite3
import tomllib
from collections.abc import Mapping
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

from ssw_tui.tracker.records import CardStatus, EventKind
from ssw_tui.tracker.store import STORE_NAME
from ssw_tui.tracker.tracker import Tracker

MANY = 10_000
ONE_IN = 10
SPREAD = {
    "id": "id || '-' || n",
    "position": "n",
    "label": "label || ' ' || n",
    "expires": "date(expires, (n * 7 % 1000 - 100) || ' days')",
    "granted": "date(granted, (n * 7 % 1000 - 100) || ' days')",
    "no1_since": "date(no1_since, '-' || (n % 420) || ' days')",
}
"""What differs from card to card, by its number n."""
ANSWERS = Path(__file__).parent / "answers.toml"
"""What a person with some things still missing answers."""
RESULT = '{"verdict": "not-yet", "title": "Not yet", "goal": "Get Specified Skilled Worker No.1"}'
"""What a saved quiz says of itself."""


def one_card(folder: Path, today: date) -> Path:
    """Make a store with one card, something that happened, and one saved quiz; give its folder."""
    with Tracker(folder) as tracker:
        card = tracker.add_card(
            label="Example card",
            status=CardStatus.SSW1,
            field="agriculture",
            granted=today - timedelta(days=250),
            expires=today + timedelta(days=115),
            period="1y",
            no1_since=today - timedelta(days=1300),
        )
        tracker.add_event(card.id, EventKind.MOVED, today - timedelta(days=10))
        answers = tomllib.loads(ANSWERS.read_text(encoding="utf-8"))
        tracker.save_quiz(day=today, goal=answers["goal"], answers=answers, result=RESULT)
    return folder


def many_cards(folder: Path, today: date) -> Path:
    """Make a store with so many cards like the one of `one_card`; give its folder.

    Their days are spread over three years, so that something is due on some of them; one in ten has moved, too.
    """
    one_card(folder, today)
    with closing(sqlite3.connect(folder / STORE_NAME)) as connection, connection:
        _multiply(connection, "cards", SPREAD, 1)
        _multiply(connection, "events", {"id": "id || n", "card": "card || '-' || n"}, ONE_IN)
    return folder


def _multiply(connection: sqlite3.Connection, table: str, changed: Mapping[str, str], step: int) -> None:
    """Repeat the only row of a table with some columns changed; n goes from 2, in steps."""
    names = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
    values = ", ".join(changed.get(name, name) for name in names)
    connection.execute(
        f"INSERT INTO {table} WITH RECURSIVE numbers(n) AS (VALUES (2) UNION ALL SELECT n + ? FROM numbers "  # noqa: S608
        f"WHERE n + ? <= ?) SELECT {values} FROM {table}, numbers",
        (step, step, MANY),
    )
