from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from ssw_tui.advice.spans import FOR_EVER, Span, inside, merged, span, total, without

SPANS = st.lists(
    st.tuples(st.integers(0, 40), st.integers(1, 15)).map(lambda run: (run[0], run[0] + run[1])), max_size=6
)


def days(spans: list[Span]) -> set[int]:
    return {day for start, end in spans for day in range(start, end)}


def test_a_span_holds_its_first_and_its_last_day() -> None:
    day = date(2026, 11, 22)

    assert total([span(day, day)]) == 1
    assert span(day, None) == (day.toordinal(), FOR_EVER)


@given(SPANS)
def test_merged_spans_hold_the_same_days_once_and_never_touch(spans: list[Span]) -> None:
    found = merged(spans)

    assert days(found) == days(spans)
    assert total(found) == len(days(spans))
    assert all(earlier[1] < later[0] for earlier, later in pairwise(found))


@given(SPANS, SPANS)
def test_what_is_inside_and_what_is_without_make_the_whole(spans: list[Span], frame: list[Span]) -> None:
    runs, holes = merged(spans), merged(frame)

    assert days(inside(runs, holes)) == days(runs) & days(holes)
    assert days(list(without(runs, holes))) == days(runs) - days(holes)
    assert total(inside(runs, holes)) + total(without(runs, holes)) == total(runs)
