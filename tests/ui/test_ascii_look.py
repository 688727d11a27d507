from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.scrollbar import ScrollBar

import ssw_tui
from ssw_tui.commands import VIEWS
from ssw_tui.output.layout import ASCII
from ssw_tui.ui.session import Session
from tests.glyphs import drawn_signs
from tests.ui.opened import Opened, opened

CODE = Path(ssw_tui.__file__).parent
GLYPHS = {
    "folding.py": "đ",
    "output/day_line.py": "─┬━▒░│└┘▼▶◆",
    "output/exchange/card_sheet.py": "•",
    "output/layout.py": "•✓✗█░─āēīōū→①②③④⑤⑥⑦⑧⑨",
    "terminal.py": "•",
    "tracker/printed.py": "•",
    "ui/widgets/tab_line.py": "←→",
}
"""Where the code names a glyph that not every terminal draws equally wide; each has words or ASCII in its place."""
DIALOGS = ("slash", "question_mark", "h", "d", "a", "r")


@pytest.fixture
def ascii_session(seeded: Session) -> Iterator[Session]:
    """A session that draws with ASCII alone; the scroll bars of other tests are as they were afterwards."""
    renderer = ScrollBar.renderer
    seeded.look = ASCII
    yield seeded
    ScrollBar.renderer = renderer


def _assert_ascii(run: Opened) -> None:
    assert not drawn_signs(run.text), run.text


def test_every_glyph_of_the_code_is_listed() -> None:
    named = {path.relative_to(CODE).as_posix(): drawn_signs(path.read_text("utf-8")) for path in CODE.rglob("*.py")}

    assert {path: glyphs for path, glyphs in named.items() if glyphs} == {
        path: {*here} for path, here in GLYPHS.items()
    }


def test_the_ascii_look_is_ascii_alone() -> None:
    assert repr(ASCII).isascii()


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
        await run.sees("Add a card (a)")

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

        assert drawn_signs(run.text)
