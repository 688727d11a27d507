"""Calling the command in this process, as a program would."""

import json
from collections.abc import Callable
from typing import Any, NamedTuple

APP_OPENED = 99
"""The exit status of the app that these calls would open."""


class Said(NamedTuple):
    """What a call said, and how it ended."""

    status: int
    out: str
    err: str

    @property
    def data(self) -> Any:  # noqa: ANN401 - any JSON
        """What it said, as data."""
        return json.loads(self.out)


Call = Callable[..., Said]
