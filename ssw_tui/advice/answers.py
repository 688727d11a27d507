"""What a person has answered, and the verdicts that follow."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum

Answer = str | int | Decimal | date
"""An option, a country or a field by its id; a number; a day."""
Answers = Mapping[str, Answer]
"""Answers by the ids of their questions; what is missing or UNKNOWN is open."""

UNKNOWN = "unknown"
"""The answer that leaves a question open."""
GOAL = "goal"
"""The question that chooses the rows."""


class Verdict(StrEnum):
    """What a set of answers comes to."""

    NOT_NEEDED = "not-needed"
    """The status held already allows it."""
    ASK = "ask"
    """Too uncertain for a program."""
    NOT_POSSIBLE = "not-possible"
    """Not under the rules of the day."""
    WAIT = "wait"
    """Closed on that day."""
    NOT_YET = "not-yet"
    """Something is still missing."""
    MEETS = "meets"
    """The published conditions that are checked here are met."""
    CHECK = "check"
    """More than one of the others is possible while answers are open."""


ORDER = (Verdict.NOT_NEEDED, Verdict.ASK, Verdict.NOT_POSSIBLE, Verdict.WAIT, Verdict.NOT_YET, Verdict.MEETS)
"""The verdicts of complete answers: the first that applies counts, so they serve as ranks, from 0."""
STOPS = frozenset(ORDER[:4])
"""The verdicts beside which no way is offered."""


class State(StrEnum):
    """What is known of a condition."""

    MET = "met"
    UNMET = "unmet"
    UNKNOWN = "unknown"


def given(answers: Answers) -> dict[str, Answer]:
    """Give the answers without the open ones, numbers as decimals."""
    return {
        question: Decimal(answer) if isinstance(answer, int) else answer
        for question, answer in answers.items()
        if answer != UNKNOWN
    }
