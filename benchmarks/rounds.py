"""How measuring goes: in rounds, each thing once a round in a random order, so that a slow minute hits all alike."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from random import Random
from statistics import median, quantiles

from attrs import frozen

Samples = Mapping[str, Sequence[float]]
"""What was measured, by the name of the number: seconds, or bytes of memory."""


@frozen
class Job:
    """Something that is run once a round."""

    name: str
    """What rows call it that need it."""
    run: Callable[[], Samples]
    """Runs it and gives what it measured, one number or several by a name."""


def measure(jobs: Iterable[Job], rounds: int, told: Callable[[int], None] = lambda _: None) -> Samples:
    """Run every job in every round; a first round that fills caches is thrown away.

    Args:
        jobs: what to run.
        rounds: how many rounds count.
        told: is told of each round that begins, the one thrown away as 0.
    """
    order = list(jobs)
    shuffled = Random(1)  # noqa: S311 - the same order in every run
    samples: dict[str, list[float]] = {}
    for number in range(rounds + 1):
        told(number)
        shuffled.shuffle(order)
        for job in order:
            for name, values in job.run().items():
                if number:
                    samples.setdefault(name, []).extend(values)
    return samples


def middle(values: Sequence[float]) -> float:
    """Give the median."""
    return median(values)


def nearly_all(values: Sequence[float]) -> float:
    """Give what 95 of 100 values do not exceed."""
    return quantiles(values, n=20, method="inclusive")[-1] if len(values) > 1 else values[0]
