import pytest

from ssw_tui.output.layout import ASCII, lay_out
from ssw_tui.output.page import Page, Road
from ssw_tui.output.text import as_text


def drawn(road: Road, width: int) -> list[str]:
    page = Page(title="Road", blocks=(road,))
    return ["".join(span.text for span in line) for line in lay_out(page, width, ASCII, title=False)]


def road(here: int = 0, share: float | None = None) -> Road:
    return Road(("No.1", "No.2", "Permanent residence"), here, share, "half of it")


@pytest.mark.parametrize(
    ("here", "share", "line"),
    [
        (0, None, "No.1 v--------- No.2 ---------- Permanent residence"),
        (0, 0.5, "No.1 ====v----- No.2 ---------- Permanent residence"),
        (0, 1.5, "No.1 =========v No.2 ---------- Permanent residence"),
        (1, None, "No.1 ========== No.2 v--------- Permanent residence"),
    ],
)
def test_what_is_behind_and_what_is_to_come_are_drawn_differently(here: int, share: float | None, line: str) -> None:
    assert drawn(road(here, share), 51) == [line, f"No.{here + 1}: half of it"]


def test_it_never_becomes_wider_than_its_place_and_stops_to_grow() -> None:
    lengths = {width: max(map(len, drawn(road(), width))) for width in range(39, 120)}
    assert all(length <= width for width, length in lengths.items())
    assert lengths[119] == lengths[118] < 100


def test_where_there_is_no_room_and_in_text_it_is_a_list() -> None:
    listed = ["[x] No.1", "v You are here: No.2, half of it", "[ ] Permanent residence"]
    assert drawn(road(1), 38) == listed
    assert as_text(Page(title="Road", blocks=(road(1),)), look=ASCII).splitlines()[2:] == listed
