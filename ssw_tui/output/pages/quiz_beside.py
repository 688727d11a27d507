"""A result beside another: with other answers, or by the rules of another day."""

from collections.abc import Iterator
from datetime import date

from ssw_tui.advice.answers import UNKNOWN, Answers
from ssw_tui.advice.eligibility import Quiz
from ssw_tui.output.page import Block, Heading, Item, Page, Paragraph, Sign
from ssw_tui.output.pages.quiz import answer_line, result_page
from ssw_tui.output.quiz import say_answer
from ssw_tui.output.quiz_compared import What, compared, difference
from ssw_tui.output.quiz_difference import difference_page, sentence
from ssw_tui.reader import Reader

BESIDE = frozenset({What.REASON, What.OPTIONAL, What.CHECK, What.POSSIBLE})
"""What another answer changes too, but what the result says once more under it."""


def what_if_page(reader: Reader, quiz: Quiz, answers: Answers, tried: Answers, *, briefly: bool = True) -> Page:
    """Give the result with some answers changed, after what that changes.

    Args:
        reader: the content as of a day.
        quiz: the quiz.
        answers: the person's own answers.
        tried: the answers that are tried in place of them.
        briefly: whether the law behind what is met, and the sources, are left out.
    """
    both = {**answers, **tried}
    page = result_page(reader, quiz, quiz.evaluate(both, reader.day), both, briefly=briefly)
    return Page(title=f"What if: {page.title.lower()}", blocks=(*_tried(reader, quiz, answers, tried), *page.blocks))


def _tried(reader: Reader, quiz: Quiz, answers: Answers, tried: Answers) -> Iterator[Block]:
    for name, answer in tried.items():
        own = say_answer(quiz, name, answers.get(name, UNKNOWN), reader.say)
        yield Item(answer_line(reader, quiz, name, answer), Sign.ATTENTION, note=f"your own answer: {own}")
    before, after = (quiz.evaluate(sheet, reader.day) for sheet in (answers, {**answers, **tried}))
    found = difference(before, after, lambda row, _: reader.say(row.text, row))
    changed = [one for one in found if one.what not in BESIDE]
    yield Heading("What that changes")
    yield from (Item(sentence(reader, quiz, one)) for one in changed)
    if not changed:
        yield Paragraph("Nothing.")
    yield Heading("The result with it")


def compared_page(reader: Reader, quiz: Quiz, answers: Answers, one: date, other: date) -> Page:
    """Give what differs in the result of the same answers between two days, and because of what."""
    first, second = sorted((one, other))
    return difference_page(reader, quiz, compared(reader.library, quiz, answers, first, second))
