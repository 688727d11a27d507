from ssw_tui.library import Library
from ssw_tui.output.pages import self_check as pages
from ssw_tui.output.text import as_text
from ssw_tui.reader import Reader
from ssw_tui.records.risk import Risk
from ssw_tui.records.self_check import Reply, SelfCheckQuestion
from tests.conftest import TODAY


def result(library: Library, **replies: Reply) -> str:
    by_id = {question.replace("_", "-"): reply for question, reply in replies.items()}
    return as_text(pages.result_page(Reader(library, TODAY), by_id), width=2000)


def test_a_worry_gives_what_to_do_today_and_whom_to_call(library: Library) -> None:
    text = result(library, passport=Reply.YES)
    risk = library.all(Risk)["passport-confiscation"]
    assert f"! {risk.title}" in text
    assert f"Today           {risk.if_already}" in text
    assert "0570-011000" in text
    assert "because of your answer about: Passport and residence card" in text


def test_the_worst_comes_first(library: Library) -> None:
    text = result(library, card_with_you=Reply.NO, end_of_stay=Reply.YES)
    assert text.index("staying after it ends") < text.index("going out without it")


def test_what_is_not_known_says_how_to_find_out_and_what_it_can_be(library: Library) -> None:
    text = result(library, pay=Reply.UNSURE)
    assert "What you did not know: find it out" in text
    assert "? Your pay: Write your hours down each day" in text
    assert "It can be: Unpaid wages" in text
    assert "Nothing that you know points to a risk of the list." in text


def test_what_is_open_is_named_until_all_is_answered(library: Library) -> None:
    questions = library.all(SelfCheckQuestion)
    assert all(f"[ ] {one.title}\n" in result(library) for one in questions.values())
    other = {one.id: Reply.NO if one.worry is Reply.YES else Reply.YES for one in questions.values()}
    text = as_text(pages.result_page(Reader(library, TODAY), other))
    assert "Not answered yet" not in text
    assert "No answer points to a risk of the list." in text


def test_every_result_says_that_nothing_is_kept_and_promises_nothing(library: Library) -> None:
    for reply in Reply:
        text = result(library, passport=reply)
        assert pages.NOT_KEPT in text
        assert "110" in text


def test_a_question_says_what_its_answer_can_mean(library: Library) -> None:
    question = library.all(SelfCheckQuestion)["card-with-you"]
    text = as_text(pages.question_page(Reader(library, TODAY), question, Reply.NO))
    assert "Your answer     no" in text
    assert 'What "no" can mean' in text
    assert "none yet" in as_text(pages.question_page(Reader(library, TODAY), question))


def test_the_result_in_a_few_words(library: Library) -> None:
    reader = Reader(library, TODAY)
    assert pages.say_result(pages.outcome_of(reader, {})) == "0 risks, 14 open"
    some = {"passport": Reply.YES, "pay": Reply.UNSURE}
    assert pages.say_result(pages.outcome_of(reader, some)) == "1 risk, 1 to find out, 12 open"
