"""Commands that give the personal data as a file, and take one in."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from ssw_tui.cli.options import Options
from ssw_tui.errors import DataUnavailableError, UserError
from ssw_tui.output.exchange.giving import CALENDAR, DATA, export_file, export_text
from ssw_tui.tracker.tracker import Tracker

if TYPE_CHECKING:
    from argparse import Namespace

STANDARD_OUTPUT = "-"


def export(arguments: "Namespace", options: Options) -> int:
    """Write the personal data to standard output, or to a new file that only its owner can read."""
    kind, reveal = arguments.kind, arguments.reveal
    if reveal and kind == CALENDAR:
        raise UserError("export ics: a calendar never holds card numbers, so there is nothing to --reveal.")
    with Tracker(options.data_folder) as tracker:
        if arguments.to in (None, STANDARD_OUTPUT):
            options.write(export_text(kind, options.reader, tracker, reveal=reveal))
        else:
            _write(Path(arguments.to).expanduser(), export_file(kind, options.reader, tracker, reveal=reveal))
            options.say({"export": arguments.to}, arguments.to)
        holds_numbers = kind == DATA and any(card.number for card in tracker.cards())
    if holds_numbers:
        sys.stderr.write("ssw-tui: this export holds whole card numbers; keep it where nobody else can read it.\n")
    return 0


def take_in(options: Options, source: str) -> int:
    """Add what a file holds and is not there, and change what is; nothing is removed."""
    from ssw_tui.output.exchange.taking import taken_in

    with Tracker(options.data_folder) as tracker:
        taken = taken_in(tracker, options.library, Path(source).expanduser())
    data = {"added": dict(taken.added), "changed": dict(taken.changed), "namesakes": taken.namesakes}
    again = "" if taken.is_nothing else " ssw-tui card undo takes it back."
    return options.say(data, f"{taken.in_words()}{again}")


def _write(file: Path, content: bytes) -> None:
    from ssw_tui.private_files import write_new

    try:
        write_new(file, content)
    except FileExistsError as error:
        raise UserError(f"{file} is there already; name a new file") from error
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is no path"
        raise DataUnavailableError(f"The file {file} cannot be written ({reason}).") from error
