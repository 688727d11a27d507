import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminal of this kind")

if sys.platform != "win32":
    from benchmarks import __main__ as bench
    from benchmarks.figures import ROWS, jobs
    from benchmarks.machine import machine
    from benchmarks.processes import PYTHON, ROOT, environment, seconds
    from benchmarks.rounds import Job, measure, nearly_all
    from benchmarks.stores import MANY, many_cards
    from benchmarks.table import OK, OVER, Ratio, Time, as_text
    from benchmarks.terminal import NeverShownError, Window
    from ssw_tui.tracker.tracker import Tracker

TWICE = {"slow": [0.2, 0.3, 9.0], "fast": [0.1, 0.15, 0.2], "visit: quiz": [0.03], "visit: card": [0.07, 0.08]}


def ratio(limit: float) -> "Ratio":
    return Ratio(name="twice", what="slow / fast", limit=limit, of="slow", to="fast", jobs=())


def test_a_ratio_compares_medians() -> None:
    line = ratio(2).read(TWICE)
    assert (line.measured, line.verdict, line.note) == (2.0, OK, "300 ms to 150 ms")
    assert ratio(1.9).read(TWICE).verdict == OVER


def test_of_several_times_the_longest_counts_and_is_named() -> None:
    row = Time(name="visit", what="a visit", limit=80, of=("visit: quiz", "visit: card"), jobs=())
    line = row.read(TWICE)
    assert line.measured == pytest.approx(75)
    assert (line.verdict, line.note) == (OK, "card")
    assert as_text([line]) == (
        "what     measured  limit\n"
        "a visit  75.00 ms  80 ms  ok  card\n"
    )  # fmt: skip


def test_nearly_all_leaves_out_the_slowest_five_of_a_hundred() -> None:
    assert nearly_all([float(number) for number in range(101)]) == 95
    assert nearly_all([3.0]) == 3


def test_a_round_runs_every_job_once_and_the_first_does_not_count() -> None:
    counts = {"one": 0, "other": 0}

    def count(name: str) -> dict[str, list[float]]:
        counts[name] += 1
        return {name: [counts[name]]}

    samples = measure([Job("one", lambda: count("one")), Job("other", lambda: count("other"))], rounds=2)
    assert samples == {"one": [2, 3], "other": [2, 3]}


def test_every_row_is_named_once_and_needs_a_job(tmp_path: Path) -> None:
    assert len({row.name for row in ROWS}) == len(ROWS)
    known = {job.name for job in jobs(tmp_path)}
    assert {job for row in ROWS for job in row.jobs} == known


def test_the_store_of_many_cards_can_be_read(tmp_path: Path) -> None:
    with Tracker(many_cards(tmp_path, date(2026, 11, 22))) as tracker:
        assert len({card.id for card in tracker.cards()}) == MANY


def test_a_broken_limit_is_said_by_the_exit_status(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(bench, "ROWS", (ratio(1),))
    monkeypatch.setattr(bench, "_measured", lambda rows, rounds: TWICE)
    assert bench.main([]) == 1
    assert "2.00 x    1 x    over" in capsys.readouterr().out


def test_one_row_can_be_measured_alone(tmp_path: Path) -> None:
    kept = tmp_path / "kept.json"
    call = [sys.executable, "-m", "benchmarks", "--only", "version", "--quick", "--json", str(kept)]
    done = subprocess.run(call, cwd=ROOT, capture_output=True, check=True, encoding="utf-8")
    assert "ssw-tui --version" in done.stdout
    data = json.loads(kept.read_text(encoding="utf-8"))
    assert [row["name"] for row in data["rows"]] == ["version"]
    assert data["samples"].keys() == {"run: pass", "run: --version"}
    assert data["machine"].keys() == machine().keys()


def test_what_fails_is_not_timed(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="failed with 3"):
        seconds([PYTHON, "-c", "raise SystemExit(3)"], environment(tmp_path))


def test_a_window_tells_when_a_program_shows_a_text_and_answers_a_key(tmp_path: Path) -> None:
    program = "print('ready', flush=True); print('pressed', input(), flush=True)"
    with Window.open([PYTHON, "-c", program], environment(tmp_path), tmp_path) as window:
        shown = window.shows("ready")[0]
        assert (shown.cells, shown.at > window.started) == (5, True)
        pressed = window.press("x\r")
        assert window.shows("pressed x")[-1].at > pressed
        with pytest.raises(NeverShownError, match="pressed x"):
            window.shows("anything else")


def test_what_holds_the_event_loop_is_written_down_and_waiting_is_not() -> None:
    program = (
        "import asyncio, time\nfrom benchmarks.watched import watch\nfound = watch()\n"
        "async def main():\n    time.sleep(0.05)\n    await asyncio.sleep(0.4)\n"
        "asyncio.run(main())\nassert 0.05 <= max(taken for _, taken in found) < 0.4, found"
    )
    seconds([PYTHON, "-c", program], {**os.environ, "PYTHONPATH": str(ROOT)})
