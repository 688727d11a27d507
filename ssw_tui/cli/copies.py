"""Commands about copies of the personal data."""

from pathlib import Path

from ssw_tui.cli.options import Options
from ssw_tui.errors import UserError
from ssw_tui.output.data import as_json
from ssw_tui.tracker import copies


def backup(options: Options, to: str | None) -> int:
    """Write a copy of the personal data, and print where it lies."""
    file = Path(to).expanduser() if to else Path(f"ssw-tui-{options.day.isoformat()}.sqlite3")
    copies.backup(options.data_folder, file)
    return _say(options, {"backup": str(file)}, f"{file}")


def restore(options: Options, source: str) -> int:
    """Put a copy back, and print where what it replaced lies."""
    file = Path(source).expanduser()
    if not file.is_file():
        raise UserError(f"There is no file {file}.")
    aside = copies.restore(options.data_folder, file)
    kept = f" What it replaced lies in {aside}." if aside else ""
    return _say(options, {"restored": str(file), "replaced": str(aside) if aside else None}, f"Put back {file}.{kept}")


def erase(options: Options, *, sure: bool) -> int:
    """Remove all personal data."""
    if not sure:
        raise UserError("This removes all cards, check marks and quiz results for good; say so with erase --yes.")
    count = copies.erase(options.data_folder)
    return _say(options, {"erased": count}, "All personal data are removed.")


def _say(options: Options, data: dict[str, object], text: str) -> int:
    options.write(as_json(data) if options.json else f"{text}\n")
    return 0
