import os
import stat
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from attrs import fields

from ssw_tui.errors import UserError
from ssw_tui.settings import LOOKS, THEMES, Settings, change, load, nearest, save


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "config" / "settings.toml"


def write(file: Path, text: str) -> Path:
    file.parent.mkdir(parents=True)
    file.write_text(text, encoding="utf-8")
    return file


def test_without_a_file_everything_is_left_as_it_is(file: Path) -> None:
    assert load(file) == Settings() == Settings(theme="dark", look="auto", reminder_days=30)
    assert not file.parent.exists()


def test_what_is_not_named_in_the_file_is_left_as_it_is(file: Path) -> None:
    assert load(write(file, 'look = "ascii"  # my terminal\n')) == Settings(look="ascii")


@pytest.mark.parametrize("settings", [Settings(), Settings(theme="high-contrast", look="ascii", reminder_days=0)])
def test_settings_survive_being_written_and_read(file: Path, settings: Settings) -> None:
    save(file, settings)

    assert load(file) == settings
    assert set(tomllib.loads(file.read_text())) == {setting.name for setting in fields(Settings)}


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("look", LOOKS)
def test_every_theme_and_look_can_be_kept(file: Path, theme: str, look: str) -> None:
    assert change(file, theme=theme, look=look) == load(file)


def test_a_change_keeps_the_other_settings(file: Path) -> None:
    change(file, reminder_days=60)

    assert change(file, theme="light") == Settings(theme="light", reminder_days=60)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ('them = "dark"', 'unknown key "them"; did you mean "theme"?'),
        ("reminder-days = 30", 'unknown key "reminder-days"; did you mean "reminder_days"?'),
        ("zzz = 1", 'unknown key "zzz"; the keys are theme, look, reminder_days'),
        ('theme = "drak"', 'theme must be dark, light or high-contrast; did you mean "dark"?'),
        ("theme = 3", "theme must be dark, light or high-contrast"),
        ('look = "emoji"', "look must be auto, unicode or ascii"),
        ('reminder_days = "30"', "reminder_days must be a whole number from 0 to 366"),
        ("reminder_days = true", "reminder_days must be a whole number"),
        ("reminder_days = -1", "reminder_days must be a whole number"),
        ("reminder_days = 30.5", "reminder_days must be a whole number"),
        ("theme = ", "is no TOML"),
    ],
)
def test_a_wrong_file_is_named_with_its_key_and_the_nearest_valid_one(file: Path, text: str, complaint: str) -> None:
    write(file, text)

    with pytest.raises(UserError) as raised:
        load(file)

    assert complaint in str(raised.value)
    assert str(file) in str(raised.value)
    assert "\n" not in str(raised.value)
    assert file.read_text() == text


def test_a_file_that_is_no_text_is_named(file: Path) -> None:
    write(file, "").write_bytes(b"\xff\xfe\x00")

    with pytest.raises(UserError, match="is no TOML"):
        load(file)


def test_a_wrong_value_is_not_written(file: Path) -> None:
    with pytest.raises(UserError, match="theme must be"):
        change(file, theme="pink")

    assert not file.exists()


def test_a_place_that_cannot_be_used_is_named(file: Path) -> None:
    file.parent.write_text("in the way")

    for use in (lambda: load(file), lambda: save(file, Settings())):
        with pytest.raises(UserError, match="settings file") as raised:
            use()
        assert str(file) in str(raised.value)


def test_a_file_that_cannot_be_replaced_leaves_nothing_behind(file: Path) -> None:
    file.mkdir(parents=True)

    with pytest.raises(UserError, match="cannot be written"):
        save(file, Settings())

    assert [path.name for path in file.parent.iterdir()] == [file.name]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no file modes")
def test_only_the_owner_may_read_the_settings_whatever_the_umask(file: Path) -> None:
    before = os.umask(0)
    try:
        save(file, Settings())
    finally:
        os.umask(before)

    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


def test_the_nearest_name_is_given_only_where_one_is_near() -> None:
    assert nearest("agricultur", ["agriculture", "fishery"]) == "agriculture"
    assert nearest("xyz", ["agriculture", "fishery"]) is None


def test_reading_settings_loads_nothing_heavy() -> None:
    heavy = "{'textual', 'rich', 'asyncio', 'cattrs', 'difflib', 'tempfile'}"
    program = f"import sys; import ssw_tui.settings; found = {heavy} & set(sys.modules); assert not found, found"

    subprocess.run([sys.executable, "-c", program], check=True)
