"""`ssw-tui` and `python -m ssw_tui`."""

import gc
import os
import sys

from ssw_tui import __version__

TYPE_CHECKING = False  # importing typing for its own would take a quarter of the time of --version
if TYPE_CHECKING:
    from ssw_tui.cli.options import Options


def main() -> int:
    """Run the command, or open the app."""
    if sys.argv[1:] == ["--version"]:
        sys.stdout.write(f"ssw-tui {__version__}\n")
        return 0
    # A command has ended before there is anything for the collector to free; the app starts it when it is open.
    gc.disable()
    from ssw_tui.cli import run

    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")
    return run(sys.argv[1:], _open_app)


def _open_app(options: "Options") -> int:
    # Textual reads these once, when it is imported: with the first, input methods lose keys in some terminals.
    os.environ.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")
    os.environ.setdefault("TEXTUAL_ANIMATIONS", "none")
    from ssw_tui.terminal import WidthQuestion

    # The terminal answers while the app is being imported.
    with WidthQuestion() as question:
        from ssw_tui.ui.run import run_app

        is_wide = question.width == 2
    return run_app(options.library, options.day, options.data_dir, ascii=options.ascii, draws_wide=is_wide)


if __name__ == "__main__":
    sys.exit(main())
