"""What every view is."""

from collections.abc import Sequence

from attrs import frozen
from textual.containers import Container
from textual.dom import DOMNode
from textual.message import Message
from textual.widget import Widget

from ssw_tui.errors import DataUnavailableError
from ssw_tui.ui.session import Session
from ssw_tui.ui.widgets.key_bar import KeyHint
from ssw_tui.ui.widgets.plain import Plain

WIDE = 100


@frozen
class Spot:
    """What a view with a list shows."""

    within: str | None
    """The tab, or what else the list is of."""
    words: str
    """What stands in the filter."""
    row: str | None
    """The row in focus."""
    reads: bool
    """Whether its page is read."""


class View(Container, Plain):
    """A view in the switcher: it shows what the session holds and is told when the day changes."""

    DEFAULT_CSS = "View { height: 1fr; }"

    title: str = ""
    """What the status line calls it."""

    class Changed(Message):
        """The view's title or keys changed."""

    class DataChanged(Message):
        """The person's data changed; other views show them too."""

    class Failed(Message):
        """The personal data could not be read or written."""

        def __init__(self, error: DataUnavailableError) -> None:
            super().__init__()
            self.error = error

    class Opened(Message):
        """Another place was asked for: a record of a kind, or a view (kind "view")."""

        def __init__(self, kind: str, record_id: str) -> None:
            super().__init__()
            self.kind = kind
            self.record_id = record_id

    def __init__(self, session: Session, view_id: str) -> None:
        super().__init__(id=view_id)
        self.session = session

    @property
    def hints(self) -> Sequence[KeyHint]:
        """The keys of this view for the footer."""
        return ()

    @property
    def is_typing(self) -> bool:
        """Whether letters and signs go into a line of text, so that they are no keys."""
        return False

    @property
    def own_digits(self) -> str:
        """The digits that mean something here, so that they open no view."""
        return ""

    @property
    def keys_help(self) -> Sequence[tuple[str, str, str]]:
        """The keys of this view for the `?` list: key, what it does, the action it runs."""
        return ()

    @property
    def acting(self) -> DOMNode:
        """What runs the actions of the hints and of the `?` list: the view, or a part of it with actions of its own."""
        return self

    def open_found(self, kind: str, record_id: str) -> None:
        """Show what was named elsewhere: a record of a kind, or a tab."""

    def keep(self) -> None:
        """Save what would be lost, since the app closes."""

    @property
    def first_focus(self) -> Widget | None:
        """What takes the keys when the view opens."""
        return None

    def refresh_day(self) -> None:
        """Show everything again, for the session's day and data."""

    def back(self) -> bool:
        """Go one step back inside the view; False at its top."""
        return False

    @property
    def spot(self) -> Spot | None:
        """What is shown now, for `return_to`; None: the view finds it by itself."""
        return None

    def return_to(self, spot: Spot) -> None:
        """Show again what was shown when `spot` was taken."""

    @property
    def is_wide(self) -> bool:
        """Whether there is room for two panes side by side."""
        return self.app.size.width >= WIDE
