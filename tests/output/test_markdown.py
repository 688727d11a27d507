from ssw_tui.output.markdown import as_markdown
from ssw_tui.output.page import Bar, Gap, Heading, Item, Page, Pair, Paragraph, Sign, Table, Tone


def test_every_block_has_its_form() -> None:
    page = Page(
        title="A result",
        blocks=(
            Paragraph("Said plainly."),
            Paragraph("Mind this.", Tone.WARNING),
            Gap(),
            Heading("Missing"),
            Item("A test", Sign.MISSING, note="rule: tests\nsecond line"),
            Item("Inside", Sign.OPEN, indent=1),
            Pair("  page", "https://a.example"),
            Bar("Used", 0.5, "30 of 60 months"),
            Table(("", "No.1"), (("Stay", "one\ntwo"),), (0, 0)),
        ),
    )
    assert as_markdown(page) == (
        "# A result\n\nSaid plainly.\n\n**Mind this.**\n\n"
        "## Missing\n\n- (missing) A test\n  rule: tests\n  second line\n"
        "  - [ ] Inside\n- page: https://a.example\n- Used: 30 of 60 months\n\n"
        "|  | No.1 |\n| --- | --- |\n| Stay | one<br>two |\n"
    )


def test_nothing_in_a_text_is_read_as_a_command() -> None:
    page = Page(title="# *x*", blocks=(Item("[a](b) | <c> `d` _e_"), Table(("h|",), (("a|b",),), (0,))))
    text = as_markdown(page)
    assert text.startswith("# \\# \\*x\\*\n")
    assert "\\[a\\](b) \\| \\<c\\> \\`d\\` \\_e\\_" in text
    assert "| a\\|b |" in text
