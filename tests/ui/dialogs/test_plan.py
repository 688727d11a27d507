from collections.abc import Mapping
from datetime import date

import pytest

from ssw_tui.advice.step_days import KnownDay, Origin, anchors_of
from ssw_tui.records.procedure import Anchor, Procedure
from ssw_tui.ui.dialogs.plan import LABELS, PlanDialog
from ssw_tui.ui.session import Session
from tests.ui.opened import Opened, opened

END = date(2027, 3, 15)
ON_CARD = {Anchor.END_OF_STAY: KnownDay(END, Origin.CARD)}

Days = Mapping[str, date] | None


def _ask(
    run: Opened, procedure: str, known: dict[Anchor, KnownDay] | None = None, planned: Mapping[str, date] | None = None
) -> list[Days]:
    given: list[Days] = []
    record = run.session.library.all(Procedure)[procedure]
    run.app.push_screen(PlanDialog(record, known or {}, planned or {}, 'They are kept for "Lan".'), given.append)
    return given


async def test_it_says_what_the_card_knows_and_asks_for_the_rest(session: Session) -> None:
    async with opened(session) as run:
        _ask(run, "extension-of-stay", ON_CARD)
        await run.sees("Days: Extension of your stay", 'They are kept for "Lan".')

        assert list(run.dialog(PlanDialog).lines) == ["filing"]
        await run.sees("Stay ends", "15 Mar 2027, from the card", "Application")
        await run.sees("The day you want to hand the application in, or did.")


async def test_a_day_that_happened_can_be_set_differently(session: Session) -> None:
    known = {Anchor.CONTRACT_END: KnownDay(date(2026, 11, 20), Origin.CARD)}
    async with opened(session) as run:
        _ask(run, "leaving-japan", known)
        await run.settle()

        assert run.dialog(PlanDialog).lines["contract-end"].placeholder == "2026-11-20 from the card"


async def test_enter_gives_the_days_and_an_empty_line_takes_one_away(session: Session) -> None:
    planned = {"departure": date(2027, 5, 1), "contract-end": date(2027, 4, 1)}
    async with opened(session) as run:
        given = _ask(run, "leaving-japan", planned=planned)
        await run.settle()
        lines = run.dialog(PlanDialog).lines
        lines["contract-end"].value = ""
        lines["departure"].value = "2027年6月1日"
        await run.press("enter")

        assert given == [{"departure": date(2027, 6, 1)}]


async def test_escape_changes_nothing(session: Session) -> None:
    async with opened(session) as run:
        given = _ask(run, "leaving-japan", planned={"departure": END})
        await run.settle()
        await run.press("escape")

        assert given == [None]


async def test_what_is_no_day_is_said_and_the_line_gets_the_focus(session: Session) -> None:
    async with opened(session) as run:
        given = _ask(run, "leaving-japan")
        await run.settle()
        line = run.dialog(PlanDialog).lines["departure"]
        line.value = "next spring"
        await run.press("enter")

        await run.sees('"next spring" is no day; write it as 2027-03-15, 2027/3/15')
        assert run.app.focused is line
        assert given == []


async def test_a_day_is_shown_as_it_was_read_when_the_line_is_left(session: Session) -> None:
    async with opened(session) as run:
        _ask(run, "coe-from-abroad")
        await run.settle()
        line = run.dialog(PlanDialog).lines["planned-start"]
        await run.focus(line)
        await run.type("2027/6/1")
        await run.press("down")
        assert line.value == "2027-06-01"

        await run.focus(line)
        line.value = "2027-02-30"
        await run.press("up")
        await run.sees("There is no 30 February 2027.")


async def test_nobody_begins_after_the_end(session: Session) -> None:
    async with opened(session) as run:
        given = _ask(run, "permanent-residence", planned={"begin": date(2027, 5, 1), "filing": END})
        await run.settle()
        await run.press("enter")
        await run.sees("You want to begin on 1 May 2027, but the day it leads to is 15 Mar")
        assert given == []

        run.dialog(PlanDialog).lines["begin"].value = "2027-01-10"
        await run.press("enter")
        assert given == [{"begin": date(2027, 1, 10), "filing": END}]


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 36)])
async def test_every_line_of_every_procedure_is_in_sight(session: Session, size: tuple[int, int]) -> None:
    async with opened(session, size) as run:
        for procedure in session.library.all(Procedure):
            _ask(run, procedure)
            await run.settle()
            dialog = run.dialog(PlanDialog)
            for name, line in dialog.lines.items():
                assert LABELS[name][0] in run.text, (procedure, name)
                assert dialog.region.contains_region(line.region)
                assert line.region.area > 0
            await run.sees("enter: use them")
            await run.press("escape")


def test_every_day_has_a_name_and_says_what_it_wants(session: Session) -> None:
    for procedure in session.library.all(Procedure).values():
        for anchor in anchors_of(procedure):
            if anchor is not Anchor.FISCAL_YEAR_END:
                label, want = LABELS[anchor]
                assert label
                assert want.endswith(".")
