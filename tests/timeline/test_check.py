from pathlib import Path

import pytest

from ssw_tui.timeline.check import problems
from tests.timeline.small import answer, change, fact, listed, rule, small, span, topic

DAY = "2023-05-01"
OTHER = "2024-05-01"
FIELDS = {"tea": span("open", "2020-01-01"), "milk": span("open", "2020-01-01")}
DETAILS = {"tea": listed("conditions", "Join a club.", since=DAY), "milk": ""}
RULES = rule("new", since=DAY) + rule("undated") + rule("late", since=OTHER)
RULES += rule("telling", since=OTHER, more='previously = "No club."')


def found(folder: Path, *, changes: str = "", topics: str = "", answers: str = "", figures: str = "") -> list[str]:
    library = small(
        folder,
        rules=RULES,
        fields=FIELDS,
        details=DETAILS,
        changes=changes,
        topics=topics,
        answers=answers,
        figures=figures,
    )
    return [f"{one.kind} {one.id}: {one.text}" for one in problems(library)]


@pytest.mark.parametrize(
    "names",
    [
        'rules = ["new", "undated", "telling"]',
        'field_lists = ["conditions"]',
        'fields = ["tea"]\nfield_lists = ["conditions"]',
        fact("change", "It is so.", since=DAY),
    ],
    ids=["rules to read on", "a list of every field", "a list of a field", "facts"],
)
def test_a_change_that_tells_of_its_day_is_right(tmp_path: Path, names: str) -> None:
    assert found(tmp_path, changes=change("one", DAY, names)) == []


@pytest.mark.parametrize(
    ("names", "problem"),
    [
        ('rules = ["new", "late"]', 'rule "late": nothing begins there on 2023-05-01'),
        ('rules = ["undated"]', "nothing that it names begins on 2023-05-01, and it has no facts of its own"),
        ('rules = ["new"]\nfields = ["tea", "milk"]', 'field "milk": nothing begins there on 2023-05-01'),
        (
            'fields = ["tea", "milk"]\nfield_lists = ["conditions"]',
            'field "milk": nothing begins there on 2023-05-01',
        ),
        (fact("change", "It is so.", since=OTHER), "its facts need since = 2023-05-01"),
    ],
)
def test_a_change_that_tells_of_another_day_is_wrong(tmp_path: Path, names: str, problem: str) -> None:
    assert found(tmp_path, changes=change("one", DAY, names)) == [f"change one: {problem}"]


@pytest.mark.parametrize(
    ("one", "two", "both"),
    [
        ('rules = ["new"]', 'rules = ["new"]', 'rule "new"'),
        ('fields = ["tea"]', 'field_lists = ["conditions"]', 'conditions of field "tea"'),
    ],
)
def test_what_two_changes_of_its_day_name_is_wrong_in_both(tmp_path: Path, one: str, two: str, both: str) -> None:
    changes = change("one", DAY, one) + change("two", DAY, two)
    problems = [line for line in found(tmp_path, changes=changes) if both in line]
    assert problems == [f'change one: it and "two" both name {both}', f'change two: it and "one" both name {both}']


def test_what_only_tells_again_must_be_named_by_a_change_of_its_day(tmp_path: Path) -> None:
    topics = topic("clubs", fact("topic", "Clubs open.", since=DAY), fact("topic", "Clubs are good."))
    answers = answer("dated", since=DAY) + answer("resting", since=DAY, rules='"new"') + answer("always")
    assert found(tmp_path, topics=topics, answers=answers) == [
        "answer dated: no change of 2023-05-01 names it",
        "topic clubs: no change of 2023-05-01 names it",
    ]
    named = change("one", DAY, 'rules = ["new"]\ntopics = ["clubs"]\nanswers = ["dated"]')
    assert found(tmp_path, topics=topics, answers=answers, changes=named) == []


@pytest.mark.parametrize(("day", "problems"), [(DAY, 0), ("2023-05-02", 1)])
def test_a_figure_gets_another_value_only_on_a_day_of_which_a_change_tells(
    tmp_path: Path, day: str, problems: int
) -> None:
    figures = '[[figure]]\nid = "members"\ntitle = "Members"\nunit = "people"\n'
    for value, time in ((5, f"until = {day}"), (7, f"since = {day}")):
        figures += f'[[figure.values]]\nvalue = {value}\nconfidence = "high"\nsources = ["isa"]\n{time}\n'
    assert found(tmp_path, figures=figures) == [f"figure members: no change of {day} is told"] * problems
