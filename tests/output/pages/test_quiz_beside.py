from datetime import date

import pytest

from ssw_tui.advice.answers import Answer
from ssw_tui.advice.eligibility import Quiz
from ssw_tui.library import Library
from ssw_tui.output.pages.quiz_beside import compared_page, what_if_page
from ssw_tui.output.text import as_text
from ssw_tui.reader import Reader
from tests.advice.people import person
from tests.conftest import TODAY


@pytest.fixture(scope="module")
def quiz(library: Library) -> Quiz:
    return Quiz.of(library)


def test_what_another_answer_changes_comes_before_the_result_with_it(library: Library, quiz: Quiz) -> None:
    own = person("no1", {"japanese": "jft-a2-1"})
    text = as_text(what_if_page(Reader(library, TODAY), quiz, own, {"japanese": "n4"}), width=2000)
    assert text.startswith("What if: conditions met\n")
    assert "! Japanese result: JLPT N4\n  your own answer: JFT-Basic A2.1" in text
    assert 'The result changes from "Not yet" to "Conditions met".' in text
    assert text.index("What that changes") < text.index("The result with it") < text.index("\nMet\n")


def test_an_answer_that_changes_nothing_is_said_to_change_nothing(library: Library, quiz: Quiz) -> None:
    text = as_text(what_if_page(Reader(library, TODAY), quiz, person("no1"), {"japanese": "n3"}), width=2000)
    assert "What that changes\nNothing.\n" in text


def test_two_days_are_compared_in_their_order_whichever_is_named_first(library: Library, quiz: Quiz) -> None:
    answers: dict[str, Answer] = person("no1", {"field": "food-service"})
    before, after = date(2026, 4, 12), date(2026, 4, 13)
    reader = Reader(library, TODAY)
    assert compared_page(reader, quiz, answers, after, before) == compared_page(reader, quiz, answers, before, after)
    assert "13 Apr 2026" in as_text(compared_page(reader, quiz, answers, before, after))
