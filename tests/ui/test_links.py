import pytest
from textual.app import App

from ssw_tui.ui import links
from ssw_tui.ui.session import Session
from tests.ui.opened import opened

FIRST, SECOND = "https://www.moj.go.jp/isa/", "https://www.mofa.go.jp/"


@pytest.mark.parametrize("has_browser", [True, False])
async def test_what_is_said_of_an_address_takes_the_place_of_what_was_said_before(
    session: Session, monkeypatch: pytest.MonkeyPatch, has_browser: bool
) -> None:
    monkeypatch.setattr(App, "open_url", lambda *_: None)
    monkeypatch.setattr(links, "has_browser", lambda: has_browser)
    async with opened(session) as run:
        for do in (links.open_in_browser, links.copy):
            do(run.app, FIRST)
            await run.settle()
            do(run.app, SECOND)
            await run.settle()

            assert run.notices == SECOND


async def test_of_a_long_text_that_is_copied_the_beginning_is_said(session: Session) -> None:
    async with opened(session) as run:
        links.copy(run.app, "many words\n" * 100)
        await run.settle()

        assert run.app.clipboard == "many words\n" * 100
        assert run.notices.startswith("many words many words")
        assert len(run.notices) == links.MOST_SAID
