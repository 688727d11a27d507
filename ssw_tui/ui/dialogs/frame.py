"""The frame of every dialog: a box over the view, with a title and a line of keys, that escape closes."""

from typing import ClassVar, TypeVar

from textual import events
from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from ssw_tui.output.cells import fit
from ssw_tui.ui.links import copy_marked

R = TypeVar("R")


def nothing_to_wait_for() -> AwaitComplete:
    """Give what closing gives where there is nothing to close."""
    done: AwaitComplete = AwaitComplete.nothing()  # type: ignore[no-untyped-call]
    return done


class Box(Container):
    """The box with its title, which ends in two dots where there is no room for all of it."""

    SIGNS = 2
    """So many cells of the frame are drawn on beside the title."""

    def __init__(self, heading: str, classes: str) -> None:
        super().__init__(classes=classes)
        self.heading = heading

    def on_resize(self) -> None:
        """Fit the title into the new width."""
        self.border_title = Content(fit(self.heading, self.size.width - self.SIGNS).rstrip())


class Dialog(ModalScreen[R]):
    """A page over the view; escape closes it and changes nothing."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "close", show=False)]
    DEFAULT_CSS = """
    Dialog { align: center middle; }
    Dialog > .box { width: 90%; max-width: 100; height: 90%; max-height: 34; border: round $accent;
                    background: $background; padding: 0 1; border-title-style: bold; }
    Dialog > .small { height: auto; max-width: 76; }
    Dialog ChoiceList { height: 1fr; }
    Dialog Input { height: 1; border: none; padding: 0; background: $panel; }
    Dialog Input:focus { border: none; }
    Dialog .quiet { color: $quiet; }
    """

    heading: str = ""
    """What stands on the frame; it may repeat what a person typed."""
    keys: str = ""
    """The last line, as "enter: what it does   escape: what it does"; empty: the dialog names its keys elsewhere."""
    is_small: bool = True
    """Whether the box is only as high as what is in it."""

    def compose(self) -> ComposeResult:
        """Lay out the frame."""
        with Box(self.heading, "box small" if self.is_small else "box"):
            yield from self.body()
            if self.keys:
                yield Static(self.keys, classes="quiet keys", markup=False)

    def body(self) -> ComposeResult:
        """Lay out what is between the title and the line of keys."""
        yield from ()

    def say_keys(self, keys: str) -> None:
        """Change the line of keys."""
        self.query_one(".keys", Static).update(keys)

    def dismiss(self, result: R | None = None) -> AwaitComplete:
        """Close with an answer; the second of two quick keys finds it closed already."""
        return super().dismiss(result) if self.is_active else nothing_to_wait_for()

    def action_copy_text(self) -> None:
        """Copy what is marked with the mouse, and say so."""
        copy_marked(self)

    def action_close(self) -> None:
        """Close without an answer."""
        self.dismiss(None)

    def on_click(self, event: events.Click) -> None:
        """Close on a click beside the box."""
        if event.widget is self:
            self.action_close()
