"""Each id that other programs know can be reached."""

from typing import Any

import pytest

from ssw_tui.advice.eligibility import Quiz
from tests.advice.people import TODAY, codes, person

J: dict[str, Any] = {"location": "in-japan"}
NARROW: dict[str, Any] = {"no2-test": "failed", "no2-test-lowest-percent": 85}
TRAINED: dict[str, Any] = {"training-length": "2y10m-or-more", "training-result": "grade-3"}

GAPS = {
    "age-18": ("no1", {"age": "under-18"}),
    "passport": ("no1", {"passport": "none"}),
    "skills-test": ("no1", {"skills-test": "other-field"}),
    "japanese-a2": ("no1", {"japanese": "n5"}),
    "japanese-n3": ("no2", {"field": "fishery-aquaculture", "japanese": "n4"}),
    "care-japanese": ("no1", {"field": "nursing-care", "care-japanese": "not-passed"}),
    "job-offer": ("no1", {"offer": "none"}),
    "medical-check": ("no2", {"health": "not-checked"}),
    "finish-plan": ("no1", {**J, "status": "trainee-unfinished"}),
    "finish-programme": ("no2", {**J, "status": "fixed-programme"}),
    "dues": ("extend", {"dues": "owing"}),
    "agency-breakdown": ("no1", {"agency": "unclear"}),
    "home-paper": ("no1", {"passport": "KH", "home-steps": "not-done"}),
    "home-steps": ("no1", {"passport": "MN", "home-steps": "not-done"}),
    "no2-test": ("no2", {"no2-test": "failed"}),
    "no2-experience": ("no2", {"no2-experience": "no"}),
    "no2-duties": ("no2", {"no2-duties": "no"}),
    "ten-years": ("permanent-residence", {"years-in-japan": 9.9}),
    "five-work-years": ("permanent-residence", {"counted-work-years": 4.9}),
    "longest-period": ("permanent-residence", {"card-period": "2-years"}),
    "training-report": ("no1", {**TRAINED, "training-result": "neither", "skills-test": "not-passed"}),
}
BLOCKS = {
    "passport": ("no1", {"passport": "IR"}),
    "no-status": ("no1", {**J, "status": "none"}),
    "deposit": ("change-field", {"deposit": "yes"}),
    "direct-employment": ("extend", {"current-field": "forestry", "offer": "dispatch"}),
    "terms": ("change-employer", {"terms": "no"}),
    "five-years-used": ("no1", {"no1-months": 60}),
    "no2-field": ("no2", {"field": "railway"}),
    "no1-family": ("family", {"status": "ssw1", "family-case": "born-on-visit-home"}),
    "sixth-year-score": ("extend", {"no1-months": 60, **NARROW, "no2-test-lowest-percent": 50}),
    "side-job": ("side-job", {"second-workplace": "other-employer"}),
    "not-listed": ("no1", {"field": "not-listed"}),
}
WARNINGS = {
    "field-may-be-full": ("no1", {}),
    "notices": ("extend", {"notices": "missed"}),
    "coe-three-months": ("no1", {"age": "turns-18-in-time"}),
    "food-service-stop": ("no1", {"field": "food-service"}),
    "counts-towards-five-years": ("no1", {**J, "papers-ready": "no"}),
    "planned-change": ("no2", {}),
    "revocation": ("lost-job", {"months-without-work": 4}),
    "attendance": ("no1", {**J, "status": "student", "attendance": "poor"}),
    "bridge-months": ("no1", {**J, "papers-ready": "no", "no1-months": 55}),
    "change-inside-japan": ("no1", {**J, "status": "internship-programme"}),
    "dispatch-conditions": ("no1", {"offer": "dispatch"}),
    "home-visit-conditions": ("no1", {"field": "nursing-care", "category": "home-visit-care"}),
    "dues-employer-kept": ("extend", {"dues": "employer-kept"}),
    "sixth-year-score": ("extend", {"no1-months": 58, **NARROW, "no2-test-lowest-percent": 50}),
    "leave-before-2025-09-30": ("extend", {"leave-parental-months": 4}),
}
OUTCOMES = {
    "OK-TEST": ("no1", {}),
    "OK-TITP": ("no1", {**TRAINED, "training-related": "yes"}),
    "OK-MIXED": ("no1", TRAINED),
    "OK-KAIGO-ALT": ("no1", {"field": "nursing-care", "care-background": "epa-care"}),
    "OK-NO2": ("no2", {}),
    "OK-FAMILY": ("family", {}),
    "OK-PR": ("permanent-residence", {}),
    "ROUTE-COE": ("no2", {}),
    "ROUTE-CHANGE": ("no2", J),
    "JOB-CHANGE-PERMISSION": ("change-employer", {}),
    "FIELD-CHANGE": ("change-field", {}),
    "NOTICE-ONLY": ("change-category", {}),
    "BRIDGE-6M": ("no1", {**J, "papers-ready": "no"}),
    "SIXTH-YEAR": ("extend", {"no1-months": 60, **NARROW}),
    "EXTEND": ("extend", {"status": "ssw2"}),
    "WAIT-FIELD": ("no1", {"field": "logistics-warehousing"}),
    "NOT-NEEDED": ("no1", {**J, "status": "long-term"}),
    "MAY-SEARCH": ("lost-job", {}),
}


@pytest.mark.parametrize(
    ("listed", "code", "goal", "answers"),
    [
        pytest.param(listed, code, goal, answers, id=f"{listed} {code}")
        for listed, table in (("gaps", GAPS), ("blocks", BLOCKS), ("warnings", WARNINGS), ("outcomes", OUTCOMES))
        for code, (goal, answers) in table.items()
    ],
)
def test_an_id_is_reached_and_not_always(
    quiz: Quiz, listed: str, code: str, goal: str, answers: dict[str, Any]
) -> None:
    found = getattr(quiz.evaluate(person(goal, answers), TODAY), listed)
    elsewhere = [getattr(quiz.evaluate(person(other), TODAY), listed) for other in quiz.goals]

    assert code in codes(found)
    assert not all(code in codes(rows) for rows in elsewhere)


def test_every_gap_block_and_outcome_of_the_content_is_one_of_these(quiz: Quiz) -> None:
    def known(*effects: str) -> set[str]:
        return {row.code for row in quiz.rows.values() if row.effect.value in effects}

    assert known("gap") == set(GAPS)
    assert known("block") == set(BLOCKS)
    assert known("outcome", "wait", "not-needed") == set(OUTCOMES)
    assert set(WARNINGS) <= known("warning")
