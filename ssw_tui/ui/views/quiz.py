"""The quiz: one question a page, then where the answers lead and why."""

from collections.abc import Callable, Sequence
from string import digits
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.dom import DOMNode
from textual.widget import Widget
from textual.widgets import Input

from ssw_tui.advice.answers import GOAL, UNKNOWN, Answer
from ssw_tui.errors import DataUnavailableError
from ssw_tui.output.quiz_taken import QuizTaken
from ssw_tui.records.quiz import Question, VerdictText
from ssw_tui.ui.session import Session
from ssw_tui.ui.views.asking import AskingPane
from ssw_tui.ui.views.base import View
from ssw_tui.ui.views.quiz_card import from_card
from ssw_tui.ui.views.quiz_keys import ASKING_KEYS
from ssw_tui.ui.views.quiz_result import ResultPane
from ssw_tui.ui.widgets.choice_list import ChoiceList
from ssw_tui.ui.widgets.fault_line import FaultLine
from ssw_tui.ui.widgets.key_bar import KeyHint

SOON_DONE = 12
"""From so few questions on it is said how many are left at most; more would say little, since answers close many."""
FEW = 2
"""So many verdicts at most say where an answer leads."""
UNSAVED = "The answers of this quiz are not saved yet; r shows its result and saves them."


class QuizView(View):
    """Asks what can still change the answer; every question can stay open."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("backspace,left", "previous", show=False),
        Binding("n", "new", show=False),
        Binding("r", "result", show=False),
        Binding("c", "resume", show=False),
        Binding("m", "more", show=False),
        Binding("s", "go_on", show=False),
        Binding("p", "use_card", show=False),
    ]
    DEFAULT_CSS = """
    QuizView #result { display: none; }
    QuizView.-result #result { display: block; }
    QuizView.-result #asking { display: none; }
    """
    title = "Quiz"

    def __init__(self, session: Session, view_id: str) -> None:
        super().__init__(session, view_id)
        self.taken = QuizTaken(lambda: session.reader)
        self.question: Question | None = None
        self._left: Question | None = None
        """What was asked when the result so far was opened."""
        self.asking = AskingPane(self.taken, self._leads_to)
        self.page = ResultPane(session, self.taken)

    @property
    def input(self) -> Input:
        """The line that takes a typed answer."""
        return self.asking.input

    @property
    def list(self) -> ChoiceList:
        """The answers to choose from."""
        return self.asking.list

    @property
    def fault(self) -> FaultLine:
        """What is wrong with a typed answer."""
        return self.asking.fault

    def compose(self) -> ComposeResult:
        """Lay out the question and the result; one of them is shown."""
        yield self.asking
        yield self.page

    def on_mount(self) -> None:
        """Go on where the person left off."""
        try:
            run = self.session.tracker.last_quiz()
        except DataUnavailableError:
            run = None
        if run is not None and self.page.reopen(run):
            self.show_result(save=False)
        else:
            self.ask_next()

    @property
    def acting(self) -> DOMNode:
        """The result has keys of its own."""
        return self.page if self.question is None else self

    @property
    def first_focus(self) -> Widget | None:
        """The answer, or the result."""
        return self.page if self.question is None else self.asking.where_to_answer

    @property
    def hints(self) -> Sequence[KeyHint]:
        """Answering, or what to do with the result."""
        if self.question is None:
            back = (KeyHint("esc", "back", "app.back"),) if self.page.is_own and self._has_way_back else ()
            return (*self.page.hints, *(self.page.further_hints or (KeyHint("n", "new", "new"),)), *back)
        views = KeyHint("tab", "views", "app.views")
        if self.is_typing:
            return (KeyHint("esc", "back", "app.back"), views)
        second = KeyHint("r", "result", "result") if GOAL in self.taken.answers else KeyHint("p", "my card", "use_card")
        return (KeyHint("left", "back", "previous"), second, views)

    @property
    def is_typing(self) -> bool:
        """Whether keys go into the line of the question."""
        return self.question is not None and self.input.display

    @property
    def own_digits(self) -> str:
        """All of them, while a question is asked."""
        return digits if self.question is not None and self.asking.where_to_answer.has_focus else ""

    @property
    def keys_help(self) -> Sequence[tuple[str, str, str]]:
        """The keys of the question, or of the result."""
        return ASKING_KEYS if self.question is not None else self.page.keys_help

    def refresh_day(self) -> None:
        """Show the question or the result again, by the rules of the day."""
        if self.question is None:
            self.page.show_again()
        else:
            self.ask(self.question)

    def keep(self) -> None:
        """Save answers that have no result yet, since the app closes."""
        self.page.keep_unfinished()

    def ask_next(self) -> None:
        """Ask what can still change the result, or show it."""
        question = self.taken.next_question()
        if question is None:
            self.show_result()
        else:
            self.ask(question)

    def ask(self, question: Question) -> None:
        """Show a question, with the focus on its answer where one was given."""
        self.question, self._left = question, None
        self.remove_class("-result")
        number = self.taken.page_number
        left = len(self.taken.open) - 1
        self.title = f"Quiz: question {number}" + (f", at most {left} more" if 0 < left <= SOON_DONE else "")
        page, given = self.taken.page_of(question), self.taken.answers
        if len(page) > 1:
            self.asking.ask_together(page, given, number=f"{number}. ", so_far=self.taken.so_far)
        else:
            self.asking.ask(question, given.get(question.id), number=f"{number}. ", so_far=self.taken.so_far)
        self.call_after_refresh(self._focus)
        self.post_message(self.Changed())

    def _focus(self) -> None:
        if self.first_focus is not None and self.is_attached and self.app.screen is self.screen and self.display:
            self.first_focus.focus()

    def _leads_to(self, question: Question, answer: Answer) -> str:
        """Say what an answer would make of the verdict; nothing where it decides nothing yet."""
        if GOAL not in self.taken.answers or question.id == GOAL:
            return ""

        def possible(given: Answer) -> tuple[str, ...]:
            answers = {**self.taken.answers, question.id: given}
            return self.taken.quiz.evaluate(answers, self.session.day, changes=False).possible

        after = possible(answer)
        verdicts = self.session.library.all(VerdictText)
        titles = [verdict.title.lower() for key, verdict in verdicts.items() if key in after]
        says_much = len(titles) <= FEW and after != possible(UNKNOWN)
        return f"Then the result is: {' or '.join(titles)}." if says_much else ""

    @on(AskingPane.Answered)
    def _answered(self, event: AskingPane.Answered) -> None:
        event.stop()
        for name, answer in event.answers.items():
            self.taken.answer(self.taken.quiz.questions[name], answer)
        self.ask_next()

    @on(ResultPane.Shown)
    def _result_shown(self, event: ResultPane.Shown) -> None:
        event.stop()
        if self.question is None:
            self.title = self.page.title
            self.post_message(self.Changed())

    def show_result(self, *, save: bool = True) -> None:
        """Show where the answers lead, and keep them."""
        self.question, self.title = None, self.page.title
        self.add_class("-result")
        self.page.show_own(save=save)
        self.call_after_refresh(self._focus)

    def action_focus_answer(self) -> None:
        """Go to the answer."""
        self._focus()

    def action_previous(self) -> None:
        """Go back to the question before."""
        question = self.taken.page_back()
        if question is not None:
            self.ask(question)

    def action_result(self) -> None:
        """Show the result with the answers so far; escape leads back to the question that was open."""
        if GOAL in self.taken.answers:
            self._left = self.question
            self.show_result()

    def action_resume(self) -> None:
        """Go through the answers again, from the first."""
        self.taken.rewind()
        self.ask_next()

    def action_more(self) -> None:
        """Go on with what decides; without that, ask what could change only what is listed beside the verdict."""
        if self.question is not None:
            return
        if self.page.is_unfinished:
            self.ask_next()
        elif self.taken.more:
            self.taken.asks_more = True
            self.ask_next()

    def action_use_card(self) -> None:
        """Answer what the card answers; what was answered by hand stays, and nothing is saved by that."""
        if self.question is None:
            return
        known = from_card(self.session)
        if known is None:
            self.app.notify("No card is saved that answers a question. 6 My card keeps one.", markup=False)
            return
        given = self.taken.answers
        added = {name: answer for name, answer in known.answers.items() if name not in given}
        self.taken.start_with({**given, **added})
        self.app.notify(f"{len(added)} answers from {known.label}; escape goes back to them.", markup=False)
        self.ask_next()

    def action_go_on(self) -> None:
        """Open what the result leads to: steps, the tests of the field, the papers of the own country."""
        if self.question is None:
            self.page.go_on()
        else:
            self.post_message(self.Opened("view", "steps"))

    def action_new(self) -> None:
        """Begin anew; the last result stays saved, and answers without a result are not thrown away unasked."""
        self._begin(self.taken.clear)

    def open_found(self, kind: str, record_id: str) -> None:
        """Begin anew with the field answered; answers without a result are not thrown away unasked."""
        self._begin(lambda: self.taken.start_with_field(record_id))

    def _begin(self, prepare: Callable[[], None]) -> None:
        def go_on(anew: bool | None) -> None:
            if anew:
                prepare()
                self.page.forget()
                self.ask_next()

        if self.question is None or not self.taken.answers:
            go_on(True)
            return
        from ssw_tui.ui.dialogs.confirm import ConfirmDialog

        self.app.push_screen(ConfirmDialog("A new quiz", UNSAVED, "Begin anew", "Go on with this one"), go_on)

    def back(self) -> bool:
        """Go back to the own result, or to the question before."""
        if self.question is None and self.page.back():
            return True
        question = self._left if self._is_still_asked else self.taken.page_back()
        if question is None:
            return False
        self.ask(question)
        return True

    @property
    def _is_still_asked(self) -> bool:
        """Whether the question that was left for the result comes next; other answers may have closed it."""
        return self._left is not None and self._left == self.taken.next_question()

    @property
    def _has_way_back(self) -> bool:
        return self._is_still_asked or self.taken.count_asked > 0
