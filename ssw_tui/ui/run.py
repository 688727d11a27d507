"""Opens the app for one run."""

import gc
import sys
from datetime import date

from ssw_tui.library import ContentError, Library
from ssw_tui.locations import data_folder, log_folder, settings_file
from ssw_tui.output.layout import ASCII, UNICODE
from ssw_tui.settings import load
from ssw_tui.ui.app import AdvisorApp
from ssw_tui.ui.session import Session

WIDE_SIGNS = (
    "This terminal draws some signs two cells wide, so plain signs are used here. "
    'If the lines look straight to you with other signs, choose "setting: look unicode" with ctrl+p.'
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
    settings = load(settings_file(data_dir))
    suits_wide = draws_wide and settings.look == "auto" and not ascii
    look = ASCII if ascii or suits_wide or settings.look == "ascii" else UNICODE
    session = Session(
        library=library,
        today=today,
        data_folder=data_folder(data_dir),
        settings_file=settings_file(data_dir),
        settings=settings,
        look=look,
        greeting=WIDE_SIGNS if suits_wide else None,
    )
    app = AdvisorApp(session)
    # The collector finds nothing to free before the first view is there; the app starts it again.
    gc.disable()
    app.run()
    if isinstance(app.error, ContentError):
        raise app.error
    if app.fault is None:
        return 0
    folder = log_folder(data_dir)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    log = folder / "fault.log"
    log.touch(mode=0o600)
    log.write_text(app.fault, encoding="utf-8")
    sys.stderr.write(f"ssw-tui: the app had to stop because of a fault in it. Your data are safe. Details: {log}\n")
    return 1
