import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import groupby
from typing import Any

import pytest
from attrs import fields, has

from ssw_tui.library import Library
from ssw_tui.output.pages.reference import GROUP_WORD, RULE_TOPIC_WORD, THEME_WORD
from ssw_tui.output.resting import rests_on
from ssw_tui.reader import Reader
from ssw_tui.records.actor import Actor
from ssw_tui.records.reference import (
    Answer,
    GuideStatement,
    Link,
    LinkState,
    OverviewSection,
    Term,
    TermGroup,
    Theme,
    Topic,
)
from ssw_tui.records.risk import HelpLine, Penalty, Risk, Severity
from ssw_tui.records.rule import Rule
from ssw_tui.records.source import Source
from ssw_tui.records.statement import Confidence, Fact, Statement

TODAY = date(2026, 11, 22)
_ROWS = {
    "あいうえお": "a i u e o",
    "かきくけこ": "ka ki ku ke ko",
    "さしすせそ": "sa shi su se so",
    "たちつてと": "ta chi tsu te to",
    "なにぬねの": "na ni nu ne no",
    "はひふへほ": "ha hi fu he ho",
    "まみむめも": "ma mi mu me mo",
    "やゆよ": "ya yu yo",
    "らりるれろ": "ra ri ru re ro",
    "わをんっ": "wa o n っ",
    "がぎぐげご": "ga gi gu ge go",
    "ざじずぜぞ": "za ji zu ze zo",
    "だぢづでど": "da ji zu de do",
    "ばびぶべぼ": "ba bi bu be bo",
    "ぱぴぷぺぽ": "pa pi pu pe po",
}
_SINGLE = {kana: said for row, saids in _ROWS.items() for kana, said in zip(row, saids.split(), strict=True)}
_SMALL = {"ゃ": "a", "ゅ": "u", "ょ": "o"}
SPELLED = {
    **_SINGLE,
    **{
        one + small: (said[:-1] if said in ("shi", "chi", "ji") else said[:-1] + "y") + vowel
        for one, said in _SINGLE.items()
        if said.endswith("i")
        for small, vowel in _SMALL.items()
    },
    "でぃ": "di",
}
"""How each kana is written in Hepburn romaji."""
KANA = re.compile(r"[ぁ-ゖァ-ヺー]+")
ROMAJI = re.compile(r"[A-Za-zāīūēō' -]+")
JAPANESE = re.compile(r"[\u3000-\u30ff\u3400-\u9fff\uff01-\uff60]")
LANGUAGE = re.compile(r"[a-z]{2}|fil")
TELEPHONE = re.compile(r"1\d\d|0\d{1,3}-\d{2,4}-\d{3,4}|0\d{3}-\d{6}|0\d{2}-\d{4}-\d{4}")
READ_BY_PEOPLE = (OverviewSection, Answer, Topic, Risk)
ALL_KINDS = (*READ_BY_PEOPLE, HelpLine, Term, Link)

SECTIONS = (
    *("what-it-is", "for-whom", "compare", "the-road"),
    *("core-conclusions", "what-changed-lately", "not-legal-advice"),
)
GUIDE_LINKS = {
    "https://www.moj.go.jp/isa/publications/materials/newimmiact_eng_index.html": LinkState.NOT_FOUND,
    "https://www.isa.go.jp/en/": LinkState.CITED,
    "https://www.moj.go.jp/EN/index.html": LinkState.CITED,
    "https://www.ssw.go.jp/en/": LinkState.CITED,
    "https://www.jasso.go.jp/en/": LinkState.CITED,
}
GUIDE_RISKS = (
    ("work restrictions", "work-outside-permission"),
    ("validity of your stay", "overstay"),
    ("carry the card", "no-card-carried"),
    ("change of employer", "change-without-permission"),
    ("support plan", "no-support"),
)
GUIDE_TOPICS = (
    "技能実習",
    "在留資格認定証明書",
    "在留資格変更許可申請",
    "永住許可",
    "日本語能力試験",
    "在留カードの手続",
    "育成就労",
)
NUMBERS = {
    "isa-info": "0570-013904",
    "fresc": "0570-011000",
    "fresc-helpdesk": "0120-76-2029",
    "houterasu": "0570-078377",
    "labour-hotline-night": "0120-811-610",
    "labour-dial-day": "0570-001-701",
    "human-rights": "0570-090911",
    "otit": "0120-250-168",
    "police": "110",
    "ambulance": "119",
    "consumer": "188",
}
OUTDATED = (
    r"(5|five)-year (period|permit|permission)",
    r"(5|five) years at a time",
    r"years (per|for each|in each) field",
    r"only (in|for) construction",
    r"\b(12|14|16|twelve|fourteen|sixteen)( specified)? fields",
    r"quarterly|each quarter|four times a year",
    r"cannot (change|leave|move to)( your| a| another| a different)? field",
    r"¥4,000",
    r"(join|enrol in|register for) (the )?National Health Insurance and",
    r"(3|three)( years or more| or more years|\+ years) of (technical|training)",
    r"supervising organi[sz]ation",
)
PROMISES = r"you will get|you are eligible|you qualify|is guaranteed|you will be granted"
CHANGES = (
    (date(2026, 10, 1), "¥75,000"),
    (date(2026, 8, 20), "guide at least the number of people"),
    (date(2026, 8, 1), "A2.1"),
    (date(2026, 4, 13), "Food service"),
    (date(2026, 4, 1), "19 fields"),
    (date(2025, 9, 30), "3 years at a time"),
    (date(2025, 9, 30), "sixth year"),
    (date(2027, 4, 1), "Employment for Skill Development"),
)
PENALTIES = (
    ("work-outside-permission", "73", "1 year, or a fine up to ¥2,000,000"),
    ("work-outside-permission", "70(1)(iv), 24(iv)イ", "3 years, or a fine up to ¥3,000,000"),
    ("work-outside-permission", "73-2, 76-2", "3 years, or a fine up to ¥3,000,000"),
    ("overstay", "70(1)(v)", "3 years, or a fine up to ¥3,000,000"),
    ("no-card-carried", "75-3", "¥200,000"),
    ("no-card-carried", "75-2, 24(iv-4)", "1 year, or a fine up to ¥200,000"),
    ("no-notification", "71-5", "¥200,000"),
    ("no-notification", "71-2(i), 24(iv-4)", "1 year, or a fine up to ¥200,000"),
    ("no-notification", "77-3", "¥50,000"),
    ("false-documents", "70(1)(ii-2)", "3 years, or a fine up to ¥3,000,000"),
    ("false-documents", "22-4(1)(i)-(iii), 22-4(7)", "no time to leave"),
    ("no-support", "71-3, 76-2", "6 months, or a fine up to ¥300,000"),
    ("no-support", "71-4, 76-2", "¥300,000"),
    ("no-support", "77-2", "¥100,000"),
    ("three-months-no-activity", "22-4(1)(vi), 22-4(7)", "30 days"),
    ("three-months-no-activity", "22-4(1)(v)", "at once"),
    ("lend-card", "73-6", "1 year, or a fine up to ¥200,000"),
    ("lend-card", "24(iii-5)", "without a sentence"),
    ("lend-card", "73-4", "5 years, or a fine up to ¥500,000"),
    ("crime", "24(iv-2)", "removed"),
    ("crime", "24(iv)リ", "not when the whole sentence is suspended"),
    ("revocation", "70(1)(iii-3), 24(ii-4)", "3 years, or a fine up to ¥3,000,000"),
)


def inside(record: object) -> Iterator[object]:
    """Give a record and every record inside it."""
    yield record
    for attribute in fields(type(record)):  # type: ignore[arg-type]
        value = getattr(record, attribute.name)
        for item in value if isinstance(value, tuple) else (value,):
            if has(type(item)):
                yield from inside(item)


def texts(record: object) -> Iterator[tuple[str, str]]:
    """Give every text of a record and of the records inside it, with the field it stands in."""
    for part in inside(record):
        for attribute in fields(type(part)):  # type: ignore[arg-type]
            value: Any = getattr(part, attribute.name)
            for item in value if isinstance(value, tuple) else (value,):
                if isinstance(item, str) and "refers-to" not in attribute.metadata:
                    yield attribute.name, item


def said_to_people(library: Library) -> Iterator[tuple[str, str]]:
    for kind in READ_BY_PEOPLE:
        for record_id, record in library.all(kind).items():
            yield from ((f"{kind.__name__} {record_id}", text) for _, text in texts(record))


def held_facts(library: Library) -> Iterator[Fact]:
    for kind in READ_BY_PEOPLE:
        for record in library.all(kind).values():
            yield from (part for part in inside(record) if isinstance(part, Fact))


def test_overview_has_its_sections_in_order(library: Library) -> None:
    assert tuple(library.all(OverviewSection)) == SECTIONS


def test_every_section_says_something_today(library: Library) -> None:
    for section in library.all(OverviewSection).values():
        assert any(said.holds_on(TODAY) for said in (*section.facts, *section.comparison)), section.id


@pytest.mark.parametrize("day", [date(2019, 4, 1), date(2023, 8, 30), TODAY, date(2027, 6, 1)])
def test_comparison_is_short_and_says_each_thing_once_on_any_day(library: Library, day: date) -> None:
    reader = Reader(library, day)
    rows = reader.holding(library.all(OverviewSection)["compare"].comparison)
    assert len(rows) >= 10
    assert max(Counter(row.topic for row in rows).values()) == 1
    for row in rows:
        for cell in (row.topic, row.no1, row.no2):
            assert len(cell) <= 80, cell
            assert len(reader.say(cell)) <= 60, cell
            assert "not known" not in reader.say(cell), cell


@pytest.mark.parametrize(
    ("day", "no1", "no2"),
    [
        (date(2022, 1, 1), "1 year, 6 months or 4 months", "3 years, 1 year or 6 months"),
        (date(2025, 9, 29), "Up to 1 year, set for each person", "3 years, 1 year or 6 months"),
        (date(2025, 9, 30), "Up to 3 years, set for each person", "3 years, 2 years, 1 year or 6 months"),
    ],
)
def test_comparison_gives_the_period_of_the_day(library: Library, day: date, no1: str, no2: str) -> None:
    reader = Reader(library, day)
    rows = reader.holding(library.all(OverviewSection)["compare"].comparison)
    found = [(reader.say(row.no1), row.no2) for row in rows if row.topic == "One permission"]
    assert found == [(no1, no2)]


def test_no2_duties_are_compared_only_since_the_guideline_has_them(library: Library) -> None:
    rows = library.all(OverviewSection)["compare"].comparison
    duties = [row for row in rows if row.topic == "Duties"]
    assert [row.since for row in duties] == [date(2026, 8, 20)]


@pytest.mark.parametrize(("day", "words"), CHANGES)
def test_what_changed_is_told_with_its_day(library: Library, day: date, words: str) -> None:
    changes = library.all(OverviewSection)["what-changed-lately"].facts
    assert any(fact.since == day and words in fact.text for fact in changes)


def test_every_change_has_a_day_and_what_is_not_law_yet_is_planned(library: Library) -> None:
    changes = library.all(OverviewSection)["what-changed-lately"].facts
    assert all(fact.since for fact in changes)
    planned = [fact for fact in changes if fact.planned]
    assert {fact.since for fact in planned} == {date(2027, 1, 1), date(2027, 4, 1), date(2027, 6, 1)}
    assert all(fact.confidence is not Confidence.HIGH for fact in planned)


@pytest.mark.parametrize("number", range(1, 7))
def test_the_guide_s_question_is_answered_beside_what_the_guide_said(library: Library, number: int) -> None:
    answers = [answer for answer in library.all(Answer).values() if answer.from_guide == f"Q{number}"]
    assert len(answers) == 1
    sections = {library.all(GuideStatement)[told].section for told in answers[0].guide_statements}
    assert sections == {f"5 Q{number}"}
    assert answers[0].rules


def test_seventy_more_questions_are_answered(library: Library) -> None:
    more = [answer for answer in library.all(Answer).values() if not answer.from_guide]
    assert len(more) >= 70
    assert all("?" in answer.question for answer in more)


def test_questions_and_words_of_a_kind_stand_together(library: Library) -> None:
    themes = [theme for theme, _ in groupby(answer.theme for answer in library.all(Answer).values())]
    groups = [about for about, _ in groupby(term.about for term in library.all(Term).values())]
    topics = [topic for topic, _ in groupby(rule.topic for rule in library.all(Rule).values())]
    assert themes == list(Theme) == list(THEME_WORD)
    assert groups == list(TermGroup) == list(GROUP_WORD)
    assert sorted(topics) == sorted(RULE_TOPIC_WORD)


def test_an_answer_says_what_to_do_whom_to_call_or_what_it_rests_on(library: Library) -> None:
    silent = [
        answer.id
        for answer in library.all(Answer).values()
        if not (answer.procedures or answer.risks or answer.deadlines or answer.help_lines or answer.rules)
    ]
    assert silent == []
    called = [a.id for a in library.all(Answer).values() if a.theme is Theme.TROUBLE and not (a.help_lines or a.ask)]
    assert called == []


def test_an_answer_that_is_not_sure_names_somebody_to_ask(library: Library) -> None:
    unsure = [one for one in library.all(Answer).values() if one.confidence in (Confidence.LOW, Confidence.UNCONFIRMED)]
    assert [one.id for one in unsure if not one.ask and "ask" not in one.text] == []


def test_answers_are_two_to_six_sentences(library: Library) -> None:
    for answer in library.all(Answer).values():
        sentences = re.findall(r"[^.!?]+[.!?](?=\s|$)", re.sub(r"No\.(\d)", r"No\1", answer.text))
        assert 2 <= len(sentences) <= 6, answer.id


def test_glossary_has_its_86_words_with_kana_in_kana_alone(library: Library) -> None:
    terms = library.all(Term).values()
    assert len(terms) == 86
    for term in terms:
        assert KANA.fullmatch(term.kana), term.id
        assert ROMAJI.fullmatch(term.romaji), term.id
        assert JAPANESE.search(term.name_ja), term.id
        assert not JAPANESE.search(term.name), term.id
        assert term.definition.endswith("."), term.id


def test_the_romaji_of_a_word_say_what_its_kana_say(library: Library) -> None:
    wrong = {
        term.id: (spelled(term.kana), long_vowels_written_out(term.romaji))
        for term in library.all(Term).values()
        if spelled(term.kana) != long_vowels_written_out(term.romaji)
    }
    assert wrong == {}


def long_vowels_written_out(romaji: str) -> str:
    """Give romaji without spaces and marks, long vowels as kana write them."""
    written = romaji
    for long, out in (("ā", "aa"), ("ī", "ii"), ("ū", "uu"), ("ē", "ee"), ("ō", "ou")):
        written = written.replace(long, out)
    return re.sub(r"[ '-]", "", written)


def spelled(kana: str) -> str:
    """Give kana in Hepburn romaji, letter by letter."""
    plain = "".join(chr(ord(one) - 0x60) if "ァ" <= one <= "ヶ" else one for one in kana)
    said = ""
    for one in re.findall(r".[ゃゅょぃ]?", plain):
        if one == "ー":
            said += said[-1]
        elif said.endswith("っ"):
            said = said[:-1] + ("t" if SPELLED[one].startswith("ch") else SPELLED[one][0]) + SPELLED[one]
        else:
            said += SPELLED[one]
    return said


def test_no_two_words_are_the_same(library: Library) -> None:
    terms = library.all(Term).values()
    for names in ([term.name for term in terms], [term.name_ja for term in terms]):
        assert [name for name, times in Counter(names).items() if times > 1] == []


def test_the_guide_s_five_links_are_flagged_and_the_missing_one_is_not_found(library: Library) -> None:
    flagged = {link.address: link.state for link in library.all(Link).values() if link.from_guide}
    assert flagged == GUIDE_LINKS


def test_only_the_guide_s_link_is_not_found(library: Library) -> None:
    assert [link.from_guide for link in library.all(Link).values() if link.state is LinkState.NOT_FOUND] == [True]


def test_links_are_complete_and_distinct(library: Library) -> None:
    links = library.all(Link).values()
    assert len(links) >= 45
    assert len({link.address for link in links}) == len(links)
    for link in links:
        assert re.fullmatch(r"https://\S+", link.address), link.id
        assert link.languages, link.id
        assert all(LANGUAGE.fullmatch(code) for code in link.languages), link.id


@pytest.mark.parametrize("name_ja", GUIDE_TOPICS)
def test_related_topic_has_a_page_of_three_to_six_facts(library: Library, name_ja: str) -> None:
    topics = [topic for topic in library.all(Topic).values() if topic.title_ja == name_ja]
    assert len(topics) == 1
    assert 3 <= len(topics[0].facts) <= 6
    assert KANA.fullmatch(topics[0].kana)
    assert topics[0].terms
    assert topics[0].links


@pytest.mark.parametrize(("words", "risk_id"), GUIDE_RISKS)
def test_the_guide_s_risk_is_recognised_by_its_title(library: Library, words: str, risk_id: str) -> None:
    assert library.all(Risk)[risk_id].title.lower().startswith(words)


def test_risks_are_complete_and_the_worst_come_first(library: Library) -> None:
    risks = list(library.all(Risk).values())
    assert len(risks) == 22
    ranks = [list(Severity).index(risk.severity) for risk in risks]
    assert ranks == sorted(ranks)


def test_each_risk_says_who_what_to_do_and_whom_to_call(library: Library) -> None:
    for risk in library.all(Risk).values():
        assert risk.consult, risk.id
        assert risk.who, risk.id
        assert Actor.BOTH not in risk.who, risk.id
        assert risk.penalties, risk.id


@pytest.mark.parametrize(("risk_id", "article", "words"), PENALTIES)
def test_penalty_stands_under_its_article(library: Library, risk_id: str, article: str, words: str) -> None:
    found = [
        penalty.text for penalty in library.all(Risk)[risk_id].penalties if penalty.article.endswith(f" {article}")
    ]
    assert any(words in text for text in found)


def test_a_worker_s_missed_notice_is_not_put_under_the_employer_s_article(library: Library) -> None:
    for risk in library.all(Risk).values():
        if risk.id != "no-support":
            assert not any(re.search(r"\b71-[34]\b", penalty.article) for penalty in risk.penalties), risk.id


def test_the_heavier_penalty_for_employers_is_only_planned_and_unsure(library: Library) -> None:
    penalties = library.all(Risk)["work-outside-permission"].penalties
    heavier = [penalty for penalty in penalties if "¥5,000,000" in penalty.text]
    assert [(penalty.planned, penalty.confidence) for penalty in heavier] == [(True, Confidence.LOW)]


def test_no_amount_is_given_where_the_law_s_text_was_not_opened(library: Library) -> None:
    unread = ("account-sale", "drive-without-licence", "unpaid-wages")
    for risk_id in unread:
        penalties: tuple[Penalty, ...] = library.all(Risk)[risk_id].penalties
        assert not any("¥" in penalty.text for penalty in penalties), risk_id
        assert library.all(Risk)[risk_id].note, risk_id


def test_help_lines_have_these_numbers(library: Library) -> None:
    assert {line.id: line.number for line in library.all(HelpLine).values()} == NUMBERS


def test_help_lines_can_be_called(library: Library) -> None:
    for line in library.all(HelpLine).values():
        numbers = (line.number, line.number_abroad) if line.number_abroad else (line.number,)
        assert all(TELEPHONE.fullmatch(number) for number in numbers), line.id
        assert line.languages, line.id
        assert all(LANGUAGE.fullmatch(code) for code in line.languages), line.id
        assert line.hours, line.id


@pytest.mark.parametrize("pattern", [*OUTDATED, PROMISES])
def test_nothing_outdated_or_promised_is_said(library: Library, pattern: str) -> None:
    found = [(where, text) for where, text in said_to_people(library) if re.search(pattern, text, re.IGNORECASE)]
    assert found == []


def test_the_old_fee_is_named_only_as_the_old_one(library: Library) -> None:
    told = [text for _, text in said_to_people(library) if "¥6,000" in text]
    assert told
    assert all("Before, it was" in text or "old fee" in text for text in told)


def test_the_supervising_body_of_training_is_kept_apart_from_the_status(library: Library) -> None:
    told = [text for _, text in said_to_people(library) if "監理団体" in text]
    assert told
    assert all("no part in SSW" in text for text in told)


def test_what_is_not_known_comes_with_somebody_to_ask(library: Library) -> None:
    silent = [fact.text for fact in held_facts(library) if "not known" in fact.text and not fact.ask]
    assert silent == []


def test_what_has_no_source_is_called_unconfirmed(library: Library) -> None:
    for kind in ALL_KINDS:
        for record_id, record in library.all(kind).items():
            for part in inside(record):
                if isinstance(part, Statement) and not part.sources:
                    assert part.confidence is Confidence.UNCONFIRMED, record_id


def is_plain(character: str) -> bool:
    """Whether every terminal draws a character in the width that it is counted with."""
    return character.isascii() or character == "¥" or unicodedata.east_asian_width(character) in "WF"


@pytest.mark.parametrize("kind", ALL_KINDS, ids=lambda kind: kind.__name__)
def test_texts_are_plain_ascii_japanese_and_yen(library: Library, kind: type[Any]) -> None:
    for record_id, record in library.all(kind).items():
        for name, text in texts(record):
            odd = {c for c in text if not is_plain(c) and name != "romaji"}
            assert odd == set(), f"{record_id}.{name}"
            assert not re.search(r"[\U0001f000-\U0001faff\ufe0f]", text), f"{record_id}.{name}"
            assert text == " ".join(text.split()), f"{record_id}.{name}"


def test_money_is_written_with_thousands_commas(library: Library) -> None:
    for where, text in said_to_people(library):
        assert re.findall(r"¥(?!\d{1,3}(?:,\d{3})*(?!\d)|\{)", text) == [], where
        assert not re.search(r"\d yen\b", text), where


def test_every_source_supports_something(library: Library) -> None:
    assert set(rests_on(library)) == set(library.all(Source))
