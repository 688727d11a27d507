"""A question with its answers: a list to choose from, or a line to type into; why it is asked stands under it."""

from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.geometry import Region
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, OptionList, Static

from ssw_tui.advice.answers import UNKNOWN, Answer
from ssw_tui.output.page import Tone
from ssw_tui.output.quiz_taken import Choice, QuizTaken, fitting
from ssw_tui.records.quiz import Question, QuestionKind
from ssw_tui.ui.widgets.choice_list import ChoiceList, Row
from ssw_tui.ui.widgets.fault_line import FaultLine
from ssw_tui.ui.widgets.list_input import ListInput
from ssw_tui.ui.widgets.plain import Plain

FILTERED = (QuestionKind.COUNTRY, QuestionKind.FIELD)
TYPED = (QuestionKind.NUMBER, QuestionKind.DATE)
DONT_KNOW = "I don't know"
DONT_KNOW_CHOICE = Choice(UNKNOWN, DONT_KNOW)
Hint = Callable[[Question, Answer], str]
"""Says what an answer would lead to."""


class QuestionList(ChoiceList):
    """The options of a question; digits choose."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(str(digit), f"digit({digit})", show=False) for digit in range(10)),
        Binding("right", "select", show=False),
    ]

    def scroll_to_highlight(self, top: bool = False) -> None:
        """Keep every answer of the question in focus in sight where several share the page, not one alone."""
        lines = [str(option.prompt).count("\n") + 1 for option in self.options]
        own = [place for place, row in enumerate(self.rows) if self._is_of_chosen(row)]
        height = sum(lines[place] for place in own)
        if not own or height > self.scrollable_content_region.height:
            super().scroll_to_highlight(top)
            return
        region = Region(0, sum(lines[: own[0]]), self.scrollable_content_region.width, height)
        self.scroll_to_region(region, force=True, animate=False, top=top, immediate=True)

    def _is_of_chosen(self, row: Row) -> bool:
        """Whether a row belongs to the question in focus, among several on the page."""
        question, several, _ = (self.chosen or "").partition("/")
        return bool(several) and row.id.partition("/")[0] == question

    def action_digit(self, digit: int) -> None:
        """Choose the option with this number, of the question in focus where several share the page."""
        question = (self.chosen or "").partition("/")[0]
        together = any(row.heading for row in self.rows)
        for place, row in enumerate(self.rows):
            if together and row.id.partition("/")[0] != question:
                continue
            if row.lead.split()[:1] == [str(digit)]:
                self.highlighted = place
                self.action_select()
                return


class AskingPane(Container, Plain):
    """Asks one question at a time; what is answered comes as a message."""

    DEFAULT_CSS = """
    AskingPane { height: 1fr; padding: 0 1; }
    AskingPane #prompt { height: auto; text-style: bold; margin-bottom: 1; }
    AskingPane ListInput { height: 1; border: none; padding: 0 1; background: $panel; margin-bottom: 1; }
    AskingPane ListInput:focus { border: none; }
    AskingPane QuestionList { height: 1fr; }
    AskingPane #about { dock: bottom; height: auto; max-height: 9; border-top: solid $panel; }
    AskingPane #hint { height: auto; max-height: 3; color: $quiet; padding-left: 2; }
    AskingPane #why { height: auto; max-height: 6; }
    AskingPane #so-far { height: auto; max-height: 3; color: $quiet; }
    """

    class Answered(Message):
        """Every question of the page was answered."""

        def __init__(self, answers: Mapping[str, Answer]) -> None:
            super().__init__()
            self.answers = answers

    def __init__(self, taken: QuizTaken, leads_to: Hint | None = None) -> None:
        super().__init__(id="asking")
        self.taken = taken
        self.leads_to = leads_to
        self.question: Question | None = None
        self.together: dict[str, Question] = {}
        self.chosen: dict[str, str] = {}
        self.prompt = Static("", id="prompt", markup=False)
        self.list = QuestionList()
        self.input = ListInput(self.list)
        self.hint = Static("", id="hint", markup=False)
        self._hints: dict[str, str] = {}
        self.fault = FaultLine()
        self.why = Static("", id="why", markup=False)
        self.so_far = Static("", id="so-far", markup=False)

    def compose(self) -> ComposeResult:
        """Lay out the question over its answers, and why it is asked under them."""
        yield self.prompt
        yield self.input
        yield self.list
        yield self.hint
        yield self.fault
        yield Container(self.why, self.so_far, id="about")

    @property
    def where_to_answer(self) -> Widget:
        """What takes the answer."""
        return self.input if self.input.display else self.list

    def ask(self, question: Question, given: Answer | None, *, number: str = "", so_far: str = "") -> None:
        """Show a question.

        Args:
            question: what to ask.
            given: the answer given before; it has the focus.
            number: what stands before the prompt.
            so_far: what was answered before, in a line.
        """
        self.question = question
        self.together, self.chosen = {}, {}
        self.fault.clear()
        say = self.taken.reader.say
        self.prompt.update(f"{number}{say(question.prompt)}")
        self.why.update(f"Why we ask: {say(question.why)}")
        self.so_far.update(so_far)
        typed = question.kind in TYPED
        self.input.display = typed or question.kind in FILTERED
        self.input.placeholder = _placeholder(question)
        with self.input.prevent(Input.Changed):
            self.input.value = str(given) if typed and given not in (None, UNKNOWN) else ""
        self._fill("", str(given) if given is not None else None)

    def ask_together(
        self, questions: Sequence[Question], given: Mapping[str, Answer], *, number: str = "", so_far: str = ""
    ) -> None:
        """Show several short questions on one page, each with the answer given before."""
        self.question = questions[0]
        self.together = {question.id: question for question in questions}
        self.chosen = {name: str(given[name]) for name in self.together if name in given}
        self.fault.clear()
        self.prompt.update(f"{number}{len(questions)} short questions: answer each by its number")
        self.so_far.update(so_far)
        self.input.display = False
        first = questions[0]
        self._fill_together(f"{first.id}/{self.chosen.get(first.id, '')}")

    def _fill_together(self, keep: str) -> None:
        say = self.taken.reader.say
        rows: list[Row] = []
        for question in self.together.values():
            rows.append(Row(id=question.id, cells=(say(question.prompt),), heading=True))
            options = [*self.taken.options(question), DONT_KNOW_CHOICE]
            for number, choice in enumerate(options, start=1):
                digit = number if choice is not DONT_KNOW_CHOICE else 0
                mark = "[x]" if self.chosen.get(question.id) == choice.id else "[ ]"
                tone = Tone.NORMAL if digit else Tone.QUIET
                row_id = f"{question.id}/{choice.id}"
                rows.append(Row(id=row_id, lead=f"{digit}  {mark} ", cells=(choice.label,), tone=tone))
        known = {row.id for row in rows}
        first = next(row.id for row in rows if not row.heading and row.id.startswith(keep.partition("/")[0] + "/"))
        self._hints = {}
        self.list.set_rows(rows, keep if keep in known else first)
        self._show_hint()

    def _take_together(self, row_id: str) -> None:
        name, _, answer = row_id.partition("/")
        self.chosen[name] = answer
        left = next((one for one in self.together if one not in self.chosen), None)
        if left is None:
            self.post_message(self.Answered(self.chosen))
        else:
            self._fill_together(f"{left}/")

    def _fill(self, words: str, keep: str | None = None) -> None:
        if self.question is None:
            return
        found = fitting(self.taken.options(self.question), words)
        numbered = self.question.kind not in (*FILTERED, *TYPED)
        rows = [
            Row(id=choice.id, lead=f"{number}  " if number < 10 else "   ", cells=(choice.label,))
            if numbered
            else Row(id=choice.id, cells=(choice.label,))
            for number, choice in enumerate(found, start=1)
        ]
        self._hints = {choice.id: choice.hint or "" for choice in found}
        rows.append(Row(id=UNKNOWN, lead="0  " if numbered else "", cells=(DONT_KNOW,), tone=Tone.QUIET))
        self.list.set_rows(rows, keep or rows[0].id)
        self._show_hint()

    def _show_hint(self) -> None:
        chosen = self.list.chosen or ""
        question = self.question
        if self.together and chosen:
            name, _, chosen = chosen.partition("/")
            question = self.together[name]
            self.why.update(f"Why we ask: {self.taken.reader.say(question.why)}")
        leads = self.leads_to(question, chosen) if self.leads_to and question and chosen else ""
        self.hint.update("\n".join(filter(None, (self._hints.get(chosen, ""), leads))))

    @on(OptionList.OptionHighlighted)
    def _highlighted(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        self._show_hint()

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self.fault.clear()
        if self.question and self.question.kind in FILTERED:
            self._fill(event.value)

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        if self.question is None or event.value != self.input.value:
            # The second of two quick enters comes when the next question is there already.
            return
        if self.question.kind in FILTERED or not event.value.strip():
            self._take_found(event.value)
            return
        try:
            self._take(self.taken.read(self.question, event.value))
        except ValueError as error:
            self.fault.complain(error)

    def _take_found(self, words: str) -> None:
        if words.strip() and [row.id for row in self.list.rows] == [UNKNOWN]:
            self.fault.complain(
                f'Nothing fits "{words}". Try another word, or empty the line: then enter means {DONT_KNOW}.'
            )
        elif self.list.chosen:
            self._take(self.list.chosen)

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if not self.list.shows(event.option):
            return
        if event.option.id and self.together:
            self._take_together(event.option.id)
        elif event.option.id:
            self._take(event.option.id)

    def _take(self, answer: Answer) -> None:
        if self.question is not None:
            self.post_message(self.Answered({self.question.id: answer}))


def _placeholder(question: Question) -> str:
    match question.kind:
        case QuestionKind.NUMBER:
            return f"a number of {question.unit or 'units'}, 0 for none; empty and enter: {DONT_KNOW}"
        case QuestionKind.DATE:
            return f"2027-03-15; empty and enter: {DONT_KNOW}"
        case _:
            return "type to find it, enter takes it"
