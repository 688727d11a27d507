"""Whatever is taken from a person or a file can be read from the store again."""

import json
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ssw_tui.cli.card_values import card_values
from ssw_tui.errors import DataUnavailableError, UserError
from ssw_tui.library import Library
from ssw_tui.output.exchange.card_sheet import cards_of, read_card_sheet
from ssw_tui.output.exchange.data_file import read_data_file
from ssw_tui.tracker.everything import Everything
from ssw_tui.tracker.records import CardStatus
from ssw_tui.tracker.store import Store
from ssw_tui.tracker.tracker import Tracker

TEXTS = {
    "label": st.text(max_size=5) | st.text("\u200b\u202e\u2066\u200d\u3164 a", max_size=3),
    "period": st.from_regex(r"([0-9]{1,3}y)?([0-9]{1,4}m)?", fullmatch=True),
    "number": st.from_regex(r"[A-Za-z0-9 ]{10,13}", fullmatch=True),
    "expires": st.from_regex(r"[0-9]{4}-1?[0-9]-[12]?[0-9]", fullmatch=True),
    "note": st.text(max_size=5),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("again") / "data"


def take(folder: Path, use: Callable[[Tracker], object]) -> Everything:
    """Use the data in a way that may be refused, and read everything again."""
    with Tracker(folder) as tracker:
        with suppress(ValueError, UserError):
            use(tracker)
        tracker.files()
        everything = tracker.everything()
        tracker.undo()
    return everything


@settings(max_examples=60, deadline=None)
@given(name=st.sampled_from(sorted(TEXTS)), data=st.data())
def test_what_a_card_is_given(library: Library, folder: Path, name: str, data: st.DataObject) -> None:
    text = data.draw(TEXTS[name])
    new = {"label": "A", "status": "none", name: text}
    take(folder, lambda tracker: tracker.add_card(**card_values(library, new)))

    def edit(tracker: Tracker) -> None:
        card = tracker.add_card(label="A", status=CardStatus.NONE)
        tracker.change_card(card.id, **card_values(library, {name: text}))

    take(folder, edit)


@settings(max_examples=40, deadline=None)
@given(name=st.sampled_from(sorted(TEXTS)), data=st.data())
def test_what_a_file_brings(folder: Path, name: str, data: st.DataObject) -> None:
    text = data.draw(TEXTS[name])
    card = {"id": "a", "label": "A", "status": "none", name: text}
    number = data.draw(st.integers() | st.integers(0, 10_001))
    event = {"id": "e", "card": "a", "kind": "moved", "on": "2026-11-01", "number": number}
    written = json.dumps({"format": 1, "cards": [card], "events": [event]})
    sheet = f'id,status,{"label," if name != "label" else ""}{name}\r\na,none,{"A," if name != "label" else ""}"{text}"'

    take(folder, lambda tracker: tracker.take_in(lambda _: read_data_file(written)))
    take(
        folder,
        lambda tracker: tracker.take_in(
            lambda there: Everything(cards=tuple(cards_of(read_card_sheet(sheet, ()), there)))
        ),
    )


def test_an_event_after_the_last_that_can_be_counted_is_refused(data_folder: Path) -> None:
    event = {"id": "e", "card": "a", "kind": "moved", "on": "2026-11-01", "number": 9999}
    brought = {"format": 1, "cards": [{"id": "a", "label": "A", "status": "none"}], "events": [event]}
    with Tracker(data_folder) as tracker:
        tracker.take_in(lambda _: read_data_file(json.dumps(brought)))
        brought["events"] = [event | {"id": "f"}]
        with pytest.raises(ValueError, match="from 1 to 9999"):
            tracker.take_in(lambda _: read_data_file(json.dumps(brought)))
        kind = tracker.file("a").events[0].kind
        with pytest.raises(ValueError, match="from 1 to 9999"):
            tracker.add_event("a", kind, date(2026, 11, 2))

        assert [found.number for found in tracker.file("a").events] == [9999]


# What earlier versions took in


def spoil(folder: Path, sql: str, *values: object) -> None:
    store = Store(folder)
    with store.writing() as connection:
        connection.execute(sql, values)
    store.close()


@pytest.mark.parametrize(("stored", "shown"), [("\u202aLan\u202c", "Lan"), ("\u200b", "?"), ("La\u200dn", "La\u200dn")])
def test_a_label_with_hidden_characters_is_read_without_them(data_folder: Path, stored: str, shown: str) -> None:
    with Tracker(data_folder) as tracker:
        tracker.add_card(label="Lan", status=CardStatus.NONE)
        spoil(data_folder, "UPDATE cards SET label = ?, note = ?", stored, stored)

        assert [(card.label, card.note) for card in tracker.cards()] == [(shown, shown)]


@pytest.mark.parametrize("period", ["100m", "50y", "1287m"])
def test_a_period_longer_than_can_be_typed_is_read(data_folder: Path, period: str) -> None:
    with Tracker(data_folder) as tracker:
        tracker.add_card(label="Lan", status=CardStatus.NONE)
        spoil(data_folder, "UPDATE cards SET period = ?", period)

        assert tracker.cards()[0].period == period


def test_a_row_that_makes_no_sense_can_be_taken_back_and_the_sentence_says_so(data_folder: Path) -> None:
    with Tracker(data_folder) as tracker:
        card = tracker.add_card(label="Lan", status=CardStatus.NONE)
        tracker.change_card(card.id, period="1y")
        spoil(data_folder, "UPDATE cards SET period = 'long'")
        with pytest.raises(DataUnavailableError, match=r"is damaged .*`ssw-tui card undo`.*restore.*erase"):
            tracker.cards()
        tracker.undo()

        assert tracker.cards() == [card]


def test_of_a_file_that_is_damaged_nothing_can_be_taken_back(data_folder: Path) -> None:
    data_folder.mkdir()
    Store(data_folder).file.write_bytes(b"garbage" * 1000)
    with Tracker(data_folder) as tracker, pytest.raises(DataUnavailableError, match="is damaged") as raised:
        tracker.cards()

    assert "undo" not in str(raised.value)
