"""The five years against a walk over every day, and what holds for every history."""

import re
from datetime import date, timedelta
from itertools import pairwise

from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from ssw_tui.advice.days import add_months
from ssw_tui.advice.five_years import MARKS, FiveYears
from tests.advice.slow_years import slow_years
from tests.advice.test_five_years import DAYS, LEAVES, STAYS, A, L, years

DAY = timedelta(days=1)
FEW = settings(max_examples=60, deadline=None)


@given(STAYS, LEAVES, DAYS)
@FEW
def test_every_sum_is_what_a_walk_over_the_days_finds(stays: list[A], leaves: list[L], day: date) -> None:
    quick, slow = years(stays, leaves, day), slow_years(stays, leaves, day)

    assert (quick.ends, quick.counted_days) == (slow.ends, slow.counted)
    assert (quick.excluded_days, quick.between_days) == (slow.excluded_ever, slow.between)


@given(STAYS, LEAVES, st.integers(0, 3000))
@FEW
def test_days_used_days_left_out_and_days_between_make_the_span(stays: list[A], leaves: list[L], after: int) -> None:
    """Each day from the first one up to a day while the last stay runs is exactly one of the three."""
    first, last = min(stay.first for stay in stays), max(stay.first for stay in stays)
    running = [*stays, A(last)]
    day = last + timedelta(days=after)

    slow = slow_years(running, leaves, day)
    quick = years(running, leaves, day)

    assert quick.counted_days + slow.excluded + quick.between_days == (day - first).days


def counted(stays: list[A], leaves: list[L], day: date) -> FiveYears:
    """Count without saying how: what was recorded twice is named there."""
    return evolve(years(stays, leaves, day), steps=())


@given(STAYS, LEAVES, st.data(), DAYS)
def test_a_stay_cut_in_two_that_touch_is_the_same_stay(
    stays: list[A], leaves: list[L], data: st.DataObject, day: date
) -> None:
    cut = data.draw(st.sampled_from(stays))
    length = (cut.last - cut.first).days if cut.last else 2000
    last = cut.first + timedelta(days=data.draw(st.integers(0, length)))
    parts = [A(cut.first, last)] + ([A(last + DAY, cut.last)] if cut.last is None or last < cut.last else [])

    assert counted([stay for stay in stays if stay != cut] + parts, leaves, day) == counted(stays, leaves, day)


@given(STAYS, LEAVES, DAYS)
def test_the_same_stay_recorded_twice_counts_once(stays: list[A], leaves: list[L], day: date) -> None:
    assert counted(stays + stays, leaves, day) == counted(stays, leaves, day)


@given(STAYS, LEAVES, DAYS)
def test_leave_that_was_not_notified_changes_no_figure(stays: list[A], leaves: list[L], day: date) -> None:
    silent = [leave._replace(notified=False) for leave in leaves]
    without, with_it = years(stays, [], day), years(stays, silent, day)

    assert (with_it.ends, with_it.counted_days, with_it.excluded_days) == (without.ends, without.counted_days, 0)


@given(STAYS, LEAVES, DAYS, st.integers(1, 400))
def test_days_used_never_become_fewer(stays: list[A], leaves: list[L], day: date, later: int) -> None:
    now, then = years(stays, leaves, day), years(stays, leaves, day + timedelta(days=later))

    assert now.counted_days <= then.counted_days <= now.counted_days + later
    assert now.left_days >= then.left_days
    assert now.ends == then.ends


@given(st.integers(0, 1500), st.integers(0, 900))
def test_each_day_between_two_stays_moves_the_end_by_a_day(length: int, between: int) -> None:
    first = A(date(2019, 4, 1), date(2019, 4, 1) + timedelta(days=length))
    assert first.last is not None

    ends = years([first, A(first.last + timedelta(days=1 + between))]).ends

    assert ends == date(2024, 4, 1) + timedelta(days=between)


@given(STAYS, LEAVES, DAYS)
def test_the_marks_come_in_order_before_the_end_and_only_while_a_stay_runs(
    stays: list[A], leaves: list[L], day: date
) -> None:
    result = years(stays, leaves, day)

    assert (result.marks == ()) is (result.stopped is not None)
    assert all(earlier.on < later.on < result.ends for earlier, later in pairwise(result.marks))
    assert [mark.on for mark in result.marks] in ([], [add_months(result.ends, -months) for months in MARKS])
    assert all(mark.is_past is (mark.on <= day) for mark in result.marks)


def test_the_marks_stand_at_four_years_four_and_a_half_and_four_and_three_quarters() -> None:
    result = years([A(date(2023, 4, 10))])

    assert [(mark.used_months, mark.on) for mark in result.marks] == [
        (48, date(2027, 4, 10)),
        (54, date(2027, 10, 10)),
        (57, date(2028, 1, 10)),
    ]
    assert result.warning is None


def test_the_warning_is_the_last_mark_that_has_come() -> None:
    since = [A(date(2023, 4, 10))]
    days = [date(2027, 4, 9), date(2027, 4, 10), date(2027, 10, 9), date(2027, 10, 10), date(2028, 1, 10)]

    warned = [years(since, (), day).warning for day in days]

    assert [mark and mark.used_months for mark in warned] == [None, 48, 48, 54, 57]


def test_every_step_of_the_sum_is_shown() -> None:
    stays = [A(date(2022, 4, 10), date(2023, 4, 9)), A(date(2023, 7, 19))]
    leaves = [L("parental", date(2026, 1, 1), date(2026, 1, 10))]

    said = years(stays, leaves, date(2026, 11, 22)).steps

    assert said[:4] == (
        "Your first day was 10 Apr 2022. 60 months from then end on 10 Apr 2027: 1,826 days.",
        "Stay from 10 Apr 2022 to 9 Apr 2023: 365 days.",
        "Stay since 19 Jul 2023.",
        "Between your stays: 100 days. They do not count.",
    )
    assert "10 Apr 2027, plus 100 days between stays and 10 days of leave: the end is on 29 Jul 2027." in said
    assert "Used before 22 Nov 2026: 1,577 of 1,826 days. Left: 249." in said


@given(STAYS, LEAVES, DAYS)
def test_the_parts_that_move_the_end_are_all_that_moves_it(stays: list[A], leaves: list[L], day: date) -> None:
    result = years(stays, leaves, day)
    plain = add_months(min(stay.first for stay in stays), 60)
    moved = next((step for step in result.steps if ": the end is on " in step), "").partition(", plus ")[2]
    parts = [int(number.replace(",", "")) for number in re.findall(r"([\d,]+) days? ", moved)]

    assert plain + timedelta(days=sum(parts)) == result.ends


def test_days_in_two_kinds_of_leave_are_said_to_count_once() -> None:
    both = [L("parental", date(2026, 1, 1), date(2026, 3, 31)), L("sick", date(2026, 3, 1), date(2026, 4, 30))]

    steps = years([A(date(2023, 4, 10))], both).steps

    assert any("Of these 151 days of leave 120 days are left out" in step for step in steps)
