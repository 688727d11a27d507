"""What every command needs: the content, the day, where the data lie, how to write."""

from collections.abc import Callable
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import define

from ssw_tui.library import Library
from ssw_tui.reader import Reader

if TYPE_CHECKING:
    from ssw_tui.output.layout import Look


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

    @cached_property
    def library(self) -> Library:
        """The content."""
        return Library(self.content)

    @cached_property
    def reader(self) -> Reader:
        """The content as of the day."""
        return Reader(self.library, self.day)

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
