"""The support plan: the ten letters, their numbers, the check list, the notices."""

import re
from collections import Counter
from collections.abc import Iterator

import pytest

from ssw_tui.library import Library
from ssw_tui.output.pages.support_checklist import every_question
from ssw_tui.reader import Reader
from ssw_tui.records.actor import Actor
from ssw_tui.records.document import Document
from ssw_tui.records.statement import Confidence
from ssw_tui.records.support import EmployerNotice, SupportDuty, SupportPart, SupportQuestion
from tests.conftest import TODAY
from tests.content.made import parts

LETTERS = "イロハニホヘトチリヌ"
GUIDELINE, GUIDE = "isa-support-guideline", "isa-001460079-pdf"
KANA = re.compile(r"[ぁ-ゖァ-ヺー、。]+")
JAPANESE = re.compile(r"[\u3000-\u30ff\u3400-\u9fff0-9.]+")
NUMBERS = {
    "pre-arrival-guidance": ("About 3 hours", "under 1 hour does not count", "form 5-9"),
    "housing": ("7.5 square metres", "4.5 square metres", "No profit"),
    "life-orientation": ("At least 8 hours", "under 4 hours does not count", "form 5-8", "110, 119, 118"),
    "complaints": ("at least 3 working days and at least 1 day off", "form 5-4", "form 3-7", "4-3"),
    "job-change-support": ("PAID leave", "form 5-12"),
    "meetings-and-reporting": ("every 3 months", "at least 1 year", "5-5", "5-6", "form 1-17"),
    "airport-transfer": ("security check", "Visits home"),
}
"""What must be said of a duty, word for word."""
PAGES = {
    "pre-arrival-guidance": "8-12",
    "airport-transfer": "12-14",
    "housing": "14-17",
    "daily-contracts": "17-18",
    "life-orientation": "18-25",
    "accompany-offices": "22-23",
    "japanese-learning": "25-27",
    "complaints": "27-29",
    "contact-with-japanese": "29-30",
    "job-change-support": "30-31",
    "meetings-and-reporting": "31-34",
}
FORMS = {
    "contract-changed": "3-1-1",
    "contract-ended": "3-1-2",
    "contract-new": "3-1-2",
    "support-plan-changed": "3-2",
    "support-contract": "3-3-2",
    "acceptance-difficult": "3-4",
    "standards-not-met": "3-5",
    "support-not-possible": "3-7",
    "annual-report": "3-6",
}


@pytest.fixture(scope="module")
def reader(library: Library) -> Reader:
    return Reader(library, TODAY)


@pytest.fixture(scope="module")
def questions(reader: Reader) -> list[SupportQuestion]:
    return [asked.question for asked in every_question(reader).values()]


def said(reader: Reader, record: object) -> Iterator[str]:
    yield from (reader.say(text) for text in parts(record) if isinstance(text, str))


def test_the_ten_letters_come_in_their_order_and_only_one_has_two_halves(library: Library) -> None:
    duties = library.all(SupportDuty).values()
    assert "".join(dict.fromkeys(duty.letter for duty in duties)) == LETTERS
    assert [duty.number for duty in duties] == sorted(duty.number for duty in duties)
    assert all(LETTERS[duty.number - 1] == duty.letter for duty in duties)
    assert [(duty.letter, duty.half) for duty in duties if duty.half] == [("ハ", "first half"), ("ハ", "second half")]


def test_the_guideline_has_nine_headings_because_two_letters_share_one(library: Library) -> None:
    headings = {duty.letter: duty.heading for duty in library.all(SupportDuty).values()}
    assert set(headings.values()) == set(range(1, 10))
    assert [letters for letters, number in Counter(headings.values()).items() if number > 1] == [headings["ホ"]]
    assert headings["ホ"] == headings["ニ"] == 4


@pytest.mark.parametrize(("duty_id", "pages"), PAGES.items())
def test_each_duty_rests_on_the_support_guideline_and_its_letter(library: Library, duty_id: str, pages: str) -> None:
    duty = library.all(SupportDuty)[duty_id]
    assert duty.sources[0] == GUIDELINE
    assert duty.confidence is Confidence.HIGH
    assert (duty.place or "").startswith(f"support guideline p.{pages}")
    assert duty.legal_basis.endswith(f"Art. 3(1)(i) {duty.letter}")
    assert ("operating guideline" in (duty.place or "")) == (GUIDE in duty.sources)
    assert set(PAGES) == set(library.all(SupportDuty))


@pytest.mark.parametrize(("duty_id", "words"), NUMBERS.items())
def test_the_numbers_of_a_duty_are_said(reader: Reader, duty_id: str, words: tuple[str, ...]) -> None:
    whole = " ".join(said(reader, reader.library.all(SupportDuty)[duty_id]))
    assert [one for one in words if one not in whole] == []


@pytest.mark.parametrize(
    "duty_id", ["pre-arrival-guidance", "life-orientation", "complaints", "meetings-and-reporting"]
)
def test_four_duties_ask_for_a_language_that_is_fully_understood(library: Library, duty_id: str) -> None:
    asking = {duty.id for duty in library.all(SupportDuty).values() if duty.language}
    assert duty_id in asking
    assert len(asking) == 4
    assert "fully understand" in (library.all(SupportDuty)[duty_id].language or "")


def test_deposit_and_key_money_are_the_tenant_s_only(library: Library) -> None:
    housing = " ".join(said(Reader(library, TODAY), library.all(SupportDuty)["housing"]))
    assert "Deposit and key money are yours only where you rent in your own name." in housing
    assert "No deposit, key money, guarantee money, agent's fee, renewal fee or cancellation fee." in housing


def test_every_duty_says_who_pays_and_has_a_question(library: Library) -> None:
    for duty in library.all(SupportDuty).values():
        assert duty.who_pays.endswith("."), duty.id
        assert duty.questions, duty.id
        assert KANA.fullmatch(duty.kana), duty.id
        assert duty.words, duty.id


def test_each_question_has_an_id_of_its_own_in_all_of_the_support(library: Library) -> None:
    owners: list[SupportDuty | SupportPart] = [
        *library.all(SupportDuty).values(),
        *library.all(SupportPart).values(),
    ]
    ids = [question.id for owner in owners for question in owner.questions]
    others = [*library.all(SupportDuty), *library.all(SupportPart), *library.all(EmployerNotice)]
    assert [one for one, times in Counter([*ids, *others]).items() if times > 1] == []
    assert len(ids) >= 31


def test_each_question_is_asked_in_full_and_answered_by_something_to_ask_for(
    reader: Reader, questions: list[SupportQuestion]
) -> None:
    for question in questions:
        assert question.text.endswith("?"), question.id
        assert question.demand.endswith("."), question.id
        assert question.say.endswith((".", "?")), question.id
        assert len(reader.say(question.title)) <= 48, question.id
        assert question.only_if is None or question.only_if.startswith("only if "), question.id


def test_each_question_has_a_sentence_in_japanese_and_how_to_say_it(questions: list[SupportQuestion]) -> None:
    for question in questions:
        assert JAPANESE.fullmatch(question.say_ja), question.id
        assert KANA.fullmatch(question.say_kana), question.id
        assert question.say_ja.endswith("。"), question.id
        assert question.say_kana.endswith("。"), question.id
        assert question.say_ja.count("、") == question.say_kana.count("、"), question.id


def test_the_kana_say_what_the_sentence_says(questions: list[SupportQuestion]) -> None:
    """Hold the kana of a sentence against the kana that stand in the sentence itself, in their order."""
    for question in questions:
        runs = re.findall(r"[ぁ-ゖァ-ヺー]+", question.say_ja)
        between = ".+?".join(map(re.escape, runs))
        assert re.search(between, question.say_kana), question.id


def test_what_comes_only_in_certain_cases_is_marked_so(questions: list[SupportQuestion]) -> None:
    only = {question.id for question in questions if question.only_if}
    assert {"job-change-help", "job-change-leave", "job-change-offices", "transfer-departure"} <= only
    assert not {"plan-copy", "free-of-charge", "meetings-held", "orientation-given", "housing-size"} & only


def test_ten_and_nine_and_the_age_of_the_guideline_are_said(library: Library) -> None:
    facts = {fact.text: fact for fact in library.all(SupportPart)["who-has-a-right"].facts}
    whole = " ".join(facts)
    for words in ("ten duties", "nine numbered headings", "edition of 1 April 2025", "April 2026", "With No.2 nobody"):
        assert words in whole
    [unknown] = [fact for text, fact in facts.items() if "It is not known whether" in text]
    assert unknown.ask == "isa-info"


def test_whom_to_ask_goes_from_the_support_person_to_the_lines(library: Library) -> None:
    facts = library.all(SupportPart)["whom-to-ask"].facts
    assert [fact.ask for fact in facts] == [None, None, "isa-info", "fresc", "labour-hotline-night", "houterasu"]
    assert "支援担当者" in facts[0].text
    assert "登録支援機関" in facts[1].text


def test_what_happens_to_an_employer_is_said_as_the_law_says_it(library: Library) -> None:
    whole = " ".join(fact.text for fact in library.all(SupportPart)["what-happens-to-employer"].facts)
    for words in ("publishes the order", "prison up to 6 months, or a fine up to ¥300,000", "up to ¥100,000"):
        assert words in whole


@pytest.mark.parametrize(("notice_id", "form"), FORMS.items())
def test_an_employer_s_notice_has_its_form_and_the_same_form_in_the_papers(
    library: Library, notice_id: str, form: str
) -> None:
    notice = library.all(EmployerNotice)[notice_id]
    assert notice.who is Actor.EMPLOYER
    assert notice.form.startswith(form)
    [paper] = [library.all(Document)[paper] for paper in notice.documents]
    assert form in (paper.form or "")


def test_notices_are_due_in_fourteen_days_but_for_the_yearly_report_and_the_letter(reader: Reader) -> None:
    due = {notice.id: reader.say(notice.due) for notice in reader.library.all(EmployerNotice).values()}
    assert {one for one, text in due.items() if "14 days" not in text} == {"annual-report", "municipality-letter"}
    assert due["annual-report"] == "from 1 April to 31 May, for 1 April to 31 March"
