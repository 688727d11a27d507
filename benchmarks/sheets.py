"""Answers to measure the quiz with: drawn at random, the same in every run."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from ssw_tui.advice.answers import GOAL, Answer
from ssw_tui.advice.eligibility import Quiz
from ssw_tui.records.quiz import Question, QuestionKind

MOST_MONTHS = 80
"""No number that rows tell apart is larger."""
DAYS_AROUND = 700
Sheet = dict[str, Answer]


def complete(quiz: Quiz, goal: str, day: date, chance: Random) -> Sheet:
    """Answer every question that can matter for a goal."""
    sheet: Sheet = {}
    for question in quiz.questions_for(goal):
        sheet[question.id] = _answer(quiz, question, day, chance)
    return {**sheet, GOAL: goal}


def with_open(quiz: Quiz, goal: str, day: date, chance: Random) -> Sheet:
    """Answer some of them: any number stays open, from none to all, the goal too."""
    share = chance.random()
    sheet = complete(quiz, goal, day, chance)
    return {question: answer for question, answer in sheet.items() if chance.random() < share}


def goals(quiz: Quiz) -> Iterator[str]:
    """Give the goals in turn, again and again."""
    while True:
        yield from quiz.goals


def _answer(quiz: Quiz, question: Question, day: date, chance: Random) -> Answer:
    match question.kind:
        case QuestionKind.NUMBER:
            return Decimal(chance.randrange(MOST_MONTHS))
        case QuestionKind.DATE:
            return day + timedelta(days=chance.randrange(-DAYS_AROUND, DAYS_AROUND))
        case _:
            return chance.choice([*question.countries, *quiz.vocabulary.options(question.id)])
