import pytest

from ssw_tui.tracker.records import CardStatus, EventKind
from ssw_tui.ui.dialogs.event import GROUPS, EventDialog
from ssw_tui.ui.session import Session
from tests.conftest import TODAY
from tests.ui.opened import Opened, opened


async def _dialog(run: Opened) -> EventDialog:
    await run.press("6", "w")
    return run.dialog(EventDialog)


def test_every_kind_of_event_can_be_recorded() -> None:
    offered = [kind for kinds in GROUPS.values() for kind in kinds]

    assert len(offered) == len(set(offered))
    assert set(EventKind) <= set(offered)


async def test_a_digit_asks_for_the_day_and_a_typed_day_is_taken(seeded: Session) -> None:
    async with opened(seeded) as run:
        await _dialog(run)
        await run.press("1")
        assert "I moved to another home: on which day?" in run.words
        await run.type("令和8年11月20日")
        await run.press("enter")
        await run.until(lambda: not run.has_dialog)

        assert [event.on.isoformat() for event in seeded.card_files()[0].events] == ["2026-11-01", "2026-11-20"]


async def test_a_digit_is_a_part_of_the_day_once_the_day_is_asked_for(seeded: Session) -> None:
    async with opened(seeded) as run:
        dialog = await _dialog(run)
        await run.press("3", *"2026-11-20")

        assert dialog.kind is EventKind.CONTRACT_SIGNED
        assert dialog.input.value == "2026-11-20"


async def test_a_wrong_day_is_said_and_escape_leads_back_to_the_list(seeded: Session) -> None:
    async with opened(seeded) as run:
        dialog = await _dialog(run)
        await run.press("1")
        await run.type("soon")
        await run.press("enter")
        assert '"soon" is no day' in run.words

        await run.press("escape")
        assert dialog.list.has_focus
        assert str(dialog.fault.content) == ""
        await run.press("escape")
        assert not run.has_dialog
        assert len(seeded.card_files()[0].events) == 1


async def test_kinds_without_a_digit_are_reached_with_the_arrows(seeded: Session) -> None:
    async with opened(seeded) as run:
        dialog = await _dialog(run)
        dialog.list.choose("EventKind:child-born")
        await run.settle()
        await run.press("enter", "enter")
        await run.until(lambda: not run.has_dialog)

        assert (EventKind.CHILD_BORN, TODAY) in [(event.kind, event.on) for event in seeded.card_files()[0].events]


async def test_who_has_no_card_yet_sees_what_comes_first_for_them(session: Session) -> None:
    session.tracker.add_card(label="[/] [b]Example", status=CardStatus.NONE)
    async with opened(session) as run:
        dialog = await _dialog(run)

        assert dialog.list.chosen == "EventKind:coe-issued"
        assert run.marked[0].startswith("1 My certificate")
        assert "What happened? [/] [b]Example" in run.words


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (240, 60)])
async def test_the_last_kind_and_the_keys_are_reached_in_every_window(seeded: Session, size: tuple[int, int]) -> None:
    async with opened(seeded, size) as run:
        dialog = await _dialog(run)
        assert "escape: record nothing" in run.words
        await run.press("end")
        await run.settle()

        assert dialog.list.chosen == "EventKind:address-decided"
        assert "I found my first home in Japan" in run.text
