from ssw_tui.output.page import LONGEST_LABEL, Gap, Item, Link, Page, Pair, Paragraph, Pointer, without_commands
from ssw_tui.output.text import as_text


def test_a_page_names_each_link_once_in_its_order() -> None:
    page = Page(
        title="Two",
        blocks=(
            Paragraph("https://not-a-link.example"),
            Pair("  page", "https://b.example", address="https://b.example"),
            Item("A", address="https://a.example"),
            Item("B again", address="https://b.example"),
            Item("none"),
        ),
    )
    assert page.links == (Link("page", "https://b.example"), Link("A", "https://a.example"))


def test_a_page_about_a_page_has_that_one_link() -> None:
    page = Page(title="It", blocks=(Item("A", address="https://a.example"),), address="https://it.example")
    assert page.links == (Link("It", "https://it.example"),)


def test_a_page_points_to_each_record_once_in_its_order() -> None:
    page = Page(
        title="Two",
        blocks=(
            Item("A risk", opens=("risk", "a")),
            Item("none"),
            Item(f"A rule: {'long ' * LONGEST_LABEL}", opens=("rule", "b")),
            Item("again", opens=("risk", "a")),
        ),
    )
    assert page.pointers == (Pointer("A risk", "risk", "a"), Pointer("A rule", "rule", "b"))


def test_what_is_meant_for_a_terminal_is_left_out_for_the_app() -> None:
    page = Page(title="Papers", blocks=(Item("Passport", note="from you", command="ssw-tui faq passport"), Gap()))

    assert "from you\n  ssw-tui faq passport" in as_text(page)
    assert "ssw-tui" not in as_text(without_commands(page))
    assert without_commands(page).blocks[1:] == page.blocks[1:]
