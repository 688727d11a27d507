"""Open answers filled in by brute force: every answer that can make a difference, the others as they are."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from ssw_tui.advice.answers import Answer, Verdict
from ssw_tui.records.quiz import Quantity, QuestionKind
from tests.advice.classes import Sheet, Table, bounds
from tests.advice.sums import LITTLE, taken
from tests.advice.walks import Gist, by_rows

NOWHERE_NAMED = "LK"
"""A country that no row names."""


class Filled(NamedTuple):
    """What all ways of filling in come to."""

    possible: frozenset[Verdict]
    checks: frozenset[str]
    """The open questions that alone make a difference to the verdict of some way."""
    optional: frozenset[str]
    """The open questions that alone make a difference to what is listed."""
    certain: tuple[frozenset[str], ...]
    """Each list of codes, and the procedures: what is in it in every way."""


def fillings(rows: Table, sheet: Sheet, question: str) -> list[Answer]:
    """Give answers to one question, the others known: all that rows can tell apart."""
    match rows.quiz.questions[question].kind:
        case QuestionKind.NUMBER:
            quantity = next((q for q in rows.quiz.vocabulary.quantities.values() if question in _parts(q)), None)
            alone = [number for number in rows.values(question, rows.comparisons) if isinstance(number, Decimal)]
            near = _turning_points(rows, quantity, sheet, question) if quantity else set()
            return [*sorted({*alone, *near})]
        case QuestionKind.COUNTRY:
            named = (value for atom in rows.comparisons if atom.subject == question for value in atom.values)
            return [*dict.fromkeys(str(value) for value in named), NOWHERE_NAMED]
        case QuestionKind.DATE:
            return rows.values(question, rows.comparisons)
        case _:
            return [*rows.quiz.vocabulary.options(question)]


def _parts(quantity: Quantity) -> tuple[str, ...]:
    return (quantity.total, *(reduction.question for reduction in quantity.less))


def _turning_points(rows: Table, quantity: Quantity, sheet: Sheet, question: str) -> set[Decimal]:
    """Give the numbers at which what is left passes a bound, and those on both sides of them."""
    numbers = {name: Decimal(str(sheet[name])) for name in _parts(quantity)}
    numbers[question] = Decimal(0)
    others = [numbers[reduction.question] for reduction in quantity.less]
    offs = [Decimal(0), taken(quantity, others, capped=True), taken(quantity, others, capped=False)]
    limits = bounds(
        atom for atom in rows.comparisons if atom.subject.partition(".")[0] in (quantity.id, quantity.total)
    )
    if question == quantity.total:
        points = {bound + off for bound in limits for off in offs}
    else:
        points = {numbers[quantity.total] - off - bound for bound in limits for off in offs}
        points |= {Decimal(n) for r in quantity.less if r.question == question for n in (r.more_than, r.at_most or 0)}
    return {point + step for point in points for step in (-LITTLE, Decimal(0), LITTLE) if point + step >= 0}


def ways(rows: Table, sheet: Sheet, opened: Sequence[str]) -> Iterator[Sheet]:
    """Give every way of filling in the open questions."""
    if not opened:
        yield sheet
        return
    first, *rest = opened
    answers = {answer: None for other in _hints(rows, sheet, rest) for answer in fillings(rows, other, first)}
    for answer in answers:
        yield from ways(rows, {**sheet, first: answer}, rest)


def _hints(rows: Table, sheet: Sheet, rest: Sequence[str]) -> Iterator[Sheet]:
    """Give the sheet with each answer to the questions that are still to be filled in, where numbers hang together."""
    yield sheet
    for name in rest:
        if rows.quiz.questions[name].kind is QuestionKind.NUMBER:
            yield from ({**sheet, name: answer} for answer in fillings(rows, sheet, name))


def filled(rows: Table, sheet: Sheet, opened: Sequence[str]) -> Filled:
    """Say what all ways of filling in come to."""
    found = {tuple([full[name] for name in opened]): by_rows(rows, full) for full in ways(rows, sheet, opened)}
    verdicts = {key: gist.verdict for key, gist in found.items()}
    checks = frozenset(name for place, name in enumerate(opened) if _matters(verdicts, place))
    optional = frozenset(name for place, name in enumerate(opened) if _matters(found, place)) - checks
    certain = tuple(frozenset.intersection(*lists) for lists in zip(*(_lists(g) for g in found.values()), strict=True))
    return Filled(frozenset(verdicts.values()), checks, optional, certain)


def _lists(gist: Gist) -> tuple[frozenset[str], ...]:
    return gist[1:]


def _matters(found: dict[tuple[Answer, ...], Verdict] | dict[tuple[Answer, ...], Gist], place: int) -> bool:
    """Whether two ways that differ in this place alone come to different things."""
    lines: dict[tuple[Answer, ...], set[object]] = {}
    for key, result in found.items():
        lines.setdefault((*key[:place], *key[place + 1 :]), set()).add(result)
    return any(len(results) > 1 for results in lines.values())
