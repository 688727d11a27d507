"""The command about the support plan: everything on one page, or one record of it."""

from collections.abc import Mapping
from typing import Any

from ssw_tui.cli.content import named
from ssw_tui.cli.options import Options
from ssw_tui.output.data import as_data, as_json
from ssw_tui.output.page import Page
from ssw_tui.output.pages import support as pages
from ssw_tui.reader import Reader
from ssw_tui.records.support import EmployerNotice, SupportDuty, SupportPart

KINDS: Mapping[str, type[Any]] = {"support": SupportDuty, "parts": SupportPart, "notices": EmployerNotice}
"""The keys of the data, each with the records under it."""


def run(options: Options, record_id: str | None) -> int:
    """Print the support plan whole, or one duty, part or notice of it."""
    reader = options.reader
    if record_id is not None:
        return _show_one(options, record_id)
    if options.json:
        listed = {
            key: [as_data(reader, record) for record in reader.library.all(kind).values()]
            for key, kind in KINDS.items()
        }
        options.write(as_json({"as_of": reader.day.isoformat(), **listed}))
    else:
        options.show(pages.whole_page(reader))
    return 0


def _show_one(options: Options, record_id: str) -> int:
    reader = options.reader
    every = {key: record for kind in KINDS.values() for key, record in reader.library.all(kind).items()}
    record = named(every, record_id, "support")
    if options.json:
        options.write(as_json({"as_of": reader.day.isoformat(), **as_data(reader, record)}))
    else:
        options.show(_page(reader, record))
    return 0


def _page(reader: Reader, record: Any) -> Page:  # noqa: ANN401 - one of three kinds
    match record:
        case SupportDuty():
            return pages.duty_page(reader, record)
        case SupportPart():
            return pages.part_page(reader, record)
        case _:
            return pages.notice_page(reader, record)
