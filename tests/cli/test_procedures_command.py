"""What a procedure asks of a field of work and of a home country."""

import pytest

from tests.cli.calling import Call

COE = ("procedures", "coe-from-abroad", "--as-of", "2026-11-22")


def test_the_procedures_are_listed_in_the_order_of_need(say: Call) -> None:
    listed = [procedure["id"] for procedure in say("procedures", "--format", "json").data["procedures"]]
    assert listed[:3] == ["coe-from-abroad", "change-of-status-in-japan", "post-arrival"]
    assert listed[-1] == "leaving-japan"


def test_with_a_field_its_papers_are_named(say: Call) -> None:
    assert "建設特定技能受入計画" not in say(*COE).out
    assert "建設特定技能受入計画" in say(*COE, "--field", "construction").out
    said = say(*COE, "--field", "construction", "--format", "json").data
    assert "construction-plan" in [paper["id"] for paper in said["field_papers"]]
    assert "分野参考様式" in said["field_papers_note"]
    assert said["id"] == "coe-from-abroad"


@pytest.mark.parametrize("country", ["VN", "vn", "viet-nam", "Viet Nam", "ベトナム"])
def test_a_home_country_is_known_by_its_code_id_and_names(say: Call, country: str) -> None:
    assert "DOLAB" in say(*COE, "--country", country).out
    assert say(*COE, "--country", country, "--format", "json").data["home_country"]["code"] == "VN"


@pytest.mark.parametrize("country", ["BR", "Brazil"])
def test_every_other_country_of_the_world_is_sent_to_its_embassy(say: Call, country: str) -> None:
    assert say(*COE, "--country", country, "--format", "json").data["home_country"]["id"] == "other-country"
    assert "embassy" in say(*COE, "--country", country).out


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (("procedures", "--field", "construction"), "go with one procedure"),
        ((*COE, "--field", "constuction"), 'did you mean "construction"?'),
        ((*COE, "--country", "Vietnm"), 'did you mean "Viet Nam"?'),
        ((*COE, "--country", "??"), "ssw-tui home-countries lists"),
        (("procedures", "coe", "--country", "VN"), 'there is no "coe"'),
    ],
)
def test_what_is_not_there_is_named_with_the_way_out(say: Call, words: tuple[str, ...], complaint: str) -> None:
    said = say(*words)
    assert said.status == 2
    assert complaint in said.err


def test_cards_to_show_and_home_countries_are_lists_of_their_own(say: Call) -> None:
    cards = say("counter-cards", "--format", "json").data["counter-cards"]
    assert cards[0]["id"] == "any-counter"
    assert "つうやくをおねがいできますか。" in say("counter-cards", "any-counter").out
    countries = say("home-countries", "--format", "json").data["home-countries"]
    assert {"PH", "VN", "NP"} <= {country["code"] for country in countries}
    assert "Overseas Employment Certificate" in say("home-countries", "philippines").out
