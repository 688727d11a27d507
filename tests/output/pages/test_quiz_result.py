import pytest

from ssw_tui.advice.answers import Answer
from ssw_tui.advice.eligibility import Quiz
from ssw_tui.library import Library
from ssw_tui.output.page import Heading, Page
from ssw_tui.output.pages.quiz import result_page
from ssw_tui.output.text import as_text
from ssw_tui.reader import Reader
from tests.advice.people import person
from tests.conftest import TODAY

LAW = "Landing-criteria Ordinance"


@pytest.fixture(scope="module")
def quiz(library: Library) -> Quiz:
    return Quiz.of(library)


def result(library: Library, quiz: Quiz, answers: dict[str, Answer], *, briefly: bool = True) -> Page:
    found = quiz.evaluate(answers, TODAY)
    return result_page(Reader(library, TODAY), quiz, found, answers, briefly=briefly)


def test_a_short_result_names_the_rule_and_a_whole_one_the_law_behind_it(library: Library, quiz: Quiz) -> None:
    answers = person("no1", {"skills-test": "not-passed"})
    short = as_text(result(library, quiz, answers), width=2000)
    whole = as_text(result(library, quiz, answers, briefly=False), width=2000)
    assert "\n  rule: Skills test for No.1\n" in short
    assert LAW not in short
    assert f"\n  rule: Skills test for No.1; {LAW}" in whole


def test_a_short_result_still_says_what_is_less_than_sure(library: Library, quiz: Quiz) -> None:
    short = as_text(result(library, quiz, person("no1", {"record": "rather-not-say"})), width=2000)
    assert "rule: When entry is refused; medium: reported, or read second-hand" in short


def test_what_was_not_asked_comes_after_everything_that_counts(library: Library, quiz: Quiz) -> None:
    page = result(library, quiz, {"goal": "no1", "location": "abroad", "record": "rather-not-say"})
    headings = [block.text for block in page.blocks if isinstance(block, Heading)]
    assert headings[-2:] == ["Your answers", "Not asked"]


FROM_VIET_NAM: dict[str, Answer] = {"passport": "VN", "home-steps": "not-done", "skills-test": "not-passed"}


def test_what_is_missing_leads_to_the_tests_of_the_field_and_the_papers_of_the_country(
    library: Library, quiz: Quiz
) -> None:
    page = result(library, quiz, person("no1", FROM_VIET_NAM))
    assert [pointer.kind for pointer in page.pointers] == ["procedure", "field", "home-country"]
    assert page.pointers[-1].id == "viet-nam"


def test_where_something_stands_against_it_no_tests_are_named_to_go_on_with(library: Library, quiz: Quiz) -> None:
    assert result(library, quiz, person("no1", FROM_VIET_NAM | {"deposit": "yes"})).pointers == ()


@pytest.mark.parametrize(("passport", "country"), [("VN", "viet-nam"), ("ID", "indonesia"), ("unknown", None)])
def test_the_papers_are_those_of_the_own_country(
    library: Library, quiz: Quiz, passport: str, country: str | None
) -> None:
    answers = person("no1", FROM_VIET_NAM | {"passport": passport})
    page = result_page(Reader(library, TODAY), quiz, quiz.evaluate(answers, TODAY), answers)
    named = [pointer.id for pointer in page.pointers if pointer.kind == "home-country"]
    assert named == ([country] if country else [])


def test_a_closed_field_is_said_before_what_is_missing_and_leads_to_the_fields_that_are_open(
    library: Library, quiz: Quiz
) -> None:
    page = result(library, quiz, person("no1", FROM_VIET_NAM | {"field": "food-service", "terms": "unknown"}))
    headings = [block.text for block in page.blocks if isinstance(block, Heading)]
    assert headings.index("For now") < headings.index("Find out") < headings.index("Missing")
    assert ("view", "fields") in [(pointer.kind, pointer.id) for pointer in page.pointers]
    assert "field" not in [pointer.kind for pointer in page.pointers]
