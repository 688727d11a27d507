"""Whether any answers at all tell a fault apart: the rows with and without it, side by side in one set of diagrams.

Equal functions of the answers are one node of the diagrams, so a fault that changes no node of what a result lists
cannot be seen in any result, whatever is answered.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

import attrs

from ssw_tui.advice.answers import ORDER, STOPS
from ssw_tui.advice.conditions import Compiler, Scope
from ssw_tui.advice.diagram import FALSE, TRUE, Diagrams, Node
from ssw_tui.advice.eligibility import OUTCOMES, Quiz
from ssw_tui.advice.plan import BEST, RANK_OF, VERDICT_OF
from ssw_tui.advice.waiting import days_of_change
from ssw_tui.records.condition import All, Condition, Either, Named, Not, parse
from ssw_tui.records.quiz import Definition, Effect, Quantity, Row
from tests.advice.mutants import Mutant, goals_of, resting_on
from tests.advice.written_conditions import written

TWIN = "-twin"
EARLIER = date(2019, 3, 31)
"""A day before every rule."""
MONTH_ENDS = (date(2024, 2, 29), date(2026, 4, 30), date(2026, 12, 31), date(2027, 2, 28))
"""Days on which months of different length meet."""
Seen = dict[tuple[str, str], Node]
"""What a result shows, by its list and the row: a function of the answers."""


@attrs.frozen
class Difference:
    """Something that a result shows otherwise with the fault."""

    goal: str
    day: date
    what: tuple[str, str]
    """The list of the result and the row."""
    answers: Mapping[str, str]
    """Classes of answers for which it does; questions that do not matter are missing."""


def differences(quiz: Quiz, mutant: Mutant, days: Iterable[date] = ()) -> Iterator[Difference]:
    """Give one difference for each goal, day and row that shows otherwise; without days, on every day of any span.

    Raises:
        TypeError: of a fault in a quantity.
    """
    broken = _with_twins(quiz, mutant)
    for day in days or _days(quiz, mutant):
        for goal in sorted(goals_of(quiz, mutant)):
            yield from _Pair(quiz, broken, mutant, goal, day).differences()


def _days(quiz: Quiz, mutant: Mutant) -> list[date]:
    """Give a day of every span in which the same rules hold, with the fault and without it."""
    rows = quiz.rows.values()
    days = {*days_of_change(quiz.vocabulary, rows), EARLIER, *MONTH_ENDS}
    days |= {day for day in (mutant.record.since, mutant.record.until) if day}
    return sorted(days)


@attrs.frozen
class _Twins:
    """The records with the fault, renamed so that they stand beside those without."""

    definitions: Mapping[str, Definition]
    rows: Mapping[str, Row]


def _with_twins(quiz: Quiz, mutant: Mutant) -> _Twins:
    words = quiz.vocabulary
    if isinstance(mutant.record, Quantity):
        raise TypeError("a fault in a quantity is not compared: its numbers have one variable for all of them")
    if isinstance(mutant.record, Row):
        return _Twins(definitions={}, rows={**quiz.rows, mutant.record.id: mutant.record})
    names = resting_on(quiz, mutant.record.id)
    definitions = {**words.definitions, mutant.record.id: mutant.record}
    twins = {
        name + TWIN: attrs.evolve(definitions[name], id=name + TWIN, when=_renamed(definitions[name].when, names))
        for name in names
    }
    rows = {
        row.id: attrs.evolve(row, applies=_renamed(row.applies, names), when=_renamed(row.when, names))
        for row in quiz.rows.values()
    }
    return _Twins(definitions=twins, rows=rows)


def _renamed(text: str, names: Iterable[str]) -> str:
    def walk(condition: Condition) -> Condition:
        match condition:
            case Named(name=name) if name in names:
                return Named(name + TWIN)
            case Not(part=part):
                return Not(walk(part))
            case All(parts=parts):
                return All(tuple(map(walk, parts)))
            case Either(parts=parts):
                return Either(tuple(map(walk, parts)))
            case _:
                return condition

    return written(walk(parse(text)))


class _Pair:
    """One goal on one day, with the fault and without it."""

    def __init__(self, quiz: Quiz, broken: _Twins, mutant: Mutant, goal: str, day: date) -> None:
        self._goal, self._day = goal, day
        words = quiz.vocabulary
        both = attrs.evolve(words, definitions={**words.definitions, **broken.definitions})
        rows = [_here(found, goal, day) for found in (quiz.rows, broken.rows)]
        texts = dict.fromkeys(text for found in rows for row in found.values() for text in (row.applies, row.when))
        self._compiler = Compiler(Scope(both, goal, day), map(parse, texts))
        self._seen = [_Shown(self._compiler, found).all() for found in rows]

    def differences(self) -> Iterator[Difference]:
        sound, broken = self._seen
        diagrams = self._compiler.diagrams
        for what in dict.fromkeys((*sound, *broken)):
            one, other = sound.get(what, FALSE), broken.get(what, FALSE)
            if one != other:
                apart = diagrams.join(
                    diagrams.meet(one, diagrams.negated(other)), diagrams.meet(other, diagrams.negated(one))
                )
                yield Difference(self._goal, self._day, what, self._classes(apart))

    def _classes(self, node: Node) -> Mapping[str, str]:
        """Give a way through a diagram to true."""
        found = {}
        while node != TRUE:
            place, edges = self._compiler.diagrams.top(node)
            mask, child = next(edge for edge in reversed(edges) if self._compiler.diagrams.highest(edge[1]))
            variable = self._compiler.variables[place]
            options = getattr(variable, "options", None)
            named = [name for name, bit in options().items() if bit & mask] if options else [bin(mask)]
            found[",".join(variable.questions)] = " ".join(named)
            node = child
        return found


def _here(rows: Mapping[str, Row], goal: str, day: date) -> dict[str, Row]:
    return {row.id: row for row in rows.values() if goal in row.goals and row.holds_on(day)}


class _Shown:
    """What a result shows of some rows."""

    def __init__(self, compiler: Compiler, rows: Mapping[str, Row]) -> None:
        self._compiler = compiler
        self._diagrams: Diagrams = compiler.diagrams
        self._rows = rows
        self._strikes: dict[str, Node] = {}
        self._counts: dict[str, Node] = {}
        for row in rows.values():
            self._strike(row)

    def _strike(self, row: Row) -> Node:
        if row.id not in self._strikes:
            diagrams = self._diagrams
            counts = self._compiler.node(parse(row.applies))
            for name in row.exceptions:
                if name in self._rows:
                    counts = diagrams.meet(counts, diagrams.negated(self._strike(self._rows[name])))
            self._counts[row.id] = counts
            self._strikes[row.id] = diagrams.meet(counts, self._compiler.node(parse(row.when)))
        return self._strikes[row.id]

    def all(self) -> Seen:
        """Give every function."""
        diagrams = self._diagrams
        worst, ranks = self._worst(), range(len(ORDER))
        seen: Seen = {
            ("verdict", ORDER[rank]): diagrams.mapped(worst, {other: int(other == rank) for other in ranks})
            for rank in ranks
        }
        stops = self._any(row for row in self._rows.values() if VERDICT_OF.get(row.effect) in STOPS)
        going = diagrams.negated(stops)
        earlier: dict[tuple[str, str], Node] = {}
        for row in self._rows.values():
            visible = self._strikes[row.id]
            if not row.stands_beside_stops or row.effect is Effect.NEXT:
                visible = diagrams.meet(visible, going)
            listed = "outcomes" if row.effect in OUTCOMES else row.effect.value
            before = FALSE if row.effect is Effect.NEXT else earlier.get((listed, row.code), FALSE)
            seen[listed, row.id] = diagrams.meet(visible, diagrams.negated(before))
            earlier[listed, row.code] = diagrams.join(before, visible)
            seen |= self._reasons(row, visible, going)
        return seen

    def _reasons(self, row: Row, visible: Node, going: Node) -> Seen:
        """Give when a row is a reason, and when it is one against."""
        if row.effect is Effect.OUTCOME:
            return {("reason", row.id): visible}
        if row.effect not in RANK_OF:
            return {}
        allowed = TRUE if row.stands_beside_stops else going
        strikes, counts = self._strikes[row.id], self._counts[row.id]
        meet = self._diagrams.meet
        return {("reason", row.id): meet(counts, allowed), ("unmet", row.id): meet(strikes, allowed)}

    def _worst(self) -> Node:
        node = BEST
        for row in self._rows.values():
            if row.effect in RANK_OF:
                struck = self._diagrams.mapped(self._strikes[row.id], {TRUE: RANK_OF[row.effect], FALSE: BEST})
                node = self._diagrams.meet(node, struck)
        return node

    def _any(self, rows: Iterable[Row]) -> Node:
        node = FALSE
        for row in rows:
            node = self._diagrams.join(node, self._strikes[row.id])
        return node
