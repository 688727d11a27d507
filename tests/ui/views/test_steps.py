from datetime import date
from pathlib import Path

import pytest

from ssw_tui.records.counter import CounterCard
from ssw_tui.records.document import Document
from ssw_tui.records.procedure import Procedure
from ssw_tui.tracker.records import CardStatus
from ssw_tui.tracker.tracker import Tracker
from ssw_tui.ui.dialogs.choose import ChooseDialog
from ssw_tui.ui.dialogs.file_name import FileNameDialog
from ssw_tui.ui.dialogs.plan import PlanDialog
from ssw_tui.ui.session import Session
from ssw_tui.ui.views.step_rows import ALL_CARDS, Place
from ssw_tui.ui.views.steps import StepsView
from ssw_tui.ui.widgets.choice_list import Row
from tests.sample import LABEL, PAPER, PROCEDURE, STEP
from tests.ui.conftest import NewSession
from tests.ui.opened import Opened, opened


async def _open(run: Opened, procedure: str = PROCEDURE) -> None:
    await run.go("steps")
    run.view_as(StepsView).open_procedure(procedure)
    await run.settle()


def _row(run: Opened, row_id: str) -> Row:
    return next(row for row in run.browse.list.rows if row.id == row_id)


def _sign(run: Opened, row_id: str = STEP) -> str:
    return _row(run, row_id).lead.strip()


def _ticked(run: Opened) -> int:
    """Count what is ticked off; a paper of two steps once."""
    return len({Place.of(row.id).tick for row in run.browse.list.rows if row.lead.strip() == "[x]"})


async def test_it_lists_every_procedure_with_its_number_of_steps(session: Session) -> None:
    async with opened(session) as run:
        await run.press("4")

        assert run.row_ids == [*session.library.all(Procedure), ALL_CARDS]
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
    async with opened(session, (120, 90)) as run:
        await _open(run)

        phases = [run.text.index(phase) for phase in ("1 Preparation", "2 Application", "3 Decision")]
        assert phases == sorted(phases)
        procedure = session.library.all(Procedure)[PROCEDURE]
        steps = [row for row in run.row_ids if not Place.of(row).kind]
        assert steps == [f"{PROCEDURE}/{step.id}" for step in procedure.steps]
        assert f"{PROCEDURE}/plan/leave-statement" in run.row_ids


async def test_space_ticks_a_step_off_and_takes_the_tick_back(session: Session) -> None:
    async with opened(session) as run:
        await _open(run)
        assert _sign(run) == "[ ]"

        await run.press("space")
        assert _sign(run) == "[x]"
        assert "[x]" in run.marked[0]
        assert ("step", STEP) in session.ticks()

        await run.press("space")
        assert _sign(run) == "[ ]"
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

        assert _ticked(run) == 2


async def test_the_list_shows_how_much_is_done(session: Session) -> None:
    async with opened(session) as run:
        await _open(run)
        await run.press("space", "down", "space", "escape")

        await run.sees("Extension of your stay", "1 of 4 steps, 1 of 23 papers")


async def test_the_ticks_of_the_sample_card_belong_to_it(seeded: Session, data_folder: Path) -> None:
    async with opened(seeded) as run:
        await _open(run)
        assert _ticked(run) == 2
        assert run.chosen == f"{PROCEDURE}/filing"
        await run.press("p", "space")

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
        assert _ticked(run) == 0
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
        assert not _ticked(run)
        assert run.app.is_running


async def test_with_several_cards_it_says_whose_check_marks_these_are(session: Session) -> None:
    for label in ("One", "Two"):
        session.tracker.add_card(label=label, status=CardStatus.NONE)
    async with opened(session) as run:
        await run.press("4", "enter")

        assert "Check marks of: One (w: another card)" in run.text
        await run.press("w")
        await run.sees("Whose steps?")
        await run.press("down", "enter")
        assert "Check marks of: Two" in run.text
        assert run.session.opened_card == run.session.tracker.cards()[1].id


# How much is done, and what comes next


async def test_a_line_says_how_much_is_done_and_what_comes_next(seeded: Session) -> None:
    async with opened(seeded) as run:
        await _open(run)
        await run.sees("1 of 4 steps, 1 of 25 papers done; next: Apply for the extension")

        await run.press("space")
        await run.sees("2 of 4 steps, 1 of 25 papers done; next: Wait, and know the special period")


async def test_a_step_that_is_ticked_off_says_which_of_its_papers_are_not(seeded: Session) -> None:
    async with opened(seeded) as run:
        await _open(run)
        await run.press("p")

        assert "Done ticked off; 1 of its papers not ticked off" in run.page_words


async def test_a_procedure_opens_at_the_first_step_that_is_not_done(seeded: Session) -> None:
    async with opened(seeded) as run:
        await _open(run)
        assert run.chosen == f"{PROCEDURE}/filing"
        await run.press("space", "escape", "enter")
        assert run.chosen == f"{PROCEDURE}/wait"


async def test_next_and_previous_go_from_step_to_step(session: Session) -> None:
    async with opened(session) as run:
        await _open(run)
        steps = [f"{PROCEDURE}/{step.id}" for step in session.library.all(Procedure)[PROCEDURE].steps]
        for step in steps[1:]:
            await run.press("n")
            assert run.chosen == step
        await run.press("n")
        assert run.chosen == steps[-1]
        await run.press("p")
        assert run.chosen == steps[-2]


@pytest.mark.parametrize(
    "procedure",
    [
        *("coe-from-abroad", "change-of-status-in-japan", "post-arrival", "extension-of-stay"),
        *("change-of-employer-or-field", "no1-to-no2", "permanent-residence", "leaving-japan"),
    ],
)
async def test_every_procedure_can_be_walked_to_its_end_and_is_done_after_a_new_start(
    session: Session, new_session: NewSession, procedure: str
) -> None:
    steps = session.library.all(Procedure)[procedure].steps
    async with opened(session) as run:
        await _open(run, procedure)
        for step in steps:
            assert run.chosen == f"{procedure}/{step.id}"
            assert run.page_title == step.title
            await run.press("space", "n")

    async with opened(new_session()) as run:
        await _open(run, procedure)
        assert all(_sign(run, f"{procedure}/{step.id}") == "[x]" for step in steps)
        await run.sees(f"{len(steps)} of {len(steps)} steps", "next: nothing, every step is ticked off")


# The days


async def test_a_step_shows_its_day_counted_from_the_card(seeded: Session) -> None:
    async with opened(seeded) as run:
        await _open(run)

        assert _row(run, f"{PROCEDURE}/filing").cells[0].endswith("\vfrom 15 Dec 2026, in 23 days, until 15 Mar 2027")
        await run.sees("Apply for the extension", "from 15 Dec 2026, in 23 days, until 15 Mar 2027")
        assert "from 3 months before the last day of the stay, which is 15 Mar 2027 (from the card)" in run.page_words


async def test_a_day_that_is_set_is_shown_and_kept_and_can_be_taken_back(
    session: Session, new_session: NewSession
) -> None:
    async with opened(session) as run:
        await _open(run, "leaving-japan")
        assert "(day not set)" in _row(run, "leaving-japan/tax").cells[0]
        await run.press("t")
        dialog = run.dialog(PlanDialog)
        await run.focus(dialog.lines["departure"])
        await run.type("令和9年5月1日")
        await run.press("enter")
        assert _row(run, "leaving-japan/card").cells[0].endswith("your plan: 1 May 2027, in 160 days")

    async with opened(new_session()) as run:
        await _open(run, "leaving-japan")
        assert _row(run, "leaving-japan/tax").cells[0].endswith("about 17 Apr 2027, in 146 days")
        await run.press("u")
        assert "Taken back: plan changed." in run.notices
        assert "(day not set)" in _row(run, "leaving-japan/tax").cells[0]
        await run.press("U")
        assert "Done again: plan changed." in run.notices
        assert "1 May 2027" in _row(run, "leaving-japan/card").cells[0]


async def test_days_belong_to_their_card(seeded: Session) -> None:
    other = seeded.tracker.add_card(label="Other", status=CardStatus.NONE)
    seeded.tracker.set_plan(other.id, "leaving-japan", {"departure": date(2027, 5, 1)})
    async with opened(seeded) as run:
        await _open(run, "leaving-japan")
        assert "(day not set)" in _row(run, "leaving-japan/tax").cells[0]
        await run.press("w", "down", "enter")
        assert "about 17 Apr 2027" in _row(run, "leaving-japan/tax").cells[0]


async def test_no_day_can_be_set_where_no_procedure_is_open(session: Session) -> None:
    async with opened(session) as run:
        await run.press("4", "t")
        assert "Open a procedure first" in run.notices
        await run.press("x")
        assert not run.has_dialog


# Field and home country


async def test_the_papers_of_the_chosen_field_are_listed_and_the_choice_is_kept(
    session: Session, new_session: NewSession
) -> None:
    ask, paper = f"{PROCEDURE}/filing/ask:field", f"{PROCEDURE}/filing/council-membership"
    async with opened(session) as run:
        await _open(run)
        assert ask in run.row_ids
        assert paper not in run.row_ids
        run.browse.list.choose(ask)
        await run.press("enter")
        await run.sees("Papers of which field?")
        await run.type("forestry")
        await run.press("enter")
        assert paper in run.row_ids
        assert ask not in run.row_ids

    async with opened(new_session()) as run:
        await _open(run)
        assert paper in run.row_ids
        await run.press("f", "end", "up")
        await run.type("no choice")
        await run.press("enter")
        assert paper not in run.row_ids


async def test_a_card_says_which_field_it_is(seeded: Session) -> None:
    async with opened(seeded) as run:
        await _open(run)

        assert f"{PROCEDURE}/filing/council-membership" in run.row_ids


async def test_the_steps_of_the_own_country_are_listed_when_it_is_chosen(session: Session) -> None:
    key = "coe-from-abroad/home-rules"
    async with opened(session) as run:
        await _open(run, "coe-from-abroad")
        run.browse.list.choose(f"{key}/ask:country")
        await run.settle()
        assert run.page_title == "Home countries"
        await run.press("enter")
        await run.sees("Steps of which country?")
        rows = [row.id for row in run.dialog(ChooseDialog).list.rows]
        await run.press(*["down"] * rows.index("viet-nam"), "enter")
        run.browse.list.choose(f"{key}/country:viet-nam")
        await run.settle()

        assert run.page_title == "Viet Nam"


async def test_a_paper_of_another_field_that_a_search_found_is_read_all_the_same(seeded: Session) -> None:
    papers = seeded.library.all(Document).values()
    paper = next(paper for paper in papers if paper.fields and "agriculture" not in paper.fields)
    async with opened(seeded) as run:
        await run.app.open_record("document", paper.id)
        await run.settle()
        assert run.page_title == paper.name
        assert run.chosen is not None
        assert run.chosen.endswith(f"/{paper.id}")

        row = run.chosen
        await run.press("escape", "enter")
        assert row not in run.row_ids


# At the counter


async def test_a_card_to_show_takes_the_whole_window_and_comes_back(session: Session) -> None:
    step = session.library.all(Procedure)[PROCEDURE].steps[1]
    async with opened(session) as run:
        await _open(run)
        await run.press("n", "c")
        first, second = (session.library.all(CounterCard)[card] for card in step.counter_cards[:2])
        await run.sees(first.title, first.sentences[0].ja, first.sentences[0].english)
        assert "Overview" not in run.text
        await run.press("right")
        await run.sees(second.title, f"2 of {len(step.counter_cards)}")
        await run.press("left", "escape")
        assert not run.has_dialog
        assert run.chosen == f"{PROCEDURE}/filing"


async def test_enter_on_a_card_to_show_opens_that_one(session: Session) -> None:
    step = session.library.all(Procedure)[PROCEDURE].steps[1]
    async with opened(session) as run:
        await _open(run)
        run.browse.list.choose(f"{PROCEDURE}/filing/show:{step.counter_cards[-1]}")
        await run.press("enter")

        await run.sees(session.library.all(CounterCard)[step.counter_cards[-1]].sentences[0].ja)


async def test_a_step_without_a_counter_says_so(session: Session) -> None:
    async with opened(session) as run:
        await _open(run, "coe-from-abroad")
        await run.press("c")

        assert "No counter belongs to this step." in run.notices
        assert not run.has_dialog


async def test_all_cards_to_show_are_reached_from_the_list_of_procedures(session: Session) -> None:
    async with opened(session) as run:
        await run.press("4", "end")
        assert run.page_title == "What to say at the counter"
        await run.press("enter")
        await run.type("any counter")
        await run.press("enter")

        await run.sees(f"1 of {len(session.library.all(CounterCard))}")


# To a file


@pytest.mark.parametrize(
    ("choice", "name", "is_own"),
    [
        (0, "extension-of-stay.html", True),
        (1, "extension-of-stay.md", True),
        (2, "extension-of-stay.html", False),
        (3, "extension-of-stay.md", False),
    ],
)
async def test_a_procedure_is_written_to_a_private_file_with_or_without_what_is_personal(
    seeded: Session, tmp_path: Path, choice: int, name: str, is_own: bool
) -> None:
    async with opened(seeded) as run:
        await _open(run)
        await run.press("x", *["down"] * choice, "enter")
        line = run.dialog(FileNameDialog).input
        assert Path(line.value).name == name
        line.value = str(tmp_path / name)
        await run.press("enter")
        assert not run.has_dialog

    written = (tmp_path / name).read_text(encoding="utf-8")
    assert (tmp_path / name).stat().st_mode & 0o077 == 0
    assert "Apply for the extension" in written
    assert "在留期間の更新をお願いします。" in written
    for personal in (LABEL, "15 Dec 2026", "15 Mar 2027"):
        assert (personal in written) == is_own, personal
    assert ("[x] " in written) == is_own


async def test_the_footer_names_what_the_row_is_for(session: Session) -> None:
    async with opened(session) as run:
        await _open(run, "coe-from-abroad")
        hints = {"": "space done", "show": "enter show", "ask": "enter choose"}
        for row_id in run.row_ids:
            kind = Place.of(row_id).kind
            if kind in hints:
                run.browse.list.choose(row_id)
                await run.settle()
                assert hints[kind] in run.footer, row_id

        await run.act("read")
        assert "space" not in run.footer
        assert run.footer.strip().startswith("esc back")
        assert "? keys" in run.footer


async def test_a_choice_leads_to_what_it_has_brought(session: Session) -> None:
    async with opened(session) as run:
        await _open(run, "coe-from-abroad")
        run.browse.list.choose("coe-from-abroad/home-rules/ask:country")
        await run.press("enter")
        await run.type("viet")
        await run.press("enter")
        assert run.chosen == "coe-from-abroad/home-rules/country:viet-nam"

        run.browse.list.choose("coe-from-abroad/coe-filing/ask:field")
        await run.press("enter")
        await run.type("agri")
        await run.press("enter")
        assert run.chosen == "coe-from-abroad/coe-filing"

        await run.press("escape")
        await run.sees("With the papers of: Agriculture")
