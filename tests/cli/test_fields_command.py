"""Narrowing, ordering and comparing fields from the command line."""

import pytest

from tests.cli.calling import Call

TODAY = ("--as-of", "2026-11-22")


def ids(say: Call, *words: str) -> list[str]:
    return [field["id"] for field in say("fields", *words, *TODAY, "--format", "json").data["fields"]]


def test_words_in_any_script_narrow_the_list(say: Call) -> None:
    for words, field in (
        ("caregiver", "nursing-care"),
        ("溶接", "industrial-product-manufacturing"),
        ("やさい", "agriculture"),
        ("truck", "automobile-transportation"),
    ):
        assert ids(say, "--words", words)[0] == field


def test_work_of_no_field_is_answered_plainly(say: Call) -> None:
    data = say("fields", "--words", "convenience store", *TODAY, "--format", "json").data
    assert data["fields"] == []
    assert [work["id"] for work in data["in_no_field"]] == ["convenience-store"]
    assert data["in_no_field"][0]["near"] == ["food-beverage-manufacturing"]
    assert data["in_no_field"][0]["sources"]

    text = say("fields", "--words", "convenience store", *TODAY).out
    assert "In no field: Convenience store" in text
    assert "What is near" in text


def test_work_of_no_field_has_a_page_by_its_id(say: Call) -> None:
    assert "In no field: Convenience store" in say("fields", "convenience-store").out
    assert say("fields", "convenience-store", "--format", "json").data["in_no_field"][0]["id"] == "convenience-store"


@pytest.mark.parametrize(
    ("switches", "number"),
    [((), 19), (("--no2",), 11), (("--dispatch",), 2), (("--open",), 15), (("--no2", "--open"), 10)],
)
def test_switches_narrow_the_list(say: Call, switches: tuple[str, ...], number: int) -> None:
    assert len(ids(say, *switches)) == number


def test_the_list_goes_by_the_order_that_was_asked_for(say: Call) -> None:
    fields = say("fields", "--sort", "workers", *TODAY, "--format", "json").data["fields"]
    counts = [field["residents_no1"] for field in fields if field["residents_no1"] is not None]
    assert counts == sorted(counts, reverse=True)
    assert fields[0] | {"ceiling_no1": 0} == fields[0] | {"ceiling_no1": 0, "counted_on": "2025-12-31"}


def test_fields_stand_side_by_side(say: Call) -> None:
    compared = say("fields", "--compare", "agriculture", "forestry", *TODAY, "--format", "json").data
    assert compared["fields"] == ["agriculture", "forestry"]
    assert compared["compared"]["No.2"] == ["yes", "no"]
    assert "Agriculture / Forestry" in say("fields", "--compare", "agriculture", "forestry").out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--compare", "agriculture"), "name 2 to 3 fields, not 1"),
        (("--compare", "agriculture", "forestri"), 'there is no "forestri"; did you mean "forestry"?'),
        (("--sort", "size"), 'there is no "size"'),
        (("carer",), 'there is no "carer"'),
    ],
)
def test_a_wrong_call_says_what_is_wrong_in_one_line(say: Call, words: tuple[str, ...], said: str) -> None:
    made = say("fields", *words)
    assert made.status == 2
    assert said in made.err
    assert made.err.count("\n") == 1
