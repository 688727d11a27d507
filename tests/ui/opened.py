"""An app under test: its screen as text, its keys and its mouse, and waiting for a state instead of for time."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any, TypeVar

from attrs import frozen
from textual import events
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input

from ssw_tui.output.cells import cells
from ssw_tui.ui.app import AdvisorApp
from ssw_tui.ui.session import Session
from ssw_tui.ui.views.base import View
from ssw_tui.ui.views.browse import BrowseView

V = TypeVar("V", bound=View)
S = TypeVar("S", bound=Screen[Any])
TRIES, PAUSE = 400, 0.01
ROUNDS = 5
"""A message makes a message makes a drawing: so many times every queue is emptied before the screen is read."""
SMALL, LARGE = (80, 24), (120, 36)


def text_of(screen: Screen[Any]) -> str:
    """Give what a screen shows, line by line."""
    strips = screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in strips)


async def _nothing_to_do() -> None:
    """Wait until everything in the event loop waits: for keys, for a timer, or for a thread.

    The pilot asks every widget for an answer instead, which takes many times as long.
    """
    ready = vars(asyncio.get_running_loop())["_ready"]
    while True:
        await asyncio.sleep(0)
        if not ready:
            return


@frozen
class Opened:
    """An app that runs."""

    app: AdvisorApp
    pilot: Pilot[None]

    @property
    def session(self) -> Session:
        """What the views share."""
        return self.app.session

    @property
    def text(self) -> str:
        """What the screen shows; a dialog hides what lies under it."""
        return text_of(self.app.screen)

    @property
    def words(self) -> str:
        """What the screen shows, with every run of spaces and every line break as one space."""
        return " ".join(self.text.split())

    @property
    def lines(self) -> list[str]:
        """The lines of the screen."""
        return self.text.split("\n")

    @property
    def navigation(self) -> str:
        """The line of views."""
        return self.lines[0]

    @property
    def status(self) -> str:
        """The line under it."""
        return self.lines[1]

    @property
    def footer(self) -> str:
        """The line of keys."""
        return self.lines[-1]

    @property
    def marked(self) -> list[str]:
        """The lines that bear the mark of the row in focus."""
        return [line.partition("> ")[2] for line in self.lines if line.lstrip(" │|").startswith("> ")]

    @property
    def view(self) -> View:
        """The view that is open."""
        assert self.app.view is not None
        return self.app.view

    def view_as(self, kind: type[V]) -> V:
        """Give the open view as what it must be."""
        assert isinstance(self.view, kind)
        return self.view

    @property
    def browse(self) -> BrowseView:
        """The open view, which has a list and a page."""
        return self.view_as(BrowseView)

    @property
    def chosen(self) -> str | None:
        """The row in focus of the open view."""
        return self.browse.list.chosen

    @property
    def row_ids(self) -> list[str]:
        """The rows of the open view, without the headings."""
        return [row.id for row in self.browse.list.rows if not row.heading]

    @property
    def page_title(self) -> str:
        """The title of the page of the open view."""
        assert self.browse.page.page is not None
        return self.browse.page.page.title

    @property
    def page_words(self) -> str:
        """What the page of the open view says, also below what is scrolled to, with single spaces."""
        return " ".join(self.browse.page.text.split())

    def dialog(self, kind: type[S]) -> S:
        """Give the dialog on top as what it must be."""
        assert isinstance(self.app.screen, kind)
        return self.app.screen

    @property
    def notices(self) -> str:
        """What was said in the corner of the screen."""
        return " ".join(notice.message for notice in self.app._notifications)

    @property
    def has_dialog(self) -> bool:
        """Whether anything lies over the view."""
        return len(self.app.screen_stack) > 1

    async def settle(self) -> None:
        """Wait until all that lies in the queues is dealt with, and what comes of it too; then draw the screen."""
        await self._dealt_with()
        text_of(self.app.screen)

    async def _dealt_with(self) -> None:
        for _ in range(ROUNDS):
            await _nothing_to_do()
            self.app.screen._on_timer_update()

    async def press(self, *keys: str) -> None:
        """Press keys, each when the one before is dealt with; the screen is drawn after the last."""
        for key in keys:
            self.app.post_message(events.Key(key, key if len(key) == 1 else None))
            await self._dealt_with()
        text_of(self.app.screen)

    async def type(self, text: str) -> None:
        """Put text into the focused input as a terminal hands it over from an input method: all at once."""
        focused = self.app.focused
        assert isinstance(focused, Input)
        focused.post_message(events.Paste(text))
        await self.settle()

    async def act(self, action: str) -> None:
        """Run an action of the view or the app, where its key is not the point."""
        await self.app.run_hint(action)
        await self.settle()

    async def resize(self, width: int, height: int) -> None:
        """Give the window another size."""
        await self.pilot.resize_terminal(width, height)
        await self.until(lambda: self.app.screen.size == (width, height))
        await self.settle()

    async def focus(self, widget: Widget) -> None:
        """Move the focus to a widget."""
        widget.focus()
        await self.until(lambda: self.app.focused is widget)

    async def click(self, text: str, on: int | None = None) -> None:
        """Click on the first place where the screen, or one line of it, shows a text."""
        for row, line in enumerate(self.lines):
            column = line.find(text)
            if column >= 0 and on in (None, row):
                await self.click_at(cells(line[:column]), row)
                return
        raise AssertionError(f'"{text}" is not shown:\n{self.text}')

    async def click_at(self, column: int, row: int) -> None:
        """Click on a cell, as a terminal reports it: the app finds out by itself what lies there."""
        for kind in (events.MouseDown, events.MouseUp):
            self.app.post_message(kind(None, column, row, 0, 0, 1, False, False, False, column, row))
            await self.settle()

    async def drag(self, begin: tuple[int, int], end: tuple[int, int]) -> None:
        """Mark with the mouse, from a cell (column, row) to another one."""
        for kind, (column, row), button in (
            (events.MouseDown, begin, 1),
            (events.MouseMove, end, 1),
            (events.MouseUp, end, 1),
        ):
            self.app.post_message(kind(None, column, row, 0, 0, button, False, False, False, column, row))
            await self.settle()

    async def until(self, holds: Callable[[], object]) -> None:
        """Wait until something holds, for a few seconds at most."""
        for _ in range(TRIES):
            if holds():
                return
            await asyncio.sleep(PAUSE)
            await self._dealt_with()
        raise AssertionError(f"it never came to that; the screen shows:\n{self.text}")

    async def sees(self, *texts: str) -> None:
        """Wait until the screen shows all the texts, however they are wrapped."""
        await self.until(lambda: all(text in self.words for text in texts))

    async def go(self, view_id: str) -> None:
        """Open a view."""
        await self.app.visit(view_id)
        await self.settle()


@asynccontextmanager
async def opened(session: Session, size: tuple[int, int] = SMALL) -> AsyncIterator[Opened]:
    """Open the app and give it when its first view is there; what it raises is raised here."""
    app = AdvisorApp(session)
    try:
        async with app.run_test(size=size, notifications=True) as pilot:
            run = Opened(app, pilot)
            await run.until(lambda: app.view is not None and app.focused is not None)
            await run.settle()
            yield run
    finally:
        session.tracker.close()
