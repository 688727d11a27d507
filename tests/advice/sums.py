"""Numbers for the total on No.1 and what is taken off it, on both sides of everything that can decide."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import product

from ssw_tui.advice.answers import Answer
from ssw_tui.records.quiz import Quantity, Reduction

LITTLE = Decimal("0.25")
"""Less than the distance of any two bounds."""
NOTIFIED = "leave-notified"
"""The question on which it depends whether anything is taken off."""


def sums(quantity: Quantity, bounds: Iterable[Decimal], steps: Sequence[Decimal]) -> Iterator[dict[str, Answer]]:
    """Give totals with what is taken off them: what is left lies on each bound, with and without ceilings, and beside.

    Args:
        quantity: what is left, and what is taken off.
        bounds: what conditions compare it with.
        steps: how far beside a bound, to both sides; the first comes first.
    """
    known = list(bounds)
    names = [reduction.question for reduction in quantity.less]
    for amounts in product(*(_amounts(reduction) for reduction in quantity.less)):
        off = {Decimal(0), taken(quantity, amounts, capped=True), taken(quantity, amounts, capped=False)}
        middle = sorted(bound + less for bound in known for less in off)
        totals = dict.fromkeys(total + sign * step for step in steps for total in middle for sign in (-1, 1))
        for total, notified in product(totals, ("yes", "no")):
            if total >= 0:
                yield {quantity.total: total, **dict(zip(names, amounts, strict=True)), NOTIFIED: notified}


def taken(quantity: Quantity, amounts: Iterable[Decimal], *, capped: bool) -> Decimal:
    """Give what is taken off in all, with or without the ceilings."""
    return sum((_counting(one, amount, capped) for one, amount in zip(quantity.less, amounts, strict=True)), Decimal(0))


def _amounts(reduction: Reduction) -> list[Decimal]:
    """Give amounts that count for nothing, in whole, and up to the ceiling alone."""
    floor = Decimal(reduction.more_than)
    above = [] if reduction.at_most is None else [Decimal(reduction.at_most + 1)]
    return [*{Decimal(0), floor}, floor + LITTLE, *above]


def _counting(reduction: Reduction, amount: Decimal, capped: bool) -> Decimal:
    if amount <= reduction.more_than:
        return Decimal(0)
    return amount if not capped or reduction.at_most is None else min(amount, Decimal(reduction.at_most))
