import csv
from io import StringIO

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from ssw_tui.output.exchange.card_sheet import COLUMNS, card_sheet, cards_of, read_card_sheet
from ssw_tui.records.field import Field
from ssw_tui.tracker.records import Card, CardStatus
from tests.tracker.everybody import AUNG, LAN, NUMBER, cards


def field(id: str, name: str, name_ja: str) -> Field:
    return Field(id=id, name=name, name_ja=name_ja, name_kana="", work_words=(), dispatch=False, intake=(), no2=())


FIELDS = (field("agriculture", "Agriculture", "農業"), field("nursing-care", "Nursing Care", "介護"))


def read(text: str, *there: Card) -> list[Card]:
    return cards_of(read_card_sheet(text, FIELDS), {card.id: card for card in there})


def sheet(*lines: str) -> str:
    return "\r\n".join(lines) + "\r\n"


def test_it_comes_back_as_it_was_given() -> None:
    assert read(card_sheet([LAN, AUNG], reveal=True)) == [LAN, AUNG]
    assert read(card_sheet([LAN, AUNG], reveal=False), LAN, AUNG) == [LAN, AUNG]


def test_it_is_what_spreadsheets_read() -> None:
    text = card_sheet([LAN], reveal=False)

    assert text.endswith("\r\n")
    assert text.splitlines()[0] == ",".join(COLUMNS)
    assert set(COLUMNS) >= {"id", "label", "status", "expires", "field", "granted", "period", "number", "no1-since"}
    assert next(csv.DictReader(StringIO(text)))["employer"] == '"Green" Farm'


def test_numbers_are_masked_unless_they_are_revealed() -> None:
    assert NUMBER not in card_sheet([LAN], reveal=False)
    assert NUMBER in card_sheet([LAN], reveal=True)


@settings(max_examples=100, deadline=None)
@given(drawn=st.lists(cards(), unique_by=lambda card: card.id, max_size=5))
def test_any_cards_come_back(drawn: list[Card]) -> None:
    trimmed = [
        evolve(
            card,
            label=card.label.strip(),
            employer=card.employer.strip() if card.employer else None,
            note=card.note.strip() if card.note else None,
        )
        for card in drawn
    ]
    assert read(card_sheet(trimmed, reveal=True)) == trimmed


@pytest.mark.parametrize(
    "label", ["=1+1", "+81", "-x", "@SUM(A1)", "＝1", "'=1", "''=1", '=HYPERLINK("http://x")', "'t Hooft", "'", "a=b"]
)
def test_no_cell_can_run_as_a_formula_and_none_is_changed(label: str) -> None:
    card = evolve(AUNG, label=label)
    text = card_sheet([card], reveal=False)
    [row] = list(csv.DictReader(StringIO(text)))

    assert row["label"][0] not in "=+-@＝＋－＠"
    assert read(text) == [card]


@pytest.mark.parametrize("written", ["2027-03-15", "2027/3/15", "2027年3月15日", "令和9年3月15日"])
def test_days_are_taken_in_four_ways(written: str) -> None:
    [card] = read(sheet("label,status,expires", f"Lan,ssw1,{written}"))
    assert card.expires == LAN.expires


@pytest.mark.parametrize(
    "text",
    [
        "label,status\r\nAung,none\r\n",
        "label,status\nAung,none",
        "label;status\r\nAung;none\r\n",
        "Label\tStatus\r\nAung\tnone\r\n",
        '"label","status"\r\n"Aung","none"\r\n\r\n,\r\n',
        "label,status,\r\nAung,none,\r\n",
        "label,status,,\r\nAung,none\r\n",
        "label,status\r\nAung,none,,\r\n",
        ",label,,status\r\n,Aung,,none\r\n",
        "\r\n\n;;\r\nlabel;status\r\nAung;none\r\n",
        "sep=;\r\nlabel;status\r\nAung;none\r\n",
        "\r\nsep=,,\r\nlabel,status\r\nAung,none\r\n",
        '"sep=\t"\nlabel\tstatus\nAung\tnone',
    ],
)
def test_what_spreadsheets_write_is_taken(text: str) -> None:
    assert read(text) == [evolve(AUNG, id="")]


@pytest.mark.parametrize("written", ["nursing-care", "Nursing Care", "nursing  care", "介護"])
def test_a_field_is_taken_by_its_id_or_its_name(written: str) -> None:
    assert read(sheet("label,status,field", f"Aung,none,{written}")) == [evolve(AUNG, id="", field="nursing-care")]


@pytest.mark.parametrize("written", ["ssw1", "SSW1", "No.1", "特定技能１号", "Specified Skilled Worker (i)"])
def test_a_status_is_taken_as_cards_print_it(written: str) -> None:
    assert read(sheet("id,status", f"{LAN.id},{written}"), LAN) == [LAN]


def test_a_column_left_out_leaves_a_value_and_an_empty_cell_takes_it_away() -> None:
    [card] = read(sheet("id,field,no1 since", f"{LAN.id},,2023-05-01"), LAN)
    assert card == evolve(LAN, field=None, no1_since=card.no1_since)
    assert str(card.no1_since) == "2023-05-01"


def test_a_masked_number_leaves_the_number() -> None:
    assert read(sheet("id,number", f"{LAN.id},AB********CD"), LAN) == [LAN]
    assert read(sheet("id,number", f"{LAN.id},"), LAN) == [evolve(LAN, number=None)]
    assert read(sheet("id,label,status,number", "new,New,none,AB••••••••CD"))[0].number is None


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (["Secret,ssw1", "x,y"], "line 1: it must name the columns; there are id, label, status"),
        (["name,status,expires", "x,y,z"], 'line 1: there is no column "name"; did you mean "label"'),
        (["status,expires", "x,y"], "line 1: there is no column label"),
        (["label,colour", "x,y"], 'line 1: there is no column "colour"; there are id'),
        (["label,expiry", "x,y"], 'line 1: there is no column "expiry"; did you mean "expires"'),
        (["label,label", "x,y"], 'line 1: the column "label" is there twice'),
        (["label,status", "Secret,none", "Secret"], "line 3: it has 1 cells, the first line has 2"),
        (["label,status", "Secret,king"], "line 2, status: it is one of ssw1, ssw2, other, none"),
        (["label,status", ",none"], "line 2, label: it cannot be empty"),
        (["label,status", "Secret,ssw1"], "line 2: the end of stay is missing"),
        (["label", "Secret"], "line 2: status is missing, which a new card needs"),
        (["id,expires", "secret,2027-03-15"], "line 2: there is no card with this id, and label is missing"),
        (["label,status,expires", "Secret,ssw1,Secret"], "line 2, expires: this is no day; write it as"),
        (["label,status,number", "x,none,Secret"], "line 2, number: a card number has twelve"),
        (["label,status,period", "x,none,Secret"], "line 2, period: this is no period"),
        (["label,status,field", "x,none,Secret"], "line 2, field: there is no such field"),
        (["id,label,status", "Secret!,x,none"], "line 2, id: an id has small letters"),
        (["id,label,status", "a,x,none", "a,y,none"], "line 3, id: another line has the same"),
        (["label,status", '"Secret\r\nSecret",none'], "line 3: the label must be one line"),
        (["label,status", '"Secret"x,none'], "line 2: it is no CSV"),
        (["label,status", f"{'Secret' * 2000},none"], "line 2: it is no CSV"),
        (["label,status", f"{'Secret' * 100},none"], "line 2: the label may have 200 characters"),
        (["label,,status", "x,,none", "y,Secret,none"], "line 3: column 2 has no name; name it in the first line"),
        (["label,status,", "x,none,Secret"], "line 2: it has 3 cells, the first line has 2"),
        (["label,,status", "x,none"], "line 2: it has 2 cells, the first line has 3"),
        (["", "label,colour", "x,y"], 'line 2: there is no column "colour"'),
        (["sep=;", "", "label;status", "Secret;king"], "line 4, status: it is one of"),
        (["sep=;", "Secret;ssw1"], "line 2: it must name the columns"),
        (["", ""], "line 1: it must name the columns"),
        (["label,status", "x,none", "Secret,king", ",none"], "line 3, status: .*none; wrong too: line 4$"),
        (["label,status", *["Secret,king"] * 8], "line 2, status: .*; wrong too: lines 3, 4, 5, 6, 7 and 2 more$"),
        (["label,status", "Secret,ssw1", "Secret,ssw2"], "line 2: the end of stay is missing.*; wrong too: line 3$"),
    ],
)
def test_what_is_wrong_is_said_with_its_line_and_not_repeated(lines: list[str], said: str) -> None:
    with pytest.raises(ValueError, match=said) as raised:
        read(sheet(*lines))
    assert "Secret" not in str(raised.value)
    assert "\n" not in str(raised.value)


def test_a_new_card_can_have_an_id() -> None:
    assert read(sheet("id,label,status", "aung-4d5f,Aung,none")) == [AUNG]
    assert read(card_sheet([AUNG], reveal=False))[0].status is CardStatus.NONE
