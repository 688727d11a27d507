"""Every page that can be made: each maker of pages is found by itself and given everything that it asks for."""

import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from importlib import import_module
from inspect import Parameter, isfunction, signature
from itertools import pairwise, product
from pathlib import Path
from pkgutil import iter_modules
from typing import Any, get_type_hints

import attrs

from ssw_tui.advice.answers import Answers
from ssw_tui.advice.deadlines import DueDay
from ssw_tui.advice.eligibility import Quiz, Result
from ssw_tui.advice.fees import fees_for
from ssw_tui.advice.step_days import BEGIN
from ssw_tui.kinds import KINDS
from ssw_tui.output import pages as page_modules
from ssw_tui.output.card_words import days_of, schedule_of
from ssw_tui.output.cards import Due, what_is_due
from ssw_tui.output.own_steps import OwnSteps
from ssw_tui.output.page import Block, Page
from ssw_tui.output.pages.support_checklist import every_question
from ssw_tui.reader import Reader
from ssw_tui.records.fee import Fee
from ssw_tui.records.field import Field
from ssw_tui.records.procedure import Anchor, Procedure, Step
from ssw_tui.records.self_check import Reply, SelfCheckQuestion
from ssw_tui.records.support import SupportQuestion
from ssw_tui.timeline import Change, changes_between
from ssw_tui.tracker.records import (
    Card,
    CardFile,
    CardStatus,
    Event,
    EventKind,
    Leave,
    LeaveKind,
    Spell,
    SpellKind,
)
from tests.advice.people import person
from tests.conftest import TODAY

CASES = tomllib.loads((Path(__file__).parents[1] / "advice" / "worked_cases.toml").read_text(encoding="utf-8"))["case"]
SEARCHED = (
    *("fields", "fee", "five years", "supervising organisation", "kanri dantai", "quarter", "insurance"),
    *("construction", "No.2", "change field", "permission", "特定技能", "family", "shipbuilding", "guaranteed"),
)


def parts(value: object) -> Iterator[object]:
    """Give a record and everything inside it."""
    yield value
    match value:
        case tuple() | list():
            inner: Iterable[object] = value
        case dict():
            inner = value.values()
        case _ if attrs.has(kind := type(value)):
            inner = (getattr(value, attribute.name) for attribute in attrs.fields(kind))
        case _:
            inner = ()
    for one in inner:
        yield from parts(one)


def pages(reader: Reader) -> Iterator[tuple[str, Page]]:
    """Give every page that can be made, of every record there is, with a name."""
    offered = _offered(reader)
    for make in _makers():
        hints = get_type_hints(make)
        needed = [name for name, one in signature(make).parameters.items() if one.default is Parameter.empty]
        for number, given in enumerate(filter(_belong_together, product(*(offered[hints[name]] for name in needed)))):
            named = "/".join(str(getattr(one, "id", "")) for one in given[1:])
            page = make(**dict(zip(needed, given, strict=True)))
            yield f"{make.__module__.rpartition('.')[2]}.{make.__name__} {named or number}", page


def _belong_together(given: tuple[object, ...]) -> bool:
    procedures = [one for one in given if isinstance(one, Procedure)]
    return all(one in procedures[0].steps for one in given if isinstance(one, Step))


def _makers() -> Iterator[Callable[..., Page]]:
    for found in iter_modules(page_modules.__path__):
        module = import_module(f"{page_modules.__name__}.{found.name}")
        for name, made in vars(module).items():
            own = isfunction(made) and made.__module__ == module.__name__ and not name.startswith("_")
            if own and get_type_hints(made).get("return") is Page:
                yield made


class _Offered(dict[Any, Sequence[object]]):
    """What makers of pages are given, by the type that they ask for; of a choice every option."""

    def __missing__(self, asked: Any) -> Sequence[object]:  # noqa: ANN401 - any type
        return tuple(asked)


def _offered(reader: Reader) -> _Offered:
    library, quiz = reader.library, Quiz.of(reader.library)
    cards, changes = card_files(), changes_between(library, date.min, date.max)
    return _Offered(
        {
            **{kind.record: tuple(library.all(kind.record).values()) for kind in KINDS},
            Reader: (reader,),
            SupportQuestion: tuple(asked.question for asked in every_question(reader).values()),
            frozenset[str]: (frozenset(), frozenset(every_question(reader))),
            Quiz: (quiz,),
            Result: results(reader),
            Step: tuple(step for procedure in library.all(Procedure).values() for step in procedure.steps),
            CardFile: cards,
            OwnSteps: tuple(own_steps(reader, cards)),
            str: SEARCHED,
            Mapping[str, Reply]: replies(reader),
            Iterable[CardFile]: ((), cards),
            Iterable[Block]: ((),),
            Change: changes,
            Iterable[Change]: (changes,),
            date: (TODAY,),
            int: (30,),
            Path: (Path("/home/somebody/.local/share/ssw-tui"),),
            DueDay: tuple(due for file in cards for due in days_of(reader, file)),
            Sequence[Due]: (what_is_due(cards, schedule_of(reader), 30),),
            bool: (False, True),
            Answers: (person("no1"), person("no2", {"japanese": "n5"})),
            Sequence[Fee]: tuple(
                fees_for(library.all(Fee).values(), application, reader.day, None)
                for application in ("extension", "permanent-residence")
            ),
            Sequence[Field]: tuple(pairwise(library.all(Field).values())),
        }
    )


def own_steps(reader: Reader, cards: Sequence[CardFile]) -> Iterator[OwnSteps]:
    """Give what is kept of somebody for the steps: nothing, and a field, a country and every day that can be set."""
    yield OwnSteps()
    planned = {str(anchor): date(2027, 2, 1) for anchor in Anchor} | {BEGIN: date(2026, 12, 1)}
    every = dict.fromkeys(reader.library.all(Procedure), planned)
    yield OwnSteps(planned=every, field="construction", country="viet-nam")
    yield OwnSteps(holder=cards[0], field="agriculture", country="nepal", others=1)


@lru_cache(maxsize=2)
def results(reader: Reader) -> tuple[Result, ...]:
    """Give what the worked cases come to; on another day than today the first of them, since each takes its time."""
    quiz = Quiz.of(reader.library)
    cases = CASES if reader.day == TODAY else CASES[:2]
    return tuple(quiz.evaluate(person(case["goal"], case["answers"]), reader.day) for case in cases)


def replies(reader: Reader) -> tuple[Mapping[str, Reply], ...]:
    """Give answers to the self-check: none, all that point to a risk, and none that somebody knows."""
    asked = reader.library.all(SelfCheckQuestion)
    return {}, {one.id: one.worry for one in asked.values()}, dict.fromkeys(asked, Reply.UNSURE)


def card_files() -> tuple[CardFile, ...]:
    """Give an invented card of each status, to which everything has happened, and two with a long way behind them."""
    everything = (CardFile(card=card, events=_events(card)) for card in map(_card, CardStatus))
    return (*everything, _on_no1_for_long(), _on_no2_for_long())


def _on_no1_for_long() -> CardFile:
    """Give a card with a break, and with leave that counts and leave that does not, for every reason there is."""
    card = attrs.evolve(_card(CardStatus.SSW1), id="card-no1-for-long", no1_since=date(2023, 7, 19))
    first = Spell(id="s", card=card.id, kind=SpellKind.NO1, first=date(2022, 1, 10), last=date(2023, 1, 9))
    times = (
        *((LeaveKind.PARENTAL, date(2025, 9, 1), date(2025, 11, 9), True), (LeaveKind.PARENTAL, TODAY, TODAY, False)),
        *(
            (LeaveKind.SICK, date(2025, 10, 1), date(2027, 1, 31), True),
            (LeaveKind.SICK, date(2027, 3, 1), date(2027, 5, 1), True),
        ),
        (LeaveKind.WORK_ACCIDENT, date(2026, 1, 1), date(2026, 1, 9), True),
    )
    leaves = [
        Leave(id=f"l{number}", card=card.id, kind=kind, first=start, last=end, notified=notified)
        for number, (kind, start, end, notified) in enumerate(times)
    ]
    return CardFile(card=card, spells=[first], leaves=leaves)


def _on_no2_for_long() -> CardFile:
    card = attrs.evolve(_card(CardStatus.SSW2), id="card-no2-for-long", no2_since=date(2022, 3, 1))
    return CardFile(card=attrs.evolve(card, in_japan_since=date(2014, 5, 1)))


def _card(status: CardStatus) -> Card:
    first, last = date(2026, 3, 16), date(2027, 3, 15)
    return Card(id=f"card-{status}", label="Example", status=status, granted=first, expires=last, no1_since=first)


def _events(card: Card) -> list[Event]:
    on = date(2026, 11, 1)
    return [Event(id=f"event-{kind}", card=card.id, kind=kind, on=on, number=1) for kind in EventKind]
