"""One question asked again over a result."""

from textual import on
from textual.app import ComposeResult
from textual.containers import Container
from textual.widgets import Static

from ssw_tui.advice.answers import Answer
from ssw_tui.output.quiz_taken import QuizTaken
from ssw_tui.records.quiz import Question
from ssw_tui.ui.dialogs.frame import Dialog
from ssw_tui.ui.views.asking import AskingPane


class AnswerDialog(Dialog[Answer]):
    """Gives another answer to a question."""

    DEFAULT_CSS = "AnswerDialog > .box { max-height: 22; }"

    def __init__(self, taken: QuizTaken, question: Question, given: Answer | None) -> None:
        super().__init__()
        self.question = question
        self.given = given
        self.pane = AskingPane(taken)

    def compose(self) -> ComposeResult:
        """Lay out the question."""
        with Container(classes="box") as box:
            box.border_title = "What if?"
            yield self.pane
            yield Static("enter: see the result with this answer   escape: leave it as it is", classes="quiet")

    def on_mount(self) -> None:
        """Ask, with the focus on the answer that was given."""
        self.pane.ask(self.question, self.given)
        self.call_after_refresh(self.pane.where_to_answer.focus)

    @on(AskingPane.Answered)
    def _answered(self, event: AskingPane.Answered) -> None:
        event.stop()
        self.dismiss(event.answers[self.question.id])
