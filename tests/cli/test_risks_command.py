"""The risks of one side, and the self-check, on the command line."""

import pytest

from ssw_tui.library import Library
from ssw_tui.records.article import Article
from ssw_tui.records.risk import Risk
from ssw_tui.records.self_check import SelfCheckQuestion
from tests.cli.calling import Call

JSON = ("--as-of", "2026-11-22", "--format", "json")


@pytest.mark.parametrize("who", ["worker", "employer", "support-organisation"])
def test_only_the_risks_of_one_side_are_listed(say: Call, library: Library, who: str) -> None:
    listed = [risk["id"] for risk in say("risks", "--who", who, *JSON).data["risks"]]
    assert set(listed) == {risk.id for risk in library.all(Risk).values() if who in risk.who}
    assert f"Risks: {len(listed)}" in say("risks", "--who", who).out


def test_another_side_is_refused_with_those_there_are(say: Call) -> None:
    said = say("risks", "--who", "police")
    assert said.status == 2
    assert "police" in said.err


def test_a_risk_is_given_whole_whoever_is_named(say: Call) -> None:
    assert say("risks", "overstay", "--who", "employer", *JSON).data["id"] == "overstay"


def test_the_self_check_lists_its_questions_with_their_risks(say: Call, library: Library) -> None:
    out = " ".join(say("risks", "--check").out.split())
    for question in library.all(SelfCheckQuestion).values():
        assert f"id: {question.id}; {question.worry} can mean:" in out


def test_answers_give_the_risks_that_they_point_to(say: Call) -> None:
    data = say("risks", "--check", "passport=yes", "pay=unsure", *JSON).data
    assert data["risks"] == ["passport-confiscation"]
    assert data["unsure"] == ["pay"]
    assert len(data["open"]) == 12
    out = say("risks", "--check", "passport=yes").out
    assert "Your answers point to these" in out


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ("pasport=yes", 'did you mean "passport"'),
        ("passport=maybe", '"passport" needs an answer'),
        ("passport", '"passport" needs an answer'),
    ],
)
def test_a_wrong_answer_is_refused_in_words(say: Call, answer: str, words: str) -> None:
    said = say("risks", "--check", answer)
    assert (said.status, said.out) == (2, "")
    assert words in said.err


def test_articles_are_listed_with_their_numbers_and_given_whole(say: Call, library: Library) -> None:
    out = say("articles").out
    assert f"Articles: {len(library.all(Article))}" in out
    assert "19-16: Notices about your employer" in out
    data = say("articles", "immigration-19-16", *JSON).data
    assert (data["number"], data["law"], data["reading"]) == ("19-16", "immigration-act", "read")
    assert data["sources"]
