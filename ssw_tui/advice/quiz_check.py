"""What must hold among the quiz's records: every name means something, and rows do not contradict each other."""

from collections.abc import Iterator
from datetime import date
from itertools import combinations

from attrs import frozen

from ssw_tui.advice.answers import GOAL
from ssw_tui.advice.diagram import FALSE
from ssw_tui.advice.eligibility import Quiz
from ssw_tui.advice.plan import RANK_OF, CompiledRow
from ssw_tui.advice.vocabulary import Vocabulary
from ssw_tui.records.condition import Comparison, Condition, ConditionError, Named, parse, parts_of
from ssw_tui.records.quiz import Effect, Question, QuestionKind

DECIDING = frozenset({*RANK_OF, Effect.OUTCOME})
"""The effects that say whether something is possible."""


@frozen(order=True)
class Problem:
    """Something wrong in a record of the quiz."""

    kind: str
    """The kind of record: row, definition, quantity, question."""
    id: str
    """Which one."""
    text: str
    """What is wrong."""


def problems(quiz: Quiz, day: date) -> tuple[Problem, ...]:
    """Find what conditions name and nobody knows; where every name is known, also rows that contradict each other."""
    found = {*_unknown_names(quiz, day), *_unknown_goals(quiz), *_impossible_ways(quiz)}
    return tuple(sorted(found or contradictions(quiz, day)))


def contradictions(quiz: Quiz, day: date) -> set[Problem]:
    """Find rows of one subject that can strike together, say different things, and name no exception."""
    return {problem for goal in quiz.goals for problem in _contradictions(quiz, goal, day)}


def _contradictions(quiz: Quiz, goal: str, day: date) -> Iterator[Problem]:
    plan = quiz.plan(goal, day)
    deciding = [one for one in plan.rows if one.row.effect in DECIDING]
    for one, other in combinations(deciding, 2):
        if _may_differ(one, other) or plan.diagrams.meet(one.strikes, other.strikes) == FALSE:
            continue
        text = f'it can strike together with "{other.row.id}" for {goal}: name one in "exceptions" or "beside"'
        yield Problem("row", one.row.id, text)


def _may_differ(one: CompiledRow, other: CompiledRow) -> bool:
    same = one.row.subject == other.row.subject and one.row.effect is not other.row.effect
    return not same or other.row.id in one.row.beside or one.row.id in other.row.beside


def _unknown_goals(quiz: Quiz) -> Iterator[Problem]:
    goals = set(quiz.goals)
    for row in quiz.rows.values():
        yield from (Problem("row", row.id, f'there is no goal "{goal}"') for goal in row.goals if goal not in goals)


def _unknown_names(quiz: Quiz, day: date) -> Iterator[Problem]:
    vocabulary = quiz.vocabulary
    for kind, record_id, texts in _conditions(quiz):
        for text in texts:
            for problem in _problems(vocabulary, parse(text), day):
                yield Problem(kind, record_id, f'in "{text}": {problem}')
    for name in vocabulary.definitions:
        if name in _named_by(vocabulary, name, set()):
            yield Problem("definition", name, "it is defined by itself")


def _conditions(quiz: Quiz) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    for row in quiz.rows.values():
        yield "row", row.id, (row.applies, row.when)
    for definition in quiz.vocabulary.definitions.values():
        yield "definition", definition.id, (definition.when,)
    for quantity in quiz.vocabulary.quantities.values():
        yield "quantity", quantity.id, (quantity.when,)


def _problems(vocabulary: Vocabulary, condition: Condition, day: date) -> Iterator[str]:
    for part in parts_of(condition):
        try:
            if isinstance(part, Comparison):
                vocabulary.meaning(part, day)
            elif isinstance(part, Named) and part.name not in vocabulary.definitions:
                vocabulary.fact(part, day)
        except ConditionError as error:
            yield str(error)


def _named_by(vocabulary: Vocabulary, name: str, seen: set[str]) -> set[str]:
    """Give the definitions that a definition leads to."""
    for part in parts_of(parse(vocabulary.definitions[name].when)):
        if isinstance(part, Named) and part.name in vocabulary.definitions and part.name not in seen:
            seen.add(part.name)
            _named_by(vocabulary, part.name, seen)
    return seen


def _impossible_ways(quiz: Quiz) -> Iterator[Problem]:
    if GOAL not in quiz.questions:
        yield Problem("question", GOAL, "it is missing")
    for question in quiz.questions.values():
        known = {"unknown", *quiz.vocabulary.options(question.id), *question.countries}
        named = {option for way in question.ways for option in (*way.leaving, *way.reaching)}
        yield from (Problem("question", question.id, f'it has no option "{name}"') for name in sorted(named - known))
        if not _is_whole(question):
            yield Problem("question", question.id, "a choice needs options, a number a unit, a country its countries")


def _is_whole(question: Question) -> bool:
    match question.kind:
        case QuestionKind.CHOICE | QuestionKind.CATEGORY:
            return bool(question.options)
        case QuestionKind.NUMBER:
            return bool(question.unit)
        case QuestionKind.COUNTRY:
            return bool(question.countries)
        case _:
            return True
