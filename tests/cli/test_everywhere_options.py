from datetime import date
from pathlib import Path

import pytest

from ssw_tui.cli.arguments import parse
from ssw_tui.errors import UserError
from tests.cli.calling import Call

OPTIONS = {
    "as_of": ("--as-of", "2023-08-30"),
    "data_dir": ("--data-dir", "some-folder"),
    "format": ("--format", "json"),
    "ascii": ("--ascii",),
}
COMMANDS = [
    (),
    ("fields",),
    ("fields", "railway"),
    ("search", "card"),
    ("content", "check"),
    ("card", "list"),
    ("card", "show", "an-id"),
    ("card", "event", "an-id", "moved", "--on", "2026-11-01"),
    ("quiz", "--questions"),
    ("status", "--within", "5"),
]


def with_each_place(option: tuple[str, ...], command: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Give the calls with the option before the command, after each of its words that name one, and at its end."""
    nested = 2 if command[:1] in (("card",), ("content",)) else 1
    return [
        (*command[:place], *option, *command[place:]) for place in {*range(min(nested, len(command)) + 1), len(command)}
    ]


@pytest.mark.parametrize("name", OPTIONS)
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_an_option_means_the_same_in_every_place(name: str, command: tuple[str, ...]) -> None:
    option = OPTIONS[name]
    read = [vars(parse(call)) for call in with_each_place(option, command)]
    assert [values[name] for values in read] == [option[1] if len(option) > 1 else True] * len(read)
    assert all(values == read[0] for values in read)


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_an_option_is_not_lost_where_another_is_given_elsewhere(command: tuple[str, ...]) -> None:
    before = (*OPTIONS["as_of"], *OPTIONS["ascii"])
    after = (*OPTIONS["format"], *OPTIONS["data_dir"])
    values = vars(parse([*before, *command, *after]))
    assert (values["as_of"], values["ascii"], values["format"], values["data_dir"]) == (
        "2023-08-30",
        True,
        "json",
        "some-folder",
    )


def test_the_later_of_two_counts() -> None:
    assert parse(["--as-of", "2020-01-01", "content", "check", "--as-of", "2021-01-01"]).as_of == "2021-01-01"


def test_without_options_there_are_none() -> None:
    values = vars(parse(["content", "check"]))
    assert [values[name] for name in OPTIONS] == [None, None, None, None]


@pytest.mark.parametrize("place", [("--data-dir", "card", "status"), ("status", "--data-dir", "card")])
def test_the_value_of_an_option_is_not_taken_for_a_command(place: tuple[str, ...]) -> None:
    values = vars(parse([*place, "--within", "3"]))
    assert (values["command"], values["data_dir"], values["within"]) == ("status", "card", 3)


class TestWhatTheyDo:
    """The effect, not only the reading."""

    @pytest.mark.parametrize("call", [("--as-of", "2019-04-01", "fields"), ("fields", "--as-of", "2019-04-01")])
    def test_the_date_is_the_one_whose_rules_apply(self, say: Call, call: tuple[str, ...]) -> None:
        assert say(*call).out.startswith("Fields of Specified Skilled Worker on 1 Apr 2019: 14\n")

    @pytest.mark.parametrize("written", ["2019-04-01", "2019/4/1", "2019年4月1日", "平成31年4月1日"])
    def test_the_date_is_written_in_several_ways(self, say: Call, written: str) -> None:
        assert say("fields", "--format", "json", "--as-of", written).data["as_of"] == "2019-04-01"

    def test_without_a_date_it_is_today_in_japan(self, say: Call, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("ssw_tui.clock.today_in_japan", lambda: date(2024, 9, 29))
        assert say("fields", "--format", "json").data["as_of"] == "2024-09-29"

    @pytest.mark.parametrize("call", [("--format", "json", "fields"), ("fields", "--format", "json")])
    def test_json_is_one_object(self, say: Call, call: tuple[str, ...]) -> None:
        assert isinstance(say(*call).data, dict)

    @pytest.mark.parametrize("call", [("--ascii", "faq", "fired"), ("faq", "fired", "--ascii")])
    def test_ascii_draws_no_other_signs(self, say: Call, call: tuple[str, ...]) -> None:
        out = say(*call).out
        assert "\n-------" in out
        assert not set(out) & set("─•✓✗█░")

    def test_without_ascii_it_draws_lines(self, say: Call) -> None:
        assert "\n───────" in say("faq", "fired").out

    @pytest.mark.parametrize("nested", [True, False])
    def test_the_data_lie_in_the_folder_that_is_named(self, say: Call, tmp_path: Path, nested: bool) -> None:
        option = ("--data-dir", str(tmp_path / "mine"))
        assert str(tmp_path / "mine") in say(*(("paths", *option) if nested else (*option, "paths"))).out

    def test_the_folder_that_is_named_comes_before_the_variable(
        self, say: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("SSW_TUI_DATA_DIR", str(tmp_path / "variable"))
        assert str(tmp_path / "variable") in say("paths").out
        assert str(tmp_path / "variable") not in say("paths", "--data-dir", str(tmp_path / "option")).out


MISTAKES = [
    (("feilds",), 'did you mean "fields"?'),
    (("blorp",), 'there is no "blorp" (see ssw-tui --help)'),
    (("content", "chek"), 'did you mean "check"?'),
    (("fields", "agricultre"), 'did you mean "agriculture"?'),
    (("fields", "xyz"), "ssw-tui fields lists them"),
    (("risks", "side-jobs"), 'did you mean "side-job"?'),
    (("help-lines", "polise"), 'did you mean "police"?'),
    (("fields", "--as-off", "2020-01-01"), 'there is no option "--as-off"; did you mean "--as-of"?'),
    (("--as-off", "2020-01-01", "fields"), 'there is no option "--as-off"; did you mean "--as-of"?'),
    (("content", "--formt=json", "check"), 'there is no option "--formt"; did you mean "--format"?'),
    (("fields", "--form", "json"), 'there is no option "--form"; did you mean "--format"?'),
    (("fields", "--zzz"), 'there is no option "--zzz"'),
    (("fields", "-z"), "-z"),
    (("--format", "xml", "fields"), "there are text, json"),
    (("fields", "--format", "jsn"), 'did you mean "json"?'),
    (("fields", "railway", "forestry"), "forestry"),
    (("--as-of",), "--as-of: expected one argument"),
    (("fields", "--as-of", "tomorrow"), '"tomorrow" is no day; write it as 2027-03-15'),
    (("--as-of", "2026-02-30", "fields"), "there is no 30 February 2026"),
    (("--as-of", "", "fields"), "is no day"),
    (("fields", "--as-of", "1066-10-14"), "the year 1066 is not between"),
    (("search",), "words"),
    (("content",), "COMMAND"),
    (("status", "--within", "soon"), "soon"),
    (("fields", "two\nlines \x1b[31mred"), "there is no"),
]


@pytest.mark.parametrize(("call", "said"), MISTAKES, ids=lambda value: repr(" ".join(value))[:40])
def test_a_mistake_is_said_in_one_line_and_nothing_is_printed(say: Call, call: tuple[str, ...], said: str) -> None:
    status, out, err = say(*call)
    assert (status, out) == (2, "")
    assert err.startswith("ssw-tui: ")
    assert said in err
    assert err.count("\n") == 1
    assert err.endswith("\n")
    assert all(char.isprintable() for char in err[:-1])


def test_words_that_look_like_options_come_after_two_dashes(say: Call) -> None:
    assert say("search", "--", "--card").out.startswith("Search: --card\n")
    with pytest.raises(UserError):
        parse(["search", "--card"])
