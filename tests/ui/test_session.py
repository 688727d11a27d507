from datetime import date
from pathlib import Path

import pytest
from attrs import evolve

from ssw_tui.errors import DataUnavailableError, UserError
from ssw_tui.settings import load
from ssw_tui.tracker.records import CardStatus, TickKind
from ssw_tui.ui.session import Session
from tests.conftest import TODAY
from tests.ui.conftest import NewSession


def test_the_day_is_today_unless_another_was_chosen(session: Session) -> None:
    assert session.day == TODAY

    session.chosen_day = date(2019, 4, 1)

    assert session.day == date(2019, 4, 1)
    assert session.reader.day == date(2019, 4, 1)


@pytest.mark.parametrize(
    ("day", "said", "loud"),
    [
        (date(2026, 11, 22), "Rules as of 22 Nov 2026", False),
        (date(2026, 11, 23), "Rules as of 23 Nov 2026; last checked 22 Nov 2026, may have changed", False),
        (date(2027, 5, 21), "Rules as of 21 May 2027; last checked 22 Nov 2026, may have changed", False),
        (date(2027, 5, 22), "! Rules as of 22 May 2027: last checked 22 Nov 2026, ask before you act", True),
    ],
)
def test_the_older_the_check_the_louder_it_is_said(session: Session, day: date, said: str, loud: bool) -> None:
    later = Session(library=session.library, today=day, data_folder=session.data_folder)

    assert later.date_line == (said, loud)


def test_a_chosen_day_is_said_loudly(session: Session) -> None:
    session.chosen_day = date(2019, 4, 1)

    assert session.date_line == ("Rules as of 1 Apr 2019 (your choice)", True)


def test_settings_are_kept_in_their_file(session: Session) -> None:
    session.set(theme="light", reminder_days=60)

    assert session.settings_file is not None
    assert load(session.settings_file) == session.settings == evolve(session.settings, theme="light", reminder_days=60)


def test_settings_without_a_file_hold_for_this_run(session: Session) -> None:
    session.settings_file = None
    session.set(theme="light")

    assert session.settings.theme == "light"


@pytest.mark.parametrize("values", [{"theme": "pink"}, {"reminder_days": -1}])
def test_a_setting_that_cannot_be_is_refused_and_nothing_is_kept(
    session: Session, values: dict[str, str | int]
) -> None:
    before = session.settings
    with pytest.raises(UserError):
        session.set(**values)

    assert session.settings == before
    assert session.settings_file is not None
    assert not session.settings_file.exists()


def test_ticks_belong_to_nobody_until_there_is_a_card_which_takes_them_over(session: Session) -> None:
    session.set_tick("step", "a/b", ticked=True)
    assert session.ticks() == {("step", "a/b")}

    card = session.tracker.add_card(label="Card", status=CardStatus.NONE)
    assert session.current_card == card.id
    assert session.ticks() == {("step", "a/b")}
    assert session.tracker.ticks(None) == []
    session.tracker.close()


def test_ticks_belong_to_the_card_that_was_opened_last(session: Session) -> None:
    first = session.tracker.add_card(label="First", status=CardStatus.NONE)
    second = session.tracker.add_card(label="Second", status=CardStatus.NONE)
    session.tracker.set_tick(second.id, TickKind.STEP, "a/b", ticked=True)
    assert session.current_card == first.id

    session.opened_card = second.id
    assert session.ticks() == {("step", "a/b")}

    session.tracker.remove_card(second.id)
    assert session.current_card == first.id
    session.tracker.close()


def test_reading_makes_no_folder(session: Session, data_folder: Path) -> None:
    assert session.card_files() == []
    assert session.ticks() == set()
    assert not data_folder.exists()


def test_a_damaged_store_is_told(damaged: Session) -> None:
    with pytest.raises(DataUnavailableError, match="is damaged"):
        damaged.card_files()
    with pytest.raises(DataUnavailableError, match="is damaged"):
        damaged.ticks()


def test_the_day_that_was_chosen_is_said_in_few_words_too(session: Session) -> None:
    session.chosen_day = date(2026, 11, 23)
    assert session.short_date_line == "Rules as of 23 Nov 2026 (your choice); may have changed"


def test_a_look_is_kept_beside_personal_data_and_told_at_the_next_start(
    seeded: Session, new_session: NewSession
) -> None:
    seeded.keep_look()
    assert new_session().seen_until is None

    seeded.keeps_look = True
    seeded.keep_look()
    assert seeded.seen_until is None
    assert new_session().seen_until == TODAY
