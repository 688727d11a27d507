"""Opens the app for one run."""

import gc
import sys
from datetime import date
from pathlib import Path

from ssw_tui.clock import now_in_japan, today_in_japan
from ssw_tui.library import ContentError, Library
from ssw_tui.locations import FAULT_LOG, data_folder, log_folder, settings_file
from ssw_tui.output.layout import ASCII, UNICODE
from ssw_tui.private_files import make_folder, write
from ssw_tui.settings import load
from ssw_tui.tracker.store import STORE_NAME
from ssw_tui.ui.app import AdvisorApp
from ssw_tui.ui.session import Session

WIDE_SIGNS = (
    "This terminal draws some signs two cells wide, so plain signs are used here. "
    'ctrl+p and "setting: look unicode" brings the others.'
)


def run_app(library: Library, today: date, data_dir: str | None, *, ascii: bool, draws_wide: bool = False) -> int:
    """Open the app and wait until the person leaves it.

    Args:
        library: the content.
        today: the day whose rules apply.
        data_dir: the folder of the personal data, where one was named.
        ascii: whether to draw with ASCII alone, whatever the settings say.
        draws_wide: whether the terminal draws signs two cells wide of which fonts disagree; then ASCII is taken where
            the settings leave it open, and said.

    Returns:
        The exit status: 0, or 1 after a fault, whose traceback lies in the log folder.

    Raises:
        ContentError: when a content file cannot be used.
    """
    app = AdvisorApp(_session(library, today, data_dir, ascii=ascii, draws_wide=draws_wide))
    # The collector finds nothing to free before the first view is there; the app starts it again.
    gc.disable()
    app.run()
    if isinstance(app.error, ContentError):
        raise app.error
    if app.fault is None:
        return 0
    said = _keep_log(log_folder(data_dir) / FAULT_LOG, app.fault)
    sys.stderr.write(f"ssw-tui: the app had to stop because of a fault in it. Your data are safe. {said}\n")
    return 1


def _session(library: Library, today: date, data_dir: str | None, *, ascii: bool, draws_wide: bool) -> Session:
    file, folder = settings_file(data_dir), data_folder(data_dir)
    settings = load(file)
    is_today = today == today_in_japan()
    suits_wide = draws_wide and settings.look == "auto" and not ascii
    look = ASCII if ascii or suits_wide or settings.look == "ascii" else UNICODE
    return Session(
        library=library,
        today=today,
        data_folder=folder,
        settings_file=file,
        settings=settings,
        look=look,
        greeting=WIDE_SIGNS if suits_wide else None,
        is_first=not file.exists() and not (folder / STORE_NAME).exists(),
        keeps_look=is_today,
        clock=now_in_japan if is_today else None,
    )


def _keep_log(log: Path, fault: str) -> str:
    """Write the log of a fault for its owner alone, and say where it lies, or why there is none."""
    try:
        make_folder(log.parent)
        write(log, fault.encode())
    except OSError as error:
        return f"No details were kept: {log} cannot be written ({error.strerror})."
    return f"Details: {log}"
