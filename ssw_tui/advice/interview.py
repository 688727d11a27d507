"""Which questions can matter for which goal."""

from collections.abc import Iterable, Iterator, Mapping

from ssw_tui.advice.answers import GOAL
from ssw_tui.advice.vocabulary import UNCAPPED, Vocabulary
from ssw_tui.records.condition import All, Comparison, Condition, Either, Named, Not, parse
from ssw_tui.records.quiz import Question, Row


def questions_by_goal(
    vocabulary: Vocabulary, rows: Iterable[Row], goals: Iterable[str]
) -> Mapping[str, tuple[Question, ...]]:
    """Give for each goal the questions that its rows name on some day, the goal itself first."""
    listed = tuple(rows)
    return {goal: _asked(vocabulary, listed, goal) for goal in goals}


def _asked(vocabulary: Vocabulary, rows: Iterable[Row], goal: str) -> tuple[Question, ...]:
    names = {GOAL}
    for row in rows:
        if goal in row.goals:
            for text in (row.applies, row.when):
                names.update(_named(vocabulary, goal, parse(text)))
    return tuple(question for name, question in vocabulary.questions.items() if name in names)


def _named(vocabulary: Vocabulary, goal: str, condition: Condition) -> Iterator[str]:
    """Give the questions that a condition names, parts that the goal settles left out."""
    if _by_goal(vocabulary, goal, condition) is not None:
        return
    match condition:
        case Not(part=part):
            yield from _named(vocabulary, goal, part)
        case All(parts=parts) | Either(parts=parts):
            for part in parts:
                yield from _named(vocabulary, goal, part)
        case Named(name=name) if name in vocabulary.definitions:
            yield from _named(vocabulary, goal, parse(vocabulary.definitions[name].when))
        case Named(name=name):
            yield name.partition(".")[0]
        case Comparison():
            yield from _compared(vocabulary, goal, condition)


def _compared(vocabulary: Vocabulary, goal: str, comparison: Comparison) -> Iterator[str]:
    quantity = vocabulary.quantities.get(comparison.subject.removesuffix(UNCAPPED))
    if quantity is not None:
        yield quantity.total
        yield from (reduction.question for reduction in quantity.less)
        yield from _named(vocabulary, goal, parse(quantity.when))
        return
    subject = comparison.subject.partition(".")[0]
    yield subject
    known = vocabulary.options(subject)
    yield from (str(value) for value in comparison.values if value in vocabulary.questions and value not in known)


def _by_goal(vocabulary: Vocabulary, goal: str, condition: Condition) -> bool | None:
    """Say whether the goal alone settles a condition, on whatever day."""
    match condition:
        case Comparison(subject=subject, values=values):
            return goal in values if subject == GOAL else None
        case Named(name=name) if name in vocabulary.definitions:
            return _by_goal(vocabulary, goal, parse(vocabulary.definitions[name].when))
        case Not(part=part):
            inner = _by_goal(vocabulary, goal, part)
            return None if inner is None else not inner
        case All(parts=parts):
            return False if any(_by_goal(vocabulary, goal, part) is False for part in parts) else None
        case Either(parts=parts):
            return True if any(_by_goal(vocabulary, goal, part) is True for part in parts) else None
        case _:
            return None
