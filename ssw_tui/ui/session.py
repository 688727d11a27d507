"""What the views share during a run: the content, the day, the look, the person's own data."""

from collections.abc import Callable
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from attrs import define, evolve, field

from ssw_tui.library import Library
from ssw_tui.output.layout import UNICODE, Look
from ssw_tui.reader import Reader
from ssw_tui.settings import Settings, change

if TYPE_CHECKING:
    from ssw_tui.tracker.records import CardFile
    from ssw_tui.tracker.tracker import Tracker

DAYS_UNTIL_LOUD = 180


@define(slots=False)
class Session:
    """One run of the app."""

    library: Library
    """The content."""
    today: date
    """Today in Japan, or the day given when the app was started."""
    data_folder: Path
    """Where the personal data lie."""
    settings_file: Path | None = None
    """Where the settings lie; None: they are not kept."""
    settings: Settings = field(factory=Settings)
    """How the person likes the app."""
    look: Look = UNICODE
    """The glyphs to draw with."""
    greeting: str | None = None
    """What is said once when the app has opened."""
    is_first: bool = False
    """Whether nobody has kept anything yet, so that the app says what it is."""
    keeps_look: bool = False
    """Whether it is kept that the app was opened: on the day itself, not where another day was named."""
    clock: Callable[[], datetime] | None = None
    """Gives what clocks in Japan show; None where another day was named, so that nothing is said of now."""
    chosen_day: date | None = field(default=None)
    """Another day whose rules apply during this run."""
    opened_card: str | None = field(default=None)
    """The card that was opened last."""
    language: str | None = field(default=None)
    """The language that help lines should speak, by its code; None: any."""
    changes_between: tuple[date, date | None] = field(default=(date.min, None))
    """Between which days changes are listed; None: up to a year ahead."""
    has_read_all: bool = field(default=False)
    """Whether every record was read: for the list of changes, and for what rests on each source."""
    drafts: dict[str | None, dict[str, str]] = field(factory=dict)
    """What was typed into a card's form that was left without saving, by the card's id; None: a new card."""

    @property
    def day(self) -> date:
        """The day whose rules apply."""
        return self.chosen_day or self.today

    @property
    def now(self) -> datetime | None:
        """What clocks in Japan show, where that may be said."""
        return self.clock() if self.clock else None

    @property
    def reader(self) -> Reader:
        """The content as of the day."""
        return Reader(self.library, self.day)

    @cached_property
    def tracker(self) -> "Tracker":
        """The person's own data."""
        from ssw_tui.tracker.tracker import Tracker

        return Tracker(self.data_folder)

    @cached_property
    def seen_until(self) -> date | None:
        """Up to which day the person had seen what changed when the app was opened; None: it is not known."""
        from ssw_tui.tracker.last_look import seen_until

        return seen_until(self.data_folder, self.library.edition().checked)

    def keep_look(self) -> None:
        """Keep that the app was opened today, where there are personal data anyway."""
        from ssw_tui.tracker.last_look import keep_look

        if self.keeps_look and self.seen_until != self.today:
            keep_look(self.data_folder, self.today, self.library.edition().checked)

    @property
    def date_line(self) -> tuple[str, bool]:
        """Which day the rules are of and when they were last checked, and whether that must be said loudly."""
        from ssw_tui.output.pages.common import say_day

        checked = self.library.edition().checked
        past = (self.day - checked).days
        chosen = " (your choice)" if self.chosen_day else ""
        said = f"Rules as of {say_day(self.day)}{chosen}"
        if past > DAYS_UNTIL_LOUD:
            return f"! {said}: last checked {say_day(checked)}, ask before you act", True
        if past > 0:
            return f"{said}; last checked {say_day(checked)}, may have changed", bool(chosen)
        return said, bool(chosen)

    @property
    def short_date_line(self) -> str:
        """The same in fewer words, for narrow windows."""
        from ssw_tui.output.pages.common import say_day

        past = (self.day - self.library.edition().checked).days
        if past > DAYS_UNTIL_LOUD:
            return f"! {say_day(self.day)}: rules may have changed, ask before you act"
        chosen = " (your choice)" if self.chosen_day else ""
        return f"Rules as of {say_day(self.day)}{chosen}; may have changed" if past > 0 else self.date_line[0]

    def set(self, **values: str | int) -> None:
        """Change settings, and keep them.

        Raises:
            UserError: when the settings file cannot be written.
        """
        if self.settings_file is None:
            changed: Any = values
            self.settings = evolve(self.settings, **changed)
        else:
            self.settings = change(self.settings_file, **values)

    def card_files(self) -> "list[CardFile]":
        """Give the cards with all that is recorded about them.

        Raises:
            DataUnavailableError: when the store cannot be read.
        """
        return self.tracker.files()

    @property
    def current_card(self) -> str | None:
        """The card that check marks belong to: the one last opened, else the first, else nobody's in particular."""
        ids = [card.id for card in self.tracker.cards()]
        return self.opened_card if self.opened_card in ids else next(iter(ids), None)

    def ticks(self) -> frozenset[tuple[str, str]]:
        """Give what is ticked off for the current card, as kind ("step", "document") and key.

        Raises:
            DataUnavailableError: when the store cannot be read.
        """
        return frozenset((tick.kind.value, tick.key) for tick in self.tracker.ticks(self.current_card))

    def set_tick(self, kind: str, key: str, *, ticked: bool) -> None:
        """Tick a step or a document off for the current card, or take the tick back.

        Raises:
            DataUnavailableError: when the store cannot be written.
        """
        from ssw_tui.tracker.records import TickKind

        self.tracker.set_tick(self.current_card, TickKind(kind), key, ticked=ticked)
