"""Scripts by which shells complete: bash is asked what it offers, the others are read."""

import shutil
import subprocess
from pathlib import Path

import pytest

from ssw_tui.cli.arguments import COMMANDS
from ssw_tui.cli.content_arguments import SHELLS
from tests.cli.calling import Call

ASK = """
source "$1"
COMP_WORDS=({words})
COMP_CWORD=$(( ${{#COMP_WORDS[@]}} - 1 ))
_shtab_ssw_tui ssw-tui "${{COMP_WORDS[-1]}}" "${{COMP_WORDS[-2]}}"
printf '%s\\n' "${{COMPREPLY[@]}}"
"""


@pytest.mark.parametrize("shell", SHELLS)
def test_every_command_stands_in_the_script(say: Call, shell: str) -> None:
    script = say("completions", shell).out
    assert all(command in script for command in COMMANDS)
    assert "nursing-care" in script


@pytest.mark.parametrize("shell", SHELLS)
def test_a_script_is_sound_where_its_shell_is_installed(say: Call, shell: str, tmp_path: Path) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed")
    script = tmp_path / "script"
    script.write_text(say("completions", shell).out, encoding="utf-8")
    subprocess.run([shell, "-n", str(script)], check=True, capture_output=True)


@pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not installed")
@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("ssw-tui stat", {"status"}),
        ("ssw-tui fields agr", {"agriculture"}),
        ("ssw-tui card a", {"add"}),
        ("ssw-tui fees --for ext", {"extension"}),
        ("ssw-tui help-lines isa-i", {"isa-info"}),
    ],
)
def test_bash_offers_what_fits(say: Call, words: str, offered: set[str], tmp_path: Path) -> None:
    script = tmp_path / "script"
    script.write_text(say("completions", "bash").out, encoding="utf-8")
    call = ["bash", "-c", ASK.format(words=words), "bash", str(script)]
    done = subprocess.run(call, capture_output=True, check=True, text=True)
    assert offered == set(done.stdout.split())


def test_another_shell_is_refused_with_those_that_there_are(say: Call) -> None:
    said = say("completions", "tcsh")
    assert said.status == 2
    assert "tcsh" in said.err
