"""Every fault in every row, definition and quantity of the quiz: is it noticed, or proved to be nothing?

    python -m benchmarks.mutate_quiz

Prints the figures for each kind of fault. Status 1 where a fault is neither noticed by a case of the suite nor listed
in tests/advice/survivors.toml and proved there, or where a listed one is noticed.
"""

import sys
import tomllib
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from time import perf_counter

from ssw_tui.advice.answers import GOAL
from ssw_tui.advice.eligibility import Quiz, Result
from ssw_tui.library import Library
from ssw_tui.locations import content_folder
from tests.advice.mutant_oracle import Oracle
from tests.advice.mutant_proof import differences
from tests.advice.mutants import Fault, Mutant, goals_of, mutants_of

SURVIVORS = Path(__file__).parent.parent / "tests" / "advice" / "survivors.toml"


def main() -> int:
    """Try every fault, prove those that survive, print the figures."""
    started = perf_counter()
    quiz = Quiz.of(Library(content_folder()))
    mutants = mutants_of(quiz)
    oracle = Oracle(quiz)
    _say(f"{len(mutants)} faults, {len(oracle.checks)} cases with {len(oracle.sheets)} sheets of answers")
    surviving = [mutant for mutant in mutants if oracle.noticed_by(mutant) is None]
    noticed = perf_counter()
    proof = _Proof(oracle)
    proved = [mutant for mutant in surviving if proof.is_nothing(mutant)]
    _table(mutants, surviving, proved)
    _say(f"{noticed - started:.0f} s for the cases, {perf_counter() - noticed:.0f} s for the proofs")
    return _faults(mutants, surviving, proved)


class _Proof:
    """The results of the suite's own answers without any fault, to compare with."""

    def __init__(self, oracle: Oracle) -> None:
        self._quiz = oracle.quiz
        complete = set(oracle.quiz.questions)
        self._sheets = [(answers, day) for answers, day in oracle.sheets if complete <= answers.keys()]
        self._known = [_whole(oracle.quiz.evaluate(answers, day, changes=False)) for answers, day in self._sheets]

    def is_nothing(self, mutant: Mutant) -> bool:
        """Whether no complete answers on any day tell a fault apart."""
        return next(differences(self._quiz, mutant), None) is None and self._same_results(mutant)

    def _same_results(self, mutant: Mutant) -> bool:
        """Whether no result of the suite's own answers differs in anything, the words and the order included."""
        broken, goals = mutant.quiz(self._quiz), goals_of(self._quiz, mutant)
        return all(
            _whole(broken.evaluate(answers, day, changes=False)) == known
            for (answers, day), known in zip(self._sheets, self._known, strict=True)
            if answers[GOAL] in goals
        )


def _whole(result: Result) -> tuple[object, ...]:
    """Give everything that a result says, rows by their ids and words; changes follow from the verdicts."""
    lists = (result.outcomes, result.gaps, result.blocks, result.asks, result.warnings, result.notes)
    return (
        result.possible,
        result.next,
        *(tuple((row.id, row.text) for row in rows) for rows in lists),
        *((reason.row.id, reason.state, reason.answers) for reason in result.reasons),
    )


def _table(mutants: Iterable[Mutant], surviving: Iterable[Mutant], proved: Iterable[Mutant]) -> None:
    columns = [Counter(mutant.fault for mutant in some) for some in (mutants, surviving, proved)]
    _say(f"{'fault':34}{'faults':>8}{'noticed':>9}{'nothing':>9}{'open':>6}")
    for fault in Fault:
        _line(fault, *(column[fault] for column in columns))
    _line("all", *(column.total() for column in columns))


def _line(name: str, tried: int, surviving: int, proved: int) -> None:
    _say(f"{name:34}{tried:8}{tried - surviving:9}{proved:9}{surviving - proved:6}")


def _faults(mutants: Iterable[Mutant], surviving: Iterable[Mutant], proved: Iterable[Mutant]) -> int:
    """Name what must not be, and give the exit status."""
    listed = {
        fault for one in tomllib.loads(SURVIVORS.read_text(encoding="utf-8"))["survivor"] for fault in one["faults"]
    }
    alive, nothing = {mutant.id for mutant in surviving}, {mutant.id for mutant in proved}
    wrong = {
        "not noticed and not listed": alive - listed,
        "not noticed, though answers tell it apart": alive - nothing,
        "listed, but noticed": listed - alive,
        "listed, but no fault": listed - {mutant.id for mutant in mutants},
    }
    for what, found in wrong.items():
        for fault in sorted(found):
            _say(f"{what}: {fault}")
    return int(any(wrong.values()))


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
