import re
from collections.abc import Iterator
from itertools import groupby

import pytest

from ssw_tui.library import Library
from ssw_tui.records.counter import CounterCard, Sentence
from ssw_tui.records.deadline import Deadline
from ssw_tui.records.procedure import Procedure

KANA = re.compile(r"[ぁ-ゖァ-ヺー。、？・]+")
WRITTEN_AS_SAID = re.compile(r"[ぁ-ゖァ-ヺー。、？]")
"""What stands in the kana as it stands in the sentence; all else is read in hiragana."""
POLITE = ("です。", "ます。", "ません。", "ました。", "ください。", "ですか。", "ますか。", "ましたか。")
LONGEST = 36
"""Characters that somebody behind a counter takes in at a glance."""
AT_COUNTERS = {
    "coe-from-abroad": {"landing"},
    "change-of-status-in-japan": {"eligible", "health", "bridge", "filing", "receive"},
    "post-arrival": {"address", "insurance", "mynumber"},
    "extension-of-stay": {"plan", "filing", "wait", "receive"},
    "change-of-employer-or-field": {"notify-end", "insurance", "transfer-support", "notify-new", "filing", "receive"},
    "no1-to-no2": {"bridge", "filing", "after"},
    "permanent-residence": {"filing", "card"},
    "leaving-japan": {"notify", "tax", "close", "long", "move-out", "temporary", "card", "lumpsum"},
}
"""The steps in which the worker stands at a counter in Japan."""
WITHOUT_A_STEP = {
    *("any-counter", "ask-for-a-later-date", "before-you-sign", "immigration-trouble-at-work"),
    *("immigration-lost-card", "police-lost-card", "immigration-name-change", "labour-standards-unpaid-wages"),
}


def said(library: Library) -> Iterator[tuple[str, Sentence]]:
    for card in library.all(CounterCard).values():
        yield from ((card.id, one) for one in (*card.sentences, *card.answers))


def reading_of(ja: str) -> str:
    """Give a pattern for the ways to read a sentence: its kana as they stand, and hiragana for the rest."""
    parts = re.split(f"({WRITTEN_AS_SAID.pattern})", ja)
    return "".join(re.escape(part) if WRITTEN_AS_SAID.fullmatch(part) else "[ぁ-ゖー]+" for part in parts if part)


def test_every_sentence_can_be_said_as_it_is_written(library: Library) -> None:
    for card, one in said(library):
        assert KANA.fullmatch(one.kana), (card, one.kana)
        assert re.fullmatch(reading_of(one.ja), one.kana), (card, one.ja, one.kana)


@pytest.mark.parametrize(
    ("ja", "kana"),
    [("写しをください。", "うつしください。"), ("今日です。", "今日です。"), ("カードです。", "かーどです。")],
)
def test_a_wrong_reading_would_be_seen(ja: str, kana: str) -> None:
    assert not re.fullmatch(reading_of(ja), kana)


def test_one_sentence_is_read_in_one_way_everywhere(library: Library) -> None:
    readings: dict[str, set[tuple[str, str]]] = {}
    for _, one in said(library):
        readings.setdefault(one.ja, set()).add((one.kana, one.english))
    assert {ja: found for ja, found in readings.items() if len(found) > 1} == {}


def test_sentences_are_polite_and_short(library: Library) -> None:
    for card, one in said(library):
        assert one.ja.endswith(POLITE), (card, one.ja)
        assert len(one.ja) <= LONGEST, (card, one.ja)


def test_nothing_has_to_be_filled_in(library: Library) -> None:
    gaps = re.compile(r"[\[\]〔〕＿_○〇～]|\.\.\.")
    assert [(card, one) for card, one in said(library) if gaps.search(one.ja + one.kana + one.english)] == []


def test_a_card_has_something_to_show_once_and_something_to_expect(library: Library) -> None:
    for card in library.all(CounterCard).values():
        shown = [sentence.ja for sentence in card.sentences]
        assert len(set(shown)) == len(shown) >= 3, card.id
        assert card.answers, card.id
        assert KANA.fullmatch(card.counter_kana), card.id


@pytest.mark.parametrize(("procedure", "steps"), AT_COUNTERS.items())
def test_every_visit_to_a_counter_has_its_card(library: Library, procedure: str, steps: set[str]) -> None:
    with_cards = {step.id for step in library.all(Procedure)[procedure].steps if step.counter_cards}
    assert steps <= with_cards


def test_there_are_cards_for_visits_that_no_step_leads_to(library: Library) -> None:
    assert library.all(CounterCard).keys() >= WITHOUT_A_STEP


def test_for_the_end_of_a_contract_nobody_brings_the_notice_of_a_new_one(library: Library) -> None:
    deadline = library.all(Deadline)["organisation-end"]
    (card_id,) = deadline.counter_cards
    assert library.all(CounterCard)[card_id].bring == ("notif-end", "residence-card")
    assert "one form covers both" in (deadline.note or "")
    steps = [step for one in library.all(Procedure).values() for step in one.steps if deadline.id in step.deadlines]
    assert steps
    for step in steps:
        assert step.counter_cards == (card_id,), step.id


def test_for_a_new_contract_nobody_brings_the_notice_of_an_end(library: Library) -> None:
    (card_id,) = library.all(Deadline)["organisation-new"].counter_cards
    assert library.all(CounterCard)[card_id].bring == ("notif-new", "residence-card")


def test_the_cards_of_one_counter_stand_together(library: Library) -> None:
    counters = [(card.counter, card.counter_ja) for card in library.all(CounterCard).values()]
    assert len([counter for counter, _ in groupby(counters)]) == len(set(counters))


def test_the_first_card_asks_for_all_that_one_needs_to_understand(library: Library) -> None:
    card = library.all(CounterCard)["any-counter"]
    asked = " ".join(sentence.english for sentence in card.sentences).lower()
    for word in (
        "slowly",
        "interpreter",
        "write it down",
        "which form",
        "missing",
        "by when",
        "cost",
        "receipt",
        "name",
    ):
        assert word in asked, word
    assert "no promise" in " ".join(fact.text for fact in card.facts)
