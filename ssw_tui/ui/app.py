"""The app: what keys and messages of the views lead to; what it shows is the main screen's."""

import gc
from typing import ClassVar

from textual import events, on
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.dom import DOMNode
from textual.geometry import Size
from textual.screen import Screen

from ssw_tui.commands import COMMANDS
from ssw_tui.errors import UserError
from ssw_tui.output.layout import ASCII
from ssw_tui.ui import ascii_look
from ssw_tui.ui.dialogs.palette import Palette
from ssw_tui.ui.dialogs.too_small import LEAST_COLUMNS, LEAST_ROWS, TooSmall
from ssw_tui.ui.ending import keep_before_ending
from ssw_tui.ui.faults import as_log
from ssw_tui.ui.main_screen import MainScreen
from ssw_tui.ui.offers import Offer
from ssw_tui.ui.places import PLACES
from ssw_tui.ui.reading_ahead import read_ahead
from ssw_tui.ui.session import Session
from ssw_tui.ui.themes import THEME_OF, THEMES
from ssw_tui.ui.views.base import View
from ssw_tui.ui.widgets.key_bar import KeyBar

LOOK_SECONDS = 1.0
"""So long the app must have been open for somebody to have looked at it."""


class AdvisorApp(App[None]):
    """Shows the content, the quiz and the person's own card."""

    TITLE = "ssw-tui"
    CSS = f"""
    Input > .input--placeholder, Input > .input--suggestion {{ color: $quiet; text-style: none; }}
    {ascii_look.CSS}
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(",".join(c.keys), c.action, c.help, show=False, id=c.id) for c in COMMANDS if c.id != "palette"
    ]
    COMMAND_PALETTE_BINDING = "ctrl+p"
    ESCAPE_TO_MINIMIZE = False

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.main = MainScreen(session)
        self.error: Exception | None = None
        """The bug that ended the app."""
        self.fault: str | None = None
        """The same as the log may keep it."""

    def compose(self) -> ComposeResult:
        """Lay out the one screen; views come at their first visit."""
        yield from self.main.parts()

    def get_default_screen(self) -> Screen[None]:
        """Give the one screen."""
        return self.main

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Give the colour of what stands beside the point to themes that do not name one."""
        return {"quiet": "#a3acb9"}

    def on_mount(self) -> None:
        """Take the look, and open the overview."""
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = THEME_OF[self.session.settings.theme]
        self.set_class(self.session.look is ASCII, "-ascii")
        ascii_look.use_ascii(self.session.look is ASCII)
        self.call_after_refresh(self._open_first)

    @property
    def view(self) -> View | None:
        """The view that is open; None before the first one and while the app closes."""
        return self.main.view

    async def _open_first(self) -> None:
        """Open the overview, unless a key was quicker."""
        with self.batch_update():
            if self.view is None:
                await self.visit("overview")
                self._greet()
        self._fit(self.size)
        self.set_timer(LOOK_SECONDS, self._keep_look)
        keep_before_ending(self._keep)
        gc.enable()
        self.run_worker(read_ahead(self.session.library))

    def _keep_look(self) -> None:
        """Keep that the app was opened; the disk is waited for elsewhere."""
        self.run_worker(self.session.keep_look, thread=True)

    def _greet(self) -> None:
        """Say what this is at the first start; later only what is to be said of the terminal."""
        if self.session.is_first:
            self.action_welcome()
        elif self.session.greeting:
            self.notify(self.session.greeting, markup=False, timeout=15)

    def action_welcome(self) -> None:
        """Show what this program is, and what to do first."""
        from ssw_tui.ui.dialogs.welcome import WelcomeDialog

        if self.screen is self.main:
            self.push_screen(WelcomeDialog(self.session), self._run_chosen)

    async def action_first_card(self) -> None:
        """Ask for a card, in its view."""
        await self.action_go("card")
        await self.run_hint("new")

    async def action_go(self, view_id: str) -> None:
        """Open a view; its widgets are made at the first visit."""
        self.main.forget_way_back()
        await self.visit(view_id)

    async def visit(self, view_id: str) -> View:
        """Open a view and give it; a dialog over it closes."""
        while self.screen is not self.main and not isinstance(self.screen, TooSmall):
            await self.pop_screen()
        return await self.main.show(view_id)

    async def action_quit(self) -> None:
        """Leave the app; what is not saved yet is saved first."""
        self._keep()
        await super().action_quit()

    def action_help_quit(self) -> None:
        """Say which key leaves the app to those who press ctrl+c for it."""
        self.clear_notifications()
        self.notify("Press q to leave.", markup=False)

    def _keep(self) -> None:
        """Save what is not saved yet."""
        for view in self.main.opened:
            view.keep()

    def refresh_views(self) -> None:
        """Show everything again after the day or the person's data changed."""
        for view in self.main.opened:
            view.refresh_day()
        self.main.refresh_lines()

    def action_command_palette(self) -> None:
        """Find a command by its name."""
        if not any(isinstance(screen, Palette | TooSmall) for screen in self.screen_stack):
            self.push_screen(Palette())

    @on(View.Changed)
    def _view_changed(self) -> None:
        self.main.refresh_lines()

    @on(View.DataChanged)
    def _data_changed(self) -> None:
        for view in self.main.opened:
            if view is not self.view:
                view.refresh_day()
        self.main.refresh_lines()

    @on(View.Failed)
    def _data_unavailable(self, event: View.Failed) -> None:
        self.notify(str(event.error), title="Your data were not changed", severity="error", markup=False, timeout=15)

    @on(View.Opened)
    async def _opened(self, event: View.Opened) -> None:
        await self.open_record(event.kind, event.record_id)

    @on(KeyBar.Pressed)
    async def _hint_pressed(self, event: KeyBar.Pressed) -> None:
        await self.run_hint(event.action)

    async def run_hint(self, action: str) -> None:
        """Run what a key of the footer or the `?` list does, in the open view or the app."""
        view = self.view
        node = view.acting if view and _has_action(view.acting, action) else view
        await self.run_action(action, default_namespace=node or self)

    def on_resize(self, event: events.Resize) -> None:
        """Say so where the window is too small, and come back when it is not."""
        if self.screen_stack and self.view is not None:
            self._fit(event.size)

    def _fit(self, size: Size) -> None:
        too_small = size.width < LEAST_COLUMNS or size.height < LEAST_ROWS
        shown = isinstance(self.screen, TooSmall)
        if too_small and not shown:
            self.push_screen(TooSmall())
        elif shown and not too_small:
            self.pop_screen()

    async def action_back(self) -> None:
        """Go one step back: inside the view, at its top to where it was opened from, if it was; notices are gone."""
        self.clear_notifications()
        await self.main.back()

    def action_views(self) -> None:
        """Go to the line of views."""
        self.main.navigation.focus()

    def action_keys(self) -> None:
        """Show the keys of the open view."""
        from ssw_tui.ui.dialogs.keys import KeysDialog

        if self.screen is self.main and self.view is not None:
            self.push_screen(KeysDialog(self.view), self._run_chosen)

    async def _run_chosen(self, action: str | None) -> None:
        if action:
            await self.run_hint(action)

    def action_date(self) -> None:
        """Ask for the date whose rules apply."""
        from ssw_tui.ui.dialogs.date import DateDialog

        if self.screen is self.main:
            self.push_screen(DateDialog(self.session), self._date_chosen)

    def _date_chosen(self, chosen: bool | None) -> None:
        if chosen:
            self.refresh_views()

    def action_help_lines(self) -> None:
        """Show whom to call."""
        from ssw_tui.ui.dialogs.help_lines import HelpLinesDialog

        if self.screen is self.main:
            self.push_screen(HelpLinesDialog(self.session))

    def action_search(self, words: str = "") -> None:
        """Search everything."""
        from ssw_tui.ui.dialogs.search import SearchDialog

        if self.screen is self.main:
            self.push_screen(SearchDialog(self.session, words), self._open_found)

    async def _open_found(self, found: tuple[str, str] | None) -> None:
        if found:
            await self.open_record(*found)

    async def action_open(self, kind: str, record_id: str) -> None:
        """Open the place of a record, or a view."""
        await self.open_record(kind, record_id)

    async def open_record(self, kind: str, record_id: str) -> None:
        """Open the place of a record, or a view (kind "view"); escape at its top leads back here."""
        if kind != "help-line":
            self.main.remember_way_back()
        match kind:
            case "view":
                await self.visit(record_id)
            case "help-line":
                from ssw_tui.ui.dialogs.help_lines import HelpLinesDialog

                self.push_screen(HelpLinesDialog(self.session, record_id))
            case _:
                view = await self.visit(PLACES[kind].view)
                view.open_found(kind, record_id)
                self.main.refresh_lines()

    async def run_offer(self, offer: Offer) -> None:
        """Do what was chosen in the palette, in its view."""
        if offer.view is not None:
            await self.action_go(offer.view)
        await self.run_hint(offer.action)

    def action_set(self, key: str, value: str | int) -> None:
        """Change a setting, now and for later runs."""
        try:
            self.session.set(**{key: value})
        except UserError as error:
            self.notify(str(error), severity="error", markup=False)
            return
        self.theme = THEME_OF[self.session.settings.theme]
        if key == "look":
            self.notify("The new signs are drawn from the next start on.", markup=False)
        self.refresh_views()

    def _handle_exception(self, error: Exception) -> None:
        """Keep a bug off the screen: its traceback goes to the log, without anything that a person recorded."""
        self.error = error
        self.fault = as_log(error)
        super()._handle_exception(error)

    def _fatal_error(self) -> None:
        """Leave without drawing a traceback."""
        self._close_messages_no_wait()


def _has_action(node: DOMNode, action: str) -> bool:
    return hasattr(node, f"action_{action.partition('(')[0]}")
