"""The rows of one goal on one day, compiled; and what answers make of each of them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property, partial
from itertools import starmap
from typing import NamedTuple

from attrs import frozen

from ssw_tui.advice.answers import ORDER, Answer, State, Verdict
from ssw_tui.advice.conditions import Compiler, Scope
from ssw_tui.advice.diagram import FALSE, TRUE, Edges, Node
from ssw_tui.advice.variables import Sum
from ssw_tui.advice.vocabulary import Vocabulary
from ssw_tui.records.condition import parse
from ssw_tui.records.quiz import Effect, Row

VERDICT_OF: Mapping[Effect, Verdict] = {
    Effect.NOT_NEEDED: Verdict.NOT_NEEDED,
    Effect.ASK: Verdict.ASK,
    Effect.BLOCK: Verdict.NOT_POSSIBLE,
    Effect.WAIT: Verdict.WAIT,
    Effect.GAP: Verdict.NOT_YET,
}
"""What a row that strikes makes of the verdict; the other effects make nothing of it."""
RANK_OF: Mapping[Effect, int] = {effect: ORDER.index(verdict) for effect, verdict in VERDICT_OF.items()}
"""The same as the verdict's place in the order in which verdicts count: the lowest wins."""
BEST = len(ORDER) - 1
"""The rank where no row strikes."""
REMEMBERED = 5_000
"""So many findings are kept for a row, and so many verdicts for a goal on a day."""


@frozen
class Reason:
    """Why the verdict is what it is: one condition and what the answers say of it."""

    row: Row
    """The row, with its text, rules and sources."""
    state: State
    """Whether the condition is met."""
    answers: tuple[str, ...]
    """The questions whose answers show it; of an unknown condition those that are still open."""

    @property
    def text(self) -> str:
        """What to say: the condition in a few words, or, unmet, what follows."""
        met_by_striking = self.row.effect is Effect.OUTCOME
        return self.row.text if met_by_striking or self.state is State.UNMET else self.row.title


class CompiledRow(NamedTuple):
    """A row as diagrams."""

    row: Row
    """The row itself."""
    counts: Node
    """For whom it counts."""
    strikes: Node
    """When it strikes."""
    variables: tuple[int, ...]
    """What it depends on, in order."""


class Finding:
    """What answers make of a row."""

    def __init__(self, strikes: bool | None, open: Node, find_reason: Callable[[], Reason | None]) -> None:
        """Keep what is known of a row.

        Args:
            strikes: whether it strikes; None: that is still open.
            open: when it strikes, with what is known already settled.
            find_reason: gives it as a reason, where it counts as one.
        """
        self.strikes = strikes
        self.open = open
        self._find_reason = find_reason

    @cached_property
    def reason(self) -> Reason | None:
        """As a reason, where it counts as one; it takes the longest, and a verdict alone does without."""
        return self._find_reason()


class Plan:
    """Everything compiled that decides about one goal on one day."""

    def __init__(self, vocabulary: Vocabulary, rows: Iterable[Row], goal: str, day: date) -> None:
        self.goal = goal
        here = {row.id: row for row in rows if goal in row.goals and row.holds_on(day)}
        conditions = [parse(text) for row in here.values() for text in (row.applies, row.when)]
        self._compiler = Compiler(Scope(vocabulary, goal, day), conditions)
        self.diagrams = self._compiler.diagrams
        self.variables = self._compiler.variables
        self._compiled: dict[str, CompiledRow] = {}
        self._here = here
        self.rows = tuple(self._compile(row) for row in here.values())
        self._sums = tuple(place for place, variable in enumerate(self.variables) if isinstance(variable, Sum))
        self._known: list[dict[tuple[object, ...], Finding]] = [{} for _ in self.rows]
        self._worst: dict[tuple[Node, ...], Node] = {}
        self._places: dict[tuple[Effect, ...], tuple[int, ...]] = {}
        self._use = [sum(place in one.variables for one in self.rows) for place in range(len(self.variables))]

    def _compile(self, row: Row) -> CompiledRow:
        if row.id not in self._compiled:
            diagrams = self.diagrams
            counts = self._compiler.node(parse(row.applies))
            for name in row.exceptions:
                if name in self._here:
                    counts = diagrams.meet(counts, diagrams.negated(self._compile(self._here[name]).strikes))
            strikes = diagrams.meet(counts, self._compiler.node(parse(row.when)))
            variables = sorted({*diagrams.tests(counts), *diagrams.tests(strikes)})
            self._compiled[row.id] = CompiledRow(row, counts, strikes, tuple(variables))
        return self._compiled[row.id]

    def places(self, effects: tuple[Effect, ...]) -> tuple[int, ...]:
        """Give the numbers of the rows with one of these effects, in order."""
        if effects not in self._places:
            self._places[effects] = tuple(n for n, one in enumerate(self.rows) if one.row.effect in effects)
        return self._places[effects]

    def masks(self, answers: Mapping[str, Answer]) -> list[int]:
        """Give for each variable the classes that are possible."""
        return self._compiler.masks(answers)

    def findings(self, answers: Mapping[str, Answer], masks: Sequence[int]) -> list[Finding]:
        """Give what answers make of each row."""
        marks: list[object] = list(masks)
        for place in self._sums:
            marks[place] = tuple(answers.get(question) for question in self.variables[place].questions)
        found = []
        for one, known in zip(self.rows, self._known, strict=True):
            key = tuple([marks[place] for place in one.variables])
            finding = known.get(key)
            if finding is None:
                if len(known) >= REMEMBERED:
                    known.clear()
                known[key] = finding = self._find(one, answers, masks)
            found.append(finding)
        return found

    def _find(self, one: CompiledRow, answers: Mapping[str, Answer], masks: Sequence[int]) -> Finding:
        strikes = _whether(self.diagrams.reached(one.strikes, masks))
        left = self.diagrams.restricted(one.strikes, masks) if strikes is None else FALSE
        return Finding(strikes, left, partial(self._reason, one, strikes, left, answers, masks))

    def _reason(
        self, one: CompiledRow, strikes: bool | None, left: Node, answers: Mapping[str, Answer], masks: Sequence[int]
    ) -> Reason | None:
        outcome = one.row.effect is Effect.OUTCOME
        if one.row.effect not in RANK_OF and not (outcome and strikes):
            return None
        if _whether(self.diagrams.reached(one.counts, masks)) is False:
            return None
        if strikes is None:
            return Reason(one.row, State.UNKNOWN, self.open_questions(left, answers))
        names = [question for place in self._enough(one, masks) for question in self.variables[place].questions]
        state = State.MET if strikes is outcome else State.UNMET
        return Reason(one.row, state, tuple(name for name in names if name in answers))

    def _enough(self, one: CompiledRow, masks: Sequence[int]) -> list[int]:
        """Give a smallest set of variables whose classes alone settle a row; what many rows use is left out first."""
        needed = list(masks)
        wanted = self.diagrams.reached(one.strikes, masks)
        for place in sorted(one.variables, key=lambda place: -self._use[place]):
            needed[place] = self.variables[place].full
            if self.diagrams.reached(one.strikes, needed) != wanted:
                needed[place] = masks[place]
        return [place for place in one.variables if needed[place] != self.variables[place].full]

    def worst(self, findings: Sequence[Finding]) -> Node:
        """Give the rank of the verdict as a diagram of what is still open."""
        floor = min((self._rank(n) for n, finding in enumerate(findings) if finding.strikes), default=BEST)
        ranked = [
            (finding.open, rank)
            for number, finding in enumerate(findings)
            if finding.strikes is None and (rank := self._rank(number)) < floor
        ]
        key = (floor, *(part for pair in ranked for part in pair))
        if key not in self._worst:
            if len(self._worst) >= REMEMBERED:
                self._worst.clear()
            self._worst[key] = self._fold(floor, ranked)
        return self._worst[key]

    def verdicts(self, worst: Node) -> tuple[Verdict, ...]:
        """Give the verdicts that a diagram of ranks leads to, the first that counts first."""
        ranks = self.diagrams.leaves(worst)
        return tuple(verdict for rank, verdict in enumerate(ORDER) if rank in ranks)

    def always(self, nodes: Iterable[Node]) -> bool:
        """Whether one of some settled diagrams is true whatever the open answers are."""
        return self.any_of(nodes) == TRUE

    @property
    def questions(self) -> tuple[str, ...]:
        """The questions on which anything here depends, in the order in which they are asked."""
        return tuple(question for variable in self.variables for question in variable.questions)

    def _rank(self, number: int) -> int:
        return RANK_OF.get(self.rows[number].row.effect, BEST)

    def _fold(self, floor: int, ranked: Iterable[tuple[Node, int]]) -> Node:
        diagrams = self.diagrams
        by_rank: dict[int, list[Node]] = {}
        for node, rank in ranked:
            by_rank.setdefault(rank, []).append(node)
        node = floor
        for rank in sorted(by_rank, reverse=True):
            struck = self.any_of(by_rank[rank])
            node = diagrams.meet(node, diagrams.mapped(struck, {TRUE: rank, FALSE: BEST}))
        return node

    def any_of(self, nodes: Iterable[Node]) -> Node:
        """Give "or" of some nodes, the deepest first."""
        node = FALSE
        for one in sorted(nodes, key=lambda node: -self.diagrams.top(node)[0]):
            node = self.diagrams.join(one, node)
        return node

    def open_questions(self, node: Node, answers: Mapping[str, Answer]) -> tuple[str, ...]:
        """Give the open questions on which a settled diagram depends."""
        tests = self.diagrams.tests(node)
        found: list[str] = []
        for place in sorted(tests):
            variable = self.variables[place]
            if isinstance(variable, Sum):
                found += _moving(variable, tests[place], answers)
            else:
                found += variable.questions
        return tuple(found)


def _whether(leaves: set[int]) -> bool | None:
    return None if len(leaves) > 1 else TRUE in leaves


def _moving(variable: Sum, nodes: Sequence[Edges], answers: Mapping[str, Answer]) -> list[str]:
    """Give those open numbers of a sum that some node's children depend on."""
    known = variable.numbers(answers)
    masks = {mask for edges in nodes for mask, _ in edges}

    def is_told_apart(cell: int, end: int) -> bool:
        return any(bool(cell & mask) != bool(end & mask) for mask in masks)

    return [
        question
        for question in variable.questions
        if question not in known and any(starmap(is_told_apart, variable.tally.moves(known, question)))
    ]
