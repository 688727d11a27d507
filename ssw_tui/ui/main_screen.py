"""The one screen: the line of views, the view that is open, and the keys that work in it."""

from collections.abc import Sequence

from textual import events
from textual.app import ComposeResult
from textual.screen import Screen
from textual.widgets import ContentSwitcher

from ssw_tui.commands import COMMANDS
from ssw_tui.ui.links import copy_marked
from ssw_tui.ui.places import make_view
from ssw_tui.ui.session import Session
from ssw_tui.ui.views.base import Spot, View
from ssw_tui.ui.widgets.key_bar import EVERY_KEY, KeyBar, KeyHint
from ssw_tui.ui.widgets.navigation import NavigationBar
from ssw_tui.ui.widgets.plain import Plain
from ssw_tui.ui.widgets.status_line import StatusLine
from ssw_tui.ui.widgets.tab_line import arrow_keys

GLOBAL_HINTS = tuple(KeyHint(c.shown, c.label, f"app.{c.action}") for c in COMMANDS if c.footer)
"""In the order of the table: what comes last is left out first where a view has many keys of its own."""
TYPING_HINTS = (KeyHint("F1", "keys", EVERY_KEY),)
"""What of them works while one types."""


class Views(ContentSwitcher, Plain):
    """The views that were opened so far, one of them shown."""

    DEFAULT_CSS = "Views { height: 1fr; }"


class MainScreen(Screen[None], Plain):
    """Shows one view at a time; each is made when it is first opened, and kept."""

    DEFAULT_CSS = "MainScreen { layout: vertical; background: $background; }"

    def __init__(self, session: Session) -> None:
        super().__init__(id="_default")
        self.session = session
        self.navigation = NavigationBar()
        self.status = StatusLine()
        self.views = Views(id="views")
        self.keys = KeyBar()
        self._came_from: list[tuple[str, Spot | None]] = []
        """Where what is open was opened from: the view and what it showed, the last one last."""

    def parts(self) -> ComposeResult:
        """Give what it is made of. The app composes it, so that all of it is there when the app is."""
        yield self.navigation
        yield self.status
        yield self.views
        yield self.keys

    @property
    def opened(self) -> tuple[View, ...]:
        """The views that were opened so far."""
        return tuple(self.views.query_children(View))

    @property
    def view(self) -> View | None:
        """The view that is open; None before the first one and while the app closes."""
        return next((view for view in self.opened if view.id == self.views.current), None)

    async def show(self, view_id: str) -> View:
        """Open a view and give it; its widgets are made at the first visit."""
        if view_id not in {view.id for view in self.opened}:
            await self.views.add_content(make_view(view_id, self.session), id=view_id)
        self.views.current = self.navigation.current = view_id
        view = self.views.get_child_by_id(view_id, View)
        if view.first_focus is not None:
            view.first_focus.focus()
        self.refresh_lines()
        return view

    def remember_way_back(self) -> None:
        """Let `back` lead here from what is opened next."""
        if self.view is not None and self.view.id is not None:
            self._came_from.append((self.view.id, self.view.spot))

    def forget_way_back(self) -> None:
        """Let `back` lead nowhere from what is opened next: it was chosen by itself."""
        self._came_from.clear()

    async def back(self) -> None:
        """Go one step back: inside the view, at its top to where it was opened from, if it was."""
        view = self.view
        if view is None:
            return
        if not view.back():
            await self._leave(view)
        self.refresh_lines()

    async def _leave(self, view: View) -> None:
        """Go where the view was opened from; else leave what was opened in it."""
        if not self._came_from:
            view.back()
            return
        view_id, spot = self._came_from.pop()
        before = await self.show(view_id)
        if spot is not None:
            before.return_to(spot)

    def action_copy_text(self) -> None:
        """Copy what is marked with the mouse, and say so."""
        copy_marked(self)

    def refresh_lines(self) -> None:
        """Bring the status line and the footer up to the view and the day."""
        view = self.view
        if view is None:
            return
        self.status.title = view.title
        self.status.date_text, self.status.loud = self.session.date_line
        self.status.short_date_text = self.session.short_date_line
        on_views = self.focused is self.navigation
        here = self._navigation_hints if on_views else view.hints
        own = {hint.shown for hint in here}
        everywhere = TYPING_HINTS if view.is_typing and not on_views else GLOBAL_HINTS
        self.keys.hints = (*here, *(hint for hint in everywhere if hint.shown not in own))

    @property
    def _navigation_hints(self) -> Sequence[KeyHint]:
        """The keys of the line of views, while it has the focus."""
        arrows = arrow_keys(self.session.look)
        return (KeyHint(arrows, "view", "screen.point_at_view(1)"), KeyHint("enter", "open", "screen.open_view"))

    def action_point_at_view(self, step: int) -> None:
        """Point at the view beside, in the line of views."""
        self.navigation.action_point(step)

    async def action_open_view(self) -> None:
        """Open the view that the line of views points at."""
        await self.navigation.action_open()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Name the keys of the line of views when the focus comes to it."""
        if event.widget is self.navigation:
            self.refresh_lines()

    def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        """Name the keys of the view again when the focus leaves the line of views."""
        if event.widget is self.navigation:
            self.refresh_lines()
