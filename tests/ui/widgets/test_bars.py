"""The navigation line, the status line and the footer."""

import pytest

from ssw_tui.commands import VIEWS
from ssw_tui.ui.main_screen import GLOBAL_HINTS
from ssw_tui.ui.session import Session
from ssw_tui.ui.widgets.key_bar import MOST, KeyBar, KeyHint
from ssw_tui.ui.widgets.status_line import StatusLine
from tests.ui.opened import opened


@pytest.mark.parametrize("width", [60, 70, 80])
async def test_a_click_on_a_name_opens_its_view_and_the_name_is_whole(session: Session, width: int) -> None:
    async with opened(session, (width, 24)) as run:
        for view in reversed(VIEWS):
            await run.click(view.title, on=0)
            await run.until(lambda view=view: run.view.id == view.id)  # type: ignore[misc]

            assert f"[{view.key}{view.title}]" in run.navigation.replace(f"[{view.key} ", f"[{view.key}")
            assert all(other.title in run.navigation for other in VIEWS)


async def test_a_click_on_a_key_of_the_footer_runs_it(session: Session) -> None:
    async with opened(session) as run:
        await run.press("2", "down")
        await run.click("enter read", on=23)
        assert run.browse.page.has_focus

        await run.click("esc back", on=23)
        assert run.browse.list.has_focus

        await run.click("f filter", on=23)
        assert run.browse.filter.has_focus

        await run.click("F1 keys", on=23)
        assert type(run.app.screen).__name__ == "KeysDialog"


async def test_a_click_on_quit_leaves(session: Session) -> None:
    async with opened(session) as run:
        await run.click("q quit", on=23)

        await run.until(lambda: not run.app.is_running)


async def test_a_click_behind_the_last_key_does_nothing(session: Session) -> None:
    async with opened(session) as run:
        await run.click_at(79, 23)
        await run.click_at(79, 0)

        assert not run.has_dialog
        assert run.view.id == "overview"


async def test_the_footer_shows_only_whole_hints_and_at_most_seven(session: Session) -> None:
    hints = tuple(KeyHint(str(number), f"label-{number}", "app.back") for number in range(9))
    async with opened(session, (120, 24)) as run:
        run.app.query_one(KeyBar).hints = hints
        await run.settle()
        assert run.footer.count("label-") == MOST

        await run.resize(60, 24)
        assert run.footer.split() == [word for n in range(5) for word in (str(n), f"label-{n}")]


async def test_the_key_that_lists_all_keys_is_the_last_to_go(session: Session) -> None:
    own = tuple(KeyHint(str(number), f"label-{number}", "app.back") for number in range(MOST))
    async with opened(session, (60, 20)) as run:
        run.app.query_one(KeyBar).hints = (*own, *GLOBAL_HINTS)
        await run.settle()

        assert run.footer.split()[-2:] == ["?", "keys"]


def test_the_footer_offers_search_keys_help_and_the_way_out_everywhere() -> None:
    assert {"app.search", "app.keys", "app.help_lines", "app.quit"} <= {hint.action for hint in GLOBAL_HINTS}


async def test_the_status_line_puts_the_day_at_the_right(session: Session) -> None:
    async with opened(session) as run:
        bar = run.app.query_one(StatusLine)
        bar.title, bar.date_text = "在留", "Rules as of 1 Jan 2027"
        await run.settle()

        assert run.status == " 在留" + " " * (78 - 4 - 22) + "Rules as of 1 Jan 2027"


async def test_the_line_of_views_is_reached_from_a_quiz_question_and_opens_another_view(session: Session) -> None:
    async with opened(session) as run:
        await run.press("3", "tab")
        assert ">3 Quiz<" in run.navigation

        await run.press("right", "right")
        assert ">5 Risks<" in run.navigation
        await run.press("enter")

        assert run.app.view is not None
        assert run.app.view.id == "risks"
        await run.press("3")
        assert "What do you want to do?" in run.text


async def test_the_footer_names_the_keys_of_the_line_of_views_while_it_has_the_focus(session: Session) -> None:
    async with opened(session) as run:
        for view in VIEWS:
            await run.go(view.id)
            before = run.footer
            await run.act("app.views")
            assert run.footer.split()[:4] == ["←→", "view", "enter", "open"]
            assert "q quit" in run.footer

            assert run.view.first_focus is not None
            await run.focus(run.view.first_focus)
            await run.settle()
            assert run.footer == before

        await run.act("app.views")
        await run.click("←→ view", on=23)
        await run.click("enter open", on=23)
        assert run.view.id == VIEWS[0].id


async def test_the_line_of_views_goes_round(session: Session) -> None:
    async with opened(session) as run:
        await run.app.run_action("views")
        await run.press("left")

        assert ">7 Reference<" in run.navigation


async def test_the_title_stays_whole_when_the_day_can_be_said_in_fewer_words(session: Session) -> None:
    async with opened(session) as run:
        bar = run.app.query_one(StatusLine)
        bar.title, bar.date_text, bar.short_date_text = "Steps: what to do", "x" * 68, "Rules as of 23 Nov 2026"
        await run.settle()
        assert "Steps: what to do" in run.status
        assert run.status.rstrip().endswith("Rules as of 23 Nov 2026")
