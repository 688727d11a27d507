"""The palette: every command by its name."""

from collections.abc import Awaitable, Callable, Coroutine
from contextlib import suppress
from functools import partial
from typing import Any, ClassVar, Protocol, cast

from textual import events
from textual.await_complete import AwaitComplete
from textual.command import CommandList, CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.css.query import NoMatches
from textual.worker import Worker

from ssw_tui.ui.dialogs.frame import nothing_to_wait_for
from ssw_tui.ui.offers import Offer, fitting, offers, search_for
from ssw_tui.ui.views.base import View


class Runs(Protocol):
    """The app, as the palette needs it."""

    @property
    def view(self) -> View | None:
        """The view that is open."""
        ...

    @property
    def run_offer(self) -> Callable[[Offer], Coroutine[None, None, None]]:
        """Does what was chosen."""
        ...


class Offered(Provider):
    """Gives the palette what fits the words that are typed, and everything as long as there are none."""

    async def discover(self) -> Hits:
        """Give everything, in the order of the offers."""
        app = cast(Runs, self.app)
        for offer in offers(app.view):
            yield DiscoveryHit(Content(offer.title), partial(app.run_offer, offer), help=offer.help)

    async def search(self, query: str) -> Hits:
        """Give what fits, best first; last a search for it."""
        app = cast(Runs, self.app)
        for place, offer in enumerate((*fitting(offers(app.view), query), search_for(query))):
            yield Hit(1 / (1 + place), Content(offer.title), partial(app.run_offer, offer), help=offer.help)


class Palette(CommandPalette):
    """Textual's palette over an empty ground, where keys that come before the list is drawn do nothing."""

    DEFAULT_CSS: ClassVar[str] = """
    Palette { background: $background; }
    Palette > .command-palette--help-text { color: $foreground; text-style: not bold; }
    Palette SearchIcon { display: none; }
    """

    def __init__(self) -> None:
        super().__init__([Offered], placeholder="What do you want to do? dark mode, backup, phone number ...")

    def on_mount(self, event: events.Mount) -> None:
        """Be nothing where a key that came at once closed it before it was there."""
        if self not in self.app.screen_stack:
            event.prevent_default()

    def dismiss(self, result: None = None) -> AwaitComplete:
        """Close; the second of two quick keys finds it closed already."""
        return super().dismiss(result) if self.is_active else nothing_to_wait_for()

    def run_worker(self, work: Any, *args: Any, **how: Any) -> Worker[Any]:  # noqa: ANN401 - as Textual takes them
        """Look for what fits; where quick keys closed the palette before that begins, its list is gone."""
        return super().run_worker(partial(_while_there, work), *args, **how)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave out what moves in a list that is not laid out yet."""
        return action != "command_list" or bool(self.query_one(CommandList).scrollable_content_region)


async def _while_there(work: Callable[[], Awaitable[Any]]) -> None:
    with suppress(NoMatches):
        await work()
