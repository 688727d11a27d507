"""The self-check: questions to oneself that lead to risks."""

from enum import StrEnum

from attrs import field, frozen

from ssw_tui.records.statement import refers_to


class Reply(StrEnum):
    """What one answers oneself."""

    YES = "yes"
    NO = "no"
    UNSURE = "unsure"


@frozen(kw_only=True)
class SelfCheckQuestion:
    """A question that is answered with yes, no, or "I do not know"."""

    id: str
    """Stable, kebab-case."""
    title: str
    """What it is about, in a few words."""
    text: str
    """The question, as one asks oneself."""
    worry: Reply
    """Which answer points to the risks: yes or no."""
    risks: tuple[str, ...] = field(metadata=refers_to("risk"))
    """The risks that may concern somebody who gives this answer."""
    find_out: str
    """How to find out where one does not know."""
