"""The quiz line by line, for screen readers, bare terminals and pipes: nothing is drawn, nothing is coloured."""

import shlex
import sys
from enum import StrEnum
from io import TextIOWrapper
from typing import TYPE_CHECKING

from ssw_tui.advice.answers import GOAL, Answers
from ssw_tui.cli.conversation import Conversation, InputEnded
from ssw_tui.cli.plain_question import PlainQuestion
from ssw_tui.output.data import as_json
from ssw_tui.output.pages.common import say_day
from ssw_tui.output.pages.quiz import answer_line, result_page, why_page
from ssw_tui.output.quiz import result_data
from ssw_tui.output.quiz_heard import heard
from ssw_tui.output.quiz_taken import QuizTaken

if TYPE_CHECKING:
    from argparse import Namespace

    from ssw_tui.cli.options import Options
    from ssw_tui.records.quiz import Question

LEFT_BY_KEY = 130
"""The exit status after Ctrl-C, as shells know it."""


class Wish(StrEnum):
    """What can be typed in place of an answer."""

    BACK = "b"
    WHY = "w"
    RESULT = "r"
    QUIT = "q"


WISHES = {wish.value: wish for wish in Wish} | {
    "back": Wish.BACK,
    "why": Wish.WHY,
    "result": Wish.RESULT,
    "quit": Wish.QUIT,
    "exit": Wish.QUIT,
}
NOT_SAVED = "Nothing was saved."
YES, NO = ("y", "yes"), ("n", "no", "q", "quit", "exit")


class PersonLeft(Exception):
    """The person does not want to go on."""


class PlainQuiz:
    """One quiz, from the first question to the result."""

    def __init__(self, options: "Options", talk: Conversation, saved: str) -> None:
        self._options = options
        self._talk = talk
        self._saved = saved
        self.taken = QuizTaken(lambda: options.reader)

    def go(self, answers: Answers) -> None:
        """Ask until the person has a result, or leaves.

        Raises:
            InputEnded: when nothing more can be typed.
        """
        self._talk.say(
            f"Quiz, by the rules as of {say_day(self._options.day)}.",
            "Nothing leaves this computer. Type an answer and press Enter; every question may stay open.",
        )
        if answers:
            self.taken.start_with(answers)
            self._talk.say(f"It starts with {len(answers)} answers.")
        try:
            while (question := self.taken.next_question()) or self._goes_on():
                if question:
                    self._ask(question)
        except PersonLeft:
            self._leave()

    def end_here(self) -> None:
        """Say what the answers so far come to, since nothing more can be typed."""
        self._talk.say("")
        if not self._options.json:
            self.show_result()
        self._talk.say(f"The input has ended; this is the result so far. {NOT_SAVED}")

    def show_result(self, *, briefly: bool = False) -> None:
        """Say what the answers come to; briefly: without the law and the sources."""
        reader, taken = self._options.reader, self.taken
        page = result_page(reader, taken.quiz, taken.result, taken.answers, briefly=briefly)
        self._talk.show(heard(page, briefly=briefly))

    # Questions

    def _ask(self, question: "Question") -> None:
        """Ask one question until it is answered, or something else is wanted."""
        asked = PlainQuestion(self.taken, question)
        self._talk.say("", *asked.lines())
        answer = None
        while answer is None:
            typed = self._talk.ask(asked.prompt())
            if typed.lower() in WISHES:
                self._follow(WISHES[typed.lower()], question)
                return
            try:
                answer = asked.read(typed)
            except ValueError as error:
                self._talk.fault(str(error))
                continue
            if answer is None:
                self._talk.say(*asked.found)
        self._talk.faults = 0
        self.taken.answer(question, answer)
        self._talk.say(answer_line(self._options.reader, self.taken.quiz, question.id, answer))

    def _follow(self, wish: Wish, question: "Question") -> None:
        """Do what was typed in place of an answer; the question is asked again then, or another."""
        match wish:
            case Wish.BACK if self.taken.step_back() is None:
                self._talk.say("This is the first question.")
            case Wish.WHY:
                self._talk.show(why_page(self._options.reader, question))
            case Wish.RESULT if GOAL in self.taken.answers:
                self.show_result(briefly=True)
            case Wish.RESULT:
                self._talk.say("There is no result before the first answer.")
            case Wish.QUIT:
                raise PersonLeft

    # The end

    def _goes_on(self) -> bool:
        """Offer what else can be asked, then the result; whether the person wants more questions."""
        if self.taken.more and not self.taken.asks_more:
            self._talk.say("", f"{_questions(self.taken.more)} can change only what is listed beside the result.")
            wanted = self._choose("Ask? y yes, n no, b back:")
            self.taken.asks_more = wanted is True
            if wanted is not False:
                return True
        if not self._options.json:
            self.show_result()
        self._talk.say("")
        return self._ends_with("Save this result? y yes, n no, b back to the questions:")

    def _leave(self) -> None:
        if GOAL in self.taken.answers:
            self._ends_with("Save the answers so far? y yes, n no:", may_go_back=False)
        else:
            self._talk.say(NOT_SAVED)

    def _ends_with(self, prompt: str, *, may_go_back: bool = True) -> bool:
        """Save where that is wanted; whether the person went back to the questions."""
        try:
            wanted = self._choose(prompt, may_go_back=may_go_back)
        except InputEnded:
            self._talk.say("")
            wanted = False
        if wanted:
            self._save()
        elif wanted is False:
            self._talk.say(NOT_SAVED)
        return wanted is None

    def _save(self) -> None:
        from ssw_tui.tracker.tracker import Tracker

        with Tracker(self._options.data_folder) as tracker:
            self.taken.save(tracker)
        self._talk.say("Saved. This prints it again:")
        self._talk.say_whole(self._saved)

    def _choose(self, prompt: str, *, may_go_back: bool = True) -> bool | None:
        """Give yes or no; None: back, to the question before."""
        while True:
            typed = self._talk.ask(prompt).lower()
            if typed in YES:
                return True
            if typed in NO:
                return False
            if may_go_back and WISHES.get(typed) is Wish.BACK and self.taken.step_back():
                return None
            self._talk.fault("Type y for yes or n for no.")


def run(arguments: "Namespace", options: "Options", answers: Answers) -> int:
    """Ask line by line; with JSON the conversation goes to standard error, the result to standard output.

    Args:
        arguments: the call, as it was read.
        options: what every command needs.
        answers: what is answered already.
    """
    if isinstance(sys.stdin, TextIOWrapper):
        sys.stdin.reconfigure(encoding="utf-8", errors="replace")
    talk = Conversation(out=sys.stderr if options.json else sys.stdout, lines=sys.stdin)
    quiz = PlainQuiz(options, talk, _command(arguments))
    try:
        quiz.go(answers)
    except InputEnded:
        quiz.end_here()
    except KeyboardInterrupt:
        sys.stderr.write(f"\nssw-tui: left with Ctrl-C. {NOT_SAVED}\n")
        return LEFT_BY_KEY
    if options.json:
        edition = options.library.edition().version
        options.write(as_json(result_data(quiz.taken.result, edition, options.reader.say)))
    return 0


def _questions(count: int) -> str:
    return "1 more question" if count == 1 else f"{count} more questions"


def _command(arguments: "Namespace") -> str:
    """Give the call that prints what was saved."""
    named = {"--data-dir": arguments.data_dir, "--as-of": arguments.as_of}
    given = [word for name, value in named.items() if value for word in (name, value)]
    return shlex.join(["ssw-tui", "quiz", "--saved", *given])
