"""What the app draws with where terminals show some signs too wide: ASCII alone, in the widgets' own parts too."""

from typing import ClassVar

from textual.scrollbar import ScrollBar, ScrollBarRender

CSS = """
.-ascii Toast { border-left: ascii $accent; }
.-ascii CommandPalette > Vertical { border: none; }
.-ascii CommandPalette #--input { border: none; }
.-ascii CommandPalette #--input.--list-visible { border: none; }
.-ascii CommandPalette CommandList { border: none; }
.-ascii BrowseView .reading, .-ascii BrowseView .reading:focus-within { border-left: ascii $panel; }
.-ascii BrowseView.-stacked .reading { border-left: none; border-top: ascii $panel; }
.-ascii BrowseView.-stacked .reading:focus-within { border-left: none; border-top: ascii $accent; }
.-ascii HelpLinesDialog PageView { border-top: ascii $panel; }
.-ascii HelpLinesDialog PageView:focus { border-top: ascii $accent; }
.-ascii AskingPane #about { border-top: ascii $panel; }
.-ascii Dialog > .box { border: ascii $accent; }
"""


class PlainScrollBar(ScrollBarRender):
    """A scroll bar that is drawn with spaces."""

    VERTICAL_BARS: ClassVar[list[str]] = [" "] * 8
    HORIZONTAL_BARS: ClassVar[list[str]] = [" "] * 8


def use_ascii(ascii: bool) -> None:
    """Draw scroll bars with spaces, or as Textual does."""
    ScrollBar.renderer = PlainScrollBar if ascii else ScrollBarRender
