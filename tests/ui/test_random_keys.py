"""Whatever keys are pressed, and however the window changes meanwhile: the app lives, and shows a view."""

import asyncio
import random

import pytest
from textual import events
from textual.widgets import OptionList

from ssw_tui.commands import VIEWS
from ssw_tui.ui.app import AdvisorApp
from ssw_tui.ui.dialogs.date import DateDialog
from ssw_tui.ui.session import Session
from ssw_tui.ui.views.quiz import QuizView
from tests.ui.opened import Opened, opened

KEYS = (
    *("up", "down", "left", "right", "enter", "escape", "tab", "shift+tab", "space", "backspace", "delete"),
    *("home", "end", "pageup", "pagedown", "f1", "ctrl+p", "question_mark", "slash"),
    *"0123456789",
    *(letter for letter in "abcdefghijklmnoprstuvwxyzGU" if letter != "q"),
)
"""All but what leaves the app."""
CHARACTERS = {"space": " ", "question_mark": "?", "slash": "/"}
SIZES = ((60, 20), (80, 24), (120, 36), (240, 60), (40, 10), (100, 30))
PRESSED = 60
"""So many keys a view; `python -m benchmarks.random_keys` presses 2,000."""


@pytest.fixture(autouse=True)
def _thrifty() -> None:
    """Nothing is left out here: every change is drawn, as in a terminal."""


async def _stay(_: AdvisorApp) -> None:
    """Do not leave, also where the palette or the list of keys is asked to."""


async def _press(run: Opened, keys: list[str], resizes: random.Random | None) -> None:
    for number, key in enumerate(keys):
        run.app.post_message(events.Key(key, CHARACTERS.get(key, key if len(key) == 1 else None)))
        await asyncio.sleep(0)
        if resizes and number % 40 == 0:
            await run.pilot.resize_terminal(*resizes.choice(SIZES))
        if number % 20 == 0:
            await run.settle()
            assert run.app.is_running
            assert run.app.fault is None, run.app.fault


async def press_at_random(session: Session, view_id: str, count: int, *, resizes: bool) -> None:
    """Press so many keys, beginning in a view, and see that the app can still be used."""
    chance = random.Random(f"{view_id} {resizes}")  # noqa: S311 - keys, no secrets
    async with opened(session) as run:
        await run.go(view_id)
        await _press(run, chance.choices(KEYS, k=count), chance if resizes else None)
        await run.resize(80, 24)
        while run.has_dialog:
            await run.press("escape")
            await run.settle()
        await run.go("overview")
        await run.sees("Where you stand")
        assert run.app.fault is None


@pytest.mark.parametrize("resizes", [False, True], ids=["one size", "many sizes"])
@pytest.mark.parametrize("view_id", [view.id for view in VIEWS])
async def test_the_app_lives_through_random_keys(
    seeded: Session, view_id: str, resizes: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("webbrowser.open", lambda *_, **__: True)
    monkeypatch.setattr(AdvisorApp, "action_quit", _stay)
    await press_at_random(seeded, view_id, PRESSED, resizes=resizes)


async def test_a_key_that_comes_late_answers_no_other_question(session: Session) -> None:
    async with opened(session) as run:
        await run.go("quiz")
        view = run.view_as(QuizView)
        late = OptionList.OptionSelected(view.list, view.list.options[4], 4)
        await run.press("1")
        answered = dict(view.taken.answers)
        assert set(answered) == {"goal"}

        view.list.post_message(late)
        await run.settle()
        assert dict(view.taken.answers) == answered


async def test_a_dialog_that_is_closed_already_closes_nothing_more(session: Session) -> None:
    async with opened(session) as run:
        await run.act("app.date")
        dialog = run.dialog(DateDialog)
        dialog.dismiss(None)
        dialog.dismiss(None)
        await run.until(lambda: not run.has_dialog)
        assert run.app.fault is None


async def test_a_palette_that_is_left_before_it_is_there_does_no_harm(session: Session) -> None:
    async with opened(session) as run:
        run.app.action_command_palette()
        run.app.pop_screen()
        await run.settle()
        assert run.app.is_running
        assert run.app.fault is None
        await run.press("ctrl+p")
        await run.until(lambda: run.has_dialog)
