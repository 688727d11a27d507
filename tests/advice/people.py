"""Answers for tests: a base on which nothing stands in the way, and what is read from results."""

from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from ssw_tui.advice.answers import GOAL, Answer
from ssw_tui.advice.eligibility import Quiz, Result
from ssw_tui.records.quiz import QuestionKind, Row

TODAY = date(2026, 11, 22)
HARMLESS: dict[str, Answer] = {
    "location": "abroad",
    "status": "other-status",
    "employer-event": "new-employer",
    "second-workplace": "same-employer",
    "family-case": "none",
    "months-without-work": Decimal(0),
    "searching": "yes",
    "contract-ended-by": "worker",
    "field": "agriculture",
    "category": "other",
    "current-field": "agriculture",
    "passport": "LK",
    "home-steps": "done",
    "age": "18-or-over",
    "health": "fit",
    "record": "clean",
    "stay-ends": date(2029, 3, 31),
    "application-pending": "no",
    "dues": "paid",
    "attendance": "good",
    "offer": "direct",
    "terms": "yes",
    "deposit": "no",
    "agency": "none",
    "skills-test": "passed",
    "japanese": "n4",
    "care-japanese": "passed",
    "care-background": "none",
    "training-length": "none",
    "training-result": "grade-3",
    "training-related": "no",
    "no2-test": "passed",
    "no2-test-lowest-percent": Decimal(100),
    "no2-experience": "yes",
    "no2-duties": "yes",
    "no1-months": Decimal(0),
    "leave-parental-months": Decimal(0),
    "leave-sick-months": Decimal(0),
    "leave-work-accident-months": Decimal(0),
    "leave-notified": "yes",
    "sixth-year-pledges": "yes",
    "papers-ready": "yes",
    "years-in-japan": Decimal(12),
    "counted-work-years": Decimal(6),
    "card-period": "3-years",
    "notices": "made",
}
"""An answer to every question but the goal that does no harm."""

OF_A_HOLDER: dict[str, Answer] = {"location": "in-japan", "status": "ssw1", "no1-months": Decimal(24)}
FOR_GOAL: dict[str, dict[str, Answer]] = {
    "no2": {"japanese": "n3"},
    "change-employer": OF_A_HOLDER,
    "change-field": {**OF_A_HOLDER, "current-field": "construction"},
    "change-category": OF_A_HOLDER,
    "extend": OF_A_HOLDER,
    "lost-job": OF_A_HOLDER,
    "family": {**OF_A_HOLDER, "status": "ssw2"},
    "side-job": OF_A_HOLDER,
    "permanent-residence": {"location": "in-japan", "status": "ssw2"},
}
"""What is different for a goal, so that nothing stands in the way of it."""


def person(goal: str, answers: dict[str, Any] | None = None) -> dict[str, Answer]:
    """Answer everything for a goal; what is not named is harmless."""
    named = {name: Decimal(str(value)) if _is_number(value) else value for name, value in (answers or {}).items()}
    return {GOAL: goal, **HARMLESS, **FOR_GOAL.get(goal, {}), **named}


def without(answers: dict[str, Answer], *questions: str) -> dict[str, Answer]:
    """Leave some questions open."""
    return {name: answer for name, answer in answers.items() if name not in questions}


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def codes(rows: tuple[Row, ...]) -> set[str]:
    """Give what the result calls some rows."""
    return {row.code for row in rows}


def gist(result: Result) -> tuple[str, set[str], set[str]]:
    """Give the verdict, the gaps and the blocks."""
    return result.verdict.value, codes(result.gaps), codes(result.blocks)


NUMBERS = [0, 0.5, 1, 1.5, 2.9, 3, 4.9, 5, 9.9, 10, 12, 14, 20, 36, 40, 54, 54.5, 57, 59.9, 60, 65, 72, 79.9, 80, 100]
COUNTRIES = ["VN", "KH", "TH", "PH", "ID", "NP", "MM", "MN", "IR", "LK", "none"]
STAYS = [
    *(date(2026, month, 22) for month in (7, 9, 10, 11, 12)),
    date(2026, 9, 21),
    date(2027, 3, 1),
    date(2029, 3, 31),
]


def possible_answers(quiz: Quiz, question: str) -> list[Answer]:
    """Give answers to a question that rows can tell apart, and some that they cannot."""
    match quiz.questions[question].kind:
        case QuestionKind.NUMBER:
            return [Decimal(str(number)) for number in NUMBERS]
        case QuestionKind.DATE:
            return list(STAYS)
        case QuestionKind.COUNTRY:
            return list(COUNTRIES)
        case _:
            return list(quiz.vocabulary.options(question))


def anybody(quiz: Quiz, goal: str) -> st.SearchStrategy[dict[str, Answer]]:
    """Draw complete answers: a person for a goal with some answers that may be anything."""
    questions = [question.id for question in quiz.questions_for(goal) if question.id != GOAL]
    changed = st.dictionaries(st.sampled_from(questions), st.integers(0, 1000), max_size=8)
    return changed.map(
        lambda drawn: {
            **person(goal),
            **{name: _one_of(possible_answers(quiz, name), number) for name, number in drawn.items()},
        }
    )


def _one_of(answers: list[Answer], number: int) -> Answer:
    return answers[number % len(answers)]
