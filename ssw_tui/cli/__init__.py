"""The ssw-tui command: reads the call, runs one handler, says what is wrong in one line."""

import os
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from ssw_tui.errors import DataUnavailableError, UserError

if TYPE_CHECKING:
    from argparse import Namespace

    from ssw_tui.cli.options import Options

DONE, DUE, WRONG, UNAVAILABLE = 0, 1, 2, 3

OpenApp = Callable[["Options"], int]


def run(argv: Sequence[str], open_app: OpenApp) -> int:
    """Run one call.

    Args:
        argv: the words after the program's name.
        open_app: opens the app; called where no command is named and both ends are a terminal.

    Returns:
        The exit status: 0 done, also where a change was made and only the output was lost, 1 something is due, 2 the
        call or the input is wrong and nothing was written, 3 the personal data are out of reach.
    """
    try:
        return _run(argv, open_app)
    except UserError as error:
        return _complain([str(error)], WRONG)
    except DataUnavailableError as error:
        return _complain([str(error)], UNAVAILABLE)
    except BrokenPipeError:
        _drop_output()
        return DONE
    except OSError as error:
        if error.filename is not None:
            raise
        _drop_output()
        return _complain([f"The output cannot be written ({error.strerror})."], WRONG)


def _drop_output() -> None:
    """Let what is still buffered go nowhere, so that Python does not complain at exit: whoever reads reads no more."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _complain(lines: Iterable[str], status: int) -> int:
    from ssw_tui.output.cells import printable

    for line in lines:
        sys.stderr.write(f"ssw-tui: {printable(line)}\n")
    return status


def _run(argv: Sequence[str], open_app: OpenApp) -> int:
    from ssw_tui.cli.arguments import parse

    arguments = parse(argv)
    from ssw_tui.library import ContentError

    options = _options(arguments)
    try:
        status = _dispatch(arguments, options, open_app)
        sys.stdout.flush()
    except ContentError as error:
        return _complain((f"content: {fault}" for fault in error.faults), WRONG)
    except BrokenPipeError:
        raise
    except OSError as error:
        made = _made(arguments)
        if error.filename is not None or made is None:
            raise
        _drop_output()
        return _complain([f"{made}, but the output cannot be written ({error.strerror})."], DONE)
    return status


def _made(arguments: "Namespace") -> str | None:
    """Say what a command had done before it printed anything; None: it only reads."""
    match arguments.command:
        case "card" if arguments.action not in ("list", "show"):
            return "The change was made"
        case "import" | "restore" | "erase":
            return "The change was made"
        case "backup":
            return "The file was written"
        case "export" if arguments.to not in (None, "-"):
            return "The file was written"
        case _:
            return None


def _options(arguments: "Namespace") -> "Options":
    from ssw_tui.cli.days import day_of
    from ssw_tui.cli.options import Options
    from ssw_tui.clock import today_in_japan
    from ssw_tui.locations import content_folder

    day = today_in_japan() if arguments.as_of is None else day_of("--as-of", arguments.as_of)
    return Options(
        day=day,
        content=content_folder(),
        data_dir=arguments.data_dir,
        json=arguments.format == "json",
        ascii=bool(arguments.ascii),
        write=sys.stdout.write,
    )


def _dispatch(arguments: "Namespace", options: "Options", open_app: OpenApp) -> int:
    match arguments.command:
        case None:
            return _without_command(options, open_app)
        case "quiz" | "card" | "status" | "paths" | "export" | "import" | "backup" | "backups" | "restore" | "erase":
            return _personal(arguments, options)
        case _:
            return _content(arguments, options)


def _without_command(options: "Options", open_app: OpenApp) -> int:
    if sys.stdin.isatty() and sys.stdout.isatty():
        return open_app(options)
    from ssw_tui.cli import content

    status = content.show_overview(options)
    if not options.json:
        options.write("\nThis is no terminal, so the app stays closed. ssw-tui --help names the commands.\n")
    return status


def _content(arguments: "Namespace", options: "Options") -> int:
    from ssw_tui.cli import content

    match arguments.command:
        case "fields":
            from ssw_tui.cli import fields

            return fields.run(arguments, options)
        case "risks":
            from ssw_tui.cli import risks

            return risks.run(arguments, options)
        case "fees":
            from ssw_tui.cli import fees

            return fees.run(arguments, options)
        case "procedures" if arguments.card or arguments.to:
            from ssw_tui.cli import steps

            return steps.run(arguments, options)
        case "procedures" if arguments.field or arguments.country:
            from ssw_tui.cli import procedures

            return procedures.run(arguments, options)
        case "support":
            from ssw_tui.cli import support

            return support.run(options, arguments.id)
        case "overview":
            return content.show_overview(options)
        case "search":
            return content.show_search(options, " ".join(arguments.words))
        case "changes":
            return content.show_changes(options, arguments.since, arguments.until)
        case "keys":
            return content.show_keys(options)
        case "content":
            return content.check_content(options)
        case "completions":
            from ssw_tui.cli import completions

            return completions.show(options, arguments.shell)
        case "doctor":
            from ssw_tui.cli import doctor

            return doctor.show(options)
        case command:
            return content.show_list(options, command, arguments.id)


def _personal(arguments: "Namespace", options: "Options") -> int:
    match arguments.command:
        case "quiz":
            from ssw_tui.cli import quiz

            return quiz.run(arguments, options)
        case "export" | "import":
            return _exchange(arguments, options)
        case "backup" | "backups" | "restore" | "erase":
            return _copies(arguments, options)
        case _:
            from ssw_tui.cli import cards

            return cards.run(arguments, options)


def _exchange(arguments: "Namespace", options: "Options") -> int:
    from ssw_tui.cli import exports

    if arguments.command == "export":
        return exports.export(arguments, options)
    return exports.take_in(options, arguments.file)


def _copies(arguments: "Namespace", options: "Options") -> int:
    from ssw_tui.cli import copies

    match arguments.command:
        case "backup":
            return copies.backup(options, arguments.to)
        case "backups":
            return copies.backups(options)
        case "restore":
            return copies.restore(options, arguments.file)
        case _:
            return copies.erase(options, sure=arguments.yes)
