"""How a call is read: errors in one line with the word that was meant, help in sentences with examples."""

import argparse
from collections.abc import Iterable, Mapping, Sequence
from typing import NoReturn

from attrs import frozen

from ssw_tui.errors import UserError

MOST_NAMED = 12
"""So many choices are named in a complaint."""


class Help(argparse.HelpFormatter):
    """Fills texts line by line, and leaves those alone that are set in."""

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        fill = super()._fill_text
        return "\n".join(line if line.startswith(" ") else fill(line, width, indent) for line in text.split("\n"))


class Parser(argparse.ArgumentParser):
    """Says what is wrong in one line, and takes no option by half its name."""

    @property
    def commands(self) -> "Mapping[str, Parser]":
        """The parsers of its commands by their names."""
        trees = [action for action in self._actions if isinstance(action, argparse._SubParsersAction)]
        return trees[0].choices if trees else {}

    def option(self, name: str) -> argparse.Action | None:
        """Give the option of this name; None: what was named is no option.

        Raises:
            UserError: when it is an option that the command does not have, with the nearest that it has.
        """
        option = self._option_string_actions.get(name)
        if not option and name.startswith("--") and " " not in name:
            near = _nearest(name, self._option_string_actions)
            self.error(f'there is no option "{name}"' + (f'; did you mean "{near}"?' if near else ""))
        return option

    def error(self, message: str) -> NoReturn:
        """Raise instead of printing the usage."""
        raise UserError(f"{message} (see {self.prog} --help)")

    def _check_value(self, action: argparse.Action, value: object) -> None:
        if action.choices is None or value in action.choices:
            return
        names = list(map(str, action.choices))
        near = _nearest(str(value), names)
        # Of many names, the help that the complaint ends with says more than a long line.
        others = f"; there are {', '.join(names)}" if len(names) <= MOST_NAMED else ""
        meant = f'; did you mean "{near}"?' if near else others
        raise argparse.ArgumentError(action, f'there is no "{value}"{meant}')


def _nearest(name: str, names: Iterable[str]) -> str | None:
    from difflib import get_close_matches

    return next(iter(get_close_matches(name, list(names), n=1)), None)


@frozen
class Tree:
    """The commands under a parser."""

    _tree: "argparse._SubParsersAction[Parser]"
    _after: Parser
    """The options that are accepted after every command."""

    @classmethod
    def of(cls, parser: Parser, dest: str, after: Parser, *, required: bool) -> "Tree":
        """Begin the commands under a parser.

        Args:
            parser: whose commands they are.
            dest: under which name the one that was called is read.
            after: the options that are accepted after every command.
            required: whether one must be called.
        """
        tree = parser.add_subparsers(dest=dest, metavar="COMMAND", required=required, parser_class=Parser)
        return cls(tree, after)

    def add(self, name: str, help: str, *examples: str, more: str = "") -> Parser:
        """Add a command.

        Args:
            name: what it is called.
            help: what it is for, in a few words.
            examples: calls, without the program's name.
            more: what else there is to say, in sentences.
        """
        calls = "".join(f"\n  ssw-tui {example}" for example in examples)
        return self._tree.add_parser(
            name,
            help=help,
            description=f"{help[0].upper()}{help[1:]}.{f' {more}' if more else ''}",
            epilog=f"For example:{calls}",
            parents=[self._after],
            formatter_class=Help,
        )

    def under(self, parser: Parser, dest: str) -> "Tree":
        """Begin the commands under one of its own."""
        return Tree.of(parser, dest, self._after, required=True)


def everywhere(*, default: object) -> Parser:
    """Give the options that are accepted before and after the subcommand.

    Args:
        default: None for the place before the subcommand, argparse.SUPPRESS after it, so that neither loses one.
    """
    options = Parser(add_help=False, argument_default=default)
    options.add_argument("--as-of", metavar="YYYY-MM-DD", help="the day whose rules apply (today in Japan)")
    options.add_argument("--data-dir", metavar="DIR", help="where the personal data lie")
    options.add_argument("--format", choices=("text", "json"), help="text for people, json for programs")
    options.add_argument("--ascii", action="store_true", default=default, help="draw with ASCII alone")
    return options


def refuse_unknown_options(parser: Parser, argv: Sequence[str]) -> None:
    """Name an option that does not exist: by itself argparse takes its value for a command, and complains of that.

    Raises:
        UserError: when there is one.
    """
    words = iter(argv)
    for word in words:
        if word == "--":
            return
        if word in parser.commands:
            parser = parser.commands[word]
            continue
        name, has_value, _ = word.partition("=")
        option = parser.option(name)
        if option and option.nargs != 0 and not has_value:
            next(words, None)
