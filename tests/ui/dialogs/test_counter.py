import re

import pytest

from ssw_tui.records.counter import CounterCard
from ssw_tui.ui.dialogs.counter import CounterDialog
from ssw_tui.ui.session import Session
from tests.ui.opened import Opened, opened

SMALLEST = (60, 20)


def _show(run: Opened, first: str = "", most: int = 3) -> list[CounterCard]:
    cards = list(run.session.library.all(CounterCard).values())[:most]
    run.app.push_screen(CounterDialog(run.session, cards, first))
    return cards


async def test_the_first_sentence_is_in_sight_in_japanese_kana_and_english(session: Session) -> None:
    async with opened(session, SMALLEST) as run:
        for card in session.library.all(CounterCard).values():
            run.app.push_screen(CounterDialog(session, [card], card.id))
            await run.settle()
            sentence = card.sentences[0]
            shown = re.sub(r"[\s\u2581-\u2588]", "", run.text)  # without the bar that shows where one is
            for text in (sentence.ja, sentence.kana, sentence.english):
                assert text.replace(" ", "") in shown, card.id
            assert "escape: close" in run.text
            await run.press("escape")


async def test_right_and_left_change_the_card_around_the_end(session: Session) -> None:
    async with opened(session) as run:
        cards = _show(run, list(session.library.all(CounterCard))[1])
        await run.sees(cards[1].title, "(2 of 3)")
        for key, card in (("right", cards[2]), ("n", cards[0]), ("left", cards[2]), ("p", cards[1])):
            await run.press(key)
            await run.sees(card.title)


async def test_a_card_alone_names_no_others(session: Session) -> None:
    async with opened(session) as run:
        _show(run, most=1)
        await run.sees("escape: close")

        assert "the others" not in run.text


@pytest.mark.parametrize("key", ["escape", "c", "q"])
async def test_it_closes_and_the_app_goes_on(session: Session, key: str) -> None:
    async with opened(session) as run:
        _show(run)
        await run.settle()
        await run.press(key)

        assert not run.has_dialog
        assert run.app.is_running


async def test_a_long_card_scrolls(session: Session) -> None:
    async with opened(session, SMALLEST) as run:
        _show(run)
        await run.settle()
        page = run.dialog(CounterDialog).page
        await run.press("space")
        await run.until(lambda: page.scroll_offset.y > 0)
