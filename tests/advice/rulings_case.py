"""One set of answers in the words of the decision table and its rulings, without a look at rows or fields.

Dates and fields are those of the published rules, written down once more.
"""

from datetime import date
from decimal import Decimal
from functools import cached_property

from tests.advice.rulings_person import APPLYING, Person

BRIDGE_OF_6_MONTHS, LEAVE_LEFT_OUT = date(2024, 1, 9), date(2025, 9, 30)
LOWER_LEVEL_NAMED, NO2_DUTIES, APRIL_2027 = date(2026, 1, 23), date(2026, 8, 20), date(2027, 4, 1)
A2_OR_BETTER, N3_OR_BETTER = {"jft-a2-2", "n4", "n3", "n2-or-n1"}, {"n3", "n2-or-n1"}


class Case(Person):
    """One complete set of answers on a day."""

    # Skill and Japanese for No.1.

    @cached_property
    def needs_n3(self) -> bool:
        return self.on_the_road or self.on_the_rails

    @cached_property
    def has_n3(self) -> bool:
        return self.has("japanese", *N3_OR_BETTER)

    @cached_property
    def trained_well(self) -> bool:
        results = ("grade-3", "good-report", "same-employer")
        return self.has("training-length", "2y10m-or-more") and self.has("training-result", *results)

    @cached_property
    def by_care(self) -> bool:
        return self.has("field", "nursing-care") and self.has("care-background", "care-school", "epa-care")

    @cached_property
    def by_training(self) -> bool:
        waived = not self.has("field", "automobile-transportation") and not self.on_the_rails
        return self.trained_well and self.has("training-related", "yes") and waived

    @cached_property
    def japanese_tested(self) -> bool:
        return self.has_n3 if self.needs_n3 else self.has("japanese", *A2_OR_BETTER)

    @cached_property
    def care_japanese_tested(self) -> bool:
        return not self.has("field", "nursing-care") or self.has("care-japanese", "passed")

    @cached_property
    def all_tests(self) -> bool:
        return self.has("skills-test", "passed") and self.japanese_tested and self.care_japanese_tested

    @cached_property
    def lacks_report(self) -> bool:
        """Long training that nothing shows, where the tests do not make up for it."""
        long = self.has("training-length", "2y10m-or-more") and self.has("training-result", "neither")
        return self.seeks_no1 and long and not self.all_tests and not self.by_care

    @cached_property
    def seeks_no1(self) -> bool:
        """No.1 in a field, so that tests are asked for."""
        return self.for_no1 and self.listed

    @cached_property
    def skill_shown(self) -> bool:
        return self.has("skills-test", "passed") or self.by_training or self.by_care

    @cached_property
    def japanese_shown(self) -> bool:
        return self.japanese_tested or (not self.needs_n3 and (self.trained_well or self.by_care))

    @cached_property
    def care_japanese_shown(self) -> bool:
        in_care = self.trained_well and self.has("training-related", "yes")
        return self.care_japanese_tested or self.by_care or in_care

    @cached_property
    def lacks_n3_for_no1(self) -> bool:
        """A2 is not enough for the job, or since January 2026 for drivers too little for asking."""
        enough = A2_OR_BETTER if self.on_the_road and self.day >= LOWER_LEVEL_NAMED else N3_OR_BETTER
        return self.seeks_no1 and self.needs_n3 and not self.has("japanese", *enough) and not self.lacks_report

    @cached_property
    def is_mixed(self) -> bool:
        """The skills test is passed, and good training waives the Japanese test alone."""
        waived = self.trained_well and not self.by_training and not self.by_care and not self.needs_n3
        return waived and self.has("skills-test", "passed")

    @cached_property
    def has_no1_route(self) -> bool:
        shown = self.skill_shown and self.japanese_shown and self.care_japanese_shown
        return self.seeks_no1 and shown

    # No.2.

    @cached_property
    def seeks_no2(self) -> bool:
        return self.for_no2 and self.has_no2("field")

    @cached_property
    def lacks_duties(self) -> bool:
        return self.seeks_no2 and self.day >= NO2_DUTIES and self.has("no2-duties", "no")

    @cached_property
    def lacks_n3_for_no2(self) -> bool:
        return self.seeks_no2 and not self.has_n3 and self.has("field", "fishery-aquaculture", "food-service")

    @cached_property
    def has_no2_route(self) -> bool:
        tested = self.has("no2-test", "passed") and self.has("no2-experience", "yes")
        return self.seeks_no2 and tested and not self.lacks_duties and not self.lacks_n3_for_no2

    # The five years.

    @cached_property
    def on_the_clock(self) -> bool:
        of_holder = self.goal in ("change-employer", "change-field", "extend") and self.holds_no1
        return self.goal == "no1" or of_holder

    def used_with(self, sick_at_most: int, accident_at_most: int) -> Decimal:
        """Count the months of the total, leave left out up to these limits."""
        total = self.number("no1-months")
        if self.day < LEAVE_LEFT_OUT or not self.has("leave-notified", "yes"):
            return total
        total -= self.number("leave-parental-months")
        for question, most in (("sick", sick_at_most), ("work-accident", accident_at_most)):
            months = self.number(f"leave-{question}-months")
            total -= min(months, Decimal(most)) if months > 1 else Decimal(0)
        return total

    @cached_property
    def used(self) -> Decimal:
        return self.used_with(12, 36)

    @cached_property
    def excess_decides(self) -> bool:
        return self.used >= 60 and self.used_with(10**9, 10**9) < 60 and not self.is_lifted

    @cached_property
    def has_exam_for_sixth_year(self) -> bool:
        field = "current-field" if self.goal in ("change-employer", "extend") else "field"
        return self.day >= LEAVE_LEFT_OUT and (self.has_no2(field) or self.has(field, "nursing-care"))

    @cached_property
    def failed_below(self) -> bool:
        scored = self.has("no2-test", "failed") and self.number("no2-test-lowest-percent") < 80
        return self.on_the_clock and self.has_exam_for_sixth_year and scored

    @cached_property
    def has_sixth_year(self) -> bool:
        scored = self.has("no2-test", "failed") and self.number("no2-test-lowest-percent") >= 80
        return self.on_the_clock and self.has_exam_for_sixth_year and scored and self.has("sixth-year-pledges", "yes")

    @cached_property
    def is_lifted(self) -> bool:
        return self.has_sixth_year and self.used < 72

    @cached_property
    def is_over(self) -> bool:
        """Whether the five years are used, with no way that is certain."""
        return self.on_the_clock and self.used >= 60 and not self.is_lifted and not self.excess_decides

    # Ways.

    @cached_property
    def has_home_steps_left(self) -> bool:
        return self.goal in APPLYING and not self.holds and self.has("home-steps", "not-done")

    @cached_property
    def gets_another_employer(self) -> bool:
        moves = self.has("employer-event", "new-employer", "merger-or-incorporation")
        return self.goal == "change-employer" and self.holds and moves

    @cached_property
    def moves_on_no1(self) -> bool:
        return self.gets_another_employer and self.holds_no1

    @cached_property
    def needs_notice_alone(self) -> bool:
        match self.goal:
            case "change-category" | "lost-job":
                return True
            case "change-employer":
                return self.has("employer-event", "back-to-same-employer")
            case "side-job":
                return self.has("second-workplace", "same-employer")
            case _:
                return False

    @cached_property
    def papers_late(self) -> bool:
        """Papers that are late, since there is a bridge of six months."""
        return self.changes_inside and self.has("papers-ready", "no") and self.day >= BRIDGE_OF_6_MONTHS

    @cached_property
    def plan_running(self) -> bool:
        return self.is_on("trainee-unfinished", "fixed-programme")

    @cached_property
    def has_bridge(self) -> bool:
        tested = self.has("no2-test", "passed") and self.has("no2-experience", "yes")
        to_no2 = self.goal == "no2" and self.holds_no1 and self.has_no2("field") and tested
        to_no1 = (self.has_no1_route or self.moves_on_no1) and self.used <= 54 and not self.plan_running
        return self.papers_late and (to_no1 or to_no2)

    @cached_property
    def has_longest_period(self) -> bool:
        return self.has("card-period", "5-years", *(["3-years"] if self.day < APRIL_2027 else []))

    @cached_property
    def has_numbers_for_pr(self) -> bool:
        years = self.number("years-in-japan") >= 10 and self.number("counted-work-years") >= 5
        return self.in_japan and years and self.has_longest_period and not self.has("dues", "owing")
