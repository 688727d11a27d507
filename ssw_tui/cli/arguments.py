"""The whole tree of commands, and how a call is read by it."""

import argparse
from collections.abc import Collection, Sequence

from ssw_tui import __version__
from ssw_tui.cli.card_arguments import CARD_COMMANDS
from ssw_tui.cli.content_arguments import CONTENT_COMMANDS
from ssw_tui.cli.parser import Parser, Tree, everywhere, refuse_unknown_options
from ssw_tui.errors import UserError

DESCRIPTION = "Where you stand with Japan's Specified Skilled Worker status (特定技能), offline and in private."
EPILOG = (
    "Without a command it opens the app; ssw-tui COMMAND --help says more about one, with examples. "
    "It never promises a permission: the immigration office decides each case."
)
COMMANDS = {**CONTENT_COMMANDS, **CARD_COMMANDS}
"""What adds each command to the tree, in the order in which the help lists them."""


def build_parser(words: Collection[str] | None = None) -> Parser:
    """Make the tree: all of it, or only the commands that stand among some words, since making all takes long."""
    parser = Parser("ssw-tui", description=DESCRIPTION, epilog=EPILOG, parents=[everywhere(default=None)])
    parser.add_argument("--version", action="version", version=f"ssw-tui {__version__}")
    tree = Tree.of(parser, "command", everywhere(default=argparse.SUPPRESS), required=False)
    for name, add in COMMANDS.items():
        if words is None or name in words:
            add(tree)
    return parser


def parse(argv: Sequence[str]) -> argparse.Namespace:
    """Read the command line.

    Raises:
        UserError: when it is wrong.
        SystemExit: after --help and --version.
    """
    if not {"-h", "--help"} & set(argv):
        try:
            return _parse(build_parser(argv), argv)
        except UserError:
            pass  # what is wrong is said by the whole tree, which knows what else could have been meant
    return _parse(build_parser(), argv)


def _parse(parser: Parser, argv: Sequence[str]) -> argparse.Namespace:
    refuse_unknown_options(parser, argv)
    return parser.parse_args(argv)
