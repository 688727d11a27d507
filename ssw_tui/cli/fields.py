"""The fields command: the fields of a day, narrowed and ordered; one whole; some side by side."""

from argparse import Namespace
from typing import Any

from attrs import evolve

from ssw_tui.cli.content import named
from ssw_tui.cli.options import Options
from ssw_tui.errors import UserError
from ssw_tui.output.data import as_data, as_json, field_line
from ssw_tui.output.field_list import Order, Wanted, chosen, fullness_of, other_work
from ssw_tui.output.page import Gap, Paragraph, Tone
from ssw_tui.records.field import Field
from ssw_tui.records.field_detail import FieldDetail, FieldPeople
from ssw_tui.records.other_work import OtherWork


def run(arguments: Namespace, options: Options) -> int:
    """Print the fields that fit, one whole, or two or three side by side.

    Raises:
        UserError: when there is no such field, or another number of fields is compared.
    """
    if arguments.compare:
        return _compare(options, arguments.compare)
    if arguments.id is not None:
        return _show_one(options, arguments.id)
    wanted = Wanted(
        words=arguments.words or "",
        with_no2=arguments.no2,
        open_now=arguments.open,
        dispatch=arguments.dispatch,
        order=Order(arguments.sort),
    )
    return _show_list(options, wanted)


def _show_list(options: Options, wanted: Wanted) -> int:
    from ssw_tui.output.pages.fields import list_page

    reader = options.reader
    if not options.json:
        page = list_page(reader, wanted)
        ids = ", ".join(field.id for field in chosen(reader, wanted))
        more = (Gap(), Paragraph(f"One of them whole: ssw-tui fields ID, with {ids}.", Tone.QUIET)) if ids else ()
        options.show(evolve(page, blocks=(*page.blocks, *more)))
        return 0
    data: dict[str, Any] = {
        "as_of": reader.day.isoformat(),
        "fields": [_line(options, field) for field in chosen(reader, wanted)],
    }
    if wanted.words:
        data["in_no_field"] = [as_data(reader, work) for work in other_work(reader, wanted.words)]
    options.write(as_json(data))
    return 0


def _line(options: Options, field: Field) -> dict[str, Any]:
    full = fullness_of(options.reader, field)
    counted = full.residents.since if full.residents else None
    return field_line(options.reader, field) | {
        "ceiling_no1": full.ceiling.people if full.ceiling else None,
        "residents_no1": full.residents.people if full.residents else None,
        "counted_on": counted.isoformat() if counted else None,
    }


def _show_one(options: Options, record_id: str) -> int:
    reader, library = options.reader, options.library
    work = library.all(OtherWork).get(record_id)
    if work is not None:
        return _show_other_work(options, work)
    field: Field = named(library.all(Field), record_id, "fields")
    if not options.json:
        from ssw_tui.output.pages.field import page

        options.show(page(reader, field))
        return 0
    records = (field, library.one(FieldDetail, field.id), library.all(FieldPeople).get(field.id))
    whole, *more = [as_data(reader, record) for record in records if record is not None]
    spans = {"intake": whole.pop("intake"), "no2_spans": whole.pop("no2")}
    sources = dict.fromkeys(source for data in (whole, *more) for source in data.get("sources", ()))
    for data in more:
        whole |= data
    whole |= {**spans, **field_line(reader, field), "title": field.name, "sources": list(sources)}
    options.write(as_json({"as_of": reader.day.isoformat(), **whole}))
    return 0


def _show_other_work(options: Options, work: OtherWork) -> int:
    if options.json:
        data = as_data(options.reader, work)
        options.write(as_json({"as_of": options.day.isoformat(), "in_no_field": [data]}))
        return 0
    from ssw_tui.output.pages.fields import other_work_page

    options.show(other_work_page(options.reader, work))
    return 0


def _compare(options: Options, ids: list[str]) -> int:
    from ssw_tui.output.pages.fields import COMPARED, MOST_COMPARED, compare_page

    if not 2 <= len(ids) <= MOST_COMPARED:
        raise UserError(f"--compare: name 2 to {MOST_COMPARED} fields, not {len(ids)}")
    reader = options.reader
    fields: list[Field] = [named(options.library.all(Field), one, "fields") for one in ids]
    if options.json:
        compared = {label: [say(reader, field) for field in fields] for label, say in COMPARED.items()}
        options.write(as_json({"as_of": reader.day.isoformat(), "fields": ids, "compared": compared}))
    else:
        options.show(compare_page(reader, fields))
    return 0
