"""Personal data of every kind, to export and take back."""

from datetime import date

from hypothesis import strategies as st

from ssw_tui.tracker.checks import as_one_line
from ssw_tui.tracker.everything import Choice, Done, Everything
from ssw_tui.tracker.plans import ChoiceKind, PlannedDay
from ssw_tui.tracker.records import (
    Card,
    CardStatus,
    Event,
    EventKind,
    Leave,
    LeaveKind,
    QuizRun,
    Spell,
    SpellKind,
    Tick,
    TickKind,
)

NUMBER = "QX11223344ZK"
LAN = Card(
    id="lan-2b3c",
    label="=Nguyễn Thị; Lan, 山田",
    status=CardStatus.SSW1,
    field="agriculture",
    granted=date(2026, 3, 15),
    period="1y",
    number=NUMBER,
    no1_since=date(2023, 4, 10),
    no2_since=date(2027, 1, 2),
    in_japan_since=date(2020, 1, 2),
    employer='"Green" Farm',
    note="asked for the tax paper, 20 Nov",
    expires=date(2027, 3, 15),
)
AUNG = Card(id="aung-4d5f", label="Aung", status=CardStatus.NONE)
MOVED = Event(id="0a1b2c3d4e5f", card=LAN.id, kind=EventKind.MOVED, on=date(2026, 11, 10), number=1)
EVERYTHING = Everything(
    cards=(LAN, AUNG),
    events=(MOVED,),
    spells=(Spell(id="s1", card=LAN.id, kind=SpellKind.NO1, first=date(2020, 1, 1), last=None),),
    leaves=(
        Leave(id="l1", card=LAN.id, kind=LeaveKind.SICK, first=date(2024, 1, 1), last=date(2024, 3, 1), notified=True),
    ),
    done=(Done(card=LAN.id, deadline="address-move", anchor=MOVED.on, on=date(2026, 11, 12)),),
    ticks=(
        Tick(card=None, kind=TickKind.DOCUMENT, key="coe-from-abroad/passport"),
        Tick(card=LAN.id, kind=TickKind.STEP, key="extension-of-stay/collect"),
    ),
    plans=(PlannedDay(card=None, procedure="leaving-japan", anchor="departure", on=date(2027, 5, 1)),),
    choices=(Choice(card=LAN.id, what=ChoiceKind.FIELD, value="agriculture"),),
    quiz_runs=(
        QuizRun(id="q2", day=date(2026, 11, 2), goal="no2", answers={}, result="{}"),
        QuizRun(
            id="q1",
            day=date(2026, 11, 1),
            goal="no1",
            answers={"goal": "no1", "no1-months": "12.5", "stay-ends": "2027-03-15"},
            result='{"verdict": "meets", "title": "You meet it", "goal": "No.1"}',
        ),
    ),
)
"""Something of every kind; in the order in which it is read."""

_TEXT = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp")), min_size=1, max_size=30
).filter(lambda text: as_one_line(text) == text and bool(text.strip()))
_DAYS = st.dates(date(1990, 1, 1), date(2090, 1, 1))
_IDS = st.from_regex(r"[a-z0-9][a-z0-9-]{0,10}", fullmatch=True)
_NONE_OR_DAY = st.none() | _DAYS


def cards() -> st.SearchStrategy[Card]:
    """Cards with any values that can be."""
    return st.builds(
        Card,
        id=_IDS,
        label=_TEXT,
        status=st.sampled_from(CardStatus),
        field=st.none() | st.sampled_from(["agriculture", "nursing-care"]),
        period=st.none() | st.sampled_from(["6m", "1y", "18m", "3y", "100m", "10y"]),
        number=st.none() | st.from_regex(r"[A-Z0-9]{12}", fullmatch=True),
        no1_since=_NONE_OR_DAY,
        no2_since=_NONE_OR_DAY,
        in_japan_since=_NONE_OR_DAY,
        employer=st.none() | _TEXT,
        note=st.none() | _TEXT,
        expires=_DAYS,
    )


@st.composite
def everythings(draw: st.DrawFn) -> Everything:
    """Some cards, with some of what can be recorded about them."""
    drawn = draw(st.lists(cards(), unique_by=lambda card: card.id, max_size=4))
    ids = [card.id for card in drawn]
    events: tuple[Event, ...] = ()
    if ids:
        made = st.builds(
            Event, id=_IDS, card=st.sampled_from(ids), kind=st.sampled_from(EventKind), on=_DAYS, number=st.just(1)
        )
        drawn_events = draw(st.lists(made, unique_by=(lambda e: e.id, lambda e: (e.card, e.kind)), max_size=4))
        events = tuple(sorted(drawn_events, key=lambda event: event.id))
    quiz = st.builds(
        QuizRun, id=_IDS, day=_DAYS, goal=_TEXT, answers=st.dictionaries(_IDS, _TEXT, max_size=3), result=_TEXT
    )
    runs = draw(st.lists(quiz, unique_by=lambda run: run.id, max_size=3))
    return Everything(cards=tuple(drawn), events=events, quiz_runs=tuple(runs))
