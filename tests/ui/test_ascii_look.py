from collections.abc import Iterator
from unicodedata import category, east_asian_width

import pytest
from textual.scrollbar import ScrollBar

from ssw_tui.commands import VIEWS
from ssw_tui.output.layout import ASCII
from ssw_tui.ui.session import Session
from tests.ui.opened import Opened, opened

DIALOGS = ("slash", "question_mark", "h", "d", "a", "r")


@pytest.fixture
def ascii_session(seeded: Session) -> Iterator[Session]:
    """A session that draws with ASCII alone; the scroll bars of other tests are as they were afterwards."""
    renderer = ScrollBar.renderer
    seeded.look = ASCII
    yield seeded
    ScrollBar.renderer = renderer


def _drawn(text: str) -> set[str]:
    """Give what is neither ASCII nor a letter, a word sign or a punctuation mark of Japanese."""
    return {char for char in text if not char.isascii() and category(char)[0] != "L" and not _is_wide(char)}


def _is_wide(char: str) -> bool:
    return east_asian_width(char) in "WF" or char == "¥"


def _assert_ascii(run: Opened) -> None:
    assert not _drawn(run.text), run.text


@pytest.mark.parametrize("size", [(80, 24), (120, 36)], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_every_view_is_drawn_with_ascii_signs_alone(ascii_session: Session, size: tuple[int, int]) -> None:
    async with opened(ascii_session, size) as run:
        for view in VIEWS:
            await run.go(view.id)
            await run.until(lambda: run.app.focused is not None)
            _assert_ascii(run)
            assert run.navigation.isascii()
            assert run.footer.isascii()

            await run.press("enter")
            _assert_ascii(run)


async def test_every_dialog_is_drawn_with_ascii_signs_alone(ascii_session: Session) -> None:
    async with opened(ascii_session) as run:
        await run.press("6")
        for key in DIALOGS:
            await run.press(key)
            await run.until(lambda: run.has_dialog)
            _assert_ascii(run)
            if key == "slash":
                await run.type("lost card")
                await run.sees("question")
                _assert_ascii(run)
            await run.press("escape")


async def test_the_palette_is_drawn_with_ascii_signs_alone(ascii_session: Session) -> None:
    async with opened(ascii_session) as run:
        await run.press("ctrl+p")
        await run.sees("Fields (2)")

        _assert_ascii(run)


async def test_a_notice_is_drawn_with_ascii_signs_alone(ascii_session: Session) -> None:
    async with opened(ascii_session) as run:
        run.app.notify("something", title="a title")
        await run.sees("something")

        _assert_ascii(run)


async def test_a_card_number_is_masked_with_ascii(ascii_session: Session) -> None:
    [file] = ascii_session.card_files()
    ascii_session.tracker.change_card(file.card.id, number="AB12345678CD")
    async with opened(ascii_session) as run:
        await run.press("6")

        assert "AB********CD" in run.page_words


async def test_the_same_screens_have_signs_of_their_own_without_it(seeded: Session) -> None:
    async with opened(seeded) as run:
        await run.press("6")

        assert _drawn(run.text)
