from datetime import date

import pytest
from textual.widget import Widget

from ssw_tui.records.field import Field
from ssw_tui.tracker.records import CardStatus
from ssw_tui.ui.dialogs.card import ENTRIES, CardDialog
from ssw_tui.ui.dialogs.choose import ChooseDialog
from ssw_tui.ui.session import Session
from tests.ui.opened import Opened, opened


async def _form(run: Opened) -> CardDialog:
    await run.press("6", "a")
    return run.dialog(CardDialog)


async def _complaint(run: Opened, dialog: CardDialog) -> str:
    await run.press("enter")
    assert run.app.screen is dialog
    return str(dialog.fault.content)


async def test_it_begins_with_the_name_and_says_what_each_line_wants(seeded: Session) -> None:
    async with opened(seeded) as run:
        dialog = await _form(run)
        assert dialog.lines["label"].has_focus
        await run.press("down", "down")

        for entry in ENTRIES[:8]:
            assert entry.label in run.text
        assert "2027-03-15 or 令和9年3月15日" in run.words.replace(" │ │ ", " ")


@pytest.mark.parametrize("keys", [("down", "up"), ("tab", "shift+tab")])
async def test_the_lines_are_reached_in_order_and_back(seeded: Session, keys: tuple[str, str]) -> None:
    forth, back = keys
    async with opened(seeded) as run:
        dialog = await _form(run)
        await run.focus(dialog.lines["label"])
        order = []
        for _ in ENTRIES:
            assert run.app.focused is not None
            order.append(run.app.focused.id)
            assert next(entry.help for entry in ENTRIES if entry.id == run.app.focused.id) == str(
                dialog.help_text.content
            )
            await run.pilot.press(forth)

        assert order == [entry.id for entry in ENTRIES]
        await run.press(back)
        assert run.app.focused is dialog.lines["number"]


WRONG = (
    ("expires", "", "The end of stay is missing"),
    ("expires", "soon", '"soon" is no day'),
    ("expires", "2027-02-30", "There is no 30 February 2027"),
    ("granted", "2028-01-01", "before it was granted"),
    ("period", "long", '"long" is no period of stay'),
    ("no1_since", "x", '"x" is no day'),
    ("number", "AB12", "twelve letters and digits"),
    ("label", " ", "needs a name"),
    ("label", "x" * 201, "200 characters"),
)


async def test_what_cannot_be_is_said_and_nothing_is_saved(seeded: Session) -> None:
    async with opened(seeded) as run:
        dialog = await _form(run)
        dialog.lines["label"].value = "Second"
        for line, text, said in WRONG:
            await run.focus(dialog.lines["expires"])
            dialog.lines["expires"].value = "2027-03-15"
            before = dialog.lines[line].value
            dialog.lines[line].value = text

            assert said in await _complaint(run, dialog), line
            assert len(seeded.card_files()) == 1
            dialog.lines[line].value = before


async def test_a_complaint_does_not_repeat_the_card_number(seeded: Session) -> None:
    async with opened(seeded) as run:
        dialog = await _form(run)
        dialog.lines["label"].value = "Second"
        dialog.lines["expires"].value = "2027-03-15"
        dialog.lines["number"].value = "AB1234567"

        assert "AB1234567" not in (await _complaint(run, dialog)).replace("AB12345678CD", "")


async def test_a_complaint_puts_the_focus_on_its_line(seeded: Session) -> None:
    async with opened(seeded) as run:
        dialog = await _form(run)
        dialog.lines["label"].value = "Second"
        dialog.lines["expires"].value = "2027-03-15"
        dialog.lines["period"].value = "long"
        await _complaint(run, dialog)

        await run.until(lambda: dialog.lines["period"].has_focus)
        assert "no period of stay" in str(dialog.fault.content)


async def test_a_wrong_line_is_said_when_it_is_left_and_forgotten_when_it_is_right(seeded: Session) -> None:
    async with opened(seeded) as run:
        dialog = await _form(run)
        await run.focus(dialog.lines["expires"])
        await run.type("2027-15-03")
        await run.press("tab")
        assert "There is no month 15" in str(dialog.fault.content)

        await run.press("shift+tab")
        dialog.lines["expires"].value = "令和9年3月15日"
        await run.press("tab")
        assert str(dialog.fault.content) == ""
        assert dialog.lines["expires"].value == "2027-03-15"


async def test_a_field_is_chosen_from_a_list_and_taken_away_again(seeded: Session) -> None:
    async with opened(seeded) as run:
        dialog = await _form(run)
        await run.focus(dialog.labels["field"])
        await run.press("enter")
        await run.type("農業")
        await run.press("enter")
        await run.until(lambda: run.app.screen is dialog)
        assert dialog.choices["field"] == "agriculture"
        assert "Agriculture  農業" in run.text

        await run.focus(dialog.labels["field"])
        await run.press("backspace")
        assert dialog.choices["field"] is None


async def test_the_list_of_fields_leaves_out_those_that_were_merged(seeded: Session) -> None:
    async with opened(seeded) as run:
        dialog = await _form(run)
        await run.focus(dialog.labels["field"])
        await run.press("space")

        fields = seeded.library.all(Field)
        shown = [row.id for row in run.dialog(ChooseDialog).list.rows]
        assert shown == [field.id for field in fields.values() if field.merged_into is None]


async def test_somebody_without_a_card_needs_no_end_of_stay(seeded: Session) -> None:
    async with opened(seeded) as run:
        dialog = await _form(run)
        await run.type("Second")
        await run.focus(dialog.labels["status"])
        await run.press("enter", "G", "enter")
        await run.until(lambda: run.app.screen is dialog)
        await run.press("ctrl+s")
        await run.until(lambda: not run.has_dialog)

        [_, file] = seeded.card_files()
        assert (file.card.status, file.card.expires) == (CardStatus.NONE, None)


async def test_a_list_left_with_escape_keeps_what_was_there(seeded: Session) -> None:
    async with opened(seeded) as run:
        dialog = await _form(run)
        await run.focus(dialog.labels["status"])
        await run.press("enter", "down", "escape")
        await run.until(lambda: run.app.screen is dialog)

        assert dialog.choices["status"] == CardStatus.SSW1.value


@pytest.mark.parametrize(("button", "saved"), [("Save", 2), ("Cancel", 1)])
async def test_the_buttons_do_what_they_say(seeded: Session, button: str, saved: int) -> None:
    async with opened(seeded) as run:
        dialog = await _form(run)
        dialog.lines["label"].value = "Second"
        dialog.lines["expires"].value = "2027-03-15"
        await run.click(button)
        await run.until(lambda: not run.has_dialog)

        assert len(seeded.card_files()) == saved


async def test_the_buttons_are_reached_with_the_keyboard(seeded: Session) -> None:
    async with opened(seeded) as run:
        dialog = await _form(run)
        dialog.lines["label"].value = "Second"
        dialog.lines["expires"].value = "2027-03-15"
        await run.focus(dialog.lines["number"])
        await run.press("tab", "enter")
        await run.until(lambda: not run.has_dialog)

        [_, file] = seeded.card_files()
        assert file.card.expires == date(2027, 3, 15)


def _in_sight(dialog: CardDialog, widget: Widget) -> bool:
    region = dialog.query_one(".lines").region
    return region.contains_region(widget.region) and dialog.app.screen.region.contains_region(widget.region)


@pytest.mark.parametrize("size", [(60, 20), (80, 24)])
async def test_every_line_of_the_form_is_reached_in_the_smallest_windows(
    seeded: Session, size: tuple[int, int]
) -> None:
    async with opened(seeded, size) as run:
        dialog = await _form(run)
        dialog.lines["label"].value = "x" * 201
        dialog.lines["expires"].value = "2027-03-15"
        await run.press("enter")
        await run.until(lambda: str(dialog.fault.content))

        shown = run.app.screen.region
        for widget in (dialog.fault, dialog.help_text, *dialog.query("Button")):
            assert shown.contains_region(widget.region)
        for widget in (*dialog.lines.values(), *dialog.labels.values()):
            await run.focus(widget)
            await run.until(lambda widget=widget: _in_sight(dialog, widget))  # type: ignore[misc]
