"""The app: one screen with a navigation line, a view at a time, and a footer of keys."""

import gc
from collections.abc import Iterable
from typing import ClassVar

from textual import events, on
from textual.app import App, ComposeResult, SystemCommand
from textual.binding import Binding, BindingType
from textual.dom import DOMNode
from textual.geometry import Size
from textual.screen import Screen
from textual.widgets import ContentSwitcher

from ssw_tui.commands import COMMANDS
from ssw_tui.errors import UserError
from ssw_tui.output.layout import ASCII
from ssw_tui.ui import ascii_look
from ssw_tui.ui.dialogs.palette import Palette
from ssw_tui.ui.dialogs.too_small import LEAST_COLUMNS, LEAST_ROWS, TooSmall
from ssw_tui.ui.faults import as_log
from ssw_tui.ui.places import PLACES, make_view
from ssw_tui.ui.reading_ahead import read_ahead
from ssw_tui.ui.session import Session
from ssw_tui.ui.themes import THEME_OF, THEMES
from ssw_tui.ui.views.base import Spot, View
from ssw_tui.ui.widgets.key_bar import EVERY_KEY, KeyBar, KeyHint
from ssw_tui.ui.widgets.navigation import NavigationBar
from ssw_tui.ui.widgets.status_line import StatusLine

SETTINGS: tuple[tuple[str, str | int, str], ...] = (
    *(("theme", name, "Change the colours.") for name in THEME_OF),
    *(("look", look, "The signs to draw with, from the next start on.") for look in ("unicode", "ascii")),
    *(("reminder_days", days, "How far ahead the overview reminds you.") for days in (14, 30, 60, 90)),
)
"""What the palette can set: key, value, what it does."""
GLOBAL_HINTS = tuple(KeyHint(c.shown, c.label, f"app.{c.action}") for c in COMMANDS if c.footer)
"""In the order of the table: what comes last is left out first where a view has many keys of its own."""

TYPING_HINTS = (KeyHint("F1", "keys", EVERY_KEY),)
"""What of them works while one types."""


class AdvisorApp(App[None]):
    """Shows the content, the quiz and the person's own card."""

    TITLE = "ssw-tui"
    CSS = f"""
    Screen {{ layout: vertical; background: $background; }}
    #views {{ height: 1fr; }}
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
        self.fault: str | None = None
        self.error: Exception | None = None
        self._came_from: list[tuple[str, Spot | None]] = []
        """Where what is open was opened from: the view and what it showed, the last one last."""

    def compose(self) -> ComposeResult:
        """Lay out the one screen; views come at their first visit."""
        yield NavigationBar()
        yield StatusLine()
        yield ContentSwitcher(id="views")
        yield KeyBar()

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
    def _main(self) -> Screen[object]:
        return self.screen_stack[0]

    @property
    def view(self) -> View | None:
        """The view that is open; None before the first one and while the app closes."""
        if not self.screen_stack:
            return None
        switcher = self._main.query_one(ContentSwitcher)
        return switcher.get_child_by_id(switcher.current, View) if switcher.current else None

    async def _open_first(self) -> None:
        """Open the overview, unless a key was quicker."""
        if self.view is None:
            await self.visit("overview")
        self._fit(self.size)
        if self.session.greeting:
            self.notify(self.session.greeting, markup=False, timeout=15)
        gc.freeze()
        gc.enable()
        self.run_worker(read_ahead(self.session.library))

    async def action_go(self, view_id: str) -> None:
        """Open a view; its widgets are made at the first visit."""
        self._came_from.clear()
        await self.visit(view_id)

    async def visit(self, view_id: str) -> View:
        """Open a view and give it; a dialog over it closes."""
        while self.screen is not self._main and not isinstance(self.screen, TooSmall):
            await self.pop_screen()
        switcher = self._main.query_one(ContentSwitcher)
        if view_id not in {child.id for child in switcher.children}:
            await switcher.add_content(make_view(view_id, self.session), id=view_id)
        switcher.current = view_id
        self._main.query_one(NavigationBar).current = view_id
        view = switcher.get_child_by_id(view_id, View)
        if view.first_focus is not None:
            view.first_focus.focus()
        self.refresh_chrome()
        return view

    def refresh_chrome(self) -> None:
        """Bring the status line and the footer up to the view and the day."""
        view = self.view
        if view is None:
            return
        status = self._main.query_one(StatusLine)
        status.title = view.title
        status.date_text, status.loud = self.session.date_line
        status.short_date_text = self.session.short_date_line
        own = {hint.shown for hint in view.hints}
        everywhere = TYPING_HINTS if view.is_typing else GLOBAL_HINTS
        self._main.query_one(KeyBar).hints = (*view.hints, *(hint for hint in everywhere if hint.shown not in own))

    async def action_quit(self) -> None:
        """Leave the app; what is not saved yet is saved first."""
        for view in self._main.query(View):
            view.keep()
        await super().action_quit()

    def refresh_views(self) -> None:
        """Show everything again after the day or the person's data changed."""
        for view in self._main.query(View):
            view.refresh_day()
        self.refresh_chrome()

    def action_command_palette(self) -> None:
        """Find a command by its name."""
        if not any(isinstance(screen, Palette | TooSmall) for screen in self.screen_stack):
            self.push_screen(Palette())

    @on(View.Changed)
    def _view_changed(self) -> None:
        self.refresh_chrome()

    @on(View.DataChanged)
    def _data_changed(self) -> None:
        for view in self._main.query(View):
            if view is not self.view:
                view.refresh_day()
        self.refresh_chrome()

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
        """Go one step back: inside the view, at its top to where it was opened from, if it was."""
        view = self.view
        if view is None:
            return
        if not view.back() and self._came_from:
            view_id, spot = self._came_from.pop()
            view = await self.visit(view_id)
            if spot is not None:
                view.return_to(spot)
        self.refresh_chrome()

    def action_views(self) -> None:
        """Go to the line of views."""
        self._main.query_one(NavigationBar).focus()

    def action_keys(self) -> None:
        """Show the keys of the open view."""
        from ssw_tui.ui.dialogs.keys import KeysDialog

        if self.screen is self._main and self.view is not None:
            self.push_screen(KeysDialog(self.view), self._run_chosen)

    async def _run_chosen(self, action: str | None) -> None:
        if action:
            await self.run_hint(action)

    def action_date(self) -> None:
        """Ask for the date whose rules apply."""
        from ssw_tui.ui.dialogs.date import DateDialog

        if self.screen is self._main:
            self.push_screen(DateDialog(self.session), self._date_chosen)

    def _date_chosen(self, chosen: bool | None) -> None:
        if chosen:
            self.refresh_views()

    def action_help_lines(self) -> None:
        """Show whom to call."""
        from ssw_tui.ui.dialogs.help_lines import HelpLinesDialog

        if self.screen is self._main:
            self.push_screen(HelpLinesDialog(self.session))

    def action_search(self) -> None:
        """Search everything."""
        from ssw_tui.ui.dialogs.search import SearchDialog

        if self.screen is self._main:
            self.push_screen(SearchDialog(self.session), self._open_found)

    async def _open_found(self, found: tuple[str, str] | None) -> None:
        if found:
            await self.open_record(*found)

    async def action_open(self, kind: str, record_id: str) -> None:
        """Open the place of a record, or a view."""
        await self.open_record(kind, record_id)

    async def open_record(self, kind: str, record_id: str) -> None:
        """Open the place of a record, or a view (kind "view"); escape at its top leads back here."""
        view = self.view
        if view is not None and view.id is not None and kind != "help-line":
            self._came_from.append((view.id, view.spot))
        match kind:
            case "view":
                await self.visit(record_id)
            case "help-line":
                from ssw_tui.ui.dialogs.help_lines import HelpLinesDialog

                self.push_screen(HelpLinesDialog(self.session, record_id))
            case _:
                view = await self.visit(PLACES[kind].view)
                view.open_found(kind, record_id)
                self.refresh_chrome()

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Give the palette every command of the table, the keys of the open view, and the themes."""
        for command in COMMANDS:
            if command.id not in ("palette", "back"):
                runner = self._runner(f"app.{command.action}")
                yield SystemCommand(f"{command.label} ({command.shown})", command.help, runner)
        view = self.view
        for key, text, action in view.keys_help if view else ():
            yield SystemCommand(f"{text} ({key})", "In this view.", self._runner(action))
        for key, value, text in SETTINGS:
            action = f"app.set('{key}', {value!r})"
            yield SystemCommand(f"setting: {key.replace('_', ' ')} {value}", text, self._runner(action))

    def _runner(self, action: str) -> "_Runner":
        return _Runner(self, action)

    def action_set(self, key: str, value: str | int) -> None:
        """Change a setting, now and for later runs."""
        try:
            self.session.set(**{key: value})
        except UserError as error:
            self.notify(str(error), severity="error", markup=False)
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


class _Runner:
    """Runs an action from the palette."""

    def __init__(self, app: AdvisorApp, action: str) -> None:
        self.app = app
        self.action = action

    async def __call__(self) -> None:
        await self.app.run_hint(self.action)
