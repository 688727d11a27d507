from textual.command import CommandList

from ssw_tui.ui.dialogs.palette import Palette
from ssw_tui.ui.session import Session
from tests.ui.opened import opened


async def test_a_palette_that_is_closed_before_it_begins_to_look_does_nothing(session: Session) -> None:
    async with opened(session) as run:
        await run.press("ctrl+p")
        palette = run.app.screen
        assert isinstance(palette, Palette)
        await palette.query_one(CommandList).remove()

        await palette._gather_commands("dark").wait()

        assert run.app.is_running
        assert run.app.fault is None
