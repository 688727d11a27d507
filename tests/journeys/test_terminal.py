import sys

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminal of this kind")

if sys.platform != "win32":
    from tests.journeys.terminal import running


def test_half_a_wide_character_that_was_written_over_shows_nothing() -> None:
    with running(["printf", "\\347\\211\\271\\347\\211\\271\\033[1;1Ha"], 10, 2) as terminal:
        assert terminal.ends() == 0
        assert terminal.text == "a特\n"
