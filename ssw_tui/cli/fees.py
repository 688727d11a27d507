"""The fees command: what an application costs."""

from argparse import Namespace
from typing import Any

from ssw_tui.advice.fees import fees_for
from ssw_tui.cli.content_arguments import APPLICATIONS
from ssw_tui.cli.options import Options
from ssw_tui.errors import UserError
from ssw_tui.output.data import as_data, as_json
from ssw_tui.records.fee import Fee

NO_PERIOD = "permanent-residence"
"""The application that grants no period of stay."""


def run(arguments: Namespace, options: Options) -> int:
    """Print the fee for an application received on the day of --as-of.

    Without an application all fees of that day are printed.

    Raises:
        UserError: when the period is none, when the fee goes by the period and that is not named, or none is known.
    """
    if arguments.application is None:
        return _show_all(arguments, options)
    months = _months(arguments.application, arguments.granted)
    every = options.library.all(Fee).values()
    fees = fees_for(every, arguments.application, options.day, months)
    if not fees:
        raise UserError(f"fees: no fee is known for this application received on {options.day.isoformat()}")
    if options.json:
        options.write(as_json(_data(options, _one_of(fees, options), online=arguments.online)))
        return 0
    if arguments.online:
        _yen(fees[0], online=True)  # complains where there is no such way
    from ssw_tui.output.pages.fees import fees_page

    options.show(fees_page(options.reader, fees, online=arguments.online))
    return 0


def _data(options: Options, fee: Fee, *, online: bool) -> dict[str, Any]:
    return {
        "as_of": options.day.isoformat(),
        "yen": _yen(fee, online=online),
        "charge_yen": fee.online_charge_yen if online else None,
        "id": fee.id,
        "title": fee.title,
        "text": options.reader.say(fee.text, fee),
        "confidence": fee.confidence.value,
        "sources": list(fee.sources),
    }


def _show_all(arguments: Namespace, options: Options) -> int:
    if arguments.granted or arguments.online:
        raise UserError(f"fees: --granted and --online go with --for, one of {', '.join(APPLICATIONS)}")
    found = [fee for fee in options.library.all(Fee).values() if fee.holds_on(options.day)]
    if options.json:
        data = [as_data(options.reader, fee) for fee in found]
        options.write(as_json({"as_of": options.day.isoformat(), "fees": data}))
        return 0
    from ssw_tui.output.pages.fees import all_fees_page

    options.show(all_fees_page(options.reader, found))
    return 0


def _months(application: str, granted: str | None) -> int | None:
    if granted is None:
        return None
    if application == NO_PERIOD:
        raise UserError("--granted: permanent residence has no period of stay; leave it out")
    from ssw_tui.tracker.printed import months_of, period

    try:
        return months_of(period(granted))
    except ValueError as error:
        raise UserError(f"--granted: {error}") from error


def _one_of(fees: tuple[Fee, ...], options: Options) -> Fee:
    if len(fees) > 1:
        raise UserError(
            f"fees: an application received on {options.day.isoformat()} costs more for a longer stay; "
            "name the period that is granted, for example --granted 1y"
        )
    return fees[0]


def _yen(fee: Fee, *, online: bool) -> int:
    yen = fee.online_yen if online else fee.counter_yen
    if yen is None:
        raise UserError(f"--online: {fee.title.lower()} is paid at the counter; leave --online out")
    return yen
