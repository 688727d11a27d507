"""A question of the quiz as lines, and what a line typed at it means."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from ssw_tui.advice.answers import GOAL, UNKNOWN, Answer
from ssw_tui.cli.conversation import HEARD
from ssw_tui.folding import fold
from ssw_tui.output.field_list import on_other_days, other_work
from ssw_tui.output.page import Page
from ssw_tui.output.pages.common import facts
from ssw_tui.output.pages.fields import nothing_page
from ssw_tui.output.quiz import say_answer
from ssw_tui.output.quiz_taken import Choice, QuizTaken, fitting
from ssw_tui.output.text import as_text
from ssw_tui.records.other_work import OtherWork
from ssw_tui.records.quiz import Question, QuestionKind

DONT_KNOW = "I don't know"
LIST_ALL = ("l", "list")
OPEN = ("u", "?", UNKNOWN, "i don't know", "dont know", "don't know")
"""What leaves any question open."""
KEYS = "b back, w why, r result, q quit:"
MOST_NEAR = 5
ALIKE = 0.75
"""How like a name what was typed must be to be read as a slip: the share of letters that agree."""


class PlainQuestion:
    """A question that is being asked."""

    def __init__(self, taken: QuizTaken, question: Question) -> None:
        self.question = question
        self._taken = taken
        self._choices = taken.options(question)
        self._own = {option.id for option in question.options}
        self._shown = [choice for choice in self._choices if not self.is_searched or choice.id in self._own]
        self._kept = taken.answers.get(question.id)
        self.found: list[str] = []
        """What the last search found, in lines."""

    @property
    def is_typed(self) -> bool:
        """Whether a number or a day is typed."""
        return self.question.kind in (QuestionKind.NUMBER, QuestionKind.DATE)

    @property
    def is_searched(self) -> bool:
        """Whether the answers are too many to be listed."""
        return self.question.kind in (QuestionKind.COUNTRY, QuestionKind.FIELD)

    def lines(self) -> Iterator[str]:
        """Give the question, what can be answered, and what was answered before."""
        yield f"Question {self._place()}. {self._taken.reader.say(self.question.prompt)}"
        if self.question.kind is QuestionKind.FIELD:
            yield "Type words for the work or the field, in any language, or l to list all fields."
        if self.question.kind is QuestionKind.COUNTRY:
            yield "Type the name of the country in English, or the start of it."
        if not self.is_typed:
            yield from self._numbered()
        if self._kept is not None:
            said = say_answer(self._taken.quiz, self.question.id, self._kept, self._taken.reader.say)
            yield f"Your answer now: {said}. Enter keeps it."

    def prompt(self) -> str:
        """Give the line that waits for the answer."""
        enter = f"u {DONT_KNOW}" if self._kept is not None else f"empty {DONT_KNOW}"
        match self.question.kind:
            case QuestionKind.NUMBER:
                return f"{(self.question.unit or 'number').capitalize()}, such as 18 or 4.5; {enter}, {KEYS}"
            case QuestionKind.DATE:
                return f"Day, such as 2027-03-15; {enter}, {KEYS}"
            case QuestionKind.COUNTRY | QuestionKind.FIELD:
                return f"Words, or {self._range()}; {f'0 {DONT_KNOW}' if self.found else enter}, {KEYS}"
            case _:
                return f"Answer {self._range()}, 0 {DONT_KNOW}, {KEYS}"

    def read(self, typed: str) -> Answer | None:
        """Give the answer that was typed, or None where words were searched: `found` says what for.

        Raises:
            ValueError: with a sentence that says what is wrong.
        """
        if not typed:
            return self._of_nothing()
        if typed.lower() in OPEN or (typed == "0" and self.question.kind is not QuestionKind.NUMBER):
            return UNKNOWN
        if self.is_typed:
            return self._taken.read(self.question, typed)
        if typed.isdecimal():
            return self._by_number(int(typed))
        named = [choice for choice in self._choices if fold(typed) in map(fold, _names(choice))]
        if named:
            return named[0].id
        if not self.is_searched:
            raise ValueError(f'"{typed}" is no answer here. Type {self._range()}, or 0 for {DONT_KNOW}.')
        self._search(typed)
        return None

    def _place(self) -> str:
        """Say which question this is, and at most how many there are as far as the answers tell."""
        taken = self._taken
        number = taken.count_asked + 1
        if GOAL not in taken.answers:
            return str(number)
        others = {*taken.open, *taken.trail[number:]} - {self.question.id}
        return f"{number} of at most {number + len(others)}"

    def _of_nothing(self) -> Answer:
        if self._kept is not None and not self.found:
            return self._kept
        if self.is_typed or (self.is_searched and not self.found):
            return UNKNOWN
        raise ValueError(f"Type {self._range()}, or 0 for {DONT_KNOW}.")

    def _by_number(self, number: int) -> Answer:
        if 1 <= number <= len(self._shown):
            return self._shown[number - 1].id
        raise ValueError(f"There is no answer {number}. Type {self._range()}, or 0 for {DONT_KNOW}.")

    def _range(self) -> str:
        return f"1 to {len(self._shown)}" if len(self._shown) > 1 else "1"

    def _numbered(self) -> Iterator[str]:
        for number, choice in enumerate(self._shown, start=1):
            hint = f". {choice.hint}" if choice.hint else ""
            yield f"{number} {choice.label}{hint}"
        yield f"0 {DONT_KNOW}"

    def _search(self, words: str) -> None:
        listed = [choice for choice in self._choices if choice.id not in self._own]
        found = listed if words.lower() in LIST_ALL else fitting(listed, words)
        outside = other_work(self._taken.reader, words) if self.question.kind is QuestionKind.FIELD else ()
        said = [line for work in outside for line in self._in_no_field(work)]
        if found:
            said.append(f'{len(found)} {"fits" if len(found) == 1 else "fit"} "{words}":')
        elif outside:
            found = [choice for choice in listed if any(choice.id in work.near for work in outside)]
            said.append("What is near, or can be answered:")
        else:
            found = self._slips(listed, words)
            said += [f'Nothing fits "{words}". The nearest:'] if found else self._nothing(words)
        self._shown = [*found, *(choice for choice in self._choices if choice.id in self._own)]
        self.found = [*said, *self._numbered()]

    def _in_no_field(self, work: OtherWork) -> list[str]:
        reader = self._taken.reader
        return _heard(Page(title=f"In no field: {work.name} {work.name_ja}", blocks=tuple(facts(reader, [work]))))

    def _nothing(self, words: str) -> list[str]:
        if self.question.kind is QuestionKind.FIELD:
            return _heard(nothing_page(self._taken.reader, words))
        return [f'No country fits "{words}". Type its English name, or the start of it.']

    def _slips(self, listed: Iterable[Choice], words: str) -> list[Choice]:
        """Give the choices with a name that is nearly what was typed, the likeliest first; none of another day."""
        if self.question.kind is QuestionKind.FIELD and on_other_days(self._taken.reader, words):
            return []
        named = {fold(name): choice for choice in listed for name in (*_names(choice), *self._work_words(choice))}
        near = get_close_matches(fold(words), named, n=MOST_NEAR, cutoff=ALIKE)
        return list({named[name].id: named[name] for name in near}.values())

    def _work_words(self, choice: Choice) -> tuple[str, ...]:
        field = self._taken.quiz.vocabulary.fields.get(choice.id)
        return field.work_words if field else ()


def _names(choice: Choice) -> tuple[str, ...]:
    return (choice.id, choice.label, *choice.label.split("  "))


def _heard(page: Page) -> list[str]:
    return [line for line in as_text(page, look=HEARD).splitlines() if line]
