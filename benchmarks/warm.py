"""Measurements inside one process that has everything loaded: the quiz and the search.

They are timed by the processor time of the thread, so that other programs on the machine do not count.
"""

from collections.abc import Callable, Sequence
from datetime import date
from functools import cached_property, partial
from random import Random
from time import thread_time
from typing import TypeVar

from attrs import define, field

from benchmarks import sheets
from benchmarks.rounds import Samples
from benchmarks.sheets import Sheet
from ssw_tui.advice.answers import GOAL, given
from ssw_tui.advice.eligibility import Quiz
from ssw_tui.library import Library
from ssw_tui.output.findable import entries
from ssw_tui.reader import Reader
from ssw_tui.search import Entry, find

T = TypeVar("T")
SHEETS = 40
"""So many sets of answers a round."""
WORDS = (
    "visa",
    "lost card",
    "boss has my passport",
    "change employer",
    "how much money to apply",
    "five years limit",
    "介護",
    "zairyu card",
    "ざいりゅう",
    "permanant residance",
    "no.2 exam failed",
    "a",
    "pension refund when leaving japan for good",
)
"""What people type: one word, several, Japanese, romaji, with a slip, one letter."""


@define(slots=False)
class Warm:
    """A process that has read the content."""

    library: Library
    """The content."""
    day: date
    """The day whose rules apply."""
    chance: Random = field(factory=lambda: Random(1))  # noqa: S311 - the same answers in every run

    @cached_property
    def quiz(self) -> Quiz:
        """The quiz with what every goal needs on the day compiled."""
        quiz = Quiz.of(self.library)
        for goal in quiz.goals:
            quiz.plan(goal, self.day)
        return quiz

    @cached_property
    def found_in(self) -> Sequence[Entry]:
        """Everything that can be found."""
        return entries(Reader(self.library, self.day))

    def complete_answers(self) -> Samples:
        """Evaluate with every answer given, smallest changes apart."""
        return {"evaluate: complete": [_seconds(self._result, sheet) for sheet in self._sheets(sheets.complete)]}

    def open_answers(self) -> Samples:
        """Evaluate with any number open: what is possible, and that with the questions that still matter.

        Each is timed with answers that were never seen before: the second with others than the first.
        """
        possible = [_seconds(self._possible, sheet) for sheet in self._sheets(sheets.with_open)]
        questions = [_seconds(self._result, sheet) for sheet in self._sheets(sheets.with_open)]
        return {"evaluate: possible": possible, "evaluate: questions": questions}

    def searches(self) -> Samples:
        """Search everything."""
        found_in = self.found_in
        return {f"search: {words}": [_seconds(partial(find, found_in), words)] for words in WORDS}

    def _sheets(self, draw: Callable[[Quiz, str, date, Random], Sheet]) -> list[Sheet]:
        goals = sheets.goals(self.quiz)
        return [draw(self.quiz, next(goals), self.day, self.chance) for _ in range(SHEETS)]

    def _result(self, sheet: Sheet) -> object:
        return self.quiz.evaluate(sheet, self.day, changes=False)

    def _possible(self, sheet: Sheet) -> object:
        known = given(sheet)
        plans = [self.quiz.plan(goal, self.day) for goal in self.quiz.goals if known.get(GOAL, goal) == goal]
        return [plan.verdicts(plan.worst(plan.findings(known, plan.masks(known)))) for plan in plans]


def _seconds(work: Callable[[T], object], on: T) -> float:
    began = thread_time()
    work(on)
    return thread_time() - began
