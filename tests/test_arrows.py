"""The shape of the code: which module may import which, how long things may be, and what nobody may call."""

import ast
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "ssw_tui"
MODULES = sorted(PACKAGE.rglob("*.py"))
LONGEST_FILE, LONGEST_FUNCTION = 400, 50
CLOCKS = {("datetime", "now"), ("datetime", "today"), ("datetime", "utcnow"), ("date", "today")}
SHOWS_TEXT = ("Static", "Label", "notify")
"""What reads [square brackets] in a text as markup unless it is told not to."""

Finds = Callable[[ast.AST], bool]


def name_of(module: Path) -> str:
    return module.relative_to(ROOT).as_posix()


@cache
def tree_of(module: Path) -> ast.Module:
    return ast.parse(module.read_text(encoding="utf-8"))


def found_in(source: str | Path, finds: Finds) -> list[int]:
    """Give the lines of a module, or of its text, on which something is found."""
    tree = tree_of(source) if isinstance(source, Path) else ast.parse(source)
    return [getattr(node, "lineno", 0) for node in ast.walk(tree) if finds(node)]


def called(node: ast.AST) -> str:
    """Give the last name of what is called, or nothing where nothing is."""
    match node:
        case ast.Call(func=ast.Name(id=name)) | ast.Call(func=ast.Attribute(attr=name)):
            return name
        case _:
            return ""


def is_print(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"


def is_clock(node: ast.AST) -> bool:
    match node:
        case ast.Attribute(value=ast.Name(id=owner) | ast.Attribute(attr=owner), attr=name):
            return (owner, name) in CLOCKS
        case _:
            return False


def is_text_with_markup(node: ast.AST) -> bool:
    """Whether a text that is no literal is shown so that its brackets are read as markup."""
    if not isinstance(node, ast.Call) or called(node) not in SHOWS_TEXT:
        return False
    if any(
        word.arg == "markup" and isinstance(word.value, ast.Constant) and not word.value.value for word in node.keywords
    ):
        return False
    match node.args:
        case [] | [ast.Constant(), *_]:
            return False
        case [ast.Call(func=ast.Name(id="Content") | ast.Attribute(value=ast.Name(id="Content"))), *_]:
            return False
        case _:
            return True


def imports_of(module: Path) -> Iterator[str]:
    for node in ast.walk(tree_of(module)):
        match node:
            case ast.Import(names=names):
                yield from (alias.name for alias in names)
            case ast.ImportFrom(module=str(name)):
                yield name


def test_the_contracts_of_the_import_linter_hold() -> None:
    code = "from importlinter.cli import lint_imports; raise SystemExit(lint_imports(no_cache=True))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=False, encoding="utf-8")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "0 broken" in done.stdout


def test_there_are_modules_to_look_at() -> None:
    assert {"ssw_tui/clock.py", "ssw_tui/ui/app.py", "ssw_tui/cli/content.py"} <= set(map(name_of, MODULES))


@pytest.mark.parametrize("module", MODULES, ids=name_of)
class TestModule:
    """Each module of the package."""

    def test_it_is_short_enough_to_hold_one_idea(self, module: Path) -> None:
        assert len(module.read_text(encoding="utf-8").splitlines()) <= LONGEST_FILE

    def test_its_functions_are_short(self, module: Path) -> None:
        functions = [
            node for node in ast.walk(tree_of(module)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        ]
        lengths = {node.name: (node.end_lineno or 0) - node.lineno + 1 for node in functions}
        assert {name: length for name, length in lengths.items() if length > LONGEST_FUNCTION} == {}

    def test_it_does_not_print(self, module: Path) -> None:
        assert found_in(module, is_print) == []

    def test_it_reads_no_clock(self, module: Path) -> None:
        if name_of(module) != "ssw_tui/clock.py":
            assert found_in(module, is_clock) == []

    def test_it_does_not_read_markup_in_texts_that_are_not_its_own(self, module: Path) -> None:
        assert found_in(module, is_text_with_markup) == []

    def test_it_imports_no_screen_outside_the_app(self, module: Path) -> None:
        if not name_of(module).startswith("ssw_tui/ui/"):
            assert {name.partition(".")[0] for name in imports_of(module)} & {"textual", "rich", "asyncio"} == set()


@pytest.mark.parametrize(
    ("source", "finds"),
    [
        ("print('x')", is_print),
        ("date.today()", is_clock),
        ("datetime.now(TOKYO)", is_clock),
        ("datetime.datetime.now()", is_clock),
        ("clock = date.today", is_clock),
        ("Static(text)", is_text_with_markup),
        ("Label(f'{name}')", is_text_with_markup),
        ("widgets.Static(text, id='a')", is_text_with_markup),
        ("Static(text, markup=True)", is_text_with_markup),
        ("self.app.notify(error)", is_text_with_markup),
    ],
)
def test_what_nobody_may_do_would_be_found(source: str, finds: Finds) -> None:
    assert found_in(source, finds) != []


@pytest.mark.parametrize(
    "source",
    [
        "Static('fixed')",
        "Static(text, markup=False)",
        "Static(Content(text))",
        "Static(Content.styled(text, 'bold'))",
        "Static()",
    ],
)
def test_a_text_without_markup_would_not_be_found(source: str) -> None:
    assert found_in(source, is_text_with_markup) == []
