from ssw_tui.ui.session import Session
from tests.ui.opened import opened


async def test_it_lists_the_nineteen_fields_of_the_day(session: Session) -> None:
    async with opened(session) as run:
        await run.press("2")

        assert len(run.row_ids) == 19
        assert run.row_ids[0] == "nursing-care"


WORK = (
    ("welding", "industrial-product-manufacturing"),
    ("WELDING", "industrial-product-manufacturing"),
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
        assert 'No field of Specified Skilled Worker on this day fits "astronaut".' in run.words
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
