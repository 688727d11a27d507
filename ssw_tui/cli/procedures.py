"""The procedures command with a field or a home country: the papers and steps that go by them."""

from argparse import Namespace
from difflib import get_close_matches
from typing import Any

from ssw_tui.cli.content import named
from ssw_tui.cli.options import Options
from ssw_tui.errors import UserError
from ssw_tui.folding import fold
from ssw_tui.output.data import as_data, as_json
from ssw_tui.output.pages import procedures as pages
from ssw_tui.records.document import Document
from ssw_tui.records.field import Field
from ssw_tui.records.home_country import HomeCountry
from ssw_tui.records.procedure import Procedure
from ssw_tui.records.quiz import Question

ANY_OTHER = "other-country"
"""The record of every country that has none of its own."""


def run(arguments: Namespace, options: Options) -> int:
    """Print one procedure with the papers of a field and the steps of a home country.

    Raises:
        UserError: when no procedure is named, or there is no such procedure, field or country.
    """
    reader, library = options.reader, options.library
    if arguments.id is None:
        raise UserError("procedures: --field and --country go with one procedure; ssw-tui procedures lists them")
    procedure: Procedure = named(library.all(Procedure), arguments.id, "procedures")
    field = named(library.all(Field), arguments.field, "fields") if arguments.field else None
    country = country_named(options, arguments.country) if arguments.country else None
    if options.json:
        options.write(as_json(_data(options, procedure, field, country)))
        return 0
    options.show(pages.page(reader, procedure, applicant=pages.Applicant(field, country)))
    return 0


def _data(options: Options, procedure: Procedure, field: Field | None, country: HomeCountry | None) -> dict[str, Any]:
    reader = options.reader
    data = {"as_of": reader.day.isoformat(), **as_data(reader, procedure)}
    if field is not None:
        papers = dict.fromkeys(paper for step in procedure.steps for paper in pages.papers_of(reader, step, field))
        data["field_papers"] = [as_data(reader, paper) for paper in papers if paper.fields]
        data["field_papers_note"] = reader.say(reader.library.all(Document)[pages.OF_THE_FIELD].note or "")
    if country is not None:
        data["home_country"] = as_data(reader, country)
    return data


def country_named(options: Options, text: str) -> HomeCountry:
    """Give a home country by its code, id or name; any other country of the world by the record for all others.

    Raises:
        UserError: when there is no such country, with the nearest.
    """
    countries = options.library.all(HomeCountry)
    wanted = fold(text)
    for country in countries.values():
        if wanted in {fold(name) for name in (country.id, country.code or "", country.name, country.name_ja) if name}:
            return country
    world = {code: name for one in options.library.all(Question).values() for code, name in one.countries.items()}
    if wanted in {fold(name) for name in (*world, *world.values())}:
        return countries[ANY_OTHER]
    near = get_close_matches(text.title(), [*world.values(), *(country.name for country in countries.values())], n=1)
    meant = f'; did you mean "{near[0]}"?' if near else "; ssw-tui home-countries lists those with steps"
    raise UserError(f'--country: there is no "{text}"{meant}')
