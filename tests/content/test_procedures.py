import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import combinations

import pytest

from ssw_tui.library import Library
from ssw_tui.records.actor import Actor
from ssw_tui.records.deadline import Deadline, Effect
from ssw_tui.records.document import Document
from ssw_tui.records.fee import Fee
from ssw_tui.records.field import Field
from ssw_tui.records.procedure import Anchor, Bound, Phase, Procedure, Step
from ssw_tui.tracker.records import CardStatus, EventKind
from tests.conftest import TODAY

KANA = re.compile(r"[ぁ-ゖァ-ヺー・、／（）]+")
NOT_ENGLISH = re.compile("[\u2018\u2019\u201c\u201d\u2026\u2014\u25cf]")
PROCEDURES = {
    "coe-from-abroad": "在留資格認定証明書交付申請",
    "change-of-status-in-japan": "在留資格変更許可申請",
    "extension-of-stay": "在留期間更新許可申請",
    "change-of-employer-or-field": "在留資格変更許可申請",
    "no1-to-no2": "在留資格変更許可申請",
    "permanent-residence": "永住許可申請",
    "leaving-japan": None,
    "post-arrival": None,
}
IN_ORDER = [
    *("coe-from-abroad", "change-of-status-in-japan", "post-arrival", "extension-of-stay"),
    *("change-of-employer-or-field", "no1-to-no2", "permanent-residence", "leaving-japan"),
]
TIMED_STEPS = [
    ("coe-from-abroad", "health", Anchor.FILING, -3, 0, Bound.FROM),
    ("coe-from-abroad", "landing", Anchor.CERTIFICATE_ISSUED, 3, 0, Bound.BY),
    ("change-of-status-in-japan", "health", Anchor.FILING, -12, 0, Bound.FROM),
    ("change-of-status-in-japan", "filing", Anchor.END_OF_STAY, 0, 0, Bound.BY),
    ("extension-of-stay", "filing", Anchor.END_OF_STAY, -3, 0, Bound.FROM),
    ("extension-of-stay", "wait", Anchor.END_OF_STAY, 2, 0, Bound.BY),
    ("change-of-employer-or-field", "notify-end", Anchor.CONTRACT_END, 0, 14, Bound.BY),
    ("change-of-employer-or-field", "same-field", Anchor.CONTRACT_CHANGE, 0, 14, Bound.BY),
    ("leaving-japan", "move-out", Anchor.DEPARTURE, 0, -14, Bound.FROM),
    ("post-arrival", "address", Anchor.ADDRESS_DECIDED, 0, 14, Bound.BY),
    ("post-arrival", "employer-reports", Anchor.FISCAL_YEAR_END, 2, 0, Bound.BY),
]
FORMS = {
    "app-coe": "別記第六号の三様式",
    "app-extension": "別記第三十号の二様式",
    "guidance-confirmation": "参考様式第5-9号",
    "sixth-year-statement": "参考様式第1-31号",
    "no2-pledge": "参考様式第1-32号",
    "emp-contract-end": "参考様式第3-1-2号",
    "emp-difficulty": "参考様式第3-4号",
    "emp-support-not-possible": "参考様式第3-7号",
}
PERIODS = [f"{months}m" for months in range(1, 61)] + [f"{years}y" for years in range(1, 6)]
BANDS = [
    ("1m", "3m", 10000, 10000),
    ("4m", "6m", 18000, 15000),
    ("7m", "11m", 25000, 21000),
    ("1y", "12m", 33000, 27000),
    ("13m", "2y", 48000, 42000),
    ("25m", "35m", 48000, 42000),
    ("3y", "4y", 64000, 56000),
    ("37m", "59m", 64000, 56000),
    ("5y", "60m", 75000, 65000),
]
OTHER_FEES = [
    ("permanent-residence", date(2025, 3, 31), 8000, None),
    ("permanent-residence", date(2025, 4, 1), 10000, None),
    ("permanent-residence", date(2026, 9, 30), 10000, None),
    ("permanent-residence", date(2026, 10, 1), 200000, None),
    ("certificate-of-eligibility", date(2026, 11, 22), 0, 0),
    ("re-entry-single", date(2025, 3, 31), 3000, 3000),
    ("re-entry-single", date(2026, 11, 22), 4000, 3500),
    ("re-entry-special", date(2026, 11, 22), 0, None),
    ("acquisition", date(2026, 11, 22), 0, None),
    ("card-reissue", date(2026, 11, 22), 0, None),
    ("card-exchange", date(2026, 11, 22), 1900, None),
    ("certificate-of-authorised-employment", date(2025, 3, 31), 1200, 1200),
    ("certificate-of-authorised-employment", date(2026, 11, 22), 2000, 1600),
    ("permanent-residence-reduced", date(2026, 11, 22), 20000, None),
]
COUNTED_FROM = {*EventKind, "end-of-stay", "no1-since", "fiscal-year-end"}
DEADLINES = {
    "address-first": ("address-decided", 0, 14, Effect.CLOSES),
    "address-move": ("moved", 0, 14, Effect.CLOSES),
    "address-out-abroad": ("left-for-good", 0, -14, Effect.OPENS),
    "address-out-abroad-close": ("left-for-good", 0, 0, Effect.CLOSES),
    "name-change": ("name-changed", 0, 14, Effect.CLOSES),
    "card-lost": ("card-lost", 0, 14, Effect.CLOSES),
    "card-damaged-order": ("exchange-ordered", 0, 14, Effect.CLOSES),
    "organisation-end": ("contract-ended", 0, 14, Effect.CLOSES),
    "organisation-new": ("contract-signed", 0, 14, Effect.CLOSES),
    "organisation-changed": ("employer-changed", 0, 14, Effect.CLOSES),
    "extension-open": ("end-of-stay", -3, 0, Effect.OPENS),
    "extension-close": ("end-of-stay", 0, 0, Effect.CLOSES),
    "special-period-end": ("end-of-stay", 2, 0, Effect.CLOSES),
    "mynumber-validity": ("end-of-stay", 0, 0, Effect.CLOSES),
    "reentry-return": ("left-japan", 12, 0, Effect.CLOSES),
    "card-return-at-once": ("card-replaced", 0, 0, Effect.CLOSES),
    "card-return-at-departure": ("left-for-good", 0, 0, Effect.CLOSES),
    "card-return": ("status-revoked", 0, 14, Effect.CLOSES),
    "no1-five-years": ("no1-since", 60, 0, Effect.CLOSES),
    "no1-exclusion-request": ("no1-since", 57, 0, Effect.CLOSES),
    "no-activity": ("contract-ended", 3, 0, Effect.CLOSES),
    "revoked-departure": ("status-revoked", 0, 30, Effect.CLOSES),
    "child-status": ("child-born", 0, 30, Effect.CLOSES),
    "pension-lumpsum": ("left-for-good", 24, 0, Effect.CLOSES),
    "national-pension-gap": ("contract-ended", 0, 14, Effect.CLOSES),
    "coe-use": ("coe-issued", 3, 0, Effect.CLOSES),
    "employer-14days": ("contract-ended", 0, 14, Effect.CLOSES),
    "employer-annual": ("fiscal-year-end", 2, 0, Effect.CLOSES),
}


def steps(library: Library) -> Iterator[tuple[Procedure, Step]]:
    return ((procedure, step) for procedure in library.all(Procedure).values() for step in procedure.steps)


def step(library: Library, procedure_id: str, step_id: str) -> Step:
    return next(step for step in library.all(Procedure)[procedure_id].steps if step.id == step_id)


def fees_for(library: Library, application: str, period: str, day: date) -> list[Fee]:
    named = (fee for fee in library.all(Fee).values() if application in fee.applications)
    months = int(period[:-1]) * (12 if period.endswith("y") else 1) if period else 0
    return [fee for fee in named if fee.holds_on(day) and (not fee.goes_by_period or fee.covers(months))]


def amounts(library: Library, application: str, period: str, day: date) -> tuple[int | None, int | None]:
    (fee,) = fees_for(library, application, period, day)
    return fee.counter_yen, fee.online_yen


def test_the_eight_procedures_bear_the_names_of_their_applications(library: Library) -> None:
    assert {procedure.id: procedure.title_ja for procedure in library.all(Procedure).values()} == PROCEDURES


def test_the_procedures_come_in_the_order_in_which_people_need_them(library: Library) -> None:
    procedures = library.all(Procedure)
    assert list(procedures) == IN_ORDER
    assert [procedure.position for procedure in procedures.values()] == list(range(1, 9))


def test_every_step_and_every_paper_has_a_source(library: Library) -> None:
    unsourced = [(procedure.id, one.id) for procedure, one in steps(library) if not one.sources]
    assert unsourced + [document.id for document in library.all(Document).values() if not document.sources] == []


def test_there_are_steps_enough_for_every_way(library: Library) -> None:
    names = [f"{procedure.id}/{step.id}" for procedure, step in steps(library)]
    assert len(set(names)) == len(names) >= 48


def test_what_a_step_needs_and_costs_is_known(library: Library) -> None:
    for procedure, one in steps(library):
        assert set(one.documents) <= library.all(Document).keys(), (procedure.id, one.id)
        assert set(one.fees) <= library.all(Fee).keys(), (procedure.id, one.id)
        assert len(set(one.documents)) == len(one.documents), (procedure.id, one.id)


def test_steps_never_go_back_to_an_earlier_phase(library: Library) -> None:
    order = list(Phase)
    for procedure in library.all(Procedure).values():
        phases = [order.index(step.phase) for step in procedure.steps]
        assert phases == sorted(phases), procedure.id


def test_a_way_is_prepared_applied_for_and_confirmed(library: Library) -> None:
    for procedure in library.all(Procedure).values():
        expected = {Phase.AFTER} if procedure.id == "post-arrival" else set(Phase)
        assert {step.phase for step in procedure.steps} == expected, procedure.id


@pytest.mark.parametrize(("procedure_id", "step_id", "anchor", "months", "days", "bound"), TIMED_STEPS)
def test_steps_are_counted_as_the_rules_count(
    library: Library, procedure_id: str, step_id: str, anchor: Anchor, months: int, days: int, bound: Bound
) -> None:
    when = step(library, procedure_id, step_id).when
    assert when
    assert (when.anchor, when.months, when.days, when.bound) == (anchor, months, days, bound)


def test_a_decision_step_names_every_fee_that_may_be_due(library: Library) -> None:
    known = {fee.id for fee in library.all(Fee).values() if "extension" in fee.applications}
    for name in ("change-of-status-in-japan", "extension-of-stay", "change-of-employer-or-field"):
        assert known <= set(step(library, name, "receive").fees), name
        assert known <= set(step(library, name, "filing").fees), name


def test_there_are_all_the_papers(library: Library) -> None:
    documents = library.all(Document)
    assert len(documents) >= 59
    assert {name: documents[name].form for name in FORMS} == FORMS


def test_every_paper_but_one_that_is_not_asked_for_belongs_to_a_step(library: Library) -> None:
    used = {document for _, step in steps(library) for document in step.documents}
    assert library.all(Document).keys() - used == {"tb-certificate"}


FIELD_PAPERS = {
    "nursing-care": {"care-japanese-test", "care-home-visit-certificate", "council-membership"},
    "construction": {"construction-plan", "construction-licence", "construction-ccus", "construction-jac"},
    "automobile-transportation": {"driving-licence", "new-driver-training", "good-workplace", "council-membership"},
    "agriculture": {"dispatch-papers", "agriculture-experience", "council-membership"},
    "fishery-aquaculture": {"dispatch-papers", "council-membership"},
    "industrial-product-manufacturing": {"jaim-membership", "manufacturing-council"},
    "wood-industry": {"wood-safety-check", "wood-test-certificate", "council-membership"},
    "food-service": {"council-membership"},
    "linen-supply": set(),
    "logistics-warehousing": set(),
    "resource-circulation": set(),
}
"""Of some fields, papers that they alone or with some others ask for."""


@pytest.mark.parametrize(("field", "papers"), FIELD_PAPERS.items())
def test_the_papers_of_a_field_are_known_or_none_is(library: Library, field: str, papers: set[str]) -> None:
    known = {document.id for document in library.all(Document).values() if field in document.fields}
    assert papers <= known
    assert bool(papers) is bool(known)


def test_papers_of_a_field_are_asked_for_where_papers_of_the_field_are(library: Library) -> None:
    of_fields = {document.id for document in library.all(Document).values() if document.fields}
    for procedure, one in steps(library):
        asks = not of_fields.isdisjoint(one.documents)
        assert asks is ("field-papers" in one.documents), (procedure.id, one.id)


def test_no_paper_of_a_field_without_no2_is_asked_for_on_the_way_to_no2(library: Library) -> None:
    with_no2 = {field.id for field in library.all(Field).values() if field.has_no2_on(TODAY)}
    for paper in step(library, "no1-to-no2", "filing").documents:
        fields = library.all(Document)[paper].fields
        assert not fields or with_no2 & set(fields), paper


def test_papers_can_be_named_at_the_counter(library: Library) -> None:
    for document in library.all(Document).values():
        assert document.name_kana, document.id
        assert KANA.fullmatch(document.name_kana), document.id


def test_new_forms_are_not_asked_for_before_their_day(library: Library) -> None:
    pledge, annual = library.all(Document)["no2-pledge"], library.all(Document)["annual-report"]
    assert not pledge.holds_on(date(2026, 8, 19))
    assert pledge.holds_on(date(2026, 8, 20))
    assert not annual.holds_on(date(2025, 3, 31))


@pytest.mark.parametrize("application", ["extension", "change"])
@pytest.mark.parametrize("period", PERIODS)
def test_the_fee_before_october_2026_was_one_for_every_period(library: Library, application: str, period: str) -> None:
    assert amounts(library, application, period, date(2025, 3, 31)) == (4000, 4000)
    assert amounts(library, application, period, date(2025, 4, 1)) == (6000, 5500)
    assert amounts(library, application, period, date(2026, 9, 30)) == (6000, 5500)


@pytest.mark.parametrize("application", ["extension", "change"])
@pytest.mark.parametrize(("shortest", "longest", "counter", "online"), BANDS)
def test_since_october_2026_the_fee_goes_by_the_period(
    library: Library, application: str, shortest: str, longest: str, counter: int, online: int
) -> None:
    assert amounts(library, application, shortest, date(2026, 10, 1)) == (counter, online)
    assert amounts(library, application, longest, date(2026, 10, 1)) == (counter, online)


def test_on_every_day_an_application_and_a_period_meet_exactly_one_fee(library: Library) -> None:
    ends = {day for fee in library.all(Fee).values() for day in (fee.since, fee.until) if day}
    days = [date(2022, 1, 1) + timedelta(days=29 * count) for count in range(80)]
    for day in days + sorted({end + timedelta(days=shift) for end in ends for shift in (-1, 0)}):
        for application in ("extension", "change"):
            for period in PERIODS:
                assert len(fees_for(library, application, period, day)) == 1, (application, period, day)
        assert len(fees_for(library, "permanent-residence", "", day)) == 1, day


def test_no_application_has_two_fees_at_once(library: Library) -> None:
    for one, other in combinations(library.all(Fee).values(), 2):
        if set(one.applications) & set(other.applications) and any(
            one.covers(months) and other.covers(months) for months in range(1, 61)
        ):
            first, second = sorted((one, other), key=lambda fee: fee.since or date.min)
            assert first.until, (one.id, other.id)
            assert first.until <= (second.since or date.min), (one.id, other.id)


@pytest.mark.parametrize(("application", "day", "counter", "online"), OTHER_FEES)
def test_other_applications_cost_what_is_published(
    library: Library, application: str, day: date, counter: int, online: int | None
) -> None:
    assert amounts(library, application, "", day) == (counter, online)


def test_the_charge_for_paying_online_is_higher_from_three_years_on(library: Library) -> None:
    for period, yen in (("3m", 330), ("1y", 330), ("35m", 330), ("3y", 550), ("5y", 550)):
        (fee,) = fees_for(library, "extension", period, date(2026, 10, 1))
        assert fee.online_charge_yen == yen, period


def test_the_reduced_fee_is_not_for_the_shortest_periods(library: Library) -> None:
    assert not fees_for(library, "extension-reduced", "3m", date(2026, 11, 22))
    assert amounts(library, "extension-reduced", "4m", date(2026, 11, 22)) == (10000, None)
    assert not fees_for(library, "extension-reduced", "1y", date(2026, 9, 30))


def test_a_visa_fee_that_nobody_read_is_told_in_words_alone(library: Library) -> None:
    visa = library.all(Fee)["visa-single"]
    assert visa.counter_yen is visa.online_yen is None
    assert "ask the embassy" in visa.text


def test_deadlines_count_as_the_law_counts(library: Library) -> None:
    deadlines = library.all(Deadline).values()
    assert {one.id: (one.counted_from, one.months, one.days, one.effect) for one in deadlines} == DEADLINES


def test_deadlines_hang_on_days_and_events_that_a_card_knows(library: Library) -> None:
    for deadline in library.all(Deadline).values():
        assert deadline.counted_from in COUNTED_FROM, deadline.id
        assert {*deadline.only_after, *deadline.settled_by} <= set(EventKind), deadline.id
        assert deadline.no_later_than in {None, *COUNTED_FROM}, deadline.id
        assert set(deadline.statuses) <= set(CardStatus), deadline.id


def test_only_an_application_in_hand_gives_a_special_period(library: Library) -> None:
    conditional = {deadline.id for deadline in library.all(Deadline).values() if deadline.only_after}
    assert conditional == {"special-period-end", "mynumber-validity"}
    assert library.all(Deadline)["reentry-return"].no_later_than == "end-of-stay"
    assert library.all(Deadline)["no1-five-years"].statuses == ("ssw1",)


def test_the_employers_own_deadlines_are_told_apart(library: Library) -> None:
    employers = {deadline.id for deadline in library.all(Deadline).values() if deadline.who is Actor.EMPLOYER}
    assert employers == {"employer-14days", "employer-annual"}


def test_every_deadline_says_what_where_why_and_what_if_not(library: Library) -> None:
    for deadline in library.all(Deadline).values():
        for text in (deadline.do, deadline.where, deadline.if_missed, deadline.basis):
            assert len(text) > 3, deadline.id
        assert len(re.findall(r"\.(?=\s|$)", re.sub(r"No\.\d", "", deadline.do))) == 1, deadline.id


def test_texts_keep_to_plain_signs_and_todays_words(library: Library) -> None:
    said = [text for _, step in steps(library) for text in (step.title, step.text, *step.pitfalls)]
    said += [text for fee in library.all(Fee).values() for text in (fee.title, fee.text)]
    said += [text for paper in library.all(Document).values() for text in (paper.name, paper.note or "")]
    said += [text for one in library.all(Deadline).values() for text in (one.title, one.do, one.note or "")]
    for text in said:
        assert not NOT_ENGLISH.search(text), text
        assert "監理団体" not in text, text
        assert "supervising organi" not in text, text
        assert "you will get" not in text.lower(), text
