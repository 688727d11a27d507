from collections import Counter

import pytest

from ssw_tui.commands import COMMANDS, EVERYWHERE, VIEWS, ViewEntry
from ssw_tui.output.cells import cells

FEWEST_CELLS = 80
PLACES = [view.id for view in VIEWS]


def twice(values: list[str]) -> list[str]:
    return [value for value, number in Counter(values).items() if number > 1]


def test_every_command_and_every_view_has_an_id_of_its_own() -> None:
    assert twice([command.id for command in COMMANDS]) == []
    assert twice([view.id for view in VIEWS]) == []


def test_the_seven_views_have_the_digits_in_their_order() -> None:
    assert [view.key for view in VIEWS] == list("1234567")


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.id)
def test_a_command_leads_to_the_view_by_its_digit(view: ViewEntry) -> None:
    leading = {command.action: command.keys for command in COMMANDS}
    assert leading[f"go('{view.id}')"] == (view.key,)


def test_a_command_works_everywhere_or_in_a_view_that_exists() -> None:
    assert {command.where for command in COMMANDS} <= {EVERYWHERE, *PLACES}


@pytest.mark.parametrize("place", PLACES)
def test_no_key_does_two_things_in_one_place(place: str) -> None:
    keys = [key for command in COMMANDS if command.where in (EVERYWHERE, place) for key in command.keys]
    assert twice(keys) == []


def test_every_command_says_what_it_does() -> None:
    assert [c.id for c in COMMANDS if not (c.label and c.action and c.help[0].isupper() and c.help.endswith("."))] == []


def test_no_two_commands_that_are_shown_have_the_same_label_or_key() -> None:
    assert twice([command.shown for command in COMMANDS]) == []
    assert twice([command.label for command in COMMANDS]) == []


@pytest.mark.parametrize("place", PLACES)
def test_the_footer_shows_at_most_seven_keys_and_fits_the_narrowest_screen(place: str) -> None:
    shown = [c for c in COMMANDS if c.footer and c.where in (EVERYWHERE, place)]
    assert 0 < len(shown) <= 7
    assert cells("  ".join(f"{command.shown} {command.label}" for command in shown)) <= FEWEST_CELLS


def test_keys_that_every_keyboard_has_lead_to_help_and_back() -> None:
    keys = {key for command in COMMANDS for key in command.keys}
    assert {"f1", "escape", "ctrl+p"} <= keys
