"""What --help says of each command: a sentence, and calls that work."""

import shlex
from collections.abc import Iterator

import pytest

from ssw_tui.cli.arguments import build_parser, parse
from ssw_tui.cli.content import LISTED
from ssw_tui.cli.content_arguments import LISTS
from ssw_tui.cli.parser import Parser
from ssw_tui.library import Library
from ssw_tui.output.cells import cells


def commands(parser: Parser) -> Iterator[Parser]:
    for command in parser.commands.values():
        yield command
        yield from commands(command)


COMMANDS = {command.prog: command for command in commands(build_parser())}


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_says_what_it_is_for_and_gives_calls_that_are_understood(name: str) -> None:
    command = COMMANDS[name]
    assert command.description
    assert command.description[0].isupper()
    heading, *examples = (command.epilog or "").splitlines()
    assert heading == "For example:"
    assert examples
    for example in examples:
        assert example.strip().startswith(name)
        parse(shlex.split(example.partition(" > ")[0])[1:])


def test_every_argument_says_what_it_is() -> None:
    unsaid = [
        (name, action.dest)
        for name, command in COMMANDS.items()
        for action in command._actions
        if not action.help and action.dest != "action"
    ]
    assert unsaid == []


def test_the_ids_in_examples_are_ids(library: Library) -> None:
    named = {name: one for name, (_, one) in LISTS.items() if name in LISTED}
    assert {name: one for name, one in named.items() if one not in library.all(LISTED[name].record)} == {}


def test_an_example_of_a_table_keeps_its_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    lines = COMMANDS["ssw-tui import"].format_help().splitlines()
    assert "  Lan,ssw1,2027-03-15,nursing-care,2024-03-16,Green Home" in lines
    assert max(map(cells, lines)) <= 60
