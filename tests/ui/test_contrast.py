"""Every text of every view and dialog stands out from its ground, in every theme."""

import pytest
from textual.color import Color
from textual.widgets import Static

from ssw_tui.commands import VIEWS
from ssw_tui.output.page import Page, Paragraph, Tone
from ssw_tui.settings import THEMES
from ssw_tui.ui.session import Session
from ssw_tui.ui.themes import THEME_OF
from tests.ui.contrast import Faint, contrast, faint_texts
from tests.ui.opened import LARGE, Opened, opened

DIALOGS = ("app.search", "app.keys", "app.date", "app.help_lines", "app.command_palette")


def _faint(run: Opened) -> list[Faint]:
    return list(faint_texts(run.app.screen))


@pytest.mark.parametrize("theme", THEMES)
async def test_every_view_can_be_read(seeded: Session, theme: str) -> None:
    async with opened(seeded, LARGE) as run:
        run.app.theme = THEME_OF[theme]
        await run.settle()
        for view in VIEWS:
            await run.go(view.id)
            assert not _faint(run), view.id
            await run.press("down", "enter", "tab")
            assert not _faint(run), f"{view.id}, one row on"


@pytest.mark.parametrize("theme", THEMES)
async def test_every_dialog_can_be_read(seeded: Session, theme: str) -> None:
    async with opened(seeded) as run:
        run.app.theme = THEME_OF[theme]
        for dialog in DIALOGS:
            await run.act(dialog)
            await run.until(lambda: run.has_dialog)
            await run.settle()
            assert not _faint(run), dialog
            await run.press("escape")
            await run.until(lambda: not run.has_dialog)


@pytest.mark.parametrize("theme", THEMES)
async def test_what_is_said_in_the_corner_can_be_read(session: Session, theme: str) -> None:
    async with opened(session) as run:
        run.app.theme = THEME_OF[theme]
        for severity in ("information", "warning", "error"):
            run.app.notify("Your data were not changed", severity=severity, markup=False)
        await run.sees("Your data were not changed")
        await run.settle()
        assert not _faint(run)


@pytest.mark.parametrize("theme", THEMES)
async def test_what_is_marked_with_the_mouse_can_be_read(session: Session, theme: str) -> None:
    async with opened(session) as run:
        run.app.theme = THEME_OF[theme]
        await run.press("2", "enter")
        page = run.browse.page
        page.show(Page(title="Marked", blocks=tuple(Paragraph(f"In tone {tone}", tone) for tone in Tone)))
        await run.settle()
        x, y = page.region.offset
        await run.drag((x, y), (x + 20, y + page.region.height - 1))

        assert all(f"In tone {tone}" in (run.app.screen.get_selected_text() or "") for tone in Tone)
        assert not _faint(run)


async def test_a_faint_text_is_found(session: Session) -> None:
    assert contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21)
    async with opened(session) as run:
        faint = Static("hardly to be read")
        faint.styles.color, faint.styles.background = Color.parse("#555555"), Color.parse("#222222")
        await run.view.mount(faint)
        await run.settle()
        assert [found.text for found in _faint(run)] == ["hardly to be read"]
