"""What a card answers in the quiz: only what is certain, in words that the quiz understands."""

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from attrs import field as attribute
from attrs import frozen
from hypothesis import given
from hypothesis import strategies as st

from ssw_tui.advice.answers import Answer
from ssw_tui.advice.eligibility import Quiz
from ssw_tui.advice.five_years import five_years
from ssw_tui.advice.known_answers import answers_from
from ssw_tui.advice.permanent_residence import permanent_residence
from ssw_tui.library import Library
from ssw_tui.records.quiz import QuestionKind
from ssw_tui.tracker.records import Card, CardFile, CardStatus, Event, EventKind, Spell, SpellKind
from tests.advice.deadline_cases import LIMITS
from tests.advice.test_permanent_residence import NEEDED
from tests.conftest import TODAY

END = date(2027, 3, 15)
HAPPENED = tuple[str, date]


@frozen
class Somebody:
    """A card and what happened to it, in few words."""

    values: Mapping[str, Any]
    events: tuple[HAPPENED, ...] = ()
    spells: tuple[tuple[date, date | None], ...] = attribute(default=())

    @property
    def file(self) -> CardFile:
        """The card with everything recorded about it."""
        given_values = {"status": CardStatus.SSW1, "expires": END, **self.values}
        return CardFile(
            card=Card(id="card", label="Somebody", **given_values),
            events=[
                Event(id=f"e{number}", card="card", kind=EventKind(kind), on=on, number=number)
                for number, (kind, on) in enumerate(self.events, 1)
            ],
            spells=[
                Spell(id=f"s{first}", card="card", kind=SpellKind.NO1, first=first, last=last)
                for first, last in self.spells
            ],
        )


def known(*events: HAPPENED, day: date = TODAY, spells: Any = (), **values: Any) -> dict[str, Answer]:  # noqa: ANN401
    file = Somebody(values, events, spells).file
    return answers_from(file, permanent_residence(file, day, NEEDED), day)


def test_a_card_of_no1_answers_what_stands_on_it() -> None:
    assert known(field="agriculture", period="1y", no1_since=date(2023, 4, 10)) == {
        "stay-ends": END,
        "location": "in-japan",
        "card-period": "1-year",
        "status": "ssw1",
        "current-field": "agriculture",
        "no1-months": Decimal("43.40"),
    }


def test_a_card_of_no2_answers_its_years_once_they_are_full() -> None:
    since: dict[str, Any] = {"status": CardStatus.SSW2, "in_japan_since": date(2015, 5, 22)}

    before = known(no2_since=date(2021, 11, 23), **since)
    full = known(no2_since=date(2021, 11, 22), **since)

    assert before["years-in-japan"] == full["years-in-japan"] == Decimal("11.50")
    assert "counted-work-years" not in before, "another work status can have come before No.2"
    assert full["counted-work-years"] == Decimal("5.00")


@pytest.mark.parametrize(
    ("values", "missing"),
    [
        ({"status": CardStatus.OTHER}, ("status", "current-field", "no1-months")),
        ({"status": CardStatus.SSW2, "no1_since": date(2020, 1, 1)}, ("no1-months", "years-in-japan")),
        ({"status": CardStatus.OTHER, "no1_since": date(2020, 1, 1)}, ("no1-months",)),
        ({"period": "18m"}, ("card-period",)),
        ({}, ("no1-months", "current-field", "card-period", "field", "application-pending")),
        ({"field": "construction"}, ("field",)),
    ],
)
def test_what_is_not_certain_stays_open(values: dict[str, Any], missing: tuple[str, ...]) -> None:
    assert not set(missing) & set(known(**values))


def test_somebody_without_a_card_has_the_field_they_want_and_what_they_held_before() -> None:
    past = ((date(2020, 4, 1), date(2022, 3, 31)),)

    assert known(status=CardStatus.NONE, expires=None, field="fishery", spells=past) == {
        "field": "fishery",
        "no1-months": Decimal("24.00"),
    }
    assert known(status=CardStatus.NONE, expires=None) == {}


@pytest.mark.parametrize("kind", ["left-for-good", "status-revoked"])
def test_after_leaving_or_losing_the_status_a_card_says_nothing_of_today(kind: str) -> None:
    assert known((kind, TODAY), no1_since=date(2023, 4, 10)) == {}
    assert "status" in known((kind, TODAY + timedelta(days=1)))


def test_who_is_abroad_is_asked_where_they_are() -> None:
    left, back = ("left-japan", date(2026, 10, 1)), ("returned", date(2026, 10, 20))

    assert "location" not in known(left)
    assert known(left, back)["location"] == "in-japan"
    assert "location" not in known(back, ("left-japan", date(2026, 10, 21)))


def test_a_stay_that_has_ended_says_nothing_unless_an_application_is_open() -> None:
    late = date(2027, 4, 1)
    filed, decided = ("application-filed", date(2027, 3, 1)), ("decision-received", date(2027, 3, 20))

    assert known(day=late) == {}
    assert known(filed, decided, day=late) == {}
    assert known(("application-filed", date(2027, 3, 16)), day=late) == {}
    assert known(("application-filed", date(2026, 8, 1)), day=late) == {}
    assert known(filed, day=late) == {
        "stay-ends": END,
        "location": "in-japan",
        "application-pending": "yes",
        "status": "ssw1",
    }


@pytest.mark.parametrize(("period", "pending"), [("1y", False), (None, True)])
def test_the_application_for_the_stay_before_waits_no_more_where_the_period_tells(
    period: str | None, pending: bool
) -> None:
    filed = ("application-filed", date(2026, 1, 10))

    assert ("application-pending" in known(filed, granted=date(2025, 3, 16), period=period)) is pending


def test_the_last_day_of_the_stay_is_in_it() -> None:
    assert known(day=END)["stay-ends"] == END


@pytest.mark.parametrize(
    ("events", "months"),
    [
        ([("contract-ended", date(2026, 8, 22))], Decimal("3.00")),
        ([("contract-ended", date(2026, 8, 23))], Decimal("2.96")),
        ([("contract-ended", date(2026, 8, 22)), ("contract-signed", date(2026, 9, 1))], None),
        ([("contract-signed", date(2026, 8, 1)), ("contract-ended", date(2026, 8, 22))], Decimal("3.00")),
        ([("contract-ended", date(2026, 12, 1))], None),
    ],
)
def test_time_without_work_counts_from_the_end_of_the_last_contract(
    events: list[HAPPENED], months: Decimal | None
) -> None:
    assert known(*events).get("months-without-work") == months


@pytest.mark.parametrize(
    ("period", "option"),
    [("5y", "5-years"), ("3y", "3-years"), ("24m", "2-years"), ("1y", "1-year"), ("6m", "shorter")],
)
def test_the_period_is_said_as_the_quiz_says_it(period: str, option: str) -> None:
    from ssw_tui.tracker.printed import period as read

    assert known(period=read(period))["card-period"] == option


PAST = st.dates(date(2015, 1, 1), TODAY)


@given(PAST, st.dates(date(2020, 1, 1), date(2030, 1, 1)))
def test_sixty_months_are_held_exactly_when_the_five_years_are_used_up(since: date, day: date) -> None:
    """Without leave; a month less is less than 60, however short the month."""
    file = Somebody({"no1_since": since, "expires": date(2031, 1, 1)}).file
    years = five_years(file.stays, (), day, LIMITS)
    assert years is not None

    months = answers_from(file, None, day).get("no1-months", Decimal(0))

    assert isinstance(months, Decimal)
    assert (months >= 60) is (years.left_days == 0)
    assert (months > 54) is (day > years.marks[1].on) or abs((day - years.marks[1].on).days) <= 3


@given(PAST, PAST, st.sampled_from(CardStatus), st.sampled_from(EventKind), PAST)
def test_the_quiz_understands_every_answer(
    quiz: Quiz, first: date, since: date, status: CardStatus, kind: EventKind, on: date
) -> None:
    values: dict[str, Any] = {
        "status": status,
        "field": "agriculture",
        "period": "3y",
        "in_japan_since": first,
        "no2_since": since,
    }
    answers = known((kind, on), spells=((first, None),), granted=first, **values)

    for question, answer in answers.items():
        match quiz.questions[question].kind:
            case QuestionKind.NUMBER:
                assert isinstance(answer, Decimal)
                assert answer >= 0
            case QuestionKind.DATE:
                assert isinstance(answer, date)
            case _:
                assert answer in quiz.vocabulary.options(question), question


@pytest.fixture(scope="module")
def quiz(library: Library) -> Quiz:
    return Quiz.of(library)
