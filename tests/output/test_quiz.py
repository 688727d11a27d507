import json
from datetime import date
from typing import Any

import pytest

from ssw_tui.advice.answers import Answer
from ssw_tui.advice.eligibility import Quiz
from ssw_tui.library import Library
from ssw_tui.output.quiz import options_of, questions_data, result_data, say_answer
from ssw_tui.reader import Reader
from tests.advice.people import TODAY, person, without


@pytest.fixture(scope="module")
def quiz(library: Library) -> Quiz:
    return Quiz.of(library)


def data(quiz: Quiz, library: Library, answers: dict[str, Any], day: date = TODAY) -> dict[str, Any]:
    found = result_data(quiz.evaluate(answers, day), "2026.11.22", Reader(library, day).say)
    return dict(json.loads(json.dumps(found)))


def test_a_result_has_the_keys_that_programs_know(quiz: Quiz, library: Library) -> None:
    found = data(quiz, library, person("no1", {"japanese": "n5"}))

    assert found["as_of"] == "2026-11-22"
    assert found["content"] == "2026.11.22"
    assert (found["goal"], found["verdict"], found["possible"]) == ("no1", "not-yet", ["not-yet"])
    assert (found["outcomes"], found["checks"], found["next"]) == ([], [], ["coe-from-abroad"])
    assert found["changes"] == [{"set": [{"question": "japanese", "to": "jft-a2-2"}], "wait_until": None}]
    (gap,) = found["gaps"]
    assert gap["id"] == "japanese-a2"
    assert gap["text"]
    assert gap["sources"]
    assert {"blocks", "warnings", "reasons"} <= found.keys()


def test_a_reason_names_its_rule_and_the_answers_that_show_it(quiz: Quiz, library: Library) -> None:
    reasons = data(quiz, library, person("no1"))["reasons"]
    japanese = next(reason for reason in reasons if reason["id"] == "japanese-a2")

    assert japanese["rule"] == "japanese-a2"
    assert japanese["state"] == "met"
    assert japanese["answers"] == ["japanese"]
    assert japanese["text"] == "Japanese at A2.2 or N4, or training that replaces it"
    assert japanese["sources"]


def test_what_is_planned_is_marked(quiz: Quiz, library: Library) -> None:
    answers = person("no2", {"field": "construction", "japanese": "n4"})
    (ask,) = data(quiz, library, answers, date(2027, 4, 1))["asks"]

    assert (ask["id"], ask["planned"]) == ("japanese-b1", True)


def test_no_text_keeps_a_figure_s_name(quiz: Quiz, library: Library) -> None:
    said = json.dumps([data(quiz, library, person(goal)) for goal in quiz.goals])
    asked = json.dumps(questions_data(quiz, Reader(library, TODAY).say))

    for text in (said, asked):
        assert "{no1" not in text
        assert "not known for this day" not in text
    assert "18 or older" in said


def test_days_and_numbers_of_a_change_are_plain(quiz: Quiz, library: Library) -> None:
    waiting = data(quiz, library, person("no1", {"field": "forestry"}), date(2024, 4, 1))
    low = {"no1-months": 60, "no2-test": "failed", "no2-test-lowest-percent": 70}
    score = data(quiz, library, person("extend", low))

    assert waiting["changes"][0] == {"set": [], "wait_until": "2024-09-30"}
    assert score["changes"] == [{"set": [{"question": "no2-test-lowest-percent", "to": 80}], "wait_until": None}]


def test_an_open_goal_is_null(quiz: Quiz, library: Library) -> None:
    found = data(quiz, library, {})

    assert (found["goal"], found["verdict"]) == (None, "check")
    assert found["checks"][0] == "goal"


def test_the_questions_are_those_that_programs_know(quiz: Quiz, library: Library) -> None:
    questions = {question["id"]: question for question in questions_data(quiz, Reader(library, TODAY).say)["questions"]}

    assert len(questions) == 47
    assert [option["id"] for option in questions["health"]["options"]] == ["fit", "not-checked", "not-fit"]
    assert {"id", "label", "hint"} <= questions["health"]["options"][0].keys()
    assert questions["family-case"]["goals"] == ["family"]
    assert {question["kind"] for question in questions.values()} == {
        *("choice", "country", "date", "number", "field", "category"),
    }
    assert {"VN", "IR", "none"} <= {option["id"] for option in questions["passport"]["options"]}
    assert {"agriculture", "not-listed"} <= {option["id"] for option in questions["field"]["options"]}
    assert all(question["prompt"] and question["why"] for question in questions.values())


def test_every_country_of_the_standard_can_be_answered(quiz: Quiz) -> None:
    codes = [option.id for option in options_of(quiz, quiz.questions["passport"]) if option.id != "none"]

    assert len(codes) == len(set(codes)) == 249
    assert all(len(code) == 2 and code.isupper() for code in codes)


@pytest.mark.parametrize(
    ("question", "answer", "said"),
    [
        ("japanese", "jft-a2-2", "JFT-Basic A2.2"),
        ("passport", "VN", "Viet Nam"),
        ("field", "agriculture", "Agriculture"),
        ("no1-months", 12, "12 months"),
        ("stay-ends", date(2027, 3, 15), "2027-03-15"),
        ("age", "18-or-over", "18 or older"),
        ("japanese", "unknown", "not known"),
    ],
)
def test_an_answer_is_said_as_a_person_reads_it(
    quiz: Quiz, library: Library, question: str, answer: Answer, said: str
) -> None:
    assert say_answer(quiz, question, answer, Reader(library, TODAY).say) == said


def test_with_open_answers_the_lists_hold_only_what_is_certain(quiz: Quiz, library: Library) -> None:
    found = data(quiz, library, without(person("no1", {"health": "not-checked"}), "japanese"))

    assert found["verdict"] == "not-yet"
    assert [gap["id"] for gap in found["gaps"]] == ["medical-check"]
    assert found["checks"] == []
    assert found["optional"] == ["japanese"]
