import pytest
from textual.app import App

from ssw_tui.output.kind_words import KIND_WORD
from ssw_tui.output.pages.reference import THEME_WORD
from ssw_tui.records.reference import Link
from ssw_tui.ui import links
from ssw_tui.ui.dialogs.counter import CounterDialog
from ssw_tui.ui.places import PLACES
from ssw_tui.ui.session import Session
from ssw_tui.ui.views.reference import ReferenceView
from ssw_tui.ui.views.tabs import CHANGES, TABS
from tests.ui.opened import Opened, opened


def _open_tab(run: Opened) -> str:
    return run.view_as(ReferenceView).tab.id


async def test_right_and_left_go_through_all_tabs(session: Session) -> None:
    async with opened(session) as run:
        await run.press("7")
        seen = []
        for tab in TABS:
            seen.append(_open_tab(run))
            assert f"[{tab.title}]" in run.lines[2]
            await run.until(lambda tab=tab: run.row_ids == list(tab.records(session)))  # type: ignore[misc]
            assert run.chosen == run.row_ids[0] or tab.id == "changes"
            await run.press("right")

        assert seen == [tab.id for tab in TABS]
        assert _open_tab(run) == TABS[0].id
        await run.press("left")
        assert _open_tab(run) == TABS[-1].id
        await run.press("right")
        assert _open_tab(run) == TABS[0].id


@pytest.mark.parametrize("width", [60, 80])
async def test_a_click_opens_a_tab(session: Session, width: int) -> None:
    async with opened(session, (width, 24)) as run:
        await run.press("7")
        for tab in reversed(TABS):
            row = next(place for place, line in enumerate(run.lines) if tab.title in line and place > 1)
            await run.click(tab.title, on=row)
            assert _open_tab(run) == tab.id


async def test_every_record_of_every_tab_has_a_page(session: Session) -> None:
    async with opened(session) as run:
        for tab in TABS:
            await run.act(f"app.open('reference', '{tab.id}')")
            await run.until(lambda: run.row_ids)
            for row in run.row_ids:
                page = run.browse.page_for(row)
                assert page.title, row
                assert page.blocks, row


async def test_enter_reads_a_record_and_escape_returns(session: Session) -> None:
    async with opened(session) as run:
        await run.press("7", "down", "enter")
        assert run.browse.page.has_focus
        assert run.page_title in run.text
        assert "What can go wrong (Risks)" in run.text

        await run.press("escape")
        assert run.browse.list.has_focus
        assert run.chosen == run.row_ids[1]


async def test_the_filter_works_in_each_tab_and_is_emptied_by_another_tab(session: Session) -> None:
    async with opened(session) as run:
        await run.press("7", "right", "f")
        whole = len(run.row_ids)
        await run.type("zairyu")
        assert 0 < len(run.row_ids) < whole
        assert "zairyū" in run.text

        await run.press("down", "right")
        assert run.browse.filter.value == ""
        assert run.row_ids == list(TABS[2].records(session))


async def test_where_nothing_fits_it_says_so(session: Session) -> None:
    async with opened(session) as run:
        await run.press("7", "f")
        await run.type("xyzzy")

        assert run.row_ids == []
        assert 'Nothing found for "xyzzy"' in run.text
        assert "Escape empties the filter" in run.text


async def test_arrows_in_the_filter_move_in_its_text(session: Session) -> None:
    async with opened(session) as run:
        await run.press("7", "f")
        await run.type("stay")
        await run.press("left", "right")

        assert _open_tab(run) == TABS[0].id


async def test_o_opens_and_y_copies_the_address_of_a_link(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(App, "open_url", lambda _, url: asked.append(url))
    monkeypatch.setattr(links, "has_browser", lambda: True)
    async with opened(session) as run:
        await run.act("app.open('reference', 'links')")
        link = run.row_ids[0]
        await run.press("o", "y")

        assert len(asked) == 1
        assert asked[0].startswith("https://")
        assert asked[0] == session.library.all(Link)[link].address
        assert run.app.clipboard == asked[0]
        assert "Sent to the terminal's clipboard" in " ".join(notice.title for notice in run.app._notifications)

        monkeypatch.setattr(links, "has_browser", lambda: False)
        await run.press("down", "o")
        assert len(asked) == 1
        assert run.app.clipboard == session.library.all(Link)[run.row_ids[1]].address
        assert "No browser here" in " ".join(notice.title for notice in run.app._notifications)


async def test_o_and_y_do_nothing_where_there_is_no_address(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(App, "open_url", lambda _, url: asked.append(url))
    async with opened(session) as run:
        await run.press("7", "o", "y")

        assert not asked
        assert run.app.clipboard == ""


async def test_the_day_changes_the_tab_in_place(session: Session) -> None:
    async with opened(session) as run:
        await run.press("7", "right", "down", "down")
        chosen = run.chosen

        run.app.refresh_views()
        await run.settle()

        assert (_open_tab(run), run.chosen) == (TABS[1].id, chosen)


async def _open_changes(run: Opened) -> None:
    await run.act("app.open('reference', 'changes')")
    await run.until(lambda: run.row_ids)


async def test_changes_stand_newest_first_with_the_focus_on_the_newest_in_force(session: Session) -> None:
    async with opened(session) as run:
        await _open_changes(run)
        days = [row.split("/")[0] for row in run.row_ids]
        assert days == sorted(days, reverse=True)
        assert days[0] > "2026-11-22" > days[-1]
        assert run.chosen == "2026-10-01/Fee for a change or an extension"
        assert "Fee for a change or an extension" in run.page_title

        headings = [row.cells[0] for row in run.browse.list.rows if row.heading]
        assert headings[:2] == ["Still to come", "2026"]
        assert headings[-1] == "2019"


async def test_changes_are_listed_between_two_days(session: Session) -> None:
    async with opened(session) as run:
        await _open_changes(run)
        await run.press("b")
        await run.type("2026-04-13")
        await run.press("enter")
        await run.type("2026-08-20")
        await run.press("enter")
        await run.until(lambda: not run.has_dialog)

        days = [row.split("/")[0] for row in run.row_ids]
        assert days[0] == "2026-08-20"
        assert days[-1] == "2026-04-13"

        await run.press("b")
        assert "2026-08-20" in run.text
        await run.press("escape")
        assert len(run.row_ids) == len(days)


async def test_days_the_wrong_way_round_and_no_days_are_refused_in_words(session: Session) -> None:
    async with opened(session) as run:
        await _open_changes(run)
        await run.press("b")
        await run.type("2026-08-21")
        await run.press("enter")
        await run.type("2026-08-20")
        await run.press("enter")
        assert "The first day comes after the last one." in run.text

        await run.press("backspace", "x", "enter")
        assert run.has_dialog
        assert "2026-08-2x" in run.text


async def test_v_opens_the_rule_in_which_a_change_is_told(session: Session) -> None:
    async with opened(session) as run:
        await _open_changes(run)
        await run.press("v")

        assert _open_tab(run) == "rules"
        assert run.chosen == "fee-change-extension-2026"

        await run.press("b")
        assert not run.has_dialog


async def test_v_opens_what_a_page_names_after_asking_which(session: Session) -> None:
    async with opened(session) as run:
        await run.act("app.open('answer', 'stay-ends-soon')")
        await run.press("v")
        await run.until(lambda: run.has_dialog)
        assert "Steps: Extension of your stay" in run.words
        assert "Risk: Validity of your stay" in run.words
        assert "Help line: Immigration Information Center" in run.words

        await run.press("enter")
        await run.until(lambda: run.view.id == "steps" and not run.has_dialog)
        assert str(run.chosen).startswith("extension-of-stay/")


async def test_escape_in_the_choice_of_what_a_page_names_opens_nothing(session: Session) -> None:
    async with opened(session) as run:
        await run.act("app.open('answer', 'stay-ends-soon')")
        await run.press("v", "escape")
        assert not run.has_dialog
        assert (run.view.id, run.chosen) == ("reference", "stay-ends-soon")


async def test_v_opens_the_only_record_that_a_page_names_at_once(session: Session) -> None:
    async with opened(session) as run:
        await run.act("app.open('link', 'isa-coe')")
        await run.press("v")
        await run.until(lambda: _open_tab(run) == "sources" and run.chosen == "isa-16-1-html")
        assert "What rests on it" in run.text


async def test_where_a_page_names_nothing_v_says_so(session: Session) -> None:
    async with opened(session) as run:
        await run.act("app.open('link', 'guide-ssw-portal')")
        await run.press("v")
        assert not run.has_dialog
        assert "names nothing that can be opened" in " ".join(one.message for one in run.app._notifications)


async def test_every_record_that_a_page_points_to_has_a_place(session: Session) -> None:
    async with opened(session) as run:
        named = set()
        for tab in TABS:
            await run.act(f"app.open('reference', '{tab.id}')")
            await run.until(lambda: run.row_ids)
            for row in run.row_ids:
                named |= {pointer.kind for pointer in run.browse.page_for(row).pointers}
        assert {"rule", "source", "procedure", "risk", "help-line", "term"} <= named <= set(KIND_WORD)
        assert named - {"help-line"} <= set(PLACES)


async def test_sources_are_read_beside_the_screen_and_say_what_rests_on_them(session: Session) -> None:
    async with opened(session) as run:
        await run.act("app.open('source', 'isa-support-guideline')")
        await run.until(lambda: run.chosen == "isa-support-guideline")
        await run.press("enter")
        assert "What rests on it:" in run.text
        assert session.has_read_all


async def test_questions_stand_under_their_themes(session: Session) -> None:
    async with opened(session) as run:
        await run.press("7")
        headings = [row.cells[0] for row in run.browse.list.rows if row.heading]
        assert headings == list(THEME_WORD.values())


async def test_every_change_can_be_opened_where_it_is_told(session: Session) -> None:
    async with opened(session, (120, 36)) as run:
        await _open_changes(run)
        changes = CHANGES.records(session)
        for kind, record_id in sorted({(change.kind, change.id) for change in changes.values()}):
            await run.app.open_record(kind, record_id)
            assert run.view.id != "overview", (kind, record_id)
            assert kind == "view" or record_id in str(run.chosen) or kind in ("document", "procedure"), (
                kind,
                record_id,
            )


async def test_changes_follow_the_day(session: Session) -> None:
    async with opened(session) as run:
        await run.press("d")
        await run.type("2024-10-01")
        await run.press("enter")
        await run.until(lambda: not run.has_dialog)
        await _open_changes(run)

        assert str(run.chosen).startswith("2024-09-30/")
        assert run.row_ids[0].split("/")[0] <= "2025-10-01"


def test_rules_stand_by_topic_and_countries_by_name(session: Session) -> None:
    tabs = {tab.id: tab.rows(session, "") for tab in TABS if tab.id in ("rules", "countries")}
    topics = [row.cells[0] for row in tabs["rules"] if row.heading]
    assert topics == sorted(topics)
    assert len(topics) == len(set(topics)) > 20
    *countries, last = [row.cells[0] for row in tabs["countries"]]
    assert countries == sorted(countries)
    assert last.startswith("Any other country")


async def test_c_shows_a_card_for_the_counter_in_the_whole_window_with_the_others_that_are_listed(
    session: Session,
) -> None:
    async with opened(session) as run:
        await run.act("app.open('reference', 'counter')")
        assert "c show" in run.footer
        assert "show_card" in {action for _, _, action in run.view.keys_help}
        await run.press("down", "c")
        dialog = run.dialog(CounterDialog)
        assert [card.id for card in dialog.cards] == run.row_ids
        assert dialog.cards[dialog.place].id == run.row_ids[1]
        await run.press("escape", "enter")
        assert "c show" in run.footer

        await run.press("c")
        run.dialog(CounterDialog)
        await run.press("escape", "escape", "right", "c")
        assert not run.has_dialog
        assert "c show" not in run.footer
