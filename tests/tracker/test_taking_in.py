"""Everything read at once, and taken in again."""

from datetime import date
from itertools import count
from pathlib import Path

import pytest
from attrs import evolve

from ssw_tui.tracker.everything import READERS, Done, Everything
from ssw_tui.tracker.merging import Taken
from ssw_tui.tracker.records import Card, CardStatus, Event, EventKind, TickKind
from ssw_tui.tracker.schema import KEYS
from ssw_tui.tracker.tracker import Tracker
from tests.tracker.everybody import AUNG, EVERYTHING, LAN, MOVED


def take_in(tracker: Tracker, everything: Everything) -> Taken:
    return tracker.take_in(lambda _: everything)


def test_every_table_is_read_and_taken_in() -> None:
    assert list(READERS) == list(KEYS) == [table for table, _ in Everything().tables()]
    assert all(records for _, records in EVERYTHING.tables())


def test_what_was_read_whole_is_the_same_after_it_was_taken_in(data_folder: Path) -> None:
    with Tracker(data_folder) as tracker:
        assert tracker.everything() == Everything()
        taken = take_in(tracker, EVERYTHING)

        assert tracker.everything() == EVERYTHING
        assert taken.added == {table: len(records) for table, records in EVERYTHING.tables()}
        assert [card.id for card in tracker.cards()] == [LAN.id, AUNG.id]
        assert [run.id for run in tracker.quizzes()] == ["q1", "q2"]


def test_taken_in_twice_it_changes_nothing(data_folder: Path) -> None:
    with Tracker(data_folder) as tracker:
        take_in(tracker, EVERYTHING)
        changes = tracker.count_changes()
        taken = take_in(tracker, EVERYTHING)

        assert (dict(taken.added), dict(taken.changed)) == ({}, {})
        assert taken.in_words().startswith("Nothing new")
        assert tracker.count_changes() == changes


def test_it_adds_and_changes_and_never_removes(data_folder: Path) -> None:
    with Tracker(data_folder) as tracker:
        mine = tracker.add_card(label="Mine", status=CardStatus.NONE)
        take_in(tracker, EVERYTHING)
        changed = evolve(LAN, label="Lan 2", expires=date(2028, 3, 15))
        new = Card(id="new", label="New", status=CardStatus.NONE)
        taken = take_in(tracker, Everything(cards=(new, changed)))

        assert tracker.cards() == [mine, changed, AUNG, new]
        assert (taken.added, taken.changed) == ({"cards": 1}, {"cards": 1})
        assert tracker.everything().events == EVERYTHING.events


def test_all_of_it_is_one_change_that_can_be_taken_back(data_folder: Path) -> None:
    with Tracker(data_folder) as tracker:
        tracker.add_card(label="Mine", status=CardStatus.NONE)
        take_in(tracker, Everything(cards=(evolve(LAN, label="Before"),)))
        before = tracker.everything()
        take_in(tracker, EVERYTHING)
        after = tracker.everything()

        change = tracker.undo()
        assert change is not None
        assert change.what == "data imported"
        assert tracker.everything() == before
        tracker.redo()
        assert tracker.everything() == after


def test_a_copy_is_kept_before(data_folder: Path) -> None:
    with Tracker(data_folder) as tracker:
        for number in range(3):
            take_in(tracker, Everything(cards=(evolve(AUNG, label=f"Aung {number}"),)))

    assert len(list((data_folder / "backups").iterdir())) == 2


@pytest.mark.parametrize(
    ("wrong", "place"),
    [
        (Everything(cards=(LAN, LAN)), r"cards\[1\]: it is there twice"),
        (Everything(cards=(AUNG,), events=(MOVED,)), r"events\[0\].card: there is no such card"),
        (evolve(EVERYTHING, done=EVERYTHING.done * 2), r"done\[1\]: it is there twice"),
    ],
)
def test_what_does_not_fit_changes_nothing(data_folder: Path, wrong: Everything, place: str) -> None:
    with Tracker(data_folder) as tracker:
        with pytest.raises(ValueError, match=place) as raised:
            take_in(tracker, wrong)
        assert not data_folder.exists()
        assert LAN.id not in str(raised.value)

        tracker.add_card(label="Mine", status=CardStatus.NONE)
        before = tracker.everything()
        with pytest.raises(ValueError, match=place):
            take_in(tracker, wrong)
        assert tracker.everything() == before


def test_an_entry_can_belong_to_a_card_that_is_there_already(data_folder: Path) -> None:
    with Tracker(data_folder) as tracker:
        take_in(tracker, Everything(cards=(LAN,)))
        take_in(tracker, Everything(events=(MOVED,)))

        assert tracker.file(LAN.id).events == [MOVED]


def test_a_card_without_an_id_is_a_new_one(data_folder: Path) -> None:
    ends = (f"{number // 3:04}" for number in count())
    with Tracker(data_folder, end_of_id=lambda: next(ends)) as tracker:
        tracker.add_card(label="Lan", status=CardStatus.NONE)
        same = Card(id="", label="Lan", status=CardStatus.NONE)
        take_in(tracker, Everything(cards=(same, same)))
        ids = [card.id for card in tracker.cards()]

    assert len(set(ids)) == 3
    assert all(card_id.startswith("lan-") for card_id in ids)


@pytest.mark.parametrize(("card_id", "namesakes"), [("", 1), ("lan-typo", 1), ("lan-0000", 0)])
def test_a_new_card_called_like_one_that_is_there_is_warned_of(data_folder: Path, card_id: str, namesakes: int) -> None:
    ends = (f"{number:04}" for number in count())
    with Tracker(data_folder, end_of_id=lambda: next(ends)) as tracker:
        assert tracker.add_card(label="Lan", status=CardStatus.NONE).id == "lan-0000"
        brought = Card(id=card_id, label="Lan", status=CardStatus.OTHER, expires=LAN.expires)
        taken = take_in(tracker, Everything(cards=(brought,)))

    assert taken.namesakes == namesakes
    assert ("1 of the new ones are called like a card that was there" in taken.in_words()) == bool(namesakes)


def test_an_event_recorded_elsewhere_gets_the_next_number_and_what_is_done_follows(data_folder: Path) -> None:
    with Tracker(data_folder) as tracker:
        take_in(tracker, Everything(cards=(LAN,)))
        own = tracker.add_event(LAN.id, EventKind.MOVED, date(2026, 10, 1))
        later = Event(id="f", card=LAN.id, kind=EventKind.MOVED, on=date(2026, 11, 20), number=2)
        done = Done(card=LAN.id, deadline="address-move", anchor=MOVED.on, on=date(2026, 11, 12))
        brought = Everything(events=(MOVED, later), done=(done,))
        take_in(tracker, brought)
        events = {event.id: event.number for event in tracker.file(LAN.id).events}
        first = tracker.everything()
        take_in(tracker, brought)

        assert events == {own.id: 1, MOVED.id: 2, later.id: 3}
        assert tracker.file(LAN.id).done == {("address-move:2", MOVED.on): date(2026, 11, 12)}
        assert tracker.everything() == first


def test_the_count_of_changes_only_grows(data_folder: Path) -> None:
    with Tracker(data_folder) as tracker:
        assert tracker.count_changes() == 0
        counts = []
        card = tracker.add_card(label="A", status=CardStatus.NONE)
        for change in (
            lambda: tracker.change_card(card.id, label="B"),
            tracker.undo,
            tracker.redo,
            tracker.undo,
            lambda: tracker.set_tick(None, TickKind.STEP, "x/y", ticked=True),
        ):
            change()
            counts.append(tracker.count_changes())

    assert counts == sorted(set(counts))
