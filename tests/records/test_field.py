from datetime import date, timedelta

import pytest

from ssw_tui.records.field import Field, Intake, IntakeSpan, No2Span
from ssw_tui.records.statement import Confidence

LISTED = date(2024, 9, 30)
OPENED = date(2024, 12, 16)
STOPPED = date(2026, 4, 13)
NO2_FROM = date(2025, 6, 1)
NO2_UNTIL = date(2026, 6, 1)
ONE_DAY = timedelta(days=1)


def intake(state: Intake, since: date | None, until: date | None = None) -> IntakeSpan:
    return IntakeSpan(
        state=state,
        text="Why it is so.",
        since=since,
        until=until,
        confidence=Confidence.HIGH,
        checked=STOPPED,
        sources=("a-source",),
    )


def no2(available: bool, since: date | None, until: date | None = None) -> No2Span:
    return No2Span(
        available=available,
        text="By which decision.",
        since=since,
        until=until,
        confidence=Confidence.HIGH,
        checked=STOPPED,
        sources=("a-source",),
    )


def field(intake_spans: tuple[IntakeSpan, ...], no2_spans: tuple[No2Span, ...] = ()) -> Field:
    return Field(
        id="railway",
        name="Railway",
        name_ja="鉄道",
        name_kana="てつどう",
        work_words=("train",),
        dispatch=False,
        intake=intake_spans,
        no2=no2_spans,
    )


RAILWAY = field(
    (
        intake(Intake.NOT_OPEN, LISTED, OPENED),
        intake(Intake.OPEN, OPENED, STOPPED),
        intake(Intake.STOPPED, STOPPED),
    ),
    (no2(True, NO2_FROM, NO2_UNTIL), no2(False, NO2_UNTIL)),
)


@pytest.mark.parametrize(
    ("day", "state"),
    [
        (LISTED - ONE_DAY, Intake.NOT_A_FIELD),
        (LISTED, Intake.NOT_OPEN),
        (OPENED - ONE_DAY, Intake.NOT_OPEN),
        (OPENED, Intake.OPEN),
        (STOPPED - ONE_DAY, Intake.OPEN),
        (STOPPED, Intake.STOPPED),
    ],
)
def test_intake_changes_on_the_day_itself(day: date, state: Intake) -> None:
    assert RAILWAY.intake_on(day) is state


@pytest.mark.parametrize(
    ("day", "available"),
    [(NO2_FROM - ONE_DAY, False), (NO2_FROM, True), (NO2_UNTIL - ONE_DAY, True), (NO2_UNTIL, False)],
)
def test_no2_is_there_on_the_days_of_its_spans_alone(day: date, available: bool) -> None:
    assert RAILWAY.has_no2_on(day) is available


def test_a_field_without_spans_has_no_no2_and_no_first_day() -> None:
    empty = field(())
    assert not empty.has_no2_on(STOPPED)
    assert (empty.no1_from, empty.no2_from) == (None, None)
    assert empty.intake_on(STOPPED) is Intake.NOT_A_FIELD


def test_its_first_days_are_the_earliest_on_which_it_is_a_field_and_has_no2() -> None:
    assert (RAILWAY.no1_from, RAILWAY.no2_from) == (LISTED, NO2_FROM)


def test_a_time_in_which_it_was_no_field_does_not_count_as_its_first_day() -> None:
    later = field((intake(Intake.NOT_A_FIELD, date(2019, 4, 1), LISTED), intake(Intake.OPEN, LISTED)))
    assert later.no1_from == LISTED


def test_a_time_in_which_no2_was_refused_does_not_count_as_its_first_day() -> None:
    assert field((), (no2(False, LISTED, NO2_FROM), no2(True, NO2_FROM))).no2_from == NO2_FROM
