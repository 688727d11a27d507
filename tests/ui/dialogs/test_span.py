from datetime import date

from ssw_tui.ui.dialogs.span import Span, SpanDialog
from ssw_tui.ui.session import Session
from tests.ui.opened import Opened, opened


async def _ask(run: Opened, *, goes_on: bool) -> list[Span | None]:
    given: list[Span | None] = []
    await run.app.push_screen(SpanDialog("Leave", goes_on=goes_on), given.append)
    await run.settle()
    return given


async def test_both_days_are_given(session: Session) -> None:
    async with opened(session) as run:
        given = await _ask(run, goes_on=False)
        await run.type("2025/10/1")
        await run.press("enter")
        await run.type("2025-12-31")
        await run.press("enter")

        assert given == [(date(2025, 10, 1), date(2025, 12, 31))]


async def test_what_goes_on_needs_no_last_day(session: Session) -> None:
    async with opened(session) as run:
        given = await _ask(run, goes_on=True)
        await run.type("2025-10-01")
        await run.press("enter", "enter")

        assert given == [(date(2025, 10, 1), None)]


async def test_what_cannot_be_is_said(session: Session) -> None:
    async with opened(session) as run:
        given = await _ask(run, goes_on=False)
        await run.type("2025-10-01")
        await run.press("enter", "enter")
        assert "is no day" in run.words
        await run.type("2025-09-01")
        await run.press("enter")
        assert "The first day comes after the last one" in run.words

        await run.press("escape")
        assert given == [None]
