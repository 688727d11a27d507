from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ssw_tui.kinds import KIND_NAMED
from ssw_tui.library import Library
from ssw_tui.records.deadline import Deadline
from ssw_tui.records.document import Document
from ssw_tui.records.field import Field, Intake
from ssw_tui.records.field_detail import FieldDetail, FieldPeople, Measure
from ssw_tui.records.procedure import Procedure
from ssw_tui.records.rule import Rule
from ssw_tui.records.source import Source
from ssw_tui.records.statement import Confidence, Statement
from ssw_tui.timeline import Change, changes_between
from tests.timeline.small import fee, listed, rule, small, span

ALWAYS = (date.min, date.max)
FIRST_DAY = date(2019, 4, 1)
OPENED_IN_THE_APP = {"field", "rule", "procedure", "document", "risk", "topic", "answer"}
NEW_IN_2026 = ("linen-supply", "logistics-warehousing", "resource-circulation")


@pytest.fixture(scope="module")
def history(library: Library) -> tuple[Change, ...]:
    """Every change there is."""
    return changes_between(library, *ALWAYS)


def on(library: Library, day: str) -> tuple[Change, ...]:
    return changes_between(library, date.fromisoformat(day), date.fromisoformat(day))


class TestKnownChanges:
    """What a reader who knows the field looks for."""

    def test_the_fee_rise_of_october_2026_is_told_once(self, library: Library) -> None:
        autumn = changes_between(library, date(2026, 9, 1), date(2026, 11, 22))
        (rise,) = [change for change in autumn if "¥33,000" in change.title + change.text]
        assert (rise.date, rise.kind, rise.id) == (date(2026, 10, 1), "rule", "fee-change-extension-2026")
        assert "¥6,000" in rise.before
        assert any("¥75,000, online ¥65,000" in line for line in rise.details)

    def test_the_fee_for_permanent_residence_rises_on_the_same_day_and_is_told_once(self, library: Library) -> None:
        told = [change for change in on(library, "2026-10-01") if "¥200,000" in change.title + change.text]
        assert [change.id for change in told] == ["fee-pr"]

    @pytest.mark.parametrize(
        ("day", "place"),
        [
            ("2026-08-20", ("rule", "no2-duties-2026")),
            ("2026-04-13", ("field", "food-service")),
            ("2026-02-24", ("rule", "pr-longest-period")),
            ("2025-09-30", ("rule", "no1-period")),
            ("2025-09-30", ("rule", "no1-six-years")),
            ("2025-04-01", ("rule", "employer-annual-report")),
            ("2024-07-16", ("field", "automobile-repair")),
            ("2024-01-09", ("rule", "bridge-no1")),
            ("2027-06-01", ("rule", "kokuho-link-2027")),
            ("2026-06-14", ("topic", "residence-card-procedures")),
        ],
    )
    def test_what_changed_on_a_day_is_told_once(self, library: Library, day: str, place: tuple[str, str]) -> None:
        assert [(change.kind, change.id) for change in on(library, day)].count(place) == 1

    def test_the_stop_of_food_service_says_what_held_before_and_leads_to_its_rule_too(self, library: Library) -> None:
        (stop,) = [change for change in on(library, "2026-04-13") if "food-service" in change.fields]
        assert stop.title == "Food Service Industry: No.1 is stopped for newcomers"
        assert "until 12 April 2026" in stop.before
        assert ("rule", "food-service-stop") in stop.places
        assert len(on(library, "2026-04-13")) == 1

    def test_the_duties_of_no2_workers_are_told_by_the_rule_for_every_field_with_no2(self, library: Library) -> None:
        (duties,) = on(library, "2026-08-20")
        with_no2 = {field.id for field in library.all(Field).values() if field.has_no2_on(date(2026, 8, 20))}
        assert set(duties.fields) == with_no2
        assert ("document", "no2-pledge") in duties.places

    @pytest.mark.parametrize(
        ("day", "fields"),
        [
            ("2026-04-01", NEW_IN_2026),
            ("2024-09-30", ("automobile-transportation", "railway", "forestry", "wood-industry")),
        ],
    )
    def test_new_fields_of_a_day_are_one_change(self, library: Library, day: str, fields: tuple[str, ...]) -> None:
        (new,) = [change for change in on(library, day) if "new fields" in change.title]
        assert set(new.fields) == set(fields)
        assert "not open yet" in new.text
        assert "No.2: none of them." in new.text

    def test_the_status_starts_with_fourteen_fields(self, library: Library) -> None:
        (start,) = [change for change in on(library, "2019-04-01") if change.fields]
        assert start.title == "The Specified Skilled Worker status starts in its first 14 fields"
        assert set(start.fields) == {field.id for field in library.all(Field).values() if field.no1_from == start.date}
        assert len(start.fields) == 14
        assert "Shipbuilding and Ship Machinery Industry: No.2 existed for welding only." in start.details

    def test_three_fields_become_one(self, library: Library) -> None:
        (merger,) = on(library, "2022-05-25")
        assert merger.title == "3 fields become one: Industrial Product Manufacturing"
        assert (merger.kind, merger.id) == ("field", "industrial-product-manufacturing")
        assert len(merger.fields) == 4

    def test_no2_opens_in_nine_fields_at_once(self, library: Library) -> None:
        (opening,) = [change for change in on(library, "2023-08-31") if change.title.endswith("No.2 opens")]
        assert len(opening.fields) == 9
        assert "shipbuilding" not in opening.fields
        assert (opening.kind, opening.id) == ("rule", "no2-fields-history")

    def test_no2_is_widened_in_shipbuilding(self, library: Library) -> None:
        (widened,) = [change for change in on(library, "2023-08-31") if change.id == "shipbuilding"]
        assert "No.2 is widened from welding" in widened.title
        assert "welding only" in widened.before

    def test_ceilings_of_a_day_are_one_change_with_the_sum_of_all_fields(self, library: Library) -> None:
        (ceilings,) = [
            change for change in on(library, "2026-01-23") if change.title.endswith(": new ceiling for No.1")
        ]
        assert len(ceilings.fields) == 19
        assert "Food Service Industry: 50,000 people (before: 53,000)" in ceilings.details
        assert "All fields together: 805,700 people (before: 820,000)" in ceilings.details

    def test_a_ceiling_that_stays_the_same_is_no_change(self, library: Library) -> None:
        (ceilings,) = [change for change in on(library, "2022-08-30") if "new ceiling" in change.title]
        assert "agriculture" not in ceilings.fields
        assert "food-service" in ceilings.fields

    def test_counts_of_residents_are_no_changes(self, library: Library) -> None:
        counted = {
            figure.since
            for people in library.all(FieldPeople).values()
            for figure in people.figures
            if figure.measure in (Measure.RESIDENTS_NO1, Measure.RESIDENTS_NO2)
        }
        assert date(2026, 2, 28) in counted
        assert on(library, "2026-02-28") == ()

    def test_what_is_planned_says_so(self, library: Library) -> None:
        (periods,) = on(library, "2027-01-01")
        assert periods.planned
        assert "No.2 is to be granted for 5 years" in periods.title
        assert not any(change.planned for change in on(library, "2026-10-01"))

    def test_a_fee_before_the_rules_about_it_leads_to_the_rule_that_names_it(self, library: Library) -> None:
        fees = {change.title: change for change in on(library, "2025-04-01") if change.title.startswith("Fee")}
        extension = fees["Fee: Change of status or extension, any period: ¥6,000, online ¥5,500"]
        assert (extension.kind, extension.id, extension.before) == ("rule", "fee-change-extension-2026", "¥4,000")
        assert not any("Re-entry" in title for title in fees)

    def test_a_deadline_that_follows_from_a_dated_rule_is_no_change_of_its_own(self, library: Library) -> None:
        assert library.all(Deadline)["employer-annual"].since == date(2025, 6, 1)
        assert on(library, "2025-06-01") == ()

    def test_what_the_overview_describes_is_no_change(self, library: Library) -> None:
        assert not any("may do any legal job" in change.title for change in on(library, "2019-04-01"))

    def test_a_period_that_no_record_of_today_begins_with_is_told(self, library: Library) -> None:
        (period,) = on(library, "2023-04-20")
        assert (period.kind, period.id) == ("rule", "no1-period")
        assert "4 months" in period.before


class TestWholeHistory:
    """What holds of every change."""

    def test_they_come_newest_first(self, history: tuple[Change, ...]) -> None:
        days = [change.date for change in history]
        assert days == sorted(days, reverse=True)
        assert days[-1] == FIRST_DAY

    def test_each_leads_to_records_that_exist_and_can_be_opened(
        self, library: Library, history: tuple[Change, ...]
    ) -> None:
        for change in history:
            for place in change.places:
                assert place.kind in OPENED_IN_THE_APP, change.title
                assert place.id in library.all(KIND_NAMED[place.kind].record), change.title

    def test_a_paper_to_open_is_one_that_a_step_needs(self, library: Library, history: tuple[Change, ...]) -> None:
        steps = [step for procedure in library.all(Procedure).values() for step in procedure.steps]
        needed = {paper for step in steps for paper in step.documents}
        assert {change.id for change in history if change.kind == "document"} <= needed

    def test_each_has_a_source_or_is_not_confirmed(self, library: Library, history: tuple[Change, ...]) -> None:
        for change in history:
            assert change.sources or change.confidence is Confidence.UNCONFIRMED, change.title
            assert set(change.sources) <= set(library.all(Source))
            assert len(set(change.sources)) == len(change.sources)

    def test_each_begins_or_ends_with_what_it_rests_on(self, history: tuple[Change, ...]) -> None:
        for change in history:
            main = change.statements[0]
            assert change.date == (main.until if change.ends else main.since), change.title

    def test_no_line_stands_twice_on_a_day(self, history: tuple[Change, ...]) -> None:
        said = [(change.date, change.title, change.text) for change in history]
        assert len(set(said)) == len(said)

    def test_each_says_something_in_a_title_of_its_own(self, history: tuple[Change, ...]) -> None:
        for change in history:
            assert change.title == change.title.strip() != ""
            assert len(change.title) <= 200, change.title
            assert not change.title.endswith(".")

    def test_figures_stand_in_texts_with_their_value_of_the_day(self, history: tuple[Change, ...]) -> None:
        for change in history:
            for text in (change.title, change.text, change.before, *change.details):
                assert "{" not in text
                assert "not known for this day" not in text
        (exclusions,) = [change for change in history if change.id == "no1-period" and change.date.year == 2025]
        assert "at most 3 years at a time" in exclusions.text

    def test_fields_that_it_names_exist(self, library: Library, history: tuple[Change, ...]) -> None:
        for change in history:
            assert set(change.fields) <= set(library.all(Field))
            assert len(set(change.fields)) == len(change.fields)

    def test_every_rule_that_begins_is_told_on_its_day(self, library: Library, history: tuple[Change, ...]) -> None:
        told = {(change.date, place.id) for change in history for place in change.places if place.kind == "rule"}
        assert [
            rule.id for rule in library.all(Rule).values() if rule.since and (rule.since, rule.id) not in told
        ] == []

    def test_every_dated_statement_about_a_field_is_told_on_its_day(
        self, library: Library, history: tuple[Change, ...]
    ) -> None:
        told = {(change.date, statement) for change in history for statement in change.statements}
        fields = library.all(Field)
        for detail in library.all(FieldDetail).values():
            field = fields[detail.id]
            ends = {span.since for span in field.intake if span.state is Intake.NOT_A_FIELD}
            # A field's first and last day tell its lists with it; a field that took others over repeats their history.
            taken_over = any(other.merged_into == field.id for other in fields.values())
            for day, statement in _dated(field, detail):
                own_history = not taken_over or (field.no1_from and day > field.no1_from)
                if day not in (field.no1_from, *ends) and own_history:
                    assert (day, statement) in told, (field.id, statement)

    def test_every_start_and_state_of_a_field_names_it(self, library: Library, history: tuple[Change, ...]) -> None:
        named = {(change.date, field) for change in history for field in change.fields}
        for field in library.all(Field).values():
            days = {span.since for span in (*field.intake, *field.no2) if span.since}
            assert {(day, field.id) for day in days} <= named

    def test_every_new_paper_is_told(self, library: Library, history: tuple[Change, ...]) -> None:
        told = {(change.date, statement) for change in history for statement in change.statements}
        new = [paper for paper in library.all(Document).values() if paper.since]
        assert [paper.id for paper in new if (paper.since, paper) not in told] == []


def _dated(field: Field, detail: FieldDetail) -> Iterator[tuple[date, Statement]]:
    lists = (detail.conditions, detail.japanese_no1, detail.japanese_no2, detail.exemptions, detail.employment)
    for statement in (*field.intake, *detail.history, *(one for part in lists for one in part)):
        if statement.since:
            yield statement.since, statement


class TestInterval:
    """Which days are looked at."""

    def test_both_days_are_inside(self, library: Library) -> None:
        day = date(2026, 10, 1)
        one_day = timedelta(days=1)
        assert changes_between(library, day, day) != ()
        assert {change.date for change in changes_between(library, day - one_day, day)} == {day}
        assert {change.date for change in changes_between(library, day, day + one_day)} == {day}
        assert changes_between(library, day + one_day, day + 2 * one_day) == ()

    def test_a_time_in_which_nothing_changed_has_no_changes(self, library: Library) -> None:
        assert changes_between(library, date(2026, 10, 2), date(2026, 11, 22)) == ()

    def test_before_the_status_nothing_is_told(self, library: Library) -> None:
        assert changes_between(library, date.min, FIRST_DAY - timedelta(days=1)) == ()

    @settings(deadline=None)
    @given(st.lists(st.dates(date(2019, 1, 1), date(2029, 12, 30)), min_size=3, max_size=3).map(sorted))
    def test_two_times_that_meet_have_the_changes_of_the_whole(self, library: Library, days: list[date]) -> None:
        since, middle, until = days
        between = partial(changes_between, library)
        newer = between(middle + timedelta(days=1), until)
        assert between(since, until) == newer + between(since, middle)


class TestSmallContent:
    """How records of one's own making are told."""

    def test_a_rule_that_another_replaces_is_no_end(self, tmp_path: Path) -> None:
        rules = rule("old", since="2024-01-01", until="2025-01-01") + rule(
            "new", since="2025-01-01", more='replaces = ["old"]'
        )
        told = changes_between(small(tmp_path, rules=rules), *ALWAYS)
        assert [(change.id, change.ends, change.before) for change in told] == [
            ("new", False, "The text of old."),
            ("old", False, ""),
        ]

    def test_a_rule_that_ends_with_nothing_in_its_place_says_so(self, tmp_path: Path) -> None:
        told = changes_between(small(tmp_path, rules=rule("old", until="2025-01-01")), *ALWAYS)
        assert [(change.title, change.ends) for change in told] == [
            ("No longer in force: What the old rule is about", True)
        ]

    def test_two_rules_of_a_day_are_two_changes(self, tmp_path: Path) -> None:
        rules = rule("one", since="2025-01-01") + rule("two", since="2025-01-01")
        assert len(changes_between(small(tmp_path, rules=rules), *ALWAYS)) == 2

    def test_a_field_that_stops_and_opens_again_is_told_twice(self, tmp_path: Path) -> None:
        spans = (
            span("open", "2020-01-01", "2021-01-01")
            + span("stopped", "2021-01-01", "2022-01-01")
            + span("open", "2022-01-01")
        )
        told = changes_between(small(tmp_path, fields={"tea": spans}), *ALWAYS)
        assert [change.title for change in told] == [
            "The tea: No.1 is open",
            "The tea: No.1 is stopped for newcomers",
            "The tea: No.1 is open",
        ]
        assert told[0].before == "It is stopped."

    def test_a_field_that_ends_alone_is_no_longer_one(self, tmp_path: Path) -> None:
        spans = span("open", "2020-01-01", "2021-01-01") + span("not-a-field", "2021-01-01")
        newest, *_ = changes_between(small(tmp_path, fields={"tea": spans}), *ALWAYS)
        assert (newest.title, newest.ends) == ("The tea: no longer a field", True)

    @pytest.mark.parametrize("number", [2, 3, 4])
    def test_fields_that_tell_the_same_are_one_change(self, tmp_path: Path, number: int) -> None:
        ids = [f"tea-{letter}" for letter in "abcd"[:number]]
        details = dict.fromkeys(ids, listed("conditions", "Your employer joins a club.", since="2023-05-01"))
        fields = dict.fromkeys(ids, span("open", "2020-01-01"))
        newest, *_ = changes_between(small(tmp_path, fields=fields, details=details), *ALWAYS)
        assert newest.fields == tuple(ids)
        named = "4 fields" if number == 4 else "The tea-a"
        assert newest.title.startswith(named)

    def test_texts_that_differ_in_japanese_words_in_brackets_are_one_change(self, tmp_path: Path) -> None:
        fields = dict.fromkeys(("tea", "milk"), span("open", "2020-01-01"))
        details = {
            "tea": listed("conditions", "Your employer joins a club (茶会, ちゃかい).", since="2023-05-01"),
            "milk": listed("conditions", "Your employer joins a club (乳会, にゅうかい).", since="2023-05-01"),
        }
        newest, *_ = changes_between(small(tmp_path, fields=fields, details=details), *ALWAYS)
        assert newest.text == "Your employer joins a club."
        assert [line for line in newest.details if "茶会" in line] != []

    def test_what_a_list_says_instead_is_one_change_with_what_it_said_before(self, tmp_path: Path) -> None:
        detail = listed("conditions", "Pay one coin.", since="2021-01-01", until="2023-05-01") + listed(
            "conditions", "Pay two coins.", since="2023-05-01"
        )
        newest, *older = changes_between(
            small(tmp_path, fields={"tea": span("open", "2020-01-01")}, details={"tea": detail}), *ALWAYS
        )
        assert (newest.text, newest.before, newest.ends) == ("Pay two coins.", "Pay one coin.", False)
        assert [change.date.year for change in older] == [2021, 2020]

    def test_what_a_list_no_longer_says_is_told(self, tmp_path: Path) -> None:
        detail = listed("conditions", "Pay one coin.", since="2021-01-01", until="2023-05-01")
        newest, *_ = changes_between(
            small(tmp_path, fields={"tea": span("open", "2020-01-01")}, details={"tea": detail}), *ALWAYS
        )
        assert (newest.date, newest.ends) == (date(2023, 5, 1), True)
        assert newest.title == "No longer in force: The tea: what the employer must do"

    def test_what_one_field_tells_in_two_lists_is_two_changes(self, tmp_path: Path) -> None:
        detail = listed("history", "The club opens its doors. It is free.", since="2023-05-01") + listed(
            "conditions", "Pay nothing.", since="2023-05-01"
        )
        event, condition, *older = changes_between(
            small(tmp_path, fields={"tea": span("open", "2020-01-01")}, details={"tea": detail}), *ALWAYS
        )
        assert (event.title, event.text, event.details) == ("The tea: The club opens its doors", "It is free.", ())
        assert (condition.title, condition.text) == ("The tea: what the employer must do", "Pay nothing.")
        assert [change.date.year for change in older] == [2020]

    @pytest.mark.parametrize("more", ["", span("not-a-field", "2023-05-01")], ids=["starts", "ends"])
    def test_what_begins_or_ends_with_a_field_goes_without_saying(self, tmp_path: Path, more: str) -> None:
        until = "2023-05-01" if more else None
        detail = listed("conditions", "Pay nothing.", since="2020-01-01", until=until)
        fields = {"tea": span("open", "2020-01-01", until) + more}
        told = changes_between(small(tmp_path, fields=fields, details={"tea": detail}), *ALWAYS)
        assert not any("Pay nothing." in change.text for change in told)

    def test_a_field_that_took_another_over_does_not_tell_its_history_again(self, tmp_path: Path) -> None:
        gone = span("open", "2020-01-01", "2021-01-01") + span("not-a-field", "2021-01-01")
        fields = {"tea": f'merged_into = "drinks"\n{gone}', "drinks": span("open", "2021-01-01")}
        event = listed("history", "The club opens.", since="2020-06-01")
        library = small(tmp_path, fields=fields, details=dict.fromkeys(fields, event))
        (club,) = changes_between(library, date(2020, 6, 1), date(2020, 6, 1))
        assert club.fields == ("tea",)

    @pytest.mark.parametrize(("number", "lines"), [(3, 3), (4, 1)])
    def test_what_many_fields_say_each_in_its_own_way_is_one_change(
        self, tmp_path: Path, number: int, lines: int
    ) -> None:
        ids = "abcd"[:number]
        details = {name: listed("conditions", f"Pay {name} coins.", since="2023-05-01") for name in ids}
        library = small(tmp_path, fields=dict.fromkeys(ids, span("open", "2020-01-01")), details=details)
        told = changes_between(library, date(2023, 5, 1), date(2023, 5, 1))
        assert len(told) == lines
        said = " ".join(text for change in told for text in (change.text, *change.details))
        assert [name for name in ids if f"Pay {name} coins." not in said] == []

    def test_a_fee_that_keeps_its_amount_is_no_change(self, tmp_path: Path) -> None:
        fees = fee("a", 4000, until="2025-04-01") + fee("b", 4000, since="2025-04-01", until="2026-04-01")
        fees += fee("c", 6000, since="2026-04-01")
        told = changes_between(small(tmp_path, fees=fees), *ALWAYS)
        assert [(change.title, change.before) for change in told] == [("Fee: A stamp: ¥6,000", "¥4,000")]
