"""The quiz on the command line: a result from answers, what differs between two days, the questions, the next one."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from ssw_tui.advice.answers import Answers
from ssw_tui.advice.eligibility import Quiz
from ssw_tui.answers_file import STANDARD_INPUT, read_answers
from ssw_tui.errors import UserError
from ssw_tui.output.data import as_json
from ssw_tui.output.quiz import question_data, questions_data, result_data

if TYPE_CHECKING:
    from argparse import Namespace

    from ssw_tui.cli.options import Options

MODES = ("questions", "next", "plain", "diff")
"""What `quiz` does in place of printing a result."""
NO_ANSWERS = (
    "quiz: name a file with --answers FILE (- is standard input), answer line by line with --plain, or list the "
    "--questions"
)


def run(arguments: "Namespace", options: "Options") -> int:
    """Run `quiz` with its options.

    Raises:
        UserError: when options do not go together, no answers are given, or they are wrong.
    """
    _refuse_pairs(vars(arguments))
    quiz = Quiz.of(options.library)
    if arguments.questions:
        return run_questions(options, quiz)
    answers = _answers(arguments, options, quiz)
    if arguments.plain:
        from ssw_tui.cli import plain_quiz

        return plain_quiz.run(arguments, options, answers or {})
    if arguments.next:
        return run_next(options, quiz, answers or {})
    if answers is None:
        raise UserError(NO_ANSWERS)
    if arguments.diff:
        return run_difference(options, quiz, answers, arguments.diff)
    return run_quiz(options, quiz, answers)


def _refuse_pairs(given: Mapping[str, object]) -> None:
    for names in (MODES, ("answers", "saved")):
        both = [f"--{name}" for name in names if given[name]]
        if len(both) > 1:
            raise UserError(f"quiz: {both[0]} and {both[1]} do not go together")
    if given["plain"] and given["answers"] == STANDARD_INPUT:
        raise UserError("quiz: --plain asks on standard input, so the answers cannot come from there; name a file")


def _answers(arguments: "Namespace", options: "Options", quiz: Quiz) -> Answers | None:
    if arguments.saved:
        return saved_answers(options, quiz)
    return None if arguments.answers is None else read_answers(arguments.answers, quiz.vocabulary)


def saved_answers(options: "Options", quiz: Quiz) -> Answers:
    """Give the answers that were saved last.

    Raises:
        UserError: when none are saved, or they cannot be answers any more.
        DataUnavailableError: when the personal data cannot be read.
    """
    from ssw_tui.output.quiz_taken import kept_answers
    from ssw_tui.tracker.tracker import Tracker

    with Tracker(options.data_folder) as tracker:
        run = tracker.last_quiz()
    if run is None:
        raise UserError("quiz --saved: no quiz is saved yet; ssw-tui quiz --plain asks one and saves it")
    try:
        return kept_answers(quiz, run)
    except (KeyError, ValueError) as error:
        raise UserError("quiz --saved: the questions have changed; ssw-tui quiz --plain asks them anew") from error


def run_quiz(options: "Options", quiz: Quiz, answers: Answers) -> int:
    """Print what answers come to."""
    result = quiz.evaluate(answers, options.day)
    if options.json:
        options.write(as_json(result_data(result, options.library.edition().version, options.reader.say)))
    else:
        from ssw_tui.output.pages.quiz import result_page

        options.show(result_page(options.reader, quiz, result, answers))
    return 0


def run_difference(options: "Options", quiz: Quiz, answers: Answers, days: Sequence[str]) -> int:
    """Print what differs in the result between two days.

    Raises:
        UserError: when one of them is no day, or the first comes after the second.
    """
    from ssw_tui.cli.days import day_of
    from ssw_tui.output.quiz_compared import compared
    from ssw_tui.output.quiz_difference import difference_data, difference_page

    first, second = (day_of("--diff", text) for text in days)
    if first > second:
        raise UserError(f"--diff: {first} is after {second}; name the earlier day first")
    found = compared(options.library, quiz, answers, first, second)
    if options.json:
        options.write(as_json(difference_data(options.reader, quiz, found)))
    else:
        options.show(difference_page(options.reader, quiz, found))
    return 0


def run_questions(options: "Options", quiz: Quiz) -> int:
    """Print every question."""
    if options.json:
        options.write(as_json(questions_data(quiz, options.reader.say)))
    else:
        from ssw_tui.output.pages.quiz import questions_page

        options.show(questions_page(options.reader, quiz))
    return 0


def run_next(options: "Options", quiz: Quiz, answers: Answers) -> int:
    """Print the next question that can still change the verdict; without answers, the first one."""
    reader, day = options.reader, options.day
    result = quiz.evaluate(answers, day, changes=False)
    question = quiz.next_question(answers, day)
    if options.json:
        asked = question_data(quiz, question, reader.say) if question else None
        options.write(as_json({"question": asked, "remaining": list(result.checks), "optional": list(result.optional)}))
        return 0
    if question is None:
        options.write("No open answer can change the result any more: ssw-tui quiz --answers prints it.\n")
        return 0
    from ssw_tui.output.pages.quiz import question_page

    options.show(question_page(reader, quiz, question))
    return 0
