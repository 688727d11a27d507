"""Each article that is cited has a page, and a penalty stands on the page of the article that it names."""

import re
from collections.abc import Iterator

import pytest

from ssw_tui.library import Library
from ssw_tui.records.article import Article, Law, Reading
from ssw_tui.records.deadline import Deadline
from ssw_tui.records.risk import Risk
from ssw_tui.records.rule import Rule
from ssw_tui.records.statement import Confidence

ACT = "immigration-act"
OF_THE_ACT = re.compile(
    r"(?:Immigration Act|Immigration Control and Refugee Recognition Act),? [Aa]rts?\.? ?(.*?)(?=;| as amended|$)"
)
"""What follows the name of the Act up to the next law."""
NUMBER = re.compile(r"(?<![\w.(-])\d+(?:-\d+)*(?!\d)")
READ = {
    "19", "19-3", "19-4", "19-5", "19-7", "19-8", "19-9", "19-10", "19-11", "19-12", "19-13", "19-14", "19-15", "19-16",
    "19-17", "19-18", "19-21", "20", "21", "22", "22-2", "22-4", "23", "24", "24-3", "26", "26-2", "70", "71-2", "71-3",
    "71-4", "71-5", "73", "73-2", "73-3", "73-4", "73-5", "73-6", "75-2", "75-3", "76", "76-2", "77-2", "77-3",
}  # fmt: skip
PENALTIES = (
    ("immigration-70-v", "3 years", "¥3,000,000"),
    ("immigration-70-iv", "3 years", "¥3,000,000"),
    ("immigration-70-ii-2", "3 years", "¥3,000,000"),
    ("immigration-70-viii", "3 years", "¥3,000,000"),
    ("immigration-71-2", "1 year", "¥200,000"),
    ("immigration-71-3", "6 months", "¥300,000"),
    ("immigration-71-4", "", "¥300,000"),
    ("immigration-71-5", "", "¥200,000"),
    ("immigration-73", "1 year", "¥2,000,000"),
    ("immigration-73-2", "3 years", "¥3,000,000"),
    ("immigration-73-3", "1 to 10 years", ""),
    ("immigration-73-4", "5 years", "¥500,000"),
    ("immigration-73-5", "3 years", "¥500,000"),
    ("immigration-73-6", "1 year", "¥200,000"),
    ("immigration-75-2", "1 year", "¥200,000"),
    ("immigration-75-3", "", "¥200,000"),
    ("immigration-76", "", "¥100,000"),
    ("immigration-77-2", "", "¥100,000"),
    ("immigration-77-3", "", "¥50,000"),
)


def numbers_in(text: str) -> set[str]:
    """Give the article numbers of a citation, without paragraphs and items; "19-7 to 19-9" gives both ends."""
    plain = re.sub(r"\([^)]*\)", "", text)
    return set(NUMBER.findall(plain))


def pages_of_the_act(library: Library) -> set[str]:
    """Give the article numbers of the Act that have a page; a range has all of its numbers."""
    found: set[str] = set()
    for article in library.all(Article).values():
        if article.law == ACT and article.number:
            found |= numbers_in(article.number)
            if span := re.fullmatch(r"19-(\d+) to 19-(\d+)", article.number):
                found |= {f"19-{number}" for number in range(int(span[1]), int(span[2]) + 1)}
    return found


def citations(library: Library) -> Iterator[tuple[str, str]]:
    """Give each citation of the Act by risks, days and rules, with where it stands."""
    for risk in library.all(Risk).values():
        for penalty in risk.penalties:
            yield from ((f"risk {risk.id}", found) for found in OF_THE_ACT.findall(penalty.article))
    for deadline in library.all(Deadline).values():
        if "Immigration Act" in deadline.basis:
            yield f"deadline {deadline.id}", re.sub(r"Enforcement Ordinance, Art\. [\d-]+|\d+ days", "", deadline.basis)
    for rule in library.all(Rule).values():
        yield from ((f"rule {rule.id}", found) for found in OF_THE_ACT.findall(rule.legal_basis or ""))


def test_every_article_of_the_act_that_is_cited_has_its_page(library: Library) -> None:
    known = pages_of_the_act(library)
    cited = [(where, number) for where, text in citations(library) for number in numbers_in(text)]
    assert len(cited) > 100
    assert [(where, number) for where, number in cited if number not in known] == []


def test_the_articles_that_were_read_have_a_page_that_says_so(library: Library) -> None:
    read = [one for one in library.all(Article).values() if one.reading is Reading.READ]
    assert len(read) == 57
    assert {one.law for one in read} == {ACT}
    assert set().union(*(numbers_in(one.number or "") for one in read)) == READ


def test_a_penalty_names_an_article_for_each_number_that_it_cites(library: Library) -> None:
    articles, laws = library.all(Article), library.all(Law)
    for risk in library.all(Risk).values():
        for penalty in risk.penalties:
            named = [articles[article] for article in penalty.articles]
            numbers = set().union(*(numbers_in(article.number or "") for article in named))
            cited = numbers_in(
                penalty.article.partition(" as amended")[0].replace("ch. 4 sec. 3", "").replace("item 2", "")
            )
            assert cited <= numbers, (risk.id, penalty.article)
            assert all(laws[one.law].short.split()[0] in penalty.article for one in named if one.number), (
                penalty.article
            )


def test_a_penalty_is_no_surer_than_what_its_articles_say(library: Library) -> None:
    order = list(Confidence)
    for risk in library.all(Risk).values():
        for penalty in risk.penalties:
            named = [library.all(Article)[article] for article in penalty.articles]
            best = min((order.index(article.confidence) for article in named), default=0)
            assert order.index(penalty.confidence) >= best, (risk.id, penalty.act)


@pytest.mark.parametrize(("article_id", "prison", "fine"), PENALTIES)
def test_the_page_gives_the_penalty(library: Library, article_id: str, prison: str, fine: str) -> None:
    penalty = library.all(Article)[article_id].penalty
    assert penalty is not None
    assert prison in penalty
    assert fine in penalty
    assert bool(prison) == ("rison" in penalty)


def test_an_article_is_said_in_one_sentence(library: Library) -> None:
    for article in library.all(Article).values():
        assert article.text.endswith("."), article.id
        assert not re.search(r"[.?!] [A-Z]", article.text), article.id
        assert len(article.text) <= 260, article.id


def test_what_was_not_read_is_not_called_read(library: Library) -> None:
    for article in library.all(Article).values():
        if article.reading is Reading.READ:
            assert "laws-e-gov-326co0000000319" in article.sources, article.id
        if article.law in ("labour-standards-act", "road-traffic-act", "administrative-scrivener-act"):
            assert (article.reading, article.confidence) == (Reading.NOT_READ, Confidence.LOW), article.id
            assert "¥" not in (article.penalty or ""), article.id


def test_what_changed_on_14_june_2026_is_not_sure(library: Library) -> None:
    unsure = ("19-4", "19-5", "19-11", "23", "71-2", "71-5", "73-3", "73-4", "73-5", "73-6", "75-2", "75-3")
    for number in unsure:
        article = library.all(Article)[f"immigration-{number}"]
        assert article.confidence is Confidence.MEDIUM, number
        assert "14 June 2026" in (article.later or ""), number


def test_every_law_is_cited_and_every_article_supports_something_or_says_what_the_card_is(library: Library) -> None:
    articles = library.all(Article).values()
    assert {one.law for one in articles} == set(library.all(Law))
    named = {article for risk in library.all(Risk).values() for one in risk.penalties for article in one.articles}
    alone = {one.id for one in articles if not (one.risks or one.deadlines or one.rules or one.id in named)}
    assert alone == {
        "immigration-19-3", "immigration-19-4", "immigration-19-11", "immigration-19-15-2", "immigration-19-17",
        "penal-code-prison",
    }  # fmt: skip


def test_every_day_that_cites_the_act_is_named_by_an_article(library: Library) -> None:
    named = {deadline for article in library.all(Article).values() for deadline in article.deadlines}
    cite = {one.id for one in library.all(Deadline).values() if "Act" in one.basis}
    assert cite <= named
