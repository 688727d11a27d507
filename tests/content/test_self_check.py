import re

from ssw_tui.library import Library
from ssw_tui.records.risk import Risk
from ssw_tui.records.self_check import Reply, SelfCheckQuestion


def test_there_are_few_enough_questions_for_two_minutes(library: Library) -> None:
    questions = library.all(SelfCheckQuestion).values()
    assert 10 <= len(questions) <= 14
    assert sum(len(one.text.split()) for one in questions) <= 400


def test_every_risk_is_reached_by_a_question(library: Library) -> None:
    reached = {risk for one in library.all(SelfCheckQuestion).values() for risk in one.risks}
    assert reached == set(library.all(Risk))


def test_each_question_is_answered_with_yes_or_no_and_says_how_to_find_out(library: Library) -> None:
    for question in library.all(SelfCheckQuestion).values():
        assert question.text.endswith("?"), question.id
        assert question.text.count("?") == 1, question.id
        assert question.worry in (Reply.YES, Reply.NO), question.id
        assert question.risks, question.id
        assert question.find_out.endswith("."), question.id
        assert re.match(r"(Do|Does|Did|Has|Was|Are)\b", question.text), question.id


def test_no_two_questions_lead_to_the_same_risks(library: Library) -> None:
    led = [question.risks for question in library.all(SelfCheckQuestion).values()]
    assert len(set(led)) == len(led)
