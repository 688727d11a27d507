from datetime import date
from pathlib import Path

import pytest

from ssw_tui.errors import DataUnavailableError
from ssw_tui.tracker.records import CardStatus, EventKind
from ssw_tui.tracker.store import STORE_NAME
from ssw_tui.tracker.tracker import Tracker
from ssw_tui.ui.dialogs.card import CardDialog
from ssw_tui.ui.dialogs.event import EventDialog
from ssw_tui.ui.session import Session
from ssw_tui.ui.views.card import CardView
from tests.conftest import TODAY
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


async def test_every_line_of_the_form_is_kept(seeded: Session) -> None:
    async with opened(seeded) as run:
        await run.press("6", "a")
        for key, text in (
            ("label", "Second"),
            ("expires", "2027/3/15"),
            ("granted", "令和8年3月16日"),
            ("period", "12m"),
            ("no1_since", "2023-04-10"),
            ("no2_since", "2026-03-16"),
            ("in_japan_since", "平成30年4月1日"),
            ("employer", "Example Farm"),
            ("note", "paper asked for"),
            ("number", "ab12345678cd"),
        ):
            await run.focus(run.dialog(CardDialog).lines[key])
            await run.type(text)
        await run.press("enter")
        await _closed(run)

        [_, file] = seeded.card_files()
        card = file.card
        assert (card.label, card.employer, card.note) == ("Second", "Example Farm", "paper asked for")
        assert (card.expires, card.granted) == (date(2027, 3, 15), date(2026, 3, 16))
        assert (card.period, card.no1_since, card.number) == ("1y", date(2023, 4, 10), "AB12345678CD")
        assert (card.no2_since, card.in_japan_since) == (date(2026, 3, 16), date(2018, 4, 1))


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


async def test_enter_opens_the_days_of_a_card_and_escape_leads_back(seeded: Session) -> None:
    async with opened(seeded) as run:
        await run.press("6", "enter")
        assert run.marked[0].startswith("[ ] 15 Nov 2026, overdue by 7 days: Notify your new address")
        assert run.page_title == "Notify your new address"
        assert f"My card: {LABEL}" in run.status

        await run.press("enter")
        assert run.browse.page.has_focus
        await run.press("escape")
        assert run.browse.list.has_focus
        await run.press("escape")
        assert run.page_title == LABEL


async def test_change_and_remove_do_nothing_on_the_row_that_adds(session: Session) -> None:
    async with opened(session) as run:
        await run.press("6", "e", "r")

        assert not run.has_dialog


async def test_a_damaged_store_is_said_and_no_key_touches_it(damaged: Session, data_folder: Path) -> None:
    kept = (data_folder / STORE_NAME).read_bytes()
    async with opened(damaged) as run:
        await run.press("6")
        assert run.page_title == "Your data cannot be read"
        assert "is damaged and stays as it is" in run.page_words
        assert run.row_ids == ["+restore", "+erase"]

        await run.press("u", "U", "e", "r", "w", "t", "s", "space", "a")
        assert not run.has_dialog
        assert run.row_ids == ["+restore", "+erase"]

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
        assert dialog.lines["label"].has_focus


async def test_undo_says_what_it_took_back_and_when_there_is_nothing(session: Session) -> None:
    async with opened(session) as run:
        await run.press("4", "enter", "space", "6", "u")
        assert "Taken back" in run.notices
        assert "U brings it back" in run.notices

        await run.press("u")
        assert "nothing to take back" in run.notices
        assert "Taken back" not in run.notices


# What comes next on each card


def _caseload(session: Session) -> None:
    for label, ends in (("Later", date(2028, 3, 15)), ("Soon", date(2026, 12, 10)), ("Nobody", None)):
        status = CardStatus.SSW1 if ends else CardStatus.NONE
        session.tracker.add_card(label=label, status=status, expires=ends, employer=f"Farm {label}")
    for number in range(8):
        session.tracker.add_card(label=f"Worker {number}", status=CardStatus.SSW2, expires=date(2029, 1, 1 + number))


async def test_the_card_whose_turn_it_is_comes_first_and_each_says_what_comes(session: Session) -> None:
    _caseload(session)
    async with opened(session, (80, 24)) as run:
        await run.press("6")

        assert " ".join(run.marked[0].split()) == "! Soon until 10 Dec 2026 due in 18 days last day to apply"
        assert "Later until 15 Mar 2028 next in 388 days apply from" in run.words
        await run.press("s")
        assert "Sorted: the first end of stay first." in run.notices
        await run.press("s", "s")
        assert run.marked[0].split()[0] == "Later"
        await run.press("s")
        assert run.marked[0].split()[1] == "Soon"


async def test_space_marks_what_is_due_on_a_card_of_the_list_and_goes_to_the_next(session: Session) -> None:
    _caseload(session)
    async with opened(session) as run:
        await run.press("6")
        assert run.view.title == "My 11 cards, 1 due"
        await run.press("space")
        assert [list(file.done) for file in session.card_files() if file.done] == [
            [("extension-close", date(2026, 12, 10))]
        ]
        assert run.view.title == "My 11 cards, 0 due"
        assert "Done for Soon: Last day to apply" in run.notices
        assert "Soon" not in run.marked[0]

        await run.press("space")
        assert "Nothing is due on" in run.notices
        await run.press("u")
        assert run.view.title == "My 11 cards, 1 due"


async def test_words_narrow_the_cards_down_by_name_and_employer(session: Session) -> None:
    _caseload(session)
    async with opened(session) as run:
        await run.press("6", "f")
        await run.type("x")
        await run.press("backspace")
        await run.type("farm")
        assert len(run.row_ids) == 4
        assert run.app.query_one(CardView).list.chosen == run.row_ids[0]

        await run.type(" nobody")
        assert len(run.row_ids) == 2
        await run.press("enter", "escape")
        assert len(run.row_ids) == 12


async def test_few_cards_need_no_filter(seeded: Session) -> None:
    async with opened(seeded) as run:
        await run.press("6", "f")
        assert not run.browse.filter.display
        assert run.browse.list.has_focus


async def test_of_very_many_cards_those_whose_turn_it_is_are_listed_and_words_find_the_others(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ssw_tui.ui.views.card_rows.MOST", 5)
    monkeypatch.setattr("ssw_tui.ui.views.card_rows.EXACT", 5)
    _caseload(session)
    async with opened(session) as run:
        await run.press("6")
        assert run.marked[0].split()[1] == "Soon"
        assert "6 more cards" in run.words
        assert len(run.row_ids) == 7

        await run.press("end", "up", "enter")
        assert run.browse.filter.has_focus
        await run.type("worker 7")
        assert len(run.row_ids) == 2


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 36), (240, 60)])
async def test_every_size_shows_how_far_away_the_next_day_is(session: Session, size: tuple[int, int]) -> None:
    _caseload(session)
    async with opened(session, size) as run:
        await run.press("6")

        assert "! Soon" in run.marked[0]
        assert "until 10 Dec 2026" in run.marked[0]
        assert "in 18 days" in run.marked[0]


# One card, day by day


async def test_space_marks_a_day_as_done_and_goes_to_the_next_and_back(seeded: Session) -> None:
    async with opened(seeded) as run:
        await run.press("6", "enter", "space")
        [file] = seeded.card_files()
        assert file.done == {("address-move", date(2026, 11, 1)): TODAY}
        assert "Done: Notify your new address" in run.notices
        assert "First day to apply" in run.marked[0]
        [done] = [row for row in run.browse.list.rows if row.id == "day:address-move"]
        assert (done.lead, done.cells) == ("[x] ", ("15 Nov 2026, done: Notify your new address",))

        await run.press("u")
        [file] = seeded.card_files()
        assert file.done == {}
        await run.press("space", "space")
        assert len(seeded.card_files()[0].done) == 2


async def test_space_on_a_day_that_is_done_opens_it_again(seeded: Session) -> None:
    async with opened(seeded) as run:
        await run.press("6", "enter", "space")
        run.browse.list.choose("day:address-move")
        await run.settle()
        await run.press("space")

        assert seeded.card_files()[0].done == {}
        assert run.chosen == "day:address-move"


async def test_space_scrolls_where_a_page_is_read(seeded: Session) -> None:
    async with opened(seeded) as run:
        await run.press("6", "enter", "g", "enter", "space")

        await run.until(lambda: run.browse.page.scroll_y > 0)
        assert seeded.card_files()[0].done == {}


async def test_what_happened_is_recorded_with_three_keys_and_the_new_day_is_shown(seeded: Session) -> None:
    async with opened(seeded) as run:
        await run.press("6", "w", "2", "enter")
        await _closed(run)

        [file] = seeded.card_files()
        assert [(event.kind, event.on) for event in file.events][-1] == (EventKind.CONTRACT_ENDED, TODAY)
        assert "3 days follow from it, the first is 6 Dec 2026" in run.notices
        assert run.marked[0].startswith("[ ] 6 Dec 2026, in 14 days")
        await run.press("u")
        assert len(seeded.card_files()[0].events) == 1


async def test_what_was_recorded_can_be_removed(seeded: Session) -> None:
    async with opened(seeded) as run:
        await run.press("6", "enter")
        assert run.footer.startswith(" space done")

        await run.press("end")
        assert run.footer.startswith(" r remove")

        await run.press("r")
        assert seeded.card_files()[0].events == []
        assert "Removed: 1 Nov 2026: I moved to another home" in run.notices

        await run.press("u")
        assert len(seeded.card_files()[0].events) == 1


async def test_a_day_that_is_counted_cannot_be_removed(seeded: Session) -> None:
    async with opened(seeded) as run:
        await run.press("6", "enter", "r")

        assert not run.has_dialog
        assert "cannot be removed" in run.notices


@pytest.mark.parametrize(("answer", "notified"), [("1", True), ("2", False)])
async def test_a_leave_is_recorded_with_both_days_and_the_employers_notice(
    seeded: Session, answer: str, notified: bool
) -> None:
    async with opened(seeded) as run:
        await run.press("6", "w")
        run.dialog(EventDialog).list.choose("LeaveKind:sick")
        await run.settle()
        await run.press("enter")
        for day in ("2025-10-01", "2025-12-31"):
            await run.type(day)
            await run.press("enter")
        assert "form 3-4" in run.words
        await run.press(answer)
        await _closed(run)

        [leave] = seeded.card_files()[0].leaves
        assert (leave.first, leave.last, leave.notified) == (date(2025, 10, 1), date(2025, 12, 31), notified)
        assert run.chosen == "+years"


async def test_an_earlier_stay_is_recorded_and_the_five_years_are_shown(seeded: Session) -> None:
    async with opened(seeded) as run:
        await run.press("6", "w")
        run.dialog(EventDialog).list.choose("SpellKind:no1")
        await run.settle()
        await run.press("enter")
        await run.type("2021-04-01")
        await run.press("enter")
        await run.type("2022-03-31")
        await run.press("enter")
        await _closed(run)

        [spell] = seeded.card_files()[0].spells
        assert (spell.first, spell.last) == (date(2021, 4, 1), date(2022, 3, 31))
        assert run.page_title == "The five years of No.1"


async def test_one_key_shows_how_the_five_years_are_counted(seeded: Session) -> None:
    async with opened(seeded) as run:
        await run.press("6", "t")

        assert run.browse.page.has_focus
        assert run.page_title == "The five years of No.1"
        assert "505 days left" in run.page_words
        assert "How the five years were counted" in run.page_words


async def test_without_a_first_day_the_key_of_the_five_years_asks_for_it(session: Session) -> None:
    card = session.tracker.add_card(label="Example", status=CardStatus.SSW1, expires=date(2027, 3, 15))
    async with opened(session) as run:
        await run.press("6")
        assert "Five years not counted: the card gives no" in run.page_words
        await run.press("t")
        await run.type("2023-04-10")
        await run.press("enter")
        await _closed(run)

        assert "Five years until 10 Apr 2028, 1 year, 4 months and 19 days left" in run.page_words
        assert session.card_files()[0].card.id == card.id


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 36)])
async def test_the_page_of_a_card_shows_the_picture_of_the_stay(seeded: Session, size: tuple[int, int]) -> None:
    async with opened(seeded, size) as run:
        await run.press("6")

        said = run.page_words
        assert (
            said.index("Do now") < said.index("Your stay") < said.index("Next") < said.index("The five years of No.1")
        )
        for label in ("notify new address 15 Nov", "today 22 Nov", "apply from 15 Dec", "stay ends 15 Mar 2027"):
            assert label in said
        assert "Bring: Residence card (在留カード)" in said


async def test_wide_windows_show_the_days_beside_their_page(seeded: Session) -> None:
    async with opened(seeded, (120, 36)) as run:
        await run.press("6")
        assert run.browse.has_class("-stacked")
        await run.press("enter")

        assert not run.browse.has_class("-stacked")
        assert run.browse.list.region.right <= run.browse.page.region.x


# Nobody's card, nobody's data


async def test_somebody_abroad_is_added_with_one_key_and_shown_what_to_do(session: Session) -> None:
    async with opened(session) as run:
        await run.press("6", "enter", "ctrl+n")
        await _closed(run)

        [file] = session.card_files()
        assert (file.card.status, file.card.expires) == (CardStatus.NONE, None)
        assert "Before you have a card" in run.page_words
        await run.press("w", "1", "enter")
        await _closed(run)
        assert "Land in Japan with your certificate" in " ".join(run.marked)


async def test_what_happened_needs_a_card(session: Session) -> None:
    async with opened(session) as run:
        await run.press("6", "w")

        assert "Add a card first" in run.notices


async def test_the_overview_says_what_is_near_on_many_cards(session: Session) -> None:
    _caseload(session)
    async with opened(session) as run:
        assert "11 cards" in run.page_words
        assert "Soon, 10 Dec 2026: Last day to apply for an extension or a change [in 18 days]" in run.page_words
        assert "Worker" not in run.page_words


@pytest.mark.parametrize("cards", [0, 1])
async def test_a_full_disk_is_said_and_what_was_typed_is_there_again(
    session: Session, monkeypatch: pytest.MonkeyPatch, cards: int
) -> None:
    for _ in range(cards):
        session.tracker.add_card(label="First", status=CardStatus.SSW1, expires=date(2027, 3, 15))

    def full(*_: object, **__: object) -> None:
        raise DataUnavailableError("The disk is full.")

    monkeypatch.setattr(session.tracker, "add_card", full)
    async with opened(session) as run:
        await run.press("6", "a")
        if cards:
            await run.type("Second")
            await run.press("down", "down")
        await run.type("2028-03-15")
        await run.press("enter")
        await _closed(run)
        await run.until(lambda: "The disk is full" in run.notices)
        assert len(session.card_files()) == cards

        await run.press("a")
        assert "2028-03-15" in run.text
        assert not cards or "Second" in run.text
