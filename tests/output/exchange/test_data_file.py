import json
from pathlib import Path

import pytest
from hypothesis import given, settings

from ssw_tui.output.exchange.data_file import data_file, read_data_file
from ssw_tui.tracker.everything import Everything
from ssw_tui.tracker.records import CardStatus
from ssw_tui.tracker.tracker import Tracker
from tests.tracker.everybody import EVERYTHING, NUMBER, everythings

TEXT = data_file(EVERYTHING)


def test_nothing_is_lost() -> None:
    found = read_data_file(TEXT)

    assert found == EVERYTHING
    assert isinstance(found.cards[0].status, CardStatus)
    assert data_file(found) == TEXT


def test_it_is_data_and_nothing_else() -> None:
    data = json.loads(TEXT)

    assert list(data) == ["format", *(table for table, _ in EVERYTHING.tables())]
    assert data["format"] == 1
    assert data["cards"][0]["number"] == NUMBER
    assert data["cards"][1] == {"id": "aung-4d5f", "label": "Aung", "status": "none"}
    assert read_data_file('{"format": 1}') == Everything()


@settings(max_examples=60, deadline=None)
@given(everything=everythings())
def test_any_data_come_back_as_they_were(everything: Everything) -> None:
    assert read_data_file(data_file(everything)) == everything


@settings(max_examples=15, deadline=None)
@given(everything=everythings())
def test_any_data_come_back_from_a_store(everything: Everything, tmp_path_factory: pytest.TempPathFactory) -> None:
    text = data_file(everything)
    with Tracker(Path(tmp_path_factory.mktemp("data")) / "new") as tracker:
        tracker.take_in(lambda _: read_data_file(text))
        assert data_file(tracker.everything()) == text


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("}", "", r"line \d+, column \d+: it is no JSON"),
        ('"format": 1,', "", 'no "format"'),
        ('"format": 1', '"format": true', 'no "format"'),
        ('"format": 1', '"format": 2', "it has the format 2, this program reads 1; a newer ssw-tui wrote it"),
        ('"cards": [', '"people": [', "unknown: people"),
        ('"cards": [', '"cards": 5, "events": [', r"cards: it must be a list, in \[ \]"),
        ('"cards": [', '"cards": [7,', r"cards\[0\]: it must be a table, in { }"),
        ('"ssw1"', '"ssw9"', r"cards\[0\].status: it must be one of ssw1, ssw2, other, none"),
        ('"2027-03-15"', '"15 March"', r"cards\[0\].expires: this is no day; write it as 2027-03-15"),
        ('"2027-03-15"', "20270315", r"cards\[0\].expires: it must be one line of text"),
        ('"2027-03-15"', "null", r"cards\[0\]: the end of stay is missing"),
        ('"label"', '"lable"', r"cards\[0\].label: it is missing \(and 1 more\)"),
        (f'"{NUMBER}"', '"ZZ1"', r"cards\[0\]: number: a card number has twelve letters and digits"),
        ('"1y"', '"long"', r"cards\[0\]: period: this is no period of stay"),
        ('"lan-2b3c"', '"Lan\'s"', r"cards\[0\].id: an id has small letters, digits and hyphens"),
        ('"number": 1', '"number": 1.5', r"events\[0\].number: it must be a whole number"),
        ('"number": 1', '"number": -1', r"events\[0\]: the number of an event is a whole number from 1 to 9999"),
        ('"number": 1', f'"number": {10**21}', r"events\[0\]: the number of an event is a whole number from 1"),
        ('"1y"', '"11y"', r"cards\[0\]: period: this is too long; a period of stay can have 10 years at most"),
        ('"Aung"', '"a\\u202eb"', r"cards\[1\]: the label holds the hidden character U\+202E"),
        ('"notified": true', '"notified": 1', r"leaves\[0\].notified: it must be true or false"),
        ('"12.5"', "NaN", "a number in it is none"),
        ('"12.5"', "1e999", r"quiz_runs\[1\].answers: it must be one line of text"),
        ('"12.5"', "[1]", r"quiz_runs\[1\].answers: it must be one line of text"),
        ('"12.5"', "9" * 5000, "a number in it is none"),
        ('"Aung"', '"a\\ud800"', r"cards\[1\].label: it must be one line of text"),
        ('"Aung"', '"a\\u001b[31m"', r"cards\[1\].label: it must be one line of text"),
        ('"cards": [', '"cards": ' + "[" * 100_000, "nested too deeply"),
    ],
)
def test_what_is_wrong_is_said_with_its_place_and_not_repeated(old: str, new: str, said: str) -> None:
    wrong = TEXT[: TEXT.rindex(old)] if not new and old == "}" else TEXT.replace(old, new, 1)

    with pytest.raises(ValueError, match=said) as raised:
        read_data_file(wrong)

    message = str(raised.value)
    assert "\n" not in message
    assert not any(value in message for value in (NUMBER, "ZZ1", "Green", "Nguy", "Aung", "15 March", "Lan's"))


@pytest.mark.parametrize("text", ["[]", "null", '"x"', "7", "{}", '{"format": "1"}', ""])
def test_other_json_is_no_export(text: str) -> None:
    with pytest.raises(ValueError, match="it is no"):
        read_data_file(text)
