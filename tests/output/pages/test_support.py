import pytest

from ssw_tui.library import Library
from ssw_tui.output.page import Heading, Item, Page, Paragraph, Sign, Tone
from ssw_tui.output.pages.reference import answer_page
from ssw_tui.output.pages.risks import page as risk_page
from ssw_tui.output.pages.support import duty_page, notice_page, owed, part_page, place_of, whole_page
from ssw_tui.output.pages.support_checklist import (
    FOR_NO2,
    checklist_page,
    every_question,
    progress,
    question_page,
)
from ssw_tui.output.text import as_text
from ssw_tui.reader import Reader
from ssw_tui.records.reference import Answer
from ssw_tui.records.risk import HelpLine, Risk
from ssw_tui.records.support import EmployerNotice, SupportDuty, SupportPart
from tests.conftest import TODAY


@pytest.fixture(scope="module")
def reader(library: Library) -> Reader:
    return Reader(library, TODAY)


def words_of(page: Page) -> str:
    """Give what a page says, with every run of spaces and every line break as one space."""
    return " ".join(as_text(page, 2_000).split())


def headings(page: Page) -> list[str]:
    return [block.text for block in page.blocks if isinstance(block, Heading)]


def items(page: Page, sign: Sign) -> list[str]:
    return [block.text for block in page.blocks if isinstance(block, Item) and block.sign is sign]


class TestWholePage:
    """Everything on one page."""

    def test_it_has_every_part_duty_and_notice_under_a_heading(self, reader: Reader) -> None:
        found = headings(whole_page(reader))
        library = reader.library
        for title in (
            *(part.title for part in library.all(SupportPart).values()),
            *(f"{duty.number} ({duty.letter}) {duty.name}" for duty in library.all(SupportDuty).values()),
            *(f"Notice: {notice.title}" for notice in library.all(EmployerNotice).values()),
        ):
            assert found.count(title) == 1, title

    def test_the_duties_come_after_who_pays_and_before_whom_to_ask(self, reader: Reader) -> None:
        found = headings(whole_page(reader))
        places = [found.index(one) for one in ("Who pays", "1 (イ) Guidance before you come")]
        assert places == sorted(places)
        assert places[1] < found.index("If you did not get it: whom to ask") < len(found)

    def test_every_question_can_be_ticked_by_hand(self, reader: Reader) -> None:
        assert len(items(whole_page(reader), Sign.OPEN)) == len(every_question(reader))

    def test_it_names_its_sources(self, reader: Reader) -> None:
        assert "nyuukokukanri07_00201.html" in words_of(whole_page(reader))


class TestDutyPage:
    """One duty."""

    @pytest.mark.parametrize(
        ("duty_id", "place"),
        [
            ("housing", "3 (ハ, first half) of the ordinance's ten; heading 3 of the guideline's nine"),
            ("accompany-offices", "5 (ホ) of the ordinance's ten; heading 4 of the guideline's nine"),
        ],
    )
    def test_it_says_its_letter_and_its_heading(self, reader: Reader, duty_id: str, place: str) -> None:
        duty = reader.library.all(SupportDuty)[duty_id]
        assert place_of(duty) == place
        assert place in words_of(duty_page(reader, duty))

    def test_it_keeps_duties_and_wishes_apart(self, reader: Reader) -> None:
        found = headings(duty_page(reader, reader.library.all(SupportDuty)["airport-transfer"]))
        assert found[:3] == ["It must contain", "Not part of it", "Only desired; a duty once it stands in the plan"]

    def test_the_months_between_meetings_are_the_figure_of_the_day(self, reader: Reader) -> None:
        page = words_of(duty_page(reader, reader.library.all(SupportDuty)["meetings-and-reporting"]))
        assert "At least once every 3 months with you" in page

    def test_its_confidence_and_its_day_are_said(self, reader: Reader) -> None:
        for duty in reader.library.all(SupportDuty).values():
            assert "Confidence: official text. Checked 22 Nov 2026." in words_of(duty_page(reader, duty))


class TestOtherPages:
    """Parts and notices."""

    def test_a_part_says_where_each_thing_stands_and_whom_to_ask(self, reader: Reader) -> None:
        page = words_of(part_page(reader, reader.library.all(SupportPart)["whom-to-ask"]))
        for line in ("isa-info", "fresc", "labour-hotline-night", "houterasu"):
            assert reader.library.all(HelpLine)[line].number in page
        assert "operating guideline p.82-84" in page

    def test_a_notice_says_form_day_and_events_and_opens_its_paper(self, reader: Reader) -> None:
        page = notice_page(reader, reader.library.all(EmployerNotice)["support-not-possible"])
        said = words_of(page)
        for words in ("Form 3-7", "within 14 days of the day the employer learned of it", "Help with a new job"):
            assert words in said
        assert ("document", "emp-support-not-possible") in {(one.kind, one.id) for one in page.pointers}


class TestProgress:
    """How much was received."""

    def test_what_comes_in_certain_cases_only_is_counted_by_itself(self, reader: Reader) -> None:
        assert progress(reader, frozenset()) == "0 of 21 received; 0 of 14 that are for certain cases only"
        some = frozenset({"plan-copy", "meetings-held", "job-change-leave"})
        assert progress(reader, some) == "2 of 21 received; 1 of 14 that are for certain cases only"

    def test_the_two_counts_add_up_to_all_questions(self, reader: Reader) -> None:
        every = frozenset(every_question(reader))
        assert progress(reader, every) == "21 of 21 received; 14 of 14 that are for certain cases only"
        assert len(every) == 21 + 14

    def test_a_tick_of_a_question_that_is_no_more_does_not_count(self, reader: Reader) -> None:
        assert progress(reader, frozenset({"gone"})) == progress(reader, frozenset())


class TestChecklistPage:
    """What was received, and what to do about the rest."""

    def test_what_is_ticked_needs_nothing_more(self, reader: Reader) -> None:
        page = checklist_page(reader, frozenset({"plan-copy"}), is_no2=False)
        question = every_question(reader)["plan-copy"].question
        assert items(page, Sign.TICKED) == [question.text]
        assert question.say_ja not in words_of(page)

    def test_what_is_not_ticked_comes_with_what_to_ask_for_and_what_to_say(self, reader: Reader) -> None:
        page = words_of(checklist_page(reader, frozenset(), is_no2=False))
        for asked in every_question(reader).values():
            for text in (asked.question.demand, asked.question.say_ja, asked.question.say_kana):
                assert " ".join(reader.say(text).split()) in page, asked.question.id

    def test_whom_to_ask_and_what_follows_stand_after_the_questions(self, reader: Reader) -> None:
        found = headings(checklist_page(reader, frozenset(), is_no2=False))
        assert found[:4] == [
            "Not ticked: ask for it",
            "Not ticked, and for certain cases only",
            "If you did not get it: whom to ask",
            "What happens to an employer that does not do it",
        ]

    def test_with_everything_ticked_nothing_is_left_to_ask_for(self, reader: Reader) -> None:
        page = checklist_page(reader, frozenset(every_question(reader)), is_no2=False)
        assert items(page, Sign.OPEN) == []
        assert headings(page)[0] == "Received"

    @pytest.mark.parametrize("is_no2", [False, True])
    def test_somebody_with_no2_is_told_that_nobody_owes_it(self, reader: Reader, is_no2: bool) -> None:
        page = checklist_page(reader, frozenset(), is_no2=is_no2)
        assert (Paragraph(FOR_NO2, Tone.WARNING) in page.blocks) is is_no2


class TestQuestionPage:
    """One question."""

    def test_the_japanese_sentence_stands_over_its_kana_and_its_meaning(self, reader: Reader) -> None:
        question = every_question(reader)["meetings-in-person"].question
        texts = [
            block.text for block in question_page(reader, question, received=False).blocks if hasattr(block, "text")
        ]
        places = [texts.index(one) for one in (question.say_ja, question.say_kana, f'"{question.say}"')]
        assert places == list(range(places[0], places[0] + 3))

    @pytest.mark.parametrize(("received", "sign"), [(True, Sign.TICKED), (False, Sign.OPEN)])
    def test_it_says_whether_it_is_ticked(self, reader: Reader, received: bool, sign: Sign) -> None:
        question = every_question(reader)["plan-copy"].question
        page = question_page(reader, question, received=received)
        assert next(block.sign for block in page.blocks if isinstance(block, Item)) is sign

    @pytest.mark.parametrize(
        ("question_id", "place"),
        [("plan-copy", ("support-part", "the-plan")), ("contract-bank", ("support-duty", "daily-contracts"))],
    )
    def test_what_it_belongs_to_can_be_opened(self, reader: Reader, question_id: str, place: tuple[str, str]) -> None:
        page = question_page(reader, every_question(reader)[question_id].question, received=False)
        assert (page.pointers[0].kind, page.pointers[0].id) == place


class TestOwed:
    """What other pages say of the support."""

    def test_the_risk_of_no_support_points_to_every_duty_and_to_the_check_list(self, reader: Reader) -> None:
        page = risk_page(reader, reader.library.all(Risk)["no-support"])
        named = {(pointer.kind, pointer.id) for pointer in page.pointers}
        assert {("support-duty", duty) for duty in reader.library.all(SupportDuty)} <= named
        assert ("support-part", "checklist") in named

    @pytest.mark.parametrize(
        ("answer_id", "duty_id"),
        [
            ("employer-help-after-dismissal", "job-change-support"),
            ("wages-not-paid", "meetings-and-reporting"),
            ("room-and-rent", "housing"),
            ("see-a-doctor", "complaints"),
            ("study", "japanese-learning"),
        ],
    )
    def test_an_answer_points_to_what_is_owed(self, reader: Reader, answer_id: str, duty_id: str) -> None:
        page = answer_page(reader, reader.library.all(Answer)[answer_id])
        assert ("support-duty", duty_id) in {(pointer.kind, pointer.id) for pointer in page.pointers}

    def test_a_page_without_it_says_nothing_of_the_support(self, reader: Reader) -> None:
        assert list(owed(reader, ())) == []
