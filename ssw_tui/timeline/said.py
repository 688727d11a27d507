"""What the records of one field say from which day on."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby

from attrs import evolve, frozen

from ssw_tui.library import Library
from ssw_tui.reader import Reader
from ssw_tui.records.field import Field, Intake, IntakeSpan, No2Span
from ssw_tui.records.field_detail import FieldDetail, SkillsTest, WorkCategory
from ssw_tui.records.statement import Fact, Statement

STATES = ("intake", "no2")
EVENT = "history"
HEADINGS: Mapping[str, str] = {
    "categories": "kinds of work",
    "no1_tests": "skills test for No.1",
    "no2_tests": "skills test for No.2",
    "japanese_no1": "Japanese for No.1",
    "japanese_no2": "Japanese for No.2",
    "exemptions": "who is exempt from tests",
    "employment": "employment",
    "conditions": "what the employer must do",
}
"""The lists of a field's detail that change, with the words for each."""
INTAKE_CHANGE: Mapping[Intake, str] = {
    Intake.OPEN: "No.1 is open",
    Intake.NOT_OPEN: "in the ordinance, but not open yet",
    Intake.UNCONFIRMED: "not confirmed whether No.1 is open",
    Intake.STOPPED: "No.1 is stopped for newcomers",
    Intake.NOT_A_FIELD: "no longer a field",
}


@frozen(kw_only=True)
class Said:
    """Something that a field's records say from a day on, or up to it."""

    field: Field
    """The field."""
    day: date
    """The day."""
    part: str
    """The list in which it stands: "intake", "no2", "history" or one of `HEADINGS`."""
    headline: str
    """What it is about, in a few words."""
    text: str
    """What is said."""
    before: str = ""
    """What was said there before, where that is clear."""
    ends: bool = False
    """Whether nothing came in its place."""
    statements: tuple[Statement, ...]
    """The statements behind it."""


def said_of(library: Library, field: Field) -> Iterator[Said]:
    """Give what a field's records say, list by list."""
    detail = library.one(FieldDetail, field.id)
    yield from _intake(library, field)
    yield from _no2(library, field)
    if detail is None:
        return
    for event in detail.history:
        if event.since:
            told = Reader(library, event.since).say(event.text)
            yield Said(field=field, day=event.since, part=EVENT, headline=told, text=told, statements=(event,))
    for part in HEADINGS:
        yield from _listed(library, field, part, getattr(detail, part))


def _intake(library: Library, field: Field) -> Iterator[Said]:
    until: dict[date | None, IntakeSpan] = {span.until: span for span in field.intake if span.until}
    for span in field.intake:
        before = until.get(span.since)
        same = before is not None and before.state is span.state
        yield from _span(
            library, field, "intake", "No.1 changes" if same else INTAKE_CHANGE[span.state], (span, before)
        )


def _no2(library: Library, field: Field) -> Iterator[Said]:
    until: dict[date | None, No2Span] = {span.until: span for span in field.no2 if span.until}
    for span in field.no2:
        before = until.get(span.since)
        had = before is not None and before.available
        if had or span.available:
            headline = "No.2 changes" if had and span.available else "No.2 opens" if span.available else "No.2 ends"
            yield from _span(library, field, "no2", headline, (span, before))


def _span(
    library: Library, field: Field, part: str, headline: str, spans: tuple[IntakeSpan | No2Span, Statement | None]
) -> Iterator[Said]:
    span, before = spans
    if span.since is None:
        return
    told = Reader(library, span.since).say(span.text)
    earlier = _text(library, (before,)) if before else ""
    ends = headline == INTAKE_CHANGE[Intake.NOT_A_FIELD]
    yield Said(
        field=field,
        day=span.since,
        part=part,
        headline=headline,
        text=told,
        before=earlier,
        ends=ends,
        statements=(span,),
    )


def _listed(library: Library, field: Field, part: str, statements: Sequence[Statement]) -> Iterator[Said]:
    """Give what begins in a list, and what ends there on a day on which nothing begins."""
    begun = _by_day((one.since, one) for one in statements)
    ended = _by_day((one.until, one) for one in statements)
    for day, ones in begun.items():
        # Of several that begin or end together nothing says which takes over from which.
        earlier = ended.get(day, []) if len(ones) == 1 else []
        before = _text(library, earlier) if len(earlier) == 1 else ""
        said = (_one(library, field, part, day, group) for group in _told_together(ones))
        yield from (evolve(one, before=before) for one in said)
    for day, ones in ended.items():
        if day not in begun:
            said = (_one(library, field, part, day, group) for group in _told_together(ones))
            yield from (evolve(one, ends=True) for one in said)


def _by_day(dated: Iterable[tuple[date | None, Statement]]) -> Mapping[date, list[Statement]]:
    days: dict[date, list[Statement]] = {}
    for day, statement in dated:
        if day is not None:
            days.setdefault(day, []).append(statement)
    return days


def _told_together(statements: Iterable[Statement]) -> Iterator[tuple[Statement, ...]]:
    """Give facts one by one, kinds of work and tests together; what is planned apart from what is law."""
    for _, group in groupby(statements, lambda one: id(one) if isinstance(one, Fact) else one.planned):
        yield tuple(group)


def _one(library: Library, field: Field, part: str, day: date, statements: tuple[Statement, ...]) -> Said:
    text = _text(library, statements)
    return Said(field=field, day=day, part=part, headline=HEADINGS[part], text=text, statements=statements)


def _text(library: Library, statements: Sequence[Statement]) -> str:
    return "; ".join(_wording(library, statement) for statement in statements)


def _wording(library: Library, statement: Statement) -> str:
    match statement:
        case Fact(text=text) | IntakeSpan(text=text) | No2Span(text=text):
            return Reader(library, statement.since or date.max).say(text)
        case WorkCategory(name=name, name_ja=name_ja) | SkillsTest(name=name, name_ja=name_ja):
            return f"{name} {name_ja}"
        case _:
            return ""
