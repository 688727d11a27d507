import gc
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from ssw_tui.errors import UserError
from ssw_tui.library import ContentError, Fault, Library
from ssw_tui.output.layout import ASCII, UNICODE, Look
from ssw_tui.tracker.store import STORE_NAME
from ssw_tui.ui import run as runs
from ssw_tui.ui.app import AdvisorApp
from ssw_tui.ui.session import Session
from tests.conftest import TODAY


@pytest.fixture(autouse=True)
def _collector() -> Iterator[None]:
    """Start the collector again, which the app stops until its first view is there."""
    yield
    gc.enable()


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Session]:
    """Take what the app is opened with, instead of opening it."""
    sessions: list[Session] = []
    monkeypatch.setattr(AdvisorApp, "run", lambda app: sessions.append(app.session))
    return sessions


def _settings(folder: Path, text: str) -> None:
    folder.mkdir()
    (folder / "settings.toml").write_text(text, encoding="utf-8")


def test_a_run_without_a_fault_is_done(library: Library, data_folder: Path, opened: list[Session]) -> None:
    assert runs.run_app(library, TODAY, str(data_folder), ascii=False) == 0

    [session] = opened
    assert (session.today, session.data_folder) == (TODAY, data_folder)
    assert session.settings_file == data_folder / "settings.toml"
    assert not data_folder.exists()


@pytest.mark.parametrize(("kept", "is_first"), [(None, True), ("settings.toml", False), (STORE_NAME, False)])
def test_the_first_start_is_one_before_anything_was_kept(
    library: Library, data_folder: Path, opened: list[Session], kept: str | None, is_first: bool
) -> None:
    if kept:
        data_folder.mkdir()
        (data_folder / kept).touch()

    runs.run_app(library, TODAY, str(data_folder), ascii=False)

    assert opened[0].is_first is is_first


@pytest.mark.parametrize(("now", "keeps"), [(TODAY, True), (date(2026, 11, 23), False)])
def test_a_look_is_kept_on_the_day_itself_alone(
    library: Library,
    data_folder: Path,
    opened: list[Session],
    monkeypatch: pytest.MonkeyPatch,
    now: date,
    keeps: bool,
) -> None:
    monkeypatch.setattr(runs, "today_in_japan", lambda: now)

    runs.run_app(library, TODAY, str(data_folder), ascii=False)

    assert opened[0].keeps_look is keeps


@pytest.mark.parametrize(
    ("setting", "ascii", "look"),
    [("auto", False, UNICODE), ("auto", True, ASCII), ("ascii", False, ASCII), ("unicode", True, ASCII)],
)
def test_the_look_is_that_of_the_call_or_the_settings(
    library: Library, data_folder: Path, opened: list[Session], setting: str, ascii: bool, look: Look
) -> None:
    _settings(data_folder, f'look = "{setting}"\n')

    runs.run_app(library, TODAY, str(data_folder), ascii=ascii)

    assert opened[0].look is look


@pytest.mark.parametrize(("setting", "look"), [("auto", ASCII), ("unicode", UNICODE)])
def test_a_terminal_that_draws_wide_gets_plain_signs_unless_the_person_chose_others(
    library: Library, data_folder: Path, opened: list[Session], setting: str, look: Look
) -> None:
    _settings(data_folder, f'look = "{setting}"\n')

    runs.run_app(library, TODAY, str(data_folder), ascii=False, draws_wide=True)

    assert opened[0].look is look
    assert (opened[0].greeting is not None) is (look is ASCII)


def test_the_theme_is_that_of_the_settings(library: Library, data_folder: Path, opened: list[Session]) -> None:
    _settings(data_folder, 'theme = "light"\nreminder_days = 90\n')

    runs.run_app(library, TODAY, str(data_folder), ascii=False)

    assert (opened[0].settings.theme, opened[0].settings.reminder_days) == ("light", 90)


@pytest.mark.usefixtures("opened")
def test_settings_that_make_no_sense_are_told_before_the_app_opens(library: Library, data_folder: Path) -> None:
    _settings(data_folder, 'theme = "pink"\n')

    with pytest.raises(UserError, match="theme must be dark, light or high-contrast"):
        runs.run_app(library, TODAY, str(data_folder), ascii=False)


def test_a_fault_is_told_in_a_line_and_kept_in_a_log_for_its_owner(
    library: Library, data_folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(app: AdvisorApp) -> None:
        app.fault = "Traceback: something\n"

    monkeypatch.setattr(AdvisorApp, "run", fail)

    assert runs.run_app(library, TODAY, str(data_folder), ascii=False) == 1

    log = data_folder / "logs" / "fault.log"
    said = capsys.readouterr().err
    assert "Your data are safe" in said
    assert str(log) in said
    assert "Traceback" not in said
    assert log.read_text(encoding="utf-8") == "Traceback: something\n"
    assert log.stat().st_mode & 0o077 == 0
    assert log.parent.stat().st_mode & 0o077 == 0


def test_a_fault_is_told_where_its_log_cannot_be_written_too(
    library: Library, data_folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(AdvisorApp, "run", lambda app: setattr(app, "fault", "Traceback: something\n"))
    data_folder.mkdir()
    (data_folder / "logs").touch()

    assert runs.run_app(library, TODAY, str(data_folder), ascii=False) == 1

    assert "Your data are safe. No details were kept" in capsys.readouterr().err


def test_content_that_cannot_be_read_is_no_fault_of_the_app(
    library: Library, data_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(app: AdvisorApp) -> None:
        app.fault, app.error = "Traceback", ContentError((Fault("terms.toml", "visa", "no such key"),))

    monkeypatch.setattr(AdvisorApp, "run", fail)

    with pytest.raises(ContentError, match="no such key"):
        runs.run_app(library, TODAY, str(data_folder), ascii=False)

    assert not data_folder.exists()
