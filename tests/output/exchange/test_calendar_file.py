import os
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import icalendar
import pytest
from attrs import evolve

from ssw_tui.library import Library
from ssw_tui.output.exchange.calendar_file import calendar_file
from ssw_tui.reader import Reader
from ssw_tui.tracker.records import CardFile, Event, EventKind
from tests.conftest import TODAY
from tests.tracker.everybody import LAN, MOVED, NUMBER

SUNDAY = date(2027, 3, 14)
KHAL = """
[calendars]
[[cards]]
path = {folder}/calendar
[default]
default_calendar = cards
[locale]
local_timezone = Asia/Tokyo
default_timezone = Asia/Tokyo
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
"""


def a_file() -> CardFile:
    again = Event(id="e2", card=LAN.id, kind=EventKind.MOVED, on=date(2026, 11, 21), number=2)
    file = CardFile(card=evolve(LAN, expires=SUNDAY), events=[MOVED, again])
    file.done["address-move", MOVED.on] = date(2026, 11, 12)
    return file


def text_of(library: Library, file: CardFile, day: date = TODAY, revision: int = 3) -> str:
    return calendar_file(Reader(library, day), [file], revision)


def entries(text: str) -> dict[str, Any]:
    calendar = icalendar.Calendar.from_ical(text)
    found = calendar.walk("VEVENT")
    assert calendar.errors == []
    assert [entry.errors for entry in found] == [[]] * len(found)
    return {str(entry["UID"]): entry for entry in found}


def test_icalendar_reads_it_whole(library: Library) -> None:
    text = text_of(library, a_file())
    found = entries(text)

    assert text.count("BEGIN:VEVENT") == len(found) > 4
    assert LAN.note is not None
    assert LAN.note not in text.replace("\r\n ", "").replace("\\,", ",")
    entry = found[f"{LAN.id}.extension-close@ssw-tui"]
    assert entry.decoded("DTSTART") == SUNDAY
    assert entry.decoded("DTEND") == SUNDAY + timedelta(days=1)
    assert str(entry["SUMMARY"]).startswith(LAN.label)
    assert entry["SEQUENCE"] == 3


def test_lines_are_folded_and_ended_as_the_format_wants(library: Library) -> None:
    text = text_of(library, a_file())

    assert "\n" not in text.replace("\r\n", "")
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75
    text.encode("utf-8").decode("utf-8")


def test_the_last_day_at_the_counter_is_named_and_alarms_count_from_it(library: Library) -> None:
    entry = entries(text_of(library, a_file()))[f"{LAN.id}.extension-close@ssw-tui"]
    friday = SUNDAY - timedelta(days=2)

    assert "(last office day 12 Mar 2027)" in str(entry["SUMMARY"])
    assert "Last day on which the office is open: 12 Mar 2027." in str(entry["DESCRIPTION"])
    rings = [SUNDAY + alarm["TRIGGER"].dt for alarm in entry.walk("VALARM")]
    assert rings == [friday - timedelta(days=days) for days in (30, 7, 1)]
    assert {alarm["TRIGGER"].dt.seconds for alarm in entry.walk("VALARM")} == {9 * 3600}


def test_a_notice_of_fourteen_days_rings_a_week_and_a_day_ahead(library: Library) -> None:
    entry = entries(text_of(library, a_file()))[f"{LAN.id}.address-move.2@ssw-tui"]
    assert len(entry.walk("VALARM")) == 2


def test_a_day_that_only_opens_something_rings_on_itself(library: Library) -> None:
    entry = entries(text_of(library, a_file()))[f"{LAN.id}.extension-open@ssw-tui"]
    assert [alarm["TRIGGER"].dt for alarm in entry.walk("VALARM")] == [timedelta(hours=9)]


def test_what_is_dealt_with_falls_silent_and_later_leaves(library: Library) -> None:
    uid = f"{LAN.id}.address-move@ssw-tui"
    entry = entries(text_of(library, a_file()))[uid]

    assert str(entry["SUMMARY"]).startswith("Done: ")
    assert entry.walk("VALARM") == []
    assert uid not in entries(text_of(library, a_file(), date(2026, 12, 1)))


def test_the_same_data_on_the_same_day_give_the_same_bytes(library: Library) -> None:
    assert text_of(library, a_file()) == text_of(library, a_file())


def test_a_date_that_moves_keeps_its_entry(library: Library) -> None:
    before = entries(text_of(library, a_file()))
    moved = a_file()
    moved.card = evolve(moved.card, expires=date(2028, 3, 15))
    after = entries(text_of(library, moved, revision=4))

    uid = f"{LAN.id}.extension-close@ssw-tui"
    assert after[uid].decoded("DTSTART") == date(2028, 3, 15)
    assert after[uid]["SEQUENCE"] > before[uid]["SEQUENCE"]


def test_no_card_number_is_in_it_and_the_employers_days_are_not(library: Library) -> None:
    text = text_of(library, a_file()).replace("\r\n ", "")

    assert NUMBER not in text
    assert NUMBER[4:8] not in text
    assert "employer-annual" not in text


@pytest.mark.skipif(sys.platform == "win32", reason="khal does not run on Windows")
def test_khal_takes_it_whole_and_twice_makes_no_doubles(library: Library, tmp_path: Path) -> None:
    (tmp_path / "calendar").mkdir()
    (tmp_path / "khal.conf").write_text(KHAL.format(folder=tmp_path))
    (tmp_path / "days.ics").write_bytes(text_of(library, a_file()).encode())
    homes = dict.fromkeys(("HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME"), str(tmp_path))

    def khal(*words: str) -> str:
        call = [sys.executable, "-m", "khal", "-c", str(tmp_path / "khal.conf"), *words]
        done = subprocess.run(
            call, capture_output=True, check=False, encoding="utf-8", env={**os.environ, **homes, "LC_ALL": "C.UTF-8"}
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    for _ in range(2):
        khal("import", "--batch", "-a", "cards", str(tmp_path / "days.ics"))
    listed = khal("list", "2026-11-01", "900d", "--format", "{uid} {start-date}", "--day-format", "").split("\n")

    expected = entries(text_of(library, a_file()))
    assert sorted(line for line in listed if line) == sorted(
        f"{uid} {entry.decoded('DTSTART')}" for uid, entry in expected.items()
    )
