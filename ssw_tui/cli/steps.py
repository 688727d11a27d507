"""The procedures command for one person, or as a file: with check marks, days, papers and what to say at counters."""

from argparse import Namespace
from typing import Any

from ssw_tui.advice.step_days import StepDay
from ssw_tui.cli.content import named
from ssw_tui.cli.files import page_text
from ssw_tui.cli.options import Options
from ssw_tui.cli.procedures import country_named
from ssw_tui.errors import UserError
from ssw_tui.output.data import as_data, as_json
from ssw_tui.output.own_steps import OwnSteps, read_own
from ssw_tui.output.pages.steps import plan_page
from ssw_tui.records.field import Field
from ssw_tui.records.procedure import Procedure


def run(arguments: Namespace, options: Options) -> int:
    """Print one procedure as somebody does it, or as a file to keep or to print.

    Raises:
        UserError: when no procedure is named, or there is no such procedure, card, field or country.
        DataUnavailableError: when the personal data cannot be read.
    """
    if arguments.id is None:
        raise UserError("procedures: --card and --to go with one procedure; ssw-tui procedures lists them")
    procedure: Procedure = named(options.library.all(Procedure), arguments.id, "procedures")
    own = _own(arguments, options)
    if options.json:
        options.write(as_json(_data(options, procedure, own)))
    else:
        options.write(page_text(options, plan_page(options.reader, procedure, own), arguments.to))
    return 0


def _own(arguments: Namespace, options: Options) -> OwnSteps:
    """Read what is kept of the card that is named; a field and a country that are named go before its own."""
    from attrs import evolve

    own = OwnSteps()
    if arguments.card:
        from ssw_tui.tracker.tracker import Tracker

        with Tracker(options.data_folder) as tracker:
            own = read_own(tracker, arguments.card, options.reader)
    if arguments.field:
        own = evolve(own, field=named(options.library.all(Field), arguments.field, "fields").id)
    if arguments.country:
        own = evolve(own, country=country_named(options, arguments.country).id)
    return own


def _data(options: Options, procedure: Procedure, own: OwnSteps) -> dict[str, Any]:
    reader = options.reader
    progress = own.progress(reader, procedure)
    return {
        "as_of": reader.day.isoformat(),
        **as_data(reader, procedure),
        "card": own.holder.card.id if own.holder else None,
        "done": {"steps": progress.steps_done, "papers": progress.papers_done},
        "days": [_day(procedure, day, own) for day in own.days(reader, procedure)],
    }


def _day(procedure: Procedure, day: StepDay, own: OwnSteps) -> dict[str, Any]:
    days = {"first": day.first, "last": day.last, "plan": day.plan, "counter_day": day.counter_day}
    return {
        "step": day.step.id,
        "done": own.has_done(procedure, day.step),
        "state": day.state.value,
        "days": day.days,
        **{name: on.isoformat() if on else None for name, on in days.items()},
        "missing": day.missing.value if day.missing else None,
    }
