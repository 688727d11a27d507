"""One question asked again over a result."""

from textual import on
from textual.app import ComposeResult

from ssw_tui.advice.answers import Answer
from ssw_tui.output.quiz_taken import QuizTaken
from ssw_tui.records.quiz import Question
from ssw_tui.ui.dialogs.frame import Dialog
from ssw_tui.ui.views.asking import AskingPane


class AnswerDialog(Dialog[Answer]):
    """Gives another answer to a question."""

    DEFAULT_CSS = "AnswerDialog > .box { max-height: 22; }"
    heading = "What if?"
    keys = "enter: see the result with this answer   escape: leave it as it is"
    is_small = False

    def __init__(self, taken: QuizTaken, question: Question, given: Answer | None) -> None:
        super().__init__()
        self.question = question
        self.given = given
        self.pane = AskingPane(taken)

    def body(self) -> ComposeResult:
        """Lay out the question."""
        yield self.pane

    def on_mount(self) -> None:
        """Ask, with the focus on the answer that was given."""
        self.pane.ask(self.question, self.given)
        self.call_after_refresh(self.pane.where_to_answer.focus)

    @on(AskingPane.Answered)
    def _answered(self, event: AskingPane.Answered) -> None:
        event.stop()
        self.dismiss(event.answers[self.question.id])
