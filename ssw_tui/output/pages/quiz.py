"""The quiz to read: a result with its reasons, a question, all questions."""

from collections.abc import Iterable, Iterator, Mapping

from ssw_tui.advice.answers import GOAL, UNKNOWN, Answer, Answers, State, Verdict
from ssw_tui.advice.changes import Change
from ssw_tui.advice.eligibility import Quiz, Result
from ssw_tui.output.page import Block, Heading, Item, Page, Paragraph, Sign, Tone
from ssw_tui.output.pages.common import SURENESS, say_day, say_time, sources
from ssw_tui.output.quiz import options_of, say_answer
from ssw_tui.reader import Reader
from ssw_tui.records.quiz import Effect, Question, Row, VerdictText
from ssw_tui.records.rule import Rule
from ssw_tui.records.source import Source
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
MISSING_TESTS = frozenset({"skills-test", "japanese-a2", "japanese-n3", "care-japanese", "no2-test", "no2-experience"})
"""What is missing where the page of the field says which tests there are."""
MISSING_HOME_PAPERS = frozenset({"home-paper", "home-steps"})
"""What is missing where the page of the own country says how to get it."""
FIELD_CLOSED = "WAIT-FIELD"
"""The code of what is said of a field that takes nobody in for now: its tests lead nowhere."""
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


def result_page(
    reader: Reader, quiz: Quiz, result: Result, answers: Answers | None = None, *, briefly: bool = False
) -> Page:
    """Give a result: the verdict, what stands against it, what is missing, the smallest way, what is met.

    Args:
        reader: the content as of a day.
        quiz: the quiz.
        result: what the answers come to.
        answers: the answers, where they are to be listed too.
        briefly: whether the law and the sources are left out.
    """
    verdict = reader.library.all(VerdictText)[result.verdict]
    blocks = [
        *_result(reader, quiz, result, answers or {}, briefly=briefly),
        *_reasons(reader, quiz, result, briefly=briefly),
        *_beside(reader, result, briefly=briefly),
    ]
    if answers:
        blocks.append(Heading("Your answers"))
    blocks += (Item(answer_line(reader, quiz, question, answer)) for question, answer in (answers or {}).items())
    blocks += _not_asked(reader, quiz, result, answers or {})
    if not briefly:
        decided = [reason.row for reason in result.reasons]
        blocks += sources(reader, (*result.asks, *result.blocks, *result.gaps, *decided))
    return Page(title=verdict.title, blocks=tuple(blocks))


def why_page(reader: Reader, question: Question) -> Page:
    """Give why a question is asked: in a sentence, the rules it is asked for, and where they stand."""
    from ssw_tui.output.pages.reference import rule_note

    rules = [reader.library.all(Rule)[rule] for rule in question.rules]
    items = (Item(f"{rule.title}: {reader.say(rule.text, rule)}", note=rule_note(rule)) for rule in rules)
    blocks = (Paragraph(reader.say(question.why)), Heading("Rules"), *items, *sources(reader, rules))
    return Page(title="Why we ask", blocks=blocks)


def question_page(reader: Reader, quiz: Quiz, question: Question) -> Page:
    """Give a question with what can be answered."""
    return Page(title=reader.say(question.prompt), blocks=tuple(_question(reader, quiz, question)))


def questions_page(reader: Reader, quiz: Quiz) -> Page:
    """Give all questions, a line each."""
    items = (Item(reader.say(q.prompt), note=f"id: {q.id}  {q.kind}") for q in quiz.questions.values())
    return Page(title=f"Questions: {len(quiz.questions)}", blocks=tuple(items))


def _result(reader: Reader, quiz: Quiz, result: Result, answers: Answers, *, briefly: bool) -> Iterator[Block]:
    said = reader.library.all(VerdictText)[result.verdict]
    yield Item(reader.say(said.text), SIGN_OF[result.verdict], tone=Tone.STRONG)
    goal = say_answer(quiz, GOAL, result.goal, reader.say) if result.goal else "No goal is chosen yet"
    yield Paragraph(f"{goal}, by the rules as of {say_day(result.day)}.", Tone.QUIET)
    ways = [row for row in result.outcomes if row.effect is Effect.OUTCOME]
    waits = [row for row in result.outcomes if row not in ways]
    if result.checks:
        words = [reader.library.all(VerdictText)[verdict].title.lower() for verdict in result.possible]
        yield Paragraph(f"The result can still be: {' or '.join(words)}.")
    # What holds whatever else is answered or missing comes first: nobody learns for a field that is closed.
    yield from _rows(reader, "For now", waits, Sign.ATTENTION, briefly=briefly)
    yield from _open(reader, quiz, result)
    for heading, rows, sign in (
        ("Ask about this", result.asks, Sign.UNKNOWN),
        ("Stands against it", result.blocks, Sign.MISSING),
        ("Missing", result.gaps, Sign.MISSING),
        ("Ways", ways, Sign.MET),
    ):
        yield from _rows(reader, heading, rows, sign, briefly=briefly)
    yield from _changes(reader, quiz, result.changes)
    following = list(go_on_with(reader, result, answers))
    if following:
        yield Heading("Go on with")
        yield from following


def go_on_with(reader: Reader, result: Result, answers: Answers) -> Iterator[Item]:
    """Give where to go on: the steps that a result leads to, the field's tests and the own country's papers if missing.

    Args:
        reader: the content as of a day.
        result: what the answers come to.
        answers: the answers, which name the field and the country.
    """
    from ssw_tui.records.field import Field
    from ssw_tui.records.procedure import Procedure

    missing = frozenset() if result.blocks or result.asks else {row.code for row in result.gaps}
    for name in result.next:
        procedure = reader.library.one(Procedure, name)
        if procedure is not None:
            yield Item(procedure.title, command=f"ssw-tui procedures {name}", opens=("procedure", name))
    if any(row.code == FIELD_CLOSED for row in result.outcomes):
        yield Item("Fields that take new workers now", command="ssw-tui fields --open", opens=("view", "fields"))
        missing -= MISSING_TESTS
    field = reader.library.all(Field).get(str(answers.get("field"))) if missing & MISSING_TESTS else None
    if field is not None:
        text = f"{field.name}: its tests and conditions"
        yield Item(text, command=f"ssw-tui fields {field.id}", opens=("field", field.id))
    if missing & MISSING_HOME_PAPERS:
        yield from _home_country(reader, answers.get("passport"))


def _home_country(reader: Reader, code: Answer | None) -> Iterator[Item]:
    from ssw_tui.records.home_country import HomeCountry

    for country in reader.library.all(HomeCountry).values():
        if country.code and country.code == code:
            text = f"{country.name}: what it asks of its people"
            yield Item(text, command=f"ssw-tui home-countries {country.id}", opens=("home-country", country.id))


def _beside(reader: Reader, result: Result, *, briefly: bool) -> Iterator[Block]:
    for heading, rows, sign in (
        ("Look out for", [row for row in result.warnings if not row.planned], Sign.ATTENTION),
        ("Planned to change", [row for row in result.warnings if row.planned], Sign.ATTENTION),
        ("Good to know", result.notes, Sign.BULLET),
    ):
        yield from _rows(reader, heading, rows, sign, briefly=briefly)


def _open(reader: Reader, quiz: Quiz, result: Result) -> Iterator[Block]:
    if result.checks:
        yield Heading("Find out")
        yield from (Item(reader.say(quiz.questions[name].title), Sign.UNKNOWN) for name in result.checks)


def _not_asked(reader: Reader, quiz: Quiz, result: Result, answers: Answers) -> Iterator[Block]:
    more = [reader.say(quiz.questions[name].title) for name in result.optional if name not in answers]
    if more and not result.checks:
        yield Heading("Not asked")
        yield Paragraph(f"{'; '.join(more)}. That cannot change the result; it can add to what is listed.", Tone.QUIET)


def _rows(reader: Reader, heading: str, rows: Iterable[Row], sign: Sign, *, briefly: bool) -> Iterator[Block]:
    listed = list(rows)
    if listed:
        yield Heading(heading)
    for row in listed:
        yield Item(reader.say(row.text, row), sign, note=_basis(reader, row, briefly=briefly))


def _basis(reader: Reader, row: Row, *, briefly: bool) -> str:
    titles = [f"rule: {reader.library.all(Rule)[rule].title}" for rule in row.rules[:1]]
    return "; ".join((*titles, *(_how_sure(row) if briefly else filter(None, [_law(reader, row)]))))


def _law(reader: Reader, row: Row) -> str:
    parts = [reader.library.all(Rule)[rule].legal_basis or "" for rule in row.rules[:1]]
    parts += _how_sure(row)
    if row.sources:
        parts.append(f"source: {reader.library.all(Source)[row.sources[0]].publisher}")
    return "; ".join(part for part in parts if part)


def _how_sure(row: Row) -> Iterator[str]:
    """Say when it holds and how sure it is, where that is less than always and surely."""
    if row.since or row.planned:
        yield say_time(row)
    if row.confidence is not Confidence.HIGH:
        yield SURENESS[row.confidence]


def _reasons(reader: Reader, quiz: Quiz, result: Result, *, briefly: bool) -> Iterator[Block]:
    met = [r for r in result.reasons if r.state is State.MET and r.row.effect is not Effect.OUTCOME]
    if met:
        yield Heading("Met")
    for reason in met:
        note = "" if briefly else _law(reader, reason.row)
        yield Item(reader.say(reason.text, reason.row), Sign.MET, note=note)
    unknown = [reason for reason in result.reasons if reason.state is State.UNKNOWN]
    if unknown:
        yield Heading("Not known")
    for reason in unknown:
        asked = ", ".join(reader.say(quiz.questions[name].title) for name in reason.answers)
        note = f"depends on: {asked}" if briefly else f"depends on: {asked}; {_law(reader, reason.row)}"
        yield Item(reader.say(reason.text, reason.row), Sign.UNKNOWN, note=note)


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
