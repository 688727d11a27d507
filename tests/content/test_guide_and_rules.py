"""Rules, figures, sources and the guide's statements, held against tables written by hand."""

import re
from collections import Counter
from datetime import date

import pytest

from ssw_tui.library import Library
from ssw_tui.reader import Reader
from ssw_tui.records.figure import Figure
from ssw_tui.records.quiz import Effect, Row
from ssw_tui.records.reference import GuideStatement, Link, LinkState, Verdict
from ssw_tui.records.rule import Rule
from ssw_tui.records.source import Source, SourceKind
from ssw_tui.records.statement import Confidence

RULES_BY_TOPIC = {
    "admissibility": 2,
    "bridging": 2,
    "change-of-status": 14,
    "contract": 3,
    "cost": 9,
    "employment": 18,
    "exemption": 11,
    "exit-procedure": 12,
    "family": 4,
    "fee": 8,
    "field": 6,
    "ikusei": 5,
    "insurance": 1,
    "job-change": 13,
    "nationality": 2,
    "no2": 7,
    "notification": 7,
    "penalty": 2,
    "period": 18,
    "person": 5,
    "pr": 7,
    "procedure": 7,
    "renewal": 4,
    "support": 17,
    "test": 7,
    "unemployed": 5,
}


def test_there_are_196_rules_and_each_topic_has_its_own(library: Library) -> None:
    rules = library.all(Rule)

    assert len(rules) == 196
    assert Counter(rule.topic for rule in rules.values()) == RULES_BY_TOPIC


def test_a_rule_lies_in_the_file_of_its_topic(library: Library) -> None:
    for file in (library.root / "rules").glob("*.toml"):
        topics = {line for line in file.read_text(encoding="utf-8").splitlines() if line.startswith("topic = ")}

        assert topics == {f'topic = "{file.stem}"'}


def test_only_these_rules_are_of_low_confidence(library: Library) -> None:
    weak = {rule.id for rule in library.all(Rule).values() if rule.confidence is Confidence.LOW}

    assert weak == {"change-refugee-applicant"}


REPORTED = {
    "bridge-no2",
    "change-other-statuses",
    "employer-illegal-work",
    "exit-cambodia",
    "exit-indonesia",
    "exit-mongolia",
    "exit-myanmar",
    "exit-nepal",
    "exit-other-countries",
    "exit-thailand",
    "fee-online-payment",
    "fee-others",
    "fee-reduction",
    "fee-transition-2026",
    "fee-visa",
    "food-service-stop",
    "ikusei-titp-transition",
    "ikusei-to-no1",
    "jft-a21-not-enough",
    "kokuho-link-2027",
    "landing-refusal",
    "moc-documents-only-three-countries",
    "moc-list",
    "no1-no-break-needed",
    "no2-japanese",
    "no2-period-5-draft",
    "pr-2027-guideline",
    "pr-b1-japanese",
    "pr-points-routes",
    "pr-revocation-2027",
    "relation-table",
    "side-job",
    "status-without-work-limit",
    "tb-screening-exempt",
}


def test_only_these_rules_are_reported_and_not_read_in_an_official_text(library: Library) -> None:
    reported = {rule.id for rule in library.all(Rule).values() if rule.confidence is Confidence.MEDIUM}

    assert reported == REPORTED


def test_every_rule_has_a_source(library: Library) -> None:
    assert [rule.id for rule in library.all(Rule).values() if not rule.sources] == []


def test_only_these_rules_are_planned(library: Library) -> None:
    planned = {rule.id for rule in library.all(Rule).values() if rule.planned}

    assert planned == {"no2-japanese", "no2-period-5-draft", "kokuho-link-2027"}


def test_a_rule_that_says_something_is_not_known_names_an_office(library: Library) -> None:
    silent = [rule.id for rule in library.all(Rule).values() if "not known" in rule.text and rule.ask is None]

    assert silent == []


@pytest.mark.parametrize(
    ("rule_id", "last_day_without", "first_day"),
    [
        ("no1-period", date(2025, 9, 29), date(2025, 9, 30)),
        ("no1-six-years", date(2025, 9, 29), date(2025, 9, 30)),
        ("no1-total-exclusions", date(2025, 9, 29), date(2025, 9, 30)),
        ("no2-fields-history", date(2023, 8, 30), date(2023, 8, 31)),
        ("no2-duties-2026", date(2026, 8, 19), date(2026, 8, 20)),
        ("food-service-stop", date(2026, 4, 12), date(2026, 4, 13)),
        ("fields-19", date(2026, 3, 31), date(2026, 4, 1)),
        ("employer-annual-report", date(2025, 3, 31), date(2025, 4, 1)),
        ("fee-change-extension-2026", date(2026, 9, 30), date(2026, 10, 1)),
        ("fee-pr", date(2026, 9, 30), date(2026, 10, 1)),
        ("bridge-no1", date(2024, 1, 8), date(2024, 1, 9)),
        ("pr-10-years", date(2019, 5, 30), date(2019, 5, 31)),
        ("pr-law-2027", date(2027, 3, 31), date(2027, 4, 1)),
        ("ikusei-start", date(2027, 3, 31), date(2027, 4, 1)),
    ],
)
def test_a_rule_begins_on_its_day(library: Library, rule_id: str, last_day_without: date, first_day: date) -> None:
    rule = library.all(Rule)[rule_id]

    assert not rule.holds_on(last_day_without)
    assert rule.holds_on(first_day)


def test_three_years_count_as_the_longest_period_until_the_end_of_march_2027(library: Library) -> None:
    rule = library.all(Rule)["pr-longest-period"]

    assert rule.holds_on(date(2027, 3, 31))
    assert not rule.holds_on(date(2027, 4, 1))


RULES_BY_FIRST_DAY = {
    date(2019, 4, 1): 48,
    date(2019, 5, 31): 1,
    date(2021, 2, 15): 1,
    date(2023, 8, 31): 1,
    date(2024, 1, 9): 1,
    date(2024, 9, 30): 1,
    date(2025, 4, 1): 5,
    date(2025, 6, 23): 1,
    date(2025, 9, 30): 12,
    date(2026, 2, 24): 2,
    date(2026, 4, 1): 1,
    date(2026, 4, 13): 1,
    date(2026, 8, 20): 1,
    date(2026, 8, 28): 1,
    date(2026, 10, 1): 5,
    date(2027, 4, 1): 10,
    None: 104,
}


def test_so_many_rules_begin_on_each_day(library: Library) -> None:
    assert Counter(rule.since for rule in library.all(Rule).values()) == RULES_BY_FIRST_DAY


def test_only_this_rule_has_an_end(library: Library) -> None:
    ends = {rule.id: rule.until for rule in library.all(Rule).values() if rule.until}

    assert ends == {"pr-longest-period": date(2027, 4, 1)}


def test_a_rule_that_takes_over_begins_on_the_day_the_earlier_one_ends(library: Library) -> None:
    rules = library.all(Rule)
    taken_over = {(rule.id, earlier) for rule in rules.values() for earlier in rule.replaces}

    assert taken_over == {("pr-2027-guideline", "pr-longest-period")}
    assert [pair for pair in taken_over if rules[pair[0]].since != rules[pair[1]].until] == []


@pytest.mark.parametrize(
    ("rule_id", "words"),
    [
        ("titp2-good-completion", "an evaluation report by the training company that shows good completion"),
        ("status-revocation-coverage", "for registering a false one"),
        ("moc-list", "17 countries"),
    ],
)
def test_a_rule_gives_every_condition(library: Library, rule_id: str, words: str) -> None:
    assert words in library.all(Rule)[rule_id].text


@pytest.mark.parametrize(
    ("rule_id", "words"),
    [
        ("kaigo-alternatives", "only that people trained in nursing care"),
        ("field-cap-coe-stop", "the numbers are not in it"),
        ("bridge-no1", "only that the time counts"),
        ("change-refugee-applicant", "does not describe the practice"),
        ("no-status-no-change", "only that people without a status cannot take the tests"),
        ("coe-application", "only that staff of the employer apply and that it is free"),
        ("special-period-2-months", "its length is in the Act"),
        ("address-14-days", "mentions only the move"),
        ("no2-japanese", "does not have the plan for B1"),
        ("no2-family", "not from the guideline"),
        ("side-job", "does not treat side jobs"),
        ("japanese-a2", "leaves the tests to the field policies"),
        ("fee-change-extension-2026", "only the former fee"),
    ],
)
def test_a_rule_that_the_guideline_confirms_in_part_says_which_part(library: Library, rule_id: str, words: str) -> None:
    rule = library.all(Rule)[rule_id]

    assert rule.guideline_place
    assert words in (rule.note or "")


@pytest.mark.parametrize(
    ("mark", "source_id"),
    [(r"ch\.\d+ (s\d|p\.)", "isa-001460079-pdf"), (r"revision of 20 August", "isa-001468648-pdf")],
)
def test_a_place_in_the_guideline_comes_with_the_guideline_as_a_source(
    library: Library, mark: str, source_id: str
) -> None:
    without = {
        rule.id
        for rule in library.all(Rule).values()
        if re.search(mark, rule.guideline_place or "") and source_id not in rule.sources
    }

    assert without <= {"no2-duties-2026"}


def test_a_page_of_the_support_guideline_comes_with_that_guideline_as_a_source(library: Library) -> None:
    rules = library.all(Rule).values()

    assert {rule.id for rule in rules if "isa-support-guideline" in rule.sources} == {
        rule.id for rule in rules if "support guideline p." in (rule.guideline_place or "")
    }


START_NOT_KNOWN = {
    "pre-guidance-form",
    "orientation-hours",
    "room-size",
    "housing-help",
    "airport-transfer",
    "consultation-hours",
    "job-loss-help",
    "hospital-company",
    "online-meeting-choice",
    "voluntary-support-binding",
}


def test_a_rule_that_only_the_support_guideline_has_names_the_edition_that_was_read(library: Library) -> None:
    told = {rule.id: rule for rule in library.all(Rule).values() if "its edition of 1 April 2025" in (rule.note or "")}

    assert set(told) == START_NOT_KNOWN
    assert [rule.id for rule in told.values() if rule.since] == []


@pytest.mark.parametrize("rule_id", ["pr-10-years", "pr-2027-guideline", "pr-points-routes", "pr-b1-japanese"])
def test_what_only_the_draft_on_permanent_residence_says_is_called_a_draft(library: Library, rule_id: str) -> None:
    assert "draft" in (library.all(Rule)[rule_id].note or "")


def test_a_planned_or_weak_rule_leads_to_a_question_a_warning_or_a_note(library: Library) -> None:
    weak = {
        rule.id
        for rule in library.all(Rule).values()
        if rule.planned or rule.confidence in (Confidence.LOW, Confidence.UNCONFIRMED)
    }
    deciding = {
        row.id
        for row in library.all(Row).values()
        if row.rules and weak.issuperset(row.rules) and row.effect not in (Effect.ASK, Effect.WARNING, Effect.NOTE)
    }

    assert not deciding


@pytest.mark.parametrize(
    ("figure_id", "day", "value"),
    [
        ("no1-fields", date(2019, 3, 31), None),
        ("no1-fields", date(2019, 4, 1), 14),
        ("no1-fields", date(2022, 5, 24), 14),
        ("no1-fields", date(2022, 5, 25), 12),
        ("no1-fields", date(2024, 9, 29), 12),
        ("no1-fields", date(2024, 9, 30), 16),
        ("no1-fields", date(2026, 3, 31), 16),
        ("no1-fields", date(2026, 4, 1), 19),
        ("no2-fields", date(2023, 8, 30), 2),
        ("no2-fields", date(2023, 8, 31), 11),
        ("no1-longest-period-years", date(2019, 4, 1), 1),
        ("no1-longest-period-years", date(2025, 9, 29), 1),
        ("no1-longest-period-years", date(2025, 9, 30), 3),
        ("no1-total-years", date(2026, 11, 22), 5),
        ("no1-exception-years", date(2025, 9, 29), None),
        ("no1-exception-years", date(2025, 9, 30), 6),
        ("sixth-year-percent", date(2025, 9, 29), None),
        ("sixth-year-percent", date(2025, 9, 30), 80),
        ("sick-leave-cap-months", date(2025, 9, 30), 12),
        ("work-accident-cap-months", date(2025, 9, 30), 36),
        ("bridge-months", date(2024, 1, 8), 4),
        ("bridge-months", date(2024, 1, 9), 6),
        ("bridge-limit-months", date(2024, 1, 9), 54),
        ("good-completion-years", date(2026, 11, 22), 2),
        ("good-completion-months", date(2026, 11, 22), 10),
        ("full-time-hours", date(2026, 11, 22), 30),
        ("full-time-days", date(2026, 11, 22), 217),
        ("full-time-week-days", date(2026, 11, 22), 5),
        ("notice-days", date(2026, 11, 22), 14),
        ("extension-window-months", date(2026, 11, 22), 3),
        ("coe-months", date(2026, 11, 22), 3),
        ("special-period-months", date(2026, 11, 22), 2),
        ("unemployed-months", date(2026, 11, 22), 3),
        ("pr-years", date(2026, 11, 22), 10),
        ("pr-work-years", date(2026, 11, 22), 5),
        ("pr-fee-yen", date(2025, 3, 31), 8_000),
        ("pr-fee-yen", date(2025, 4, 1), 10_000),
        ("pr-fee-yen", date(2026, 9, 30), 10_000),
        ("pr-fee-yen", date(2026, 10, 1), 200_000),
        ("change-fee-lowest-yen", date(2025, 3, 31), 4_000),
        ("change-fee-lowest-yen", date(2026, 9, 30), 6_000),
        ("change-fee-lowest-yen", date(2026, 10, 1), 10_000),
        ("change-fee-highest-yen", date(2026, 9, 30), 6_000),
        ("change-fee-highest-yen", date(2026, 10, 1), 75_000),
        ("no1-ceiling-people", date(2024, 3, 28), 345_150),
        ("no1-ceiling-people", date(2024, 3, 29), 820_000),
        ("no1-ceiling-people", date(2026, 1, 23), 805_700),
        ("no1-residents", date(2025, 12, 30), 333_123),
        ("no1-residents", date(2025, 12, 31), 382_341),
        ("no2-residents", date(2025, 12, 31), 7_955),
    ],
)
def test_a_figure_has_the_value_of_its_day(library: Library, figure_id: str, day: date, value: int | None) -> None:
    held = library.all(Figure)[figure_id].on(day)

    assert (held.value if held else None) == value


def test_a_figure_has_at_most_one_value_a_day(library: Library) -> None:
    for figure in library.all(Figure).values():
        days = [day for value in figure.values for day in (value.since, value.until) if day]

        for day in days:
            assert sum(value.holds_on(day) for value in figure.values) <= 1, figure.id


SECTIONS = {
    "1",
    "2",
    "3",
    "4 step 1",
    "4 step 2",
    "4 step 3",
    "5 Q1",
    "5 Q2",
    "5 Q3",
    "5 Q4",
    "5 Q5",
    "5 Q6",
    "6",
    "7",
    "8",
}


def test_the_guide_is_taken_apart_section_by_section(library: Library) -> None:
    statements = library.all(GuideStatement).values()

    assert len(statements) == 71
    assert {statement.section for statement in statements} == SECTIONS


@pytest.mark.parametrize(
    ("point", "verdicts"),
    [
        (1, {"q1-period": "wrong", "q1-total": "imprecise"}),
        (2, {"q2-family": "right", "core-no1-family": "right"}),
        (3, {"q3-employer": "imprecise", "q3-permission": "right", "q3-other-field": "wrong"}),
        (4, {"q4-fields": "outdated", "no2-two-fields": "outdated", "step1-exam-no2": "outdated"}),
        (5, {"q5-ten-years": "imprecise", "core-no2-renewable": "right", "core-no2-family": "right"}),
        (6, {"q6-plan": "imprecise", "core-support": "imprecise"}),
        (7, {"step1-exemption": "imprecise", "exemption-three-years": "imprecise"}),
        (8, {"step2-coe-who": "imprecise", "step2-visa": "right", "step2-change": "imprecise"}),
        (9, {"risk-carry-card": "right"}),
        (10, {"risk-expiry": "right"}),
        (11, {"risk-change-employer": "right"}),
        (12, {"risk-support-plan": "imprecise"}),
        (13, {"step3-address": "right", "step3-insurance": "wrong"}),
        (
            14,
            {
                "link-newimmiact": "wrong",
                "link-isa-en": "right",
                "link-moj-en": "imprecise",
                "link-ssw-en": "right",
                "link-jasso": "imprecise",
            },
        ),
        (15, {"fields-twelve": "wrong", "fields-three-manufacturing": "outdated", "fields-missing": "outdated"}),
    ],
)
def test_the_guide_gets_the_verdict_it_deserves(library: Library, point: int, verdicts: dict[str, str]) -> None:
    statements = library.all(GuideStatement)

    assert {name: statements[name].verdict for name in verdicts} == {
        name: Verdict(verdict) for name, verdict in verdicts.items()
    }, f"point {point}"


@pytest.mark.parametrize(
    ("statement_id", "day", "words"),
    [
        ("q1-period", date(2026, 11, 22), "at most 3 years at a time"),
        ("no2-two-fields", date(2026, 11, 22), "available in 11 fields"),
        ("no2-two-fields", date(2023, 8, 30), "available in 2 fields"),
        ("fields-twelve", date(2026, 11, 22), "No.1 has 19 fields"),
        ("fields-twelve", date(2026, 1, 12), "No.1 has 16 fields"),
        ("exemption-three-years", date(2026, 11, 22), "2 years 10 months"),
    ],
)
def test_the_rule_beside_the_guide_speaks_for_the_day(
    library: Library, statement_id: str, day: date, words: str
) -> None:
    statement = library.all(GuideStatement)[statement_id]

    assert words in Reader(library, day).say(statement.rule)


@pytest.mark.parametrize(
    ("statement_id", "words"),
    [
        ("q5-ten-years", "Holding No.2 for long enough"),
        ("step2-coe-who", "at the regional immigration bureau"),
        ("step2-change", "directly to the agency"),
        ("all-criteria-met", "that the agency sets"),
    ],
)
def test_a_statement_of_the_guide_is_not_made_better_than_it_is(
    library: Library, statement_id: str, words: str
) -> None:
    assert words in library.all(GuideStatement)[statement_id].text


WRONG_TODAY = (
    "per field",
    "12 fields",
    "14 fields",
    "¥4,000 or ¥6,000",
    "Quarterly",
    "cannot change field",
    "you are eligible",
    "you will get",
)


def test_no_rule_states_what_the_guide_got_wrong(library: Library) -> None:
    for rule in library.all(Rule).values():
        assert not [words for words in WRONG_TODAY if words.lower() in rule.text.lower()], rule.id


def test_the_law_is_among_the_sources(library: Library) -> None:
    act = library.all(Source)["laws-e-gov-326co0000000319"]

    assert act.kind is SourceKind.OFFICIAL
    assert act.address == "https://laws.e-gov.go.jp/law/326CO0000000319"


def test_sources_stand_best_first_and_by_name(library: Library) -> None:
    sources = list(library.all(Source).values())
    kinds = list(SourceKind)

    assert sources == sorted(sources, key=lambda source: (kinds.index(source.kind), source.id))


def test_no_source_is_a_bare_number_address(library: Library) -> None:
    hosts = {source.address.split("/")[2] for source in library.all(Source).values()}

    assert not [host for host in hosts if host.replace(".", "").isdigit()]


STATE = (".go.jp", ".lg.jp")
MUNICIPAL = {
    "emachi-nabari.jp",
    "www.city.muko.kyoto.jp",
    "www.city.saku.nagano.jp",
    "www.city.tomakomai.hokkaido.jp",
    "www2.aia.pref.aichi.jp",
}
TEST_OPERATORS = {
    "asat-nca.jp",
    "caipt.or.jp",
    "jac-skill.or.jp",
    "nippon.jac-skill.or.jp",
    "jlsa.or.jp",
    "otaff.or.jp",
    "prometric-jp.com",
    "www.prometric-jp.com",
    "ringyou-gino.org",
    "suisankai.or.jp",
    "www.classnk.or.jp",
    "www.j-bma.or.jp",
    "www.jaea.or.jp",
    "www.jaim-skill.or.jp",
    "www.jaspa.or.jp",
    "www.pearsonvue.com",
    "zenmoku.jp",
}
ON_BEHALF_OF_A_MINISTRY = {
    "fits.or.jp",
    "jicwels.or.jp",
    "www.houterasu.or.jp",
}


def test_an_official_source_is_of_the_state_a_municipality_or_a_body_that_acts_for_them(library: Library) -> None:
    hosts = {s.address.split("/")[2] for s in library.all(Source).values() if s.kind is SourceKind.OFFICIAL}

    assert {host for host in hosts if not host.endswith(STATE)} == MUNICIPAL | TEST_OPERATORS | ON_BEHALF_OF_A_MINISTRY


@pytest.mark.parametrize(
    "source_id", ["aki-houmu", "office-tree", "netdenjd", "nikoukei", "immigration-info", "city", "town", "strategya"]
)
def test_a_source_whose_page_address_is_not_known_says_so(library: Library, source_id: str) -> None:
    source = library.all(Source)[source_id]

    assert source.address.count("/") <= 3
    assert "only the site is known" in source.how_read


def test_a_source_in_the_folder_that_moved_says_so(library: Library) -> None:
    moved = [source for source in library.all(Source).values() if "moj.go.jp/isa/policies/ssw/" in source.address]

    assert len(moved) == 2
    assert [source.id for source in moved if "moved to /isa/applications/ssw/" not in source.how_read] == []


def test_a_rule_names_its_best_source_first(library: Library) -> None:
    sources = library.all(Source)
    kinds = list(SourceKind)

    for rule in library.all(Rule).values():
        ranks = [kinds.index(sources[source].kind) for source in rule.sources]
        assert ranks == sorted(ranks), rule.id


def test_a_rule_of_high_confidence_rests_on_an_official_text_that_was_read(library: Library) -> None:
    sources = library.all(Source)
    unread = ("second-hand", "headline", "named as", "the address is")
    official = (SourceKind.OFFICIAL, SourceKind.OFFICIAL_COPY)

    for rule in library.all(Rule).values():
        if rule.confidence is Confidence.HIGH:
            texts = [sources[source] for source in rule.sources]
            assert [text for text in texts if text.kind in official and not text.how_read.startswith(unread)], rule.id


@pytest.mark.parametrize(
    ("link_id", "words"),
    [
        ("guide-ssw-portal", "have moved"),
        ("isa-en", "was not opened"),
        ("moj-en", "this exact page was not seen"),
        ("ssw-en", "still listed 16 fields"),
        ("jasso-en", "bears no date"),
        ("isa-center", "names another page"),
        ("mofa-visa-en", "was not opened"),
        ("isa-ssw-guideline", "001460079.pdf"),
        ("isa-ssw-forms-en", "was not opened"),
    ],
)
def test_a_link_says_what_is_doubtful_about_it(library: Library, link_id: str, words: str) -> None:
    assert words in (library.all(Link)[link_id].note or "")


def test_a_link_without_any_source_was_not_read(library: Library) -> None:
    read = [link.id for link in library.all(Link).values() if not link.sources and link.state is LinkState.SEEN]

    assert read == []
