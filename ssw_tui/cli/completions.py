"""Scripts by which a shell completes commands, options, and the ids of the content.

argparse has no public way to the arguments of a parser, so its `_actions` are read here, as the maker of the scripts
reads them.
"""

from argparse import SUPPRESS, Action
from collections.abc import Iterator

from ssw_tui.cli.arguments import build_parser
from ssw_tui.cli.options import Options
from ssw_tui.cli.parser import Parser
from ssw_tui.kinds import kind_of

FILES, FOLDERS = ("FILE",), ("DIR",)
"""What the options that take a file, or a folder, call it."""


def show(options: Options, shell: str) -> int:
    """Print the script for a shell; it is the same for everybody, and asks the program nothing."""
    import shtab

    parser = build_parser()
    _name_ids(parser, options)
    for action in _actions(parser):
        if action.help is None:
            action.help = ""
        if action.metavar in FILES:
            action.complete = shtab.FILE  # type: ignore[attr-defined]
        if action.metavar in FOLDERS:
            action.complete = shtab.DIRECTORY  # type: ignore[attr-defined]
    options.write(shtab.complete(parser, shell))
    return 0


def _name_ids(parser: Parser, options: Options) -> None:
    """Let what takes the id of a record offer every one: a misspelt one is refused all the same."""
    from ssw_tui.cli.content import LISTED
    from ssw_tui.records.field import Field

    records = {name: listed.record for name, listed in LISTED.items()} | {"fields": Field}
    for name, record in records.items():
        ids = list(options.library.all(record))
        for action in parser.commands[name]._actions:
            if action.dest == "id" or action.metavar == kind_of(record).name:
                action.choices = ids


def _actions(parser: Parser) -> Iterator[Action]:
    for action in parser._actions:
        if action.help != SUPPRESS:
            yield action
    for command in parser.commands.values():
        yield from _actions(command)
