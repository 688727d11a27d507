from datetime import date

import pytest
from attrs import evolve

from ssw_tui.advice.step_days import KnownDay, Origin, StepDay
from ssw_tui.library import Library
from ssw_tui.output.page import Pair, Tone
from ssw_tui.output.step_words import day_blocks, is_overdue, say_away, say_step_day
from ssw_tui.records.procedure import Anchor, Procedure
from tests.conftest import TODAY

END = date(2027, 3, 15)


@pytest.fixture
def plain(library: Library) -> StepDay:
    step = library.all(Procedure)["extension-of-stay"].steps[1]
    return StepDay(step=step, today=TODAY)


@pytest.fixture
def counted(plain: StepDay) -> StepDay:
    return evolve(plain, anchor=Anchor.END_OF_STAY, counted=KnownDay(END, Origin.CARD))


@pytest.mark.parametrize(
    ("days", "words"), [(0, "today"), (1, "in 1 day"), (2, "in 2 days"), (-1, "1 day ago"), (-30, "30 days ago")]
)
def test_how_far_away_a_day_is(days: int, words: str) -> None:
    assert say_away(days) == words


def test_a_day_that_a_rule_counts(counted: StepDay) -> None:
    first = evolve(counted, first=date(2026, 12, 15), last=END)
    assert say_step_day(first) == "from 15 Dec 2026, in 23 days, until 15 Mar 2027"
    assert say_step_day(evolve(first, today=date(2026, 12, 15))) == "possible until 15 Mar 2027, in 90 days"
    assert say_step_day(evolve(counted, last=END)) == "by 15 Mar 2027, in 113 days"
    assert say_step_day(evolve(counted, first=TODAY)) == "from 22 Nov 2026, today"
    assert say_step_day(evolve(counted, plan=END)) == "about 15 Mar 2027, in 113 days"


def test_a_day_by_its_place_before_or_after_another_step(plain: StepDay) -> None:
    assert say_step_day(evolve(plain, last=END)) == "before 15 Mar 2027, in 113 days"
    assert say_step_day(evolve(plain, first=END)) == "after 15 Mar 2027, in 113 days"
    assert say_step_day(evolve(plain, last=date(2026, 11, 1))) == "before 1 Nov 2026, 21 days ago"


def test_what_has_passed_is_overdue_where_a_rule_sets_its_last_day(counted: StepDay, plain: StepDay) -> None:
    late = evolve(counted, last=date(2026, 11, 21))
    assert say_step_day(late) == "overdue: by 21 Nov 2026, 1 day ago"
    assert say_step_day(late, done=True) == "by 21 Nov 2026"
    assert not is_overdue(evolve(plain, last=date(2026, 11, 21)))
    assert not is_overdue(evolve(counted, plan=date(2026, 11, 21)))


def test_an_own_day_is_said_with_whether_it_is_possible(counted: StepDay) -> None:
    window = evolve(counted, first=date(2026, 12, 15), last=END, own=Origin.PLAN)

    assert say_step_day(evolve(window, plan=date(2027, 1, 20))) == "your plan: 20 Jan 2027, in 59 days"
    early = say_step_day(evolve(window, plan=date(2026, 12, 1)))
    assert early == "your plan: 1 Dec 2026, in 9 days; too early, it is possible from 15 Dec 2026"
    late = say_step_day(evolve(window, plan=date(2027, 3, 16)))
    assert late == "your plan: 16 Mar 2027, in 114 days; too late, the last day is 15 Mar 2027"
    on_card = evolve(window, plan=date(2027, 1, 20), own=Origin.CARD)
    assert say_step_day(on_card) == "20 Jan 2027 on the card, in 59 days"


def test_beside_an_own_day_the_page_says_when_it_is_possible(counted: StepDay) -> None:
    window = evolve(counted, first=date(2026, 12, 15), last=END, own=Origin.PLAN, plan=date(2027, 1, 20))

    assert list(day_blocks(window, done=False))[1] == Pair("Possible", "from 15 Dec 2026 until 15 Mar 2027")
    last = evolve(window, first=None)
    assert list(day_blocks(last, done=False))[1] == Pair("Possible", "until 15 Mar 2027")


def test_a_day_that_is_not_known_is_said_as_the_rule_counts_it(plain: StepDay, library: Library) -> None:
    missing = evolve(plain, anchor=Anchor.END_OF_STAY, missing=Anchor.END_OF_STAY)
    assert say_step_day(missing) == "from 3 months before the last day of the stay (day not set)"
    assert say_step_day(missing, done=True) == ""
    [pair] = day_blocks(missing, done=False)
    assert pair == Pair("Your day", "not known yet; it is counted from the last day of the stay")

    free = evolve(plain, step=library.all(Procedure)["extension-of-stay"].steps[-1])
    assert say_step_day(free) == ""
    assert list(day_blocks(free, done=False)) == []


def test_a_page_says_how_the_day_is_counted_and_when_offices_are_open(counted: StepDay) -> None:
    sunday = date(2027, 3, 21)
    day = evolve(counted, last=sunday, counted=KnownDay(sunday, Origin.CARD))

    pairs = [block for block in day_blocks(day, done=False) if isinstance(block, Pair)]

    assert [pair.label for pair in pairs] == ["Your day", "Counted", "Open offices"]
    assert pairs[1].text == "from 3 months before the last day of the stay, which is 21 Mar 2027 (from the card)"
    assert pairs[2].text == "offices are closed on 21 Mar 2027; the last day they are open is Fri 19 Mar 2027"


def test_a_page_says_what_could_make_it_earlier(counted: StepDay) -> None:
    day = evolve(counted, last=END, unsure=Anchor.END_OF_STAY)

    assert Pair("But", "earlier if the last day of the stay comes first; that day is not known") in list(
        day_blocks(day, done=False)
    )


@pytest.mark.parametrize(("done", "tone"), [(False, Tone.WARNING), (True, Tone.STRONG)])
def test_what_is_done_warns_no_more(counted: StepDay, done: bool, tone: Tone) -> None:
    first, *_ = day_blocks(evolve(counted, last=date(2026, 12, 1)), done=done)

    assert isinstance(first, Pair)
    assert first.tone is tone
