from datetime import date
from pathlib import Path

from ssw_tui.tracker.records import CardStatus
from ssw_tui.tracker.store import STORE_NAME
from ssw_tui.tracker.tracker import Tracker
from ssw_tui.ui.dialogs.card import CardDialog
from ssw_tui.ui.session import Session
from tests.sample import LABEL
from tests.ui.conftest import NewSession
from tests.ui.opened import Opened, opened


async def _closed(run: Opened) -> None:
    await run.until(lambda: not run.has_dialog)
    await run.settle()


def _labels(session: Session) -> list[str]:
    return [file.card.label for file in session.card_files()]


async def test_without_a_card_it_offers_to_add_one_and_says_what_for(session: Session) -> None:
    async with opened(session) as run:
        await run.press("6")

        assert run.marked == ["+ Add a card"]
        assert "Only the last day of your stay is needed" in run.page_words
        assert "All data stay on this computer" in run.page_words


async def test_a_card_is_added_with_the_keyboard_alone(session: Session) -> None:
    async with opened(session) as run:
        await run.press("6", "enter")
        await run.type("2027-03-15")
        await run.press("enter")
        await _closed(run)

        [file] = session.card_files()
        assert file.card.expires == date(2027, 3, 15)
        assert file.card.label == "My card"
        assert run.page_title == "My card"
        assert "15 Mar 2027 (113 days left)" in run.page_words
        assert run.browse.list.has_focus
        assert run.chosen == file.card.id


async def test_every_line_of_the_form_is_kept(session: Session) -> None:
    async with opened(session) as run:
        await run.press("6", "a")
        for key, text in (
            ("expires", "2027/3/15"),
            ("granted", "令和8年3月16日"),
            ("period", "12m"),
            ("no1_since", "2023-04-10"),
            ("number", "ab12345678cd"),
        ):
            await run.focus(run.dialog(CardDialog).lines[key])
            await run.type(text)
        await run.press("enter")
        await _closed(run)

        [file] = session.card_files()
        card = file.card
        assert (card.expires, card.granted) == (date(2027, 3, 15), date(2026, 3, 16))
        assert (card.period, card.no1_since, card.number) == ("1y", date(2023, 4, 10), "AB12345678CD")


async def test_the_card_number_is_masked(session: Session) -> None:
    session.tracker.add_card(label="Example", status=CardStatus.SSW1, expires=date(2027, 3, 15), number="AB12345678CD")
    async with opened(session) as run:
        await run.press("6")

        assert "AB••••••••CD" in run.page_words
        assert "12345678" not in run.page_words


async def test_the_days_of_the_sample_card_are_shown(seeded: Session) -> None:
    async with opened(seeded, (100, 60)) as run:
        await run.press("6")

        assert run.page_title == LABEL
        for words in ("15 Mar 2027", "Agriculture 農業", "Do now", "The five years of No.1"):
            assert words in run.page_words


async def test_a_card_is_changed(seeded: Session) -> None:
    async with opened(seeded) as run:
        await run.press("6", "e")
        dialog = run.dialog(CardDialog)
        assert dialog.lines["label"].value == LABEL
        assert dialog.lines["expires"].value == "2027-03-15"
        await run.focus(dialog.lines["expires"])
        dialog.lines["expires"].value = "2028-03-15"
        await run.press("enter")
        await _closed(run)

        [file] = seeded.card_files()
        assert file.card.expires == date(2028, 3, 15)
        assert file.card.field == "agriculture"
        assert len(file.events) == 1


async def test_a_form_left_with_escape_changes_nothing(seeded: Session) -> None:
    before = seeded.card_files()
    async with opened(seeded) as run:
        for key in ("a", "e"):
            await run.press("6", key)
            run.dialog(CardDialog).lines["label"].value = "Other"
            await run.press("escape")
            await _closed(run)

        assert seeded.card_files() == before


async def test_removing_a_card_asks_first_with_the_safe_answer_in_focus(seeded: Session) -> None:
    async with opened(seeded) as run:
        await run.press("6", "r")
        assert f'Remove "{LABEL}"' in run.words

        await run.press("enter")
        await _closed(run)
        assert _labels(seeded) == [LABEL]


async def test_a_card_is_removed_and_brought_back_and_removed_again(seeded: Session) -> None:
    before = seeded.card_files()
    ticks = seeded.ticks()
    async with opened(seeded) as run:
        await run.press("6", "r", "y")
        await _closed(run)
        assert _labels(seeded) == []
        assert LABEL not in run.text

        await run.press("u")
        assert seeded.card_files() == before
        assert seeded.ticks() == ticks
        assert LABEL in run.text

        await run.press("U")
        assert _labels(seeded) == []


async def test_adding_is_taken_back_and_made_again(session: Session) -> None:
    async with opened(session) as run:
        await run.press("6", "a")
        await run.type("2027-03-15")
        await run.press("enter")
        await _closed(run)

        for undo, redo in (("u", "U"), ("ctrl+z", "ctrl+y")):
            await run.press(undo)
            assert _labels(session) == []
            await run.press(redo)
            assert _labels(session) == ["My card"]


async def test_undo_with_nothing_to_undo_does_no_harm(session: Session) -> None:
    async with opened(session) as run:
        await run.press("6", "u", "U")

        assert run.app.is_running
        assert run.marked == ["+ Add a card"]


async def test_a_new_card_is_on_the_overview_at_once(session: Session) -> None:
    async with opened(session) as run:
        await run.press("6", "a")
        await run.type("2027-03-15")
        await run.press("enter")
        await _closed(run)
        await run.press("1")

        assert "My card: No.1" in run.text
        assert "113 days left" in run.text


async def test_cards_are_there_after_a_new_start(session: Session, new_session: NewSession) -> None:
    async with opened(session) as run:
        await run.press("6", "a")
        await run.type("2027-03-15")
        await run.press("enter")
        await _closed(run)

    async with opened(new_session()) as run:
        assert "15 Mar 2027 (113 days left)" in run.text


async def test_enter_reads_a_card(seeded: Session) -> None:
    async with opened(seeded) as run:
        await run.press("6", "enter")
        assert run.browse.page.has_focus

        await run.press("escape")
        assert run.browse.list.has_focus


async def test_change_and_remove_do_nothing_on_the_row_that_adds(session: Session) -> None:
    async with opened(session) as run:
        await run.press("6", "e", "r")

        assert not run.has_dialog


async def test_a_damaged_store_shows_its_sentence_and_crashes_nothing(damaged: Session, data_folder: Path) -> None:
    kept = (data_folder / STORE_NAME).read_bytes()
    async with opened(damaged) as run:
        await run.press("6")
        assert run.page_title == "Your data cannot be read"
        assert "is damaged and stays as it is" in run.page_words

        await run.press("u", "U", "e", "r", "a")
        await run.type("2027-03-15")
        await run.press("enter")
        await _closed(run)
        await run.until(lambda: "is damaged and stays as it is" in run.notices)
        assert run.app.is_running

    assert (data_folder / STORE_NAME).read_bytes() == kept


async def test_a_card_removed_by_another_program_is_said_and_crashes_nothing(
    seeded: Session, data_folder: Path
) -> None:
    async with opened(seeded) as run:
        await run.press("6", "e")
        with Tracker(data_folder) as other:
            [card] = other.cards()
            other.remove_card(card.id)
        await run.press("enter")
        await _closed(run)

        assert f'There is no card "{card.id}"' in run.notices
        assert run.app.is_running
        await run.press("down", "e", "r", "u")
        assert run.app.is_running


async def test_what_was_typed_is_there_again_after_escape(session: Session) -> None:
    async with opened(session) as run:
        await run.press("6", "enter")
        await run.type("2027-03-15")
        await run.press("escape")
        await _closed(run)
        assert session.card_files() == []

        await run.press("enter", "enter")
        await _closed(run)

        assert [file.card.expires for file in session.card_files()] == [date(2027, 3, 15)]


async def test_a_form_begins_empty_after_a_card_was_saved(session: Session) -> None:
    async with opened(session) as run:
        await run.press("6", "enter")
        await run.type("2027-03-15")
        await run.press("enter")
        await _closed(run)
        await run.press("a")

        dialog = run.app.screen
        assert isinstance(dialog, CardDialog)
        assert dialog.lines["expires"].value == ""


async def test_undo_says_what_it_took_back_and_when_there_is_nothing(session: Session) -> None:
    async with opened(session) as run:
        await run.press("4", "enter", "space", "6", "u")
        assert "Taken back" in run.notices

        await run.press("u")
        assert "nothing to take back" in run.notices
