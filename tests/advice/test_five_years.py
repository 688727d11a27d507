from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ssw_tui.advice.days import add_months
from ssw_tui.advice.five_years import FiveYears, five_years, limits_of
from ssw_tui.advice.leave import Limits
from ssw_tui.library import Library
from ssw_tui.records.figure import Figure

TODAY = date(2026, 11, 22)
LIMITS = Limits(limit_months=60, caps={"sick": 12, "work-accident": 36}, leave_since=date(2025, 9, 30))


class A(NamedTuple):
    """A stay; both days are inside."""

    first: date
    last: date | None = None


class L(NamedTuple):
    """Leave; both days are inside."""

    kind: str
    first: date
    last: date
    notified: bool = True


def years(stays: Sequence[A], leaves: Sequence[L] = (), day: date = TODAY) -> FiveYears:
    result = five_years(stays, leaves, day, LIMITS)
    assert result is not None
    return result


SINCE_2023 = [A(date(2023, 4, 10))]


def test_one_open_stay_ends_sixty_months_after_its_first_day() -> None:
    result = years(SINCE_2023)

    assert (result.limit_months, result.ends) == (60, date(2028, 4, 10))
    assert (result.counted_days, result.left_days, result.excluded_days) == (1322, 505, 0)
    assert result.stopped is None


def test_nobody_without_a_stay_has_five_years() -> None:
    assert five_years([], [L("sick", TODAY, TODAY)], TODAY, LIMITS) is None


@pytest.mark.parametrize(
    ("first", "ends"),
    [
        (date(2024, 2, 29), date(2029, 2, 28)),
        (date(2023, 3, 1), date(2028, 3, 1)),
        (date(2023, 1, 31), date(2028, 1, 31)),
    ],
)
def test_leap_days_move_the_end_to_the_last_of_february(first: date, ends: date) -> None:
    assert years([A(first)]).ends == ends


def test_each_day_between_stays_moves_the_end() -> None:
    result = years([A(date(2021, 4, 1), date(2023, 3, 31)), A(date(2024, 4, 1))])

    assert result.ends == date(2026, 4, 1) + (date(2024, 4, 1) - date(2023, 4, 1))
    assert any("366 days" in step for step in result.steps)


def test_stays_that_overlap_or_touch_count_once() -> None:
    whole = years([A(date(2023, 4, 10))])
    parts = years(
        [A(date(2023, 4, 10), date(2025, 4, 9)), A(date(2025, 4, 10)), A(date(2024, 1, 1), date(2024, 6, 30))]
    )

    assert (parts.ends, parts.counted_days) == (whole.ends, whole.counted_days)


def test_a_stay_that_is_over_stands_still_and_says_so() -> None:
    over = [A(date(2020, 4, 1), date(2022, 3, 31))]

    result, later = years(over), years(over, day=TODAY + timedelta(days=100))

    assert result.stopped == date(2022, 3, 31)
    assert (result.counted_days, result.left_days) == (730, 1096)
    assert (later.counted_days, later.left_days, later.ends) == (730, 1096, result.ends)
    assert any("31 Mar 2022" in step for step in result.steps)


def test_a_stay_that_is_still_to_come_has_used_nothing() -> None:
    result = years([A(date(2027, 4, 1))])

    assert (result.counted_days, result.left_days, result.ends) == (0, 1827, date(2032, 4, 1))


def test_nothing_is_left_when_the_limit_is_passed() -> None:
    result = years([A(date(2020, 1, 1))])

    assert (result.ends, result.left_days) == (date(2025, 1, 1), 0)
    assert any("used up" in step for step in result.steps)


@pytest.mark.parametrize(
    ("leave", "excluded"),
    [
        (L("parental", date(2026, 1, 1), date(2026, 1, 10)), 10),
        (L("parental", date(2026, 1, 1), date(2026, 12, 31)), 365),
        (L("parental", date(2026, 1, 1), date(2026, 12, 31), notified=False), 0),
        (L("parental", date(2025, 9, 1), date(2025, 9, 29)), 0),
        (L("parental", date(2025, 9, 1), date(2025, 10, 9)), 10),
        (L("parental", date(2026, 1, 1), date(2027, 12, 31)), 730),
        (L("sick", date(2026, 1, 1), date(2026, 1, 31)), 0),
        (L("sick", date(2026, 1, 1), date(2026, 2, 1)), 32),
        (L("sick", date(2026, 1, 31), date(2026, 2, 28)), 0),
        (L("sick", date(2026, 1, 31), date(2026, 3, 1)), 30),
        (L("sick", date(2025, 9, 10), date(2025, 10, 20)), 21),
        (L("sick", date(2025, 10, 1), date(2027, 1, 31)), 365),
        (L("sick", date(2026, 1, 1), date(2026, 6, 30), notified=False), 0),
        (L("work-accident", date(2025, 10, 1), date(2028, 3, 31)), 913),
        (L("work-accident", date(2026, 1, 1), date(2026, 1, 31)), 0),
    ],
)
def test_leave_is_left_out_as_far_as_the_rules_say(leave: L, excluded: int) -> None:
    result = years([A(date(2024, 4, 1))], [leave])

    assert result.excluded_days == excluded
    assert result.ends == date(2029, 4, 1) + timedelta(days=excluded)


def test_stretches_of_sick_leave_that_touch_are_one() -> None:
    parts = [L("sick", date(2026, 1, 1), date(2026, 1, 20)), L("sick", date(2026, 1, 21), date(2026, 2, 10))]
    apart = [L("sick", date(2026, 1, 1), date(2026, 1, 20)), L("sick", date(2026, 1, 22), date(2026, 2, 11))]

    assert years(SINCE_2023, parts).excluded_days == 41
    assert years(SINCE_2023, apart).excluded_days == 0


def test_several_stretches_are_left_out_up_to_the_cap_and_the_office_is_named() -> None:
    stretches = [
        L("sick", date(2025, 10, 1), date(2026, 3, 31)),
        L("sick", date(2026, 5, 1), date(2026, 10, 31)),
        L("sick", date(2026, 12, 1), date(2027, 1, 31)),
    ]

    result = years(SINCE_2023, stretches)

    assert result.excluded_days == 365
    assert any("beyond the 12 months" in step and "Ask" in step for step in result.steps)
    assert any("several stretches" in step and "Ask" in step for step in result.steps)


def test_sick_leave_and_leave_after_an_accident_have_caps_of_their_own() -> None:
    both = [L("sick", date(2026, 1, 1), date(2026, 12, 31)), L("work-accident", date(2027, 2, 1), date(2027, 12, 31))]

    assert years(SINCE_2023, both).excluded_days == 365 + 334


def test_leave_that_overlaps_is_left_out_once() -> None:
    overlapping = [L("parental", date(2026, 1, 1), date(2026, 3, 31)), L("sick", date(2026, 3, 1), date(2026, 4, 30))]

    assert years(SINCE_2023, overlapping).excluded_days == 120


def test_leave_outside_the_stays_moves_nothing() -> None:
    stays = [A(date(2023, 4, 1), date(2025, 12, 31)), A(date(2026, 7, 1))]

    result = years(stays, [L("parental", date(2026, 1, 1), date(2026, 6, 30))])

    assert result.excluded_days == 0
    assert result.ends == date(2028, 4, 1) + timedelta(days=181)


def test_leave_after_the_end_does_not_move_it() -> None:
    late = L("parental", date(2028, 6, 1), date(2028, 8, 31))

    assert years(SINCE_2023, [late]).ends == date(2028, 4, 10)


def test_a_stay_inside_one_that_goes_on_is_said_to_add_nothing() -> None:
    doubled = [A(date(2021, 4, 1), None), A(date(2021, 4, 1), date(2022, 3, 31)), A(date(2024, 4, 1), None)]
    after = [A(date(2021, 4, 1), date(2022, 3, 31)), A(date(2024, 4, 1), None)]

    [said] = [step for step in years(doubled).steps if "adds nothing" in step]
    assert said.startswith("The stay from 1 Apr 2021 to 31 Mar 2022 lies inside the one since 1 Apr 2021")
    assert not any("adds nothing" in step for step in years(after).steps)


@pytest.mark.parametrize(
    ("leave", "words"),
    [
        (L("parental", date(2026, 1, 1), date(2026, 2, 1), notified=False), "notified"),
        (L("parental", date(2025, 1, 1), date(2025, 2, 1)), "before 30 Sep 2025"),
        (L("sick", date(2026, 1, 1), date(2026, 1, 5)), "more than one month"),
        (L("sick", date(2026, 1, 1), date(2027, 6, 30)), "beyond the 12 months"),
        (L("parental", date(2026, 1, 1), date(2026, 2, 1)), "32 days"),
    ],
)
def test_the_steps_say_why_leave_counts_or_not(leave: L, words: str) -> None:
    assert any(words in step for step in years(SINCE_2023, [leave]).steps)


def test_the_result_says_that_it_is_an_estimate_and_how_to_get_the_record() -> None:
    said = " ".join(years(SINCE_2023).steps)

    assert "estimate" in said
    assert "出入国記録の開示請求" in said
    assert "通算在留期間の確認のため" in said


def test_the_limits_come_from_the_figures_of_the_day(library: Library) -> None:
    figures = library.all(Figure)

    assert limits_of(figures, TODAY) == LIMITS
    assert limits_of(figures, date(2024, 1, 1)) == Limits(limit_months=60, caps={}, leave_since=None)
    assert limits_of(figures, date(2010, 1, 1)).limit_months == 60


def test_before_leave_could_be_left_out_all_of_it_counts(library: Library) -> None:
    day = date(2024, 6, 1)
    leaves = [L("sick", date(2024, 1, 1), date(2024, 4, 30)), L("parental", date(2024, 1, 1), date(2024, 4, 30))]

    result = five_years(SINCE_2023, leaves, day, limits_of(library.all(Figure), day))

    assert result is not None
    assert (result.excluded_days, result.ends) == (0, date(2028, 4, 10))


DAYS = st.dates(date(2019, 4, 1), date(2030, 12, 31))


@st.composite
def stays_of(draw: st.DrawFn) -> A:
    first = draw(DAYS)
    length = draw(st.none() | st.integers(0, 1200))
    return A(first, None if length is None else first + timedelta(days=length))


@st.composite
def leaves_of(draw: st.DrawFn) -> L:
    first = draw(DAYS)
    kind = draw(st.sampled_from(["parental", "sick", "work-accident"]))
    return L(kind, first, first + timedelta(days=draw(st.integers(0, 1300))), draw(st.booleans()))


STAYS = st.lists(stays_of(), min_size=1, max_size=4)
LEAVES = st.lists(leaves_of(), max_size=4)


@given(STAYS, LEAVES, st.randoms(use_true_random=False), DAYS)
def test_the_order_of_recording_does_not_matter(stays: list[A], leaves: list[L], random: object, day: date) -> None:
    shuffled_stays, shuffled_leaves = list(stays), list(leaves)
    random.shuffle(shuffled_stays)  # type: ignore[attr-defined]
    random.shuffle(shuffled_leaves)  # type: ignore[attr-defined]

    assert years(stays, leaves, day) == years(shuffled_stays, shuffled_leaves, day)


@given(STAYS, st.lists(leaves_of(), min_size=1, max_size=4), st.integers(1, 900))
def test_longer_leave_never_ends_it_sooner(stays: list[A], leaves: list[L], more: int) -> None:
    first, *others = leaves
    longer = first._replace(last=first.last + timedelta(days=more))

    assert years(stays, [longer, *others]).ends >= years(stays, leaves).ends


@given(STAYS, LEAVES, leaves_of())
def test_more_leave_never_ends_it_sooner(stays: list[A], leaves: list[L], another: L) -> None:
    assert years(stays, [*leaves, another]).ends >= years(stays, leaves).ends


@given(STAYS, LEAVES, DAYS)
def test_what_is_used_and_what_is_left_make_the_whole_until_it_is_used_up(
    stays: list[A], leaves: list[L], day: date
) -> None:
    result = years(stays, leaves, day)
    first = min(stay.first for stay in stays)
    whole = (add_months(first, 60) - first).days

    assert result.left_days == max(0, whole - result.counted_days)
    assert result.ends >= add_months(first, 60)


@given(STAYS, LEAVES)
def test_the_end_is_the_day_on_which_nothing_is_left(stays: list[A], leaves: list[L]) -> None:
    *earlier, last = sorted(stays, key=lambda stay: stay.first)
    going_on = [*earlier, last._replace(last=None)]
    ends = years(going_on, leaves).ends

    assert years(going_on, leaves, ends).left_days == 0
    assert years(going_on, leaves, ends - timedelta(days=1)).left_days == 1
