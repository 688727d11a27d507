import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from ssw_tui.cli import run
from ssw_tui.tracker.store import STORE_NAME

NUMBER = "AB12345678CD"
GIVEN = ("label", "status", "expires", "granted", "period", "number", "no1_since")
LAN = ("--label", "Lan", "--status", "ssw1", "--expires", "2027-03-15")


class Said(NamedTuple):
    """What a call said, and how it ended."""

    status: int
    out: str
    err: str

    @property
    def data(self) -> Any:  # noqa: ANN401 - any JSON
        """What it said, as data."""
        return json.loads(self.out)


Call = Callable[..., Said]


@pytest.fixture
def call(data_folder: Path, capsys: pytest.CaptureFixture[str]) -> Call:
    """Calls ssw-tui on 22 November 2026 with an empty data folder."""

    def called(*words: str, as_of: str = "2026-11-22") -> Said:
        capsys.readouterr()
        status = run([*words, "--as-of", as_of, "--data-dir", str(data_folder)], lambda _: 99)
        return Said(status, *capsys.readouterr())

    return called


@pytest.fixture
def lan(call: Call) -> str:
    """The id of a card."""
    return call("card", "add", *LAN, "--no1-since", "2023-04-10", "--number", NUMBER).out.strip()


def deadlines(said: Said) -> dict[str, Any]:
    return {due["id"]: due for due in said.data["deadlines"]}


# Adding, showing, changing


def test_adding_prints_the_id_alone_on_one_line(call: Call) -> None:
    said = call("card", "add", *LAN)

    assert (said.status, said.err) == (0, "")
    assert said.out == said.out.strip() + "\n"
    assert call("card", "show", said.out.strip(), "--format", "json").data["label"] == "Lan"


def test_adding_gives_the_id_as_data_too(call: Call) -> None:
    assert set(call("card", "add", *LAN, "--format", "json").data) == {"id"}


def test_a_card_is_shown_in_the_shape_that_programs_rely_on(call: Call, lan: str) -> None:
    call("card", "edit", lan, "--field", "agriculture")

    card = call("card", "show", lan, "--format", "json").data

    assert {key: card[key] for key in ("id", "label", "status", "field", "expires", "number")} == {
        "id": lan,
        "label": "Lan",
        "status": "ssw1",
        "field": "agriculture",
        "expires": "2027-03-15",
        "number": "AB••••••••CD",
    }
    opening = card["deadlines"][0]
    assert {key: opening[key] for key in ("id", "date", "counter_day", "state", "who", "days")} == {
        "id": "extension-open",
        "date": "2026-12-15",
        "counter_day": "2026-12-15",
        "state": "coming",
        "who": "worker",
        "days": 23,
    }
    assert all(opening[key] for key in ("title", "do", "where", "if_missed", "basis", "sources"))
    assert [due["date"] for due in card["deadlines"]] == sorted(due["date"] for due in card["deadlines"])
    years = card["five_years"]
    assert years.pop("steps")
    assert [(mark["months"], mark["date"], mark["past"]) for mark in years.pop("marks")] == [
        (48, "2027-04-10", False),
        (54, "2027-10-10", False),
        (57, "2028-01-10", False),
    ]
    assert years == {
        "limit_months": 60,
        "ends": "2028-04-10",
        "counted_days": 1322,
        "left_days": 505,
        "excluded_days": 0,
        "between_days": 0,
        "stopped": None,
    }


def test_a_card_says_when_permanent_residence_could_first_be_asked_for(call: Call, lan: str) -> None:
    since = ("--status", "ssw2", "--no2-since", "2024-04-01", "--in-japan-since", "2015-10-09")

    before = call("card", "show", lan, "--format", "json").data["permanent_residence"]
    call("card", "edit", lan, *since)
    card = call("card", "show", lan, "--format", "json").data

    assert (card["no2_since"], card["in_japan_since"]) == ("2024-04-01", "2015-10-09")
    assert (before["earliest"], before["work"]["begun"]) == ("2033-04-10", False)
    after = card["permanent_residence"]
    assert after.pop("steps")
    assert after == {
        "earliest": "2029-04-01",
        "in_japan": {"since": "2015-10-09", "full": "2025-10-09", "known": True, "begun": True},
        "work": {"since": "2024-04-01", "full": "2029-04-01", "known": True, "begun": True},
        "rules": ["pr-10-years"],
    }
    assert "Earliest day    1 Apr 2029" in call("card", "show", lan).out


def test_a_list_gives_each_card_with_its_next_day(call: Call, lan: str) -> None:
    nobody = call("card", "add", "--label", "Aung", "--status", "none").out.strip()

    cards = call("card", "list", "--format", "json").data["cards"]

    assert [(card["id"], card["label"], card["status"], card["expires"]) for card in cards] == [
        (lan, "Lan", "ssw1", "2027-03-15"),
        (nobody, "Aung", "none", None),
    ]
    assert (cards[0]["next"]["id"], cards[0]["next"]["date"]) == ("extension-open", "2026-12-15")
    assert cards[1]["next"] is None
    assert [line.split()[0] for line in call("card", "list").out.splitlines()] == [lan, nobody]


@pytest.mark.parametrize(
    ("options", "key", "value"),
    [
        (("--no2-since", "2026年4月1日"), "no2_since", "2026-04-01"),
        (("--in-japan-since", "令和2年1月7日"), "in_japan_since", "2020-01-07"),
        (("--in-japan-since", ""), "in_japan_since", None),
        (("--expires", "2028/3/15"), "expires", "2028-03-15"),
        (("--note", "paper asked for"), "note", "paper asked for"),
        (("--expires", "令和10年3月15日"), "expires", "2028-03-15"),
        (("--granted", "2026年3月15日"), "granted", "2026-03-15"),
        (("--period", "12m"), "period", "1y"),
        (("--label", "Lan 2"), "label", "Lan 2"),
        (("--status", "ssw2"), "status", "ssw2"),
        (("--no1-since", ""), "no1_since", None),
        (("--number", ""), "number", None),
    ],
)
def test_editing_changes_what_is_named(call: Call, lan: str, options: tuple[str, str], key: str, value: object) -> None:
    before = call("card", "show", lan, "--format", "json").data

    assert call("card", "edit", lan, *options).status == 0

    after = call("card", "show", lan, "--format", "json").data
    assert after[key] == value
    assert [name for name in before if name in GIVEN and name != key and after[name] != before[name]] == []


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (("card", "add", "--label", "A", "--status", "ssw1"), "end of stay is missing"),
        (("card", "add", *LAN, "--granted", "2027-03-16"), "before it was granted"),
        (("card", "add", *LAN, "--expires", "2027-02-30"), "--expires: there is no 30 February 2027"),
        (("card", "add", *LAN, "--period", "1 year"), "--period: "),
        (("card", "add", *LAN, "--field", "agricultur"), 'did you mean "agriculture"?'),
        (("card", "add", *LAN, "--number", "12345"), "--number: a card number has twelve letters and digits"),
        (("card", "add", *LAN, "--label", " "), "--label: it cannot be empty"),
        (("card", "add", *LAN, "--label", "a\nb"), "the label must be one line of text"),
        (("card", "add", *LAN, "--status", "ssw3"), "ssw3"),
        (("card", "show", "nobody"), 'no card "nobody"'),
        (("card", "edit", "nobody", "--label", "x"), 'no card "nobody"'),
        (("card", "remove", "nobody"), 'no card "nobody"'),
        (("card", "event", "nobody", "moved", "--on", "2026-11-01"), 'no card "nobody"'),
        (("card", "undo"), "nothing to take back"),
        (("card", "redo"), "nothing to do again"),
        (("status", "--within", "-1"), "--within"),
    ],
)
def test_a_wrong_call_says_so_in_one_line_and_writes_nothing(
    call: Call, data_folder: Path, words: tuple[str, ...], complaint: str
) -> None:
    said = call(*words)

    assert (said.status, said.out) == (2, "")
    assert complaint in said.err
    assert said.err.count("\n") == 1
    assert not data_folder.exists()


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (("edit", "ID"), "Nothing to change"),
        (("edit", "ID", "--expires", ""), "end of stay is missing"),
        (("edit", "ID", "--status", "ssw"), "ssw"),
        (("event", "ID", "movd", "--on", "2026-11-01"), 'did you mean "moved"?'),
        (("event", "ID", "moved", "--on", "yesterday"), '--on: "yesterday" is no day'),
        (("done", "ID", "extension-clos"), 'did you mean "extension-close"?'),
        (("done", "ID", "extension-close", "--on", "2027-13-01"), "--on: there is no month 13"),
        (("spell", "ID", "--from", "2022-01-01", "--to", "2021-01-01"), "before the first day"),
        (("spell", "ID", "--from", "2022-01-01", "--kind", "no2"), "--kind"),
        (("leave", "ID", "--from", "2026-01-01", "--to", "2026-02-01", "--kind", "holiday"), "--kind"),
        (("leave", "ID", "--from", "2026-02-01", "--to", "2026-01-01", "--kind", "sick"), "before the first day"),
    ],
)
def test_a_wrong_change_says_so_in_one_line_and_changes_nothing(
    call: Call, lan: str, words: tuple[str, ...], complaint: str
) -> None:
    before = call("card", "show", lan, "--format", "json").out

    said = call("card", *(lan if word == "ID" else word for word in words))

    assert (said.status, said.out) == (2, "")
    assert complaint in said.err
    assert said.err.count("\n") == 1
    assert call("card", "show", lan, "--format", "json").out == before
    assert call("card", "undo").out.startswith("Taken back: card added")


def test_removing_and_taking_back(call: Call, lan: str) -> None:
    shown = call("card", "show", lan, "--format", "json").out

    assert call("card", "remove", lan).status == 0
    assert call("card", "list", "--format", "json").data == {"cards": []}
    assert call("card", "undo", "--format", "json").data == {"undone": "card removed", "card": lan}
    assert call("card", "show", lan, "--format", "json").out == shown
    assert call("card", "redo", "--format", "json").data == {"redone": "card removed", "card": lan}
    assert call("card", "list").out.startswith("No cards yet")


# The card number


def test_only_reveal_prints_a_whole_card_number(call: Call, lan: str) -> None:
    said = [
        call(*words, *form)
        for words in (("card", "show", lan), ("card", "list"), ("status", "--within", "3000"))
        for form in ((), ("--format", "json"), ("--ascii",))
    ]
    changes = [
        call("card", "edit", lan, "--number", "CD87654321AB"),
        call("card", "remove", lan),
        call("card", "undo"),
        call("card", "undo"),
    ]

    assert not any(number in one.out + one.err for one in said + changes for number in (NUMBER, "CD87654321AB"))
    assert NUMBER in call("card", "show", lan, "--reveal").out
    assert call("card", "show", lan, "--reveal", "--format", "json").data["number"] == NUMBER


def test_a_card_number_is_masked_in_ascii_too(call: Call, lan: str) -> None:
    assert "AB********CD" in call("card", "show", lan, "--ascii").out
    assert "AB••••••••CD" in call("card", "show", lan).out


def test_a_wrong_card_number_is_not_repeated(call: Call) -> None:
    assert "SECRET1" not in call("card", "add", *LAN, "--number", "SECRET1").err


# What happened


def test_an_event_brings_its_deadline(call: Call, lan: str) -> None:
    said = call("card", "event", lan, "moved", "--on", "2026-11-01")

    moved = deadlines(call("card", "show", lan, "--format", "json"))["address-move"]

    assert "2026-11-15" in said.out
    assert (moved["date"], moved["counter_day"], moved["state"]) == ("2026-11-15", "2026-11-13", "overdue")


def test_a_second_event_of_a_kind_brings_a_second_deadline(call: Call, lan: str) -> None:
    call("card", "event", lan, "moved", "--on", "2026-11-01")
    said = call("card", "event", lan, "moved", "--on", "2026-12-01", "--format", "json")

    shown = deadlines(call("card", "show", lan, "--format", "json"))

    assert said.data == {
        "id": lan,
        "event": {"kind": "moved", "on": "2026-12-01"},
        "deadlines": ["address-move:2"],
    }
    assert (shown["address-move:2"]["date"], shown["address-move:2"]["state"]) == ("2026-12-15", "due")


def test_an_application_in_time_settles_the_extension(call: Call, lan: str) -> None:
    call("card", "event", lan, "application-filed", "--on", "2026-12-20")

    shown = deadlines(call("card", "show", lan, "--format", "json", as_of="2027-03-20"))

    assert shown["extension-close"]["state"] == "moot"
    assert (shown["special-period-end"]["date"], shown["special-period-end"]["state"]) == ("2027-05-15", "coming")


def test_after_the_decision_the_old_end_is_due_again_until_the_card_is_changed(call: Call, lan: str) -> None:
    call("card", "event", lan, "application-filed", "--on", "2026-12-20")
    assert "extension-close" not in call("status", as_of="2027-03-10").out

    said = call("card", "event", lan, "decision-received", "--on", "2027-03-01")

    assert f"If you have a new card, enter its last day: ssw-tui card edit {lan} --expires YYYY-MM-DD" in said.out
    assert "extension-close" in call("status", as_of="2027-03-10").out
    assert call("status", as_of="2027-03-20").status == 1
    call("card", "edit", lan, "--expires", "2028-03-15")
    assert call("status", as_of="2027-03-20").status == 0


def test_what_is_done_is_shown_as_done_and_no_longer_due(call: Call, lan: str) -> None:
    call("card", "event", lan, "moved", "--on", "2026-11-01")
    assert call("status").status == 1

    said = call("card", "done", lan, "address-move", "--on", "2026-11-20")

    assert "2026-11-20" in said.out
    assert deadlines(call("card", "show", lan, "--format", "json"))["address-move"]["state"] == "done"
    assert call("status").status == 0


def test_what_was_done_for_one_end_of_stay_is_not_done_for_the_next(call: Call, lan: str) -> None:
    call("card", "done", lan, "extension-close")
    call("card", "edit", lan, "--expires", "2028-03-15")

    assert deadlines(call("card", "show", lan, "--format", "json"))["extension-close"]["state"] == "coming"


def test_earlier_stays_and_notified_leave_move_the_five_years(call: Call, lan: str) -> None:
    call("card", "spell", lan, "--from", "2021-04-10", "--to", "2022-04-09")
    said = call(
        *("card", "leave", lan, "--from", "2026-01-01", "--to", "2026-01-31", "--kind", "parental", "--notified"),
        *("--format", "json"),
    )

    years = said.data["five_years"]

    assert (years["ends"], years["excluded_days"], years["counted_days"]) == ("2027-05-11", 31, 365 + 1322 - 31)


def test_leave_that_was_not_notified_counts(call: Call, lan: str) -> None:
    said = call(
        *("card", "leave", lan, "--from", "2026-01-01", "--to", "2026-06-30", "--kind", "sick", "--format", "json")
    )

    assert (said.data["five_years"]["ends"], said.data["five_years"]["excluded_days"]) == ("2028-04-10", 0)


# What is due


def test_nothing_due_ends_with_zero(call: Call, lan: str) -> None:
    assert call("status") == (0, "Nothing is due within 30 days.\n", "")
    assert call("status", "--format", "json").data["due"] == []


@pytest.mark.parametrize(("within", "status"), [("112", 0), ("113", 1), ("3660", 1)])
def test_what_is_due_depends_on_the_days_asked_for(call: Call, lan: str, within: str, status: int) -> None:
    assert call("status", "--within", within).status == status


def test_what_is_due_comes_one_line_a_deadline_the_first_day_first(call: Call, lan: str) -> None:
    call("card", "add", "--label", "Aung", "--status", "ssw2", "--expires", "2026-12-01")
    call("card", "event", lan, "moved", "--on", "2026-11-01")

    text, data = call("status"), call("status", "--format", "json").data["due"]

    assert text.status == 1
    assert [line.split()[0] for line in text.out.splitlines()] == ["2026-11-15", "2026-12-01"]
    assert {key: data[0][key] for key in ("card", "deadline", "date", "days", "state")} == {
        "card": lan,
        "deadline": "address-move",
        "date": "2026-11-15",
        "days": -7,
        "state": "overdue",
    }


def test_an_opening_day_and_the_employers_own_are_never_due(call: Call, lan: str) -> None:
    call("card", "event", lan, "contract-ended", "--on", "2026-11-20")

    due = call("status", "--within", "3000", "--format", "json").data["due"]

    assert "organisation-end" in {each["deadline"] for each in due}
    assert not {"extension-open", "employer-14days", "employer-annual"} & {each["deadline"] for each in due}


def test_without_any_card_nothing_is_due_and_nothing_is_made(call: Call, data_folder: Path) -> None:
    assert call("status") == (0, "Nothing is due within 30 days.\n", "")
    assert not data_folder.exists()


# Where it lies, and when it cannot be read


def test_paths_are_named(call: Call, data_folder: Path) -> None:
    places = call("paths", "--format", "json").data

    assert set(places) == {"store", "backups", "settings", "logs"}
    assert all(Path(place).is_relative_to(data_folder) for place in places.values())
    assert all(place in call("paths").out for place in places.values())
    assert not data_folder.exists()


@pytest.mark.parametrize(
    "words", [("status",), ("card", "list"), ("card", "show", "x"), ("card", "add", *LAN), ("card", "undo")]
)
def test_a_damaged_store_is_said_to_be_and_stays(
    call: Call, lan: str, data_folder: Path, words: tuple[str, ...]
) -> None:
    file = data_folder / STORE_NAME
    file.write_bytes(b"no database " * 1000)

    said = call(*words)

    assert (said.status, said.out, said.err.count("\n")) == (3, "", 1)
    assert "restore" in said.err
    assert "erase" in said.err
    assert file.read_bytes() == b"no database " * 1000


def test_a_data_folder_that_is_a_file_is_said_to_be(call: Call, data_folder: Path) -> None:
    data_folder.write_text("in the way")

    assert call("status").status == 3
    assert call("card", "add", *LAN).status == 3
    assert str(data_folder) in call("card", "list").err


def test_what_is_due_is_found_without_the_app_or_a_calendar(data_folder: Path) -> None:
    program = (
        "import sys\n"
        "from ssw_tui.cli import run\n"
        f"status = run(['status', '--as-of', '2026-11-22', '--data-dir', {str(data_folder)!r}], lambda _: 99)\n"
        "heavy = {'textual', 'rich', 'asyncio', 'rapidfuzz', 'holidays', 'jpholiday'} & set(sys.modules)\n"
        "assert not heavy, heavy\n"
        "sys.exit(status)\n"
    )

    done = subprocess.run([sys.executable, "-c", program], env={**os.environ, "LANG": "C"}, check=False)

    assert done.returncode == 0
