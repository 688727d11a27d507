from datetime import date, timedelta

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from ssw_tui.output.cells import cells
from ssw_tui.output.day_line import ASCII_LINE, NARROWEST, UNICODE_LINE, LineLook, draw
from ssw_tui.output.layout import ASCII, lay_out
from ssw_tui.output.markdown import as_markdown
from ssw_tui.output.page import DayLine, DayMark, DayStretch, Page, Sign, Tone
from ssw_tui.output.printable import as_html
from ssw_tui.output.text import as_text

FIRST = date(2026, 11, 1)
TODAY = DayMark(date(2026, 11, 22), "today 22 Nov", "22 Nov 2026: today", Sign.TODAY)
STAY = DayLine(
    FIRST,
    date(2027, 5, 31),
    (
        DayMark(date(2026, 11, 15), "notify 15 Nov", "15 Nov 2026: Notify your address [overdue]", Sign.ATTENTION),
        TODAY,
        DayMark(date(2026, 12, 15), "apply from 15 Dec", "15 Dec 2026: First day to apply", Sign.OPENS),
        DayMark(date(2027, 3, 15), "stay ends 15 Mar", "15 Mar 2027: your stay ends", Sign.DAY),
        DayMark(date(2027, 5, 15), "special period ends 15 May", "15 May 2027: End of the special period", Sign.DAY),
    ),
    (
        DayStretch(date(2026, 3, 16), date(2027, 3, 15), "your stay"),
        DayStretch(date(2026, 12, 15), date(2027, 3, 15), "time to apply"),
    ),
)
SIGNS = st.sampled_from([Sign.ATTENTION, Sign.TODAY, Sign.OPENS, Sign.DAY])
LABELS = st.text(st.sampled_from("abc 在留"), min_size=1, max_size=24)
DAYS = st.integers(0, 1500).map(lambda days: FIRST + timedelta(days=days))
MARKS = st.lists(st.builds(DayMark, DAYS, LABELS, LABELS, SIGNS), min_size=1, max_size=9).map(tuple)


def drawn(days: DayLine, width: int, look: LineLook = ASCII_LINE) -> list[str]:
    return ["".join(text for text, _ in line) for line in draw(days, width, look)]


def test_the_picture_of_a_stay_names_each_mark_under_it() -> None:
    assert drawn(STAY, 78) == [
        "Nov 2026  Dec         Jan 2027   Feb       Mar         Apr        May",
        "=====!=v========>###############################*------+----------+----*------",
        "     | |        ` apply from 15 Dec             ` stay ends 15 Mar     |",
        "     | ` today 22 Nov                       special period ends 15 May '",
        "     ` notify 15 Nov",
        "== your stay   ## time to apply",
    ]


def test_a_label_goes_left_of_its_mark_where_the_edge_is_near() -> None:
    last = DayMark(date(2027, 5, 31), "a label at the edge", "", Sign.DAY)

    assert any(line.endswith("a label at the edge '") for line in drawn(evolve(STAY, marks=(TODAY, last)), 60))


def test_of_marks_on_one_cell_whose_labels_have_no_room_together_the_first_keeps_its_own() -> None:
    ends = DayMark(date(2027, 5, 20), "stay ends 20 May 2027", "", Sign.DAY)
    asked = DayMark(date(2027, 5, 20), "ask to leave time out 20 May 2027", "", Sign.DAY)

    assert any(line.endswith("stay ends 20 May 2027 '") for line in drawn(evolve(STAY, marks=(ends, asked)), 40))


def test_where_room_is_short_a_label_goes_without_its_year_but_never_in_place_of_what_must_be_done() -> None:
    ends = DayMark(date(2027, 5, 10), "stay ends 10 May 2027", "", Sign.DAY)
    opens = DayMark(date(2027, 2, 20), "apply from 20 Feb 2027", "", Sign.OPENS)
    due = DayMark(date(2026, 12, 6), "join insurance 6 Dec", "", Sign.ATTENTION)

    assert any(line.lstrip().startswith("apply from 20 Feb '") for line in drawn(evolve(STAY, marks=(opens, ends)), 42))
    shown = "".join(drawn(evolve(STAY, marks=(due, opens, ends)), 42))
    assert "join insurance 6 Dec" in shown
    assert "apply from" not in shown


def test_what_has_no_room_is_left_out_with_its_mark_and_today_stays() -> None:
    crowd = tuple(
        DayMark(FIRST + timedelta(days=30 + 3 * place), "a label that is much too long for it", "", Sign.DAY)
        for place in range(6)
    )
    lines = drawn(evolve(STAY, marks=(TODAY, *crowd)), NARROWEST)

    assert any("today 22 Nov" in line for line in lines)
    assert lines[1].count("*") == sum("much too long" in line for line in lines)


def test_marks_on_one_cell_share_a_label_and_the_sign_of_the_first() -> None:
    due = DayMark(TODAY.on, "notify 22 Nov", "", Sign.ATTENTION)
    lines = drawn(evolve(STAY, marks=(due, TODAY)), 60)

    assert "!" in lines[1]
    assert "v" not in lines[1]
    assert any("notify 22 Nov; today 22 Nov" in line for line in lines)


@pytest.mark.parametrize(
    ("last", "named"),
    [
        (date(2027, 5, 31), "Nov 2026  Dec         Jan 2027   Feb"),
        (date(2029, 12, 31), "2027  Apr   Jul   Oct   2028"),
        (date(2036, 12, 31), "2027   2028    2029"),
    ],
)
def test_the_longer_the_line_the_fewer_months_are_named(last: date, named: str) -> None:
    assert named in drawn(evolve(STAY, last=last), 78)[0]


def test_no_mark_is_told_apart_by_colour_alone() -> None:
    for look in (UNICODE_LINE, ASCII_LINE):
        assert len(set(look.marks.values())) == len(look.marks)
        assert len({look.line, look.tick, *look.stretches}) == 5


def test_what_is_to_be_done_now_stands_out() -> None:
    tones = {text: tone for line in draw(STAY, 78, ASCII_LINE) for text, tone in line}

    assert tones["` notify 15 Nov"] is Tone.WARNING
    assert tones["` stay ends 15 Mar"] is Tone.STRONG


@given(MARKS, st.integers(NARROWEST, 120), st.sampled_from([ASCII_LINE, UNICODE_LINE]))
def test_no_line_is_wider_than_the_width_and_every_mark_drawn_has_its_label(
    marks: tuple[DayMark, ...], width: int, look: LineLook
) -> None:
    days = DayLine(FIRST, max(mark.on for mark in marks) + timedelta(days=1), marks, ())
    lines = drawn(days, width, look)

    assert all(cells(line) <= width for line in lines)
    assert cells(lines[1]) == width
    signs = sum(lines[1].count(sign) for sign in look.marks.values())
    assert signs == sum(line.count(look.right) + line.count(look.left) for line in lines[2:])


def test_on_few_cells_the_days_are_a_list() -> None:
    lines = lay_out(Page(title="Title", blocks=(STAY,)), NARROWEST - 1, ASCII, title=False)

    assert ["".join(span.text for span in line) for line in lines][:3] == [
        "! 15 Nov 2026: Notify your address",
        "  [overdue]",
        "- 22 Nov 2026: today",
    ]


@pytest.mark.parametrize("give", [as_text, as_markdown, as_html])
def test_in_files_pipes_and_for_screen_readers_the_days_are_a_list_in_their_order(give: object) -> None:
    assert callable(give)
    said = give(Page(title="Title", blocks=(evolve(STAY, marks=STAY.marks[::-1]),)))

    places = [said.index(mark.text.partition(" [")[0]) for mark in STAY.marks]
    assert places == sorted(places)
    assert "░" not in said
    assert "##" not in said
