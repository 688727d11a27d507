"""What changed in the fields: one line for what several fields, or several lists of one field, tell alike."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from attrs import frozen

from ssw_tui.library import Library
from ssw_tui.records.field import Field, Intake
from ssw_tui.records.statement import Confidence
from ssw_tui.timeline.change import Change, Place, Rank
from ssw_tui.timeline.said import EVENT, INTAKE_CHANGE, STATES, Said, said_of
from ssw_tui.timeline.wording import MOST_NAMES, first_sentence, grouped, names, sentence, subject, without_brackets

UNSURE = (Confidence.LOW, Confidence.UNCONFIRMED)


def field_changes(library: Library) -> Iterator[Change]:
    """Give what changed in the fields, apart from their ceilings."""
    fields = tuple(library.all(Field).values())
    said = (one for field in fields for one in said_of(library, field))
    for day, ones in grouped(said, lambda one: one.day).items():
        yield from _Day(fields, day, tuple(ones)).changes()


def places(fields: Iterable[Field]) -> tuple[Place, ...]:
    """Give where fields are opened."""
    return tuple(Place("field", field.id) for field in fields)


def fields_of(ones: Iterable[Said]) -> tuple[Field, ...]:
    """Give the fields of what is said, each once."""
    return tuple({one.field.id: one.field for one in ones}.values())


def bounded_on(fields: Iterable[Field], day: date) -> tuple[Field, ...]:
    """Give the fields that start or end on a day."""
    return tuple(field for field in fields if field.no1_from == day or _ends_on(field, day))


def _ends_on(field: Field, day: date) -> bool:
    return any(span.since == day and span.state is Intake.NOT_A_FIELD for span in field.intake)


def _common_text(ones: Sequence[Said]) -> str:
    texts = {one.text for one in ones}
    return ones[0].text if len(texts) == 1 else without_brackets(ones[0].text)


@frozen
class _Day:
    """What the fields say of one day."""

    fields: tuple[Field, ...]
    """Every field."""
    day: date
    """The day."""
    said: tuple[Said, ...]
    """All that is said of it."""

    def changes(self) -> Iterator[Change]:
        """Tell each field's start, end and change of state; then what happened; then what else is said."""
        bounded = {field.id for field in bounded_on(self.fields, self.day)}
        if bounded:
            yield from self._bounds()
        heirs = {one.field.merged_into for one in self.said if one.part == EVENT}
        # A field that took others over tells their history again.
        left = [one for one in self.said if one.field.id not in bounded and not self._before_start(one, heirs)]
        states = [one for one in left if one.part in STATES]
        in_motion = {one.field.id for one in states}
        for group in grouped(states, lambda one: _headline(one, left)).values():
            yield self._state(group, left)
        yield from self._other([one for one in left if one.field.id not in in_motion])

    def _before_start(self, one: Said, heirs: set[str | None]) -> bool:
        start = one.field.no1_from
        return one.field.id in heirs and start is not None and self.day < start

    def _bounds(self) -> Iterator[Change]:
        starting = [field for field in self.fields if field.no1_from == self.day]
        ending = [field for field in self.fields if _ends_on(field, self.day)]
        for field in starting:
            parts = [old for old in ending if old.merged_into == field.id]
            if parts:
                yield self._merger(field, parts)
        merged = {old.id for old in ending} | {old.merged_into for old in ending}
        new = [field for field in starting if field.id not in merged]
        if new:
            yield self._start(new)
        gone = [field for field in ending if field.merged_into not in {field.id for field in starting}]
        if gone:
            yield self._bound(gone, f"{subject(gone)}: {INTAKE_CHANGE[Intake.NOT_A_FIELD]}", "", ends=True)

    def _merger(self, field: Field, parts: Sequence[Field]) -> Change:
        events = [one.text for one in self.said if one.field is field and one.part == EVENT]
        text = " ".join((*events, f"They were {names(parts)}."))
        return self._bound([field, *parts], f"{len(parts)} fields become one: {field.name}", text)

    def _start(self, fields: Sequence[Field]) -> Change:
        title = f"New field: {fields[0].name}" if len(fields) == 1 else f"{len(fields)} new fields"
        if MOST_NAMES >= len(fields) > 1:
            title = f"{title}: {names(fields)}"
        by_state = {state: [field for field in fields if field.intake_on(self.day) is state] for state in Intake}
        said = [*self._told_of_most(fields)]
        said += [f"{sentence(INTAKE_CHANGE[state])}: {names(of)}." for state, of in by_state.items() if of]
        of_no2 = [one for one in self.said if one.field in fields and one.part == "no2"]
        no2 = [f"No.2 in {one.field.name}: {one.text}" for one in of_no2] or ["No.2: none of them."]
        return self._bound(fields, title, " ".join((*said, *no2)))

    def _told_of_most(self, fields: Sequence[Field]) -> Iterator[str]:
        events = grouped((one for one in self.said if one.part == EVENT), lambda one: one.text).values()
        most = max(events, key=len, default=[])
        if 2 * len(most) > len(fields):
            yield most[0].text

    def _bound(self, fields: Sequence[Field], title: str, text: str, *, ends: bool = False) -> Change:
        concerned = {field.id for field in fields}
        told = [one for one in self.said if one.field.id in concerned and one.part in (*STATES, EVENT)]
        # That the ordinance lists a field is one thing, how its intake stands another, and often less sure.
        told.sort(key=lambda one: one.part != EVENT)
        return Change(
            date=self.day,
            title=title,
            text=text,
            details=_details([one for one in told if one.text not in text]),
            rank=Rank.FIELDS,
            places=places(fields),
            fields=tuple(field.id for field in fields),
            statements=tuple(statement for one in told for statement in one.statements),
            ends=ends,
        )

    def _state(self, group: Sequence[Said], left: Iterable[Said]) -> Change:
        fields = fields_of(group)
        concerned = {field.id for field in fields}
        more = [one for one in left if one.field.id in concerned and one not in group]
        headline = _headline(group[0], left)
        text = group[0].text if len(fields) == 1 else f"{sentence(headline)} in {names(fields)}."
        return self._change([*group, *more], f"{subject(fields)}: {headline}", text, Rank.FIELDS)

    def _other(self, ones: Sequence[Said]) -> Iterator[Change]:
        events = grouped((one for one in ones if one.part == EVENT), lambda one: without_brackets(one.text)).values()
        told: list[Said] = []
        for event in events:
            fields = fields_of(event)
            alone = len(fields) == 1
            own = [one for one in ones if one.field in fields and one not in told and _explained(one, alone=alone)]
            told += (*event, *own)
            headline, rest = first_sentence(_common_text(event))
            yield self._change([*event, *own], f"{subject(fields)}: {headline}", rest, Rank.EVENT)
        yield from self._facts([one for one in ones if one not in told])

    def _facts(self, ones: Sequence[Said]) -> Iterator[Change]:
        for listed in grouped(ones, lambda one: (one.part, one.ends)).values():
            alike = tuple(grouped(listed, lambda one: without_brackets(one.text)).values())
            many = len(alike) > MOST_NAMES
            for group in (listed,) if many else alike:
                heading = f"{subject(fields_of(group))}: {group[0].headline}"
                title = f"No longer in force: {heading}" if group[0].ends else heading
                yield self._change(group, title, "" if many else _common_text(group), Rank.FACT)

    def _change(self, told: Sequence[Said], title: str, text: str, rank: Rank) -> Change:
        main = [one for one in told if one.headline == told[0].headline and one.part == told[0].part]
        fields = fields_of(main)
        befores = {one.before for one in main}
        more = [one for one in told if one not in main or len(fields) > 1]
        return Change(
            date=self.day,
            title=title,
            text=text,
            before=befores.pop() if len(befores) == 1 else "",
            details=_details([one for one in more if one.text != text and one.text.removesuffix(".") not in title]),
            rank=rank,
            places=places(fields),
            fields=tuple(field.id for field in fields),
            statements=tuple(statement for one in told for statement in one.statements),
            ends=told[0].ends,
        )


def _headline(one: Said, said: Iterable[Said]) -> str:
    """Give what changed; where a state has only a new text, the field's history says it."""
    if one.headline not in ("No.1", "No.2"):
        return one.headline
    events = (other.text for other in said if other.field is one.field and other.part == EVENT)
    return next((first_sentence(text)[0] for text in events), f"{one.headline} changes")


def _explained(one: Said, *, alone: bool) -> bool:
    """Whether what happened in a field explains what else its records say of that day."""
    return one.part != EVENT and (alone or one.part in ("categories", "no1_tests", "no2_tests"))


def _details(told: Sequence[Said]) -> tuple[str, ...]:
    several = len(fields_of(told)) > 1
    lines = grouped(told, _line).items()
    return tuple(f"{subject(fields_of(ones))}: {line}" if several else str(line) for line, ones in lines)


def _line(one: Said) -> str:
    main = one.statements[0]
    warning = "planned: " if main.planned else "not sure: " if main.confidence in UNSURE else ""
    if one.part in STATES or one.part == EVENT:
        return f"{warning}{one.text}"
    return f"{warning}{sentence(one.headline)}: {one.text}"
