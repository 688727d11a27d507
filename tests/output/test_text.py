from ssw_tui.output.cells import cells
from ssw_tui.output.layout import ASCII
from ssw_tui.output.page import Gap, Heading, Item, Page, Paragraph, Tone
from ssw_tui.output.text import as_text

PAGE = Page(
    title="Fields 特定産業分野",
    blocks=(
        Paragraph("Quiet words. " * 9, Tone.QUIET),
        Gap(),
        Heading("The work"),
        Item("Hull 船体", tone=Tone.WARNING),
    ),
)


def test_a_page_is_its_lines_and_ends_in_one_line_end() -> None:
    assert as_text(PAGE, 60) == (
        "Fields 特定産業分野\n"
        "───────────────────\n"
        "Quiet words. Quiet words. Quiet words. Quiet words. Quiet\n"
        "words. Quiet words. Quiet words. Quiet words. Quiet words.\n"
        "\n"
        "The work\n"
        "• Hull 船体\n"
    )


def test_it_is_eighty_cells_wide_unless_told_otherwise() -> None:
    widest = max(map(cells, as_text(PAGE).splitlines()))
    assert 70 < widest <= 80


def test_no_line_ends_in_a_space() -> None:
    assert [line for line in as_text(PAGE, 40).splitlines() if line != line.rstrip()] == []


def test_no_tone_becomes_an_escape_code() -> None:
    assert "\x1b" not in as_text(PAGE)


def test_an_escape_code_in_what_is_said_is_not_printed() -> None:
    page = Page(title="Search: \x1b[31mred\x07", blocks=(Item("a\rb", note="c\x9bd"),))
    assert as_text(page) == "Search:  [31mred\n─────────────────\n• a b\n  c d\n"


def test_the_ascii_look_draws_with_ascii() -> None:
    assert "----" in as_text(PAGE, look=ASCII)
    assert "\n- Hull" in as_text(PAGE, look=ASCII)
