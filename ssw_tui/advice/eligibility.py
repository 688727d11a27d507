"""The quiz: from answers and a day to a verdict, what it rests on, and what would change it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Protocol, TypeVar

from attrs import frozen

from ssw_tui.advice.answers import GOAL, ORDER, STOPS, Answer, Answers, Verdict, given
from ssw_tui.advice.changes import Change, smallest_changes
from ssw_tui.advice.interview import questions_by_goal
from ssw_tui.advice.plan import RANK_OF, Finding, Plan, Reason
from ssw_tui.advice.vocabulary import Vocabulary
from ssw_tui.advice.waiting import days_of_change, may_lapse
from ssw_tui.records.field import Field
from ssw_tui.records.quiz import Definition, Effect, Quantity, Question, Row

R = TypeVar("R")

OUTCOMES = frozenset({Effect.OUTCOME, Effect.WAIT, Effect.NOT_NEEDED})
"""The effects whose codes are outcomes."""


class Records(Protocol):
    """Whatever gives records by their class: the library."""

    def all(self, record: type[R]) -> Mapping[str, R]:
        """Give every record of a kind by its id."""
        ...


@frozen(kw_only=True)
class Result:
    """What a set of answers comes to on a day; rows carry text, rules and sources."""

    goal: str | None
    """The goal, None while it is open."""
    day: date
    """The day whose rules apply."""
    verdict: Verdict
    """CHECK exactly when more than one is possible."""
    possible: tuple[Verdict, ...]
    """Every verdict that some way of filling in the open answers leads to, the first that counts first."""
    outcomes: tuple[Row, ...]
    """The ways that are open however the open answers are filled in, each code once."""
    gaps: tuple[Row, ...]
    """What is missing for certain."""
    blocks: tuple[Row, ...]
    """What stands against it for certain."""
    asks: tuple[Row, ...]
    """What must be asked for certain."""
    warnings: tuple[Row, ...]
    """What to look out for."""
    notes: tuple[Row, ...]
    """What to know."""
    checks: tuple[str, ...]
    """The open questions that could still change the verdict, in the order in which they are asked."""
    optional: tuple[str, ...]
    """The open questions that could change only what is listed."""
    reasons: tuple[Reason, ...]
    """The conditions that decide, met, unmet or unknown."""
    changes: tuple[Change, ...]
    """The smallest ways to MEETS."""
    next: tuple[str, ...]
    """The procedures to go on with."""


class Quiz:
    """The decision table, ready to be asked; it compiles what a goal needs on a day when it is first asked."""

    def __init__(
        self,
        questions: Mapping[str, Question],
        definitions: Mapping[str, Definition],
        quantities: Mapping[str, Quantity],
        rows: Mapping[str, Row],
        fields: Mapping[str, Field],
    ) -> None:
        self.questions = questions
        self.vocabulary = Vocabulary(questions=questions, definitions=definitions, quantities=quantities, fields=fields)
        self.rows = rows
        self._plans: dict[tuple[str, date], Plan] = {}
        self._asked: Mapping[str, tuple[Question, ...]] | None = None

    @classmethod
    def of(cls, records: Records) -> "Quiz":
        """Make the quiz from the library."""
        return cls(
            records.all(Question),
            records.all(Definition),
            records.all(Quantity),
            records.all(Row),
            records.all(Field),
        )

    @property
    def goals(self) -> tuple[str, ...]:
        """The goals that can be chosen."""
        return tuple(option.id for option in self.questions[GOAL].options)

    def plan(self, goal: str, day: date) -> Plan:
        """Give what is compiled for a goal on a day."""
        if (goal, day) not in self._plans:
            self._plans[goal, day] = Plan(self.vocabulary, self.rows.values(), goal, day)
        return self._plans[goal, day]

    def evaluate(self, answers: Answers, day: date, *, changes: bool = True) -> Result:
        """Say what the answers come to.

        Args:
            answers: by the ids of the questions; what is missing or "unknown" is open. Each must be one that its
                question offers: they are checked where they are taken in, not here.
            day: the day whose rules apply, "today" in conditions.
            changes: whether to look for the smallest changes too.
        """
        known = given(answers)
        goal = known.get(GOAL)
        if goal is None:
            return _of_all([self.evaluate({**known, GOAL: one}, day, changes=False) for one in self.goals], day)
        plan = self.plan(str(goal), day)
        reading = _Reading(plan, known)
        wanted = changes and not reading.meets
        return Result(
            goal=str(goal),
            day=day,
            verdict=reading.verdict,
            possible=reading.possible,
            outcomes=reading.listed(*OUTCOMES),
            gaps=reading.listed(Effect.GAP),
            blocks=reading.listed(Effect.BLOCK),
            asks=reading.listed(Effect.ASK),
            warnings=reading.listed(Effect.WARNING),
            notes=reading.listed(Effect.NOTE),
            checks=reading.checks,
            optional=reading.optional(),
            reasons=reading.reasons(),
            changes=self._changes(reading, known, day) if wanted else (),
            next=reading.next(),
        )

    def next_question(self, answers: Answers, day: date) -> Question | None:
        """Give the first question that was not asked yet and can still change the verdict, or None where none can.

        A question that was answered with "unknown" was asked.
        """
        if GOAL not in answers:
            return self.questions[GOAL]
        checks = self.evaluate(answers, day, changes=False).checks
        return next((self.questions[question] for question in checks if question not in answers), None)

    def questions_for(self, goal: str) -> tuple[Question, ...]:
        """Give the questions that can matter for a goal, in the order in which they are asked."""
        return self._questions_by_goal()[goal]

    def goals_of(self, question: str) -> tuple[str, ...]:
        """Give the goals for which a question can matter."""
        return tuple(goal for goal, asked in self._questions_by_goal().items() if self.questions[question] in asked)

    def _questions_by_goal(self) -> Mapping[str, tuple[Question, ...]]:
        if self._asked is None:
            self._asked = questions_by_goal(self.vocabulary, self.rows.values(), self.goals)
        return self._asked

    def _changes(self, reading: "_Reading", known: Mapping[str, Answer], day: date) -> tuple[Change, ...]:
        until = self._wait_until(reading, known, day)
        waiting = (Change(wait_until=until),) if until else ()
        return waiting + smallest_changes(reading.plan, self.questions, known)

    def _wait_until(self, reading: "_Reading", known: Mapping[str, Answer], day: date) -> date | None:
        """Give the first later day on which the same answers meet the conditions."""
        if not all(may_lapse(self.vocabulary, row) for row in reading.struck()):
            return None
        goal = reading.plan.goal
        later = (other for other in days_of_change(self.vocabulary, self.rows.values()) if other > day)
        return next((other for other in later if _Reading(self.plan(goal, other), known).meets), None)


class _Reading:
    """One set of answers read against a plan."""

    def __init__(self, plan: Plan, answers: Mapping[str, Answer]) -> None:
        self.plan = plan
        self._answers = answers
        self._findings = plan.findings(answers, plan.masks(answers))
        self._worst = plan.worst(self._findings)
        self.possible = plan.verdicts(self._worst)
        self._stops = not STOPS.isdisjoint(self.possible)

    @property
    def verdict(self) -> Verdict:
        return self.possible[0] if len(self.possible) == 1 else Verdict.CHECK

    @property
    def meets(self) -> bool:
        return self.possible == (Verdict.MEETS,)

    def struck(self) -> Iterator[Row]:
        """Give the rows that stand against it for certain."""
        return (row for row, finding in self._pairs() if finding.strikes and row.effect in RANK_OF)

    @property
    def checks(self) -> tuple[str, ...]:
        return self.plan.open_questions(self._worst, self._answers)

    def optional(self) -> tuple[str, ...]:
        checks = self.checks
        found = {
            question
            for finding in self._findings
            if finding.strikes is None
            for question in self.plan.open_questions(finding.open, self._answers)
        }
        return tuple(question for question in self.plan.questions if question in found and question not in checks)

    def listed(self, *effects: Effect) -> tuple[Row, ...]:
        """Give the rows with one of these effects that strike for certain, each code once."""
        found: dict[str, Row] = {}
        maybe: dict[str, list[tuple[Row, Finding]]] = {}
        for place in self.plan.places(effects):
            row, finding = self.plan.rows[place].row, self._findings[place]
            if self._stops and not row.stands_beside_stops:
                continue
            if finding.strikes:
                found.setdefault(row.code, row)
            elif finding.strikes is None:
                maybe.setdefault(row.code, []).append((row, finding))
        for code, rows in maybe.items():
            if code not in found and len(rows) > 1 and self.plan.always([finding.open for _, finding in rows]):
                found[code] = rows[0][0]
        return tuple(found.values())

    def reasons(self) -> tuple[Reason, ...]:
        return tuple(
            finding.reason
            for row, finding in self._pairs()
            if finding.reason is not None and (row.stands_beside_stops or not self._stops)
        )

    def next(self) -> tuple[str, ...]:
        if self._stops:
            return ()
        rows = (row for row, finding in self._pairs() if row.effect is Effect.NEXT and finding.strikes)
        return tuple(dict.fromkeys(procedure for row in rows for procedure in row.procedures))

    def _pairs(self) -> Iterator[tuple[Row, Finding]]:
        return ((one.row, finding) for one, finding in zip(self.plan.rows, self._findings, strict=True))


def _of_all(results: Sequence[Result], day: date) -> Result:
    """Give the result while the goal is open: what holds for every goal."""
    possible = {verdict for result in results for verdict in result.possible}
    ordered = tuple(verdict for verdict in ORDER if verdict in possible)
    checks = {question for result in results for question in result.checks}
    order = [GOAL, *dict.fromkeys(question for result in results for question in result.checks)]
    return Result(
        goal=None,
        day=day,
        verdict=ordered[0] if len(ordered) == 1 else Verdict.CHECK,
        possible=ordered,
        outcomes=_common([result.outcomes for result in results]),
        gaps=_common([result.gaps for result in results]),
        blocks=_common([result.blocks for result in results]),
        asks=_common([result.asks for result in results]),
        warnings=_common([result.warnings for result in results]),
        notes=_common([result.notes for result in results]),
        checks=tuple(question for question in order if question in checks or question == GOAL)
        if len(ordered) > 1
        else (),
        optional=(),
        reasons=(),
        changes=(),
        next=(),
    )


def _common(lists: Sequence[Iterable[Row]]) -> tuple[Row, ...]:
    codes = [{row.code for row in rows} for rows in lists]
    return tuple(row for row in lists[0] if all(row.code in known for known in codes))
