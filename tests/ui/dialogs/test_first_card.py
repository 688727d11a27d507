from datetime import date

import pytest

from ssw_tui.tracker.records import CardStatus
from ssw_tui.ui.dialogs.first_card import FirstCardDialog
from ssw_tui.ui.session import Session
from tests.ui.opened import Opened, opened


async def _dialog(run: Opened) -> FirstCardDialog:
    await run.press("6", "a")
    return run.dialog(FirstCardDialog)


async def test_it_asks_for_the_last_day_alone_and_says_how_it_reads_it(session: Session) -> None:
    async with opened(session) as run:
        dialog = await _dialog(run)
        assert dialog.input.has_focus
        await run.type("令和9年3月15日")
        assert "15 Mar 2027: 113 days left" in run.text
        await run.press("enter")
        await run.until(lambda: not run.has_dialog)

        [file] = session.card_files()
        assert (file.card.label, file.card.status, file.card.expires) == ("My card", CardStatus.SSW1, date(2027, 3, 15))


@pytest.mark.parametrize(
    ("typed", "said"),
    [("", "ctrl+n if you have no card"), ("soon", '"soon" is no day'), ("2027-02-30", "no 30 February 2027")],
)
async def test_what_is_no_day_is_said_and_nothing_is_saved(session: Session, typed: str, said: str) -> None:
    async with opened(session) as run:
        dialog = await _dialog(run)
        dialog.input.value = typed
        await run.press("enter")
        assert said in str(dialog.fault.content).replace("There is ", "")
        assert session.card_files() == []

        dialog.input.value = "2027-03-15"
        await run.settle()
        assert str(dialog.fault.content) == ""


async def test_no_card_yet_is_one_key_away_whatever_is_typed(session: Session) -> None:
    async with opened(session) as run:
        await _dialog(run)
        await run.type("20")
        await run.press("ctrl+n")
        await run.until(lambda: not run.has_dialog)

        assert [file.card.status for file in session.card_files()] == [CardStatus.NONE]


@pytest.mark.parametrize("size", [(60, 20), (80, 24)])
async def test_every_way_out_is_shown_and_reached(session: Session, size: tuple[int, int]) -> None:
    async with opened(session, size) as run:
        dialog = await _dialog(run)
        await run.type("soon")
        await run.press("enter")
        for widget in (dialog.input, dialog.fault, *dialog.query("Button")):
            assert run.app.screen.region.contains_region(widget.region)
        assert "ctrl+n" in run.text

        await run.press("down", "down", "enter")
        await run.until(lambda: not run.has_dialog)
        assert [file.card.status for file in session.card_files()] == [CardStatus.NONE]
