"""What the person's own card answers in the quiz."""

from collections.abc import Mapping

from attrs import frozen

from ssw_tui.advice.answers import Answer
from ssw_tui.errors import DataUnavailableError
from ssw_tui.ui.session import Session


@frozen
class FromCard:
    """A card and the questions that it answers."""

    label: str
    answers: Mapping[str, Answer]


def from_card(session: Session) -> FromCard | None:
    """Give what the card that was opened last answers for certain; None where there is none, or it answers nothing."""
    from ssw_tui.advice.known_answers import answers_from
    from ssw_tui.output.residence import residence_of

    try:
        current = session.current_card
        file = session.tracker.file(current) if current else None
    except DataUnavailableError:
        return None
    if file is None:
        return None
    answers = answers_from(file, residence_of(session.reader, file), session.day)
    return FromCard(file.card.label, answers) if answers else None
