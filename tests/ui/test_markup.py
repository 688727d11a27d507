"""What a person types is never read as markup: it is shown as it is, and breaks nothing."""

from datetime import date

import pytest
from textual.widgets import Input

from ssw_tui.tracker.records import CardStatus
from ssw_tui.ui.session import Session
from tests.ui.opened import Opened, opened

TEXTS = ("[b]x[/b]", "[/]", "[@click=app.quit]x[/]", "[$ \\[b]")
INPUTS = {
    "filter-of-fields": ("2", "f"),
    "filter-of-risks": ("5", "f"),
    "filter-of-the-reference": ("7", "f"),
    "search": ("slash",),
    "date": ("d",),
    "end-of-stay": ("6", "a"),
    "label-of-a-card": ("6", "a", *"2027-03-15", "enter", "a"),
    "period": ("6", "a", *"2027-03-15", "enter", "a", *("down",) * 5),
    "card-number": ("6", "a", *"2027-03-15", "enter", "a", *("down",) * 10),
    "list-of-fields": ("6", "a", *"2027-03-15", "enter", "a", *("down",) * 3, "enter"),
    "palette": ("ctrl+p",),
    "field-in-the-quiz": ("3", "1", "1"),
}


async def _assert_shown(run: Opened, text: str) -> None:
    field = run.app.focused
    assert isinstance(field, Input)
    field.value = ""
    await run.type(text)
    assert field.value == text
    await run.until(lambda: text in run.text)
    await run.press("enter")
    assert run.app.is_running


@pytest.mark.parametrize("keys", INPUTS.values(), ids=INPUTS)
async def test_markup_that_is_typed_is_shown_as_it_is(session: Session, keys: tuple[str, ...]) -> None:
    async with opened(session) as run:
        await run.press(*keys)
        await run.until(lambda: isinstance(run.app.focused, Input))

        await _assert_shown(run, TEXTS[1])
        if isinstance(run.app.focused, Input):
            await _assert_shown(run, "".join(TEXTS))


async def test_markup_in_the_name_of_a_card_is_shown_as_it_is(session: Session) -> None:
    for label in TEXTS:
        session.tracker.add_card(label=label, status=CardStatus.SSW1, expires=date(2026, 11, 30))
    async with opened(session) as run:
        for label in TEXTS:
            assert label in run.page_words

        await run.press("6")
        for label in TEXTS:
            assert run.page_title == label
            assert run.text.count(label[:11]) >= 2
            await run.press("e")
            assert label in run.text
            await run.press("escape", "r")
            assert f'Remove "{label}"' in run.words
            await run.press("y")
            await run.until(lambda: not run.has_dialog)
            assert label not in [file.card.label for file in session.card_files()]
