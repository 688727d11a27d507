"""The quiz to read: a result with its reasons, a question, all questions."""

from collections.abc import Iterable, Iterator, Mapping

from ssw_tui.advice.answers import State, Verdict
from ssw_tui.advice.changes import Change
from ssw_tui.advice.eligibility import Quiz, Result
from ssw_tui.output.page import Block, Heading, Item, Page, Paragraph, Sign, Tone
from ssw_tui.output.pages.common import SURENESS, say_day
from ssw_tui.output.quiz import options_of, say_answer
from ssw_tui.reader import Reader
from ssw_tui.records.quiz import Effect, Question, Row, VerdictText
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


def result_page(reader: Reader, quiz: Quiz, result: Result) -> Page:
    """Give a result: the verdict, what is missing, what is met, what is not known, the shortest way, what is next."""
    return Page(title=f"Result, as of {say_day(result.day)}", blocks=tuple(_result(reader, quiz, result)))


def question_page(reader: Reader, quiz: Quiz, question: Question) -> Page:
    """Give a question with what can be answered."""
    return Page(title=reader.say(question.prompt), blocks=tuple(_question(reader, quiz, question)))


def questions_page(reader: Reader, quiz: Quiz) -> Page:
    """Give all questions, a line each."""
    items = (Item(reader.say(q.prompt), note=f"id: {q.id}  {q.kind}") for q in quiz.questions.values())
    return Page(title=f"Questions: {len(quiz.questions)}", blocks=tuple(items))


def _result(reader: Reader, quiz: Quiz, result: Result) -> Iterator[Block]:
    said = reader.library.all(VerdictText)[result.verdict.value]
    yield Item(said.title, SIGN_OF[result.verdict], tone=Tone.STRONG)
    yield Paragraph(reader.say(said.text))
    if result.verdict is Verdict.CHECK:
        titles = [reader.library.all(VerdictText)[verdict.value].title for verdict in result.possible]
        yield Paragraph(f"Possible: {', '.join(titles)}.")
    yield from _rows(reader, "Ask about this", result.asks, Sign.UNKNOWN)
    yield from _rows(reader, "Stands against it", result.blocks, Sign.MISSING)
    yield from _rows(reader, "Missing", result.gaps, Sign.MISSING)
    yield from _rows(reader, "Ways", result.outcomes, Sign.BULLET)
    yield from _reasons(reader, quiz, result)
    yield from _changes(reader, quiz, result.changes)
    yield from _rows(reader, "Look out for", result.warnings, Sign.ATTENTION)
    yield from _rows(reader, "Good to know", result.notes, Sign.BULLET)
    yield from _next(reader, result)


def _rows(reader: Reader, heading: str, rows: Iterable[Row], sign: Sign) -> Iterator[Block]:
    listed = list(rows)
    if listed:
        yield Heading(heading)
    for row in listed:
        yield Item(reader.say(row.text), sign, note=_basis(row))


def _basis(row: Row) -> str:
    parts = [f"rule {row.rules[0]}"] if row.rules else []
    if row.since:
        parts.append(f"since {say_day(row.since)}")
    if row.planned:
        parts.append("planned, not yet law")
    if row.confidence is not Confidence.HIGH:
        parts.append(SURENESS[row.confidence])
    return ", ".join(parts)


def _reasons(reader: Reader, quiz: Quiz, result: Result) -> Iterator[Block]:
    met = [r for r in result.reasons if r.state is State.MET and r.row.effect is not Effect.OUTCOME]
    if met:
        yield Heading("Met")
    for reason in met:
        yield Item(reader.say(reason.text), Sign.MET)
    unknown = [reason for reason in result.reasons if reason.state is State.UNKNOWN]
    if unknown:
        yield Heading("Not known")
    for reason in unknown:
        asked = ", ".join(reader.say(quiz.questions[name].title) for name in reason.answers)
        yield Item(reader.say(reason.text), Sign.UNKNOWN, note=f"depends on: {asked}")


def _changes(reader: Reader, quiz: Quiz, changes: Iterable[Change]) -> Iterator[Block]:
    listed = list(changes)
    if listed:
        yield Heading("Shortest way")
    for change in listed:
        if change.wait_until:
            yield Item(f"Wait until {say_day(change.wait_until)}: from then on these answers meet the conditions.")
        for name, answer in change.set:
            title = reader.say(quiz.questions[name].title)
            yield Item(f"{title}: {say_answer(quiz, name, answer, reader.say)}")


def _next(reader: Reader, result: Result) -> Iterator[Block]:
    asked = [*result.checks, *result.optional]
    if result.next:
        yield Heading("Go on with")
    for procedure in result.next:
        yield Item(f"ssw-tui procedures {procedure}")
    if result.checks:
        yield Heading("Find out")
        yield Paragraph(f"These answers can still change the result: {', '.join(result.checks)}.")
    elif asked:
        yield Paragraph(f"These answers would not change the result: {', '.join(asked)}.", Tone.QUIET)


def _question(reader: Reader, quiz: Quiz, question: Question) -> Iterator[Block]:
    yield Paragraph(reader.say(question.why), Tone.QUIET)
    for option in options_of(quiz, question):
        note = f"{option.id}  {reader.say(option.hint)}" if option.hint else option.id
        yield Item(reader.say(option.label), note=note)
    if question.unit:
        yield Item(f"a number of {question.unit}")
    yield Item("I don't know", note="unknown")
