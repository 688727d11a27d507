"""The result of a quiz: saved, tried with another answer, compared with another day, written to a file."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message

from ssw_tui.advice.answers import GOAL, UNKNOWN, Answer
from ssw_tui.errors import DataUnavailableError
from ssw_tui.output.page import Page
from ssw_tui.output.pages import quiz as pages
from ssw_tui.output.quiz_taken import QuizTaken
from ssw_tui.tracker.records import QuizRun
from ssw_tui.ui import links, pointers
from ssw_tui.ui.session import Session
from ssw_tui.ui.views.base import View
from ssw_tui.ui.views.quiz_keys import GO_ON_KEY, RESULT_KEYS
from ssw_tui.ui.widgets.choice_list import Row
from ssw_tui.ui.widgets.key_bar import KeyHint
from ssw_tui.ui.widgets.page_view import PageView

WHAT_IF = KeyHint("w", "what if", "what_if")


class ResultPane(PageView):
    """Shows where the answers lead. What is tried here changes nothing until it is kept."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("r", "in_full", show=False),
        Binding("w", "what_if", show=False),
        Binding("v", "keep_answers", show=False),
        Binding("t", "compare", show=False),
        Binding("l", "saved", show=False),
        Binding("x", "export", show=False),
        Binding("o", "open_link", show=False),
        Binding("y", "copy_link", show=False),
    ]

    class Shown(Message):
        """Another page is shown."""

    def __init__(self, session: Session, taken: QuizTaken) -> None:
        super().__init__(session.look, id="result")
        self.session = session
        self.taken = taken
        self.trial: dict[str, Answer] = {}
        self._compared_with: date | None = None
        self._in_full = False
        self._kept: Mapping[str, Answer] = {}
        self._run: QuizRun | None = None

    @property
    def title(self) -> str:
        """What the status line says of it."""
        if self.trial:
            return "Quiz: what if"
        return "Quiz: two days compared" if self._compared_with else "Quiz: the result"

    @property
    def hints(self) -> Sequence[KeyHint]:
        """What can be done with the result."""
        if self.trial:
            return (KeyHint("esc", "own answers", "app.back"), KeyHint("v", "keep these", "keep_answers"), WHAT_IF)
        if self._compared_with:
            return (KeyHint("esc", "the result", "app.back"), KeyHint("t", "other day", "compare"))
        go_on = (KeyHint("s", "go on", "go_on"),) if self.leads_on and not self.is_unfinished else ()
        return (*go_on, KeyHint("r", "short" if self._in_full else "reasons", "in_full"), WHAT_IF)

    @property
    def further_hints(self) -> Sequence[KeyHint]:
        """The questions that are left, if any: those that decide, else those that only add to what is listed."""
        if self.is_unfinished:
            return (KeyHint("m", "go on", "more"),)
        return (KeyHint("m", "ask more", "more"),) if self.taken.more else ()

    @property
    def keys_help(self) -> Sequence[tuple[str, str, str]]:
        """The keys of the result that do something now."""
        keys = (key for key in RESULT_KEYS if key[2] != "keep_answers" or self.trial)
        return tuple(GO_ON_KEY if key[2] == "more" and self.is_unfinished else key for key in keys)

    @property
    def is_own(self) -> bool:
        """Whether the result of the own answers, by the rules of the session's day alone, is shown."""
        return not self.trial and not self._compared_with

    @property
    def is_unfinished(self) -> bool:
        """Whether a question that can still change the result was not asked yet."""
        given = self.taken.answers
        result = self.taken.quiz.evaluate(given, self.session.day, changes=False)
        return any(name not in given for name in result.checks)

    # The own answers

    def show_own(self, *, save: bool = False) -> None:
        """Show the result of the own answers, and save it where that is wanted."""
        self.trial, self._compared_with = {}, None
        if save and GOAL in self.taken.answers:
            self.save()
        reader, taken = self.session.reader, self.taken
        self._display(pages.result_page(reader, taken.quiz, taken.result, taken.answers, briefly=not self._in_full))

    def show_again(self) -> None:
        """Show the same by the rules of the session's day."""
        if self.trial:
            self._show_trial()
        elif self._compared_with:
            self._show_compared(self._compared_with)
        else:
            self.show_own()

    def action_in_full(self) -> None:
        """Show the law and the sources behind every condition, or leave them out again."""
        self._in_full = not self._in_full
        self.show_again()

    def _display(self, page: Page) -> None:
        self.show(page)
        self.post_message(self.Shown())

    def back(self) -> bool:
        """Go back to the result of the own answers; False where it is shown."""
        if self.is_own:
            return False
        self.show_own()
        return True

    def forget(self) -> None:
        """Begin another quiz: its result is saved beside the last one."""
        self._run = None

    def reopen(self, run: QuizRun) -> bool:
        """Take saved answers; False where they name something that no longer exists."""
        if not self.taken.restore(run):
            return False
        self._run, self._kept = run, dict(self.taken.answers)
        return True

    def _tell(self, message: View.DataChanged | View.Failed | View.Opened) -> None:
        """Tell the app; a message of the pane's own would end at the view, where the view's handler calls the pane."""
        next(node for node in self.ancestors if isinstance(node, View)).post_message(message)

    def save(self) -> None:
        """Save the answers with their result, in the place of what was saved of the same quiz."""
        if self.taken.answers == self._kept and self._run is not None:
            return
        try:
            self._run = self.taken.save(self.session.tracker, self._run)
            self._kept = dict(self.taken.answers)
        except DataUnavailableError as error:
            self._tell(View.Failed(error))
        self._tell(View.DataChanged())

    def keep_unfinished(self) -> None:
        """Save answers that have no result yet, since the app closes."""
        if self.taken.answers.get(GOAL) and self.taken.answers != self._kept:
            self.save()

    # Going on

    @property
    def leads_on(self) -> Page | None:
        """What the own answers lead to, on a page of its own; None where they lead nowhere, or others are shown."""
        if not self.is_own:
            return None
        following = tuple(pages.go_on_with(self.session.reader, self.taken.result, self.taken.answers))
        return Page(title="Go on with", blocks=following) if following else None

    def go_on(self) -> None:
        """Open what the result leads to, asking which where there are several; without any, all steps."""
        page = self.leads_on
        if page is None:
            self._tell(View.Opened("view", "steps"))
        else:
            pointers.choose(self.app, page, lambda kind, name: self._tell(View.Opened(kind, name)))

    # What if

    def action_what_if(self) -> None:
        """Choose an answer to change, to see what it would do; every other answer stays."""
        from ssw_tui.ui.dialogs.choose import ChooseDialog

        self._compared_with = None
        answers = {**self.taken.answers, **self.trial}
        listed = {**answers, **{name: UNKNOWN for name in self.taken.result.checks if name not in answers}}
        lines = {n: pages.answer_line(self.session.reader, self.taken.quiz, n, a) for n, a in listed.items()}
        rows = [Row(id=name, cells=(line,)) for name, line in lines.items()]
        self.app.push_screen(ChooseDialog("Change which answer, to see what it does?", rows), self._ask_what_if)

    def _ask_what_if(self, name: str | None) -> None:
        if name is None:
            return
        from ssw_tui.ui.dialogs.answer import AnswerDialog

        def take(answer: Answer | None) -> None:
            if answer is not None:
                self._try(name, answer)

        given = {**self.taken.answers, **self.trial}.get(name)
        self.app.push_screen(AnswerDialog(self.taken, self.taken.quiz.questions[name], given), take)

    def _try(self, name: str, answer: Answer) -> None:
        tried = {**self.trial, name: answer}
        self.trial = {key: value for key, value in tried.items() if self.taken.answers.get(key) != value}
        self.show_again()

    def _show_trial(self) -> None:
        from ssw_tui.output.pages.quiz_beside import what_if_page

        reader, taken = self.session.reader, self.taken
        self._display(what_if_page(reader, taken.quiz, taken.answers, self.trial, briefly=not self._in_full))

    def action_keep_answers(self) -> None:
        """Make the answers that were tried the own ones."""
        if self.trial:
            self.taken.start_with({**self.taken.answers, **self.trial})
            self.show_own(save=True)

    # Another day

    def action_compare(self) -> None:
        """Ask for a day by whose rules the same answers are read too."""
        from ssw_tui.ui.dialogs.day import DayDialog

        question = "The same answers are read by the rules of this day too, and what differs is shown."
        self.app.push_screen(DayDialog("Compare with which day?", question), self._compare)

    def _compare(self, day: date | None) -> None:
        if day is not None:
            self.trial, self._compared_with = {}, day
            self.show_again()

    def _show_compared(self, day: date) -> None:
        from ssw_tui.output.pages.quiz_beside import compared_page

        self._display(compared_page(self.session.reader, self.taken.quiz, self.taken.answers, self.session.day, day))

    # Saved, exported

    def action_saved(self) -> None:
        """List the results that were saved."""
        from ssw_tui.ui.dialogs.saved import SavedDialog

        try:
            runs = self.session.tracker.quizzes()
        except DataUnavailableError as error:
            self._tell(View.Failed(error))
            return
        self.app.push_screen(SavedDialog(runs, self._remove), self._open_saved)

    def _open_saved(self, run: QuizRun | None) -> None:
        if run is None:
            return
        if self.reopen(run):
            self.show_own()
        else:
            self.app.notify("These answers were saved by another version and cannot be read any more.", markup=False)

    def _remove(self, run: QuizRun) -> bool:
        try:
            self.session.tracker.remove_quiz(run.id)
        except DataUnavailableError as error:
            self._tell(View.Failed(error))
            return False
        if self._run is not None and self._run.id == run.id:
            self._run = None
        self._tell(View.DataChanged())
        return True

    def action_export(self) -> None:
        """Write what is shown as Markdown."""
        from ssw_tui.ui.files import write_page

        if self.page is not None:
            write_page(self.app, self.page, f"ssw-quiz-{self.session.day.isoformat()}.md")

    def action_open_link(self) -> None:
        """Open a source of the result in the browser."""
        links.choose(self.app, self._with_sources, "Open which source?", links.open_in_browser)

    def action_copy_link(self) -> None:
        """Copy the address of a source of the result."""
        links.choose(self.app, self._with_sources, "Copy which address?", links.copy)

    @property
    def _with_sources(self) -> Page:
        """The result with its sources, whether they are shown or not."""
        return pages.result_page(self.session.reader, self.taken.quiz, self.taken.result, self.taken.answers)
