from html.parser import HTMLParser

from ssw_tui.output.page import Bar, Gap, Heading, Item, Page, Pair, Paragraph, Sign, Table, Tone
from ssw_tui.output.printable import as_html

VOID = {"meta"}
PAGE = Page(
    title="Steps & <papers>",
    blocks=(
        Paragraph("在留期間更新許可申請"),
        Paragraph("Be careful", Tone.WARNING),
        Pair("For", '"Lan"'),
        Bar("Steps", 0.5, "2 of 4"),
        Heading("1 Preparation"),
        Item("Passport", Sign.TICKED, note="from you\nvalid"),
        Item("Photo <script>alert(1)</script>", Sign.OPEN, indent=2),
        Gap(),
        Table(("A", "B"), (("1", "<2>"),), (4, 0)),
    ),
)


class Reading(HTMLParser):
    """Holds that every tag is closed in its place, and gathers the text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.text = ""
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert not {name for name, _ in attrs} & {"src", "href", "onload"}
        self.tags.append(tag)
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def test_everything_on_the_page_is_in_the_file_and_nothing_is_read_as_a_command() -> None:
    read = Reading(as_html(PAGE))

    for text in ("Steps & <papers>", "在留期間更新許可申請", '"Lan"', "2 of 4", "from you\nvalid", "<2>"):
        assert text in read.text
    assert "Photo <script>alert(1)</script>" in read.text
    assert "script" not in read.tags
    assert "[x] " in read.text
    assert "[ ] " in read.text


def test_it_needs_nothing_from_anywhere() -> None:
    page = as_html(PAGE)

    assert page.startswith('<!DOCTYPE html>\n<html lang="en">')
    assert '<meta charset="utf-8">' in page
    assert "@media print" in page
    for outside in ("http:", "https:", "<link", "<img", "url(", "@import"):
        assert outside not in page


def test_runs_of_items_and_pairs_are_lists() -> None:
    read = Reading(as_html(PAGE))

    assert (read.tags.count("ul"), read.tags.count("li")) == (1, 2)
    assert (read.tags.count("dl"), read.tags.count("dt"), read.tags.count("dd")) == (1, 2, 2)
