"""The quiz to read: a result with its reasons, a question, all questions."""

from collections.abc import Iterable, Iterator, Mapping

from ssw_tui.advice.answers import GOAL, UNKNOWN, Answer, Answers, State, Verdict
from ssw_tui.advice.changes import Change
from ssw_tui.advice.eligibility import Quiz, Result
from ssw_tui.output.page import Block, Heading, Item, Page, Paragraph, Sign, Tone
from ssw_tui.output.pages.common import SURENESS, say_day, say_time, sources
from ssw_tui.output.quiz import options_of, say_answer
from ssw_tui.reader import Reader
from ssw_tui.records.procedure import Procedure
from ssw_tui.records.quiz import Effect, Question, Row, VerdictText
from ssw_tui.records.rule import Rule
from ssw_tui.records.statement import Confidence

SIGN_OF: Mapping[Verdict, Sign] = {
    Verdict.MEETS: Sign.MET,
    Verdict.NOT_NEEDED: Sign.MET,
    Verdict.NOT_YET: Sign.ATTENTION,
    Verdict.WAIT: Sign.ATTENTION,
    Verdict.NOT_POSSIBLE: Sign.MISSING,
    Verdict.ASK: Sign.UNKNOWN,
    Verdict.CHECK: Sign.UNKNOWN,
}
MOST_CHANGES = 4
SHORT = 10
"""A label up to this length, such as "Yes", needs its question beside it."""


def answer_line(reader: Reader, quiz: Quiz, question: str, answer: Answer) -> str:
    """Say a question and its answer as a person reads them."""
    return f"{reader.say(quiz.questions[question].title)}: {say_answer(quiz, question, answer, reader.say)}"


def short_answer(reader: Reader, quiz: Quiz, question: str, answer: Answer) -> str:
    """Say an answer in a few words: without the Japanese, and without the question where the words are enough."""
    said = answer_line(reader, quiz, question, answer).split(" (")[0]
    label = said.partition(": ")[2]
    return label if len(label) > SHORT and isinstance(answer, str) and answer != UNKNOWN else said


def result_page(reader: Reader, quiz: Quiz, result: Result, answers: Answers | None = None) -> Page:
    """Give a result: the verdict, what stands against it, what is missing, the smallest way, what is met.

    Args:
        reader: the content as of a day.
        quiz: the quiz.
        result: what the answers come to.
        answers: the answers, where they are to be listed too.
    """
    verdict = reader.library.all(VerdictText)[result.verdict]
    return Page(title=verdict.title, blocks=tuple(_result(reader, quiz, result, answers or {})))


def question_page(reader: Reader, quiz: Quiz, question: Question) -> Page:
    """Give a question with what can be answered."""
    return Page(title=reader.say(question.prompt), blocks=tuple(_question(reader, quiz, question)))


def questions_page(reader: Reader, quiz: Quiz) -> Page:
    """Give all questions, a line each."""
    items = (Item(reader.say(q.prompt), note=f"id: {q.id}  {q.kind}") for q in quiz.questions.values())
    return Page(title=f"Questions: {len(quiz.questions)}", blocks=tuple(items))


def _result(reader: Reader, quiz: Quiz, result: Result, answers: Answers) -> Iterator[Block]:
    said = reader.library.all(VerdictText)[result.verdict]
    yield Item(reader.say(said.text), SIGN_OF[result.verdict], tone=Tone.STRONG)
    goal = say_answer(quiz, GOAL, result.goal, reader.say) if result.goal else "No goal is chosen yet"
    yield Paragraph(f"{goal}, by the rules as of {say_day(result.day)}.", Tone.QUIET)
    yield from _open(reader, quiz, result, answers)
    yield from _rows(reader, "Ask about this", result.asks, Sign.UNKNOWN)
    yield from _rows(reader, "Stands against it", result.blocks, Sign.MISSING)
    yield from _rows(reader, "Missing", result.gaps, Sign.MISSING)
    yield from _rows(reader, "Ways", result.outcomes, Sign.MET)
    yield from _changes(reader, quiz, result.changes)
    if result.next:
        yield Heading("Go on with")
    for procedure in result.next:
        yield Item(reader.library.all(Procedure)[procedure].title, note=f"ssw-tui procedures {procedure}")
    yield from _rows(reader, "Look out for", result.warnings, Sign.ATTENTION)
    yield from _rows(reader, "Good to know", result.notes, Sign.BULLET)
    yield from _reasons(reader, quiz, result)
    if answers:
        yield Heading("Your answers")
    yield from (Item(answer_line(reader, quiz, question, answer)) for question, answer in answers.items())
    decided = [reason.row for reason in result.reasons]
    yield from sources(reader, (*result.asks, *result.blocks, *result.gaps, *decided))


def _open(reader: Reader, quiz: Quiz, result: Result, answers: Answers) -> Iterator[Block]:
    if result.checks:
        words = [reader.library.all(VerdictText)[verdict].title.lower() for verdict in result.possible]
        yield Paragraph(f"Still possible: {', '.join(words)}.")
        yield Heading("Find out")
        yield from (Item(reader.say(quiz.questions[name].title), Sign.UNKNOWN) for name in result.checks)
        return
    more = [reader.say(quiz.questions[name].title) for name in result.optional if name not in answers]
    if more:
        yield Paragraph(
            f"Not asked, since it cannot change the result: {', '.join(more)}. It can add to what is listed."
        )


def _rows(reader: Reader, heading: str, rows: Iterable[Row], sign: Sign) -> Iterator[Block]:
    listed = list(rows)
    if listed:
        yield Heading(heading)
    for row in listed:
        yield Item(reader.say(row.text, row), sign, note=_basis(reader, row))


def _basis(reader: Reader, row: Row) -> str:
    rules = [reader.library.all(Rule)[rule] for rule in row.rules[:1]]
    parts = [f"rule: {rule.title}" + (f", {rule.legal_basis}" if rule.legal_basis else "") for rule in rules]
    if row.since or row.planned:
        parts.append(say_time(row))
    if row.confidence is not Confidence.HIGH:
        parts.append(SURENESS[row.confidence])
    return "; ".join(parts)


def _reasons(reader: Reader, quiz: Quiz, result: Result) -> Iterator[Block]:
    met = [r for r in result.reasons if r.state is State.MET and r.row.effect is not Effect.OUTCOME]
    if met:
        yield Heading("Met")
    for reason in met:
        rules = [reader.library.all(Rule)[rule].title for rule in reason.row.rules[:1]]
        yield Item(reader.say(reason.text, reason.row), Sign.MET, note=f"rule: {rules[0]}" if rules else "")
    unknown = [reason for reason in result.reasons if reason.state is State.UNKNOWN]
    if unknown:
        yield Heading("Not known")
    for reason in unknown:
        asked = ", ".join(reader.say(quiz.questions[name].title) for name in reason.answers)
        yield Item(reader.say(reason.text, reason.row), Sign.UNKNOWN, note=f"depends on: {asked}")


def _changes(reader: Reader, quiz: Quiz, changes: tuple[Change, ...]) -> Iterator[Block]:
    if changes:
        yield Heading("The smallest ways to meet the conditions" if len(changes) > 1 else "The smallest way")
    for change in changes[:MOST_CHANGES]:
        parts = [answer_line(reader, quiz, name, answer) for name, answer in change.set]
        if change.wait_until:
            parts.append(f"wait until {say_day(change.wait_until)}")
        yield Item("; and ".join(parts))


def _question(reader: Reader, quiz: Quiz, question: Question) -> Iterator[Block]:
    yield Paragraph(reader.say(question.why), Tone.QUIET)
    for option in options_of(quiz, question):
        note = f"{option.id}  {reader.say(option.hint)}" if option.hint else option.id
        yield Item(reader.say(option.label), note=note)
    if question.unit:
        yield Item(f"a number of {question.unit}")
    yield Item("I don't know", note="unknown")
