"""What every command needs: the content, the day, where the data lie, how to write."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from attrs import define

from ssw_tui.clock import now_in_japan
from ssw_tui.library import Library
from ssw_tui.reader import Reader

if TYPE_CHECKING:
    from ssw_tui.output.layout import Look
    from ssw_tui.output.page import Page


@define(slots=False, kw_only=True)
class Options:
    """The options that are accepted everywhere, as commands use them."""

    day: date
    """The day whose rules apply."""
    content: Path
    """The folder of the content."""
    data_dir: str | None
    """The folder of the personal data, where one was named."""
    json: bool
    """Whether a program reads the result."""
    ascii: bool
    """Whether to draw with ASCII alone."""
    write: Callable[[str], object]
    """Writes to standard output."""

    def say(self, data: Mapping[str, Any], text: str) -> int:
        """Print a result: its data for a program, its text for a person.

        Returns:
            0, the exit status of what is done.
        """
        if self.json:
            from ssw_tui.output.data import as_json

            self.write(as_json(data))
        else:
            self.write(f"{text}\n")
        return 0

    def show(self, page: "Page") -> None:
        """Print a page as text."""
        from ssw_tui.output.text import as_text

        self.write(as_text(page, look=self.look))

    @cached_property
    def library(self) -> Library:
        """The content."""
        return Library(self.content)

    @cached_property
    def reader(self) -> Reader:
        """The content as of the day."""
        return Reader(self.library, self.day)

    @property
    def now(self) -> datetime | None:
        """What clocks in Japan show; None where another day was named, so that nothing is said of now."""
        now = now_in_japan()
        return now if now.date() == self.day else None

    @property
    def look(self) -> "Look":
        """The glyphs to draw with."""
        from ssw_tui.output.layout import ASCII, UNICODE

        return ASCII if self.ascii else UNICODE

    @cached_property
    def data_folder(self) -> Path:
        """The folder of the personal data."""
        from ssw_tui.locations import data_folder

        return data_folder(self.data_dir)
