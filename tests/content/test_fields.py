import re
from collections.abc import Iterable
from datetime import date, timedelta
from itertools import pairwise

import pytest

from ssw_tui.folding import fold
from ssw_tui.library import Library
from ssw_tui.locations import content_folder
from ssw_tui.output.field_list import fields_on, matching
from ssw_tui.reader import Reader
from ssw_tui.records.field import Field, Intake
from ssw_tui.records.field_detail import FieldDetail, FieldPeople, Measure, SkillsTest
from ssw_tui.records.figure import Figure
from ssw_tui.records.other_work import OtherWork
from ssw_tui.records.source import Source
from ssw_tui.records.statement import Confidence, Fact, Statement, holding

TODAY = date(2026, 11, 22)

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
FIRST_FIELDS = (NO2_FIELDS - {"industrial-product-manufacturing"}) | FORMER_FIELDS | {"nursing-care"}
FIELDS_OF_2022 = NO2_FIELDS | {"nursing-care"}
FIELDS_OF_2024 = FIELDS_OF_2022 | NEW_IN_2024
FIELDS_OF_2026 = FIELDS_OF_2024 | NEW_IN_2026
WELDING_FIELDS = {"industrial-product-manufacturing", "construction", "shipbuilding"}
OFFICIAL_TEXTS = {
    "isa-001460079-pdf": re.compile(r"guideline (ch\.\d+ s\d+\S* p\.\d+)"),
    "isa-001468648-pdf": re.compile(r"revision of 20 August 2026 p\.\d+ \(items? \d+"),
    "isa-001455523-pdf": re.compile(r"policy summary of 23 January 2026 p\.\d"),
    "isa-001425267-pdf": re.compile(r"leaflet of 30 September 2024(,| p\.\d)"),
}
"""The agency's guideline, its revision, the summary of the policies and the leaflet: how a place in each is written."""
PEOPLE = {
    "nursing-care": (60_000, 50_900, 135_000, 126_900, 67_871, 0),
    "building-cleaning": (37_000, 20_000, 37_000, 32_200, 8_395, 17),
    "industrial-product-manufacturing": (0, 49_750, 173_300, 199_500, 56_736, 840),
    "construction": (40_000, 34_000, 80_000, 76_000, 49_323, 1_799),
    "shipbuilding": (13_000, 11_000, 36_000, 23_400, 11_204, 336),
    "automobile-repair": (7_000, 6_500, 10_000, 9_400, 4_560, 320),
    "aviation": (2_200, 1_300, 4_400, 4_900, 2_260, 3),
    "accommodation": (22_000, 11_200, 23_000, 14_800, 1_968, 30),
    "agriculture": (36_500, 36_500, 78_000, 73_300, 37_952, 1_282),
    "fishery-aquaculture": (9_000, 6_300, 17_000, 14_800, 4_590, 21),
    "food-beverage-manufacturing": (34_000, 87_200, 139_000, 133_500, 93_393, 2_251),
    "food-service": (53_000, 30_500, 53_000, 50_000, 43_869, 1_056),
    "automobile-transportation": (0, 0, 24_500, 22_100, 151, 0),
    "railway": (0, 0, 3_800, 2_900, 54, 0),
    "forestry": (0, 0, 1_000, 900, 0, 0),
    "wood-industry": (0, 0, 5_000, 4_500, 15, 0),
    "linen-supply": (0, 0, 0, 4_300, 0, 0),
    "logistics-warehousing": (0, 0, 0, 11_400, 0, 0),
    "resource-circulation": (0, 0, 0, 900, 0, 0),
    "machine-parts-and-tooling": (21_500, 0, 0, 0, 0, 0),
    "industrial-machinery": (5_250, 0, 0, 0, 0, 0),
    "electric-electronics-information": (4_700, 0, 0, 0, 0, 0),
}
"""The ceilings of 2019, August 2022, March 2024 and January 2026; then No.1 and No.2 workers at the end of 2025."""
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


@pytest.fixture(scope="module")
def peoples(library: Library) -> tuple[FieldPeople, ...]:
    return tuple(library.all(FieldPeople).values())


def skills_tests(detail: FieldDetail) -> tuple[SkillsTest, ...]:
    return (*detail.no1_tests, *detail.no2_tests)


def everything_said(field: Field, detail: FieldDetail, people: FieldPeople) -> tuple[Statement, ...]:
    return (
        *(*field.intake, *field.no2, *detail.categories, *skills_tests(detail)),
        *(*facts(detail), *people.figures, *detail.history),
    )


def today_s(fields: Iterable[Field], details: Iterable[FieldDetail]) -> list[FieldDetail]:
    listed = in_the_ordinance(fields, TODAY)
    return [detail for detail in details if detail.id in listed]


def in_the_ordinance(fields: Iterable[Field], day: date) -> set[str]:
    return {field.id for field in fields if field.intake_on(day) is not Intake.NOT_A_FIELD}


def with_no2(fields: Iterable[Field], day: date) -> set[str]:
    return {field.id for field in fields if field.has_no2_on(day)}


def intake(fields: Iterable[Field], field_id: str, day: date) -> Intake:
    return next(field for field in fields if field.id == field_id).intake_on(day)


def people(peoples: Iterable[FieldPeople], measure: Measure, day: date) -> int:
    return sum(
        figure.people for one in peoples for figure in one.figures if figure.measure is measure and figure.holds_on(day)
    )


@pytest.fixture(scope="module")
def reader(library: Library) -> Reader:
    return Reader(library, TODAY)


@pytest.fixture(scope="module")
def other_works(library: Library) -> tuple[OtherWork, ...]:
    return tuple(library.all(OtherWork).values())


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
        (TODAY, 19),
    ],
)
def test_so_many_fields_are_in_the_ordinance(fields: tuple[Field, ...], day: date, number: int) -> None:
    assert len(in_the_ordinance(fields, day)) == number


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2019, 3, 31), set()),
        (date(2019, 4, 1), FIRST_NO2_FIELDS),
        (date(2022, 5, 24), FIRST_NO2_FIELDS),
        (date(2022, 5, 25), FIRST_NO2_FIELDS),
        (date(2023, 8, 30), FIRST_NO2_FIELDS),
        (date(2023, 8, 31), NO2_FIELDS),
        (date(2024, 9, 29), NO2_FIELDS),
        (date(2024, 9, 30), NO2_FIELDS),
        (date(2026, 3, 31), NO2_FIELDS),
        (date(2026, 4, 1), NO2_FIELDS),
        (date(2026, 4, 12), NO2_FIELDS),
        (date(2026, 4, 13), NO2_FIELDS),
        (TODAY, NO2_FIELDS),
    ],
)
def test_no2_exists_in_these_fields(fields: tuple[Field, ...], day: date, expected: set[str]) -> None:
    assert with_no2(fields, day) == expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2019, 3, 31), set()),
        (date(2019, 4, 1), FIRST_FIELDS),
        (date(2022, 5, 24), FIRST_FIELDS),
        (date(2022, 5, 25), FIELDS_OF_2022),
        (date(2023, 8, 30), FIELDS_OF_2022),
        (date(2023, 8, 31), FIELDS_OF_2022),
        (date(2024, 9, 29), FIELDS_OF_2022),
        (date(2024, 9, 30), FIELDS_OF_2024),
        (date(2026, 3, 31), FIELDS_OF_2024),
        (date(2026, 4, 1), FIELDS_OF_2026),
        (date(2026, 4, 12), FIELDS_OF_2026),
        (date(2026, 4, 13), FIELDS_OF_2026),
        (TODAY, FIELDS_OF_2026),
    ],
)
def test_the_ordinance_lists_these_fields(fields: tuple[Field, ...], day: date, expected: set[str]) -> None:
    assert in_the_ordinance(fields, day) == expected


@pytest.mark.parametrize(
    ("day", "stopped"),
    [
        (date(2019, 4, 1), set()),
        (date(2022, 3, 31), set()),
        (date(2022, 4, 1), {"industrial-machinery"}),
        (date(2022, 5, 24), {"industrial-machinery"}),
        (date(2022, 5, 25), set()),
        (date(2023, 8, 31), set()),
        (date(2024, 9, 30), set()),
        (date(2026, 4, 1), set()),
        (date(2026, 4, 12), set()),
        (date(2026, 4, 13), {"food-service"}),
        (TODAY, {"food-service"}),
    ],
)
def test_these_fields_take_nobody_new(fields: tuple[Field, ...], day: date, stopped: set[str]) -> None:
    assert {field.id for field in fields if field.intake_on(day) is Intake.STOPPED} == stopped


@pytest.mark.parametrize(
    ("day", "added", "removed"),
    [
        (date(2022, 5, 25), {"industrial-product-manufacturing"}, FORMER_FIELDS),
        (date(2023, 8, 31), set(), set()),
        (date(2024, 9, 30), NEW_IN_2024, set()),
        (date(2026, 4, 1), NEW_IN_2026, set()),
        (date(2026, 4, 13), set(), set()),
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
        ("automobile-transportation", TODAY, Intake.OPEN),
        ("railway", date(2024, 9, 30), Intake.OPEN),
        ("linen-supply", date(2026, 3, 31), Intake.NOT_A_FIELD),
        ("linen-supply", date(2026, 4, 1), Intake.UNCONFIRMED),
        ("logistics-warehousing", date(2026, 4, 1), Intake.NOT_OPEN),
        ("resource-circulation", date(2026, 4, 1), Intake.NOT_OPEN),
        ("food-service", date(2026, 4, 12), Intake.OPEN),
        ("food-service", date(2026, 4, 13), Intake.STOPPED),
        ("food-service", TODAY, Intake.STOPPED),
        ("nursing-care", TODAY, Intake.OPEN),
    ],
)
def test_a_field_stands_so_on_a_day(fields: tuple[Field, ...], field_id: str, day: date, state: Intake) -> None:
    assert intake(fields, field_id, day) is state


def test_today_every_other_field_is_open(fields: tuple[Field, ...]) -> None:
    not_open = {"linen-supply", "logistics-warehousing", "resource-circulation", "food-service"}
    states = {field.id: field.intake_on(TODAY) for field in fields if field.id not in not_open | FORMER_FIELDS}
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


def test_every_field_has_ten_everyday_words_and_more_in_lower_case(fields: tuple[Field, ...]) -> None:
    for field in fields:
        assert len([word for word in field.work_words if word.isascii()]) >= 10, field.id
        assert len(field.work_words) <= 100, field.id
        assert len(set(field.work_words)) == len(field.work_words), field.id
        assert [word for word in field.work_words if word != word.lower().strip()] == [], field.id


def test_no_work_word_is_so_short_that_it_is_found_by_chance(fields: tuple[Field, ...]) -> None:
    assert [(field.id, word) for field in fields for word in field.work_words if word.isascii() and len(word) < 3] == []


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
    ("words", "expected"),
    [
        ("caregiver", {"nursing-care"}),
        ("home-visit care", {"nursing-care"}),
        ("care", {"nursing-care"}),
        ("溶接", WELDING_FIELDS),
        ("ようせつ", WELDING_FIELDS),
        ("yousetsu", WELDING_FIELDS),
        ("welding", WELDING_FIELDS),
        ("painter", WELDING_FIELDS),
        ("やさい", {"agriculture"}),
        ("yasai", {"agriculture"}),
        ("farm", {"agriculture", "fishery-aquaculture"}),
        ("truck", {"automobile-transportation", "automobile-repair"}),
        ("truck driver", {"automobile-transportation"}),
        ("bus driver", {"automobile-transportation"}),
        ("taxi", {"automobile-transportation"}),
        ("hotel", {"accommodation", "building-cleaning", "linen-supply"}),
        ("ホテル", {"accommodation"}),
        ("hoteru", {"accommodation"}),
        ("front desk", {"accommodation"}),
        ("cook", {"food-service"}),
        ("ramen", {"food-service"}),
        ("waiter", {"food-service", "accommodation"}),
        ("laundry", {"linen-supply"}),
        ("warehouse", {"logistics-warehousing"}),
        ("forklift", {"logistics-warehousing"}),
        ("recycling", {"resource-circulation"}),
        ("sawmill", {"wood-industry"}),
        ("plumber", {"construction"}),
        ("electrician", {"construction", "shipbuilding"}),
        ("scaffold", {"construction"}),
        ("tobi", {"construction"}),
        ("ship", {"shipbuilding"}),
        ("fishing", {"fishery-aquaculture"}),
        ("airport", {"aviation"}),
        ("car mechanic", {"automobile-repair"}),
        ("train", {"railway"}),
        ("sewing", {"industrial-product-manufacturing"}),
        ("bread", {"food-beverage-manufacturing"}),
        ("chainsaw", {"forestry"}),
    ],
)
def test_everyday_words_lead_to_these_fields_alone(reader: Reader, words: str, expected: set[str]) -> None:
    assert {field.id for field in matching(fields_on(reader), words)} == expected


@pytest.mark.parametrize(
    ("romaji", "field_id"),
    [
        ("kaigo", "nursing-care"),
        ("biru kuriiningu", "building-cleaning"),
        ("rinen sapurai", "linen-supply"),
        ("kougyou seihin seizougyou", "industrial-product-manufacturing"),
        ("kensetsu", "construction"),
        ("zousen", "shipbuilding"),
        ("jidousha seibi", "automobile-repair"),
        ("koukuu", "aviation"),
        ("shukuhaku", "accommodation"),
        ("jidousha unsougyou", "automobile-transportation"),
        ("tetsudou", "railway"),
        ("butsuryuu souko", "logistics-warehousing"),
        ("nougyou", "agriculture"),
        ("gyogyou", "fishery-aquaculture"),
        ("inshokuryouhin seizougyou", "food-beverage-manufacturing"),
        ("gaishokugyou", "food-service"),
        ("ringyou", "forestry"),
        ("mokuzai sangyou", "wood-industry"),
        ("shigen junkan", "resource-circulation"),
    ],
)
def test_every_field_is_found_by_its_japanese_name_in_every_script(reader: Reader, romaji: str, field_id: str) -> None:
    field = reader.library.all(Field)[field_id]
    for words in (romaji, field.name_ja, field.name_kana):
        assert [found.id for found in matching(fields_on(reader), words)] == [field_id], words


@pytest.mark.parametrize(
    ("words", "field_id"),
    [
        ("pabrik", "industrial-product-manufacturing"),
        ("thợ hàn", "shipbuilding"),
        ("konstruksi", "construction"),
        ("xây dựng", "construction"),
        ("nông nghiệp", "agriculture"),
        ("nong nghiep", "agriculture"),
        ("pertanian", "agriculture"),
        ("khách sạn", "accommodation"),
        ("nhà hàng", "food-service"),
        ("perikanan", "fishery-aquaculture"),
        ("bengkel", "automobile-repair"),
        ("sopir truk", "automobile-transportation"),
        ("gudang", "logistics-warehousing"),
        ("tagapag-alaga", "nursing-care"),
        ("karpintero", "construction"),
        ("护理", "nursing-care"),
        ("โรงแรม", "accommodation"),
        ("барилга", "construction"),
    ],
)
def test_words_of_the_countries_that_workers_come_from_lead_to_the_field(
    reader: Reader, words: str, field_id: str
) -> None:
    assert field_id in {field.id for field in matching(fields_on(reader), words)}


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
    peoples: tuple[FieldPeople, ...], measure: Measure, day: date, total: int
) -> None:
    assert people(peoples, measure, day) == total


def test_every_field_has_its_ceilings_and_its_counts(peoples: tuple[FieldPeople, ...]) -> None:
    ceilings = (date(2019, 4, 1), date(2022, 8, 30), date(2024, 3, 29), date(2026, 1, 23))
    for one in peoples:
        counted = (
            *(people([one], Measure.CEILING_NO1, day) for day in ceilings),
            *(people([one], m, date(2025, 12, 31)) for m in (Measure.RESIDENTS_NO1, Measure.RESIDENTS_NO2)),
        )
        assert counted == PEOPLE[one.id], one.id


def test_the_ceilings_add_up_to_the_figure_that_texts_quote(library: Library, peoples: tuple[FieldPeople, ...]) -> None:
    quoted = library.all(Figure)["no1-ceiling-people"]
    for value in quoted.values:
        assert value.since is not None
        assert people(peoples, Measure.CEILING_NO1, value.since) == value.value


def test_seventeen_fields_are_in_employment_for_skill_development(peoples: tuple[FieldPeople, ...]) -> None:
    counted = {p.id for p in peoples for figure in p.figures if figure.measure is Measure.CEILING_SKILL_DEVELOPMENT}
    assert len(counted) == 17
    assert not counted & {"aviation", "automobile-transportation"}


def test_a_measure_has_one_figure_on_a_day(peoples: tuple[FieldPeople, ...]) -> None:
    for one in peoples:
        for measure in Measure:
            values = sorted(
                (figure.since or date.min, figure.until) for figure in one.figures if figure.measure is measure
            )
            for (_, until), (since, _) in pairwise(values):
                assert until is not None, (one.id, measure)
                assert until <= since, (one.id, measure)


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
    asking = {d.id for d in details for fact in d.japanese_no2 if fact.holds_on(TODAY) and "N3" in fact.text}
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
    library: Library, fields: tuple[Field, ...], details: tuple[FieldDetail, ...], other_works: tuple[OtherWork, ...]
) -> None:
    sources = library.all(Source)
    detail_of = {detail.id: detail for detail in details}
    people_of = library.all(FieldPeople)
    statements = [said for f in fields for said in everything_said(f, detail_of[f.id], people_of[f.id])]
    for statement in (*statements, *other_works):
        kinds = [list(type(sources[one].kind)).index(sources[one].kind) for one in statement.sources]
        assert kinds == sorted(kinds), statement


def test_what_stands_in_an_agency_text_that_was_read_says_on_which_page(
    library: Library, fields: tuple[Field, ...], details: tuple[FieldDetail, ...]
) -> None:
    assert set(OFFICIAL_TEXTS) <= set(library.all(Source))
    detail_of = {detail.id: detail for detail in details}
    for field in fields:
        for said in everything_said(field, detail_of[field.id], library.all(FieldPeople)[field.id]):
            for source, place in OFFICIAL_TEXTS.items():
                assert (source in said.sources) == bool(place.search(said.place or "")), said


def test_every_field_of_today_was_found_in_the_guideline(
    fields: tuple[Field, ...], details: tuple[FieldDetail, ...]
) -> None:
    for number, field in enumerate((f for f in fields if f.id not in FORMER_FIELDS), start=1):
        listed = [span.place or "" for span in field.intake if span.state is not Intake.STOPPED]
        assert f"guideline ch.2 s2-1 p.3-5 (item {number})" in listed[-1], field.id
        assert "guideline ch.2 s2-1 p.4; ch.3 s2 p.13" in (field.no2[-1].place or ""), field.id
    for detail in today_s(fields, details):
        places = " ".join(fact.place or "" for fact in (*detail.employment, *detail.exemptions))
        assert "guideline ch.5 s1-1(5) p.51" in places, detail.id
        assert "guideline ch.4 s1(4) p.21" in places, detail.id


def test_every_field_says_each_thing_that_a_worker_asks(
    fields: tuple[Field, ...], details: tuple[FieldDetail, ...]
) -> None:
    for detail in today_s(fields, details):
        unknown = " ".join(detail.unknown)
        assert detail.ministry, detail.id
        assert detail.ministry_ja, detail.id
        assert detail.official_page, detail.id
        assert holding(detail.categories, TODAY), detail.id
        assert detail.no1_tests or "The skills test" in unknown, detail.id
        for several in (detail.japanese_no1, detail.exemptions, detail.employment, detail.conditions):
            assert holding(several, TODAY), detail.id
        assert detail.history, detail.id


def test_every_category_says_for_which_status_it_is(
    fields: tuple[Field, ...], details: tuple[FieldDetail, ...]
) -> None:
    for detail in today_s(fields, details):
        no2 = {category.no2 for category in holding(detail.categories, TODAY) if not category.planned}
        assert all(category.no1 for category in detail.categories), detail.id
        expected = {True, False} if detail.id == "industrial-product-manufacturing" else {detail.id in NO2_FIELDS}
        assert no2 == expected, detail.id


def test_every_test_says_who_where_in_which_language_and_for_how_much_or_that_it_is_unknown(
    fields: tuple[Field, ...], details: tuple[FieldDetail, ...]
) -> None:
    for detail in today_s(fields, details):
        unknown = " ".join(detail.unknown)
        for test in skills_tests(detail):
            assert test.operator, test.name
            assert test.address, test.name
            assert test.languages or re.search(r"in which language .* held", unknown, re.I), test.name
            assert test.fee or re.search(r"What the (No\.2 )?tests? costs?", unknown), test.name
            assert test.held_in or re.search(r"[Ww]here .*held", unknown), test.name
            dated = test.held_as_of or re.search(r"(held (today|in 2026)|[Ww]here .*held)", unknown)
            assert dated, test.name


def test_every_no2_test_says_which_experience_it_asks_for(details: tuple[FieldDetail, ...]) -> None:
    assert [test.name for detail in details for test in detail.no2_tests if not test.experience] == []


def test_every_field_of_today_says_what_it_asks_of_the_employer(
    fields: tuple[Field, ...], details: tuple[FieldDetail, ...]
) -> None:
    for detail in today_s(fields, details):
        said = " ".join(fact.text for fact in holding(detail.conditions, TODAY))
        assert "letter of cooperation" in said, detail.id
        assert "policy of January 2026 marks" in said, detail.id
        assert re.search(r"council|JAC", said) or "which council they join" in " ".join(detail.unknown), detail.id
        assert ("form 1-32" in said) == (detail.id in NO2_FIELDS), detail.id


@pytest.mark.parametrize(
    ("day", "listed"),
    [
        (date(2019, 4, 1), FIRST_FIELDS),
        (date(2022, 8, 30), FIELDS_OF_2022),
        (date(2024, 9, 30), FIELDS_OF_2024),
        (date(2026, 4, 1), FIELDS_OF_2026),
        (TODAY, FIELDS_OF_2026),
    ],
)
def test_every_field_of_the_day_has_a_ceiling(peoples: tuple[FieldPeople, ...], day: date, listed: set[str]) -> None:
    with_one = {p.id for p in peoples for f in p.figures if f.measure is Measure.CEILING_NO1 and f.holds_on(day)}
    assert with_one == listed


def test_residents_have_the_day_of_the_count_or_are_said_to_be_unknown(
    library: Library, fields: tuple[Field, ...], details: tuple[FieldDetail, ...]
) -> None:
    for detail in today_s(fields, details):
        figures = library.all(FieldPeople)[detail.id].figures
        counts = {f.measure: f.since for f in figures if f.measure.startswith("residents")}
        assert all(counts.values()), detail.id
        counted = Measure.RESIDENTS_NO1 in counts
        assert counted or "How many people work in the field" in " ".join(detail.unknown), detail.id
        assert (Measure.RESIDENTS_NO2 in counts) == (detail.id in NO2_FIELDS), detail.id


@pytest.mark.parametrize(("day", "level"), [(date(2026, 7, 31), "A2 "), (date(2026, 8, 1), "A2.2 "), (TODAY, "A2.2 ")])
def test_the_level_of_japanese_has_the_name_of_the_day(details: tuple[FieldDetail, ...], day: date, level: str) -> None:
    said = [fact.text for d in details for fact in holding(d.japanese_no1, day) if "200 or more" in fact.text]
    assert len(said) == 16
    assert [text for text in said if f"JFT-Basic at level {level}" not in text] == []


@pytest.mark.parametrize(("day", "visits"), [(date(2025, 4, 20), "No visits"), (date(2025, 4, 21), "Visits")])
def test_home_visits_belong_to_nursing_care_since_april_2025(
    details: tuple[FieldDetail, ...], day: date, visits: str
) -> None:
    care = next(detail for detail in details if detail.id == "nursing-care")
    (kind,) = holding(care.categories, day)
    assert f". {visits} to people's homes" in kind.work


def test_other_work_has_words_in_english_and_japanese_in_lower_case(other_works: tuple[OtherWork, ...]) -> None:
    assert 12 <= len(other_works) <= 25
    for work in other_works:
        assert len([word for word in work.words if word.isascii()]) >= 3, work.id
        assert re.search(r"[぀-ヿ一-鿿]", " ".join(work.words)), work.id
        assert [word for word in work.words if word != word.lower().strip()] == [], work.id
        assert len(set(work.words)) == len(work.words), work.id


def test_no_word_for_other_work_is_a_work_word_of_a_field(
    fields: tuple[Field, ...], other_works: tuple[OtherWork, ...]
) -> None:
    of_fields = {fold(word) for field in fields for word in (field.name, field.name_ja, *field.work_words)}
    assert [word for work in other_works for word in work.words if fold(word) in of_fields] == []


def test_no_word_for_other_work_leads_to_two_of_them(other_works: tuple[OtherWork, ...]) -> None:
    words = [fold(word) for work in other_works for word in work.words]
    assert sorted(word for word in set(words) if words.count(word) > 1 and word.isascii()) == []


def test_other_work_names_fields_of_today_as_near(
    fields: tuple[Field, ...], other_works: tuple[OtherWork, ...]
) -> None:
    listed = in_the_ordinance(fields, TODAY)
    assert [work.id for work in other_works if not set(work.near) <= listed] == []


def test_other_work_is_sure_only_where_a_text_speaks_of_it(other_works: tuple[OtherWork, ...]) -> None:
    sure = {work.id for work in other_works if work.confidence is Confidence.HIGH}
    assert sure == {"entertaining-guests", "making-alcohol"}
    assert [work.id for work in other_works if work.confidence is Confidence.LOW and not work.ask] == []


@pytest.mark.parametrize("word", OF_NO_FIELD)
def test_work_that_is_in_no_field_is_named_as_other_work(other_works: tuple[OtherWork, ...], word: str) -> None:
    assert [work.id for work in other_works if any(word in known for known in work.words)] != []
