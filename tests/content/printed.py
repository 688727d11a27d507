"""All that can be printed: every page, what every command says in text and in JSON, every record, every literal."""

import ast
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import redirect_stdout
from datetime import date
from io import StringIO
from pathlib import Path
from typing import NamedTuple

import pytest

import ssw_tui
from ssw_tui.cli import run
from ssw_tui.cli.arguments import build_parser
from ssw_tui.cli.content import LISTED, show_list
from ssw_tui.cli.options import Options
from ssw_tui.cli.parser import Parser
from ssw_tui.kinds import KINDS
from ssw_tui.library import Library
from ssw_tui.output.data import as_data
from ssw_tui.output.layout import Line
from ssw_tui.output.page import Bar, Block, DayLine, Gap, Heading, Item, Page, Pair, Paragraph, Table
from ssw_tui.output.quiz import result_data
from ssw_tui.reader import Reader
from ssw_tui.records.reference import GuideStatement, Verdict
from ssw_tui.records.source import Source
from tests.conftest import TODAY
from tests.content.claims import tells_of_the_past
from tests.content.made import SEARCHED, pages, results

NEED: Mapping[str, Sequence[Sequence[str]]] = {
    "search": tuple((words,) for words in SEARCHED),
    "quiz": (("--questions",), ("--next",)),
    "risks": ((), ("--who", "employer"), ("--check",), ("--check", "passport=yes", "pay=unsure")),
    "fees": ((), ("--for", "extension", "--granted", "1y"), ("--for", "permanent-residence")),
    "export": (("json",), ("ics",), ("markdown",), ("csv",)),
    "changes": (("--since", "2019-04-01"), ("--since", "2026-11-01", "--until", "2028-01-01")),
    "card add": (("--label", "Example", "--status", "ssw1", "--expires", "2027-03-15", "--no1-since", "2023-04-10"),),
}
"""What some commands need; the others are called alone."""
OF_ONE_CARD = frozenset(f"card {name}" for name in ("show", "edit", "remove", "event", "done", "spell", "leave"))
WITHOUT_CONTENT = OF_ONE_CARD | {"restore", "erase", "backup", "import", "content check", "completions", "doctor"}
"""Commands that say nothing but what the code and the pages of cards say."""
FILES = frozenset({"export"})
"""Commands that print a file of the format that was asked for, whatever --format says."""
NOT_OF_TODAY = frozenset({"previously", "history", "before"})
"""Keys of data under which stands what has ended or happened."""


class Said(NamedTuple):
    """A text and where it can be read."""

    where: str
    text: str


# Texts


def said_on(page: Page) -> Iterator[str]:
    """Give what a page says of today, text by text: not what it says of a past day, or calls "Before"."""
    if any(_is_of_a_past_day(block) for block in page.blocks):
        return
    yield page.title
    past = False
    for block in page.blocks:
        if isinstance(block, Heading):
            past = tells_of_the_past(f"{block.text}: ")
        if not past:
            yield from _said_in(block)


def _is_of_a_past_day(block: Block) -> bool:
    """Whether a block says that its page is about what changed on a day that has come."""
    return isinstance(block, Pair) and block.label in ("Since", "Until") and tells_of_the_past(f"{block.text}: ")


def _said_in(block: Block) -> Iterator[str]:
    match block:
        case Heading(text) | Paragraph(text):
            yield text
        case Item():
            yield from (block.text, block.note)
        case Pair(label, text) | Bar(label, _, text):
            yield from () if label == "Before" else (f"{label}: {text}",)
        case Table(header, rows):
            yield from header
            yield from (f"{row[0]}: {cell}" for row in rows for cell in row[1:])
        case DayLine(_, _, marks, stretches):
            yield from (text for mark in marks for text in (mark.label, mark.text))
            yield from (stretch.label for stretch in stretches)
        case Gap():
            pass


def said_in(data: object) -> Iterator[str]:
    """Give what data say of today, text by text: not what has ended, and no words of the guide beside their rule."""
    match data:
        case str():
            yield data
        case list() | tuple():
            for inner in data:
                yield from said_in(inner)
        case dict():
            for key in data.keys() - _left_out(data):
                yield from said_in(data[key])


def _left_out(data: Mapping[str, object]) -> frozenset[str]:
    """Name the keys under which a record in data tells of the past, or has the words of the guide."""
    if {"verdict", "rule"} <= data.keys() or data.get("kind") == "guide-statement":
        return NOT_OF_TODAY | {"text", "title"}
    if {"date", "before"} <= data.keys() and date.fromisoformat(str(data["date"])) <= TODAY:
        return NOT_OF_TODAY | {"text", "title", "details"}
    if {"day", "facts"} <= data.keys() and date.fromisoformat(str(data["day"])) <= TODAY:
        return NOT_OF_TODAY | {"facts", "before"}
    return NOT_OF_TODAY


def literals() -> Iterator[Said]:
    """Give every text that stands in the code; what a text is filled with is left out."""
    root = Path(ssw_tui.__file__).parent
    for path in sorted(root.rglob("*.py")):
        name = path.relative_to(root)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Constant(value=str(text), lineno=line):
                    yield Said(f"{name}:{line}", text)
                case ast.JoinedStr(values=values, lineno=line):
                    parts = (str(one.value) if isinstance(one, ast.Constant) else "X" for one in values)
                    yield Said(f"{name}:{line}", "".join(parts))


class Quotes:
    """The words of others that are printed as theirs: the guide's in quotation marks or after its verdict, titles."""

    def __init__(self, library: Library) -> None:
        guide = [re.escape(statement.text) for statement in library.all(GuideStatement).values()]
        titles = [re.escape(source.title) for source in library.all(Source).values()]
        of_the_guide = "|".join(sorted(guide, key=len, reverse=True))
        verdicts = "|".join(Verdict)
        publishers = "|".join({re.escape(source.publisher) for source in library.all(Source).values()})
        self._quoted = re.compile(
            rf'"({of_the_guide})"|({verdicts}): ({of_the_guide})(?= RULE: )|^guide-statement: ({of_the_guide})$'
        )
        self._title = re.compile(rf"^(source: |({publishers}): )?({'|'.join(titles)})")

    def left_out_of(self, text: str) -> str:
        """Give a text without them."""
        return self._title.sub("", self._quoted.sub("", text))


# Commands


def commands(parser: Parser | None = None, before: str = "") -> Iterator[str]:
    """Name every command, with the command that it belongs to before it."""
    for name, command in (parser or build_parser()).commands.items():
        yield from commands(command, f"{before}{name} ") if command.commands else (before + name,)


def said_by_commands(library: Library, data_folder: Path) -> Iterator[Said]:
    """Give what each command says, in text and in JSON; of a list also each record whole."""
    every = ("--as-of", TODAY.isoformat(), "--data-dir", str(data_folder))
    for command in commands():
        for words in NEED.get(command, ((),)) if command not in WITHOUT_CONTENT else ():
            call = (*command.split(), *words)
            yield from (Said(f"ssw-tui {' '.join(call)}", text) for text in _said_by(library, (*call, *every)))
    options = Options(day=TODAY, content=library.root, data_dir=None, json=True, ascii=False, write=str)
    options.library = library
    for command, listed in LISTED.items():
        for record_id in library.all(listed.record):
            written: list[str] = []
            options.write = written.append
            show_list(options, command, record_id)
            where = f"ssw-tui {command} {record_id}"
            yield from (Said(where, text) for text in said_in(json.loads("".join(written))))


def _said_by(library: Library, words: Sequence[str]) -> Iterator[str]:
    shown: list[Page] = []

    def keep(page: Page, *_: object) -> tuple[Line, ...]:
        shown.append(page)
        return ()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("ssw_tui.cli.options.Library", lambda _: library)
        patch.setattr("ssw_tui.output.text.lay_out", keep)
        yield from output_of(words).splitlines()
        for page in shown:
            yield from said_on(page)
        if words[0] not in FILES:
            yield from said_in(json.loads(output_of((*words, "--format", "json"))))


def output_of(words: Sequence[str]) -> str:
    """Give what ssw-tui writes when it is called with these words."""
    with redirect_stdout(StringIO()) as out:
        status = run(words, lambda _: 0)
    assert status in (0, 1), f"ssw-tui {' '.join(words)} ended with {status}"
    return out.getvalue()


def said(library: Library, data_folder: Path) -> Iterator[Said]:
    """Give all that can be printed of today, with where it can be read."""
    reader = Reader(library, TODAY)
    yield from (Said(name, text) for name, page in pages(reader) for text in said_on(page))
    for kind in KINDS:
        for record_id, record in library.all(kind.record).items():
            yield from (Said(f"{kind.name} {record_id}", text) for text in said_in(as_data(reader, record)))
    for number, result in enumerate(results(reader), start=1):
        data = result_data(result, library.edition().version, reader.say)
        yield from (Said(f"result of case {number}", text) for text in said_in(data))
    yield from said_by_commands(library, data_folder)
    yield from literals()
