"""A quiz being taken: the answers, the way back through them, and where they are kept."""

import json
from collections.abc import Mapping
from datetime import date
from decimal import Decimal, InvalidOperation

from attrs import frozen

from ssw_tui.advice.answers import GOAL, UNKNOWN, Answer
from ssw_tui.advice.days import parse_day
from ssw_tui.advice.eligibility import Quiz, Result
from ssw_tui.errors import DataUnavailableError
from ssw_tui.folding import fold
from ssw_tui.output.pages.quiz import short_answer
from ssw_tui.output.quiz import say_answer
from ssw_tui.records.field import Field, Intake
from ssw_tui.records.quiz import Question, QuestionKind, VerdictText
from ssw_tui.ui.session import Session

LARGEST = 1200
"""Nobody has held a status for more months than this, or scored more percent."""
FIELD = "field"
"""The question for the field of work."""
MOST_SHOWN = 4
"""So many of the last answers are shown beside a question."""


@frozen
class Choice:
    """Something that can be answered."""

    id: str
    label: str
    hint: str | None = None
    """What to know before choosing it."""
    also: str = ""
    """Other words that find it."""

    @property
    def words(self) -> str:
        """What a filter looks through."""
        return fold(f"{self.label} {self.hint or ''} {self.also}")


class QuizTaken:
    """The answers of one person, in the order they were asked."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.answers: dict[str, Answer] = {}
        self.trail: list[str] = []
        self.count_asked = 0
        self.asks_more = False
        self._quiz: Quiz | None = None

    @property
    def quiz(self) -> Quiz:
        """The quiz, made when it is first needed."""
        if self._quiz is None:
            self._quiz = Quiz.of(self.session.library)
        return self._quiz

    def restore(self) -> bool:
        """Take the last saved answers; False where there are none or they cannot be read."""
        try:
            run = self.session.tracker.last_quiz()
        except DataUnavailableError:
            return False
        if run is None:
            return False
        try:
            self.answers = self._read_back(run.answers)
        except (ValueError, KeyError):
            return False
        self.trail = list(self.answers)
        self.count_asked = len(self.trail)
        return True

    def _read_back(self, kept: Mapping[str, object]) -> dict[str, Answer]:
        questions = self.quiz.questions
        return {key: _as_kept(questions[key], str(value)) for key, value in kept.items()}

    def next_question(self) -> Question | None:
        """Give the question to ask: the next of those asked before, else one that can still change the result."""
        if self.count_asked < len(self.trail):
            return self.quiz.questions[self.trail[self.count_asked]]
        result = self.quiz.evaluate(self.answers, self.session.day, changes=False)
        wanted = (*result.checks, *(result.optional if self.asks_more else ()))
        if GOAL not in self.answers:
            wanted = (GOAL,)
        return next((self.quiz.questions[key] for key in wanted if key not in self.answers), None)

    @property
    def result(self) -> Result:
        """What the answers come to."""
        return self.quiz.evaluate(self.answers, self.session.day)

    @property
    def more(self) -> int:
        """How many open questions could change only what is listed beside the verdict."""
        result = self.quiz.evaluate(self.answers, self.session.day, changes=False)
        return sum(key not in self.answers for key in result.optional)

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

    def rewind(self) -> None:
        """Go back to the first question; every answer stays."""
        self.count_asked = 0

    def start_with_field(self, field_id: str) -> None:
        """Begin anew with the field answered; the goal is asked next."""
        self.clear()
        self.answers, self.trail, self.count_asked = {FIELD: field_id}, [FIELD], 1

    def clear(self) -> None:
        """Forget the answers, not those that are saved."""
        self.answers, self.trail, self.count_asked, self.asks_more = {}, [], 0, False

    def save(self) -> DataUnavailableError | None:
        """Keep the answers with their result; give what prevented it."""
        result = self.result
        kept = {key: value if isinstance(value, str) else str(value) for key, value in self.answers.items()}
        say = self.session.reader.say
        said = {
            "verdict": result.verdict.value,
            "title": say(self.session.library.all(VerdictText)[result.verdict].title),
            "goal": say_answer(self.quiz, GOAL, self.answers[GOAL], say),
        }
        try:
            self.session.tracker.save_quiz(
                day=self.session.day, goal=str(self.answers[GOAL]), answers=kept, result=json.dumps(said)
            )
        except DataUnavailableError as error:
            return error
        return None

    @property
    def so_far(self) -> str:
        """The answers before this question, in a line."""
        asked = self.trail[: self.count_asked]
        said = [short_answer(self.session.reader, self.quiz, key, self.answers[key]) for key in asked[-MOST_SHOWN:]]
        more = "... " if len(asked) > MOST_SHOWN else ""
        return f"So far: {more}{'; '.join(said)}" if said else ""

    def options(self, question: Question) -> list[Choice]:
        """Give what can be answered to a question, in order."""
        say = self.session.reader.say
        own = [Choice(o.id, say(o.label), say(o.hint) if o.hint else None) for o in question.options]
        match question.kind:
            case QuestionKind.COUNTRY:
                return [Choice(code, name) for code, name in question.countries.items()] + own
            case QuestionKind.FIELD:
                return [*self._fields(), *own]
            case QuestionKind.CATEGORY:
                chosen = self.answers.get("field") or self.answers.get("current-field")
                belonging = {o.id for o in question.options if not o.fields or chosen in o.fields}
                return [choice for choice in own if choice.id in belonging]
            case _:
                return own

    def _fields(self) -> list[Choice]:
        day = self.session.day
        fields = self.session.library.all(Field).values()
        listed = [field for field in fields if field.intake_on(day) is not Intake.NOT_A_FIELD]
        return [Choice(f.id, f"{f.name}  {f.name_ja}", also=f"{f.name_kana} {' '.join(f.work_words)}") for f in listed]

    def read(self, question: Question, text: str) -> Answer:
        """Read what was typed.

        Raises:
            ValueError: with a sentence that says what is wrong.
        """
        if question.kind is QuestionKind.DATE:
            return parse_day(text)
        return _number(text)


def _as_kept(question: Question, text: str) -> Answer:
    if text == UNKNOWN:
        return text
    match question.kind:
        case QuestionKind.DATE:
            return date.fromisoformat(text)
        case QuestionKind.NUMBER:
            return _number(text)
        case _:
            return text


def _number(text: str) -> Decimal:
    try:
        number = Decimal(text.strip())
    except InvalidOperation as error:
        raise ValueError(f'"{text}" is no number; write it in digits, such as 18 or 4.5') from error
    if not number.is_finite() or not 0 <= number <= LARGEST:
        raise ValueError(f"Write a number from 0 to {LARGEST}")
    return number
