"""What the answers of the self-check point to."""

from collections.abc import Iterable, Mapping

from attrs import frozen

from ssw_tui.records.risk import Risk, Severity
from ssw_tui.records.self_check import Reply, SelfCheckQuestion


@frozen(kw_only=True)
class Concern:
    """A risk that may concern somebody, and the questions whose answers point to it."""

    risk: Risk
    questions: tuple[SelfCheckQuestion, ...]


@frozen(kw_only=True)
class Outcome:
    """What some answers come to."""

    concerns: tuple[Concern, ...]
    """The risks that the answers point to, worst first."""
    unsure: tuple[SelfCheckQuestion, ...]
    """The questions to which somebody does not know the answer."""
    open: tuple[SelfCheckQuestion, ...]
    """The questions without an answer."""


def outcome(questions: Iterable[SelfCheckQuestion], risks: Mapping[str, Risk], replies: Mapping[str, Reply]) -> Outcome:
    """Give what the answers come to.

    Args:
        questions: all of them.
        risks: by their ids.
        replies: by the ids of the questions; one that is left out has no answer yet.
    """
    asked = tuple(questions)
    pointing: dict[str, list[SelfCheckQuestion]] = {}
    for question in asked:
        for risk in question.risks if replies.get(question.id) is question.worry else ():
            pointing.setdefault(risk, []).append(question)
    concerns = [Concern(risk=risks[risk], questions=tuple(found)) for risk, found in pointing.items()]
    return Outcome(
        concerns=tuple(sorted(concerns, key=lambda one: list(Severity).index(one.risk.severity))),
        unsure=tuple(one for one in asked if replies.get(one.id) is Reply.UNSURE),
        open=tuple(one for one in asked if one.id not in replies),
    )
