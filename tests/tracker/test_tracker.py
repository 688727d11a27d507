from collections.abc import Iterator
from datetime import date
from itertools import count
from pathlib import Path

import pytest

from ssw_tui.errors import UserError
from ssw_tui.tracker.plans import ChoiceKind, PlannedDay
from ssw_tui.tracker.records import Card, CardStatus, EventKind, LeaveKind, SpellKind, TickKind
from ssw_tui.tracker.tracker import Tracker

END = date(2027, 3, 15)
NUMBER = "AB12345678CD"


@pytest.fixture
def tracker(data_folder: Path) -> Iterator[Tracker]:
    numbers = count(1)
    with Tracker(data_folder, end_of_id=lambda: f"{next(numbers):04}") as opened:
        yield opened


def add(tracker: Tracker, label: str = "Lan") -> Card:
    return tracker.add_card(label=label, status=CardStatus.SSW1, expires=END)


# Cards


def test_a_card_is_kept_as_it_was_given(tracker: Tracker, data_folder: Path) -> None:
    card = tracker.add_card(
        label="Lan",
        status=CardStatus.SSW1,
        expires=END,
        field="agriculture",
        granted=date(2026, 3, 15),
        period="1y",
        number=NUMBER,
        no1_since=date(2023, 4, 10),
        employer="Green Farm",
    )

    with Tracker(data_folder) as another:
        assert another.cards() == [card]
        assert another.card(card.id) == card
        assert another.file(card.id).card == card


def test_somebody_without_a_card_can_be_added(tracker: Tracker) -> None:
    assert tracker.add_card(label="Aung", status=CardStatus.NONE).expires is None


@pytest.mark.parametrize(
    ("label", "card_id"),
    [
        ("Lan", "lan-0001"),
        ("Nguyễn Thị Lan", "nguyen-thi-lan-0001"),
        ("山田", "card-0001"),
        ("A very long name of somebody", "a-very-long-name-0001"),
        ("--x--", "x-0001"),
    ],
)
def test_an_id_is_short_and_made_from_the_label(tracker: Tracker, label: str, card_id: str) -> None:
    assert add(tracker, label).id == card_id


def test_two_cards_with_one_label_get_two_ids(data_folder: Path) -> None:
    ends = iter(["same", "same", "else"])
    with Tracker(data_folder, end_of_id=lambda: next(ends)) as tracker:
        assert [add(tracker).id, add(tracker).id] == ["lan-same", "lan-else"]


def test_ids_do_not_follow_from_the_label_alone(data_folder: Path) -> None:
    with Tracker(data_folder) as tracker:
        assert len({add(tracker).id for _ in range(20)}) == 20


def test_cards_stay_in_the_order_in_which_they_were_added(tracker: Tracker) -> None:
    labels = ["C", "A", "B"]
    ids = [add(tracker, label).id for label in labels]

    tracker.change_card(ids[1], label="Z")
    tracker.remove_card(ids[0])
    tracker.undo()

    assert [card.label for card in tracker.cards()] == ["C", "Z", "B"]


def test_a_change_keeps_what_is_not_named(tracker: Tracker) -> None:
    card = tracker.add_card(label="Lan", status=CardStatus.SSW1, expires=END, field="agriculture")

    changed = tracker.change_card(card.id, expires=date(2028, 3, 15), field=None)

    assert (changed.label, changed.expires, changed.field) == ("Lan", date(2028, 3, 15), None)
    assert tracker.card(card.id) == changed


def test_a_value_that_cannot_be_changes_nothing(tracker: Tracker, data_folder: Path) -> None:
    with pytest.raises(ValueError, match="end of stay"):
        tracker.add_card(label="Lan", status=CardStatus.SSW1)
    assert not data_folder.exists()

    card = add(tracker)
    with pytest.raises(ValueError, match="end of stay"):
        tracker.change_card(card.id, expires=None)

    assert tracker.cards() == [card]


def test_a_card_that_does_not_exist_is_named_and_nothing_is_made(tracker: Tracker, data_folder: Path) -> None:
    uses = (
        lambda: tracker.card("nobody"),
        lambda: tracker.file("nobody"),
        lambda: tracker.change_card("nobody", label="x"),
        lambda: tracker.remove_card("nobody"),
        lambda: tracker.add_event("nobody", EventKind.MOVED, END),
        lambda: tracker.add_spell("nobody", SpellKind.NO1, END, None),
        lambda: tracker.add_leave("nobody", LeaveKind.SICK, END, END, notified=True),
        lambda: tracker.set_done("nobody", "x", END, END),
        lambda: tracker.set_tick("nobody", TickKind.STEP, "x", ticked=True),
        lambda: tracker.set_plan("nobody", "extension-of-stay", {"filing": END}),
        lambda: tracker.set_choice("nobody", ChoiceKind.FIELD, "agriculture"),
    )

    for use in uses:
        with pytest.raises(UserError, match='no card "nobody"'):
            use()
    assert not data_folder.exists()

    add(tracker)
    for use in uses:
        with pytest.raises(UserError, match='no card "nobody"'):
            use()


def test_reading_makes_no_file(tracker: Tracker, data_folder: Path) -> None:
    assert (tracker.cards(), tracker.files(), tracker.ticks(None), tracker.quizzes()) == ([], [], [], [])
    assert (tracker.plans(None), tracker.choices(None)) == ([], {})
    assert (tracker.last_quiz(), tracker.undo(), tracker.redo()) == (None, None, None)
    assert not data_folder.exists()


# What happened


def test_events_of_a_kind_are_numbered_in_the_order_of_recording(tracker: Tracker) -> None:
    lan, aung = add(tracker), add(tracker, "Aung")

    for card, kind, day in (
        (lan, EventKind.MOVED, date(2026, 11, 20)),
        (lan, EventKind.MOVED, date(2026, 11, 1)),
        (lan, EventKind.CARD_LOST, date(2026, 11, 2)),
        (aung, EventKind.MOVED, date(2026, 11, 3)),
    ):
        tracker.add_event(card.id, kind, day)

    assert [(event.kind, event.on.day, event.number) for event in tracker.file(lan.id).events] == [
        (EventKind.MOVED, 1, 2),
        (EventKind.CARD_LOST, 2, 1),
        (EventKind.MOVED, 20, 1),
    ]
    assert [event.number for event in tracker.file(aung.id).events] == [1]


def test_a_file_holds_everything_about_its_card_and_nothing_of_others(tracker: Tracker) -> None:
    lan, aung = add(tracker), add(tracker, "Aung")
    spell = tracker.add_spell(lan.id, SpellKind.PREPARATION, date(2022, 1, 1), date(2022, 4, 1))
    leave = tracker.add_leave(lan.id, LeaveKind.SICK, date(2026, 1, 1), date(2026, 3, 1), notified=True)
    tracker.set_done(lan.id, "extension-close", END, date(2027, 1, 10))
    event = tracker.add_event(aung.id, EventKind.RETURNED, END)

    first, second = tracker.files()

    assert (first.spells, first.leaves, first.events) == ([spell], [leave], [])
    assert first.done == {("extension-close", END): date(2027, 1, 10)}
    assert (second.spells, second.leaves, second.events, second.done) == ([], [], [event], {})
    assert [tracker.file(lan.id), tracker.file(aung.id)] == [first, second]


def test_what_was_done_can_be_opened_again(tracker: Tracker) -> None:
    card = add(tracker)

    for day in (date(2027, 1, 1), date(2027, 1, 2), None):
        tracker.set_done(card.id, "extension-close", END, day)
        assert tracker.file(card.id).done == ({("extension-close", END): day} if day else {})


def test_entries_can_be_removed(tracker: Tracker) -> None:
    card = add(tracker)
    entries = (
        tracker.add_event(card.id, EventKind.MOVED, END),
        tracker.add_spell(card.id, SpellKind.NO1, END, None),
        tracker.add_leave(card.id, LeaveKind.PARENTAL, END, END, notified=False),
    )
    before = tracker.file(card.id)

    for entry in entries:
        tracker.remove_entry(entry)
    file = tracker.file(card.id)
    for _ in entries:
        tracker.undo()

    assert (file.events, file.spells, file.leaves) == ([], [], [])
    assert tracker.file(card.id) == before


# Ticks and the quiz


def test_steps_are_ticked_off_for_a_card_or_for_nobody(tracker: Tracker) -> None:
    card = add(tracker)
    tracker.set_tick(card.id, TickKind.STEP, "extension-of-stay/collect", ticked=True)
    tracker.set_tick(None, TickKind.DOCUMENT, "passport", ticked=True)
    tracker.set_tick(None, TickKind.DOCUMENT, "photo", ticked=True)
    tracker.set_tick(None, TickKind.DOCUMENT, "photo", ticked=False)

    assert [(tick.card, tick.kind, tick.key) for tick in (*tracker.ticks(card.id), *tracker.ticks(None))] == [
        (card.id, TickKind.STEP, "extension-of-stay/collect"),
        (None, TickKind.DOCUMENT, "passport"),
    ]


def test_ticking_twice_is_one_change(tracker: Tracker) -> None:
    tracker.set_tick(None, TickKind.STEP, "a/b", ticked=True)
    tracker.set_tick(None, TickKind.STEP, "a/b", ticked=True)

    tracker.undo()

    assert tracker.ticks(None) == []
    assert tracker.undo() is None


def test_an_item_of_support_is_ticked_off_too(tracker: Tracker) -> None:
    tracker.set_tick(None, TickKind.SUPPORT, "guidance", ticked=True)

    assert [(tick.kind, tick.key) for tick in tracker.ticks(None)] == [(TickKind.SUPPORT, "guidance")]


def test_the_days_of_a_plan_are_kept_for_a_card_or_for_nobody(tracker: Tracker, data_folder: Path) -> None:
    card = add(tracker)
    tracker.set_plan(card.id, "extension-of-stay", {"filing": END, "begin": END})
    tracker.set_plan(card.id, "extension-of-stay", {"filing": date(2027, 3, 16)})
    tracker.set_plan(None, "leaving-japan", {"departure": END})
    tracker.set_plan(None, "post-arrival", {"planned-start": END})
    tracker.set_plan(None, "post-arrival", {})

    with Tracker(data_folder) as another:
        assert another.plans(card.id) == [
            PlannedDay(card=card.id, procedure="extension-of-stay", anchor="filing", on=date(2027, 3, 16))
        ]
        assert another.plans(None) == [PlannedDay(card=None, procedure="leaving-japan", anchor="departure", on=END)]


def test_a_plan_set_twice_is_one_change(tracker: Tracker) -> None:
    for _ in range(2):
        tracker.set_plan(None, "leaving-japan", {"departure": END, "contract-end": END})

    tracker.undo()

    assert tracker.plans(None) == []
    assert tracker.undo() is None


def test_what_is_chosen_for_the_steps_is_kept_for_a_card_or_for_nobody(tracker: Tracker, data_folder: Path) -> None:
    card = add(tracker)
    tracker.set_choice(card.id, ChoiceKind.FIELD, "agriculture")
    tracker.set_choice(card.id, ChoiceKind.FIELD, "fishery")
    tracker.set_choice(None, ChoiceKind.HOME_COUNTRY, "vn")
    tracker.set_choice(None, ChoiceKind.FIELD, "nursing-care")
    tracker.set_choice(None, ChoiceKind.FIELD, None)

    with Tracker(data_folder) as another:
        assert another.choices(card.id) == {ChoiceKind.FIELD: "fishery"}
        assert another.choices(None) == {ChoiceKind.HOME_COUNTRY: "vn"}


def test_the_first_card_takes_over_what_was_ticked_off_and_planned_before(tracker: Tracker) -> None:
    tracker.set_tick(None, TickKind.STEP, "a/b", ticked=True)
    tracker.set_plan(None, "leaving-japan", {"departure": END})
    tracker.set_choice(None, ChoiceKind.FIELD, "fishery")

    lan = add(tracker)
    aung = add(tracker, "Aung")

    assert [tick.key for tick in tracker.ticks(lan.id)] == ["a/b"]
    assert [plan.on for plan in tracker.plans(lan.id)] == [END]
    assert tracker.choices(lan.id) == {ChoiceKind.FIELD: "fishery"}
    for card_id in (None, aung.id):
        assert (tracker.ticks(card_id), tracker.plans(card_id), tracker.choices(card_id)) == ([], [], {})

    tracker.undo()
    tracker.undo()
    assert [tick.key for tick in tracker.ticks(None)] == ["a/b"]
    assert [plan.on for plan in tracker.plans(None)] == [END]


def test_quizzes_come_newest_first(tracker: Tracker) -> None:
    answers = {"goal": "no1", "stay-ends": END, "no1-months": 12.5, "passport": "VN"}
    first = tracker.save_quiz(day=date(2026, 11, 1), goal="no1", answers=answers, result='{"verdict": "meets"}')
    second = tracker.save_quiz(day=date(2026, 10, 1), goal="no2", answers={}, result="{}")

    found = tracker.quizzes()

    assert [run.id for run in found] == [second.id, first.id]
    assert tracker.last_quiz() == second
    assert found[1].answers == {**answers, "stay-ends": "2027-03-15"}
    assert (found[1].day, found[1].goal, found[1].result) == (date(2026, 11, 1), "no1", '{"verdict": "meets"}')


# Taking back


def test_every_change_can_be_taken_back_and_done_again(tracker: Tracker) -> None:
    def everything() -> tuple[object, ...]:
        whose = (None, *(card.id for card in tracker.cards()))
        kept = [(tracker.ticks(each), tracker.plans(each), tracker.choices(each)) for each in whose]
        return tracker.files(), kept, tracker.quizzes()

    card = add(tracker)
    states = [everything()]
    for change in (
        lambda: tracker.add_event(card.id, EventKind.MOVED, END),
        lambda: tracker.add_event(card.id, EventKind.MOVED, END),
        lambda: tracker.add_spell(card.id, SpellKind.NO1, date(2020, 1, 1), date(2021, 1, 1)),
        lambda: tracker.add_leave(card.id, LeaveKind.SICK, date(2026, 1, 1), date(2026, 3, 1), notified=True),
        lambda: tracker.set_done(card.id, "address-move:2", END, END),
        lambda: tracker.set_tick(card.id, TickKind.STEP, "a/b", ticked=True),
        lambda: tracker.set_tick(None, TickKind.DOCUMENT, "passport", ticked=True),
        lambda: tracker.set_plan(card.id, "leaving-japan", {"departure": END, "contract-end": END}),
        lambda: tracker.set_plan(card.id, "leaving-japan", {"departure": END}),
        lambda: tracker.set_choice(card.id, ChoiceKind.FIELD, "fishery"),
        lambda: tracker.set_choice(None, ChoiceKind.HOME_COUNTRY, "vn"),
        lambda: tracker.change_card(card.id, label="Lan 2", number=NUMBER),
        lambda: tracker.save_quiz(day=END, goal="no1", answers={"goal": "no1"}, result="{}"),
        lambda: tracker.remove_card(card.id),
    ):
        change()
        states.append(everything())

    back = [everything()]
    while tracker.undo():
        back.append(everything())
    again = [everything()]
    while tracker.redo():
        again.append(everything())

    assert back[:-1] == states[::-1]
    assert back[-1] == ([], [([], [], {})], [])
    assert again[1:] == states


def test_a_removal_taken_back_brings_everything_back(tracker: Tracker) -> None:
    card = add(tracker)
    tracker.add_event(card.id, EventKind.MOVED, END)
    tracker.set_tick(card.id, TickKind.STEP, "a/b", ticked=True)
    tracker.set_plan(card.id, "leaving-japan", {"departure": END})
    tracker.set_choice(card.id, ChoiceKind.FIELD, "fishery")
    before = tracker.file(card.id)

    tracker.remove_card(card.id)
    assert (tracker.plans(card.id), tracker.choices(card.id)) == ([], {})
    change = tracker.undo()

    assert str(change) == f"card removed ({card.id})"
    assert tracker.file(card.id) == before
    assert len(tracker.ticks(card.id)) == 1
    assert len(tracker.plans(card.id)) == 1
    assert tracker.choices(card.id) == {ChoiceKind.FIELD: "fishery"}


def test_a_new_change_forgets_what_was_taken_back(tracker: Tracker) -> None:
    card = add(tracker)
    tracker.change_card(card.id, label="Second")
    tracker.undo()

    tracker.change_card(card.id, label="Third")

    assert tracker.redo() is None
    assert tracker.card(card.id).label == "Third"
    tracker.undo()
    assert tracker.card(card.id).label == "Lan"


def test_what_was_changed_can_be_taken_back_by_another_program(tracker: Tracker, data_folder: Path) -> None:
    card = add(tracker)
    with Tracker(data_folder) as another:
        another.change_card(card.id, label="Changed")

    tracker.undo()

    assert tracker.card(card.id).label == "Lan"


def test_the_oldest_changes_are_forgotten_in_the_end(tracker: Tracker, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ssw_tui.tracker.history.KEPT", 3)
    ids = [add(tracker).id for _ in range(6)]

    taken_back = sum(1 for _ in iter(tracker.undo, None))

    assert taken_back == 3
    assert [card.id for card in tracker.cards()] == ids[:3]
