import pytest

from ssw_tui.cli import run
from tests.cli.calling import APP_OPENED, Call, Said


@pytest.fixture
def say(capsys: pytest.CaptureFixture[str]) -> Call:
    """Call ssw-tui with these words alone."""

    def say(*words: str) -> Said:
        capsys.readouterr()
        status = run(words, lambda _: APP_OPENED)
        return Said(status, *capsys.readouterr())

    return say
