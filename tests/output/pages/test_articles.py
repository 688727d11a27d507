from ssw_tui.library import Library
from ssw_tui.output.pages import articles as pages
from ssw_tui.output.text import as_text
from ssw_tui.reader import Reader
from ssw_tui.records.article import Article
from tests.conftest import TODAY


def article_text(library: Library, article_id: str) -> str:
    return as_text(pages.article_page(Reader(library, TODAY), library.all(Article)[article_id]), width=2000)


def test_it_says_what_the_article_says_what_follows_and_what_rests_on_it(library: Library) -> None:
    text = article_text(library, "immigration-19-16")
    assert text.startswith("Immigration Act art. 19-16: Notices about your employer\n")
    assert "Within 14 days you tell the agency" in text
    assert "Penalty         Late: a fine up to ¥200,000 (71-5(iii))." in text
    for line in (
        "Risks that rest on it\n• Not notifying your address, name or employer",
        "Days not to miss that rest on it\n• Notify the end of your contract",
        "Rules that rest on it\n• ",
    ):
        assert line in text


def test_it_says_how_it_was_read_and_what_changed_since(library: Library) -> None:
    read = article_text(library, "immigration-23")
    assert "The text of this article was read." in read
    assert "It was probably changed on 14 June 2026. The new text was not read." in read
    assert "Its text was not read. What is said here comes from others." in article_text(library, "labour-standards-16")


def test_a_penalty_that_names_it_makes_its_risk_rest_on_it(library: Library) -> None:
    reader = Reader(library, TODAY)
    found = {one.id for one in pages.resting_on(reader, library.all(Article)["penal-code-246"])}
    assert found == {"account-sale"}
    found = {one.id for one in pages.resting_on(reader, library.all(Article)["immigration-70-v"])}
    assert {"overstay", "extension-close", "special-period-end"} <= found


def test_a_law_without_numbers_is_cited_by_its_name(library: Library) -> None:
    cited = {one.id: pages.cite(Reader(library, TODAY), one) for one in library.all(Article).values()}
    assert cited["road-traffic"] == "Road Traffic Act"
    assert cited["immigration-71-5"] == "Immigration Act art. 71-5"
    assert cited["landing-criteria"] == "Landing-criteria Ordinance, rows for 特定技能1号 and 2号"
