"""The day of each step: counted from a card, from what happened, from what a person plans."""

from collections.abc import Mapping
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ssw_tui.advice.five_years import limits_of
from ssw_tui.advice.step_days import BEGIN, Origin, State, StepDay, anchors_of, known_days, spreads, step_days
from ssw_tui.library import Library
from ssw_tui.records.figure import Figure
from ssw_tui.records.procedure import Anchor, Procedure
from ssw_tui.tracker.records import Card, CardFile, CardStatus, Event, EventKind
from tests.advice.people import TODAY

END = date(2027, 3, 15)
GRANTED = date(2026, 3, 16)


def person(*events: tuple[EventKind, date], **values: object) -> CardFile:
    given = {"status": CardStatus.SSW1, "expires": END, "granted": GRANTED, "period": "1y", **values}
    card = Card(id="lan", label="Lan", **given)  # type: ignore[arg-type]
    happened = [Event(id=str(n), card="lan", kind=kind, on=on, number=n) for n, (kind, on) in enumerate(events, 1)]
    return CardFile(card=card, events=happened)


def days_of(
    library: Library,
    procedure: str,
    holder: CardFile | None = None,
    planned: Mapping[str, date] | None = None,
    today: date = TODAY,
) -> dict[str, StepDay]:
    record = library.all(Procedure)[procedure]
    limits = limits_of(library.all(Figure), today)
    known = known_days(holder, planned or {}, limits, today)
    months = holder.period_months if holder else None
    days = step_days(record, known, today, begin=(planned or {}).get(BEGIN), stay_months=months)
    assert [day.step for day in days] == list(record.steps)
    return {day.step.id: day for day in days}


# Counted from the card


def test_an_extension_is_possible_from_three_months_before_the_end_of_stay(library: Library) -> None:
    filing = days_of(library, "extension-of-stay", person())["filing"]

    assert (filing.first, filing.last) == (date(2026, 12, 15), END)
    assert (filing.state, filing.on, filing.days) == (State.COMING, date(2026, 12, 15), 23)
    assert filing.counted is not None
    assert (filing.counted.on, filing.counted.origin) == (END, Origin.CARD)


@pytest.mark.parametrize(
    ("today", "state", "days"),
    [
        (date(2026, 12, 14), State.COMING, 1),
        (date(2026, 12, 15), State.OPEN, 90),
        (date(2027, 2, 12), State.OPEN, 31),
        (date(2027, 2, 13), State.DUE, 30),
        (date(2027, 3, 15), State.DUE, 0),
        (date(2027, 3, 16), State.PASSED, -1),
    ],
)
def test_a_window_comes_opens_falls_due_and_passes(library: Library, today: date, state: State, days: int) -> None:
    filing = days_of(library, "extension-of-stay", person(), today=today)["filing"]

    assert (filing.state, filing.days) == (state, days)


def test_with_a_short_stay_there_is_no_first_day_for_an_extension(library: Library) -> None:
    filing = days_of(library, "extension-of-stay", person(period="4m"))["filing"]

    assert (filing.first, filing.last) == (None, END)


def test_a_sensible_day_to_plan_with_has_no_first_or_last_one(library: Library) -> None:
    plan = days_of(library, "extension-of-stay", person())["plan"]

    assert (plan.first, plan.last, plan.plan, plan.own) == (None, None, date(2026, 9, 15), None)
    assert (plan.state, plan.days) == (State.PASSED, -68)


def test_the_end_of_the_five_years_is_counted_from_the_first_day_as_no1(library: Library) -> None:
    tests = days_of(library, "no1-to-no2", person(no1_since=date(2023, 4, 10)))["tests"]

    assert tests.plan == date(2027, 4, 10)


def test_the_change_to_no2_is_cut_short_by_the_end_of_the_five_years(library: Library) -> None:
    long_stay = date(2028, 6, 1)
    holder = person(expires=long_stay, period="3y", no1_since=date(2023, 4, 10))

    assert days_of(library, "no1-to-no2", holder)["filing"].last == date(2028, 4, 10)
    assert days_of(library, "no1-to-no2", person(expires=long_stay))["filing"].last == long_stay


def test_without_a_card_nothing_is_known_of_the_end_of_stay(library: Library) -> None:
    days = days_of(library, "extension-of-stay")

    assert {day.state for day in days.values()} == {State.NO_DAY}
    assert days["filing"].missing is Anchor.END_OF_STAY
    assert {day.days for day in days.values()} == {None}


def test_a_person_can_set_the_end_of_stay_where_there_is_no_card_but_not_against_a_card(library: Library) -> None:
    planned = {"end-of-stay": date(2027, 9, 30)}

    assert days_of(library, "extension-of-stay", None, planned)["filing"].last == date(2027, 9, 30)
    assert days_of(library, "extension-of-stay", person(), planned)["filing"].last == END


# Counted from what happened


def test_the_notice_of_the_end_of_a_contract_is_counted_from_the_day_on_the_card(library: Library) -> None:
    holder = person((EventKind.CONTRACT_ENDED, date(2026, 11, 20)))
    days = days_of(library, "change-of-employer-or-field", holder)

    assert (days["notify-end"].last, days["notify-end"].state) == (date(2026, 12, 4), State.DUE)
    assert (days["resign"].plan, days["resign"].own) == (date(2026, 11, 20), Origin.CARD)


def test_what_happened_before_the_present_stay_counts_nothing(library: Library) -> None:
    holder = person((EventKind.CONTRACT_ENDED, date(2025, 1, 31)), (EventKind.APPLICATION_FILED, date(2026, 2, 1)))

    assert days_of(library, "change-of-employer-or-field", holder)["notify-end"].missing is Anchor.CONTRACT_END
    assert days_of(library, "extension-of-stay", holder)["filing"].own is None


def test_a_departure_that_ended_in_a_return_counts_nothing(library: Library) -> None:
    left, back = (EventKind.LEFT_JAPAN, date(2026, 8, 1)), (EventKind.RETURNED, date(2026, 8, 20))

    assert days_of(library, "leaving-japan", person(left))["temporary"].missing is None
    assert days_of(library, "leaving-japan", person(left, back))["temporary"].missing is Anchor.DEPARTURE


def test_of_several_days_of_a_kind_the_last_one_counts(library: Library) -> None:
    holder = person(
        (EventKind.CONTRACT_ENDED, date(2026, 11, 20)),
        (EventKind.CONTRACT_ENDED, date(2026, 5, 1)),
    )

    assert days_of(library, "change-of-employer-or-field", holder)["notify-end"].last == date(2026, 12, 4)


# The way back into Japan


def test_the_way_back_is_open_for_a_year_or_until_the_stay_ends(library: Library) -> None:
    planned = {"departure": date(2026, 12, 20)}

    back = days_of(library, "leaving-japan", person(), planned)["temporary"]
    assert (back.last, back.unsure) == (END, None)
    long = days_of(library, "leaving-japan", person(expires=date(2029, 3, 15), period="3y"), planned)["temporary"]
    assert long.last == date(2027, 12, 20)


def test_without_the_end_of_stay_the_way_back_may_close_earlier(library: Library) -> None:
    back = days_of(library, "leaving-japan", None, {"departure": date(2026, 12, 20)})["temporary"]

    assert (back.last, back.unsure) == (date(2027, 12, 20), Anchor.END_OF_STAY)


# Planned days


def test_from_the_planned_first_day_of_work_the_way_there_is_counted_back(library: Library) -> None:
    days = days_of(library, "coe-from-abroad", None, {"planned-start": date(2027, 6, 1)})

    assert days["coe-filing"].plan == date(2027, 2, 1)
    assert (days["health"].first, days["health"].last) == (date(2026, 11, 1), date(2027, 2, 1))
    assert days["health"].counted is not None
    assert days["health"].counted.origin is Origin.STEP
    assert days["tests"].last == date(2027, 2, 1)
    assert days["landing"].missing is Anchor.CERTIFICATE_ISSUED


def test_the_own_day_of_the_application_goes_before_the_counted_one(library: Library) -> None:
    planned = {"planned-start": date(2027, 6, 1), "filing": date(2027, 1, 20)}
    days = days_of(library, "coe-from-abroad", None, planned)

    assert (days["coe-filing"].plan, days["coe-filing"].own) == (date(2027, 1, 20), Origin.PLAN)
    assert days["tests"].last == date(2027, 1, 20)
    assert days["visa"].first == date(2027, 1, 20)


@pytest.mark.parametrize(
    ("filing", "early", "late"),
    [
        (date(2026, 12, 14), True, False),
        (date(2026, 12, 15), False, False),
        (END, False, False),
        (date(2027, 3, 16), False, True),
    ],
)
def test_an_own_day_outside_the_time_that_is_open_is_seen(
    library: Library, filing: date, early: bool, late: bool
) -> None:
    day = days_of(library, "extension-of-stay", person(), {"filing": filing})["filing"]

    assert (day.on, day.is_too_early, day.is_too_late) == (filing, early, late)


def test_the_last_day_to_apply_says_nothing_about_the_days_after_the_application(library: Library) -> None:
    assert days_of(library, "extension-of-stay", person())["receive"].state is State.NO_DAY
    after = days_of(library, "extension-of-stay", person(), {"filing": date(2027, 1, 20)})["receive"]
    assert (after.first, after.anchor) == (date(2027, 1, 20), None)


def test_preparation_is_spread_from_the_day_on_which_one_begins(library: Library) -> None:
    planned = {"begin": date(2026, 12, 1), "filing": date(2027, 2, 1)}
    days = days_of(library, "change-of-employer-or-field", None, planned)

    assert {day.step.id: day.plan for day in days.values() if day.own is Origin.PLAN} == {
        "transfer-support": date(2026, 12, 1),
        "new-test": date(2027, 1, 1),
        "filing": date(2027, 2, 1),
    }
    assert (days["resign"].plan, days["resign"].last) == (None, date(2027, 2, 1))


def test_nothing_is_spread_where_the_beginning_comes_after_the_end(library: Library) -> None:
    planned = {"begin": date(2027, 3, 1), "filing": date(2027, 2, 1)}

    assert days_of(library, "permanent-residence", None, planned)["conditions"].own is None


# The fiscal year


@pytest.mark.parametrize(
    ("today", "last"),
    [
        (date(2026, 11, 22), date(2027, 5, 31)),
        (date(2027, 4, 1), date(2027, 5, 31)),
        (date(2027, 5, 31), date(2027, 5, 31)),
        (date(2027, 6, 1), date(2028, 5, 31)),
    ],
)
def test_the_yearly_report_is_the_next_one(library: Library, today: date, last: date) -> None:
    assert days_of(library, "post-arrival", None, today=today)["employer-reports"].last == last


# All procedures


def test_every_procedure_has_a_day_that_a_person_can_set(library: Library) -> None:
    for procedure in library.all(Procedure).values():
        assert set(anchors_of(procedure)) - {Anchor.FISCAL_YEAR_END}, procedure.id


def test_with_every_day_known_every_step_before_the_end_has_its_own(library: Library) -> None:
    for procedure in library.all(Procedure).values():
        planned = {str(anchor): date(2027, 2, 1) for anchor in anchors_of(procedure)}
        days = days_of(library, procedure.id, None, planned)
        free = [day.step.id for day in days.values() if day.on is None]
        assert not free or procedure.id == "post-arrival", (procedure.id, free)
        assert not any(day.missing for day in days.values())


def test_only_what_has_an_end_is_spread(library: Library) -> None:
    assert {procedure.id for procedure in library.all(Procedure).values() if not spreads(procedure)} == {
        "post-arrival",
        "extension-of-stay",
    }


DAYS = st.dates(date(2024, 1, 1), date(2030, 12, 31))


@given(
    planned=st.dictionaries(st.sampled_from([BEGIN, *(str(anchor) for anchor in Anchor)]), DAYS),
    end=st.none() | DAYS,
    today=DAYS,
)
def test_days_of_any_plan_fit_together(
    library: Library, planned: dict[str, date], end: date | None, today: date
) -> None:
    status = CardStatus.SSW1 if end else CardStatus.NONE
    holder = person(expires=end, status=status, granted=None, period=None)
    for procedure in library.all(Procedure):
        for day in days_of(library, procedure, holder, planned, today).values():
            assert (day.on is None) == (day.days is None) == (day.state is State.NO_DAY)
            if day.first and day.last:
                assert day.first <= day.last
            if day.counter_day and day.last:
                assert day.counter_day <= day.last
            if day.missing is None and day.anchor:
                assert day.counted is not None
            if day.state is State.PASSED:
                assert day.days is not None
                assert day.days < 0
