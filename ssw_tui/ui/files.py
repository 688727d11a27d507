"""Files that only their owner can read, written where the person says."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from textual.app import App

from ssw_tui.output.markdown import as_markdown
from ssw_tui.output.page import Page


def write_page(
    app: App[Any],
    page: Page,
    name: str,
    title: str = "Write this page as Markdown",
    as_text: Callable[[Page], str] = as_markdown,
) -> None:
    """Ask for a file, the home folder suggested, and write a page to it: as Markdown unless told otherwise."""
    from ssw_tui.ui.dialogs.file_name import FileNameDialog

    def write(path: Path | None) -> None:
        if path is not None:
            write_file(app, path, as_text(page).encode())

    app.push_screen(FileNameDialog(title, Path.home() / name), write)


def write_file(app: App[Any], path: Path, data: bytes, note: str = "") -> None:
    """Write a file unless its name is taken, and say in the corner where it lies, or why it was not written.

    Args:
        app: where it is said.
        path: the file, in a folder that is there.
        data: what it is to hold.
        note: what is to be known of it besides.
    """
    from ssw_tui.private_files import write_new

    try:
        write_new(path, data)
    except OSError as error:
        app.notify(f"{path}: {error.strerror}.", title="Nothing was written", severity="error", markup=False)
    else:
        app.notify(f"{path}{note}", title="Written", markup=False)
