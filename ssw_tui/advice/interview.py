"""Which questions can matter for which goal."""

from collections.abc import Iterable, Iterator, Mapping

from ssw_tui.advice.answers import GOAL
from ssw_tui.advice.conditions import Settled
from ssw_tui.advice.vocabulary import Vocabulary
from ssw_tui.records.condition import All, Comparison, Condition, Either, Named, Not, parse
from ssw_tui.records.quiz import Question, Row


def questions_by_goal(
    vocabulary: Vocabulary, rows: Iterable[Row], goals: Iterable[str]
) -> Mapping[str, tuple[Question, ...]]:
    """Give for each goal the questions that its rows name on some day, the goal itself first."""
    listed = tuple(rows)
    return {goal: _asked(vocabulary, listed, goal) for goal in goals}


def _asked(vocabulary: Vocabulary, rows: Iterable[Row], goal: str) -> tuple[Question, ...]:
    settled = Settled(vocabulary, goal, None)
    texts = (text for row in rows if goal in row.goals for text in (row.applies, row.when))
    names = {GOAL, *(name for text in texts for name in _named(settled, parse(text)))}
    return tuple(question for name, question in vocabulary.questions.items() if name in names)


def _named(settled: Settled, condition: Condition) -> Iterator[str]:
    """Give the questions that a condition names, parts that the goal settles left out."""
    if settled.settled(condition) is not None:
        return
    match condition:
        case Not(part=part):
            yield from _named(settled, part)
        case All(parts=parts) | Either(parts=parts):
            for part in parts:
                yield from _named(settled, part)
        case Named(name=name):
            definition = settled.definition(condition)
            yield from _named(settled, parse(definition.when)) if definition else (name.partition(".")[0],)
        case Comparison():
            yield from _compared(settled, condition)


def _compared(settled: Settled, comparison: Comparison) -> Iterator[str]:
    quantity = settled.quantity(comparison.subject)
    if quantity is not None:
        yield quantity.total
        yield from (reduction.question for reduction in quantity.less)
        yield from _named(settled, parse(quantity.when))
        return
    subject = comparison.subject.partition(".")[0]
    yield subject
    vocabulary = settled.vocabulary
    known = vocabulary.options(subject)
    yield from (str(value) for value in comparison.values if value in vocabulary.questions and value not in known)
