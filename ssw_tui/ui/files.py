"""Pages written to files that only their owner can read."""

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
            _write(app, as_text(page), path)

    app.push_screen(FileNameDialog(title, Path.home() / name), write)


def _write(app: App[Any], text: str, path: Path) -> None:
    from ssw_tui.private_files import write

    try:
        write(path, text.encode())
    except OSError as error:
        app.notify(f"{path}: {error.strerror}.", title="Nothing was written", severity="error", markup=False)
    else:
        app.notify(str(path), title="Written", markup=False)
