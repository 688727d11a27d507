import pytest

from ssw_tui.advice.eligibility import Quiz
from ssw_tui.ui.session import Session
from ssw_tui.ui.views.quiz_run import QuizTaken


@pytest.mark.parametrize("text", ["-1", "1201", "1e999999", "NaN", "Infinity", "three"])
def test_a_number_that_cannot_be_is_refused(session: Session, text: str) -> None:
    months = Quiz.of(session.library).questions["no1-months"]

    with pytest.raises(ValueError, match="number"):
        QuizTaken(session).read(months, text)


@pytest.mark.parametrize("text", ["0", "4.5", "1200", " 18 "])
def test_a_number_that_can_be_is_taken(session: Session, text: str) -> None:
    months = Quiz.of(session.library).questions["no1-months"]

    assert str(QuizTaken(session).read(months, text)) == text.strip()
