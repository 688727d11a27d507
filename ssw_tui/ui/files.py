"""Pages written to files that only their owner can read."""

from pathlib import Path
from typing import Any

from textual.app import App

from ssw_tui.output.page import Page


def write_page(app: App[Any], page: Page, name: str) -> None:
    """Ask for a file, the home folder suggested, and write a page to it as Markdown."""
    from ssw_tui.ui.dialogs.file_name import FileNameDialog

    def write(path: Path | None) -> None:
        if path is not None:
            _write(app, page, path)

    app.push_screen(FileNameDialog("Write this page as Markdown", Path.home() / name), write)


def _write(app: App[Any], page: Page, path: Path) -> None:
    from ssw_tui.output.markdown import as_markdown
    from ssw_tui.private_files import write

    try:
        write(path, as_markdown(page).encode())
    except OSError as error:
        app.notify(f"{path}: {error.strerror}.", title="Nothing was written", severity="error", markup=False)
    else:
        app.notify(str(path), title="Written", markup=False)
