"""What happens when the window of the terminal is closed, or the program is told to end by another one."""

import asyncio
import os
import signal
from collections.abc import Callable
from contextlib import suppress

SIGNALS = ("SIGHUP", "SIGTERM")
"""Sent when the terminal is gone, and by `kill`; Windows has not all of them."""


def keep_before_ending(keep: Callable[[], None]) -> None:
    """Call `keep` before one of the signals ends the program, from now on and as long as the event loop runs."""
    loop = asyncio.get_running_loop()
    for number in filter(None, (getattr(signal, name, None) for name in SIGNALS)):
        # An event loop on Windows, or outside the main thread, takes no signals: then the program just ends.
        with suppress(NotImplementedError, RuntimeError, ValueError):
            loop.add_signal_handler(number, _end, number, keep)


def _end(number: signal.Signals, keep: Callable[[], None]) -> None:
    try:
        keep()
    finally:
        signal.signal(number, signal.SIG_DFL)
        os.kill(os.getpid(), number)
