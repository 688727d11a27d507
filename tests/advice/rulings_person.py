"""Where somebody is and which job it is, in the words of the decision table: what the rulings build on."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import cached_property

from ssw_tui.advice.answers import Answer
from ssw_tui.advice.days import add_months
from tests.advice.published_fields import has_no2, intake

APPLYING = frozenset({"no1", "no2"})
WITH_JOB = APPLYING | {"change-employer", "change-field", "extend"}
HOME_VISITS = date(2025, 4, 21)


class Person:
    """One complete set of answers on a day, as far as it says where somebody is and which job it is."""

    def __init__(self, goal: str, answers: Mapping[str, Answer], day: date) -> None:
        self.goal = goal
        self.day = day
        self._answers = answers

    def has(self, question: str, *options: str) -> bool:
        return self._answers[question] in options

    def number(self, question: str) -> Decimal:
        number = self._answers[question]
        assert isinstance(number, Decimal)
        return number

    # Where somebody is.

    @cached_property
    def in_japan(self) -> bool:
        return self.has("location", "in-japan")

    def is_on(self, *statuses: str) -> bool:
        return self.in_japan and self.has("status", *statuses)

    @cached_property
    def holds_no1(self) -> bool:
        return self.is_on("ssw1")

    @cached_property
    def holds(self) -> bool:
        return self.is_on("ssw1", "ssw2")

    @cached_property
    def for_no1(self) -> bool:
        return self.goal == "no1" or (self.goal == "change-field" and self.holds_no1)

    @cached_property
    def for_no2(self) -> bool:
        return self.goal == "no2" or (self.goal == "change-field" and self.is_on("ssw2"))

    @cached_property
    def changes_inside(self) -> bool:
        return self.in_japan and not self.is_on("temporary-visitor", "internship-programme")

    @cached_property
    def stay_is_over(self) -> bool:
        ends = self._answers["stay-ends"]
        assert isinstance(ends, date)
        held_open = self.has("application-pending", "yes") and self.day <= add_months(ends, 2)
        return self.in_japan and ends < self.day and not held_open

    # The job.

    def intake(self, question: str) -> str:
        return intake(str(self._answers[question]), self.day)

    def has_no2(self, question: str) -> bool:
        return has_no2(str(self._answers[question]), self.day)

    @cached_property
    def listed(self) -> bool:
        return self.intake("field") != "not-a-field" and not (self.for_no1 and self.is_left_out)

    @cached_property
    def is_left_out(self) -> bool:
        """Visits to homes, before No.1 in nursing care covered them."""
        visits = self.has("field", "nursing-care") and self.has("category", "home-visit-care")
        return visits and self.day < HOME_VISITS

    @cached_property
    def is_stopped(self) -> bool:
        stays = self.holds_no1 and self._answers["current-field"] == self._answers["field"]
        return self.intake("field") == "stopped" and not stays

    @cached_property
    def dispatched(self) -> bool:
        return self.goal in WITH_JOB and self.has("offer", "dispatch")

    @cached_property
    def may_be_dispatched(self) -> bool:
        field = "current-field" if self.goal in ("change-employer", "extend") else "field"
        return self.has(field, "agriculture", "fishery-aquaculture")

    @cached_property
    def on_the_road(self) -> bool:
        return self.has("field", "automobile-transportation") and self.has("category", "taxi-driver", "bus-driver")

    @cached_property
    def on_the_rails(self) -> bool:
        return self.has("field", "railway") and self.has("category", "railway-transport-staff")
