"""Commands about copies of the personal data."""

from pathlib import Path

from ssw_tui.cli.options import Options
from ssw_tui.errors import UserError
from ssw_tui.tracker import copies, erasing, kept


def backup(options: Options, to: str | None) -> int:
    """Write a copy of the personal data, and print where it lies."""
    file = Path(to).expanduser() if to else Path(f"ssw-tui-{options.day.isoformat()}.sqlite3")
    copies.backup(options.data_folder, file)
    return options.say({"backup": str(file)}, f"{file}")


def backups(options: Options) -> int:
    """Print the copies that were kept by themselves, and the stores that others replaced."""
    found = copies.copies(options.data_folder)
    data = [
        {
            "file": str(copy.file),
            "day": copy.day.isoformat() if copy.day else None,
            "cards": copy.cards,
            "size": copy.size,
        }
        for copy in found
    ]
    lines = [f"{copy.file.name}  {_cards(copy)}, {copy.size:,} bytes" for copy in found]
    if lines:
        lines.append("To put one back: ssw-tui restore NAME")
    return options.say({"backups": data}, "\n".join(lines) or "No copies yet: one is kept before a day's changes.")


def restore(options: Options, source: str) -> int:
    """Put a copy back, and print where what it replaced lies."""
    file = _found(options.data_folder, source)
    aside = copies.restore(options.data_folder, file)
    kept_aside = f" What it replaced lies in {aside}." if aside else ""
    data = {"restored": str(file), "replaced": str(aside) if aside else None}
    return options.say(data, f"Put back {file}.{kept_aside}")


def erase(options: Options, *, sure: bool) -> int:
    """Remove all personal data, and the log of faults with them."""
    from ssw_tui.locations import log_folder

    if not sure:
        raise UserError("This removes all cards, check marks and quiz results for good; say so with erase --yes.")
    count = erasing.erase(options.data_folder, log_folder(options.data_dir))
    return options.say({"erased": count}, "All personal data are removed. What you exported elsewhere is still there.")


def _cards(copy: copies.Copy) -> str:
    if copy.cards is None:
        return "cannot be read"
    return f"{copy.cards} card{'' if copy.cards == 1 else 's'}"


def _found(folder: Path, source: str) -> Path:
    """Find a copy by its path, or by its name among those in the data folder."""
    file = Path(source).expanduser()
    if file.is_file():
        return file
    if file.name == source:
        for place in (folder / kept.BACKUPS / source, folder / kept.BACKUPS / f"{source}.sqlite3", folder / source):
            if place.is_file():
                return place
    raise UserError(f"There is no file {file}; ssw-tui backups lists the copies.")
