from datetime import date

import pytest

from ssw_tui.records.reference import OverviewSection
from ssw_tui.ui.session import Session
from ssw_tui.ui.views.quiz import QuizView
from tests.conftest import TODAY
from tests.sample import LABEL
from tests.ui.conftest import NewSession
from tests.ui.opened import opened

SIDE_JOB = {"goal": "side-job", "location": "in-japan", "status": "ssw1", "second-workplace": "same-employer"}
"""A short quiz: its questions in order, with answers that leave none open."""


async def test_without_a_card_it_says_so_and_where_to_begin(session: Session) -> None:
    async with opened(session) as run:
        assert "No card is saved yet." in run.text
        for place in ("6 My card", "3 Quiz", "4 Steps"):
            assert place in run.text


async def test_with_a_card_it_says_where_the_person_stands(seeded: Session) -> None:
    async with opened(seeded) as run:
        assert LABEL in run.text
        assert "15 Mar 2027 (113 days left)" in run.text
        assert "No card is saved yet." not in run.text


async def test_every_section_has_its_page(session: Session) -> None:
    async with opened(session) as run:
        titles = []
        for _ in run.row_ids:
            titles.append(run.page_title)
            await run.press("down")

        assert len(set(titles)) == len(run.row_ids) == len(session.library.all(OverviewSection)) + 2


async def test_enter_reads_a_section_and_escape_returns(session: Session) -> None:
    async with opened(session) as run:
        await run.press("down", "enter")
        assert run.browse.page.has_focus

        await run.press("escape")
        assert run.browse.list.has_focus
        assert run.chosen == run.row_ids[1]


async def test_enter_on_where_you_stand_opens_the_card(session: Session) -> None:
    async with opened(session) as run:
        await run.press("enter")

        await run.until(lambda: run.view.id == "card")


async def test_enter_on_the_guide_opens_the_guide(session: Session) -> None:
    async with opened(session) as run:
        await run.press("G", "enter")

        await run.until(lambda: run.view.id == "reference")
        assert "[Guide]" in run.text


async def test_it_counts_from_a_chosen_day(seeded: Session) -> None:
    async with opened(seeded) as run:
        run.session.chosen_day = date(2027, 3, 14)
        run.app.refresh_views()
        await run.settle()

        assert "15 Mar 2027 (1 day left)" in run.text


async def test_a_card_that_was_changed_elsewhere_is_shown_when_the_view_is_opened_again(seeded: Session) -> None:
    async with opened(seeded) as run:
        await run.press("6", "r", "1")
        await run.until(lambda: not run.has_dialog)
        await run.press("1")

        await run.sees("No card is saved yet.")


async def test_a_quiz_that_is_answered_to_its_end_is_shown_at_once(session: Session) -> None:
    async with opened(session) as run:
        await run.go("quiz")
        view = run.view_as(QuizView)
        await run.until(lambda: view.list.has_focus)
        for question, answer in SIDE_JOB.items():
            await run.until(lambda question=question: view.question and view.question.id == question)  # type: ignore[misc]
            view.list.choose(answer)
            await run.press("enter")
        await run.until(lambda: view.question is None)

        await run.go("overview")

        assert "Your last quiz" in run.browse.page.text


async def test_a_damaged_store_shows_its_sentence(damaged: Session) -> None:
    async with opened(damaged) as run:
        assert "is damaged and stays as it is" in run.page_words
        assert "ssw-tui restore FILE" in run.page_words


async def test_what_changed_since_the_last_look_leads_to_the_changes_of_its_day(
    seeded: Session, new_session: NewSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ssw_tui.ui.app.LOOK_SECONDS", 0.001)
    seeded.keeps_look, seeded.seen_until = True, date(2026, 9, 30)
    seeded.changes_between = (date(2019, 1, 1), date(2020, 1, 1))
    async with opened(seeded) as run:
        assert "Changed since you last looked, on 30 Sep 2026" in run.page_words

        await run.press("v")
        await run.until(lambda: run.view.id == "reference" and run.chosen)
        assert run.page_words.startswith("Fee for a change or an extension")
        assert "[Changes]" in run.text
        assert new_session().seen_until == TODAY
