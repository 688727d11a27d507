"""What changed in the fields, as their records say it: one change for what several fields say alike."""

from collections.abc import Iterable, Iterator, Sequence

from attrs import evolve

from ssw_tui.library import Library
from ssw_tui.records.field import Field, Intake
from ssw_tui.records.statement import Confidence
from ssw_tui.timeline.change import Change, Place, Rank
from ssw_tui.timeline.named import named_lists
from ssw_tui.timeline.said import EVENT, STATES, Said, said_of
from ssw_tui.timeline.wording import MOST_NAMES, first_sentence, grouped, names, sentence, subject, without_brackets

UNSURE = (Confidence.LOW, Confidence.UNCONFIRMED)


def field_changes(library: Library) -> Iterator[Change]:
    """Give what changed in the fields, apart from their ceilings."""
    name_of = named_lists(library)

    def of_one_list(one: Said) -> tuple[object, ...]:
        headline = one.headline if one.part in STATES else ""
        return name_of.get((one.field.id, one.part, one.day)), one.day, one.part, headline, one.ends

    for ones in grouped(_said(library), of_one_list).values():
        name = name_of.get((ones[0].field.id, ones[0].part, ones[0].day))
        yield from (evolve(change, part_of=name) for change in _alike(ones))


def places(fields: Iterable[Field]) -> tuple[Place, ...]:
    """Give where fields are opened."""
    return tuple(Place("field", field.id) for field in fields)


def _said(library: Library) -> Iterator[Said]:
    """Give what the fields say, apart from what goes without saying."""
    fields = library.all(Field).values()
    heirs = {field.merged_into for field in fields}
    for field in fields:
        yield from (one for one in said_of(library, field) if not _is_clear(one, is_heir=field.id in heirs))


def _is_clear(one: Said, *, is_heir: bool) -> bool:
    """Whether the field's lists begin or end with it, or it took others over and tells their history again."""
    start = one.field.no1_from
    bounds = one.day == start or one.field.intake_on(one.day) is Intake.NOT_A_FIELD
    return (bounds and one.part not in (*STATES, EVENT)) or (is_heir and start is not None and one.day < start)


def _alike(ones: Sequence[Said]) -> Iterator[Change]:
    """Give what fields say in one list: as one change where they say the same, or where they say much."""
    alike = tuple(grouped(ones, lambda one: without_brackets(one.text)).values())
    if ones[0].part in STATES:
        yield _state(ones)
    elif ones[0].part == EVENT:
        yield from map(_event, alike)
    elif len(alike) > MOST_NAMES:
        yield _fact(ones, "")
    else:
        yield from (_fact(group, _common_text(group)) for group in alike)


def _state(ones: Sequence[Said]) -> Change:
    fields, headline = _fields_of(ones), ones[0].headline
    text = ones[0].text if len(fields) == 1 else f"{sentence(headline)} in {names(fields)}."
    return _change(ones, headline, text, Rank.FIELDS)


def _event(ones: Sequence[Said]) -> Change:
    headline, rest = first_sentence(_common_text(ones))
    return _change(ones, headline, rest, Rank.EVENT)


def _fact(ones: Sequence[Said], text: str) -> Change:
    told = _change(ones, ones[0].headline, text, Rank.FACT)
    return evolve(told, title=f"No longer in force: {told.title}") if told.ends else told


def _change(told: Sequence[Said], headline: str, text: str, rank: Rank) -> Change:
    fields = _fields_of(told)
    title = f"{subject(fields)}: {headline}"
    more = [one for one in told if one.text != text and one.text.removesuffix(".") not in title]
    befores = {one.before for one in told}
    return Change(
        date=told[0].day,
        title=title,
        text=text,
        before=befores.pop() if len(befores) == 1 else "",
        details=_lines(more) if len(fields) > 1 else (),
        lines=_lines(told),
        rank=rank,
        places=places(fields),
        fields=tuple(field.id for field in fields),
        statements=tuple(statement for one in told for statement in one.statements),
        ends=told[0].ends,
    )


def _fields_of(ones: Iterable[Said]) -> tuple[Field, ...]:
    return tuple({one.field.id: one.field for one in ones}.values())


def _common_text(ones: Sequence[Said]) -> str:
    texts = {one.text for one in ones}
    return ones[0].text if len(texts) == 1 else without_brackets(ones[0].text)


def _lines(told: Sequence[Said]) -> tuple[str, ...]:
    lines = grouped(told, _line).items()
    return tuple(f"{subject(_fields_of(ones))}: {line}" for line, ones in lines)


def _line(one: Said) -> str:
    main = one.statements[0]
    warning = "planned: " if main.planned else "not sure: " if main.confidence in UNSURE else ""
    if one.part in STATES or one.part == EVENT:
        return f"{warning}{one.text}"
    return f"{warning}{sentence(one.headline)}: {one.text}"
