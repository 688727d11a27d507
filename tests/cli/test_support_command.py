import pytest

from ssw_tui.cli.support import KINDS
from ssw_tui.library import Library
from tests.cli.calling import Call

TODAY = ("--as-of", "2026-11-22")
JSON = ("--format", "json", *TODAY)


def test_the_data_list_the_duties_under_the_command_s_name(say: Call, library: Library) -> None:
    data = say("support", *JSON).data
    assert list(data) == ["as_of", "support", "parts", "notices"]
    assert data["as_of"] == "2026-11-22"
    for key, kind in KINDS.items():
        assert [record["id"] for record in data[key]] == list(library.all(kind))
        assert all(record["title"] and record["sources"] for record in data[key]), key
    assert "".join(dict.fromkeys(duty["letter"] for duty in data["support"])) == "イロハニホヘトチリヌ"


def test_the_data_hold_the_check_list(say: Call) -> None:
    data = say("support", *JSON).data
    questions = [question for key in ("parts", "support") for one in data[key] for question in one["questions"]]
    assert len(questions) == 35
    assert all(one["id"] and one["text"] and one["demand"] and one["say_ja"] and one["say_kana"] for one in questions)


def test_the_text_is_the_whole_page(say: Call) -> None:
    said = say("support", *TODAY)
    assert said.status == 0
    assert said.out.startswith("The support plan: what the employer owes a No.1 worker\n")
    for words in (
        "10 (ヌ) Regular meetings",
        "If you did not get it: whom to ask",
        "Notice: The yearly report",
        "[ ] ",
    ):
        assert words in said.out


@pytest.mark.parametrize(
    ("record_id", "title", "words"),
    [
        ("housing", "Help with a home", "7.5 square metres"),
        ("who-pays", "Who pays", "They may not be charged to you"),
        ("annual-report", "The yearly report", "from 1 April to 31 May"),
    ],
)
def test_one_duty_part_or_notice_is_told_whole(say: Call, record_id: str, title: str, words: str) -> None:
    data = say("support", record_id, *JSON).data
    assert (data["as_of"], data["id"], data["title"]) == ("2026-11-22", record_id, title)
    assert data["sources"]
    text = say("support", record_id, *TODAY).out
    assert text.startswith(f"{title}\n")
    assert words in " ".join(text.split())


def test_an_id_that_does_not_exist_is_named_with_the_nearest(say: Call) -> None:
    said = say("support", "housin", *TODAY)
    assert (said.status, said.out) == (2, "")
    assert said.err == 'ssw-tui: support: there is no "housin"; did you mean "housing"?\n'


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("support plan", "checklist"),
        ("shien", "who-has-a-right"),
        ("支援計画", "the-plan"),
        ("airport pick up", "airport-transfer"),
        ("7.5 m2", "housing"),
        ("interview every three months", "meetings-and-reporting"),
        ("面談", "meetings-and-reporting"),
        ("checklist", "checklist"),
        ("form 5-9", "pre-arrival-guidance"),
    ],
)
def test_search_finds_it_within_the_first_three(say: Call, typed: str, found: str) -> None:
    hits = say("search", *typed.split(), *JSON).data["results"]
    assert found in [hit["id"] for hit in hits][:3]
