from datetime import date

import pytest
from attrs import evolve

from ssw_tui.library import Library
from ssw_tui.output.card_picture import day_line
from ssw_tui.output.card_words import days_of
from ssw_tui.output.page import DayLine, Sign
from ssw_tui.reader import Reader
from ssw_tui.records.deadline import Deadline
from ssw_tui.tracker.records import Card, CardFile, CardStatus, Event, EventKind
from tests.conftest import TODAY

LONGEST_MARK = 24
CARD = Card(
    id="card",
    label="Example",
    status=CardStatus.SSW1,
    granted=date(2026, 3, 16),
    expires=date(2027, 3, 15),
    period="1y",
)


@pytest.fixture
def reader(library: Library) -> Reader:
    return Reader(library, TODAY)


def happened(kind: EventKind, on: date) -> Event:
    return Event(id=f"event-{kind}", card=CARD.id, kind=kind, on=on, number=1)


def picture(reader: Reader, file: CardFile) -> DayLine:
    found = day_line(reader, file, days_of(reader, file))
    assert found is not None
    return found


def test_it_shows_today_the_end_of_the_stay_and_the_day_from_which_one_can_apply(reader: Reader) -> None:
    shown = picture(reader, CardFile(card=CARD))

    assert {mark.label: mark.sign for mark in shown.marks} == {
        "today 22 Nov": Sign.TODAY,
        "stay ends 15 Mar 2027": Sign.DAY,
        "apply from 15 Dec": Sign.OPENS,
    }
    assert [stretch.label for stretch in shown.stretches] == ["your stay", "time to apply for more"]
    assert (shown.first, shown.last) == (date(2026, 11, 1), date(2027, 3, 31))


def test_what_is_overdue_comes_first_and_moves_the_beginning(reader: Reader) -> None:
    shown = picture(reader, CardFile(card=CARD, events=[happened(EventKind.MOVED, date(2026, 10, 10))]))

    assert shown.marks[0].label == "notify new address 24 Oct"
    assert shown.marks[0].text == "24 Oct 2026: Notify your new address [overdue by 29 days]"
    assert shown.first == date(2026, 10, 1)


def test_an_application_in_time_shows_the_special_period(reader: Reader) -> None:
    card = evolve(CARD, expires=date(2026, 12, 15))
    shown = picture(reader, CardFile(card=card, events=[happened(EventKind.APPLICATION_FILED, date(2026, 11, 1))]))

    assert "special period ends 15 Feb 2027" in [mark.label for mark in shown.marks]
    assert shown.stretches[-1].label == "special period"
    assert (shown.stretches[-1].first, shown.stretches[-1].last) == (date(2026, 12, 16), date(2027, 2, 15))


def test_after_the_decision_no_special_period_is_drawn(reader: Reader) -> None:
    filed = happened(EventKind.APPLICATION_FILED, date(2026, 11, 1))
    events = [filed, happened(EventKind.DECISION_RECEIVED, date(2026, 11, 20))]

    shown = picture(reader, CardFile(card=evolve(CARD, expires=date(2026, 12, 15)), events=events))

    assert "special period" not in [stretch.label for stretch in shown.stretches]


def test_what_was_long_ago_is_not_drawn(reader: Reader) -> None:
    shown = picture(reader, CardFile(card=CARD, events=[happened(EventKind.MOVED, date(2026, 5, 1))]))

    assert not [mark for mark in shown.marks if mark.sign is Sign.ATTENTION]


def test_a_stay_that_has_ended_is_drawn_up_to_its_end(reader: Reader) -> None:
    shown = picture(reader, CardFile(card=evolve(CARD, expires=date(2026, 11, 1))))

    assert shown.stretches[0].last == date(2026, 11, 1)
    assert all(shown.first <= mark.on <= shown.last for mark in shown.marks)


def test_without_a_card_there_is_no_picture_until_something_has_a_day(reader: Reader) -> None:
    nobody = CardFile(card=Card(id="card", label="Example", status=CardStatus.NONE))
    assert day_line(reader, nobody, days_of(reader, nobody)) is None

    nobody.events.append(happened(EventKind.COE_ISSUED, date(2026, 11, 20)))
    assert [mark.label for mark in picture(reader, nobody).marks] == ["today 22 Nov", "land in Japan 20 Feb 2027"]


def test_every_deadline_has_a_mark_for_the_picture_that_is_shorter_than_its_title(library: Library) -> None:
    for deadline in library.all(Deadline).values():
        assert deadline.mark, deadline.id
        assert len(deadline.mark) <= LONGEST_MARK, deadline.id
        assert deadline.mark.isascii(), deadline.id
