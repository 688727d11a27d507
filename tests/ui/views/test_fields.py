import pytest
from textual.app import App

from ssw_tui.output.pages.field import PART_TITLE, Part
from ssw_tui.ui.dialogs.choose import ChooseDialog
from ssw_tui.ui.dialogs.confirm import ConfirmDialog
from ssw_tui.ui.session import Session
from ssw_tui.ui.views.quiz import QuizView
from ssw_tui.ui.widgets.switch_line import SwitchLine
from ssw_tui.ui.widgets.tab_line import TabLine
from tests.ui.opened import Opened, opened


async def test_it_lists_the_nineteen_fields_of_the_day(session: Session) -> None:
    async with opened(session) as run:
        await run.press("2")

        assert len(run.row_ids) == 19
        assert run.row_ids[0] == "nursing-care"


WORK = (
    ("welding", "industrial-product-manufacturing"),
    ("WELDING", "industrial-product-manufacturing"),
    ("tailor", "industrial-product-manufacturing"),
    ("hotel", "accommodation"),
    ("介護", "nursing-care"),
    ("やさい", "agriculture"),
    ("パン", "food-beverage-manufacturing"),
    ("truck driver", "automobile-transportation"),
)


async def test_work_words_in_either_language_find_the_field(session: Session) -> None:
    async with opened(session) as run:
        for words, field in WORK:
            await run.press("2", "f")
            await run.type(words)
            assert field in run.row_ids, words
            assert len(run.row_ids) < 6, words
            await run.press("escape")


async def test_the_list_is_filtered_with_every_letter(session: Session) -> None:
    async with opened(session) as run:
        await run.press("2", "f")
        counts = []
        for letter in "inn":
            await run.press(letter)
            counts.append(len(run.row_ids))

        assert counts == sorted(counts, reverse=True)
        assert counts[-1] < 19
        assert run.browse.filter.value == "inn"


async def test_down_or_enter_goes_from_the_filter_to_what_was_found(session: Session) -> None:
    async with opened(session) as run:
        for key in ("down", "enter"):
            await run.press("2", "f")
            await run.type("介護")
            await run.press(key)
            assert run.browse.list.has_focus
            assert run.chosen == "nursing-care"

            await run.press("escape")
            assert len(run.row_ids) == 19


async def test_escape_empties_the_filter_and_returns_to_the_list(session: Session) -> None:
    async with opened(session) as run:
        await run.press("2", "f")
        await run.type("hotel")
        await run.press("escape")

        assert run.browse.filter.value == ""
        assert run.browse.list.has_focus
        assert len(run.row_ids) == 19


async def test_letters_and_digits_in_the_filter_are_text_and_no_commands(session: Session) -> None:
    async with opened(session) as run:
        await run.press("2", "f", *"hq5d/?")

        assert run.browse.filter.value == "hq5d/?"
        assert run.view.id == "fields"
        assert not run.has_dialog


async def test_where_nothing_fits_it_says_so_plainly(session: Session) -> None:
    async with opened(session) as run:
        await run.press("2", "f")
        await run.type("astronaut")

        assert run.row_ids == []
        assert 'No field of Specified Skilled Worker on 22 Nov 2026 fits "astronaut".' in run.words
        await run.press("enter", "enter", "n", "p")
        assert "astronaut" in run.text


async def test_the_page_follows_the_row(session: Session) -> None:
    async with opened(session, (120, 36)) as run:
        await run.press("2")
        assert run.page_title.startswith("Nursing Care")

        await run.press("down")
        assert run.page_title.startswith("Building Cleaning Management")
        assert run.page_title in run.text


async def test_n_and_p_and_j_and_k_go_through_the_rows(session: Session) -> None:
    async with opened(session) as run:
        await run.press("2", "n", "j", "n")
        assert run.chosen == run.row_ids[3]

        await run.press("p", "k")
        assert run.chosen == run.row_ids[1]

        await run.press("G")
        assert run.chosen == run.row_ids[-1]
        await run.press("g")
        assert run.chosen == run.row_ids[0]


async def test_n_goes_on_to_the_next_page_while_reading(session: Session) -> None:
    async with opened(session) as run:
        await run.press("2", "enter", "n")

        assert run.browse.page.has_focus
        assert run.page_title.startswith("Building Cleaning Management")
        assert run.page_title in run.text


async def test_enter_reads_the_page_over_the_whole_view_and_escape_returns(session: Session) -> None:
    async with opened(session) as run:
        await run.press("2", "down", "enter")
        assert run.browse.page.has_focus
        assert run.browse.page.region.height > 15
        assert not run.browse.list.region.area

        await run.press("escape")
        assert run.browse.list.has_focus
        assert run.chosen == run.row_ids[1]
        assert run.browse.list.region.area


async def test_space_scrolls_the_page_that_is_read(session: Session) -> None:
    async with opened(session) as run:
        await run.press("2", "enter", "space")

        await run.until(lambda: run.browse.page.scroll_offset.y > 0)
        await run.press("down")
        await run.press("n")
        await run.until(lambda: run.browse.page.scroll_offset.y == 0)


async def test_the_fields_of_another_day_are_those_of_that_day(session: Session) -> None:
    async with opened(session) as run:
        await run.press("2", "d")
        await run.type("2019-04-01")
        await run.press("enter")
        await run.until(lambda: not run.has_dialog)

        assert len(run.row_ids) == 14
        assert "1 Apr 2019 (your choice)" in run.status


async def test_a_field_from_elsewhere_opens_without_a_filter_in_its_way(session: Session) -> None:
    async with opened(session) as run:
        await run.press("2", "f")
        await run.type("介護")

        await run.app.open_record("field", "railway")
        await run.settle()

        assert run.chosen == "railway"
        assert run.page_title.startswith("Railway")
        assert len(run.row_ids) == 19


async def test_the_parts_of_a_field_are_gone_through_with_the_arrows(session: Session) -> None:
    async with opened(session) as run:
        await run.press("2")
        seen = []
        for _ in PART_TITLE:
            seen.append(open_part(run))
            assert f"[{PART_TITLE[Part(seen[-1])]}]" in run.text
            await run.press("right")

        assert seen == [part.value for part in Part]
        assert open_part(run) == Part.WORK
        await run.press("left")
        assert open_part(run) == Part.SOURCES
        await run.press("right")
        assert open_part(run) == Part.WORK


async def test_the_part_stays_when_the_row_changes_and_while_reading(session: Session) -> None:
    async with opened(session) as run:
        await run.press("2", "right", "down")
        assert open_part(run) == Part.TESTS
        assert "Building Cleaning Management" in run.page_words

        await run.press("enter", "right")
        assert run.browse.page.has_focus
        assert open_part(run) == Part.CONDITIONS
        assert "What the employer must do" in run.page_words


@pytest.mark.parametrize("width", [60, 80, 120])
async def test_a_click_opens_a_part(session: Session, width: int) -> None:
    async with opened(session, (width, 24)) as run:
        await run.press("2")
        line = next(place for place, text in enumerate(run.lines) if "[Work]" in text)
        for title in ("Sources", "History", "Tests"):
            await run.click(title, on=line)
            assert PART_TITLE[Part(open_part(run))] == title


async def test_each_switch_narrows_the_list_and_widens_it_again(session: Session) -> None:
    async with opened(session) as run:
        await run.press("2")
        for key, count in (("t", 11), ("i", 15), ("b", 2)):
            await run.press(key)
            assert len(run.row_ids) == count, key
            assert f"{key} [x]" in run.text
            await run.press(key)
            assert len(run.row_ids) == 19, key
            assert f"{key} [ ]" in run.text


async def test_switches_work_together_and_escape_turns_them_off(session: Session) -> None:
    async with opened(session) as run:
        await run.press("2", "t", "i")
        assert len(run.row_ids) == 10
        assert "food-service" not in run.row_ids

        await run.press("escape")
        assert len(run.row_ids) == 19
        assert "[x]" not in run.text


async def test_the_switches_are_worked_with_arrows_and_enter_too(session: Session) -> None:
    async with opened(session) as run:
        await run.press("2")
        await run.focus(run.app.query_one(SwitchLine))
        await run.press("enter")
        assert len(run.row_ids) == 11

        await run.press("right", "right", "space")
        assert set(run.row_ids) == {"agriculture", "fishery-aquaculture"}
        assert ">b [x] dispatch<" in run.text

        await run.press("left", "left", "left", "enter")
        assert "sort: by name" in run.text


async def test_a_click_works_a_switch(session: Session) -> None:
    async with opened(session) as run:
        await run.press("2")
        await run.click("dispatch")
        assert len(run.row_ids) == 2
        await run.click("sort")
        assert "sort: by name" in run.text


async def test_a_click_points_at_the_switch_that_enter_works_next(session: Session) -> None:
    async with opened(session) as run:
        await run.press("2")
        await run.click("dispatch")
        switches = run.app.query_one(SwitchLine)
        assert switches.has_focus
        assert ">b [x] dispatch<" in run.text

        await run.press("enter")
        assert "[x]" not in run.text


async def test_s_goes_through_the_orders(session: Session) -> None:
    async with opened(session) as run:
        await run.press("2")
        lawful = run.row_ids
        firsts = []
        for order in ("by name", "most workers", "most room"):
            await run.press("s")
            assert f"sort: {order}" in run.text
            firsts.append(run.row_ids[0])
        assert firsts == ["accommodation", "food-beverage-manufacturing", "industrial-product-manufacturing"]

        await run.press("s")
        assert run.row_ids == lawful


async def test_a_bar_shows_how_full_each_field_is(session: Session) -> None:
    async with opened(session) as run:
        await run.press("2")
        assert any("Nursing Care" in line and "███░░░  53%" in line for line in run.lines)


async def test_two_and_three_fields_stand_side_by_side(session: Session) -> None:
    async with opened(session) as run:
        await run.press("2", "c")
        assert "> [c] Nursing Care" in run.text
        assert "Now go to another field" in run.notices

        await run.press("down", "c")
        assert run.browse.page.has_focus
        assert run.page_title == "Nursing Care / Building Cleaning Management"
        assert run.page_title in run.text
        assert "Conditions" not in run.text

        await run.press("n", "c")
        assert run.page_title == "Nursing Care / Building Cleaning Management"

        await run.press("escape", "G", "c")
        assert run.page_title == "Nursing Care / Building Cleaning Management / Resource Circulation"


async def test_c_on_a_compared_field_shows_the_comparison_again(session: Session) -> None:
    async with opened(session) as run:
        await run.press("2", "c", "down", "c", "escape")
        assert run.browse.list.has_focus
        assert run.chosen == "building-cleaning"
        assert run.page_title.startswith("Building Cleaning")

        await run.press("c")
        assert run.page_title == "Nursing Care / Building Cleaning Management"


async def test_c_twice_on_one_field_and_escape_take_it_back(session: Session) -> None:
    async with opened(session) as run:
        await run.press("2", "c", "c")
        assert "[c]" not in run.text
        await run.press("c", "down", "c", "escape")
        assert run.text.count("[c]") == 2
        await run.press("escape")
        assert "[c]" not in run.text


@pytest.mark.parametrize("key", ["c", "escape"])
async def test_what_to_compare_with_is_asked_no_longer_after_it_is_taken_back(session: Session, key: str) -> None:
    async with opened(session) as run:
        await run.press("2", "c")
        assert "Now go to another field" in run.notices

        await run.press(key)
        assert not run.notices


async def test_a_comparison_follows_the_day(session: Session) -> None:
    async with opened(session) as run:
        await run.press("2", "c", "down", "c", "d")
        await run.type("2023-08-30")
        await run.press("enter")
        await run.until(lambda: not run.has_dialog)

        assert "No.2 no no" in run.page_words


async def test_e_starts_the_quiz_with_the_field(session: Session) -> None:
    async with opened(session) as run:
        await run.press("2", "down", "e")

        assert run.view.id == "quiz"
        assert "So far: Building Cleaning Management" in run.text
        view = run.view_as(QuizView)
        assert view.taken.answers == {"field": "building-cleaning"}
        assert view.question is not None
        assert view.question.id == "goal"

        await run.press("1")
        assert view.question.id != "field"


async def test_e_throws_no_answers_away_unasked(session: Session) -> None:
    async with opened(session) as run:
        await run.press("3", "1", "2", "e", "e", "e")
        await run.go("fields")
        await run.press("e")
        assert isinstance(run.app.screen, ConfirmDialog)

        await run.press("escape")
        assert "field" not in run.view_as(QuizView).taken.answers


async def test_work_of_no_field_is_answered_plainly(session: Session) -> None:
    async with opened(session) as run:
        await run.press("2", "f")
        await run.type("convenience store")
        assert run.row_ids == ["convenience-store"]
        assert "In no field: Convenience store" in run.page_words
        assert "What is near" in run.page_words

        await run.press("down", "c", "e")
        assert run.view.id == "fields"
        assert "[c]" not in run.text


async def test_work_of_no_field_opens_from_elsewhere(session: Session) -> None:
    async with opened(session) as run:
        await run.app.open_record("other-work", "convenience-store")
        await run.settle()

        assert run.chosen == "convenience-store"
        await run.press("escape")
        assert len(run.row_ids) == 19


async def test_o_asks_which_link_of_a_field_and_opens_it(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(App, "open_url", lambda _, url: asked.append(url))
    monkeypatch.setattr("ssw_tui.ui.links.has_browser", lambda: True)
    async with opened(session) as run:
        await run.press("2", "left", "o")
        assert isinstance(run.app.screen, ChooseDialog)

        await run.press("down", "enter")
        assert len(asked) == 1
        assert asked[0] in run.page_words.replace(" ", "") or asked[0].startswith("https://")
        await run.press("y", "enter")
        assert run.app.clipboard.startswith("https://")


def open_part(run: Opened) -> str:
    return run.app.query_one(TabLine).current


async def test_a_former_field_opens_too_and_says_what_it_was(session: Session) -> None:
    async with opened(session) as run:
        await run.app.open_record("field", "industrial-machinery")
        await run.settle()

        assert run.chosen == "industrial-machinery"
        assert "no field" in run.text
        assert "No.1: no field" in run.page_words
        await run.press("escape")
        assert "industrial-machinery" not in run.row_ids
