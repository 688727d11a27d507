"""How the most workers that each field may have changed, and for all fields together."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from attrs import frozen

from ssw_tui.library import Library
from ssw_tui.records.field import Field, Intake
from ssw_tui.records.field_detail import FieldFigure, FieldPeople, Measure
from ssw_tui.timeline.change import Change, Rank
from ssw_tui.timeline.fields import places
from ssw_tui.timeline.wording import subject

CEILINGS: Mapping[Measure, str] = {
    Measure.CEILING_NO1: "No.1",
    Measure.CEILING_SKILL_DEVELOPMENT: "Employment for Skill Development",
}
"""What is counted of the figures; the others are counts of residents, and no rules."""

AFTER_IT = "No ceiling after it is known."


@frozen
class _Ceiling:
    field: Field
    figure: FieldFigure

    @property
    def people(self) -> int:
        return self.figure.people


def ceiling_changes(library: Library) -> Iterator[Change]:
    """Give each day on which ceilings begin, or end with nothing after them, as one change."""
    for measure in CEILINGS:
        every = [
            _Ceiling(field, figure)
            for field in library.all(Field).values()
            for figure in _figures(library, field)
            if figure.measure is measure
        ]
        for day in sorted({day for one in every for day in (one.figure.since, one.figure.until) if day}):
            yield from _on(measure, day, every)


def _figures(library: Library, field: Field) -> Sequence[FieldFigure]:
    people = library.all(FieldPeople).get(field.id)
    return people.figures if people else ()


def _on(measure: Measure, day: date, every: Sequence[_Ceiling]) -> Iterator[Change]:
    # A field's start or end says by itself that its ceiling begins or ends.
    bounded = {one.field.id for one in every if one.field.no1_from == day or _ends_on(one.field, day)}
    before = {one.field.id: one for one in every if one.figure.until == day and one.field.id not in bounded}
    begun = {one.field.id: one for one in every if one.figure.since == day and one.field.id not in bounded}
    new = [one for field, one in begun.items() if field not in before or before[field].people != one.people]
    ended = [one for field, one in before.items() if field not in begun]
    if new:
        lines = [_line(one.field.name, one.people, _people(before.get(one.field.id))) for one in new]
        # What all fields may have together says more than the sum of those that changed.
        together = _line("All fields together", _total(every, day), _total(every, day - timedelta(days=1)))
        yield _change(day, f"new ceiling for {CEILINGS[measure]}", new, [*lines, together])
    if ended:
        lines = [_line(one.field.name, one.people, None) for one in ended]
        yield _change(day, f"the ceiling for {CEILINGS[measure]} ends", ended, lines, AFTER_IT, ends=True)


def _ends_on(field: Field, day: date) -> bool:
    return any(span.since == day and span.state is Intake.NOT_A_FIELD for span in field.intake)


def _total(ceilings: Sequence[_Ceiling], day: date) -> int:
    return sum(one.people for one in ceilings if one.figure.holds_on(day))


def _people(ceiling: _Ceiling | None) -> int | None:
    return ceiling.people if ceiling else None


def _change(
    day: date,
    headline: str,
    ceilings: Sequence[_Ceiling],
    details: Sequence[str],
    text: str = "",
    *,
    ends: bool = False,
) -> Change:
    fields = [one.field for one in ceilings]
    return Change(
        date=day,
        title=f"{subject(fields)}: {headline}",
        text=text,
        details=tuple(details),
        rank=Rank.CEILING,
        places=places(fields),
        fields=tuple(field.id for field in fields),
        statements=tuple(one.figure for one in ceilings),
        ends=ends,
    )


def _line(name: str, people: int, before: int | None) -> str:
    return f"{name}: {people:,} people" + (f" (before: {before:,})" if before else "")
