"""What is done with the links of a page: the browser opens one, or the terminal's clipboard takes it, as all text."""

import os
import sys
from collections.abc import Callable
from typing import Any

from textual.actions import SkipAction
from textual.app import App
from textual.screen import Screen

from ssw_tui.output.cells import fit
from ssw_tui.output.page import Page
from ssw_tui.ui.widgets.choice_list import Row

Do = Callable[[App[Any], str], None]
DESKTOP = ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER", "WSL_DISTRO_NAME", "TERMUX_VERSION")
"""What is set where a browser can open a window; without one, a browser of text would take the terminal over."""
LONG = 20
"""Seconds for which an address stays that has to be copied by hand."""

MOST_SAID = 160
"""So many cells of what was copied are said; an address is never so long."""


def choose(app: App[Any], page: Page | None, question: str, do: Do) -> None:
    """Do something with the page's link; where there are several, ask with which."""
    links = page.links if page else ()
    match links:
        case ():
            app.notify("This page names no link.", markup=False)
        case (only,):
            do(app, only.address)
        case _:
            from ssw_tui.ui.dialogs.choose import ChooseDialog

            rows = [Row(id=link.address, cells=(f"{link.label}\n{link.address}",)) for link in links]
            app.push_screen(ChooseDialog(question, rows), lambda address: do(app, address) if address else None)


def open_in_browser(app: App[Any], address: str) -> None:
    """Ask the browser to open an address; where there is none, copy it and say so, in place of what was said before."""
    app.clear_notifications()
    if has_browser():
        app.open_url(address)
        app.notify(address, title="Asked the browser to open", markup=False)
    else:
        app.copy_to_clipboard(address)
        app.notify(address, title="No browser here: sent to the terminal's clipboard", markup=False, timeout=LONG)


def has_browser() -> bool:
    """Say whether a browser can open beside the terminal."""
    if sys.platform not in ("darwin", "win32") and not any(os.environ.get(name) for name in DESKTOP):
        return False

    import webbrowser

    try:
        webbrowser.get()
    except webbrowser.Error:
        return False
    return True


def copy(app: App[Any], text: str) -> None:
    """Send an address, or what is marked, to the terminal's clipboard, and say so in place of what was said before."""
    app.copy_to_clipboard(text)
    app.clear_notifications()
    said = fit(" ".join(text.split()), MOST_SAID).rstrip()
    app.notify(said, title="Sent to the terminal's clipboard", markup=False)


def copy_marked(screen: Screen[Any]) -> None:
    """Send what is marked with the mouse to the terminal's clipboard.

    Raises:
        SkipAction: when nothing is marked.
    """
    marked = screen.get_selected_text()
    if marked is None:
        raise SkipAction
    copy(screen.app, marked)
