"""A quiz being taken, in the app or line by line: the answers, the way back through them, how they are kept."""

import json
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import cached_property
from itertools import groupby, takewhile
from typing import TYPE_CHECKING

from attrs import frozen

from ssw_tui.advice.answers import GOAL, UNKNOWN, Answer
from ssw_tui.advice.days import parse_day
from ssw_tui.advice.eligibility import Quiz, Result
from ssw_tui.folding import fold
from ssw_tui.output.field_list import fields_on
from ssw_tui.output.pages.quiz import short_answer
from ssw_tui.output.quiz import say_answer
from ssw_tui.reader import Reader
from ssw_tui.records.quiz import Question, QuestionKind, VerdictText

if TYPE_CHECKING:
    from ssw_tui.tracker.records import QuizRun
    from ssw_tui.tracker.tracker import Tracker

LARGEST = 1200
"""Nobody has held a status for more months than this, or scored more percent."""
FIELD, CURRENT_FIELD = "field", "current-field"
"""The questions for a field of work."""
MOST_SHOWN = 4
"""So many of the last answers are shown beside a question."""


@frozen
class Choice:
    """Something that can be answered."""

    id: str
    label: str
    hint: str | None = None
    """What to know before choosing it."""
    also: tuple[str, ...] = ()
    """Other words and names that find it."""

    @property
    def words(self) -> str:
        """What a filter looks through."""
        return fold(f"{self.label} {self.hint or ''} {' '.join(self.also)}")


class QuizTaken:
    """The answers of one person, in the order they were asked."""

    def __init__(self, reader: Callable[[], Reader]) -> None:
        """Begin without answers.

        Args:
            reader: gives the content as of the day; it is asked each time, since the day can change on the way.
        """
        self._reader = reader
        self.answers: dict[str, Answer] = {}
        self.trail: list[str] = []
        self.count_asked = 0
        self.asks_more = False

    @property
    def reader(self) -> Reader:
        """The content as of the day."""
        return self._reader()

    @cached_property
    def quiz(self) -> Quiz:
        """The quiz, made when it is first needed."""
        return Quiz.of(self.reader.library)

    # Where it begins

    def clear(self) -> None:
        """Forget the answers, not those that are saved."""
        self.answers, self.trail, self.count_asked, self.asks_more = {}, [], 0, False

    def start_with(self, answers: Mapping[str, Answer]) -> None:
        """Begin anew with some answers; they count as asked, in their order."""
        self.clear()
        self.answers, self.trail = dict(answers), list(answers)
        self.count_asked = len(self.trail)

    def start_with_field(self, field_id: str) -> None:
        """Begin anew with the field answered; the goal is asked next."""
        self.start_with({FIELD: field_id})

    # Questions and answers

    def next_question(self) -> Question | None:
        """Give the question to ask: the next of those asked before, else one that can still change the result."""
        if self.count_asked < len(self.trail):
            return self.quiz.questions[self.trail[self.count_asked]]
        return next((self.quiz.questions[key] for key in self.open), None)

    def page_of(self, question: Question) -> tuple[Question, ...]:
        """Give the questions that share a page with one that is asked now, itself first; those that matter alone."""
        again = takewhile(lambda name: self.quiz.questions[name].page == question.page, self.trail[self.count_asked :])
        together = {question.id, *again, *self.open}
        following = list(self.quiz.questions.values())
        following = following[following.index(question) :]
        return (question, *(q for q in following[1:] if question.page and q.page == question.page and q.id in together))

    @property
    def open(self) -> tuple[str, ...]:
        """The questions that were not asked yet and can change the result, those that cannot only where wanted."""
        if GOAL not in self.answers:
            return (GOAL,)
        result = self._result_alone
        wanted = (*result.checks, *(result.optional if self.asks_more else ()))
        return tuple(key for key in wanted if key not in self.answers)

    @property
    def more(self) -> int:
        """How many open questions could change only what is listed beside the verdict."""
        return sum(key not in self.answers for key in self._result_alone.optional)

    @property
    def result(self) -> Result:
        """What the answers come to."""
        return self.quiz.evaluate(self.answers, self.reader.day)

    @property
    def _result_alone(self) -> Result:
        return self.quiz.evaluate(self.answers, self.reader.day, changes=False)

    def answer(self, question: Question, answer: Answer) -> None:
        """Keep an answer; after a changed one, only what is open or still matters is asked again."""
        before = self.answers.get(question.id)
        self.answers[question.id] = answer
        if self.count_asked < len(self.trail) and self.trail[self.count_asked] == question.id:
            if before != answer:
                del self.trail[self.count_asked + 1 :]
        else:
            self.trail = [*self.trail[: self.count_asked], question.id]
        self.count_asked += 1

    def step_back(self) -> Question | None:
        """Give the question before, or None at the first."""
        if self.count_asked == 0:
            return None
        self.count_asked -= 1
        return self.quiz.questions[self.trail[self.count_asked]]

    @property
    def page_number(self) -> int:
        """Count the pages up to the one that is asked now, from 1."""
        pages = [self.quiz.questions[name].page or name for name in self.trail[: self.count_asked]]
        return 1 + len(list(groupby(pages)))

    def page_back(self) -> Question | None:
        """Give the first question of the page before, or None on the first page."""
        question = self.step_back()
        while question is not None and question.page and self.count_asked:
            before = self.quiz.questions[self.trail[self.count_asked - 1]]
            if before.page != question.page:
                break
            question = self.step_back()
        return question

    def rewind(self) -> None:
        """Go back to the first question; every answer stays."""
        self.count_asked = 0

    @property
    def so_far(self) -> str:
        """The answers before this question, in a line."""
        asked = self.trail[: self.count_asked]
        said = [short_answer(self.reader, self.quiz, key, self.answers[key]) for key in asked[-MOST_SHOWN:]]
        more = "... " if len(asked) > MOST_SHOWN else ""
        return f"So far: {more}{'; '.join(said)}" if said else ""

    # What can be answered

    def options(self, question: Question) -> list[Choice]:
        """Give what can be answered to a question, in order; its own options come after countries and fields."""
        say = self.reader.say
        own = [Choice(o.id, say(o.label), say(o.hint) if o.hint else None) for o in question.options]
        match question.kind:
            case QuestionKind.COUNTRY:
                return [Choice(code, name) for code, name in question.countries.items()] + own
            case QuestionKind.FIELD:
                return [*self._fields(), *own]
            case QuestionKind.CATEGORY:
                chosen = self.answers.get(FIELD) or self.answers.get(CURRENT_FIELD)
                belonging = {o.id for o in question.options if not o.fields or chosen in o.fields}
                return [choice for choice in own if choice.id in belonging]
            case _:
                return own

    def _fields(self) -> list[Choice]:
        listed = fields_on(self.reader)
        return [Choice(f.id, f"{f.name}  {f.name_ja}", also=(f.name_kana, *f.work_words)) for f in listed]

    def read(self, question: Question, text: str) -> Answer:
        """Read what was typed as a day or a number.

        Raises:
            ValueError: with a sentence that says what is wrong.
        """
        return parse_day(text) if question.kind is QuestionKind.DATE else _number(text)

    # What is kept

    def save(self, tracker: "Tracker", before: "QuizRun | None" = None) -> "QuizRun":
        """Keep the answers with their result.

        Args:
            tracker: where they are kept.
            before: what was kept of the same quiz and is replaced.

        Raises:
            DataUnavailableError: when the personal data cannot be read or written.
        """
        say, answers = self.reader.say, self.answers
        verdict = self._result_alone.verdict
        said = {
            "verdict": verdict.value,
            "title": say(self.reader.library.all(VerdictText)[verdict].title),
            "goal": say_answer(self.quiz, GOAL, answers[GOAL], say),
        }
        kept = {key: value if isinstance(value, str) else str(value) for key, value in answers.items()}
        replaces = before.id if before else None
        return tracker.save_quiz(
            day=self.reader.day,
            goal=str(answers[GOAL]),
            answers=kept,
            result=json.dumps(said, ensure_ascii=False),
            replaces=replaces,
        )

    def restore(self, run: "QuizRun") -> bool:
        """Take saved answers; False where they name something that no longer exists."""
        try:
            self.start_with(kept_answers(self.quiz, run))
        except (ValueError, KeyError):
            return False
        return True


def kept_answers(quiz: Quiz, run: "QuizRun") -> dict[str, Answer]:
    """Read saved answers back.

    Raises:
        KeyError: when a question does not exist any more.
        ValueError: when an answer cannot be one any more.
    """
    return {key: _as_kept(quiz, quiz.questions[key], str(value)) for key, value in run.answers.items()}


def fitting(choices: Iterable[Choice], words: str) -> list[Choice]:
    """Give the choices that hold every word typed, in any script; "vietnam" finds Viet Nam too.

    One of which the words are a whole name comes first: "clothes" are sewn before they are washed.
    """
    listed, wanted = list(choices), fold(words).split()
    found = [choice for choice in listed if all(word in choice.words for word in wanted)]
    if not wanted:
        return found
    if found:
        typed = " ".join(wanted)
        return sorted(found, key=lambda choice: typed not in map(fold, choice.also))
    together = "".join(wanted)
    return [choice for choice in listed if together in choice.words.replace(" ", "")]


def _as_kept(quiz: Quiz, question: Question, text: str) -> Answer:
    if text == UNKNOWN:
        return text
    match question.kind:
        case QuestionKind.DATE:
            return date.fromisoformat(text)
        case QuestionKind.NUMBER:
            return _decimal(text)
        case _ if text in question.countries or text in quiz.vocabulary.options(question.id):
            return text
    raise ValueError(f'{question.id} has no option "{text}"')


def _decimal(text: str) -> Decimal:
    try:
        return Decimal(text.strip())
    except InvalidOperation as error:
        raise ValueError(f'"{text}" is no number; write it in digits, such as 18 or 4.5') from error


def _number(text: str) -> Decimal:
    number = _decimal(text)
    if not number.is_finite() or not 0 <= number <= LARGEST:
        raise ValueError(f"Write a number from 0 to {LARGEST}")
    return number
