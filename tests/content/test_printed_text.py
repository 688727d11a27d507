"""Nothing that can be printed claims of today what was the rule once, or never; and the detector of that works."""

from collections.abc import Mapping

import pytest

from ssw_tui.kinds import KINDS
from ssw_tui.library import Library
from ssw_tui.output.page import Bar, Gap, Heading, Item, Page, Pair, Paragraph, Table
from ssw_tui.records.reference import GuideStatement, Verdict
from ssw_tui.records.source import Source
from tests.content.claims import CLAIMS, Claim, sentences, tells_of_the_past
from tests.content.printed import WITHOUT_CONTENT, Quotes, Said, commands, said, said_in, said_on

CLAIM = {claim.name: claim for claim in CLAIMS}
CLAIMED = {
    "five years per field": (
        "You can hold No.1 for five years per field.",
        "No.1 lasts up to 5 years in total for each industry field.",
        "In every field you may stay for 5 years.",
        "The five years start again in a new field.",
        "A new field gives you another five years.",
        "Your limit is five years for one sector",
    ),
    "a permission for five years": (
        "No.1 is granted for 1 year, 6 months or 5 years at a time.",
        "You get a five-year permission.",
        "A 5-year visa is usual.",
    ),
    "No.2 only in construction and shipbuilding": (
        "No.2 exists only in construction and shipbuilding.",
        "No.2 is available in Construction and Shipbuilding & Marine Engineering.",
        "Only shipbuilding and construction have it.",
        "At present two fields offer No.2.",
        "特定技能2号 is limited to the construction and the shipbuilding field",
        "No.2: construction and shipbuilding",
    ),
    "12, 14 or 16 fields": (
        "There are 14 industry fields.",
        "No.1 is for one of the 12 specified fields.",
        "Fields: 12",
        "The number of fields is sixteen.",
        "Twelve sectors take workers.",
        "特定技能1号は14分野です。",
    ),
    "a supervising organisation supports SSW": (
        "A supervising organisation supports you.",
        "Support plans by the employer or a supervising organization are mandatory.",
        "The 監理団体 helps you with the bank and the city hall.",
        "Your employer gives support through a supervisory body.",
        "You need a job offer from an employer or a supervising organisation.",
    ),
    "a fee of ¥4,000 or ¥6,000": (
        "An extension costs ¥4,000.",
        "You pay ¥6,000 at the counter.",
        "Fee: 6,000 yen",
        "Change of status: 4000円",
        "The fee is ¥6,000, not ¥10,000.",
        "The fee is ¥6,000 until 31 March 2027.",
        "The fee was ¥4,000, but is ¥6,000 today.",
    ),
    "a quarterly report": (
        "Your employer sends a quarterly report.",
        "The employer reports every quarter.",
        "Every three months the company must notify the immigration office.",
        "The report is due four times a year.",
    ),
    "national health insurance for company employees": (
        "You must join national health insurance.",
        "You must enrol in national health insurance and pension.",
        "Workers at a company join National Health Insurance (国民健康保険).",
        "Enrol in national health insurance at the city hall.",
        "National Health Insurance is the rule for company employees.",
    ),
    "no change of field": (
        "You cannot change your field.",
        "Workers cannot change to another field.",
        "You cannot move to a job in a different field.",
    ),
    "a promise": (
        "Then you will get the permission.",
        "You are eligible.",
        "With these papers your visa is guaranteed.",
    ),
}
"""Each claim in several wordings."""
NOT_CLAIMED = {
    "five years per field": (
        "The total is 5 years over all fields and employers.",
        "It is not five years per field.",
        "The 5 years in total on No.1 do not start again in another field.",
        "Your 5 years go on in another field and do not start again.",
        "Is it five years per field?",
        "For the five years from April 2019; it ended with the field.",
    ),
    "a permission for five years": (
        "A 5-year period for No.2 is planned.",
        "5 years at a time never existed for No.1.",
        "It is at most 3 years at a time.",
    ),
    "No.2 only in construction and shipbuilding": (
        "Until 30 August 2023 No.2 existed only in construction and shipbuilding.",
        "At the start only construction and shipbuilding had No.2.",
        "No.2 began in construction and shipbuilding.",
        "It was two fields until 30 August 2023.",
        "No.2 is no longer only for construction and shipbuilding.",
        "Dispatch is allowed in two fields only.",
        "Some jobs and No.2 fields ask for N3.",
        "No.2 has 11 fields, construction, shipbuilding and agriculture among them.",
    ),
    "12, 14 or 16 fields": (
        "There are 19 fields.",
        "14 fields for No.1 from 2019-04-01 to 2022-05-24.",
        "There were 12 fields.",
        "30 Sep 2024: 16 fields.",
        "Before 30 September 2024 the ordinance names 12 fields.",
        "One of the first 14 fields.",
        "A page of it still lists 16 fields.",
    ),
    "a supervising organisation supports SSW": (
        "A supervising organisation (監理団体) belongs to technical intern training, not to this status.",
        "In technical intern training a supervising organisation helps the trainee.",
        "The employer may give the support to a registered support organisation, not to a supervising organisation.",
        "A supervising organisation can register as a support organisation, and then acts as one.",
        "A supervising organisation does not support you.",
    ),
    "a fee of ¥4,000 or ¥6,000": (
        "An extension costs ¥33,000 for 1 year.",
        "From 2025-04-01 to 2026-09-30: ¥6,000 at the counter, ¥5,500 online.",
        "Before 2025-04-01: ¥4,000.",
        "An application received by 30 September 2026 pays the old fee (¥6,000, online ¥5,500).",
        "Before, it was ¥6,000.",
        "A re-entry permit costs ¥4,000 for one journey.",
        "The fee is not ¥4,000.",
        "About 46,000 people; the fine is up to ¥3,000,000, or ¥64,000.",
    ),
    "a quarterly report": (
        "The employer reports once a year.",
        "The quarterly report was replaced on 1 April 2025.",
        "Quarterly reports ended in 2025.",
        "Until 31 March 2025 the employer reports every quarter.",
        "At least once every 3 months somebody from the support meets you.",
        "The employer no longer reports every quarter.",
    ),
    "national health insurance for company employees": (
        "At a company you join employees' health insurance.",
        "Without company insurance you must join National Health Insurance until the new job begins.",
        "Otherwise you join National Health Insurance within 14 days.",
        "You do not join national health insurance.",
        "People between jobs must join national health insurance.",
        "Proof that you have paid National Health Insurance.",
    ),
    "no change of field": (
        "You can change your field with a permission.",
        "You cannot start in another field before you have the permission to change to that field.",
        "You cannot change your employer without a permission.",
        "Can you not change your field?",
    ),
    "a promise": (
        "Then you can ask for the permission.",
        "No permission is guaranteed.",
        "You will get an answer in 1 to 2 months.",
    ),
}
"""What may stand: of the past, denied, asked, or of something else."""


def of_each(table: Mapping[str, tuple[str, ...]]) -> list[tuple[Claim, str]]:
    return [(CLAIM[name], sentence) for name, listed in table.items() for sentence in listed]


def is_claimed(claim: Claim, text: str) -> bool:
    return any(claim.is_made_in(sentence) for sentence in sentences(text))


# The detector


def test_every_claim_is_tried_in_three_wordings_and_beside_three_that_may_stand() -> None:
    assert set(CLAIMED) == set(NOT_CLAIMED) == set(CLAIM)
    assert all(len(listed) >= 3 for table in (CLAIMED, NOT_CLAIMED) for listed in table.values())


@pytest.mark.parametrize(("claim", "text"), of_each(CLAIMED))
def test_a_claim_is_seen(claim: Claim, text: str) -> None:
    assert is_claimed(claim, text)
    assert is_claimed(claim, f"It was different once. {text.rstrip('.')}. That ended in 2019.")


@pytest.mark.parametrize(("claim", "text"), of_each(NOT_CLAIMED))
def test_what_may_stand_is_let_stand(claim: Claim, text: str) -> None:
    assert not is_claimed(claim, text)


@pytest.mark.parametrize(
    ("text", "past"),
    [
        ("until 22 November 2026", True),
        ("until 23 November 2026", False),
        ("before 2026-11-22", True),
        ("before 2026-11-23", False),
        ("to 2025", True),
        ("to 2026", False),
        ("until March 2026", True),
        ("until December 2026", False),
        ("since 2019", False),
        ("1 Apr 2019: so", True),
        ("1 Apr 2027: so", False),
        ("before you apply", False),
        ("until the decision", False),
    ],
)
def test_an_end_is_past_when_its_day_has_come(text: str, past: bool) -> None:
    assert tells_of_the_past(text) is past


def test_a_text_is_judged_sentence_by_sentence() -> None:
    text = "It was so. It is so; No.1 too, but see https://a.jp/12-fields (once; now not). 終わり。次"
    assert list(sentences(text)) == ["It was so.", "It is so", "No.1 too", "see  (once; now not).", "終わり。", "次"]


# What is walked


def test_every_text_of_a_page_is_walked() -> None:
    blocks = (
        *(Heading("a heading"), Paragraph("a text"), Item("an item", note="its note"), Pair("label", "value")),
        *(Table(("head",), (("Fields", "12", "3"),), (0,)), Bar("Used", 0.5, "half"), Gap()),
        Pair("Before", "what has ended"),
        *(Heading("1 Apr 2019"), Item("what happened"), Heading("1 Apr 2027 (to come)"), Item("what will happen")),
    )
    assert [text for text in said_on(Page(title="a title", blocks=blocks)) if text] == [
        *("a title", "a heading", "a text", "an item", "its note", "label: value"),
        *("head", "Fields: 12", "Fields: 3", "Used: half", "1 Apr 2027 (to come)", "what will happen"),
    ]


@pytest.mark.parametrize(("day", "texts"), [("22 Nov 2026", 0), ("23 Nov 2026 (to come)", 3)])
def test_a_page_about_what_changed_is_walked_when_its_day_has_not_come(day: str, texts: int) -> None:
    assert len(list(said_on(Page(title="a change", blocks=(Paragraph("so"), Pair("Since", day)))))) == texts


def test_every_text_of_data_is_walked_but_what_has_ended_and_the_words_of_the_guide() -> None:
    data = {
        "a": ["one", {"b": "two"}, ("three", 4, None)],
        "previously": "ended",
        "history": [{"text": "ended"}],
        "changes": [{"date": "2026-11-22", "before": "ended", "title": "ended", "text": "ended", "details": ["ended"]}],
        "named": [{"day": "2026-11-22", "facts": [{"text": "ended"}], "before": "ended"}],
        "planned": [{"day": "2026-11-23", "facts": [{"text": "eight"}]}],
        "coming": [{"date": "2026-11-23", "before": "ended", "text": "seven"}],
        "statements": [{"text": "the guide", "title": "the guide", "verdict": "wrong", "rule": "four"}],
        "results": [
            {"kind": "guide-statement", "title": "the guide", "excerpt": "five"},
            {"kind": "x", "title": "six"},
        ],
    }
    numbers = {"one", "two", "three", "four", "five", "six", "seven", "eight"}
    assert set(said_in(data)) - {"wrong", "guide-statement", "x", "2026-11-22", "2026-11-23"} == numbers


def test_the_words_of_the_guide_are_left_out_where_they_are_quoted_and_nowhere_else(library: Library) -> None:
    quotes = Quotes(library)
    told = library.all(GuideStatement)["no2-two-fields"].text
    claim = CLAIM["No.2 only in construction and shipbuilding"]
    for quoted in (f'"{told}": outdated', f"outdated: {told} RULE: x", f"guide-statement: {told}"):
        assert told not in quotes.left_out_of(quoted)
    for stated in (told, f"Rule: {told}", f'The rule: {told}"', f"outdated: {told}"):
        assert is_claimed(claim, quotes.left_out_of(stated))


def test_a_title_of_a_page_is_left_out_where_it_is_named_and_nowhere_else(library: Library) -> None:
    quotes = Quotes(library)
    source = next(source for source in library.all(Source).values() if "16 fields" in source.title)
    assert "16 fields" not in quotes.left_out_of(source.title)
    assert "16 fields" not in quotes.left_out_of(f"{source.publisher}: {source.title}, 2024")
    assert "16 fields" not in quotes.left_out_of(f"source: {source.title}")
    assert "16 fields" in quotes.left_out_of(f"See: {source.title}")


@pytest.fixture(scope="module")
def everything(library: Library, tmp_path_factory: pytest.TempPathFactory) -> tuple[Said, ...]:
    """All that can be printed."""
    return tuple(said(library, tmp_path_factory.mktemp("data")))


def test_the_walk_reaches_every_kind_and_every_command(everything: tuple[Said, ...]) -> None:
    places = {one.where for one in everything}
    walked = {place.split()[0] for place in places}
    called = {place for place in places if place.startswith("ssw-tui ")}
    assert len(places) > 5_000
    assert {kind.name for kind in KINDS} <= walked
    assert [name for name in commands() if name not in WITHOUT_CONTENT and not _is_called(name, called)] == []


def _is_called(command: str, called: set[str]) -> bool:
    return any(f"{call} ".startswith(f"ssw-tui {command} ") for call in called)


def test_every_command_that_is_left_out_exists() -> None:
    assert set(commands()) >= WITHOUT_CONTENT


@pytest.mark.parametrize(
    ("where", "text"),
    [
        ("field", "No.1: open"),
        ("risks.page overstay", "Severity: critical"),
        ("ssw-tui keys", "Leave the app."),
        ("ssw-tui search", "Search: fee"),
        ("ssw-tui quiz --questions", "Questions: "),
        ("result of case", "meets"),
        ("output/pages/common.py", "not confirmed: ask"),
    ],
)
def test_the_walk_meets_what_is_there(everything: tuple[Said, ...], where: str, text: str) -> None:
    assert [one for one in everything if one.where.startswith(where) and text in one.text]


def test_texts_with_gaps_in_the_code_are_walked_whole(everything: tuple[Said, ...]) -> None:
    found = [one.text for one in everything if one.where.startswith("output/pages/overview.py")]
    assert any("A guide of X is widely read" in text for text in found)


# What is found


@pytest.fixture(scope="module")
def stated(library: Library, everything: tuple[Said, ...]) -> dict[str, str]:
    """Every sentence that can be printed, without the words of others, and one place where it stands."""
    quotes = Quotes(library)
    texts = {one.text: one.where for one in everything}
    left = {quotes.left_out_of(text): where for text, where in texts.items()}
    return {sentence: where for text, where in left.items() for sentence in sentences(text)}


@pytest.mark.parametrize("claim", CLAIMS, ids=lambda claim: claim.name)
def test_nothing_that_can_be_printed_claims_it(stated: dict[str, str], claim: Claim) -> None:
    assert [(where, sentence) for sentence, where in stated.items() if claim.is_made_in(sentence)] == []


def test_the_guide_would_be_found_if_its_words_were_not_left_out(library: Library) -> None:
    wrong = [told.text for told in library.all(GuideStatement).values() if told.verdict is not Verdict.RIGHT]
    seen = {claim.name for claim in CLAIMS for text in wrong if is_claimed(claim, text)}
    assert {
        "a permission for five years",
        "no change of field",
        "No.2 only in construction and shipbuilding",
        "12, 14 or 16 fields",
        "a supervising organisation supports SSW",
        "national health insurance for company employees",
    } <= seen
