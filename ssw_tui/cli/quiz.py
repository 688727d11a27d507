"""The quiz on the command line: a result from an answers file, the questions, the next one to ask."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from ssw_tui.advice.eligibility import Quiz
from ssw_tui.answers_file import read_answers
from ssw_tui.errors import UserError
from ssw_tui.library import Library
from ssw_tui.output.data import as_json as to_json
from ssw_tui.output.layout import UNICODE, Look
from ssw_tui.output.quiz import question_data, questions_data, result_data
from ssw_tui.reader import Reader

if TYPE_CHECKING:
    from argparse import Namespace

    from ssw_tui.cli.options import Options
    from ssw_tui.output.page import Page

Write = Callable[[str], object]


def run(arguments: "Namespace", options: "Options") -> int:
    """Run `quiz` with its options.

    Raises:
        UserError: when neither answers nor the questions are asked for, or the answers are wrong.
    """
    library, day, write = options.library, options.day, options.write
    if arguments.questions:
        return run_questions(library, day, as_json=options.json, write=write, look=options.look)
    if arguments.next:
        return run_next(library, day, arguments.answers, as_json=options.json, write=write, look=options.look)
    if arguments.answers is None:
        raise UserError("quiz: name a file with --answers FILE (- is standard input), or list the --questions")
    return run_quiz(library, day, arguments.answers, as_json=options.json, write=write, look=options.look)


def run_quiz(library: Library, day: date, answers_file: str, as_json: bool, write: Write, look: Look = UNICODE) -> int:
    """Print what the answers in a file come to.

    Raises:
        UserError: when the file cannot be read or an answer is wrong.
    """
    quiz, reader = Quiz.of(library), Reader(library, day)
    result = quiz.evaluate(read_answers(answers_file, quiz.vocabulary), day)
    if as_json:
        write(to_json(result_data(result, library.edition().version, reader.say)))
    else:
        from ssw_tui.output.pages.quiz import result_page

        _print(result_page(reader, quiz, result), write, look)
    return 0


def run_questions(library: Library, day: date, *, as_json: bool, write: Write, look: Look = UNICODE) -> int:
    """Print every question."""
    quiz, reader = Quiz.of(library), Reader(library, day)
    if as_json:
        write(to_json(questions_data(quiz, reader.say)))
    else:
        from ssw_tui.output.pages.quiz import questions_page

        _print(questions_page(reader, quiz), write, look)
    return 0


def run_next(
    library: Library, day: date, answers_file: str | None, *, as_json: bool, write: Write, look: Look = UNICODE
) -> int:
    """Print the next question that can still change the verdict; without a file, the first one.

    Raises:
        UserError: when the file cannot be read or an answer is wrong.
    """
    quiz, reader = Quiz.of(library), Reader(library, day)
    answers = read_answers(answers_file, quiz.vocabulary) if answers_file else {}
    result = quiz.evaluate(answers, day, changes=False)
    question = quiz.next_question(answers, day)
    if as_json:
        asked = question_data(quiz, question, reader.say) if question else None
        write(to_json({"question": asked, "remaining": list(result.checks), "optional": list(result.optional)}))
        return 0
    if question is None:
        write("No open answer can change the result any more: ssw-tui quiz --answers prints it.\n")
        return 0
    from ssw_tui.output.pages.quiz import question_page

    _print(question_page(reader, quiz, question), write, look)
    return 0


def _print(page: "Page", write: Write, look: Look) -> None:
    from ssw_tui.output.text import as_text

    write(as_text(page, look=look))
