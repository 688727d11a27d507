"""The variables that diagrams test: what of an answer rows can tell apart, one bit for each class of answers."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Protocol

from ssw_tui.advice.answers import Answer
from ssw_tui.advice.ranges import Cut
from ssw_tui.advice.tally import Tally

ELSEWHERE = ""
"""The class of all countries that no row names."""


class Variable(Protocol):
    """Something that is known, or lies in one of several classes."""

    questions: tuple[str, ...]
    """The questions it comes from."""
    full: int
    """Every class, as a bit mask."""

    def mask(self, answers: Mapping[str, Answer]) -> int:
        """Give the classes that are possible with these answers."""
        ...


class Choice:
    """One of several options; with `rest`, any other answer lies in one class of its own."""

    def __init__(self, question: str, options: Sequence[str], *, rest: bool = False) -> None:
        self.questions: tuple[str, ...] = (question,)
        names = [*options, ELSEWHERE] if rest else list(options)
        self._bits = {name: 1 << number for number, name in enumerate(names)}
        self.full = (1 << len(names)) - 1

    def mask(self, answers: Mapping[str, Answer]) -> int:
        """Give the class of the answer, or all of them."""
        answer = answers.get(self.questions[0])
        return self.full if answer is None else self.of([str(answer)])

    def of(self, options: Sequence[str]) -> int:
        """Give the classes of some options."""
        mask = 0
        for option in options:
            mask |= self._bits.get(option) or self._bits.get(ELSEWHERE, 0)
        return mask

    def options(self) -> Mapping[str, int]:
        """Give the options with their bits."""
        return self._bits


class Line:
    """A number or a day, divided into bands."""

    def __init__(self, question: str, cuts: Sequence[Cut]) -> None:
        self.questions: tuple[str, ...] = (question,)
        self._cuts = sorted(set(cuts))
        self.full = (1 << (len(self._cuts) + 1)) - 1

    def mask(self, answers: Mapping[str, Answer]) -> int:
        """Give the band of the answer, or all of them."""
        answer = answers.get(self.questions[0])
        return self.full if answer is None else 1 << bisect_right(self._cuts, (on_a_line(answer), 0))

    def below(self, cut: Cut) -> int:
        """Give the bands below a cut."""
        return (1 << (self._cuts.index(cut) + 1)) - 1


class Sum:
    """Several numbers that decide together."""

    def __init__(self, tally: Tally) -> None:
        self.tally = tally
        self.questions = tally.inputs
        self.full = tally.full

    def mask(self, answers: Mapping[str, Answer]) -> int:
        """Give the cells that can occur."""
        return self.tally.mask(self.numbers(answers))

    def numbers(self, answers: Mapping[str, Answer]) -> dict[str, Decimal]:
        """Give those of its numbers that are known."""
        return {name: on_a_line(answers[name]) for name in self.questions if name in answers}


def on_a_line(answer: Answer) -> Decimal:
    """Give a number as it is, and a day as the number of days since the year 1."""
    return Decimal(answer.toordinal()) if isinstance(answer, date) else Decimal(answer)
