"""What the decision table leaves open and was settled: one test a ruling."""

from typing import Any

import pytest

from ssw_tui.advice.answers import Verdict
from ssw_tui.advice.eligibility import Quiz, Result
from tests.advice.people import TODAY, codes, gist, person, without

IN_JAPAN = {"location": "in-japan"}
HOLDER_GOALS = ["change-employer", "change-field", "change-category", "extend", "lost-job", "family", "side-job"]
TRAINED = {"training-length": "2y10m-or-more", "training-result": "grade-3", "training-related": "yes"}
UNPROVED = {"training-length": "2y10m-or-more", "training-result": "neither"}
UNTESTED = {"skills-test": "not-passed", "japanese": "none", "care-japanese": "not-passed"}
NARROW = {"no2-test": "failed", "no2-test-lowest-percent": 80}


def result(quiz: Quiz, goal: str, answers: dict[str, Any]) -> Result:
    return quiz.evaluate(person(goal, answers), TODAY)


@pytest.mark.parametrize(
    ("goal", "answers"),
    [
        ("no1", {"record": "has-record"}),
        ("no1", {"record": "rather-not-say"}),
        ("no1", {**IN_JAPAN, "status": "absconded"}),
        ("no2", {**IN_JAPAN, "status": "asylum-seeker"}),
        ("no1", {"health": "not-fit"}),
        ("no1", {**IN_JAPAN, "status": "student", "attendance": "poor"}),
        ("no1", {**UNPROVED, **UNTESTED}),
        ("no1", {"field": "automobile-transportation", "category": "bus-driver", "japanese": "jft-a2-2"}),
        ("no1", {"field": "linen-supply"}),
        ("change-employer", {"employer-event": "owner-died"}),
        ("lost-job", {"months-without-work": 3, "searching": "no"}),
        ("family", {"status": "ssw1", "family-case": "child-born-to-two-no1"}),
        ("family", {"status": "ssw1", "family-case": "family-here-as-dependants"}),
        ("extend", {"no1-months": 73, "leave-sick-months": 14}),
    ],
)
def test_1_what_leads_to_asking(quiz: Quiz, goal: str, answers: dict[str, Any]) -> None:
    assert result(quiz, goal, answers).verdict is Verdict.ASK


@pytest.mark.parametrize("goal", HOLDER_GOALS)
def test_2_goals_of_holders_on_other_statuses(quiz: Quiz, goal: str) -> None:
    def verdict(answers: dict[str, Any]) -> str:
        return result(quiz, goal, answers).verdict.value

    assert gist(result(quiz, goal, {"status": "none"}))[::2] == ("not-possible", {"no-status"})
    assert verdict({"status": "long-term"}) == "not-needed"
    assert verdict({"status": "student"}) == "ask"
    assert verdict({"location": "abroad"}) == "ask"


@pytest.mark.parametrize("answers", [{"status": "long-term"}, {"location": "abroad"}])
def test_2_permanent_residence_by_other_ways_is_asked(quiz: Quiz, answers: dict[str, Any]) -> None:
    assert result(quiz, "permanent-residence", answers).verdict is Verdict.ASK


@pytest.mark.parametrize("question", ["status", "stay-ends", "dues", "attendance", "application-pending"])
def test_3_what_is_asked_only_in_japan_is_ignored_abroad(quiz: Quiz, question: str) -> None:
    answers = without(person("no1", {"status": "none", "dues": "owing"}), question)

    found = quiz.evaluate(answers, TODAY)

    assert gist(found) == ("meets", set(), set())
    assert question not in found.checks


def test_4_a_field_without_no2_has_no_gaps_of_no2(quiz: Quiz) -> None:
    answers = {"field": "forestry", "no2-test": "not-taken", "no2-experience": "no", "no2-duties": "no"}

    assert gist(result(quiz, "no2", answers)) == ("not-possible", set(), {"no2-field"})


@pytest.mark.parametrize("goal", ["no1", "no2"])
def test_4_a_field_that_is_not_listed_has_no_gaps_of_tests(quiz: Quiz, goal: str) -> None:
    answers = {"field": "not-listed", **UNTESTED, **UNPROVED, "no2-test": "not-taken"}

    assert gist(result(quiz, goal, answers)) == ("not-possible", set(), {"not-listed"})


@pytest.mark.parametrize("field", ["agriculture", "nursing-care"])
def test_5_unproved_training_replaces_the_gaps_of_the_tests(quiz: Quiz, field: str) -> None:
    unproved = {"field": field, **UNPROVED, **UNTESTED}

    assert gist(result(quiz, "no1", unproved)) == ("ask", {"training-report"}, set())
    assert gist(result(quiz, "no1", {"field": field, **UNPROVED})) == ("meets", set(), set())


@pytest.mark.parametrize(
    ("months", "leave", "blocked"),
    [
        (59.9, {}, False),
        (60, {}, True),
        (60.5, {"leave-sick-months": 1}, True),
        (60.5, {"leave-sick-months": 1.1}, False),
        (60.5, {"leave-work-accident-months": 1}, True),
        (71, {"leave-sick-months": 12}, False),
        (72, {"leave-sick-months": 12}, True),
        (95, {"leave-work-accident-months": 36}, False),
        (96, {"leave-work-accident-months": 36}, True),
        (65, {"leave-parental-months": 5, "leave-notified": "no"}, True),
        (65.5, {"leave-parental-months": 2.75, "leave-work-accident-months": 2.75}, True),
        (65.4, {"leave-parental-months": 2.75, "leave-work-accident-months": 2.75}, False),
    ],
)
@pytest.mark.parametrize("goal", ["no1", "change-employer", "change-field", "extend"])
def test_6_used_months(quiz: Quiz, goal: str, months: float, leave: dict[str, Any], blocked: bool) -> None:
    found = result(quiz, goal, {"no1-months": months, "no2-test": "not-taken", **leave})

    assert ("five-years-used" in codes(found.blocks)) is blocked
    assert found.verdict is (Verdict.NOT_POSSIBLE if blocked else Verdict.MEETS)


def test_6_leave_beyond_the_limit_is_asked_where_it_decides(quiz: Quiz) -> None:
    deciding = result(quiz, "extend", {"no1-months": 73, "leave-sick-months": 14})
    not_enough = result(quiz, "extend", {"no1-months": 80, "leave-sick-months": 14})

    assert gist(deciding) == ("ask", set(), set())
    assert gist(not_enough) == ("not-possible", set(), {"five-years-used"})


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({"no1-months": 60, **NARROW}, ("meets", set(), set())),
        ({"no1-months": 71.9, **NARROW}, ("meets", set(), set())),
        ({"no1-months": 72, **NARROW}, ("not-possible", set(), {"five-years-used"})),
        ({"no1-months": 60, **NARROW, "sixth-year-pledges": "no"}, ("not-possible", set(), {"five-years-used"})),
        (
            {"no1-months": 60, **NARROW, "no2-test-lowest-percent": 79.9},
            ("not-possible", set(), {"five-years-used", "sixth-year-score"}),
        ),
        ({"no1-months": 60, **NARROW, "current-field": "nursing-care"}, ("meets", set(), set())),
        ({"no1-months": 60, **NARROW, "current-field": "forestry"}, ("not-possible", set(), {"five-years-used"})),
        ({"no1-months": 60, "no2-test": "passed"}, ("not-possible", set(), {"five-years-used"})),
    ],
)
def test_6_the_sixth_year(quiz: Quiz, answers: dict[str, Any], expected: tuple[str, set[str], set[str]]) -> None:
    assert gist(result(quiz, "extend", answers)) == expected


@pytest.mark.parametrize(
    ("months", "answers", "outcomes", "warnings"),
    [
        (56.9, NARROW, {"EXTEND"}, set()),
        (57, NARROW, {"EXTEND", "SIXTH-YEAR"}, set()),
        (59.9, {**NARROW, "no2-test-lowest-percent": 70}, {"EXTEND"}, {"sixth-year-score"}),
        (58, {"no2-test": "not-taken"}, {"EXTEND"}, set()),
    ],
)
def test_6_near_the_end(
    quiz: Quiz, months: float, answers: dict[str, Any], outcomes: set[str], warnings: set[str]
) -> None:
    found = result(quiz, "extend", {"no1-months": months, **answers})

    assert found.verdict is Verdict.MEETS
    assert codes(found.outcomes) == outcomes
    assert codes(found.warnings) & {"sixth-year-score"} == warnings


@pytest.mark.parametrize(
    ("goal", "answers", "bridge", "warned"),
    [
        ("no1", {**IN_JAPAN, "no1-months": 54}, True, False),
        ("no1", {**IN_JAPAN, "no1-months": 54.1}, False, True),
        ("no1", {}, False, False),
        ("no1", {**IN_JAPAN, "skills-test": "not-passed"}, False, False),
        ("no1", {**IN_JAPAN, "status": "temporary-visitor"}, False, False),
        ("no1", {**IN_JAPAN, "status": "trainee-unfinished"}, False, False),
        ("no1", {**IN_JAPAN, "status": "trainee-finished"}, True, False),
        ("no1", {**IN_JAPAN, "status": "fixed-programme"}, False, False),
        ("change-employer", {"no1-months": 54}, True, False),
        ("change-employer", {"no1-months": 60.5, "leave-parental-months": 6.5}, True, False),
        ("change-field", {"no1-months": 54}, True, False),
        ("change-field", {"no1-months": 55}, False, True),
        ("no2", {**IN_JAPAN, "status": "ssw1", "no1-months": 59}, True, False),
        ("no2", {**IN_JAPAN, "status": "ssw1", "no2-test": "not-taken"}, False, False),
        ("no2", {**IN_JAPAN, "status": "student"}, False, False),
    ],
)
def test_7_the_bridge(quiz: Quiz, goal: str, answers: dict[str, Any], bridge: bool, warned: bool) -> None:
    late = result(quiz, goal, {**answers, "papers-ready": "no"})
    in_time = result(quiz, goal, answers)

    assert ("BRIDGE-6M" in codes(late.outcomes)) is bridge
    assert ("bridge-months" in codes(late.warnings)) is warned
    assert late.verdict is in_time.verdict
    assert "BRIDGE-6M" not in codes(in_time.outcomes)


@pytest.mark.parametrize(
    ("status", "counts"),
    [
        *((status, True) for status in ["student", "trainee-finished", "ssw1", "ssw2", "ssw-preparation"]),
        *((status, True) for status in ["skill-development", "other-status", "asylum-seeker", "absconded"]),
        *((status, True) for status in ["long-term", "none"]),
        *((status, False) for status in ["trainee-unfinished", "fixed-programme"]),
        *((status, False) for status in ["temporary-visitor", "internship-programme"]),
    ],
)
def test_7_the_time_on_the_bridge_counts_where_a_bridge_could_be_used(quiz: Quiz, status: str, counts: bool) -> None:
    late = result(quiz, "no1", {**IN_JAPAN, "status": status, "papers-ready": "no"})
    untested = result(quiz, "no1", {**IN_JAPAN, "status": status, "papers-ready": "no", "skills-test": "not-passed"})

    assert ("counts-towards-five-years" in codes(late.warnings)) is counts
    assert "counts-towards-five-years" not in codes(untested.warnings)


@pytest.mark.parametrize(
    ("months", "searching", "verdict", "warned"),
    [(2.9, "no", "meets", False), (3, "no", "ask", True), (3, "yes", "meets", True)],
)
def test_8_lost_job(quiz: Quiz, months: float, searching: str, verdict: str, warned: bool) -> None:
    found = result(quiz, "lost-job", {"months-without-work": months, "searching": searching})

    assert found.verdict.value == verdict
    assert "NOTICE-ONLY" in codes(found.outcomes)
    assert ("revocation" in codes(found.warnings)) is warned


@pytest.mark.parametrize(
    ("event", "outcome"),
    [("back-to-same-employer", "NOTICE-ONLY"), ("merger-or-incorporation", "JOB-CHANGE-PERMISSION")],
)
def test_8_why_the_employer_changes(quiz: Quiz, event: str, outcome: str) -> None:
    found = result(quiz, "change-employer", {"employer-event": event})

    assert (found.verdict, codes(found.outcomes)) == (Verdict.MEETS, {outcome})


@pytest.mark.parametrize("japanese", ["none", "n5", "jft-a1", "jft-a2-1"])
@pytest.mark.parametrize("category", ["taxi-driver", "bus-driver"])
def test_9_taxi_and_bus_below_a2(quiz: Quiz, category: str, japanese: str) -> None:
    answers = {"field": "automobile-transportation", "category": category, "japanese": japanese, **TRAINED}

    assert gist(result(quiz, "no1", answers)) == ("not-yet", {"japanese-n3"}, set())


@pytest.mark.parametrize("japanese", ["none", "n4"])
def test_9_railway_staff_need_n3_and_no_training_replaces_a_test(quiz: Quiz, japanese: str) -> None:
    staff = {"field": "railway", "category": "railway-transport-staff", **TRAINED, "skills-test": "not-passed"}

    assert gist(result(quiz, "no1", {**staff, "japanese": japanese}))[1] == {"japanese-n3", "skills-test"}
    assert gist(result(quiz, "no1", {**staff, "category": "other", "japanese": japanese}))[1] == set()


def test_9_truck_drivers_need_the_skills_test_but_training_replaces_japanese(quiz: Quiz) -> None:
    truck = {"field": "automobile-transportation", "category": "truck-driver", **TRAINED, "japanese": "none"}

    assert gist(result(quiz, "no1", {**truck, "skills-test": "not-passed"})) == ("not-yet", {"skills-test"}, set())
    assert codes(result(quiz, "no1", truck).outcomes) == {"OK-MIXED", "ROUTE-COE"}


@pytest.mark.parametrize(
    ("country", "gaps"),
    [
        *((code, {"home-paper"}) for code in ["KH", "TH", "VN"]),
        *((code, {"home-steps"}) for code in ["PH", "ID", "NP", "MM", "MN"]),
        *((code, set()) for code in ["LK", "BD", "CN"]),
    ],
)
@pytest.mark.parametrize("goal", ["no1", "no2"])
def test_10_steps_of_the_own_country(quiz: Quiz, goal: str, country: str, gaps: set[str]) -> None:
    answers = {"passport": country, "home-steps": "not-done"}

    assert gist(result(quiz, goal, answers))[1] == gaps
    assert gist(result(quiz, goal, {**answers, **IN_JAPAN, "status": "ssw1"}))[1] == set()
    assert gist(result(quiz, goal, {**answers, "status": "ssw1"}))[1] == gaps


@pytest.mark.parametrize("status", ["temporary-visitor", "internship-programme"])
def test_11_no_change_inside_japan(quiz: Quiz, status: str) -> None:
    found = result(quiz, "no1", {**IN_JAPAN, "status": status})

    assert found.verdict is Verdict.MEETS
    assert codes(found.outcomes) == {"OK-TEST", "ROUTE-COE"}
    assert "change-inside-japan" in codes(found.warnings)


@pytest.mark.parametrize("status", ["ssw-preparation", "skill-development", "student", "ssw1"])
def test_11_change_inside_japan(quiz: Quiz, status: str) -> None:
    assert codes(result(quiz, "no1", {**IN_JAPAN, "status": status}).outcomes) == {"OK-TEST", "ROUTE-CHANGE"}


@pytest.mark.parametrize("goal", ["no1", "no2"])
@pytest.mark.parametrize(
    ("answers", "warned"),
    [
        ({}, True),
        ({**IN_JAPAN, "status": "temporary-visitor"}, True),
        ({**IN_JAPAN, "status": "internship-programme"}, True),
        ({**IN_JAPAN, "status": "student"}, False),
        ({**IN_JAPAN, "status": "ssw1"}, False),
    ],
)
def test_only_who_comes_from_abroad_must_land_within_three_months_of_the_certificate(
    quiz: Quiz, goal: str, answers: dict[str, Any], warned: bool
) -> None:
    found = result(quiz, goal, {**answers, "age": "turns-18-in-time"})

    assert found.verdict is Verdict.MEETS
    assert ("coe-three-months" in codes(found.warnings)) is warned


def test_11_dispatch_and_home_visit_care_have_conditions(quiz: Quiz) -> None:
    dispatched = result(quiz, "no1", {"offer": "dispatch"})
    visiting = result(quiz, "no1", {"field": "nursing-care", "category": "home-visit-care"})

    assert (dispatched.verdict, visiting.verdict) == (Verdict.MEETS, Verdict.MEETS)
    assert "dispatch-conditions" in codes(dispatched.warnings)
    assert "home-visit-conditions" in codes(visiting.warnings)


def test_ways_stand_beside_gaps_but_not_beside_a_stop(quiz: Quiz) -> None:
    gap = result(quiz, "no1", {"health": "not-checked"})

    assert codes(gap.outcomes) == {"OK-TEST", "ROUTE-COE"}
    for stop in [{"terms": "no"}, {"record": "has-record"}, {"field": "food-service"}]:
        assert not {"OK-TEST", "ROUTE-COE"} & codes(result(quiz, "no1", stop).outcomes)
        assert result(quiz, "no1", stop).next == ()


def test_a_hard_stop_does_not_shorten_the_lists(quiz: Quiz) -> None:
    found = result(quiz, "no1", {"record": "has-record", "terms": "no", "deposit": "yes", "offer": "none", **UNTESTED})

    assert gist(found) == ("ask", {"job-offer", "skills-test", "japanese-a2"}, {"terms", "deposit"})


@pytest.mark.parametrize(
    ("answers", "verdict"),
    [
        ({**IN_JAPAN, "status": "long-term", "record": "has-record"}, "not-needed"),
        ({"record": "has-record", "terms": "no"}, "ask"),
        ({"terms": "no", "field": "food-service"}, "not-possible"),
        ({"field": "food-service", "health": "not-checked"}, "wait"),
        ({"health": "not-checked"}, "not-yet"),
    ],
)
def test_the_first_verdict_that_applies_counts(quiz: Quiz, answers: dict[str, Any], verdict: str) -> None:
    assert result(quiz, "no1", answers).verdict.value == verdict


@pytest.mark.parametrize(
    ("answers", "outcomes"),
    [
        ({"care-background": "care-school", **UNTESTED}, {"OK-KAIGO-ALT", "ROUTE-COE"}),
        ({**TRAINED, **UNTESTED}, {"OK-TITP", "ROUTE-COE"}),
        ({**TRAINED, "training-related": "no", "japanese": "none"}, {"OK-MIXED", "ROUTE-COE"}),
        ({}, {"OK-TEST", "ROUTE-COE"}),
    ],
)
def test_the_ways_into_nursing_care(quiz: Quiz, answers: dict[str, Any], outcomes: set[str]) -> None:
    found = result(quiz, "no1", {"field": "nursing-care", **answers})

    assert (found.verdict, codes(found.outcomes)) == (Verdict.MEETS, outcomes)
