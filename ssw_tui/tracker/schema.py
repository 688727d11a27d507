"""The tables of the store, and how an older store becomes a newer one."""

from collections.abc import Mapping

MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        """CREATE TABLE cards (
            id TEXT PRIMARY KEY, position INTEGER NOT NULL, label TEXT NOT NULL, status TEXT NOT NULL, field TEXT,
            expires TEXT, granted TEXT, period TEXT, number TEXT, no1_since TEXT, employer TEXT)""",
        """CREATE TABLE events (
            id TEXT PRIMARY KEY, card TEXT NOT NULL, kind TEXT NOT NULL, day TEXT NOT NULL, number INTEGER NOT NULL)""",
        "CREATE INDEX events_of_card ON events (card, kind, number)",
        """CREATE TABLE spells (
            id TEXT PRIMARY KEY, card TEXT NOT NULL, kind TEXT NOT NULL, first TEXT NOT NULL, last TEXT)""",
        "CREATE INDEX spells_of_card ON spells (card)",
        """CREATE TABLE leaves (
            id TEXT PRIMARY KEY, card TEXT NOT NULL, kind TEXT NOT NULL, first TEXT NOT NULL, last TEXT NOT NULL,
            notified INTEGER NOT NULL)""",
        "CREATE INDEX leaves_of_card ON leaves (card)",
        """CREATE TABLE done (
            card TEXT NOT NULL, deadline TEXT NOT NULL, anchor TEXT NOT NULL, day TEXT NOT NULL,
            PRIMARY KEY (card, deadline, anchor))""",
        "CREATE TABLE ticks (card TEXT NOT NULL, kind TEXT NOT NULL, key TEXT NOT NULL, PRIMARY KEY (card, kind, key))",
        """CREATE TABLE quiz_runs (
            id TEXT PRIMARY KEY, position INTEGER NOT NULL, day TEXT NOT NULL, goal TEXT NOT NULL,
            answers TEXT NOT NULL, result TEXT NOT NULL)""",
        """CREATE TABLE history (
            number INTEGER PRIMARY KEY AUTOINCREMENT, what TEXT NOT NULL, card TEXT, before TEXT NOT NULL,
            after TEXT NOT NULL, undone INTEGER NOT NULL DEFAULT 0)""",
    ),
    (
        """CREATE TABLE plans (
            card TEXT NOT NULL, procedure TEXT NOT NULL, anchor TEXT NOT NULL, day TEXT NOT NULL,
            PRIMARY KEY (card, procedure, anchor))""",
        "CREATE TABLE choices (card TEXT NOT NULL, what TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (card, what))",
    ),
    ("ALTER TABLE cards ADD COLUMN no2_since TEXT", "ALTER TABLE cards ADD COLUMN in_japan_since TEXT"),
    ("ALTER TABLE cards ADD COLUMN note TEXT",),
)
"""What to run for each version of the schema, oldest first; a store's version counts those it went through."""

KEYS: Mapping[str, tuple[str, ...]] = {
    "cards": ("id",),
    "events": ("id",),
    "spells": ("id",),
    "leaves": ("id",),
    "done": ("card", "deadline", "anchor"),
    "ticks": ("card", "kind", "key"),
    "plans": ("card", "procedure", "anchor"),
    "choices": ("card", "what"),
    "quiz_runs": ("id",),
}
"""The tables of personal data, and the columns that name a row."""

OF_A_CARD = ("events", "spells", "leaves", "done", "ticks", "plans", "choices")
"""The tables whose rows go with their card."""
