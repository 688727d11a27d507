import pytest

from ssw_tui.output.pages.risks import SEVERITY_WORD, WHO_WORD
from ssw_tui.records.article import Article
from ssw_tui.records.risk import HelpLine, Risk, Severity
from ssw_tui.records.self_check import Reply, SelfCheckQuestion
from ssw_tui.ui.dialogs.choose import ChooseDialog
from ssw_tui.ui.dialogs.help_lines import HelpLinesDialog
from ssw_tui.ui.session import Session
from ssw_tui.ui.views.risk_tabs import RESULT, SelfCheckTab
from ssw_tui.ui.views.risks import RisksView
from tests.ui.opened import Opened, opened

TABS = ("risks", "self-check", "support", "articles", "help-lines")
SIZES = ((60, 20), (80, 24), (120, 36))


def replies(run: Opened) -> dict[str, Reply]:
    tab = run.view_as(RisksView).tabs["self-check"]
    assert isinstance(tab, SelfCheckTab)
    return tab.replies


async def test_risks_come_in_groups_with_the_worst_first(session: Session) -> None:
    async with opened(session, (120, 60)) as run:
        await run.press("5")

        risks = session.library.all(Risk)
        assert sorted(run.row_ids) == sorted(risks)
        worst_first = [list(Severity).index(risks[row].severity) for row in run.row_ids]
        assert worst_first == sorted(worst_first)
        headings = [row.cells[0] for row in run.browse.list.rows if row.heading]
        assert headings == [SEVERITY_WORD[severity] for severity in Severity]


async def test_headings_are_passed_over(session: Session) -> None:
    async with opened(session) as run:
        await run.press("5")
        seen = []
        for _ in run.row_ids:
            seen.append(run.chosen)
            await run.pilot.press("down")

        assert seen == run.row_ids


async def test_the_page_says_what_happens_and_what_to_do(session: Session) -> None:
    async with opened(session, (100, 60)) as run:
        await run.press("5")
        risk = session.library.all(Risk)["work-outside-permission"]

        assert run.page_title == risk.title
        await run.press("enter")
        assert run.browse.page.has_focus
        for heading in ("What the law says", "How to avoid it"):
            assert heading in run.text


async def test_the_filter_finds_a_worry(session: Session) -> None:
    async with opened(session) as run:
        await run.press("5", "f")
        await run.type("passport")

        assert "passport-confiscation" in run.row_ids
        assert len(run.row_ids) < len(session.library.all(Risk))
        await run.press("down")
        assert run.browse.list.has_focus
        assert run.chosen in run.row_ids


async def test_where_no_risk_fits_it_says_so(session: Session) -> None:
    async with opened(session) as run:
        await run.press("5", "f")
        await run.type("xyzzy")

        assert run.row_ids == []
        assert "Nothing found" in run.text


# Tabs


async def test_right_and_left_go_through_the_tabs_and_each_lists_something_and_has_pages(session: Session) -> None:
    async with opened(session) as run:
        await run.press("5")
        for tab in TABS:
            view = run.view_as(RisksView)
            assert view.tab.id == tab
            assert f"[{view.tab.title}]" in run.lines[2]
            assert run.row_ids
            for row in run.row_ids:
                assert run.browse.page_for(row).blocks, row
            await run.press("right")
        assert run.view_as(RisksView).tab.id == TABS[0]
        await run.press("left")
        assert run.view_as(RisksView).tab.id == TABS[-1]


@pytest.mark.parametrize("size", SIZES)
async def test_every_size_shows_all_tabs_the_list_and_the_keys(session: Session, size: tuple[int, int]) -> None:
    async with opened(session, size) as run:
        await run.press("5")
        view = run.view_as(RisksView)
        for tab in view.tabs.values():
            assert all(other.title in run.lines[2] for other in view.tabs.values())
            assert f"[{tab.title}]" in run.lines[2]
            assert len(run.marked) == 1
            assert "? keys" in run.footer
            for widget in (view.list, view.page):
                assert view.region.contains_region(widget.region)
                assert widget.region.height >= 3
            await run.press("right")


async def test_a_click_opens_a_tab(session: Session) -> None:
    async with opened(session) as run:
        await run.press("5")
        await run.click("Articles", on=2)
        assert run.row_ids == list(session.library.all(Article))


@pytest.mark.parametrize(
    ("kind", "record_id", "tab"),
    [
        ("risk", "overstay", "risks"),
        ("article", "immigration-71-5", "articles"),
        ("self-check-question", "pay", "self-check"),
    ],
)
async def test_what_is_named_elsewhere_opens_in_its_tab(session: Session, kind: str, record_id: str, tab: str) -> None:
    async with opened(session) as run:
        await run.press("5", "w", "w", "w")
        await run.app.open_record(kind, record_id)
        await run.settle()
        assert run.view_as(RisksView).tab.id == tab
        assert run.chosen == record_id


async def test_v_goes_from_a_risk_to_its_article_and_back_to_what_rests_on_it(session: Session) -> None:
    async with opened(session) as run:
        await run.app.open_record("risk", "account-sale")
        await run.settle()
        await run.press("v")
        await run.until(lambda: isinstance(run.app.screen, ChooseDialog))
        rows = run.dialog(ChooseDialog).all_rows
        article = next(place for place, row in enumerate(rows) if row.id == "article:penal-code-246")
        await run.press(*["down"] * article, "enter")
        await run.until(lambda: run.chosen == "penal-code-246")
        await run.sees("Risks that rest on it")


# Whose risks


async def test_w_goes_through_who_can_do_wrong_and_the_line_says_whose_risks_are_listed(session: Session) -> None:
    async with opened(session) as run:
        await run.press("5")
        risks = session.library.all(Risk)
        for who, word in WHO_WORD.items():
            await run.press("w")
            assert set(run.row_ids) == {one.id for one in risks.values() if who in one.who}
            assert f"who can do wrong: {word}" in run.text
        await run.press("w")
        assert set(run.row_ids) == set(risks)
        assert "who can do wrong: anybody" in run.text


async def test_escape_lists_everybody_s_risks_again(session: Session) -> None:
    async with opened(session) as run:
        await run.press("5", "w", "w", "escape")
        assert set(run.row_ids) == set(session.library.all(Risk))
        assert "who can do wrong: anybody" in run.text


async def test_w_narrows_nothing_in_other_tabs(session: Session) -> None:
    async with opened(session) as run:
        await run.press("5", "left", "left")
        before = run.row_ids
        await run.press("w")
        assert run.row_ids == before
        assert "who can do wrong" not in run.text


# Self-check


async def test_the_self_check_is_answered_row_by_row_with_one_key_each(session: Session) -> None:
    async with opened(session, (80, 40)) as run:
        await run.press("5", "right")
        questions = list(session.library.all(SelfCheckQuestion))
        keys = ["y", "n", "0", "1", "2"]
        for place, question in enumerate(questions):
            assert run.chosen == question
            await run.press(keys[place % len(keys)])

        assert run.chosen == RESULT
        said = [Reply.YES, Reply.NO, Reply.UNSURE, Reply.YES, Reply.NO]
        assert replies(run) == {one: said[place % len(said)] for place, one in enumerate(questions)}
        assert "Self-check: your result" in run.page_title
        assert "Your answers point to these" in run.page_words
        assert run.view.id == "risks"


async def test_an_answer_can_be_changed_and_taken_back(session: Session) -> None:
    async with opened(session) as run:
        await run.press("5", "right", "y", "up", "n", "up")
        assert replies(run) == {"passport": Reply.NO}
        assert "no  Passport and residence card" in run.text
        await run.press("backspace")
        assert replies(run) == {}
        assert run.chosen == "passport"


async def test_enter_asks_for_the_answer_with_the_question_in_sight(session: Session) -> None:
    async with opened(session, (60, 20)) as run:
        await run.press("5", "right", "enter")
        question = session.library.all(SelfCheckQuestion)["passport"]
        assert question.text.split(" or ")[0] in run.words
        await run.press("down", "down", "enter")
        await run.until(lambda: not run.has_dialog)
        assert replies(run) == {"passport": Reply.UNSURE}
        assert run.chosen == "card-with-you"


async def test_enter_on_the_result_reads_it(session: Session) -> None:
    async with opened(session) as run:
        await run.press("5", "right", "y", "G", "enter")
        assert run.browse.page.has_focus
        assert "Passport or residence card taken away" in run.text
        await run.press("n")
        assert replies(run) == {"passport": Reply.YES}


async def test_h_on_the_result_names_the_lines_of_its_risks_first(session: Session) -> None:
    async with opened(session, (100, 40)) as run:
        await run.press("5", "right", "y", "G", "h")
        rows = [row.id for row in run.dialog(HelpLinesDialog).list.rows if not row.heading]
        consult = session.library.all(Risk)["passport-confiscation"].consult
        assert rows[: len(consult)] == list(consult)


async def test_digits_open_views_where_nothing_is_answered(session: Session) -> None:
    async with opened(session) as run:
        await run.press("5", "2")
        assert run.view.id == "fields"
        await run.press("5", "right", "f")
        await run.press("2")
        assert run.browse.filter.value == "2"


async def test_nothing_of_the_self_check_is_kept(session: Session) -> None:
    async with opened(session) as run:
        await run.press("5", "right", "y", "n", "0", "G")
        assert "kept nowhere" in run.page_words
    assert not session.data_folder.exists()


# Help lines


async def test_s_brings_who_speaks_a_language_first(session: Session) -> None:
    async with opened(session, (80, 30)) as run:
        await run.press("5", "left")
        assert run.row_ids == list(session.library.all(HelpLine))
        assert "who speaks: any language" in run.text
        await run.press("s")
        await run.type("khmer")
        await run.press("enter")
        await run.until(lambda: not run.has_dialog)

        speak = ["km" in session.library.all(HelpLine)[line].languages for line in run.row_ids]
        assert speak == sorted(speak, reverse=True)
        assert "who speaks: Khmer" in run.text


async def test_every_key_of_the_keys_list_does_something_in_each_tab(session: Session) -> None:
    async with opened(session) as run:
        await run.press("5")
        for _ in TABS:
            keys = [key for key, _, _ in run.view.keys_help]
            assert len(set(keys)) == len(keys)
            for _, _, action in run.view.keys_help:
                name = action.partition("(")[0]
                assert hasattr(run.view, f"action_{name}"), action
            await run.press("right")


async def test_the_footer_names_only_keys_that_work_on_the_row_and_on_the_page(session: Session) -> None:
    async with opened(session) as run:
        await run.act("app.open('self-check-question', 'pay')")
        assert "y yes" in run.footer

        await run.press("tab")
        assert run.browse.page.has_focus
        assert "y yes" not in run.footer
        assert "esc back" in run.footer

        await run.press("escape", "end")
        assert run.chosen == RESULT
        assert "y yes" not in run.footer
        assert "enter read" in run.footer
        assert "h call" in run.footer
