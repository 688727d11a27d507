import pytest

from ssw_tui.advice.eligibility import Quiz
from ssw_tui.library import Library


@pytest.fixture(scope="session")
def quiz(library: Library) -> Quiz:
    """The quiz of the real content."""
    return Quiz.of(library)
