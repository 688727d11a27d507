from datetime import date

import pytest

from ssw_tui.records.support import EmployerNotice, SupportDuty, SupportPart
from ssw_tui.tracker.records import CardStatus, TickKind
from ssw_tui.tracker.tracker import Tracker
from ssw_tui.ui.session import Session
from ssw_tui.ui.views.tabbed import TabbedView
from tests.ui.conftest import NewSession
from tests.ui.opened import LARGE, SMALL, Opened, opened

SIZES = (SMALL, LARGE, (60, 20))


async def _open(run: Opened, row_id: str | None = None) -> None:
    await run.go("risks")
    run.view_as(TabbedView).show_tab("support", row_id)
    await run.settle()


def _row(run: Opened, title: str) -> str:
    return next(line for line in run.lines if title in line)


async def test_it_lists_everything_and_each_question_under_its_owner(session: Session) -> None:
    async with opened(session) as run:
        await _open(run)
        library = session.library

        listed = {*library.all(SupportDuty), *library.all(SupportPart), *library.all(EmployerNotice)}
        assert listed <= set(run.row_ids)
        for duty in library.all(SupportDuty).values():
            place = run.row_ids.index(duty.id)
            asked = [question.id for question in duty.questions]
            assert run.row_ids[place + 1 : place + 1 + len(asked)] == asked


@pytest.mark.parametrize("size", SIZES)
async def test_it_is_a_tab_of_the_risks_reached_by_the_arrows(session: Session, size: tuple[int, int]) -> None:
    async with opened(session, size) as run:
        await run.press("5")
        view = run.view_as(TabbedView)
        for _ in view.tabs:
            if view.tab.id != "support":
                await run.press("right")

        assert "[What you are owed]" in run.text
        assert "0 of 21 received" in run.words
        assert "space got it" not in run.footer
        await run.press("down", "down", "down")
        assert "space got it" in run.footer


async def test_every_row_has_a_page(session: Session) -> None:
    async with opened(session) as run:
        await _open(run)

        for row_id in run.row_ids:
            assert run.browse.page_for(row_id).blocks


async def test_space_ticks_a_question_off_and_takes_the_tick_back(session: Session) -> None:
    async with opened(session) as run:
        await _open(run, "plan-copy")
        assert "[ ]" in _row(run, "A copy of the plan")

        await run.press("space")
        assert "[x]" in _row(run, "A copy of the plan")
        assert ("support", "plan-copy") in session.ticks()
        assert "1 of 21 received" in run.words
        assert run.chosen == "plan-copy"
        assert "You ticked this: received." in run.page_words

        await run.press("space")
        assert "[ ]" in _row(run, "A copy of the plan")
        assert not session.ticks()


@pytest.mark.parametrize("row_id", ["checklist", "housing", "who-pays", "annual-report"])
async def test_space_does_nothing_on_what_is_no_question(session: Session, row_id: str) -> None:
    async with opened(session) as run:
        await _open(run, row_id)
        await run.press("space")

        assert not session.ticks()
        assert run.chosen == row_id


async def test_space_scrolls_a_page_that_is_read_and_ticks_nothing(session: Session) -> None:
    async with opened(session) as run:
        await _open(run, "plan-copy")
        await run.press("enter", "space")

        assert run.browse.page.has_focus
        assert not session.ticks()


async def test_ticks_are_there_after_a_new_start(session: Session, new_session: NewSession) -> None:
    async with opened(session) as run:
        await _open(run, "plan-copy")
        await run.press("space", "down", "space")

    async with opened(new_session()) as run:
        await _open(run)

        assert "2 of 21 received" in run.words
        assert "Received" in run.page_words


async def test_ticks_belong_to_the_card(seeded: Session) -> None:
    async with opened(seeded) as run:
        await _open(run, "meetings-held")
        await run.press("space")

    with Tracker(seeded.data_folder) as tracker:
        [card] = tracker.cards()
        assert [tick.key for tick in tracker.ticks(card.id) if tick.kind is TickKind.SUPPORT] == ["meetings-held"]
        assert tracker.ticks(None) == []


async def test_with_several_cards_it_says_whose_check_marks_these_are(session: Session) -> None:
    for label in ("One", "Two"):
        session.tracker.add_card(label=label, status=CardStatus.NONE)
    async with opened(session) as run:
        await _open(run)

        assert "Check marks of: One" in run.text


@pytest.mark.parametrize(("status", "told"), [(CardStatus.SSW1, False), (CardStatus.SSW2, True)])
async def test_a_card_with_no2_is_told_that_nobody_owes_it(session: Session, status: CardStatus, told: bool) -> None:
    session.tracker.add_card(label="Card", status=status, expires=date(2027, 3, 15))
    async with opened(session) as run:
        await _open(run, "checklist")

        assert ("Your card says No.2" in run.page_words) is told


async def test_the_filter_finds_a_duty_by_what_people_call_it(session: Session) -> None:
    async with opened(session) as run:
        await _open(run)
        await run.press("f")
        await run.type("面談")

        assert run.row_ids[0] == "meetings-and-reporting"
        assert {"housing", "annual-report"}.isdisjoint(run.row_ids)


@pytest.mark.parametrize(
    ("kind", "record_id"),
    [("support-duty", "housing"), ("support-part", "checklist"), ("employer-notice", "annual-report")],
)
async def test_what_a_search_found_opens_at_its_row(session: Session, kind: str, record_id: str) -> None:
    async with opened(session) as run:
        await run.app.open_record(kind, record_id)
        await run.settle()

        assert run.view.id == "risks"
        assert run.view_as(TabbedView).tab.id == "support"
        assert run.chosen == record_id


async def test_a_tick_that_cannot_be_kept_is_said_and_not_shown(damaged: Session) -> None:
    async with opened(damaged) as run:
        await _open(run, "plan-copy")
        await run.press("space")

        await run.until(lambda: "is damaged and stays as it is" in run.notices)
        assert "[x]" not in run.text
