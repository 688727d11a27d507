"""A bug as the log tells it: where it happened and of which kind it is, without anything that a person recorded."""

import traceback
from collections.abc import Iterator


def as_log(error: BaseException) -> str:
    """Give the way to an error and to those behind it, without their words: these can repeat a name or a number."""
    return "".join(_lines(error))


def _lines(error: BaseException) -> Iterator[str]:
    behind = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if behind:
        yield from _lines(behind)
        yield "\nwhich led to:\n\n"
    yield "Traceback (most recent call last):\n"
    yield from traceback.format_tb(error.__traceback__)
    yield f"{type(error).__name__}\n"
