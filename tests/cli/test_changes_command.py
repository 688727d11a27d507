from pathlib import Path

import pytest

from ssw_tui.kinds import KIND_NAMED
from ssw_tui.library import Library
from ssw_tui.records.source import Source
from tests.cli.calling import Call
from tests.lines import wider
from tests.test_import_hygiene import SCREEN, loaded_by

JSON = ("--format", "json")
TODAY = ("--as-of", "2026-11-22")


def test_a_program_gets_each_change_with_date_title_kind_id_and_sources(say: Call, library: Library) -> None:
    data = say("changes", "--since", "2026-09-01", *JSON, *TODAY).data
    assert (data["as_of"], data["since"], data["until"]) == ("2026-11-22", "2026-09-01", "2026-11-22")
    assert {change["date"] for change in data["changes"]} == {"2026-10-01"}
    for change in data["changes"]:
        assert {"date", "title", "kind", "id", "sources", "text", "planned"} <= set(change)
        assert change["id"] in library.all(KIND_NAMED[change["kind"]].record)
        assert set(change["sources"]) <= set(library.all(Source)) != set()


def test_they_come_newest_first(say: Call) -> None:
    days = [change["date"] for change in say("changes", "--since", "2019-01-01", *JSON, *TODAY).data["changes"]]
    assert days == sorted(days, reverse=True)
    assert (days[0], days[-1]) == ("2026-10-01", "2019-04-01")


def test_both_days_are_inside(say: Call) -> None:
    data = say("changes", "--since", "2026-04-13", "--until", "2026-08-20", *JSON).data
    days = [change["date"] for change in data["changes"]]
    assert (days[0], days[-1]) == ("2026-08-20", "2026-04-13")


def test_the_last_day_is_the_one_of_as_of_where_none_is_named(say: Call) -> None:
    data = say("changes", "--since", "2026-04-01", *JSON, "--as-of", "2026-04-13").data
    assert data["until"] == "2026-04-13"
    assert {change["date"] for change in data["changes"]} >= {"2026-04-01", "2026-04-13"}
    assert all(change["date"] <= "2026-04-13" for change in data["changes"])


def test_what_is_to_come_is_told_when_the_last_day_reaches_it(say: Call) -> None:
    call = ("changes", "--since", "2026-11-23", "--until", "2027-04-01", *TODAY)
    planned = {change["id"]: change["planned"] for change in say(*call, *JSON).data["changes"]}
    assert planned["no2-japanese"] is True
    assert planned["ikusei-start"] is False
    assert "\n1 Apr 2027 (to come)\n" in say(*call).out


def test_text_says_what_changed_and_what_to_open(say: Call) -> None:
    out = say("changes", "--since", "2026-10-01", "--until", "2026-10-01", *TODAY).out
    assert out.startswith("Changes from 1 Oct 2026 to 1 Oct 2026: 5\n")
    assert out.count("• Fee for a change or an extension\n") == 1
    assert "rule fee-change-extension-2026; source: " in out


def test_a_time_without_changes_is_no_mistake(say: Call) -> None:
    call = ("changes", "--since", "2026-10-02", *TODAY)
    assert say(*call, *JSON).data["changes"] == []
    status, out, err = say(*call)
    assert (status, err) == (0, "")
    assert "No change is known between these days." in out


def test_days_are_read_as_elsewhere(say: Call) -> None:
    written = [
        say("changes", "--since", day, *JSON, *TODAY).data for day in ("2026-10-01", "2026年10月1日", "2026/10/1")
    ]
    assert written[0] == written[1] == written[2]


@pytest.mark.parametrize("ascii_look", [(), ("--ascii",)])
def test_text_takes_at_most_eighty_cells_a_line(say: Call, ascii_look: tuple[str, ...]) -> None:
    status, out, err = say("changes", "--since", "2019-01-01", "--until", "2030-01-01", *TODAY, *ascii_look)
    assert (status, err) == (0, "")
    assert wider(out, 80) == []
    assert ("•" in out, "─" in out) == (not ascii_look, not ascii_look)


def test_json_is_utf8_and_repeats_itself_exactly(say: Call) -> None:
    call = ("changes", "--since", "2019-01-01", *JSON, *TODAY)
    assert "\\u" not in say(*call).out
    assert say(*call).out == say(*call).out


@pytest.mark.parametrize(
    ("call", "complaint"),
    [
        ((), "--since"),
        (("--since", "yesterday"), '--since: "yesterday" is no day'),
        (("--since", "2026-02-30"), "--since: "),
        (("--since", "2026-01-01", "--until", "soon"), '--until: "soon" is no day'),
        (("--since", "2026-02-01", "--until", "2026-01-31"), "2026-02-01 is after 2026-01-31, the day of --until"),
        (("--since", "2026-11-23", *TODAY), "name a later day with --until"),
    ],
)
def test_a_mistake_is_said_in_one_line_and_nothing_is_printed(say: Call, call: tuple[str, ...], complaint: str) -> None:
    status, out, err = say("changes", *call)
    assert (status, out) == (2, "")
    assert complaint in err
    assert err.count("\n") == 1


def test_it_loads_nothing_that_draws_the_app(tmp_path: Path) -> None:
    loaded = loaded_by("changes", "--since", "2019-01-01", *TODAY, folder=tmp_path)
    assert loaded & (SCREEN | {"sqlite3", "rapidfuzz", "jpholiday"}) == set()
