import os
import subprocess
import sys
from pathlib import Path
from shutil import copytree

import pytest

from ssw_tui.cli.content import LISTED
from ssw_tui.commands import COMMANDS
from ssw_tui.kinds import KINDS, kind_of
from ssw_tui.library import Library
from ssw_tui.records.reference import GuideStatement
from ssw_tui.records.source import Source
from tests.cli.calling import APP_OPENED, Call
from tests.lines import wider

TODAY = ("--as-of", "2026-11-22")
JSON = ("--format", "json", *TODAY)
OTHER_LISTS = [command for command in LISTED if command != "fields"]
AN_ID = {
    "fields": "railway",
    "procedures": "extension-of-stay",
    "counter-cards": "any-counter",
    "home-countries": "viet-nam",
    "risks": "side-job",
    "faq": "fired",
    "terms": "residence-card",
    "topics": "jlpt",
    "links": "isa-card",
    "rules": "card-carry",
    "sources": "isa-001460079-pdf",
    "help-lines": "police",
    "articles": "immigration-19-16",
    "guide": "q2-family",
}
CALLS = [
    ("overview",),
    ("keys",),
    ("search", "lost", "card"),
    ("content", "check"),
    ("fields",),
    *((command,) for command in LISTED),
    *AN_ID.items(),
]


def test_every_list_has_an_id_to_try() -> None:
    assert list(AN_ID) == ["fields", *LISTED]


class TestFields:
    """`fields` and `fields ID`."""

    @pytest.mark.parametrize(
        ("day", "number"),
        [
            ("2019-03-31", 0),
            ("2019-04-01", 14),
            ("2022-05-24", 14),
            ("2022-05-25", 12),
            ("2024-09-29", 12),
            ("2024-09-30", 16),
            ("2026-03-31", 16),
            ("2026-04-01", 19),
            ("2026-11-22", 19),
        ],
    )
    def test_they_are_those_of_the_ordinance_in_force_on_the_date(self, say: Call, day: str, number: int) -> None:
        data = say("fields", "--format", "json", "--as-of", day).data
        assert list(data) == ["as_of", "fields"]
        assert data["as_of"] == day
        assert len(data["fields"]) == number
        assert "not-a-field" not in {field["no1"] for field in data["fields"]}

    @pytest.mark.parametrize(("day", "state"), [("2026-04-12", "open"), ("2026-04-13", "stopped")])
    def test_intake_changes_on_the_day_itself(self, say: Call, day: str, state: str) -> None:
        fields = {field["id"]: field for field in say("fields", "--format", "json", "--as-of", day).data["fields"]}
        assert fields["food-service"]["no1"] == state

    def test_each_has_its_names_and_what_holds_on_the_date(self, say: Call) -> None:
        fields = {field["id"]: field for field in say("fields", *JSON).data["fields"]}
        expected = {"id", "name", "name_ja", "no1", "no2", "no1_from", "no2_from"}
        assert all(expected <= set(field) for field in fields.values())
        assert {key: fields["construction"][key] for key in expected} == {
            "id": "construction",
            "name": "Construction Industry",
            "name_ja": "建設",
            "no1": "open",
            "no2": True,
            "no1_from": "2019-04-01",
            "no2_from": "2019-04-01",
        }
        assert (fields["nursing-care"]["no2"], fields["nursing-care"]["no2_from"]) == (False, None)

    def test_one_is_told_whole(self, say: Call) -> None:
        data = say("fields", "railway", *JSON).data
        assert (data["as_of"], data["id"], data["title"], data["no1"], data["no2"]) == (
            *("2026-11-22", "railway"),
            *(data["name"], "open", False),
        )
        for part in (
            "categories",
            "no1_tests",
            "conditions",
            "history",
            "figures",
            "sources",
            "intake",
            "japanese_no1",
        ):
            assert data[part], part

    def test_the_sources_of_one_are_those_of_all_its_statements(self, say: Call, library: Library) -> None:
        data = say("fields", "railway", *JSON).data
        inside = {
            source for part in ("history", "figures", "intake") for one in data[part] for source in one["sources"]
        }
        assert inside <= set(data["sources"]) <= set(library.all(Source))

    def test_one_can_be_asked_for_on_a_day_when_it_was_no_field(self, say: Call) -> None:
        assert say("fields", "railway", "--format", "json", "--as-of", "2024-09-29").data["no1"] == "not-a-field"

    def test_the_list_says_how_many_there_are_and_on_which_day(self, say: Call) -> None:
        title, _, _, _, *rows = say("fields", "--as-of", "2026-04-13").out.splitlines()
        assert title == "Fields of Specified Skilled Worker on 13 Apr 2026: 19"
        assert sum(" yes " in row or " no " in row for row in rows) == 19
        assert any(row.startswith("Food Service Industry") and "stopped" in row for row in rows)


class TestLists:
    """The other kinds."""

    @pytest.mark.parametrize("command", OTHER_LISTS)
    def test_a_list_has_an_id_and_a_title_for_each_record(self, say: Call, command: str, library: Library) -> None:
        data = say(command, *JSON).data
        key = "statements" if command == "guide" else command
        assert list(data) == ["as_of", key]
        assert [record["id"] for record in data[key]] == list(library.all(LISTED[command].record))
        assert all(record["title"] for record in data[key])

    @pytest.mark.parametrize(("command", "record_id"), AN_ID.items())
    def test_one_record_is_told_whole(self, say: Call, command: str, record_id: str, library: Library) -> None:
        data = say(command, record_id, *JSON).data
        assert (data["as_of"], data["id"]) == ("2026-11-22", record_id)
        assert data["title"]
        if command != "sources":
            assert data["sources"]
            assert set(data["sources"]) <= set(library.all(Source))

    def test_a_statement_of_the_guide_stands_beside_the_rule(self, say: Call, library: Library) -> None:
        statements = say("guide", *JSON).data["statements"]
        assert len(statements) == len(library.all(GuideStatement))
        assert all({"id", "text", "verdict", "rule", "since", "sources"} <= set(one) for one in statements)
        assert {one["verdict"] for one in statements} == {"right", "imprecise", "outdated", "wrong"}

    def test_a_help_line_has_its_number_languages_and_hours(self, say: Call) -> None:
        lines = say("help-lines", *JSON).data["help-lines"]
        assert all(line["number"] and line["languages"] and line["hours"] for line in lines)

    def test_a_rule_has_its_time_and_its_law(self, say: Call) -> None:
        rule = say("rules", "card-carry", *JSON).data
        assert {"since", "until", "planned", "confidence", "checked", "legal_basis", "text"} <= set(rule)

    def test_the_sources_of_a_record_keep_their_order(self, say: Call, library: Library) -> None:
        rules = library.all(LISTED["rules"].record)
        for told in say("rules", *JSON).data["rules"]:
            assert told["sources"] == list(rules[told["id"]].sources)

    def test_a_figure_in_a_text_is_that_of_the_date(self, say: Call) -> None:
        now, then = (
            say("terms", "field", "--format", "json", "--as-of", day).data for day in ("2026-04-01", "2026-03-31")
        )
        assert "19" in now["definition"]
        assert "16" in then["definition"]

    @pytest.mark.parametrize("command", OTHER_LISTS)
    def test_a_list_as_text_names_every_id(self, say: Call, command: str, library: Library) -> None:
        out = say(command, *TODAY).out
        assert [
            one for one in library.all(LISTED[command].record) if f"id: {one}" not in out.replace("\n  ", " ")
        ] == []


class TestOverview:
    """`overview`, and no command at all."""

    def test_it_is_told_as_sections_with_their_facts(self, say: Call) -> None:
        data = say("overview", *JSON).data
        assert data["as_of"] == "2026-11-22"
        assert {"what-it-is", "what-changed-lately"} <= {section["id"] for section in data["overview"]}
        assert all(section["title"] and (section["facts"] or section["comparison"]) for section in data["overview"])

    @pytest.mark.parametrize("day", ["2019-04-01", "2023-08-30", "2026-11-22"])
    def test_it_tells_nothing_that_no_longer_holds_or_lies_far_ahead(self, say: Call, day: str) -> None:
        data = say("overview", "--format", "json", "--as-of", day).data
        facts = [fact for section in data["overview"] for fact in section["facts"]]
        year, rest = day[:4], day[4:]
        assert [fact["text"] for fact in facts if fact["until"] and fact["until"] <= day] == []
        assert [fact["text"] for fact in facts if fact["since"] and fact["since"] > f"{int(year) + 1}{rest}"] == []

    def test_as_text_it_names_the_date_and_the_guide(self, say: Call) -> None:
        out = say("overview", *TODAY).out
        assert "Rules as of 22 Nov 2026." in out
        assert "A guide of 12 Jan 2026 is widely read." in out

    def test_without_a_terminal_and_a_command_it_is_printed_and_the_commands_are_named(self, say: Call) -> None:
        said = say(*TODAY)
        assert said.status == 0
        assert said.out.startswith(say("overview", *TODAY).out)
        assert "ssw-tui --help names the commands" in said.out

    def test_without_a_terminal_json_stays_one_object(self, say: Call) -> None:
        assert say(*JSON).data == say("overview", *JSON).data

    def test_in_a_terminal_the_app_opens(self, say: Call, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("sys.stdin.isatty", lambda: True)
        monkeypatch.setattr("sys.stdout.isatty", lambda: True)
        assert say().status == APP_OPENED

    @pytest.mark.parametrize("end", ["sys.stdin.isatty", "sys.stdout.isatty"])
    def test_with_one_end_in_a_terminal_it_stays_closed(
        self, say: Call, monkeypatch: pytest.MonkeyPatch, end: str
    ) -> None:
        monkeypatch.setattr("sys.stdin.isatty", lambda: False)
        monkeypatch.setattr("sys.stdout.isatty", lambda: False)
        monkeypatch.setattr(end, lambda: True)
        assert say().status == 0


class TestSearch:
    """`search WORDS`."""

    def test_results_are_named_and_come_best_first(self, say: Call) -> None:
        results = say("search", "lost", "my", "card", *JSON).data["results"]
        assert (results[0]["kind"], results[0]["id"]) == ("answer", "lost-card")
        assert all(list(result) == ["kind", "id", "title", "excerpt"] for result in results)

    def test_words_may_be_one_or_several(self, say: Call) -> None:
        assert say("search", "lost my card", *JSON).data == say("search", "lost", "my", "card", *JSON).data

    def test_nothing_found_is_said_and_no_mistake(self, say: Call) -> None:
        assert say("search", "xyzzy", *JSON).data == {"results": []}
        assert "Nothing found." in say("search", "xyzzy").out

    def test_each_hit_says_what_it_is_and_the_command_that_prints_it(self, say: Call) -> None:
        out = say("search", "overstayed", *TODAY).out
        assert "question: My stay has already ended" in out
        assert "ssw-tui faq overstayed" in out
        assert "ssw-tui risks overstay" in out


class TestSources:
    """`sources ID`."""

    def test_it_says_what_rests_on_it(self, say: Call) -> None:
        source = "isa-10-00025-html"
        data = say("sources", source, *JSON).data
        assert "bridge-no1" in data["supports"]["rule"]
        assert "designated-activities" in data["supports"]["term"]

        out = say("sources", source, *TODAY).out
        assert "What rests on it: " in out
        assert f"Rules ({len(data['supports']['rule'])})" in out
        assert "Bridge to No.1" in out


class TestCheck:
    """`content check`."""

    def test_it_counts_every_kind(self, say: Call, library: Library) -> None:
        data = say("content", "check", "--format", "json").data
        assert data["counts"] == {kind.name: len(library.all(kind.record)) for kind in KINDS}
        assert data["faults"] == []
        assert "no faults" in say("content", "check").out

    def test_every_fault_has_a_line_and_nothing_is_printed(
        self, say: Call, library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        folder = copytree(library.root, tmp_path / "content")
        (folder / kind_of(Source).place).unlink()
        (folder / "links.toml").write_text("links = 1\n", encoding="utf-8")
        monkeypatch.setattr("ssw_tui.locations.content_folder", lambda: folder)
        status, out, err = say("content", "check")
        assert (status, out) == (2, "")
        assert err.splitlines() == [
            'ssw-tui: content: links.toml: links: unknown; the file holds "checked" and [[link]] tables',
            "ssw-tui: content: sources.toml: file: it is missing",
        ]

    def test_another_command_says_too_that_the_content_is_broken(
        self, say: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("ssw_tui.locations.content_folder", lambda: tmp_path)
        assert say("terms") == (2, "", "ssw-tui: content: terms.toml: file: it is missing\n")


def test_the_keys_are_those_of_the_app(say: Call) -> None:
    keys = say("keys", *JSON).data["keys"]
    assert [key["id"] for key in keys] == [command.id for command in COMMANDS]
    assert all(command.help in say("keys").out.replace("\n  ", " ") for command in COMMANDS)


@pytest.mark.parametrize("call", CALLS, ids=" ".join)
def test_text_takes_at_most_eighty_cells_a_line(say: Call, call: tuple[str, ...]) -> None:
    status, out, err = say(*call, *TODAY)
    assert (status, err) == (0, "")
    if call != ("content", "check"):
        assert wider(out, 80) == []


@pytest.mark.parametrize("call", CALLS, ids=" ".join)
def test_json_is_written_as_utf8_and_repeats_itself_exactly(say: Call, call: tuple[str, ...]) -> None:
    first = say(*call, *JSON)
    assert (first.status, first.err) == (0, "")
    assert isinstance(first.data, dict)
    assert "\\u" not in first.out
    assert say(*call, *JSON).out == first.out


class TestProcess:
    """The command as a process of its own."""

    @staticmethod
    def command(*words: str) -> list[str]:
        return [sys.executable, "-m", "ssw_tui", *words]

    @pytest.mark.parametrize("colour", [{}, {"NO_COLOR": "1"}, {"FORCE_COLOR": "1", "CLICOLOR_FORCE": "1"}])
    def test_it_prints_no_escape_code_whatever_the_terminal_says_of_colour(self, colour: dict[str, str]) -> None:
        environment = {**os.environ, "TERM": "xterm-256color", **colour}
        done = subprocess.run(
            self.command("fields", "railway", *TODAY), capture_output=True, env=environment, check=True, text=True
        )
        assert "Railway" in done.stdout
        assert "\x1b" not in done.stdout + done.stderr

    def test_it_writes_utf8_where_the_locale_does_not(self) -> None:
        environment = {**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
        done = subprocess.run(
            self.command("terms", "residence-card"), capture_output=True, env=environment, check=True, encoding="utf-8"
        )
        assert "在留カード" in done.stdout

    def test_without_terminal_and_command_it_prints_and_ends(self) -> None:
        done = subprocess.run(
            self.command(), stdin=subprocess.DEVNULL, capture_output=True, check=True, encoding="utf-8", timeout=60
        )
        assert "ssw-tui --help names the commands" in done.stdout

    @pytest.mark.parametrize("call", [("keys",), ("rules", "--format", "json")])
    def test_a_reader_that_has_gone_is_no_fault(self, call: tuple[str, ...]) -> None:
        reading, writing = os.pipe()
        os.close(reading)
        buffered = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
        done = subprocess.run(
            self.command(*call), stdout=writing, stderr=subprocess.PIPE, env=buffered, check=False, text=True
        )
        os.close(writing)
        assert (done.returncode, done.stderr) == (0, "")

    def test_the_version_is_one_line(self) -> None:
        done = subprocess.run(self.command("--version"), capture_output=True, check=True, text=True)
        assert done.stdout.startswith("ssw-tui ")
        assert done.stdout.count("\n") == 1
