"""Conditions to diagrams, for one goal on one day."""

from collections.abc import Iterable, Mapping
from datetime import date

from ssw_tui.advice.answers import GOAL, Answer
from ssw_tui.advice.diagram import FALSE, TRUE, Diagrams, Node
from ssw_tui.advice.ranges import Cut
from ssw_tui.advice.tally import Tally
from ssw_tui.advice.three_values import every, negated
from ssw_tui.advice.variables import Choice, Line, Sum, Variable
from ssw_tui.advice.vocabulary import UNCAPPED, Alike, Between, Meaning, Vocabulary, Within
from ssw_tui.records.condition import All, Always, Comparison, Condition, Either, Named, Not, parse
from ssw_tui.records.quiz import Definition, Quantity, QuestionKind


class Settled:
    """What the goal alone says of conditions, and the day with it where there is one."""

    def __init__(self, vocabulary: Vocabulary, goal: str, day: date | None) -> None:
        self.vocabulary = vocabulary
        self._goal = goal
        self._on = day
        self._known: dict[Condition, bool | None] = {}

    def settled(self, condition: Condition) -> bool | None:
        """Say whether a condition holds by the goal and the day alone; None: the answers decide."""
        if condition not in self._known:
            self._known[condition] = self._settle(condition)
        return self._known[condition]

    def _settle(self, condition: Condition) -> bool | None:
        match condition:
            case Always():
                return True
            case Comparison(subject=subject, values=values):
                return self._goal in values if subject == GOAL else None
            case Named():
                return self._by_definition(self.definition(condition))
            case Not(part=part):
                return negated(self.settled(part))
            case All(parts=parts):
                return every([self.settled(part) for part in parts])
            case Either(parts=parts):
                return negated(every([negated(self.settled(part)) for part in parts]))

    def _by_definition(self, definition: Definition | None) -> bool | None:
        if definition is None:
            return None
        if self._on is not None and not definition.holds_on(self._on):
            return False
        inner = self.settled(parse(definition.when))
        dated = definition.since is not None or definition.until is not None
        return None if self._on is None and dated and inner else inner

    def definition(self, named: Named) -> Definition | None:
        """Give the definition that a bare name means; None: it is a fact."""
        return self.vocabulary.definitions.get(named.name)

    def quantity(self, name: str) -> Quantity | None:
        """Give the quantity with this name, or None where it is a question."""
        return self.vocabulary.quantities.get(name.removesuffix(UNCAPPED))


class Scope(Settled):
    """What conditions mean to somebody with this goal on this day."""

    def __init__(self, vocabulary: Vocabulary, goal: str, day: date) -> None:
        super().__init__(vocabulary, goal, day)
        self.day = day
        self._meanings: dict[Condition, Meaning] = {}

    def meaning(self, condition: Comparison | Named) -> Meaning:
        """Give what a comparison or a bare fact means."""
        if condition not in self._meanings:
            if isinstance(condition, Comparison):
                self._meanings[condition] = self.vocabulary.meaning(condition, self.day)
            else:
                self._meanings[condition] = self.vocabulary.fact(condition, self.day)
        return self._meanings[condition]


class Survey:
    """What a set of conditions tells apart: from it come the variables."""

    def __init__(self, scope: Scope, conditions: Iterable[Condition]) -> None:
        self._scope = scope
        self._seen: set[Condition] = set()
        self._named: dict[str, set[str]] = {}
        self._cuts: dict[str, list[Cut]] = {}
        self._quantities: dict[str, Quantity] = {}
        for condition in conditions:
            self._look(condition)

    def variables(self) -> tuple[Variable, ...]:
        """Give the variables in the order of their first questions."""
        sums = [Sum(Tally(quantity, self._cuts)) for quantity in self._quantities.values()]
        joined = {question for one in sums for question in one.questions}
        alone = [self._variable(question) for question in self._questions() if question not in joined]
        order = {question: number for number, question in enumerate(self._scope.vocabulary.questions)}
        return tuple(sorted([*sums, *alone], key=lambda variable: order[variable.questions[0]]))

    def _questions(self) -> list[str]:
        return [name for name in self._scope.vocabulary.questions if name in self._named or name in self._cuts]

    def _variable(self, question: str) -> Variable:
        vocabulary = self._scope.vocabulary
        record = vocabulary.questions[question]
        if question in self._cuts:
            return Line(question, self._cuts[question])
        if record.kind is QuestionKind.COUNTRY:
            return Choice(question, sorted(self._named[question]), rest=True)
        return Choice(question, vocabulary.options(question))

    def _look(self, condition: Condition) -> None:
        if condition in self._seen or self._scope.settled(condition) is not None:
            return
        self._seen.add(condition)
        match condition:
            case Not(part=part):
                self._look(part)
            case All(parts=parts) | Either(parts=parts):
                for part in parts:
                    self._look(part)
            case Named() if (definition := self._scope.definition(condition)) is not None:
                self._look(parse(definition.when))
            case Comparison() | Named():
                self._note(self._scope.meaning(condition))

    def _note(self, meaning: Meaning) -> None:
        match meaning:
            case Within(question=question, options=options):
                self._named.setdefault(question, set()).update(options)
            case Alike(one=one, other=other):
                self._named.setdefault(one, set())
                self._named.setdefault(other, set())
            case Between(name=name, low=low, high=high):
                self._note_cuts(name, [cut for cut in (low, high) if cut is not None])

    def _note_cuts(self, name: str, cuts: list[Cut]) -> None:
        quantity = self._scope.quantity(name)
        if quantity is None:
            self._cuts.setdefault(name, []).extend(cuts)
            return
        self._cuts.setdefault(quantity.total, []).extend(cuts)
        if quantity.holds_on(self._scope.day):
            self._quantities[quantity.id] = quantity
            self._cuts.setdefault(name, []).extend(cuts)
            self._look(parse(quantity.when))


class Compiler:
    """Turns conditions into nodes of one set of diagrams."""

    def __init__(self, scope: Scope, conditions: Iterable[Condition]) -> None:
        self._scope = scope
        self.variables = Survey(scope, conditions).variables()
        self.place = {question: place for place, one in enumerate(self.variables) for question in one.questions}
        self.diagrams = Diagrams()
        self._done: dict[Condition, Node] = {}

    def masks(self, answers: Mapping[str, Answer]) -> list[int]:
        """Give for each variable the classes that are possible."""
        return [variable.mask(answers) for variable in self.variables]

    def node(self, condition: Condition) -> Node:
        """Give the diagram of a condition."""
        if condition not in self._done:
            settled = self._scope.settled(condition)
            self._done[condition] = self._compiled(condition) if settled is None else int(settled)
        return self._done[condition]

    def _compiled(self, condition: Condition) -> Node:
        match condition:
            case Not(part=part):
                return self.diagrams.negated(self.node(part))
            case All(parts=parts):
                node = TRUE
                for part in reversed(parts):
                    node = self.diagrams.meet(self.node(part), node)
                return node
            case Either(parts=parts):
                node = FALSE
                for part in reversed(parts):
                    node = self.diagrams.join(self.node(part), node)
                return node
            case Named() if (definition := self._scope.definition(condition)) is not None:
                return self.node(parse(definition.when))
            case Comparison() | Named():
                return self._primitive(self._scope.meaning(condition))
            case _:
                return TRUE

    def _primitive(self, meaning: Meaning) -> Node:
        match meaning:
            case Within(question=question, options=options):
                place, variable = self._choice(question)
                return self.diagrams.test(place, variable.of(sorted(options)), variable.full)
            case Alike(one=one, other=other):
                return self._alike(*sorted((one, other), key=self.place.__getitem__))
            case Between():
                return self._between(meaning)

    def _choice(self, question: str) -> tuple[int, Choice]:
        place = self.place[question]
        variable = self.variables[place]
        if not isinstance(variable, Choice):
            raise TypeError(f"{question} has no options")
        return place, variable

    def _alike(self, first: str, second: str) -> Node:
        upper_place, upper = self._choice(first)
        lower_place, lower = self._choice(second)
        children: dict[Node, int] = {}
        for option, bit in upper.options().items():
            child = self.diagrams.test(lower_place, lower.of([option]), lower.full)
            children[child] = children.get(child, 0) | bit
        return self.diagrams.branch(upper_place, children)

    def _between(self, meaning: Between) -> Node:
        quantity = self._scope.quantity(meaning.name)
        if quantity is None:
            return self._band(meaning.name, meaning.name, meaning)
        whole = self._band(quantity.total, quantity.total, meaning)
        if not quantity.holds_on(self._scope.day):
            return whole
        reduced = self._band(quantity.total, meaning.name, meaning)
        when = self.node(parse(quantity.when))
        diagrams = self.diagrams
        return diagrams.join(diagrams.meet(when, reduced), diagrams.meet(diagrams.negated(when), whole))

    def _band(self, question: str, name: str, meaning: Between) -> Node:
        place = self.place[question]
        variable = self.variables[place]
        mask = variable.full
        if meaning.high is not None:
            mask &= self._below(variable, name, meaning.high)
        if meaning.low is not None:
            mask &= ~self._below(variable, name, meaning.low)
        return self.diagrams.test(place, mask, variable.full)

    @staticmethod
    def _below(variable: Variable, name: str, cut: Cut) -> int:
        match variable:
            case Line():
                return variable.below(cut)
            case Sum():
                return variable.tally.below(name, cut)
            case _:
                raise TypeError(f"{name} is no number")
