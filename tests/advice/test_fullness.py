from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from ssw_tui.advice.fullness import fullness
from ssw_tui.records.field_detail import FieldFigure, Measure
from ssw_tui.records.statement import Confidence

FIRST = date(2024, 4, 1)
DAY = timedelta(days=1)


def figure(measure: Measure, people: int, since: date, until: date | None = None) -> FieldFigure:
    return FieldFigure(
        measure=measure,
        people=people,
        since=since,
        until=until,
        confidence=Confidence.HIGH,
        checked=FIRST,
        sources=("somebody",),
    )


CEILING = figure(Measure.CEILING_NO1, 1000, FIRST, date(2026, 1, 23))
LATER_CEILING = figure(Measure.CEILING_NO1, 2000, date(2026, 1, 23))
COUNT = figure(Measure.RESIDENTS_NO1, 500, date(2025, 6, 30))
LATER_COUNT = figure(Measure.RESIDENTS_NO1, 900, date(2025, 12, 31))
ALL = (LATER_COUNT, CEILING, COUNT, LATER_CEILING, figure(Measure.RESIDENTS_NO2, 77, FIRST))


def test_the_last_count_up_to_the_day_is_set_against_the_ceiling_of_the_day() -> None:
    for day, share, room in (
        (date(2025, 6, 30), 0.5, 500),
        (date(2025, 12, 30), 0.5, 500),
        (date(2025, 12, 31), 0.9, 100),
        (date(2026, 1, 22), 0.9, 100),
        (date(2026, 1, 23), 0.45, 1100),
    ):
        full = fullness(ALL, day)
        assert (full.share, full.room) == (share, room), day


def test_without_a_count_or_a_ceiling_nothing_is_known() -> None:
    for figures, day in ((ALL, date(2025, 6, 29)), ((COUNT,), date(2026, 1, 1)), (ALL, FIRST - DAY), ((), FIRST)):
        full = fullness(figures, day)
        assert full.share is None
        assert full.room is None


def test_a_passed_ceiling_leaves_less_than_no_room() -> None:
    full = fullness((CEILING, figure(Measure.RESIDENTS_NO1, 1100, FIRST)), FIRST)
    assert full.share == 1.1
    assert full.room == -100


@given(st.permutations(ALL), st.dates(date(2023, 1, 1), date(2027, 1, 1)))
def test_the_order_of_the_figures_does_not_matter(figures: list[FieldFigure], day: date) -> None:
    assert fullness(figures, day) == fullness(ALL, day)
