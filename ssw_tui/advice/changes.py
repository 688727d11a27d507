"""The smallest changes of answers, among those a person can bring about, that lead to "meets"."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from itertools import product
from typing import NamedTuple

from attrs import frozen

from ssw_tui.advice.answers import UNKNOWN, Answer
from ssw_tui.advice.diagram import LEAVES, TRUE, Node
from ssw_tui.advice.plan import RANK_OF, Plan
from ssw_tui.advice.variables import Sum, Variable
from ssw_tui.records.quiz import Question

Step = tuple[int, int, Answer]
"""The place of a variable, how far down its list of options, and the new answer."""
Steps = tuple[Step, ...]
MOST = 64
"""So many ways are followed at each point; the smallest are kept."""


@frozen
class Change:
    """One way to "meets"."""

    set: tuple[tuple[str, Answer], ...] = ()
    """The questions whose answers change, with the new answers."""
    wait_until: date | None = None
    """The day on which it is so by itself, with the same answers; None: no waiting."""


class _Choices(NamedTuple):
    """What a person can make of one variable."""

    now: int
    """Its class now, as a bit; 0 while it is open."""
    reach: tuple[tuple[int, Answer], ...]
    """The classes that can be reached, with an answer for each, the easiest first."""


def smallest_changes(
    plan: Plan, questions: Mapping[str, Question], answers: Mapping[str, Answer]
) -> tuple[Change, ...]:
    """Give the ways that change the fewest answers; none where no change that a person can bring about is enough."""
    masks = plan.masks(answers)
    choices = {
        place: found
        for place, variable in enumerate(plan.variables)
        if (found := _choices(variable, questions, answers, masks[place])).reach
    }
    return _Search(plan, choices, masks).changes()


def _choices(
    variable: Variable, questions: Mapping[str, Question], answers: Mapping[str, Answer], mask: int
) -> _Choices:
    name = variable.questions[0]
    now = mask if name in answers else 0
    if isinstance(variable, Sum):
        return _Choices(now, ())
    found: dict[int, Answer] = {}
    for answer in _reachable(questions[name], answers.get(name, UNKNOWN)):
        found.setdefault(variable.mask({name: answer}), answer)
    found.pop(now, None)
    return _Choices(now, tuple(found.items()))


def _reachable(question: Question, answer: Answer) -> Iterator[Answer]:
    for way in question.ways:
        if not way.leaving or str(answer) in way.leaving:
            yield from way.reaching
            if way.at_least is not None:
                yield Decimal(way.at_least)


class _Search:
    """Follows the diagram of "nothing strikes" for the fewest steps."""

    def __init__(self, plan: Plan, choices: Mapping[int, _Choices], masks: list[int]) -> None:
        self._plan = plan
        self._choices = choices
        self._masks = masks
        self._done: dict[Node, tuple[Steps, ...]] = {}

    def changes(self) -> tuple[Change, ...]:
        ways = self._ways(self._clear())
        fewest = min(map(len, ways), default=0)
        kept: dict[tuple[int, ...], Steps] = {}
        for steps in sorted(way for way in ways if len(way) == fewest):
            kept.setdefault(tuple(place for place, _, _ in steps), steps)
        return tuple(self._change(steps) for steps in kept.values() if steps)

    def _change(self, steps: Steps) -> Change:
        return Change(set=tuple((self._plan.variables[place].questions[0], answer) for place, _, answer in steps))

    def _clear(self) -> Node:
        """Give the diagram of "nothing strikes", whatever the open answers are that nobody can change."""
        diagrams = self._plan.diagrams
        allowed = list(self._masks)
        for place, choices in self._choices.items():
            allowed[place] = choices.now | sum(bit for bit, _ in choices.reach) if choices.now else allowed[place]
        deciding = (one.strikes for one in self._plan.rows if one.row.effect in RANK_OF)
        struck = self._plan.any_of({diagrams.restricted(node, allowed) for node in deciding})
        fixed = frozenset(range(len(self._plan.variables))) - self._choices.keys()
        return diagrams.for_all(diagrams.negated(struck), fixed)

    def _ways(self, node: Node) -> tuple[Steps, ...]:
        if node < LEAVES:
            return ((),) if node == TRUE else ()
        if node not in self._done:
            self._done[node] = _smallest(self._from(node))
        return self._done[node]

    def _from(self, node: Node) -> Iterator[Steps]:
        place, edges = self._plan.diagrams.top(node)
        choices = self._choices[place]
        for mask, child in edges:
            if mask & choices.now:
                yield from self._ways(child)
            rank = next((rank for rank, (bit, _) in enumerate(choices.reach) if bit & mask), None)
            if rank is not None:
                step = (place, rank, choices.reach[rank][1])
                yield from ((step, *steps) for steps in self._ways(child))
        if not choices.now:
            for parts in product(*(self._ways(child) for _, child in edges)):
                yield from _together(parts)


def _together(parts: Iterable[Steps]) -> Iterator[Steps]:
    """Give the steps of several ways at once, unless they want different answers to one question."""
    joined = {step for steps in parts for step in steps}
    if len({place for place, _, _ in joined}) == len(joined):
        yield tuple(sorted(joined))


def _smallest(ways: Iterable[Steps]) -> tuple[Steps, ...]:
    """Keep the ways that contain no other, fewest steps first."""
    kept: list[Steps] = []
    for steps in sorted(set(ways), key=lambda steps: (len(steps), steps)):
        if not any(set(other) <= set(steps) for other in kept):
            kept.append(steps)
        if len(kept) == MOST:
            break
    return tuple(kept)
