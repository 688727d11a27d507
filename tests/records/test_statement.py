from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from attrs import fields
from hypothesis import given
from hypothesis import strategies as st

from ssw_tui.records.statement import Confidence, Fact, Statement, holding, refers_to, the_one_holding

DAY = date(2026, 4, 1)
ONE_DAY = timedelta(days=1)
days = st.dates(date(2019, 1, 1), date(2030, 12, 31))


def statement(since: date | None = None, until: date | None = None) -> Statement:
    return Statement(confidence=Confidence.HIGH, checked=DAY, sources=("a-source",), since=since, until=until)


@st.composite
def statements(draw: st.DrawFn) -> Statement:
    since = draw(st.none() | days)
    until = draw(st.none() | days.filter(lambda day: since is None or day > since))
    return statement(since, until)


def test_it_holds_from_its_first_day() -> None:
    assert statement(since=DAY).holds_on(DAY)
    assert not statement(since=DAY).holds_on(DAY - ONE_DAY)


def test_it_no_longer_holds_on_the_day_it_ends() -> None:
    assert statement(until=DAY).holds_on(DAY - ONE_DAY)
    assert not statement(until=DAY).holds_on(DAY)


def test_without_days_it_always_holds() -> None:
    assert statement().holds_on(date.min)
    assert statement().holds_on(date.max)


def test_one_that_ends_where_the_next_starts_leaves_no_day_to_both_or_neither() -> None:
    spans = (statement(until=DAY), statement(since=DAY))
    for day in (DAY - ONE_DAY, DAY, DAY + ONE_DAY):
        assert len(holding(spans, day)) == 1


@pytest.mark.parametrize("until", [DAY, DAY - ONE_DAY])
def test_one_that_does_not_end_after_it_starts_is_refused(until: date) -> None:
    with pytest.raises(ValueError, match=r"until to be a day after since \(2026-04-01\)"):
        statement(since=DAY, until=until)


@pytest.mark.parametrize("confidence", [Confidence.HIGH, Confidence.MEDIUM, Confidence.LOW])
def test_one_without_a_source_is_refused(confidence: Confidence) -> None:
    with pytest.raises(ValueError, match="sources to name at least one"):
        Statement(confidence=confidence, checked=DAY, sources=())


def test_what_is_unconfirmed_needs_no_source() -> None:
    assert Statement(confidence=Confidence.UNCONFIRMED, checked=DAY, sources=()).sources == ()


@pytest.mark.parametrize(
    ("record", "name", "kind"),
    [(Statement, "sources", "source"), (Fact, "sources", "source"), (Fact, "ask", "help-line")],
)
def test_what_a_field_refers_to_stands_in_its_metadata(record: type[Statement], name: str, kind: str) -> None:
    assert dict(getattr(fields(record), name).metadata) == refers_to(kind)


@given(st.lists(statements(), max_size=6), days)
def test_holding_gives_those_that_hold_and_keeps_their_order(spans: list[Statement], day: date) -> None:
    held = holding(spans, day)
    assert all(span.holds_on(day) for span in held)
    assert sum(span.holds_on(day) for span in spans) == len(held)
    remaining: Iterator[Statement] = iter(spans)
    assert all(any(span is one for one in remaining) for span in held)


@given(st.lists(statements(), max_size=6), days)
def test_the_one_holding_is_the_first_of_them_or_none(spans: list[Statement], day: date) -> None:
    assert the_one_holding(spans, day) is next(iter(holding(spans, day)), None)


@given(statements(), days, days)
def test_it_holds_without_a_pause(span: Statement, one: date, other: date) -> None:
    first, last = sorted((one, other))
    between = first + (last - first) // 2
    assert span.holds_on(between) or not (span.holds_on(first) and span.holds_on(last))
