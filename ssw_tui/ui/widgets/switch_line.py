"""A line of switches: what a list is narrowed to, each with its key; tab, arrows and enter work them too."""

from collections.abc import Sequence
from typing import ClassVar

from attrs import frozen
from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget


@frozen(kw_only=True)
class Switch:
    """Something that is on or off, or has one of several values."""

    key: str
    """Its key, as the line shows it."""
    text: str
    """What it says now: its name, and its value where that is no simple on or off."""
    is_on: bool | None
    """Whether it is on; None: its text names its value."""
    action: str
    """What its key, enter or a click runs, in the view's namespace."""


class SwitchLine(Widget, can_focus=True):
    """Shows switches and runs their actions in the view that holds it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "point(-1)", show=False),
        Binding("right", "point(1)", show=False),
        Binding("enter,space", "press", show=False),
    ]
    DEFAULT_CSS = "SwitchLine { height: 1; padding: 0 1; text-wrap: nowrap; }"

    switches: reactive[tuple[Switch, ...]] = reactive(())
    pointed: reactive[int] = reactive(0)
    """The switch that enter works, while the line has the focus."""

    def __init__(self, switches: Sequence[Switch]) -> None:
        super().__init__()
        self.switches = tuple(switches)

    def action_point(self, step: int) -> None:
        """Point at the switch beside."""
        self.pointed = (self.pointed + step) % len(self.switches)

    async def action_press(self) -> None:
        """Work the switch that is pointed at."""
        await self._run(self.switches[self.pointed])

    async def _run(self, switch: Switch) -> None:
        view = next(node for node in self.ancestors if hasattr(node, f"action_{switch.action.partition('(')[0]}"))
        await self.app.run_action(switch.action, default_namespace=view)

    def _pieces(self, place: int) -> list[tuple[str, str]]:
        switch = self.switches[place]
        mark = "" if switch.is_on is None else "[x] " if switch.is_on else "[ ] "
        pointed = self.has_focus and place == self.pointed
        style = "bold reverse" if pointed else "bold" if switch.is_on else ""
        before, after = (">", "<") if pointed else (" ", " ")
        return [(f"{before}{switch.key}", "bold $accent"), (f" {mark}{switch.text}{after}", style), (" ", "")]

    def render(self) -> Content:
        """Draw the switches."""
        return Content.assemble(*(piece for place in range(len(self.switches)) for piece in self._pieces(place)))

    async def on_click(self, event: events.Click) -> None:
        """Work the switch under the pointer, and point at it."""
        place = event.x - self.gutter.left
        for number, switch in enumerate(self.switches):
            place -= sum(len(text) for text, _ in self._pieces(number))
            if place < 0:
                self.pointed = number
                await self._run(switch)
                return
