"""The quiz: one question a page, then where the answers lead and why."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.widget import Widget
from textual.widgets import Input, OptionList, Static

from ssw_tui.advice.answers import GOAL, UNKNOWN, Answer
from ssw_tui.folding import fold
from ssw_tui.output.page import Tone
from ssw_tui.output.pages import quiz as pages
from ssw_tui.records.quiz import Question, QuestionKind
from ssw_tui.ui import links
from ssw_tui.ui.session import Session
from ssw_tui.ui.views.base import View
from ssw_tui.ui.views.quiz_run import QuizTaken
from ssw_tui.ui.widgets.choice_list import ChoiceList, Row
from ssw_tui.ui.widgets.key_bar import KeyHint
from ssw_tui.ui.widgets.page_view import PageView

FILTERED = (QuestionKind.COUNTRY, QuestionKind.FIELD)
DONT_KNOW = "I don't know"


class AnswerInput(Input):
    """Takes a number, a day, or words that filter a long list; up and down move in the list."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "move(1)", show=False, priority=True),
        Binding("up", "move(-1)", show=False, priority=True),
    ]

    def action_move(self, step: int) -> None:
        """Move in the list below."""
        view = next(node for node in self.ancestors if isinstance(node, QuizView))
        view.move(step)


class QuestionList(ChoiceList):
    """The options of a question; digits choose."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(str(digit), f"digit({digit})", show=False) for digit in range(10)),
        Binding("right", "select", show=False),
    ]

    def action_digit(self, digit: int) -> None:
        """Choose the option with this number."""
        for place, row in enumerate(self.rows):
            if row.lead.strip() == str(digit):
                self.highlighted = place
                self.action_select()
                return


class QuizView(View):
    """Asks what can still change the answer; every question can stay open."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("backspace,left", "previous", show=False),
        Binding("n", "new", show=False),
        Binding("r", "result", show=False),
        Binding("c", "resume", show=False),
        Binding("m", "more", show=False),
        Binding("s", "steps", show=False),
        Binding("o", "open_link", show=False),
        Binding("y", "copy_link", show=False),
    ]
    DEFAULT_CSS = """
    QuizView #asking { height: 1fr; padding: 0 1; }
    QuizView #prompt { height: auto; text-style: bold; margin-bottom: 1; }
    QuizView AnswerInput { height: 1; border: none; padding: 0 1; background: $panel; margin-bottom: 1; }
    QuizView AnswerInput:focus { border: none; }
    QuizView QuestionList { height: 1fr; }
    QuizView #about { dock: bottom; height: auto; max-height: 9; border-top: solid $panel; }
    QuizView #hint { height: auto; max-height: 3; color: $quiet; padding-left: 2; }
    QuizView #fault { height: auto; color: $warning; text-style: bold; }
    QuizView #why { height: auto; max-height: 6; }
    QuizView #so-far { height: auto; max-height: 3; color: $quiet; }
    QuizView #result { display: none; }
    QuizView.-result #result { display: block; }
    QuizView.-result #asking { display: none; }
    """
    title = "Quiz"

    def __init__(self, session: Session, view_id: str) -> None:
        super().__init__(session, view_id)
        self.taken = QuizTaken(session)
        self.question: Question | None = None
        self.prompt = Static("", id="prompt", markup=False)
        self.input = AnswerInput()
        self.list = QuestionList()
        self.hint = Static("", id="hint", markup=False)
        self._hints: dict[str, str] = {}
        self.fault = Static("", id="fault", markup=False)
        self.why = Static("", id="why", markup=False)
        self.so_far = Static("", id="so-far", markup=False)
        self.page = PageView(session.look, id="result")

    def compose(self) -> ComposeResult:
        """Lay out the question and the result; one of them is shown."""
        with Container(id="asking"):
            yield self.prompt
            yield self.input
            yield self.list
            yield self.hint
            yield self.fault
            yield Container(self.why, self.so_far, id="about")
        yield self.page

    def on_mount(self) -> None:
        """Go on where the person left off."""
        if self.taken.restore():
            self.show_result(save=False)
        else:
            self.ask_next()

    @property
    def first_focus(self) -> Widget | None:
        """The answer, or the result."""
        if self.question is None:
            return self.page
        return self.input if self.input.display else self.list

    @property
    def hints(self) -> Sequence[KeyHint]:
        """Answering, or what to do with the result."""
        if self.question is None:
            more = (KeyHint("m", "more", "more"),) if self.taken.more else ()
            return (
                *more,
                KeyHint("n", "new", "new"),
                KeyHint("c", "answers", "resume"),
                KeyHint("s", "steps", "steps"),
            )
        typing = self.input.display
        return (
            KeyHint("esc", "back", "app.back") if typing else KeyHint("left", "back", "previous"),
            *(() if typing else (KeyHint("r", "result", "result"),)),
            KeyHint("tab", "views", "app.views"),
        )

    @property
    def keys_help(self) -> Sequence[tuple[str, str, str]]:
        """The keys of the quiz."""
        return (
            ("0-9", "Answer with the number of the option; 0 is: I don't know.", "focus_answer"),
            ("left", "Back to the question before; no answer is lost.", "previous"),
            ("tab", "To the line of views: arrows and enter open one; the quiz stays as it is.", "app.views"),
            ("r", "See the result with the answers so far.", "result"),
            ("c", "Go through the answers again.", "resume"),
            ("m", "More questions, which can only change what stands beside the verdict.", "more"),
            ("s", "The steps that the result leads to.", "steps"),
            ("n", "A new quiz; the last result stays until there is another.", "new"),
            ("o", "Open a source of the result in the browser.", "open_link"),
            ("y", "Copy the address of a source of the result.", "copy_link"),
        )

    def refresh_day(self) -> None:
        """Show the question or the result again, by the rules of the day."""
        if self.question is None:
            self.show_result(save=False)
        else:
            self.ask(self.question)

    def ask_next(self) -> None:
        """Ask what can still change the result, or show it."""
        question = self.taken.next_question()
        if question is None:
            self.show_result()
        else:
            self.ask(question)

    def ask(self, question: Question) -> None:
        """Show a question, with the focus on its answer where one was given."""
        self.question = question
        self.remove_class("-result")
        self.fault.update("")
        say = self.session.reader.say
        self.prompt.update(f"{self.taken.count_asked + 1}. {say(question.prompt)}")
        self.why.update(f"Why we ask: {say(question.why)}")
        self.so_far.update(self.taken.so_far)
        typed = question.kind in (QuestionKind.NUMBER, QuestionKind.DATE)
        long = question.kind in FILTERED
        self.input.display = typed or long
        self.input.placeholder = _placeholder(question)
        given = self.taken.answers.get(question.id)
        with self.input.prevent(Input.Changed):
            self.input.value = str(given) if typed and given not in (None, UNKNOWN) else ""
        self._fill("", str(given) if given is not None else None)
        self.call_after_refresh(self._focus)
        self.post_message(self.Changed())

    def _focus(self) -> None:
        if self.first_focus is not None and self.is_attached and self.app.screen is self.screen and self.display:
            self.first_focus.focus()

    def _fill(self, words: str, keep: str | None = None) -> None:
        if self.question is None:
            return
        wanted = fold(words).split()
        found = [c for c in self.taken.options(self.question) if all(word in c.words for word in wanted)]
        numbered = self.question.kind not in FILTERED
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
        self.hint.update(self._hints.get(self.list.chosen or "", ""))

    @on(OptionList.OptionHighlighted)
    def _highlighted(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        self._show_hint()

    def move(self, step: int) -> None:
        """Move in the list while the input keeps the keys."""
        if self.list.rows:
            place = (self.list.highlighted or 0) + step
            self.list.highlighted = min(max(place, 0), len(self.list.rows) - 1)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self.fault.update("")
        if self.question and self.question.kind in FILTERED:
            self._fill(event.value)

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        if self.question is None:
            return
        if self.question.kind in FILTERED or not event.value.strip():
            self._take_found(event.value)
            return
        try:
            self.take(self.taken.read(self.question, event.value))
        except ValueError as error:
            self.fault.update(str(error))

    def _take_found(self, words: str) -> None:
        if words.strip() and [row.id for row in self.list.rows] == [UNKNOWN]:
            self.fault.update(
                f'Nothing fits "{words}". Try another word, or empty the line: then enter means {DONT_KNOW}.'
            )
        elif self.list.chosen:
            self.take(self.list.chosen)

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if event.option.id:
            self.take(event.option.id)

    def take(self, answer: Answer) -> None:
        """Keep an answer and go on."""
        if self.question is not None:
            self.taken.answer(self.question, answer)
            self.ask_next()

    def show_result(self, *, save: bool = True) -> None:
        """Show where the answers lead, and keep them."""
        self.question = None
        if save and GOAL in self.taken.answers:
            error = self.taken.save()
            if error is not None:
                self.post_message(self.Failed(error))
            self.post_message(self.DataChanged())
        self.page.show(pages.result_page(self.session.reader, self.taken.quiz, self.taken.result, self.taken.answers))
        self.add_class("-result")
        self.call_after_refresh(self._focus)
        self.post_message(self.Changed())

    def action_focus_answer(self) -> None:
        """Go to the answer."""
        self._focus()

    def action_previous(self) -> None:
        """Go back to the question before."""
        question = self.taken.step_back()
        if question is not None:
            self.ask(question)

    def action_result(self) -> None:
        """Show the result with the answers so far."""
        if GOAL in self.taken.answers:
            self.show_result()

    def action_resume(self) -> None:
        """Go through the answers again, from the first."""
        self.taken.rewind()
        self.ask_next()

    def action_more(self) -> None:
        """Ask what could change only what is listed beside the verdict."""
        if self.question is None and self.taken.more:
            self.taken.asks_more = True
            self.ask_next()

    def action_steps(self) -> None:
        """Open the steps that the result leads to."""
        following = self.taken.result.next if self.question is None else ()
        self.post_message(self.Opened("procedure", following[0]) if following else self.Opened("view", "steps"))

    def action_open_link(self) -> None:
        """Open a source of the result in the browser."""
        if self.question is None:
            links.choose(self.app, self.page.page, "Open which source?", links.open_in_browser)

    def action_copy_link(self) -> None:
        """Copy the address of a source of the result."""
        if self.question is None:
            links.choose(self.app, self.page.page, "Copy which address?", links.copy)

    def action_new(self) -> None:
        """Begin anew; the last result stays saved, and answers without a result are not thrown away unasked."""
        self._begin(self.taken.clear)

    def start_with_field(self, field_id: str) -> None:
        """Begin anew with the field answered; answers without a result are not thrown away unasked."""
        self._begin(lambda: self.taken.start_with_field(field_id))

    def _begin(self, prepare: Callable[[], None]) -> None:
        def go_on(anew: bool | None) -> None:
            if anew:
                prepare()
                self.ask_next()

        if self.question is None or not self.taken.answers:
            go_on(True)
            return
        from ssw_tui.ui.dialogs.confirm import ConfirmDialog

        question = "The answers of this quiz are not saved yet; r shows its result and saves them."
        self.app.push_screen(ConfirmDialog("A new quiz", question, "Begin anew", "Go on with this one"), go_on)

    def back(self) -> bool:
        """Go back to the question before."""
        question = self.taken.step_back()
        if question is None:
            return False
        self.ask(question)
        return True


def _placeholder(question: Question) -> str:
    match question.kind:
        case QuestionKind.NUMBER:
            return f"a number of {question.unit or 'units'}; empty and enter: {DONT_KNOW}"
        case QuestionKind.DATE:
            return f"2027-03-15; empty and enter: {DONT_KNOW}"
        case _:
            return "type to find it, enter takes it"
