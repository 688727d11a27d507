import tomllib
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from ssw_tui.advice.eligibility import Quiz
from ssw_tui.library import Library
from ssw_tui.output.quiz_taken import QuizTaken, fitting
from ssw_tui.reader import Reader
from ssw_tui.tracker.tracker import Tracker
from tests.advice.people import person
from tests.conftest import TODAY


@pytest.fixture
def taken(library: Library) -> QuizTaken:
    return QuizTaken(lambda: Reader(library, TODAY))


@pytest.fixture
def tracker(data_folder: Path) -> Iterator[Tracker]:
    with Tracker(data_folder) as opened:
        yield opened


@pytest.mark.parametrize("text", ["-1", "1201", "1e999999", "NaN", "Infinity", "three"])
def test_a_number_that_cannot_be_is_refused(taken: QuizTaken, text: str) -> None:
    with pytest.raises(ValueError, match="number"):
        taken.read(taken.quiz.questions["no1-months"], text)


@pytest.mark.parametrize("text", ["0", "4.5", "1200", " 18 "])
def test_a_number_that_can_be_is_taken(taken: QuizTaken, text: str) -> None:
    assert str(taken.read(taken.quiz.questions["no1-months"], text)) == text.strip()


def test_what_was_saved_is_taken_back_as_it_was(taken: QuizTaken, tracker: Tracker, library: Library) -> None:
    taken.start_with(
        {"goal": "extend", "location": "in-japan", "stay-ends": date(2027, 3, 15), "no1-months": Decimal("4.5")}
    )
    run = taken.save(tracker)

    again = QuizTaken(lambda: Reader(library, TODAY))
    assert again.restore(run)
    assert again.answers == taken.answers


def test_a_result_of_the_same_quiz_takes_the_place_of_the_one_before(taken: QuizTaken, tracker: Tracker) -> None:
    taken.start_with({"goal": "no1"})
    first = taken.save(tracker)
    taken.start_with({"goal": "no1", "location": "abroad"})
    second = taken.save(tracker, first)
    assert [run.id for run in tracker.quizzes()] == [second.id]

    taken.start_with({"goal": "no2"})
    third = taken.save(tracker)
    assert [run.id for run in tracker.quizzes()] == [third.id, second.id]

    tracker.undo()
    assert [run.id for run in tracker.quizzes()] == [second.id]
    tracker.undo()
    assert [run.id for run in tracker.quizzes()] == [first.id]


def test_a_saved_result_is_removed_and_brought_back(taken: QuizTaken, tracker: Tracker) -> None:
    taken.start_with({"goal": "no1"})
    run = taken.save(tracker)
    tracker.remove_quiz(run.id)
    assert tracker.quizzes() == []
    tracker.remove_quiz(run.id)

    change = tracker.undo()
    assert change is not None
    assert change.what == "quiz removed"
    assert [kept.id for kept in tracker.quizzes()] == [run.id]


def test_answers_of_another_version_are_not_taken(taken: QuizTaken, tracker: Tracker) -> None:
    for answers in ({"goal": "no1", "moon": "yes"}, {"goal": "no1", "japanese": "n9"}):
        run = tracker.save_quiz(day=TODAY, goal="no1", answers=answers, result="{}")
        assert not taken.restore(run)
        assert taken.answers == {}


def test_choices_are_found_in_any_script(taken: QuizTaken) -> None:
    fields = taken.options(taken.quiz.questions["field"])
    for words in ("やさい", "nōgyō", "farm"):
        assert "agriculture" in [choice.id for choice in fitting(fields, words)], words
    countries = taken.options(taken.quiz.questions["passport"])
    assert [choice.id for choice in fitting(countries, "vietnam")] == ["VN"]


@pytest.mark.parametrize(
    ("words", "first"), [("clothes", "industrial-product-manufacturing"), ("car", "automobile-repair")]
)
def test_a_field_of_which_the_words_are_a_whole_name_comes_first(taken: QuizTaken, words: str, first: str) -> None:
    found = fitting(taken.options(taken.quiz.questions["field"]), words)
    assert found[0].id == first
    assert len(found) > 1


def test_an_answer_that_changes_drops_only_what_was_asked_after_it_from_the_trail(taken: QuizTaken) -> None:
    taken.start_with({"goal": "no1", "location": "abroad", "field": "agriculture"})
    taken.rewind()
    taken.answer(taken.quiz.questions["goal"], "no1")
    assert taken.trail == ["goal", "location", "field"]
    taken.answer(taken.quiz.questions["location"], "in-japan")
    assert taken.trail == ["goal", "location"]
    assert taken.answers["field"] == "agriculture"


CASES = Path(__file__).parent.parent / "advice"
MOST_PAGES = {"abroad": 15, "in-japan": 20}


def _cases() -> Iterator[dict[str, Any]]:
    for name in ("worked_cases", "more_cases"):
        yield from tomllib.loads((CASES / f"{name}.toml").read_text(encoding="utf-8"))["case"]


def test_nobody_turns_more_pages_than_promised(library: Library) -> None:
    quiz, longest = Quiz.of(library), {"abroad": 0, "in-japan": 0}
    for case in _cases():
        everything = person(case["goal"], case.get("answers", {}))
        reader = Reader(library, case.get("day", TODAY))
        taken = QuizTaken(lambda: reader)  # noqa: B023 - asked within this round alone
        taken.quiz = quiz
        while (question := taken.next_question()) is not None:
            for one in taken.page_of(question):
                taken.answer(one, everything.get(one.id, "unknown"))
        where = str(everything["location"])
        if where in longest:
            longest[where] = max(longest[where], taken.page_number - 1)
            assert longest[where] <= MOST_PAGES[where], (case, taken.trail)
    assert longest["abroad"] >= 10
    assert longest["in-japan"] >= 12


def test_a_page_holds_only_questions_that_matter_now(taken: QuizTaken) -> None:
    taken.start_with({"goal": "no1", "location": "abroad", "field": "agriculture", "passport": "LK"})
    question = taken.next_question()
    assert question is not None
    assert [one.id for one in taken.page_of(question)] == ["age", "health", "record"]
    taken.answer(question, "18-or-over")
    assert taken.page_back() == question
    assert [one.id for one in taken.page_of(question)] == ["age", "health", "record"]
    assert [one.id for one in taken.page_of(taken.quiz.questions["japanese"])] == ["japanese"]
