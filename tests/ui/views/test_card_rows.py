"""The table of cards, without a screen."""

from datetime import date

import pytest

from ssw_tui.library import Library
from ssw_tui.output.card_words import schedule_of
from ssw_tui.output.cells import cells
from ssw_tui.reader import Reader
from ssw_tui.records.deadline import Deadline
from ssw_tui.records.field import Field
from ssw_tui.tracker.records import Card, CardFile, CardStatus
from ssw_tui.ui.views.card_rows import Order, Turns, card_rows, columns
from tests.conftest import TODAY


def file(label: str, expires: date | None, field: str | None = None, employer: str | None = None) -> CardFile:
    status = CardStatus.SSW1 if expires else CardStatus.NONE
    return CardFile(
        card=Card(id=label.lower(), label=label, status=status, expires=expires, field=field, employer=employer)
    )


FILES = (
    file("Mai", date(2028, 3, 15), "food-beverage-manufacturing", "Midori Foods"),
    file("Aung", date(2026, 11, 15), "nursing-care"),
    file("Budi", None),
    file("Ély", date(2026, 12, 10), "agriculture", "Yama Farm"),
)


@pytest.fixture
def turns(library: Library) -> Turns:
    return Turns(FILES, schedule_of(Reader(library, TODAY)), library.all(Field))


@pytest.mark.parametrize(
    ("order", "labels"),
    [
        (Order.TURN, ["Aung", "Ély", "Mai", "Budi"]),
        (Order.END, ["Aung", "Ély", "Mai", "Budi"]),
        (Order.NAME, ["Aung", "Budi", "Ély", "Mai"]),
        (Order.ADDED, ["Mai", "Aung", "Budi", "Ély"]),
    ],
)
def test_cards_are_listed_in_four_orders(turns: Turns, order: Order, labels: list[str]) -> None:
    assert [file.card.label for file in turns.in_order(FILES, order)] == labels


def test_the_orders_go_round() -> None:
    assert [order.following for order in Order] == [*list(Order)[1:], Order.TURN]


@pytest.mark.parametrize(
    ("words", "labels"),
    [
        ("", ["Mai", "Aung", "Budi", "Ély"]),
        ("overdue", ["Aung"]),
        ("due apply", ["Aung", "Ély"]),
        ("nursing care", ["Aung"]),
        ("介護", ["Aung"]),
        ("farm", ["Ély"]),
        ("midori foods", ["Mai"]),
        ("no.1", ["Mai", "Aung", "Ély"]),
        ("nobody", []),
    ],
)
def test_words_find_cards_by_what_is_seen_and_what_is_due(turns: Turns, words: str, labels: list[str]) -> None:
    assert [file.card.label for file in turns.fitting(words)] == labels


@pytest.mark.parametrize("width", [60, 80, 89, 90, 119, 120, 159, 160, 240])
def test_every_width_has_a_cell_for_each_column_and_none_is_too_wide(turns: Turns, width: int) -> None:
    widths = columns(width, turns)
    for row in card_rows(FILES, turns, width):
        assert len(row.cells) == len(widths)
        assert all(cells(cell) <= wide for cell, wide in zip(row.cells, widths, strict=True) if wide)


def test_wide_windows_show_the_field_and_the_employer(turns: Turns) -> None:
    assert card_rows(FILES, turns, 120)[0].cells[2] == "Manufacture of Food and .."
    assert card_rows(FILES, turns, 160)[0].cells[3] == "Midori Foods"


@pytest.mark.parametrize("width", [60, 120, 160])
def test_a_column_in_which_no_card_has_anything_is_left_out(library: Library, width: int) -> None:
    bare = (file("Budi", None), file("Kim", date(2027, 1, 15)))
    turns = Turns(bare, schedule_of(Reader(library, TODAY)), library.all(Field))
    assert len(columns(width, turns)) == 3
    assert {len(row.cells) for row in card_rows(bare, turns, width)} == {3}


@pytest.mark.parametrize("width", [80, 90, 120, 160])
def test_what_comes_next_is_left_room_for_its_longest_words(library: Library, turns: Turns, width: int) -> None:
    room = width - 3 - 4 - sum(wide + 2 for wide in columns(width, turns) if wide)
    marks = [deadline.mark or deadline.title for deadline in library.all(Deadline).values()]
    when = "next in 365 days" if width >= 90 else "due in 30 days"
    assert all(len(when) + 2 + len(mark) <= room for mark in marks)


def _row_of(library: Library, label: str, width: int, *others: str) -> tuple[str, ...]:
    """Give the cells of a card whose stay can be extended from a day that is still to come."""
    files = tuple(file(one, date(2027, 5, 30)) for one in (label, *others))
    return card_rows(files, Turns(files, schedule_of(Reader(library, TODAY)), library.all(Field)), width)[0].cells


@pytest.mark.parametrize("width", [80, 90])
def test_a_name_has_the_cells_that_are_free_and_no_cell_of_what_comes_next(library: Library, width: int) -> None:
    name, _, coming = _row_of(library, "ランさんの在留カ", width, "Mai")
    assert name == "ランさんの在留カ"
    assert coming.replace("\t", "  ").split() == ["next", "in", "98", "days", "apply", "from", "28", "Feb"]

    name, end, coming = _row_of(library, "ランさんの在留カード" * 4, width)
    assert name.endswith("..")
    room = width - 7 - cells(name) - cells(end) - 4
    assert cells(coming.replace("\t", "  ")) <= room <= cells(coming.replace("\t", "  ")) + 1


def test_a_short_name_takes_no_more_than_its_column(turns: Turns) -> None:
    assert columns(80, turns)[0] == 14
