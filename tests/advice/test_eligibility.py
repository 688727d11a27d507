"""The engine against the plainest reading of the same rows: complete answers, open answers, what is listed."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import product
from random import Random
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ssw_tui.advice.answers import GOAL, ORDER, STOPS, UNKNOWN, Answer, State, Verdict
from ssw_tui.advice.eligibility import OUTCOMES, Quiz, Result
from ssw_tui.library import Library
from ssw_tui.locations import content_folder
from ssw_tui.records.quiz import Effect
from tests.advice.people import TODAY, anybody, codes, person, possible_answers, without
from tests.advice.plain_reading import PlainReading

QUIZ = Quiz.of(Library(content_folder()))
GOALS = QUIZ.goals
DAYS = [date(2019, 4, 1), date(2024, 10, 1), date(2025, 9, 30), date(2026, 1, 22), TODAY, date(2027, 4, 1)]
SOMEBODY = st.sampled_from(GOALS).flatmap(lambda goal: anybody(QUIZ, goal))


@settings(max_examples=300, deadline=None, derandomize=True)
@given(SOMEBODY, st.sampled_from(DAYS))
def test_complete_answers_come_to_what_the_rows_say(answers: dict[str, Answer], day: date) -> None:
    plain = PlainReading(QUIZ, answers, day)
    striking = plain.striking()

    result = QUIZ.evaluate(answers, day, changes=False)

    assert (result.verdict, result.possible) == (plain.verdict(), (plain.verdict(),))
    assert result.checks == result.optional == ()
    for effect, rows in [
        (Effect.GAP, result.gaps),
        (Effect.BLOCK, result.blocks),
        (Effect.ASK, result.asks),
        (Effect.WARNING, result.warnings),
        (Effect.NOTE, result.notes),
    ]:
        assert codes(rows) == {row.code for row in striking if row.effect is effect}
    stopped = plain.verdict() in STOPS
    ways = [row for row in striking if row.effect in OUTCOMES and not (stopped and not row.stands_beside_stops)]
    assert codes(result.outcomes) == {row.code for row in ways}


def ways_to_fill_in(answers: dict[str, Answer], opened: list[str]) -> Iterator[dict[str, Answer]]:
    for filled in product(*(possible_answers(QUIZ, name) for name in opened)):
        yield {**answers, **dict(zip(opened, filled, strict=True))}


def brute_force(answers: dict[str, Answer], opened: list[str], day: date) -> tuple[set[Verdict], set[str]]:
    """Give the verdicts of every way of filling in, and the questions that alone make a difference to one."""
    verdicts = {
        tuple(full[name] for name in opened): PlainReading(QUIZ, full, day).verdict()
        for full in ways_to_fill_in(answers, opened)
    }
    checks = set()
    for place, name in enumerate(opened):
        lines: dict[tuple[Answer, ...], set[Verdict]] = {}
        for filled, verdict in verdicts.items():
            lines.setdefault((*filled[:place], *filled[place + 1 :]), set()).add(verdict)
        if any(len(line) > 1 for line in lines.values()):
            checks.add(name)
    return set(verdicts.values()), checks


@settings(max_examples=60, deadline=None, derandomize=True)
@given(SOMEBODY, st.sampled_from([TODAY, date(2027, 4, 1)]), st.randoms(use_true_random=False))
def test_possible_and_checks_are_those_of_every_way_of_filling_in(
    answers: dict[str, Answer], day: date, random: Random
) -> None:
    goal = str(answers[GOAL])
    asked = [q.id for q in QUIZ.questions_for(goal) if q.id != GOAL and len(possible_answers(QUIZ, q.id)) < 12]
    opened = random.sample(asked, min(2, len(asked)))

    result = QUIZ.evaluate(without(answers, *opened), day, changes=False)

    verdicts, checks = brute_force(answers, opened, day)
    assert set(result.possible) == verdicts
    assert set(result.checks) == checks


@pytest.mark.parametrize(
    ("goal", "known", "opened"),
    [
        ("no1", {}, ["field", "category", "japanese"]),
        ("no1", {"skills-test": "not-passed"}, ["training-length", "training-result", "training-related", "japanese"]),
        ("no1", {"field": "nursing-care"}, ["care-japanese", "care-background", "training-related", "japanese"]),
        ("no1", {}, ["location", "status", "dues"]),
        ("no1", {"location": "in-japan"}, ["stay-ends", "application-pending", "attendance"]),
        ("change-field", {}, ["status", "field"]),
        ("change-employer", {}, ["status", "employer-event", "current-field", "offer"]),
        ("permanent-residence", {}, ["years-in-japan", "counted-work-years", "card-period"]),
    ],
)
def test_open_questions_that_belong_together(goal: str, known: dict[str, str], opened: list[str]) -> None:
    answers = person(goal, known)

    result = QUIZ.evaluate(without(answers, *opened), TODAY, changes=False)

    verdicts, checks = brute_force(answers, opened, TODAY)
    assert (set(result.possible), set(result.checks)) == (verdicts, checks)


@pytest.mark.parametrize(
    ("known", "opened", "possible", "checks"),
    [
        ({"no1-months": 50}, ["leave-sick-months", "leave-notified"], {"meets"}, set()),
        ({"no1-months": 61}, ["leave-sick-months"], {"meets", "not-possible"}, {"leave-sick-months"}),
        ({"no1-months": 73}, ["leave-sick-months"], {"ask", "not-possible"}, {"leave-sick-months"}),
        (
            {"no1-months": 80, "leave-parental-months": 5},
            ["leave-sick-months"],
            {"ask", "not-possible"},
            {"leave-sick-months"},
        ),
        ({"no1-months": 61, "leave-notified": "no"}, ["leave-sick-months"], {"not-possible"}, set()),
        ({"no1-months": 61}, ["leave-notified"], {"not-possible"}, set()),
        (
            {"no1-months": 61, "leave-parental-months": 3},
            ["leave-notified"],
            {"meets", "not-possible"},
            {"leave-notified"},
        ),
        ({"leave-parental-months": 3}, ["no1-months"], {"meets", "not-possible"}, {"no1-months"}),
        ({"leave-sick-months": 13}, ["no1-months"], {"meets", "not-possible", "ask"}, {"no1-months"}),
        (
            {"no1-months": 61},
            ["leave-parental-months", "leave-notified"],
            {"meets", "not-possible"},
            {"leave-parental-months", "leave-notified"},
        ),
    ],
)
def test_open_numbers_of_the_total(
    known: dict[str, object], opened: list[str], possible: set[str], checks: set[str]
) -> None:
    answers = person("extend", {"no2-test": "not-taken", **known})

    result = QUIZ.evaluate(without(answers, *opened), TODAY, changes=False)

    assert {verdict.value for verdict in result.possible} == possible
    assert set(result.checks) == checks


@settings(max_examples=150, deadline=None, derandomize=True)
@given(SOMEBODY, st.sampled_from(DAYS), st.randoms(use_true_random=False))
def test_filling_in_an_open_answer_never_leaves_what_was_possible(
    answers: dict[str, Answer], day: date, random: Random
) -> None:
    names = [name for name in answers if name != GOAL]
    opened = random.sample(names, random.randint(1, len(names)))
    before = QUIZ.evaluate(without(answers, *opened), day, changes=False)

    for name in random.sample(opened, len(opened)):
        opened.remove(name)
        after = QUIZ.evaluate(without(answers, *opened), day, changes=False)
        assert set(after.possible) <= set(before.possible)
        assert codes(before.gaps) <= codes(after.gaps)
        assert codes(before.blocks) <= codes(after.blocks)
        assert name in before.checks or after.possible == before.possible
        assert_is_sound(after)
        before = after


def assert_is_sound(result: Result) -> None:
    """Hold what holds of every result."""
    assert (result.verdict is Verdict.CHECK) is (len(result.possible) > 1)
    assert bool(result.checks) is (len(result.possible) > 1)
    assert list(result.possible) == [verdict for verdict in ORDER if verdict in result.possible]
    for rows in (result.outcomes, result.gaps, result.blocks):
        assert max(Counter(row.code for row in rows).values(), default=1) == 1
    if STOPS & set(result.possible):
        assert result.next == ()
        assert all(row.stands_beside_stops for row in result.outcomes)
    assert set(result.checks).isdisjoint(result.optional)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(SOMEBODY, st.sampled_from(DAYS))
def test_reasons_name_every_rule_that_decided(answers: dict[str, Answer], day: date) -> None:
    result = QUIZ.evaluate(answers, day, changes=False)

    unmet = {reason.row.id for reason in result.reasons if reason.state is State.UNMET}
    assert {row.id for row in (*result.gaps, *result.blocks, *result.asks)} <= unmet
    assert (unmet == set()) is (result.verdict is Verdict.MEETS)
    for reason in result.reasons:
        assert reason.row.rules
        assert set(reason.answers) <= set(answers)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(SOMEBODY)
def test_the_answers_of_a_reason_alone_show_it(answers: dict[str, Answer]) -> None:
    result = QUIZ.evaluate(answers, TODAY, changes=False)

    for reason in result.reasons:
        enough = {GOAL: answers[GOAL], **{name: answers[name] for name in reason.answers}}
        again = QUIZ.evaluate(enough, TODAY, changes=False)
        same = [other for other in again.reasons if other.row is reason.row]
        if reason.row.effect is not Effect.OUTCOME or reason.row.stands_beside_stops:
            assert [other.state for other in same] in ([reason.state], [])


def test_a_reason_names_the_evidence_and_not_what_stands_around_it() -> None:
    result = QUIZ.evaluate(person("no1"), TODAY)
    reason = next(reason for reason in result.reasons if reason.row.code == "japanese-a2")

    assert (reason.state, reason.answers, reason.row.rules[0]) == (State.MET, ("japanese",), "japanese-a2")


def test_an_unknown_condition_names_what_is_still_open() -> None:
    result = QUIZ.evaluate(without(person("no1"), "japanese", "health"), TODAY)
    unknown = {reason.row.code: reason.answers for reason in result.reasons if reason.state is State.UNKNOWN}

    assert unknown["japanese-a2"] == ("japanese",)
    assert unknown["medical-check"] == ("health",)


def test_unknown_is_the_same_as_no_answer() -> None:
    answers = person("no1")

    left_out = QUIZ.evaluate(without(answers, "japanese"), TODAY)

    assert QUIZ.evaluate({**answers, "japanese": UNKNOWN}, TODAY) == left_out
    assert left_out.verdict is Verdict.CHECK


def test_a_gap_that_holds_either_way_is_listed_while_its_row_is_open() -> None:
    answers = person("no1", {"field": "railway", "category": "railway-transport-staff", "japanese": "n5"})
    by_field = {**answers, "field": "automobile-transportation", "category": "taxi-driver"}

    open_job = QUIZ.evaluate(without(answers, "category"), TODAY)

    assert codes(QUIZ.evaluate(answers, TODAY).gaps) == codes(QUIZ.evaluate(by_field, TODAY).gaps) == {"japanese-n3"}
    assert codes(open_job.gaps) == set()
    assert Verdict.NOT_YET in open_job.possible


def test_while_the_goal_is_open_every_verdict_of_every_goal_is_possible() -> None:
    result = QUIZ.evaluate({}, TODAY)

    assert result.goal is None
    assert result.possible == ORDER
    assert result.checks[0] == GOAL


def test_numbers_may_be_whole() -> None:
    assert QUIZ.evaluate({**person("extend"), "no1-months": 60}, TODAY).verdict is Verdict.NOT_POSSIBLE


def test_nothing_is_promised() -> None:
    said = " ".join(f"{row.title} {row.text}".lower() for row in QUIZ.rows.values())

    for promise in ("you are eligible", "you will get", "guarantee", "you qualify"):
        assert promise not in said


def test_a_goal_is_compiled_and_answered_in_little_time() -> None:
    quiz = Quiz.of(Library(content_folder()))
    started = perf_counter()
    quiz.evaluate({GOAL: "no1"}, TODAY, changes=False)

    assert perf_counter() - started < 1, "ten times what it takes on a slow machine"
    assert len(quiz.plan("no1", TODAY).diagrams) < 5_000
