from datetime import date

import pytest

from ssw_tui.library import Library
from ssw_tui.output.page import Item
from ssw_tui.output.pages import risks as pages
from ssw_tui.output.text import as_text
from ssw_tui.reader import Reader
from ssw_tui.records.actor import Actor
from ssw_tui.records.article import Article
from ssw_tui.records.risk import Risk, Severity
from tests.conftest import TODAY


def risk_text(library: Library, risk_id: str, day: date = TODAY) -> str:
    return as_text(pages.page(Reader(library, day), library.all(Risk)[risk_id]), width=2000)


@pytest.mark.parametrize("who", [None, Actor.WORKER, Actor.EMPLOYER, Actor.SUPPORT_ORGANISATION])
def test_risks_are_those_in_which_somebody_acts_worst_first(library: Library, who: Actor | None) -> None:
    found = pages.risks_of(Reader(library, TODAY), who)
    wanted = {one.id for one in library.all(Risk).values() if who is None or who in one.who}
    assert {one.id for one in found} == wanted
    ranks = [list(Severity).index(one.severity) for one in found]
    assert ranks == sorted(ranks)
    assert found


def test_the_page_says_who_what_follows_and_how_sure_that_is(library: Library) -> None:
    text = risk_text(library, "no-card-carried")
    assert "Who             you\n" in text
    assert "Not carrying the card: A fine up to ¥200,000." in text
    assert "Immigration Act art. 75-3; medium: reported, or read second-hand" in text


def test_what_is_sure_is_not_called_unsure(library: Library) -> None:
    assert "  Immigration Act art. 73\n" in risk_text(library, "work-outside-permission")


def test_the_heavier_penalty_is_told_as_planned_and_unsure(library: Library) -> None:
    text = risk_text(library, "work-outside-permission")
    assert "art. 73-2 as amended in 2024; since 1 Apr 2027, planned, not yet law; low: ask" in text


def test_prison_is_named_as_the_law_calls_it_since_1_june_2025(library: Library) -> None:
    assert "拘禁刑" in risk_text(library, "overstay")
    assert "拘禁刑" in risk_text(library, "overstay", date(2025, 6, 1))
    assert "拘禁刑" not in risk_text(library, "overstay", date(2025, 5, 31))
    assert "拘禁刑" not in risk_text(library, "passport-confiscation")


def test_a_risk_opens_its_lines_articles_and_rules(library: Library) -> None:
    for risk in library.all(Risk).values():
        page = pages.page(Reader(library, TODAY), risk)
        opened = [block.opens for block in page.blocks if isinstance(block, Item) and block.opens]
        assert [one for kind, one in opened if kind == "help-line"] == list(risk.consult)
        assert [one for kind, one in opened if kind == "rule"] == list(risk.rules)
        named = {article for penalty in risk.penalties for article in penalty.articles}
        assert named <= {one for kind, one in opened if kind == "article"}


def test_articles_of_a_risk_come_once_those_of_its_penalties_first(library: Library) -> None:
    reader, risk = Reader(library, TODAY), library.all(Risk)["no-notification"]
    found = [article.id for article in pages.articles_of(reader, risk)]
    assert found[0] == "immigration-71-5"
    assert "immigration-19-16" in found
    assert len(set(found)) == len(found)
    assert set(found) <= set(library.all(Article))
