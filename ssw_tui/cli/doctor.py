"""What this program sees of the machine: for whoever helps a person with it, without anything personal."""

import locale
import os
import platform
import shutil
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from ssw_tui import __version__
from ssw_tui.cli.options import Options
from ssw_tui.errors import UserError
from ssw_tui.output.data import as_json
from ssw_tui.output.page import Block, Heading, Page, Pair, Paragraph, Tone
from ssw_tui.terminal import SIGN, WidthQuestion

PACKAGES = ("textual", "attrs", "cattrs", "platformdirs", "jpholiday", "rapidfuzz", "tomli")
SMALLEST = 60, 20
"""Columns and lines below which the app asks for a larger window."""
SECRET = ("SSW_TUI_DATA_DIR", "SSH_CONNECTION", "TMUX")
"""Variables of which only is said whether they are set: their values name people and machines."""
VARIABLES = ("TERM", "COLORTERM", "NO_COLOR", "LANG", "LC_ALL", "LC_CTYPE", *SECRET)


def show(options: Options) -> int:
    """Print what was seen, and what to do where something is not as it should be."""
    seen = {"versions": _versions(options), "terminal": _terminal(), "folders": _folders(options)}
    advice = list(_advice(seen))
    if options.json:
        options.write(as_json({**seen, "advice": advice}))
        return 0
    blocks: list[Block] = []
    for title, facts in seen.items():
        blocks += (Heading(title.capitalize()), *(Pair(name, str(value)) for name, value in facts.items()))
    blocks.append(Heading("What to do"))
    blocks += (Paragraph(text, Tone.WARNING) for text in advice) if advice else [Paragraph("Nothing: all is well.")]
    options.show(Page(title="What ssw-tui sees here", blocks=tuple(blocks)))
    return 0


def _versions(options: Options) -> dict[str, object]:
    edition = options.library.edition()
    return {
        "ssw-tui": __version__,
        "content": f"{edition.version}, checked {edition.checked}",
        "Python": platform.python_version(),
        "system": f"{platform.system()} {platform.machine()}",
        **{name: _version(name) for name in PACKAGES},
    }


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "not found"


def _terminal() -> dict[str, object]:
    columns, lines = shutil.get_terminal_size()
    with WidthQuestion() as question:
        width = question.width
    return {
        "input": "a terminal" if sys.stdin.isatty() else "no terminal",
        "output": "a terminal" if sys.stdout.isatty() else "no terminal",
        "size": f"{columns} columns, {lines} lines",
        "encoding": (getattr(sys.stdout, "encoding", None) or "unknown").lower(),
        "locale": ".".join(part or "none" for part in locale.getlocale()),
        "sign width": f'"{SIGN}" is {width} wide' if width else "not known",
        **{name: _variable(name) for name in VARIABLES},
    }


def _variable(name: str) -> str:
    value = os.environ.get(name)
    if value is None:
        return "not set"
    return "set" if name in SECRET else value


def _folders(options: Options) -> dict[str, object]:
    from ssw_tui.locations import FAULT_LOG, log_folder, settings_file

    settings = settings_file(options.data_dir)
    return {
        "content": "read",
        "personal data": _state(options.data_folder),
        "settings": _settings(settings),
        "log of faults": "there is one" if (log_folder(options.data_dir) / FAULT_LOG).exists() else "none",
    }


def _state(folder: Path) -> str:
    """Say how a folder stands, without its name: that often holds a person's."""
    if not folder.exists():
        return "not made yet"
    open_to_others = folder.stat().st_mode & 0o077 and os.name == "posix"
    reach = "can be written" if os.access(folder, os.W_OK) else "cannot be written"
    return f"{reach}, {'open to other users' if open_to_others else 'for its owner alone'}"


def _settings(file: Path) -> str:
    from ssw_tui.settings import load

    try:
        load(file)
    except UserError:
        return "cannot be used: correct or remove the file that ssw-tui paths names"
    return "read" if file.exists() else "none: everything is left as it is"


def _advice(seen: dict[str, dict[str, object]]) -> Iterator[str]:
    terminal, folders = seen["terminal"], seen["folders"]
    columns, lines = shutil.get_terminal_size()
    if columns < SMALLEST[0] or lines < SMALLEST[1]:
        yield f"Make the window larger: {SMALLEST[0]} columns and {SMALLEST[1]} lines at least."
    if "utf" not in str(terminal["encoding"]):
        yield "The terminal is not set to UTF-8: Japanese words will not be shown. Set LANG to a UTF-8 locale."
    if str(terminal["sign width"]).endswith("2 wide"):
        yield "This terminal draws some signs two cells wide. Start with --ascii, so that lines stay straight."
    if terminal["TERM"] in ("dumb", "not set"):
        yield "TERM names no terminal: the app cannot draw. Every view has a command that prints it as text."
    if "cannot" in str(folders["personal data"]):
        yield "The folder of the personal data cannot be written. Give access to it, or name another with --data-dir."
    if "open to other users" in str(folders["personal data"]):
        yield "Other users can open the folder of the personal data. Take their access away: chmod 700."
    if "cannot" in str(folders["settings"]):
        yield "The settings file cannot be used. ssw-tui paths names it; correct it, or remove it."
