from ssw_tui.output.page import Item, Link, Page, Pair, Paragraph


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
