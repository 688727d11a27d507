from textual import events

from ssw_tui.ui.session import Session
from ssw_tui.ui.views.reference import ReferenceView
from tests.ui.opened import opened


async def test_with_the_mouse_alone_one_reads_a_field_searches_and_looks_up_a_word(session: Session) -> None:
    async with opened(session) as run:
        await run.click("2 Fields", on=0)
        await run.click("Aviation Industry")
        assert run.chosen == "aviation"
        assert run.page_title.startswith("Aviation")

        await run.click("/ search", on=23)
        assert run.has_dialog
        await run.click_at(1, 1)
        assert not run.has_dialog

        await run.click("7 Reference", on=0)
        await run.click("Words", on=2)
        assert run.view_as(ReferenceView).tab.id == "terms"


async def test_with_the_mouse_alone_a_card_is_added_and_its_steps_are_opened(session: Session) -> None:
    async with opened(session) as run:
        await run.click("6 My card", on=0)
        await run.click("a add", on=23)
        await run.click("I have no card yet")
        await run.until(lambda: not run.has_dialog)
        assert len(session.card_files()) == 1

        await run.click("4 Steps", on=0)
        await run.click("Leaving Japan")
        assert "Leaving Japan" in run.status
        await run.click("space done", on=23)
        assert session.ticks()
        await run.click("esc back", on=23)
        assert "Steps: what to do" in run.status


async def test_a_click_on_the_row_in_focus_reads_it(session: Session) -> None:
    async with opened(session) as run:
        await run.press("5", "down")
        row = run.marked[0].strip()
        await run.click(row[:30])

        assert run.browse.page.has_focus


async def test_the_wheel_scrolls_the_page_under_the_pointer(session: Session) -> None:
    async with opened(session, (120, 36)) as run:
        await run.press("2", "right")
        page = run.browse.page
        column, row = page.region.x + 5, page.region.y + 5
        wheel = events.MouseScrollDown(None, column, row, 0, 1, 0, False, False, False, column, row)
        run.app.post_message(wheel)

        await run.until(lambda: page.scroll_offset.y > 0)
        assert run.browse.list.has_focus
