from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ssw_tui.output.cells import cells
from ssw_tui.output.layout import ASCII, LABEL_CELLS, UNICODE, Line, Look, lay_out, wrap
from ssw_tui.output.page import (
    Bar,
    Block,
    Gap,
    Heading,
    Item,
    Page,
    Pair,
    Paragraph,
    Sign,
    Table,
    Tone,
)

WORDS = st.one_of(
    st.text(st.sampled_from("abcdefgXYZ0189,.()-/:'"), min_size=1, max_size=14),
    st.text(st.sampled_from("在留資格特定技能カードきゃっーょ、。（）「」"), min_size=1, max_size=10),
    st.sampled_from(["https://www.moj.go.jp/isa/applications/ssw/index.html", "No.1の5年", "¥10,000"]),
)
TEXTS = st.lists(WORDS, max_size=12).map(" ".join)
SAID = TEXTS.filter(bool)
WIDTHS = st.integers(20, 120)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    columns = draw(st.integers(1, 4))
    row = st.tuples(*[TEXTS] * columns)
    widths = st.tuples(*[st.sampled_from([0, 0, 4, 14, 34])] * columns)
    return Table(draw(row), tuple(draw(st.lists(row, max_size=3))), draw(widths))


BLOCKS = st.one_of(
    st.just(Gap()),
    st.builds(Heading, SAID),
    st.builds(Paragraph, TEXTS),
    st.builds(Item, TEXTS, st.sampled_from(Sign), note=TEXTS, indent=st.integers(0, 3)),
    st.builds(Pair, SAID, TEXTS),
    st.builds(Bar, SAID, st.floats(0, 2), TEXTS),
    tables(),
)
PAGES = st.builds(Page, title=SAID, blocks=st.lists(BLOCKS, max_size=4).map(tuple))


def drawn(*blocks: Block, width: int = 40, look: Look = UNICODE) -> list[str]:
    lines = lay_out(Page(title="Title", blocks=blocks), width, look, title=False)
    return [text_of(line) for line in lines]


def text_of(line: Line) -> str:
    return "".join(span.text for span in line).rstrip()


def letters(text: str) -> str:
    return "".join(text.split())


def is_an_address(line: str) -> bool:
    """Whether a line holds an address and nothing else but the sign or the label before it."""
    return "://" in line.split()[-1]


class TestWrap:
    """Breaking one text into lines."""

    @given(TEXTS, WIDTHS)
    def test_no_line_is_wider_than_the_width(self, text: str, width: int) -> None:
        assert max(map(cells, wrap(text, width))) <= width

    @given(TEXTS, WIDTHS)
    def test_every_letter_survives_in_its_order(self, text: str, width: int) -> None:
        assert letters("".join(wrap(text, width))) == letters(text)

    @given(st.lists(st.text(st.sampled_from("abcdef"), min_size=1, max_size=20), max_size=20), WIDTHS)
    def test_no_latin_word_that_fits_is_broken(self, words: list[str], width: int) -> None:
        assert " ".join(wrap(" ".join(words), width)).split() == words

    @given(st.lists(WORDS, min_size=1, max_size=20).map(" ".join), WIDTHS)
    def test_a_line_is_broken_only_where_the_next_would_not_fit_beside_it(self, text: str, width: int) -> None:
        for line, following in pairwise(wrap(text, width)):
            assert cells(f"{line} {following}") > width

    @given(TEXTS, WIDTHS)
    def test_no_line_ends_in_a_space(self, text: str, width: int) -> None:
        assert [line for line in wrap(text, width) if line != line.rstrip()] == []

    def test_japanese_breaks_between_characters(self) -> None:
        assert wrap("特定技能一号の在留資格", 10) == ("特定技能一", "号の在留資", "格")

    def test_japanese_breaks_in_the_middle_of_a_line_of_english(self) -> None:
        assert wrap("the status 特定技能", 16) == ("the status 特定", "技能")
        assert wrap("see JFT国際交流", 9) == ("see JFT国", "際交流")

    @pytest.mark.parametrize("sign", "。、）」ーょ・")
    def test_a_line_starts_with_none_of_these(self, sign: str) -> None:
        assert wrap(f"在留資格{sign}次", 8) == ("在留資", f"格{sign}次")

    @pytest.mark.parametrize("sign", "（「(")
    def test_a_line_ends_with_none_of_these(self, sign: str) -> None:
        assert wrap(f"ab {sign}在留", cells(f"ab {sign}"))[0] == "ab"

    def test_a_word_that_is_longer_than_a_line_is_broken_at_the_edge(self) -> None:
        assert wrap("see abcdefghijkl now", 5) == ("see", "abcde", "fghij", "kl", "now")

    def test_an_address_that_is_too_long_is_broken_unless_it_stays_whole(self) -> None:
        text = "see https://a.example/index.html (page 2)"
        assert wrap(text, 12) == ("see", "https://a.ex", "ample/index.", "html (page", "2)")
        assert wrap(text, 12, whole_addresses=True) == ("see", "https://a.example/index.html", "(page 2)")
        assert wrap("https://a.example/在留", 12, whole_addresses=True) == ("https://a.example/在留",)

    def test_paragraphs_stay_apart(self) -> None:
        assert wrap("one\n\ntwo", 20) == ("one", "", "two")

    def test_nothing_is_one_empty_line(self) -> None:
        assert wrap("", 20) == ("",)


class TestLayOut:
    """Laying out a page."""

    @given(PAGES, WIDTHS, st.sampled_from([UNICODE, ASCII]))
    def test_no_line_is_wider_than_the_width(self, page: Page, width: int, look: Look) -> None:
        for line in lay_out(page, width, look):
            assert cells(text_of(line)) <= width or is_an_address(text_of(line))

    @given(PAGES, WIDTHS)
    def test_the_ascii_look_draws_nothing_but_ascii_of_its_own(self, page: Page, width: int) -> None:
        said = {char for char in repr(page) if not char.isascii()}
        shown = {char for line in lay_out(page, width, ASCII) for char in text_of(line) if not char.isascii()}
        assert shown <= said

    @given(st.lists(st.one_of(st.builds(Heading, SAID), st.builds(Paragraph, SAID)), max_size=5), WIDTHS)
    def test_every_letter_of_running_text_survives(self, blocks: list[Heading | Paragraph], width: int) -> None:
        assert letters("".join(drawn(*blocks, width=width))) == letters("".join(block.text for block in blocks))

    @given(SAID, TEXTS, WIDTHS)
    def test_every_letter_of_an_item_survives(self, text: str, note: str, width: int) -> None:
        lines = drawn(Item(text, Sign.NUMBER, note=note), width=width)
        assert letters("".join(lines)) == letters(text + note)

    @given(SAID, SAID, WIDTHS)
    def test_every_letter_of_a_pair_survives(self, label: str, text: str, width: int) -> None:
        assert letters("".join(drawn(Pair(label, text), width=width))) == letters(label + text)

    @given(SAID, SAID, st.floats(0, 1), WIDTHS)
    def test_every_letter_beside_a_bar_survives(self, label: str, text: str, share: float, width: int) -> None:
        lines = "".join(drawn(Bar(label, share, text), width=width))
        assert letters(lines.replace("█", "").replace("░", "")) == letters(label + text)

    @given(tables(), WIDTHS)
    def test_every_letter_of_a_table_survives(self, table: Table, width: int) -> None:
        shown = "".join(drawn(table, width=width))
        for row in table.rows:
            for char in set(letters("".join(row))):
                assert shown.count(char) >= letters("".join(row)).count(char)


def test_the_title_is_underlined_as_far_as_it_goes() -> None:
    lines = [text_of(line) for line in lay_out(Page(title="在留カード", blocks=()), 40)]
    assert lines == ["在留カード", "─" * 10]


def test_the_title_can_be_left_out() -> None:
    assert drawn(Paragraph("Text.")) == ["Text."]


def test_a_heading_stands_apart_from_what_comes_before_it_and_once() -> None:
    assert drawn(Heading("One"), Paragraph("a"), Heading("Two"), Gap(), Heading("Three")) == [
        *("One", "a", "", "Two", "", "Three"),
    ]


def test_an_item_hangs_under_its_own_text_and_so_does_its_note() -> None:
    assert drawn(Item("first second third", note="a note that is long"), width=14) == [
        "• first second",
        "  third",
        "  a note that",
        "  is long",
    ]


def test_an_item_inside_another_moves_to_the_right() -> None:
    assert drawn(Item("inner words", indent=1, sign=Sign.TICKED), width=14) == ["  [x] inner", "      words"]


@pytest.mark.parametrize(("look", "signs"), [(UNICODE, "• ✓ ✗ ? ! [x] [ ] ▼ ◆ ▶"), (ASCII, "- + x ? ! [x] [ ] v * >")])
def test_every_sign_has_its_glyph(look: Look, signs: str) -> None:
    lines = drawn(*(Item("a", sign) for sign in Sign if sign is not Sign.NUMBER), look=look)
    assert " ".join(line.removesuffix(" a") for line in lines) == signs


def test_a_pair_has_its_label_in_a_column() -> None:
    assert drawn(Pair("Hours", "weekdays from ten to five")) == [
        f"{'Hours':{LABEL_CELLS}}weekdays from ten to",
        f"{'':{LABEL_CELLS}}five",
    ]


def test_a_label_that_is_too_long_has_a_line_of_its_own() -> None:
    assert drawn(Pair("Ceiling of the field", "10")) == ["Ceiling of the field", " " * LABEL_CELLS + "10"]


def test_a_narrow_pair_has_its_text_under_its_label() -> None:
    assert drawn(Pair("Hours", "from nine to five o'clock"), width=20) == ["Hours", "  from nine to five", "  o'clock"]


def test_a_table_has_its_columns_under_each_other() -> None:
    table = Table(
        ("Field", "No.1", "Japanese"), (("Railway", "open", "鉄道"), ("Nursing Care", "open", "介護")), (10, 6, 0)
    )
    assert drawn(table, width=30) == [
        "Field       No.1    Japanese",
        "─" * 30,
        "Railway     open    鉄道",
        "Nursing     open    介護",
        "Care",
    ]


def test_japanese_in_a_table_keeps_the_columns_behind_it() -> None:
    table = Table(("A", "B"), (("在留カード", "x"), ("card", "y")), (12, 0))
    assert [cells(line[: line.index(mark)]) for line, mark in zip(drawn(table)[2:], "xy", strict=True)] == [14, 14]


def test_a_table_that_is_too_wide_says_each_row_by_its_names() -> None:
    table = Table(("Field", "No.1", "Japanese"), (("Railway", "open", "鉄道"),), (34, 6, 0))
    assert drawn(table, width=20) == ["Railway", "No.1", "  open", "Japanese", "  鉄道"]


@pytest.mark.parametrize(
    ("widths", "width", "first"),
    [
        ((14, 0), 24, "A               B"),
        ((14, 0), 23, "one"),
        ((14, 14), 30, "A               B"),
        ((14, 14), 29, "one"),
    ],
)
def test_a_table_has_columns_where_they_fit_and_open_ones_have_eight_cells(
    widths: tuple[int, int], width: int, first: str
) -> None:
    assert drawn(Table(("A", "B"), (("one", "two"),), widths), width=width)[0] == first


@pytest.mark.parametrize(("share", "full"), [(0.0, 0), (0.5, 5), (1.0, 10), (1.4, 10), (-1.0, 0)])
def test_a_bar_is_as_full_as_its_share(share: float, full: int) -> None:
    (line,) = drawn(Bar("Used", share, "so much in words"), width=LABEL_CELLS + 10 + 17, look=ASCII)
    assert line == f"{'Used':{LABEL_CELLS}}{'#' * full}{'.' * (10 - full)} so much in words"


def test_a_bar_without_room_has_its_words_under_it() -> None:
    assert drawn(Bar("Used", 0.5, "30 of 60 months"), width=24, look=ASCII) == [
        f"{'Used':{LABEL_CELLS}}####....",
        "  30 of 60 months",
    ]


def test_what_is_beside_the_point_is_said_quietly() -> None:
    page = Page(title="T", blocks=(Item("Loud", note="quiet", tone=Tone.WARNING),))
    title, _, text, note = lay_out(page, 40)
    assert [line[-1].tone for line in (title, text, note)] == [Tone.TITLE, Tone.WARNING, Tone.QUIET]
