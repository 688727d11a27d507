"""The risks: all, those in which one side can do wrong, or those that the self-check points to."""

from argparse import Namespace
from collections.abc import Sequence

from ssw_tui.cli.content import named, show_records
from ssw_tui.cli.options import Options
from ssw_tui.errors import UserError
from ssw_tui.output.data import as_data, as_json
from ssw_tui.output.page import Page
from ssw_tui.output.pages import self_check
from ssw_tui.output.pages.risks import risks_of
from ssw_tui.records.actor import Actor
from ssw_tui.records.self_check import Reply, SelfCheckQuestion


def run(arguments: Namespace, options: Options) -> int:
    """Print the risks, or the self-check.

    Raises:
        UserError: when an id or an answer is none.
    """
    if arguments.check is not None:
        return _check(options, arguments.check)
    who = Actor(arguments.who) if arguments.who and not arguments.id else None
    risks = {risk.id: risk for risk in risks_of(options.reader, who)}
    return show_records(options, "risks", risks, arguments.id)


def _check(options: Options, answers: Sequence[str]) -> int:
    replies = dict(_reply(options, answer) for answer in answers)
    if options.json:
        options.write(as_json(_check_data(options, replies)))
        return 0
    reader = options.reader
    page: Page = self_check.result_page(reader, replies) if replies else self_check.questions_page(reader)
    options.show(page)
    return 0


def _reply(options: Options, answer: str) -> tuple[str, Reply]:
    asked, _, said = answer.partition("=")
    question = named(options.library.all(SelfCheckQuestion), asked, "risks --check")
    try:
        return question.id, Reply(said)
    except ValueError as error:
        raise UserError(f'risks --check: "{asked}" needs an answer: {asked}=yes, =no or =unsure') from error


def _check_data(options: Options, replies: dict[str, Reply]) -> dict[str, object]:
    reader = options.reader
    found = self_check.outcome_of(reader, replies)
    return {
        "as_of": reader.day.isoformat(),
        "questions": [as_data(reader, one) for one in reader.library.all(SelfCheckQuestion).values()],
        "risks": [concern.risk.id for concern in found.concerns],
        "unsure": [question.id for question in found.unsure],
        "open": [question.id for question in found.open],
    }
