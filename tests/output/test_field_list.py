from datetime import date

import pytest

from ssw_tui.library import Library
from ssw_tui.output.field_list import (
    Order,
    Wanted,
    chosen,
    fields_on,
    fullness_of,
    matching,
    on_other_days,
    other_work,
)
from ssw_tui.reader import Reader
from ssw_tui.records.field import Intake
from tests.conftest import TODAY


@pytest.fixture
def reader(library: Library) -> Reader:
    return Reader(library, TODAY)


def ids(reader: Reader, wanted: Wanted) -> list[str]:
    return [field.id for field in chosen(reader, wanted)]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("介護", {"nursing-care"}),
        ("caregiver", {"nursing-care"}),
        ("かいご", {"nursing-care"}),
        ("カイゴ", {"nursing-care"}),
        ("kaigo", {"nursing-care"}),
        ("RAILWAY", {"railway"}),
        ("nōgyō", {"agriculture"}),
        ("nougyou", {"agriculture"}),
        ("food service", {"food-service"}),
        ("nothing of the kind", set()),
    ],
)
def test_fields_are_found_in_every_script(reader: Reader, words: str, found: set[str]) -> None:
    assert {field.id for field in matching(fields_on(reader), words)} == found


def test_all_fields_are_found_where_nothing_is_typed(reader: Reader) -> None:
    assert matching(fields_on(reader), " ") == fields_on(reader)


def test_each_switch_leaves_only_the_fields_it_names(reader: Reader) -> None:
    every = fields_on(reader)
    assert ids(reader, Wanted(with_no2=True)) == [f.id for f in every if f.has_no2_on(TODAY)]
    assert ids(reader, Wanted(open_now=True)) == [f.id for f in every if f.intake_on(TODAY) is Intake.OPEN]
    assert set(ids(reader, Wanted(dispatch=True))) == {"agriculture", "fishery-aquaculture"}
    assert len(ids(reader, Wanted(with_no2=True))) == 11
    assert "food-service" not in ids(reader, Wanted(open_now=True))


def test_switches_and_words_narrow_together(reader: Reader) -> None:
    assert ids(reader, Wanted(words="food", with_no2=True, open_now=True)) == ["food-beverage-manufacturing"]


def test_orders_only_reorder(reader: Reader) -> None:
    for order in Order:
        assert sorted(ids(reader, Wanted(order=order))) == sorted(ids(reader, Wanted()))


def test_fields_go_by_name(reader: Reader) -> None:
    names = [field.name for field in chosen(reader, Wanted(order=Order.NAME))]
    assert names == sorted(names)


def test_the_most_workers_come_first_and_what_is_not_counted_last(reader: Reader) -> None:
    counts = [fullness_of(reader, field).residents for field in chosen(reader, Wanted(order=Order.WORKERS))]
    people = [count.people for count in counts if count]
    assert people == sorted(people, reverse=True)
    assert None not in counts[: len(people)]
    assert len(people) < 19


def test_the_most_room_comes_first_and_what_is_not_known_last(reader: Reader) -> None:
    rooms = [fullness_of(reader, field).room for field in chosen(reader, Wanted(order=Order.ROOM))]
    known = [room for room in rooms if room is not None]
    assert known == sorted(known, reverse=True)
    assert None not in rooms[: len(known)]


def test_work_of_no_field_is_found_only_when_somebody_looks_for_it(reader: Reader) -> None:
    assert [work.id for work in other_work(reader, "convenience store")] == ["convenience-store"]
    assert [work.id for work in other_work(reader, "コンビニ")] == ["convenience-store"]
    assert other_work(reader, "") == ()
    assert other_work(reader, "caregiver") == ()


def test_a_field_of_another_day_is_known_to_be_one(library: Library) -> None:
    early = Reader(library, date(2023, 1, 1))
    assert matching(fields_on(early), "forestry") == ()
    assert [field.id for field in on_other_days(early, "forestry")] == ["forestry"]
    assert on_other_days(Reader(library, TODAY), "forestry") == ()
    assert on_other_days(early, "") == ()
