from collections.abc import Mapping
from itertools import product

import pytest

from ssw_tui.advice.self_check import Outcome, outcome
from ssw_tui.library import Library
from ssw_tui.records.risk import Risk, Severity
from ssw_tui.records.self_check import Reply, SelfCheckQuestion


def come_to(library: Library, replies: Mapping[str, Reply]) -> Outcome:
    return outcome(library.all(SelfCheckQuestion).values(), library.all(Risk), replies)


def named(found: Outcome) -> set[str]:
    return {concern.risk.id for concern in found.concerns}


def test_without_an_answer_nothing_is_pointed_to_and_all_is_open(library: Library) -> None:
    found = come_to(library, {})
    assert found.concerns == ()
    assert found.unsure == ()
    assert [one.id for one in found.open] == list(library.all(SelfCheckQuestion))


def test_every_risk_is_reached(library: Library) -> None:
    asked = library.all(SelfCheckQuestion)
    found = come_to(library, {one.id: one.worry for one in asked.values()})
    assert named(found) == set(library.all(Risk))
    assert (found.unsure, found.open) == ((), ())


def test_the_other_answer_points_to_nothing(library: Library) -> None:
    other = {Reply.YES: Reply.NO, Reply.NO: Reply.YES}
    found = come_to(library, {one.id: other[one.worry] for one in library.all(SelfCheckQuestion).values()})
    assert found == Outcome(concerns=(), unsure=(), open=())


@pytest.mark.parametrize("reply", [*Reply, None])
def test_each_answer_to_each_question_leads_where_it_should(library: Library, reply: Reply | None) -> None:
    for question in library.all(SelfCheckQuestion).values():
        found = come_to(library, {question.id: reply} if reply else {})
        assert named(found) == (set(question.risks) if reply is question.worry else set())
        assert all(concern.questions == (question,) for concern in found.concerns)
        assert [one.id for one in found.unsure] == ([question.id] if reply is Reply.UNSURE else [])
        assert (question in found.open) == (reply is None)


def test_every_pair_of_answers_adds_up_worst_first(library: Library) -> None:
    asked = list(library.all(SelfCheckQuestion).values())
    for one, other in product(asked, repeat=2):
        for first, second in product((None, *Reply), repeat=2):
            replies = {question.id: said for question, said in ((one, first), (other, second)) if said}
            found = come_to(library, replies)
            expected = {risk for asked_id, said in replies.items() for risk in _risks(library, asked_id, said)}
            assert named(found) == expected
            ranks = [list(Severity).index(concern.risk.severity) for concern in found.concerns]
            assert ranks == sorted(ranks)
            assert len(found.concerns) == len(expected)


def _risks(library: Library, question_id: str, reply: Reply) -> tuple[str, ...]:
    question = library.all(SelfCheckQuestion)[question_id]
    return question.risks if question.worry is reply else ()


def test_a_risk_to_which_two_answers_point_is_named_once_with_both(library: Library) -> None:
    found = come_to(library, {"notices": Reply.YES, "without-work": Reply.YES})
    asked = {concern.risk.id: [one.id for one in concern.questions] for concern in found.concerns}
    assert asked["revocation"] == ["without-work", "notices"]
