import pytest

from ssw_tui.library import Library
from ssw_tui.records.home_country import HomeCountry, Whereabouts
from ssw_tui.records.quiz import Question

STEPS = {"PH": 4, "VN": 3, "KH": 2, "TH": 2, "ID": 3, "NP": 2, "MM": 3, "MN": 2}
"""The countries whose own steps are known, with how many there are."""
WITH_A_PAPER = {"VN": "recommendation list", "KH": "registration certificate", "TH": "contract"}
"""The only countries that have a paper in the application in Japan."""
MEMORANDUM_ONLY = {"LK", "BD", "UZ", "PK", "IN", "MY", "LA", "KG", "TJ"}


def by_code(library: Library) -> dict[str, HomeCountry]:
    return {country.code: country for country in library.all(HomeCountry).values() if country.code}


def test_the_eight_countries_have_their_steps(library: Library) -> None:
    assert {code: len(country.steps) for code, country in by_code(library).items() if country.steps} == STEPS


def test_only_three_countries_have_a_paper_in_the_application(library: Library) -> None:
    for code, country in by_code(library).items():
        if code in WITH_A_PAPER:
            assert WITH_A_PAPER[code] in country.in_filing.text
        else:
            assert country.in_filing.text.startswith("No paper"), code


def test_of_other_countries_the_embassy_is_named_and_nothing_is_claimed(library: Library) -> None:
    countries = by_code(library)
    assert countries.keys() - STEPS.keys() == MEMORANDUM_ONLY
    for country in (*(countries[code] for code in MEMORANDUM_ONLY), library.all(HomeCountry)["other-country"]):
        assert country.steps == ()
        assert country.not_known, country.id
        assert "embassy" in country.not_known.text
        assert country.not_known.ask == "isa-info"


def test_the_codes_are_those_of_the_quiz(library: Library) -> None:
    world = {code for question in library.all(Question).values() for code in question.countries}
    assert by_code(library).keys() <= world


@pytest.mark.parametrize("code", ["PH", "VN", "ID", "MM"])
def test_people_already_in_japan_have_steps_of_their_own(library: Library, code: str) -> None:
    assert any(Whereabouts.JAPAN in step.people_in for step in by_code(library)[code].steps)


def test_viet_nam_tells_who_does_not_need_the_list(library: Library) -> None:
    vietnam = by_code(library)["VN"]
    assert "do not need it for a change of employer or field, or for an extension" in vietnam.in_filing.text
    assert "2 years or more" in vietnam.steps[-1].text
