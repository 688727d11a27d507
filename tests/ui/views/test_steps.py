from pathlib import Path

import pytest

from ssw_tui.records.procedure import Procedure
from ssw_tui.tracker.records import CardStatus
from ssw_tui.tracker.tracker import Tracker
from ssw_tui.ui.session import Session
from ssw_tui.ui.views.steps import StepsView
from tests.sample import PAPER, PROCEDURE, STEP
from tests.ui.conftest import NewSession
from tests.ui.opened import Opened, opened


async def _open(run: Opened, procedure: str = PROCEDURE) -> None:
    await run.go("steps")
    run.view_as(StepsView).open_procedure(procedure)
    await run.settle()


def _row(run: Opened, title: str) -> str:
    return next(line for line in run.lines if title in line)


async def test_it_lists_every_procedure_with_its_number_of_steps(session: Session) -> None:
    async with opened(session) as run:
        await run.press("4")

        assert run.row_ids == list(session.library.all(Procedure))
        assert "Extension of your stay  (4 steps)" in run.text


async def test_enter_opens_a_procedure_and_escape_comes_back_to_it(session: Session) -> None:
    async with opened(session) as run:
        await run.press("4", "down", "enter")
        procedure = list(session.library.all(Procedure).values())[1]
        assert procedure.title in run.status
        assert "1 Preparation" in run.text
        assert run.chosen == f"{procedure.id}/{procedure.steps[0].id}"

        await run.press("escape")
        assert "Steps: what to do" in run.status
        assert run.chosen == procedure.id


async def test_a_procedure_shows_its_steps_in_phases_with_their_papers(session: Session) -> None:
    async with opened(session, (120, 60)) as run:
        await _open(run)

        phases = [run.text.index(phase) for phase in ("1 Preparation", "2 Application", "3 Decision")]
        assert phases == sorted(phases)
        procedure = session.library.all(Procedure)[PROCEDURE]
        steps = [row for row in run.row_ids if row.count("/") == 1]
        assert steps == [f"{PROCEDURE}/{step.id}" for step in procedure.steps]
        assert f"{PROCEDURE}/plan/leave-statement" in run.row_ids


async def test_space_ticks_a_step_off_and_takes_the_tick_back(session: Session) -> None:
    async with opened(session) as run:
        await _open(run)
        title = "Check your total time"
        assert "[ ]" in _row(run, title)

        await run.press("space")
        assert "[x]" in _row(run, title)
        assert ("step", STEP) in session.ticks()

        await run.press("x")
        assert "[ ]" in _row(run, title)
        assert not session.ticks()


async def test_a_paper_is_ticked_off_by_itself(session: Session) -> None:
    async with opened(session) as run:
        await _open(run)
        await run.press("down", "space")

        assert session.ticks() == {("document", PAPER)}
        assert "[x]" in run.marked[0]


async def test_the_row_in_focus_stays_when_it_is_ticked_off(session: Session) -> None:
    async with opened(session) as run:
        await _open(run)
        await run.press("down", "down", "space")
        chosen = run.chosen

        assert chosen == run.row_ids[2]
        await run.press("down")
        assert run.chosen == run.row_ids[3]


async def test_ticks_are_there_after_a_new_start(session: Session, new_session: NewSession) -> None:
    async with opened(session) as run:
        await _open(run)
        await run.press("space", "down", "space")

    async with opened(new_session()) as run:
        await _open(run)

        assert run.text.count("[x]") == 2


async def test_the_list_shows_how_much_is_done(session: Session) -> None:
    async with opened(session) as run:
        await _open(run)
        await run.press("space", "escape")

        assert "Extension of your stay  (1 of 4 done)" in run.text


async def test_the_ticks_of_the_sample_card_belong_to_it(seeded: Session, data_folder: Path) -> None:
    async with opened(seeded) as run:
        await _open(run)
        assert run.text.count("[x]") == 2
        await run.press("space")

    with Tracker(data_folder) as tracker:
        [card] = tracker.cards()
        assert [tick.key for tick in tracker.ticks(card.id)] == [PAPER]
        assert tracker.ticks(None) == []


async def test_ticks_belong_to_the_card_that_was_opened_last(seeded: Session, data_folder: Path) -> None:
    second = seeded.tracker.add_card(label="Second card", status=CardStatus.NONE)
    async with opened(seeded) as run:
        await run.press("6", "down")
        assert run.chosen == second.id
        await run.press("enter", "escape")
        await _open(run)
        assert run.text.count("[x]") == 0
        await run.press("space")

    with Tracker(data_folder) as tracker:
        assert [tick.key for tick in tracker.ticks(second.id)] == [STEP]


async def test_enter_reads_a_step_and_a_paper(session: Session) -> None:
    async with opened(session) as run:
        await _open(run)
        step = session.library.all(Procedure)[PROCEDURE].steps[0]
        await run.press("enter")
        assert run.browse.page.has_focus
        assert run.page_title == step.title

        await run.press("escape", "down", "enter")
        assert run.page_title != step.title
        assert run.page_title in run.text


async def test_space_does_nothing_where_no_procedure_is_open(session: Session) -> None:
    async with opened(session) as run:
        await run.press("4", "space")

        assert not session.ticks()
        assert run.chosen == run.row_ids[0]


async def test_space_scrolls_a_step_that_is_read_and_ticks_nothing(session: Session) -> None:
    async with opened(session) as run:
        await _open(run)
        await run.press("enter", "space")

        assert not session.ticks()


@pytest.mark.parametrize(
    ("kind", "record", "row"),
    [
        ("procedure", PROCEDURE, STEP),
        ("document", "leave-statement", f"{STEP}/leave-statement"),
    ],
)
async def test_what_a_search_found_opens_at_its_row(session: Session, kind: str, record: str, row: str) -> None:
    async with opened(session) as run:
        await run.app.open_record(kind, record)
        await run.settle()

        assert run.view.id == "steps"
        assert run.chosen == row


async def test_a_tick_that_cannot_be_kept_is_said_and_not_shown(damaged: Session) -> None:
    async with opened(damaged) as run:
        await _open(run)
        await run.press("space")

        await run.until(lambda: "is damaged and stays as it is" in run.notices)
        assert "[x]" not in run.text
        assert run.app.is_running


async def test_with_several_cards_it_says_whose_check_marks_these_are(session: Session) -> None:
    for label in ("One", "Two"):
        session.tracker.add_card(label=label, status=CardStatus.NONE)
    async with opened(session) as run:
        await run.press("4", "enter")

        assert "Check marks of: One" in run.text
