"""What the decision table and its rulings say, read by hand: each id with one line that says when it is listed.

Nothing here looks at the rows. Where the rulings leave open when a warning stands, it is left out.
"""

from collections.abc import Callable, Mapping
from datetime import date
from typing import NamedTuple, Protocol

from ssw_tui.advice.answers import STOPS, Answer, Verdict
from tests.advice.published_fields import NO2_IN_ELEVEN
from tests.advice.rulings_case import APRIL_2027, LOWER_LEVEL_NAMED, Case
from tests.advice.rulings_person import APPLYING, HOME_VISITS, WITH_JOB

When = Callable[[Case], bool]
PR = "permanent-residence"
HUMANITARIAN = ("child-born-to-two-no1", "family-here-as-dependants")
FILED_IN_JAPAN, NEEDED_TO_LEAVE = ("KH", "TH", "VN"), ("PH", "ID", "NP", "MM", "MN")
A2_ALONE = ("jft-a2-2", "n4")
OF_HOLDERS = {"change-employer", "change-field", "change-category", "extend", "lost-job", "family", "side-job"}

ASKS: tuple[When, ...] = (
    lambda c: c.goal in {*WITH_JOB, PR} and not c.has("record", "clean"),
    lambda c: c.goal in {*APPLYING, PR} and c.is_on("absconded", "asylum-seeker"),
    lambda c: c.goal in APPLYING and c.has("health", "not-fit"),
    lambda c: c.goal in APPLYING and c.is_on("student") and c.has("attendance", "poor"),
    lambda c: c.lacks_report,
    lambda c: c.seeks_no1 and c.on_the_road and c.day >= LOWER_LEVEL_NAMED and c.has("japanese", *A2_ALONE),
    lambda c: c.for_no1 and c.intake("field") == "unconfirmed",
    lambda c: c.on_the_clock and c.excess_decides,
    lambda c: c.seeks_no2 and c.day >= APRIL_2027 and not c.has_n3,
    lambda c: c.seeks_no2 and c.day < NO2_IN_ELEVEN and c.has("field", "shipbuilding"),
    lambda c: c.goal == "change-employer" and c.holds and c.has("employer-event", "owner-died"),
    lambda c: c.goal == "lost-job" and c.holds and c.number("months-without-work") >= 3 and c.has("searching", "no"),
    lambda c: c.goal == "family" and c.holds_no1 and c.has("family-case", *HUMANITARIAN),
    lambda c: c.goal == PR and (c.day >= APRIL_2027 or not c.in_japan or c.is_on("long-term")),
    lambda c: c.goal in OF_HOLDERS and not c.is_on("ssw1", "ssw2", "long-term", "none"),
)

GAPS: Mapping[str, When] = {
    "age-18": lambda c: c.goal in APPLYING and c.has("age", "under-18"),
    "passport": lambda c: c.goal in WITH_JOB and c.has("passport", "none"),
    "skills-test": lambda c: (
        (c.seeks_no1 and not c.skill_shown and not c.lacks_report)
        or (c.goal == "change-category" and c.holds and not c.has("skills-test", "passed"))
    ),
    "japanese-a2": lambda c: c.seeks_no1 and not c.needs_n3 and not c.japanese_shown and not c.lacks_report,
    "japanese-n3": lambda c: c.lacks_n3_for_no1 or c.lacks_n3_for_no2,
    "care-japanese": lambda c: c.seeks_no1 and not c.care_japanese_shown and not c.lacks_report,
    "job-offer": lambda c: c.goal in WITH_JOB and c.has("offer", "none"),
    "medical-check": lambda c: c.goal in APPLYING and c.has("health", "not-checked"),
    "finish-plan": lambda c: c.goal in APPLYING and c.is_on("trainee-unfinished"),
    "finish-programme": lambda c: c.goal in APPLYING and c.is_on("fixed-programme"),
    "dues": lambda c: c.goal in {*WITH_JOB, PR} and c.in_japan and c.has("dues", "owing"),
    "agency-breakdown": lambda c: c.goal in APPLYING and c.has("agency", "unclear"),
    "home-paper": lambda c: c.has_home_steps_left and c.has("passport", *FILED_IN_JAPAN),
    "home-steps": lambda c: c.has_home_steps_left and c.has("passport", *NEEDED_TO_LEAVE),
    "no2-test": lambda c: c.seeks_no2 and not c.has("no2-test", "passed"),
    "no2-experience": lambda c: c.seeks_no2 and c.has("no2-experience", "no"),
    "no2-duties": lambda c: c.lacks_duties,
    "ten-years": lambda c: c.goal == PR and c.number("years-in-japan") < 10,
    "five-work-years": lambda c: c.goal == PR and c.number("counted-work-years") < 5,
    "longest-period": lambda c: c.goal == PR and not c.has_longest_period,
    "training-report": lambda c: c.lacks_report,
}

BLOCKS: Mapping[str, When] = {
    "passport": lambda c: c.goal in WITH_JOB and c.has("passport", "IR"),
    "no-status": lambda c: c.is_on("none") or (c.goal in WITH_JOB and c.stay_is_over),
    "deposit": lambda c: c.goal in WITH_JOB and c.has("deposit", "yes"),
    "direct-employment": lambda c: c.dispatched and not c.may_be_dispatched,
    "terms": lambda c: c.goal in WITH_JOB and c.has("terms", "no"),
    "five-years-used": lambda c: c.is_over,
    "sixth-year-score": lambda c: c.is_over and c.failed_below,
    "no2-field": lambda c: c.for_no2 and c.listed and not c.has_no2("field"),
    "no1-family": lambda c: c.goal == "family" and c.holds_no1 and not c.has("family-case", *HUMANITARIAN),
    "side-job": lambda c: c.goal == "side-job" and c.holds and c.has("second-workplace", "other-employer"),
    "not-listed": lambda c: c.goal in {*APPLYING, "change-field"} and not c.listed,
}

WAYS: Mapping[str, When] = {
    "OK-TEST": lambda c: c.seeks_no1 and c.all_tests and not c.by_care and (not c.trained_well or c.needs_n3),
    "OK-TITP": lambda c: c.seeks_no1 and c.by_training,
    "OK-MIXED": lambda c: c.has_no1_route and c.is_mixed,
    "OK-KAIGO-ALT": lambda c: c.seeks_no1 and c.by_care,
    "OK-NO2": lambda c: c.has_no2_route,
    "OK-FAMILY": lambda c: c.goal == "family" and c.is_on("ssw2"),
    "OK-PR": lambda c: c.goal == PR and c.has_numbers_for_pr,
    "ROUTE-COE": lambda c: c.goal in APPLYING and (c.has_no1_route or c.has_no2_route) and not c.changes_inside,
    "ROUTE-CHANGE": lambda c: (c.has_no1_route or c.has_no2_route) and c.changes_inside,
    "BRIDGE-6M": lambda c: c.has_bridge,
    "EXTEND": lambda c: c.goal == "extend" and c.holds,
}
"""The outcomes that do not stand beside a block, a question to an office, a wait, or "not needed"."""

OUTCOMES: Mapping[str, When] = {
    "NOT-NEEDED": lambda c: c.goal != PR and c.is_on("long-term"),
    "WAIT-FIELD": lambda c: c.for_no1 and (c.is_stopped or c.intake("field") == "not-open"),
    "JOB-CHANGE-PERMISSION": lambda c: c.gets_another_employer,
    "FIELD-CHANGE": lambda c: c.goal == "change-field" and c.holds,
    "NOTICE-ONLY": lambda c: c.holds and c.needs_notice_alone,
    "SIXTH-YEAR": lambda c: c.has_sixth_year and 57 <= c.used < 72,
    "MAY-SEARCH": lambda c: (
        c.goal == "lost-job" and c.holds and (c.number("months-without-work") < 3 or c.has("searching", "yes"))
    ),
}

WARNINGS: Mapping[str, When] = {
    "field-may-be-full": lambda c: c.seeks_no1,
    "notices": lambda c: c.in_japan and c.has("notices", "missed"),
    "coe-three-months": lambda c: c.goal in APPLYING and not c.changes_inside and c.has("age", "turns-18-in-time"),
    "revocation": lambda c: c.goal == "lost-job" and c.holds and c.number("months-without-work") >= 3,
    "attendance": lambda c: c.goal in APPLYING and c.is_on("student") and c.has("attendance", "poor"),
    "bridge-months": lambda c: c.papers_late and (c.for_no1 or c.moves_on_no1) and c.used > 54,
    "change-inside-japan": lambda c: c.goal in APPLYING and c.in_japan and not c.changes_inside,
    "dispatch-conditions": lambda c: c.dispatched and c.may_be_dispatched,
    "home-visit-conditions": lambda c: (
        c.for_no1 and c.day >= HOME_VISITS and c.has("field", "nursing-care") and c.has("category", "home-visit-care")
    ),
    "dues-employer-kept": lambda c: c.goal in {*WITH_JOB, PR} and c.in_japan and c.has("dues", "employer-kept"),
    "sixth-year-score": lambda c: c.failed_below and 57 <= c.used < 60,
}
"""The warnings of which it is settled when they stand."""


class Expected(NamedTuple):
    """What answers come to, as far as it is settled."""

    verdict: Verdict
    outcomes: frozenset[str]
    gaps: frozenset[str]
    blocks: frozenset[str]
    warnings: frozenset[str]


def expected(goal: str, answers: Mapping[str, Answer], day: date) -> Expected:
    """Say what complete answers come to on a day."""
    case = Case(goal, answers, day)
    gaps, blocks = _listed(GAPS, case), _listed(BLOCKS, case)
    outcomes = _listed(OUTCOMES, case)
    verdict = _verdict(case, gaps, blocks, outcomes)
    ways = frozenset() if verdict in STOPS else _listed(WAYS, case)
    return Expected(verdict, outcomes | ways, gaps, blocks, _listed(WARNINGS, case))


class Said(Protocol):
    """Anything that tells a verdict and lists."""

    @property
    def verdict(self) -> Verdict: ...
    @property
    def outcomes(self) -> frozenset[str]: ...
    @property
    def gaps(self) -> frozenset[str]: ...
    @property
    def blocks(self) -> frozenset[str]: ...
    @property
    def warnings(self) -> frozenset[str]: ...


def settled(said: Said) -> Expected:
    """Give what is settled of what was said."""
    return Expected(said.verdict, said.outcomes, said.gaps, said.blocks, said.warnings & WARNINGS.keys())


def _listed(ids: Mapping[str, When], case: Case) -> frozenset[str]:
    return frozenset(name for name, stands in ids.items() if stands(case))


def _verdict(case: Case, gaps: frozenset[str], blocks: frozenset[str], outcomes: frozenset[str]) -> Verdict:
    if "NOT-NEEDED" in outcomes:
        return Verdict.NOT_NEEDED
    if any(asks(case) for asks in ASKS):
        return Verdict.ASK
    if blocks:
        return Verdict.NOT_POSSIBLE
    if "WAIT-FIELD" in outcomes:
        return Verdict.WAIT
    return Verdict.NOT_YET if gaps else Verdict.MEETS
