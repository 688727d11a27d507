"""The quiz as plain data for programs: questions, and what answers come to."""

from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from ssw_tui.advice.answers import UNKNOWN, Answer
from ssw_tui.advice.changes import Change
from ssw_tui.advice.eligibility import Quiz, Result
from ssw_tui.advice.plan import Reason
from ssw_tui.records.quiz import Option, Question, QuestionKind, Row

Say = Callable[[str], str]
"""Fills the figures of the day into a text."""


def result_data(result: Result, edition: str, say: Say) -> dict[str, Any]:
    """Give a result; `edition` is the version of the content."""
    return {
        "as_of": result.day.isoformat(),
        "content": edition,
        "goal": result.goal,
        "verdict": result.verdict.value,
        "possible": [verdict.value for verdict in result.possible],
        "outcomes": [row.code for row in result.outcomes],
        "gaps": _rows(result.gaps, say),
        "blocks": _rows(result.blocks, say),
        "asks": _rows(result.asks, say),
        "warnings": _rows(result.warnings, say),
        "notes": _rows(result.notes, say),
        "checks": list(result.checks),
        "optional": list(result.optional),
        "reasons": [_reason(reason, say) for reason in result.reasons],
        "changes": [_change(change) for change in result.changes],
        "next": list(result.next),
    }


def questions_data(quiz: Quiz, say: Say) -> dict[str, Any]:
    """Give every question, in the order in which they are asked."""
    return {"questions": [question_data(quiz, question, say) for question in quiz.questions.values()]}


def question_data(quiz: Quiz, question: Question, say: Say) -> dict[str, Any]:
    """Give a question with what can be answered."""
    return {
        "id": question.id,
        "title": say(question.title),
        "prompt": say(question.prompt),
        "why": say(question.why),
        "kind": question.kind.value,
        "unit": question.unit,
        "options": [_option(option, say) for option in options_of(quiz, question)],
        "goals": list(quiz.goals_of(question.id)),
        "rules": list(question.rules),
    }


def options_of(quiz: Quiz, question: Question) -> tuple[Option, ...]:
    """Give what can be chosen: a question's options, after them the countries or the fields of work."""
    match question.kind:
        case QuestionKind.COUNTRY:
            countries = question.countries.items()
            return (*question.options, *(Option(id=code, label=name) for code, name in countries))
        case QuestionKind.FIELD:
            fields = quiz.vocabulary.fields.values()
            return (*(Option(id=one.id, label=one.name, hint=one.name_ja) for one in fields), *question.options)
        case _:
            return question.options


def say_answer(quiz: Quiz, name: str, answer: Answer, say: Say) -> str:
    """Say an answer as a person reads it."""
    question = quiz.questions[name]
    if answer == UNKNOWN:
        return "not known"
    if isinstance(answer, date):
        return answer.isoformat()
    if not isinstance(answer, str):
        return f"{answer} {question.unit}"
    return next((say(option.label) for option in options_of(quiz, question) if option.id == answer), answer)


def _option(option: Option, say: Say) -> dict[str, Any]:
    return {
        "id": option.id,
        "label": say(option.label),
        "hint": say(option.hint) if option.hint else None,
        **({"fields": list(option.fields)} if option.fields else {}),
    }


def _rows(rows: Iterable[Row], say: Say) -> list[dict[str, Any]]:
    return [{"id": row.code, "text": say(row.text), **_basis(row)} for row in rows]


def _reason(reason: Reason, say: Say) -> dict[str, Any]:
    row = reason.row
    return {
        "rule": row.rules[0] if row.rules else None,
        "id": row.id,
        "effect": row.effect.value,
        "state": reason.state.value,
        "answers": list(reason.answers),
        "text": say(reason.text),
        **_basis(row),
    }


def _basis(row: Row) -> dict[str, Any]:
    """Give what a row rests on, and since when and how surely."""
    return {
        "sources": list(row.sources),
        "rules": list(row.rules),
        "confidence": row.confidence.value,
        "since": row.since.isoformat() if row.since else None,
        "planned": row.planned,
    }


def _change(change: Change) -> dict[str, Any]:
    return {
        "set": [{"question": name, "to": plain(answer)} for name, answer in change.set],
        "wait_until": change.wait_until.isoformat() if change.wait_until else None,
    }


def plain(answer: Answer) -> str | int | float:
    """Give an answer as JSON can hold it."""
    match answer:
        case Decimal():
            return int(answer) if answer == int(answer) else float(answer)
        case date():
            return answer.isoformat()
        case _:
            return answer
