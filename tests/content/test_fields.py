import re
from collections.abc import Iterable
from datetime import date, timedelta
from itertools import pairwise

import pytest

from ssw_tui.library import Library
from ssw_tui.locations import content_folder
from ssw_tui.records.field import Field, FieldDetail, Intake, Measure
from ssw_tui.records.figure import Figure
from ssw_tui.records.source import Source
from ssw_tui.records.statement import Confidence, Fact, Statement

KANA = re.compile(r"[ぁ-ゖァ-ヺー・]+")
FORMER_FIELDS = {"machine-parts-and-tooling", "industrial-machinery", "electric-electronics-information"}
FIRST_NO2_FIELDS = {"construction", "shipbuilding"}
NO2_FIELDS = FIRST_NO2_FIELDS | {
    "building-cleaning",
    "industrial-product-manufacturing",
    "automobile-repair",
    "aviation",
    "accommodation",
    "agriculture",
    "fishery-aquaculture",
    "food-beverage-manufacturing",
    "food-service",
}
NEW_IN_2024 = {"automobile-transportation", "railway", "forestry", "wood-industry"}
NEW_IN_2026 = {"linen-supply", "logistics-warehousing", "resource-circulation"}
OF_NO_FIELD = (
    "convenience store",
    "コンビニ",
    "cashier",
    "レジ",
    "software",
    "programmer",
    "teacher",
    "nurse",
    "office",
)


@pytest.fixture(scope="module")
def library() -> Library:
    return Library(content_folder())


@pytest.fixture(scope="module")
def fields(library: Library) -> tuple[Field, ...]:
    return tuple(library.all(Field).values())


@pytest.fixture(scope="module")
def details(library: Library) -> tuple[FieldDetail, ...]:
    return tuple(library.all(FieldDetail).values())


def in_the_ordinance(fields: Iterable[Field], day: date) -> set[str]:
    return {field.id for field in fields if field.intake_on(day) is not Intake.NOT_A_FIELD}


def with_no2(fields: Iterable[Field], day: date) -> set[str]:
    return {field.id for field in fields if field.has_no2_on(day)}


def intake(fields: Iterable[Field], field_id: str, day: date) -> Intake:
    return next(field for field in fields if field.id == field_id).intake_on(day)


def people(details: Iterable[FieldDetail], measure: Measure, day: date) -> int:
    return sum(
        figure.people
        for detail in details
        for figure in detail.figures
        if figure.measure is measure and figure.holds_on(day)
    )


def facts(detail: FieldDetail) -> tuple[Fact, ...]:
    return (
        *detail.japanese_no1,
        *detail.japanese_no2,
        *detail.exemptions,
        *detail.employment,
        *detail.conditions,
    )


def test_there_are_nineteen_fields_and_three_former_ones(fields: tuple[Field, ...]) -> None:
    assert len(fields) == 22
    assert {field.id for field in fields if field.merged_into} == FORMER_FIELDS


@pytest.mark.parametrize(
    ("day", "number"),
    [
        (date(2019, 3, 31), 0),
        (date(2019, 4, 1), 14),
        (date(2022, 5, 24), 14),
        (date(2022, 5, 25), 12),
        (date(2023, 8, 30), 12),
        (date(2023, 8, 31), 12),
        (date(2024, 9, 29), 12),
        (date(2024, 9, 30), 16),
        (date(2026, 3, 31), 16),
        (date(2026, 4, 1), 19),
        (date(2026, 4, 12), 19),
        (date(2026, 4, 13), 19),
        (date(2026, 11, 22), 19),
    ],
)
def test_so_many_fields_are_in_the_ordinance(fields: tuple[Field, ...], day: date, number: int) -> None:
    assert len(in_the_ordinance(fields, day)) == number


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2019, 3, 31), set()),
        (date(2019, 4, 1), FIRST_NO2_FIELDS),
        (date(2022, 5, 25), FIRST_NO2_FIELDS),
        (date(2023, 8, 30), FIRST_NO2_FIELDS),
        (date(2023, 8, 31), NO2_FIELDS),
        (date(2024, 9, 30), NO2_FIELDS),
        (date(2026, 4, 1), NO2_FIELDS),
        (date(2026, 11, 22), NO2_FIELDS),
    ],
)
def test_no2_exists_in_these_fields(fields: tuple[Field, ...], day: date, expected: set[str]) -> None:
    assert with_no2(fields, day) == expected


@pytest.mark.parametrize(
    ("day", "added", "removed"),
    [
        (date(2022, 5, 25), {"industrial-product-manufacturing"}, FORMER_FIELDS),
        (date(2024, 9, 30), NEW_IN_2024, set()),
        (date(2026, 4, 1), NEW_IN_2026, set()),
    ],
)
def test_the_ordinance_changes_on_the_day_and_not_before(
    fields: tuple[Field, ...], day: date, added: set[str], removed: set[str]
) -> None:
    before = in_the_ordinance(fields, day - timedelta(days=1))
    after = in_the_ordinance(fields, day)
    assert after - before == added
    assert before - after == removed


@pytest.mark.parametrize(
    ("field_id", "day", "state"),
    [
        ("industrial-machinery", date(2022, 3, 31), Intake.OPEN),
        ("industrial-machinery", date(2022, 4, 1), Intake.STOPPED),
        ("industrial-machinery", date(2022, 5, 24), Intake.STOPPED),
        ("industrial-machinery", date(2022, 5, 25), Intake.NOT_A_FIELD),
        ("machine-parts-and-tooling", date(2022, 5, 24), Intake.OPEN),
        ("automobile-transportation", date(2024, 9, 29), Intake.NOT_A_FIELD),
        ("automobile-transportation", date(2024, 9, 30), Intake.NOT_OPEN),
        ("automobile-transportation", date(2024, 12, 15), Intake.NOT_OPEN),
        ("automobile-transportation", date(2024, 12, 16), Intake.UNCONFIRMED),
        ("automobile-transportation", date(2026, 11, 22), Intake.OPEN),
        ("railway", date(2024, 9, 30), Intake.OPEN),
        ("linen-supply", date(2026, 3, 31), Intake.NOT_A_FIELD),
        ("linen-supply", date(2026, 4, 1), Intake.UNCONFIRMED),
        ("logistics-warehousing", date(2026, 4, 1), Intake.NOT_OPEN),
        ("resource-circulation", date(2026, 4, 1), Intake.NOT_OPEN),
        ("food-service", date(2026, 4, 12), Intake.OPEN),
        ("food-service", date(2026, 4, 13), Intake.STOPPED),
        ("food-service", date(2026, 11, 22), Intake.STOPPED),
        ("nursing-care", date(2026, 11, 22), Intake.OPEN),
    ],
)
def test_a_field_stands_so_on_a_day(fields: tuple[Field, ...], field_id: str, day: date, state: Intake) -> None:
    assert intake(fields, field_id, day) is state


def test_today_every_other_field_is_open(fields: tuple[Field, ...]) -> None:
    today = date(2026, 11, 22)
    not_open = {"linen-supply", "logistics-warehousing", "resource-circulation", "food-service"}
    states = {field.id: field.intake_on(today) for field in fields if field.id not in not_open | FORMER_FIELDS}
    assert set(states.values()) == {Intake.OPEN}


def test_intake_has_neither_gaps_nor_overlaps_and_no_end(fields: tuple[Field, ...]) -> None:
    for field in fields:
        assert field.intake[0].since is not None, field.id
        assert [one.until for one, _ in pairwise(field.intake)] == [other.since for _, other in pairwise(field.intake)]
        assert field.intake[-1].until is None, field.id


def test_no2_spans_do_not_overlap(fields: tuple[Field, ...]) -> None:
    for field in fields:
        for one, other in pairwise(field.no2):
            assert one.until is not None, field.id
            assert other.since is not None, field.id
            assert one.until <= other.since, field.id


def test_only_agriculture_and_fishery_have_dispatch(fields: tuple[Field, ...]) -> None:
    assert {field.id for field in fields if field.dispatch} == {"agriculture", "fishery-aquaculture"}


def test_every_field_can_be_said_in_kana(fields: tuple[Field, ...]) -> None:
    assert [field.id for field in fields if not KANA.fullmatch(field.name_kana)] == []


def test_every_field_has_a_detail_file_and_no_other_exists(
    fields: tuple[Field, ...], details: tuple[FieldDetail, ...]
) -> None:
    assert {detail.id for detail in details} == {field.id for field in fields}


def test_every_field_has_ten_to_thirty_work_words_in_lower_case(fields: tuple[Field, ...]) -> None:
    for field in fields:
        assert 10 <= len(field.work_words) <= 30, field.id
        assert len(set(field.work_words)) == len(field.work_words), field.id
        assert [word for word in field.work_words if word != word.lower().strip()] == [], field.id


def test_every_field_has_work_words_in_latin_letters_kanji_and_kana(fields: tuple[Field, ...]) -> None:
    for field in fields:
        joined = " ".join(field.work_words)
        assert re.search(r"[a-z]", joined), field.id
        assert re.search(r"[一-鿿ァ-ヺ]", joined), field.id
        assert re.search(r"[ぁ-ゖ]", joined), field.id


@pytest.mark.parametrize("word", OF_NO_FIELD)
def test_work_that_is_in_no_field_has_no_work_word(fields: tuple[Field, ...], word: str) -> None:
    assert [field.id for field in fields if word in field.work_words] == []


@pytest.mark.parametrize(
    ("word", "field_id"),
    [
        ("caregiver", "nursing-care"),
        ("かいご", "nursing-care"),
        ("訪問介護", "nursing-care"),
        ("home-visit care", "nursing-care"),
        ("cleaning", "building-cleaning"),
        ("溶接", "shipbuilding"),
        ("welding", "industrial-product-manufacturing"),
        ("ようせつ", "industrial-product-manufacturing"),
        ("hotel", "accommodation"),
        ("front desk", "accommodation"),
        ("truck", "automobile-transportation"),
        ("やさい", "agriculture"),
        ("vegetables", "agriculture"),
        ("yasai", "agriculture"),
        ("ramen", "food-service"),
    ],
)
def test_everyday_words_lead_to_a_field(fields: tuple[Field, ...], word: str, field_id: str) -> None:
    assert field_id in {field.id for field in fields if word in field.work_words}


@pytest.mark.parametrize(
    ("measure", "day", "total"),
    [
        (Measure.CEILING_NO1, date(2019, 4, 1), 345_150),
        (Measure.CEILING_NO1, date(2022, 5, 25), 345_150),
        (Measure.CEILING_NO1, date(2022, 8, 30), 345_150),
        (Measure.CEILING_NO1, date(2024, 3, 29), 820_000),
        (Measure.CEILING_NO1, date(2026, 1, 22), 820_000),
        (Measure.CEILING_NO1, date(2026, 1, 23), 805_700),
        (Measure.CEILING_NO1, date(2029, 3, 31), 805_700),
        (Measure.CEILING_NO1, date(2029, 4, 1), 0),
        (Measure.CEILING_SKILL_DEVELOPMENT, date(2027, 3, 31), 0),
        (Measure.CEILING_SKILL_DEVELOPMENT, date(2027, 4, 1), 426_200),
        (Measure.RESIDENTS_NO1, date(2025, 12, 31), 382_341),
        (Measure.RESIDENTS_NO2, date(2025, 12, 31), 7_955),
    ],
)
def test_the_figures_of_the_fields_add_up_to_the_official_total(
    details: tuple[FieldDetail, ...], measure: Measure, day: date, total: int
) -> None:
    assert people(details, measure, day) == total


def test_the_ceilings_add_up_to_the_figure_that_texts_quote(library: Library, details: tuple[FieldDetail, ...]) -> None:
    quoted = library.all(Figure)["no1-ceiling-people"]
    for value in quoted.values:
        assert value.since is not None
        assert people(details, Measure.CEILING_NO1, value.since) == value.value


def test_seventeen_fields_are_in_employment_for_skill_development(details: tuple[FieldDetail, ...]) -> None:
    counted = {d.id for d in details for figure in d.figures if figure.measure is Measure.CEILING_SKILL_DEVELOPMENT}
    assert len(counted) == 17
    assert not counted & {"aviation", "automobile-transportation"}


def test_a_measure_has_one_figure_on_a_day(details: tuple[FieldDetail, ...]) -> None:
    for detail in details:
        for measure in Measure:
            values = sorted(
                (figure.since or date.min, figure.until) for figure in detail.figures if figure.measure is measure
            )
            for (_, until), (since, _) in pairwise(values):
                assert until is not None, (detail.id, measure)
                assert until <= since, (detail.id, measure)


def test_history_is_dated_and_oldest_first(details: tuple[FieldDetail, ...]) -> None:
    for detail in details:
        days = [event.since for event in detail.history if event.since]
        assert len(days) == len(detail.history), detail.id
        assert days == sorted(days), detail.id


def test_the_fields_with_no2_have_a_no2_test_and_a_japanese_level(details: tuple[FieldDetail, ...]) -> None:
    assert {detail.id for detail in details if detail.no2_tests} == NO2_FIELDS
    assert {detail.id for detail in details if detail.japanese_no2} == NO2_FIELDS


def test_no2_kinds_of_work_lie_in_fields_with_no2(details: tuple[FieldDetail, ...]) -> None:
    assert {detail.id for detail in details if any(kind.no2 for kind in detail.categories)} == NO2_FIELDS


def test_today_only_fishery_and_food_service_ask_for_n3_for_no2(details: tuple[FieldDetail, ...]) -> None:
    today = date(2026, 11, 22)
    asking = {d.id for d in details for fact in d.japanese_no2 if fact.holds_on(today) and "N3" in fact.text}
    assert asking == {"fishery-aquaculture", "food-service"}


def test_the_b1_level_of_2027_is_planned_in_every_field_with_no2(details: tuple[FieldDetail, ...]) -> None:
    planned = {d.id: [fact.since for fact in d.japanese_no2 if fact.planned] for d in details if d.japanese_no2}
    assert all(days == [date(2027, 4, 1)] for days in planned.values())
    assert set(planned) == NO2_FIELDS


def test_fields_without_a_known_test_say_so(details: tuple[FieldDetail, ...]) -> None:
    without = [detail for detail in details if not detail.no1_tests]
    assert {detail.id for detail in without} == NEW_IN_2026
    assert all(any("skills test" in text for text in detail.unknown) for detail in without)


def test_no_address_is_a_bare_number(details: tuple[FieldDetail, ...]) -> None:
    addresses = [test.address for d in details for test in (*d.no1_tests, *d.no2_tests) if test.address]
    assert addresses
    assert [address for address in addresses if re.match(r"https?://[\d.]+(/|$)", address)] == []


def test_a_statement_without_sources_names_the_office_to_ask(details: tuple[FieldDetail, ...]) -> None:
    open_points = [fact for d in details for fact in facts(d) if fact.confidence is Confidence.UNCONFIRMED]
    assert [fact.text for fact in open_points if fact.ask is None] == []


def test_every_source_exists_and_official_ones_come_first(
    library: Library, fields: tuple[Field, ...], details: tuple[FieldDetail, ...]
) -> None:
    sources = library.all(Source)
    statements: list[Statement] = [span for field in fields for span in (*field.intake, *field.no2)]
    for d in details:
        statements += (*d.categories, *d.no1_tests, *d.no2_tests, *facts(d), *d.figures, *d.history)
    for statement in statements:
        kinds = [list(type(sources[one].kind)).index(sources[one].kind) for one in statement.sources]
        assert kinds == sorted(kinds), statement
